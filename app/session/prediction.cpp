// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/prediction.h"

#include <algorithm>
#include <utility>

#include <QScopedValueRollback>

#include "app/session/session.h"
#include "engine/trace/runner_task.h"

namespace coroscope::app {

namespace {

/// Where a task of the program has its next turn; none: none has. What asyncio.run does at its end
/// has no lane, and is not to be predicted.
trace::EventIndex nextTurn(const Session& session, trace::EventIndex after) {
    const trace::Trace& trace = *session.trace();
    trace::EventIndex next = session.playhead().nextStep(after);
    while (next.valid() && trace::isOfTheRunner(trace, trace[next].task)) {
        next = session.playhead().nextStep(next);
    }
    return next;
}

}  // namespace

Prediction::Prediction(Session& session) : session_(session) {
    connect(&session_.playhead(), &Playhead::moved, this, &Prediction::follow);
    connect(&session_.playhead(), &Playhead::playingChanged, this, &Prediction::follow);
    connect(&session_, &Session::traceChanged, this, [this] {
        asked_ = 0;
        rightOnes_ = 0;
        if (phase_ != Phase::Off) ask();
    });
}

void Prediction::ask() {
    session_.playhead().pause();
    next_ = nextTurn(session_, session_.playhead().current());
    phase_ = next_.valid() ? Phase::Asking : Phase::Over;
    answer_ = next_.valid() ? (*session_.trace())[next_].task : trace::TaskId();
    findChoices();
    Q_EMIT changed();
}

void Prediction::findChoices() {
    choices_.clear();
    if (phase_ != Phase::Asking) return;
    const std::vector<trace::TaskState>& tasks = session_.state().tasks;
    const bool born = answer_.index() < tasks.size();
    if (born) choices_.push_back(answer_);
    for (std::size_t i = 0; i < tasks.size() && choices_.size() < kMostChoices; ++i) {
        const auto task = trace::TaskId::fromIndex(i);
        const bool alive =
            !trace::isDone(tasks[i].status) && !trace::isOfTheRunner(*session_.trace(), task);
        if (alive && task != answer_) choices_.push_back(task);
    }
    std::ranges::sort(choices_, {}, &trace::TaskId::value);
    // Offered whenever it may be, lest the offer be the answer.
    std::size_t other = tasks.size();
    while (other < session_.trace()->taskCount() &&
           trace::isOfTheRunner(*session_.trace(), trace::TaskId::fromIndex(other))) {
        ++other;
    }
    if (other < session_.trace()->taskCount()) choices_.emplace_back();
}

void Prediction::choose(trace::TaskId task) {
    if (phase_ != Phase::Asking || session_.quiz().isAsking()) return;
    if (stopAtQuiz()) {
        ask();
        return;
    }
    const bool born = answer_.index() < session_.state().tasks.size();
    right_ = task == (born ? answer_ : trace::TaskId());
    ++asked_;
    if (right_) ++rightOnes_;
    phase_ = Phase::Answered;
    {
        const QScopedValueRollback moving(moving_, true);
        session_.playhead().moveTo(next_);
    }
    Q_EMIT changed();
}

void Prediction::stop() {
    if (phase_ == Phase::Off) return;
    phase_ = Phase::Off;
    choices_.clear();
    asked_ = 0;
    rightOnes_ = 0;
    Q_EMIT changed();
}

bool Prediction::stopAtQuiz() {
    Playhead& playhead = session_.playhead();
    const trace::EventIndex met =
        session_.quiz().openBetween(playhead.current(), nextTurn(session_, playhead.current()));
    if (!met.valid()) return false;
    const QScopedValueRollback moving(moving_, true);
    playhead.moveTo(met);
    return true;
}

void Prediction::goOn() {
    stopAtQuiz();
    ask();
}

/// Whoever moves the playhead by hand is asked anew, where it comes to rest.
void Prediction::follow() {
    const trace::EventIndex before = std::exchange(before_, session_.playhead().current());
    if (moving_ || phase_ == Phase::Off) return;
    if (!session_.playhead().isPlaying()) {
        ask();
        return;
    }
    if (phase_ != Phase::GoingOn) {
        phase_ = Phase::GoingOn;
        choices_.clear();
        Q_EMIT changed();
    }
    if (before.valid() && before < before_) stopAtQuestion(before);
}

/// Whoever plays on from a question leaves it unanswered.
trace::EventIndex Prediction::stopAfter(trace::EventIndex event) const {
    const auto earlier = [](trace::EventIndex next) {
        return trace::EventIndex::fromIndex(next.index() - 1);
    };
    trace::EventIndex next = nextTurn(session_, event);
    if (next.valid() && earlier(next) == event) next = nextTurn(session_, next);
    return next.valid() ? earlier(next) : trace::EventIndex();
}

void Prediction::stopAtQuestion(trace::EventIndex before) {
    Playhead& playhead = session_.playhead();
    const trace::EventIndex stop = stopAfter(before);
    if (!stop.valid() || stop > playhead.current()) return;
    // The header's question stops it by itself.
    if (session_.quiz().openBetween(before, stop).valid()) return;
    {
        const QScopedValueRollback moving(moving_, true);
        playhead.pause();
        playhead.moveTo(stop);
    }
    ask();
}

}  // namespace coroscope::app
