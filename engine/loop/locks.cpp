#include "engine/loop/locks.h"

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/debug.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

// --- what they share -----------------------------------------------------------------------------

namespace {

trace::ObjectId idOf(RunContext& run, Synchronizer* owner) {
    if (!owner->id.valid()) owner->id = run.recorder.newObject();
    return owner->id;
}

Status bindLoop(RunContext& run, Synchronizer* owner) {
    Vm& vm = run.vm;
    if (!run.runningLoop) return raise(vm, vm.exc.RuntimeError, "no running event loop");
    if (!owner->loop) owner->loop = run.runningLoop;
    if (owner->loop == run.runningLoop) return kDone;
    return raise(
        vm, vm.exc.RuntimeError,
        fmt::format("{} is bound to a different event loop", CORO_TRY(reprText(vm, Value(owner)))));
}

bool pendingIs(const Vm& vm, const Type* type) {
    return !vm.stopped() && vm.pending && vm.pending->type->isSubtypeOf(type);
}

void recordAcquired(RunContext& run, Synchronizer* owner, trace::WaitKind kind,
                    std::int64_t left = 0) {
    run.recorder.acquired(run.clock.now(), run.currentTraceTask(), idOf(run, owner), kind,
                          run.place(), left);
}
void recordReleased(RunContext& run, Synchronizer* owner, trace::WaitKind kind,
                    std::int64_t left = 0) {
    run.recorder.released(run.clock.now(), run.currentTraceTask(), idOf(run, owner), kind,
                          run.place(), left);
}

template <class T>
void addType(RunContext& run, Type* RunContext::*field, std::string_view name, Type* base,
             Status (*init)(Vm&, Value, const Arguments&), Ref (*repr)(Vm&, Value)) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.instanceBytes = sizeof(T);
    spec.attributesOffset = offsetOfAttributes(&T::attributes);
    spec.slots.destroy = destroyAs<T>;
    spec.slots.traverse = traverseMembers<&Synchronizer::waiters>;
    spec.slots.construct = constructEmpty<T>;
    spec.slots.init = init;
    spec.slots.repr = repr;
    run.*field = makeType(run.vm, spec);
    if (!base) addBoundLoop(run.vm, run.*field);
}

template <class T>
T* self(const Arguments& a) {
    return a[0].as<T>();
}

}  // namespace

namespace {

/// `async with` of a class of the scenario's own: by its acquire() and release().
Async enterByMethod(Vm& vm, Ref itself) {
    Ref acquiring = vm.callMethod(itself, vm.intern("acquire"));
    if (acquiring.isRaised()) co_return Raised{};
    Ref iterator = getAwaitable(vm, acquiring);
    if (iterator.isRaised()) co_return Raised{};
    Ref taken = co_await Waiting{.iterator = iterator, .owned = {iterator, acquiring, itself}};
    if (taken.isRaised()) co_return Raised{};
    co_return Ref::none();
}
Ref leaveByMethod(Vm& vm, Value itself, Value) {
    CORO_TRY(vm.callMethod(itself, vm.intern("release")));
    return Ref::none();
}
bool isOfOwnClass(const Arguments& a) { return a[0].object->type->has(kTypeIsClass); }

}  // namespace

Outcome<Ptr<Future>> makeWaiter(RunContext& run, Synchronizer* owner, trace::WaitKind kind) {
    CORO_TRY(bindLoop(run, owner));
    Ptr<Future> waiter = CORO_TRY(createFuture(run, owner->loop));
    waiter->waitKind = kind;
    waiter->id = idOf(run, owner);
    return waiter;
}

void addBoundLoop(Vm& vm, Type* type) {
    addGetter(vm, type, "_loop",
              [](Vm&, Value value) { return orNone(value.as<Synchronizer>()->loop); });
}

Ref synchronizerRepr(Vm& vm, Value value, std::string_view state) {
    auto* owner = value.as<Synchronizer>();
    const Type* type = owner->type;
    std::string text = fmt::format("{}", state);
    if (!owner->waiters.empty()) text += fmt::format(", waiters:{}", owner->waiters.size());
    const Value module = dictGetStr(type->dict, vm.names.__module__);
    const std::string prefix = isStr(module) ? std::string(viewOf(module)) + "." : std::string();
    return newStr(vm, fmt::format("<{}{} object at {:#x} [{}]>", prefix,
                                  type->qualifiedName->view(), vm.idOf(value), text));
}

