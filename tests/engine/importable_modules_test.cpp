#include "engine/importable_modules.h"

#include <variant>

#include <gtest/gtest.h>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"

namespace coroscope {
namespace {

RunResult runOf(const std::string& text) {
    auto source = scenario::SourceText::fromBytes("test.py", text);
    return Simulation(std::get<scenario::SourceText>(source), scenario::Header()).run();
}

TEST(ImportableModules, CanBeImported) {
    for (const std::string& name : importableModules().names) {
        const RunResult result = runOf("import " + name + "\n");
        EXPECT_EQ(result.status, RunStatus::Ok) << name << result.stderrText;
    }
}

TEST(ImportableModules, AreNotMoreThanThat) {
    const RunResult result = runOf("print('begun')\nimport subprocess\n");
    EXPECT_EQ(result.status, RunStatus::Refused);
    ASSERT_EQ(result.diagnostics.size(), 1u);
    EXPECT_EQ(result.diagnostics[0].span.line, 2);
    EXPECT_NE(result.diagnostics[0].message.find("subprocess"), std::string::npos);
}

TEST(ImportableModules, LackWhatIsRefusedBeforeTheStart) {
    const RunResult result = runOf(
        "print('begun')\nimport asyncio, os\n"
        "def never():\n    asyncio.start_server, os.listdir, os.getuid, asyncio.sleep, "
        "os.getpid\n");
    EXPECT_EQ(result.status, RunStatus::Refused);
    EXPECT_EQ(result.stdoutText, "");
    ASSERT_EQ(result.diagnostics.size(), 3u);
    EXPECT_EQ(result.diagnostics[0].message, "asyncio.start_server is not supported");
    EXPECT_EQ(result.diagnostics[1].message, "os.listdir is not supported");
    EXPECT_EQ(result.diagnostics[2].message, "os.getuid is not supported");
}

TEST(ImportableModules, HoldWhatIsMadeWhenItIsAskedFor) {
    const RunResult result = runOf(
        "import asyncio, collections, concurrent.futures\n"
        "asyncio.tasks, asyncio.unix_events, collections.UserDict, concurrent.futures.Future\n");
    EXPECT_EQ(result.status, RunStatus::Ok) << result.stderrText;
}

TEST(ImportableModules, LeaveTheRunItsErrorsForWhatCPythonLacksToo) {
    const RunResult result = runOf("print('begun')\nimport os\nos.no_such_name\n");
    EXPECT_EQ(result.stdoutText, "begun\n");
    EXPECT_EQ(result.status, RunStatus::Raised);
}

}  // namespace
}  // namespace coroscope
