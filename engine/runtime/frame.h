// Code made live, functions, cells and frames.
//
// A Frame is a heap object: a call makes one, a generator or coroutine *is* one that
// can be resumed, and a traceback keeps it (and with it the locals) alive. Suspending
// copies nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/language/code_object.h"
#include "engine/runtime/type.h"
#include "engine/runtime/types/dict.h"
#include "engine/runtime/types/sequences.h"
#include "engine/runtime/types/str.h"

namespace coroscope::runtime {

struct Frame;
struct Generator;
using language::CodeKind;
using language::CodeObject;
using language::Instruction;
using language::Opcode;

/// An inline cache: what an instruction found the last time, and under which
/// conditions it is still so.
struct InlineCache {
    enum class Kind : std::uint8_t {
        Empty,
        Global,        ///< globals.entries[index]; keysVersion of globals
        Builtin,       ///< builtins.entries[index]; keysVersion of both
        InstanceSlot,  ///< Attributes::slots[index]; shape
        TypeValue,  ///< `value` found on the type, nothing of that name in the instance; shape and
                    ///< type version
        NativeMethod,  ///< as TypeValue for instances without attributes; type version only
        ModuleEntry,   ///< module dict entries[index]; keysVersion
        AddSlot,       ///< StoreAttr that adds: old shape in `shape`, new one in `newShape`
    };
    Kind kind = Kind::Empty;
    /// Where instances keep their Attributes. It is the type's own, and kept here so that the
    /// processor may look for the shape before it has the type.
    std::uint16_t attributesOffset = 0;
    std::uint32_t index = 0;
    std::uint64_t version = 0;
    union {
        std::uint64_t secondVersion;
        Shape* shape;
    };
    union {
        Object* value;  ///< borrowed: lives as long as the version holds
        Shape* newShape;
    };
    InlineCache() : secondVersion(0), value(nullptr) {}
    /// Of an object of the type that the cache is about: InstanceSlot, TypeValue, AddSlot.
    [[nodiscard]] Attributes* attributesOf(Object* object) const {
        return reinterpret_cast<Attributes*>(reinterpret_cast<char*>(object) + attributesOffset);
    }
};

/// A CodeObject with its constants made into values.
struct Code : Object {
    std::shared_ptr<const CodeObject> source;
    const Instruction* instructions = nullptr;
    std::vector<Value> constants;             ///< owned
    std::vector<Str*> names;                  ///< interned, owned
    std::vector<Str*> localNames, freeNames;  ///< interned, owned
    std::vector<InlineCache> caches;
    std::uint32_t slotCount = 0;  ///< locals and free variables
    std::uint32_t localCount = 0;
    std::uint32_t stackSize = 0;
    std::uint32_t frameBytes = 0;
    CodeKind kind = CodeKind::Module;
    /// Positional parameters of a plain function that has no other kind; -1 of anything else
    /// (*args, **kwargs, keyword-only ones, generators, coroutines): the quick way to call.
    std::int32_t quickCallCount = -1;
    Frame* spareFrames =
        nullptr;  ///< of calls that ended, linked by `back`: free cells that keep their code
    Ptr<Str> name, qualifiedName;
};

struct Cell : Object {
    Ref content;
};

struct Function : Object {
    Attributes attributes;
    Ptr<Code> code;
    Ptr<Dict> globals;
    Ptr<Tuple> defaults;    ///< may be empty
    Ptr<Dict> kwDefaults;   ///< may be empty
    Ptr<Tuple> closure;     ///< may be empty
    Ptr<Dict> annotations;  ///< may be empty
    Ref name, qualifiedName, doc, module;
    std::uint64_t version = 0;
};

struct BoundMethod : Object {
    Ref function;
    Ref self;
};

/// Flags of a frame; without any it is that of a plain call, which the dispatch loop recycles.
inline constexpr std::uint32_t kFrameReturnsToNative =
    1;  ///< the dispatch loop ends when this frame does
inline constexpr std::uint32_t kFrameIsSpecial =
    2;  ///< a generator's, a module's or a class body's

struct Frame : Object {
    Code* code = nullptr;   ///< owned, unless `function` keeps it alive
    Frame* back = nullptr;  ///< caller while running; borrowed
    const Instruction* ip =
        nullptr;  ///< the instruction being executed or, when suspended, the one it stopped at
    Value* stackTop = nullptr;       ///< one past the top
    Dict* globals = nullptr;         ///< as `code`
    Dict* names = nullptr;           ///< namespace of a class body; owned; null elsewhere
    Generator* generator = nullptr;  ///< whose frame this is; borrowed
    Function* function = nullptr;    ///< that was called; owned; null for modules and class bodies
    // slots, then the evaluation stack, follow the object

    [[nodiscard]] Value* slots() { return reinterpret_cast<Value*>(this + 1); }
    [[nodiscard]] Value* stackBase() { return slots() + code->slotCount; }
    [[nodiscard]] const scenario::Span& span() const {
        return code->source->spans[static_cast<std::size_t>(ip - code->instructions)];
    }
    [[nodiscard]] int line() const { return span().line; }
};

struct Traceback : Object {
    Ptr<Traceback> next;  ///< towards where the exception was raised
    Ptr<Frame> frame;
    std::int32_t instruction = 0;  ///< -1: the line of its `def`; it had not begun
    [[nodiscard]] scenario::Span span() const {
        if (instruction < 0)
            return {frame->code->source->firstLine, 0, frame->code->source->firstLine, 0};
        return frame->code->source->spans[static_cast<std::size_t>(instruction)];
    }
};

[[nodiscard]] Ptr<Code> makeCode(Vm& vm, std::shared_ptr<const CodeObject> source);
[[nodiscard]] Ptr<Frame> makeFrame(Vm& vm, Code* code, Dict* globals, Function* function);
/// The locals of a frame as (name, value), cells looked through, unbound ones left out.
[[nodiscard]] std::vector<std::pair<Str*, Value>> frameLocals(Frame* frame);
[[nodiscard]] Ref bindMethod(Vm& vm, Value function, Value self);

void initFrameTypes(Vm& vm);

}  // namespace coroscope::runtime
