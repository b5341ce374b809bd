# A TypedDict tells which keys are required, and makes plain dicts.
from typing import NamedTuple, NewType, NotRequired, Required, TypedDict, final, get_overloads, get_type_hints, overload


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Rated(Movie):
    stars: int
    note: NotRequired[str]


print(sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__)
print(get_type_hints(Movie), get_type_hints(Movie, include_extras=True))
print(Rated(title='Alien', stars=5), type(Movie()))
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)
Point = NamedTuple('Point', [('x', int), ('y', int)])
UserId = NewType('UserId', int)
print(Point(1, 2), UserId(3), UserId, UserId.__supertype__)


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


@final
class Leaf:
    pass


print(twice('ab'), len(get_overloads(twice)), Leaf.__final__)
