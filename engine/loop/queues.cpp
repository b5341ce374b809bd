#include "engine/loop/queues.h"

#include <algorithm>
#include <cmath>
#include <deque>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/debug.h"
#include "engine/loop/locks.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/generic_alias.h"

namespace coroscope::loop {

namespace {

/// `waiters` are those of join().
struct Queue : Synchronizer {
    explicit Queue(Heap& heap)
        : Synchronizer(heap), items(runtime::Counted<Ref>(heap)), getters(heap), putters(heap) {}

    enum class Kind : std::uint8_t { Fifo, Lifo, Priority };
    Kind kind = Kind::Fifo;
    bool own = false;             ///< of a class that keeps its items in its own way: see callOwn
    Ref maxsize = Ref::ofInt(0);  ///< as it was given: a float will do
    double maximum = 0;
    runtime::CountedDeque<Ref> items;  ///< of a PriorityQueue: a binary heap as heapq keeps it
    WaitLine getters, putters;
    std::int64_t unfinished = 0;
    EventLoop* joinedIn =
        nullptr;  ///< as `loop`, of join(): CPython has an Event of its own for it

    [[nodiscard]] bool full() const {
        return maximum > 0 && static_cast<double>(items.size()) >= maximum;
    }
};

Queue* self(const Arguments& a) { return a[0].as<Queue>(); }

// --- queues of the scenario's own kinds
// ------------------------------------------------------------

/// A class may say by _init, _put, _get and the methods about its size how it keeps its items; then
/// all that a queue does is done by these, in Python (`_own_queue.py`).
constexpr std::string_view kItsOwn[] = {"_init", "_put", "_get",       "qsize",
                                        "empty", "full", "put_nowait", "get_nowait"};

bool keepsItsOwnItems(Vm& vm, Type* type) {
    return std::ranges::any_of(kItsOwn, [&](std::string_view name) {
        return !lookupInType(vm, type, vm.intern(name)).is(vm.types.methodDescriptor);
    });
}

/// Calls a function of `_own_queue`.
Ref callOwn(Vm& vm, std::string_view function, const Arguments& a) {
    Ref module(dictGetStr(vm.modules.get(), vm.intern("_own_queue")));
    if (module.isUnbound()) module = CORO_TRY(makeRuntimeModule(vm, "_own_queue"));
    Ref callable = CORO_TRY(getAttribute(vm, module, vm.intern(function)));
    return vm.call(callable, a);
}

/// A method that is the class's own business where it keeps its own items.
template <const auto& kName, NativeCall kMethod>
Ref orOwn(Vm& vm, const Arguments& a) {
    return self(a)->own ? callOwn(vm, kName, a) : kMethod(vm, a);
}
constexpr std::string_view kQsize = "qsize", kEmpty = "empty", kFull = "full", kPut = "put",
                           kGet = "get", kPutNowait = "put_nowait", kGetNowait = "get_nowait",
                           kTaskDone = "task_done", kJoin = "join";

/// _init, _put, _get of the three kinds: how they keep their items, for classes of the scenario's
/// own to build on.
template <const auto& kName>
Ref keep(Vm& vm, const Arguments& a) {
    return callOwn(vm, kName, a);
}
constexpr std::string_view kInitFifo = "init_fifo", kInitList = "init_list", kPutLast = "put_last",
                           kPutByPriority = "put_by_priority", kGetFirst = "get_first",
                           kGetLast = "get_last", kGetByPriority = "get_by_priority";

/// Queue._wakeup_next.
Status wakeNext(RunContext& run, WaitLine& waiters) {
    const ForeignFrame itselfAndCaller(run, 2);
    while (!waiters.empty()) {
        const Ptr<Future> waiter = waiters.takeFront();
        if (waiter->done()) continue;
        return setResult(run, waiter.get(), Value::none());
    }
    return kDone;
}

// --- a heap as Modules/_heapqmodule.c keeps it: what compares equal comes out in the same order,
// and a comparison that raises leaves every item in the heap -----------------------------------

Outcome<bool> less(Vm& vm, const runtime::CountedDeque<Ref>& heap, std::size_t a, std::size_t b) {
    const std::size_t size = heap.size();
    const Ref left = heap[a];
    const Ref right = heap[b];
    const bool isLess = CORO_TRY(compareTruth(vm, left, right, Comparison::Less));
    if (heap.size() != size)
        return raise(vm, vm.exc.RuntimeError, "list changed size during iteration");
    return isLess;
}

/// siftdown.
Status siftDown(Vm& vm, runtime::CountedDeque<Ref>& heap, std::size_t start, std::size_t at) {
    while (at > start) {
        const std::size_t parent = (at - 1) / 2;
        if (!CORO_TRY(less(vm, heap, at, parent))) break;
        std::swap(heap[at], heap[parent]);
        at = parent;
    }
    return kDone;
}

/// siftup: down to a leaf along the smaller children, then up to its place.
Status siftUp(Vm& vm, runtime::CountedDeque<Ref>& heap, std::size_t start) {
    std::size_t at = start;
    const std::size_t end = heap.size();
    for (std::size_t child = at * 2 + 1; child < end; child = at * 2 + 1) {
        const std::size_t right = child + 1;
        if (right < end && !CORO_TRY(less(vm, heap, child, right))) child = right;
        std::swap(heap[at], heap[child]);
        at = child;
    }
    return siftDown(vm, heap, start, at);
}

Status store(Vm& vm, Queue* queue, Value item) {
    queue->items.emplace_back(item);
    if (queue->kind == Queue::Kind::Priority)
        CORO_TRY(siftDown(vm, queue->items, 0, queue->items.size() - 1));
    return kDone;
}

Ref fetch(Vm& vm, Queue* queue) {
    auto& items = queue->items;
    if (queue->kind == Queue::Kind::Fifo) {
        Ref item = std::move(items.front());
        items.pop_front();
        return item;
    }
    Ref last = std::move(items.back());
    items.pop_back();
    if (queue->kind == Queue::Kind::Lifo || items.empty()) return last;
    Ref first = std::move(items.front());
    items.front() = std::move(last);
    CORO_TRY(siftUp(vm, items, 0));
    return first;
}

// --- putting and getting
// ---------------------------------------------------------------------------

trace::ObjectId idOf(RunContext& run, Queue* queue) {
    if (queue->id.valid()) return queue->id;
    queue->id = run.recorder.newObject();
    if (queue->maximum > 0 && queue->maximum < 1e9) {
        run.recorder.setRoom(queue->id, static_cast<std::size_t>(std::ceil(queue->maximum)));
    }
    return queue->id;
}

/// A queue that is first heard of by a waiter says then how much it takes.
Outcome<Ptr<Future>> makeQueueWaiter(RunContext& run, Queue* queue, trace::WaitKind kind) {
    (void)idOf(run, queue);
    return makeWaiter(run, queue, kind);
}

Ref putNow(RunContext& run, Queue* queue, Value item) {
    Vm& vm = run.vm;
    if (queue->full())
        return raiseException(vm, makeException(vm, run.queueFull, std::span<const Value>()));
    CORO_TRY(store(vm, queue, item));
    ++queue->unfinished;
    run.recorder.queuePut(run.clock.now(), run.currentTraceTask(), idOf(run, queue),
                          queue->items.size(), run.place());
    CORO_TRY(wakeNext(run, queue->getters));
    return Ref::none();
}

Ref getNow(RunContext& run, Queue* queue) {
    Vm& vm = run.vm;
    if (queue->items.empty())
        return raiseException(vm, makeException(vm, run.queueEmpty, std::span<const Value>()));
    Ref item = CORO_TRY(fetch(vm, queue));
    run.recorder.queueGot(run.clock.now(), run.currentTraceTask(), idOf(run, queue),
                          queue->items.size(), run.place());
    CORO_TRY(wakeNext(run, queue->putters));
    return item;
}

/// The waiting of put() was broken off: if it had been woken, another one takes its turn.
/// An error of that takes the place of the one that broke it off, which is pending.
Raised giveUp(RunContext& run, WaitLine& waiters, Future* waiter, bool possible) {
    Ptr<Exception> error = takePending(run.vm);
    CORO_TRY(cancelFuture(run, waiter, Value::none()));
    waiters.remove(waiter);
    if (possible && waiter->state != Future::State::Cancelled) CORO_TRY(wakeNext(run, waiters));
    return raiseException(run.vm, std::move(error));
}

Async put(RunContext& run, Ptr<Queue> queue, Ref item) {
    while (queue->full()) {
        auto made = makeQueueWaiter(run, queue.get(), trace::WaitKind::QueuePut);
        if (made.isRaised()) co_return Raised{};
        Ptr<Future> putter = made.take();
        queue->putters.add(putter);
        Ref woken = co_await Waiting{.iterator = putter.value(), .owned = {putter, queue, item}};
        if (woken.isRaised()) {
            if (run.vm.stopped()) co_return Raised{};
            co_return giveUp(run, queue->putters, putter.get(), !queue->full());
        }
    }
    co_return putNow(run, queue.get(), item);
}

Async get(RunContext& run, Ptr<Queue> queue) {
    while (queue->items.empty()) {
        auto made = makeQueueWaiter(run, queue.get(), trace::WaitKind::QueueGet);
        if (made.isRaised()) co_return Raised{};
        Ptr<Future> getter = made.take();
        queue->getters.add(getter);
        Ref woken = co_await Waiting{.iterator = getter.value(), .owned = {getter, queue}};
        if (woken.isRaised()) {
            if (run.vm.stopped()) co_return Raised{};
            co_return giveUp(run, queue->getters, getter.get(), !queue->items.empty());
        }
    }
    co_return getNow(run, queue.get());
}

// Putting and getting need no coroutine where nobody has to wait. (In a PriorityQueue items are
// compared, and the scenario's comparisons may raise.)

AtOnce putAtOnce(Vm& vm, const Arguments& a, FirstStep& step) {
    Queue* queue = self(a);
    if (a.positional != 2 || queue->own || queue->full() || queue->kind == Queue::Kind::Priority)
        return AtOnce::No;
    return doneAtOnce(step, putNow(RunContext::of(vm), queue, a[1]));
}

AtOnce getAtOnce(Vm& vm, const Arguments& a, FirstStep& step) {
    Queue* queue = self(a);
    if (queue->own || queue->items.empty() || queue->kind == Queue::Kind::Priority)
        return AtOnce::No;
    return doneAtOnce(step, getNow(RunContext::of(vm), queue));
}

Async join(RunContext& run, Ptr<Queue> queue) {
    if (queue->unfinished <= 0) co_return Ref::none();
    std::swap(queue->loop, queue->joinedIn);
    auto made = makeQueueWaiter(run, queue.get(), trace::WaitKind::QueueJoin);
    std::swap(queue->loop, queue->joinedIn);
    if (made.isRaised()) co_return Raised{};
    Ptr<Future> waiter = made.take();
    queue->waiters.add(waiter);
    Ref woken = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, queue}};
    queue->waiters.remove(waiter.get());
    if (woken.isRaised()) co_return Raised{};
    co_return Ref::none();
}

