#include "engine/runtime/frame.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "engine/runtime/constants.h"
#include "engine/runtime/fast_paths.h"
#include "engine/runtime/generator.h"
#include "engine/runtime/native.h"
#include "engine/runtime/traverse.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

template <class T>
std::size_t bytesOf(const std::vector<T>& items) {
    return Heap::mallocBytes(items.size() * sizeof(T));
}
std::size_t bytesOfText(const std::string& text) {
    constexpr std::size_t kWithoutMalloc = 15;
    return text.size() <= kWithoutMalloc ? 0 : Heap::mallocBytes(text.size() + 1);
}
std::size_t bytesOfTexts(const std::vector<std::string>& texts) {
    std::size_t bytes = bytesOf(texts);
    for (const std::string& text : texts) bytes += bytesOfText(text);
    return bytes;
}

/// What it holds beside its cell, with the CodeObject that it is of (those of functions within it
/// have Codes of their own); the same as long as it lives.
std::ptrdiff_t bytesHeldBy(const Code* code) {
    const CodeObject& source = *code->source;
    const std::size_t bytes =
        Heap::mallocBytes(sizeof(CodeObject)) + bytesOfText(source.name) +
        bytesOfText(source.qualifiedName) + bytesOfText(source.fileName) +
        bytesOfTexts(source.localNames) + bytesOfTexts(source.cellNames) +
        bytesOfTexts(source.freeNames) + bytesOfTexts(source.names) + bytesOf(source.constants) +
        bytesOf(source.instructions) + bytesOf(source.spans) + bytesOf(source.exceptionTable) +
        bytesOf(code->constants) + bytesOf(code->names) + bytesOf(code->localNames) +
        bytesOf(code->freeNames) + bytesOf(code->caches);
    return static_cast<std::ptrdiff_t>(bytes);
}

}  // namespace

Ptr<Code> makeCode(Vm& vm, std::shared_ptr<const CodeObject> source) {
    Ptr<Code> code = vm.heap.make<Code>(vm.types.code);
    code->source = source;
    code->instructions = source->instructions.data();
    code->kind = source->kind;
    code->slotCount = static_cast<std::uint32_t>(source->slotCount());
    code->localCount = static_cast<std::uint32_t>(source->localNames.size());
    code->stackSize = static_cast<std::uint32_t>(source->stackSize);
    code->frameBytes = static_cast<std::uint32_t>(
        sizeof(Frame) + (code->slotCount + code->stackSize) * sizeof(Value));
    const bool simple =
        !source->hasVarArgs && !source->hasVarKeywords && source->keywordOnlyCount == 0;
    // See makeFrame.
    const bool recyclable = code->frameBytes <= Heap::kLargestCell;
    if (simple && recyclable && source->kind == CodeKind::Function)
        code->quickCallCount = source->positionalCount;
    // Where some instructions had to go without a cache, theirs is there all the same, always
    // empty.
    const bool isCrowded = source->cacheCount >= language::kNoCache - 1;
    code->caches.resize(isCrowded ? language::kNoCache + 1U
                                  : static_cast<std::size_t>(source->cacheCount));
    const auto internAll = [&vm](const std::vector<std::string>& from, std::vector<Str*>& to) {
        to.reserve(from.size());
        for (const std::string& text : from) {
            Str* name = vm.intern(text);
            retain(static_cast<Object*>(name));
            to.push_back(name);
        }
    };
    internAll(source->names, code->names);
    internAll(source->localNames, code->localNames);
    internAll(source->freeNames, code->freeNames);
    code->name = Ptr<Str>(vm.intern(source->name));
    code->qualifiedName = Ptr<Str>(vm.intern(source->qualifiedName));
    code->constants.reserve(source->constants.size());
    for (const auto& constant : source->constants)
        code->constants.push_back(constantValue(vm, constant).detach());
    vm.heap.addExternal(bytesHeldBy(code.get()));
    return code;
}

