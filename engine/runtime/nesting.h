#pragma once

#include <string_view>

#include <fmt/format.h>

#include "engine/runtime/exceptions.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// How far down the C++ stack reaches. A call of its own, for a function that asks for its frame's
/// address itself loses a register to it: too dear for the dispatch loop.
[[nodiscard, gnu::noinline]] std::uintptr_t stackPosition();

/// Whether C++ may call itself once more.
[[nodiscard]] inline bool hasNativeRoom(const Vm& vm) {
    return vm.nativeDepth < kMaxNativeDepth && stackPosition() > vm.stackEnd;
}

/// One more call of C++ into itself that the scenario's data or code asks for. A function that can
/// meet itself again on the way down holds one, and refuses where it is too deep: the C++ stack
/// must not end before Python's own limit does (Py_EnterRecursiveCall).
class Nesting {
public:
    explicit Nesting(Vm& vm) : vm_(vm) { ++vm_.nativeDepth; }
    ~Nesting() { --vm_.nativeDepth; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    [[nodiscard]] bool isTooDeep() const { return !hasNativeRoom(vm_); }

private:
    Vm& vm_;
};

/// A call that counts as a frame of Python's, though it has none.
class CallDepth {
public:
    explicit CallDepth(Vm& vm) : vm_(vm) { ++vm_.depth; }
    ~CallDepth() { --vm_.depth; }
    CallDepth(const CallDepth&) = delete;
    CallDepth& operator=(const CallDepth&) = delete;

private:
    Vm& vm_;
};

/// Whether one more frame may run, by the scenario's limit and by the C++ stack's.
[[nodiscard]] inline bool hasRoomToRun(const Vm& vm) {
    return hasNativeRoom(vm) && vm.depth < vm.recursionLimit;
}

/// RecursionError; `where` as in "in comparison", empty for the plain message.
[[gnu::cold]] inline Raised raiseTooDeep(Vm& vm, std::string_view where = {}) {
    return raise(
        vm, vm.exc.RecursionError,
        fmt::format("maximum recursion depth exceeded{}{}", where.empty() ? "" : " ", where));
}

}  // namespace coroscope::runtime
