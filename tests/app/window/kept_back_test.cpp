// SPDX-License-Identifier: GPL-3.0-or-later

/// While it is to be predicted what comes next, the window tells of the run up to the playhead, and
/// of what comes after it nothing.

#include <algorithm>
#include <set>

#include <QAction>
#include <QSettings>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <gtest/gtest.h>

#include "app/editor/editor_pane.h"
#include "app/editor/source_editor.h"
#include "app/session/engine_runner.h"
#include "app/timeline/overview_bar.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/main_window.h"
#include "app/window/predict_strip.h"
#include "app/window/question_strip.h"
#include "app/window/workbench.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

const char* const kFails =
    "# /// coroscope\n"
    "# [[note]]\n"
    "# text = \"never\"\n"
    "# line = 9\n"
    "# ///\n"
    "import asyncio\n"
    "async def lost(): pass\n"
    "async def never():\n"
    "    await asyncio.sleep(3)\n"
    "async def main():\n"
    "    lost()\n"  // 11
    "    await asyncio.sleep(1)\n"
    "    try:\n"
    "        raise ValueError\n"  // 14
    "    finally:\n"
    "        await asyncio.sleep(1)\n"
    "asyncio.run(main())\n";

const char* const kAsks =
    "# /// coroscope\n"
    "# [[question]]\n"
    "# text = \"Ready?\"\n"
    "# answer = \"Yes\"\n"
    "# ///\n"
    "import asyncio\n"
    "asyncio.run(asyncio.sleep(1))\n";

class KeptBackTest : public testing::Test {
protected:
    KeptBackTest() {
        QSettings().clear();
        window_.resize(1280, 720);
        window_.show();
        window_.activateWindow();
    }
    void open(const char* text) {
        session().document().openText(QStringLiteral("test.py"), QString::fromUtf8(text));
        ASSERT_TRUE(waitUntil([this] { return !session().runs().isBusy(); }));
        window_.timeline().setFocus();
    }
    /// To where the exception that ends the program is raised.
    void toRaise() {
        session().playhead().toEnd();
        while ((*session().trace())[session().playhead().current()].kind !=
               trace::EventKind::ExceptionRaised) {
            ASSERT_FALSE(session().playhead().atStart());
            session().playhead().stepEvent(-1);
        }
    }
    void key(int code, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&window_.timeline(), static_cast<Qt::Key>(code), modifiers);
    }
    /// What is said at a line of the source.
    QString messageAt(int line) {
        for (const LineMessage& each : source().messages()) {
            if (each.line == line) return each.text;
        }
        return {};
    }
    Session& session() { return window_.session(); }
    SourceEditor& source() { return window_.editorPane().editor(); }
    OverviewBar& overview() { return *window_.timeline().findChild<OverviewBar*>(); }

    MainWindow window_{engineRunner()};
};

TEST_F(KeptBackTest, TheSourceTellsWhatHasGoneWrongSoFarAndNoMore) {
    open(kFails);
    EXPECT_TRUE(messageAt(4).contains(QStringLiteral("the note is never shown")));
    toRaise();
    session().playhead().stepEvent(1);
    EXPECT_TRUE(messageAt(11).contains(QStringLiteral("never awaited")));
    EXPECT_TRUE(messageAt(14).contains(QStringLiteral("nobody catches it")));
    key(Qt::Key_Q);
    EXPECT_TRUE(messageAt(11).contains(QStringLiteral("never awaited"))) << "it is seen by now";
    EXPECT_EQ(messageAt(14), QString());
    EXPECT_EQ(messageAt(4), QString());
    session().playhead().toEnd();
    EXPECT_TRUE(messageAt(14).contains(QStringLiteral("nobody catches it")));
    EXPECT_TRUE(messageAt(4).contains(QStringLiteral("the note is never shown")));
}

TEST_F(KeptBackTest, HowTheRunEndsIsToldAtItsEnd) {
    open(kFails);
    toRaise();
    EXPECT_TRUE(window_.banner().isVisible());
    EXPECT_TRUE(overview().troubleMark());
    key(Qt::Key_Q);
    EXPECT_FALSE(window_.banner().isVisible());
    EXPECT_FALSE(overview().troubleMark());
    session().playhead().toEnd();
    EXPECT_TRUE(window_.banner().isVisible());
    EXPECT_TRUE(overview().troubleMark());
}

TEST_F(KeptBackTest, ABreakpointDoesNotTellWhetherItIsMet) {
    open(kFails);
    session().playhead().setBreakpoints({9, 12});
    EXPECT_EQ(source().hollowBreakpoints(), std::set<int>{9});
    key(Qt::Key_Q);
    EXPECT_TRUE(source().hollowBreakpoints().empty());
    EXPECT_EQ(source().breakpoints(), (std::set<int>{9, 12}));
    key(Qt::Key_Q);
    EXPECT_EQ(source().hollowBreakpoints(), std::set<int>{9});
}

TEST_F(KeptBackTest, TheHeadersQuestionIsPutBeforeThePrediction) {
    open(kAsks);
    PredictStrip& predict = window_.workbench().predictStrip();
    QuestionStrip& question = window_.workbench().questionStrip();
    EXPECT_TRUE(question.isVisible());
    key(Qt::Key_Q);
    EXPECT_FALSE(predict.isVisible());
    EXPECT_TRUE(window_.action(Act::Predict)->isChecked());
    QTest::mouseClick(question.choices().front(), Qt::LeftButton);
    EXPECT_TRUE(predict.isVisible());
    EXPECT_FALSE(predict.choices().empty());
}

TEST_F(KeptBackTest, F5StopsAtTheNextPrediction) {
    open(kFails);
    session().playhead().toStart();
    session().playhead().stepLoop(1);
    key(Qt::Key_Q);
    const trace::EventIndex next = session().playhead().nextStep();
    key(Qt::Key_F5);
    EXPECT_EQ(session().playhead().current().index() + 1, next.index());
    EXPECT_FALSE(window_.workbench().predictStrip().choices().empty());
}

}  // namespace
}  // namespace coroscope::app
