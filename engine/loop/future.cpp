#include "engine/loop/future.h"

#include <fmt/format.h>

#include "engine/loop/callback_text.h"
#include "engine/loop/context_scope.h"
#include "engine/loop/debug.h"
#include "engine/loop/future_iterator.h"
#include "engine/loop/future_methods.h"
#include "engine/loop/lost_tasks.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/own_methods.h"
#include "engine/loop/policy.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/loop/short_repr.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/generic_alias.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::loop {

Ptr<Future> makeFuture(RunContext& run, EventLoop* loop) {
    Ptr<Future> future = makeInstance<Future>(run.vm, run.futureType);
    future->flags |= run.vm.nextBirth();
    future->loop = loop;
    return future;
}

trace::ObjectId idOf(RunContext& run, Future* future) {
    if (!future->id.valid()) future->id = run.recorder.newObject();
    return future->id;
}

Future::Rare& Future::more() {
    if (!rare) rare = std::make_unique<Rare>(type->vm->heap);
    return *rare;
}

namespace {

void recordWoken(RunContext& run, Future* future, const Callback& callback) {
    if (callback.kind() != Callback::Kind::Wake) return;
    const bool isTask = future->type->isSubtypeOf(run.taskType);
    run.recorder.taskWoken(run.clock.now(), static_cast<Task*>(callback.target.get())->traceId,
                           isTask ? trace::ObjectId() : idOf(run, future), run.currentTraceTask());
}

Status scheduleCallback(RunContext& run, Future* future, Callback& callback) {
    if (callback.kind() == Callback::Kind::None) return kDone;
    EventLoop* loop = future->loop;
    if (Ref own = CORO_TRY(ownMethod(run, loop, "call_soon")); !own.isUnbound()) [[unlikely]] {
        recordWoken(run, future, callback);
        return callbackByOwn(run, own, future, callback);
    }
    CORO_TRY(checkUsable(run, loop));
    recordWoken(run, future, callback);
    switch (callback.kind()) {
        case Callback::Kind::None: break;
        case Callback::Kind::Wake:
            retain(static_cast<Object*>(future));
            makeReady(run, loop, {ReadyItem::Kind::Wake, {}, callback.target.detach(), future});
            break;
        case Callback::Kind::Native: {
            const trace::ObjectId id = run.recorder.newObject();
            run.recorder.callbackScheduled(run.clock.now(), run.currentTraceTask(), id,
                                           run.nameOf(callback.native), run.place());
            retain(static_cast<Object*>(future));
            makeReady(
                run, loop,
                {ReadyItem::Kind::Call, id, callback.target.detach(), future, callback.native});
            break;
        }
        case Callback::Kind::Python: {
            const Value argument(future);
            auto* inContext = callback.target->type == run.callableInContextType
                                  ? static_cast<CallableInContext*>(callback.target.get())
                                  : nullptr;
            static_cast<void>(callSoon(run, loop, callableOf(run, callback),
                                       std::span<const Value>(&argument, 1),
                                       inContext ? inContext->context : Ptr<Context>()));
            break;
        }
    }
    return kDone;
}

/// The same where the loop's own call_soon can see which of them are still there.
Status scheduleVisibly(RunContext& run, Future* future) {
    Callback first = future->first;
    const Status status = scheduleCallback(run, future, first);
    future->first = Callback();
    CORO_TRY(status);
    const auto rest = future->otherCallbacks();
    std::vector<Callback> others(rest.begin(), rest.end());
    for (Callback& callback : others) CORO_TRY(scheduleCallback(run, future, callback));
    if (future->rare) future->rare->others.clear();
    return kDone;
}

/// future_schedule_callbacks: in the order in which they were added.
Status scheduleCallbacks(RunContext& run, Future* future) {
    if (future->loop->isOwn) [[unlikely]]
        return scheduleVisibly(run, future);
    Callback first = std::exchange(future->first, Callback());
    Callbacks others{runtime::Counted<Callback>(run.vm.heap)};
    if (future->rare) others.swap(future->rare->others);
    CORO_TRY(scheduleCallback(run, future, first));
    for (Callback& callback : others) CORO_TRY(scheduleCallback(run, future, callback));
    return kDone;
}

Status addCallback(RunContext& run, Future* future, Callback callback) {
    if (future->done()) return scheduleCallback(run, future, callback);
    if (future->first.kind() == Callback::Kind::None && future->otherCallbacks().empty()) {
        future->first = std::move(callback);
    } else {
        future->more().others.push_back(std::move(callback));
    }
    return kDone;
}

template <class Predicate>
int removeCallbacks(Future* future, Predicate matches) {
    int removed = 0;
    if (future->first.kind() != Callback::Kind::None && matches(future->first)) {
        future->first = Callback();
        ++removed;
    }
    if (future->rare) removed += static_cast<int>(std::erase_if(future->rare->others, matches));
    return removed;
}

void recordResolved(RunContext& run, Future* future, trace::Resolution how) {
    if (future->type->isSubtypeOf(run.taskType)) return;  // the end of its step says it
    run.recorder.futureResolved(run.clock.now(), run.currentTraceTask(), idOf(run, future), how,
                                future->waitKind, run.place());
}

}  // namespace

