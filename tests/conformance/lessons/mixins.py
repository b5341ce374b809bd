"""Small classes that each add one ability, joined by inheritance."""
import json


class ReprMixin:
    def __repr__(self):
        inside = ", ".join(f"{k}={v!r}" for k, v in vars(self).items() if not k.startswith("_"))
        return f"{type(self).__name__}({inside})"


class JsonMixin:
    def to_json(self, **options):
        return json.dumps(vars(self), **options)

    @classmethod
    def from_json(cls, text):
        return cls(**json.loads(text))


class CompareMixin:
    key = ()

    def _key(self):
        return tuple(getattr(self, name) for name in self.key)

    def __eq__(self, other):
        return type(self) is type(other) and self._key() == other._key()

    def __lt__(self, other):
        return self._key() < other._key()


class CountedMixin:
    made = 0

    def __init__(self, **rest):
        super().__init__(**rest)
        type(self).made += 1


class NamedBase:
    def __init__(self, name, **rest):
        super().__init__(**rest)
        self.name = name


class City(CountedMixin, ReprMixin, JsonMixin, CompareMixin, NamedBase):
    key = ("country", "name")

    def __init__(self, country, **rest):
        super().__init__(**rest)
        self.country = country


class Village(City):
    made = 100


print([cls.__name__ for cls in City.__mro__])
cities = [City(name="Lyon", country="FR"), City(name="Bonn", country="DE"), City(name="Arles", country="FR")]
print(sorted(cities))
print(cities[0].to_json(sort_keys=True), City.from_json('{"name": "Bonn", "country": "DE"}') == cities[1])
print(Village(name="Ars", country="FR"), City.made, Village.made)
print(cities[0] == "Lyon", cities[0] != cities[1], City.__hash__)
try:
    City(name="X", country="Y", mayor="Z")
except TypeError as error:
    print(error)
