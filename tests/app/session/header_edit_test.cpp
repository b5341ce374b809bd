// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/header_edit.h"

#include <gtest/gtest.h>

namespace coroscope::app {
namespace {

const QString kProgram = QStringLiteral("print(input())\n");

QString withHeader(const char* lines) {
    return QStringLiteral("# /// coroscope\n%1# ///\n").arg(QLatin1String(lines)) + kProgram;
}

TEST(HeaderEdit, ATextWithoutAHeaderGetsOneWithTheList) {
    const QString edited = withStandardInput(kProgram, {QStringLiteral("Ada")});
    EXPECT_EQ(edited, withHeader("# stdin = [\"Ada\"]\n"));
    EXPECT_EQ(standardInputOf(edited), QStringList{QStringLiteral("Ada")});
}

TEST(HeaderEdit, WhatMustStandFirstStaysThere) {
    const QString text =
        QStringLiteral("#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n") + kProgram;
    EXPECT_TRUE(withStandardInput(text, {QStringLiteral("x")})
                    .startsWith(QStringLiteral("#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n"
                                               "# /// coroscope\n")));
}

TEST(HeaderEdit, TheListStandsBeforeTheTablesAndReplacesTheOneThatWasThere) {
    const QString before = withHeader("# title = \"T\"\n# [cost]\n# free = 1\n");
    const QString one = withStandardInput(before, {QStringLiteral("1")});
    EXPECT_EQ(one, withHeader("# title = \"T\"\n# stdin = [\"1\"]\n# [cost]\n# free = 1\n"));
    EXPECT_EQ(withStandardInput(one, {QStringLiteral("2")}),
              withHeader("# title = \"T\"\n# stdin = [\"2\"]\n# [cost]\n# free = 1\n"));
    EXPECT_EQ(withStandardInput(one, {}), before);
}

TEST(HeaderEdit, AListOfSeveralLinesIsReplacedAsAWhole) {
    const QString before = withHeader(
        "# stdin = [  # [not a bracket\n#     \"a]\",\n#     'b\"]',\n# ]\n# level = 2\n");
    EXPECT_EQ(standardInputOf(before).size(), 2);
    EXPECT_EQ(withStandardInput(before, {QStringLiteral("c")}),
              withHeader("# stdin = [\"c\"]\n# level = 2\n"));
}

TEST(HeaderEdit, AnyTextComesBackAsItWas) {
    const QStringList lines{QStringLiteral("say \"hi\" \\ to\tthem"),
                            QString(),
                            QStringLiteral("# ///"),
                            QStringLiteral("é 🎈 ]"),
                            QString(200, QLatin1Char('x')),
                            QString(QChar(0x7F))};
    const QString edited = withStandardInput(kProgram, lines);
    EXPECT_EQ(standardInputOf(edited), lines);
    EXPECT_EQ(withStandardInput(edited, {}), withHeader(""));
}

TEST(HeaderEdit, EndsOfLinesStayWhatTheyAre) {
    EXPECT_EQ(withStandardInput(QStringLiteral("x = 1\r\n"), {QStringLiteral("1")}),
              QStringLiteral("# /// coroscope\r\n# stdin = [\"1\"]\r\n# ///\r\nx = 1\r\n"));
}

}  // namespace
}  // namespace coroscope::app
