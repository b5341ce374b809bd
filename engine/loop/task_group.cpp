#include "engine/loop/task_group.h"

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/bind_python.h"
#include "engine/loop/members.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/private_views.h"
#include "engine/loop/run_context.h"
#include "engine/loop/spawn.h"
#include "engine/runtime/exception_group.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types/dict.h"

namespace coroscope::loop {

namespace {

struct TaskGroup : Object {
    explicit TaskGroup(Heap& heap) : tasks(heap), errors(runtime::Counted<Ref>(heap)) {}

    Attributes attributes;
    EventLoop* loop = nullptr;  ///< borrowed
    Ptr<Task> parent;
    Members tasks;  ///< not done yet
    std::vector<Ref, runtime::Counted<Ref>> errors;
    Ptr<Exception> baseError;  ///< SystemExit or KeyboardInterrupt: goes before all others
    Ptr<Future> allDone;       ///< while its block waits for the tasks
    trace::ObjectId id;
    bool entered = false;
    bool exiting = false;
    bool aborting = false;
    bool parentCancelRequested = false;  ///< by the group itself
};

TaskGroup* self(const Arguments& a) { return a[0].as<TaskGroup>(); }

std::string describe(const TaskGroup* group) {
    std::string text = "<TaskGroup";
    if (!group->tasks.empty()) text += fmt::format(" tasks={}", group->tasks.size());
    if (!group->errors.empty()) text += fmt::format(" errors={}", group->errors.size());
    text += group->aborting ? " cancelling" : group->entered ? " entered" : "";
    return text + ">";
}

bool isBaseError(const Vm& vm, const Exception* error) {
    return error->type->isSubtypeOf(vm.exc.SystemExit) ||
           error->type->isSubtypeOf(vm.exc.KeyboardInterrupt);
}

/// TaskGroup._abort.
Status abort(RunContext& run, TaskGroup* group) {
    group->aborting = true;
    for (const Ptr<Future>& task : group->tasks.list()) {
        if (!task->done()) CORO_TRY(cancelFuture(run, task.get(), Value::none()));
    }
    return kDone;
}

/// TaskGroup._on_task_done.
Status taskDone(RunContext& run, Object* target, Future* task) {
    auto* group = static_cast<TaskGroup*>(target);
    group->tasks.remove(task);
    if (group->allDone && group->tasks.empty() && !group->allDone->done())
        CORO_TRY(setResult(run, group->allDone.get(), Value::boolean(true)));
    if (task->state == Future::State::Cancelled) return kDone;
    task->logTraceback = false;
    if (!task->exception()) return kDone;
    group->errors.push_back(Ref(Value(task->exception())));
    if (isBaseError(run.vm, task->exception()) && !group->baseError)
        group->baseError = Ptr<Exception>(task->exception());
    if (group->parent->done()) {
        auto taskText = reprText(run.vm, Value(task));
        auto parentText = reprText(run.vm, group->parent.value());
        const std::pair<std::string_view, Value> context[] = {{"task", Value(task)}};
        callExceptionHandler(
            run, group->loop,
            fmt::format("Task {} has errored out but its parent task {} is already completed",
                        taskText.isRaised() ? "?" : *taskText,
                        parentText.isRaised() ? "?" : *parentText),
            task->exception(), context);
        return kDone;
    }
    if (group->aborting || group->parentCancelRequested) return kDone;
    // What the block itself awaits must not hold up the end of the group: the parent is
    // cancelled, and __aexit__ takes that back.
    CORO_TRY(abort(run, group));
    group->parentCancelRequested = true;
    CORO_TRY(cancelFuture(run, group->parent.get(), Value::none()));
    return kDone;
}
constexpr NativeAction kTaskDone{taskDone, "TaskGroup._on_task_done", "TaskGroup._on_task_done()",
                                 "task"};

Ref enter(Vm& vm, Value value, Value) {
    auto* group = value.as<TaskGroup>();
    RunContext& run = RunContext::of(vm);
    if (group->entered) {
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("TaskGroup {} has been already entered", describe(group)));
    }
    group->entered = true;
    if (!group->loop) group->loop = CORO_TRY(getRunningLoop(run));
    group->parent = Ptr<Task>(run.currentTask);
    if (!group->parent) {
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("TaskGroup {} cannot determine the parent task", describe(group)));
    }
    if (!group->id.valid()) group->id = run.recorder.newObject();
    return value;
}

