#include "engine/loop/task.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/callback_text.h"
#include "engine/loop/context_scope.h"
#include "engine/loop/coroutine_text.h"
#include "engine/loop/debug.h"
#include "engine/loop/future_methods.h"
#include "engine/loop/lost_tasks.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/own_methods.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/loop/task_stack.h"
#include "engine/loop/timeouts.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/repr_guard.h"

namespace coroscope::loop {

std::string taskName(const Task* task) {
    if (task->name) return std::string(task->name->view());
    return fmt::format("Task-{}", task->number);
}

std::string coroutineName(RunContext& run, Value coroutine) {
    if (coroutine.is(run.vm.types.coroutine) || coroutine.is(run.vm.types.generator)) {
        return std::string(coroutine.as<Generator>()->qualifiedName()->view());
    }
    return std::string(run.vm.typeOf(coroutine)->name->view());
}

std::vector<Ptr<Task>> allTasks(RunContext& run, EventLoop* loop) {
    std::vector<Ptr<Task>> tasks;
    for (Task* task = run.firstTask; task; task = task->next) {
        // One without references waits for its destruction (Heap's trashcan).
        if (!task->done() && task->loop == loop && task->refCount != 0) tasks.emplace_back(task);
    }
    return tasks;
}

// --- creation and steps ------------------------------------------------------------------------

namespace {

void link(RunContext& run, Task* task) {
    task->previous = run.lastTask;
    (run.lastTask ? run.lastTask->next : run.firstTask) = task;
    run.lastTask = task;
}

void unlink(RunContext& run, Task* task) {
    if (task->previous == nullptr && run.firstTask != task) return;  // it is lost already
    (task->previous ? task->previous->next : run.firstTask) = task->next;
    (task->next ? task->next->previous : run.lastTask) = task->previous;
    task->previous = task->next = nullptr;
}

void makeReadyToStep(RunContext& run, EventLoop* loop, Task* task, Ptr<Exception> error) {
    retain(static_cast<Object*>(task));
    const auto kind = error ? ReadyItem::Kind::Throw : ReadyItem::Kind::Step;
    makeReady(run, loop, {kind, {}, task, error.detach()});
}

/// The same of a loop that may have a call_soon of its own.
Status scheduleOnOwn(RunContext& run, EventLoop* loop, Task* task, Ptr<Exception> error) {
    Ref own = CORO_TRY(ownMethod(run, loop, "call_soon"));
    if (!own.isUnbound()) return stepByOwn(run, own, task, std::move(error));
    makeReadyToStep(run, loop, task, std::move(error));
    return kDone;
}

Status scheduleStep(RunContext& run, EventLoop* loop, Task* task) {
    if (loop->isOwn) [[unlikely]]
        return scheduleOnOwn(run, loop, task, {});
    makeReadyToStep(run, loop, task, {});
    return kDone;
}

/// A step that throws what went wrong with the last one into the coroutine.
Status scheduleThrow(RunContext& run, EventLoop* loop, Task* task, Ptr<Exception> error) {
    if (loop->isOwn) [[unlikely]]
        return scheduleOnOwn(run, loop, task, std::move(error));
    makeReadyToStep(run, loop, task, std::move(error));
    return kDone;
}

trace::TextId errorName(RunContext& run, const Exception* error) {
    return run.textOf(error->type->name->view());
}

/// What a suspended task waits for, as the trace tells it.
trace::Awaited describeWait(RunContext& run, Future* future) {
    trace::Awaited awaited;
    if (future->type->isSubtypeOf(run.taskType)) {
        awaited.kind = trace::WaitKind::Task;
        awaited.behind = static_cast<Task*>(future)->traceId;
        return awaited;
    }
    awaited.kind = future->waitKind;
    awaited.object = idOf(run, future);
    awaited.behind = future->waitBehind;
    awaited.value = future->waitValue;
    return awaited;
}

void recordSuspended(RunContext& run, Task* task, const trace::Awaited& awaited) {
    const scenario::Span place = placeOf(run, task->coroutine.value());
    task->place = trace::Place(place);
    run.recorder.stepSuspended(run.clock.now(), task->traceId, awaited, place);
}

/// What a step ends with: the trace is told, then others are. What the loop's own call_soon does
/// for that still belongs to the step.
template <class Record, class Tell>
Status inOrder(const EventLoop* loop, Record record, Tell tell) {
    if (!loop->isOwn) [[likely]] {
        record();
        return tell();
    }
    const Status status = tell();
    record();
    return status;
}

/// The step stopped at something that no task can wait for: the next step raises.
Status badYield(RunContext& run, Task* task, std::string message) {
    return inOrder(
        task->loop,
        [&] {
            recordSuspended(run, task, {trace::WaitKind::Yield, {}, {}, 0});
        },
        [&] {
            return scheduleThrow(run, task->loop, task,
                                 makeException(run.vm, run.vm.exc.RuntimeError, message));
        });
}

std::string reprOr(RunContext& run, Value value) {
    auto text = reprText(run.vm, value);
    if (!text.isRaised()) return *text;
    run.vm.pending.reset();
    return "?";
}

/// Why a task cannot wait for what it yielded; empty if it can.
std::string whyNotAwaited(RunContext& run, Task* task, Value yielded) {
    if (yielded.is(run.vm.types.generator)) {
        return fmt::format("yield was used instead of yield from for generator in task {} with {}",
                           reprOr(run, Value(task)), reprOr(run, yielded));
    }
    if (!isFutureLike(run, yielded))
        return fmt::format("Task got bad yield: {}", reprOr(run, yielded));
    auto* future = yielded.as<Future>();
    if (future == task)
        return fmt::format("Task cannot await on itself: {}", reprOr(run, Value(task)));
    if (future->loop != task->loop) {
        return fmt::format("Task {} got Future {} attached to a different loop",
                           reprOr(run, Value(task)), reprOr(run, yielded));
    }
    if (!future->blocking) {
        return fmt::format("yield was used instead of yield from in task {} with {}",
                           reprOr(run, Value(task)), reprOr(run, yielded));
    }
    return {};
}

/// Does cancelling it run the scenario's code: the cancel() of a class of its own?
bool cancelsByOwnCode(const RunContext& run, const Future* future) {
    if (future->type != run.gatheringType)
        return future->type != run.taskType && future->type != run.futureType;
    const auto& children = static_cast<const GatheringFuture*>(future)->children;
    return std::ranges::any_of(
        children, [&](const Ref& child) { return cancelsByOwnCode(run, child.as<Future>()); });
}

/// task_step_handle_result_impl, for a step that yielded.
Status stopped(RunContext& run, Task* task, Ref yielded) {
    if (yielded.isNone()) {  // a bare yield, as sleep(0) does
        return inOrder(
            task->loop,
            [&] {
                recordSuspended(run, task, {trace::WaitKind::Yield, {}, {}, 0});
            },
            [&] { return scheduleStep(run, task->loop, task); });
    }
    if (!isFutureLike(run, yielded)) [[unlikely]]
        yielded = CORO_TRY(standIn(run, yielded));
    if (std::string why = whyNotAwaited(run, task, yielded); !why.empty()) {
        return badYield(run, task, std::move(why));
    }
    auto* future = yielded.as<Future>();
    future->blocking = false;
    // What the scenario's own code does there belongs to this step.
    const Outcome<bool> asked = askToWake(run, future, task);
    const bool suspendsLater =
        !asked.isRaised() &&
        (task->loop->isOwn || (task->mustCancel && cancelsByOwnCode(run, future)));
    const trace::Awaited awaited = describeWait(run, future);
    if (!suspendsLater) recordSuspended(run, task, awaited);
    const Status status = CORO_TRY(asked) ? Status(kDone) : addWakeup(run, future, task);
    if (!status.isRaised()) task->waiter = Ptr<Future>(future);
    auto cancelled = status.isRaised() || !task->mustCancel
                         ? Outcome<bool>(false)
                         : cancelFuture(run, future, task->cancelMessage());
    if (suspendsLater) recordSuspended(run, task, awaited);
    CORO_TRY(status);
    if (CORO_TRY(cancelled)) task->mustCancel = false;
    return kDone;
}

Status finished(RunContext& run, Task* task, Ref value) {
    if (task->mustCancel) {
        // cancel() came during its last step: it ends cancelled all the same.
        task->mustCancel = false;
        return inOrder(
            task->loop,
            [&] { run.recorder.stepCancelled(run.clock.now(), task->traceId, task->place.span()); },
            [&] { return markCancelled(run, task, Ref(task->cancelMessage())); });
    }
    return inOrder(
        task->loop,
        [&] { run.recorder.stepReturned(run.clock.now(), task->traceId, task->place.span()); },
        [&] { return setResult(run, task, value); });
}

Status failed(RunContext& run, Task* task) {
    Vm& vm = run.vm;
    Ptr<Exception> error = takePending(vm);
    const bool fatal = error->type->isSubtypeOf(vm.exc.SystemExit) ||
                       error->type->isSubtypeOf(vm.exc.KeyboardInterrupt);
    for (const Traceback* entry = error->traceback.get(); entry; entry = entry->next.get()) {
        if (run.isOwn(entry->frame.get())) task->place = trace::Place(entry->span());
    }
    if (error->type->isSubtypeOf(run.cancelledError)) {
        task->more().cancelledException = error;
        return inOrder(
            task->loop,
            [&] { run.recorder.stepCancelled(run.clock.now(), task->traceId, task->place.span()); },
            [&] { return markCancelled(run, task, Value::none()); });
    }
    // The error of its own asyncio.timeout() leads by its traceback back to the task: see
    // Uncollected.
    if (isLimitOf(run, error->holds.get(), task))
        run.uncollected.keep(error, std::exchange(error->holds, Ptr<Object>()));
    CORO_TRY(inOrder(
        task->loop,
        [&] {
            run.recorder.stepRaised(run.clock.now(), task->traceId, errorName(run, error.get()),
                                    task->place.span());
        },
        [&] { return setException(run, task, error); }));
    if (!fatal) return kDone;
    run.interrupted = Ptr<Task>(task);
    vm.pending = std::move(error);
    return Raised{};
}

/// The number of coroutineName in the trace.
trace::TextId coroutineNumber(RunContext& run, Value coroutine) {
    const bool isPlain =
        coroutine.is(run.vm.types.coroutine) || coroutine.is(run.vm.types.generator);
    return isPlain ? run.nameOf(coroutine.as<Generator>()->qualifiedName())
                   : run.textOf(coroutineName(run, coroutine));
}

}  // namespace

namespace {

/// What TaskObj's __init__ does once the loop is known.
Status initTask(RunContext& run, Task* task, EventLoop* loop, Value coroutine, Value name,
                Value context) {
    Vm& vm = run.vm;
    // 3.11 still takes generators for coroutines (coroutines._COROUTINE_TYPES).
    if (!isCoroutine(vm, coroutine)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("a coroutine was expected, got {}", CORO_TRY(reprText(vm, coroutine))));
    }
    Ptr<Context> runsIn = CORO_TRY(contextArgument(vm, context));
    task->context = std::move(runsIn);
    task->loop = loop;
    task->coroutine = Ptr<Object>(coroutine.object);
    link(run, task);
    task->number = ++run.taskCounter;
    if (!name.isUnbound() && !name.isNone()) {
        Ref text = CORO_TRY(str(vm, name));
        task->name = Ptr<Str>(text.as<Str>());
        --run.taskCounter;
        task->number = 0;
    }
    CORO_TRY(checkUsable(run, loop));
    // What a loop's own call_soon does before the step is among those to come, comes first.
    if (!loop->isOwn) [[likely]]
        recordCreated(run, task, run.place());
    CORO_TRY(scheduleStep(run, loop, task));
    if (!task->traceId.valid()) recordCreated(run, task, run.place());
    return kDone;
}

}  // namespace

