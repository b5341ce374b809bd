#pragma once

/// The last step of compilation: from an `Emitter`'s draft to a `CodeObject`.
///
///   1. jumps to jumps go straight to their end (CPython: optimize_basic_block);
///   2. what cannot be reached is dropped, and the stack's height found everywhere (stackdepth);
///   3. pairs of instructions are joined (`joinInstructions`);
///   4. slots, jump targets, inline caches and the exception table get their numbers.

#include "engine/language/emitter.h"

namespace coroscope::language {

/// Completes `code`, whose names and parameter counts are set, with what `draft` holds.
void assemble(Emitter&& draft, CodeObject& code);

/// Joins pairs of instructions where nothing can tell: not across a jump target, and only where
/// at most one of the two can raise, whose position the joined instruction gets.
/// `isTarget` tells which instructions are jumped to.
void joinInstructions(std::vector<DraftInstruction>& code, const std::vector<bool>& isTarget,
                      const std::vector<int>& labels, const std::vector<DraftHandler>& handlers,
                      int parameterCount);

}  // namespace coroscope::language
