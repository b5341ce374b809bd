// What the compiler makes of a module, class body, function or comprehension:
// plain data, with no runtime values in it, so that this room knows nothing of
// the VM. The runtime wraps it into a `Code` object and makes its constants live.
//
// Slots of a frame, by index:
//   [0, parameterCount)         parameters: positional-only, positional, keyword-only, *args,
//   **kwargs
//   [.., localNames.size())     all other locals. A local that an inner function captures is in
//   this
//                               list too: a MakeCell at the function's start turns its slot into a
//                               cell.
//   then freeNames.size()       free variables: cells handed over by the closure
//   then stackSize              the evaluation stack
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "engine/language/opcodes.h"
#include "engine/scenario/span.h"

namespace coroscope::language {

struct CodeObject;

/// A literal, or another compile-time value such as a tuple of keyword names.
struct CodeConstant {
    struct None {};
    struct Ellipsis {};
    struct BigInt {
        std::string digits;
    };  ///< decimal, for integers beyond 64 bits
    struct Bytes {
        std::string data;
    };
    struct Tuple {
        std::vector<CodeConstant> items;
    };
    struct FrozenSet {
        std::vector<CodeConstant> items;
    };  ///< of `x in {1, 2}`
    using Code = std::shared_ptr<const CodeObject>;

    std::variant<None, Ellipsis, bool, std::int64_t, double, std::string, BigInt, Bytes, Tuple,
                 FrozenSet, Code>
        value;
};

/// One row of the exception table: an exception raised by an instruction in
/// [begin, end) pops the evaluation stack to `depth`, pushes the exception, and
/// goes on at `handler`. Rows do not overlap, and come in ascending order.
struct ExceptionRange {
    std::int32_t begin = 0;
    std::int32_t end = 0;
    std::int32_t handler = 0;
    std::int32_t depth = 0;
};

enum class CodeKind : std::uint8_t {
    Module,
    ClassBody,
    Function,
    Generator,
    Coroutine,
    AsyncGenerator
};

struct CodeObject {
    std::string name;           ///< `<module>`, `f`, `<lambda>`, `<listcomp>` …
    std::string qualifiedName;  ///< `Class.f`, `f.<locals>.g`
    std::string fileName;       ///< as it shows in tracebacks
    int firstLine = 1;          ///< of the `def`, or of its first decorator
    CodeKind kind = CodeKind::Module;

    int positionalOnlyCount = 0;  ///< these are part of positionalCount
    int positionalCount = 0;      ///< parameters that can be given by position
    int keywordOnlyCount = 0;
    bool hasVarArgs = false;
    bool hasVarKeywords = false;

    std::vector<std::string> localNames;  ///< parameters first, in the order of the slots
    std::vector<std::string>
        cellNames;  ///< those of localNames that are cells (for locals() and introspection)
    std::vector<std::string> freeNames;
    std::vector<std::string> names;  ///< globals, attributes, imports
    std::vector<CodeConstant>
        constants;  ///< of a function, constants[0] is its docstring (or None)

    std::vector<Instruction> instructions;
    std::vector<scenario::Span> spans;  ///< one for each instruction, as CPython's co_positions()
    std::vector<ExceptionRange> exceptionTable;
    int stackSize = 0;   ///< deepest evaluation stack; a joined instruction counts as its parts do
    int cacheCount = 0;  ///< inline caches used: operands `b` are below it

    [[nodiscard]] int parameterCount() const {
        return positionalCount + keywordOnlyCount + (hasVarArgs ? 1 : 0) + (hasVarKeywords ? 1 : 0);
    }
    [[nodiscard]] int slotCount() const {
        return static_cast<int>(localNames.size() + freeNames.size());
    }
};

}  // namespace coroscope::language
