"""Constructors of the builtin types without and with arguments."""
print(int(), float(), str(), bool(), list(), dict(), tuple(), set())
print(int("7"), int(7.9), int(True), int("z", 36), float("1e-3"), str([1]), list({1: 2}))
print(tuple([1]), dict(a=1), list("abc"), set([1]), str(b"x", "ascii"), bool("False"))
for bad in (lambda: int("1.5"), lambda: int([]), lambda: float("abc"), lambda: int(None),
            lambda: list(1), lambda: dict([1]), lambda: chr(-1), lambda: ord("ab"),
            lambda: int("9", 5), lambda: tuple(None)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
