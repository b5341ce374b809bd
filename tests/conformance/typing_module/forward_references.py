"""Types named as text before they are there."""
from typing import (Annotated, Callable, ClassVar, Dict, List, Literal, NewType, Optional, Tuple, TypedDict, Union,
                    get_type_hints)


class Node:
    next: Optional["Node"]
    children: list["Node"]
    tag: Annotated["int", "meta"]

    def add(self, other: "Node", way: Literal["left"] = "left", call: Callable[["Node"], "str"] = None) -> "Node | None":
        return other


print(Node.__annotations__)
print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True)["tag"], get_type_hints(Node.add))
print(Union["A", int], List["A"], Dict[str, "A"], Tuple["A", ...], ClassVar["A"], Optional["A"] == Optional["A"])
Movie = TypedDict("Movie", {"title": str, "year": "int"})
print(Movie.__annotations__, get_type_hints(Movie), NewType("UserId", int), NewType("UserId", int)(3))
