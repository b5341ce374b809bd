// SPDX-License-Identifier: GPL-3.0-or-later
/// What the timeline says at the pointer.

#include <algorithm>

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "app/timeline/span_text.h"
#include "app/timeline/timeline_plot.h"

namespace coroscope::app {
namespace {

/// Lines of plain text, the first in bold; a `<lambda>` in them is no markup.
QString asToolTip(const QString& text) {
    QStringList lines = text.toHtmlEscaped().split(QLatin1Char('\n'));
    lines.front() = QStringLiteral("<b>%1</b>").arg(lines.front());
    return QStringLiteral("<div style='white-space:pre'>%1</div>")
        .arg(lines.join(QStringLiteral("<br>")));
}

}  // namespace

QString TimelinePlot::tooltipAt(QPointF point) const {
    if (const auto gap = gapAtPoint(drawn_, point)) return gapTooltip(*gap);
    for (const LaneGroup* group : {&drawn_.loop, &drawn_.tasks}) {
        for (const Text& name : group->names) {
            if (!name.full.isEmpty() && group->headers.contains(point) &&
                name.rect.contains(point)) {
                return name.full;
            }
        }
    }
    if (const QString marks = marksTooltipAt(point); !marks.isEmpty()) return marks;
    if (const auto span = spanAt(point)) {
        return QString::fromStdString(spanTooltip(*model_, span->lane, span->first, span->last));
    }
    return absenceTooltipAt(point);
}

/// Of the field where a lane's task is not born yet, or has ended.
QString TimelinePlot::absenceTooltipAt(QPointF point) const {
    if (burst_ || !drawn_.tasks.area.contains(point)) return {};
    for (const Box& box : drawn_.tasks.boxes) {
        if (box.shape != Shape::Field || !box.rect.contains(point)) continue;
        const bool before =
            box.rect.left() < view_.axisScale().toX(model_->lanes[box.lane].begin(view_.axis, 0));
        return QString::fromStdString(absenceTooltip(*model_, box.lane, before));
    }
    return {};
}

/// A sign may stand beside what happened: over another span than that of its event.
QString TimelinePlot::marksTooltipAt(QPointF point) const {
    if (burst_) return {};
    for (const LaneGroup* group : {&drawn_.loop, &drawn_.tasks}) {
        if (!group->area.contains(point)) continue;
        for (const Box& box : group->boxes) {
            if (!isMark(box.shape) || !box.rect.adjusted(-2, -2, 2, 2).contains(point)) continue;
            const AxisScale scale = view_.axisScale();
            const double x = box.rect.center().x();
            return QString::fromStdString(marksTooltip(*model_, box.lane, scale.toValue(x - 1),
                                                       scale.toValue(x + markReach(view_)),
                                                       view_.axis));
        }
    }
    return {};
}

QString TimelinePlot::gapTooltip(std::size_t gap) const {
    constexpr std::size_t kMost = 12;
    const std::vector<std::uint32_t>& lanes = (*view_.gaps)[gap].lanes;
    QStringList lines(tr("Not shown here; a click shows them:"));
    for (std::size_t i = 0; i < std::min(lanes.size(), kMost); ++i) {
        lines << QString::fromStdString(model_->lanes[lanes[i]].name);
    }
    if (lanes.size() > kMost) lines << tr("and %1 more").arg(lanes.size() - kMost);
    return lines.join(QLatin1Char('\n'));
}

bool TimelinePlot::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = tooltipAt(help->pos());
        if (text.isEmpty()) {
            QToolTip::hideText();
        } else {
            QToolTip::showText(help->globalPos(), asToolTip(text), this);
        }
        return true;
    }
    // The key takes back a step through the timeline here, and never one of the text.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace coroscope::app
