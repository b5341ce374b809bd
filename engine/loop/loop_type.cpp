// The loop as the scenario sees it: the methods of Lib/asyncio/base_events.py BaseEventLoop.
#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/abstract_loop.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/by_name.h"
#include "engine/loop/callback_text.h"
#include "engine/loop/context_scope.h"
#include "engine/loop/debug.h"
#include "engine/loop/event_loop.h"
#include "engine/loop/exception_handler.h"
#include "engine/loop/executors.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/loop/runner.h"
#include "engine/loop/signals.h"
#include "engine/loop/spawn.h"

namespace coroscope::loop {

namespace {

EventLoop* self(const Arguments& a) { return a[0].as<EventLoop>(); }

Status checkOpen(Vm& vm, EventLoop* loop) {
    if (loop->closed) return raise(vm, vm.exc.RuntimeError, "Event loop is closed");
    return kDone;
}

Status checkCallback(Vm& vm, Value callback, std::string_view method) {
    if (isCoroutine(vm, callback) || CORO_TRY(isCoroutineFunction(vm, callback))) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("coroutines cannot be used with {}()", method));
    }
    if (!vm.typeOf(callback)->slots.call) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("a callable object was expected by {}(), got {}", method,
                                 CORO_TRY(reprText(vm, callback))));
    }
    return kDone;
}

Ref runInExecutorMethod(Vm& vm, const Arguments& a) {
    CORO_TRY(checkOpen(vm, self(a)));
    if (self(a)->debug) CORO_TRY(checkCallback(vm, a[2], "run_in_executor"));
    return runInExecutor(vm, a);
}

/// call_soon, call_later …: `out` gets what they need, self first, by position or keyword; the
/// callback's own arguments follow by position, and `context=` may be given.
Status bindCallback(Vm& vm, const Arguments& a, std::string_view method,
                    std::span<const std::string_view> needed, std::span<Value> out,
                    Value& context) {
    for (std::uint32_t i = 0; i < a.positional && i < needed.size(); ++i) out[i] = a[i];
    for (std::uint32_t k = 0; k < a.keywords; ++k) {
        const std::string_view name = viewOf(a.keywordNames[k]);
        if (name == "context") {
            context = a[a.positional + k];
            continue;
        }
        const auto found = std::find(needed.begin(), needed.end(), name);
        if (found == needed.end()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() got an unexpected keyword argument '{}'", method, name));
        }
        Value& place = out[static_cast<std::size_t>(found - needed.begin())];
        if (!place.isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() got multiple values for argument '{}'", method, name));
        }
        place = a[a.positional + k];
    }
    std::size_t missing = 0;
    std::string names;
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (!out[i].isUnbound()) continue;
        ++missing;
        names += fmt::format("{}'{}'", names.empty() ? "" : " and ", needed[i]);
    }
    if (missing == 0) return kDone;
    return raise(vm, vm.exc.TypeError,
                 fmt::format("{}() missing {} required positional argument{}: {}", method, missing,
                             missing == 1 ? "" : "s", names));
}

/// The arguments after the first `count`.
std::span<const Value> argumentsAfter(const Arguments& a, std::uint32_t count) {
    if (a.positional <= count) return {};
    return {a.values + count, a.positional - count};
}

/// In debug mode what is no callable is refused at once, and so is a call from another thread.
Status checkDebug(Vm& vm, EventLoop* loop, Value callback, std::string_view method) {
    if (!loop->debug) return kDone;
    if (method != "call_soon_threadsafe") CORO_TRY(checkThread(RunContext::of(vm), loop));
    return checkCallback(vm, callback, method);
}

template <bool kThreadsafe>
Ref callSoonMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNeeded[] = {"self", "callback"};
    constexpr std::string_view kName = kThreadsafe ? "call_soon_threadsafe" : "call_soon";
    Value values[2];
    Value context;
    CORO_TRY(bindCallback(vm, a, fmt::format("BaseEventLoop.{}", kName), kNeeded, values, context));
    CORO_TRY(checkOpen(vm, self(a)));
    CORO_TRY(checkDebug(vm, self(a), values[1], kName));
    if (kThreadsafe) wakeFromThread(RunContext::of(vm), self(a));
    noteFirstStep(RunContext::of(vm), values[1]);
    return callSoon(RunContext::of(vm), self(a), values[1], argumentsAfter(a, 2),
                    CORO_TRY(contextArgument(vm, context)))
        .toRef();
}

