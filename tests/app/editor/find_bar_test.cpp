// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/find_bar.h"

#include <QLabel>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/style/theme.h"
#include "tests/app/editor/editor_fixture.h"

namespace coroscope::app {
namespace {

using FindBarTest = EditorPaneTest;

TEST_F(FindBarTest, FindsTextForwardsAndBackwards) {
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

TEST_F(FindBarTest, SaysInWordsAndColourThatWhatIsSoughtIsNotThere) {
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

TEST_F(FindBarTest, ReplacesOneByOneAndAllAtOnce) {
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

TEST_F(FindBarTest, GoesToALineAndRefusesOneThatIsNotThere) {
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

}  // namespace
}  // namespace coroscope::app
