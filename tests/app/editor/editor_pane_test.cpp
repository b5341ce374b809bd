// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editor_pane.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <Qsci/qscilexer.h>

#include <gtest/gtest.h>

#include "app/editor/completion.h"
#include "app/editor/find_bar.h"
#include "app/editor/help_text.h"
#include "app/editor/source_editor.h"
#include "app/session/engine_runner.h"
#include "app/session/offered_names.h"
#include "app/session/session.h"
#include "app/style/theme.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class EditorPaneTest : public testing::Test {
protected:
    EditorPaneTest() {
        pane_.resize(700, 700);
        pane_.show();
        pane_.activateWindow();
        source().setFocus();
        session_.document().openText(QStringLiteral("parcels.py"),
                                     QString::fromUtf8(sample::kText));
        EXPECT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    }

    SourceEditor& source() { return pane_.editor(); }
    /// Where a line (from 1) begins, in the viewport.
    QPoint placeOf(int line) {
        const long position = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, line - 1);
        return {static_cast<int>(
                    source().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, position)) +
                    3,
                static_cast<int>(
                    source().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, position)) +
                    5};
    }
    QLineEdit* findField() {
        return pane_.findBar().findChild<QLineEdit*>(QStringLiteral("findField"));
    }

    Session session_{sample::runner()};
    EditorPane pane_{session_};
};

TEST_F(EditorPaneTest, ShowsTheDocument) {
    EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
    EXPECT_FALSE(session_.document().isModified());
    EXPECT_FALSE(source().isUndoAvailable());
}

TEST_F(EditorPaneTest, TypingChangesTheDocument) {
    source().setCursorPosition(0, 0);
    QTest::keyClicks(&source(), QStringLiteral("# hi "));
    EXPECT_TRUE(session_.document().text().startsWith(QStringLiteral("# hi async")));
    EXPECT_TRUE(session_.document().isModified());
}

