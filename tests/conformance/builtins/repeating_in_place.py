"""x *= y: what has sequence methods of its own keeps y from repeating itself."""


class Plain:
    pass


def attempt(left, right):
    try:
        left * right
    except TypeError as error:
        print(error)
    try:
        left *= right
    except TypeError as error:
        print("   ", error)


for left in ({1}, {"k": 1}, range(3), Plain(), 2.5, None, "text", [1], b"raw"):
    for right in ([1], "text", (1,), b"raw"):
        attempt(left, right)
