// The type str: its slots and its iterator.
#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/str_methods.h"

namespace coroscope::runtime {

namespace {

struct StrIterator : Object {
    Ref str;
    std::uint32_t offset = 0;  ///< in bytes
};

void destroyStr(Object* object) {
    Type* type = object->type;
    auto* str = static_cast<Str*>(object);
    if (type == type->vm->types.str) [[likely]]
        return freePlainStr(type->vm->heap, str);
    const std::size_t bytes = sizeof(Str) + str->gap() + str->byteLength;
    if (type->attributesOffset != 0) destroyTrailingAttributes(object);
    str->~Str();
    type->vm->heap.freeObject(object, bytes);
    if (type->has(kTypeIsClass)) releaseInstanceType(type);
}

Ref strReprSlot(Vm& vm, Value self) {
    const std::string_view text = viewOf(self);
    if (text.size() >= 4096) CORO_TRY(reserveBytes(vm, sizeOfRepr(text) * 2));
    return newStr(vm, reprOfText(text));
}

Ref strStr(Vm& vm, Value self) {
    if (self.is(vm.types.str)) return self;
    return newStr(vm, viewOf(self));
}

Outcome<std::int64_t> strHashSlot(Vm&, Value self) { return strHash(self.as<Str>()); }

Ref strCompare(Vm& vm, Value self, Value other, Comparison op) {
    if (!isStr(other)) return Ref::notImplemented();
    if (op == Comparison::Equal) return Ref::boolean(strEqual(self.as<Str>(), other.as<Str>()));
    if (op == Comparison::NotEqual) return Ref::boolean(!strEqual(self.as<Str>(), other.as<Str>()));
    payForBytes(vm, std::min(viewOf(self).size(), viewOf(other).size()));
    // The order of UTF-8 is that of code points.
    return Ref::boolean(signFitsComparison(orderOfTexts(viewOf(self), viewOf(other)), op));
}

Outcome<std::int64_t> strLength(Vm&, Value self) {
    return static_cast<std::int64_t>(self.as<Str>()->charLength);
}
Outcome<bool> strTruth(Vm&, Value self) { return self.as<Str>()->byteLength != 0; }

Ref strBinary(Vm& vm, Operator op, Value left, Value right) {
    switch (op) {
        case Operator::Add:
            if (!isStr(left) || !isStr(right)) return Ref::notImplemented();
            return strConcat(vm, left.as<Str>(), right.as<Str>());
        case Operator::Multiply: {
            const bool onLeft = isStr(left);
            const Value count = onLeft ? right : left;
            if (isStr(count) || count.isFloat()) return Ref::notImplemented();
            if (!isInt(count) &&
                lookupInType(vm, vm.typeOf(count), vm.names.__index__).isUnbound()) {
                return Ref::notImplemented();
            }
            const std::int64_t times = CORO_TRY(repeatCount(vm, count));
            const Value text = onLeft ? left : right;
            if (times == 1 && text.is(vm.types.str)) return text;
            return strRepeat(vm, viewOf(text), times);
        }
        case Operator::Modulo: {
            if (!isStr(left)) return Ref::notImplemented();
            Ref made = CORO_TRY(percentFormat(vm, viewOf(left), right));
            // Text without a place to fill in stays the same object.
            const bool same =
                left.is(vm.types.str) && viewOf(left).find('%') == std::string_view::npos;
            return same ? Ref(left) : made;
        }
        default: return Ref::notImplemented();
    }
}

Ref strGetItem(Vm& vm, Value self, Value key) {
    auto* str = self.as<Str>();
    const std::int64_t count = str->charLength;
    if (key.is(vm.types.slice)) {
        const SliceBounds bounds = CORO_TRY(resolveSlice(vm, key.as<Slice>(), count));
        if (bounds.count == 0) return newStr(vm, "");
        if (bounds.step == 1) {
            return strSlice(vm, str, static_cast<std::uint32_t>(bounds.start),
                            static_cast<std::uint32_t>(bounds.start + bounds.count));
        }
        std::string out;
        std::int64_t at = bounds.start;
        takeEffort(vm, bounds.count);
        for (std::int64_t i = 0; i < bounds.count; ++i, at += bounds.step) {
            const std::uint32_t first = str->byteOffset(static_cast<std::uint32_t>(at));
            std::uint32_t last = first + 1;
            while (last < str->byteLength &&
                   (static_cast<unsigned char>(str->data()[last]) & 0xC0) == 0x80)
                ++last;
            out += str->view().substr(first, last - first);
        }
        return newStr(vm, out);
    }
    if (!isInt(key) && lookupInType(vm, vm.typeOf(key), vm.names.__index__).isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("string indices must be integers, not '{}'", typeName(vm, key)));
    }
    Ref index = CORO_TRY(indexOf(vm, key));
    auto fits = asInt64(index);
    if (!fits) {
        return raise(vm, vm.exc.IndexError,
                     fmt::format("cannot fit '{}' into an index-sized integer", typeName(vm, key)));
    }
    std::int64_t at = *fits;
    if (at < 0) at += count;
    if (at < 0 || at >= count) return raise(vm, vm.exc.IndexError, "string index out of range");
    const auto place = static_cast<std::uint32_t>(at);
    if (str->isAscii()) return strOfCodePoint(vm, static_cast<unsigned char>(str->data()[place]));
    const std::uint32_t first = str->byteOffset(place), last = str->byteOffset(place + 1);
    return newStr(vm, str->view().substr(first, last - first));
}

Outcome<bool> strContains(Vm& vm, Value self, Value item) {
    if (!isStr(item)) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("'in <string>' requires string as left operand, not {}",
                                 typeName(vm, item)));
    }
    const std::size_t found = findText(viewOf(self), viewOf(item));
    payForBytes(vm, searchedBytes(std::min(found, viewOf(self).size()), viewOf(item)));
    return found != std::string_view::npos;
}

