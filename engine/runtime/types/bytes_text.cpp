// Bytes from and to text: decode(), hex() and fromhex() of bytes and bytearray.
#include <fmt/format.h>

#include "engine/runtime/types/bytes.h"
#include "engine/runtime/types/bytes_internal.h"
#include "engine/runtime/types/c_int.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/paying.h"
#include "engine/runtime/types/str_methods.h"

namespace coroscope::runtime {

namespace {

Ref bytesDecode(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"encoding", "errors"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "decode", args.withoutFirst(), kNames, 0, 2, values));
    for (int i : {0, 1}) {
        if (!values[i].isUnbound() && !isStr(values[i])) {
            return raise(vm, vm.exc.TypeError,
                         fmt::format("decode() argument '{}' must be str, not {}", kNames[i],
                                     argumentTypeName(vm, values[i])));
        }
    }
    return decodeBytes(vm, bytesView(args[0]), values[0].isUnbound() ? "utf-8" : viewOf(values[0]),
                       values[1].isUnbound() ? "strict" : viewOf(values[1]));
}

Ref bytesHex(Vm& vm, const Arguments& args) {
    static constexpr std::string_view kNames[] = {"sep", "bytes_per_sep"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "hex", args.withoutFirst(), kNames, 0, 2, values));
    const std::string_view data = bytesView(args[0]);
    std::string separator;
    std::int64_t every = values[1].isUnbound() ? 1 : CORO_TRY(asCInt(vm, values[1]));
    if (!values[0].isUnbound()) {
        if (!isStr(values[0]) && !isBytesLike(vm, values[0])) {
            return raise(vm, vm.exc.TypeError, "sep must be str or bytes.");
        }
        separator = isStr(values[0]) ? viewOf(values[0]) : bytesView(values[0]);
        if (separator.size() != 1) return raise(vm, vm.exc.ValueError, "sep must be length 1.");
    } else {
        every = 0;
    }
    const std::size_t length = data.size() * (every != 0 ? 3 : 2);
    CORO_TRY(reserveBytes(vm, length * 2));
    std::string out;
    out.reserve(length);
    const auto size = static_cast<std::int64_t>(data.size());
    for (std::int64_t i = 0; i < size; ++i) {
        // Groups count from the right, or from the left if the number is negative.
        if (i > 0 && every != 0 && (every > 0 ? (size - i) % every == 0 : i % -every == 0))
            out += separator;
        const auto byte = static_cast<unsigned char>(data[static_cast<std::size_t>(i)]);
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    return newStr(vm, out);
}

Ref bytesFromHex(Vm& vm, const Arguments& args) {
    if (!isStr(args[1])) {
        return raise(
            vm, vm.exc.TypeError,
            fmt::format("fromhex() argument must be str, not {}", argumentTypeName(vm, args[1])));
    }
    const std::string_view text = viewOf(args[1]);
    const auto digit = [&text](std::size_t at) -> int {
        if (at >= text.size()) return -1;
        const char c = text[at];
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    CORO_TRY(reserveBytes(vm, text.size()));
    std::string out;
    out.reserve(text.size() / 2);
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        for (std::size_t each : {at, at + 1}) {
            if (digit(each) < 0) {
                return raise(
                    vm, vm.exc.ValueError,
                    fmt::format("non-hexadecimal number found in fromhex() arg at position {}",
                                each));
            }
        }
        out += static_cast<char>(static_cast<unsigned char>(digit(at) * 16 + digit(at + 1)));
        at += 2;
    }
    auto* type = args[0].as<Type>();
    if (type == vm.types.bytes) return newBytes(vm, std::move(out));
    if (type == vm.types.bytearray) return newByteArray(vm, std::move(out));
    Ref plain = CORO_TRY(newBytes(vm, std::move(out)));
    return vm.call(args[0], {plain});
}

}  // namespace

void addBytesTextMethods(Vm& vm, Type* type) {
    addMethod(vm, type, "decode", readingAll<bytesDecode>, 1, kAnyCount, kKeywords);
    addMethod(vm, type, "hex", readingAll<bytesHex>, 1, kAnyCount, kKeywords);
    addClassMethod(vm, type, "fromhex", bytesFromHex, 2, 2);
}

}  // namespace coroscope::runtime
