// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/session_binding.h"

#include <memory>
#include <optional>
#include <utility>

#include "app/session/latest_job.h"
#include "app/session/session.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

namespace {

LessonLane saved(const LaneKey& lane) {
    const bool worker = !lane.task.valid();
    return {worker, worker ? lane.worker.value : lane.task.value};
}

LaneKey keyOf(const LessonLane& lane) {
    return lane.worker ? LaneKey{{}, trace::WorkerId(lane.number)}
                       : LaneKey{trace::TaskId(lane.number), {}};
}

LaneChoice choiceOf(const LessonView& view) {
    LaneChoice choice;
    for (const LessonLane& lane : view.pinned) {
        if (!choice.isPinned(keyOf(lane))) choice.pinned.push_back(keyOf(lane));
    }
    for (const LessonLane& lane : view.hidden) choice.hidden.insert(keyOf(lane));
    for (const LessonLane& lane : view.folded) choice.folded.insert(keyOf(lane).task);
    return choice;
}

/// Makes the lanes of the session's run and gives them to the timeline: at once for a lesson, in
/// another thread for a run of many events. Until they are there the old ones stay, greyed.
class LaneMaker final : public QObject {
public:
    LaneMaker(TimelinePlot& plot, Session& session)
        : QObject(&plot), plot_(plot), session_(session) {}

    /// Whether the timeline still shows another run than the session's.
    [[nodiscard]] bool isPending() const { return pending_; }

    void showAsSaved(const LessonView& view) {
        plot_.setLaneChoice(choiceOf(view));
        if (!view.from || !view.to) return;
        if (pending_) {
            wanted_ = {*view.from, *view.to};
        } else {
            plot_.showStretch(*view.from, *view.to);
        }
    }

    void showRun() {
        ++run_;
        wanted_.reset();
        pending_ = session_.trace()->size() > kAtOnce;
        plot_.setStale(pending_ || session_.isStale());
        sayWhyEmpty();
        pastEnd_ = {};
        if (pending_) {
            thread_.put({run_, session_.trace(), session_.source(), {}});
        } else {
            plot_.setTrace(session_.trace(), session_.source());
            plot_.setPlayhead(session_.playhead().current());
            showPast();
        }
    }

    /// While the future is hidden, nothing of the future has a lane, a name or a tip.
    void showPast() {
        const trace::EventIndex end = session_.playhead().current();
        if (!session_.hidesFuture() || !end.valid()) {
            if (std::exchange(pastEnd_, {}).valid()) takePast(nullptr);
        } else if (!pending_ && end != pastEnd_) {
            pastEnd_ = end;
            Job job{run_, session_.trace(), session_.source(), end};
            if (end.index() > kAtOnce) {
                thread_.put(std::move(job));
            } else {
                takePast(std::make_shared<const LaneModel>(
                    buildLaneModel(std::move(job.trace), std::move(job.source), end)));
            }
        }
    }

    void sayWhyEmpty() {
        if (session_.runs().isRunning()) {
            plot_.setEmptyText(tr("Running…"));
        } else {
            plot_.setEmptyText(pending_ ? tr("Drawing the run…") : tr("Nothing has run yet"));
        }
    }

    void showStale() { plot_.setStale(pending_ || session_.isStale()); }

private:
    static constexpr std::size_t kAtOnce = 20'000;  ///< events; a few milliseconds

    struct Job {
        unsigned run = 0;
        std::shared_ptr<const trace::Trace> trace;
        std::shared_ptr<const RunSource> source;
        trace::EventIndex end;  ///< of the past that is wanted; none: the whole run is
    };

    void make(Job job) {
        auto model = std::make_shared<const LaneModel>(
            buildLaneModel(std::move(job.trace), std::move(job.source), job.end));
        QMetaObject::invokeMethod(
            this,
            [this, run = job.run, end = job.end, model = std::move(model)] {
                if (run != run_) return;
                if (!end.valid()) {
                    take(model);
                } else if (pastEnd_.valid()) {
                    takePast(model);
                }
            },
            Qt::QueuedConnection);
    }

    void takePast(const std::shared_ptr<const LaneModel>& past) {
        plot_.setPast(past);
        plot_.setPlayhead(session_.playhead().current());
        plot_.setSelectedSpan(session_.selection().task(), session_.selection().span());
    }

