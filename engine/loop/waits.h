// Who waits for whom, when nothing goes on any more: what the report of a deadlock is made of.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

/// One that can stand still: a task, a worker, or the main thread.
struct Party {
    const Object* object = nullptr;  ///< a Task or a Worker; null: the main thread
    bool operator==(const Party&) const = default;
};
struct PartyHash {
    std::size_t operator()(const Party& party) const {
        return std::hash<const Object*>()(party.object);
    }
};

/// A task as messages call it: by its name, whatever is in that.
[[nodiscard]] std::string calledTask(const Task* task);

/// What tasks and threads wait for, and which of them for one another.
class Waits {
public:
    explicit Waits(RunContext& run);

    /// What it waits for, in words; empty for a thread that waits for nothing.
    [[nodiscard]] std::string text(const Party& party) const;
    /// Those without whose next step it will never go on, as far as that is known.
    [[nodiscard]] std::vector<Party> awaited(const Party& party) const;
    /// The lock or semaphore that it waits for, if it is one: all who wait for that await the same.
    [[nodiscard]] trace::ObjectId sharedWait(const Party& party) const;
    /// `Task-1`, `thread T1`, `the main thread`.
    [[nodiscard]] std::string called(const Party& party) const;

private:
    using Holders = std::unordered_map<trace::ObjectId, std::vector<trace::TaskId>>;
    static Holders findHolders(const trace::Trace& trace);

    [[nodiscard]] bool isTask(const Object* object) const;
    [[nodiscard]] Task* find(trace::TaskId id) const;
    [[nodiscard]] std::string called(trace::TaskId id) const;
    [[nodiscard]] std::string taskText(const Task* task) const;
    [[nodiscard]] std::string lockText(const Future* future) const;
    [[nodiscard]] std::string semaphoreText(const Future* future) const;
    [[nodiscard]] std::string gatherText(const Future* future) const;
    /// What a thread waits for, with who has to go on first.
    [[nodiscard]] std::string threadText(std::string_view what, Value thing) const;
    /// Those who hold what the future waits for: a lock, or a semaphore.
    [[nodiscard]] std::span<const trace::TaskId> holdersOf(const Future* future) const;
    /// The tasks that a group's future still waits for.
    [[nodiscard]] std::vector<Task*> membersOf(const Future* future) const;
    [[nodiscard]] std::string membersText(const Future* future) const;
    /// Who has to go on first, where a thread waits for this thing (Workers::wait).
    [[nodiscard]] std::vector<Party> behind(Value thing) const;

    RunContext& run_;
    const Holders holders_;
    std::unordered_map<trace::TaskId, Task*> tasks_;
};

}  // namespace coroscope::loop