TEST_F(EditorPaneTest, UndoTakesTypingBackAndRedoBringsItAgain) {
    source().setCursorPosition(0, 0);
    QTest::keyClicks(&source(), QStringLiteral("xyz"));
    QTest::keyClick(&source(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(session_.document().text(), QString::fromUtf8(sample::kText));
    EXPECT_FALSE(session_.document().isModified());
    source().redo();
    EXPECT_TRUE(session_.document().text().startsWith(QStringLiteral("xyz")));
}

TEST_F(EditorPaneTest, IndentsByFourSpacesAfterAColon) {
    session_.document().openText(QStringLiteral("a.py"), QString());
    QTest::keyClicks(&source(), QStringLiteral("if x:"));
    QTest::keyClick(&source(), Qt::Key_Return);
    QTest::keyClicks(&source(), QStringLiteral("y"));
    EXPECT_EQ(source().text(), QStringLiteral("if x:\n    y"));
    QTest::keyClick(&source(), Qt::Key_Return);
    QTest::keyClick(&source(), Qt::Key_Tab);
    QTest::keyClicks(&source(), QStringLiteral("z"));
    EXPECT_EQ(source().text(), QStringLiteral("if x:\n    y\n        z"));
}

TEST_F(EditorPaneTest, MarksTheRunningLine) {
    session_.playhead().moveToTime(1.25);
    while ((*session_.trace())[session_.playhead().current()].line != 25) {
        ASSERT_FALSE(session_.playhead().atStart());
        session_.playhead().stepEvent(-1);
    }
    EXPECT_EQ(source().runningLine(), 25);
    EXPECT_NE(source().markersAtLine(24), 0U);
    EXPECT_EQ(source().markersAtLine(23), 0U);
}

TEST_F(EditorPaneTest, ShowsAChipWhereEachSuspendedTaskWaits) {
    session_.playhead().moveToTime(1.0);
    std::vector<std::pair<int, std::string>> seen;
    for (const LineChip& chip : source().chips()) {
        seen.emplace_back(chip.line, chip.label.toStdString());
    }
    const std::vector<std::pair<int, std::string>> expected{
        {3, "urgent"}, {3, "6"}, {3, "7"}, {11, "courier"}, {22, "1"}};
    EXPECT_EQ(seen, expected);
}

TEST_F(EditorPaneTest, AClickOnAChipSelectsItsTask) {
    session_.playhead().moveToTime(1.0);
    source().setFirstVisibleLine(0);
    pane_.grab();
    const QRect chip = source().chipRect(3);
    ASSERT_FALSE(chip.isEmpty());
    QTest::mouseClick(source().viewport(), Qt::LeftButton, {}, chip.center());
    EXPECT_EQ(session_.selection().task(), trace::TaskId(1));
    EXPECT_TRUE(source().chips()[3].chosen);
}

TEST(EditorPane, CountsAllTasksThatWaitAtALine) {
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

TEST(EditorPane, SaysAtItsLineWhatHasGoneWrongUpToThePlayhead) {
    Session session{engineRunner()};
    EditorPane pane(session);
    session.document().openText(QStringLiteral("forgets.py"),
                                QStringLiteral("import asyncio\n"
                                               "async def forgotten(): pass\n"
                                               "async def main():\n"
                                               "    forgotten()\n"
                                               "    await asyncio.sleep(1)\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&session] { return !session.runs().isBusy(); }));
    EXPECT_TRUE(pane.editor().messages().empty()) << "it has not happened yet";
    session.playhead().toEnd();
    ASSERT_EQ(pane.editor().messages().size(), 1U);
    EXPECT_EQ(pane.editor().messages().front().line, 4);
    EXPECT_TRUE(pane.editor().messages().front().text.contains(QStringLiteral("never awaited")));
    session.playhead().toStart();
    EXPECT_TRUE(pane.editor().messages().empty());
}

TEST(EditorPane, SaysInTheHeaderWhichOfItsLinesAreNeverMet) {
    Session session{engineRunner()};
    EditorPane pane(session);
    session.document().openText(QStringLiteral("notes.py"),
                                QStringLiteral("# /// coroscope\n"
                                               "# [[note]]\n"
                                               "# line = 16\n"
                                               "# text = \"met\"\n"
                                               "# [[question]]\n"
                                               "# line = 13\n"
                                               "# text = \"not met\"\n"
                                               "# ///\n"
                                               "import asyncio\n"
                                               "async def main():\n"
                                               "    pass\n"
                                               "def never():\n"
                                               "    return 1\n"
                                               "a = 1\n"
                                               "b = 2\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&session] { return !session.runs().isBusy(); }));
    ASSERT_EQ(pane.editor().messages().size(), 1U);
    EXPECT_EQ(pane.editor().messages().front().line, 6);
    EXPECT_TRUE(pane.editor().messages().front().text.contains(QStringLiteral("never asked")));
}

TEST_F(EditorPaneTest, ChipsBecomeNarrowerBeforeTheyLieOverALine) {
    SourceEditor editor;
    editor.load(QStringLiteral("await asyncio.gather(one, two)\n"));
    editor.setChips(
        {{1, 0, QStringLiteral("a long name"), {}}, {1, 1, QStringLiteral("another"), {}}});
    editor.resize(editor.widthOfText() + 40, 200);
    editor.show();
    QApplication::processEvents();
    const long end = editor.SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, 0);
    const long x = editor.SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, end);
    EXPECT_GT(editor.chipRect(0).left(), x);
    EXPECT_GT(editor.chipRect(1).left(), editor.chipRect(0).right());
    EXPECT_LT(editor.chipRect(1).right(), editor.viewport()->width());
}

TEST_F(EditorPaneTest, ALineThatLeavesNoRoomEndsInDotsBeforeItsChips) {
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

TEST_F(EditorPaneTest, TheSourceFollowsThemeAndSizeOfType) {
    const auto height = [this] { return source().SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0); };
    applyTheme(ThemeChoice::Light, false, 1);
    const long small = height();
    applyTheme(ThemeChoice::Dark, false, 1.6);
    EXPECT_GT(height(), small * 5 / 4);
    EXPECT_EQ(source().lexer()->paper(0), darkScheme().pane);
    applyTheme(ThemeChoice::Light, false, 1);
    EXPECT_EQ(height(), small);
    QApplication::processEvents();
    EXPECT_FALSE(source().horizontalScrollBar()->isVisible()) << "the lines fit again";
    EXPECT_EQ(source().lexer()->paper(0), lightScheme().pane);
}

TEST_F(EditorPaneTest, AClickOnALineSelectsIt) {
    source().setFirstVisibleLine(0);
    pane_.grab();
    QTest::mouseClick(source().viewport(), Qt::LeftButton, {}, placeOf(5));
    EXPECT_EQ(session_.selection().line(), 5);
}

TEST_F(EditorPaneTest, UnderlinesAnErrorAndSaysIt) {
    source().setCursorPosition(2, 0);
    QTest::keyClicks(&source(), QStringLiteral("oops "));
    ASSERT_TRUE(waitUntil([this] { return !session_.diagnostics().empty(); }));
    ASSERT_EQ(source().messages().size(), 1U);
    EXPECT_EQ(source().messages()[0].line, 3);
    EXPECT_EQ(source().messages()[0].text, QStringLiteral("SyntaxError: invalid syntax"));
    EXPECT_TRUE(source().chips().empty());
    EXPECT_EQ(source().runningLine(), 0);
    const long begin = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, 2);
    EXPECT_EQ(source().SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, 8UL, begin), 1);
    EXPECT_EQ(source().SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, 8UL, begin + 4), 0);
}

TEST_F(EditorPaneTest, FindsTextForwardsAndBackwards) {
    source().setCursorPosition(0, 0);
    pane_.findBar().openFind();
    EXPECT_TRUE(pane_.findBar().isVisible());
    QTest::keyClicks(findField(), QStringLiteral("urgent"));
    int line = 0;
    int column = 0;
    source().getCursorPosition(&line, &column);
    EXPECT_EQ(line + 1, 19);
    QTest::keyClick(findField(), Qt::Key_Return);
    source().getCursorPosition(&line, &column);
    EXPECT_EQ(line + 1, 20);
    QTest::keyClick(findField(), Qt::Key_Return, Qt::ShiftModifier);
    source().getCursorPosition(&line, &column);
    EXPECT_EQ(line + 1, 19);
    QTest::keyClick(findField(), Qt::Key_Escape);
    EXPECT_FALSE(pane_.findBar().isVisible());
}

TEST_F(EditorPaneTest, SaysInWordsAndColourThatWhatIsSoughtIsNotThere) {
    pane_.findBar().openFind();
    const auto* result = pane_.findBar().findChild<QLabel*>(QStringLiteral("findResult"));
    const auto inkOfField = [this] { return findField()->palette().color(QPalette::Text); };
    QTest::keyClicks(findField(), QStringLiteral("urgen"));
    EXPECT_TRUE(result->text().isEmpty());
    const QColor trouble = schemeOf(findField()->palette()).trouble;
    EXPECT_NE(inkOfField(), trouble);
    QTest::keyClicks(findField(), QStringLiteral("ce"));
    EXPECT_EQ(result->text(), QStringLiteral("not found"));
    EXPECT_EQ(result->palette().color(result->foregroundRole()), trouble);
    EXPECT_EQ(inkOfField(), trouble);
    for (int n = 0; n < 2; ++n) QTest::keyClick(findField(), Qt::Key_Backspace);
    EXPECT_TRUE(result->text().isEmpty());
    EXPECT_NE(inkOfField(), trouble);
}

TEST_F(EditorPaneTest, ReplacesOneByOneAndAllAtOnce) {
    const QString before = source().text();
    const auto count = before.count(QStringLiteral("urgent"));
    ASSERT_GT(count, 1);
    source().setCursorPosition(0, 0);
    pane_.findBar().openReplace();
    QTest::keyClicks(findField(), QStringLiteral("urgent"));
    auto* instead = pane_.findBar().findChild<QLineEdit*>(QStringLiteral("replaceField"));
    QTest::mouseClick(instead, Qt::LeftButton);
    QTest::keyClicks(instead, QStringLiteral("calm"));
    QTest::keyClick(instead, Qt::Key_Return);
    EXPECT_EQ(source().text().count(QStringLiteral("urgent")), count - 1);
    EXPECT_EQ(source().selectedText(), QStringLiteral("urgent")) << "the next one";
    auto* all = pane_.findBar().findChild<QToolButton*>(QStringLiteral("replaceAll"));
    QTest::mouseClick(all, Qt::LeftButton);
    QString after = before;
    EXPECT_EQ(source().text(), after.replace(QStringLiteral("urgent"), QStringLiteral("calm")));
    source().undo();
    EXPECT_EQ(source().text().count(QStringLiteral("urgent")), count - 1) << "all are one step";
    pane_.findBar().openFind();
    EXPECT_FALSE(instead->isVisible());
}

TEST_F(EditorPaneTest, GoesToALineAndRefusesOneThatIsNotThere) {
    pane_.findBar().openGoToLine();
    QTest::keyClicks(findField(), QStringLiteral("999"));
    QTest::keyClick(findField(), Qt::Key_Return);
    EXPECT_TRUE(pane_.findBar().isVisible());
    findField()->clear();
    QTest::keyClicks(findField(), QStringLiteral("12"));
    QTest::keyClick(findField(), Qt::Key_Return);
    int line = 0;
    int column = 0;
    source().getCursorPosition(&line, &column);
    EXPECT_EQ(line + 1, 12);
    EXPECT_FALSE(pane_.findBar().isVisible());
}

TEST_F(EditorPaneTest, KeepsWindowsLineEnds) {
    session_.document().openText(QStringLiteral("a.py"), QStringLiteral("a\r\nb\r\n"));
    source().setCursorPosition(1, 1);
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_EQ(session_.document().text(), QStringLiteral("a\r\nb\r\n\r\n"));
}

TEST_F(EditorPaneTest, ControlDragTurnsANumberAndTheRunFollows) {
    // Line 13: `    time.sleep(0.75)`; the number begins at column 15.
    const QPoint number =
        placeOf(13) +
        QPoint(source().fontMetrics().horizontalAdvance(QStringLiteral("    time.sleep(0")), 0);
    const long at = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, 12) + 16;
    const QPoint on(
        static_cast<int>(source().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, at)),
        number.y());
    QSignalSpy runs(&session_.runs(), &RunService::finished);
    QTest::mousePress(source().viewport(), Qt::LeftButton, Qt::ControlModifier, on);
    QTest::mouseMove(source().viewport(), on + QPoint(31, 0));
    EXPECT_EQ(source().text(12), QStringLiteral("    time.sleep(0.80)\n"));
    QTest::mouseMove(source().viewport(), on - QPoint(3000, 0));
    EXPECT_EQ(source().text(12), QStringLiteral("    time.sleep(0.00)\n"));
    QTest::mouseMove(source().viewport(), on + QPoint(60, 0));
    QTest::mouseRelease(source().viewport(), Qt::LeftButton, Qt::ControlModifier,
                        on + QPoint(60, 0));
    EXPECT_EQ(source().text(12), QStringLiteral("    time.sleep(0.85)\n"));
    EXPECT_FALSE(source().hasSelectedText());
    EXPECT_TRUE(waitUntil([&] { return runs.count() > 0; }));
    source().undo();
    EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
}