namespace {

// --- What Lock and Semaphore have in common -------------------------------------------------

/// What a coroutine that takes something gives: True from acquire(), None from __aenter__.
enum class Gives : std::uint8_t { True, None };
Ref given(Gives what) { return what == Gives::True ? Ref::boolean(true) : Ref::none(); }

/// The coroutine that takes a T, once it is its turn: T's tryTake(), turnCame() and turnLost().
template <class T>
class Acquiring final : public NativeBody {
public:
    Acquiring(T* owner, Gives result) : owner_(owner), result_(result) {}

    /// Queues up, where nobody could tell that the coroutine has not been resumed for it.
    static AtOnce queueUp(Vm& vm, Literal name, T* owner, Gives result, FirstStep& step) {
        RunContext& run = RunContext::of(vm);
        if (!run.runningLoop || (owner->loop && owner->loop != run.runningLoop)) return AtOnce::No;
        Ptr<Generator> coroutine = makeNativeCoroutine<Acquiring>(vm, name, owner, result);
        auto* body = static_cast<Acquiring*>(coroutine->body());
        step.value = body->queueUp(run).value;  // it cannot fail: this is the lock's loop
        coroutine->state = Generator::State::Suspended;
        coroutine->awaited = true;
        step.waiting = std::move(coroutine).toRef();
        return AtOnce::Yielded;
    }

    StepOutcome resume(Vm& vm, Value, Exception* exception) override {
        RunContext& run = RunContext::of(vm);
        if (!waiter_) {
            if (tryTake(run, owner_.get())) return StepOutcome::returned(given(result_));
            return queueUp(run);
        }
        if (exception) {
            owner_->waiters.remove(waiter_.get());
            raiseException(vm, Ptr<Exception>(exception));
            if (pendingIs(vm, run.cancelledError)) turnLost(run, owner_.get(), waiter_.get());
            return Raised{};
        }
        if (!waiter_->done()) {  // resumed by hand
            waiter_->blocking = true;
            return StepOutcome::yielded(waiter_.toRef());
        }
        Ref woken = futureResult(run, waiter_.get());
        owner_->waiters.remove(waiter_.get());
        if (woken.isRaised()) {
            if (pendingIs(vm, run.cancelledError)) turnLost(run, owner_.get(), waiter_.get());
            return Raised{};
        }
        CORO_TRY(turnCame(run, owner_.get()));
        return StepOutcome::returned(given(result_));
    }
    [[nodiscard]] Value awaiting() const override { return waiter_ ? waiter_.value() : Value(); }
    void traverse(const Visitor& visit) const override {
        visit(owner_);
        visit(waiter_);
    }

private:
    StepOutcome queueUp(RunContext& run) {
        waiter_ = CORO_TRY(makeWaiter(run, owner_.get(), T::kWaitKind));
        waiter_->blocking = true;
        owner_->waiters.add(waiter_);
        return StepOutcome::yielded(waiter_.toRef());
    }

