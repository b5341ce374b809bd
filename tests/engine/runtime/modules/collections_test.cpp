#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Collections, NamedTuplesHaveFields) {
    EXPECT_EQ(outputOf(R"(
from collections import namedtuple
P = namedtuple("P", "x y", defaults=[0])
print(P(1), P(1, y=2).y, P(3)._asdict(), P(3)._replace(y=5), P._fields, P(1, 2) == (1, 2))
attempt(P); attempt(P, 1, 2, 3); attempt(P, 1, z=2); attempt(namedtuple, "A", "a a")
)"),
              R"(P(x=1, y=0) 2 {'x': 3, 'y': 0} P(x=3, y=5) ('x', 'y') True
TypeError: P.__new__() missing 1 required positional argument: 'x'
TypeError: P.__new__() takes from 2 to 3 positional arguments but 4 were given
TypeError: P.__new__() got an unexpected keyword argument 'z'
ValueError: Encountered duplicate field name: 'a'
)");
}

TEST(Collections, DequesAreOpenAtBothEnds) {
    EXPECT_EQ(outputOf(R"(
from collections import deque
d = deque([1, 2, 3], maxlen=3)
d.append(4); d.appendleft(0); print(d, d.popleft(), d.pop(), d)
d.rotate(1); d.extend("xy"); print(d, d[1], len(d), list(reversed(d)), deque("ab") + deque("c"))
attempt(deque().pop); attempt(d.remove, 77); attempt(lambda: d[9])
)"),
              R"(deque([2], maxlen=3) 0 3 deque([2], maxlen=3)
deque([2, 'x', 'y'], maxlen=3) x 3 ['y', 'x', 2] deque(['a', 'b', 'c'])
IndexError: pop from an empty deque
ValueError: 77 is not in deque
IndexError: deque index out of range
)");
}

TEST(Collections, CountersCount) {
    EXPECT_EQ(
        outputOf(R"(
from collections import Counter
c = Counter("abracadabra")
print(c, c.most_common(2), c["zz"], c + Counter("aab"), c - Counter("aaaab"), c.total())
)"),
        R"(Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 Counter({'a': 7, 'b': 3, 'r': 2, 'c': 1, 'd': 1}) Counter({'r': 2, 'a': 1, 'b': 1, 'c': 1, 'd': 1}) 11
)");
}

TEST(Collections, DefaultDictsMakeWhatIsMissing) {
    EXPECT_EQ(outputOf(R"(
from collections import defaultdict, OrderedDict
d = defaultdict(list)
d["a"].append(1); d["b"]
print(d, dict(d), d.get("c")); o = OrderedDict(a=1, b=2); o.move_to_end("a"); print(o)
)"),
              R"(defaultdict(<class 'list'>, {'a': [1], 'b': []}) {'a': [1], 'b': []} None
OrderedDict([('b', 2), ('a', 1)])
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
