// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <gtest/gtest.h>

#include "app/editor/source_editor.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

const char* const kText =
    "# /// coroscope\n"
    "# title = \"A lesson\"\n"
    "# level = 1\n"
    "# ///\n"
    "import asyncio\n"
    "print(1)\n";

class HeaderFoldTest : public testing::Test {
protected:
    HeaderFoldTest() {
        editor_.resize(400, 300);
        editor_.show();
        editor_.load(QString::fromUtf8(kText));
    }
    /// Of the lines 1 to 6, which are in view.
    std::string inView() {
        std::string shown;
        for (int row = 0; row < 6; ++row) {
            const bool visible = editor_.SendScintilla(QsciScintillaBase::SCI_GETLINEVISIBLE,
                                                       static_cast<unsigned long>(row)) != 0;
            shown += visible ? static_cast<char>('1' + row) : '-';
        }
        return shown;
    }

    SourceEditor editor_;
};

TEST_F(HeaderFoldTest, TheHeaderIsFoldedToItsFirstLine) {
    EXPECT_EQ(editor_.header().first, 1);
    EXPECT_EQ(editor_.header().last, 4);
    EXPECT_EQ(inView(), "123456");
    editor_.setHeaderFolded(true);
    EXPECT_EQ(inView(), "1---56");
    editor_.setHeaderFolded(false);
    EXPECT_EQ(inView(), "123456");
    EXPECT_EQ(editor_.text(), QString::fromUtf8(kText));
}

TEST_F(HeaderFoldTest, AClickOnTheArrowFoldsAndSetsNoBreakpoint) {
    int breakpoint = 0;
    QObject::connect(&editor_, &SourceEditor::breakpointClicked,
                     [&](int line) { breakpoint = line; });
    const int x = editor_.marginWidth(0) + editor_.marginWidth(1) / 2;
    const int height = editor_.textHeight(0);
    QTest::mouseClick(editor_.viewport(), Qt::LeftButton, {}, {x, height / 2});
    EXPECT_EQ(inView(), "1---56");
    EXPECT_EQ(breakpoint, 0);
    QTest::mouseClick(editor_.viewport(), Qt::LeftButton, {}, {x, height + height / 2});
    EXPECT_EQ(breakpoint, 5);
}

TEST_F(HeaderFoldTest, WhoGoesToAHiddenLineSeesIt) {
    editor_.setHeaderFolded(true);
    editor_.goToLine(3);
    EXPECT_EQ(inView(), "123456");
}

TEST_F(HeaderFoldTest, AnotherTextIsFoldedTooAndATextWithoutAHeaderIsWhole) {
    editor_.setHeaderFolded(true);
    editor_.load(QString::fromUtf8(kText) + QStringLiteral("print(2)\n"));
    EXPECT_EQ(inView(), "1---56");
    editor_.load(QStringLiteral("a\nb\nc\nd\ne\nf\n"));
    EXPECT_EQ(inView(), "123456");
    editor_.load(QStringLiteral("# /// coroscope\n# not closed\nc\nd\ne\nf\n"));
    EXPECT_EQ(inView(), "123456");
}

}  // namespace
}  // namespace coroscope::app
