// SPDX-License-Identifier: GPL-3.0-or-later
/// What the timeline says to those who do not see it.

#include "app/style/counted.h"
#include "app/timeline/span_text.h"
#include "app/timeline/time_axis.h"
#include "app/timeline/timeline_plot.h"
#include "engine/trace/describe.h"

namespace coroscope::app {

namespace {

QString toQt(const std::string& text) { return QString::fromStdString(text); }

/// `map is suspended: sleep 2 s until 3.0`.
QString underWay(const LaneModel& model, std::size_t lane, std::size_t span) {
    const Lane& on = model.lanes[lane];
    QString text =
        TimelinePlot::tr("%1 is %2").arg(toQt(on.name), toQt(spanKindName(on.kinds[span])));
    QString why = toQt(spanReason(model, lane, span));
    why.replace(QStringLiteral(" → "), TimelinePlot::tr(" until "));
    if (!why.isEmpty()) text += QStringLiteral(": ") + why;
    return text;
}

QString stateOf(const LaneModel& model, std::size_t lane, EventIndex at) {
    const Lane& on = model.lanes[lane];
    if (const auto span = on.spanAt(at)) return underWay(model, lane, *span);
    const QString name = toQt(on.name);
    if (on.events.empty() || at < on.events.front()) {
        return TimelinePlot::tr("%1 does not exist yet").arg(name);
    }
    switch (on.end) {
        case LaneEnd::Open: break;
        case LaneEnd::Returned: return TimelinePlot::tr("%1 has returned").arg(name);
        case LaneEnd::Raised:
        case LaneEnd::Cancelled:
            return name + QStringLiteral(": ") + toQt(endForms(model, lane).front());
    }
    if (on.spanCount() == 0) return TimelinePlot::tr("%1 has ended").arg(name);
    return underWay(model, lane, on.spanCount() - 1);
}

/// The task whose turn it is after `at`, or what the loop does instead.
QString whoRuns(const LaneModel& model, EventIndex at) {
    const std::size_t begun = model.firstStepFrom(EventIndex(at.value + 1));
    if (begun > 0) {
        const auto lane = model.laneOf(model.steps[begun - 1].task);
        const auto span = lane ? model.lanes[*lane].spanAt(at) : std::nullopt;
        const auto runs = [](SpanKind kind) {
            return kind == SpanKind::Running || kind == SpanKind::Blocked;
        };
        if (span && runs(model.lanes[*lane].kinds[*span])) return underWay(model, *lane, *span);
    }
    const Lane& loop = model.lanes.front();
    const auto span = loop.spanAt(at);
    const bool told = span && loop.kinds[*span] != SpanKind::Running;
    return told ? underWay(model, 0, *span) : TimelinePlot::tr("no task is running");
}

QString playheadWords(const LaneModel& model, EventIndex at) {
    const std::size_t begun = model.firstStepFrom(EventIndex(at.value + 1));
    const double time = model.instants[model.instantOf(at)].time;
    return TimelinePlot::tr("Playhead at %1, step %2: %3")
        .arg(toQt(trace::secondsText(time)), QString::number(begun), whoRuns(model, at));
}

}  // namespace

QString TimelinePlot::told() const {
    QStringList said;
    const bool known = playhead_.valid() && playhead_.index() < model_->eventCount;
    if (known) said << playheadWords(*model_, playhead_);
    const auto lane = selectedLane();
    if (lane) {
        const QString state =
            known ? stateOf(*model_, *lane, playhead_) : toQt(model_->lanes[*lane].name);
        // Who runs was named already.
        const bool runs = known && said.front().endsWith(QStringLiteral(": ") + state);
        said << tr("Selected: %1").arg(runs ? toQt(model_->lanes[*lane].name) : state);
    }
    if (view_.selectedSpan) {
        const SpanRef& span = *view_.selectedSpan;
        said << tr("Selected span: %1")
                    .arg(toQt(spanTooltip(*model_, span.lane, span.first, span.last))
                             .replace(QLatin1Char('\n'), QStringLiteral(", ")));
    }
    if (model_->eventCount == 0 && !emptyText_.isEmpty()) said << emptyText_;
    const auto lanes = static_cast<qint64>(model_->lanes.size()) - 1;
    const auto steps = static_cast<qint64>(model_->steps.size());
    said << counted(lanes, tr("lane"), tr("lanes")) + QStringLiteral(", ") +
                toQt(formatDuration(model_->endTime)) + QStringLiteral(", ") +
                counted(steps, tr("step"), tr("steps"));
    return said.join(QStringLiteral(". "));
}

}  // namespace coroscope::app