/// `self.call_at(when, callback, *arguments, context=context)`
Ref callAtByOwn(Vm& vm, Value callAt, Value when, Value callback, std::span<const Value> arguments,
                Value context) {
    std::vector<Value> values{when, callback};
    values.insert(values.end(), arguments.begin(), arguments.end());
    const auto count = static_cast<std::uint32_t>(values.size());
    values.push_back(context.isUnbound() ? Value::none() : context);
    const Value names[] = {Value(vm.intern("context"))};
    return vm.call(callAt, Arguments{values.data(), count, 1, names});
}

Ref callLaterMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNeeded[] = {"self", "delay", "callback"};
    Value values[3];
    Value context;
    CORO_TRY(bindCallback(vm, a, "BaseEventLoop.call_later", kNeeded, values, context));
    if (values[1].isNone()) return raise(vm, vm.exc.TypeError, "delay must not be None");
    RunContext& run = RunContext::of(vm);
    const Value now = Value::ofFloat(CORO_TRY(timeOf(run, self(a))));
    const Ref when = CORO_TRY(binary(vm, Operator::Add, now, values[1]));
    if (Ref own = CORO_TRY(ownMethod(run, self(a), "call_at")); !own.isUnbound()) [[unlikely]]
        return callAtByOwn(vm, own, when, values[2], argumentsAfter(a, 3), context);
    CORO_TRY(checkOpen(vm, self(a)));
    CORO_TRY(checkDebug(vm, self(a), values[2], "call_at"));
    return callAt(run, self(a), CORO_TRY(asDouble(vm, when)), values[2], argumentsAfter(a, 3),
                  CORO_TRY(contextArgument(vm, context)))
        .toRef();
}

/// A time that cannot be compared with the clock's. CPython comes to that only where it compares
/// it, in the timer heap or as the loop runs.
Outcome<double> comparableTime(Vm& vm, Value when) {
    if (when.isFloat() || isInt(when)) [[likely]]
        return asDouble(vm, when);
    static_cast<void>(CORO_TRY(compareTruth(vm, when, Value::ofFloat(0), Comparison::Less)));
    return asDouble(vm, when);
}

Ref callAtMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNeeded[] = {"self", "when", "callback"};
    Value values[3];
    Value context;
    CORO_TRY(bindCallback(vm, a, "BaseEventLoop.call_at", kNeeded, values, context));
    if (values[1].isNone()) return raise(vm, vm.exc.TypeError, "when cannot be None");
    CORO_TRY(checkOpen(vm, self(a)));
    CORO_TRY(checkDebug(vm, self(a), values[2], "call_at"));
    Ptr<Handle> handle =
        callAt(RunContext::of(vm), self(a), CORO_TRY(comparableTime(vm, values[1])), values[2],
               argumentsAfter(a, 3), CORO_TRY(contextArgument(vm, context)));
    if (!values[1].isFloat()) handle->givenWhen = values[1];
    return std::move(handle).toRef();
}

Ref createTaskMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "coro", "name", "context"};
    Value values[4];
    CORO_TRY(bindLikePython(vm, "BaseEventLoop.create_task", a, {kNames, 2, 2}, values));
    EventLoop* loop = self(a);
    CORO_TRY(checkOpen(vm, loop));
    RunContext& run = RunContext::of(vm);
    if (loop->taskFactory.isNone()) {
        const ForeignFrame itself(run);
        Ref task = CORO_TRY(createTask(run, loop, values[1], values[2], values[3]));
        rememberOrigin(run, task.as<Future>(), {});
        return task;
    }
    Ref task = CORO_TRY(callFactory(run, loop, values[1], values[3]));
    CORO_TRY(nameTask(run, task, values[2]));
    return task;
}

Ref setTaskFactory(Vm& vm, const Arguments& a) {
    if (!a[1].isNone() && !vm.typeOf(a[1])->slots.call)
        return raise(vm, vm.exc.TypeError, "task factory must be a callable or None");
    self(a)->taskFactory = Ref(a[1]);
    return Ref::none();
}

Ref createFutureMethod(Vm& vm, const Arguments& a) {
    Ptr<Future> future = makeFuture(RunContext::of(vm), self(a));
    rememberOrigin(RunContext::of(vm), future.get(), "base_events.py:427");
    return std::move(future).toRef();
}

