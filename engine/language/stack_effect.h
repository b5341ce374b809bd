#pragma once

/// How each instruction changes the height of the evaluation stack.

#include "engine/language/opcodes.h"

namespace coroscope::language {

/// What `instruction` adds to the stack's height (negative: takes away) when it goes on to the
/// next instruction, or, with `jumps`, to its target.
[[nodiscard]] int stackEffect(const Instruction& instruction, bool jumps);

/// Does `instruction` have a jump target in `a`?
[[nodiscard]] bool isJump(Opcode op);

/// Does control never go on from `op` to the next instruction?
[[nodiscard]] bool endsBlock(Opcode op);

}  // namespace coroscope::language
