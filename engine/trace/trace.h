#pragma once

/// The record of one run. It is what the timeline, the panels and the exports
/// read, and all that they read (locals apart, which come from a replay).
///
/// A `Recorder` writes it and then gives it away; from then on nothing changes
/// it, so any number of threads may read it. Share it as
/// `std::shared_ptr<const Trace>`.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/scenario/span.h"
#include "engine/trace/event.h"
#include "engine/trace/ids.h"
#include "engine/trace/packed_events.h"

namespace coroscope::trace {

/// What is known of a task apart from what happened to it.
struct TaskInfo {
    /// The name that the program gave it (last); none: it is `Task-<number>`.
    TextId name;
    std::uint32_t number = 0;
    TaskId creator;
    /// Name of the coroutine function that it runs.
    TextId coroutine;
    /// Its TaskCreated, whose line is where it was created.
    EventIndex createdAt;
};

/// A place in a file that the scenario imports.
struct ImportedPlace {
    TextId file;  ///< as tracebacks call it
    scenario::Span span;
    friend bool operator==(const ImportedPlace&, const ImportedPlace&) = default;
};

/// A line of standard input that the program took. No event: nothing in the loop happens by it.
struct LineRead {
    EventIndex after;  ///< the last event before it; none: it came before all events
    double time = 0;
    TaskId task;  ///< in whose step; none: in no task's
    scenario::Span span;
    std::string text;
};

class Trace {
public:
    Trace() = default;
    Trace(Trace&&) noexcept = default;
    Trace& operator=(Trace&&) noexcept = default;

    // Events.
    [[nodiscard]] std::size_t size() const { return events_.size(); }
    [[nodiscard]] bool empty() const { return size() == 0; }
    /// For walking over them: quicker than asking for one after the other.
    [[nodiscard]] EventRange events() const { return EventRange(events_); }
    [[nodiscard]] Event operator[](EventIndex at) const { return events_[at.index()]; }
    /// What the events take up.
    [[nodiscard]] std::size_t eventBytes() const { return events_.bytes(); }
    [[nodiscard]] EventIndex first() const { return empty() ? EventIndex() : EventIndex(0); }
    [[nodiscard]] EventIndex last() const {
        return empty() ? EventIndex() : EventIndex::fromIndex(size() - 1);
    }
    /// Virtual time of the last event; 0 of an empty trace. Time never runs
    /// backwards from one event to the next.
    [[nodiscard]] double endTime() const { return empty() ? 0.0 : (*this)[last()].time; }
    /// The last event whose time is at most `time`; none before the first.
    [[nodiscard]] EventIndex lastAtOrBefore(double time) const;
    /// The first event whose time is at least `time`; none after the last.
    [[nodiscard]] EventIndex firstAtOrAfter(double time) const;
    /// Whether the run was cut off (limit, deadlock, cancelled by the user), and
    /// so ends in the midst of things.
    [[nodiscard]] bool cutOff() const;

    // Tasks.
    [[nodiscard]] std::size_t taskCount() const { return tasks_.size(); }
    [[nodiscard]] const TaskInfo& task(TaskId id) const { return tasks_[id.index()]; }
    [[nodiscard]] std::span<const TaskInfo> tasks() const { return tasks_; }
    /// `Task-7`, or the name that the program gave it (the last one).
    [[nodiscard]] std::string taskName(TaskId id) const;
    /// What it was called when `at` happened: set_name may have come later.
    [[nodiscard]] std::string taskNameAt(TaskId id, EventIndex at) const;
    [[nodiscard]] std::string_view coroutineName(TaskId id) const {
        return text(task(id).coroutine);
    }
    /// The tasks on which a gather, wait, as_completed or task group waits, in
    /// the order in which they were given to it.
    [[nodiscard]] std::span<const TaskId> members(ObjectId group) const;

    /// How many items the queue takes; 0: as many as come.
    [[nodiscard]] std::size_t roomOf(ObjectId queue) const;
    /// Where the innermost frame stood, if that was in an imported file: the event's own span is
    /// that of the scenario's file. Null: not in one.
    [[nodiscard]] const ImportedPlace* importedPlace(EventIndex at) const;

    // Texts.
    [[nodiscard]] std::size_t textCount() const { return texts_.size(); }
    /// Empty for no text.
    [[nodiscard]] std::string_view text(TextId id) const {
        return id.valid() ? std::string_view(texts_[id.index()]) : std::string_view();
    }

    // What was printed.
    [[nodiscard]] const std::string& written(Stream stream) const {
        return output_[static_cast<std::size_t>(stream)];
    }
    /// The text of an Output event.
    [[nodiscard]] std::string_view outputText(const Event& event) const {
        return std::string_view(written(event.stream()))
            .substr(static_cast<std::size_t>(event.value), event.a);
    }
    /// What was read, in order.
    [[nodiscard]] std::span<const LineRead> linesRead() const { return linesRead_; }

private:
    friend class Recorder;
    explicit Trace(std::size_t capacity) : events_(capacity) {}

    /// Before the event `until` the task was called `name`.
    struct FormerName {
        EventIndex until;
        TextId name;
    };

    [[nodiscard]] std::string nameOr(TextId name, std::uint32_t number) const;

    PackedEvents events_;
    std::vector<TaskInfo> tasks_;
    /// Texts stay where they are as others are added: the recorder looks them up by views of them.
    std::deque<std::string> texts_;
    std::string output_[2];
    std::vector<LineRead> linesRead_;
    std::unordered_map<ObjectId, std::vector<TaskId>> members_;
    std::unordered_map<ObjectId, std::size_t> rooms_;  ///< of the queues that have bounds
    struct Imported {
        EventIndex at;
        std::uint32_t place = 0;  ///< in importedPlaces_
    };
    std::vector<Imported> imported_;  ///< in order of the events
    std::vector<ImportedPlace> importedPlaces_;
    /// Oldest first, for the few tasks that set_name was called on.
    std::unordered_map<TaskId, std::vector<FormerName>> renames_;
};

}  // namespace coroscope::trace
