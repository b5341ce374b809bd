// The methods of str, a file for each kind.
#pragma once

#include <string_view>

#include "engine/runtime/type.h"

namespace coroscope::runtime {

void addStrMethods(Vm& vm);
/// upper, lower, title …, and the questions islower, isalpha ….
void addStrCaseMethods(Vm& vm);
/// split, join, partition, splitlines.
void addStrSplitMethods(Vm& vm);

/// The type's name as complaints of a wrong argument have it: `None`, not `NoneType`
/// (Python/getargs.c, _PyArg_BadArgument).
[[nodiscard]] std::string_view argumentTypeName(Vm& vm, Value value);

/// How many bytes reprOfText() makes of a text.
[[nodiscard]] std::size_t sizeOfRepr(std::string_view text);

}  // namespace coroscope::runtime