Frame* makeSpareFrame(Vm& vm, Code* code) {
    auto* frame = new (vm.heap.allocateObject(code->frameBytes)) Frame;
    frame->code = code;
    frame->ip = code->instructions;
    Value* slots = frame->slots();
    for (std::uint32_t i = 0; i < code->slotCount; ++i) slots[i] = Value();
    frame->stackTop = slots + code->slotCount;
    return frame;
}

Ptr<Frame> makeFrame(Vm& vm, Code* code, Dict* globals, Function* function) {
    Frame* frame = takeFrame(vm, code);
    frame->back = nullptr;
    frame->globals = globals;
    frame->function = function;
    if (function) {
        retain(static_cast<Object*>(function));
    } else {
        retain(static_cast<Object*>(code));
        retain(static_cast<Object*>(globals));
    }
    // Beyond the largest cell the heap could not tell a spare frame to be free.
    if (!function || code->frameBytes > Heap::kLargestCell) frame->flags = kFrameIsSpecial;
    frame->ip = code->instructions;
    frame->stackTop = frame->stackBase();
    return Ptr<Frame>::steal(frame);
}

std::vector<std::pair<Str*, Value>> frameLocals(Frame* frame) {
    std::vector<std::pair<Str*, Value>> locals;
    const auto add = [&](Str* name, Value value) {
        if (value.isObject() && value.object->type == frame->type->vm->types.cell)
            value = value.as<Cell>()->content;
        if (!value.isUnbound()) locals.emplace_back(name, value);
    };
    const Code* code = frame->code;
    for (std::uint32_t i = 0; i < code->localCount; ++i)
        add(code->localNames[i], frame->slots()[i]);
    for (std::size_t i = 0; i < code->freeNames.size(); ++i) {
        add(code->freeNames[i], frame->slots()[code->localCount + i]);
    }
    if (frame->names) {
        std::uint32_t position = 0;
        Value key, value;
        while (dictNext(frame->names, position, key, value)) {
            if (isStr(key)) locals.emplace_back(key.as<Str>(), value);
        }
    }
    return locals;
}

void clearFrame(Frame* frame) {
    Value* bottom = frame->slots();
    Value* top = std::exchange(frame->stackTop, bottom);
    // From the top down, each taken out before it is released: a dying value may look at the frame.
    while (top > bottom + frame->code->slotCount) release(std::exchange(*--top, Value()));
    for (std::uint32_t i = 0; i < frame->code->slotCount; ++i)
        release(std::exchange(bottom[i], Value()));
    frame->stackTop = bottom + frame->code->slotCount;
}

