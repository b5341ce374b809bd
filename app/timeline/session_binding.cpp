// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/session_binding.h"

#include "app/session/session.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {

void bindTimeline(TimelinePlot& plot, Session& session) {
    Playhead& playhead = session.playhead();
    Selection& selection = session.selection();

    const auto showTrace = [&plot, &session] {
        plot.setTrace(session.trace(), session.source());
        plot.setPlayhead(session.playhead().current());
    };
    const auto showSelection = [&plot, &selection] {
        plot.setSelectedSpan(selection.task(), selection.span());
    };
    const auto showPacing = [&plot](Pacing pacing) {
        plot.setAxis(pacing == Pacing::Time ? AxisKind::Time : AxisKind::Steps);
    };
    QObject::connect(&session, &Session::traceChanged, &plot, showTrace);
    QObject::connect(&session.document(), &ScenarioDocument::opened, &plot, [&plot] {
        plot.setLaneChoice({});
        plot.fit();
    });
    QObject::connect(&session, &Session::staleChanged, &plot, &TimelinePlot::setStale);
    QObject::connect(&playhead, &Playhead::moved, &plot,
                     [&plot, &playhead] { plot.setPlayhead(playhead.current()); });
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

    QObject::connect(&plot, &TimelinePlot::playheadRequested, &playhead, &Playhead::moveTo);
    QObject::connect(&plot, &TimelinePlot::axisChanged, &playhead, [&playhead](AxisKind axis) {
        playhead.setPacing(axis == AxisKind::Time ? Pacing::Time : Pacing::Steps);
    });
    QObject::connect(&plot, &TimelinePlot::spanSelected, &selection, &Selection::selectSpan);
    QObject::connect(&plot, &TimelinePlot::taskSelected, &selection,
                     [&selection, &plot](trace::TaskId task) {
                         if (!plot.selectedSpan()) selection.selectTask(task);
                     });
    QObject::connect(&plot, &TimelinePlot::selectionCleared, &selection, &Selection::clear);

    showPacing(playhead.pacing());
    showTrace();
    plot.setStale(session.isStale());
    showSelection();
}

}  // namespace coroscope::app
