// In which context (PEP 567) callbacks and steps of tasks run.
//
// Most programs have no context variables: an empty context is no object at all here, and
// costs nothing to carry.
#pragma once

#include <utility>

#include <fmt/format.h>

#include "engine/runtime/context.h"
#include "engine/runtime/vm.h"

namespace coroscope::loop {

/// copy_context(), for what is set up now; null where no variable has a value.
[[nodiscard]] inline runtime::Ptr<runtime::Context> captureContext(runtime::Vm& vm) {
    const runtime::Context* current = vm.contexts.current.get();
    return current && current->values ? runtime::copyContext(vm) : runtime::Ptr<runtime::Context>();
}

/// A parameter `context`: captured where it is None or left out.
[[nodiscard]] inline runtime::Outcome<runtime::Ptr<runtime::Context>> contextArgument(
    runtime::Vm& vm, runtime::Value given) {
    if (given.isUnbound() || given.isNone()) return captureContext(vm);
    if (runtime::isContext(vm, given))
        return runtime::Ptr<runtime::Context>(given.as<runtime::Context>());
    return runtime::raise(
        vm, vm.exc.TypeError,
        fmt::format("a contextvars.Context was expected, got '{}'", vm.typeOf(given)->nameView()));
}

/// Runs what follows in `holder`'s context, which stays with its holder afterwards: one that was
/// empty may have been made meanwhile.
class ContextScope {
public:
    ContextScope(runtime::Vm& vm, runtime::Ptr<runtime::Context>& holder)
        : vm_(vm), holder_(holder), outer_(std::exchange(vm.contexts.current, holder)) {
        if (vm_.contexts.current) vm_.contexts.current->entered = true;
    }
    ~ContextScope() {
        holder_ = std::exchange(vm_.contexts.current, std::move(outer_));
        if (holder_ && holder_.get() != vm_.contexts.current.get()) holder_->entered = false;
    }
    ContextScope(const ContextScope&) = delete;
    ContextScope& operator=(const ContextScope&) = delete;

private:
    runtime::Vm& vm_;
    runtime::Ptr<runtime::Context>& holder_;
    runtime::Ptr<runtime::Context> outer_;
};

}  // namespace coroscope::loop
