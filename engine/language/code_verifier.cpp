#include "engine/language/code_verifier.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/language/operand_kinds.h"
#include "engine/language/stack_effect.h"

namespace coroscope::language {
namespace {

class Verifier {
public:
    explicit Verifier(const CodeObject& code)
        : code_(code), depths_(code.instructions.size(), -1) {}

    std::string run() {
        if (code_.spans.size() != code_.instructions.size()) complain("spans are missing", 0);
        arrive(0, 0, 0);
        while (!work_.empty() && problem_.empty()) {
            const std::size_t index = work_.back();
            work_.pop_back();
            step(index);
        }
        for (std::size_t i = 0; i < depths_.size(); ++i) {
            if (depths_[i] < 0) complain("unreachable", i);
        }
        if (problem_.empty() && deepest_ > code_.stackSize) complain("stackSize is too small", 0);
        int previousEnd = 0;
        for (const ExceptionRange& range : code_.exceptionTable) {
            if (range.begin < previousEnd || range.end <= range.begin) {
                complain("exception table not in order", 0);
            }
            previousEnd = range.end;
        }
        return std::move(problem_);
    }

private:
    void complain(const std::string& what, std::size_t index) {
        if (problem_.empty()) {
            problem_ = code_.qualifiedName + " at " + std::to_string(index) + ": " + what;
        }
    }

    void arrive(std::size_t index, int depth, std::size_t from) {
        deepest_ = std::max(deepest_, depth);
        if (index >= depths_.size()) {
            complain("control leaves the code", from);
        } else if (depth < 0) {
            complain("stack underflow", from);
        } else if (depths_[index] < 0) {
            depths_[index] = depth;
            work_.push_back(index);
        } else if (depths_[index] != depth) {
            complain("stack heights " + std::to_string(depths_[index]) + " and " +
                         std::to_string(depth) + " meet",
                     index);
        }
    }

    void step(std::size_t index) {
        const Instruction& instruction = code_.instructions[index];
        const int depth = depths_[index];
        checkOperands(instruction, index);
        const auto here = static_cast<int>(index);
        const auto& table = code_.exceptionTable;
        const auto after = std::ranges::upper_bound(table, here, {}, &ExceptionRange::begin);
        if (after != table.begin() && here < std::prev(after)->end) {
            const ExceptionRange& range = *std::prev(after);
            if (range.depth > depth) complain("handler deeper than the stack", index);
            arrive(static_cast<std::size_t>(range.handler), range.depth + 1, index);
        }
        if (isJump(instruction.op)) {
            if (instruction.a < 0) complain("jump out of range", index);
            const bool isBackward = instruction.a <= static_cast<int>(index);
            if (isBackward != (instruction.op == Opcode::JumpBackward)) {
                complain("jump in the wrong direction", index);
            }
            arrive(static_cast<std::size_t>(instruction.a), depth + stackEffect(instruction, true),
                   index);
        }
        if (!endsBlock(instruction.op)) {
            arrive(index + 1, depth + stackEffect(instruction, false), index);
        }
    }

    void checkBelow(std::int64_t operand, std::size_t size, std::size_t index) {
        if (operand < 0 || operand >= static_cast<std::int64_t>(size)) {
            complain("operand out of range", index);
        }
    }

    void checkOperands(const Instruction& instruction, std::size_t index) {
        const auto slots = static_cast<std::size_t>(code_.slotCount());
        if (takesSlot(instruction.op)) checkBelow(instruction.a, slots, index);
        if (takesName(instruction.op)) checkBelow(instruction.a, code_.names.size(), index);
        switch (instruction.op) {
            case Opcode::LoadConst:
            case Opcode::MakeFunction:
                checkBelow(instruction.a, code_.constants.size(), index);
                break;
            case Opcode::CallKw: checkBelow(instruction.b, code_.constants.size(), index); break;
            case Opcode::LoadClassDeref:
                checkBelow(instruction.b, code_.names.size(), index);
                break;
            case Opcode::LoadFastLoadFast:
            case Opcode::StoreFastLoadFast:
            case Opcode::StoreFastStoreFast:
            case Opcode::AddFastFast:
                checkBelow(instruction.a, slots, index);
                checkBelow(instruction.b, slots, index);
                break;
            case Opcode::LoadFastLoadConst:
            case Opcode::AddFastConst:
            case Opcode::SubtractFastConst:
                checkBelow(instruction.a, slots, index);
                checkBelow(instruction.b, code_.constants.size(), index);
                break;
            case Opcode::ForIterStoreFast: checkBelow(instruction.b, slots, index); break;
            case Opcode::CompareFastConst:
                checkBelow(instruction.b & 0xFF, slots, index);
                checkBelow(instruction.b >> 8, code_.constants.size(), index);
                break;
            case Opcode::CompareFastFast:
                checkBelow(instruction.b & 0xFF, slots, index);
                checkBelow(instruction.b >> 8, slots, index);
                break;
            case Opcode::LoadConstLoadFast:
                checkBelow(instruction.a, code_.constants.size(), index);
                checkBelow(instruction.b, slots, index);
                break;
            case Opcode::ReturnConst:
                checkBelow(instruction.a, code_.constants.size(), index);
                break;
            case Opcode::LoadFastLoadMethod:
            case Opcode::LoadFastStoreAttr:
            case Opcode::LoadFastLoadAttr:
                checkBelow(instruction.c, slots, index);
                checkBelow(instruction.a, code_.names.size(), index);
                break;
            default: break;
        }
    }

    const CodeObject& code_;
    std::vector<int> depths_;
    std::vector<std::size_t> work_;
    int deepest_ = 0;
    std::string problem_;
};

}  // namespace

std::string verify(const CodeObject& code) {
    std::string problem = Verifier(code).run();
    for (const CodeConstant& constant : code.constants) {
        if (!problem.empty()) break;
        if (const auto* inner = std::get_if<CodeConstant::Code>(&constant.value)) {
            problem = verify(**inner);
        }
    }
    return problem;
}

}  // namespace coroscope::language
