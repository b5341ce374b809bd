// Scenarios of several files, through the front door.
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"

namespace coroscope {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// A folder of its own for each test, gone after it.
class Imports : public testing::Test {
protected:
    Imports() {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() /
                  ("coroscope_imports_" + std::to_string(::getpid()) + "_" + info->name());
        fs::create_directories(folder_);
    }
    ~Imports() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& text) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << text;
    }
    [[nodiscard]] Simulation simulation(const std::string& text) const {
        auto source = scenario::SourceText::fromBytes("main.py", text);
        SimulationOptions options;
        options.path = (folder_ / "main.py").string();
        return {std::get<scenario::SourceText>(source), scenario::Header(), options};
    }
    [[nodiscard]] std::string at(const std::string& name) const {
        return (folder_ / name).string();
    }

    fs::path folder_;
};

TEST_F(Imports, WhatAFileBesideUsesIsRefusedBeforeTheStartByItsName) {
    write("helper.py", "import deeper\n");
    write("deeper.py", "x = 1\nimport subprocess\n");
    Simulation run = simulation("print('begun')\nimport helper\n");
    const RunResult result = run.run();
    EXPECT_EQ(result.status, RunStatus::Refused);
    EXPECT_EQ(result.stdoutText, "");
    ASSERT_THAT(result.diagnostics, SizeIs(1));
    EXPECT_EQ(result.diagnostics[0].file, at("deeper.py"));
    EXPECT_EQ(result.diagnostics[0].span.line, 2);
    ASSERT_NE(run.sourceOf(at("deeper.py")), nullptr);
    EXPECT_EQ(run.sourceOf(at("deeper.py"))->line(1), "x = 1");
}

TEST_F(Imports, ASyntaxErrorBesideIsForCheckToSayAndForTheRunToMeet) {
    write("broken.py", "def f(:\n");
    Simulation run = simulation("print('begun')\nimport broken\n");
    const auto found = run.check();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].file, at("broken.py"));
    EXPECT_EQ(found[0].kind, "SyntaxError");
    const RunResult result = run.run();
    EXPECT_EQ(result.status, RunStatus::Raised);
    EXPECT_EQ(result.stdoutText, "begun\n");
    EXPECT_THAT(result.stderrText, HasSubstr("broken.py\", line 1\n    def f(:\n          ^\n"));
}

TEST_F(Imports, EachRunSeesTheSameTexts) {
    write("helper.py", "print('one')\n");
    Simulation run = simulation("import helper\n");
    EXPECT_EQ(run.run().stdoutText, "one\n");
    write("helper.py", "print('two')\n");
    EXPECT_EQ(run.run().stdoutText, "one\n");
    EXPECT_EQ(simulation("import helper\n").run().stdoutText, "two\n");
}

TEST_F(Imports, EventsStandAtALineOfTheScenariosOwnFile) {
    write("helper.py", "\n\n\n\n\n\n\n\ndef say(x):\n    print(x)\n");
    Simulation run = simulation("import helper\nhelper.say(1)\n");
    EXPECT_EQ(run.run().status, RunStatus::Ok);
    bool seen = false;
    for (const trace::Event& event : run.trace()->events()) {
        if (event.kind != trace::EventKind::Output) continue;
        EXPECT_EQ(event.line, 2u);
        seen = true;
    }
    EXPECT_TRUE(seen);
}

TEST_F(Imports, AFileHidesAModuleOfTheLibraryAsInCPython) {
    write("heapq.py", "def heappush(): return 'my own'\n");
    write("time.py", "raise SystemExit('never: time is built in')\n");
    const RunResult result =
        simulation("import time\nfrom heapq import heappush\nprint(heappush())\n").run();
    EXPECT_EQ(result.stdoutText, "my own\n") << result.stderrText;
}

TEST_F(Imports, NamesThatOnlyCPythonHasAreRefusedBeforeTheStart) {
    const RunResult result =
        simulation("print(1)\nfrom asyncio import create_subprocess_exec\n").run();
    EXPECT_EQ(result.status, RunStatus::Refused);
    ASSERT_THAT(result.diagnostics, SizeIs(1));
    EXPECT_EQ(result.diagnostics[0].span.line, 2);
    EXPECT_THAT(result.diagnostics[0].message, HasSubstr("'create_subprocess_exec'"));
}

TEST_F(Imports, NamesThatNobodyHasRaiseWhenTheRunGetsThere) {
    const RunResult result = simulation("print(1)\nfrom asyncio import sleeep\n").run();
    EXPECT_EQ(result.status, RunStatus::Raised);
    EXPECT_EQ(result.stdoutText, "1\n");
    EXPECT_THAT(result.stderrText,
                HasSubstr("ImportError: cannot import name 'sleeep' from 'asyncio' "
                          "(/usr/lib/python3.11/asyncio/__init__.py)\n"));
}

}  // namespace
}  // namespace coroscope
