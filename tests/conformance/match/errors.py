"""Patterns that cannot be asked raise TypeError."""


class NotTuple:
    __match_args__ = ["a"]


class NotText:
    __match_args__ = (1,)


class One:
    __match_args__ = ("a",)
    a = 1


def attempt(what, subject, extra=None):
    try:
        match what:
            case "not tuple":
                match subject:
                    case NotTuple(x):
                        pass
            case "not text":
                match subject:
                    case NotText(x):
                        pass
            case "too many":
                match subject:
                    case One(x, y, z):
                        pass
            case "twice":
                match subject:
                    case One(x, a=y):
                        pass
            case "no class":
                match subject:
                    case extra():
                        pass
            case "int":
                match subject:
                    case int(x, y):
                        pass
            case "no arguments":
                match subject:
                    case Exception(x):
                        pass
    except TypeError as error:
        print(what, "|", error)


attempt("not tuple", NotTuple())
attempt("not text", NotText())
attempt("too many", One())
attempt("twice", One())
attempt("no class", 1, 5)
attempt("int", 1)
attempt("no arguments", ValueError("x"))
