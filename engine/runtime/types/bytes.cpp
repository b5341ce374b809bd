// bytes and bytearray: making them, their slots, and what only a bytearray can.
#include "engine/runtime/types/bytes.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/types/bytes_methods.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/format.h"
#include "engine/runtime/types/int.h"
#include "engine/runtime/types/iterators.h"
#include "engine/runtime/types/list_internal.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/str_methods.h"

namespace coroscope::runtime {

bool isBytes(Vm& vm, Value value) {
    return value.isObject() && value.object->type->isSubtypeOf(vm.types.bytes);
}
bool isByteArray(Vm& vm, Value value) {
    return value.isObject() && value.object->type->isSubtypeOf(vm.types.bytearray);
}
bool isBytesLike(Vm&, Value value) { return hasFlag(value, kTypeIsBytes); }
std::string_view bytesView(Value value) { return value.as<Bytes>()->data; }

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

/// Tells the heap how much the object holds outside of it.
void account(Vm& vm, Bytes* bytes) {
    // Short data lies within the object.
    const std::size_t inside = std::string().capacity();
    const std::size_t capacity = bytes->data.capacity();
    const std::size_t outside = capacity > inside ? capacity + 1 : 0;
    vm.heap.exchangeExternal(bytes->external, outside);
    bytes->external = outside;
}

template <class T>
Ref makeOf(Vm& vm, Type* type, std::string data) {
    CORO_TRY(reserveBytes(vm, data.size()));
    Ptr<T> made = makeInstance<T>(vm, type);
    made->data = std::move(data);
    account(vm, made.get());
    return std::move(made).toRef();
}

void destroyBytes(Object* object) {
    object->type->vm->heap.exchangeExternal(static_cast<Bytes*>(object)->external, 0);
    destroyAs<Bytes>(object);
}

}  // namespace

Ref newBytes(Vm& vm, std::string data) {
    return makeOf<Bytes>(vm, vm.types.bytes, std::move(data));
}
Ref newByteArray(Vm& vm, std::string data) {
    return makeOf<ByteArray>(vm, vm.types.bytearray, std::move(data));
}

namespace {

char quoteFor(std::string_view data) {
    const bool quoted =
        data.find('\'') != std::string_view::npos && data.find('"') == std::string_view::npos;
    return quoted ? '"' : '\'';
}

/// How many characters stand for a byte.
std::size_t widthOf(char c, char quote) {
    if (c == quote || c == '\\' || c == '\t' || c == '\n' || c == '\r') return 2;
    return c < ' ' || c >= 0x7f ? 4 : 1;
}

std::size_t reprLength(std::string_view data) {
    const char quote = quoteFor(data);
    std::size_t size = 3;
    for (const char c : data) size += widthOf(c, quote);
    return size;
}

}  // namespace

std::string reprOfBytes(std::string_view data) {
    const char quote = quoteFor(data);
    std::string out = "b";
    out.reserve(reprLength(data));
    out += quote;
    for (const char c : data) {
        const std::size_t width = widthOf(c, quote);
        if (width == 4) {
            const auto byte = static_cast<unsigned char>(c);
            for (const char each : {'\\', 'x', kHexDigits[byte >> 4], kHexDigits[byte & 15]})
                out += each;
        } else if (width == 2) {
            out += '\\';
            out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
        } else {
            out += c;
        }
    }
    out += quote;
    return out;
}

