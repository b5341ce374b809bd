#include <gtest/gtest.h>

#include "tests/engine/runtime/attempts.h"

namespace coroscope::runtime::test {
namespace {

TEST(Dict, KeepsTheOrderOfInsertion) {
    EXPECT_EQ(outputOf(R"(
d = {"b": 1, "a": 2}
d["c"] = 3; d["b"] = 9; del d["a"]; d["a"] = 4
print(d, list(d), list(reversed(d)), d.popitem(), d.pop("b"), d)
)"),
              R"({'c': 3} ['b', 'c', 'a'] ['a', 'c', 'b'] ('a', 4) 9 {'c': 3}
)");
}

TEST(Dict, KeysThatAreEqualAreOne) {
    EXPECT_EQ(outputOf(R"(
d = {1: "int"}
d[1.0] = "float"; d[True] = "bool"
print(d, d.get(1), d.get(2), d.get(2, 0))
)"),
              R"({1: 'bool'} bool None 0
)");
}

TEST(Dict, AKeyErrorCarriesTheKey) {
    EXPECT_EQ(outputOf(R"(
d = {}
attempt(lambda: d["k"]); attempt(d.pop, (1, 2)); attempt(d.popitem); attempt(lambda: d[[]])
)"),
              R"(KeyError: 'k'
KeyError: (1, 2)
KeyError: 'popitem(): dictionary is empty'
TypeError: unhashable type: 'list'
)");
}

TEST(Dict, ManyKeysComeAndGo) {
    EXPECT_EQ(outputOf(R"(
d = {}
for i in range(2000): d[i * 7919 % 4001] = i
for i in range(0, 4001, 2): d.pop(i, None)
print(len(d), sum(d), sum(d.values()), list(d)[:5])
while len(d) > 3: d.popitem()
print(d)
)"),
              R"(996 2003256 996264 [3835, 3669, 3503, 3337, 3171]
{3835: 2, 3669: 4, 3503: 6}
)");
}

TEST(Dict, UpdatesFromMappingsPairsAndKeywords) {
    EXPECT_EQ(
        outputOf(R"(
d = dict(a=1)
d.update({"b": 2}, c=3); d.update([("d", 4), "ef"])
print(d, d | {"a": 0}, dict.fromkeys("ab", 0), dict(zip("xy", (1, 2))))
d |= [("z", 26)]; print(d)
attempt(dict, [(1, 2), (3,)]); attempt(dict, [1]); attempt(dict, 5); attempt(lambda: d | 5)
)"),
        R"({'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 'f'} {'a': 0, 'b': 2, 'c': 3, 'd': 4, 'e': 'f'} {'a': 0, 'b': 0} {'x': 1, 'y': 2}
{'a': 1, 'b': 2, 'c': 3, 'd': 4, 'e': 'f', 'z': 26}
ValueError: dictionary update sequence element #1 has length 1; 2 is required
TypeError: cannot convert dictionary update sequence element #0 to a sequence
TypeError: 'int' object is not iterable
TypeError: unsupported operand type(s) for |: 'dict' and 'int'
)");
}

TEST(Dict, ViewsFollowTheDictAndAreSets) {
    EXPECT_EQ(
        outputOf(R"(
d = {"a": 1, "b": 2}
keys, items = d.keys(), d.items()
d["c"] = 3
print(keys, d.values(), items, len(keys), ("a", 1) in items, keys & ["a", "z"], keys == {"a", "b", "c"}, keys.isdisjoint("xyz"))
)"),
        R"(dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 True {'a'} True True
)");
}

TEST(Dict, ChangingWhileIteratingIsAnError) {
    EXPECT_EQ(outputOf(R"(
d = {1: 1, 2: 2}
def grow():
    for k in d: d[k + 10] = 0
def swap():
    for k in d:
        del d[k]; d[k + 100] = 0
attempt(grow); attempt(swap)
)"),
              R"(RuntimeError: dictionary changed size during iteration
None
)");
}

TEST(Dict, ASubclassIsAskedForMissingKeys) {
    EXPECT_EQ(outputOf(R"(
class Doubles(dict):
    def __missing__(self, key): return key * 2
print(Doubles(a=1)["a"], Doubles()["ab"], Doubles().get("ab"))
)"),
              R"(1 abab None
)");
}

TEST(Dict, ReprOfADictInItself) {
    EXPECT_EQ(outputOf(R"(
d = {}
d["me"] = d
print(d)
)"),
              R"({'me': {...}}
)");
}

TEST(Dict, KeysMayCompareWithCodeThatChangesTheDict) {
    EXPECT_EQ(outputOf(R"(
class Key:
    def __hash__(self): return 1
    def __eq__(self, other):
        d.clear()
        return False
d = {Key(): 1}
print(d.get(Key()), d)
)"),
              R"(None {}
)");
}

}  // namespace
}  // namespace coroscope::runtime::test
