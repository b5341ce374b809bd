"""The words of common errors."""
five, nothing = 5, None
for action in (
        lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0,
        lambda: [][0], lambda: (1,)[5], lambda: "abc"[9], lambda: {}["k"],
        lambda: int("12x"), lambda: float("y"), lambda: None.x,
        lambda: (5).foo, lambda: "a" + 1, lambda: 1 + "a", lambda: [] + (),
        lambda: len(5), lambda: five(), lambda: nothing[0], lambda: 5 < "a",
        lambda: [1].index(2), lambda: [].pop(), lambda: set().pop(),
        lambda: {}.popitem(), lambda: next(iter([])), lambda: iter(5),
        lambda: -"a", lambda: {[]: 1}, lambda: "x".join([1])):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error, sep=": ")