TEST_F(EditorPaneTest, ShowsTheTopUntilThePlayheadMoves) {
    pane_.resize(700, 150);
    source().clearFocus();
    session_.document().openText(QStringLiteral("again.py"), QString::fromUtf8(sample::kText));
    ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    ASSERT_TRUE(session_.hasRun());
    EXPECT_EQ(source().firstVisibleLine(), 0);
    session_.playhead().moveToTime(1.25);
    while ((*session_.trace())[session_.playhead().current()].line != 25) {
        ASSERT_FALSE(session_.playhead().atStart());
        session_.playhead().stepEvent(-1);
    }
    EXPECT_GT(source().firstVisibleLine(), 0);
}

TEST_F(EditorPaneTest, WhatIsAwaitedIsUnderlined) {
    session_.playhead().toEnd();
    EXPECT_TRUE(source().awaited().empty());
    session_.playhead().moveToTime(0.5);
    ASSERT_FALSE(source().awaited().empty());
    EXPECT_EQ(source().awaited().back(), (SourceEditor::Underline{22, 4, 20}));
}

TEST_F(EditorPaneTest, AClickInTheMarginSetsABreakpointThatMovesWithTheText) {
    const QPoint margin(6, placeOf(13).y());
    QTest::mouseClick(source().viewport(), Qt::LeftButton, {}, margin);
    EXPECT_EQ(session_.playhead().breakpoints(), std::set<int>{13});
    source().setCursorPosition(0, 0);
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_EQ(session_.playhead().breakpoints(), std::set<int>{14});
    QTest::mouseClick(source().viewport(), Qt::LeftButton, {}, QPoint(6, placeOf(14).y()));
    EXPECT_TRUE(session_.playhead().breakpoints().empty());
}

