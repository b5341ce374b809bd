"""Properties, data and non-data descriptors, __set_name__, and which of them wins."""


class Celsius:
    def __init__(self, degrees=0.0):
        self.degrees = degrees

    @property
    def degrees(self):
        """The temperature."""
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError(f"{value} is below absolute zero")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleting")
        del self._degrees

    fahrenheit = property(lambda self: self._degrees * 9 / 5 + 32)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print(f"  {owner.__name__}.{name} is {self.kind.__name__}")
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.name, None)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(instance, self.name, value)


class Lazy:
    """Non-data: what the instance stores takes its place."""

    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        value = instance.__dict__[self.function.__name__] = self.function(instance)
        return value


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age

    @Lazy
    def summary(self):
        print("  computing once")
        return f"{self.name} ({self.age})"


t = Celsius(25)
print(t.degrees, t.fahrenheit, Celsius.degrees.__doc__, type(Celsius.degrees))
for action in (lambda: setattr(t, "degrees", -300), lambda: setattr(t, "fahrenheit", 1),
               lambda: delattr(t, "fahrenheit"), lambda: delattr(t, "degrees"), lambda: t.degrees):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
p = Person("Ann", 30)
print(p.summary, p.summary, p.__dict__)
try:
    p.age = "old"
except TypeError as error:
    print(error)
p.summary = "replaced"
print(p.summary, Person.name.kind, vars(Person)["age"].name)
del p.summary
p.age += 1
print(p.summary)


class WriteOnly:
    secret = property(None, lambda self, value: print("set to", value))


w = WriteOnly()
w.secret = 3
try:
    w.secret
except AttributeError as error:
    print(error)
