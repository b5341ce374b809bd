"""What can be put into a slice of a bytearray, and the complaints about the rest."""


def attempt(part, value):
    data = bytearray(b"abcdef")
    try:
        data[part] = value
    except Exception as error:
        print(type(error).__name__, error)
    print(data)


for value in (b"xyz", [1, 2], b"", "text", 5, 1.5, None, [300], ["a"], bytearray(b"q"), range(3)):
    attempt(slice(1, 3), value)
    attempt(slice(None, None, 2), value)
attempt(slice(None, None, 0), "text")
attempt(slice("a"), 5)
attempt(slice(5, 1, -2), b"12")
