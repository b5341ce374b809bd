// Warnings that come from asyncio or the runtime, by way of the module `warnings` once the scenario
// has imported it, with its filters.
#pragma once

#include <string_view>

#include "engine/runtime/value.h"

namespace coroscope::runtime {
struct Frame;
struct Type;
}  // namespace coroscope::runtime

namespace coroscope::loop {

class RunContext;

/// Where a warning is shown to come from.
struct WarningPlace {
    std::string_view file;
    int line = 1;
    std::string_view module;
};
/// `frame` may be null: outside of the scenario's code.
[[nodiscard]] WarningPlace placeOfWarning(const runtime::Frame* frame);

/// Handle._run of asyncio.events, which calls whatever a loop calls: where CPython is when
/// something dies with the frame of a task's or of a callback's.
inline constexpr WarningPlace kHandleRun{"/usr/lib/python3.11/asyncio/events.py", 80,
                                         "asyncio.events"};
inline constexpr std::string_view kHandleRunLine =
    "        self._context.run(self._callback, *self._args)";

/// False: the scenario has not imported `warnings`, and nothing was done. `source` is the object
/// that the warning is about, or None. An exception that a filter asks for is dropped: nobody could
/// catch it.
bool warnByModule(RunContext& run, runtime::Type* category, std::string_view text,
                  const WarningPlace& place, runtime::Value source);

}  // namespace coroscope::loop
