#include "engine/loop/condition.h"

#include <limits>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

Condition* self(const Arguments& a) { return a[0].as<Condition>(); }

Outcome<bool> isLocked(Vm& vm, Condition* condition) {
    return truth(vm, CORO_TRY(vm.call(condition->locked)));
}

/// `await self.acquire()`, to be driven.
Ref acquiring(Vm& vm, Condition* condition) {
    return getAwaitable(vm, CORO_TRY(vm.call(condition->acquire)));
}

bool pendingIsCancelled(const RunContext& run) {
    return !run.vm.stopped() && run.vm.pending &&
           run.vm.pending->type->isSubtypeOf(run.cancelledError);
}

/// The lock is taken again, however often that is cancelled. True: it was.
Async reacquire(RunContext& run, Ptr<Condition> condition) {
    bool cancelled = false;
    for (;;) {
        Ref lock = acquiring(run.vm, condition.get());
        if (lock.isRaised()) co_return Raised{};
        Ref taken = co_await Waiting{.iterator = lock, .owned = {lock, condition}};
        if (!taken.isRaised()) co_return Ref::boolean(cancelled);
        if (!pendingIsCancelled(run)) co_return Raised{};
        run.vm.pending.reset();
        cancelled = true;
    }
}

/// Condition.wait.
Async wait(RunContext& run, Ptr<Condition> condition) {
    Vm& vm = run.vm;
    auto held = isLocked(vm, condition.get());
    if (held.isRaised()) co_return Raised{};
    if (!*held) co_return raise(vm, vm.exc.RuntimeError, "cannot wait on un-acquired lock");
    if (vm.call(condition->release).isRaised()) co_return Raised{};
    auto made = makeWaiter(run, condition.get(), condition->kind);
    if (!made.isRaised()) {
        Ptr<Future> waiter = made.take();
        waiter->waitValue = condition->waitValue;
        condition->waiters.add(waiter);
        Ref notified = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, condition}};
        condition->waiters.remove(waiter.get());
    }
    if (vm.stopped()) co_return Raised{};
    Ptr<Exception> error = takePending(vm);
    Ref again = makeAsync(vm, "Condition.wait", reacquire(run, condition));
    Ref cancelled = co_await Waiting{.iterator = again, .owned = {again, condition, error}};
    if (cancelled.isRaised()) {
        if (error && vm.pending && !vm.pending->context) vm.pending->context = error;
        co_return Raised{};
    }
    if (cancelled.isTrue()) {
        Ptr<Exception> raised = makeException(vm, run.cancelledError, std::span<const Value>());
        if (!error) co_return raiseException(vm, std::move(raised));
        raised->context = std::move(error);
        vm.pending = std::move(raised);
        co_return Raised{};
    }
    if (error) {
        vm.pending = std::move(error);
        co_return Raised{};
    }
    co_return Ref::boolean(true);
}

Ref makeWait(RunContext& run, Ptr<Condition> condition) {
    return makeAsync(run.vm, "Condition.wait", wait(run, std::move(condition)));
}

/// Condition.wait_for.
Async waitFor(RunContext& run, Ptr<Condition> condition, Ref predicate) {
    for (;;) {
        Ref result = run.vm.call(predicate);
        if (result.isRaised()) co_return Raised{};
        auto holds = truth(run.vm, result);
        if (holds.isRaised()) co_return Raised{};
        if (*holds) co_return result;
        Ref waiting = makeWait(run, condition);
        Ref woken = co_await Waiting{.iterator = waiting, .owned = {waiting, condition, predicate}};
        if (woken.isRaised()) co_return Raised{};
    }
}

Async waitForNative(RunContext& run, Ptr<Condition> condition, std::function<bool()> predicate) {
    while (!predicate()) {
        Ref waiting = makeWait(run, condition);
        Ref woken = co_await Waiting{.iterator = waiting, .owned = {waiting, condition}};
        if (woken.isRaised()) co_return Raised{};
    }
    co_return Ref::boolean(true);
}

Async enter(RunContext& run, Ptr<Condition> condition) {
    Ref lock = acquiring(run.vm, condition.get());
    if (lock.isRaised()) co_return Raised{};
    Ref taken = co_await Waiting{.iterator = lock, .owned = {lock, condition}};
    if (taken.isRaised()) co_return Raised{};
    co_return Ref::none();
}

Status bindLock(Vm& vm, Condition* condition, Value lock) {
    condition->lock = lock;
    condition->locked = CORO_TRY(getAttribute(vm, lock, vm.intern("locked")));
    condition->acquire = CORO_TRY(getAttribute(vm, lock, vm.intern("acquire")));
    condition->release = CORO_TRY(getAttribute(vm, lock, vm.intern("release")));
    return kDone;
}

/// With a lock of its own, until __init__ gives it another one.
Ref construct(Vm& vm, Type* type, const Arguments&) {
    Ref lock = CORO_TRY(vm.call(Value(RunContext::of(vm).lockType)));
    Ptr<Condition> condition = makeInstance<Condition>(vm, type, vm.heap);
    CORO_TRY(bindLock(vm, condition.get(), lock));
    return std::move(condition).toRef();
}

