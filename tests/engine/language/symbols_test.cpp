#include "engine/language/symbols.h"

#include <gtest/gtest.h>

#include "tests/engine/language/compile_text.h"

// All that these tests expect is what /usr/bin/python3 says: see compile_errors.py, which asks it.

namespace coroscope::language {
namespace {

struct Row {
    const char* program;
    const char* error;
};

void check(std::initializer_list<Row> rows) {
    for (const Row& row : rows) EXPECT_EQ(errorOf(row.program), row.error) << row.program;
}

std::vector<std::string> list(std::initializer_list<std::string> names) { return names; }

TEST(Symbols, GlobalAndNonlocalComeBeforeUse) {
    check({
        {"def f():\n    x\n    global x\n",
         "3:4-3:12 name 'x' is used prior to global declaration"},
        {"def f():\n    x = 1\n    global x\n",
         "3:4-3:12 name 'x' is assigned to before global declaration"},
        {"def f(x):\n    global x\n", "2:4-2:12 name 'x' is parameter and global"},
        {"def f():\n    x: int = 1\n    global x\n", "3:4-3:12 annotated name 'x' can't be global"},
        {"def f():\n    nonlocal x\n", "2:4-2:14 no binding for nonlocal 'x' found"},
        {"nonlocal x\n", "1:0-1:10 nonlocal declaration not allowed at module level"},
        {"def f():\n    global x\n    nonlocal x\n", "2:4-2:12 name 'x' is nonlocal and global"},
    });
}

TEST(Symbols, ParametersHaveOneName) {
    check({
        {"def f(a, a): pass\n", "1:9-1:10 duplicate argument 'a' in function definition"},
        {"lambda a, *a: 0\n", "1:11-1:12 duplicate argument 'a' in function definition"},
    });
}

TEST(Symbols, WalrusInComprehensions) {
    check({
        {"[x for x in (y := 3)]\n",
         "1:13-1:19 assignment expression cannot be used in a comprehension iterable expression"},
        {"[(x := 1) for x in y]\n",
         "1:2-1:3 assignment expression cannot rebind comprehension iteration variable 'x'"},
        {"class C:\n    [(x := 1) for y in z]\n",
         "2:6-2:7 assignment expression within a comprehension cannot be used in a class body"},
        {"[i for i in y if (j := 0) for j in z]\n",
         "1:30-1:31 comprehension inner loop cannot rebind assignment expression target 'j'"},
    });
    const auto code = codeOf("def f():\n    [(x := y) for y in z]\n    return x\n");
    EXPECT_EQ(inner(*code, "f").cellNames, list({"x"}));
    EXPECT_EQ(inner(*code, "f.<locals>.<listcomp>").freeNames, list({"x"}));
}

TEST(Symbols, YieldInComprehensions) {
    check({
        {"[(yield) for x in y]\n", "1:2-1:7 'yield' inside list comprehension"},
        {"((yield) for x in y)\n", "1:2-1:7 'yield' inside generator expression"},
    });
}

TEST(Symbols, PrivateNamesAreMangled) {
    const auto code = codeOf("class _C:\n    def f(self, __a): self.__b = __c__\n");
    const CodeObject& f = inner(*code, "_C.f");
    EXPECT_EQ(f.localNames, list({"self", "_C__a"}));
    EXPECT_EQ(f.names, list({"__c__", "_C__b"}));
}

TEST(Symbols, ClassScopesAreNotSeenFromInside) {
    const auto code = codeOf("class C:\n    x = 1\n    def f(self): return x\n");
    EXPECT_EQ(inner(*code, "C.f").names, list({"x"}));
    EXPECT_TRUE(inner(*code, "C.f").freeNames.empty());
}

TEST(Symbols, FreeNamesPassThroughInnerScopes) {
    const auto code = codeOf(
        "def f(x):\n"
        "    class C:\n"
        "        x = 2\n"
        "        def g(self):\n"
        "            return x\n");
    EXPECT_EQ(inner(*code, "f").cellNames, list({"x"}));
    EXPECT_EQ(inner(*code, "f.<locals>.C").freeNames, list({"x"}));
    EXPECT_EQ(inner(*code, "f.<locals>.C.g").freeNames, list({"x"}));
}

TEST(Symbols, GlobalHidesAnOuterLocal) {
    const auto code =
        codeOf("def f():\n    x = 1\n    def g():\n        global x\n        def h(): return x\n");
    EXPECT_TRUE(inner(*code, "f").cellNames.empty());
    EXPECT_TRUE(inner(*code, "f.<locals>.g.<locals>.h").freeNames.empty());
}

TEST(LateErrors, TooManyClausesOfAComprehension) {
    std::string clauses;
    for (int i = 0; i < 10'000; ++i) clauses += " for x in y";
    const std::string program = "[x" + clauses + "]\n";
    EXPECT_TRUE(errorOf(program).ends_with("maximum recursion depth exceeded during compilation"));
}

TEST(LateErrors, WhereAwaitAndYieldMayStand) {
    check({
        {"await x\n", "1:0-1:7 'await' outside function"},
        {"def f():\n    await x\n", "2:4-2:11 'await' outside async function"},
        {"def f():\n    async with x: pass\n", "2:4-2:22 'async with' outside async function"},
        {"def f():\n    async for x in y: pass\n", "2:4-2:26 'async for' outside async function"},
        {"def f():\n    return [x async for x in y]\n",
         "2:11-2:31 asynchronous comprehension outside of an asynchronous function"},
        {"async def f():\n    yield from x\n", "2:4-2:16 'yield from' inside async function"},
        {"async def f():\n    yield 1\n    return 2\n",
         "3:4-3:12 'return' with value in async generator"},
        {"yield 1\n", "1:0-1:7 'yield' outside function"},
    });
}

TEST(LateErrors, WhereStatementsMayStand) {
    check({
        {"break\n", "1:0-1:5 'break' outside loop"},
        {"continue\n", "1:0-1:8 'continue' not properly in loop"},
        {"for x in y:\n    def f():\n        break\n", "3:8-3:13 'break' outside loop"},
        {"def f():\n    from os import *\n", "2:19-2:20 import * only allowed at module level"},
        {"try: pass\nexcept: pass\nexcept A: pass\n", "2:0-2:12 default 'except:' must be last"},
        {"x = 1\nfrom __future__ import annotations\n",
         "2:0-2:34 from __future__ imports must occur at the beginning of the file"},
        {"from __future__ import x\n", "1:0-1:0 future feature x is not defined"},
        {"f(a=1, a=2)\n", "1:7-1:10 keyword argument repeated: a"},
        {"*a, *b = c\n", "1:0-1:6 multiple starred expressions in assignment"},
    });
}

TEST(LateErrors, BlocksNestTwentyDeep) {
    std::string program;
    for (int i = 0; i < 20; ++i)
        program += std::string(static_cast<std::size_t>(i), ' ') + "while x:\n";
    EXPECT_EQ(errorOf(program + std::string(20, ' ') + "pass\n"), "ok");
    EXPECT_EQ(errorOf(program + std::string(20, ' ') + "while x: pass\n"),
              "21:20-21:33 too many statically nested blocks");
}

}  // namespace
}  // namespace coroscope::language
