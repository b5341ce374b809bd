// SPDX-License-Identifier: GPL-3.0-or-later

/// Predictions in a lesson that has questions of its own: those come first, whichever way the
/// playhead is moved on.

#include <string>

#include <gtest/gtest.h>

#include "app/session/engine_runner.h"
#include "app/session/session.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

using Phase = Prediction::Phase;
using trace::TaskId;

/// The question is asked between the beginning of main's step and that of the first child's.
const char* const kLesson =
    "# /// coroscope\n"
    "# [[question]]\n"
    "# text = \"How many tasks are there now?\"\n"
    "# line = 12\n"
    "# choices = [\"two\", \"three\"]\n"
    "# answer = \"three\"\n"
    "# ///\n"
    "import asyncio\n"
    "async def main():\n"
    "    async with asyncio.TaskGroup() as group:\n"
    "        group.create_task(asyncio.sleep(1))\n"
    "        group.create_task(asyncio.sleep(2))\n"  // 12
    "    print('done')\n"
    "asyncio.run(main())\n";

class PredictionQuestionsTest : public testing::Test {
protected:
    PredictionQuestionsTest() {
        session.document().openText(QStringLiteral("lesson.py"), QString::fromUtf8(kLesson));
        EXPECT_TRUE(waitUntil([this] { return !session.runs().isBusy(); }));
        playhead.toStart();
        playhead.stepLoop(1);
    }
    [[nodiscard]] int line() const { return static_cast<int>((*session.trace())[at()].line); }
    [[nodiscard]] trace::EventIndex at() const { return playhead.current(); }
    void expectTheQuestion() {
        EXPECT_TRUE(session.quiz().isAsking());
        EXPECT_EQ(line(), 12);
    }
    void answer() { session.quiz().answer(QStringLiteral("three")); }
    void playToItsStop() {
        playhead.setSpeed(Playhead::kSpeeds.back());
        playhead.play();
        EXPECT_TRUE(waitUntil([this] { return !playhead.isPlaying(); }));
    }

    Session session{engineRunner()};
    Playhead& playhead = session.playhead();
    Prediction& prediction = session.prediction();
};

TEST_F(PredictionQuestionsTest, AnAnswerDoesNotJumpOverAQuestionOfTheHeader) {
    prediction.ask();
    prediction.choose(TaskId());
    expectTheQuestion();
    EXPECT_EQ(prediction.phase(), Phase::Asking);
    EXPECT_EQ(prediction.asked(), 0) << "it is asked anew after that";
    answer();
    prediction.choose(prediction.answer());
    EXPECT_EQ(prediction.phase(), Phase::Answered);
    EXPECT_EQ(prediction.rightOnes(), 1);
}

TEST_F(PredictionQuestionsTest, NothingIsPredictedWhileTheHeaderAsks) {
    prediction.ask();
    prediction.goOn();
    expectTheQuestion();
    const trace::EventIndex there = at();
    prediction.choose(prediction.answer());
    EXPECT_EQ(at(), there);
    EXPECT_EQ(prediction.asked(), 0);
}

TEST_F(PredictionQuestionsTest, PlayingStopsAtTheHeadersQuestionThenAtThePrediction) {
    prediction.ask();
    const trace::EventIndex next = playhead.nextStep();
    playToItsStop();
    expectTheQuestion();
    EXPECT_EQ(prediction.phase(), Phase::Asking);
    answer();
    playToItsStop();
    EXPECT_EQ(at().index() + 1, next.index());
    EXPECT_EQ(prediction.phase(), Phase::Asking);
}

TEST_F(PredictionQuestionsTest, RunningOnStopsWherePlayingWould) {
    prediction.ask();
    const trace::EventIndex next = playhead.nextStep();
    session.runOn();
    expectTheQuestion();
    answer();
    session.runOn();
    EXPECT_EQ(at().index() + 1, next.index());
    session.runOn();
    EXPECT_EQ(at().index() + 1, playhead.nextStep(next).index());
}

TEST_F(PredictionQuestionsTest, RunningOnStopsAtAQuestionWithoutPredictionsToo) {
    session.runOn();
    expectTheQuestion();
    session.runOn();
    EXPECT_TRUE(playhead.atEnd()) << "who runs on from it leaves it unanswered";
    session.runOn();
    expectTheQuestion();
    answer();
    session.runOn();
    EXPECT_TRUE(playhead.atEnd());
}

TEST_F(PredictionQuestionsTest, ABreakpointBeforeTheQuestionComesFirst) {
    playhead.toggleBreakpoint(11);
    session.runOn();
    EXPECT_EQ(line(), 11);
    session.runOn();
    expectTheQuestion();
}

TEST_F(PredictionQuestionsTest, TheCursorsLineIsNotReachedBeforeTheQuestion) {
    EXPECT_EQ(session.goToLine(13, 1), Session::Reached::Question);
    expectTheQuestion();
    answer();
    EXPECT_EQ(session.goToLine(13, 1), Session::Reached::Line);
    EXPECT_EQ(line(), 13);
    EXPECT_EQ(session.goToLine(13, 1), Session::Reached::Nothing);
    EXPECT_EQ(session.goToLine(11, -1), Session::Reached::Line);
    EXPECT_EQ(line(), 11);
}

TEST_F(PredictionQuestionsTest, WhatTheRunnerDoesAtTheEndIsNotAskedFor) {
    while (playhead.nextStep().valid() && line() != 13) playhead.stepEvent(1);
    ASSERT_TRUE(playhead.nextStep().valid()) << "the runner's own tasks are yet to come";
    prediction.ask();
    EXPECT_EQ(prediction.phase(), Phase::Over);
    playhead.toStart();
    for (int i = 0; i < 3; ++i) playhead.stepLoop(1);
    EXPECT_EQ(prediction.phase(), Phase::Asking);
    EXPECT_EQ(prediction.choices(), (std::vector{TaskId(0), TaskId(1), TaskId(2)}))
        << "the program creates no other";
}

TEST_F(PredictionQuestionsTest, ALineThatIsNeverMetLeadsNoFurtherThanOneThatIs) {
    prediction.ask();
    EXPECT_EQ(session.goToLine(1000, 1), Session::Reached::Question);
    expectTheQuestion();
    answer();
    const trace::EventIndex next = playhead.nextStep();
    EXPECT_EQ(session.goToLine(1000, 1), Session::Reached::Question);
    EXPECT_EQ(at().index() + 1, next.index());
}

}  // namespace
}  // namespace coroscope::app