TEST(EditorPane, ABreakpointThatNoRunPausesAtIsHollowAndSaysWhy) {
    Session session{engineRunner()};
    EditorPane pane(session);
    pane.resize(700, 700);
    pane.show();
    session.document().openText(QStringLiteral("ends.py"),
                                QStringLiteral("import asyncio\n"
                                               "async def main():\n"
                                               "    await asyncio.sleep(1)\n"
                                               "def never(): return 1\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&session] { return !session.runs().isBusy(); }));
    SourceEditor& source = pane.editor();
    session.playhead().setBreakpoints({3, 4});
    EXPECT_EQ(source.breakpoints(), (std::set<int>{3, 4}));
    EXPECT_EQ(source.hollowBreakpoints(), std::set<int>{4});
    const long line = source.SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, 3);
    const auto y =
        static_cast<int>(source.SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, line));
    const QPoint dot(6, y + 5);
    QHelpEvent help(QEvent::ToolTip, dot, source.viewport()->mapToGlobal(dot));
    QApplication::sendEvent(source.viewport(), &help);
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("never pauses")));
    QToolTip::hideText();
}

TEST(NumberAt, FindsLiteralsAlone) {
    const QString line = QStringLiteral("x2 = f(1.50, 7)  # 9");
    ASSERT_TRUE(numberAt(line, 8));
    EXPECT_EQ(*numberAt(line, 8), (NumberSpot{7, 11, 1.5, 2}));
    EXPECT_EQ(numberAt(line, 13)->value, 7);
    EXPECT_FALSE(numberAt(line, 1));   // a name
    EXPECT_FALSE(numberAt(line, 19));  // a comment
    EXPECT_FALSE(numberAt(QStringLiteral("1j"), 1));
    EXPECT_FALSE(numberAt(QStringLiteral("10_00"), 1));
    EXPECT_FALSE(numberAt(QStringLiteral("a.b.c"), 2));
    EXPECT_FALSE(numberAt(QStringLiteral("print(\"sleep 3 s\")"), 14));
}

