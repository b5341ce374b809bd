"""f_locals: the namespace itself of a module and a class body, the variables of a function."""
import sys


class Kept(dict):
    def __missing__(self, name):
        return f"{{{name}}}"


def filled(text):
    return text.format_map(Kept(sys._getframe(1).f_locals))


name = "Guido"
print(filled("Hello {name}, {colour}"))


def greet(name):
    count = 3
    return filled("{name} has {count} of {total}")


class Body:
    inside = 5
    print(filled("{inside} {name}"), sys._getframe().f_locals is locals())


print(greet("Ada"), sys._getframe().f_locals is globals())
