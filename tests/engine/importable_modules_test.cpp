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

}  // namespace
}  // namespace coroscope