Ref taskDone(Vm& vm, const Arguments& a) {
    Queue* queue = self(a);
    if (queue->unfinished <= 0)
        return raise(vm, vm.exc.ValueError, "task_done() called too many times");
    if (--queue->unfinished > 0) return Ref::none();
    RunContext& run = RunContext::of(vm);
    while (Future* waiter = queue->waiters.firstPending())
        CORO_TRY(setResult(run, waiter, Value::boolean(true)));
    return Ref::none();
}

Ref qsizeMethod(Vm&, const Arguments& a) {
    return Ref::ofInt(static_cast<std::int64_t>(self(a)->items.size()));
}
Ref emptyMethod(Vm&, const Arguments& a) { return Ref::boolean(self(a)->items.empty()); }
Ref fullMethod(Vm&, const Arguments& a) { return Ref::boolean(self(a)->full()); }

Ref putMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "item"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "Queue.put", a, {kNames, 2, 2}, values));
    return makeAsync(vm, "Queue.put", put(RunContext::of(vm), Ptr<Queue>(self(a)), values[1]));
}
Ref getMethod(Vm& vm, const Arguments& a) {
    return makeAsync(vm, "Queue.get", get(RunContext::of(vm), Ptr<Queue>(self(a))));
}
Ref putNowaitMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "item"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "Queue.put_nowait", a, {kNames, 2, 2}, values));
    return putNow(RunContext::of(vm), self(a), values[1]);
}
Ref getNowaitMethod(Vm& vm, const Arguments& a) { return getNow(RunContext::of(vm), self(a)); }
Ref joinMethod(Vm& vm, const Arguments& a) {
    return makeAsync(vm, "Queue.join", join(RunContext::of(vm), Ptr<Queue>(self(a))));
}

