// What the codecs share: names, and the error handlers that replace what cannot be coded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/runtime/native.h"

namespace coroscope::runtime {

/// utf-16 and utf-32.
struct WideCodec {
    std::size_t unit;  ///< bytes: 2 or 4
    bool hasMark;      ///< a byte order mark says which end comes first
    bool isBig;        ///< the most significant byte does, where no mark says otherwise
    std::string_view name;
};
/// By its name without hyphens, underscores and capitals.
[[nodiscard]] std::optional<WideCodec> wideCodecOf(std::string_view plainName);
[[nodiscard]] Ref decodeWide(Vm& vm, std::string_view data, const WideCodec& codec,
                             std::string_view errors);
[[nodiscard]] Outcome<std::string> encodeWide(Vm& vm, Value text, const WideCodec& codec,
                                              std::string_view errors);

/// cp1252; nullopt where it has nothing.
[[nodiscard]] std::optional<char32_t> windowsCharacter(unsigned char byte);
[[nodiscard]] std::optional<unsigned char> windowsByte(char32_t character);

/// LookupError: there is no error handler of this name.
Raised unknownHandler(Vm& vm, std::string_view name);
/// What stands for a character that cannot be encoded: nothing for "ignore", else ASCII. Nullopt:
/// this handler leaves it an error. LookupError for an unknown handler.
[[nodiscard]] Outcome<std::optional<std::string>> encodedInstead(Vm& vm, char32_t c,
                                                                 std::string_view errors);
/// What stands for bytes that cannot be decoded, as encodedInstead.
[[nodiscard]] Outcome<std::optional<std::string>> decodedInstead(Vm& vm, std::string_view bytes,
                                                                 std::string_view errors);

}  // namespace coroscope::runtime
