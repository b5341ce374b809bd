#include "engine/loop/modules/workers_module.h"

#include "engine/loop/executors.h"
#include "engine/loop/run_context.h"
#include "engine/loop/workers.h"

namespace coroscope::loop {

namespace {

/// A queue that threads wait in: what locks and all else are made of.
struct Waiters : Object {
    explicit Waiters(Heap& heap) : queue(runtime::Counted<Ptr<Worker>>(heap)) {}

    WaitQueue queue;
};

/// Waiters.wait(timeout=None, what="a lock", thing=None): True, or False once the time is over. For
/// what is meant by `what` and `thing` see ThreadWait.
Ref waitMethod(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    double until = Workers::kForever;
    if (a.positional > 1 && !a[1].isNone()) until = run.now() + CORO_TRY(asDouble(vm, a[1]));
    const std::string what = a.positional > 2 ? CORO_TRY(strText(vm, a[2])) : std::string("a lock");
    const Value thing = a.positional > 3 ? a[3] : Value();
    Ptr<Waiters> keep(a[0].as<Waiters>());
    return Ref::boolean(CORO_TRY(run.workers.wait(keep->queue, until, {what, thing})));
}

Ref notifyMethod(Vm& vm, const Arguments& a) {
    const std::int64_t count = a.positional > 1 ? CORO_TRY(asIndex(vm, a[1])) : 1;
    RunContext::of(vm).workers.notify(a[0].as<Waiters>()->queue,
                                      static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
    return Ref::none();
}

/// start(function, name, kind, daemon)
Ref start(Vm& vm, const Arguments& a) {
    const auto kind = static_cast<Worker::Kind>(CORO_TRY(asIndex(vm, a[2])));
    const bool daemon = CORO_TRY(truth(vm, a[3]));
    return CORO_TRY(RunContext::of(vm).workers.start(a[0], a[1], kind, daemon)).toRef();
}

/// kill(worker)
Ref kill(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    if (!a[0].is(run.workerType)) return raise(vm, vm.exc.TypeError, "kill() takes a worker");
    run.workers.kill(a[0].as<Worker>());
    return Ref::none();
}

Ref current(Vm& vm, const Arguments&) {
    Worker* worker = RunContext::of(vm).workers.current();
    return worker ? Ref(Value(worker)) : Ref::none();
}

/// The number of the task that runs, to be given to begin_call.
Ref task(Vm& vm, const Arguments&) {
    const trace::TaskId id = RunContext::of(vm).currentTraceTask();
    return id.valid() ? Ref::ofInt(id.value) : Ref::none();
}

/// begin_call(name, task): the running worker is at work from now on.
Ref beginCall(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    Worker* worker = run.workers.current();
    if (!worker) return Ref::none();
    trace::TaskId submitter;
    if (!a[1].isNone())
        submitter = trace::TaskId(static_cast<std::uint32_t>(CORO_TRY(asIndex(vm, a[1]))));
    run.workers.beginCall(worker, CORO_TRY(strText(vm, a[0])), submitter);
    return Ref::none();
}

/// end_call(raised)
Ref endCall(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    const bool raised = CORO_TRY(truth(vm, a[0]));
    Worker* worker = run.workers.current();
    if (worker && worker->inCall)
        run.workers.endCall(worker,
                            raised ? trace::Resolution::Exception : trace::Resolution::Result);
    return Ref::none();
}

/// The time, without its being a reading by the scenario.
Ref now(Vm& vm, const Arguments&) { return Ref::ofFloat(RunContext::of(vm).now()); }

/// The others that can run have their turn first.
Ref letGo(Vm& vm, const Arguments&) {
    CORO_TRY(RunContext::of(vm).workers.sleep(0));
    return Ref::none();
}

/// exit(status): the program ends here, and nothing of it runs any more.
Ref exitAtOnce(Vm& vm, const Arguments& a) {
    RunContext& run = RunContext::of(vm);
    run.exitedWith = static_cast<int>(CORO_TRY(asIndex(vm, a[0])) & 0xFF);
    vm.stop(StopReason::Cancelled);
    return Raised{};
}

/// with_globals(function, namespace): the same function, that knows another module's names.
Ref withGlobals(Vm& vm, const Arguments& a) {
    if (!a[0].is(vm.types.function) || !a[1].is(vm.types.dict))
        return raise(vm, vm.exc.TypeError, "with_globals() takes a function and a dict");
    auto* original = a[0].as<Function>();
    Ptr<Function> copy = makeInstance<Function>(vm, vm.types.function);
    copy->code = original->code;
    copy->globals = Ptr<Dict>(a[1].as<Dict>());
    copy->defaults = original->defaults;
    copy->kwDefaults = original->kwDefaults;
    copy->closure = original->closure;
    copy->annotations = original->annotations;
    copy->name = original->name;
    copy->qualifiedName = original->qualifiedName;
    copy->doc = original->doc;
    copy->module = original->module;
    copy->version = vm.nextVersion();
    return std::move(copy).toRef();
}

}  // namespace

Ref makeWorkersModule(RunContext& run) {
    Vm& vm = run.vm;
    Ptr<Module> module = makeModule(vm, "_workers");
    Dict* dict = module->dict.get();
    addFunction(vm, dict, "start", start, 4, 4);
    addFunction(vm, dict, "kill", kill, 1, 1);
    addFunction(vm, dict, "current", current, 0, 0);
    addFunction(vm, dict, "task", task, 0, 0);
    addFunction(vm, dict, "begin_call", beginCall, 2, 2);
    addFunction(vm, dict, "end_call", endCall, 1, 1);
    addFunction(vm, dict, "chain_task", chainTask, 2, 2);
    addFunction(vm, dict, "now", now, 0, 0);
    addFunction(vm, dict, "let_go", letGo, 0, 0);
    addFunction(vm, dict, "exit", exitAtOnce, 1, 1);
    addFunction(vm, dict, "with_globals", withGlobals, 2, 2);
    setValue(vm, dict, "Waiters", Value(run.waitersType));
    setValue(vm, dict, "THREAD", Value::ofInt(static_cast<int>(Worker::Kind::Thread)));
    setValue(vm, dict, "POOL_THREAD", Value::ofInt(static_cast<int>(Worker::Kind::PoolThread)));
    setValue(vm, dict, "PROCESS", Value::ofInt(static_cast<int>(Worker::Kind::Process)));
    setValue(vm, dict, "POOL_PROCESS", Value::ofInt(static_cast<int>(Worker::Kind::PoolProcess)));
    return std::move(module).toRef();
}

void initWorkerTypes(RunContext& run) {
    Vm& vm = run.vm;
    TypeSpec worker;
    worker.name = "_workers.Worker";
    worker.flags = kTypeNoConstruct;
    worker.instanceBytes = sizeof(Worker);
    worker.slots.destroy = destroyAs<Worker>;
    run.workerType = makeType(vm, worker);
    addGetter(vm, run.workerType, "alive", [](Vm&, Value value) {
        return Ref::boolean(value.as<Worker>()->state != Worker::State::Ended);
    });
    addGetter(vm, run.workerType, "number", [](Vm&, Value value) {
        return Ref::ofInt(static_cast<std::int64_t>(value.as<Worker>()->number));
    });
    addGetter(
        vm, run.workerType, "name", [](Vm&, Value value) { return value.as<Worker>()->name; },
        [](Vm&, Value value, Value name) -> Status {
            value.as<Worker>()->name = name;
            return kDone;
        });

    TypeSpec waiters;
    waiters.name = "_workers.Waiters";
    waiters.instanceBytes = sizeof(Waiters);
    waiters.slots.destroy = destroyAs<Waiters>;
    waiters.slots.construct = [](Vm& v, Type* type, const Arguments&) {
        return makeInstance<Waiters>(v, type, v.heap).toRef();
    };
    waiters.slots.length = [](Vm&, Value value) -> Outcome<std::int64_t> {
        return static_cast<std::int64_t>(value.as<Waiters>()->queue.size());
    };
    run.waitersType = makeType(vm, waiters);
    addMethod(vm, run.waitersType, "wait", waitMethod, 1, 4);
    addMethod(vm, run.waitersType, "notify", notifyMethod, 1, 2);
}

}  // namespace coroscope::loop
