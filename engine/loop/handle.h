// Handle and TimerHandle: a callback that the loop is to run (Lib/asyncio/events.py).
#pragma once

#include <vector>

#include "engine/runtime/context.h"
#include "engine/runtime/native.h"
#include "engine/trace/event.h"
#include "engine/trace/ids.h"

namespace coroscope::loop {

using namespace runtime;  // NOLINT: the loop is written in terms of the runtime throughout

class RunContext;
struct EventLoop;
struct Future;

/// A callback of our own. `target` is kept alive by whoever holds the callback.
struct NativeAction {
    Status (*perform)(RunContext& run, Object* target, Future* future);
    std::string_view name;  ///< for the trace
    std::string_view text;  ///< as CPython's reprs show it: `gather.<locals>._done_callback() at …`
    std::string_view parameter = "fut";  ///< what the future is called there, if it takes one
};
using NativeCallback = const NativeAction*;

struct Handle : Object {
    EventLoop* loop = nullptr;  ///< borrowed: a loop lives as long as the run
    Ref callback;  ///< of the scenario; Unbound for a native one, and once cancelled or run
    Ptr<Tuple> arguments;
    NativeCallback native = nullptr;
    Ref target;            ///< of `native`
    Ptr<Context> context;  ///< in which it runs; null: an empty one
    trace::ObjectId id;
    trace::TextId name;  ///< the callback's, for the trace
    bool cancelled = false;
    bool isTimer = false;
    bool scheduled = false;  ///< in the timer heap
    /// Where it was made, in debug mode (debug.h); its repr, once it is cancelled.
    Ref origin;
    double when = 0;             ///< of a TimerHandle
    Ref givenWhen;               ///< the same as it was given; Unbound: a float
    std::uint64_t sequence = 0;  ///< order of setting, among equal `when`s
};

void initHandleTypes(RunContext& run);

}  // namespace coroscope::loop
