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

/// A line of asyncio's own, where CPython is when something dies that it let go of.
struct ForeignLine {
    WarningPlace place;
    std::string_view text;
};
/// Handle._run, which calls whatever a loop calls: the frame of a task's or of a callback's ends.
inline constexpr ForeignLine kHandleRun{
    {"/usr/lib/python3.11/asyncio/events.py", 80, "asyncio.events"},
    "self._context.run(self._callback, *self._args)"};
/// Runner.close, which has cancelled what was left: the list of that ends.
inline constexpr ForeignLine kRunnerClose{
    {"/usr/lib/python3.11/asyncio/runners.py", 71, "asyncio.runners"}, "_cancel_all_tasks(loop)"};
/// Its text; empty if it is none of these.
[[nodiscard]] std::string_view foreignLine(std::string_view file, int line);

/// As long as it lives, and but for what a loop calls meanwhile, asyncio itself is at work there.
class WorksAt {
public:
    WorksAt(RunContext& run, const ForeignLine& line);
    ~WorksAt();
    WorksAt(const WorksAt&) = delete;
    WorksAt& operator=(const WorksAt&) = delete;

private:
    RunContext& run_;
    const ForeignLine* lineBefore_;
    const runtime::Frame* callerBefore_;
};

/// False: the scenario has not imported `warnings`, and nothing was done. `source` is the object
/// that the warning is about, or None. An exception that a filter asks for is reported where it is of
/// a coroutine, else dropped: nobody could catch it.
bool warnByModule(RunContext& run, runtime::Type* category, std::string_view text,
                  const WarningPlace& place, runtime::Value source);

}  // namespace coroscope::loop
