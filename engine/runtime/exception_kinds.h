// The builtin exceptions that take more from their arguments than a message: OSError and the two
// errors of codecs (Objects/exceptions.c).
#pragma once

#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// What OSError does otherwise than its base: `OSError(errno, …)` makes the kind that belongs to
/// the number.
[[nodiscard]] Slots osErrorSlots();
/// The same for UnicodeDecodeError and UnicodeEncodeError.
[[nodiscard]] Slots unicodeErrorSlots();
/// Their attributes, once the types are there.
void addOsErrorFields(Vm& vm);
void addUnicodeErrorFields(Vm& vm);

/// Makes a UnicodeDecodeError or UnicodeEncodeError pending: `text[start:end]` is at fault.
Raised raiseUnicodeError(Vm& vm, Type* type, std::string_view encoding, Value text,
                         std::int64_t start, std::int64_t end, std::string_view reason);

}  // namespace coroscope::runtime
