"""Plugins that register themselves when their class is made, and are chosen by name."""


class Codec:
    """Subclasses give encode and decode, and a name as a class argument."""

    _known = {}
    priority = 0

    def __init_subclass__(cls, /, name=None, **options):
        super().__init_subclass__(**options)
        cls.name = name or cls.__name__.lower()
        if cls.name in Codec._known:
            raise TypeError(f"codec {cls.name!r} is defined twice")
        Codec._known[cls.name] = cls

    @classmethod
    def named(cls, name):
        try:
            return cls._known[name]()
        except KeyError:
            close = [known for known in cls._known if known[0] == name[:1]]
            raise ValueError(f"no codec {name!r}" + (f"; did you mean {close[0]!r}?" if close else "")) from None


class Reverse(Codec):
    def encode(self, text):
        return text[::-1]

    decode = encode


class Numbers(Codec, name="numbers"):
    priority = 5

    def encode(self, text):
        return " ".join(str(ord(letter)) for letter in text)

    def decode(self, code):
        return "".join(chr(int(number)) for number in code.split())


class Marked(Numbers, name="marked"):
    mark = "#"

    def encode(self, text):
        return self.mark + super().encode(text)

    def decode(self, code):
        return super().decode(code.removeprefix(self.mark))


for name in sorted(Codec._known, key=lambda name: (-Codec._known[name].priority, name)):
    codec = Codec.named(name)
    code = codec.encode("héllo")
    print(f"{name:<8} {code:<24} {codec.decode(code)} {type(codec).__mro__[1].__name__}")
for name in ("ruby", "", "zip"):
    try:
        Codec.named(name)
    except ValueError as error:
        print(error, error.__cause__)
try:
    class Reverse(Codec):
        pass
except TypeError as error:
    print(error)
try:
    class Odd(Codec, colour="red"):
        pass
except TypeError as error:
    print(error)
print([cls.__name__ for cls in Codec.__subclasses__()[:2]], Codec._known["marked"].mark)
