#include "engine/scenario/diagnostic.h"

#include <gtest/gtest.h>

#include "engine/scenario/source_text.h"

namespace coroscope::scenario {
namespace {

std::string rendered(std::string_view text, Span span, std::string hint = {}) {
    const auto source = SourceText::fromBytes("x.py", text);
    return render({"x.py", span, "SyntaxError", "wrong", std::move(hint)},
                  &std::get<SourceText>(source));
}

TEST(Diagnostic, MarksTheSpanWithCarets) {
    EXPECT_EQ(rendered("a = b c\n", {1, 4, 1, 7}),
              "x.py:1:5: error: SyntaxError: wrong\n"
              "    a = b c\n"
              "        ^^^\n");
}

TEST(Diagnostic, CountsColumnsInCharacters) {
    EXPECT_EQ(rendered("é = €\n", {1, 5, 1, 8}),
              "x.py:1:5: error: SyntaxError: wrong\n"
              "    é = €\n"
              "        ^\n");
}

TEST(Diagnostic, KeepsTabsUnderTabs) {
    EXPECT_EQ(rendered("\tx\ty\n", {1, 3, 1, 4}),
              "x.py:1:4: error: SyntaxError: wrong\n"
              "    \tx\ty\n"
              "    \t \t^\n");
}

TEST(Diagnostic, AnEmptySpanAtTheEndOfALineGetsACaret) {
    EXPECT_EQ(rendered("if x\n", {1, 4, 1, 4}),
              "x.py:1:5: error: SyntaxError: wrong\n"
              "    if x\n"
              "        ^\n");
}

TEST(Diagnostic, ASpanOverSeveralLinesIsMarkedOnItsFirst) {
    EXPECT_EQ(rendered("f(a\n b)\n", {1, 2, 2, 2}, "try again"),
              "x.py:1:3: error: SyntaxError: wrong\n"
              "    f(a\n"
              "      ^\n"
              "hint: try again\n");
}

TEST(Diagnostic, OfAMissingBlockTheBeginningIsMarked) {
    const auto source = std::get<SourceText>(SourceText::fromBytes("x.py", "if x:\npass\n"));
    EXPECT_EQ(render({"x.py", {2, 0, 2, 4}, "IndentationError", "no block", {}}, &source),
              "x.py:2:1: error: IndentationError: no block\n"
              "    pass\n"
              "    ^\n");
}

TEST(Diagnostic, WithoutAPositionThereIsNoLine) {
    EXPECT_EQ(render({"x.py", {}, "error", "no such file", {}}, nullptr),
              "x.py: error: no such file\n");
}

}  // namespace
}  // namespace coroscope::scenario
