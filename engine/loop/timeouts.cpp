#include "engine/loop/timeouts.h"

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/float.h"

namespace coroscope::loop {

namespace {

struct Timeout : Object {
    enum class State : std::uint8_t { Created, Entered, Expiring, Expired, Exited };
    Attributes attributes;
    State state = State::Created;
    Ref when;  ///< a number as it was given, or None
    Ptr<Handle> timer;
    Ptr<Task> task;
};

std::string_view stateText(Timeout::State state) {
    static constexpr std::string_view kTexts[] = {"created", "active", "expiring", "expired",
                                                  "finished"};
    return kTexts[static_cast<std::size_t>(state)];
}

/// Timeout._on_timeout.
Status expire(RunContext& run, Object* target, Future*) {
    auto* timeout = static_cast<Timeout*>(target);
    if (timeout->task) CORO_TRY(cancelFuture(run, timeout->task.get(), Value::none()));
    timeout->state = Timeout::State::Expiring;
    timeout->timer.reset();
    return kDone;
}
constexpr NativeAction kExpire{expire, "Timeout._on_timeout", "Timeout._on_timeout()"};

Status reschedule(Vm& vm, Timeout* timeout, Value when) {
    RunContext& run = RunContext::of(vm);
    if (timeout->state == Timeout::State::Created) {
        return raiseException(vm,
                              makeException(vm, vm.exc.AssertionError, std::span<const Value>()));
    }
    if (timeout->state != Timeout::State::Entered) {
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("Cannot change state of {} Timeout", stateText(timeout->state)));
    }
    timeout->when = Ref(when);
    if (timeout->timer) cancelHandle(run, timeout->timer.get());
    if (when.isNone()) {
        timeout->timer.reset();
        return kDone;
    }
    EventLoop* loop = CORO_TRY(getRunningLoop(run));
    if (CORO_TRY(compareTruth(vm, when, Value::ofFloat(CORO_TRY(timeOf(run, loop))),
                              Comparison::LessEqual))) {
        timeout->timer = CORO_TRY(callOwnSoon(run, loop, "call_soon", &kExpire, timeout));
        return kDone;
    }
    const double at = CORO_TRY(asDouble(vm, when));
    const trace::TaskId limited = timeout->task ? timeout->task->traceId : trace::TaskId();
    timeout->timer = CORO_TRY(callAtTime(
        run, loop, when, at, {&kExpire, timeout, trace::TimerFor::Timeout, limited.value}));
    return kDone;
}

Ref enter(Vm& vm, Value self, Value) {
    auto* timeout = self.as<Timeout>();
    RunContext& run = RunContext::of(vm);
    timeout->state = Timeout::State::Entered;
    timeout->task = Ptr<Task>(run.currentTask);
    if (!timeout->task)
        return raise(vm, vm.exc.RuntimeError, "Timeout should be used inside a task");
    Ref when = timeout->when;
    CORO_TRY(reschedule(vm, timeout, when));
    return self;
}

Ref leave(Vm& vm, Value self, Value exceptionType) {
    auto* timeout = self.as<Timeout>();
    RunContext& run = RunContext::of(vm);
    if (timeout->state != Timeout::State::Entered && timeout->state != Timeout::State::Expiring) {
        return raiseException(vm,
                              makeException(vm, vm.exc.AssertionError, std::span<const Value>()));
    }
    if (timeout->timer) cancelHandle(run, timeout->timer.get());
    timeout->timer.reset();
    if (timeout->state == Timeout::State::Entered) {
        timeout->state = Timeout::State::Exited;
        return Ref::none();
    }
    timeout->state = Timeout::State::Expired;
    Task* task = timeout->task.get();
    if (task->cancelRequests > 0) --task->cancelRequests;
    if (task->cancelRequests == 0 && exceptionType.isObject() &&
        exceptionType.object == run.cancelledError) {
        Ptr<Exception> error = makeException(vm, vm.exc.TimeoutError, std::span<const Value>());
        error->holds = Ptr<Object>(timeout);  // `self` of the frame that raises it
        return raiseException(vm, std::move(error));
    }
    return Ref::none();
}

/// round(when, 3), as the repr shows it.
Ref reprOf(Vm& vm, Value value) {
    auto* timeout = value.as<Timeout>();
    std::string info;
    if (timeout->state == Timeout::State::Entered) {
        Ref shown = timeout->when;
        if (shown.isFloat()) shown = roundDouble(vm, shown.get().real, 3);
        info = fmt::format(" when={}", CORO_TRY(strText(vm, shown)));
    }
    return newStr(vm, fmt::format("<Timeout [{}]{}>", stateText(timeout->state), info));
}

Ref makeTimeout(RunContext& run, Type* type, Ref when) {
    Ptr<Timeout> timeout = makeInstance<Timeout>(run.vm, type);
    timeout->when = std::move(when);
    return std::move(timeout).toRef();
}

Ref construct(Vm& vm, Type* type, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"when"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "Timeout.__init__", a, {kNames, 1, 1}, values));
    return makeTimeout(RunContext::of(vm), type, values[0]);
}

}  // namespace

