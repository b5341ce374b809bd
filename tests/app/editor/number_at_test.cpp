// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/number_at.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/app/editor/editor_fixture.h"

namespace coroscope::app {
namespace {

using NumberTest = EditorPaneTest;

TEST_F(NumberTest, ControlDragTurnsANumberAndTheRunFollows) {
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

TEST_F(NumberTest, ADigitInAStringOfSeveralLinesIsNoNumber) {
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

}  // namespace
}  // namespace coroscope::app
