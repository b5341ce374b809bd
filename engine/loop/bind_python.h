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

}  // namespace coroscope::loop
