"""What is said where items cannot be set or deleted, and of a sequence without a length."""


class Nothing:
    pass


class Sets:
    def __setitem__(self, key, value):
        print("set", key)


class Gets:
    def __getitem__(self, key):
        return [1, 2][key]


values = (Nothing(), Sets(), "text", (1, 2), 5, {1}, range(3), None)
for value in values:
    for key in (0, "a", slice(0, 1)):
        try:
            del value[key]
        except (TypeError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")
        try:
            value[key] = 1
        except TypeError as error:
            print(error)
buffer = bytearray(b"abcd")
for key, value in ((slice(0, 2), 5), (9, []), (9, 300), (slice(0, 1), "x"), (slice(0, 1), [1, 2])):
    try:
        buffer[key] = value
    except (TypeError, ValueError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")
print(buffer)
try:
    reversed(Gets())
except TypeError as error:
    print(error)
