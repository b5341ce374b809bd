#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(ImportableNames, TypingNamesMakeAnnotations) {
    EXPECT_EQ(
        outputOf(R"(
from typing import Any, Callable, Dict, Generic, List, Optional, Protocol, TypeVar, Union
T = TypeVar("T")
class Box(Generic[T]):
    def __init__(self, value: T) -> None: self.value = value
class Runs(Protocol):
    def run(self) -> Optional[int]: ...
print(Optional[int], Union[int, str], List[int], Dict[str, Any], Callable[[int], str], list[int], dict[str, list[int]], int | None, T)
print(Box[int](3).value, isinstance(3, int | str), isinstance("a", Union[int, str]))
)"),
        R"(typing.Optional[int] typing.Union[int, str] typing.List[int] typing.Dict[str, typing.Any] typing.Callable[[int], str] list[int] dict[str, list[int]] int | None ~T
3 True True
)");
}

TEST(ImportableNames, AbstractClassesCannotBeMade) {
    EXPECT_EQ(outputOf(R"(
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
class Square(Shape):
    def area(self): return 4
attempt(Shape); print(Square().area(), isinstance(Square(), Shape))
)"),
              R"(TypeError: Can't instantiate abstract class Shape with abstract method area
4 True
)");
}

TEST(ImportableNames, CollectionsAreKnownByTheirMethods) {
    EXPECT_EQ(outputOf(R"(
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
print(isinstance([], Iterable), isinstance(5, Iterable), isinstance({}, Mapping), isinstance("a", Sequence), isinstance(len, Callable), isinstance(iter([]), Iterator), issubclass(dict, Iterable))
)"),
              R"(True False True True True True True
)");
}

TEST(ImportableNames, SysTellsOfPython311) {
    EXPECT_EQ(
        outputOf(R"(
import sys
print(sys.version_info[:3], sys.version_info, sys.version_info >= (3, 8), sys.maxsize, sys.platform, sys.byteorder, sys.exc_info())
sys.stdout.write("written\n")
attempt(sys.setrecursionlimit, 0)
try: sys.exit("bye")
except SystemExit as error: print(error.code)
)"),
        R"((3, 11, 2) sys.version_info(major=3, minor=11, micro=2, releaselevel='final', serial=0) True 9223372036854775807 linux little (None, None, None)
written
ValueError: recursion limit must be greater or equal than 1
bye
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