// --- the types
// -------------------------------------------------------------------------------------

Outcome<std::string> describe(Vm& vm, Queue* queue) {
    if (queue->own) {
        const Value itself[] = {Value(queue)};
        Ref text = CORO_TRY(callOwn(vm, "describe", Arguments{itself, 1, 0, nullptr}));
        return std::string(viewOf(text));
    }
    std::string text = "maxsize=" + CORO_TRY(reprText(vm, queue->maxsize));
    if (!queue->items.empty()) {
        Ptr<List> list = makeList(vm);
        const runtime::CountedDeque<Ref> items = queue->items;
        for (const Ref& item : items) CORO_TRY(listAppend(vm, list.get(), item));
        text += " _queue=" + CORO_TRY(reprText(vm, list.value()));
    }
    if (!queue->getters.empty()) text += fmt::format(" _getters[{}]", queue->getters.size());
    if (!queue->putters.empty()) text += fmt::format(" _putters[{}]", queue->putters.size());
    if (queue->unfinished > 0) text += fmt::format(" tasks={}", queue->unfinished);
    return text;
}

Ref reprOf(Vm& vm, Value value) {
    const std::string text = CORO_TRY(describe(vm, value.as<Queue>()));
    return newStr(
        vm, fmt::format("<{} at {:#x} {}>", value.object->type->nameView(), vm.idOf(value), text));
}
Ref strOf(Vm& vm, Value value) {
    return newStr(vm, fmt::format("<{} {}>", value.object->type->nameView(),
                                  CORO_TRY(describe(vm, value.as<Queue>()))));
}

