// Lock, Event, Condition, Semaphore and BoundedSemaphore (Lib/asyncio/locks.py).
#pragma once

#include "engine/loop/event_loop.h"
#include "engine/loop/wait_line.h"

namespace coroscope::loop {

/// What all that tasks can queue up at have in common (locks.py, mixins.py).
struct Synchronizer : Object {
    explicit Synchronizer(runtime::Heap& heap) : waiters(heap) {}

    Attributes attributes;
    EventLoop* loop = nullptr;  ///< borrowed; the first one that somebody waited in
    trace::ObjectId id;
    WaitLine waiters;
};

/// tp_new of these types: what the arguments say is __init__'s business, of which a subclass may
/// have its own.
template <class T>
[[nodiscard]] Ref constructEmpty(Vm& vm, Type* type, const Arguments&) {
    return makeInstance<T>(vm, type, vm.heap).toRef();
}

/// A new future at which the running task waits for `owner`; RuntimeError if that belongs to
/// another loop.
[[nodiscard]] Outcome<Ptr<Future>> makeWaiter(RunContext& run, Synchronizer* owner,
                                              trace::WaitKind kind);
/// Their private attribute `_loop`.
void addBoundLoop(Vm& vm, Type* type);
/// `<…Lock object at 0x… [locked, waiters:1]>`.
[[nodiscard]] Ref synchronizerRepr(Vm& vm, Value self, std::string_view state);

/// Makes RunContext::lockType and its like.
void initLockTypes(RunContext& run);

}  // namespace coroscope::loop
