// Literals of the source made into values.
#pragma once

#include "engine/language/code_object.h"
#include "engine/runtime/value.h"

namespace coroscope::runtime {

[[nodiscard]] Ref constantValue(Vm& vm, const language::CodeConstant& constant);

}  // namespace coroscope::runtime