namespace {

/// Of a frame that runs only the variables: on its stack there may be less than it seems.
void traverseFrame(Object* object, const Visitor& visit) {
    auto* frame = static_cast<Frame*>(object);
    const Generator* generator = frame->generator;
    const bool isSuspended = generator && (generator->state == Generator::State::Suspended ||
                                           generator->state == Generator::State::Created);
    const Value* end = isSuspended ? frame->stackTop : frame->stackBase();
    for (const Value* slot = frame->slots(); slot < end; ++slot) visit(*slot);
    visit(static_cast<Object*>(frame->names));
    if (frame->function) {
        visit(static_cast<Object*>(frame->function));
    } else {
        visit(static_cast<Object*>(frame->globals));
    }
}

void destroyFrame(Object* object) {
    Heap& heap = object->type->vm->heap;
    if (heap.tearingDown) return;  // its code, which knows its size, may have gone before it
    auto* frame = static_cast<Frame*>(object);
    clearFrame(frame);
    const std::size_t bytes = frame->code->frameBytes;
    if (frame->names) release(static_cast<Object*>(frame->names));
    if (frame->function) {
        release(static_cast<Object*>(frame->function));
    } else {
        release(static_cast<Object*>(frame->globals));
        release(static_cast<Object*>(frame->code));
    }
    heap.freeObject(frame, bytes);
}

void destroyCode(Object* object) {
    auto* code = static_cast<Code*>(object);
    Heap& heap = object->type->vm->heap;
    while (Frame* spare = code->spareFrames) {
        code->spareFrames = spare->back;
        heap.freeObject(spare, code->frameBytes);
    }
    heap.addExternal(-bytesHeldBy(code));
    for (Value constant : code->constants) release(constant);
    for (Str* name : code->names) release(static_cast<Object*>(name));
    for (Str* name : code->localNames) release(static_cast<Object*>(name));
    for (Str* name : code->freeNames) release(static_cast<Object*>(name));
    heap.free(code);
}

Ref codeRepr(Vm& vm, Value self) {
    auto* code = self.as<Code>();
    return newStr(vm,
                  fmt::format("<code object {} at {:#x}, file \"{}\", line {}>", code->name->view(),
                              vm.idOf(self), code->source->fileName, code->source->firstLine));
}

Ref frameRepr(Vm& vm, Value self) {
    auto* frame = self.as<Frame>();
    return newStr(
        vm, fmt::format("<frame at {:#x}, file '{}', line {}, code {}>", vm.idOf(self),
                        frame->code->source->fileName, frame->line(), frame->code->name->view()));
}

Ref namesTuple(Vm& vm, const std::vector<Str*>& names, std::size_t count) {
    Ptr<Tuple> tuple = makeTuple(vm, static_cast<std::uint32_t>(count));
    for (std::size_t i = 0; i < count; ++i) {
        retain(static_cast<Object*>(names[i]));
        tuple->items()[i] = Value(names[i]);
    }
    return std::move(tuple).toRef();
}

/// co_varnames: of those that inner functions capture the parameters alone.
Ref variableNames(Vm& vm, Value self) {
    auto* code = self.as<Code>();
    const auto& captured = code->source->cellNames;
    const auto parameters = static_cast<std::size_t>(code->source->parameterCount());
    std::vector<Str*> names;
    for (std::size_t i = 0; i < code->localCount; ++i) {
        if (i < parameters ||
            std::ranges::find(captured, code->localNames[i]->view()) == captured.end())
            names.push_back(code->localNames[i]);
    }
    return namesTuple(vm, names, names.size());
}

/// co_cellvars: those that inner functions capture, parameters first.
Ref capturedNames(Vm& vm, Value self) {
    const CodeObject& source = *self.as<Code>()->source;
    const auto end = source.localNames.begin() + source.parameterCount();
    std::vector<std::string> names = source.cellNames;
    std::ranges::sort(names, {}, [&](const std::string& name) {
        const auto place = std::find(source.localNames.begin(), end, name);
        return std::pair(place - source.localNames.begin(), place == end ? name : std::string());
    });
    Ptr<Tuple> tuple = makeTuple(vm, static_cast<std::uint32_t>(names.size()));
    for (std::size_t i = 0; i < names.size(); ++i)
        tuple->items()[i] = Ref(Value(vm.intern(names[i]))).detach();
    return std::move(tuple).toRef();
}

}  // namespace

/// co_flags: Include/cpython/code.h.
static Ref codeFlags(Vm&, Value self) {
    const CodeObject& source = *self.as<Code>()->source;
    std::int64_t flags = 0;
    if (source.kind != CodeKind::Module && source.kind != CodeKind::ClassBody)
        flags |= 0x1 | 0x2;  // optimized, new locals
    if (source.hasVarArgs) flags |= 0x4;
    if (source.hasVarKeywords) flags |= 0x8;
    if (source.kind == CodeKind::Generator) flags |= 0x20;
    if (source.kind == CodeKind::Coroutine) flags |= 0x80;
    if (source.kind == CodeKind::AsyncGenerator) flags |= 0x200;
    return Ref::ofInt(flags);
}

