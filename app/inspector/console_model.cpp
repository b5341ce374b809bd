// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/console_model.h"

#include <algorithm>
#include <string_view>

namespace coroscope::app {

using trace::EventIndex;
using trace::EventKind;

namespace {

std::size_t columnsOf(std::string_view line) {
    std::size_t columns = 0;
    for (const char c : line.substr(0, ConsoleModel::kLongestLine)) {
        if (c == '\t') {
            columns += ConsoleModel::kTab - columns % ConsoleModel::kTab;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++columns;  // not the rest of a longer UTF-8 sequence
        }
    }
    return std::min(columns, ConsoleModel::kLongestLine);
}

}  // namespace

ConsoleModel::ConsoleModel(QObject* parent) : QAbstractListModel(parent) {}

void ConsoleModel::setTrace(std::shared_ptr<const trace::Trace> trace) {
    beginResetModel();
    trace_ = std::move(trace);
    rows_.clear();
    leftOut_ = 0;
    columns_ = 0;
    if (trace_) {
        for (auto row = trace_->events().begin(); !row.atEnd(); ++row) {
            if (row->kind == EventKind::Output) addRows(row.index().value);
        }
    }
    endResetModel();
}

void ConsoleModel::addRows(std::uint32_t event) {
    const std::string_view text = trace_->outputText((*trace_)[EventIndex(event)]);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (rows_.size() < kMostRows) {
            columns_ = std::max(columns_, columnsOf(text.substr(begin, end - begin)));
            rows_.push_back({event, static_cast<std::uint32_t>(begin),
                             static_cast<std::uint32_t>(end - begin)});
        } else {
            ++leftOut_;
        }
        begin = end + 1;
    }
}

int ConsoleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant ConsoleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const trace::Event& event = (*trace_)[EventIndex(row.event)];
    switch (role) {
        case Qt::DisplayRole: {
            if (leftOut_ > 0 && index.row() + 1 == rowCount()) {
                return tr("… and %1 more lines").arg(leftOut_ + 1);
            }
            const auto size =
                static_cast<qsizetype>(std::min<std::size_t>(row.length, kLongestLine));
            QString text = QString::fromUtf8(trace_->outputText(event).data() + row.begin, size);
            if (row.length > kLongestLine) text += QChar(0x2026);
            if (text.endsWith(QLatin1Char('\r'))) text.chop(1);
            return text;
        }
        case EventRole: return row.event;
        case TaskRole: return event.task.valid() ? QVariant(event.task.value) : QVariant();
        case TimeRole: return event.time;
        case StderrRole: return event.stream() == trace::Stream::Stderr;
        default: return {};
    }
}

EventIndex ConsoleModel::eventOf(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    return EventIndex(rows_[static_cast<std::size_t>(row)].event);
}

int ConsoleModel::rowAt(EventIndex event) const {
    if (!event.valid()) return -1;
    const auto after =
        std::upper_bound(rows_.begin(), rows_.end(), event.value,
                         [](std::uint32_t value, const Row& row) { return value < row.event; });
    return static_cast<int>(after - rows_.begin()) - 1;
}

}  // namespace coroscope::app
