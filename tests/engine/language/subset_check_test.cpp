#include "engine/language/subset_check.h"

#include <gmock/gmock.h>

#include "tests/engine/language/parse_helper.h"

namespace coroscope::language::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> refusals(std::string_view program) {
    ImportableModules modules;
    modules.names = {"asyncio", "time", "collections", "collections.abc"};
    modules.hasName = [](std::string_view module, std::string_view name) {
        return module != "time" || name == "sleep";
    };
    modules.isSibling = [](std::string_view module, int) { return module == "helper"; };
    const scenario::SourceText source = sourceOf(program);
    const ParseResult result = parse(source);
    std::vector<std::string> lines;
    for (const auto& each : checkSubset(*result.ast, source, modules))
        lines.push_back(renderLine(each, &source));
    return lines;
}

TEST(SubsetCheck, AcceptsWhatRuns) {
    EXPECT_THAT(refusals("import asyncio, time as t, helper\nfrom collections.abc import Callable\n"
                         "from collections import abc\nfrom __future__ import annotations\n"
                         "async def f():\n  async with a: return [x async for x in y]\n"),
                IsEmpty());
}

TEST(SubsetCheck, RefusesConstructsByName) {
    EXPECT_THAT(refusals("x = 1 + 2j\n"),
                ElementsAre("test.py:1:9: error: a complex number is not supported yet"));
}

TEST(SubsetCheck, RefusesUnknownModules) {
    EXPECT_THAT(refusals("import asyncio, requests\nfrom asyncoi import run\n"),
                ElementsAre("test.py:1:17: error: the module 'requests' is not supported",
                            "test.py:2:1: error: the module 'asyncoi' is not supported"));
}

TEST(SubsetCheck, SaysWhatToUseInPlaceOfAModule) {
    const scenario::SourceText source = sourceOf("import sqlite3.dbapi2\nimport winsound\n");
    const ParseResult result = parse(source);
    const auto found = checkSubset(*result.ast, source, {});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_THAT(found[0].hint, testing::StartsWith("keep the rows in a dict"));
    EXPECT_EQ(found[1].hint, "");
}

TEST(SubsetCheck, RefusesUnknownNamesOfKnownModules) {
    EXPECT_THAT(refusals("from time import sleep, tzset\n"),
                ElementsAre("test.py:1:25: error: 'tzset' is not supported in the module 'time'"));
}

TEST(SubsetCheck, LeavesImportsAloneWhoseFailureIsHandled) {
    EXPECT_THAT(refusals("try:\n  import uvloop\nexcept ImportError:\n  uvloop = None\n"),
                IsEmpty());
}

TEST(SubsetCheck, LeavesImportsAloneThatAreForOtherMachines) {
    EXPECT_THAT(refusals("import os, sys\n"
                         "if sys.platform == 'win32':\n  import winreg\n"
                         "elif os.name == 'nt':\n  import _winapi\n"
                         "if sys.version_info < (3, 8):\n  import typing_extensions\n"
                         "with contextlib.suppress(ImportError):\n  import uvloop\n"),
                ElementsAre("test.py:1:8: error: the module 'os' is not supported",
                            "test.py:1:12: error: the module 'sys' is not supported"));
    EXPECT_THAT(refusals("if condition:\n  import winreg\n"),
                ElementsAre("test.py:2:10: error: the module 'winreg' is not supported"));
    EXPECT_THAT(refusals("with suppress(ValueError):\n  import winreg\n"),
                ElementsAre("test.py:2:10: error: the module 'winreg' is not supported"));
}

TEST(SubsetCheck, AcceptsMatchGroupsAndAsynchronousGenerators) {
    EXPECT_THAT(refusals("match x:\n  case 1: pass\n"), IsEmpty());
    EXPECT_THAT(refusals("try: pass\nexcept* ValueError: pass\n"), IsEmpty());
    EXPECT_THAT(refusals("async def numbers():\n    yield 1\n"), IsEmpty());
    EXPECT_THAT(refusals("async def f(xs):\n    return (x async for x in xs)\n"), IsEmpty());
}

TEST(SubsetCheck, AcceptsAGeneratorInsideACoroutine) {
    EXPECT_THAT(refusals("async def f():\n    def g():\n        yield 1\n    return g()\n"),
                IsEmpty());
}

}  // namespace
}  // namespace coroscope::language::test
