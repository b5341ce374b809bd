"""The names of typing in annotations: they cost nothing and print as they should."""
import typing
from typing import Annotated, AsyncGenerator, AsyncIterator, Awaitable, Coroutine, Dict, Generator, Iterator, List, NoReturn, ParamSpec, Self, Set, Tuple

P = ParamSpec("P")


def f(a: List[int], b: Dict[str, Set[int]], c: Tuple[int, ...], d: Iterator[str]) -> Generator[int, None, str]:
    yield 1
    return "x"


async def g(x: AsyncIterator[int], y: AsyncGenerator[int, None], z: Awaitable[str], w: Coroutine[None, None, int]) -> NoReturn:
    raise SystemExit


class Chain:
    def then(self, other: Annotated[int, "a number"]) -> Self:
        return self


for function in (f, g, Chain.then):
    for name, hint in function.__annotations__.items():
        print(f"{name}: {hint}")
print(isinstance([], List), List[int] == typing.List[int], P, typing.get_origin(List[int]), typing.get_args(Dict[str, int]), Chain().then(1) is not None)
