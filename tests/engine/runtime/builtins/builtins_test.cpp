#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Builtins, PrintSeparatesAndEnds) {
    EXPECT_EQ(outputOf(R"(
print(1, "a", None, 2.5, [1], sep="-", end="!\n")
print()
print("x", end="")
print("y", sep=None, end=None)
attempt(print, 1, foo=2); attempt(print, 1, sep=3)
)"),
              R"(1-a-None-2.5-[1]!

xy
TypeError: 'foo' is an invalid keyword argument for print()
TypeError: sep must be None or a string, not int
)");
}

TEST(Builtins, WhatStrPrintsComesInOrder) {
    EXPECT_EQ(outputOf(R"(
class Loud:
    def __str__(self):
        print("[str]")
        return "loud"
print("before", Loud(), "after")
)"),
              R"(before [str]
loud after
)");
}

TEST(Builtins, WhatCameBeforeAnErrorIsPrinted) {
    EXPECT_EQ(outputOf(R"(
class Bad:
    def __str__(self): raise ValueError("no text")
attempt(print, "before", Bad())
)"),
              R"(before ValueError: no text
)");
}

TEST(Builtins, MinMaxAndSum) {
    EXPECT_EQ(outputOf(R"(
print(min(3, 1, 2), max("hello"), min([], default=0), max([3, -9], key=abs), sum([1, 2.5]), sum([[1], [2]], []), sum(range(10), 100))
attempt(max, []); attempt(min); attempt(max, 1, 2, default=3); attempt(sum, ["a"], "")
)"),
              R"(1 o 0 -9 3.5 [1, 2] 145
ValueError: max() arg is an empty sequence
TypeError: min expected at least 1 argument, got 0
TypeError: Cannot specify a default for max() with multiple positional arguments
TypeError: sum() can't sum strings [use ''.join(seq) instead]
)");
}

TEST(Builtins, IteratorsOfTheBuiltins) {
    EXPECT_EQ(outputOf(R"(
print(list(zip([1, 2], "ab")), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, ""])), list(enumerate("ab", 5)), list(reversed("abc")))
attempt(lambda: list(zip([1], [1, 2], strict=True))); attempt(lambda: list(zip([1, 2], [1], strict=True)))
print(list(iter(iter([1, 2, 0, 3]).__next__, 0)), next(iter([]), "none"), any([0, 1]), all([]))
attempt(next, iter([])); attempt(next, 5); attempt(iter, 5); attempt(reversed, {1})
)"),
              R"([(1, 'a'), (2, 'b')] [8, 9] [1] [(5, 'a'), (6, 'b')] ['c', 'b', 'a']
ValueError: zip() argument 2 is longer than argument 1
ValueError: zip() argument 2 is shorter than argument 1
[1, 2] none True True
StopIteration: 
TypeError: 'int' object is not an iterator
TypeError: 'int' object is not iterable
TypeError: 'set' object is not reversible
)");
}

TEST(Builtins, TheOldSequenceProtocolIterates) {
    EXPECT_EQ(outputOf(R"(
class Squares:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * i
    def __len__(self): return 4
print(list(Squares()), 9 in Squares(), list(reversed(Squares())))
)"),
              R"([0, 1, 4, 9] True [9, 4, 1, 0]
)");
}

TEST(Builtins, AttributesByName) {
    EXPECT_EQ(outputOf(R"(
class A: x = 1
a = A()
setattr(a, "y", 2)
print(getattr(a, "x"), getattr(a, "z", 0), hasattr(a, "y"), vars(a), callable(A), callable(a), isinstance(a, (int, A)), issubclass(bool, int))
delattr(a, "y"); attempt(getattr, a, "y"); attempt(isinstance, 1, 5); attempt(getattr, a, 5)
)"),
              R"(1 0 True {'y': 2} True False True True
AttributeError: 'A' object has no attribute 'y'
TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
TypeError: attribute name must be string, not 'int'
)");
}

TEST(Builtins, NumbersAndCharacters) {
    EXPECT_EQ(outputOf(R"(
print(abs(-3), divmod(7, -2), pow(2, 10, 7), round(2.5), round(2.567, 2), hex(255), oct(8), bin(-5), chr(8364), ord("a"), ascii("\u00e9\U0001f600"))
attempt(chr, -1); attempt(ord, "ab"); attempt(round, "a"); attempt(hex, 1.5); attempt(len, 5)
)"),
              R"(3 (-4, -1) 2 2 2.57 0xff 0o10 -0b101 € 97 '\xe9\U0001f600'
ValueError: chr() arg not in range(0x110000)
TypeError: ord() expected a character, but string of length 2 found
TypeError: type str doesn't define __round__ method
TypeError: 'float' object cannot be interpreted as an integer
TypeError: object of type 'int' has no len()
)");
}

TEST(Builtins, InputWithoutLinesIsAtItsEnd) {
    EXPECT_EQ(outputOf(R"(
attempt(input)
)"),
              R"(EOFError: EOF when reading a line
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
