#include "engine/loop/modules/asyncio_module.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/loop/as_completed.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/by_name.h"
#include "engine/loop/executors.h"
#include "engine/loop/gather.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/own_tasks.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/loop/runner.h"
#include "engine/loop/shield.h"
#include "engine/loop/sleep.h"
#include "engine/loop/spawn.h"
#include "engine/loop/timeouts.h"
#include "engine/loop/wait.h"
#include "engine/loop/wait_for.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::loop {

namespace {

/// An optional loop argument: the loop itself, or null where it is left out or None.
EventLoop* loopOf(RunContext& run, Value value) {
    return isLoop(run, value) ? value.as<EventLoop>() : nullptr;
}

bool isGiven(Value argument) { return !argument.isUnbound() && !argument.isNone(); }

Ref createTaskFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"coro", "name", "context"};
    Value values[3];
    CORO_TRY(bindLikePython(vm, "create_task", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = CORO_TRY(getRunningLoop(run));
    return spawnTask(run, loop, values[0], values[1], values[2], "tasks.py:374");
}

Ref ensureFutureFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"coro_or_future", "loop"};
    Value values[2];
    CORO_TRY(bindLikePython(vm, "ensure_future", a, {kNames, 1, 1}, values));
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = loopOf(run, values[1]);
    if (!loop && isGiven(values[1]) && isCoroutine(vm, values[0])) {
        // Not one of ours: it is asked all the same.
        const Ref create = CORO_TRY(getAttribute(vm, values[1], vm.intern("create_task")));
        return vm.call(create, {values[0]});
    }
    return ensureFuture(run, values[0], loop);
}

Ref getRunningLoopFunction(Vm& vm, const Arguments&) {
    EventLoop* loop = CORO_TRY(getRunningLoop(RunContext::of(vm)));
    return Ref(Value(loop));
}
Ref innerRunningLoop(Vm& vm, const Arguments&) {
    EventLoop* loop = RunContext::of(vm).runningLoop;
    return loop ? Ref(Value(loop)) : Ref::none();
}
Ref getEventLoopFunction(Vm& vm, const Arguments&) {
    Ptr<EventLoop> loop = CORO_TRY(getEventLoop(RunContext::of(vm)));
    return std::move(loop).toRef();
}
Ref newEventLoopFunction(Vm& vm, const Arguments& a) {
    CORO_TRY(bindLikePython(vm, "new_event_loop", a, {}, {}));
    Ptr<EventLoop> loop = CORO_TRY(newEventLoop(RunContext::of(vm)));
    return std::move(loop).toRef();
}
Ref setEventLoopFunction(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = loopOf(run, a[0]);
    if (!run.policy.isNone()) {
        CORO_TRY(vm.callMethod(run.policy, vm.intern("set_event_loop"), {a[0]}));
        return Ref::none();
    }
    if (!loop && !a[0].isNone()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("loop must be an instance of AbstractEventLoop or None, not '{}'",
                                 vm.typeOf(a[0])->nameView()));
    }
    setCurrentLoop(run, loop);
    return Ref::none();
}

Ref currentTask(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"loop"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "current_task", a, {kNames, 0, 1}, values));
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = loopOf(run, values[0]);
    if (!loop && isGiven(values[0])) return Ref::none();
    if (!loop) loop = CORO_TRY(getRunningLoop(run));
    Task* task = run.currentTask;
    return task && task->loop == loop ? Ref(Value(task)) : enteredTask(vm, loop);
}

Ref allTasksFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"loop"};
    Value values[1];
    CORO_TRY(bindLikePython(vm, "all_tasks", a, {kNames, 0, 1}, values));
    RunContext& run = RunContext::of(vm);
    EventLoop* loop = loopOf(run, values[0]);
    Ptr<Set> tasks = makeSet(vm);
    if (!loop && isGiven(values[0])) return std::move(tasks).toRef();
    if (!loop) loop = CORO_TRY(getRunningLoop(run));
    for (const Ptr<Task>& task : allTasks(run, loop))
        CORO_TRY(setAdd(vm, tasks.get(), task.value()));
    CORO_TRY(addRegisteredTasks(vm, loop, tasks.get()));
    return std::move(tasks).toRef();
}

