// SPDX-License-Identifier: GPL-3.0-or-later
/// The source alone: how it indents, what it underlines, what stands beside its lines.

#include "app/editor/source_editor.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

#include <gtest/gtest.h>

namespace coroscope::app {
namespace {

class SourceEditorTest : public testing::Test {
protected:
    void show(const QString& text, int width = 500) {
        editor.load(text);
        editor.resize(width, 200);
        editor.show();
        QApplication::processEvents();
    }
    void typeAtEnd(const QString& text) {
        editor.setCursorPosition(editor.lines() - 1, editor.lineLength(editor.lines() - 1));
        for (const QChar character : text) {
            if (character == QLatin1Char('\n')) {
                QTest::keyClick(&editor, Qt::Key_Return);
            } else {
                QTest::keyClicks(&editor, QString(character));
            }
        }
    }
    /// What is underlined as wrong, in all of the text.
    QString squiggled() {
        constexpr int kSquiggle = 8;
        const QByteArray bytes = editor.text().toUtf8();
        QByteArray found;
        for (int i = 0; i < bytes.size(); ++i) {
            if (editor.SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT,
                                     static_cast<unsigned long>(kSquiggle), i) != 0) {
                found += bytes[i];
            }
        }
        return QString::fromUtf8(found);
    }

    SourceEditor editor;
};

TEST_F(SourceEditorTest, GoesOnWithTheTabsThatAFileIsIndentedBy) {
    show(QStringLiteral("def f():\n\tfor i in x:"));
    typeAtEnd(QStringLiteral("\npass\ng()"));
    EXPECT_EQ(editor.text(), QStringLiteral("def f():\n\tfor i in x:\n\t\tpass\n\tg()"));
}

TEST_F(SourceEditorTest, AFileOfSpacesAfterOneOfTabsHasSpaces) {
    show(QStringLiteral("def f():\n\tpass"));
    show(QStringLiteral("def f():\n    if x:"));
    typeAtEnd(QStringLiteral("\ng()"));
    EXPECT_EQ(editor.text(), QStringLiteral("def f():\n    if x:\n        g()"));
}

TEST_F(SourceEditorTest, UnderlinesTheCharacterBeforeWhichSomethingIsWrong) {
    show(QStringLiteral("foo(a, [1,\n"));
    editor.setMessages({{1, 7, 1, 7, QStringLiteral("'[' was never closed")}});
    EXPECT_EQ(squiggled(), QStringLiteral("["));
}

TEST_F(SourceEditorTest, UnderlinesTheLastCharacterIfItIsTheEndOfTheLineThatIsWrong) {
    show(QStringLiteral("if x\n"));
    editor.setMessages({{1, 4, 1, 4, QStringLiteral("expected ':'")}});
    EXPECT_EQ(squiggled(), QStringLiteral("x"));
}

TEST_F(SourceEditorTest, CountsTheChipsForWhoseNamesThereIsNoRoom) {
    show(QStringLiteral("await asyncio.sleep(0.01 * (n % 17) + 0.1)\n"), 460);
    std::vector<LineChip> chips;
    for (std::uint32_t i = 0; i < 5; ++i) {
        chips.push_back({1, i, QStringLiteral("a worker %1").arg(i), {}});
    }
    chips[3].chosen = true;
    editor.setChips(chips, {{1, 10}});
    QApplication::processEvents();
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < chips.size(); ++i) drawn += editor.chipRect(i).isEmpty() ? 0 : 1;
    ASSERT_GE(drawn, 1U);
    ASSERT_LT(drawn, chips.size());
    EXPECT_FALSE(editor.chipRect(3).isEmpty()) << "the chosen one is shown";
    // Beside it stands how many others there are, and says so.
    const QPoint beside(editor.chipRect(3).right() + 12, editor.chipRect(3).center().y());
    QHelpEvent help(QEvent::ToolTip, beside, editor.viewport()->mapToGlobal(beside));
    QApplication::sendEvent(editor.viewport(), &help);
    const QString said = QStringLiteral("%1 more tasks wait here").arg(10 + chips.size() - drawn);
    EXPECT_TRUE(QToolTip::text().contains(said)) << QToolTip::text().toStdString();
    QToolTip::hideText();
}

}  // namespace
}  // namespace coroscope::app
