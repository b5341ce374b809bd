#include "engine/language/unparse.h"

#include <gtest/gtest.h>

#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language {
namespace {

std::string normalForm(const std::string& expression) {
    const auto loaded = scenario::SourceText::fromBytes("test.py", expression + "\n");
    const ParseResult parsed = parse(std::get<scenario::SourceText>(loaded));
    if (!parsed) return "error: " + parsed.error.message;
    return unparse(parsed.ast->module->body.front()->as<ExprStmt>()->value);
}

TEST(Unparse, SpacesAndQuotesAreNormal) {
    EXPECT_EQ(normalForm("dict[ str,list [int|None] ]"), "dict[str, list[int | None]]");
    EXPECT_EQ(normalForm("\"it's\" 'x'"), "\"it'sx\"");
    EXPECT_EQ(normalForm("f(a,* b,c = 1,** d)"), "f(a, *b, c=1, **d)");
    EXPECT_EQ(normalForm("{1:2,**a}"), "{1: 2, **a}");
}

TEST(Unparse, OnlyNeededParenthesesStay) {
    EXPECT_EQ(normalForm("(a - (b - c)) * d"), "(a - (b - c)) * d");
    EXPECT_EQ(normalForm("(a * b) + c"), "a * b + c");
    EXPECT_EQ(normalForm("(-x) ** (-y)"), "(-x) ** (-y)");
    EXPECT_EQ(normalForm("not (a and b) or c"), "not (a and b) or c");
    EXPECT_EQ(normalForm("(a < b) < c"), "(a < b) < c");
}

TEST(Unparse, LambdasAndComprehensions) {
    EXPECT_EQ(normalForm("lambda a,b = 1,*,c: a"), "lambda a, b=1, *, c: a");
    EXPECT_EQ(normalForm("lambda *a: a"), "lambda*a: a");
    EXPECT_EQ(normalForm("[x for x,y in z if x]"), "[x for x, y in z if x]");
}

TEST(Unparse, FormattedStrings) {
    EXPECT_EQ(normalForm("f'{a!r:>{w}} {{}}'"), "f'{a!r:>{w}} {{}}'");
}

}  // namespace
}  // namespace coroscope::language
