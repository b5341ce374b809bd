// asyncio.ensure_future (Lib/asyncio/tasks.py _ensure_future, _wrap_awaitable).
#include "engine/loop/async_body.h"
#include "engine/loop/debug.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/loop/spawn.h"
#include "engine/runtime/effort.h"

namespace coroscope::loop {

namespace {

Async wrapAwaitable(Vm& vm, Ref awaitable) {
    // `yield from awaitable.__await__()`
    Ref awaited = vm.typeOf(awaitable)->slots.await(vm, awaitable);
    if (awaited.isRaised()) co_return Raised{};
    const bool isReady = awaited.is(vm.types.generator) || awaited.is(vm.types.coroutine) ||
                         vm.typeOf(awaited)->slots.send != nullptr;
    Ref iterator = isReady ? awaited : iterate(vm, awaited);
    if (iterator.isRaised()) co_return Raised{};
    Ref result = co_await Waiting{.iterator = iterator, .owned = {iterator, awaited, awaitable}};
    co_return result;
}

}  // namespace

bool isCoroutine(Vm& vm, Value value) {
    if (generatorBehind(vm, value)) return true;
    // What collections.abc.Coroutine takes for one, whoever wrote its methods.
    Type* type = vm.typeOf(value);
    if (!type->slots.await) return false;
    const auto has = [&](std::string_view name) {
        const Value found = lookupInType(vm, type, vm.intern(name));
        return !found.isUnbound() && !found.isNone();
    };
    return has("__await__") && has("send") && has("throw") && has("close");
}

namespace {

/// Of functools.partial, or of a class made of it: there is none before the module is imported.
bool isPartial(Vm& vm, Value value) {
    const Value functools = dictGetStr(vm.modules.get(), vm.intern("functools"));
    if (!functools.is(vm.types.module)) return false;
    const Value partial =
        dictGetStr(functools.as<runtime::Module>()->dict.get(), vm.intern("partial"));
    return isType(partial) && vm.typeOf(value)->isSubtypeOf(partial.as<Type>());
}

}  // namespace

Ref functionBehind(Vm& vm, Value value) {
    constexpr std::int64_t kEffortOfOne = 10;
    Ref callable(value);
    for (;;) {
        if (!spendEffort(vm, kEffortOfOne)) return Raised{};
        if (callable.is(vm.types.method)) {
            callable = Ref(callable.as<BoundMethod>()->function);
        } else if (callable.isObject() && isPartial(vm, callable)) {
            callable = CORO_TRY(findAttribute(vm, callable, vm.intern("func")));
        } else {
            return callable;
        }
    }
}

Outcome<bool> isCoroutineFunction(Vm& vm, Value value) {
    Ref callable = CORO_TRY(functionBehind(vm, value));
    return callable.is(vm.types.function) &&
           callable.as<Function>()->code->kind == CodeKind::Coroutine;
}

Ref ensureFuture(RunContext& run, Value awaitable, EventLoop* loop) {
    Vm& vm = run.vm;
    if (isFutureLike(run, awaitable)) {
        if (loop && awaitable.as<Future>()->loop != loop) {
            return raise(vm, vm.exc.ValueError,
                         "The future belongs to a different loop than the one specified as the "
                         "loop argument");
        }
        return awaitable;
    }
    Ref coroutine(awaitable);
    if (!isCoroutine(vm, awaitable)) {
        if (!vm.typeOf(awaitable)->slots.await) {
            return raise(vm, vm.exc.TypeError,
                         "An asyncio.Future, a coroutine or an awaitable is required");
        }
        coroutine = makeAsync(vm, "_wrap_awaitable", wrapAwaitable(vm, awaitable));
    }
    Ptr<EventLoop> found(loop);
    if (!found) {
        auto current = getEventLoop(run);
        if (current.isRaised()) {
            // The traceback keeps asyncio's frame, and that the coroutine.
            keepByError(vm, {&awaitable, 1});
            return Raised{};
        }
        found = current.take();
    }
    const ForeignFrame itself(run);
    Ref task = spawnTask(run, found.get(), coroutine, Value(), Value(), "tasks.py:670");
    if (task.isRaised() && !vm.stopped() && coroutine.is(vm.types.coroutine) &&
        vm.pending->type->isSubtypeOf(vm.exc.RuntimeError))
        coroutine.as<Generator>()->awaited = true;  // it is closed
    return task;
}

Ref ensureOwnFuture(RunContext& run, Value awaitable, EventLoop* loop, std::string_view attribute) {
    Ref future = CORO_TRY(ensureFuture(run, awaitable, loop));
    CORO_TRY(checkSpawned(run, future, attribute));
    return future;
}

}  // namespace coroscope::loop
