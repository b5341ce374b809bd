"""A default value is made when the function is, and shared."""


def collect(item, into=[]):
    into.append(item)
    return into

print(collect(1), collect(2), collect(3, []), collect(4))
n = 1


def later(value=n):
    return value

n = 2
print(later(), later(value=5))