/// The line after turning what is at `column` by so many steps.
QString turned(const char* line, int column, int steps) {
    QString text = QString::fromLatin1(line);
    const auto number = numberAt(text, column);
    if (!number) return QStringLiteral("no number");
    return text.replace(number->begin, number->end - number->begin, stepped(*number, steps));
}

TEST(NumberAt, ANumberHasItsSignWithIt) {
    EXPECT_EQ(turned("x = -1", 5, 1), QStringLiteral("x = 0"));
    EXPECT_EQ(turned("x = -1", 5, 3), QStringLiteral("x = 2"));
    EXPECT_EQ(turned("x = -1", 5, -8), QStringLiteral("x = -9"));
    EXPECT_EQ(turned("sleep(-0.5)", 8, -1), QStringLiteral("sleep(-0.6)"));
    EXPECT_EQ(turned("return -2", 8, 1), QStringLiteral("return -1"));
    EXPECT_EQ(turned("x = y * - 2", 10, 1), QStringLiteral("x = y * -1"));
}

TEST(NumberAt, AMinusBetweenTwoValuesIsNoSign) {
    EXPECT_EQ(turned("x = a-3", 6, 2), QStringLiteral("x = a-5"));
    EXPECT_EQ(turned("x = f() - 3", 10, 2), QStringLiteral("x = f() - 5"));
    EXPECT_EQ(turned("x = 7 - 3", 8, -9), QStringLiteral("x = 7 - 0"));
}