/// Waits until no task is left. The cancelling of the parent that is to go on, if it came
/// meanwhile, is given back in `cancelled`.
Async waitForTasks(RunContext& run, Ptr<TaskGroup> group, Ptr<Exception>* cancelled) {
    Vm& vm = run.vm;
    while (!group->tasks.empty()) {
        if (!group->allDone) {
            auto made = createFuture(run, group->loop);
            if (made.isRaised()) co_return Raised{};
            group->allDone = made.take();
        }
        Ptr<Future> waiter = group->allDone;
        waiter->waitKind = trace::WaitKind::TaskGroup;
        waiter->waitValue = static_cast<double>(group->tasks.size());
        waiter->id = group->id;
        Ref woken = co_await Waiting{.iterator = waiter.value(), .owned = {waiter, group}};
        if (woken.isRaised()) {
            if (vm.stopped() || !vm.pending->type->isSubtypeOf(run.cancelledError))
                co_return Raised{};
            Ptr<Exception> error = takePending(vm);
            if (!group->aborting) {
                *cancelled = std::move(error);
                if (abort(run, group.get()).isRaised()) co_return Raised{};
            }
        }
        group->allDone.reset();
    }
    co_return Ref::none();
}

/// `raise error` of __aexit__, where `error` is a local: see Uncollected.
Ref raiseOwn(RunContext& run, TaskGroup* group, Ptr<Exception> error) {
    run.uncollected.keep(error, Ptr<Object>(group));
    return raiseException(run.vm, std::move(error));
}

/// What __aexit__ ends with once no task is left.
Ref finish(Vm& vm, TaskGroup* group, Ptr<Exception> cancelled, Value error) {
    RunContext& run = RunContext::of(vm);
    if (group->baseError) return raiseOwn(run, group, group->baseError);
    if (cancelled && group->errors.empty()) return raiseOwn(run, group, std::move(cancelled));
    if (isException(error) && error.as<Object>()->type != run.cancelledError)
        group->errors.emplace_back(error);
    if (group->errors.empty()) return Ref::none();
    const auto errors = std::move(group->errors);
    group->errors.clear();
    const std::vector<Value> values(errors.begin(), errors.end());
    Ptr<Exception> all = makeExceptionGroup(vm, "unhandled errors in a TaskGroup", values);
    all->suppressContext = true;  // `raise … from None`
    return raiseOwn(run, group, std::move(all));
}

Async leave(RunContext& run, Ptr<TaskGroup> group, Ref error) {
    Vm& vm = run.vm;
    group->exiting = true;
    const bool failed = isException(error);
    if (failed && isBaseError(vm, error.as<Exception>()) && !group->baseError)
        group->baseError = Ptr<Exception>(error.as<Exception>());
    Ptr<Exception> cancelled;
    if (failed && error.as<Object>()->type == run.cancelledError)
        cancelled = Ptr<Exception>(error.as<Exception>());
    if (group->parentCancelRequested) {
        Task* parent = group->parent.get();
        if (parent->cancelRequests > 0) --parent->cancelRequests;
        if (parent->cancelRequests == 0) cancelled.reset();
    }
    if (failed && !group->aborting && abort(run, group.get()).isRaised()) co_return Raised{};
    if (!group->tasks.empty()) {
        Ref waiting = makeAsync(vm, "TaskGroup.__aexit__", waitForTasks(run, group, &cancelled));
        Ref waited = co_await Waiting{.iterator = waiting, .owned = {waiting, group, error}};
        if (waited.isRaised()) co_return Raised{};
    }
    co_return finish(vm, group.get(), std::move(cancelled), error);
}

