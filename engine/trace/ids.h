#pragma once

/// The numbers by which a trace speaks of things. Each has a type of its own,
/// so that the number of a task cannot pass for that of an event.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace coroscope::trace {

/// A number of the family `Tag`; none by default. 4 bytes, trivially copied.
template <typename Tag>
struct Id {
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

    std::uint32_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t number) : value(number) {}
    [[nodiscard]] static constexpr Id fromIndex(std::size_t index) {
        return Id(static_cast<std::uint32_t>(index));
    }

    [[nodiscard]] constexpr bool valid() const { return value != kNone; }
    constexpr explicit operator bool() const { return valid(); }
    /// For indexing a vector.
    [[nodiscard]] constexpr std::size_t index() const { return value; }

    friend constexpr auto operator<=>(const Id&, const Id&) = default;
};

/// A task, counted from 0 in order of creation: the row of the task table.
/// (Not the N of `Task-N`, which also counts asyncio.run's own tasks.)
using TaskId = Id<struct TaskTag>;
/// The place of an event in the trace, counted from 0.
using EventIndex = Id<struct EventTag>;
/// A future, handle, lock, queue … of the loop. Every such object has a number
/// of its own, whatever its type; `Recorder::newObject()` hands them out.
using ObjectId = Id<struct ObjectTag>;
/// A text of the trace's text table.
using TextId = Id<struct TextTag>;
/// A worker thread of an executor.
using WorkerId = Id<struct WorkerTag>;

}  // namespace coroscope::trace

template <typename Tag>
struct std::hash<coroscope::trace::Id<Tag>> {
    std::size_t operator()(coroscope::trace::Id<Tag> id) const noexcept { return id.value; }
};
