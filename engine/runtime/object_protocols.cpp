// Objects/typeobject.c: object___sizeof__, object_getstate_default and their kin. The sizes are
// those of CPython's structs, so that a lesson on memory shows what it shows there.
#include "engine/runtime/object_protocols.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "engine/runtime/class_layout.h"
#include "engine/runtime/frame.h"
#include "engine/runtime/generator.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/dict.h"
#include "engine/runtime/types/float.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/sequences.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/unicode.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

constexpr std::int64_t kPointer = 8;
constexpr std::int64_t kHeader = 16;  ///< of what the collector of cycles looks after

struct Size {
    std::int64_t bytes = 0;  ///< what `__sizeof__` says
    std::int64_t header = 0;
};

std::int64_t intBytes(Value value) {
    constexpr std::size_t kDigitBits = 30;
    BigNumber number;
    toBig(value, number);
    const std::size_t bits = number == 0 ? 1 : msb(BigNumber(abs(number))) + 1;
    return 24 + 4 * static_cast<std::int64_t>((bits + kDigitBits - 1) / kDigitBits);
}

/// By its widest character: each takes one, two or four bytes.
std::int64_t strBytes(const Str* text) {
    const auto length = static_cast<std::int64_t>(text->charLength);
    if (text->flags & Str::kAscii) return 49 + length;
    std::uint32_t widest = 0;
    // In UTF-8 the first byte of a character tells how far up it lies.
    for (const char c : text->view())
        widest = std::max<std::uint32_t>(widest, static_cast<unsigned char>(c));
    if (widest <= 0xC3) return 73 + length;
    return widest < 0xF0 ? 74 + 2 * length : 76 + 4 * length;
}

/// dict: the table of a dict to which so many items were added one by one (Objects/dictobject.c).
std::int64_t dictBytes(const Dict* dict) {
    constexpr std::int64_t kStruct = 48, kKeys = 32;
    if (dict->count == 0) return kStruct;
    std::uint32_t places = 8, room = 5;
    while (room < dict->count) {
        places = std::bit_ceil(room * 3);
        room = places * 2 / 3;
    }
    bool hasStrKeys = true;
    for (std::uint32_t i = 0; i < dict->used; ++i)
        hasStrKeys =
            hasStrKeys && (dict->entries[i].key.isUnbound() || isStr(dict->entries[i].key));
    const std::int64_t each = places < 256 ? 1 : places < 65536 ? 2 : 4;
    return kStruct + kKeys + each * places + std::int64_t{room} * (hasStrKeys ? 16 : 24);
}

std::int64_t setBytes(const Set* set) {
    constexpr std::uint32_t kPlacesWithin = 8;
    const std::uint32_t places = set->indexMask + 1;
    return 200 + (places > kPlacesWithin ? std::int64_t{16} * places : 0);
}

/// An instance of a class without a native base: its members, and what leads to weak references.
/// The two words for a `__dict__` stand before it.
Size instanceSize(const Type* type) {
    Size size{16, kHeader};
    for (const Type* each : type->mro) {
        if (each->typeFlags & kTypeAddsWeakReferences) size.bytes += kPointer;
        for (std::uint32_t i = 0; each->has(kTypeIsClass) && i < each->dict->used; ++i)
            size.bytes += isMember(each->dict->entries[i].value) ? kPointer : 0;
    }
    if (instancesHaveDict(type)) size.header += 2 * kPointer;
    return size;
}

