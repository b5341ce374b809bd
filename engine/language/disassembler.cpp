#include "engine/language/disassembler.h"

#include <array>
#include <iterator>

#include <fmt/format.h>

#include "engine/language/operand_kinds.h"
#include "engine/language/stack_effect.h"

namespace coroscope::language {
namespace {

constexpr std::array kNames = {
#define CORO_NAME(name, effect) std::string_view(#name),
    CORO_OPCODES(CORO_NAME)
#undef CORO_NAME
};

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char each : text) {
        if (each == '\n') {
            result += "\\n";
        } else if (each == '\'' || each == '\\') {
            result += '\\';
            result += each;
        } else if (static_cast<unsigned char>(each) < 0x20) {
            result += fmt::format("\\x{:02x}", static_cast<unsigned char>(each));
        } else {
            result += each;
        }
    }
    return result + '\'';
}

std::string joined(const std::vector<CodeConstant>& items) {
    std::string result;
    for (const CodeConstant& item : items) {
        if (!result.empty()) result += ", ";
        result += describe(item);
    }
    return result;
}

struct Describer {
    std::string operator()(const CodeConstant::None&) const { return "None"; }
    std::string operator()(const CodeConstant::Ellipsis&) const { return "..."; }
    std::string operator()(bool value) const { return value ? "True" : "False"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const {
        std::string text = fmt::format("{}", value);
        if (text.find_first_of(".en") == std::string::npos) text += ".0";
        return text;
    }
    std::string operator()(const std::string& value) const { return quoted(value); }
    std::string operator()(const CodeConstant::BigInt& value) const { return value.digits; }
    std::string operator()(const CodeConstant::Bytes& value) const {
        return "b" + quoted(value.data);
    }
    std::string operator()(const CodeConstant::Tuple& value) const {
        return "(" + joined(value.items) + (value.items.size() == 1 ? ",)" : ")");
    }
    std::string operator()(const CodeConstant::FrozenSet& value) const {
        return "frozenset({" + joined(value.items) + "})";
    }
    std::string operator()(const CodeConstant::Code& value) const {
        return "<code " + value->qualifiedName + ">";
    }
};

constexpr std::array<std::string_view, 13> kOperators = {"+",  "-",  "*", "/", "//", "%", "**",
                                                         "<<", ">>", "&", "|", "^",  "@"};
constexpr std::array<std::string_view, 6> kComparisons = {"<", "<=", "==", "!=", ">", ">="};

class Writer {
public:
    explicit Writer(const CodeObject& code) : code_(code) {}

