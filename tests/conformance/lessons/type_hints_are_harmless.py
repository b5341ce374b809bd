"""Annotations of every form, generics, protocols, NewType, overloads: all accepted, none enforced."""
from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import (TYPE_CHECKING, Any, ClassVar, Final, Generic, Literal, NamedTuple, NewType, Optional, TypeVar, Union, cast, overload)

if TYPE_CHECKING:
    from nowhere import Nothing

T = TypeVar("T")
UserId = NewType("UserId", int)
Handler = Callable[[str, int], Awaitable[None]]
Json = Union[dict[str, "Json"], list["Json"], str, int, None]
MAX: Final[int] = 3


class Movie(total=False):
    title: str
    year: int


class Pair(NamedTuple):
    left: int
    right: str = "r"

    def swap(self) -> tuple[str, int]:
        return self.right, self.left


class Box(Generic[T]):
    count: ClassVar[int] = 0

    def __init__(self, item: T) -> None:
        self.item: T = item

    def get(self) -> T:
        return self.item


@dataclass
class Node:
    value: Missing | None
    next: Optional[Node] = None


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


async def numbers(n: int = 2, /, *, step: Literal[1, 2] = 1) -> AsyncIterator[int]:
    for i in range(0, n, step):
        yield i


async def apply(handler: Handler, items: Iterable[str]) -> None:
    for i, item in enumerate(items):
        await handler(item, i)


async def show(text: str, number: int) -> None:
    print(text, number)


async def main() -> None:
    user: UserId = UserId(5)
    movie: dict[str, str | int] = {"title": "Brazil", "year": 1985}
    wrong: int = "not an int"
    print(user, movie, wrong, Pair(1), Pair(1).swap(), Box[int]("text").get(), Node(1, Node(2)), double("ab"), cast(int, "x"), MAX)
    print([n async for n in numbers(4, step=2)], numbers.__annotations__, Box.__name__, Pair._fields, Pair.__annotations__ if False else "-")
    await apply(show, ["a", "b"])
    x: list[dict[str, Any]] | None
    print(isinstance(Box(1), Box), issubclass(Pair, tuple))


asyncio.run(main())
