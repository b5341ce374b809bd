#include "engine/loop/gather.h"

#include <bit>

#include <fmt/format.h>

#include "engine/loop/bind_python.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/policy.h"
#include "engine/loop/run_context.h"
#include "engine/loop/spawn.h"

namespace coroscope::loop {

namespace {

/// What gather(return_exceptions=True) puts in a cancelled child's place.
Ref cancelledResult(RunContext& run, Future* child) {
    Ref message = child->cancelMessage();
    if (message.isNone()) message = Ref(Value(run.vm.intern("")));
    const Value argument = message;
    return makeException(run.vm, run.cancelledError, std::span<const Value>(&argument, 1)).toRef();
}

Ptr<List> collectResults(RunContext& run, GatheringFuture* outer) {
    Ptr<List> results = makeList(run.vm, static_cast<std::uint32_t>(outer->children.size()));
    for (const Ref& each : outer->children) {
        auto* child = each.as<Future>();
        Ref result;
        if (child->state == Future::State::Cancelled) {
            result = cancelledResult(run, child);
        } else {
            child->logTraceback = false;
            result = child->exception() ? Ref(Value(child->exception())) : child->result;
        }
        if (listAppend(run.vm, results.get(), result).isRaised()) break;
    }
    return results;
}

/// gather.<locals>._done_callback.
Status childDone(RunContext& run, Object* target, Future* child) {
    auto* outer = static_cast<GatheringFuture*>(target);
    ++outer->finished;
    const bool cancelled = child->state == Future::State::Cancelled;
    if (outer->done()) {
        if (!cancelled) child->logTraceback = false;
        return kDone;
    }
    if (!outer->returnExceptions) {
        if (cancelled) {
            return setException(run, outer, makeCancelledError(run, child));
        }
        child->logTraceback = false;
        if (child->exception()) return setException(run, outer, Ptr<Exception>(child->exception()));
    }
    if (outer->finished != outer->count) return kDone;
    Ptr<List> results = collectResults(run, outer);
    if (outer->cancelRequested) {
        // The name `fut` is the last child's by then.
        return setException(run, outer,
                            makeCancelledError(run, outer->children.back().as<Future>()));
    }
    return setResult(run, outer, results.value());
}
constexpr NativeAction kChildDone{
    childDone, "gather.<locals>._done_callback",
    "gather.<locals>._done_callback() at /usr/lib/python3.11/asyncio/tasks.py:754"};

/// Which arguments came before: an open-addressed table of indices by object.
class Seen {
public:
    explicit Seen(std::size_t count) : table_(std::bit_ceil(count * 2 + 2), kNone) {}
    /// The index of an equal argument before it; else its own, which is remembered.
    std::size_t indexOf(std::span<const Value> values, std::size_t index) {
        const Value value = values[index];
        const std::size_t mask = table_.size() - 1;
        std::size_t at =
            (static_cast<std::size_t>(value.integer) >> 4) * 0x9E3779B97F4A7C15ULL >> 20 & mask;
        for (; table_[at] != kNone; at = (at + 1) & mask) {
            if (values[table_[at]].identical(value)) return table_[at];
        }
        table_[at] = static_cast<std::uint32_t>(index);
        return index;
    }

private:
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    std::vector<std::uint32_t> table_;
};

Ref emptyGather(RunContext& run) {
    Ptr<EventLoop> loop = CORO_TRY(getEventLoop(run));
    Ptr<Future> outer = CORO_TRY(createFuture(run, loop.get()));
    CORO_TRY(setResult(run, outer.get(), makeList(run.vm).value()));
    return std::move(outer).toRef();
}

}  // namespace

Ref gather(RunContext& run, std::span<const Value> awaitables, bool returnExceptions) {
    Vm& vm = run.vm;
    if (awaitables.empty()) return emptyGather(run);
    Ptr<GatheringFuture> outer = makeInstance<GatheringFuture>(vm, run.gatheringType, vm.heap);
    outer->flags |= vm.nextBirth();
    outer->returnExceptions = returnExceptions;
    outer->waitKind = trace::WaitKind::Gather;
    outer->waitValue = static_cast<double>(awaitables.size());
    outer->children.reserve(awaitables.size());
    const trace::ObjectId group = idOf(run, outer.get());
    Seen seen(awaitables.size());
    EventLoop* loop = nullptr;
    for (std::size_t i = 0; i < awaitables.size(); ++i) {
        const std::size_t first = seen.indexOf(awaitables, i);
        if (first != i) {
            Ref again = outer->children[first];
            outer->children.push_back(std::move(again));
            continue;
        }
        // Arguments are keys of a dict there: that a list is none is what it says of one. What is
        // hashed by its identity can be one, and would get a number for it to be remembered by.
        const bool byIdentity = vm.typeOf(awaitables[i])->slots.hash == vm.types.object->slots.hash;
        const bool isKey = byIdentity || !hashOf(vm, awaitables[i]).isRaised();
        Ref child = isKey ? ensureOwnFuture(run, awaitables[i], loop, "_loop") : Ref(Raised{});
        if (child.isRaised()) {
            // Of what is no key of a dict.
            if (!isKey) keepByError(vm, awaitables);
            // Those before it run on; nobody will see what becomes of them.
            outer->state = Future::State::Cancelled;
            outer->children.clear();
            return Raised{};
        }
        auto* future = child.as<Future>();
        if (!loop) {
            loop = future->loop;
            outer->loop = loop;
        }
        if (!child.get().identical(awaitables[i])) future->logDestroyPending = false;
        ++outer->count;
        CORO_TRY(addNativeCallback(run, future, &kChildDone, outer.get()));
        if (future->type->isSubtypeOf(run.taskType))
            run.recorder.addMember(group, static_cast<Task*>(future)->traceId);
        outer->children.push_back(std::move(child));
    }
    return std::move(outer).toRef();
}

Ref gatherFunction(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"return_exceptions"};
    Value values[1];
    const Arguments keywords{a.values + a.positional, 0, a.keywords, a.keywordNames};
    CORO_TRY(bindLikePython(vm, "gather", keywords, {kNames, 0, 0}, values));
    const bool returnExceptions = !values[0].isUnbound() && CORO_TRY(truth(vm, values[0]));
    return gather(RunContext::of(vm), {a.values, a.positional}, returnExceptions);
}

}  // namespace coroscope::loop