Status setResult(RunContext& run, Future* future, Value result) {
    future->result = result;
    future->state = Future::State::Finished;
    recordResolved(run, future, trace::Resolution::Result);
    return scheduleCallbacks(run, future);
}

Status setException(RunContext& run, Future* future, Ptr<Exception> exception) {
    Future::Rare& rare = future->more();
    rare.exceptionTraceback = exception->traceback;
    rare.exception = std::move(exception);
    future->state = Future::State::Finished;
    recordResolved(run, future, trace::Resolution::Exception);
    future->logTraceback = true;
    return scheduleCallbacks(run, future);
}

Status setGivenException(RunContext& run, Future* future, Ptr<Exception> exception) {
    if (exception->type->isSubtypeOf(run.vm.exc.StopIteration)) {
        return raise(
            run.vm, run.vm.exc.TypeError,
            "StopIteration interacts badly with generators and cannot be raised into a Future");
    }
    return setException(run, future, std::move(exception));
}

Status markCancelled(RunContext& run, Future* future, Value message) {
    future->state = Future::State::Cancelled;
    future->setCancelMessage(message);
    recordResolved(run, future, trace::Resolution::Cancelled);
    return scheduleCallbacks(run, future);
}

namespace {

/// _GatheringFuture.cancel: the children are cancelled; it ends when they have.
Outcome<bool> cancelChildren(RunContext& run, GatheringFuture* outer, Value message) {
    if (outer->done()) return false;
    bool any = false;
    const auto children = outer->children;
    for (const Ref& child : children) {
        if (CORO_TRY(cancelFuture(run, child.as<Future>(), message))) any = true;
    }
    if (any) outer->cancelRequested = true;  // it keeps no message
    return any;
}

Outcome<bool> callOwnCancel(RunContext& run, Future* future, Value method, Value message) {
    const Value arguments[] = {Value(future), message};
    const Value names[] = {Value(run.vm.intern("msg"))};
    const std::uint32_t given = message.isNone() ? 0 : 1;
    Ref result = CORO_TRY(run.vm.call(method, Arguments{arguments, 1, given, names}));
    return truth(run.vm, result);
}

}  // namespace

Outcome<bool> cancelFuture(RunContext& run, Future* future, Value message) {
    if (Ref own = ownMethod(run, future, "cancel"); !own.isUnbound()) [[unlikely]]
        return callOwnCancel(run, future, own, message);
    return cancelItself(run, future, message);
}

