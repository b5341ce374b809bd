#include "engine/loop/own_loops.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "engine/loop/context_scope.h"
#include "engine/loop/own_methods.h"
#include "engine/runtime/traverse.h"

namespace coroscope::loop {

namespace {

/// What CPython's loops call of themselves and ours does without.
constexpr std::string_view kInner[] = {"_add_callback",
                                       "_add_callback_signalsafe",
                                       "_add_reader",
                                       "_asyncgen_finalizer_hook",
                                       "_asyncgen_firstiter_hook",
                                       "_call_soon",
                                       "_check_callback",
                                       "_check_closed",
                                       "_check_running",
                                       "_check_thread",
                                       "_make_self_pipe",
                                       "_process_events",
                                       "_process_self_data",
                                       "_read_from_self",
                                       "_run_once",
                                       "_set_coroutine_origin_tracking",
                                       "_timer_handle_cancelled",
                                       "_write_to_self",
                                       "get_debug",
                                       "is_closed",
                                       "is_running"};

/// A step of a task as its loop's own call_soon sees it (Modules/_asynciomodule.c
/// TaskStepMethWrapper).
struct StepCall : Object {
    Ptr<Task> task;
    Ptr<Exception> error;
    trace::Place place;  ///< where the task is made, of a first step
};

/// A callback of asyncio's own, likewise.
struct ActionCall : Object {
    NativeCallback native = nullptr;
    Ref target;
    bool tellsOfFuture = false;
    Ptr<Future> done;  ///< of which it tells; it does so once
};

Ref callStep(Vm& vm, Value self, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    auto* step = self.as<StepCall>();
    if (a.total() > 0)
        return raise(vm, vm.exc.TypeError,
                     a.keywords > 0 ? "function takes no keyword arguments"
                                    : "function takes no positional arguments");
    if (run.currentTask) {
        Ref task = step->task.toRef();
        return raise(
            vm, vm.exc.RuntimeError,
            fmt::format("Cannot enter into task {} while another task {} is being executed.",
                        CORO_TRY(reprText(vm, task)),
                        CORO_TRY(reprText(vm, Value(run.currentTask)))));
    }
    noteFirstStep(run, self);
    CORO_TRY(stepTask(run, step->task.get(), step->error));
    return Ref::none();
}

/// What Python says of a function with one parameter.
Raised refuseCount(Vm& vm, const NativeAction& action, const Arguments& a) {
    if (a.total() == 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() missing 1 required positional argument: '{}'", action.name,
                                 action.parameter));
    }
    const bool isMethod = action.name.find('.') != std::string_view::npos &&
                          action.name.find('>') == std::string_view::npos;
    const int own = isMethod ? 1 : 0;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() takes {} positional argument{} but {} were given", action.name,
                             1 + own, own > 0 ? "s" : "", a.total() + own));
}

Ref callAction(Vm& vm, Value self, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    auto* action = self.as<ActionCall>();
    if (action->tellsOfFuture && a.total() != 1) return refuseCount(vm, *action->native, a);
    const bool isGiven =
        a.total() == 1 && a.positional == 1 && a[0].isObject() && a[0].object == action->done.get();
    if (action->tellsOfFuture && !isGiven) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}() takes the future that is done, once", action->native->name));
    }
    Object* target = action->target.isObject() ? action->target.as<Object>() : nullptr;
    const Ptr<Future> done = std::move(action->done);
    CORO_TRY(action->native->perform(run, target, done.get()));
    return Ref::none();
}

/// A bound method's text says nothing of where it is defined.
Ref reprOfAction(Vm& vm, Value self) {
    auto* action = self.as<ActionCall>();
    if (action->native->text.find(" at ") != std::string_view::npos)
        return newStr(vm,
                      fmt::format("<function {} at {:#x}>", action->native->name, vm.idOf(self)));
    return newStr(vm, fmt::format("<bound method {} of {}>", action->native->name,
                                  CORO_TRY(reprText(vm, action->target))));
}