Ref timeoutFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"delay"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "timeout", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = CORO_TRY(getRunningLoop(run));
    if (values[0].isNone()) return makeTimeout(run, run.timeoutType, Ref::none());
    const Value now = Value::ofFloat(CORO_TRY(timeOf(run, loop)));
    Ref when = CORO_TRY(binary(vm, Operator::Add, now, values[0]));
    return makeTimeout(run, run.timeoutType, std::move(when));
}

Ref timeoutAtFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"when"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "timeout_at", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    return makeTimeout(run, run.timeoutType, values[0]);
}

void initTimeoutType(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.timeouts.Timeout";
    spec.instanceBytes = sizeof(Timeout);
    spec.attributesOffset = offsetOfAttributes(&Timeout::attributes);
    spec.slots.destroy = destroyAs<Timeout>;
    spec.slots.traverse = traverseMembers<&Timeout::when, &Timeout::timer, &Timeout::task>;
    spec.slots.construct = construct;
    spec.slots.init = [](Vm&, Value, const Arguments&) -> Status { return kDone; };
    spec.slots.repr = reprOf;
    run.timeoutType = makeType(vm, spec);
    Type* type = run.timeoutType;
    addGetter(vm, type, "_state", [](Vm& v, Value value) {
        const Ref text = newStr(v, stateText(value.as<Timeout>()->state));
        return makeOf(v, "_asyncio_views", "TimeoutState", {text});
    });
    addGetter(vm, type, "_when", [](Vm&, Value value) { return value.as<Timeout>()->when; });
    addGetter(vm, type, "_task",
              [](Vm&, Value value) { return orNone(value.as<Timeout>()->task.get()); });
    addGetter(vm, type, "_timeout_handler",
              [](Vm&, Value value) { return orNone(value.as<Timeout>()->timer.get()); });
    addMethod(
        vm, type, "when", [](Vm&, const Arguments& a) { return a[0].as<Timeout>()->when; }, 1, 1);
    addMethod(
        vm, type, "expired",
        [](Vm&, const Arguments& a) {
            const Timeout::State state = a[0].as<Timeout>()->state;
            return Ref::boolean(state == Timeout::State::Expiring ||
                                state == Timeout::State::Expired);
        },
        1, 1);
    addMethod(
        vm, type, "reschedule",
        [](Vm& v, const Arguments& a) -> Ref {
            static constexpr std::string_view kNames[] = {"self", "when"};
            Value values[2];
            CORO_TRY(bindLikePython(v, "Timeout.reschedule", a, {kNames, 2, 2}, values));
            CORO_TRY(reschedule(v, values[0].as<Timeout>(), values[1]));
            return Ref::none();
        },
        1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "__aenter__",
        [](Vm& v, const Arguments& a) {
            return makeImmediate(v, "Timeout.__aenter__", enter, a[0]);
        },
        1, 1);
    addMethod(
        vm, type, "__aexit__",
        [](Vm& v, const Arguments& a) {
            return makeImmediate(v, "Timeout.__aexit__", leave, a[0], a[1]);
        },
        4, 4);
}

bool isLimitOf(const RunContext& run, const Object* object, const Task* task) {
    return object != nullptr && object->type == run.timeoutType &&
           static_cast<const Timeout*>(object)->task.get() == task;
}

}  // namespace coroscope::loop