/// base_futures.isfuture: whatever class has `_asyncio_future_blocking`.
Ref isFutureFunction(Vm& vm, const Arguments& a) {
    if (isFutureLike(RunContext::of(vm), a[0])) return Ref::boolean(true);
    Str* blocking = vm.intern("_asyncio_future_blocking");
    if (lookupInType(vm, vm.typeOf(a[0]), blocking).isUnbound()) return Ref::boolean(false);
    Ref value = CORO_TRY(getAttribute(vm, a[0], blocking));
    return Ref::boolean(!value.isNone());
}
Ref isCoroutineObject(Vm& vm, const Arguments& a) { return Ref::boolean(isCoroutine(vm, a[0])); }

/// Methods that are `async def` in CPython.
constexpr std::string_view kCoroutineMethods[] = {"Barrier.__aenter__",
                                                  "Barrier.__aexit__",
                                                  "Barrier.abort",
                                                  "Barrier.reset",
                                                  "Barrier.wait",
                                                  "BaseEventLoop.shutdown_asyncgens",
                                                  "BaseEventLoop.shutdown_default_executor",
                                                  "BoundedSemaphore.__aenter__",
                                                  "BoundedSemaphore.__aexit__",
                                                  "BoundedSemaphore.acquire",
                                                  "Condition.__aenter__",
                                                  "Condition.__aexit__",
                                                  "Condition.acquire",
                                                  "Condition.wait",
                                                  "Condition.wait_for",
                                                  "Event.wait",
                                                  "Lock.__aenter__",
                                                  "Lock.__aexit__",
                                                  "Lock.acquire",
                                                  "Queue.get",
                                                  "Queue.join",
                                                  "Queue.put",
                                                  "Semaphore.__aenter__",
                                                  "Semaphore.__aexit__",
                                                  "Semaphore.acquire",
                                                  "TaskGroup.__aenter__",
                                                  "TaskGroup.__aexit__",
                                                  "Timeout.__aenter__",
                                                  "Timeout.__aexit__"};

bool isCoroutineMethod(Vm& vm, const NativeFunction* native) {
    const Value module = dictGetStr(native->owner->dict, vm.names.__module__);
    if (!isStr(module) || !viewOf(module).starts_with("asyncio.")) return false;
    const std::string name =
        fmt::format("{}.{}", native->owner->name->view(), native->name->view());
    return std::binary_search(std::begin(kCoroutineMethods), std::end(kCoroutineMethods), name);
}

Ref isCoroutineFunctionFunction(Vm& vm, const Arguments& a) {
    Ref behind = CORO_TRY(functionBehind(vm, a[0]));
    if (behind.is(vm.types.nativeFunction) || behind.is(vm.types.methodDescriptor)) {
        const auto* native = behind.as<NativeFunction>();
        if (native->owner) return Ref::boolean(isCoroutineMethod(vm, native));
        const NativeCall function = native->function;
        return Ref::boolean(function == sleepFunction || function == waitForFunction ||
                            function == waitFunction || function == toThreadFunction);
    }
    return Ref::boolean(CORO_TRY(isCoroutineFunction(vm, behind)));
}

// --- the names -----------------------------------------------------------------------------------

struct FunctionRow {
    std::string_view module;  ///< the submodule that it is defined in
    std::string_view name;
    NativeCall function;
    int minimum, maximum;
    NativeAwait awaited = nullptr;
    bool builtin = false;  ///< in CPython, too
};
constexpr FunctionRow kFunctions[] = {
    {"runners", "run", asPython<runFunction>, 0, kAnyCount},
    {"tasks", "sleep", sleepFunction, 0, kAnyCount, sleepAtOnce},
    {"tasks", "create_task", asPython<createTaskFunction>, 0, kAnyCount},
    {"tasks", "ensure_future", asPython<ensureFutureFunction>, 0, kAnyCount},
    {"tasks", "gather", asPython<gatherFunction>, 0, kAnyCount},
    {"tasks", "shield", asPython<shieldFunction>, 0, kAnyCount},
    {"tasks", "wait_for", waitForFunction, 0, kAnyCount},
    {"tasks", "wait", waitFunction, 0, kAnyCount},
    {"tasks", "as_completed", asCompletedFunction, 0, kAnyCount},
    {"tasks", "current_task", currentTask, 0, kAnyCount},
    {"tasks", "all_tasks", allTasksFunction, 0, kAnyCount},
    {"tasks", "run_coroutine_threadsafe", runCoroutineThreadsafe, 0, kAnyCount},
    {"threads", "to_thread", toThreadFunction, 0, kAnyCount},
    {"futures", "wrap_future", wrapFutureFunction, 0, kAnyCount},
    {"timeouts", "timeout", asPython<timeoutFunction>, 0, kAnyCount},
    {"timeouts", "timeout_at", asPython<timeoutAtFunction>, 0, kAnyCount},
    {"events", "get_running_loop", getRunningLoopFunction, 0, 0, nullptr, true},
    {"events", "_get_running_loop", innerRunningLoop, 0, 0, nullptr, true},
    {"events", "get_event_loop", getEventLoopFunction, 0, 0, nullptr, true},
    {"events", "new_event_loop", newEventLoopFunction, 0, kAnyCount},
    {"events", "set_event_loop", byName<setEventLoopFunction, "set_event_loop", "loop">, 0,
     kAnyCount},
    {"futures", "isfuture", byName<isFutureFunction, "isfuture", "obj">, 0, kAnyCount},
    {"coroutines", "iscoroutine", byName<isCoroutineObject, "iscoroutine", "obj">, 0, kAnyCount},
    {"coroutines", "iscoroutinefunction",
     byName<isCoroutineFunctionFunction, "iscoroutinefunction", "func">, 0, kAnyCount},
};