    Ptr<T> owner_;
    Ptr<Future> waiter_;
    Gives result_;
};

/// `await owner.acquire()` and the like: where it is free there is no coroutine.
template <class T>
AtOnce takeAtOnce(Vm& vm, Literal name, T* owner, Gives result, FirstStep& step) {
    if (!tryTake(RunContext::of(vm), owner))
        return Acquiring<T>::queueUp(vm, name, owner, result, step);
    return doneAtOnce(step, given(result));
}

constexpr Literal kEnterName{"_ContextManagerMixin.__aenter__"};
constexpr Literal kLeaveName{"_ContextManagerMixin.__aexit__"};

/// `locked`, `acquire`, `release`, and `async with` (Lib/asyncio/locks.py: _ContextManagerMixin),
/// made of T's Acquiring, tryTake(), mayRelease(), releaseOnce() and isLocked().
template <class T>
void addAcquiring(Vm& vm, Type* type) {
    addMethod(
        vm, type, "locked",
        [](Vm&, const Arguments& a) { return Ref::boolean(isLocked(self<T>(a))); }, 1, 1);
    addAwaitedMethod(
        vm, type, "acquire",
        [](Vm& v, const Arguments& a) {
            return makeNativeCoroutine<Acquiring<T>>(v, T::kAcquireName, self<T>(a), Gives::True)
                .toRef();
        },
        [](Vm& v, const Arguments& a, FirstStep& step) {
            return takeAtOnce(v, T::kAcquireName, self<T>(a), Gives::True, step);
        },
        1, 1);
    addMethod(
        vm, type, "release",
        [](Vm& v, const Arguments& a) -> Ref {
            CORO_TRY(releaseOnce(RunContext::of(v), self<T>(a)));
            return Ref::none();
        },
        1, 1);
    addAwaitedMethod(
        vm, type, "__aenter__",
        [](Vm& v, const Arguments& a) {
            if (isOfOwnClass(a)) return makeAsync(v, kEnterName, enterByMethod(v, a[0]));
            return makeNativeCoroutine<Acquiring<T>>(v, kEnterName, self<T>(a), Gives::None)
                .toRef();
        },
        [](Vm& v, const Arguments& a, FirstStep& step) {
            if (isOfOwnClass(a)) return AtOnce::No;
            return takeAtOnce(v, kEnterName, self<T>(a), Gives::None, step);
        },
        1, 1);
    addAwaitedMethod(
        vm, type, "__aexit__",
        [](Vm& v, const Arguments& a) {
            if (isOfOwnClass(a)) return makeImmediate(v, kLeaveName, leaveByMethod, a[0]);
            return makeImmediate(
                v, kLeaveName,
                [](Vm& inner, Value held, Value) -> Ref {
                    CORO_TRY(releaseOnce(RunContext::of(inner), held.as<T>()));
                    return Ref::none();
                },
                a[0]);
        },
        [](Vm& v, const Arguments& a, FirstStep& step) {
            if (isOfOwnClass(a) || !mayRelease(self<T>(a))) return AtOnce::No;
            static_cast<void>(releaseOnce(RunContext::of(v), self<T>(a)));
            return doneAtOnce(step, Ref::none());
        },
        4, 4);
}

// --- Lock -----------------------------------------------------------------------------------

struct Lock : Synchronizer {
    using Synchronizer::Synchronizer;
    static constexpr Literal kAcquireName{"Lock.acquire"};
    static constexpr trace::WaitKind kWaitKind = trace::WaitKind::Lock;
    bool locked = false;
};

bool isLocked(const Lock* lock) { return lock->locked; }

bool canTake(const Lock* lock) {
    return !lock->locked && lock->waiters.firstNotCancelled() == nullptr;
}

bool tryTake(RunContext& run, Lock* lock) {
    if (!canTake(lock)) return false;
    lock->locked = true;
    recordAcquired(run, lock, trace::WaitKind::Lock);
    return true;
}

/// Lock._wake_up_first: one that is done already will see to the next itself.
Status wakeFirst(RunContext& run, Lock* lock) {
    if (lock->waiters.empty()) return kDone;
    const ForeignFrame itselfAndCaller(run, 2);
    Ptr<Future> first = lock->waiters.front();
    return first->done() ? Status(kDone) : setResult(run, first.get(), Value::boolean(true));
}

Status turnCame(RunContext& run, Lock* lock) {
    lock->locked = true;
    recordAcquired(run, lock, trace::WaitKind::Lock);
    return kDone;
}

/// Cancelled while it waited, or just after it was woken: then the next one's turn has come.
void turnLost(RunContext& run, Lock* lock, Future*) {
    if (!lock->locked) static_cast<void>(wakeFirst(run, lock));  // it ends with an error anyway
}

bool mayRelease(const Lock* lock) { return lock->locked; }

Status releaseOnce(RunContext& run, Lock* lock) {
    if (!mayRelease(lock)) return raise(run.vm, run.vm.exc.RuntimeError, "Lock is not acquired.");
    lock->locked = false;
    recordReleased(run, lock, trace::WaitKind::Lock);
    CORO_TRY(wakeFirst(run, lock));
    return kDone;
}

Status lockInit(Vm& vm, Value, const Arguments& a) {
    return bindLikePython(vm, "Lock.__init__", a, {}, {});
}

void addLock(RunContext& run) {
    addType<Lock>(run, &RunContext::lockType, "asyncio.locks.Lock", nullptr, lockInit,
                  [](Vm& v, Value value) {
                      return synchronizerRepr(v, value,
                                              value.as<Lock>()->locked ? "locked" : "unlocked");
                  });
    addAcquiring<Lock>(run.vm, run.lockType);
    addGetter(run.vm, run.lockType, "_locked",
              [](Vm&, Value value) { return Ref::boolean(value.as<Lock>()->locked); });
    addGetter(run.vm, run.lockType, "_waiters",
              [](Vm& v, Value value) { return lineView(v, value.as<Lock>()->waiters, true); });
}

// --- Event ----------------------------------------------------------------------------------

struct Event : Synchronizer {
    using Synchronizer::Synchronizer;
    bool value = false;
};

Async waitEvent(RunContext& run, Ptr<Event> event) {
    if (event->value) co_return Ref::boolean(true);
    auto made = makeWaiter(run, event.get(), trace::WaitKind::Event);
    if (made.isRaised()) co_return Raised{};
    Ptr<Future> waiter = made.take();
    event->waiters.add(waiter);
    Ref woken = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, event}};
    event->waiters.remove(waiter.get());
    if (woken.isRaised()) co_return Raised{};
    co_return Ref::boolean(true);
}