Ref qualifiedName(Vm& vm, Value self) { return newStr(vm, self.as<ActionCall>()->native->name); }

Ref plainName(Vm& vm, Value self) {
    const std::string_view name = self.as<ActionCall>()->native->name;
    return newStr(vm, name.substr(name.rfind('.') + 1));
}

/// `asyncio.tasks`: by the file that the text names, or by the class whose method it is.
Ref moduleOf(Vm& vm, Value self) {
    const NativeCallback native = self.as<ActionCall>()->native;
    constexpr std::string_view kFolder = "/asyncio/";
    const std::size_t at = native->text.rfind(kFolder);
    if (at == std::string_view::npos) {
        const std::string_view owner = native->name.substr(0, native->name.find('.'));
        return newStr(vm, owner == "Timeout"     ? "asyncio.timeouts"
                          : owner == "TaskGroup" ? "asyncio.taskgroups"
                                                 : "asyncio.base_events");
    }
    const std::string_view file = native->text.substr(at + kFolder.size());
    return newStr(vm, fmt::format("asyncio.{}", file.substr(0, file.find('.'))));
}

Ptr<ActionCall> makeAction(RunContext& run, NativeCallback native, Object* target) {
    Ptr<ActionCall> call = makeInstance<ActionCall>(run.vm, run.actionCallType);
    call->native = native;
    call->target = target ? Ref(Value(target)) : Ref::none();
    return call;
}

/// The context of a task or of a callback, as an argument: an empty one is made for it.
Value shownContext(RunContext& run, Ptr<Context>& context) {
    const ContextScope scope(run.vm, context);
    return Value(currentContext(run.vm));
}

Ref callInContext(RunContext& run, Value callSoon, Value callback, Value argument, Value context) {
    const Value arguments[] = {callback, argument, context};
    const Value withoutOne[] = {callback, context};
    const Value names[] = {Value(run.vm.intern("context"))};
    return argument.isUnbound() ? run.vm.call(callSoon, Arguments{withoutOne, 1, 1, names})
                                : run.vm.call(callSoon, Arguments{arguments, 2, 1, names});
}

/// What a loop's own method for timers and callbacks gave: asyncio is to cancel it.
Outcome<Ptr<Handle>> handleFrom(RunContext& run, std::string_view method, Ref given) {
    Vm& vm = run.vm;
    const Ref handle = CORO_TRY(std::move(given));
    if (handle.is(run.handleType) || handle.is(run.timerHandleType))
        return Ptr<Handle>(handle.as<Handle>());
    return raise(vm, vm.exc.NotImplementedError,
                 fmt::format("a loop whose {}() gives no asyncio.Handle is not supported by "
                             "Coroscope",
                             method));
}

bool hasOwnTimers(RunContext& run, EventLoop* loop) {
    return loop->isOwn &&
           std::ranges::any_of(
               std::initializer_list<std::string_view>{"call_later", "call_at", "time"},
               [&](std::string_view name) { return !replacedMethod(run, loop, name).isUnbound(); });
}

Ptr<ActionCall> makeFutureAction(RunContext& run, const Callback& callback, Future* future) {
    Ptr<ActionCall> call = makeAction(run, callback.native, callback.target.get());
    call->tellsOfFuture = true;
    call->done = Ptr<Future>(future);
    return call;
}

/// call_later or call_at, whoever has written it.
Outcome<Ptr<Handle>> askForTimer(RunContext& run, EventLoop* loop, std::string_view method,
                                 Value time, const OwnTimer& timer) {
    Vm& vm = run.vm;
    const Ref asked = CORO_TRY(getAttribute(vm, Value(loop), vm.intern(method)));
    const Ptr<ActionCall> call = makeAction(run, timer.native, timer.target);
    std::vector<Value> arguments{time, call.value()};
    arguments.insert(arguments.end(), timer.shownArguments.begin(), timer.shownArguments.end());
    const auto count = static_cast<std::uint32_t>(arguments.size());
    return handleFrom(run, method, vm.call(asked, Arguments{arguments.data(), count, 0, nullptr}));
}