Size sizeOf(Vm& vm, Value value) {
    if (isInt(value)) return {intBytes(value), 0};
    if (isFloatValue(value)) return {24, 0};
    if (!value.isObject()) return {16, 0};
    const Type* type = value.object->type;
    const Types& t = vm.types;
    if (isStr(value)) return {strBytes(value.as<Str>()), 0};
    if (type->has(kTypeIsTuple)) return {24 + kPointer * value.as<Tuple>()->count, kHeader};
    if (type->has(kTypeIsList)) return {40 + kPointer * value.as<List>()->capacity, kHeader};
    if (type->has(kTypeIsDict)) return {dictBytes(value.as<Dict>()), kHeader};
    if (type->has(kTypeIsSet)) return {setBytes(value.as<Set>()), kHeader};
    if (value.is(t.bytes)) return {33 + static_cast<std::int64_t>(bytesView(value).size()), 0};
    if (value.is(t.bytearray)) {
        const auto length = static_cast<std::int64_t>(bytesView(value).size());
        return {56 + (length > 0 ? length + 1 : 0), 0};
    }
    if (value.is(t.generator) || value.is(t.coroutine) || value.is(t.asyncGenerator)) {
        const Frame* frame = value.as<Generator>()->frame.get();
        const std::int64_t words =
            frame ? frame->code->localCount + frame->code->source->stackSize : 0;
        return {152 + kPointer * words, kHeader};
    }
    if (value.is(t.range)) return {48, 0};
    if (value.is(t.slice)) return {40, kHeader};
    if (value.is(t.function)) return {136, kHeader};
    if (value.is(t.nativeFunction)) return {56, kHeader};
    if (value.is(t.method)) return {48, kHeader};
    if (value.is(t.listIterator) || value.is(t.tupleIterator)) return {32, kHeader};
    if (value.is(t.rangeIterator)) return {32, kHeader};
    if (type == t.object) return {16, 0};
    if (type->has(kTypeIsClass) && firstNative(const_cast<Type*>(type)) == t.object)
        return instanceSize(type);
    return {type->instanceBytes, 0};
}

Ref sizeMethod(Vm& vm, const Arguments& a) { return Ref::ofInt(sizeOf(vm, a[0]).bytes); }

/// object_getstate_default: the attributes, beside them the members.
Ref getState(Vm& vm, const Arguments& a) {
    if (!a[0].isObject()) return Ref::none();
    Object* object = a[0].object;
    const Type* type = object->type;
    Attributes* attributes = type->attributesOf(object);
    if (attributes == nullptr) return Ref::none();
    Ref state = Ref::none();
    if (instancesHaveDict(type)) {
        Ptr<Dict> dict = instanceDict(vm, object, *attributes);
        if (dict->count > 0) state = dict.toRef();
    }
    Ptr<Dict> members = makeDict(vm);
    for (const Type* each : type->mro) {
        std::uint32_t position = 0;
        Value key, value;
        while (each->has(kTypeIsClass) && dictNext(each->dict, position, key, value)) {
            if (!isMember(value)) continue;
            const Value own = memberGet(*attributes, key.as<Str>());
            if (!own.isUnbound()) dictSetStr(vm, members.get(), key.as<Str>(), own);
        }
    }
    if (members->count == 0) return state;
    return makeTuple(vm, std::initializer_list<Value>{state, members.value()}).toRef();
}

Ref refuseReduce(Vm& vm, const Arguments& a) {
    return raise(vm, vm.exc.NotImplementedError,
                 fmt::format("cannot pickle '{}' object: pickling is not supported by Coroscope",
                             vm.typeOf(a[0])->nameView()));
}

Ref hookOfSubclasses(Vm&, const Arguments&) { return Ref::notImplemented(); }

}  // namespace

std::int64_t sizeInCPython(Vm& vm, Value value) {
    const Size size = sizeOf(vm, value);
    return size.bytes + size.header;
}

void addObjectProtocols(Vm& vm) {
    Type* object = vm.types.object;
    addMethod(vm, object, "__sizeof__", sizeMethod, 1, 1);
    addMethod(vm, object, "__getstate__", getState, 1, 1);
    addMethod(vm, object, "__reduce__", refuseReduce, 1, 1);
    addMethod(vm, object, "__reduce_ex__", refuseReduce, 2, 2);
    addClassMethod(vm, object, "__subclasshook__", hookOfSubclasses, 1, kAnyCount);
}

}  // namespace coroscope::runtime
