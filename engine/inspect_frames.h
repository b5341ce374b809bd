// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Looks into the frames of a program that is stopped at an event.
///
/// It is done in two steps, because an event may be recorded in the midst of
/// anything: at the event itself the values are only held on to, which runs
/// none of the scenario's code; once the run has been unwound, they are turned
/// into text, for which a class's own `__repr__` may have to run.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/runtime/value.h"
#include "engine/runtime/vm.h"
#include "engine/simulation.h"

namespace coroscope {

/// A task that is not done, and the coroutine that it runs.
struct LiveTask {
    trace::TaskId id;
    runtime::Generator* coroutine = nullptr;  ///< borrowed
};

/// A frame whose locals are held.
struct HeldFrame {
    std::string function;
    std::string file;
    scenario::Span span;
    std::vector<std::pair<std::string, runtime::Ref>> locals;
};

struct HeldFrames {
    trace::TaskId task;  ///< none: the main program
    std::vector<HeldFrame> frames;
};

/// The frames of all `tasks` and, first, of the main program. Runs nothing.
[[nodiscard]] std::vector<HeldFrames> holdFrames(runtime::Vm& vm, std::span<const LiveTask> tasks);

/// Makes text of what was held. Never fails: what cannot be shown says so. May
/// run code of the scenario, a little of it for each value.
[[nodiscard]] std::vector<TaskFrames> showFrames(runtime::Vm& vm,
                                                 const std::vector<HeldFrames>& held);

/// `repr(value)`, cut off after kMostReprCharacters, at no great cost even if
/// the value is huge. Leaves no exception pending.
[[nodiscard]] std::string shortRepr(runtime::Vm& vm, runtime::Value value);

}  // namespace coroscope
