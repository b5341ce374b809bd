#include "engine/loop/barrier.h"

#include <limits>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

struct Barrier : Synchronizer {
    using Synchronizer::Synchronizer;
    enum class State : std::uint8_t { Filling, Draining, Resetting, Broken };
    State state = State::Filling;
    Ref parties;             ///< a number as it was given
    std::int64_t count = 0;  ///< tasks inside
    Ptr<Condition> changed;
};

Barrier* self(const Arguments& a) { return a[0].as<Barrier>(); }

Status notifyAll(RunContext& run, Barrier* barrier) {
    return notify(run, barrier->changed.get(), std::numeric_limits<std::int64_t>::max());
}

Ref acquiring(Vm& vm, Barrier* barrier) {
    return getAwaitable(vm, CORO_TRY(vm.call(barrier->changed->acquire)));
}

/// Lets the condition's lock go; what is pending already stays so.
Status releaseLock(Vm& vm, Barrier* barrier) {
    Ptr<Exception> error = takePending(vm);
    Ref released = vm.call(barrier->changed->release);
    if (released.isRaised()) return Raised{};
    vm.pending = std::move(error);
    return kDone;
}

/// Barrier._exit, after one that was inside has left.
Status left(RunContext& run, Barrier* barrier) {
    if (--barrier->count > 0) return kDone;
    if (barrier->state == Barrier::State::Resetting || barrier->state == Barrier::State::Draining)
        barrier->state = Barrier::State::Filling;
    return notifyAll(run, barrier);
}

Raised broken(RunContext& run, std::string_view message) {
    return raise(run.vm, run.brokenBarrierError, message);
}

/// Barrier._wait: until the barrier is full, or will never be.
Async waitFull(RunContext& run, Ptr<Barrier> barrier) {
    Ref filled = waitUntil(run, barrier->changed,
                           [raw = barrier.get()] { return raw->state != Barrier::State::Filling; });
    Ref result = co_await Waiting{.iterator = filled, .owned = {filled, barrier}};
    if (result.isRaised()) co_return Raised{};
    if (barrier->state == Barrier::State::Broken || barrier->state == Barrier::State::Resetting)
        co_return broken(run, "Abort or reset of barrier");
    co_return Ref::none();
}

/// Barrier.wait with the condition's lock held.
Async waitInside(RunContext& run, Ptr<Barrier> barrier) {
    Vm& vm = run.vm;
    Ref calm = waitUntil(run, barrier->changed, [raw = barrier.get()] {
        return raw->state != Barrier::State::Draining && raw->state != Barrier::State::Resetting;
    });
    Ref result = co_await Waiting{.iterator = calm, .owned = {calm, barrier}};
    if (result.isRaised()) co_return Raised{};
    if (barrier->state == Barrier::State::Broken) co_return broken(run, "Barrier aborted");
    const std::int64_t index = barrier->count++;
    auto last = compareTruth(vm, Value::ofInt(index + 1), barrier->parties, Comparison::Equal);
    Ref waited = last.isRaised() ? Ref(Raised{}) : Ref::none();
    if (!waited.isRaised()) {
        if (*last) {
            barrier->state = Barrier::State::Draining;
            if (notifyAll(run, barrier.get()).isRaised()) waited = Ref(Raised{});
        } else {
            Ref waiting = makeAsync(vm, "Barrier._wait", waitFull(run, barrier));
            waited = co_await Waiting{.iterator = waiting, .owned = {waiting, barrier}};
        }
    }
    if (vm.stopped()) co_return Raised{};
    if (left(run, barrier.get()).isRaised() || waited.isRaised()) co_return Raised{};
    co_return Ref::ofInt(index);
}

Async wait(RunContext& run, Ptr<Barrier> barrier) {
    Ref lock = acquiring(run.vm, barrier.get());
    if (lock.isRaised()) co_return Raised{};
    Ref taken = co_await Waiting{.iterator = lock, .owned = {lock, barrier}};
    if (taken.isRaised()) co_return Raised{};
    Ref inside = makeAsync(run.vm, "Barrier.wait", waitInside(run, barrier));
    Ref result = co_await Waiting{.iterator = inside, .owned = {inside, lock, barrier}};
    if (run.vm.stopped()) co_return Raised{};
    if (releaseLock(run.vm, barrier.get()).isRaised()) co_return Raised{};
    co_return result;
}

/// Barrier.reset and abort: a change of state under the condition's lock.
Async change(RunContext& run, Ptr<Barrier> barrier, bool isAbort) {
    Ref lock = acquiring(run.vm, barrier.get());
    if (lock.isRaised()) co_return Raised{};
    Ref taken = co_await Waiting{.iterator = lock, .owned = {lock, barrier}};
    if (taken.isRaised()) co_return Raised{};
    barrier->state = isAbort              ? Barrier::State::Broken
                     : barrier->count > 0 ? Barrier::State::Resetting
                                          : Barrier::State::Filling;
    if (notifyAll(run, barrier.get()).isRaised()) co_return Raised{};
    if (releaseLock(run.vm, barrier.get()).isRaised()) co_return Raised{};
    co_return Ref::none();
}