Outcome<Ptr<Handle>> nativeTimer(RunContext& run, EventLoop* loop, double when,
                                 const OwnTimer& timer) {
    return callNativeAt(run, loop, when, timer.native, timer.target, timer.what,
                        timer.traceOperand);
}

}  // namespace

Ref replacedMethod(RunContext& run, EventLoop* loop, std::string_view name) {
    Vm& vm = run.vm;
    Str* key = vm.intern(name);
    const bool isSame =
        instanceGet(loop->attributes, key).isUnbound() &&
        lookupInType(vm, loop->type, key).identical(lookupInType(vm, run.loopType, key));
    return isSame ? Ref() : getAttribute(vm, Value(loop), key);
}

bool isReplaceable(std::string_view method) {
    return std::ranges::find(kInner, method) == std::end(kInner);
}

Status checkOwnLoopClass(RunContext& run, Type* type) {
    Vm& vm = run.vm;
    for (const std::string_view name : kInner) {
        Str* key = vm.intern(name);
        if (lookupInType(vm, type, key).identical(lookupInType(vm, run.loopType, key))) continue;
        return raise(vm, vm.exc.NotImplementedError,
                     fmt::format("{}.{}: a loop's own {} is not supported by Coroscope",
                                 type->nameView(), name, name));
    }
    return kDone;
}

Status noticeReplacements(RunContext& run, EventLoop* loop) {
    Vm& vm = run.vm;
    if (loop->type != run.loopType) CORO_TRY(checkOwnLoopClass(run, loop->type));
    struct Found {
        RunContext& run;
        std::string_view refused;
        bool any = false;
    } found{run};
    instanceEach(
        loop->attributes,
        [](void* context, Str* name, Value) {
            auto& seen = *static_cast<Found*>(context);
            if (!isReplaceable(name->view())) seen.refused = name->view();
            if (lookupInType(seen.run.vm, seen.run.loopType, name)
                    .is(seen.run.vm.types.methodDescriptor))
                seen.any = true;
        },
        &found);
    if (!found.refused.empty())
        return raise(vm, vm.exc.NotImplementedError,
                     fmt::format("replacing loop.{} is not supported by Coroscope", found.refused));
    loop->isOwn = loop->isOwn || found.any;
    return kDone;
}

Outcome<double> timeOf(RunContext& run, EventLoop* loop) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "time"));
    if (own.isUnbound()) return run.now();
    const Ref time = CORO_TRY(run.vm.call(own));
    return asDouble(run.vm, time);
}

Outcome<Ptr<Future>> createFutureOfOwn(RunContext& run, EventLoop* loop) {
    const Ref own = CORO_TRY(ownMethod(run, loop, "create_future"));
    if (own.isUnbound()) return makeFuture(run, loop);
    const Ref future = CORO_TRY(run.vm.call(own));
    if (isFutureLike(run, future)) return Ptr<Future>(future.as<Future>());
    return raise(run.vm, run.vm.exc.NotImplementedError,
                 "a loop whose create_future() gives no asyncio.Future is not supported by "
                 "Coroscope");
}

Outcome<Ptr<Handle>> callLater(RunContext& run, EventLoop* loop, Value delay, double when,
                               const OwnTimer& timer) {
    if (!hasOwnTimers(run, loop)) [[likely]]
        return nativeTimer(run, loop, when, timer);
    return askForTimer(run, loop, "call_later", delay, timer);
}

Outcome<Ptr<Handle>> callAtTime(RunContext& run, EventLoop* loop, Value given, double when,
                                const OwnTimer& timer) {
    if (!hasOwnTimers(run, loop)) [[likely]]
        return nativeTimer(run, loop, when, timer);
    return askForTimer(run, loop, "call_at", given, timer);
}

