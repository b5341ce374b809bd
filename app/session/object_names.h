// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What the program calls its locks, semaphores, queues … One name for each, the same wherever it
/// is spoken of and wherever the playhead stands.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/trace/event.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

class RunSource;

/// `lock`, `queue`: of the two ends of a queue, one word stands for both; null for what is no
/// object that tasks share.
[[nodiscard]] const char* objectKind(trace::WaitKind kind);

struct ObjectName {
    std::string kind;
    /// `printer`; empty where the program's text does not say it, or no more than the kind does.
    std::string given;
    /// Which of several of that name, from 1; 0: there is only one.
    int number = 0;

    /// `printer`, `fork 2`; of one without a name its kind: `lock`, `lock 2`.
    [[nodiscard]] std::string name() const;
    /// In a few words: `lock printer`, `door_lock`, `lock 2`.
    [[nodiscard]] std::string label() const;
    /// In a line of text: `lock printer`, `lock door_lock`, `lock 2`.
    [[nodiscard]] std::string inText() const;
    /// In a sentence: `the lock “printer”`, `the lock 2`.
    [[nodiscard]] std::string spoken() const;
};

class ObjectNames {
public:
    ObjectNames() = default;
    /// Names those that are met in the first `kNamedEvents` events, by what is done with them
    /// first.
    ObjectNames(const trace::Trace& trace, const RunSource& source);
    static constexpr std::size_t kNamedEvents = 200'000;

    /// Of one that is not known, what `kind` is called.
    [[nodiscard]] ObjectName of(trace::ObjectId object, trace::WaitKind kind) const;

private:
    std::unordered_map<trace::ObjectId, ObjectName> names_;
};

/// Whether an event is about an object that `objectKind` has a word for.
[[nodiscard]] bool touchesObject(const trace::Event& event);
/// As what it does so: that of a queue stands in no event of it.
[[nodiscard]] trace::WaitKind objectWait(const trace::Event& event);

}  // namespace coroscope::app
