// The emitter's peephole pass. Two instructions become one only if nothing can
// tell: there is no jump into the middle, one handler guards both, and at most
// one of the two can raise. Loading a local raises only if the local may be
// unbound there, which a small data-flow analysis finds out.

#include <array>
#include <cstdint>

#include "engine/language/assembler.h"
#include "engine/language/stack_effect.h"

namespace coroscope::language {
namespace {

/// For each instruction: bit i is set if slot i surely holds a value before it.
/// Only the first 64 slots are followed; the others count as perhaps unbound.
class BoundSlots {
public:
    BoundSlots(const std::vector<DraftInstruction>& code, const std::vector<int>& labels,
               const std::vector<DraftHandler>& handlers, int parameterCount)
        : code_(code),
          labels_(labels),
          handlers_(handlers),
          before_(code.size() + 1, kAll),
          atPlace_(code.size() + 1, kAll) {
        entry_ = parameterCount >= 64 ? kAll : (std::uint64_t{1} << parameterCount) - 1;
        constexpr int kMaximumSweeps = 24;
        bool isDone = false;
        for (int i = 0; i < kMaximumSweeps && !isDone; ++i) isDone = !sweep();
        if (!isDone) before_.assign(before_.size(), 0);
    }

    [[nodiscard]] bool isBound(std::size_t index, int slot) const {
        return slot < 64 && (before_[index] >> slot & 1) != 0;
    }

private:
    static constexpr std::uint64_t kAll = ~std::uint64_t{0};

    bool meet(int label, std::uint64_t state) {
        auto& place = atPlace_[static_cast<std::size_t>(labels_[static_cast<std::size_t>(label)])];
        const std::uint64_t met = place & state;
        const bool isNew = met != place;
        place = met;
        return isNew;
    }

    /// One pass over the code; true if something new was found.
    bool sweep() {
        bool isNew = false;
        std::uint64_t state = entry_;
        for (std::size_t i = 0; i < code_.size(); ++i) {
            state &= atPlace_[i];
            before_[i] = state;
            const DraftInstruction& each = code_[i];
            if (!each.isAlive) continue;
            if (each.handler >= 0) {
                isNew |= meet(handlers_[static_cast<std::size_t>(each.handler)].label, state);
            }
            const int slot = each.code.a;
            if (each.code.op == Opcode::StoreFast && slot < 64) {
                state |= std::uint64_t{1} << slot;
            } else if (each.code.op == Opcode::DeleteFast && slot < 64) {
                state &= ~(std::uint64_t{1} << slot);
            }
            if (each.target >= 0) isNew |= meet(each.target, state);
            if (endsBlock(each.code.op)) state = kAll;
        }
        return isNew;
    }

    const std::vector<DraftInstruction>& code_;
    const std::vector<int>& labels_;
    const std::vector<DraftHandler>& handlers_;
    std::vector<std::uint64_t> before_;
    std::vector<std::uint64_t> atPlace_;
    std::uint64_t entry_ = 0;
};

class Joiner {
public:
    Joiner(std::vector<DraftInstruction>& code, const std::vector<bool>& isTarget,
           const BoundSlots& bound)
        : code_(code), isTarget_(isTarget), bound_(bound) {}

    void run() {
        for (std::size_t i = 0; i < code_.size(); ++i) {
            if (!code_[i].isAlive) continue;
            if (!findWindow(i)) continue;
            if (joinFour() || joinThree(i)) continue;
            joinTwo(i);
        }
    }

private:
    static constexpr int kMaximumSmall = 0xFF;
    static constexpr int kMaximumIndex = 0xFFFF;

    /// `window_` becomes the instruction at `first` and up to three that always follow it.
    bool findWindow(std::size_t first) {
        window_[0] = first;
        count_ = 1;
        for (std::size_t i = first + 1; i < code_.size() && count_ < window_.size(); ++i) {
            if (!code_[i].isAlive) continue;
            if (isTarget_[i] || code_[i].handler != code_[first].handler) break;
            window_[count_++] = i;
            if (endsBlock(code_[i].code.op) || isJump(code_[i].code.op)) break;
        }
        return count_ >= 2;
    }

