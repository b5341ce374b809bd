// Debug mode (the documentation's "Developing with asyncio"; Lib/asyncio/base_events.py,
// base_futures.py): objects remember where they were made, steps that take long are reported.
#pragma once

#include <string>
#include <string_view>

#include "engine/loop/event_loop.h"

namespace coroscope::loop {

/// The scenario's frames that are running, oldest first, as tracebacks show them; the last line
/// is not ended. asyncio's own, which CPython would have besides, count for `mostFrames`.
[[nodiscard]] std::string runningFrames(RunContext& run, int mostFrames);
/// `file.py:3` where the scenario's code stands; empty outside of it.
[[nodiscard]] std::string placeText(RunContext& run);

/// In debug mode: a future or task remembers where it is made. `creator` is asyncio's own code
/// that does so (`tasks.py:374`), empty if the scenario itself does.
void rememberOrigin(RunContext& run, Future* future, std::string_view creator);
/// ` created at file.py:3`, or nothing.
[[nodiscard]] std::string createdAtText(RunContext& run, Future* future);
/// Adds the entry `source_traceback` to what an exception handler gets, if it is known.
void addOrigin(RunContext& run, Dict* context, Future* future);

/// The same of a handle: (place, frames) of the scenario's code, as handles keep it. What asyncio
/// itself calls has no place there.
[[nodiscard]] Ref originOfHandle(RunContext& run, bool hasPlace);
/// The frames of what originOfHandle gave; none of anything else.
[[nodiscard]] Value framesOfOrigin(const Vm& vm, Value origin);

/// In debug mode, while it runs, coroutines remember where they are created
/// (BaseEventLoop._set_coroutine_origin_tracking).
void trackCoroutineOrigins(RunContext& run, EventLoop* loop, bool enabled);
/// ` Coroutine created at …`: what the warning that it was never awaited goes on with.
[[nodiscard]] std::string coroutineOriginText(RunContext& run, const Generator* coroutine);

/// So many of asyncio's own Python functions stand in CPython between the scenario's code and what
/// happens as long as this lives.
class ForeignFrame {
public:
    explicit ForeignFrame(RunContext& run, int count = 1);
    ~ForeignFrame();
    ForeignFrame(const ForeignFrame&) = delete;
    ForeignFrame& operator=(const ForeignFrame&) = delete;

private:
    RunContext& run_;
    int count_;
};

/// A loop runs: what it calls stands on the frame that called it, with asyncio's own between.
class LoopEntered {
public:
    explicit LoopEntered(RunContext& run);
    ~LoopEntered();
    LoopEntered(const LoopEntered&) = delete;
    LoopEntered& operator=(const LoopEntered&) = delete;

private:
    RunContext& run_;
    const Frame* caller_;
    int foreignFrames_;
};

/// Watches a step or callback: one that takes too long is reported at its end.
class SlownessWatch {
public:
    SlownessWatch(RunContext& run, EventLoop* loop, Object* taskOrHandle);
    ~SlownessWatch();
    SlownessWatch(const SlownessWatch&) = delete;
    SlownessWatch& operator=(const SlownessWatch&) = delete;

private:
    RunContext& run_;
    EventLoop* loop_;
    Ptr<Object> watched_;
    double begun_ = 0;
};

}  // namespace coroscope::loop
