#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Set, IntegersIterateInCPythonsOrder) {
    EXPECT_EQ(
        outputOf(R"(
print({30, 1, 17, 8, 100, 2}, set(range(20, 0, -3)), {x * x for x in range(12)}, {-1, -2, 5})
)"),
        R"({1, 2, 17, 100, 8, 30} {2, 5, 8, 11, 14, 17, 20} {0, 1, 64, 121, 4, 36, 100, 9, 16, 49, 81, 25} {5, -1, -2}
)");
}

TEST(Set, TheOrderSurvivesAHistoryOfChanges) {
    EXPECT_EQ(outputOf(R"(
import random
random.seed(11)
for _ in range(60):
    s = set()
    for _ in range(random.randrange(50)):
        k, x = random.randrange(7), random.randrange(90)
        if k < 3: s.add(x)
        elif k == 3: s.discard(x)
        elif k == 4 and s: s.pop()
        elif k == 5: s ^= {random.randrange(30) for _ in range(random.randrange(9))}
        else: s = random.choice([set.__or__, set.__and__, set.__sub__, set.__xor__])(s, set(range(x, x + 5)))
    print(*s)
)"),
              R"(0 2 7 9 72 15 17 20 21 87 24 37

3 12 13 14 16 20

1 79 18 26 37 38 39 40 41 50 56
0 1 3 2 5 7 8 9 10 17 18 19 21 22 23 24 26 28 47 49 50 53 66 76 77 79 89
64 65 66 67 63
1 2 6 7 8 9 10 17 18 19 20 86 24 25 26 27 52 63
64 2 4 11 12 16 17 18 83 20 21 25 39 43 44 45 46 47 49 57 60 61 62 63
51 52 88 62
24 33 68 55
7 11 15 23 25 27 63
25 26 47
81 18 17 21 23 24 25 89 30 33 35 43 50 56 60
64 67 71 16 61
2 4 7 10 12 14 16 20 84 87 88 89 90 91 28 27 29 25 26 39 45
69 70 71 72 73 10 13 81 83 84 85 86 87 23 28 37 38 39 40 41 58
9 13 20 21 22 24 25 31 45 48 49 50 51 52 58 59 60 61 62 75
32 35 36 37 38 39 5 10 12 13 49 51 27 30
7 8 12 15 17 18 20 22 23 24 25 27 28 29 48 52 54 55 59 80 86
24
64 67 9 10 75 12 14 15 19 23 25 89 90 28 91 92 31 37 41 50 51 52 53 54 55 57 59
67 69 70 71 8 13 17 18 25 27 37 38 39 40 41 42 43
39 88 25 58 60 63
48 49 22 40 45 46 47
3 5 13 79 85 25 26 28
53 27 28 29 30 31
1 2 66 33 6 12 13 46 79 17 22
4 37 38 6 7 39 40 41 42
3 8 10 12 13 15 80 17 82 19 85 22 23 87 25 28 29 47 48 54 55 56 57 58 59 61
2 69 70 71 72 73 74 6 44 79 20
1 3 4 69 70 71 72 73 68 8 12 13 15 16 17 19 20 21 22 25 28 29 36 39 47
1 65 3 8 9 14 19 86 24 28 32 33 35 43 46 56 57 58 59 60 61
3 4 5 8 73 75 76 77 14 78 79 11 18 83 20 21 86 87 88 89 16 27 24 29 28 33 34 35 36 37 38 41 44 49 51 55 63
65 66 67 4 68 70 71 8 9 72 11 12 73 74 15 16 17 18 82 25 28 36 37 38 39 40 54 63
87 88 89 90 91
0 65 4 7 9 74 11 14 75 17 18 20 23 24 25 26 27 29 36 37 38 39 40 46
2 66 69 6 5 8 10 75 14 15 16 21 25 26 27 29 30 31 32 33 43 50 51 52 53 54
14 15 17 18 19 37 51 63
1 3 67 7 8 9 10 15 82 83 84 85 86 20 19 23 26 28 29 30 31 32 50 51
0 66 2 4 70 73 9 12 76 77 78 20 21 86 22 25 32 43 46 50 57 58 59 60
8 20
2 3 6 7 8 73 11 44 14 15 17 18 21 23 29
5 6 39 71 38 78 15 16 18 85 21
0 2 8 13 18 21 23 24 25 28 32 33 38 39 40 41 42
65 2 1 6 39 8 14 47 16 17 18 19 86 26
18 42 56 74 75 76 77 78
71 42 79 16 18 51 19 89 59 61
32 33 12 13 78 49 23 24 25 27
20
10 13 22 27
68 69 70 71 72 36 12
52 60 15
0 2 4 8 73 9 12 18 22 23 26 28 49 50 62

69 10 11 12 14 79 16 83 84 85 86 87 19 20 21 24 25 27 28 29 38 39 40 41 42 50 52 53 54

2
0 1 3 5 6 71 8 9 10 12 14 79 80 81 82 83 15 16 20 85 22 89 26 29 31 38 45 46 53 56
69 6 7 9 71 73 13 74 75 16 17 82 20 21 22 27 29 37 44 47 50 59
)");
}

TEST(Set, Operators) {
    EXPECT_EQ(outputOf(R"(
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a < {1, 2, 3, 4}, a >= {1}, a == {3, 2, 1}, a.isdisjoint({9}), a.union(b, [7]), a.intersection([1, 2]))
a |= b; a -= {1}; a &= {2, 3, 4, 9}; a ^= {2, 5}
print(a)
attempt(lambda: a | [1]); attempt(lambda: a < [1])
)"),
              R"({1, 2, 3, 4} {3} {1, 2} {1, 2, 4} True True True True {1, 2, 3, 4, 7} {1, 2}
{3, 4, 5}
TypeError: unsupported operand type(s) for |: 'set' and 'list'
TypeError: '<' not supported between instances of 'set' and 'list'
)");
}

TEST(Set, MethodsAndErrors) {
    EXPECT_EQ(outputOf(R"(
s = {1}
s.add(2); s.discard(9); s.remove(1); s.update([5], (6,)); print(s)
attempt(s.remove, 77); attempt(set().pop); attempt(set, 5); attempt(lambda: {[]}); attempt(hash, s)
print(set(), frozenset(), frozenset({1}), {frozenset({1})}, {1} in {frozenset({1})}, hash(frozenset({1, 2})))
)"),
              R"({2, 5, 6}
KeyError: 77
KeyError: 'pop from an empty set'
TypeError: 'int' object is not iterable
TypeError: unhashable type: 'list'
TypeError: unhashable type: 'set'
set() frozenset() frozenset({1}) {frozenset({1})} True -1826646154956904602
)");
}

TEST(Set, GrowingWhileIteratingIsAnError) {
    EXPECT_EQ(outputOf(R"(
s = {1}
def grow():
    for x in s: s.add(x + 1)
attempt(grow)
)"),
              R"(RuntimeError: Set changed size during iteration
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
