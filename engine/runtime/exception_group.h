// BaseExceptionGroup and ExceptionGroup (Objects/exceptions.c): exceptions that carry others.
//
// A group is an Exception whose `value` is its message and whose `object` is the tuple of
// the exceptions in it.
#pragma once

#include <span>
#include <string_view>

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// A BaseExceptionGroup of these (at least one), which is an ExceptionGroup if all of them are
/// Exceptions.
[[nodiscard]] Ptr<Exception> makeExceptionGroup(Vm& vm, std::string_view message,
                                                std::span<const Value> exceptions);
/// The group of one as which `except*` sees an exception that is none; its repr shows a tuple.
[[nodiscard]] Ptr<Exception> makeGroupOfOne(Vm& vm, Value exception);

[[nodiscard]] inline bool isExceptionGroup(Vm& vm, const Exception* exception) {
    return exception->type->isSubtypeOf(vm.exc.BaseExceptionGroup);
}
/// The exceptions in a group, borrowed from it.
[[nodiscard]] std::span<const Value> exceptionsOf(const Exception* group);

/// The two parts of an exception; each may be empty.
struct ExceptionSplit {
    Ptr<Exception> match, rest;
};
/// `group.split(condition)`: by an exception type, a tuple of them or a predicate. What is no
/// group is whole in one part. Raised: TypeError about the condition, or what derive() or the
/// predicate raised.
[[nodiscard]] Outcome<ExceptionSplit> splitException(Vm& vm, Exception* exception, Value condition);

void initExceptionGroups(Vm& vm);

}  // namespace coroscope::runtime