/// For one party, until __init__ says for how many.
Ref construct(Vm& vm, Type* type, const Arguments&) {
    Ptr<Barrier> barrier = makeInstance<Barrier>(vm, type, vm.heap);
    barrier->parties = Ref::ofInt(1);
    barrier->changed = CORO_TRY(makeCondition(RunContext::of(vm), trace::WaitKind::Barrier));
    return std::move(barrier).toRef();
}

Status init(Vm& vm, Value value, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"parties"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "Barrier.__init__", a, {kNames, 1, 1}, values));
    if (CORO_TRY(compareTruth(vm, values[0], Value::ofInt(1), Comparison::Less)))
        return raise(vm, vm.exc.ValueError, "parties must be > 0");
    auto* barrier = value.as<Barrier>();
    barrier->parties = values[0];
    if (values[0].isSmallInt())
        barrier->changed->waitValue = static_cast<double>(values[0].integer);
    return kDone;
}

std::int64_t waitingCount(const Barrier* barrier) {
    return barrier->state == Barrier::State::Filling ? barrier->count : 0;
}

Ref reprOf(Vm& vm, Value value) {
    static constexpr std::string_view kStates[] = {"filling", "draining", "resetting", "broken"};
    auto* barrier = value.as<Barrier>();
    std::string text(kStates[static_cast<std::size_t>(barrier->state)]);
    if (barrier->state != Barrier::State::Broken) {
        text += fmt::format(", waiters:{}/{}", waitingCount(barrier),
                            CORO_TRY(strText(vm, barrier->parties)));
    }
    return synchronizerRepr(vm, value, text);
}

Ref makeWait(Vm& vm, Value barrier) {
    return makeAsync(vm, "Barrier.wait",
                     wait(RunContext::of(vm), Ptr<Barrier>(barrier.as<Barrier>())));
}

void addMethods(Vm& vm, Type* type) {
    addMethod(
        vm, type, "wait", [](Vm& v, const Arguments& a) { return makeWait(v, a[0]); }, 1, 1);
    addMethod(
        vm, type, "reset",
        [](Vm& v, const Arguments& a) {
            return makeAsync(v, "Barrier.reset",
                             change(RunContext::of(v), Ptr<Barrier>(self(a)), false));
        },
        1, 1);
    addMethod(
        vm, type, "abort",
        [](Vm& v, const Arguments& a) {
            return makeAsync(v, "Barrier.abort",
                             change(RunContext::of(v), Ptr<Barrier>(self(a)), true));
        },
        1, 1);
    addMethod(
        vm, type, "__aenter__", [](Vm& v, const Arguments& a) { return makeWait(v, a[0]); }, 1, 1);
    addMethod(
        vm, type, "__aexit__",
        [](Vm& v, const Arguments& a) {
            return makeImmediate(
                v, "Barrier.__aexit__", [](Vm&, Value, Value) { return Ref::none(); }, a[0]);
        },
        1, kAnyCount);
    addGetter(vm, type, "parties", [](Vm&, Value value) { return value.as<Barrier>()->parties; });
    addGetter(vm, type, "_parties", [](Vm&, Value value) { return value.as<Barrier>()->parties; });
    addGetter(vm, type, "_state", [](Vm& v, Value value) {
        static constexpr std::string_view kTexts[] = {"filling", "draining", "resetting", "broken"};
        const auto state = static_cast<std::size_t>(value.as<Barrier>()->state);
        return makeOf(v, "_asyncio_views", "BarrierState", {Value(v.intern(kTexts[state]))});
    });
    addBoundLoop(vm, type);
    addGetter(vm, type, "_cond",
              [](Vm&, Value value) { return orNone(value.as<Barrier>()->changed.get()); });
    addGetter(vm, type, "_count",
              [](Vm&, Value value) { return Ref::ofInt(value.as<Barrier>()->count); });
    addGetter(vm, type, "n_waiting",
              [](Vm&, Value value) { return Ref::ofInt(waitingCount(value.as<Barrier>())); });
    addGetter(vm, type, "broken", [](Vm&, Value value) {
        return Ref::boolean(value.as<Barrier>()->state == Barrier::State::Broken);
    });
}

}  // namespace

void initBarrierType(RunContext& run) {
    TypeSpec spec;
    spec.name = "asyncio.locks.Barrier";
    spec.instanceBytes = sizeof(Barrier);
    spec.attributesOffset = offsetOfAttributes(&Barrier::attributes);
    spec.slots.destroy = destroyAs<Barrier>;
    spec.slots.traverse =
        traverseMembers<&Synchronizer::waiters, &Barrier::parties, &Barrier::changed>;
    spec.slots.construct = construct;
    spec.slots.init = init;
    spec.slots.repr = reprOf;
    run.barrierType = makeType(run.vm, spec);
    addMethods(run.vm, run.barrierType);
}

}  // namespace coroscope::loop