Outcome<bool> cancelItself(RunContext& run, Future* future, Value message) {
    // One call from another, as deep as they await each other: counted as CPython counts them.
    if (!hasRoomToRun(run.vm)) return raiseTooDeep(run.vm, "while calling a Python object");
    const Nesting nesting(run.vm);
    const CallDepth depth(run.vm);
    if (future->type->isSubtypeOf(run.taskType))
        return cancelTask(run, static_cast<Task*>(future), message);
    if (future->type == run.gatheringType)
        return cancelChildren(run, static_cast<GatheringFuture*>(future), message);
    future->logTraceback = false;
    if (future->done()) return false;
    CORO_TRY(markCancelled(run, future, message));
    return true;
}

Status addWakeup(RunContext& run, Future* future, Task* task) {
    return addCallback(run, future, {Ptr<Object>(task), &kWakeTask});
}
Status addNativeCallback(RunContext& run, Future* future, NativeCallback callback, Object* target) {
    return addCallback(run, future, {Ptr<Object>(target), callback});
}
Value callableOf(const RunContext& run, const Callback& callback) {
    return callback.target->type == run.callableInContextType
               ? static_cast<CallableInContext*>(callback.target.get())->callable.get()
               : callback.target.value();
}
Status addPythonCallback(RunContext& run, Future* future, Value callable, Ptr<Context> context) {
    if (Task* task = taskOfWakeup(run, callable)) return addWakeup(run, future, task);
    Ptr<Object> target(callable.isObject() ? callable.object : nullptr);
    if (context || !target) {
        Ptr<CallableInContext> both =
            makeInstance<CallableInContext>(run.vm, run.callableInContextType);
        both->callable = callable;
        both->context = std::move(context);
        target = Ptr<Object>(both.get());
    }
    return addCallback(run, future, {std::move(target), nullptr});
}
int removeNativeCallback(Future* future, NativeCallback native, Object* target) {
    return removeCallbacks(future, [&](const Callback& callback) {
        return callback.native == native && callback.target.get() == target;
    });
}

Ptr<Exception> makeCancelledError(RunContext& run, Future* future) {
    if (future->rare && future->rare->cancelledException)
        return std::move(future->rare->cancelledException);
    const Value message = future->cancelMessage();
    if (message.isNone())
        return makeException(run.vm, run.cancelledError, std::span<const Value>());
    return makeException(run.vm, run.cancelledError, std::span<const Value>(&message, 1));
}

Ptr<Exception> futureError(RunContext& run, Future* future) {
    if (future->state == Future::State::Cancelled) return makeCancelledError(run, future);
    future->logTraceback = false;
    // future_get_result: it starts again from where it was set, not from who re-raised it
    // meanwhile.
    Exception* exception = future->exception();
    if (exception) exception->traceback = std::move(future->rare->exceptionTraceback);
    return Ptr<Exception>(exception);
}

Ref futureResult(RunContext& run, Future* future) {
    if (!future->done()) return raise(run.vm, run.invalidStateError, "Result is not set.");
    if (Ptr<Exception> error = futureError(run, future))
        return raiseException(run.vm, std::move(error));
    return future->result;
}

// --- the Python type ---------------------------------------------------------------------------

namespace {

Future* self(const Arguments& a) { return a[0].as<Future>(); }

/// tp_new: what the arguments say is __init__'s business, of which a subclass may have its own.
Ref construct(Vm& vm, Type* type, const Arguments&) {
    Ptr<Future> future = makeInstance<Future>(vm, type);
    future->flags |= vm.nextBirth();
    future->loop = RunContext::of(vm).noLoop.get();
    return std::move(future).toRef();
}

/// future_init: what it was before is forgotten.
Status init(Vm& vm, Value value, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"loop"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "Future", a, kNames, 0, 0, values));
    RunContext& run = RunContext::of(vm);
    auto* future = value.as<Future>();
    future->loop = CORO_TRY(loopForFuture(run, values[0]));
    future->state = Future::State::Pending;
    future->logTraceback = false;
    future->result = Ref();
    future->first = Callback();
    future->rare.reset();
    rememberOrigin(run, future, {});
    return kDone;
}

