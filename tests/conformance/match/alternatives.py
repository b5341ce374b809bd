"""Alternatives bind the same names, in any order; captures wait for the whole pattern."""


def look(x):
    match x:
        case [a, b, 0] | [0, b, a] | {"a": a, "b": b}:
            return f"a={a} b={b}"
        case [[p, q] | [p, q, _], *r] | [r, {"p": p, "q": q}]:
            return f"p={p} q={q} r={r}"
        case ((1 | 2 | 3) as small) | [small]:
            return f"small {small}"
        case _:
            return "none"


for x in ([1, 2, 0], [0, 2, 1], {"a": 1, "b": 2}, [[1, 2], 3, 4, 5], [[1, 2, 3], 9], ["r", {"p": 1, "q": 2}], 2, [7], 9):
    print(look(x))
a = "before"
match [1, 2]:
    case [a, 3]:
        pass
    case _:
        print(a)


class Loud:
    def __eq__(self, other):
        print("compared with", other)
        return other == 2


match Loud():
    case 1 | 2 | 3:
        print("matched")
match, case, _ = 1, 2, 3
print(match, case, _)
