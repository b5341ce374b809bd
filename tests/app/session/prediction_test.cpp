// SPDX-License-Identifier: GPL-3.0-or-later

/// "Which task runs next?", on the parcels: main makes the courier and the urgent one, the courier
/// makes four more.

#include "app/session/prediction.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "app/session/session.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

using Phase = Prediction::Phase;
using trace::TaskId;

class PredictionTest : public testing::Test {
protected:
    PredictionTest() {
        session.document().openText(QStringLiteral("parcels.py"), QString::fromUtf8(sample::kText));
        EXPECT_TRUE(waitUntil([this] { return !session.runs().isBusy(); }));
        session.playhead().toStart();
        session.playhead().stepLoop(1);  // main has begun
    }
    bool offers(TaskId task) {
        return std::ranges::find(prediction.choices(), task) != prediction.choices().end();
    }
    void playToItsStop() {
        session.playhead().setSpeed(Playhead::kSpeeds.back());
        session.playhead().play();
        EXPECT_TRUE(waitUntil([this] { return !session.playhead().isPlaying(); }));
    }

    Session session{sample::runner()};
    Prediction& prediction = session.prediction();
};

TEST_F(PredictionTest, AsksOnlyWhenItIsToldTo) {
    EXPECT_EQ(prediction.phase(), Phase::Off);
    EXPECT_FALSE(prediction.hidesFuture());
    prediction.ask();
    EXPECT_EQ(prediction.phase(), Phase::Asking);
    EXPECT_TRUE(prediction.hidesFuture());
}

TEST_F(PredictionTest, ATaskThatIsYetToBeCreatedIsAmongTheChoices) {
    prediction.ask();
    EXPECT_TRUE(offers(TaskId(0)));
    EXPECT_TRUE(offers(TaskId()));
    EXPECT_FALSE(offers(TaskId(1)));  // would tell that there will be one
    prediction.choose(TaskId());
    EXPECT_TRUE(prediction.wasRight());
    EXPECT_EQ(prediction.answer(), TaskId(1));
}

TEST_F(PredictionTest, AnAnswerGoesOnToWhereItIsSeen) {
    prediction.ask();
    prediction.choose(TaskId(0));
    EXPECT_EQ(prediction.phase(), Phase::Answered);
    EXPECT_FALSE(prediction.wasRight());
    EXPECT_EQ(session.state().running, TaskId(1));
}

TEST_F(PredictionTest, CountsWhatWasRight) {
    prediction.ask();
    prediction.choose(TaskId());
    prediction.ask();
    EXPECT_TRUE(offers(TaskId(2)));
    prediction.choose(TaskId(0));
    EXPECT_EQ(prediction.asked(), 2);
    EXPECT_EQ(prediction.rightOnes(), 1);
    EXPECT_EQ(prediction.answer(), TaskId(2));
}

TEST_F(PredictionTest, WhoeverMovesThePlayheadIsAskedThere) {
    prediction.ask();
    session.playhead().stepLoop(1);
    EXPECT_EQ(prediction.phase(), Phase::Asking);
    EXPECT_EQ(prediction.answer(), TaskId(2));
    EXPECT_EQ(prediction.asked(), 0);
}

TEST_F(PredictionTest, PlayingStopsAtTheNextQuestion) {
    Playhead& playhead = session.playhead();
    prediction.ask();
    const trace::EventIndex next = playhead.nextStep();
    playToItsStop();
    EXPECT_EQ(prediction.phase(), Phase::Asking);
    EXPECT_EQ(playhead.nextStep(), next) << "not yet where it is seen";
    EXPECT_EQ(prediction.answer(), (*session.trace())[next].task);
}

TEST_F(PredictionTest, WhoeverPlaysOnFromAQuestionIsAskedTheOneAfterIt) {
    Playhead& playhead = session.playhead();
    prediction.ask();
    const trace::EventIndex after = playhead.nextStep(playhead.nextStep());
    for (int i = 0; i < 2; ++i) playToItsStop();
    EXPECT_EQ(playhead.nextStep(), after);
    EXPECT_EQ(prediction.answer(), (*session.trace())[after].task);
}

TEST_F(PredictionTest, WhileItPlaysNoOldQuestionIsOffered) {
    prediction.ask();
    session.playhead().play();
    EXPECT_EQ(prediction.phase(), Phase::GoingOn);
    EXPECT_TRUE(prediction.choices().empty());
    EXPECT_TRUE(prediction.hidesFuture());
}

TEST_F(PredictionTest, AtTheEndThereIsNothingToAsk) {
    session.playhead().toEnd();
    prediction.ask();
    EXPECT_EQ(prediction.phase(), Phase::Over);
    EXPECT_TRUE(prediction.choices().empty());
}

TEST_F(PredictionTest, OfManyTasksAFewAreOffered) {
    session.playhead().moveToTime(0);  // all seven are there
    prediction.ask();
    EXPECT_EQ(prediction.choices().size(), Prediction::kMostChoices);
    EXPECT_TRUE(offers(prediction.answer()));
}

TEST_F(PredictionTest, StoppedItForgets) {
    prediction.ask();
    prediction.choose(TaskId());
    prediction.stop();
    EXPECT_EQ(prediction.phase(), Phase::Off);
    EXPECT_EQ(prediction.asked(), 0);
}

}  // namespace
}  // namespace coroscope::app
