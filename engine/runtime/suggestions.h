// "Did you mean: 'x'?" for NameError and AttributeError (Python/suggestions.c).
#pragma once

#include <string>

namespace coroscope::runtime {

class Vm;
struct Exception;

/// `. Did you mean: 'x'?`, or nothing.
[[nodiscard]] std::string suggestionFor(Vm& vm, Exception* exception);

}  // namespace coroscope::runtime
