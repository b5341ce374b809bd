"""__call__, __getattr__, __setattr__, __str__ against __repr__."""


class Magic:
    def __call__(self, *args):
        return args

    def __getattr__(self, name):
        if name.startswith("x"):
            return f"made up {name}"
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        print("setting", name)
        object.__setattr__(self, name, value)

    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"

    def __format__(self, spec):
        return f"format({spec})"

m = Magic()
m.real = 1
print(m(1, 2), m.real, m.xyz, hasattr(m, "y"), callable(m))
print(m, [m], f"{m} {m!r} {m!s:>5} {m:abc}", "%s %r" % (m, m))
