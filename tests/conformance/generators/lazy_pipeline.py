"""Chained generators run one item at a time."""


def numbers():
    for n in range(3):
        print("make", n)
        yield n


def doubled(source):
    for n in source:
        print("double", n)
        yield 2 * n

for n in doubled(numbers()):
    print("use", n)
print(sum(x * x for x in range(10) if x % 2))
