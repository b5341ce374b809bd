// str: immutable text, kept as UTF-8.
//
// Characters are code points. Text that is all ASCII (flag) is indexed in O(1);
// other text keeps, once it was indexed, a table of the byte offset of every
// 64th character. Lone surrogates are kept as their three-byte form (WTF-8).
// Names (of variables, attributes, keywords) are interned: equal text, same object.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/runtime/heap.h"
#include "engine/runtime/type.h"
#include "engine/runtime/types/text_order.h"

namespace coroscope::runtime {

struct Str : Object {
    enum Flags : std::uint32_t { kAscii = 1, kInterned = 2, kHashed = 4 };
    std::uint32_t byteLength = 0;
    std::uint32_t charLength = 0;                         ///< code points
    std::int64_t hash = 0;                                ///< valid with kHashed
    std::unique_ptr<std::vector<std::uint32_t>> offsets;  ///< made when non-ASCII text is indexed
    // The bytes follow the object; in an instance of a subclass its attributes come between.
    // How many bytes those take is in the upper half of `flags`.
    static constexpr unsigned kGapShift = 16;
    static constexpr std::uint32_t kGapMask = 0xFFF;

    [[nodiscard]] std::size_t gap() const { return (flags >> kGapShift) & kGapMask; }
    [[nodiscard]] const char* data() const {
        return reinterpret_cast<const char*>(this + 1) + gap();
    }
    [[nodiscard]] char* mutableData() { return reinterpret_cast<char*>(this + 1) + gap(); }
    [[nodiscard]] std::string_view view() const { return {data(), byteLength}; }
    [[nodiscard]] bool isAscii() const { return (flags & kAscii) != 0; }
    [[nodiscard]] bool isInterned() const { return (flags & kInterned) != 0; }
    /// Byte offset of the `index`th character, 0 <= index <= charLength.
    [[nodiscard]] std::uint32_t byteOffset(std::uint32_t index);
};

/// Ends a str that is no instance of a subclass.
inline void freePlainStr(Heap& heap, Str* str) {
    const std::size_t bytes = sizeof(Str) + str->byteLength;
    str->~Str();
    heap.freeObject(str, bytes);
}

/// The hash of text; the same in every run.
[[nodiscard]] std::int64_t hashText(std::string_view text);

/// New text. `text` is valid UTF-8 (or WTF-8). Past the limit of the heap as reserveBytes.
[[nodiscard]] Ref newStr(Vm& vm, std::string_view text);
/// As newStr, for texts that are surely small.
[[nodiscard]] Ptr<Str> makeStr(Vm& vm, std::string_view text);
/// A str of `bytes` uninitialised bytes, to be filled and passed to finishStr.
[[nodiscard]] Ptr<Str> makeUninitializedStr(Vm& vm, std::size_t bytes);
/// Counts characters and sets flags after the bytes were written.
void finishStr(Str* str);
/// The same where they are known to be ASCII.
inline void finishAsciiStr(Str* str) {
    str->charLength = str->byteLength;
    str->flags |= Str::kAscii;
}
/// Adds text to a str of more than Heap::kLargestCell bytes that has one holder, who gets to know
/// where it lies now. The caller has reserved the bytes.
[[nodiscard]] Str* growStr(Vm& vm, Str* str, const Str* more);
/// As newStr, an instance of a subclass of str.
[[nodiscard]] Ref newStrOfType(Vm& vm, Type* type, std::string_view text);
/// The characters [start, stop) of a str; 0 <= start <= stop <= charLength.
[[nodiscard]] Ref strSlice(Vm& vm, Str* str, std::uint32_t start, std::uint32_t stop);
/// `a + b`.
[[nodiscard]] Ref strConcat(Vm& vm, Str* a, Str* b);
/// `text * count`.
[[nodiscard]] Ref strRepeat(Vm& vm, std::string_view text, std::int64_t count);
/// The one-character str of a code point.
[[nodiscard]] Ref strOfCodePoint(Vm& vm, std::uint32_t codePoint);

inline std::int64_t strHash(Str* str) {
    if (!(str->flags & Str::kHashed)) {
        str->hash = hashText(str->view());
        str->flags |= Str::kHashed;
    }
    return str->hash;
}
/// Takes from the budget what going through the text costs.
void payForReading(const Str* str);

inline bool strEqual(Str* a, Str* b) {
    if (a == b) return true;
    if (a->byteLength != b->byteLength) return false;
    if (a->isInterned() && b->isInterned()) return false;
    if (a->byteLength > Heap::kLargestCell) [[unlikely]]
        payForReading(a);
    return sameBytes(a->data(), b->data(), a->byteLength);
}

/// Python's repr of text: quotes chosen, escapes as Objects/unicodeobject.c unicode_repr.
[[nodiscard]] std::string reprOfText(std::string_view text);
/// ascii(): a repr with what is not ASCII escaped.
[[nodiscard]] std::string asciiRepr(std::string_view repr);
/// ascii(value).
[[nodiscard]] Ref asciiOf(Vm& vm, Value value);

void initStrType(Vm& vm);

}  // namespace coroscope::runtime