void recordCreated(RunContext& run, Task* task, const scenario::Span& place) {
    const trace::TextId name = task->name ? run.textOf(task->name->view()) : trace::TextId();
    task->traceId = run.recorder.taskCreated(run.clock.now(), run.currentTraceTask(),
                                             coroutineNumber(run, task->coroutine.value()),
                                             task->number, place, name);
}

Ref createTask(RunContext& run, EventLoop* loop, Value coroutine, Value name, Value context) {
    Ptr<Task> task = makeInstance<Task>(run.vm, run.taskType);
    task->flags |= run.vm.nextBirth();
    CORO_TRY(initTask(run, task.get(), loop, coroutine, name, context));
    return std::move(task).toRef();
}

namespace {

StepOutcome resume(Vm& vm, Task* task, Ptr<Exception> error) {
    const ContextScope scope(vm, task->context);
    return error ? throwInto(vm, task->coroutine.value(), std::move(error))
                 : sendTo(vm, task->coroutine.value(), Value::none());
}

}  // namespace

namespace {

Raised refuseStepOfDone(RunContext& run, Task* task, const Ptr<Exception>& error) {
    Vm& vm = run.vm;
    return raise(vm, run.invalidStateError,
                 fmt::format("_step(): already done: {} {}", CORO_TRY(reprText(vm, Value(task))),
                             CORO_TRY(reprText(vm, error.valueOrNone()))));
}

}  // namespace

