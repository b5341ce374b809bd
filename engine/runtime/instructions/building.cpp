// What instructions make: functions, strings, containers.
#include <fmt/format.h>

#include "engine/runtime/instructions/helpers.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/dict_internal.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

Ref makeFunctionValue(Vm& vm, Frame* frame, const Instruction& instruction, Value*& top) {
    Ptr<Function> function = vm.heap.make<Function>(vm.types.function);
    Value code = frame->code->constants[static_cast<std::size_t>(instruction.a)];
    if (instruction.c & language::kHasClosure)
        function->closure = Ptr<Tuple>::steal((--top)->as<Tuple>());
    if (instruction.c & language::kHasAnnotations)
        function->annotations = Ptr<Dict>::steal((--top)->as<Dict>());
    if (instruction.c & language::kHasKwDefaults)
        function->kwDefaults = Ptr<Dict>::steal((--top)->as<Dict>());
    if (instruction.c & language::kHasDefaults)
        function->defaults = Ptr<Tuple>::steal((--top)->as<Tuple>());
    function->code = Ptr<Code>(code.as<Code>());
    function->globals = Ptr<Dict>(frame->globals);
    function->name = function->code->name.toRef();
    function->qualifiedName = function->code->qualifiedName.toRef();
    const auto& constants = function->code->constants;
    const bool hasDoc = !constants.empty() && isStr(constants[0]) &&
                        function->code->kind != CodeKind::Module &&
                        function->code->name->view() != "<lambda>";
    function->doc = hasDoc ? Ref(constants[0]) : Ref::none();
    const Value module = dictGetStr(frame->globals, vm.names.__name__);
    function->module = module.isUnbound() ? Ref::none() : Ref(module);
    return std::move(function).toRef();
}

Ref concatenateStrings(Vm& vm, std::span<const Value> parts) {
    std::size_t bytes = 0;
    std::uint32_t common = Str::kAscii;  // the flags that all have
    for (Value part : parts) {
        const auto* text = part.as<Str>();
        bytes += text->byteLength;
        common &= text->flags;
    }
    if (vm.heap.wouldExceed(bytes)) {
        vm.stop(StopReason::Memory);
        return Raised{};
    }
    Ptr<Str> text = makeUninitializedStr(vm, bytes);
    char* out = text->mutableData();
    for (Value part : parts) {
        const std::string_view view = viewOf(part);
        out = std::copy(view.begin(), view.end(), out);
    }
    if (common != 0) {
        finishAsciiStr(text.get());
    } else {
        finishStr(text.get());
    }
    return std::move(text).toRef();
}

namespace {
/// The variable to which an instruction stores; null: to none, or to one that is not there yet.
Value* storedVariable(Frame* frame, const Instruction& store) {
    switch (store.op) {
        case Opcode::StoreFast:
        case Opcode::StoreFastLoadFast:
        case Opcode::StoreFastStoreFast: return &frame->slots()[store.a];
        case Opcode::StoreName:
        case Opcode::StoreGlobal: {
            Str* name = frame->code->names[static_cast<std::size_t>(store.a)];
            if (store.op == Opcode::StoreName && frame->names) return nullptr;  // a class body's
            const std::int32_t at = dictFindStr(frame->globals, name);
            return at < 0 ? nullptr : &frame->globals->entries[at].value;
        }
        default: return nullptr;
    }
}
}  // namespace

Ref addThenStore(Vm& vm, Frame* frame, const Instruction* ip, Value a, Value b, bool inPlace) {
    if (!a.is(vm.types.str) || !b.is(vm.types.str)) return binary(vm, Operator::Add, a, b, inPlace);
    auto* text = a.as<Str>();
    if (text->byteLength < Heap::kLargestCell || a.object == b.object)
        return strConcat(vm, text, b.as<Str>());
    Value* variable = storedVariable(frame, ip[1]);
    Value* onStack = ip->op == Opcode::BinaryAdd ? frame->stackTop - 2 : nullptr;
    const std::size_t more = b.as<Str>()->byteLength;
    if (!variable || !variable->isObject() || variable->object != text ||
        text->refCount != (onStack ? 2 : 1) || text->isInterned() ||
        (text->flags & kObjectHasAside) != 0 || text->byteLength + more > UINT32_MAX) {
        return strConcat(vm, text, b.as<Str>());
    }
    CORO_TRY(reserveBytes(vm, more));
    const Value grown(growStr(vm, text, b.as<Str>()));
    *variable =
        ip[1].op == Opcode::StoreName || ip[1].op == Opcode::StoreGlobal ? Value::none() : Value();
    if (onStack) *onStack = grown;
    return Ref::steal(grown);
}

Ref formatForString(Vm& vm, Value value, std::uint8_t flags, Value spec) {
    Ref converted(value);
    switch (flags & language::kConversionMask) {
        case language::kConvertStr: converted = CORO_TRY(str(vm, value)); break;
        case language::kConvertRepr: converted = CORO_TRY(repr(vm, value)); break;
        case language::kConvertAscii: converted = CORO_TRY(asciiOf(vm, value)); break;
        default: break;
    }
    if (spec.isUnbound()) {
        if (converted.is(vm.types.str)) return converted;
        if (converted.isSmallInt()) {
            const fmt::format_int digits(converted.get().integer);
            return makeStr(vm, {digits.data(), digits.size()}).toRef();
        }
    }
    return formatValue(vm, converted, spec.isUnbound() ? std::string_view() : viewOf(spec));
}

Ref setOf(Vm& vm, std::span<const Value> items) {
    Ptr<Set> set = makeSet(vm);
    for (Value item : items) CORO_TRY(setAdd(vm, set.get(), item));
    return std::move(set).toRef();
}

Ref dictOf(Vm& vm, std::span<const Value> entries) {
    Ptr<Dict> dict = makeDict(vm);
    dictReserve(dict.get(), static_cast<std::uint32_t>(entries.size() / 2));
    for (std::size_t i = 0; i < entries.size(); i += 2)
        CORO_TRY(dictSet(vm, dict.get(), entries[i], entries[i + 1]));
    return std::move(dict).toRef();
}

Status updateDisplay(Vm& vm, Dict* dict, Value mapping) {
    if (findAttribute(vm, mapping, vm.names.keys).isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'{}' object is not a mapping", vm.typeOf(mapping)->nameView()));
    }
    return dictUpdate(vm, dict, mapping);
}

}  // namespace coroscope::runtime
