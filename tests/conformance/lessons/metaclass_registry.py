"""A metaclass that registers classes, counts instances and adds methods; type() with three arguments."""


class Registry(type):
    classes = {}

    def __new__(mcs, name, bases, namespace, *, tag=None, **kwargs):
        cls = super().__new__(mcs, name, bases, namespace, **kwargs)
        cls.tag = tag or name.lower()
        mcs.classes[cls.tag] = cls
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.instances = 0

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        cls.instances += 1
        return instance

    def __iter__(cls):
        return iter(cls.classes)

    def __repr__(cls):
        return f"<{cls.__name__} ({cls.tag})>"

    def __contains__(cls, name):
        return name in vars(cls)


class Base(metaclass=Registry):
    x = 1


class Special(Base, tag="VIP"):
    def __init__(self, value):
        self.value = value


print(list(Base), Special, Special(5).value, Special(6).value, Special.instances, Base.instances, type(Special).__name__, "x" in Base, "x" in Special, isinstance(Special, Registry))
Point = type("Point", (), {"x": 0, "__repr__": lambda self: f"Point({self.x})", "move": lambda self, d: setattr(self, "x", self.x + d)})
p = Point()
p.move(3)
print(p, Point.__name__, Point.__bases__, type(p) is Point, vars(p))


class Ordered(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        print("preparing", name)
        return {"prepared": True}

    def __new__(mcs, name, bases, namespace):
        namespace["fields"] = [k for k in namespace if not k.startswith("__")]
        return super().__new__(mcs, name, bases, namespace)


class Record(metaclass=Ordered):
    b = 1
    a = 2
    def method(self): pass


print(Record.fields, Record.prepared)
for wrong in (lambda: type("X", (Base, Record), {}), lambda: type("X", (int, str), {}), lambda: type("X"), lambda: type("X", 5, {}), lambda: type(1, (), {}), lambda: type("X", (bool,), {})):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
