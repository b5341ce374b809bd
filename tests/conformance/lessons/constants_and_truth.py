"""Identity, equality and truth: is and ==, small values, chained comparisons, and short circuits."""


def say(value, result):
    print(f"({value})", end=" ")
    return result


print(say(1, True) and say(2, 0) and say(3, 5))
print(say(4, "") or say(5, []) or say(6, "last"))
print(not say(7, None), say(8, 0) if say(9, False) else say(10, "else"))
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 > 2, 1 == 1.0 == True, "a" < "b" != "c" in "cd")
print(say(11, 1) < say(12, 0) < say(13, 5))

for value in (0, 0.0, "", " ", [], [0], {}, {0: 0}, set(), None, ..., -0.0, "0", range(0), b"", (None,), NotImplementedError):
    print(f"{value!r:>32}".split("class")[-1], bool(value))

a, b = [1, 2], [1, 2]
print(a == b, a is b, a is not b, a == tuple(b), [1, [2]] == [1, [2]], {1, 2} == {2, 1}, (1, 2) < (1, 2, 0), [2] > [1, 99])
nan = float("nan")
print(nan == nan, nan != nan, nan in [nan], [nan] == [nan], float("inf") > 10 ** 400, 0.1 + 0.2 == 0.3, round(0.1 + 0.2, 9) == 0.3)
print(None is None, True is not False, type(1) is int, isinstance(True, int), True + True, sum([True, False, True]))
print(1 == "1", "abc" == b"abc", None == 0, [] == (), 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
for pair in ((1, "a"), ([1], (1,)), (None, 0), ({}, {}), (3, object)):
    try:
        print(pair[0] < pair[1])
    except TypeError as error:
        print(error)
print(any([]), all([]), any(x > 3 for x in range(9)), all("a b".split()), max("b", "a", key=ord), min([3, 1], default=0))
print(("empty", "full")[bool([1])], {True: "yes", 1: "one", 1.0: "float"}, len({0, False, 0.0, ""}))
