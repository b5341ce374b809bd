#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(List, GrowsShrinksAndFindsByIndex) {
    EXPECT_EQ(outputOf(R"(
a = [1, 2]
a.append(3); a.insert(0, 9); a.extend("xy"); a.insert(-100, "first"); a.insert(100, "last")
print(a, len(a), a[-1], a.pop(), a.pop(0), a.pop(-2))
a.remove(9); a.reverse()
print(a, a.index(3), a.count(2), 2 in a, a.copy() == a)
a.clear(); print(a)
)"),
              R"([9, 1, 2, 3, 'y'] 8 last last first x
['y', 3, 2, 1] 1 1 True True
[]
)");
}

TEST(List, SaysWhatIsWrongInCPythonsWords) {
    EXPECT_EQ(outputOf(R"(
a = [1, 2]
attempt(lambda: a[5]); attempt(lambda: a["x"]); attempt([].pop); attempt(a.pop, 7); attempt(a.remove, 5); attempt(a.index, 5)
attempt(lambda: a + (1,)); attempt(lambda: a * "x"); attempt(list, 5); attempt(a.append); attempt(lambda: a < 5)
)"),
              R"(IndexError: list index out of range
TypeError: list indices must be integers or slices, not str
IndexError: pop from empty list
IndexError: pop index out of range
ValueError: list.remove(x): x not in list
ValueError: 5 is not in list
TypeError: can only concatenate list (not "tuple") to list
TypeError: can't multiply sequence by non-int of type 'str'
TypeError: 'int' object is not iterable
TypeError: list.append() takes exactly one argument (0 given)
TypeError: '<' not supported between instances of 'list' and 'int'
)");
}

TEST(List, SlicesAreReadWrittenAndDeleted) {
    EXPECT_EQ(outputOf(R"(
a = list(range(8))
print(a[2:5], a[::-2], a[-3:], a[5:2])
a[1:3] = "abc"; print(a)
a[::4] = [0, 0, 0]; print(a)
del a[1:6:2]; print(a)
del a[::-3]; print(a)
a[2:2] = a; print(a)
def wrong(): a[::2] = [1]
attempt(wrong)
def zero(): return a[::0]
attempt(zero)
)"),
              R"([2, 3, 4] [7, 5, 3, 1] [5, 6, 7] []
[0, 'a', 'b', 'c', 3, 4, 5, 6, 7]
[0, 'a', 'b', 'c', 0, 4, 5, 6, 0]
[0, 'b', 0, 5, 6, 0]
[0, 'b', 5, 6]
[0, 'b', 0, 'b', 5, 6, 5, 6]
ValueError: attempt to assign sequence of size 1 to extended slice of size 4
ValueError: slice step cannot be zero
)");
}

TEST(List, SortIsStableAndAsksOnlyLess) {
    EXPECT_EQ(
        outputOf(R"(
class Card:
    def __init__(self, rank, suit): self.rank, self.suit = rank, suit
    def __lt__(self, other): return self.rank < other.rank
    def __repr__(self): return f"{self.rank}{self.suit}"
cards = [Card(r % 5, s) for r, s in zip(range(40, 0, -1), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN")]
print(sorted(cards)); print(sorted(cards, reverse=True)); print(sorted(cards, key=lambda c: (c.suit.lower(), c.rank)))
attempt(sorted, [1, "a"])
)"),
        R"([0a, 0f, 0k, 0p, 0u, 0z, 0E, 0J, 1e, 1j, 1o, 1t, 1y, 1D, 1I, 1N, 2d, 2i, 2n, 2s, 2x, 2C, 2H, 2M, 3c, 3h, 3m, 3r, 3w, 3B, 3G, 3L, 4b, 4g, 4l, 4q, 4v, 4A, 4F, 4K]
[4b, 4g, 4l, 4q, 4v, 4A, 4F, 4K, 3c, 3h, 3m, 3r, 3w, 3B, 3G, 3L, 2d, 2i, 2n, 2s, 2x, 2C, 2H, 2M, 1e, 1j, 1o, 1t, 1y, 1D, 1I, 1N, 0a, 0f, 0k, 0p, 0u, 0z, 0E, 0J]
[0a, 4A, 3B, 4b, 2C, 3c, 1D, 2d, 0E, 1e, 0f, 4F, 3G, 4g, 2H, 3h, 1I, 2i, 0J, 1j, 0k, 4K, 3L, 4l, 2M, 3m, 1N, 2n, 1o, 0p, 4q, 3r, 2s, 1t, 0u, 4v, 3w, 2x, 1y, 0z]
TypeError: '<' not supported between instances of 'str' and 'int'
)");
}

TEST(List, AListThatChangesWhileItIsSortedIsAnError) {
    EXPECT_EQ(outputOf(R"(
a = [3, 1, 2]
attempt(a.sort, key=lambda v: a.append(v) or v)
)"),
              R"(ValueError: list modified during sort
)");
}

TEST(List, AKeyThatRaisesLeavesAllItems) {
    EXPECT_EQ(outputOf(R"(
a = [3, 1, 0, 2]
attempt(a.sort, key=lambda v: 1 / v)
print(sorted(a))
)"),
              R"(ZeroDivisionError: division by zero
[0, 1, 2, 3]
)");
}

TEST(List, ReprOfAListInItself) {
    EXPECT_EQ(outputOf(R"(
a = [1]
a.append(a)
print(a, [a, (a,)])
)"),
              R"([1, [...]] [[1, [...]], ([1, [...]],)]
)");
}

TEST(List, ComparesItemByItem) {
    EXPECT_EQ(outputOf(R"(
print([1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], [1, 2] == [1, 2.0], [] != [0], [[1], 2] <= [[1], 2])
)"),
              R"(True True True True True True
)");
}

TEST(List, InPlaceOperatorsKeepTheObject) {
    EXPECT_EQ(outputOf(R"(
a = b = [1]
a += "xy"; a *= 2
print(b, a is b)
a *= 0; print(b)
)"),
              R"([1, 'x', 'y', 1, 'x', 'y'] True
[]
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