    [[nodiscard]] DraftInstruction& at(std::size_t position) { return code_[window_[position]]; }
    [[nodiscard]] Opcode op(std::size_t position) { return at(position).code.op; }
    [[nodiscard]] int a(std::size_t position) { return at(position).code.a; }
    [[nodiscard]] bool isBoundAt(std::size_t position) {
        return bound_.isBound(window_[position], a(position));
    }

    /// Makes the instruction at `position` the joined one, and drops the others of the window.
    void become(std::size_t position, std::size_t used, Instruction joined) {
        at(position).code = joined;
        for (std::size_t i = 0; i < used; ++i) at(i).isAlive = i == position;
    }

    /// `if n < 2`, `while i < n`: a local compared with a constant or a local, and a jump.
    bool joinFour() {
        if (count_ < 4 || op(0) != Opcode::LoadFast || !isBoundAt(0)) return false;
        if (op(2) != Opcode::Compare) return false;
        if (op(3) != Opcode::PopJumpIfFalse && op(3) != Opcode::PopJumpIfTrue) return false;
        if (a(0) > kMaximumSmall || a(1) > kMaximumSmall) return false;
        const bool withConstant = op(1) == Opcode::LoadConst;
        if (!withConstant && (op(1) != Opcode::LoadFast || !isBoundAt(1))) return false;
        const int wanted = op(3) == Opcode::PopJumpIfTrue ? kJumpIfHolds : 0;
        const scenario::Span span = at(2).span;
        become(3, 4,
               {withConstant ? Opcode::CompareFastConst : Opcode::CompareFastFast,
                static_cast<std::uint8_t>(at(2).code.c | wanted),
                static_cast<std::uint16_t>(a(0) | a(1) << 8), a(3)});
        at(3).span = span;
        return true;
    }

    bool joinThree(std::size_t) {
        if (count_ < 3 || op(0) != Opcode::LoadFast || !isBoundAt(0)) return false;
        const bool isAdd = op(2) == Opcode::BinaryAdd;
        if (!isAdd && op(2) != Opcode::BinarySubtract) return false;
        if (a(1) > kMaximumIndex) return false;
        const auto inPlace = static_cast<std::uint8_t>(a(2));
        const auto second = static_cast<std::uint16_t>(a(1));
        if (op(1) == Opcode::LoadConst) {
            become(
                2, 3,
                {isAdd ? Opcode::AddFastConst : Opcode::SubtractFastConst, inPlace, second, a(0)});
            return true;
        }
        if (isAdd && op(1) == Opcode::LoadFast && isBoundAt(1)) {
            become(2, 3, {Opcode::AddFastFast, inPlace, second, a(0)});
            return true;
        }
        return false;
    }