template <Queue::Kind kKind>
Ref construct(Vm& vm, Type* type, const Arguments&) {
    Ptr<Queue> queue = makeInstance<Queue>(vm, type, vm.heap);
    queue->kind = kKind;
    queue->own = type->has(kTypeIsClass) && keepsItsOwnItems(vm, type);
    return std::move(queue).toRef();
}

Status init(Vm& vm, Value value, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"maxsize"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "Queue.__init__", a, {kNames, 0, 1}, values));
    auto* queue = value.as<Queue>();
    // Of what is no number each use says so by itself.
    const bool isNumber = values[0].isUnbound() || isInt(values[0]) || values[0].isFloat();
    queue->own = queue->own || !isNumber;
    if (queue->own) {
        const Value maxsize = values[0].isUnbound() ? Value::ofInt(0) : values[0];
        const Value arguments[] = {value, maxsize};
        CORO_TRY(callOwn(vm, "init", Arguments{arguments, 2, 0, nullptr}));
        queue->maxsize = maxsize;
    } else if (!values[0].isUnbound()) {
        queue->maximum = CORO_TRY(asDouble(vm, values[0]));
        queue->maxsize = values[0];
    }
    return kDone;
}

Type* addType(RunContext& run, std::string_view name, Type* base,
              Ref (*construct)(Vm&, Type*, const Arguments&)) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.instanceBytes = sizeof(Queue);
    spec.attributesOffset = offsetOfAttributes(&Queue::attributes);
    spec.slots.destroy = destroyAs<Queue>;
    spec.slots.traverse = traverseMembers<&Synchronizer::waiters, &Queue::items, &Queue::getters,
                                          &Queue::putters, &Queue::maxsize>;
    spec.slots.construct = construct;
    spec.slots.init = init;
    spec.slots.repr = reprOf;
    spec.slots.str = strOf;
    return makeType(run.vm, spec);
}

constexpr std::string_view kOwnGetters = "_getters", kOwnPutters = "_putters", kOwnItems = "_queue";

/// A copy of the items, which refuses to be changed. A class that keeps its own may have none.
Ref itemsView(Vm& vm, Queue* queue) {
    if (queue->own) {
        return raise(vm, vm.exc.AttributeError,
                     fmt::format("'{}' object has no attribute '_queue'", queue->type->nameView()));
    }
    const std::vector<Ref> items(queue->items.begin(), queue->items.end());
    Ref list = CORO_TRY(listOf(vm, items));
    const bool isDeque = queue->kind == Queue::Kind::Fifo;
    return makeOf(vm, "_asyncio_views", isDeque ? "FifoItems" : "ListedItems", {list});
}

