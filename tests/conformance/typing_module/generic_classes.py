"""What a generic class is generic in, and how many arguments it takes."""
from typing import Dict, Generic, List, Protocol, Sized, TypeVar, runtime_checkable

T = TypeVar("T")
K = TypeVar("K")


class Box(Generic[T]):
    pass


class Pair(Box[T], Generic[T, K]):
    pass


class OfInts(Box[int]):
    pass


class Listed(List[T]):
    pass


class Mapped(Dict[K, T]):
    pass


@runtime_checkable
class Opens(Protocol[T]):
    def open(self):
        pass


class Measured(Generic[T], Sized):
    def __len__(self):
        return 3


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for each in (Box, Pair, OfInts, Listed, Mapped, Opens):
    print(each.__name__, each.__parameters__, [base.__name__ for base in each.__mro__], each.__orig_bases__)
attempt(lambda: Box[int, str])
attempt(lambda: Pair[int])
attempt(lambda: OfInts[int])
attempt(lambda: (Box[K].__parameters__, Pair[int, K].__parameters__, Box[T][int], Mapped[str, int]))
attempt(lambda: (len(Measured()), isinstance(Listed(), list), isinstance(5, Opens), Dict[K, List[T]].__parameters__))
