#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Functools, PartialJoinsArguments) {
    EXPECT_EQ(
        outputOf(R"(
from functools import partial
def f(*args, **keywords): return args, keywords
p = partial(f, 1, x=2)
print(p(3, y=4), p(x=5), p.args, p.keywords, p.func is f, partial(p, 9)(), partial(print, 1, a=2))
attempt(partial); attempt(partial, 5)
)"),
        R"(((1, 3), {'x': 2, 'y': 4}) ((1,), {'x': 5}) (1,) {'x': 2} True ((1, 9), {'x': 2}) functools.partial(<built-in function print>, 1, a=2)
TypeError: type 'partial' takes at least one argument
TypeError: the first argument must be callable
)");
}

TEST(Functools, WrapsCopiesWhatNamesAFunction) {
    EXPECT_EQ(outputOf(R"(
from functools import wraps
def log(f):
    @wraps(f)
    def inner(*args): return f(*args)
    return inner
@log
def add(a, b):
    "Adds."
    return a + b
print(add.__name__, add.__doc__, add.__wrapped__(1, 2), add(3, 4), add.__qualname__)
)"),
              R"(add Adds. 3 7 add
)");
}

TEST(Functools, CachesRememberAndForget) {
    EXPECT_EQ(outputOf(R"(
from functools import lru_cache, cache
@lru_cache(maxsize=2)
def f(x):
    print("call", x)
    return x
for x in (1, 2, 1, 3, 2): f(x)
print(f.cache_info()); f.cache_clear(); print(f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(100), fib.cache_info())
)"),
              R"(call 1
call 2
call 3
call 2
CacheInfo(hits=1, misses=4, maxsize=2, currsize=2)
CacheInfo(hits=0, misses=0, maxsize=2, currsize=0)
354224848179261915075 CacheInfo(hits=98, misses=101, maxsize=None, currsize=101)
)");
}

TEST(Functools, TheOtherHelpers) {
    EXPECT_EQ(outputOf(R"(
from functools import reduce, total_ordering, cached_property, cmp_to_key
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
attempt(reduce, max, [])
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
    @cached_property
    def twice(self):
        print("computed")
        return self.n * 2
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2)); v = V(4); print(v.twice, v.twice)
)"),
              R"(24 [3, 2, 1]
TypeError: reduce() of empty iterable with no initial value
True True False
computed
8 8
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
