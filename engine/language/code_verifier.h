#pragma once

/// Checks of compiled code that only tests and debug builds make.

#include <string>

#include "engine/language/code_object.h"

namespace coroscope::language {

/// Follows every path through `code` and those inside it. Returns what is wrong: a stack whose
/// height differs between two ways to one place, falls below zero or goes above `stackSize`; a
/// jump, slot, name, constant or handler out of range; an end without a return. Empty if all is
/// well.
[[nodiscard]] std::string verify(const CodeObject& code);

}  // namespace coroscope::language
