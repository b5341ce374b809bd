// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statement_lines.h"

#include <variant>

#include <gtest/gtest.h>

namespace coroscope {
namespace {

std::vector<StatementLines> linesOf(const char* text) {
    return statementLines(
        std::get<scenario::SourceText>(scenario::SourceText::fromBytes("a.py", text)));
}

TEST(StatementLines, AStatementHasAllItsLines) {
    EXPECT_EQ(linesOf("a = [\n    1,\n]\nb = 2\n"),
              (std::vector<StatementLines>{{1, 3, 3, 0, -1}, {4, 4, 4, 0, -1}}));
}

TEST(StatementLines, WhatHoldsOthersHasTheLinesBeforeThem) {
    EXPECT_EQ(linesOf("if (a and\n        b):\n    c()\n"),
              (std::vector<StatementLines>{{1, 2, 3, 0, -1}, {3, 3, 3, 0, -1}}));
}

TEST(StatementLines, ADefinitionIsOfItsOwnFunction) {
    EXPECT_EQ(linesOf("@wrap\ndef f():\n    def g():\n        pass\n    a\nb\n"),
              (std::vector<StatementLines>{{1, 2, 5, 1, -1},
                                           {3, 3, 4, 3, -1},
                                           {4, 4, 4, 3, -1},
                                           {5, 5, 5, 1, -1},
                                           {6, 6, 6, 0, -1}}));
}

TEST(StatementLines, KnowTheLoopAroundThem) {
    EXPECT_EQ(linesOf("while a:\n    for b in c:\n        d\n    e\nf\n"),
              (std::vector<StatementLines>{{1, 1, 4, 0, -1},
                                           {2, 2, 3, 0, 0},
                                           {3, 3, 3, 0, 1},
                                           {4, 4, 4, 0, 0},
                                           {5, 5, 5, 0, -1}}));
}

TEST(StatementLines, ThereAreNoneOfWhatIsNotPython) { EXPECT_TRUE(linesOf("a = (\n").empty()); }

}  // namespace
}  // namespace coroscope
