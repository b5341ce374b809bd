// Expressions on the builtin types, a table for each kind; what CPython says to them stands
// beside it (cases/*.expected, made by regenerate.py).
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/engine/runtime/run_python.h"

namespace coroscope::runtime::test {
namespace {

std::vector<std::string> linesOf(const std::string& name) {
    const auto path =
        std::filesystem::path(COROSCOPE_SOURCE_DIR) / "tests/engine/runtime/types/cases" / name;
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

class AgainstCPython : public testing::TestWithParam<const char*> {};

TEST_P(AgainstCPython, EveryExpressionGivesTheSame) {
    const auto expressions = linesOf(std::string(GetParam()) + ".txt");
    const auto expected = linesOf(std::string(GetParam()) + ".expected");
    ASSERT_EQ(expressions.size(), expected.size());
    std::string program =
        "import math, random\n"
        "def show(f):\n"
        "    try:\n"
        "        print(repr(f()))\n"
        "    except Exception as error:\n"
        "        print(f'{type(error).__name__}: {error}'.replace('\\n', '\\\\n'))\n";
    for (const auto& expression : expressions) program += "show(lambda: (" + expression + "))\n";
    const PythonRun run = runPython(program);
    EXPECT_EQ(run.error, "");
    std::vector<std::string> given;
    std::istringstream stream(run.out);
    for (std::string line; std::getline(stream, line);) given.push_back(line);
    ASSERT_EQ(given.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(given[i], expected[i])
            << GetParam() << ".txt:" << i + 1 << ": " << expressions[i];
    }
}

INSTANTIATE_TEST_SUITE_P(Types, AgainstCPython,
                         testing::Values("int", "float", "str", "bytes", "format", "math",
                                         "random"),
                         [](const auto& each) { return std::string(each.param); });

}  // namespace
}  // namespace coroscope::runtime::test
