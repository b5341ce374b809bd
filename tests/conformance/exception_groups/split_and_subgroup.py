"""split and subgroup keep the shape of nested groups, by type, types or predicate."""


class Mine(ExceptionGroup):
    def derive(self, exceptions):
        return Mine(self.message + "'", exceptions)


inner = ExceptionGroup("inner", [ValueError(1), TypeError(2), OSError(3)])
outer = Mine("outer", [inner, ValueError(4), KeyError(5)])
outer.add_note("a note")
for condition in (ValueError, (TypeError, KeyError), lambda e: "3" in str(e), ZeroDivisionError, Mine):
    match, rest = outer.split(condition)
    print(repr(match), "|", repr(rest), "|", outer.subgroup(condition) is match)
match, rest = outer.split(TypeError)
print(match.__notes__, rest.__notes__, match.__notes__ is rest.__notes__)
print(inner.derive([KeyError(6)]), match.__suppress_context__)
try:
    outer.split(5)
except TypeError as error:
    print(error)