    void take(const std::shared_ptr<const LaneModel>& model) {
        pending_ = false;
        plot_.setModel(model);
        plot_.setPlayhead(session_.playhead().current());
        plot_.setSelectedSpan(session_.selection().task(), session_.selection().span());
        if (wanted_) plot_.showStretch(wanted_->first, wanted_->second);
        showPast();
        showStale();
    }

    TimelinePlot& plot_;
    Session& session_;
    unsigned run_ = 0;
    bool pending_ = false;
    trace::EventIndex pastEnd_;  ///< of the past that is shown or being made; none: the whole is
    std::optional<std::pair<double, double>> wanted_;  ///< to be shown once the lanes are there
    LatestJobThread<Job> thread_{[this](Job job) { make(std::move(job)); }};
};

}  // namespace

LessonView viewOf(const TimelinePlot& plot) {
    LessonView view;
    if (const auto stretch = plot.stretch(); stretch && (*stretch)[0] < (*stretch)[1]) {
        view.from = (*stretch)[0];
        view.to = (*stretch)[1];
    }
    const LaneChoice& choice = plot.laneChoice();
    for (const LaneKey& lane : choice.pinned) view.pinned.push_back(saved(lane));
    for (const LaneKey& lane : choice.hidden) view.hidden.push_back(saved(lane));
    for (const trace::TaskId task : choice.folded) view.folded.push_back({false, task.value});
    return view;
}

void bindTimeline(TimelinePlot& plot, Session& session) {
    Playhead& playhead = session.playhead();
    Selection& selection = session.selection();

    auto* maker = new LaneMaker(plot, session);
    const auto showSelection = [&plot, &selection] {
        plot.setSelectedSpan(selection.task(), selection.span());
    };
    const auto showPacing = [&plot](Pacing pacing) {
        plot.setAxis(pacing == Pacing::Time ? AxisKind::Time : AxisKind::Steps);
    };
    QObject::connect(&session, &Session::traceChanged, maker, &LaneMaker::showRun);
    QObject::connect(&session, &Session::viewWanted, maker, &LaneMaker::showAsSaved);
    QObject::connect(&session.document(), &ScenarioDocument::opened, &plot, [&plot] {
        plot.setLaneChoice({});
        plot.fit();
    });
    QObject::connect(&session, &Session::runningChanged, maker, &LaneMaker::sayWhyEmpty);
    QObject::connect(&session, &Session::staleChanged, maker, &LaneMaker::showStale);
    QObject::connect(&playhead, &Playhead::moved, &plot,
                     [&plot, &playhead] { plot.setPlayhead(playhead.current()); });
    QObject::connect(&session, &Session::sightChanged, maker, &LaneMaker::showPast);
    QObject::connect(&playhead, &Playhead::glided, &plot,
                     [&plot, &playhead] { plot.setPlayheadFraction(playhead.fraction()); });
    const auto showPlaces = [&plot, &session] {
        const auto& region = session.playhead().region();
        plot.setPlaces(region ? region->first : trace::EventIndex(),
                       region ? region->last : trace::EventIndex(), session.bookmarks().all());
    };
    QObject::connect(&playhead, &Playhead::regionChanged, &plot, showPlaces);
    QObject::connect(&session.bookmarks(), &Bookmarks::changed, &plot, showPlaces);
    QObject::connect(&playhead, &Playhead::pacingChanged, &plot, showPacing);
    QObject::connect(&selection, &Selection::changed, &plot, showSelection);

    QObject::connect(&plot, &TimelinePlot::axisChanged, &playhead, [&playhead](AxisKind axis) {
        playhead.setPacing(axis == AxisKind::Time ? Pacing::Time : Pacing::Steps);
    });
    // What is clicked on an older run means nothing in the session's.
    QObject::connect(&plot, &TimelinePlot::playheadRequested, maker,
                     [maker, &playhead](trace::EventIndex event) {
                         if (!maker->isPending()) playhead.moveTo(event);
                     });
    QObject::connect(&plot, &TimelinePlot::spanSelected, maker,
                     [maker, &selection](trace::TaskId task, trace::EventIndex begin, int line) {
                         if (!maker->isPending()) selection.selectSpan(task, begin, line);
                     });
    QObject::connect(&plot, &TimelinePlot::taskSelected, maker,
                     [maker, &selection, &plot](trace::TaskId task) {
                         if (!maker->isPending() && !plot.selectedSpan())
                             selection.selectTask(task);
                     });
    QObject::connect(&plot, &TimelinePlot::selectionCleared, &selection, &Selection::clear);

    showPacing(playhead.pacing());
    maker->showRun();
    showSelection();
}

}  // namespace coroscope::app