Status stepTask(RunContext& run, Task* task, Ptr<Exception> error) {
    if (task->done()) [[unlikely]]
        return refuseStepOfDone(run, task, error);
    Vm& vm = run.vm;
    Ptr<Task> keep(task);
    if (task->mustCancel) {
        if (!error || !error->type->isSubtypeOf(run.cancelledError))
            error = makeCancelledError(run, task);
        task->mustCancel = false;
    }
    task->waiter.reset();
    run.currentTask = task;
    run.beginFreeCode();
    // It goes on where it stopped, of which the recorder has to be told again if that may be in
    // another file; the first time it begins at its definition.
    scenario::Span place = task->place.span();
    if (!place.known() || run.importsFiles()) [[unlikely]]
        place = placeOf(run, task->coroutine.value());
    run.recorder.stepBegan(run.clock.now(), task->traceId, place);
    if (error && error->type->isSubtypeOf(run.cancelledError)) {
        auto message =
            error->args->count ? run.textOf(exceptionText(vm, error.get())) : trace::TextId();
        run.recorder.cancelDelivered(run.clock.now(), task->traceId, message, place);
    }
    // Who delivers an error has it until the coroutine stops, whatever that makes of it.
    // Whoever stops the run by one of these events wants to see what was before the step.
    Generator* generator = generatorBehind(vm, task->coroutine.value());
    Ptr<runtime::Frame> frame = generator ? generator->frame : Ptr<runtime::Frame>();
    StepOutcome outcome = vm.stopped() ? StepOutcome(Raised{}) : resume(vm, task, error);
    if (frame && outcome.kind == StepOutcome::Kind::Returned) noteReturn(run, task, frame.get());
    frame.reset();  // its locals die here, before the step's end
    error.reset();
    run.endFreeCode();  // before the step's end is told: what its code took is part of it
    Status status = kDone;
    if (vm.stopped()) {
        status = Raised{};
    } else if (outcome.kind == StepOutcome::Kind::Yielded) {
        status = stopped(run, task, std::move(outcome.value));
    } else if (outcome.kind == StepOutcome::Kind::Returned) {
        status = finished(run, task, std::move(outcome.value));
    } else {
        status = failed(run, task);
    }
    run.endFreeCode();
    run.currentTask = nullptr;
    return status;
}

