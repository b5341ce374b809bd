#include "engine/language/stack_effect.h"

#include <bit>

namespace coroscope::language {

bool isJump(Opcode op) {
    switch (op) {
        case Opcode::Jump:
        case Opcode::JumpBackward:
        case Opcode::PopJumpIfFalse:
        case Opcode::PopJumpIfTrue:
        case Opcode::PopJumpIfNone:
        case Opcode::PopJumpIfNotNone:
        case Opcode::JumpIfFalseOrPop:
        case Opcode::JumpIfTrueOrPop:
        case Opcode::ForIter:
        case Opcode::ForIterStoreFast:
        case Opcode::CompareJumpIfFalse:
        case Opcode::CompareJumpIfTrue:
        case Opcode::CompareFastConst:
        case Opcode::CompareFastFast: return true;
        default: return false;
    }
}

bool endsBlock(Opcode op) {
    switch (op) {
        case Opcode::Jump:
        case Opcode::JumpBackward:
        case Opcode::ReturnValue:
        case Opcode::ReturnConst:
        case Opcode::Reraise:
        case Opcode::RaiseVarargs: return true;
        default: return false;
    }
}

int stackEffect(const Instruction& instruction, bool jumps) {
    const int a = instruction.a;
    switch (instruction.op) {
        case Opcode::Nop:
        case Opcode::Swap:
        case Opcode::DeleteFast:
        case Opcode::MakeCell:
        case Opcode::DeleteDeref:
        case Opcode::DeleteGlobal:
        case Opcode::DeleteName:
        case Opcode::LoadAttr:
        case Opcode::ListToTuple:
        case Opcode::UnaryNegative:
        case Opcode::UnaryPositive:
        case Opcode::UnaryInvert:
        case Opcode::UnaryNot:
        case Opcode::Jump:
        case Opcode::JumpBackward:
        case Opcode::GetIter:
        case Opcode::CheckExcMatch:
        case Opcode::CheckEgMatch:
        case Opcode::YieldValue:
        case Opcode::GetYieldFromIter:
        case Opcode::GetAwaitable:
        case Opcode::GetAiter:
        case Opcode::AsyncGenWrap:
        case Opcode::ImportName:
        case Opcode::SetupAnnotations:
        case Opcode::CompareFastConst:
        case Opcode::CompareFastFast:
        case Opcode::ReturnConst:
        case Opcode::StoreFastLoadFast: return 0;
        case Opcode::Copy:
        case Opcode::PushNull:
        case Opcode::LoadConst:
        case Opcode::LoadFast:
        case Opcode::LoadClosure:
        case Opcode::LoadDeref:
        case Opcode::LoadClassDeref:
        case Opcode::LoadName:
        case Opcode::LoadMethod:
        case Opcode::LoadBuildClass:
        case Opcode::PushExcInfo:
        case Opcode::LoadAssertionError:
        case Opcode::BeforeWith:
        case Opcode::WithExceptStart:
        case Opcode::BeforeAsyncWith:
        case Opcode::GetAnext:
        case Opcode::ImportFrom:
        case Opcode::GetLen:
        case Opcode::MatchSequence:
        case Opcode::MatchMapping:
        case Opcode::MatchKeys:
        case Opcode::LoadFastLoadAttr:
        case Opcode::AddFastConst:
        case Opcode::SubtractFastConst:
        case Opcode::AddFastFast: return 1;
        case Opcode::LoadFastLoadFast:
        case Opcode::LoadFastLoadConst:
        case Opcode::LoadConstLoadFast:
        case Opcode::LoadFastLoadMethod: return 2;
        case Opcode::LoadGlobal: return instruction.c != 0 ? 2 : 1;
        case Opcode::PopTop:
        case Opcode::StoreFast:
        case Opcode::StoreDeref:
        case Opcode::StoreGlobal:
        case Opcode::StoreName:
        case Opcode::DeleteAttr:
        case Opcode::ReturnValue:
        case Opcode::LoadFastStoreAttr:
        case Opcode::ListAppend:
        case Opcode::SetAdd:
        case Opcode::ListExtend:
        case Opcode::SetUpdate:
        case Opcode::DictUpdate:
        case Opcode::DictMerge:
        case Opcode::BinaryOp:
        case Opcode::BinaryAdd:
        case Opcode::BinarySubtract:
        case Opcode::BinaryMultiply:
        case Opcode::BinarySubscr:
        case Opcode::Compare:
        case Opcode::IsOp:
        case Opcode::ContainsOp:
        case Opcode::PopJumpIfFalse:
        case Opcode::PopJumpIfTrue:
        case Opcode::PopJumpIfNone:
        case Opcode::PopJumpIfNotNone:
        case Opcode::PopExcept:
        case Opcode::Reraise:
        case Opcode::YieldFrom:
        case Opcode::PrepReraiseStar:
        case Opcode::ImportStar: return -1;
        case Opcode::StoreAttr:
        case Opcode::MapAdd:
        case Opcode::DeleteSubscr:
        case Opcode::EndAsyncFor:
        case Opcode::MatchClass:
        case Opcode::StoreFastStoreFast:
        case Opcode::CompareJumpIfFalse:
        case Opcode::CompareJumpIfTrue: return -2;
        case Opcode::StoreSubscr: return -3;
        case Opcode::JumpIfFalseOrPop:
        case Opcode::JumpIfTrueOrPop: return jumps ? 0 : -1;
        case Opcode::ForIter: return jumps ? -1 : 1;
        case Opcode::ForIterStoreFast: return jumps ? -1 : 0;
        case Opcode::Call:
        case Opcode::CallKw: return -a - 1;
        case Opcode::CallEx: return -2 - instruction.c;
        case Opcode::MakeFunction: return 1 - std::popcount(static_cast<unsigned>(instruction.c));
        case Opcode::BuildTuple:
        case Opcode::BuildList:
        case Opcode::BuildSet:
        case Opcode::BuildString: return 1 - a;
        case Opcode::BuildMap: return 1 - 2 * a;
        case Opcode::BuildSlice: return 1 - a;
        case Opcode::FormatValue: return (instruction.c & kHasFormatSpec) != 0 ? -1 : 0;
        case Opcode::UnpackSequence: return a - 1;
        case Opcode::UnpackEx: return (a & 0xFFFF) + (a >> 16);
        case Opcode::RaiseVarargs: return -a;
    }
    return 0;
}

}  // namespace coroscope::language
