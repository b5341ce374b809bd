""">> goes towards minus infinity, whatever the size, as // by a power of two does."""
for number in (-(2 ** 64) - 1, -(2 ** 64), -(2 ** 64) + 1, -(2 ** 63), -(10 ** 30), -(2 ** 127), -7, 2 ** 64 + 1):
    print([number >> places for places in (0, 1, 7, 32, 63, 64, 65, 100, 128, 200)])
    print(all(number >> places == number // 2 ** places for places in range(140)))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: pow(5, 8, -20.0))
attempt(lambda: pow(2.5, 2, 3))
attempt(lambda: pow(2, "a", 2))
attempt(lambda: "ab" * 2 ** 62)
attempt(lambda: b"ab" * 2 ** 62)
attempt(lambda: str(b"", "klingon"))
attempt(lambda: "".encode("klingon"))
attempt(lambda: b"abc".center(9, None))