Status wakeTask(RunContext& run, Task* task, Future* future) {
    return stepTask(run, task, futureError(run, future));
}

Outcome<bool> cancelTask(RunContext& run, Task* task, Value message) {
    task->logTraceback = false;
    if (task->done()) return false;
    if (!task->traceId.valid()) [[unlikely]]
        recordCreated(run, task, run.place());
    ++task->cancelRequests;
    // Only a text: asking anything else for its words could run the scenario's code.
    run.recorder.cancelRequested(run.clock.now(), task->traceId, run.currentTraceTask(),
                                 isStr(message) ? run.textOf(viewOf(message)) : trace::TextId(),
                                 run.place());
    if (task->waiter) {
        Ptr<Future> waiter = task->waiter;
        if (CORO_TRY(cancelFuture(run, waiter.get(), message))) return true;
    }
    task->mustCancel = true;
    task->setCancelMessage(message);
    return true;
}

// --- the Python type ---------------------------------------------------------------------------

namespace {

Task* self(const Arguments& a) { return a[0].as<Task>(); }

Ref construct(Vm& vm, Type* type, const Arguments&) {
    Ptr<Task> task = makeInstance<Task>(vm, type);
    task->flags |= vm.nextBirth();
    task->loop = RunContext::of(vm).noLoop.get();
    return std::move(task).toRef();
}

Status init(Vm& vm, Value value, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"coro", "loop", "name", "context"};
    Value values[4];
    CORO_TRY(bindArguments(vm, "Task", a, kNames, 1, 1, values));
    RunContext& run = RunContext::of(vm);
    auto* task = value.as<Task>();
    if (task->coroutine)
        return raise(vm, vm.exc.RuntimeError, "a task cannot be initialized twice in Coroscope");
    EventLoop* loop = CORO_TRY(loopForFuture(run, values[1]));
    CORO_TRY(initTask(run, task, loop, values[0], values[2], values[3]));
    rememberOrigin(run, task, {});
    return kDone;
}

