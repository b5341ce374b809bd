// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/prediction.h"

#include <algorithm>
#include <utility>

#include <QScopedValueRollback>

#include "app/session/session.h"

namespace coroscope::app {

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
    next_ = session_.playhead().nextStep();
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
        if (!trace::isDone(tasks[i].status) && task != answer_) choices_.push_back(task);
    }
    std::ranges::sort(choices_, {}, &trace::TaskId::value);
    // Offered whenever it may be, lest the offer be the answer.
    if (tasks.size() < session_.trace()->taskCount()) choices_.emplace_back();
}

void Prediction::choose(trace::TaskId task) {
    if (phase_ != Phase::Asking) return;
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

void Prediction::goOn() {
    const trace::EventIndex here = session_.playhead().current();
    const trace::EventIndex next = session_.playhead().nextStep();
    const trace::EventIndex met = session_.quiz().openBetween(here, next);
    if (met.valid()) {
        const QScopedValueRollback moving(moving_, true);
        session_.playhead().moveTo(met);
    }
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

/// Playing stops right before a task has its turn. Whoever plays on from there leaves that question
/// unanswered.
void Prediction::stopAtQuestion(trace::EventIndex before) {
    const auto earlier = [](trace::EventIndex event) {
        return trace::EventIndex::fromIndex(event.index() - 1);
    };
    Playhead& playhead = session_.playhead();
    trace::EventIndex next = playhead.nextStep(before);
    if (next.valid() && earlier(next) == before) next = playhead.nextStep(next);
    if (!next.valid() || earlier(next) > playhead.current()) return;
    // The header's question stops it by itself.
    if (session_.quiz().openBetween(before, earlier(next)).valid()) return;
    {
        const QScopedValueRollback moving(moving_, true);
        playhead.pause();
        playhead.moveTo(earlier(next));
    }
    ask();
}

}  // namespace coroscope::app
