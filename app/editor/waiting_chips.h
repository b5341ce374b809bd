// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "app/editor/source_editor.h"
#include "engine/trace/event.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

/// What a file shows of the tasks that wait at its lines.
struct FileChips {
    std::vector<LineChip> chips;      ///< by line, and there the oldest tasks first
    std::map<int, std::size_t> more;  ///< how many tasks beyond those wait at a line
    std::vector<SourceEditor::Underline> awaited;
};

/// Looks where tasks wait. It remembers where each was found, so that a hundred thousand of them
/// are looked through within a frame.
class WaitingChips {
public:
    /// Which of the files, 0 the scenario, holds the imported place of an event.
    using FileOf = std::function<std::size_t(trace::EventIndex)>;

    [[nodiscard]] std::vector<FileChips> collect(const std::shared_ptr<const trace::Trace>& trace,
                                                 const trace::LoopState& state,
                                                 trace::TaskId chosen, std::size_t files,
                                                 const FileOf& fileOf);
    /// The files are others now.
    void forget() { places_.clear(); }

private:
    /// Where a task waits: in the scenario, and in a file that it imports.
    struct Waiting {
        trace::EventIndex since;
        trace::Place own;
        trace::Place imported;
        std::size_t file = 0;  ///< of `imported`; 0: none
    };
    [[nodiscard]] const Waiting& placeOf(std::size_t task, trace::EventIndex since,
                                         const FileOf& fileOf);

    std::shared_ptr<const trace::Trace> trace_;
    std::vector<Waiting> places_;  ///< by task
};

}  // namespace coroscope::app
