"""Type hints at work: generics, protocols, unions, literals; none of them is enforced."""
from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Callable, ClassVar, Generic, Iterable, Literal, Optional, Protocol, TypeVar, Union, get_type_hints, runtime_checkable

T = TypeVar("T")
Level = Literal["low", "high"]


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: list[T] = []

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self._items.pop() if self._items else None

    def __iter__(self) -> Iterable[T]:
        while self._items:
            yield self._items.pop()


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None:
        ...


class Door:
    def close(self) -> None:
        print("bang")


@dataclass
class Job:
    name: str
    level: Level = "low"
    run: Callable[[int], int] | None = None
    made: ClassVar[int] = 0
    extras: dict[str, Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        type(self).made += 1


def first(items: Iterable[T], default: Union[T, None] = None) -> T | None:
    for item in items:
        return item
    return default


stack: Stack[int] = Stack[int]()
print([*stack.push(1).push("no check").push(3)], stack.pop(), Stack[int] == Stack[int], isinstance(stack, Stack))
print(isinstance(Door(), Closes), isinstance(5, Closes), issubclass(Door, Closes))
print(Job("a"), Job("b", "wrong level"), Job.made, [f.name for f in fields(Job)])
print(first.__annotations__, first("xyz"), first([], 0))
unused: int
print("unused" in globals(), __annotations__, Job.__annotations__["run"])
print(list[int], dict[str, list[int]], int | None, tuple[int, ...], isinstance(3, int | str))
print({name: hint for name, hint in get_type_hints(Door.close).items()})