/// A method that needs to know the future's loop: ENSURE_FUTURE_ALIVE.
template <NativeCall kMethod>
Ref initialized(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (self(a)->loop != run.noLoop.get()) [[likely]]
        return kMethod(vm, a);
    return raise(vm, vm.exc.RuntimeError,
                 fmt::format("{} object is not initialized.",
                             self(a)->type->isSubtypeOf(run.taskType) ? "Task" : "Future"));
}

Ref awaitMethod(Vm& vm, const Arguments& a) { return iterateFuture(vm, a[0]); }

Ref getLoop(Vm&, const Arguments& a) { return Ref(Value(self(a)->loop)); }

Ref resultMethod(Vm& vm, const Arguments& a) { return futureResult(RunContext::of(vm), self(a)); }

Ref exceptionMethod(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    Future* future = self(a);
    if (future->state == Future::State::Cancelled)
        return raiseException(vm, makeCancelledError(run, future));
    if (!future->done()) return raise(vm, run.invalidStateError, "Exception is not set.");
    future->logTraceback = false;
    return Ref(Ptr<Exception>(future->exception()).valueOrNone());
}

Ref setResultMethod(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (self(a)->type->isSubtypeOf(run.taskType)) {
        return raise(vm, vm.exc.RuntimeError, "Task does not support set_result operation");
    }
    if (self(a)->done()) return raise(vm, run.invalidStateError, "invalid state");
    CORO_TRY(setResult(run, self(a), a[1]));
    return Ref::none();
}

Ref setExceptionMethod(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (self(a)->type->isSubtypeOf(run.taskType)) {
        return raise(vm, vm.exc.RuntimeError, "Task does not support set_exception operation");
    }
    if (self(a)->done()) return raise(vm, run.invalidStateError, "invalid state");
    Ref value(a[1]);
    if (isType(value) && value.as<Type>()->has(kTypeIsException)) value = CORO_TRY(vm.call(value));
    if (!isException(value)) return raise(vm, vm.exc.TypeError, "invalid exception object");
    CORO_TRY(setGivenException(run, self(a), Ptr<Exception>(value.as<Exception>())));
    return Ref::none();
}

Ref cancelMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"msg"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "cancel", a.withoutFirst(), kNames, 0, 1, values));
    RunContext& run = RunContext::of(vm);
    return Ref::boolean(
        CORO_TRY(cancelItself(run, self(a), values[0].isUnbound() ? Value::none() : values[0])));
}

Ref addDoneCallback(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"fn", "context"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "add_done_callback", a.withoutFirst(), kNames, 1, 1, values, 1));
    Ptr<Context> context = CORO_TRY(contextArgument(vm, values[1]));
    CORO_TRY(addPythonCallback(RunContext::of(vm), self(a), values[0], std::move(context)));
    return Ref::none();
}

Ref removeDoneCallback(Vm& vm, const Arguments& a) {
    int removed = 0;
    Future* future = self(a);
    const auto count = static_cast<std::int64_t>(future->otherCallbacks().size());
    if (!spendEffort(vm, count)) return Raised{};
    // Copied, as the scenario's __eq__ may do what it likes with the future.
    const auto sweep = [&](Callback callback) -> Outcome<bool> {
        if (callback.kind() != Callback::Kind::Python) return false;
        return CORO_TRY(equal(vm, callableOf(RunContext::of(vm), callback), a[1]));
    };
    if (CORO_TRY(sweep(future->first))) {
        future->first = Callback();
        ++removed;
    }
    for (std::size_t i = 0; i < future->otherCallbacks().size();) {
        auto& others = future->rare->others;
        if (CORO_TRY(sweep(others[i]))) {
            if (i >= others.size()) break;
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
            ++removed;
        } else {
            ++i;
        }
    }
    return Ref::ofInt(removed);
}

