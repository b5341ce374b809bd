// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/playhead.h"

#include <algorithm>
#include <cmath>

namespace coroscope::app {

using trace::EventIndex;
using trace::EventKind;

namespace {

constexpr int kTickMilliseconds = 16;
/// No wait takes longer to play than this, so that a sleep of an hour is not
/// an hour.
constexpr double kLongestGap = 2.0;

/// How long one looks at what an event shows.
double dwell(EventKind kind) {
    switch (kind) {
        case EventKind::StepBegan: return 0.30;
        case EventKind::StepEnded: return 0.15;
        case EventKind::Output: return 0.25;
        case EventKind::CancelRequested:
        case EventKind::CancelDelivered:
        case EventKind::ExceptionRaised:
        case EventKind::Warning: return 0.30;
        case EventKind::TaskCreated:
        case EventKind::TaskWoken: return 0.12;
        default: return 0.03;
    }
}

bool beginsStep(EventKind kind) { return kind == EventKind::StepBegan; }

}  // namespace

Playhead::Playhead(QObject* parent) : QObject(parent) {
    ticker_.setInterval(kTickMilliseconds);
    ticker_.setTimerType(Qt::PreciseTimer);
    connect(&ticker_, &QTimer::timeout, this, &Playhead::tick);
}

void Playhead::setTrace(std::shared_ptr<const trace::Trace> trace) {
    EventIndex place;
    if (trace && !trace->empty()) {
        place = trace->first();
        if (trace_ && current_.valid()) {
            const double now = (*trace_)[current_].time;
            const std::size_t order = current_.index() - trace_->firstAtOrAfter(now).index();
            const EventIndex first = trace->firstAtOrAfter(now);
            const EventIndex last = trace->lastAtOrBefore(now);
            if (!last.valid()) {
                place = trace->first();
            } else if (first.valid() && first <= last) {
                place = EventIndex::fromIndex(std::min(first.index() + order, last.index()));
            } else {
                place = last;
            }
        }
    }
    trace_ = std::move(trace);
    current_ = place;
    saved_ = 0.0;
    if (!current_.valid()) pause();
    Q_EMIT moved();
}

double Playhead::time() const { return current_.valid() ? (*trace_)[current_].time : 0.0; }

bool Playhead::atStart() const { return !current_.valid() || current_.index() == 0; }

bool Playhead::atEnd() const { return !current_.valid() || current_.index() + 1 >= eventCount(); }

void Playhead::moveTo(EventIndex event) {
    if (eventCount() == 0) return;
    const EventIndex last = trace_->last();
    const EventIndex target = event.valid() && event <= last ? event : last;
    saved_ = 0.0;
    if (target == current_) return;
    current_ = target;
    Q_EMIT moved();
}

void Playhead::moveToTime(double time) {
    if (eventCount() == 0) return;
    const EventIndex found = trace_->lastAtOrBefore(time);
    moveTo(found.valid() ? found : trace_->first());
}

void Playhead::toStart() {
    pause();
    if (eventCount() > 0) moveTo(trace_->first());
}

void Playhead::toEnd() {
    pause();
    if (eventCount() > 0) moveTo(trace_->last());
}

void Playhead::stepEvent(int by) {
    pause();
    if (!current_.valid()) return;
    const auto last = static_cast<long long>(eventCount()) - 1;
    const long long target = static_cast<long long>(current_.index()) + by;
    moveTo(EventIndex::fromIndex(static_cast<std::size_t>(std::clamp(target, 0LL, last))));
}

void Playhead::stepLoop(int direction) {
    pause();
    if (!current_.valid()) return;
    const auto events = trace_->events();
    std::size_t at = current_.index();
    if (direction > 0) {
        do ++at;
        while (at < events.size() && !beginsStep(events[at].kind));
        moveTo(EventIndex::fromIndex(std::min(at, events.size() - 1)));
    } else {
        while (at > 0) {
            --at;
            if (beginsStep(events[at].kind)) break;
        }
        moveTo(EventIndex::fromIndex(at));
    }
}

void Playhead::page(int direction) {
    const auto tenth = static_cast<int>(std::max<std::size_t>(1, eventCount() / 10));
    stepEvent(direction * tenth);
}

void Playhead::play() {
    if (!current_.valid() || isPlaying()) return;
    if (atEnd()) moveTo(trace_->first());
    saved_ = 0.0;
    sinceTick_.start();
    ticker_.start();
    Q_EMIT playingChanged(true);
}

void Playhead::pause() {
    if (!isPlaying()) return;
    ticker_.stop();
    Q_EMIT playingChanged(false);
}

void Playhead::togglePlaying() {
    if (isPlaying()) {
        pause();
    } else {
        play();
    }
}

void Playhead::setSpeed(double speed) {
    const double wanted =
        *std::min_element(kSpeeds.begin(), kSpeeds.end(), [speed](double a, double b) {
            return std::abs(std::log(a / speed)) < std::abs(std::log(b / speed));
        });
    if (wanted == speed_) return;
    speed_ = wanted;
    Q_EMIT speedChanged(speed_);
}

void Playhead::setPacing(Pacing pacing) {
    if (pacing == pacing_) return;
    pacing_ = pacing;
    Q_EMIT pacingChanged(pacing_);
}

double Playhead::restBefore(EventIndex next) const {
    if (!trace_ || !next.valid() || next.index() == 0 || next.index() >= eventCount()) return 0.0;
    const auto events = trace_->events();
    const trace::Event& from = events[next.index() - 1];
    const double rest = dwell(from.kind);
    if (pacing_ == Pacing::Steps) return rest;
    const double gap = events[next.index()].time - from.time;
    return std::max(rest, std::min(gap, kLongestGap));
}

void Playhead::tick() {
    // A stalled event queue (a dialog, a slow frame) must not make the
    // playhead leap.
    const double elapsed = std::min(static_cast<double>(sinceTick_.restart()) / 1000.0, 0.1);
    advance(elapsed * speed_);
}

void Playhead::advance(double seconds) {
    saved_ += seconds;
    std::size_t at = current_.index();
    const std::size_t last = eventCount() - 1;
    while (at < last) {
        const double rest = restBefore(EventIndex::fromIndex(at + 1));
        if (rest > saved_) break;
        saved_ -= rest;
        ++at;
    }
    if (at != current_.index()) {
        current_ = EventIndex::fromIndex(at);
        Q_EMIT moved();
    }
    // `moved` may have led anybody to pause or to move on.
    if (isPlaying() && atEnd()) pause();
}

}  // namespace coroscope::app
