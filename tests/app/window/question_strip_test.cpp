// SPDX-License-Identifier: GPL-3.0-or-later
/// The questions of a scenario's header.

#include "app/window/question_strip.h"

#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/session/engine_runner.h"
#include "app/session/quiz.h"
#include "app/session/session.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

const char* const kQuiz =
    "# /// coroscope\n"
    "# [[question]]\n"
    "# text = \"Ready?\"\n"
    "# answer = \"Of course\"\n"
    "# [[question]]\n"
    "# text = \"What is printed first?\"\n"
    "# line = 18\n"
    "# choices = [\"main\", \"child\"]\n"
    "# answer = \"main\"\n"
    "# ///\n"
    "import asyncio\n"
    "\n"
    "async def child():\n"
    "    print('child')\n"
    "\n"
    "async def main():\n"
    "    await asyncio.sleep(1)\n"
    "    t = asyncio.create_task(child())\n"  // 18
    "    print('main')\n"
    "    await t\n"
    "\n"
    "asyncio.run(main())\n";

class QuestionStripTest : public testing::Test {
protected:
    void open(const char* text) {
        session_.document().openText(QStringLiteral("quiz.py"), QString::fromUtf8(text));
        ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    }

    Session session_{engineRunner()};
    QuestionStrip strip_{session_.quiz(), session_.playhead()};
};

TEST_F(QuestionStripTest, AsksBeforeTheStartAndShowsTheAnswer) {
    open(kQuiz);
    EXPECT_FALSE(strip_.isHidden());
    EXPECT_EQ(strip_.text(), QStringLiteral("Ready?"));
    ASSERT_EQ(strip_.choices().size(), 1U);
    QTest::mouseClick(strip_.choices().front(), Qt::LeftButton);
    EXPECT_EQ(strip_.verdict(), QStringLiteral("Of course"));
    session_.playhead().stepEvent(1);
    EXPECT_TRUE(strip_.isHidden());
}

TEST_F(QuestionStripTest, PlayingPausesAtTheLineAndGoesOnAfterTheAnswer) {
    open(kQuiz);
    Playhead& playhead = session_.playhead();
    playhead.setSpeed(16);
    playhead.play();
    ASSERT_TRUE(waitUntil([&] { return !playhead.isPlaying(); }));
    EXPECT_EQ((*session_.trace())[playhead.current()].line, 18U);
    EXPECT_EQ(strip_.text(), QStringLiteral("What is printed first?"));
    ASSERT_EQ(strip_.choices().size(), 2U);
    QTest::mouseClick(strip_.choices()[1], Qt::LeftButton);
    EXPECT_EQ(strip_.verdict(), QStringLiteral("No, it is: main"));
    EXPECT_TRUE(strip_.choices().empty());
    playhead.play();
    ASSERT_TRUE(waitUntil([&] { return playhead.atEnd(); }));
    // It has been answered: the next time it is passed by.
    playhead.toStart();
    playhead.play();
    ASSERT_TRUE(waitUntil([&] { return !playhead.isPlaying(); }));
    EXPECT_TRUE(playhead.atEnd());
}

TEST_F(QuestionStripTest, AnEditKeepsWhatWasAnsweredAndAnotherScenarioForgetsIt) {
    open(kQuiz);
    QTest::mouseClick(strip_.choices().front(), Qt::LeftButton);
    session_.document().setText(QString::fromUtf8(kQuiz) + QStringLiteral("print(2)\n"));
    session_.runNow();
    ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    session_.playhead().toStart();
    EXPECT_EQ(strip_.verdict(), QStringLiteral("Of course"));
    open(kQuiz);
    EXPECT_EQ(strip_.choices().size(), 1U);
    open("print(1)\n");
    EXPECT_TRUE(strip_.isHidden());
}

TEST_F(QuestionStripTest, WhatComesAfterIsHiddenUntilItIsAnswered) {
    open(kQuiz);
    EXPECT_TRUE(session_.hidesFuture());
    EXPECT_EQ(session_.lastInSight(), session_.trace()->first());
    QTest::mouseClick(strip_.choices().front(), Qt::LeftButton);
    EXPECT_FALSE(session_.hidesFuture());
    EXPECT_EQ(session_.lastInSight(), session_.trace()->last());
}

TEST_F(QuestionStripTest, PutAwayItStaysAwayOverAnEditUntilThePlayheadComesBack) {
    open(kQuiz);
    session_.quiz().putAway();
    EXPECT_FALSE(session_.hidesFuture());
    session_.document().setText(QString::fromUtf8(kQuiz) + QStringLiteral("print(2)\n"));
    session_.runNow();
    ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    EXPECT_TRUE(strip_.isHidden());
    session_.playhead().stepEvent(1);
    session_.playhead().stepEvent(-1);
    EXPECT_FALSE(strip_.isHidden());
    EXPECT_TRUE(session_.hidesFuture());
}

}  // namespace
}  // namespace coroscope::app
