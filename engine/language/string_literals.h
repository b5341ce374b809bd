#pragma once

/// What is between the quotes of a string literal, and what it means.

#include <string>
#include <string_view>

namespace coroscope::language {

/// A string token taken apart.
struct StringParts {
    bool isBytes = false;
    bool isRaw = false;
    bool isFormat = false;
    /// What is between the quotes, a view into the token.
    std::string_view body;
};

[[nodiscard]] StringParts takeApart(std::string_view token);

/// Appends the characters that `body` stands for, escapes replaced. The result
/// is as `Constant::text` says. The answer is empty, or the message of the
/// SyntaxError (Objects/unicodeobject.c: _PyUnicode_DecodeUnicodeEscapeInternal).
[[nodiscard]] std::string appendCharacters(std::string_view body, bool isRaw, std::string& into);

/// The same for bytes (Objects/bytesobject.c: _PyBytes_DecodeEscape).
[[nodiscard]] std::string appendBytes(std::string_view body, bool isRaw, std::string& into);

}  // namespace coroscope::language
