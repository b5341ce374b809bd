// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editor_pane.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "app/editor/find_bar.h"
#include "app/editor/source_editor.h"
#include "app/session/session.h"
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
        {22, "1"}, {11, "courier"}, {3, "urgent"}, {3, "6"}, {3, "7"}};
    EXPECT_EQ(seen, expected);
}

TEST_F(EditorPaneTest, AClickOnAChipSelectsItsTask) {
    session_.playhead().moveToTime(1.0);
    source().setFirstVisibleLine(0);
    pane_.grab();
    const QRect chip = source().chipRect(1);
    ASSERT_FALSE(chip.isEmpty());
    QTest::mouseClick(source().viewport(), Qt::LeftButton, {}, chip.center());
    EXPECT_EQ(session_.selection().task(), trace::TaskId(1));
    EXPECT_TRUE(source().chips()[1].chosen);
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

}  // namespace
}  // namespace coroscope::app