    void joinTwo(std::size_t first) {
        const auto second = static_cast<std::uint16_t>(a(1));
        const bool fits = a(1) <= kMaximumIndex;
        switch (op(0)) {
            case Opcode::LoadFast:
                if (op(1) == Opcode::LoadAttr) {
                    if (a(0) <= kMaximumSmall && isBoundAt(0)) {
                        become(
                            1, 2,
                            {Opcode::LoadFastLoadAttr, static_cast<std::uint8_t>(a(0)), 0, a(1)});
                    }
                } else if (op(1) == Opcode::LoadMethod || op(1) == Opcode::StoreAttr) {
                    if (a(0) <= kMaximumSmall && isBoundAt(0)) {
                        become(1, 2,
                               {op(1) == Opcode::LoadMethod ? Opcode::LoadFastLoadMethod
                                                            : Opcode::LoadFastStoreAttr,
                                static_cast<std::uint8_t>(a(0)), 0, a(1)});
                    }
                } else if (op(1) == Opcode::LoadConst && fits) {
                    become(0, 2, {Opcode::LoadFastLoadConst, 0, second, a(0)});
                } else if (op(1) == Opcode::LoadFast && fits && !startsBetterPair()) {
                    if (isBoundAt(1)) {
                        become(0, 2, {Opcode::LoadFastLoadFast, 0, second, a(0)});
                    } else if (isBoundAt(0)) {
                        become(1, 2, {Opcode::LoadFastLoadFast, 0, second, a(0)});
                    }
                }
                break;
            case Opcode::LoadConst:
                if (op(1) == Opcode::ReturnValue) {
                    become(1, 2, {Opcode::ReturnConst, 0, 0, a(0)});
                } else if (op(1) == Opcode::LoadFast && fits && !startsBetterPair()) {
                    become(1, 2, {Opcode::LoadConstLoadFast, 0, second, a(0)});
                }
                break;
            case Opcode::StoreFast:
                if (op(1) == Opcode::LoadFast && fits && !startsBetterPair()) {
                    become(1, 2, {Opcode::StoreFastLoadFast, 0, second, a(0)});
                } else if (op(1) == Opcode::StoreFast && fits) {
                    become(0, 2, {Opcode::StoreFastStoreFast, 0, second, a(0)});
                }
                break;
            case Opcode::ForIter:
                if (op(1) == Opcode::StoreFast && fits) {
                    become(0, 2, {Opcode::ForIterStoreFast, 0, second, a(0)});
                }
                break;
            case Opcode::Compare:
                if (op(1) == Opcode::PopJumpIfFalse || op(1) == Opcode::PopJumpIfTrue) {
                    const scenario::Span span = code_[first].span;
                    become(1, 2,
                           {op(1) == Opcode::PopJumpIfTrue ? Opcode::CompareJumpIfTrue
                                                           : Opcode::CompareJumpIfFalse,
                            code_[first].code.c, 0, a(1)});
                    at(1).span = span;
                }
                break;
            default: break;
        }
    }

    /// Is the second of the window better joined with the third, which makes a costlier pair
    /// or triple cheap?
    [[nodiscard]] bool startsBetterPair() {
        if (count_ < 3 || !isBoundAt(1)) return false;
        if (op(2) == Opcode::LoadAttr || op(2) == Opcode::LoadMethod || op(2) == Opcode::StoreAttr)
            return a(1) <= kMaximumSmall;
        if (op(2) != Opcode::LoadConst && op(2) != Opcode::LoadFast) return false;
        std::size_t i = window_[2] + 1;
        while (i < code_.size() && !code_[i].isAlive) ++i;
        if (i >= code_.size() || isTarget_[i] || code_[i].handler != at(2).handler) return false;
        const Opcode fourth = code_[i].code.op;
        if (fourth == Opcode::Compare) return true;
        if (op(2) == Opcode::LoadFast) return fourth == Opcode::BinaryAdd && isBoundAt(2);
        return fourth == Opcode::BinaryAdd || fourth == Opcode::BinarySubtract;
    }

    std::vector<DraftInstruction>& code_;
    const std::vector<bool>& isTarget_;
    const BoundSlots& bound_;
    std::array<std::size_t, 4> window_{};
    std::size_t count_ = 0;
};

/// `x is None` before a jump, and a tuple that is built only to be taken apart.
void simplify(std::vector<DraftInstruction>& code, const std::vector<bool>& isTarget) {
    std::size_t previous = code.size();
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (!code[i].isAlive) continue;
        if (previous < code.size() && !isTarget[i]) {
            DraftInstruction& first = code[previous];
            DraftInstruction& second = code[i];
            // CPython does the same for up to three items (optimize_basic_block).
            if (first.code.op == Opcode::BuildTuple && second.code.op == Opcode::UnpackSequence &&
                first.code.a == second.code.a && first.code.a >= 1 && first.code.a <= 3) {
                if (first.code.a == 1) first.isAlive = false;
                first.code.op = Opcode::Swap;
                second.isAlive = false;
                continue;
            }
        }
        previous = i;
    }
}

}  // namespace

void joinInstructions(std::vector<DraftInstruction>& code, const std::vector<bool>& isTarget,
                      const std::vector<int>& labels, const std::vector<DraftHandler>& handlers,
                      int parameterCount) {
    simplify(code, isTarget);
    const BoundSlots bound(code, labels, handlers, parameterCount);
    Joiner(code, isTarget, bound).run();
}

}  // namespace coroscope::language