Ref createTaskMethod(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"self", "coro", "name", "context"};
    Value values[4];
    CORO_TRY(bindLikePython(vm, "TaskGroup.create_task", a, {kNames, 2, 2}, values));
    TaskGroup* group = self(a);
    RunContext& run = RunContext::of(vm);
    const char* wrong = !group->entered                          ? "has not been entered"
                        : group->exiting && group->tasks.empty() ? "is finished"
                        : group->aborting                        ? "is shutting down"
                                                                 : nullptr;
    if (wrong) {
        return raise(vm, vm.exc.RuntimeError,
                     fmt::format("TaskGroup {} {}", describe(group), wrong));
    }
    Ref task =
        CORO_TRY(spawnTask(run, group->loop, values[1], values[2], values[3], "taskgroups.py:145"));
    CORO_TRY(checkSpawned(run, task, "add_done_callback"));
    CORO_TRY(addNativeCallback(run, task.as<Future>(), &kTaskDone, group));
    group->tasks.add(task.as<Future>());
    if (task.as<Future>()->type->isSubtypeOf(run.taskType))
        run.recorder.addMember(group->id, task.as<Task>()->traceId);
    return task;
}

Ref construct(Vm& vm, Type* type, const Arguments&) {
    return makeInstance<TaskGroup>(vm, type, vm.heap).toRef();
}
Status init(Vm& vm, Value, const Arguments& a) {
    return bindLikePython(vm, "TaskGroup.__init__", a, {}, {});
}

template <bool TaskGroup::*kFlag>
Ref flagView(Vm&, Value value) {
    return Ref::boolean(value.as<TaskGroup>()->*kFlag);
}

void addViews(Vm& vm, Type* type) {
    addGetter(vm, type, "_entered", flagView<&TaskGroup::entered>);
    addGetter(vm, type, "_exiting", flagView<&TaskGroup::exiting>);
    addGetter(vm, type, "_aborting", flagView<&TaskGroup::aborting>);
    addGetter(vm, type, "_parent_cancel_requested", flagView<&TaskGroup::parentCancelRequested>);
    addGetter(vm, type, "_loop",
              [](Vm&, Value value) { return orNone(value.as<TaskGroup>()->loop); });
    addGetter(vm, type, "_parent_task",
              [](Vm&, Value value) { return orNone(value.as<TaskGroup>()->parent.get()); });
    addGetter(vm, type, "_base_error",
              [](Vm&, Value value) { return orNone(value.as<TaskGroup>()->baseError.get()); });
    addGetter(vm, type, "_on_completed_fut",
              [](Vm&, Value value) { return orNone(value.as<TaskGroup>()->allDone.get()); });
    addGetter(vm, type, "_errors",
              [](Vm& v, Value value) { return listOf(v, value.as<TaskGroup>()->errors); });
    addGetter(vm, type, "_tasks", [](Vm& v, Value value) -> Ref {
        Ptr<Set> tasks = makeSet(v);
        for (const Ptr<Future>& task : value.as<TaskGroup>()->tasks.list())
            CORO_TRY(setAdd(v, tasks.get(), task.value()));
        return std::move(tasks).toRef();
    });
}

}  // namespace

void initTaskGroupType(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec spec;
    spec.name = "asyncio.taskgroups.TaskGroup";
    spec.instanceBytes = sizeof(TaskGroup);
    spec.attributesOffset = offsetOfAttributes(&TaskGroup::attributes);
    spec.slots.destroy = destroyAs<TaskGroup>;
    spec.slots.traverse = traverseMembers<&TaskGroup::parent, &TaskGroup::tasks, &TaskGroup::errors,
                                          &TaskGroup::baseError, &TaskGroup::allDone>;
    spec.slots.construct = construct;
    spec.slots.init = init;
    spec.slots.repr = [](Vm& v, Value value) { return newStr(v, describe(value.as<TaskGroup>())); };
    Type* type = run.taskGroupType = makeType(vm, spec);
    addViews(vm, type);
    addMethod(vm, type, "create_task", asPython<createTaskMethod>, 1, kAnyCount, kKeywords);
    addMethod(
        vm, type, "__aenter__",
        [](Vm& v, const Arguments& a) {
            return makeImmediate(v, "TaskGroup.__aenter__", enter, a[0]);
        },
        1, 1);
    addMethod(
        vm, type, "__aexit__",
        [](Vm& v, const Arguments& a) {
            return makeAsync(v, "TaskGroup.__aexit__",
                             leave(RunContext::of(v), Ptr<TaskGroup>(self(a)), a[2]));
        },
        4, 4);
}

}  // namespace coroscope::loop
