#pragma once

/// Pieces of JSON, for a writer that has millions of them to write and knows itself how they nest.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <rapidjson/internal/dtoa.h>
#include <rapidjson/internal/itoa.h>

#include "engine/trace/text_sink.h"

namespace coroscope::trace {

class JsonText {
public:
    explicit JsonText(TextSink& sink) : sink_(sink) {}

    /// As it stands: keys, brackets, commas.
    JsonText& raw(std::string_view text) {
        sink_.write(text);
        return *this;
    }
    JsonText& quoted(std::string_view text) {
        sink_.put('"');
        for (std::size_t at = 0; at < text.size();) {
            std::size_t end = at;
            while (end < text.size() && isPlain(text[end])) ++end;
            sink_.write(text.substr(at, end - at));
            if (end < text.size()) escape(text[end]);
            at = end + 1;
        }
        sink_.put('"');
        return *this;
    }
    /// The shortest digits that read back as the same number; a finite one.
    JsonText& number(double value) {
        std::array<char, 32> digits{};
        const char* const end = rapidjson::internal::dtoa(value, digits.data());
        return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    JsonText& whole(std::int64_t value) {
        std::array<char, 24> digits{};
        const char* const end = rapidjson::internal::i64toa(value, digits.data());
        return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }

private:
    static bool isPlain(char character) {
        return static_cast<unsigned char>(character) >= 0x20 && character != '"' &&
               character != '\\';
    }
    void escape(char character) {
        constexpr std::string_view kLetters = "\bb\ff\nn\rr\tt\"\"\\\\";
        for (std::size_t i = 0; i < kLetters.size(); i += 2) {
            if (kLetters[i] != character) continue;
            sink_.put('\\');
            sink_.put(kLetters[i + 1]);
            return;
        }
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(character);
        sink_.write("\\u00");
        sink_.put(kDigits[byte >> 4]);
        sink_.put(kDigits[byte & 15]);
    }

    TextSink& sink_;
};

}  // namespace coroscope::trace
