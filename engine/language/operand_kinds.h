#pragma once

/// What the operand `a` of an instruction counts in (opcodes.h); joined instructions apart.

#include "engine/language/opcodes.h"

namespace coroscope::language {

/// A local variable, cell or free variable.
[[nodiscard]] constexpr bool takesSlot(Opcode op) {
    switch (op) {
        case Opcode::LoadFast:
        case Opcode::StoreFast:
        case Opcode::DeleteFast:
        case Opcode::MakeCell:
        case Opcode::LoadClosure:
        case Opcode::LoadDeref:
        case Opcode::StoreDeref:
        case Opcode::DeleteDeref:
        case Opcode::LoadClassDeref: return true;
        default: return false;
    }
}

/// CodeObject::names.
[[nodiscard]] constexpr bool takesName(Opcode op) {
    switch (op) {
        case Opcode::LoadGlobal:
        case Opcode::StoreGlobal:
        case Opcode::DeleteGlobal:
        case Opcode::LoadName:
        case Opcode::StoreName:
        case Opcode::DeleteName:
        case Opcode::LoadAttr:
        case Opcode::StoreAttr:
        case Opcode::DeleteAttr:
        case Opcode::LoadMethod:
        case Opcode::ImportName:
        case Opcode::ImportFrom: return true;
        default: return false;
    }
}

}  // namespace coroscope::language
