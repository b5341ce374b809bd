"""What calls itself a variable of types may be another one each time that it is asked for."""


class Variable:
    __typing_subst__ = lambda self, given: given


class Generic:
    __parameters__ = property(lambda self: (Variable(),))
    __getitem__ = lambda self, key: key


print(type(list[Generic()]), len(list[Generic()].__parameters__))
print(type(list[Generic()][int]))