TEST(NumberAt, KeepsTheFormInWhichItIsWritten) {
    EXPECT_EQ(turned("1e-3", 0, 1), QStringLiteral("2e-3"));
    EXPECT_EQ(turned("2.5e6", 4, 1), QStringLiteral("2.6e6"));
    EXPECT_EQ(turned("1_000", 3, -1), QStringLiteral("999"));
    EXPECT_EQ(turned("1_999_999", 3, 1), QStringLiteral("2_000_000"));
    EXPECT_EQ(turned("0x0f", 3, 1), QStringLiteral("0x10"));
    EXPECT_EQ(turned("0b101", 3, 1), QStringLiteral("0b110"));
}

TEST(NumberAt, StepsByTheLastDecimalAndNotBelowZero) {
    const NumberSpot half{0, 3, 0.5, 1};
    EXPECT_EQ(stepped(half, 3), QStringLiteral("0.8"));
    EXPECT_EQ(stepped(half, -9), QStringLiteral("0.0"));
    EXPECT_EQ(stepped(NumberSpot{0, 1, 7, 0}, 5), QStringLiteral("12"));
}

TEST(HelpText, KnowsAsyncioAndItsMethods) {
    ASSERT_NE(helpOn(QStringLiteral("asyncio.gather")), nullptr);
    EXPECT_EQ(QLatin1String(helpOn(QStringLiteral("film.cancel"))->name),
              QLatin1String("task.cancel"));
    EXPECT_EQ(helpOn(QStringLiteral("asyncio.nothing")), nullptr);
    EXPECT_EQ(helpOn(QStringLiteral("sleep")), nullptr);  // may be anybody's
    EXPECT_EQ(dottedNameAt(QStringLiteral("await asyncio.sleep(1)"), 15),
              QStringLiteral("asyncio.sleep"));
    EXPECT_EQ(dottedNameAt(QStringLiteral("await asyncio.sleep(1)"), 7), QStringLiteral("asyncio"));
}

TEST(HelpText, IsToldOfAWholeDottedName) {
    const QString line = QStringLiteral("await asyncio.sleep(1)");
    for (const int column : {6, 12, 13, 14, 18}) {
        ASSERT_NE(helpAt(line, column), nullptr) << column;
        EXPECT_EQ(QLatin1String(helpAt(line, column)->name), QLatin1String("asyncio.sleep"));
    }
    EXPECT_EQ(helpAt(line, 19), nullptr);
    EXPECT_EQ(QLatin1String(helpAt(line, 2)->name), QLatin1String("await"));
}

TEST_F(EditorPaneTest, ADigitInAStringOfSeveralLinesIsNoNumber) {
    source().setText(QStringLiteral("\"\"\"of\n3 words\"\"\"\n3\n"));
    const auto turnAt = [this](int row) {
        const long at = source().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, row);
        const auto x = source().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, at);
        const auto y = source().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, at);
        const QPoint on(static_cast<int>(x) + 2, static_cast<int>(y) + 5);
        QTest::mousePress(source().viewport(), Qt::LeftButton, Qt::ControlModifier, on);
        QTest::mouseMove(source().viewport(), on + QPoint(31, 0));
        QTest::mouseRelease(source().viewport(), Qt::LeftButton, Qt::ControlModifier,
                            on + QPoint(31, 0));
        return source().text(row);
    };
    EXPECT_EQ(turnAt(1), QStringLiteral("3 words\"\"\"\n"));
    EXPECT_EQ(turnAt(2), QStringLiteral("8\n"));
}

