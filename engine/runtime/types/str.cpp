#include "engine/runtime/types/str.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <new>

#include "engine/runtime/effort.h"
#include "engine/runtime/types/common.h"
#include "engine/runtime/types/str_index.h"
#include "engine/runtime/types/unicode.h"

namespace coroscope::runtime {

namespace {

template <class Word>
Word load(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The one to seven bytes at `at`, each at least once, in an order that only depends on `left`.
std::uint64_t loadTail(const char* at, std::size_t left) {
    if (left >= 4)
        return std::uint64_t{load<std::uint32_t>(at)} << 32 | load<std::uint32_t>(at + left - 4);
    const auto byte = [at](std::size_t i) {
        return std::uint64_t{static_cast<unsigned char>(at[i])};
    };
    return byte(0) << 16 | byte(left / 2) << 8 | byte(left - 1);
}

}  // namespace

std::int64_t hashText(std::string_view text) {
    if (text.empty()) return 0;
    // Eight bytes at a time, each mixed in by a multiplication of 64 by 64 bits, whose halves are
    // xored.
    const auto mix = [](std::uint64_t a, std::uint64_t b) {
        const auto product = static_cast<unsigned __int128>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    constexpr std::uint64_t kSeed = 0x9E3779B97F4A7C15ULL, kFactor = 0xD6E8FEB86659FD93ULL;
    std::uint64_t hash = kSeed ^ (text.size() * kFactor);
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) hash = mix(hash ^ load<std::uint64_t>(at), kFactor);
    if (left > 0) {
        const std::uint64_t word = loadTail(at, left);
        hash = mix(hash ^ word ^ (std::uint64_t{left} << 56), kFactor);
    }
    const auto result = static_cast<std::int64_t>(mix(hash, kSeed));
    return result == -1 ? -2 : result;
}

namespace {
constexpr std::uint32_t kStride = 64;  // characters between two entries of Str::offsets

/// One of a subclass.
Ptr<Str> allocateStr(Vm& vm, Type* type, std::size_t bytes) {
    const std::size_t head = std::max<std::size_t>(type->instanceBytes, sizeof(Str));
    void* memory = vm.heap.allocateObject(head + bytes);
    auto* str = new (memory) Str();
    str->type = type;
    str->byteLength = static_cast<std::uint32_t>(bytes);
    str->flags |= static_cast<std::uint32_t>(head - sizeof(Str)) << Str::kGapShift;
    if (type->attributesOffset != 0) new (type->attributesOf(str)) Attributes();
    if (type->has(kTypeIsClass)) retain(static_cast<Object*>(type));
    return Ptr<Str>::steal(str);
}
}  // namespace

std::uint32_t Str::byteOffset(std::uint32_t index) {
    if (isAscii() || index == 0) return index;
    if (index >= charLength) return byteLength;
    const char* bytes = data();
    if (charLength <= kStride) {
        std::uint32_t offset = 0;
        for (std::uint32_t i = 0; i < index; ++i) {
            do ++offset;
            while (isContinuation(bytes[offset]));
        }
        return offset;
    }
    if (!offsets) {
        offsets = std::make_unique<std::vector<std::uint32_t>>();
        offsets->reserve(charLength / kStride + 1);
        std::uint32_t character = 0;
        for (std::uint32_t i = 0; i < byteLength; ++i) {
            if (isContinuation(bytes[i])) continue;
            if (character % kStride == 0) offsets->push_back(i);
            ++character;
        }
    }
    std::uint32_t offset = (*offsets)[index / kStride];
    for (std::uint32_t left = index % kStride; left > 0; --left) {
        do ++offset;
        while (isContinuation(bytes[offset]));
    }
    return offset;
}

std::int64_t charIndex(Str* str, std::size_t byteOffset) {
    if (str->isAscii()) return static_cast<std::int64_t>(byteOffset);
    return static_cast<std::int64_t>(countCharacters(str->view().substr(0, byteOffset)));
}

std::size_t findText(std::string_view text, std::string_view needle, std::size_t from) {
    if (from > text.size()) return std::string_view::npos;
    if (needle.empty()) return from;
    if (needle.size() > text.size() - from) return std::string_view::npos;
    // Glibc's memmem is linear (two-way), but needs to get ready; that of std::string_view takes
    // time by the product of both lengths.
    constexpr std::size_t kShort = 16;
    if (needle.size() <= kShort) return text.find(needle, from);
    const void* found =
        memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::size_t findTextLast(std::string_view text, std::string_view needle) {
    if (needle.empty()) return text.size();
    if (needle.size() > text.size()) return std::string_view::npos;
    if (needle.size() <= 16) return text.rfind(needle);
    const auto found =
        std::search(text.rbegin(), text.rend(),
                    std::boyer_moore_horspool_searcher(needle.rbegin(), needle.rend()));
    if (found == text.rend()) return std::string_view::npos;
    return static_cast<std::size_t>(text.rend() - found) - needle.size();
}

std::int64_t countText(std::string_view text, std::string_view needle) {
    std::int64_t count = 0;
    for (std::size_t at = findText(text, needle); at != std::string_view::npos;
         at = findText(text, needle, at + needle.size())) {
        ++count;
    }
    return count;
}

void payForReading(const Str* str) {
    takeEffort(*str->type->vm, str->byteLength / Heap::kBytesAnInstruction);
}

namespace {
/// finishStr by bytes that are those of `str`.
void finishBy(Str* str, const char* bytes) {
    const std::size_t length = str->byteLength;
    std::uint64_t all = 0;
    std::size_t i = 0;
    for (; i + 8 <= length; i += 8) all |= load<std::uint64_t>(bytes + i);
    if (i < length) all |= loadTail(bytes + i, length - i);
    if ((all & 0x8080808080808080ULL) == 0) {
        finishAsciiStr(str);
        return;
    }
    str->charLength = static_cast<std::uint32_t>(
        std::count_if(bytes, bytes + length, [](char byte) { return !isContinuation(byte); }));
}
}  // namespace

void finishStr(Str* str) { finishBy(str, str->data()); }

Ptr<Str> makeUninitializedStr(Vm& vm, std::size_t bytes) {
    auto* str = new (vm.heap.allocateObject(sizeof(Str) + bytes)) Str();
    str->type = vm.types.str;
    str->byteLength = static_cast<std::uint32_t>(bytes);
    return Ptr<Str>::steal(str);
}

Ptr<Str> makeStr(Vm& vm, std::string_view text) {
    Ptr<Str> str = makeUninitializedStr(vm, text.size());
    if (!text.empty()) std::memcpy(str->mutableData(), text.data(), text.size());
    finishBy(str.get(), text.data());  // those just written would have to reach the cache first
    return str;
}

Str* growStr(Vm& vm, Str* str, const Str* more) {
    const std::size_t before = sizeof(Str) + str->gap() + str->byteLength;
    str = static_cast<Str*>(vm.heap.growLarge(str, before + more->byteLength));
    std::memcpy(str->mutableData() + str->byteLength, more->data(), more->byteLength);
    str->byteLength += more->byteLength;
    str->charLength += more->charLength;
    str->flags &= ~std::uint32_t{Str::kHashed};
    if (!more->isAscii()) str->flags &= ~std::uint32_t{Str::kAscii};
    str->offsets.reset();
    return str;
}

Ref newStr(Vm& vm, std::string_view text) {
    if (text.size() >= Heap::kLargestCell) {
        if (text.size() > UINT32_MAX) return refuseBytes(vm, text.size());
        CORO_TRY(reserveBytes(vm, text.size() * 2));  // the text is nearly always one just made
    }
    return makeStr(vm, text).toRef();
}

Ref newStrOfType(Vm& vm, Type* type, std::string_view text) {
    if (text.size() > UINT32_MAX) return refuseBytes(vm, text.size());
    CORO_TRY(reserveBytes(vm, text.size()));
    Ptr<Str> str = allocateStr(vm, type, text.size());
    if (!text.empty()) std::memcpy(str->mutableData(), text.data(), text.size());
    finishStr(str.get());
    return std::move(str).toRef();
}

Ref strOfCodePoint(Vm& vm, std::uint32_t codePoint) {
    if (codePoint < 128) {
        const char c = static_cast<char>(codePoint);
        return Ref(Value(vm.intern(std::string_view(&c, 1))));
    }
    std::string text;
    appendUtf8(text, codePoint);
    return makeStr(vm, text).toRef();
}

Ref strSlice(Vm& vm, Str* str, std::uint32_t start, std::uint32_t stop) {
    if (start == 0 && stop == str->charLength && str->type == vm.types.str) return Ref(Value(str));
    const std::uint32_t first = str->byteOffset(start), last = str->byteOffset(stop);
    return newStr(vm, str->view().substr(first, last - first));
}

Ref strConcat(Vm& vm, Str* a, Str* b) {
    const std::size_t bytes = std::size_t{a->byteLength} + b->byteLength;
    if (a->byteLength == 0 && b->type == vm.types.str) return Ref(Value(b));
    if (b->byteLength == 0 && a->type == vm.types.str) return Ref(Value(a));
    if (bytes > UINT32_MAX) return refuseBytes(vm, bytes);
    if (bytes >= Heap::kLargestCell) {
        CORO_TRY(reserveBytes(vm, bytes));
    }
    Ptr<Str> made = makeUninitializedStr(vm, bytes);
    std::memcpy(made->mutableData(), a->data(), a->byteLength);
    std::memcpy(made->mutableData() + a->byteLength, b->data(), b->byteLength);
    made->charLength = a->charLength + b->charLength;
    if (a->isAscii() && b->isAscii()) made->flags |= Str::kAscii;
    return std::move(made).toRef();
}

Ref strRepeat(Vm& vm, std::string_view text, std::int64_t count) {
    if (count <= 0 || text.empty()) return newStr(vm, "");
    std::size_t bytes = 0;
    if (__builtin_mul_overflow(text.size(), static_cast<std::size_t>(count), &bytes) ||
        bytes > INT64_MAX) {
        return raise(vm, vm.exc.OverflowError, "repeated string is too long");
    }
    if (bytes > UINT32_MAX) return refuseBytes(vm, bytes);
    CORO_TRY(reserveBytes(vm, bytes));
    Ptr<Str> result = makeUninitializedStr(vm, bytes);
    char* out = result->mutableData();
    if (text.size() == 1) {
        std::memset(out, text[0], bytes);
    } else {
        for (std::size_t at = 0; at < bytes; at += text.size())
            std::memcpy(out + at, text.data(), text.size());
    }
    finishStr(result.get());
    return std::move(result).toRef();
}

}  // namespace coroscope::runtime
