// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Where in the run everybody looks: one event of the trace, and the clockwork
/// that moves it.

#include <array>
#include <cstddef>
#include <memory>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// What the length of a wait means while playing, and x on the timeline.
enum class Pacing { Time, Steps };

/// The playhead stands *after* one event: what it shows is the state once that
/// event has happened. It moves from event to event, never between them.
class Playhead final : public QObject {
    Q_OBJECT

public:
    static constexpr std::array<double, 8> kSpeeds{0.25, 0.5, 1, 2, 5, 10, 25, 100};

    explicit Playhead(QObject* parent = nullptr);

    /// Follows another trace (or none). The playhead keeps its virtual time
    /// and its place among the events of that instant, as far as there is one.
    void setTrace(std::shared_ptr<const trace::Trace> trace);

    /// None when there is no trace, or an empty one.
    [[nodiscard]] trace::EventIndex current() const { return current_; }
    /// Virtual time of the current event; 0 without one.
    [[nodiscard]] double time() const;
    [[nodiscard]] std::size_t eventCount() const { return trace_ ? trace_->size() : 0; }
    [[nodiscard]] bool atStart() const;
    [[nodiscard]] bool atEnd() const;

    [[nodiscard]] bool isPlaying() const { return ticker_.isActive(); }
    [[nodiscard]] double speed() const { return speed_; }
    [[nodiscard]] Pacing pacing() const { return pacing_; }

    /// How long the playhead rests before it goes on from `event` to the next
    /// one, in seconds at speed 1. Long waits are cut to a bound.
    [[nodiscard]] double restBefore(trace::EventIndex next) const;

public Q_SLOTS:
    /// Goes to `event`, or to the nearest there is. Playing goes on from there.
    void moveTo(coroscope::trace::EventIndex event);
    /// Goes to the last event at or before `time`.
    void moveToTime(double time);
    void toStart();
    void toEnd();
    void stepEvent(int by);
    /// To the next (+1) or previous (-1) beginning of a step of the loop.
    void stepLoop(int direction);
    /// By a tenth of the events.
    void page(int direction);
    /// From the end, playing begins anew.
    void play();
    void pause();
    void togglePlaying();
    /// One of `kSpeeds`; another value goes to the nearest.
    void setSpeed(double speed);
    void setPacing(coroscope::app::Pacing pacing);

Q_SIGNALS:
    /// `current()` is another event, or the same number in another trace.
    void moved();
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void pacingChanged(coroscope::app::Pacing pacing);

private:
    void tick();
    void advance(double seconds);

    std::shared_ptr<const trace::Trace> trace_;
    trace::EventIndex current_;
    double speed_ = 1.0;
    Pacing pacing_ = Pacing::Time;
    QTimer ticker_;
    QElapsedTimer sinceTick_;
    /// Seconds played (at speed 1) that no event has used up yet.
    double saved_ = 0.0;
};

}  // namespace coroscope::app
