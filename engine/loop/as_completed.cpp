#include "engine/loop/as_completed.h"

#include <deque>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/local_result.h"
#include "engine/loop/members.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/loop/wait_line.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

// Three objects, as CPython has them, for each is kept by others and for another time: the
// generator by who loops over it, what its callbacks share by the futures that are not done yet,
// the queue of those that are by who waits for the next (and by the traceback of what that raises).

/// `done`: a Queue.
struct Arrivals : Object {
    explicit Arrivals(Heap& heap) : done(runtime::Counted<Ref>(heap)), waiters(heap) {}

    runtime::CountedDeque<Ref> done;  ///< in the order of their ends; None: too late
    WaitLine waiters;
    trace::ObjectId id;
};

/// The variables that _on_completion and _on_timeout share with the generator.
struct Completions : Object {
    explicit Completions(Heap& heap) : left(heap) {}

    Ptr<Arrivals> arrivals;
    Members left;  ///< those that are not done, in the order given
    Ptr<Handle> timer;
};

/// In CPython a generator: nothing happens before it is first asked for an item.
struct AsCompleted : Object {
    Ref given;                     ///< the awaitables
    Ref timeout;                   ///< None: no limit
    Ptr<Completions> completions;  ///< from when it has begun
    Ptr<Future> last;              ///< of the awaitables: `f`, the variable of a loop
    std::size_t toGive = 0;
};

Status wakeNext(RunContext& run, Arrivals* arrivals) {
    while (!arrivals->waiters.empty()) {
        const Ptr<Future> waiter = arrivals->waiters.takeFront();
        if (waiter->done()) continue;
        return setResult(run, waiter.get(), Value::none());
    }
    return kDone;
}

Status put(RunContext& run, Arrivals* arrivals, Value item) {
    arrivals->done.emplace_back(item);
    return wakeNext(run, arrivals);
}

/// as_completed.<locals>._on_completion.
Status oneDone(RunContext& run, Object* target, Future* future) {
    auto* all = static_cast<Completions*>(target);
    if (all->left.empty()) return kDone;  // its time was over before
    all->left.remove(future);
    CORO_TRY(put(run, all->arrivals.get(), Value(future)));
    if (all->left.empty() && all->timer) cancelHandle(run, all->timer.get());
    return kDone;
}
constexpr NativeAction kOneDone{
    oneDone, "as_completed.<locals>._on_completion",
    "as_completed.<locals>._on_completion() at /usr/lib/python3.11/asyncio/tasks.py:592", "f"};

/// as_completed.<locals>._on_timeout: whoever waits for one of the rest is told.
Status timeOver(RunContext& run, Object* target, Future*) {
    auto* all = static_cast<Completions*>(target);
    for (const Ptr<Future>& each : all->left.list()) {
        removeNativeCallback(each.get(), &kOneDone, all);
        CORO_TRY(put(run, all->arrivals.get(), Value::none()));
    }
    all->left.clear();
    // The timer leads by this callback, and by `_on_completion` that it names, back to itself.
    run.uncollected.keep({}, Ptr<Object>(all->arrivals.get()));
    return kDone;
}
constexpr NativeAction kTimeOver{
    timeOver, "as_completed.<locals>._on_timeout",
    "as_completed.<locals>._on_timeout() at /usr/lib/python3.11/asyncio/tasks.py:586"};

/// `await done.get()`: the next one.
Async getNext(RunContext& run, Ptr<Arrivals> arrivals) {
    Vm& vm = run.vm;
    while (arrivals->done.empty()) {
        if (!run.runningLoop) co_return raise(vm, vm.exc.RuntimeError, "no running event loop");
        auto made = createFuture(run, run.runningLoop);
        if (made.isRaised()) co_return Raised{};
        Ptr<Future> waiter = made.take();
        waiter->waitKind = trace::WaitKind::AsCompleted;
        waiter->id = arrivals->id;
        arrivals->waiters.add(waiter);
        Ref woken = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, arrivals}};
        if (!woken.isRaised()) continue;
        if (vm.stopped()) co_return Raised{};
        // Queue.get: if it had been woken, another one takes its turn.
        Ptr<Exception> error = takePending(vm);
        if (cancelFuture(run, waiter.get(), Value::none()).isRaised()) co_return Raised{};
        arrivals->waiters.remove(waiter.get());
        if (!arrivals->done.empty() && waiter->state != Future::State::Cancelled &&
            wakeNext(run, arrivals.get()).isRaised()) {
            co_return Raised{};
        }
        vm.pending = std::move(error);
        co_return Raised{};
    }
    Ref next = std::move(arrivals->done.front());
    arrivals->done.pop_front();
    co_return next;
}

