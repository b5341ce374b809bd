// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The text that a run was made of, by line: while the document is edited, what
/// is said about the run still quotes the text that ran.

#include <string>
#include <string_view>
#include <vector>

#include "app/session/object_names.h"
#include "engine/trace/event.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

class RunSource {
public:
    RunSource() = default;
    /// `trace` is the run of the text; it is read here only.
    RunSource(std::string_view text, const trace::Trace& trace);

    /// From 1; empty for a line that the text does not have.
    [[nodiscard]] std::string_view line(int number) const;

    /// All of it, every line ended by `\n`.
    [[nodiscard]] std::string text() const;

    /// The expression after `await` where a task is suspended, if it stands on
    /// one line: `toasting`, `queue.get()`. Empty when the place is not known,
    /// or is no `await` of this text (an imported module's, say).
    [[nodiscard]] std::string_view awaited(const trace::Event& suspension) const;

    /// The same if it is short and a plain name: `toasting`, `self.done`.
    [[nodiscard]] std::string_view awaitedName(const trace::Event& suspension) const;

    /// Whether a function of this (qualified) name is defined in it.
    [[nodiscard]] bool defines(std::string_view function) const;

    /// What the program calls its locks, queues …
    [[nodiscard]] const ObjectNames& objects() const { return objects_; }

    /// What the lock, queue … is called where something is done with it: `printer` of
    /// `async with printer:`, `await printer.acquire()` and `printer.release()`. Empty unless it is
    /// a short plain name.
    [[nodiscard]] std::string_view subjectName(const trace::Event& event) const;

private:
    /// What stands at the event's place, if that is on one line.
    [[nodiscard]] std::string_view quoted(const trace::Event& event) const;
    /// The name of the only manager of the `async with` statement at the event's place.
    [[nodiscard]] std::string_view contextManager(const trace::Event& event) const;

    std::vector<std::string> lines_;
    ObjectNames objects_;
};

}  // namespace coroscope::app
