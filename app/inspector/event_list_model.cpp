// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/event_list_model.h"

#include "engine/trace/describe.h"

namespace coroscope::app {

void EventListModel::setTrace(std::shared_ptr<const trace::Trace> trace) {
    beginResetModel();
    trace_ = std::move(trace);
    endResetModel();
}

int EventListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !trace_ ? 0 : static_cast<int>(trace_->size());
}

QVariant EventListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto at = trace::EventIndex::fromIndex(static_cast<std::size_t>(index.row()));
    const trace::Event& event = (*trace_)[at];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return QString::fromStdString(describe(*trace_, at)).simplified().left(400);
        case TaskRole: return event.task.valid() ? QVariant(event.task.value) : QVariant();
        case TimeRole: return event.time;
        case LineRole: return event.line;
        case KindRole: return static_cast<int>(event.kind);
        default: return {};
    }
}

}  // namespace coroscope::app
