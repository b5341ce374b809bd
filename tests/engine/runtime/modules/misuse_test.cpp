// What modules do with arguments and comparisons that mean no good.
#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(HiddenHalves, RefuseWhatTheyCannotUse) {
    EXPECT_EQ(outputOf(R"(
import sys
import abc, re, traceback
hidden = sys.modules
attempt(hidden['_re'].compile, 5, 0)
attempt(hidden['_re'].compile('a', 0).match, 5, 0, 1, 0, False)
attempt(hidden['_re'].compile('a', 0).match, 'ba', -7, 99, 9, False)
attempt(hidden['_abc'].make_abstract, 5, 6)
attempt(hidden['_abc'].make_abstract, int, str)
attempt(hidden['_traceback'].report, 5, None, True)
attempt(hidden['_traceback'].source_line, 5, 5)
)"),
              R"(TypeError: a pattern is text or bytes
TypeError: a subject is text or bytes
None
TypeError: a class and ABCMeta are needed
TypeError: a class and ABCMeta are needed
TypeError: an exception is needed
TypeError: a file name must be str
)");
}

TEST(Heapq, NoticesAComparisonThatChangesTheList) {
    EXPECT_EQ(outputOf(R"(
import heapq
class Emptying:
    def __lt__(self, other):
        heap.clear()
        return True
heap = [Emptying() for _ in range(5)]
attempt(heapq.heapify, heap)
heap.extend(Emptying() for _ in range(5))
attempt(heapq.heappop, heap)
heap.extend(Emptying() for _ in range(5))
attempt(heapq.heappushpop, heap, Emptying())
)"),
              R"(RuntimeError: list changed size during iteration
RuntimeError: list changed size during iteration
IndexError: index out of range
)");
}

TEST(Json, NestsNoDeeperThanTheInterpreter) {
    EXPECT_EQ(outputOf(R"(
import json
attempt(json.loads, '[' * 100_000)
)"),
              "RecursionError: maximum recursion depth exceeded\n");
}

TEST(Metaclasses, AreAskedInTheOrderOfCPython) {
    EXPECT_EQ(outputOf(R"(
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases): print("prepare", name); return {}
    def __new__(meta, name, bases, body): print("new"); return super().__new__(meta, name, bases, body)
    def __init__(cls, name, bases, body): print("init")
    def __call__(cls, *args): print("call", args); return super().__call__()
class A(metaclass=Meta): print("body")
class B(A): pass
print(type(B) is Meta, type(A()) is A)
)"),
              R"(prepare A
body
new
init
prepare B
new
init
call ()
True True
)");
}

TEST(Metaclasses, MustPrepareADict) {
    EXPECT_EQ(outputOf(R"(
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases): return 5
try:
    class A(metaclass=Meta): pass
except TypeError as error:
    print(error)
)"),
              "Meta.__prepare__() must return a dict under Coroscope, not int\n");
}

TEST(Hash, OfAClassIsWhatItsMethodReturns) {
    EXPECT_EQ(outputOf(R"(
class Key:
    def __hash__(self): return hash("ann")
    def __eq__(self, other): return other == "ann"
print({Key(): 1}["ann"], {"ann": 2}[Key()], hash(Key()) == hash("ann"))
)"),
              "1 2 True\n");
}

}  // namespace
}  // namespace coroscope::runtime::test
