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
    modules.isStandard = [](std::string_view module) {
        return module == "os" || module == "sys" || module == "winreg";
    };
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
                            "test.py:2:1: error: there is no module 'asyncoi': no asyncoi.py lies "
                            "beside the scenario"));
    EXPECT_THAT(refusals("import my_tools.clock\nimport winreg\n"),
                ElementsAre("test.py:1:8: error: there is no module 'my_tools.clock': no "
                            "my_tools.py lies beside the scenario",
                            "test.py:2:8: error: the module 'winreg' is not supported"));
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

TEST(SubsetCheck, RefusesUnknownNamesWhereTheyAreUsed) {
    EXPECT_THAT(refusals("import time, time as t, collections.abc\n"
                         "def f():\n    return time.tzset(), t.sleep, t.ctime().x\n"
                         "collections.abc.Callable\n"),
                ElementsAre("test.py:3:12: error: time.tzset is not supported",
                            "test.py:3:35: error: time.ctime is not supported"));
}

TEST(SubsetCheck, LeavesNamesAloneThatMayBeSomethingElse) {
    EXPECT_THAT(refusals("import time\ndef f(time): return time.tzset\n"), IsEmpty());
    EXPECT_THAT(refusals("import time\ntime = helper\ntime.tzset()\n"), IsEmpty());
    EXPECT_THAT(refusals("import time, helper as time\ntime.tzset()\n"), IsEmpty());
    EXPECT_THAT(refusals("import time\nfrom helper import *\ntime.tzset()\nopen(1)\n"), IsEmpty());
    EXPECT_THAT(refusals("import time\ntime.tzset = print\ntime.tzset()\n"), IsEmpty());
    EXPECT_THAT(refusals("import time\nsetattr(time, 'tzset', print)\ntime.tzset()\n"), IsEmpty());
    EXPECT_THAT(refusals("import helper\nhelper.tzset()\n"), IsEmpty());
}

TEST(SubsetCheck, LeavesUsesAloneThatNeedNotSucceed) {
    EXPECT_THAT(refusals("import time\ntry:\n  time.tzset()\nexcept AttributeError: pass\n"),
                IsEmpty());
    EXPECT_THAT(refusals("import time\nif hasattr(time, 'tzset'): time.tzset()\n"), IsEmpty());
    EXPECT_THAT(refusals("import time\ndef f(a: time.tzset) -> time.tzset:\n  b: time.tzset\n"),
                IsEmpty());
    EXPECT_THAT(refusals("import time\ntry: time.tzset()\nexcept ValueError: time.ctime\n"),
                ElementsAre("test.py:2:6: error: time.tzset is not supported",
                            "test.py:3:20: error: time.ctime is not supported"));
    EXPECT_THAT(refusals("import time\ndef f(a=time.tzset): pass\n"),
                ElementsAre("test.py:2:9: error: time.tzset is not supported"));
}

TEST(SubsetCheck, RefusesCallsOfBuiltinsThatDoNotWork) {
    EXPECT_THAT(refusals("print(open('x'))\nf = eval\nx.eval()\n"),
                ElementsAre("test.py:1:7: error: open() is not supported"));
    EXPECT_THAT(refusals("def open(name): pass\nopen('x')\n"), IsEmpty());
    EXPECT_THAT(refusals("import helper\nhelper.open = print\nopen('x')\n"), IsEmpty());
    EXPECT_THAT(refusals("try: open('x')\nexcept (ValueError, OSError): pass\n"), IsEmpty());
    EXPECT_THAT(refusals("with suppress(OSError): open('x')\n"), IsEmpty());
}

TEST(SubsetCheck, LeavesAFileAloneThatMayBeMissing) {
    EXPECT_THAT(refusals("try: open('x')\nexcept FileNotFoundError: pass\n"), IsEmpty());
    EXPECT_THAT(refusals("try: open('x', mode='rb')\nexcept FileNotFoundError: pass\n"), IsEmpty());
    EXPECT_THAT(refusals("with suppress(FileNotFoundError): open('x', 'r')\n"), IsEmpty());
    EXPECT_THAT(refusals("try: open('x', 'w')\nexcept FileNotFoundError: open('x')\n"),
                ElementsAre("test.py:1:6: error: open() is not supported",
                            "test.py:2:27: error: open() is not supported"));
    EXPECT_THAT(refusals("try: eval('x')\nexcept FileNotFoundError: pass\n"),
                ElementsAre("test.py:1:6: error: eval() is not supported"));
}

TEST(SubsetCheck, SaysWhatToUseInPlaceOfANameAndABuiltin) {
    ImportableModules modules;
    modules.names = {"os"};
    modules.hasName = [](std::string_view, std::string_view) { return false; };
    const scenario::SourceText source = sourceOf("import os\nos.fork()\nos.stat\neval('1')\n");
    const ParseResult result = parse(source);
    const auto found = checkSubset(*result.ast, source, modules);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].hint, "start a multiprocessing.Process");
    EXPECT_EQ(found[1].hint, "a scenario has no files and no other processes");
    EXPECT_EQ(found[2].hint, "int(), float() and json.loads() read values");
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