/// base_tasks._task_repr.
Ref reprOf(Vm& vm, Value value) {
    const ReprGuard guard(value);
    if (guard.recursive) return newStr(vm, "...");
    RunContext& run = RunContext::of(vm);
    auto* task = value.as<Task>();
    if (!task->coroutine)
        return raise(vm, vm.exc.RuntimeError, "Future object is not initialized.");
    std::string text = fmt::format("<{} ", task->type->name->view());
    const std::string info = CORO_TRY(futureInfo(run, task));
    std::string_view state = info;
    const std::size_t space = info.find(' ');
    state = state.substr(0, space);
    text += task->cancelRequests > 0 && !task->done() ? "cancelling" : std::string(state);
    Ref name = newStr(vm, taskName(task));
    text += fmt::format(" name={} coro=<{}>", CORO_TRY(reprText(vm, name)),
                        coroutineText(run, task->coroutine.value()));
    if (task->waiter)
        text += fmt::format(" wait_for={}", CORO_TRY(reprText(vm, task->waiter.value())));
    if (space != std::string::npos) text += info.substr(space);
    return newStr(vm, text + ">");
}

void finalizeTask(Vm& vm, Object* object) {
    auto* task = static_cast<Task*>(object);
    if (vm.stopped() || !task->coroutine) return;  // it was never initialized
    if (isFinalizedAgain(task, finalizeTask)) return;
    RunContext& run = RunContext::of(vm);
    Ptr<Exception> saved = std::move(vm.pending);
    if (!task->done() && task->logDestroyPending) {
        const std::pair<std::string_view, Value> context[] = {{"task", Value(task)}};
        task->logDestroyPending = false;
        callExceptionHandler(run, task->loop, "Task was destroyed but it is pending!", nullptr,
                             context);
    } else if (task->logTraceback) {
        task->logTraceback = false;
        const std::pair<std::string_view, Value> context[] = {{"future", Value(task)}};
        callExceptionHandler(
            run, task->loop,
            fmt::format("{} exception was never retrieved", task->type->name->view()),
            task->exception(), context);
    }
    vm.pending = std::move(saved);
}

