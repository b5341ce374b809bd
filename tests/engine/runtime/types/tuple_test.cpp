#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Tuple, ReprsAndOperators) {
    EXPECT_EQ(outputOf(R"(
print((), (1,), (1, 2) + (3,), (1, 2) * 2, (1, 2, 3)[::-1], (1, 2)[0], (1, 2, 1).count(1), (1, 2).index(2))
attempt(lambda: (1,) + [2]); attempt(lambda: (1, 2)[5]); attempt((1,).index, 4); attempt(tuple, 5)
)"),
              R"(() (1,) (1, 2, 3) (1, 2, 1, 2) (3, 2, 1) 1 2 1
TypeError: can only concatenate tuple (not "list") to tuple
IndexError: tuple index out of range
ValueError: tuple.index(x): x not in tuple
TypeError: 'int' object is not iterable
)");
}

TEST(Tuple, HashesAsCPythonDoes) {
    EXPECT_EQ(outputOf(R"(
print(hash((1, 2, 3)), hash(()), hash((1, (2.5, -1))), hash((True, None)) == hash((1, None)))
attempt(hash, ([],))
)"),
              R"(529344067295497451 5740354900026072187 5356097903715399607 True
TypeError: unhashable type: 'list'
)");
}

TEST(Tuple, ASubclassHasItemsAndAttributes) {
    EXPECT_EQ(outputOf(R"(
class Point(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
p = Point(1, 2)
p.label = "p"
print(p, p.label, p == (1, 2), p[1], len(p), type(p[:]).__name__, {p: 1}[(1, 2)])
)"),
              R"((1, 2) p True 2 2 tuple 1
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