Status init(Vm& vm, Value value, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"lock"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "Condition.__init__", a, {kNames, 0, 1}, values));
    if (values[0].isUnbound() || values[0].isNone()) return kDone;
    return bindLock(vm, value.as<Condition>(), values[0]);
}

Status checkMayNotify(Vm& vm, Condition* condition) {
    if (!CORO_TRY(isLocked(vm, condition)))
        return raise(vm, vm.exc.RuntimeError, "cannot notify on un-acquired lock");
    return kDone;
}

/// notify, notify_all.
Ref notifyChecked(Vm& vm, Condition* condition, std::int64_t count) {
    CORO_TRY(checkMayNotify(vm, condition));
    CORO_TRY(notify(RunContext::of(vm), condition, count));
    return Ref::none();
}

Ref notifyMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "n"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "Condition.notify", a, {kNames, 1, 2}, values));
    CORO_TRY(checkMayNotify(vm, self(a)));
    const std::int64_t count = values[1].isUnbound() ? 1 : CORO_TRY(asIndex(vm, values[1]));
    return notifyChecked(vm, self(a), count);
}

Ref waitForMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "predicate"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "Condition.wait_for", a, {kNames, 2, 2}, values));
    return makeAsync(vm, "Condition.wait_for",
                     waitFor(RunContext::of(vm), Ptr<Condition>(self(a)), values[1]));
}

}  // namespace

Outcome<Ptr<Condition>> makeCondition(RunContext& run, trace::WaitKind kind) {
    Ref made = CORO_TRY(run.vm.call(Value(run.conditionType)));
    made.as<Condition>()->kind = kind;
    return Ptr<Condition>(made.as<Condition>());
}

Ref waitUntil(RunContext& run, Ptr<Condition> condition, std::function<bool()> predicate) {
    return makeAsync(run.vm, "Condition.wait_for",
                     waitForNative(run, std::move(condition), std::move(predicate)));
}

Status notify(RunContext& run, Condition* condition, std::int64_t count) {
    for (; count > 0; --count) {
        Future* waiter = condition->waiters.firstPending();
        if (waiter == nullptr) break;
        CORO_TRY(setResult(run, waiter, Value::boolean(false)));
    }
    return kDone;
}

void initConditionType(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.locks.Condition";
    spec.instanceBytes = sizeof(Condition);
    spec.attributesOffset = offsetOfAttributes(&Condition::attributes);
    spec.slots.destroy = destroyAs<Condition>;
    spec.slots.traverse =
        traverseMembers<&Synchronizer::waiters, &Condition::lock, &Condition::locked,
                        &Condition::acquire, &Condition::release>;
    spec.slots.construct = construct;
    spec.slots.init = init;
    spec.slots.repr = [](Vm& v, Value value) -> Ref {
        const bool held = CORO_TRY(isLocked(v, value.as<Condition>()));
        return synchronizerRepr(v, value, held ? "locked" : "unlocked");
    };
    Type* type = run.conditionType = makeType(vm, spec);
    addGetter(vm, type, "locked", [](Vm&, Value value) { return value.as<Condition>()->locked; });
    addGetter(vm, type, "acquire", [](Vm&, Value value) { return value.as<Condition>()->acquire; });
    addGetter(vm, type, "release", [](Vm&, Value value) { return value.as<Condition>()->release; });
    addGetter(vm, type, "_waiters",
              [](Vm& v, Value value) { return lineView(v, value.as<Condition>()->waiters); });
    addBoundLoop(vm, type);
    addGetter(vm, type, "_lock", [](Vm&, Value value) { return value.as<Condition>()->lock; });
    addMethod(
        vm, type, "wait",
        [](Vm& v, const Arguments& a) {
            return makeWait(RunContext::of(v), Ptr<Condition>(self(a)));
        },
        1, 1);
    addMethod(vm, type, "wait_for", waitForMethod, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "notify", notifyMethod, 1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "notify_all",
        [](Vm& v, const Arguments& a) {
            return notifyChecked(v, self(a), std::numeric_limits<std::int64_t>::max());
        },
        1, 1);
    addMethod(
        vm, type, "__aenter__",
        [](Vm& v, const Arguments& a) {
            return makeAsync(v, "_ContextManagerMixin.__aenter__",
                             enter(RunContext::of(v), Ptr<Condition>(self(a))));
        },
        1, 1);
    addMethod(
        vm, type, "__aexit__",
        [](Vm& v, const Arguments& a) {
            return makeImmediate(
                v, "_ContextManagerMixin.__aexit__",
                [](Vm& inner, Value condition, Value) -> Ref {
                    CORO_TRY(inner.call(condition.as<Condition>()->release));
                    return Ref::none();
                },
                a[0]);
        },
        4, 4);
}

}  // namespace coroscope::loop