Ref strIterate(Vm& vm, Value self) {
    Type* type = vm.types.strIterator;
    Ptr<StrIterator> made =
        vm.heap.make<StrIterator>(self.as<Str>()->isAscii() ? type->base : type);
    made->str = self;
    return std::move(made).toRef();
}

Ref strIteratorNext(Vm& vm, Value self) {
    auto* iterator = self.as<StrIterator>();
    if (iterator->str.isUnbound()) return Ref();
    auto* str = iterator->str.as<Str>();
    const std::uint32_t first = iterator->offset;
    if (first >= str->byteLength) {
        iterator->str.reset();
        return Ref();
    }
    const auto c = static_cast<unsigned char>(str->data()[first]);
    if (c < 0x80) {
        iterator->offset = first + 1;
        return strOfCodePoint(vm, c);
    }
    const std::uint32_t size = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    iterator->offset = first + size;
    return newStr(vm, str->view().substr(first, size));
}

Ref strConstruct(Vm& vm, Type* type, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"object", "encoding", "errors"};
    Value values[3];
    if (args.keywords != 0 && type != vm.types.str) {
        for (std::uint32_t i = 0; i < args.positional && i < 3; ++i) values[i] = args[i];
    } else {
        if (args.total() > 3) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("str() takes at most 3 arguments ({} given)", args.total()));
        }
        CORO_TRY(bindArguments(vm, "str", args, kNames, 0, 3, values));
    }
    Ref text;
    if (values[1].isUnbound() && values[2].isUnbound()) {
        text = values[0].isUnbound() ? Ref(Value(vm.intern(""))) : CORO_TRY(str(vm, values[0]));
    } else {
        for (int i : {1, 2}) {
            if (!values[i].isUnbound() && !isStr(values[i])) {
                return raise(vm, vm.exc.TypeError,
                             fmt::format("str() argument '{}' must be str, not {}", kNames[i],
                                         argumentTypeName(vm, values[i])));
            }
        }
        if (values[0].isUnbound()) {
            text = Ref(Value(vm.intern("")));
        } else if (isStr(values[0])) {
            return raise(vm, vm.exc.TypeError, "decoding str is not supported");
        } else if (!isBytesLike(vm, values[0])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("decoding to str: need a bytes-like object, {} found",
                                     typeName(vm, values[0])));
        } else {
            const std::string data(bytesView(values[0]));
            text =
                CORO_TRY(decodeBytes(vm, data, values[1].isUnbound() ? "utf-8" : viewOf(values[1]),
                                     values[2].isUnbound() ? "strict" : viewOf(values[2])));
        }
    }
    if (type == vm.types.str) return text;
    return newStrOfType(vm, type, viewOf(text));
}

}  // namespace

void initStrType(Vm& vm) {
    Slots slots;
    slots.destroy = destroyStr;
    slots.repr = strReprSlot;
    slots.str = strStr;
    slots.hash = strHashSlot;
    slots.compare = strCompare;
    slots.length = strLength;
    slots.truth = strTruth;
    slots.binary = strBinary;
    slots.getItem = strGetItem;
    slots.contains = strContains;
    slots.iterate = strIterate;
    slots.construct = strConstruct;
    readyType(vm, vm.types.str, vm.types.object, kTypeIsStr, sizeof(Str), 0, slots);
    addStrMethods(vm);

    Slots iterator;
    iterator.destroy = destroyAs<StrIterator>;
    iterator.iterate = [](Vm&, Value self) -> Ref { return self; };
    iterator.next = strIteratorNext;
    // The iterators over text that is all ASCII have a type of their own. It does the same, and is
    // found as the base of the other.
    TypeSpec ofAscii;
    ofAscii.name = "str_ascii_iterator";
    ofAscii.flags = kTypeIsFinal | kTypeNoConstruct;
    ofAscii.instanceBytes = sizeof(StrIterator);
    ofAscii.slots = iterator;
    readyType(vm, vm.types.strIterator, makeType(vm, ofAscii), kTypeIsFinal | kTypeNoConstruct,
              sizeof(StrIterator), 0, iterator);
}

}  // namespace coroscope::runtime
