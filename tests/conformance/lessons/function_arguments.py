"""Every way to declare parameters and to pass arguments, and what each mistake is called."""


def everything(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


def only_keywords(*, key, other=None):
    return key, other


def only_positional(x, y=1, /):
    return x, y


def plain(first, second, third=3):
    return first, second, third


print(everything(1, d=4), everything(1, 9, 8, 7, 6, d=4, f=1), everything(1, d=0, b="in kwargs"))
print(only_keywords(key=1), only_positional(1), plain(1, third=9, second=2), plain(*[1, 2], **{"third": 4}), plain(*"ab", *"c"))
print(plain(**{"first": 1}, **{"second": 2}), (lambda *a, **k: (a, k))(*range(2), 5, *"x", k=1, **{"m": 2}))


class C:
    def method(self, a): return a
    @classmethod
    def make(cls, a): return a
    @staticmethod
    def tool(a): return a
    def __init__(self, a=0): pass
    def __call__(self, x): return x


calls = [lambda: everything(), lambda: everything(1), lambda: everything(d=4), lambda: everything(a=1, d=4), lambda: only_keywords(), lambda: only_keywords(1),
         lambda: only_keywords(key=1, kye=2), lambda: only_positional(x=1), lambda: only_positional(1, 2, 3), lambda: only_positional(), lambda: plain(), lambda: plain(1),
         lambda: plain(1, 2, 3, 4), lambda: plain(1, 2, second=3), lambda: plain(1, 2, fourth=3), lambda: plain(1, 2, *[3, 4]), lambda: plain(1, 2, **{"first": 3}), lambda: plain(*5),
         lambda: plain(**5), lambda: plain(**{1: 2}), lambda: C().method(), lambda: C().method(1, 2), lambda: C.method(1), lambda: C.make(), lambda: C.tool(), lambda: C(1, 2), lambda: C()(1, 2),
         lambda: C(b=1), lambda: C.method(), lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: len(), lambda: len(1, 2), lambda: int("1", base=2, x=3), lambda: print(1, spe=2), lambda: sorted(),
         lambda: sorted([1], reversed=True), lambda: [].append(), lambda: "a".join(), lambda: isinstance(1), lambda: abs(), lambda: range(), lambda: range(1, 2, 3, 4), lambda: pow(1),
         lambda: "x"(), lambda: 5(), lambda: None(), lambda: [1](0), lambda: dict(1, 2), lambda: max(), lambda: enumerate(), lambda: zip(1), lambda: sum(), lambda: round(), lambda: {}.get(), lambda: ord(),
         lambda: divmod(1), lambda: hasattr(1), lambda: getattr(1, 2), lambda: object(1), lambda: C.nothing, lambda: map(), lambda: map(len), lambda: filter(1), lambda: str.upper(), lambda: str.upper(5),
         lambda: list.append([]), lambda: only_keywords(**{"key": 1}, key=2), lambda: int([]), lambda: int("x", 99), lambda: float({}), lambda: bool(1, 2), lambda: type(), lambda: id(), lambda: chr("a"), lambda: hash(),
         lambda: iter(5), lambda: next(5), lambda: reversed(5), lambda: set(1, 2), lambda: slice(), lambda: next(iter([])), lambda: int(None), lambda: float("1,5"), lambda: [1, 2, 3](1), lambda: C().x, lambda: (1).x, lambda: int("1.5"),
         lambda: isinstance(1, 2), lambda: issubclass(1, int), lambda: callable(), lambda: "abc"[1.0], lambda: (1, 2)["a"], lambda: round("x"), lambda: abs("x"), lambda: -"x", lambda: ~1.5, lambda: not_defined(), lambda: "a" + 1 + [],
         lambda: [] + 1, lambda: {} + 1, lambda: None + 1, lambda: 1 + None, lambda: len(5), lambda: 5[0], lambda: 5 in 5, lambda: [1] < 2, lambda: 1 < "a", lambda: None < None, lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: divmod(1, 0), lambda: 1.0 // 0, lambda: 1.0 % 0]
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, "-", error)