namespace {

Outcome<char> byteOf(Vm& vm, Value value, std::string_view message) {
    Ref index = CORO_TRY(indexOf(vm, value));
    const std::int64_t byte = asInt64(index).value_or(-1);
    if (byte < 0 || byte > 255) return raise(vm, vm.exc.ValueError, message);
    return static_cast<char>(static_cast<unsigned char>(byte));
}

/// The bytes whose numbers an iterable gives; `complaint` where it is none. `asksLength`: it is
/// asked how many there are before.
Outcome<std::string> collectItems(Vm& vm, Value source, std::string_view typeName_,
                                  std::string_view complaint, bool asksLength) {
    Ref iterator = CORO_TRY(iterateOr(vm, source, complaint));
    if (asksLength) CORO_TRY(askLength(vm, source, 1));
    std::string data;
    const std::string message =
        typeName_ == "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)";
    for (;;) {
        Ref item = CORO_TRY(next(vm, iterator));
        if (item.isUnbound()) return data;
        const char byte = CORO_TRY(byteOf(vm, item, message));
        if (data.size() == data.capacity()) CORO_TRY(reserveGrowing(vm, data.size()));
        data += byte;
        if (!burnFuel(vm, 1)) return Raised{};
    }
}

/// The bytes that `bytes(source)` would hold.
Outcome<std::string> collect(Vm& vm, Value source, std::string_view typeName_) {
    if (isBytesLike(vm, source)) return std::string(bytesView(source));
    if (isStr(source)) return raise(vm, vm.exc.TypeError, "string argument without an encoding");
    if (isInt(source) || !lookupInType(vm, vm.typeOf(source), vm.names.__index__).isUnbound()) {
        Ref index = CORO_TRY(indexOf(vm, source));
        const auto count = asInt64(index);
        if (!count)
            return raise(vm, vm.exc.OverflowError, "cannot fit 'int' into an index-sized integer");
        if (*count < 0) return raise(vm, vm.exc.ValueError, "negative count");
        CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(*count)));
        return std::string(static_cast<std::size_t>(*count), '\0');
    }
    return collectItems(
        vm, source, typeName_,
        fmt::format("cannot convert '{}' object to {}", typeName(vm, source), typeName_),
        typeName_ == "bytes");
}

template <class T, bool mutable_>
Ref construct(Vm& vm, Type* type, const Arguments& args) {
    constexpr std::string_view kName = mutable_ ? "bytearray" : "bytes";
    static constexpr std::string_view kNames[] = {"source", "encoding", "errors"};
    Value values[3];
    CORO_TRY(bindArguments(vm, kName, args, kNames, 0, 3, values));
    for (int i : {1, 2}) {
        if (!values[i].isUnbound() && !isStr(values[i])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{}() argument '{}' must be str, not {}", kName, kNames[i],
                                     argumentTypeName(vm, values[i])));
        }
    }
    if (values[0].isUnbound()) {
        if (!values[1].isUnbound() || !values[2].isUnbound()) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("{} without a string argument",
                                     values[1].isUnbound() ? "errors" : "encoding"));
        }
        return makeOf<T>(vm, type, "");
    }
    if (isStr(values[0])) {
        if (values[1].isUnbound())
            return raise(vm, vm.exc.TypeError, "string argument without an encoding");
        return makeOf<T>(
            vm, type,
            CORO_TRY(encodeText(vm, values[0], viewOf(values[1]),
                                values[2].isUnbound() ? "strict" : viewOf(values[2]))));
    }
    if (!values[1].isUnbound())
        return raise(vm, vm.exc.TypeError, "encoding without a string argument");
    if (!values[2].isUnbound())
        return raise(vm, vm.exc.TypeError, "errors without a string argument");
    if (!mutable_ && type == vm.types.bytes && values[0].is(vm.types.bytes)) return values[0];
    if (values[0].isObject() && !isBytesLike(vm, values[0])) {
        Ref method = CORO_TRY(lookupSpecial(vm, values[0], vm.intern("__bytes__")));
        if (!method.isUnbound()) {
            Ref made = CORO_TRY(vm.call(method));
            if (!isBytes(vm, made)) {
                return raise(
                    vm, vm.exc.TypeError,
                    fmt::format("__bytes__ returned non-bytes (type {})", typeName(vm, made)));
            }
            return makeOf<T>(vm, type, std::string(bytesView(made)));
        }
    }
    return makeOf<T>(vm, type, CORO_TRY(collect(vm, values[0], kName)));
}

Ref bytesRepr(Vm& vm, Value self) {
    const bool isArray = isByteArray(vm, self);
    if (bytesView(self).size() >= 4096)
        CORO_TRY(reserveBytes(vm, reprLength(bytesView(self)) * (isArray ? 3 : 2)));
    const std::string text = reprOfBytes(bytesView(self));
    if (!isArray) return newStr(vm, text);
    return newStr(vm, fmt::format("{}({})", typeName(vm, self), text));
}