Ref reprOf(Vm& vm, Value value) {
    const ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, "...");
    RunContext& run = RunContext::of(vm);
    auto* future = value.as<Future>();
    return newStr(
        vm, fmt::format("<{} {}>", future->type->name->view(), CORO_TRY(futureInfo(run, future))));
}

void finalizeFuture(Vm& vm, Object* object) {
    auto* future = static_cast<Future*>(object);
    if (!future->logTraceback || vm.stopped() || isFinalizedAgain(future, finalizeFuture)) return;
    future->logTraceback = false;
    RunContext& run = RunContext::of(vm);
    Ptr<Exception> saved = std::move(vm.pending);
    const std::pair<std::string_view, Value> context[] = {{"future", Value(future)}};
    callExceptionHandler(
        run, future->loop,
        fmt::format("{} exception was never retrieved", future->type->name->view()),
        future->exception(), context);
    vm.pending = std::move(saved);
}

}  // namespace

Outcome<std::string> futureInfo(RunContext& run, Future* future) {
    std::string info = future->state == Future::State::Pending     ? "pending"
                       : future->state == Future::State::Cancelled ? "cancelled"
                                                                   : "finished";
    if (future->state == Future::State::Finished) {
        if (future->exception()) {
            info += " exception=" + CORO_TRY(reprText(run.vm, Value(future->exception())));
        } else {
            info += " result=" + shortRepr(run.vm, future->result);
        }
    }
    const std::string callbacks = callbacksText(run, future);
    if (!callbacks.empty()) info += " " + callbacks;
    return info + createdAtText(run, future);
}

namespace {

/// What the C type shows of itself besides (FutureType_getsetlist).
void addPrivateGetters(Vm& vm, Type* type) {
    addGetter(vm, type, "_result", [](Vm&, Value value) {
        const Ref& result = value.as<Future>()->result;
        return result.isUnbound() ? Ref::none() : result;
    });
    addGetter(vm, type, "_exception", [](Vm&, Value value) {
        return Ref(Ptr<Exception>(value.as<Future>()->exception()).valueOrNone());
    });
    addGetter(vm, type, "_callbacks", callbacksView);
    addGetter(
        vm, type, "_log_traceback",
        [](Vm&, Value value) { return Ref::boolean(value.as<Future>()->logTraceback); },
        [](Vm& v, Value value, Value on) -> Status {
            if (on.isUnbound()) return raise(v, v.exc.AttributeError, "cannot delete attribute");
            if (CORO_TRY(truth(v, on))) {
                return raise(v, v.exc.ValueError, "_log_traceback can only be set to False");
            }
            value.as<Future>()->logTraceback = false;
            return kDone;
        });
    addGetter(
        vm, type, "_cancel_message",
        [](Vm&, Value value) { return Ref(value.as<Future>()->cancelMessage()); },
        [](Vm& v, Value value, Value message) -> Status {
            if (message.isUnbound())
                return raise(v, v.exc.AttributeError, "cannot delete attribute");
            value.as<Future>()->setCancelMessage(message);
            return kDone;
        });
    addGetter(vm, type, "_state", [](Vm& v, Value value) {
        auto* future = value.as<Future>();
        return newStr(v, future->state == Future::State::Pending     ? "PENDING"
                         : future->state == Future::State::Cancelled ? "CANCELLED"
                                                                     : "FINISHED");
    });
}

}  // namespace