struct TypeRow {
    std::string_view module;
    std::string_view name;
    Type* RunContext::*type;
};
constexpr TypeRow kTypes[] = {
    {"futures", "Future", &RunContext::futureType},
    {"tasks", "Task", &RunContext::taskType},
    {"timeouts", "Timeout", &RunContext::timeoutType},
    {"events", "Handle", &RunContext::handleType},
    {"events", "TimerHandle", &RunContext::timerHandleType},
    {"unix_events", "SelectorEventLoop", &RunContext::loopType},
    {"locks", "Lock", &RunContext::lockType},
    {"locks", "Event", &RunContext::eventType},
    {"locks", "Semaphore", &RunContext::semaphoreType},
    {"locks", "BoundedSemaphore", &RunContext::boundedSemaphoreType},
    {"locks", "Condition", &RunContext::conditionType},
    {"locks", "Barrier", &RunContext::barrierType},
    {"taskgroups", "TaskGroup", &RunContext::taskGroupType},
    {"runners", "Runner", &RunContext::runnerType},
    {"queues", "Queue", &RunContext::queueType},
    {"queues", "PriorityQueue", &RunContext::priorityQueueType},
    {"queues", "LifoQueue", &RunContext::lifoQueueType},
    {"queues", "QueueEmpty", &RunContext::queueEmpty},
    {"queues", "QueueFull", &RunContext::queueFull},
    {"exceptions", "CancelledError", &RunContext::cancelledError},
    {"exceptions", "InvalidStateError", &RunContext::invalidStateError},
    {"exceptions", "BrokenBarrierError", &RunContext::brokenBarrierError},
};

struct TextRow {
    std::string_view module;
    std::string_view name;
    std::string_view text;
};
constexpr TextRow kTexts[] = {
    {"tasks", "FIRST_COMPLETED", kFirstCompleted},
    {"tasks", "FIRST_EXCEPTION", kFirstException},
    {"tasks", "ALL_COMPLETED", kAllCompleted},
};

constexpr std::string_view kSubmodules[] = {
    "base_events", "coroutines", "events", "exceptions", "futures",  "locks",      "queues",
    "runners",     "taskgroups", "tasks",  "threads",    "timeouts", "unix_events"};

/// What is written in Python: `module` is the bundled one that has it.
struct BundledRow {
    std::string_view submodule;
    std::string_view name;
    std::string_view module;
};
constexpr BundledRow kBundled[] = {
    {"events", "AbstractEventLoopPolicy", "_policies"},
    {"events", "BaseDefaultEventLoopPolicy", "_policies"},
    {"unix_events", "DefaultEventLoopPolicy", "_policies"},
    {"events", "get_event_loop_policy", "_policies"},
    {"events", "set_event_loop_policy", "_policies"},
    {"exceptions", "IncompleteReadError", "_stream_errors"},
    {"exceptions", "LimitOverrunError", "_stream_errors"},
    {"exceptions", "SendfileNotAvailableError", "_stream_errors"},
    {"tasks", "_register_task", "_own_tasks"},
    {"tasks", "_unregister_task", "_own_tasks"},
    {"tasks", "_enter_task", "_own_tasks"},
    {"tasks", "_leave_task", "_own_tasks"},
};

