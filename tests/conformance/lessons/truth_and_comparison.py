"""What is true, what is equal, what is identical, and how chains and short circuits go."""


def noisy(name, value):
    print(name, end=" ")
    return value


class Empty:
    def __len__(self): return 0


class No:
    def __bool__(self): return False


class Weird:
    def __bool__(self): return 5


class Same:
    def __init__(self, v): self.v = v
    def __eq__(self, other): return "equal" if self.v == getattr(other, "v", None) else NotImplemented
    def __lt__(self, other): return [self.v]
    def __hash__(self): return 1


for value in (0, 0.0, "", [], {}, set(), (), None, range(0), b"", Empty(), No(), 1, -1, " ", [0], {0: 0}, "False", object, ...):
    print(f"{type(value).__name__}:{bool(value)}", end=" ")
print()
print(noisy("a", 0) or noisy("b", "x") or noisy("c", 1), noisy("d", 1) and noisy("e", []) and noisy("f", 2))
print(noisy("l", 1) < noisy("m", 3) < noisy("n", 2) < noisy("never", 9), 1 < 2 < 3, 3 > 2 == True, (3 > 2) == True, 1 == 1.0 == True, 0 == False == 0.0, not 1 == 2, 1 in [1] == True)
print([] is [], [] == [], () is (), None is None, "a" "b" == "ab", [1, 2] == (1, 2), {1, 2} == {2, 1}, {"a": 1} == {"a": 1.0}, 1 == "1", "a" == b"a", float("nan") == float("nan"), 0.1 + 0.2 == 0.3)
print([1, 2, 3] < [1, 2, 4], [1] < [1, 2], "a" < "b" < "c", (1, "b") > (1, "a"), {1} < {1, 2}, "Z" < "a", [[2], [1]] > [[1], [9]], True > False, -1 < False, 2 ** 100 > 1e30)
s, t = Same(1), Same(1)
print(s == t, s != t, s == Same(2), s != Same(2), s == 5, s < t, s > t, s in [5, t], {s: "x"}[t], [s] == [t], s is t)
print(None == False, None is not False, not None, 5 if [] else 6, "yes" if "0" else "no", [1] and [2], 0 or None or "end", not not "x", xor := bool(1) ^ bool(0), True & 1, True | False, ~True)
for wrong in (lambda: bool(Weird()), lambda: 1 < "a", lambda: None < 1, lambda: [1] < [None], lambda: {} < {}, lambda: (1, "a") < (1, 2), lambda: object() < object(), lambda: max("a", 1), lambda: not Weird(), lambda: "a" in 5, lambda: 1 in None, lambda: set() > []):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
assert 1 == 1, "fine"
try:
    assert [] , f"message {1 + 1}"
except AssertionError as error:
    print("assertion:", error, error.args)
assert (n := 5) > 10, ("a", "tuple")