void addFutureMethods(Vm& vm, Type* type) {
    addMethod(vm, type, "result", initialized<resultMethod>, 1, 1);
    addMethod(vm, type, "exception", initialized<exceptionMethod>, 1, 1);
    addMethod(vm, type, "set_result", initialized<setResultMethod>, 2, 2);
    addMethod(vm, type, "set_exception", initialized<setExceptionMethod>, 2, 2);
    addMethod(vm, type, "cancel", cancelMethod, 1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "cancelled",
        [](Vm&, const Arguments& a) {
            return Ref::boolean(self(a)->state == Future::State::Cancelled);
        },
        1, 1);
    addMethod(
        vm, type, "done", [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->done()); }, 1,
        1);
    addMethod(vm, type, "add_done_callback", initialized<addDoneCallback>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "remove_done_callback", initialized<removeDoneCallback>, 2, 2);
}

void traverseFuture(Object* object, const Visitor& visit) {
    const auto* future = static_cast<Future*>(object);
    visit(future->result);
    visit(future->first.target);
    if (!future->rare) return;
    visit(future->rare->exception);
    visit(future->rare->exceptionTraceback);
    visit(future->rare->cancelledException);
    visit(future->rare->cancelMessage);
    for (const Callback& callback : future->otherCallbacks()) visit(callback.target);
}

static void traverseGathering(Object* object, const Visitor& visit) {
    traverseFuture(object, visit);
    visitAll(visit, static_cast<GatheringFuture*>(object)->children);
}

void initFutureType(RunContext& run) {
    Vm& vm = run.vm;
    Slots slots;
    slots.destroy = destroyAs<Future>;
    slots.traverse = traverseFuture;
    slots.finalize = finalizeFuture;
    slots.construct = construct;
    slots.init = init;
    slots.repr = reprOf;
    slots.await = [](Vm&, Value future) { return Ref(future); };
    slots.send = sendFuture;
    slots.throwIn = throwIntoFuture;
    slots.iterate = iterateFuture;
    TypeSpec spec;
    spec.name = "_asyncio.Future";
    spec.instanceBytes = sizeof(Future);
    spec.attributesOffset = offsetOfAttributes(&Future::attributes);
    spec.slots = slots;
    run.futureType = makeType(vm, spec);

    initFutureIteratorType(run);

    Type* type = run.futureType;
    addClassGetItem(vm, type);
    addFutureMethods(vm, type);
    addMethod(vm, type, "get_loop", initialized<getLoop>, 1, 1);
    addMethod(vm, type, "__await__", initialized<awaitMethod>, 1, 1);
    addGetter(vm, type, "_loop",
              [](Vm&, Value value) { return Ref(Value(value.as<Future>()->loop)); });
    addGetter(
        vm, type, "_asyncio_future_blocking",
        [](Vm&, Value value) { return Ref::boolean(value.as<Future>()->blocking); },
        [](Vm& v, Value value, Value set) -> Status {
            if (set.isUnbound()) return raise(v, v.exc.AttributeError, "cannot delete attribute");
            value.as<Future>()->blocking = CORO_TRY(truth(v, set));
            return kDone;
        });
    addPrivateGetters(vm, type);

    TypeSpec inContext;
    inContext.name = "asyncio.futures._CallableInContext";
    inContext.flags = kTypeNoConstruct;
    inContext.instanceBytes = sizeof(CallableInContext);
    inContext.slots.destroy = destroyAs<CallableInContext>;
    inContext.slots.traverse =
        traverseMembers<&CallableInContext::callable, &CallableInContext::context>;
    run.callableInContextType = makeType(vm, inContext);

    TypeSpec gathering;
    gathering.name = "asyncio.tasks._GatheringFuture";
    gathering.base = type;
    gathering.flags = kTypeNoConstruct;
    gathering.instanceBytes = sizeof(GatheringFuture);
    gathering.attributesOffset = offsetOfAttributes(&Future::attributes);
    gathering.slots.destroy = destroyAs<GatheringFuture>;
    gathering.slots.traverse = traverseGathering;
    run.gatheringType = makeType(vm, gathering);
    addGetter(vm, run.gatheringType, "_children",
              [](Vm& v, Value value) { return listOf(v, value.as<GatheringFuture>()->children); });
}

}  // namespace coroscope::loop