/// A private attribute: of a queue that keeps its own items what `_own_queue.py` keeps there, of
/// any other what `view` makes of its state.
template <const auto& kName, class View>
void addView(Vm& vm, Type* type, View) {
    addGetter(
        vm, type, kName,
        [](Vm& v, Value value) {
            auto* queue = value.as<Queue>();
            const Value own = instanceGet(queue->attributes, v.intern(kName));
            return own.isUnbound() ? View()(v, queue) : Ref(own);
        },
        [](Vm& v, Value value, Value set) -> Status {
            auto* queue = value.as<Queue>();
            instanceSet(v, queue, queue->attributes, v.intern(kName), set);
            return kDone;
        });
}

}  // namespace

void initQueueTypes(RunContext& run) {
    Vm& vm = run.vm;
    Type* type = run.queueType =
        addType(run, "asyncio.queues.Queue", nullptr, construct<Queue::Kind::Fifo>);
    addClassGetItem(vm, type);
    addGetter(vm, type, "maxsize", [](Vm&, Value value) { return value.as<Queue>()->maxsize; });
    addGetter(
        vm, type, "_unfinished_tasks",
        [](Vm&, Value value) { return Ref::ofInt(value.as<Queue>()->unfinished); },
        [](Vm& v, Value value, Value count) -> Status {  // _own_queue.py counts there, too
            if (count.isUnbound()) return raise(v, v.exc.AttributeError, "_unfinished_tasks");
            const std::int64_t unfinished = CORO_TRY(asIndex(v, count));
            if (unfinished > INT64_MAX / 2)  // it is counted on from there
                return raise(v, v.exc.OverflowError, "too many unfinished tasks");
            value.as<Queue>()->unfinished = unfinished;
            return kDone;
        });
    addGetter(
        vm, type, "_maxsize", [](Vm&, Value value) { return value.as<Queue>()->maxsize; },
        [](Vm& v, Value value, Value set) -> Status {
            if (set.isUnbound()) return raise(v, v.exc.AttributeError, "_maxsize");
            auto* queue = value.as<Queue>();
            if (!queue->own) queue->maximum = CORO_TRY(asDouble(v, set));
            queue->maxsize = set;
            return kDone;
        });
    addView<kOwnGetters>(vm, type, [](Vm& v, Queue* queue) { return lineView(v, queue->getters); });
    addBoundLoop(vm, type);
    addView<kOwnItems>(vm, type, [](Vm& v, Queue* queue) { return itemsView(v, queue); });
    addView<kOwnPutters>(vm, type, [](Vm& v, Queue* queue) { return lineView(v, queue->putters); });
    addMethod(vm, type, "qsize", orOwn<kQsize, qsizeMethod>, 1, 1);
    addMethod(vm, type, "empty", orOwn<kEmpty, emptyMethod>, 1, 1);
    addMethod(vm, type, "full", orOwn<kFull, fullMethod>, 1, 1);
    addAwaitedMethod(vm, type, "put", orOwn<kPut, putMethod>, putAtOnce, 1, kAnyCount, kKeywords);
    addAwaitedMethod(vm, type, "get", orOwn<kGet, getMethod>, getAtOnce, 1, 1);
    addMethod(vm, type, "put_nowait", orOwn<kPutNowait, putNowaitMethod>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "get_nowait", orOwn<kGetNowait, getNowaitMethod>, 1, 1);
    addMethod(vm, type, "task_done", orOwn<kTaskDone, taskDone>, 1, 1);
    addMethod(vm, type, "join", orOwn<kJoin, joinMethod>, 1, 1);
    addMethod(vm, type, "_init", keep<kInitFifo>, 2, 2);
    addMethod(vm, type, "_put", keep<kPutLast>, 2, 2);
    addMethod(vm, type, "_get", keep<kGetFirst>, 1, 1);
    run.priorityQueueType =
        addType(run, "asyncio.queues.PriorityQueue", type, construct<Queue::Kind::Priority>);
    addMethod(vm, run.priorityQueueType, "_init", keep<kInitList>, 2, 2);
    addMethod(vm, run.priorityQueueType, "_put", keep<kPutByPriority>, 2, 2);
    addMethod(vm, run.priorityQueueType, "_get", keep<kGetByPriority>, 1, 1);
    run.lifoQueueType =
        addType(run, "asyncio.queues.LifoQueue", type, construct<Queue::Kind::Lifo>);
    addMethod(vm, run.lifoQueueType, "_init", keep<kInitList>, 2, 2);
    addMethod(vm, run.lifoQueueType, "_get", keep<kGetLast>, 1, 1);
}

}  // namespace coroscope::loop
