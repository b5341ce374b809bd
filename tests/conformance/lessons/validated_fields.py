"""Fields that check themselves: a descriptor for each rule, used in a class like a type."""


class Field:
    def __init__(self, *, default=None):
        self.default = default

    def __set_name__(self, owner, name):
        self.public, self.private = name, f"_{name}"
        owner.fields = getattr(owner, "fields", ()) + (name,)

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.private, self.default)

    def __set__(self, instance, value):
        instance.__dict__[self.private] = self.validate(value)

    def validate(self, value):
        return value


class Text(Field):
    def __init__(self, longest, **options):
        super().__init__(**options)
        self.longest = longest

    def validate(self, value):
        if not isinstance(value, str):
            raise TypeError(f"{self.public} must be text, not {type(value).__name__}")
        if len(value) > self.longest:
            raise ValueError(f"{self.public} is longer than {self.longest}")
        return value.strip()


class Number(Field):
    def __init__(self, low=float("-inf"), high=float("inf"), **options):
        super().__init__(**options)
        self.low, self.high = low, high

    def validate(self, value):
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.public}={value!r} is not in {self.low}..{self.high}")
        return value


class Record:
    def __init__(self, **values):
        for name, value in values.items():
            if name not in self.fields:
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in self.fields)})"


class Pupil(Record):
    name = Text(10)
    grade = Number(1, 6, default=6)
    height = Number(0)


print(Pupil.fields, type(Pupil.name).__name__, Pupil.grade.high)
pupil = Pupil(name="  Ida ", height=1.31)
print(pupil, vars(pupil))
for values in ({"grade": 7}, {"name": 5}, {"name": "a very long name"}, {"shoe": 1}, {"height": -1}):
    try:
        Pupil(**values)
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
pupil.grade -= 4
print(pupil.grade, Pupil(name="Jo").grade)
