// Programs that reach for what natives rely on: each ends in an error of Python's or does what it
// says, where CPython may crash.
#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {

TEST(HostilePrograms, DeleteBuiltinsThatTheEngineNeeds) {
    EXPECT_EQ(outputOf(R"(
import builtins
del builtins.ascii, builtins.__build_class__
print(f"{'ä'!a}")
def define():
    class A: pass
attempt(define)
)"),
              "'\\xe4'\nNameError: __build_class__ not found\n");
}

TEST(HostilePrograms, FindNothingOfTheEnginesAmongTheBuiltins) {
    EXPECT_EQ(outputOf(R"(
import builtins
print([name for name in builtins.__dict__ if not name.replace('_', '').isalnum()])
print('__union__' in builtins.__dict__)
)"),
              "[]\nFalse\n");
}

TEST(HostilePrograms, ReplaceTheModuleBehindCollections) {
    EXPECT_EQ(outputOf(R"(
import collections, sys
parts = sys.modules['_collections']
for name in list(vars(parts)):
    setattr(parts, name, list)
sys.modules['_collections'] = 5
line = collections.deque([1, 2])
print(list(line), list(reversed(line)), line.copy())
)"),
              "[1, 2] [2, 1] deque([1, 2])\n");
}

TEST(HostilePrograms, ChangeNotesWhileTheyAreShown) {
    EXPECT_EQ(outputOf(R"(
import traceback
class Note:
    def __str__(self):
        error.__notes__.clear()
        return "first"
error = ValueError("noted")
error.__notes__ = [Note(), "second"]
print("".join(traceback.format_exception_only(error)), end="")
)"),
              "ValueError: noted\nfirst\nsecond\n");
}

TEST(HostilePrograms, ChangeTheListInAnAliasWhileItIsShown) {
    EXPECT_EQ(outputOf(R"(
class Item:
    def __repr__(self):
        items.clear()
        return "item"
items = [Item(), Item()]
print(repr(list[items]))
)"),
              "list[[item]]\n");
}

TEST(HostilePrograms, RegisterClassesWhileTheyAreAskedFor) {
    EXPECT_EQ(outputOf(R"(
from abc import ABC
class Asked(ABC): pass
class Meta(type):
    registers = False  # which asks, in turn
    def __subclasscheck__(self, other):
        if not Meta.registers:
            Meta.registers = True
            for number in range(100):
                Asked.register(type('x', (), {}))
            Meta.registers = False
        return False
class First(metaclass=Meta): pass
class Second(metaclass=Meta): pass
Asked.register(First)
Asked.register(Second)
print(issubclass(int, Asked))
)"),
              "False\n");
}

TEST(HostilePrograms, AskForCountsBeyondAllNumbers) {
    EXPECT_EQ(outputOf(R"(
import itertools, random
attempt(lambda: (0).to_bytes(2**63 - 1, 'big'))
attempt(lambda: itertools.tee([1], 2**62))
attempt(lambda: random.sample(range(2**62), 2**60))
attempt(lambda: random.sample([1, 2], k=1, counts=[2**62, 2**62]))
)"),
              "MemoryError: \nMemoryError: \nMemoryError: \n"
              "OverflowError: the counts are too large to be added\n");
}

TEST(HostilePrograms, NestAliasesWithoutEnd) {
    EXPECT_EQ(outputOf(R"(
import types
alias = list[int]
for number in range(50_000):
    alias = types.GenericAlias(list, (alias,))
attempt(lambda: alias.__parameters__)
)"),
              "RecursionError: maximum recursion depth exceeded\n");
}

TEST(HostilePrograms, NestMethodsWithoutEnd) {
    EXPECT_EQ(outputOf(R"(
import types
method = print
wrapped = print
for number in range(50_000):
    method = types.MethodType(method, 1)
    wrapped = classmethod(wrapped)
attempt(lambda: method.missing)
attempt(lambda: wrapped.__get__(None, int))
)"),
              "RecursionError: maximum recursion depth exceeded\n"
              "RecursionError: maximum recursion depth exceeded\n");
}

TEST(HostilePrograms, EmptyADequeWhileItIsToldWhereToInsert) {
    EXPECT_EQ(outputOf(R"(
from collections import deque
class Where:
    def __index__(self):
        line.clear()
        return 2
line = deque([1, 2, 3])
line.insert(Where(), 9)
print(line)
)"),
              "deque([9])\n");
}

}  // namespace coroscope::runtime::test
