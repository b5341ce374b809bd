"""index() of sequences takes numbers as bounds and nothing else; find() of text takes None too."""


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for sequence in ([1, 2, 1], (1, 2, 1)):
    attempt(lambda: sequence.index(1, 1))
    attempt(lambda: sequence.index(1, -2, 10 ** 30))
    attempt(lambda: sequence.index(1, None))
    attempt(lambda: sequence.index(1, 0, "2"))
attempt(lambda: "abca".find("a", None, None))
attempt(lambda: "abca".find(5, "x"))
attempt(lambda: b"abca".find(300, 1.5))
attempt(lambda: "a\nb".splitlines(None))
attempt(lambda: "a\nb".splitlines(2))
attempt(lambda: "a".replace("a", None))
attempt(lambda: (5).to_bytes(1, 7))
attempt(lambda: int.from_bytes(b"", "little"))
attempt(lambda: b"a-b".partition(bytearray(b"-")))
attempt(lambda: "%5%" % ())
attempt(lambda: b"%-%" % 1)
attempt(lambda: [1].__setitem__(slice(0, 1, 0), 5))
