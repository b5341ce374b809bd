// Arguments of natives that are Python functions in CPython: bound, and refused, as ceval.c does
// it for those, whose words differ from those of C functions (native.h, bindArguments).
#pragma once

#include <span>
#include <string_view>

#include "engine/runtime/native.h"

namespace coroscope::loop {

struct Signature {
    std::span<const std::string_view> names;
    std::size_t required = 0;         ///< the first so many have no default
    std::size_t positionalCount = 0;  ///< those after are keyword-only
};

/// Missing ones stay Unbound in `out`.
runtime::Status bindLikePython(runtime::Vm& vm, std::string_view functionName,
                               const runtime::Arguments& arguments, const Signature& signature,
                               std::span<runtime::Value> out);

/// What raised the error that is pending had these arguments: coroutines among them that have not
/// begun live as long as it does.
void keepArguments(runtime::Vm& vm, const runtime::Arguments& arguments);

/// A function that CPython has in Python: through its frame and the traceback, what it was given
/// lives as long as an error that it raises. (When "never awaited" is reported depends on it.)
template <runtime::NativeCall function>
runtime::Ref asPython(runtime::Vm& vm, const runtime::Arguments& arguments) {
    runtime::Ref result = function(vm, arguments);
    if (result.isRaised()) [[unlikely]]
        keepArguments(vm, arguments);
    return result;
}

}  // namespace coroscope::loop
