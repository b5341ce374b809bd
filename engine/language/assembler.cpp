#include "engine/language/assembler.h"

#include <algorithm>
#include <utility>

#include "engine/language/operand_kinds.h"
#include "engine/language/stack_effect.h"

namespace coroscope::language {
namespace {

class Assembler {
public:
    Assembler(Emitter& draft, CodeObject& code) : draft_(draft), code_(code) {}

    void run() {
        resolveSlots();
        threadJumps();
        findDepths();
        dropJumpsToNext();
        fillSpans();
        joinInstructions(draft_.code, targets(), draft_.labels, draft_.handlers,
                         code_.parameterCount());
        write();
    }

private:
    [[nodiscard]] int size() const { return static_cast<int>(draft_.code.size()); }
    [[nodiscard]] DraftInstruction& at(int index) {
        return draft_.code[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] int placeOf(int label) const {
        return draft_.labels[static_cast<std::size_t>(label)];
    }

    // -- slots -----------------------------------------------------------------------------------

    void resolveSlots() {
        const int cellBase = static_cast<int>(draft_.locals.size());
        const int freeBase = cellBase + static_cast<int>(draft_.cells.size());
        for (DraftInstruction& each : draft_.code) {
            if (!takesSlot(each.code.op)) continue;
            int& slot = each.code.a;
            if (slot >= Emitter::kFreeBase) {
                slot += freeBase - Emitter::kFreeBase;
            } else if (slot >= Emitter::kCellBase) {
                slot += cellBase - Emitter::kCellBase;
            }
        }
    }

    // -- jumps -----------------------------------------------------------------------------------

    /// The first real instruction at or after `index`, or -1.
    [[nodiscard]] int realAt(int index) {
        while (index < size() && (at(index).beginsHandler || at(index).code.op == Opcode::Nop)) {
            ++index;
        }
        return index < size() ? index : -1;
    }

    void threadJumps() {
        const int count = size();  // threading adds labels, never instructions
        for (int i = 0; i < count; ++i) {
            if (at(i).beginsHandler || !isJump(at(i).code.op)) continue;
            // A bound, since `while True: pass` inside dead code may run in a circle.
            for (int step = 0; step < 16 && threadOnce(i); ++step) {
            }
        }
    }

    /// One step of a chain of jumps that begins at `index`; false when there is none.
    bool threadOnce(int index) {
        DraftInstruction& from = at(index);
        const int to = realAt(placeOf(from.target));
        if (to < 0 || to == index) return false;
        const DraftInstruction& next = at(to);
        const Opcode op = from.code.op;
        if (next.target < 0 || next.target == from.target) return false;
        if (next.code.op == Opcode::Jump) {
            // A conditional jump never goes backwards: the budget is looked at by JumpBackward.
            if (op == Opcode::ForIter) return false;
            if (op != Opcode::Jump && placeOf(next.target) <= index) return false;
            from.target = next.target;
            return true;
        }
        if (op != Opcode::JumpIfFalseOrPop && op != Opcode::JumpIfTrueOrPop) return false;
        const bool onTrue = op == Opcode::JumpIfTrueOrPop;
        switch (next.code.op) {
            case Opcode::JumpIfFalseOrPop:
            case Opcode::JumpIfTrueOrPop:
                if ((next.code.op == Opcode::JumpIfTrueOrPop) == onTrue) {
                    from.target = next.target;
                } else {
                    from.code.op = onTrue ? Opcode::PopJumpIfTrue : Opcode::PopJumpIfFalse;
                    from.target = labelAt(to + 1);
                }
                return true;
            case Opcode::PopJumpIfFalse:
            case Opcode::PopJumpIfTrue:
                if (placeOf(next.target) <= index) return false;
                from.code.op = onTrue ? Opcode::PopJumpIfTrue : Opcode::PopJumpIfFalse;
                from.target = (next.code.op == Opcode::PopJumpIfTrue) == onTrue ? next.target
                                                                                : labelAt(to + 1);
                return true;
            default: return false;
        }
    }

    [[nodiscard]] int labelAt(int index) {
        draft_.labels.push_back(index);
        return static_cast<int>(draft_.labels.size()) - 1;
    }

    // -- reachability and stack height -----------------------------------------------------------

    void findDepths() {
        std::vector<int> depthAt(static_cast<std::size_t>(size()) + 1, -1);
        std::vector<std::pair<int, int>> work{{0, 0}};
        while (!work.empty()) {
            auto [index, depth] = work.back();
            work.pop_back();
            while (index < size() && depthAt[static_cast<std::size_t>(index)] < 0) {
                // Joined instructions may use what their parts would: counted before joining.
                code_.stackSize = std::max(code_.stackSize, depth);
                depthAt[static_cast<std::size_t>(index)] = depth;
                const DraftInstruction& each = at(index);
                if (each.beginsHandler) {
                    DraftHandler& handler = draft_.handlers[static_cast<std::size_t>(each.target)];
                    handler.depth = depth - handler.dropped;
                } else {
                    enterHandler(each, work);
                    if (each.target >= 0) {
                        work.emplace_back(placeOf(each.target),
                                          depth + stackEffect(each.code, true));
                    }
                    if (endsBlock(each.code.op)) break;
                    depth += stackEffect(each.code, false);
                }
                ++index;
            }
        }
        for (int i = 0; i < size(); ++i) {
            at(i).isAlive = depthAt[static_cast<std::size_t>(i)] >= 0 && !at(i).beginsHandler &&
                            at(i).code.op != Opcode::Nop;
        }
    }

    /// What guards `each` can be reached, if `each` can raise at all.
    void enterHandler(const DraftInstruction& each, std::vector<std::pair<int, int>>& work) {
        if (each.handler < 0 || each.code.op == Opcode::Jump || each.code.op == Opcode::Nop) return;
        DraftHandler& handler = draft_.handlers[static_cast<std::size_t>(each.handler)];
        if (std::exchange(handler.isEntered, true)) return;
        work.emplace_back(placeOf(handler.label), handler.depth + 1);
    }

    void dropJumpsToNext() {
        int next = size();  // the first instruction alive after the one looked at
        for (int i = size() - 1; i >= 0; --i) {
            if (!at(i).isAlive) continue;
            if (at(i).code.op == Opcode::Jump && placeOf(at(i).target) > i &&
                placeOf(at(i).target) <= next) {
                at(i).isAlive = false;
            } else {
                next = i;
            }
        }
    }

    /// An instruction without a position gets that of the one from which control comes: the one
    /// before it or, behind a block's end, the first that jumps to it (compile.c:
    /// guarantee_lineno_for_exits).
    void fillSpans() {
        std::vector<const DraftInstruction*> jumpsTo(static_cast<std::size_t>(size()) + 1);
        scenario::Span last{code_.firstLine, 0, code_.firstLine, 0};
        bool reachedFromBefore = true;
        for (int i = 0; i < size(); ++i) {
            DraftInstruction& each = at(i);
            const DraftInstruction* jump = jumpsTo[static_cast<std::size_t>(i)];
            if (!each.isAlive) {
                pass(jumpsTo, i + 1, jump);
                continue;
            }
            if (!each.span.known()) each.span = reachedFromBefore || !jump ? last : jump->span;
            last = each.span;
            reachedFromBefore = !endsBlock(each.code.op);
            if (each.target >= 0) pass(jumpsTo, placeOf(each.target), &each);
        }
    }

    static void pass(std::vector<const DraftInstruction*>& jumpsTo, int index,
                     const DraftInstruction* jump) {
        const DraftInstruction*& known = jumpsTo[static_cast<std::size_t>(index)];
        if (!known) known = jump;
    }

    /// Which instructions are jumped to, or entered by an exception.
    [[nodiscard]] std::vector<bool> targets() {
        std::vector<bool> result(static_cast<std::size_t>(size()) + 1, false);
        const auto mark = [&](int index) {
            while (index < size() && !at(index).isAlive) ++index;
            result[static_cast<std::size_t>(index)] = true;
        };
        for (const DraftInstruction& each : draft_.code) {
            if (each.isAlive && each.target >= 0) mark(placeOf(each.target));
        }
        for (const DraftHandler& each : draft_.handlers) {
            if (each.isEntered) mark(placeOf(each.label));
        }
        return result;
    }

    // -- writing ---------------------------------------------------------------------------------

    void write() {
        std::vector<int> newIndex(static_cast<std::size_t>(size()) + 1, 0);
        int count = 0;
        for (int i = 0; i < size(); ++i) {
            newIndex[static_cast<std::size_t>(i)] = count;
            if (at(i).isAlive) ++count;
        }
        newIndex[static_cast<std::size_t>(size())] = count;
        const auto addressOf = [&](int label) {
            return newIndex[static_cast<std::size_t>(placeOf(label))];
        };

        code_.instructions.reserve(static_cast<std::size_t>(count));
        code_.spans.reserve(static_cast<std::size_t>(count));
        for (const DraftInstruction& each : draft_.code) {
            if (!each.isAlive) continue;
            const int here = static_cast<int>(code_.instructions.size());
            Instruction instruction = each.code;
            if (each.target >= 0) {
                instruction.a = addressOf(each.target);
                if (instruction.op == Opcode::Jump && instruction.a <= here) {
                    instruction.op = Opcode::JumpBackward;
                }
            }
            numberCache(instruction);
            addToTable(each.handler, here, addressOf);
            code_.instructions.push_back(instruction);
            code_.spans.push_back(each.span);
        }

        code_.localNames = std::move(draft_.locals);
        for (std::string& cell : draft_.cells) code_.localNames.push_back(std::move(cell));
        code_.freeNames = std::move(draft_.frees);
        code_.names = std::move(draft_.names);
        code_.constants = std::move(draft_.constants);
    }

    void numberCache(Instruction& instruction) {
        switch (instruction.op) {
            case Opcode::LoadGlobal:
            case Opcode::LoadAttr:
            case Opcode::StoreAttr:
            case Opcode::LoadMethod:
            case Opcode::LoadFastLoadAttr:
            case Opcode::LoadFastLoadMethod:
            case Opcode::LoadFastStoreAttr:
                if (code_.cacheCount < kNoCache - 1) {
                    instruction.b = static_cast<std::uint16_t>(code_.cacheCount++);
                } else {
                    instruction.b = kNoCache;
                }
                break;
            default: break;
        }
    }

    template <class AddressOf>
    void addToTable(int handlerIndex, int here, const AddressOf& addressOf) {
        if (handlerIndex < 0) return;
        const DraftHandler& handler = draft_.handlers[static_cast<std::size_t>(handlerIndex)];
        if (!handler.isEntered) return;
        const ExceptionRange range{here, here + 1, addressOf(handler.label), handler.depth};
        auto& table = code_.exceptionTable;
        if (!table.empty() && table.back().end == here && table.back().handler == range.handler &&
            table.back().depth == range.depth) {
            table.back().end = range.end;
        } else {
            table.push_back(range);
        }
    }

    Emitter& draft_;
    CodeObject& code_;
};

}  // namespace

void assemble(Emitter&& draft, CodeObject& code) { Assembler(draft, code).run(); }

}  // namespace coroscope::language