template <bool kDefault>
Ref callExceptionHandlerMethod(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (!a[1].is(vm.types.dict)) {
        static_cast<void>(
            raise(vm, vm.exc.AttributeError,
                  fmt::format("'{}' object has no attribute 'get'", vm.typeOf(a[1])->nameView())));
        if (kDefault) return Raised{};
        reportDefaultHandlersError(run);
    } else if (kDefault) {
        CORO_TRY(defaultExceptionHandler(run, self(a), a[1].as<Dict>()));
    } else {
        CORO_TRY(callExceptionHandlerItself(run, self(a), Ptr<Dict>(a[1].as<Dict>())));
    }
    return Ref::none();
}

Ref closeMethod(Vm& vm, const Arguments& a) {
    if (self(a)->running)
        return raise(vm, vm.exc.RuntimeError, "Cannot close a running event loop");
    CORO_TRY(closeLoop(self(a)));
    return Ref::none();
}

Status trackAsItIs(RunContext& run, Object* target, Future*) {
    auto* loop = static_cast<EventLoop*>(target);
    if (loop->running) trackCoroutineOrigins(run, loop, loop->debug);
    return kDone;
}
constexpr NativeAction kTrackAsItIs{trackAsItIs, "_set_coroutine_origin_tracking",
                                    "_set_coroutine_origin_tracking()"};

/// set_debug while the loop runs: coroutines remember their origins from the next batch on.
Status trackSoon(RunContext& run, EventLoop* loop) {
    wakeFromThread(run, loop);
    const Value shown[] = {Ref::boolean(loop->debug)};
    CORO_TRY(callOwnSoon(run, loop, "call_soon_threadsafe", &kTrackAsItIs, loop, shown));
    return kDone;
}

Ref setDebug(Vm& vm, const Arguments& a) {
    self(a)->debug = CORO_TRY(truth(vm, a[1]));
    if (self(a)->running) CORO_TRY(trackSoon(RunContext::of(vm), self(a)));
    return Ref::none();
}

Ref setExceptionHandler(Vm& vm, const Arguments& a) {
    if (!a[1].isNone() && !vm.typeOf(a[1])->slots.call) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("A callable object or None is expected, got {}",
                                 CORO_TRY(reprText(vm, a[1]))));
    }
    self(a)->exceptionHandler = Ref(a[1]);
    return Ref::none();
}

Ref runUntilCompleteMethod(Vm& vm, const Arguments& a) {
    return runUntilComplete(RunContext::of(vm), self(a), a[1]);
}

Ref runForeverMethod(Vm& vm, const Arguments& a) {
    CORO_TRY(runForever(RunContext::of(vm), self(a)));
    return Ref::none();
}

template <Name kName>
Ref refuse(Vm& vm, const Arguments&) {
    return raise(vm, vm.exc.NotImplementedError,
                 fmt::format("loop.{} is not supported by Coroscope", kName.text));
}

template <Name... kNames>
void addRefusals(Vm& vm, Type* type) {
    (addMethod(vm, type, kNames.text, refuse<kNames>, 1, kAnyCount, kKeywords), ...);
}

Ref reprOf(Vm& vm, Value value) {
    auto* loop = value.as<EventLoop>();
    const auto text = [](bool b) { return b ? "True" : "False"; };
    return newStr(vm, fmt::format("<{} running={} closed={} debug={}>", loop->type->nameView(),
                                  text(loop->running), text(loop->closed), text(loop->debug)));
}

/// A method of BaseEventLoop whose parameters, all needed, can be given by name.
template <Name kName, NativeCall kMethod, Name... kParameters>
void addNamed(Vm& vm, Type* type) {
    addMethod(vm, type, kName.text,
              byName<kMethod, Name("BaseEventLoop.") + kName, "self", kParameters...>, 1, kAnyCount,
              kKeywords);
}

void addScheduling(Vm& vm, Type* type) {
    addMethod(vm, type, "call_soon", asPython<callSoonMethod<false>>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "call_soon_threadsafe", asPython<callSoonMethod<true>>, 1, kAnyCount,
              kKeywords);
    addMethod(vm, type, "call_later", asPython<callLaterMethod>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "call_at", asPython<callAtMethod>, 1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "time",
        [](Vm& v, const Arguments&) { return Ref::ofFloat(RunContext::of(v).readClock()); }, 1, 1);
    addMethod(vm, type, "create_task", asPython<createTaskMethod>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "create_future", createFutureMethod, 1, 1);
}

