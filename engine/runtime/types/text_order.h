// Comparing the bytes of two texts. Names, words and keys are short, and most pairs differ early:
// a call of memcmp takes longer than to look at their first eight bytes.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace coroscope::runtime {

template <class Word>
[[nodiscard]] inline Word loadWord(const char* at) {
    Word word;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// The eight bytes as a number whose order is theirs.
[[nodiscard]] inline std::uint64_t firstEight(const char* at) {
    const auto word = loadWord<std::uint64_t>(at);
    return std::endian::native == std::endian::little ? __builtin_bswap64(word) : word;
}

/// As std::string_view::compare.
[[nodiscard]] inline int orderOfTexts(std::string_view a, std::string_view b) {
    if (a.size() >= 8 && b.size() >= 8) {
        const std::uint64_t left = firstEight(a.data()), right = firstEight(b.data());
        if (left != right) return left < right ? -1 : 1;
        a.remove_prefix(8);
        b.remove_prefix(8);
    }
    return a.compare(b);
}

/// Are `bytes` bytes the same?
[[nodiscard]] inline bool sameBytes(const char* a, const char* b, std::size_t bytes) {
    if (bytes > 16) return std::memcmp(a, b, bytes) == 0;
    // Two words that overlap.
    const auto ends = [&]<class Word>(Word) {
        const std::size_t last = bytes - sizeof(Word);
        return ((loadWord<Word>(a) ^ loadWord<Word>(b)) |
                (loadWord<Word>(a + last) ^ loadWord<Word>(b + last))) == 0;
    };
    if (bytes >= 8) return ends(std::uint64_t{});
    if (bytes >= 4) return ends(std::uint32_t{});
    for (std::size_t i = 0; i < bytes; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

}  // namespace coroscope::runtime
