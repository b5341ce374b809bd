#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/language/compiler.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language {
namespace {

std::string warningsOf(const std::string& program) {
    const auto loaded = scenario::SourceText::fromBytes("test.py", program);
    const ParseResult parsed = parse(std::get<scenario::SourceText>(loaded));
    std::vector<scenario::Diagnostic> warnings;
    static_cast<void>(compile(*parsed.ast->module, "test.py", &warnings));
    std::string result;
    for (const scenario::Diagnostic& each : warnings) {
        result += fmt::format("{}: {}\n", each.span.line, each.message);
    }
    return result;
}

TEST(CompileWarnings, ComparingALiteralByIdentity) {
    EXPECT_EQ(warningsOf("x is 1\n"), "1: \"is\" with a literal. Did you mean \"==\"?\n");
    EXPECT_EQ(warningsOf("if not x is 'a': pass\n"),
              "1: \"is not\" with a literal. Did you mean \"!=\"?\n");
    EXPECT_EQ(warningsOf("x is None is True is ...\n"), "");
}

TEST(CompileWarnings, AssertingATuple) {
    EXPECT_EQ(warningsOf("\nassert (x, 'message')\n"),
              "2: assertion is always true, perhaps remove parentheses?\n");
}

TEST(CompileWarnings, AForgottenComma) {
    EXPECT_EQ(warningsOf("[(1, 2) (3, 4)]\n"),
              "1: 'tuple' object is not callable; perhaps you missed a comma?\n");
    EXPECT_EQ(warningsOf("[[1, 2] [3, 4]]\n"),
              "1: list indices must be integers or slices, not tuple; perhaps you missed a "
              "comma?\n");
    EXPECT_EQ(warningsOf("1[2]\n"),
              "1: 'int' object is not subscriptable; perhaps you missed a comma?\n");
}

TEST(CompileWarnings, AreGivenOnceALine) {
    EXPECT_EQ(warningsOf("try: pass\nfinally:\n    x is 1\n"),
              "3: \"is\" with a literal. Did you mean \"==\"?\n");
}

}  // namespace
}  // namespace coroscope::language
