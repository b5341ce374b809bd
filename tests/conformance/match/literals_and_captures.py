"""Literals, None by identity, dotted names by value, captures and the wildcard."""


class Colour:
    RED = "red"
    LIMIT = 10


def kind(x):
    match x:
        case 0:
            return "zero"
        case -1 | 1.5:
            return "minus one or one and a half"
        case "a" | b"b":
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case Colour.RED:
            return "red"
        case Colour.LIMIT:
            return "limit"
        case "one" "two":
            return "joined"
        case other if isinstance(other, int) and other > 100:
            return f"large {other}"
        case _:
            return "other"


for x in (0, 0.0, False, True, 1, -1, 1.5, "a", b"b", None, "red", 10, "onetwo", 500, [], "x"):
    print(repr(x), kind(x))
match 5:
    case n:
        pass
print(n)
match "nothing":
    case 1:
        print("no")
print("done")