Ref setEvent(Vm& vm, const Arguments& a) {
    auto* event = self<Event>(a);
    if (event->value) return Ref::none();
    event->value = true;
    RunContext& run = RunContext::of(vm);
    recordReleased(run, event, trace::WaitKind::Event, true);
    const ForeignFrame itself(run);
    while (Future* waiter = event->waiters.firstPending())
        CORO_TRY(setResult(run, waiter, Value::boolean(true)));
    return Ref::none();
}

Status eventInit(Vm& vm, Value, const Arguments& a) {
    return bindLikePython(vm, "Event.__init__", a, {}, {});
}

void addEvent(RunContext& run) {
    Vm& vm = run.vm;
    addType<Event>(run, &RunContext::eventType, "asyncio.locks.Event", nullptr, eventInit,
                   [](Vm& v, Value value) {
                       return synchronizerRepr(v, value,
                                               value.as<Event>()->value ? "set" : "unset");
                   });
    Type* type = run.eventType;
    addGetter(vm, type, "_value",
              [](Vm&, Value value) { return Ref::boolean(value.as<Event>()->value); });
    addGetter(vm, type, "_waiters",
              [](Vm& v, Value value) { return lineView(v, value.as<Event>()->waiters); });
    addMethod(
        vm, type, "is_set",
        [](Vm&, const Arguments& a) { return Ref::boolean(self<Event>(a)->value); }, 1, 1);
    addMethod(vm, type, "set", setEvent, 1, 1);
    addMethod(
        vm, type, "clear",
        [](Vm& v, const Arguments& a) {
            auto* event = self<Event>(a);
            if (event->value) {
                recordReleased(RunContext::of(v), event, trace::WaitKind::Event, false);
            }
            event->value = false;
            return Ref::none();
        },
        1, 1);
    addAwaitedMethod(
        vm, type, "wait",
        [](Vm& v, const Arguments& a) {
            return makeAsync(v, "Event.wait",
                             waitEvent(RunContext::of(v), Ptr<Event>(self<Event>(a))));
        },
        [](Vm&, const Arguments& a, FirstStep& step) {
            return self<Event>(a)->value ? doneAtOnce(step, Ref::boolean(true)) : AtOnce::No;
        },
        1, 1);
}

// --- Semaphore ------------------------------------------------------------------------------

struct Semaphore : Synchronizer {
    using Synchronizer::Synchronizer;
    static constexpr Literal kAcquireName{"Semaphore.acquire"};
    static constexpr trace::WaitKind kWaitKind = trace::WaitKind::Semaphore;
    std::int64_t value = 1;
    std::int64_t bound = -1;  ///< of a BoundedSemaphore
};

bool isLocked(const Semaphore* semaphore) {
    return semaphore->value == 0 || semaphore->waiters.firstNotCancelled() != nullptr;
}

