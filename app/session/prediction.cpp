// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/prediction.h"

#include <algorithm>

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

/// Whoever moves the playhead by hand is asked anew, where it comes to rest.
void Prediction::follow() {
    if (moving_ || phase_ == Phase::Off || session_.playhead().isPlaying()) return;
    ask();
}

}  // namespace coroscope::app