Outcome<std::int64_t> bytesHash(Vm& vm, Value self) {
    payForBytes(vm, bytesView(self).size());
    return hashText(bytesView(self));
}

Ref bytesCompare(Vm& vm, Value self, Value other, Comparison op) {
    if (!isBytesLike(vm, other)) return Ref::notImplemented();
    payForBytes(vm, std::min(bytesView(self).size(), bytesView(other).size()));
    return Ref::boolean(signFitsComparison(bytesView(self).compare(bytesView(other)), op));
}

Outcome<std::int64_t> bytesLength(Vm&, Value self) {
    return static_cast<std::int64_t>(bytesView(self).size());
}

/// The result is of the left operand's kind.
Ref sameKind(Vm& vm, Value like, std::string data) {
    return isByteArray(vm, like) ? newByteArray(vm, std::move(data))
                                 : newBytes(vm, std::move(data));
}

Ref bytesBinary(Vm& vm, Operator op, Value left, Value right) {
    switch (op) {
        case Operator::Add: {
            if (!isBytesLike(vm, left) || !isBytesLike(vm, right)) return Ref::notImplemented();
            const std::size_t size = bytesView(left).size() + bytesView(right).size();
            CORO_TRY(reserveBytes(vm, size));
            std::string sum;
            sum.reserve(size);
            sum.append(bytesView(left)).append(bytesView(right));
            return sameKind(vm, left, std::move(sum));
        }
        case Operator::Multiply: {
            const bool onLeft = isBytesLike(vm, left);
            const Value count = onLeft ? right : left, self = onLeft ? left : right;
            if (!isInt(count) &&
                lookupInType(vm, vm.typeOf(count), vm.names.__index__).isUnbound()) {
                return Ref::notImplemented();
            }
            const std::int64_t times = CORO_TRY(repeatCount(vm, count));
            const std::string_view data = bytesView(self);
            std::size_t size = 0;
            if (__builtin_mul_overflow(data.size(), static_cast<std::size_t>(times), &size) ||
                size > INT64_MAX) {
                if (isByteArray(vm, self)) return raiseMemoryError(vm);
                return raise(vm, vm.exc.OverflowError, "repeated bytes are too long");
            }
            CORO_TRY(reserveBytes(vm, size));
            std::string out;
            out.reserve(size);
            for (std::int64_t i = 0; i < times && !data.empty(); ++i) out += data;
            return sameKind(vm, self, std::move(out));
        }
        case Operator::Modulo:
            if (!isBytesLike(vm, left)) return Ref::notImplemented();
            return sameKind(vm, left,
                            CORO_TRY(percentFormatBytes(vm, std::string(bytesView(left)), right)));
        default: return Ref::notImplemented();
    }
}

bool isIndex(Vm& vm, Value key) {
    return isInt(key) || !lookupInType(vm, vm.typeOf(key), vm.names.__index__).isUnbound();
}

Outcome<std::int64_t> placeOf(Vm& vm, Value self, Value key) {
    const std::string_view name = isByteArray(vm, self) ? "bytearray" : "byte";
    if (!isIndex(vm, key)) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("{} indices must be integers or slices, not {}", name, typeName(vm, key)));
    }
    Ref index = CORO_TRY(indexOf(vm, key));
    const auto size = static_cast<std::int64_t>(bytesView(self).size());
    std::int64_t at = asInt64(index).value_or(INT64_MAX);
    if (at < 0) at += size;
    if (at < 0 || at >= size) {
        return raise(vm, vm.exc.IndexError,
                     isByteArray(vm, self) ? "bytearray index out of range" : "index out of range");
    }
    return at;
}

Ref bytesGetItem(Vm& vm, Value self, Value key) {
    if (key.is(vm.types.slice)) {
        const SliceIndices indices = CORO_TRY(sliceIndices(vm, key.as<Slice>()));
        const std::string_view data = bytesView(self);
        const SliceBounds bounds = sliceBounds(indices, static_cast<std::int64_t>(data.size()));
        std::string out;
        CORO_TRY(reserveBytes(vm, static_cast<std::size_t>(bounds.count)));
        std::int64_t at = bounds.start;
        for (std::int64_t i = 0; i < bounds.count; ++i, at += bounds.step)
            out += data[static_cast<std::size_t>(at)];
        return sameKind(vm, self, std::move(out));
    }
    const std::int64_t at = CORO_TRY(placeOf(vm, self, key));
    return Ref::ofInt(static_cast<unsigned char>(bytesView(self)[static_cast<std::size_t>(at)]));
}