void initFrameTypes(Vm& vm) {
    {
        Slots slots;
        slots.destroy = destroyCode;
        slots.repr = codeRepr;
        readyType(vm, vm.types.code, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(Code), 0,
                  slots);
        addGetter(vm, vm.types.code, "co_name",
                  [](Vm&, Value self) { return self.as<Code>()->name.toRef(); });
        addGetter(vm, vm.types.code, "co_qualname",
                  [](Vm&, Value self) { return self.as<Code>()->qualifiedName.toRef(); });
        addGetter(vm, vm.types.code, "co_filename",
                  [](Vm& v, Value self) { return newStr(v, self.as<Code>()->source->fileName); });
        addGetter(vm, vm.types.code, "co_firstlineno",
                  [](Vm&, Value self) { return Ref::ofInt(self.as<Code>()->source->firstLine); });
        addGetter(vm, vm.types.code, "co_argcount", [](Vm&, Value self) {
            return Ref::ofInt(self.as<Code>()->source->positionalCount);
        });
        addGetter(vm, vm.types.code, "co_posonlyargcount", [](Vm&, Value self) {
            return Ref::ofInt(self.as<Code>()->source->positionalOnlyCount);
        });
        addGetter(vm, vm.types.code, "co_kwonlyargcount", [](Vm&, Value self) {
            return Ref::ofInt(self.as<Code>()->source->keywordOnlyCount);
        });
        addGetter(vm, vm.types.code, "co_flags", codeFlags);
        addGetter(vm, vm.types.code, "co_freevars", [](Vm& v, Value self) {
            const auto& names = self.as<Code>()->freeNames;
            return namesTuple(v, names, names.size());
        });
        addGetter(vm, vm.types.code, "co_varnames", variableNames);
        addGetter(vm, vm.types.code, "co_cellvars", capturedNames);
    }
    {
        Slots slots;
        slots.destroy = destroyFrame;
        slots.traverse = traverseFrame;
        slots.repr = frameRepr;
        readyType(vm, vm.types.frame, nullptr, kTypeIsFinal | kTypeNoConstruct, sizeof(Frame), 0,
                  slots);
        addGetter(vm, vm.types.frame, "f_code",
                  [](Vm&, Value self) { return Ref(Value(self.as<Frame>()->code)); });
        addGetter(vm, vm.types.frame, "f_lineno",
                  [](Vm&, Value self) { return Ref::ofInt(shownLine(self.as<Frame>())); });
        addGetter(vm, vm.types.frame, "f_globals",
                  [](Vm&, Value self) { return Ref(Value(self.as<Frame>()->globals)); });
        addGetter(vm, vm.types.frame, "f_back", [](Vm&, Value self) {
            Frame* back = self.as<Frame>()->back;
            return back ? Ref(Value(back)) : Ref::none();
        });
        addGetter(vm, vm.types.frame, "f_locals", [](Vm& v, Value self) {
            const auto* frame = self.as<Frame>();
            if (frame->names) return Ref(Value(frame->names));
            if (frame->code->kind == CodeKind::Module) return Ref(Value(frame->globals));
            Ptr<Dict> dict = makeDict(v);
            for (auto [name, value] : frameLocals(self.as<Frame>()))
                dictSetStr(v, dict.get(), name, value);
            return std::move(dict).toRef();
        });
    }
    initCellType(vm);
    {
        Slots slots;
        slots.destroy = destroyAs<Traceback>;
        slots.traverse = traverseMembers<&Traceback::next, &Traceback::frame>;
        readyType(vm, vm.types.traceback, nullptr, kTypeIsFinal | kTypeNoConstruct,
                  sizeof(Traceback), 0, slots);
        addGetter(vm, vm.types.traceback, "tb_next",
                  [](Vm&, Value self) { return Ref(self.as<Traceback>()->next.valueOrNone()); });
        addGetter(vm, vm.types.traceback, "tb_frame",
                  [](Vm&, Value self) { return self.as<Traceback>()->frame.toRef(); });
        addGetter(vm, vm.types.traceback, "tb_lineno",
                  [](Vm&, Value self) { return Ref::ofInt(self.as<Traceback>()->span().line); });
    }
}

}  // namespace coroscope::runtime
