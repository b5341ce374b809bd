// asyncio.Condition (Lib/asyncio/locks.py).
#pragma once

#include <functional>

#include "engine/loop/locks.h"

namespace coroscope::loop {

struct Condition : Synchronizer {
    using Synchronizer::Synchronizer;
    Ref lock;
    Ref locked, acquire, release;  ///< its methods, bound, as CPython's Condition keeps them
    /// What the trace calls a wait for it: a barrier's own condition is no condition to users.
    trace::WaitKind kind = trace::WaitKind::Condition;
    double waitValue = 0;  ///< of that kind: a barrier's parties
};

/// A condition with a lock of its own. Raised: never, but for a run that was stopped.
[[nodiscard]] Outcome<Ptr<Condition>> makeCondition(RunContext& run, trace::WaitKind kind);
/// The coroutine of `Condition.wait_for`, with a predicate of our own.
[[nodiscard]] Ref waitUntil(RunContext& run, Ptr<Condition> condition,
                            std::function<bool()> predicate);
/// Wakes up to `count` of those who wait; the lock is held by the caller.
Status notify(RunContext& run, Condition* condition, std::int64_t count);

/// Makes RunContext::conditionType.
void initConditionType(RunContext& run);

}  // namespace coroscope::loop
