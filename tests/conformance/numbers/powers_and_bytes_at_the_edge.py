"""int.__pow__ with a modulus, to_bytes of no bytes, slice.indices beyond 64 bits."""
print(int.__pow__(2, 10), int.__pow__(2, 10, 7), (3).__pow__(-1, 7), int.__pow__(2, 0.5), int.__pow__(2, 3, None))
print((-1).to_bytes(0, "big", signed=True), (0).to_bytes(0, "big"), (-1).to_bytes(1, "big", signed=True))
for attempt in (lambda: (1).to_bytes(0, "big"), lambda: float.__pow__(2.0, 3, 5), lambda: slice(0, 1, 0).indices(3)):
    try:
        print(attempt())
    except (OverflowError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(slice(4, None, 2**70).indices(3), slice(None, None, -1).indices(2**65), slice(-(2**70), 2**70).indices(5))
print(slice(None, None, -(2**66)).indices(4), slice(2, 1).indices(0))
