// What a loop does for asynchronous generators (Lib/asyncio/base_events.py: the two hooks that
// run_forever sets, and shutdown_asyncgens).
#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/async_body.h"
#include "engine/loop/context_scope.h"
#include "engine/loop/gather.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/python_warnings.h"
#include "engine/loop/run_context.h"
#include "engine/loop/runner.h"

namespace coroscope::loop {

/// _asyncgen_firstiter_hook
void RunContext::asyncGeneratorBegun(Generator* generator) {
    asyncGenerators.erase(generator);  // of one that was in its place
    if (!runningLoop) return;
    if (runningLoop->asyncgensShutDown) {
        const auto text = reprText(vm, Value(generator));
        warnByModule(*this, vm.exc.ResourceWarning,
                     fmt::format("asynchronous generator {} was scheduled after "
                                 "loop.shutdown_asyncgens() call",
                                 text.isRaised() ? "" : *text),
                     {"/usr/lib/python3.11/asyncio/base_events.py", 532, "asyncio.base_events"},
                     Value(runningLoop));
    }
    asyncGenerators[generator] = {runningLoop, asyncGeneratorCount++};
}

/// _asyncgen_finalizer_hook: one that is lost half-way is closed by a task.
bool RunContext::asyncGeneratorDying(Generator* generator) {
    const auto found = asyncGenerators.find(generator);
    if (found == asyncGenerators.end()) return false;
    AsyncGeneratorHooks& hooks = found->second;
    if (hooks.finalized) return true;
    if (vm.stopped() || generator->asyncClosed || generator->state == Generator::State::Closed) {
        asyncGenerators.erase(found);
        return false;
    }
    EventLoop* loop = hooks.loop;
    hooks.finalized = true;
    hooks.listed = false;
    if (loop->closed) return true;
    Ref closing = closeAsyncGenerator(vm, generator);
    Ref create = getAttribute(vm, Value(loop), vm.intern("create_task"));
    if (create.isRaised()) return true;
    const Value argument = closing;
    if (Ref own = ownMethod(*this, loop, "call_soon_threadsafe"); own.isRaised()) {
        vm.pending.reset();
    } else if (!own.isUnbound()) {
        if (vm.call(own, {create, argument}).isRaised() && !vm.stopped()) vm.pending.reset();
    } else {
        static_cast<void>(
            callSoon(*this, loop, create, std::span(&argument, 1), captureContext(vm)));
    }
    return true;
}

namespace {

/// Those of this loop, oldest first; the loop lists them no more, but stays the one to close what
/// is lost half-way.
std::vector<Ptr<Generator>> takeAll(RunContext& run, const EventLoop* loop) {
    std::vector<std::pair<std::uint64_t, Generator*>> found;
    for (auto& [generator, hooks] : run.asyncGenerators) {
        if (hooks.loop != loop || !hooks.listed) continue;
        hooks.listed = false;
        found.emplace_back(hooks.number, generator);
    }
    std::ranges::sort(found);
    std::vector<Ptr<Generator>> taken;
    for (const auto& [number, generator] : found) taken.emplace_back(generator);
    return taken;
}

Async shutdownAsyncgens(RunContext& run, Ptr<EventLoop> loop) {
    Vm& vm = run.vm;
    loop->asyncgensShutDown = true;
    const std::vector<Ptr<Generator>> closing = takeAll(run, loop.get());
    if (closing.empty()) co_return Ref::none();
    std::vector<Ref> held;
    std::vector<Value> awaitables;
    for (const Ptr<Generator>& each : closing) {
        held.push_back(closeAsyncGenerator(vm, each.get()));
        awaitables.push_back(held.back());
    }
    Ref all = gather(run, awaitables, true);
    if (all.isRaised()) co_return Raised{};
    Ref iterator = getAwaitable(vm, all);
    if (iterator.isRaised()) co_return Raised{};
    Ref results = co_await Waiting{iterator};
    if (!results.is(vm.types.list)) co_return results;
    for (std::size_t i = 0; i < closing.size(); ++i) {
        const Value result = results.as<List>()->span()[i];
        if (!isException(result) || !result.object->type->isSubtypeOf(vm.exc.Exception)) continue;
        auto text = reprText(vm, closing[i].value());
        const std::pair<std::string_view, Value> context[] = {{"asyncgen", closing[i].value()}};
        callExceptionHandler(
            run, loop.get(),
            fmt::format("an error occurred during closing of asynchronous generator {}",
                        text.isRaised() ? "" : *text),
            result.as<Exception>(), context);
    }
    co_return Ref::none();
}

}  // namespace

Ref makeShutdownAsyncgens(RunContext& run, EventLoop* loop) {
    return makeAsync(run.vm, "BaseEventLoop.shutdown_asyncgens",
                     shutdownAsyncgens(run, Ptr<EventLoop>(loop)));
}

}  // namespace coroscope::loop
