"""__getattr__, __getattribute__, __setattr__, __delattr__, __dir__, __class_getitem__, __call__ ..."""


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self.log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self.log.append(f"del {name}")
        delattr(self._target, name)

    def __dir__(self):
        return ["only", "these"]


class Thing:
    kind = "thing"

    def __init__(self): self.value = 1
    def method(self): return f"method of {self.value}"


class Record(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no field {name!r}") from None
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
    def __missing__(self, key): return f"<{key}>"


class Strict:
    def __getattribute__(self, name):
        if name.startswith("_secret"):
            raise AttributeError("hands off")
        return super().__getattribute__(name)
    def __init__(self): self._secret, self.open = 1, 2


class Magic:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
    def __call__(self, *args, **kwargs): return args, kwargs
    def __len__(self): return 7
    def __contains__(self, item): return item == "magic"
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("delete", key)
    def __missing__(self, key): return "never"
    def __index__(self): return 3
    def __bytes__(self): return b"magic"
    def __format__(self, spec): return f"<{spec}>"
    def __complex__(self): return 1
    def __instancecheck__(self, other): return True
    def __sizeof__(self): return 1
    def __getattr__(self, name):
        if name.startswith("make_"):
            return lambda *a: (name[5:], a)
        raise AttributeError(name)


p = Proxy(Thing())
p.value = 5
print(p.method(), p.kind, p.value, dir(p), hasattr(p, "nothing"))
del p.value
print(p.log)
r = Record(a=1)
r.b = 2
del r.a
print(r, r.b, r["c"], getattr(r, "zz", "default"), "b" in r, r.get("c"))
s = Strict()
print(s.open, getattr(s, "_secret", "hidden"), vars(s))
m = Magic()
m[1:2, ...] = "x"
del m["k"]
print(Magic[int, "s"], m(1, k=2), len(m), "magic" in m, m[1], m[1:2], m[::3, 1], m[...], m[()], list(range(10))[m], bytes(m), f"{m:spec} {m}", m.make_tea(1, 2), "abc"[:m], bool(m))
for wrong in (lambda: m.other, lambda: p.nothing, lambda: r.zz, lambda: s._secret, lambda: iter(Thing()), lambda: Thing()[0], lambda: Thing()(), lambda: len(Thing()), lambda: Thing() + 1, lambda: Thing().value.x, lambda: Thing.method(), lambda: setattr(5, "x", 1),
              lambda: setattr(object(), "x", 1), lambda: getattr(m, 5), lambda: delattr(Thing(), "kind"), lambda: [].append.x, lambda: (lambda: 0).x, lambda: Thing.nope, lambda: int.x, lambda: setattr(int, "x", 1), lambda: None.x, lambda: "".x):
    try:
        print(wrong())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, "-", error)
f = lambda: 0
f.attribute = "functions have them too"
print(f.attribute, f.__dict__, f.__name__, Thing.method.__qualname__, Thing.__name__, Thing.__module__, Thing().method.__self__.value, Thing().method.__func__ is Thing.method, Thing.__dict__["kind"], type(Thing), type(type))
