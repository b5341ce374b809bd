"""Protocols: what isinstance() and issubclass() may ask them, and who can make instances."""
from abc import abstractmethod
from typing import Generic, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Silent(Protocol):
    def speak(self) -> str:
        return "..."


class Box(Protocol[T]):
    @abstractmethod
    def get(self) -> T: ...


class File:
    name = "file"

    def close(self):
        pass


class Closed:
    close = None


class Own(Closable, Silent):
    def __init__(self, size):
        self.size = size


print(isinstance(File(), Closable), isinstance(Closed(), Closable), issubclass(File, Closable), issubclass(int, Closable))
print(isinstance(File(), Named), isinstance(3, Named), isinstance(Own(3), Closable), Own(4).size, Own(1).speak())
print(type(Closable).__name__, Box[int], Box.__parameters__, Closable)
for attempt in (lambda: isinstance(3, Silent), lambda: issubclass(int, Silent), lambda: issubclass(File, Named),
                lambda: Closable(), lambda: runtime_checkable(int), lambda: type("X", (Box,), {})(),
                lambda: type("Y", (Protocol, File), {})):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
