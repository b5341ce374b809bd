#include "engine/loop/shield.h"

#include "engine/loop/bind_python.h"
#include "engine/loop/debug.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

/// shield.<locals>._inner_done_callback: what became of the inner future is handed on.
Status innerDone(RunContext& run, Object* target, Future* inner) {
    auto* outer = static_cast<Future*>(target);
    const bool cancelled = inner->state == Future::State::Cancelled;
    if (outer->state == Future::State::Cancelled) {
        if (!cancelled) inner->logTraceback = false;
        return kDone;
    }
    if (cancelled) {
        CORO_TRY(cancelFuture(run, outer, Value::none()));
        return kDone;
    }
    inner->logTraceback = false;
    if (outer->done()) return kDone;
    if (inner->exception()) return setException(run, outer, Ptr<Exception>(inner->exception()));
    return setResult(run, outer, inner->result);
}
constexpr NativeAction kInnerDone{
    innerDone, "shield.<locals>._inner_done_callback",
    "shield.<locals>._inner_done_callback() at /usr/lib/python3.11/asyncio/tasks.py:881", "inner"};

/// shield.<locals>._outer_done_callback: nobody waits for the inner one any more.
Status outerDone(RunContext&, Object* target, Future* outer) {
    auto* inner = static_cast<Future*>(target);
    if (!inner->done()) removeNativeCallback(inner, &kInnerDone, outer);
    return kDone;
}
constexpr NativeAction kOuterDone{
    outerDone, "shield.<locals>._outer_done_callback",
    "shield.<locals>._outer_done_callback() at /usr/lib/python3.11/asyncio/tasks.py:898", "outer"};

}  // namespace

Ref shieldFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"arg"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "shield", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    Ref inner = CORO_TRY(ensureOwnFuture(run, values[0], nullptr, "done"));
    auto* future = inner.as<Future>();
    if (future->done()) return inner;
    Ptr<Future> outer = CORO_TRY(createFuture(run, future->loop));
    rememberOrigin(run, outer.get(), "base_events.py:427");
    outer->waitKind = trace::WaitKind::Shield;
    if (future->type->isSubtypeOf(run.taskType))
        outer->waitBehind = static_cast<Task*>(future)->traceId;
    CORO_TRY(addNativeCallback(run, future, &kInnerDone, outer.get()));
    CORO_TRY(addNativeCallback(run, outer.get(), &kOuterDone, future));
    return std::move(outer).toRef();
}

}  // namespace coroscope::loop
