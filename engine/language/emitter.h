#pragma once

/// Collects the instructions of one code object while it is compiled.
///
/// Jumps go to labels, locals that are cells or free have no slot numbers yet,
/// and each instruction knows which exception handler guards it. `assemble`
/// turns all this into a `CodeObject`.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/language/code_object.h"
#include "engine/language/opcodes.h"
#include "engine/scenario/span.h"

namespace coroscope::language {

/// A place that can be jumped to. Made by `Emitter::newLabel`, put somewhere by `Emitter::place`.
struct Label {
    int index = -1;
    [[nodiscard]] bool known() const { return index >= 0; }
};

/// An instruction before assembly.
struct DraftInstruction {
    Instruction code;
    scenario::Span span;  ///< line 0: none of its own
    int target = -1;      ///< label index of a jump, or handler index where `beginsHandler`
    int handler = -1;     ///< index of the handler that guards it, or -1
    bool beginsHandler =
        false;  ///< no instruction: from here on the handler `target` may be entered
    bool isAlive = true;
};

/// Code that is entered by an exception.
struct DraftHandler {
    int label = -1;
    int dropped = 0;         ///< values that lie on the stack where it begins, and are gone in it
    int depth = -1;          ///< stack height in it, without the exception; found by `assemble`
    bool isEntered = false;  ///< something that it guards can be reached
};

class Emitter {
public:
    /// Slot operands of cells and free variables until `assemble` knows how many locals there are.
    static constexpr int kCellBase = 1 << 24;
    static constexpr int kFreeBase = 2 << 24;

    [[nodiscard]] Label newLabel();
    void place(Label label);

    void emit(Opcode op, int a = 0, int c = 0, int b = 0);
    void jump(Opcode op, Label target);

    /// From here on exceptions lead to `handler`, with the stack as it is now less the `dropped`
    /// topmost values, and the exception on it. Ends by `setHandler` of what was before.
    void beginHandler(Label handler, int dropped = 0);
    /// What guards the next instructions, for `setHandler`.
    [[nodiscard]] int handler() const { return handler_; }
    void setHandler(int handler) { handler_ = handler; }

    /// Index of a constant; equal constants (of the same type) share one.
    [[nodiscard]] int constant(CodeConstant value);
    /// Index in `names`.
    [[nodiscard]] int name(std::string_view text);
    /// Slot of a local that is neither a cell nor free.
    [[nodiscard]] int local(std::string_view text);

    /// Position given to the instructions that follow.
    scenario::Span span;

    std::vector<DraftInstruction> code;
    std::vector<int> labels;  ///< label index -> index in `code`, or -1
    std::vector<DraftHandler> handlers;

    std::vector<CodeConstant> constants;
    std::vector<std::string> names;
    std::vector<std::string> locals;  ///< without the cells that are no parameters
    std::vector<std::string> cells;   ///< cells that are no parameters, sorted
    std::vector<std::string> frees;   ///< sorted

private:
    int handler_ = -1;
    std::unordered_map<std::string, int> constantIndex_;
    std::unordered_map<std::string, int> nameIndex_;
    std::unordered_map<std::string, int> localIndex_;
};

/// A text that two constants share if and only if Python may use one for the other:
/// same type and same value, where 0.0 and -0.0 differ.
[[nodiscard]] std::string constantKey(const CodeConstant& value);

}  // namespace coroscope::language