/// What CPython's asyncio has and this one does not have yet.
constexpr std::string_view kUnsupported[] = {"AbstractChildWatcher",
                                             "AbstractServer",
                                             "BaseProtocol",
                                             "BaseTransport",
                                             "BufferedProtocol",
                                             "DatagramProtocol",
                                             "DatagramTransport",
                                             "FastChildWatcher",
                                             "MultiLoopChildWatcher",
                                             "PidfdChildWatcher",
                                             "Protocol",
                                             "ReadTransport",
                                             "SafeChildWatcher",
                                             "Server",
                                             "StreamReader",
                                             "StreamReaderProtocol",
                                             "StreamWriter",
                                             "SubprocessProtocol",
                                             "SubprocessTransport",
                                             "ThreadedChildWatcher",
                                             "Transport",
                                             "WriteTransport",
                                             "create_subprocess_exec",
                                             "create_subprocess_shell",
                                             "get_child_watcher",
                                             "open_connection",
                                             "open_unix_connection",
                                             "set_child_watcher",
                                             "start_server",
                                             "start_unix_server",
                                             "subprocess"};

/// What `from asyncio import *` gives, in the order of CPython 3.11's asyncio.__all__. A submodule
/// exports those that are its own.
constexpr std::string_view kExported[] = {"BaseEventLoop",
                                          "iscoroutinefunction",
                                          "iscoroutine",
                                          "AbstractEventLoopPolicy",
                                          "AbstractEventLoop",
                                          "Handle",
                                          "TimerHandle",
                                          "get_event_loop_policy",
                                          "set_event_loop_policy",
                                          "get_event_loop",
                                          "set_event_loop",
                                          "new_event_loop",
                                          "_set_running_loop",
                                          "get_running_loop",
                                          "_get_running_loop",
                                          "BrokenBarrierError",
                                          "CancelledError",
                                          "InvalidStateError",
                                          "TimeoutError",
                                          "IncompleteReadError",
                                          "LimitOverrunError",
                                          "SendfileNotAvailableError",
                                          "Future",
                                          "wrap_future",
                                          "isfuture",
                                          "Lock",
                                          "Event",
                                          "Condition",
                                          "Semaphore",
                                          "BoundedSemaphore",
                                          "Barrier",
                                          "Runner",
                                          "run",
                                          "Queue",
                                          "PriorityQueue",
                                          "LifoQueue",
                                          "QueueFull",
                                          "QueueEmpty",
                                          "Task",
                                          "create_task",
                                          "FIRST_COMPLETED",
                                          "FIRST_EXCEPTION",
                                          "ALL_COMPLETED",
                                          "wait",
                                          "wait_for",
                                          "as_completed",
                                          "sleep",
                                          "gather",
                                          "shield",
                                          "ensure_future",
                                          "run_coroutine_threadsafe",
                                          "current_task",
                                          "all_tasks",
                                          "_register_task",
                                          "_unregister_task",
                                          "_enter_task",
                                          "_leave_task",
                                          "to_thread",
                                          "Timeout",
                                          "timeout",
                                          "timeout_at",
                                          "SelectorEventLoop",
                                          "DefaultEventLoopPolicy"};

