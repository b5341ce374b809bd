// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/editor_pane.h"

#include <QApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <Qsci/qscilexer.h>

#include <gtest/gtest.h>

#include "app/session/engine_runner.h"
#include "app/style/theme.h"
#include "tests/app/editor/editor_fixture.h"

namespace coroscope::app {
namespace {

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

TEST_F(EditorPaneTest, ALineThatIsLookedAtIsLetGoWhenALineIsTyped) {
    session_.selection().selectLine(3);
    source().setCursorPosition(2, 0);
    QTest::keyClicks(&source(), QStringLiteral("#"));
    EXPECT_EQ(session_.selection().line(), 3);
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_EQ(session_.selection().line(), 0);
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

TEST_F(EditorPaneTest, KeepsWindowsLineEnds) {
    session_.document().openText(QStringLiteral("a.py"), QStringLiteral("a\r\nb\r\n"));
    source().setCursorPosition(1, 1);
    QTest::keyClick(&source(), Qt::Key_Return);
    EXPECT_EQ(session_.document().text(), QStringLiteral("a\r\nb\r\n\r\n"));
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

TEST_F(EditorPaneTest, TheScrollBarGoesWithTheLongLine) {
    const QString before = source().text();
    source().insertAt(QString(900, QLatin1Char('x')), 0, 0);
    ASSERT_TRUE(waitUntil([this] { return source().horizontalScrollBar()->maximum() > 0; }));
    const int wide = source().horizontalScrollBar()->maximum();
    source().setText(before);
    EXPECT_TRUE(waitUntil([&] { return source().horizontalScrollBar()->maximum() < wide / 4; }));
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
