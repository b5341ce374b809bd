// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/waiting_chips.h"

#include <QApplication>
#include <QImage>

#include <gtest/gtest.h>

#include "app/session/engine_runner.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"
#include "tests/app/editor/editor_fixture.h"

namespace coroscope::app {
namespace {

using WaitingChipsTest = EditorPaneTest;

TEST_F(WaitingChipsTest, ShowsAChipWhereEachSuspendedTaskWaits) {
    session_.playhead().moveToTime(1.0);
    std::vector<std::pair<int, std::string>> seen;
    for (const LineChip& chip : source().chips()) {
        seen.emplace_back(chip.line, chip.label.toStdString());
    }
    const std::vector<std::pair<int, std::string>> expected{
        {3, "urgent"}, {3, "6"}, {3, "7"}, {11, "courier"}, {22, "1"}};
    EXPECT_EQ(seen, expected);
}

TEST_F(WaitingChipsTest, AClickOnAChipSelectsItsTask) {
    session_.playhead().moveToTime(1.0);
    source().setFirstVisibleLine(0);
    pane_.grab();
    const QRect chip = source().chipRect(3);
    ASSERT_FALSE(chip.isEmpty());
    QTest::mouseClick(source().viewport(), Qt::LeftButton, {}, chip.center());
    EXPECT_EQ(session_.selection().task(), trace::TaskId(1));
    EXPECT_TRUE(source().chips()[3].chosen);
}

TEST(WaitingChips, OfVeryManyTasksTheyComeInATurnOfTheirOwn) {
    Session session{engineRunner()};
    EditorPane pane(session);
    const std::size_t many = OwnTurn::kMostAtOnce + 1;
    session.document().openText(QStringLiteral("many.py"),
                                QStringLiteral("import asyncio\n"
                                               "async def main():\n"
                                               "    tasks = [asyncio.sleep(1) for _ in range(%1)]\n"
                                               "    await asyncio.gather(*tasks)\n"
                                               "asyncio.run(main())\n")
                                    .arg(many));
    ASSERT_TRUE(waitUntil([&session] { return !session.runs().isBusy(); }));
    session.playhead().moveToTime(0.0);
    EXPECT_TRUE(pane.editor().chips().empty());
    QApplication::processEvents();
    EXPECT_FALSE(pane.editor().chips().empty());
}

TEST_F(WaitingChipsTest, ChipsBecomeNarrowerBeforeTheyLieOverALine) {
    SourceEditor editor;
    editor.load(QStringLiteral("await asyncio.gather(one, two)\n"));
    editor.setChips(
        {{1, 0, QStringLiteral("a long name"), {}}, {1, 1, QStringLiteral("another"), {}}});
    const QFontMetrics metrics(bold(scaled(QApplication::font(), 0.8)));
    editor.resize(
        editor.widthOfText() + 20 + 2 * metrics.horizontalAdvance(QStringLiteral("parcel…")), 200);
    editor.show();
    QApplication::processEvents();
    const long end = editor.SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, 0);
    const long x = editor.SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, end);
    EXPECT_GT(editor.chipRect(0).left(), x);
    EXPECT_GT(editor.chipRect(1).left(), editor.chipRect(0).right());
    EXPECT_LT(editor.chipRect(1).right(), editor.viewport()->width());
}

TEST_F(WaitingChipsTest, TheLineGivesWayBeforeANameCannotBeReadAnyMore) {
    SourceEditor editor;
    editor.load(QStringLiteral("await asyncio.gather(one, two)\n"));
    const QString name = QStringLiteral("parcel");
    editor.setChips({{1, 0, name, {}}, {1, 1, name, {}}});
    editor.resize(editor.widthOfText() - 40, 200);
    editor.show();
    QApplication::processEvents();
    const QFontMetrics metrics(bold(scaled(QApplication::font(), 0.8)));
    EXPECT_GE(editor.chipRect(0).width(), metrics.horizontalAdvance(name) + 8);
    for (const std::size_t chip : {0U, 1U}) {
        const QRect rect = editor.chipRect(chip);
        EXPECT_TRUE(rect.isEmpty() || rect.width() >= metrics.horizontalAdvance(name) + 8);
        EXPECT_LT(rect.right(), editor.viewport()->width());
    }
}

TEST_F(WaitingChipsTest, ALineThatLeavesNoRoomEndsInDotsBeforeItsChips) {
    SourceEditor editor;
    editor.load(QLatin1Char('\n') + QString(200, QLatin1Char('M')));
    editor.resize(300, 200);
    editor.setChips({{2, 0, QStringLiteral("7"), {}}});
    editor.show();
    QApplication::processEvents();
    const QRect chip = editor.chipRect(0);
    ASSERT_LT(chip.right(), editor.viewport()->width());
    const QImage image = editor.viewport()->grab().toImage();
    ASSERT_TRUE(image.rect().contains(chip.adjusted(-2, 0, 3, 0)));
    const QColor paper = schemeOf(editor.palette()).pane;
    for (int y = chip.top(); y < chip.bottom(); ++y) {
        EXPECT_EQ(image.pixelColor(chip.left() - 2, y), paper) << y;  // no letter beside it
        EXPECT_EQ(image.pixelColor(chip.right() + 3, y), paper) << y;
    }
}

TEST_F(WaitingChipsTest, WhatIsAwaitedIsUnderlined) {
    session_.playhead().toEnd();
    EXPECT_TRUE(source().awaited().empty());
    session_.playhead().moveToTime(0.5);
    ASSERT_FALSE(source().awaited().empty());
    EXPECT_EQ(source().awaited().back(), (SourceEditor::Underline{22, 4, 20}));
}

TEST(WaitingChips, CountsAllTasksThatWaitAtALine) {
    Session session{engineRunner()};
    EditorPane pane(session);
    session.document().openText(
        QStringLiteral("many.py"),
        QStringLiteral("import asyncio\n"
                       "async def waits():\n"
                       "    await asyncio.sleep(1)\n"
                       "async def main():\n"
                       "    await asyncio.gather(*[waits() for _ in range(1000)])\n"
                       "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&session] { return !session.runs().isBusy(); }));
    session.playhead().moveToTime(0.0);
    const std::map<int, std::size_t> more{{3, 1000 - SourceEditor::kMostChips}};
    EXPECT_EQ(pane.editor().moreChips(), more);
    EXPECT_EQ(pane.editor().awaited().size(), 2U);
}

}  // namespace
}  // namespace coroscope::app