Outcome<bool> bytesContains(Vm& vm, Value self, Value item) {
    if (isBytesLike(vm, item)) {
        payForBytes(vm, searchedBytes(bytesView(self).size(), bytesView(item)));
        return findText(bytesView(self), bytesView(item)) != std::string_view::npos;
    }
    payForBytes(vm, bytesView(self).size());
    if (!isInt(item) && lookupInType(vm, vm.typeOf(item), vm.names.__index__).isUnbound()) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("a bytes-like object is required, not '{}'", typeName(vm, item)));
    }
    const char byte = CORO_TRY(byteOf(vm, item, "byte must be in range(0, 256)"));
    return bytesView(self).find(byte) != std::string_view::npos;
}

struct BytesIterator : Object {
    Ref bytes;
    std::size_t at = 0;
};

Ref bytesIteratorNext(Vm&, Value self) {
    auto* iterator = self.as<BytesIterator>();
    if (iterator->bytes.isUnbound()) return Ref();
    const std::string_view data = bytesView(iterator->bytes);
    if (iterator->at >= data.size()) {
        iterator->bytes.reset();
        return Ref();
    }
    return Ref::ofInt(static_cast<unsigned char>(data[iterator->at++]));
}

void readyIterator(Vm& vm, Type* type) {
    Slots slots;
    slots.destroy = destroyAs<BytesIterator>;
    slots.iterate = [](Vm&, Value self) -> Ref { return self; };
    slots.next = bytesIteratorNext;
    readyType(vm, type, vm.types.object, kTypeIsFinal | kTypeNoConstruct, sizeof(BytesIterator), 0,
              slots);
}

// --- bytearray ---------------------------------------------------------------------------------

std::string& dataOf(Value self) { return self.as<Bytes>()->data; }

Status changed(Vm& vm, Value self) {
    account(vm, self.as<Bytes>());
    return kDone;
}

/// PyNumber_Check.
bool isNumber(Vm& vm, Value value) {
    for (Str* name : {vm.names.__index__, vm.names.__int__, vm.names.__float__}) {
        if (!lookupInType(vm, vm.typeOf(value), name).isUnbound()) return true;
    }
    return false;
}

void deleteStepped(std::string& data, const SliceBounds& bounds) {
    std::vector<bool> gone(data.size());
    std::int64_t at = bounds.start;
    for (std::int64_t i = 0; i < bounds.count; ++i, at += bounds.step)
        gone[static_cast<std::size_t>(at)] = true;
    std::string left;
    for (std::size_t i = 0; i < data.size(); ++i) {
        if (!gone[i]) left += data[i];
    }
    data = std::move(left);
}

