#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/runtime/effort.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

/// Takes from the budget what it costs to go through so many bytes. For natives that look through
/// what is there; what they make is paid for where its memory comes from (Heap). The run ends at
/// the next instruction, or in the next burnFuel.
inline void payForBytes(Vm& vm, std::size_t bytes) {
    takeEffort(vm, static_cast<std::int64_t>(bytes) / Heap::kBytesAnInstruction);
}

/// What it takes to look for `needle` in so many bytes, as if they were more: short ones are
/// compared at each place (findText) where the first byte is right, and that may be everywhere.
inline std::size_t searchedBytes(std::size_t bytes, std::string_view needle) {
    return bytes * (needle.size() > 16 ? 4 : needle.size() > 1 ? 8 : 1);
}

/// A method that does something with each character of its str, or each byte.
/// `each`: how much longer that takes than to copy it.
template <Ref (*method)(Vm&, const Arguments&), std::size_t each = 16>
Ref readingAll(Vm& vm, const Arguments& args) {
    payForBytes(vm, (isStr(args[0]) ? viewOf(args[0]).size() : bytesView(args[0]).size()) * each);
    return method(vm, args);
}

}  // namespace coroscope::runtime
