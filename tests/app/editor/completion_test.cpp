// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/completion.h"

#include <QApplication>
#include <QListWidget>

#include <gtest/gtest.h>

#include "tests/app/editor/editor_fixture.h"

namespace coroscope::app {
namespace {

using CompletionTest = EditorPaneTest;

/// At an empty line at the end of the program.
void goToTheEnd(SourceEditor& source) {
    source.append(QStringLiteral("\n"));
    source.setCursorPosition(source.lines() - 1, 0);
}

TEST_F(CompletionTest, NamesAreOfferedAfterThreeLettersAndReturnTakesOne) {
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("co"));
    EXPECT_FALSE(source().isListActive());
    QTest::keyClicks(&source(), QStringLiteral("u"));
    EXPECT_TRUE(source().isListActive());
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_FALSE(source().isListActive());
    EXPECT_EQ(source().text(source().lines() - 1), QStringLiteral("courier"));
}

TEST_F(CompletionTest, WhatAModuleHasIsOfferedBehindItsDotAndTabTakesIt) {
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("asyncio."));
    EXPECT_TRUE(source().isListActive());
    QTest::keyClicks(&source(), QStringLiteral("gat"));
    EXPECT_TRUE(source().isListActive());
    QTest::keyClick(&source(), Qt::Key_Tab);
    EXPECT_EQ(source().text(source().lines() - 1), QStringLiteral("asyncio.gather"));
}

TEST_F(CompletionTest, TheListHasOnlyWhatGoesOnTheNameTypedByNow) {
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("asyncio."));
    const auto rows = [] {
        // A list that was closed is there until the event loop has its turn.
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QListWidget* list = nullptr;
        for (QWidget* each : QApplication::allWidgets()) {
            if (each->isVisible() && list == nullptr) list = qobject_cast<QListWidget*>(each);
        }
        QStringList names;
        for (int row = 0; list != nullptr && row < list->count(); ++row)
            names << list->item(row)->text();
        return names;
    };
    EXPECT_GT(rows().size(), 20);
    QTest::keyClicks(&source(), QStringLiteral("wai"));
    EXPECT_EQ(rows(), QStringList({QStringLiteral("wait"), QStringLiteral("wait_for")}));
    for (int n = 0; n < 3; ++n) QTest::keyClick(&source(), Qt::Key_Backspace);
    QApplication::processEvents();
    EXPECT_TRUE(source().isListActive());
    EXPECT_GT(rows().size(), 20) << "what is taken back brings the names back";
}

TEST_F(CompletionTest, EscapeClosesTheListAndReturnBehindAWholeNameIsANewLine) {
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("asyncio."));
    QTest::keyClick(&source(), Qt::Key_Escape);
    EXPECT_FALSE(source().isListActive());
    QTest::keyClicks(&source(), QStringLiteral("wait"));  // there is wait_for
    EXPECT_FALSE(source().isListActive());
    const int lines = source().lines();
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_EQ(source().lines(), lines + 1);
}

TEST_F(CompletionTest, NothingIsOfferedInStringsAndComments) {
    goToTheEnd(source());
    for (const char* begin : {"# ", "x = \"", "\"\"\"", "more "}) {
        QTest::keyClicks(&source(), QString::fromLatin1(begin) + QStringLiteral("asyncio.cou"));
        EXPECT_FALSE(source().isListActive()) << begin;
        QTest::keyClick(&source(), Qt::Key_Return);
    }
}

TEST_F(CompletionTest, NamesAreOfferedOnlyWhenAskedForIfThatIsChosen) {
    SourceEditor::setOffersNames(false);
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("couri"));
    EXPECT_FALSE(source().isListActive());
    QTest::keyClick(&source(), Qt::Key_Space, Qt::ControlModifier);
    EXPECT_TRUE(source().isListActive());
    SourceEditor::setOffersNames(true);
}

TEST(Completion, IsOfferedWhereANameIsUsedAndNotWhereItIsMade) {
    const QString program = QStringLiteral("import asyncio\nformat_all = 1\nformat_alls = 2\n");
    const auto wants = [&program](const char* before, const char* after = "") {
        const QString line = QString::fromUtf8(before);
        return wantsOffer(line, program + line, QString::fromUtf8(after));
    };
    EXPECT_TRUE(wants("x = form"));
    EXPECT_TRUE(wants("task."));
    EXPECT_FALSE(wants("def form"));
    EXPECT_FALSE(wants("x = 1."));
    EXPECT_FALSE(wants("x = form", "at"));
    EXPECT_FALSE(wants("x = format_all")) << "a whole name";
    EXPECT_FALSE(wants("for")) << "a whole word";
}

TEST(Completion, OffersWhatTheNameBeforeTheDotHas) {
    const QString program = QStringLiteral("import asyncio\nkitchen.creaking = 1\ncreator = 2\n");
    const auto names = [&program](const char* before) {
        return completionOf(QString::fromUtf8(before), program).names;
    };
    EXPECT_EQ(names("    await asyncio.cr"), QStringList{QStringLiteral("create_task")});
    EXPECT_EQ(names("x = loop.cre"),
              (QStringList{QStringLiteral("creaking"), QStringLiteral("create_future"),
                           QStringLiteral("create_task")}));
    EXPECT_EQ(names("asyncio.wrap"), QStringList{QStringLiteral("wrap_future")});
    const QStringList all = names("asyncio.");
    EXPECT_EQ(all.front(), QStringLiteral("all_tasks"));
    EXPECT_LT(all.indexOf(QStringLiteral("wrap_future")), all.indexOf(QStringLiteral("Barrier")));
    EXPECT_TRUE(names("asyncio.lock").isEmpty()) << "a module of asyncio's own";
    EXPECT_FALSE(names("random.").contains(QStringLiteral("randint"))) << "it is not imported";
    EXPECT_EQ(names("x = cre"), QStringList{QStringLiteral("creator")});
    EXPECT_FALSE(names("asyncio.").isEmpty()) << "all that it has";
    EXPECT_TRUE(names("").isEmpty());
    EXPECT_EQ(completionOf(QStringLiteral("asyncio.cr"), program).begun, QStringLiteral("cr"));
}

TEST(Completion, OffersWhatAnImportedModuleHas) {
    const auto names =
        completionOf(QStringLiteral("x = random.rand"), QStringLiteral("import asyncio, random\n"))
            .names;
    EXPECT_TRUE(names.contains(QStringLiteral("randint"))) << names.join(u' ').toStdString();
}

TEST(Completion, KnowsAModuleByTheNameThatTheProgramGivesIt) {
    const auto offers = [](const char* before, const char* program, const char* name) {
        return completionOf(QString::fromUtf8(before), QString::fromUtf8(program))
            .names.contains(QString::fromUtf8(name));
    };
    EXPECT_TRUE(offers("r.rand", "import math, random as r\n", "randint"));
    EXPECT_FALSE(offers("random.rand", "import random as r\n", "randint"));
    EXPECT_FALSE(offers("random.rand", "import math  # not random\n", "randint"));
    EXPECT_TRUE(offers("math.fl", "import math  # not random\n", "floor"));
    EXPECT_TRUE(offers("d.default", "import collections as d\n", "defaultdict"));
    EXPECT_FALSE(offers("x.del", "import random as r\nr.delta = 1\n", "delta"))
        << "a module's own name is nobody else's";
}

}  // namespace
}  // namespace coroscope::app
