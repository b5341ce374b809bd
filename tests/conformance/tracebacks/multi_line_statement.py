"""The line shown is that of the failing part."""


def add(a, b):
    return a + b

total = add(
    add(1, 2),
    add(3,
        "four"),
)
