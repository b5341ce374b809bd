// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/playhead.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace coroscope::app {

using trace::EventIndex;
using trace::EventKind;

namespace {

constexpr int kTickMilliseconds = 16;
/// No wait takes longer to play than this, so that a sleep of an hour is not
/// an hour.
constexpr double kLongestGap = 2.0;
/// How long the end of a region is looked at before it begins anew.
constexpr double kRestAtRegionEnd = 0.6;

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

}  // namespace

Playhead::Playhead(QObject* parent) : QObject(parent) {
    ticker_.setInterval(kTickMilliseconds);
    ticker_.setTimerType(Qt::PreciseTimer);
    connect(&ticker_, &QTimer::timeout, this, &Playhead::tick);
}

void Playhead::setTrace(std::shared_ptr<const trace::Trace> trace,
                        std::shared_ptr<const LoopSteps> steps,
                        std::shared_ptr<const LinePlaces> places) {
    EventIndex place;
    // A run that does not come as far (it fails at a word that is half typed) does not make the
    // place forgotten.
    if (trace_ && current_.valid() && !lost_) {
        const double now = (*trace_)[current_].time;
        lost_ = {now, current_.index() - trace_->firstAtOrAfter(now).index()};
    }
    if (trace && !trace->empty()) {
        place = trace->first();
        if (lost_) {
            const auto [now, order] = *lost_;
            const EventIndex first = trace->firstAtOrAfter(now);
            const EventIndex last = trace->lastAtOrBefore(now);
            if (!last.valid()) {
                place = trace->first();
            } else if (first.valid() && first <= last) {
                place = EventIndex::fromIndex(std::min(first.index() + order, last.index()));
                if (first.index() + order <= last.index()) lost_.reset();
            } else {
                place = last;
            }
        }
    } else {
        lost_.reset();
    }
    trace_ = std::move(trace);
    steps_ = std::move(steps);
    if (trace_ && !steps_) steps_ = std::make_shared<const LoopSteps>(*trace_);
    places_ = std::move(places);
    findStops();
    current_ = place;
    saved_ = 0.0;
    if (region_ && region_->last.index() >= eventCount()) setRegion(std::nullopt);
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
    lost_.reset();
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
    const EventIndex there = direction > 0 ? steps_->after(current_) : steps_->before(current_);
    moveTo(there.valid() ? there : direction > 0 ? trace_->last() : trace_->first());
}

int Playhead::meetingOf(int line, const std::string& file) const {
    return places_ ? places_->meetingOf(line, file) : line;
}

void Playhead::findStops() {
    stops_.clear();
    for (const auto& [file, lines] : breakpoints_) {
        std::set<int>& stops = stops_[file];
        for (const int line : lines) stops.insert(meetingOf(line, file));
        stops.erase(0);
    }
}

bool Playhead::stopsAt(std::size_t event) const {
    const auto events = trace_->events();
    const trace::Event here = events[event];
    const auto at = EventIndex::fromIndex(event);
    return std::ranges::any_of(stops_, [&](const auto& entry) {
        const auto& [file, lines] = entry;
        const int line = lineOf(*trace_, here, at, file);
        if (line == 0 || !lines.contains(line)) return false;
        if (event == 0) return true;
        const trace::Event before = events[event - 1];
        return lineOf(*trace_, before, EventIndex::fromIndex(event - 1), file) != line ||
               before.task != here.task;
    });
}

EventIndex Playhead::meeting(int line, int direction, const std::string& file) const {
    const int met = line < 1 ? 0 : meetingOf(line, file);
    if (!current_.valid() || met == 0) return {};
    // Walking forwards is what a trace is quick at: to go back, the last one
    // before the playhead is kept.
    EventIndex found;
    int lineBefore = 0;
    trace::TaskId taskBefore;
    const bool back = direction < 0;
    const EventIndex first = back ? trace_->first() : current_;
    if (!back) {
        const trace::Event now = (*trace_)[current_];
        lineBefore = lineOf(*trace_, now, current_, file);
        taskBefore = now.task;
    }
    auto row = back ? trace_->events().begin() : trace_->events().after(first);
    for (; !row.atEnd() && !(back && row.index() >= current_); ++row) {
        const int here = lineOf(*trace_, *row, row.index(), file);
        if (here == met && (here != lineBefore || row->task != taskBefore)) {
            found = row.index();
            if (!back) break;
        }
        lineBefore = here;
        taskBefore = row->task;
    }
    return found;
}

