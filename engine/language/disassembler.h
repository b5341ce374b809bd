#pragma once

/// Compiled code as text, for tests and for people.

#include <string>
#include <string_view>

#include "engine/language/code_object.h"

namespace coroscope::language {

/// `LoadFast`, …
[[nodiscard]] std::string_view nameOf(Opcode op);

/// A constant as Python would write it.
[[nodiscard]] std::string describe(const CodeConstant& constant);

struct DisassemblyOptions {
    bool showSpans = false;  ///< `12:4-12:9` after each instruction
    bool showNested = true;  ///< the code of inner functions and classes follows
};

/// A line per instruction, `INDEX OPCODE OPERANDS`, and one per row of the exception table,
/// headed by the code's qualified name.
[[nodiscard]] std::string disassemble(const CodeObject& code,
                                      const DisassemblyOptions& options = {});

}  // namespace coroscope::language
