// UnicodeDecodeError and UnicodeEncodeError (Objects/exceptions.c, UnicodeDecodeError_init and
// _str): made of encoding, object, start, end and reason, which `object` keeps as a tuple.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "engine/runtime/exception_kinds.h"
#include "engine/runtime/native.h"
#include "engine/runtime/types/unicode.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

constexpr std::string_view kNames[] = {"encoding", "object", "start", "end", "reason"};
enum Field : std::size_t { kEncoding, kObject, kStart, kEnd, kReason, kFields };

Status unicodeInit(Vm& vm, Value self, const Arguments& a) {
    auto* error = self.as<Exception>();
    std::string_view name = vm.typeOf(self)->nameView();
    if (a.keywords != 0) {
        return raise(vm, vm.exc.TypeError, fmt::format("{}() takes no keyword arguments", name));
    }
    if (a.positional != kFields) {
        return raise(vm, vm.exc.TypeError,
                     fmt::format("function takes exactly 5 arguments ({} given)", a.positional));
    }
    const bool decodes = error->type->isSubtypeOf(vm.exc.UnicodeDecodeError);
    for (const std::size_t i : {kEncoding, kObject, kStart, kEnd, kReason}) {
        const bool isNumber = i == kStart || i == kEnd;
        const bool isBytes = i == kObject && decodes;
        if (isNumber ? a[i].isSmallInt() || a[i].isBool()
                     : hasFlag(a[i], isBytes ? kTypeIsBytes : kTypeIsStr)) {
            continue;
        }
        std::string_view given = vm.typeOf(a[i])->nameView();
        if (isBytes) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("a bytes-like object is required, not '{}'", given));
        }
        if (isNumber) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("'{}' object cannot be interpreted as an integer", given));
        }
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("argument {} must be str, not {}", i + 1, a[i].isNone() ? "None" : given));
    }
    error->args = makeTuple(vm, std::span(a.values, a.positional));
    error->object = error->args.toRef();
    return kDone;
}

/// The character at an index of a str, as in "\xe9"; nothing past its end.
std::string escapedCharacter(Vm& vm, Value text, std::int64_t index) {
    Ref one = getItem(vm, text, Value::ofInt(index));
    if (one.isRaised()) {
        vm.pending.reset();
        return {};
    }
    std::size_t at = 0;
    const auto c = static_cast<std::uint32_t>(decodeAt(viewOf(one), at));
    if (c < 0x100) return fmt::format("\\x{:02x}", c);
    return c < 0x10000 ? fmt::format("\\u{:04x}", c) : fmt::format("\\U{:08x}", c);
}

Ref unicodeStr(Vm& vm, Value self) {
    auto* error = self.as<Exception>();
    if (error->object.isUnbound()) return newStr(vm, "");
    const auto fields = error->object.as<Tuple>()->span();
    const bool decodes = error->type->isSubtypeOf(vm.exc.UnicodeDecodeError);
    const std::int64_t start = CORO_TRY(asIndex(vm, fields[kStart]));
    const std::int64_t end = CORO_TRY(asIndex(vm, fields[kEnd]));
    const std::int64_t size = CORO_TRY(length(vm, fields[kObject]));
    std::string what;
    if (end != start + 1 || start < 0 || start >= size) {
        what =
            fmt::format("{} in position {}-{}", decodes ? "bytes" : "characters", start, end - 1);
    } else if (decodes) {
        Ref byte = CORO_TRY(getItem(vm, fields[kObject], fields[kStart]));
        what = fmt::format("byte 0x{:02x} in position {}", CORO_TRY(asIndex(vm, byte)), start);
    } else {
        what = fmt::format("character '{}' in position {}",
                           escapedCharacter(vm, fields[kObject], start), start);
    }
    return newStr(
        vm,
        fmt::format("'{}' codec can't {} {}: {}", CORO_TRY(strText(vm, fields[kEncoding])),
                    decodes ? "decode" : "encode", what, CORO_TRY(strText(vm, fields[kReason]))));
}

template <Field kWhich>
void addField(Vm& vm, Type* type) {
    addGetter(
        vm, type, kNames[kWhich],
        [](Vm&, Value self) {
            const Ref& fields = self.as<Exception>()->object;
            return fields.isUnbound() ? Ref::none() : Ref(fields.as<Tuple>()->span()[kWhich]);
        },
        [](Vm& v, Value self, Value value) -> Status {
            auto* error = self.as<Exception>();
            if (error->object.isUnbound() || value.isUnbound()) return kDone;
            std::array<Value, kFields> fields;
            std::ranges::copy(error->object.as<Tuple>()->span(), fields.begin());
            fields[kWhich] = value;
            error->object = makeTuple(v, fields).toRef();
            return kDone;
        });
}

}  // namespace

Slots unicodeErrorSlots() {
    Slots slots;
    slots.init = unicodeInit;
    slots.str = unicodeStr;
    return slots;
}

void addUnicodeErrorFields(Vm& vm) {
    for (Type* type : {vm.exc.UnicodeDecodeError, vm.exc.UnicodeEncodeError}) {
        addField<kEncoding>(vm, type);
        addField<kObject>(vm, type);
        addField<kStart>(vm, type);
        addField<kEnd>(vm, type);
        addField<kReason>(vm, type);
    }
}

Raised raiseUnicodeError(Vm& vm, Type* type, std::string_view encoding, Value text,
                         std::int64_t start, std::int64_t end, std::string_view reason) {
    Ptr<Str> name = makeStr(vm, encoding);
    Ptr<Str> why = makeStr(vm, reason);
    const Value args[] = {name.value(), text, Value::ofInt(start), Value::ofInt(end), why.value()};
    Ptr<Exception> error = makeException(vm, type, args);
    error->object = error->args.toRef();
    return raiseException(vm, std::move(error));
}

}  // namespace coroscope::runtime