Status byteArraySetSlice(Vm& vm, Value self, Slice* slice, Value value) {
    std::string& data = dataOf(self);
    SliceIndices indices = CORO_TRY(sliceIndices(vm, slice));
    std::string replacement;
    if (!value.isUnbound()) {
        if (isNumber(vm, value) || isStr(value)) {
            return raise(vm, vm.exc.TypeError,
                         "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        replacement = CORO_TRY(collect(vm, value, "bytearray"));
        // bytearray_ass_subscript makes a bytearray of anything else, and begins anew.
        if (value.object == self.object || !isByteArray(vm, value))
            indices = CORO_TRY(sliceIndices(vm, slice));
    }
    // After the bytes were gathered, which may have changed these.
    const auto [start, stop, step, count] =
        sliceBounds(indices, static_cast<std::int64_t>(data.size()));
    if (step == 1) {
        CORO_TRY(reserveBytes(vm, data.size() + replacement.size() * 2));
        payForBytes(vm, data.size() - static_cast<std::size_t>(start));  // all behind it move
        data.replace(static_cast<std::size_t>(start), static_cast<std::size_t>(count), replacement);
        return changed(vm, self);
    }
    if (replacement.empty()) {
        deleteStepped(data, {start, stop, step, count});
        return changed(vm, self);
    }
    if (static_cast<std::int64_t>(replacement.size()) != count) {
        return raise(vm, vm.exc.ValueError,
                     fmt::format("attempt to assign bytes of size {} to extended slice of size {}",
                                 replacement.size(), count));
    }
    std::int64_t at = start;
    for (const char c : replacement) {
        data[static_cast<std::size_t>(at)] = c;
        at += step;
    }
    return kDone;
}

Status byteArraySetItem(Vm& vm, Value self, Value key, Value value) {
    if (key.is(vm.types.slice)) return byteArraySetSlice(vm, self, key.as<Slice>(), value);
    char byte = 0;
    if (!value.isUnbound() && isIndex(vm, key))
        byte = CORO_TRY(byteOf(vm, value, "byte must be in range(0, 256)"));
    const auto at = static_cast<std::size_t>(CORO_TRY(placeOf(vm, self, key)));
    std::string& data = dataOf(self);
    if (value.isUnbound()) {
        payForBytes(vm, data.size() - at);
        data.erase(at, 1);
    } else {
        data[at] = byte;
    }
    return kDone;
}

/// Room for so many more bytes at the end. Where the data moves, its old place and its new one,
/// twice as large, are there for a moment.
Status reserveBehind(Vm& vm, Value self, std::size_t more) {
    std::string& data = dataOf(self);
    const std::size_t size = data.size() + more;
    if (size <= data.capacity()) return kDone;
    payForBytes(vm, data.size());
    // Near the limit it grows by no more than it must.
    const std::size_t room = std::max(size, data.capacity() * 2);
    if (!vm.heap.wouldExceed(room)) {
        data.reserve(room);
    } else {
        CORO_TRY(reserveBytes(vm, size));
        data.reserve(size);
    }
    return kDone;
}

Ref byteArrayInPlace(Vm& vm, Operator op, Value self, Value other) {
    if (op == Operator::Add) {
        if (!isBytesLike(vm, other)) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("can't concat {} to bytearray", typeName(vm, other)));
        }
        const std::string more(bytesView(other));
        CORO_TRY(reserveBehind(vm, self, more.size()));
        dataOf(self) += more;
    } else if (op == Operator::Multiply) {
        Ref product = CORO_TRY(bytesBinary(vm, op, self, other));
        if (product.isNotImplemented()) return product;
        dataOf(self) = dataOf(product);
    } else {
        return Ref::notImplemented();
    }
    CORO_TRY(changed(vm, self));
    return self;
}

Ref byteArrayAppend(Vm& vm, const Arguments& args) {
    const char byte = CORO_TRY(byteOf(vm, args[1], "byte must be in range(0, 256)"));
    CORO_TRY(reserveBehind(vm, args[0], 1));
    dataOf(args[0]) += byte;
    CORO_TRY(changed(vm, args[0]));
    return Ref::none();
}

Ref byteArrayExtend(Vm& vm, const Arguments& args) {
    const std::string more =
        isBytesLike(vm, args[1])
            ? std::string(bytesView(args[1]))
            : CORO_TRY(collectItems(
                  vm, args[1], "bytearray",
                  fmt::format("can't extend bytearray with {}", typeName(vm, args[1])), true));
    CORO_TRY(reserveBehind(vm, args[0], more.size()));
    dataOf(args[0]) += more;
    CORO_TRY(changed(vm, args[0]));
    return Ref::none();
}

Ref byteArrayInsert(Vm& vm, const Arguments& args) {
    std::int64_t at = CORO_TRY(asIndex(vm, args[1]));
    const char byte = CORO_TRY(byteOf(vm, args[2], "byte must be in range(0, 256)"));
    std::string& data = dataOf(args[0]);
    const auto size = static_cast<std::int64_t>(data.size());
    if (at < 0) at = std::max<std::int64_t>(0, at + size);
    payForBytes(vm, static_cast<std::size_t>(size - std::min(at, size)));  // all behind it move
    data.insert(static_cast<std::size_t>(std::min(at, size)), 1, byte);
    CORO_TRY(changed(vm, args[0]));
    return Ref::none();
}