bool Playhead::toLine(int line, int direction, const std::string& file) {
    const EventIndex found = meeting(line, direction, file);
    if (!found.valid()) return false;
    pause();
    moveTo(found);
    return true;
}

void Playhead::page(int direction) {
    const auto tenth = static_cast<int>(std::max<std::size_t>(1, eventCount() / 10));
    stepEvent(direction * tenth);
}

void Playhead::play() {
    if (!current_.valid() || isPlaying()) return;
    const bool outside = region_ && (current_ < region_->first || current_ >= region_->last);
    if (outside || atEnd()) moveTo(region_ ? region_->first : trace_->first());
    saved_ = 0.0;
    sinceTick_.start();
    ticker_.start();
    Q_EMIT playingChanged(true);
}

void Playhead::pause() {
    if (!isPlaying()) return;
    ticker_.stop();
    Q_EMIT playingChanged(false);
    if (smooth_) Q_EMIT glided();
}

void Playhead::togglePlaying() {
    if (isPlaying()) {
        pause();
    } else {
        play();
    }
}

EventIndex Playhead::nextStop(EventIndex after) const {
    if (stops_.empty()) return {};
    auto row = after.valid() ? trace_->events().after(after) : trace_->events().begin();
    for (; !row.atEnd(); ++row) {
        if (stopsAt(row.index().index())) return row.index();
    }
    return {};
}

void Playhead::runOn(EventIndex bound) {
    pause();
    if (!current_.valid()) return;
    const EventIndex stop = nextStop(atEnd() ? EventIndex() : current_);
    const EventIndex there = stop.valid() ? stop : trace_->last();
    moveTo(bound.valid() ? std::min(there, bound) : there);
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

void Playhead::setRegion(std::optional<Region> region) {
    if (region && region->last < region->first) std::swap(region->first, region->last);
    const bool sound = region && region->first.valid() && region->first < region->last &&
                       region->last.index() < eventCount();
    if (!sound) region.reset();
    if (region == region_) return;
    region_ = region;
    Q_EMIT regionChanged();
}

const std::set<int>& Playhead::breakpoints(const std::string& file) const {
    static const std::set<int> none;
    const auto found = breakpoints_.find(file);
    return found == breakpoints_.end() ? none : found->second;
}

void Playhead::toggleBreakpoint(int line, const std::string& file) {
    if (line < 1) return;
    std::set<int> lines = breakpoints(file);
    if (lines.erase(line) == 0) lines.insert(line);
    setBreakpoints(std::move(lines), file);
    Q_EMIT breakpointToggled();
}

void Playhead::setBreakpoints(std::set<int> lines, const std::string& file) {
    if (lines == breakpoints(file)) return;
    if (lines.empty()) {
        breakpoints_.erase(file);
    } else {
        breakpoints_[file] = std::move(lines);
    }
    findStops();
    Q_EMIT breakpointsChanged();
}

void Playhead::setAllBreakpoints(Breakpoints breakpoints) {
    std::erase_if(breakpoints, [](const auto& entry) { return entry.second.empty(); });
    if (breakpoints == breakpoints_) return;
    breakpoints_ = std::move(breakpoints);
    findStops();
    Q_EMIT breakpointsChanged();
}

void Playhead::setSmooth(bool smooth) {
    if (smooth == smooth_) return;
    smooth_ = smooth;
    Q_EMIT glided();
}

double Playhead::fraction() const {
    if (!smooth_ || !isPlaying() || atEnd()) return 0.0;
    const double rest = restBefore(EventIndex::fromIndex(current_.index() + 1));
    return rest > 0 ? std::clamp(saved_ / rest, 0.0, 1.0) : 0.0;
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
    const std::size_t last = region_ ? region_->last.index() : eventCount() - 1;
    bool stopped = false;
    while (at < last && !stopped) {
        const double rest = restBefore(EventIndex::fromIndex(at + 1));
        if (rest > saved_) break;
        saved_ -= rest;
        ++at;
        stopped = !stops_.empty() && stopsAt(at);
    }
    if (region_ && at >= last && !stopped && at == current_.index() && saved_ > kRestAtRegionEnd) {
        saved_ = 0.0;
        at = region_->first.index();
    }
    if (at != current_.index()) {
        current_ = EventIndex::fromIndex(at);
        lost_.reset();
        Q_EMIT moved();
    } else if (smooth_) {
        Q_EMIT glided();
    }
    // `moved` may have led anybody to pause or to move on.
    if (isPlaying() && (stopped || (atEnd() && !region_))) pause();
}

}  // namespace coroscope::app