void addRunning(Vm& vm, Type* type) {
    addNamed<"run_until_complete", runUntilCompleteMethod, "future">(vm, type);
    addMethod(vm, type, "run_forever", runForeverMethod, 1, 1);
    addMethod(
        vm, type, "stop",
        [](Vm&, const Arguments& a) {
            self(a)->stopping = true;
            return Ref::none();
        },
        1, 1);
    addMethod(
        vm, type, "shutdown_asyncgens",
        [](Vm& v, const Arguments& a) { return makeShutdownAsyncgens(RunContext::of(v), self(a)); },
        1, 1);
    addMethod(
        vm, type, "shutdown_default_executor",
        [](Vm& v, const Arguments& a) { return makeShutdownExecutor(v, self(a)); }, 1, 1);
    addMethod(
        vm, type, "is_running",
        [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->running); }, 1, 1);
    addMethod(
        vm, type, "is_closed",
        [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->closed); }, 1, 1);
}

constexpr std::string_view kSlowCallbackDuration = "slow_callback_duration";

Ref slowCallbackDuration(Vm& vm, Value value) {
    auto* loop = value.as<EventLoop>();
    const Value given = instanceGet(loop->attributes, vm.intern(kSlowCallbackDuration));
    return given.isUnbound() ? Ref::ofFloat(loop->slowCallbackDuration) : Ref(given);
}

/// An attribute as any other, kept as it is given; what is no number is of no use in debug mode.
Status setSlowCallbackDuration(Vm& vm, Value value, Value seconds) {
    auto* loop = value.as<EventLoop>();
    if (seconds.isUnbound()) return raise(vm, vm.exc.AttributeError, kSlowCallbackDuration);
    if (seconds.isFloat() || isInt(seconds))
        loop->slowCallbackDuration = CORO_TRY(asDouble(vm, seconds));
    instanceSet(vm, loop, loop->attributes, vm.intern(kSlowCallbackDuration), seconds);
    return kDone;
}

/// Debug mode, the exception handler, the task factory.
void addSettings(Vm& vm, Type* type) {
    addMethod(
        vm, type, "get_debug", [](Vm&, const Arguments& a) { return Ref::boolean(self(a)->debug); },
        1, 1);
    addNamed<"set_debug", setDebug, "enabled">(vm, type);
    addNamed<"set_exception_handler", setExceptionHandler, "handler">(vm, type);
    addMethod(
        vm, type, "get_exception_handler",
        [](Vm&, const Arguments& a) { return self(a)->exceptionHandler; }, 1, 1);
    addNamed<"call_exception_handler", callExceptionHandlerMethod<false>, "context">(vm, type);
    addNamed<"default_exception_handler", callExceptionHandlerMethod<true>, "context">(vm, type);
    addNamed<"set_task_factory", setTaskFactory, "factory">(vm, type);
    addMethod(
        vm, type, "get_task_factory", [](Vm&, const Arguments& a) { return self(a)->taskFactory; },
        1, 1);
    addGetter(vm, type, kSlowCallbackDuration, slowCallbackDuration, setSlowCallbackDuration);
}

void addExecutors(Vm& vm, Type* type) {
    addMethod(vm, type, "run_in_executor",
              byNameAndMore<runInExecutorMethod, "BaseEventLoop.run_in_executor", "self",
                            "executor", "func">,
              1, kAnyCount, kKeywords);
    addNamed<"set_default_executor", setDefaultExecutor, "executor">(vm, type);
}

void addSignals(Vm& vm, Type* type) {
    addMethod(vm, type, "add_signal_handler",
              byNameAndMore<addSignalHandler, "_UnixSelectorEventLoop.add_signal_handler", "self",
                            "sig", "callback">,
              1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "remove_signal_handler",
        byName<removeSignalHandler, "_UnixSelectorEventLoop.remove_signal_handler", "self", "sig">,
        1, kAnyCount, kKeywords);
}

/// What needs a network, files or processes.
void addRefused(Vm& vm, Type* type) {
    addRefusals<"add_reader", "add_writer", "remove_reader", "remove_writer",
                "connect_accepted_socket", "connect_read_pipe", "connect_write_pipe",
                "create_connection", "create_datagram_endpoint", "create_server",
                "create_unix_connection", "create_unix_server", "getaddrinfo", "getnameinfo",
                "sendfile", "sock_accept", "sock_connect", "sock_recv", "sock_recv_into",
                "sock_recvfrom", "sock_recvfrom_into", "sock_sendall", "sock_sendfile",
                "sock_sendto", "start_tls", "subprocess_exec", "subprocess_shell">(vm, type);
}