Ref byteArrayPop(Vm& vm, const Arguments& args) {
    std::int64_t at = args.positional > 1 ? CORO_TRY(asIndex(vm, args[1])) : -1;
    std::string& data = dataOf(args[0]);
    if (data.empty()) return raise(vm, vm.exc.IndexError, "pop from empty bytearray");
    const auto size = static_cast<std::int64_t>(data.size());
    if (at < 0) at += size;
    if (at < 0 || at >= size) return raise(vm, vm.exc.IndexError, "pop index out of range");
    const auto byte = static_cast<unsigned char>(data[static_cast<std::size_t>(at)]);
    payForBytes(vm, static_cast<std::size_t>(size - at));
    data.erase(static_cast<std::size_t>(at), 1);
    return Ref::ofInt(byte);
}

Ref byteArrayRemove(Vm& vm, const Arguments& args) {
    const char byte = CORO_TRY(byteOf(vm, args[1], "byte must be in range(0, 256)"));
    std::string& data = dataOf(args[0]);
    const std::size_t at = data.find(byte);
    if (at == std::string::npos)
        return raise(vm, vm.exc.ValueError, "value not found in bytearray");
    payForBytes(vm, data.size());
    data.erase(at, 1);
    return Ref::none();
}

Ref byteArrayClear(Vm& vm, const Arguments& args) {
    dataOf(args[0]).clear();
    dataOf(args[0]).shrink_to_fit();
    CORO_TRY(changed(vm, args[0]));
    return Ref::none();
}

Ref byteArrayReverse(Vm&, const Arguments& args) {
    std::reverse(dataOf(args[0]).begin(), dataOf(args[0]).end());
    return Ref::none();
}

Ref byteArrayCopy(Vm& vm, const Arguments& args) {
    return newByteArray(vm, std::string(bytesView(args[0])));
}

Ref makeIterator(Vm& vm, Value self) {
    Type* type = isByteArray(vm, self) ? vm.types.bytearrayIterator : vm.types.bytesIterator;
    Ptr<BytesIterator> made = vm.heap.make<BytesIterator>(type);
    made->bytes = self;
    return std::move(made).toRef();
}

}  // namespace

void initBytesTypes(Vm& vm) {
    Slots slots;
    slots.destroy = destroyBytes;
    slots.repr = bytesRepr;
    slots.hash = bytesHash;
    slots.compare = bytesCompare;
    slots.length = bytesLength;
    slots.binary = bytesBinary;
    slots.getItem = bytesGetItem;
    slots.contains = bytesContains;
    slots.iterate = makeIterator;
    slots.construct = construct<Bytes, false>;
    readyType(vm, vm.types.bytes, vm.types.object, kTypeIsBytes, sizeof(Bytes), 0, slots);
    addBytesMethods(vm, vm.types.bytes);

    slots.hash = nullptr;
    slots.setItem = byteArraySetItem;
    slots.inPlace = byteArrayInPlace;
    slots.construct = construct<ByteArray, true>;
    Type* type = vm.types.bytearray;
    readyType(vm, type, vm.types.object, kTypeIsBytes, sizeof(ByteArray), 0, slots);
    addBytesMethods(vm, type);
    addMethod(vm, type, "append", byteArrayAppend, 2, 2);
    addMethod(vm, type, "extend", byteArrayExtend, 2, 2);
    addMethod(vm, type, "insert", byteArrayInsert, 3, 3);
    addMethod(vm, type, "pop", byteArrayPop, 1, 2);
    addMethod(vm, type, "remove", byteArrayRemove, 2, 2);
    addMethod(vm, type, "clear", byteArrayClear, 1, 1);
    addMethod(vm, type, "reverse", byteArrayReverse, 1, 1);
    addMethod(vm, type, "copy", byteArrayCopy, 1, 1);
    readyIterator(vm, vm.types.bytesIterator);
    readyIterator(vm, vm.types.bytearrayIterator);
}

}  // namespace coroscope::runtime
