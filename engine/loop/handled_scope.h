// An `except` block of asyncio's own.
#pragma once

#include <utility>

#include "engine/runtime/vm.h"

namespace coroscope::loop {

/// While it lives, `exception` is the one that is handled (sys.exc_info()), and so the context of
/// what is raised meanwhile; none, if there is none.
class HandledScope {
public:
    HandledScope(runtime::Vm& vm, runtime::Ptr<runtime::Exception> exception) : vm_(vm) {
        state_.handled = std::move(exception);
        state_.previous = std::exchange(vm_.exceptions, &state_);
    }
    ~HandledScope() { vm_.exceptions = state_.previous; }
    HandledScope(const HandledScope&) = delete;
    HandledScope& operator=(const HandledScope&) = delete;

private:
    runtime::Vm& vm_;
    runtime::ExceptionState state_;
};

}  // namespace coroscope::loop
