// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/waiting_chips.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

using trace::TaskId;
using trace::TaskStatus;

namespace {

/// Counts the tasks at each line of a file and makes chips of the first ones.
class LineCollector {
public:
    /// Whether the task is one of those that get a chip.
    bool add(const trace::Place& place) {
        const scenario::Span span = place.span();
        if (latest_ == nullptr || span.line != line_) {
            line_ = span.line;
            latest_ = &lines_[span.line];
        }
        const SourceEditor::Underline stretch{span.line, span.column,
                                              span.endLine == span.line ? span.endColumn : 1 << 16};
        if (std::ranges::find(latest_->awaited, stretch) == latest_->awaited.end()) {
            latest_->awaited.push_back(stretch);
        }
        return ++latest_->count <= SourceEditor::kMostChips;
    }
    void addChip(LineChip chip) { latest_->chips.push_back(std::move(chip)); }

    [[nodiscard]] int line() const { return line_; }

    FileChips take() {
        FileChips made;
        for (auto& [line, waiting] : lines_) {
            if (waiting.count > waiting.chips.size())
                made.more[line] = waiting.count - waiting.chips.size();
            std::ranges::move(waiting.chips, std::back_inserter(made.chips));
            std::ranges::move(waiting.awaited, std::back_inserter(made.awaited));
        }
        return made;
    }

private:
    struct Line {
        std::size_t count = 0;
        std::vector<LineChip> chips;
        std::vector<SourceEditor::Underline> awaited;
    };
    std::map<int, Line> lines_;
    Line* latest_ = nullptr;  ///< most tasks wait where the one before them does
    int line_ = 0;
};

LineChip chipOf(const trace::Trace& trace, TaskId task, trace::EventIndex since) {
    LineChip chip;
    chip.task = task.value;
    const QString name = QString::fromStdString(trace::shownTask(trace, task));
    // Chips are small: `Task-4` is 4.
    const trace::TaskInfo& info = trace.task(task);
    chip.label = info.name.valid() ? name : QString::number(info.number);
    chip.tip =
        QStringLiteral("%1: %2").arg(name, QString::fromStdString(waitReason(trace, trace[since])));
    return chip;
}

}  // namespace

const WaitingChips::Waiting& WaitingChips::placeOf(std::size_t task, trace::EventIndex since,
                                                   const FileOf& fileOf) {
    Waiting& known = places_[task];
    if (known.since == since) return known;
    known = {since, trace::Place((*trace_)[since].span()), {}, 0};
    if (const trace::ImportedPlace* place = trace_->importedPlace(since)) {
        known.file = fileOf(since);
        known.imported = trace::Place(place->span);
    }
    return known;
}

std::vector<FileChips> WaitingChips::collect(const std::shared_ptr<const trace::Trace>& trace,
                                             const trace::LoopState& state, TaskId chosen,
                                             std::size_t files, const FileOf& fileOf) {
    if (trace_ != trace) {
        trace_ = trace;
        places_.clear();
    }
    places_.resize(trace->taskCount());
    std::vector<LineCollector> collectors(files);
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const trace::TaskState& task = state.tasks[i];
        // A task that was woken still stands where it waits until it runs.
        const bool waits = task.status == TaskStatus::Suspended || task.status == TaskStatus::Ready;
        if (!waits || !task.suspendedAt.valid()) continue;
        const TaskId id = TaskId::fromIndex(i);
        const auto add = [&](LineCollector& file, const trace::Place& place) {
            if (!file.add(place)) return;
            LineChip chip = chipOf(*trace, id, task.suspendedAt);
            chip.line = file.line();
            chip.chosen = id == chosen;
            file.addChip(std::move(chip));
        };
        const Waiting& waiting = placeOf(i, task.suspendedAt, fileOf);
        if (waiting.own.line > 0) add(collectors[0], waiting.own);
        if (waiting.file > 0) add(collectors[waiting.file], waiting.imported);
    }
    std::vector<FileChips> made;
    for (LineCollector& each : collectors) made.push_back(each.take());
    return made;
}

}  // namespace coroscope::app
