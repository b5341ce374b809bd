// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Where in the run everybody looks: one event of the trace, and the clockwork
/// that moves it.

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "app/session/line_places.h"
#include "app/session/loop_steps.h"
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
    /// and its place among the events of that instant, as far as there is one; what a shorter run
    /// lacked of it is made good by a longer one, unless it was moved in between.
    /// `steps` are those of the trace; null: they are looked for. `places` says where lines are met
    /// in it; null: at themselves alone.
    void setTrace(std::shared_ptr<const trace::Trace> trace,
                  std::shared_ptr<const LoopSteps> steps = nullptr,
                  std::shared_ptr<const LinePlaces> places = nullptr);

    /// None when there is no trace, or an empty one.
    [[nodiscard]] trace::EventIndex current() const { return current_; }
    /// Virtual time of the current event; 0 without one.
    [[nodiscard]] double time() const;
    [[nodiscard]] std::size_t eventCount() const { return trace_ ? trace_->size() : 0; }
    [[nodiscard]] bool atStart() const;
    [[nodiscard]] bool atEnd() const;

    /// Where the next step of the loop begins; none: there is no more.
    [[nodiscard]] trace::EventIndex nextStep() const { return nextStep(current_); }
    [[nodiscard]] trace::EventIndex nextStep(trace::EventIndex after) const {
        return after.valid() && steps_ ? steps_->after(after) : trace::EventIndex();
    }

    [[nodiscard]] bool isPlaying() const { return ticker_.isActive(); }
    [[nodiscard]] double speed() const { return speed_; }
    [[nodiscard]] Pacing pacing() const { return pacing_; }

    /// Playing goes round and round between these two events; none: it plays on to the end.
    struct Region {
        trace::EventIndex first;
        trace::EventIndex last;
        friend bool operator==(const Region&, const Region&) = default;
    };
    [[nodiscard]] const std::optional<Region>& region() const { return region_; }
    /// Lines (from 1) at which playing pauses: of the scenario, or of a file that it imports, by
    /// its name in the trace.
    [[nodiscard]] const std::set<int>& breakpoints(const std::string& file = {}) const;
    /// The same of all files, by these names.
    using Breakpoints = std::map<std::string, std::set<int>>;
    [[nodiscard]] const Breakpoints& allBreakpoints() const { return breakpoints_; }
    /// The line at which this one is met in the trace, by `toLine` and by a breakpoint; 0: nowhere.
    [[nodiscard]] int meetingOf(int line, const std::string& file = {}) const;

    /// The next (+1) or previous (-1) time that this source line, of the scenario or of an imported
    /// file, is met; none: there is none.
    [[nodiscard]] trace::EventIndex meeting(int line, int direction,
                                            const std::string& file = {}) const;

    /// Whether the playhead glides from event to event while playing. It is a
    /// matter of looks alone: what is shown is still the state after `current`.
    [[nodiscard]] bool isSmooth() const { return smooth_; }
    /// How far it has come on its way to the next event, 0 to 1.
    [[nodiscard]] double fraction() const;

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
    /// To that meeting. False, and nothing moves, when there is none.
    bool toLine(int line, int direction, const std::string& file = {});
    /// By a tenth of the events.
    void page(int direction);
    /// From the end, playing begins anew.
    void play();
    void pause();
    void togglePlaying();
    /// Straight to where playing would pause next: at a breakpoint, or else at the end, but no
    /// further than `bound`, if there is one. At the end it begins anew.
    void runOn(coroscope::trace::EventIndex bound = {});
    /// One of `kSpeeds`; another value goes to the nearest.
    void setSpeed(double speed);
    void setPacing(coroscope::app::Pacing pacing);
    /// The ends may come in any order.
    void setRegion(std::optional<coroscope::app::Playhead::Region> region);
    void toggleBreakpoint(int line, const std::string& file = {});
    void setBreakpoints(std::set<int> lines, const std::string& file = {});
    void setAllBreakpoints(coroscope::app::Playhead::Breakpoints breakpoints);
    void setSmooth(bool smooth);

Q_SIGNALS:
    /// `current()` is another event, or the same number in another trace.
    void moved();
    void playingChanged(bool playing);
    void speedChanged(double speed);
    void pacingChanged(coroscope::app::Pacing pacing);
    void regionChanged();
    void breakpointsChanged();
    /// The user set or took away one.
    void breakpointToggled();
    /// `fraction()` is another one (only while smooth).
    void glided();

private:
    void tick();
    void advance(double seconds);
    /// Whether a line with a breakpoint has its turn at this event: the first
    /// of several that stand at the line one after another.
    [[nodiscard]] bool stopsAt(std::size_t event) const;
    /// The next event of that kind after this one (none: of all); none: there is no more.
    [[nodiscard]] trace::EventIndex nextStop(trace::EventIndex after) const;
    void findStops();

    std::shared_ptr<const trace::Trace> trace_;
    std::shared_ptr<const LinePlaces> places_;
    std::shared_ptr<const LoopSteps> steps_;
    trace::EventIndex current_;
    /// Where it stood before a run that did not come as far: time, and which event of that time.
    std::optional<std::pair<double, std::size_t>> lost_;
    double speed_ = 1.0;
    Pacing pacing_ = Pacing::Time;
    QTimer ticker_;
    QElapsedTimer sinceTick_;
    /// Seconds played (at speed 1) that no event has used up yet.
    double saved_ = 0.0;
    bool smooth_ = false;
    std::optional<Region> region_;
    Breakpoints breakpoints_;  ///< none is empty
    Breakpoints stops_;        ///< where those are met
};

}  // namespace coroscope::app