    [[nodiscard]] std::string operands(const Instruction& instruction) const {
        const int a = instruction.a;
        if (takesSlot(instruction.op)) return slot(a);
        switch (instruction.op) {
            case Opcode::LoadConst: return constant(a);
            case Opcode::LoadGlobal: return name(a) + (instruction.c != 0 ? " +null" : "");
            case Opcode::ImportName: return fmt::format("{} level {}", name(a), instruction.b);
            case Opcode::CallKw: return fmt::format("{} {}", a, constant(instruction.b));
            case Opcode::CallEx: return std::to_string(instruction.c);
            case Opcode::MakeFunction: return fmt::format("{} {}", constant(a), instruction.c);
            case Opcode::BinaryOp:
                return std::string(kOperators[instruction.c]) + (a != 0 ? "=" : "");
            case Opcode::BinaryAdd:
            case Opcode::BinarySubtract:
            case Opcode::BinaryMultiply: return a != 0 ? "in place" : "";
            case Opcode::Compare: return std::string(kComparisons[instruction.c]);
            case Opcode::CompareJumpIfFalse:
            case Opcode::CompareJumpIfTrue:
                return fmt::format("{} to {}", kComparisons[instruction.c], a);
            case Opcode::IsOp:
            case Opcode::ContainsOp: return instruction.c != 0 ? "not" : "";
            case Opcode::UnpackEx: return fmt::format("{} {}", a & 0xFFFF, a >> 16);
            case Opcode::FormatValue:
            case Opcode::GetAwaitable: return std::to_string(instruction.c);
            case Opcode::ListExtend: return std::to_string(a) + (instruction.c != 0 ? " call" : "");
            case Opcode::LoadFastLoadFast:
            case Opcode::StoreFastLoadFast:
            case Opcode::StoreFastStoreFast: return slot(a) + " " + slot(instruction.b);
            case Opcode::LoadFastLoadConst: return slot(a) + " " + constant(instruction.b);
            case Opcode::LoadConstLoadFast: return constant(a) + " " + slot(instruction.b);
            case Opcode::ReturnConst: return constant(a);
            case Opcode::CompareFastConst:
            case Opcode::CompareFastFast: {
                const int second = instruction.b >> 8;
                return fmt::format(
                    "{} {} {} to {}{}", slot(instruction.b & 0xFF),
                    kComparisons[instruction.c & kComparisonMask],
                    instruction.op == Opcode::CompareFastFast ? slot(second) : constant(second), a,
                    (instruction.c & kJumpIfHolds) != 0 ? "" : " if not");
            }
            case Opcode::LoadFastLoadMethod:
            case Opcode::LoadFastStoreAttr:
            case Opcode::LoadFastLoadAttr: return slot(instruction.c) + " " + name(a);
            case Opcode::ForIterStoreFast: return fmt::format("{} to {}", slot(instruction.b), a);
            case Opcode::AddFastConst:
            case Opcode::SubtractFastConst:
                return slot(a) + " " + constant(instruction.b) + inPlace(instruction);
            case Opcode::AddFastFast:
                return slot(a) + " " + slot(instruction.b) + inPlace(instruction);
            case Opcode::Copy:
            case Opcode::Swap:
            case Opcode::Call:
            case Opcode::BuildTuple:
            case Opcode::BuildList:
            case Opcode::BuildSet:
            case Opcode::BuildMap:
            case Opcode::BuildString:
            case Opcode::BuildSlice:
            case Opcode::ListAppend:
            case Opcode::SetAdd:
            case Opcode::MapAdd:
            case Opcode::SetUpdate:
            case Opcode::DictUpdate:
            case Opcode::DictMerge:
            case Opcode::UnpackSequence:
            case Opcode::RaiseVarargs: return std::to_string(a);
            default:
                if (takesName(instruction.op)) return name(a);
                if (isJump(instruction.op)) return fmt::format("to {}", a);
                return "";
        }
    }

private:
    [[nodiscard]] std::string constant(int index) const {
        return describe(code_.constants[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] std::string name(int index) const {
        return code_.names[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::string slot(int index) const {
        const auto i = static_cast<std::size_t>(index);
        return i < code_.localNames.size() ? code_.localNames[i]
                                           : code_.freeNames[i - code_.localNames.size()];
    }
    static const char* inPlace(const Instruction& instruction) {
        return instruction.c != 0 ? " in place" : "";
    }

    const CodeObject& code_;
};

}  // namespace

std::string_view nameOf(Opcode op) { return kNames[static_cast<std::size_t>(op)]; }

std::string describe(const CodeConstant& constant) {
    return std::visit(Describer{}, constant.value);
}

std::string disassemble(const CodeObject& code, const DisassemblyOptions& options) {
    std::string result = code.qualifiedName + ":\n";
    const Writer writer(code);
    for (std::size_t i = 0; i < code.instructions.size(); ++i) {
        const Instruction& instruction = code.instructions[i];
        const std::string operands = writer.operands(instruction);
        fmt::format_to(std::back_inserter(result), "{:>4} {}", i, nameOf(instruction.op));
        if (!operands.empty()) result += " " + operands;
        if (options.showSpans) {
            const scenario::Span& span = code.spans[i];
            fmt::format_to(std::back_inserter(result), " @{}:{}-{}:{}", span.line, span.column,
                           span.endLine, span.endColumn);
        }
        result += '\n';
    }
    for (const ExceptionRange& range : code.exceptionTable) {
        fmt::format_to(std::back_inserter(result), "     {}-{} -> {} depth {}\n", range.begin,
                       range.end, range.handler, range.depth);
    }
    if (!options.showNested) return result;
    for (const CodeConstant& constant : code.constants) {
        if (const auto* inner = std::get_if<CodeConstant::Code>(&constant.value)) {
            result += disassemble(**inner, options);
        }
    }
    return result;
}

}  // namespace coroscope::language