/// A method that is replaced is called wherever asyncio calls it by its name.
Status setAttributeOf(Vm& vm, Value value, Str* name, Value set) {
    if (!isReplaceable(viewOf(Value(name)))) {
        return raise(
            vm, vm.exc.NotImplementedError,
            fmt::format("replacing loop.{} is not supported by Coroscope", viewOf(Value(name))));
    }
    CORO_TRY(genericSetAttribute(vm, value, name, set));
    if (lookupInType(vm, value.object->type, name).is(vm.types.methodDescriptor))
        value.as<EventLoop>()->isOwn = true;
    return kDone;
}

Ref initSubclass(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    Type* type = a[0].as<Type>();
    if (!type->isSubtypeOf(run.loopType)) {
        return raise(vm, vm.exc.NotImplementedError,
                     fmt::format("{}: a class of event loops that is not made of "
                                 "asyncio.SelectorEventLoop is not supported by Coroscope",
                                 type->nameView()));
    }
    if (a.positional > 1 || a.keywords > 0) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("{}.__init_subclass__() takes no {} arguments", type->nameView(),
                                 a.keywords > 0 ? "keyword" : "positional"));
    }
    CORO_TRY(checkOwnLoopClass(run, type));
    return Ref::none();
}

/// BaseEventLoop and BaseSelectorEventLoop, which only their subclass has instances of.
Type* makeBaseType(Vm& vm, std::string_view name, Type* base) {
    TypeSpec spec;
    spec.name = name;
    spec.base = base;
    spec.instanceBytes = sizeof(EventLoop);
    spec.attributesOffset = offsetOfAttributes(&EventLoop::attributes);
    spec.slots.construct = [](Vm& v, Type* type, const Arguments&) -> Ref {
        return raise(v, v.exc.NotImplementedError,
                     fmt::format("{}() is not supported by Coroscope", type->name->view()));
    };
    spec.slots.destroy = destroyAs<EventLoop>;
    return makeType(vm, spec);
}

Type* makeLoopType(Vm& vm, Type* base) {
    TypeSpec spec;
    spec.name = "asyncio.unix_events._UnixSelectorEventLoop";
    spec.base = base;
    spec.slots.construct = [](Vm& v, Type* type, const Arguments&) -> Ref {
        return makeEventLoopOf(RunContext::of(v), type).toRef();
    };
    spec.slots.init = [](Vm& v, Value self, const Arguments& a) -> Status {
        static constexpr std::string_view kNames[] = {"selector"};
        Value values[1];
        CORO_TRY(bindLikePython(v, "_UnixSelectorEventLoop.__init__", a, {kNames, 0, 1}, values));
        if (!values[0].isUnbound() && !values[0].isNone()) {
            return raise(v, v.exc.NotImplementedError,
                         "a loop's own selector is not supported by Coroscope");
        }
        auto* loop = self.as<EventLoop>();
        const Ref own = CORO_TRY(ownMethod(RunContext::of(v), loop, "set_debug"));
        if (!own.isUnbound()) CORO_TRY(v.call(own, {Ref::boolean(loop->debug)}));
        return kDone;
    };
    spec.slots.setAttribute = setAttributeOf;
    spec.instanceBytes = sizeof(EventLoop);
    spec.attributesOffset = offsetOfAttributes(&EventLoop::attributes);
    spec.slots.destroy = destroyAs<EventLoop>;
    spec.slots.repr = reprOf;
    return makeType(vm, spec);
}

}  // namespace

void initEventLoopType(RunContext& run) {
    Vm& vm = run.vm;
    Type* base = makeBaseType(vm, "asyncio.base_events.BaseEventLoop", makeAbstractLoopType(vm));
    addClassMethod(vm, base, "__init_subclass__", initSubclass, 1, kAnyCount, kKeywords);
    addScheduling(vm, base);
    addRunning(vm, base);
    addSettings(vm, base);
    addExecutors(vm, base);
    run.loopType =
        makeLoopType(vm, makeBaseType(vm, "asyncio.selector_events.BaseSelectorEventLoop", base));
    addLoopViews(vm, run.loopType);
    addMethod(vm, run.loopType, "close", closeMethod, 1, 1);
    addSignals(vm, run.loopType);
    addRefused(vm, run.loopType);
    run.noLoop = makeInstance<EventLoop>(vm, run.loopType, vm.heap);
    run.noLoop->run = &run;
    run.noLoop->closed = true;
}

}  // namespace coroscope::loop