TEST_F(EditorPaneTest, TheScrollBarGoesWithTheLongLine) {
    const QString before = source().text();
    source().insertAt(QString(900, QLatin1Char('x')), 0, 0);
    ASSERT_TRUE(waitUntil([this] { return source().horizontalScrollBar()->maximum() > 0; }));
    const int wide = source().horizontalScrollBar()->maximum();
    source().setText(before);
    EXPECT_TRUE(waitUntil([&] { return source().horizontalScrollBar()->maximum() < wide / 4; }));
}

/// At an empty line at the end of the program.
void goToTheEnd(SourceEditor& source) {
    source.append(QStringLiteral("\n"));
    source.setCursorPosition(source.lines() - 1, 0);
}

TEST_F(EditorPaneTest, NamesAreOfferedAfterThreeLettersAndReturnTakesOne) {
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("co"));
    EXPECT_FALSE(source().isListActive());
    QTest::keyClicks(&source(), QStringLiteral("u"));
    EXPECT_TRUE(source().isListActive());
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_FALSE(source().isListActive());
    EXPECT_EQ(source().text(source().lines() - 1), QStringLiteral("courier"));
}

TEST_F(EditorPaneTest, WhatAModuleHasIsOfferedBehindItsDotAndTabTakesIt) {
    goToTheEnd(source());
    QTest::keyClicks(&source(), QStringLiteral("asyncio."));
    EXPECT_TRUE(source().isListActive());
    QTest::keyClicks(&source(), QStringLiteral("gat"));
    EXPECT_TRUE(source().isListActive());
    QTest::keyClick(&source(), Qt::Key_Tab);
    EXPECT_EQ(source().text(source().lines() - 1), QStringLiteral("asyncio.gather"));
}

TEST_F(EditorPaneTest, TheListHasOnlyWhatGoesOnTheNameTypedByNow) {
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

TEST_F(EditorPaneTest, EscapeClosesTheListAndReturnBehindAWholeNameIsANewLine) {
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

TEST_F(EditorPaneTest, NothingIsOfferedInStringsAndComments) {
    goToTheEnd(source());
    for (const char* begin : {"# ", "x = \"", "\"\"\"", "more "}) {
        QTest::keyClicks(&source(), QString::fromLatin1(begin) + QStringLiteral("asyncio.cou"));
        EXPECT_FALSE(source().isListActive()) << begin;
        QTest::keyClick(&source(), Qt::Key_Return);
    }
}

TEST_F(EditorPaneTest, NamesAreOfferedOnlyWhenAskedForIfThatIsChosen) {
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

TEST(Help, SaysAWordOfAllThatAsyncioOffers) {
    const QStringList offered = offeredNamesOf(QStringLiteral("asyncio"));
    EXPECT_GT(offered.size(), 40);
    for (const QString& name : offered) {
        EXPECT_NE(helpOn(QStringLiteral("asyncio.") + name), nullptr) << name.toStdString();
    }
}

TEST_F(EditorPaneTest, ABreakpointAtAnEmptyLineIsOneWhereTheNextLineOfCodeIsMet) {
    source().goToLine(9);  // empty
    pane_.toggleBreakpoint();
    EXPECT_EQ(session_.playhead().breakpoints(), std::set<int>{11});
    QString said;
    QObject::connect(&pane_, &EditorPane::noted, &pane_, [&](const QString& text) { said = text; });
    pane_.toggleBreakpoint();
    EXPECT_EQ(session_.playhead().breakpoints(), std::set<int>{11}) << "it is there already";
    EXPECT_TRUE(said.contains(QStringLiteral("line 11"))) << said.toStdString();
    source().goToLine(11);
    pane_.toggleBreakpoint();
    EXPECT_TRUE(session_.playhead().breakpoints().empty());
}

TEST_F(EditorPaneTest, TabNeverLeadsIntoTheProgram) {
    const QString before = source().text();
    QLineEdit beside(&pane_);
    beside.show();
    beside.setFocus();
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        EXPECT_FALSE(source().hasFocus());
    }
    EXPECT_EQ(source().text(), before);
}

}  // namespace
}  // namespace coroscope::app