bool tryTake(RunContext& run, Semaphore* semaphore) {
    if (isLocked(semaphore)) return false;
    --semaphore->value;
    recordAcquired(run, semaphore, trace::WaitKind::Semaphore, semaphore->value);
    return true;
}

/// Semaphore._wake_up_next.
Status wakeNext(RunContext& run, Semaphore* semaphore) {
    const ForeignFrame itselfAndCaller(run, 2);
    Future* waiter = semaphore->waiters.firstPending();
    if (waiter == nullptr) return kDone;
    --semaphore->value;
    return setResult(run, waiter, Value::boolean(true));
}

/// Who woke it has counted the permit already.
Status turnCame(RunContext& run, Semaphore* semaphore) {
    if (semaphore->value > 0) CORO_TRY(wakeNext(run, semaphore));
    recordAcquired(run, semaphore, trace::WaitKind::Semaphore, semaphore->value);
    return kDone;
}

/// Cancelled after it was woken: its permit goes to the next.
void turnLost(RunContext& run, Semaphore* semaphore, Future* waiter) {
    if (waiter->state == Future::State::Cancelled) return;
    ++semaphore->value;
    static_cast<void>(wakeNext(run, semaphore));  // it ends with an error anyway
}

bool mayRelease(const Semaphore* semaphore) {
    return semaphore->bound < 0 || semaphore->value < semaphore->bound;
}

Status releaseOnce(RunContext& run, Semaphore* semaphore) {
    if (!mayRelease(semaphore)) {
        return raise(run.vm, run.vm.exc.ValueError, "BoundedSemaphore released too many times");
    }
    ++semaphore->value;
    recordReleased(run, semaphore, trace::WaitKind::Semaphore, semaphore->value);
    return wakeNext(run, semaphore);
}

Status semaphoreInit(Vm& vm, Value value, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"value"};
    Value values[1];
    RunContext& run = RunContext::of(vm);
    auto* semaphore = value.as<Semaphore>();
    const bool bounded = semaphore->type->isSubtypeOf(run.boundedSemaphoreType);
    CORO_TRY(bindLikePython(vm, bounded ? "BoundedSemaphore.__init__" : "Semaphore.__init__", a,
                            {kNames, 0, 1}, values));
    const Value given = values[0].isUnbound() ? Value::ofInt(1) : values[0];
    if (CORO_TRY(compareTruth(vm, given, Value::ofInt(0), Comparison::Less)))
        return raise(vm, vm.exc.ValueError, "Semaphore initial value must be >= 0");
    const std::int64_t start = CORO_TRY(asIndex(vm, given));
    semaphore->value = start;
    if (bounded) semaphore->bound = start;
    return kDone;
}

Ref semaphoreRepr(Vm& vm, Value value) {
    auto* semaphore = value.as<Semaphore>();
    return synchronizerRepr(
        vm, value,
        isLocked(semaphore) ? "locked" : fmt::format("unlocked, value:{}", semaphore->value));
}

void addSemaphores(RunContext& run) {
    Vm& vm = run.vm;
    addType<Semaphore>(run, &RunContext::semaphoreType, "asyncio.locks.Semaphore", nullptr,
                       semaphoreInit, semaphoreRepr);
    Type* type = run.semaphoreType;
    addAcquiring<Semaphore>(vm, type);
    addGetter(vm, type, "_value",
              [](Vm&, Value value) { return Ref::ofInt(value.as<Semaphore>()->value); });
    addGetter(vm, type, "_waiters",
              [](Vm& v, Value value) { return lineView(v, value.as<Semaphore>()->waiters, true); });
    addType<Semaphore>(run, &RunContext::boundedSemaphoreType, "asyncio.locks.BoundedSemaphore",
                       type, semaphoreInit, semaphoreRepr);
    addGetter(vm, run.boundedSemaphoreType, "_bound_value",
              [](Vm&, Value value) { return Ref::ofInt(value.as<Semaphore>()->bound); });
}

}  // namespace

void initLockTypes(RunContext& run) {
    addLock(run);
    addEvent(run);
    addSemaphores(run);
}

}  // namespace coroscope::loop
