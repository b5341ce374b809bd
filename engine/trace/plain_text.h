#pragma once

/// Texts that a scenario from anybody chooses, where people are to read them.

#include <cstddef>
#include <string>
#include <string_view>

namespace coroscope::trace {

/// How many bytes from `at` on are a character that is not to be seen but changes how others are:
/// of a terminal or a text engine, an end of a line or a paragraph, or one that turns around the
/// letters which follow. 0: it is none of them.
[[nodiscard]] inline std::size_t unseenAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
    if (byte(0) == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return 2;  // U+0080 to U+009F
    if (byte(0) == 0xD8 && byte(1) == 0x9C) return 2;                     // U+061C
    if (byte(0) != 0xE2) return 0;
    if (byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) return 3;  // U+2028 to U+202E
    if (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) return 3;  // U+2066 to U+2069
    return 0;
}

/// One line in which each of these is U+FFFD, and what is only room a space.
[[nodiscard]] inline std::string plainLine(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t unseen = unseenAt(text, at);
        if (unseen == 0) {
            plain += text[at++];
            continue;
        }
        const bool room = text[at] == '\t' || text[at] == '\n' || text[at] == '\r';
        plain += room ? " " : "\xEF\xBF\xBD";
        at += unseen;
    }
    return plain;
}

/// Whether nothing of a text is to be seen: it has nothing but room in it, or what takes none.
[[nodiscard]] inline bool isBlank(std::string_view text) {
    constexpr std::string_view kRooms[] = {" ",
                                           "\xC2\xA0",
                                           "\xC2\xAD",
                                           "\xE3\x80\x80",
                                           "\xE2\x81\x9F",
                                           "\xE2\x81\xA0",
                                           "\xEF\xBB\xBF",
                                           "\xE1\x9A\x80",
                                           "\xE2\x80\xAF"};
    while (!text.empty()) {
        // U+2000 to U+200F
        const bool ofARow = text.starts_with("\xE2\x80") && text.size() > 2 &&
                            static_cast<unsigned char>(text[2]) <= 0x8F;
        std::size_t size = ofARow ? 3 : 0;
        for (const std::string_view room : kRooms) {
            if (text.starts_with(room)) size = room.size();
        }
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

/// The beginning of a text that is longer than so many bytes, with an ellipsis.
[[nodiscard]] inline std::string shortened(std::string text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
    text.resize(most);
    return text + "\xE2\x80\xA6";
}

}  // namespace coroscope::trace
