// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/console_model.h"

#include <algorithm>
#include <utility>

#include "app/inspector/spoken.h"

namespace coroscope::app {

using trace::EventIndex;

ConsoleModel::ConsoleModel(QObject* parent)
    : QAbstractListModel(parent), lines_(std::make_shared<const PrintedLines>()) {}

void ConsoleModel::setRun(std::shared_ptr<const trace::Trace> trace,
                          std::shared_ptr<const PrintedLines> lines, EventIndex last) {
    beginResetModel();
    trace_ = std::move(trace);
    lines_ = std::move(lines);
    last_ = last;
    endResetModel();
}

void ConsoleModel::setLast(EventIndex last) {
    beginResetModel();
    last_ = last;
    endResetModel();
}

int ConsoleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rowAt(last_) + 1;
}

QVariant ConsoleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::AccessibleTextRole) return spoken(index);
    const PrintedLines::Line line = (*lines_)[static_cast<std::size_t>(index.row())];
    if (const trace::LineRead* read = readAt(index.row())) return readData(*read, line, role);
    const trace::Event& event = (*trace_)[EventIndex(line.event)];
    switch (role) {
        case Qt::DisplayRole: {
            const auto size = static_cast<qsizetype>(
                std::min<std::size_t>(line.length, PrintedLines::kLongestLine));
            QString text = QString::fromUtf8(trace_->outputText(event).data() + line.begin, size);
            if (line.length > PrintedLines::kLongestLine) text += QChar(0x2026);
            if (text.endsWith(QLatin1Char('\r'))) text.chop(1);
            return text;
        }
        case EventRole: return line.event;
        case TaskRole: return event.task.valid() ? QVariant(event.task.value) : QVariant();
        case TimeRole: return event.time;
        case StderrRole: return event.stream() == trace::Stream::Stderr;
        default: return {};
    }
}

/// All that is seen of a row: `map starts, map at 0.5 s, not printed yet`.
QString ConsoleModel::spoken(const QModelIndex& index) const {
    const bool read = index.data(ReadRole).toBool();
    const QVariant task = index.data(TaskRole);
    const QString who =
        task.isValid() ? QString::fromStdString(spokenTask(*trace_, trace::TaskId(task.toUInt())))
                       : tr("the program");
    const double time = index.data(TimeRole).toDouble();
    QString text = index.data(Qt::DisplayRole).toString() +
                   tr(", %1 at %2").arg(who, QString::fromStdString(spokenSeconds(time)));
    if (index.data(StderrRole).toBool()) text += tr(", on stderr");
    if (read) text += tr(", read");
    if (index.row() > current_) text += read ? tr(", not read yet") : tr(", not printed yet");
    return text;
}

QVariant ConsoleModel::readData(const trace::LineRead& read, const PrintedLines::Line& line,
                                int role) const {
    switch (role) {
        case Qt::DisplayRole: {
            QString text = QStringLiteral("› ") +
                           QString::fromStdString(read.text.substr(0, PrintedLines::kLongestLine));
            if (line.length > PrintedLines::kLongestLine) text += QChar(0x2026);
            return text;
        }
        case Qt::ToolTipRole: return tr("read by the program");
        case EventRole: return line.event;
        case TaskRole: return read.task.valid() ? QVariant(read.task.value) : QVariant();
        case TimeRole: return read.time;
        case StderrRole: return false;
        case ReadRole: return true;
        default: return {};
    }
}

const trace::LineRead* ConsoleModel::readAt(int row) const {
    if (row < 0 || row >= rowCount()) return nullptr;
    const PrintedLines::Line line = (*lines_)[static_cast<std::size_t>(row)];
    return line.isPrinted() ? nullptr : &trace_->linesRead()[line.read];
}

EventIndex ConsoleModel::eventOf(int row) const {
    if (row < 0 || row >= rowCount()) return {};
    return EventIndex((*lines_)[static_cast<std::size_t>(row)].event);
}

int ConsoleModel::rowAt(EventIndex event) const { return lines_->lastAt(event); }

}  // namespace coroscope::app
