"""Objects that become int, float, str, bool, bytes, index, hash and format: the conversion methods."""


class Dozen:
    def __init__(self, count):
        self.count = count

    def __int__(self):
        return self.count * 12

    def __index__(self):
        return int(self)

    def __float__(self):
        return self.count * 12.0

    def __bool__(self):
        return self.count > 0

    def __str__(self):
        return f"{self.count} dozen"

    def __repr__(self):
        return f"Dozen({self.count})"

    def __bytes__(self):
        return bytes([int(self)])

    def __round__(self, digits=0):
        return Dozen(round(self.count, digits))

    def __format__(self, spec):
        return f"<{format(int(self), spec)}>" if spec else str(self)

    def __hash__(self):
        return 12

    def __eq__(self, other):
        return int(self) == int(other) if isinstance(other, (Dozen, int)) else NotImplemented

    def __trunc__(self):
        return 1

    def __len__(self):
        return -1 if self.count < 0 else self.count


class Text(str):
    def __len__(self):
        return 99

    def __add__(self, other):
        return Text(super().__add__(str(other)))

    def shout(self):
        return Text(self.upper() + "!")


class Percent(float):
    def __new__(cls, value):
        return super().__new__(cls, min(max(value, 0), 100))

    def __str__(self):
        return f"{float(self):.0f}%"


class Even(int):
    def __new__(cls, value):
        if int(value) % 2:
            raise ValueError(f"{value} is odd")
        return super().__new__(cls, value)


two = Dozen(2)
print(int(two), float(two), str(two), repr(two), bool(Dozen(0)), bytes(two), round(two), hex(two), bin(two), list(range(30))[two], "ab" * Dozen(0) + "-")
print(f"{two} {two!r} {two:>5} {two:x}", format(two), "%s %r %d" % (two, two, two), [two], {two: 1}, hash(two), two == 24, two == "x", two != Dozen(2), len(two), range(two)[-1])
text = Text("hi")
print(len(text), text + 5, type(text + 5).__name__, text.shout(), type(text.upper()).__name__, text == "hi", isinstance(text, str), {text: 1}["hi"], text[0], type(text[0]).__name__)
print(Percent(150), Percent(12.5) + 1, repr(Percent(3)), type(Percent(1) * 2).__name__, Even(4) + 1, type(Even(4) + 2).__name__, Even("8"), sorted([Even(6), 3, Even(2)]))


class Nothing:
    def __bool__(self):
        return "yes"

    def __str__(self):
        return 5

    def __len__(self):
        return "long"

    def __index__(self):
        return 1.5

    def __iter__(self):
        return 5

    def __hash__(self):
        return "h"

    def __float__(self):
        return 1


nothing = Nothing()
for action in (lambda: bool(nothing), lambda: str(nothing), lambda: len(nothing), lambda: [1][nothing], lambda: iter(nothing), lambda: hash(nothing), lambda: float(nothing), lambda: int(nothing), lambda: Even(3), lambda: len(Dozen(-1)), lambda: int("x" + str(two)), lambda: float([]), lambda: int(None), lambda: Dozen(1) < 3):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