void traverseTask(Object* object, const Visitor& visit) {
    traverseFuture(object, visit);
    const auto* task = static_cast<Task*>(object);
    visit(task->coroutine);
    visit(task->waiter);
    visit(task->context);
}

void destroyTask(Object* object) {
    auto* task = static_cast<Task*>(object);
    Vm& vm = *task->type->vm;
    if (!vm.heap.tearingDown && task->coroutine) unlink(RunContext::of(vm), task);
    destroyAs<Task>(object);
}

Ref setName(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    Ref text = CORO_TRY(str(vm, a[1]));
    if (!self(a)->coroutine)
        return raise(vm, vm.exc.RuntimeError, "Task object is not initialized.");
    self(a)->name = Ptr<Str>(text.as<Str>());
    if (self(a)->traceId.valid()) run.recorder.setName(self(a)->traceId, viewOf(text));
    return Ref::none();
}

Ref uncancel(Vm&, const Arguments& a) {
    if (self(a)->cancelRequests > 0) --self(a)->cancelRequests;
    return Ref::ofInt(self(a)->cancelRequests);
}

}  // namespace

void loseTask(RunContext& run, Task* task) { unlink(run, task); }

void initTaskType(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "_asyncio.Task";
    spec.base = run.futureType;
    spec.instanceBytes = sizeof(Task);
    spec.attributesOffset = offsetOfAttributes(&Future::attributes);
    spec.slots.destroy = destroyTask;
    spec.slots.traverse = traverseTask;
    spec.slots.finalize = finalizeTask;
    spec.slots.construct = construct;
    spec.slots.init = init;
    spec.slots.repr = reprOf;
    run.taskType = makeType(vm, spec);
    Type* type = run.taskType;
    addFutureMethods(vm, type);
    addMethod(
        vm, type, "get_name",
        [](Vm& v, const Arguments& a) {
            return self(a)->name ? self(a)->name.toRef() : newStr(v, taskName(self(a)));
        },
        1, 1);
    addMethod(vm, type, "set_name", setName, 2, 2);
    addMethod(
        vm, type, "get_coro",
        [](Vm&, const Arguments& a) { return Ref(self(a)->coroutine.valueOrNone()); }, 1, 1);
    addMethod(
        vm, type, "cancelling",
        [](Vm&, const Arguments& a) { return Ref::ofInt(self(a)->cancelRequests); }, 1, 1);
    addMethod(vm, type, "uncancel", uncancel, 1, 1);
    addStackMethods(vm, type);
    addGetter(vm, type, "_coro",
              [](Vm&, Value value) { return Ref(value.as<Task>()->coroutine.valueOrNone()); });
    addGetter(vm, type, "_fut_waiter",
              [](Vm&, Value value) { return Ref(value.as<Task>()->waiter.valueOrNone()); });
    addGetter(
        vm, type, "_log_destroy_pending",
        [](Vm&, Value value) { return Ref::boolean(value.as<Task>()->logDestroyPending); },
        [](Vm& v, Value value, Value on) -> Status {
            if (on.isUnbound()) return raise(v, v.exc.AttributeError, "cannot delete attribute");
            value.as<Task>()->logDestroyPending = CORO_TRY(truth(v, on));
            return kDone;
        });
    addGetter(vm, type, "_must_cancel",
              [](Vm&, Value value) { return Ref::boolean(value.as<Task>()->mustCancel); });
}

}  // namespace coroscope::loop