Outcome<Ptr<Handle>> callOwnSoon(RunContext& run, EventLoop* loop, std::string_view method,
                                 NativeCallback native, Object* target,
                                 std::span<const Value> shownArguments) {
    const Ref own = CORO_TRY(ownMethod(run, loop, method));
    if (own.isUnbound()) [[likely]]
        return callNativeSoon(run, loop, native, target);
    const Ptr<ActionCall> call = makeAction(run, native, target);
    std::vector<Value> arguments{call.value()};
    arguments.insert(arguments.end(), shownArguments.begin(), shownArguments.end());
    const auto count = static_cast<std::uint32_t>(arguments.size());
    return handleFrom(run, method,
                      run.vm.call(own, Arguments{arguments.data(), count, 0, nullptr}));
}

Status stepByOwn(RunContext& run, Value callSoon, Task* task, Ptr<Exception> error) {
    const Ptr<StepCall> step = makeInstance<StepCall>(run.vm, run.stepCallType);
    step->task = Ptr<Task>(task);
    step->error = std::move(error);
    step->place = trace::Place(run.place());
    const Ref context(shownContext(run, task->context));
    const Ref result = callInContext(run, callSoon, step.value(), Value(), context);
    noteFirstStep(run, step.value());
    return result.isRaised() ? Status(Raised{}) : Status(kDone);
}

Status callbackByOwn(RunContext& run, Value callSoon, Future* future, const Callback& callback) {
    Ref callable;
    Ptr<Context> context;
    switch (callback.kind()) {
        case Callback::Kind::None: return kDone;
        case Callback::Kind::Wake: {
            auto* task = static_cast<Task*>(callback.target.get());
            callable = makeWakeup(run, task).toRef();
            const Ref taskContext(shownContext(run, task->context));
            CORO_TRY(callInContext(run, callSoon, callable, Value(future), taskContext));
            return kDone;
        }
        case Callback::Kind::Native:
            callable = makeFutureAction(run, callback, future).toRef();
            break;
        case Callback::Kind::Python: {
            callable = callableOf(run, callback);
            if (callback.target->type == run.callableInContextType)
                context = static_cast<CallableInContext*>(callback.target.get())->context;
            break;
        }
    }
    const Ref shown(shownContext(run, context));
    CORO_TRY(callInContext(run, callSoon, callable, Value(future), shown));
    return kDone;
}

void noteFirstStep(RunContext& run, Value callback) {
    if (!callback.is(run.stepCallType)) return;
    auto* step = callback.as<StepCall>();
    if (!step->task->traceId.valid()) recordCreated(run, step->task.get(), step->place.span());
}

void initOwnLoops(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec step;
    step.name = "TaskStepMethWrapper";
    step.flags = kTypeNoConstruct;
    step.instanceBytes = sizeof(StepCall);
    step.slots.destroy = destroyAs<StepCall>;
    step.slots.traverse = traverseMembers<&StepCall::task, &StepCall::error>;
    step.slots.call = callStep;
    run.stepCallType = makeType(vm, step);
    addGetter(vm, run.stepCallType, "__self__",
              [](Vm&, Value value) { return value.as<StepCall>()->task.toRef(); });
    TypeSpec action;
    action.name = "function";
    action.flags = kTypeNoConstruct;
    action.instanceBytes = sizeof(ActionCall);
    action.slots.destroy = destroyAs<ActionCall>;
    action.slots.traverse = traverseMembers<&ActionCall::target, &ActionCall::done>;
    action.slots.call = callAction;
    action.slots.repr = reprOfAction;
    run.actionCallType = makeType(vm, action);
    addGetter(vm, run.actionCallType, "__qualname__", qualifiedName);
    addGetter(vm, run.actionCallType, "__name__", plainName);
    addGetter(vm, run.actionCallType, "__module__", moduleOf);
}

}  // namespace coroscope::loop
