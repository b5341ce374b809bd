#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Range, IsASequence) {
    EXPECT_EQ(
        outputOf(R"(
r = range(1, 20, 3)
print(r, len(r), r[2], r[-1], r[1:4], r[::-1], list(reversed(r)), 7 in r, 8 in r, 7.0 in r, r.index(7), r.count(8))
print(range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)), list(range(5, 0, -2)), range(3).stop)
)"),
        R"(range(1, 20, 3) 7 7 19 range(4, 13, 3) range(19, -2, -3) [19, 16, 13, 10, 7, 4, 1] True False True 2 0
True True -8338477496398685190 [5, 3, 1] 3
)");
}

TEST(Range, SaysWhatIsWrong) {
    EXPECT_EQ(outputOf(R"(
attempt(range, 0, 1, 0); attempt(range, "a"); attempt(range); attempt(lambda: range(3)[3]); attempt(range(3).index, 9); attempt(range, 1.5)
)"),
              R"(ValueError: range() arg 3 must not be zero
TypeError: 'str' object cannot be interpreted as an integer
TypeError: range expected at least 1 argument, got 0
IndexError: range object index out of range
ValueError: 9 is not in range
TypeError: 'float' object cannot be interpreted as an integer
)");
}

TEST(Range, SlicesGiveTheirIndices) {
    EXPECT_EQ(outputOf(R"(
print(slice(1, None, 2), slice(None, None, -1).indices(5), slice(2, 100).indices(4), slice(1, 2) == slice(1, 2))
)"),
              R"(slice(1, None, 2) (4, -1, -1) (2, 4, 1) True
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