/// as_completed.<locals>._wait_for_one. What it raises leads to `done`, a variable of its frame.
Async waitForOne(RunContext& run, Ptr<Arrivals> arrivals) {
    Vm& vm = run.vm;
    Ref getting = makeAsync(vm, "Queue.get", getNext(run, arrivals));
    Ref next = co_await Waiting{.iterator = getting, .owned = {getting, arrivals}};
    if (next.isNone())
        next = raiseException(vm, makeException(vm, vm.exc.TimeoutError, std::span<const Value>()));
    else if (!next.isRaised())
        next = resultOfLocal(run, next.as<Future>());
    co_return leaveFrameOf(run, arrivals.value(), std::move(next));
}

/// The generator's code up to its first yield.
Status begin(Vm& vm, AsCompleted* generator) {
    RunContext& run = RunContext::of(vm);
    Ptr<Completions> all = makeInstance<Completions>(vm, run.completionsType, vm.heap);
    all->arrivals = makeInstance<Arrivals>(vm, run.arrivalsType, vm.heap);
    generator->completions = all;
    Value given = generator->given;
    if (isFutureLike(run, given) || isCoroutine(vm, given)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("expect an iterable of futures, not {}", vm.typeOf(given)->name->view()));
    }
    Ptr<EventLoop> loop = CORO_TRY(getEventLoop(run));
    const trace::ObjectId id = all->arrivals->id = run.recorder.newObject();
    Ref list = CORO_TRY(listFromIterable(vm, given));
    Ptr<Set> seen = makeSet(vm);
    for (const Value each : list.as<List>()->span()) {
        const std::uint32_t before = seen->count;
        CORO_TRY(setAdd(vm, seen.get(), each));
        if (seen->count == before) continue;
        Ref future = CORO_TRY(ensureOwnFuture(run, each, loop.get(), "add_done_callback"));
        all->left.add(future.as<Future>());
    }
    for (const Ptr<Future>& each : all->left.list()) {
        CORO_TRY(addNativeCallback(run, each.get(), &kOneDone, all.get()));
        if (each->type->isSubtypeOf(run.taskType))
            run.recorder.addMember(id, static_cast<Task*>(each.get())->traceId);
        generator->last = each;
    }
    generator->toGive = all->left.size();
    if (generator->toGive == 0 || generator->timeout.isNone()) return kDone;
    Ref when = CORO_TRY(binary(vm, Operator::Add, Value::ofFloat(run.now()), generator->timeout));
    all->timer = CORO_TRY(
        callLater(run, loop.get(), generator->timeout, CORO_TRY(asDouble(vm, when)),
                  {&kTimeOver, all.get(), trace::TimerFor::Timeout, run.currentTraceTask().value}));
    return kDone;
}

/// The generator has run to its end: its variables are gone.
Ref end(AsCompleted* generator) {
    generator->given = Ref();
    generator->completions = {};
    generator->last = {};
    return {};
}

Ref nextOne(Vm& vm, Value self) {
    auto* generator = self.as<AsCompleted>();
    if (generator->given.isUnbound()) return {};
    if (!generator->completions && begin(vm, generator).isRaised()) {
        static_cast<void>(end(generator));
        return Raised{};
    }
    if (generator->toGive == 0) return end(generator);
    --generator->toGive;
    return makeAsync(vm, "as_completed.<locals>._wait_for_one",
                     waitForOne(RunContext::of(vm), generator->completions->arrivals));
}

template <class T, auto... members>
Type* makeInnerType(RunContext& run, std::string_view name) {
    TypeSpec spec;
    spec.name = name;
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(T);
    spec.slots.destroy = destroyAs<T>;
    spec.slots.traverse = traverseMembers<members...>;
    return makeType(run.vm, spec);
}

}  // namespace

Ref asCompletedFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"fs", "timeout"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "as_completed", a, {kNames, 1, 1}, values));
    Ptr<AsCompleted> all = makeInstance<AsCompleted>(vm, RunContext::of(vm).asCompletedType);
    all->given = Ref(values[0]);
    all->timeout = values[1].isUnbound() ? Ref::none() : Ref(values[1]);
    return std::move(all).toRef();
}

void initAsCompletedType(RunContext& run) {
    TypeSpec spec;
    spec.name = "generator";
    spec.flags = kTypeNoConstruct;
    spec.instanceBytes = sizeof(AsCompleted);
    spec.slots.destroy = destroyAs<AsCompleted>;
    spec.slots.traverse = traverseMembers<&AsCompleted::given, &AsCompleted::timeout,
                                          &AsCompleted::completions, &AsCompleted::last>;
    spec.slots.iterate = [](Vm&, Value self) { return Ref(self); };
    spec.slots.next = nextOne;
    spec.slots.repr = [](Vm& vm, Value self) {
        return newStr(vm, fmt::format("<generator object as_completed at {:#x}>", vm.idOf(self)));
    };
    run.asCompletedType = makeType(run.vm, spec);
    run.completionsType =
        makeInnerType<Completions, &Completions::arrivals, &Completions::left, &Completions::timer>(
            run, "asyncio.tasks._Completions");
    run.arrivalsType = makeInnerType<Arrivals, &Arrivals::done, &Arrivals::waiters>(
        run, "asyncio.tasks._Arrivals");
}

}  // namespace coroscope::loop
