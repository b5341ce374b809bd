"""super() follows the method resolution order."""


class Base:
    def who(self):
        return ["Base"]


class Left(Base):
    def who(self):
        return ["Left"] + super().who()


class Right(Base):
    def who(self):
        return ["Right"] + super().who()


class Both(Left, Right):
    def who(self):
        return ["Both"] + super().who()

print(Both().who(), [c.__name__ for c in Both.__mro__])
print(isinstance(Both(), Base), issubclass(Left, Right), Both.__bases__ == (Left, Right))
try:
    class Impossible(Base, Left):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])