bool contains(std::span<const std::string_view> names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// "" for asyncio itself.
std::string_view submoduleOf(std::string_view module) {
    constexpr std::string_view kPrefix = "asyncio.";
    return module.starts_with(kPrefix) ? module.substr(kPrefix.size()) : std::string_view();
}

Ref fromBundled(Vm& vm, const BundledRow& row) {
    Ref module(dictGetStr(vm.modules.get(), vm.intern(row.module)));
    if (module.isUnbound()) module = CORO_TRY(makeRuntimeModule(vm, row.module));
    return getAttribute(vm, module, vm.intern(row.name));
}

/// The __getattr__ of asyncio, or of the submodule of this name: submodules and what is written in
/// Python are made when they are asked for, and what is not there yet is named.
Ref missingName(Vm& vm, const Arguments& a) {
    const std::string_view module = viewOf(a[0]), name = viewOf(a[1]);
    const std::string_view submodule = submoduleOf(module);
    RunContext& run = RunContext::of(vm);
    for (const BundledRow& row : kBundled) {
        if (row.name == name && (submodule.empty() || submodule == row.submodule))
            return fromBundled(vm, row);
    }
    if (submodule.empty() && contains(kSubmodules, name)) {
        const std::string full = fmt::format("asyncio.{}", name);
        Str* fullName = vm.intern(full);
        const Value known = dictGetStr(vm.modules.get(), fullName);
        if (!known.isUnbound()) return known;
        Ref made = CORO_TRY(makeAsyncioModule(run, full));
        dictSetStr(vm, vm.modules.get(), fullName, made);
        return made;
    }
    if (submodule.empty() && contains(kUnsupported, name)) {
        return raise(vm, vm.exc.AttributeError,
                     fmt::format("asyncio.{} is not supported by Coroscope yet", name));
    }
    return raise(vm, vm.exc.AttributeError,
                 fmt::format("module '{}' has no attribute '{}'", module, name));
}

void fill(RunContext& run, Dict* dict, std::string_view submodule) {
    Vm& vm = run.vm;
    const auto wanted = [&](std::string_view module) {
        return submodule.empty() || submodule == module;
    };
    for (const FunctionRow& row : kFunctions) {
        if (!wanted(row.module)) continue;
        Ptr<NativeFunction> function =
            makeNative(vm, row.name, row.function, row.minimum, row.maximum,
                       row.builtin && row.maximum == 0 ? kPositionalOnly : kKeywords);
        function->awaited = row.awaited;
        function->module =
            Value(vm.intern(row.builtin ? "_asyncio" : fmt::format("asyncio.{}", row.module)));
        setValue(vm, dict, row.name, function.value());
    }
    for (const TypeRow& row : kTypes) {
        if (wanted(row.module)) setValue(vm, dict, row.name, Value(run.*row.type));
    }
    for (const TextRow& row : kTexts) {
        if (wanted(row.module)) setValue(vm, dict, row.name, Value(vm.intern(row.text)));
    }
    Type* baseLoop = run.loopType->base->base;
    if (wanted("base_events")) setValue(vm, dict, "BaseEventLoop", Value(baseLoop));
    if (wanted("events")) setValue(vm, dict, "AbstractEventLoop", Value(baseLoop->base));
    if (wanted("exceptions")) setValue(vm, dict, "TimeoutError", Value(vm.exc.TimeoutError));
}

/// Of kExported, what this module has or makes at the first need. The package leaves its task
/// groups out (CPython 3.11's asyncio/__init__.py).
std::vector<std::string_view> exportedNames(Vm& vm, Dict* dict, std::string_view submodule,
                                            std::span<const std::string_view> lazy) {
    if (submodule == "taskgroups") return {"TaskGroup"};
    std::vector<std::string_view> names;
    for (const std::string_view name : kExported) {
        if (contains(lazy, name) || !dictGetStr(dict, vm.intern(name)).isUnbound())
            names.push_back(name);
    }
    return names;
}

Ptr<Tuple> tupleOfNames(Vm& vm, std::span<const std::string_view> names) {
    std::vector<Value> values;
    values.reserve(names.size());
    for (const std::string_view name : names) values.emplace_back(vm.intern(name));
    return makeTuple(vm, values);
}

}  // namespace

Ref makeAsyncioModule(RunContext& run, std::string_view name) {
    Vm& vm = run.vm;
    const std::string_view submodule = submoduleOf(name);
    if (name != "asyncio" && !contains(kSubmodules, submodule)) return {};
    Ptr<Module> module = makeModule(vm, name);
    Dict* dict = module->dict.get();
    fill(run, dict, submodule);
    setValue(vm, dict, "__getattr__",
             makeBoundNative(vm, "__getattr__", missingName, Value(vm.intern(name)), 2, 2).value());
    // What __getattr__ makes at the first need can be imported by name as well.
    std::vector<std::string_view> lazy;
    for (const BundledRow& row : kBundled) {
        if (submodule.empty() || submodule == row.submodule) lazy.push_back(row.name);
    }
    if (submodule.empty()) lazy.insert(lazy.end(), std::begin(kSubmodules), std::end(kSubmodules));
    setValue(vm, dict, "__lazy__", tupleOfNames(vm, lazy).value());
    setValue(vm, dict, "__all__",
             tupleOfNames(vm, exportedNames(vm, dict, submodule, lazy)).value());
    return std::move(module).toRef();
}

std::span<const std::string_view> asyncioSubmodules() { return kSubmodules; }

}  // namespace coroscope::loop
