"""get_type_hints gives annotations that are text their meaning."""
from __future__ import annotations

from typing import Optional, get_type_hints


class Node:
    parent: Optional[Node]
    children: list[Node]
    weight: int | None = None

    def walk(self, depth: int = 0) -> dict[str, tuple[int, ...]]:
        ...


class Leaf(Node):
    colour: "str"


def nothing(a, b: None) -> None:
    ...


def unknown(x: Missing):
    ...


print(Node.__annotations__)
print(get_type_hints(Leaf))
print(get_type_hints(Node.walk), get_type_hints(nothing))
try:
    get_type_hints(unknown)
except NameError as error:
    print(error)
