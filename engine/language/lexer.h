#pragma once

/// Source text to tokens (behaviour: CPython's Parser/tokenizer.c).

#include <optional>
#include <string_view>
#include <vector>

#include "engine/language/token.h"

namespace coroscope::language {

/// All tokens of a text, up to its end or to the first lexical error.
struct TokenList {
    /// Ends with an EndMarker, or with an Error that `error` describes.
    std::vector<Token> tokens;
    std::optional<LexicalError> error;
    /// The innermost bracket still open at the end, if there is one.
    std::optional<OpenBracket> unclosed;
    /// Numbers that run into a keyword ("1if x"): line and message.
    std::vector<std::pair<int, std::string>> warnings;
};

/// Lexes a whole file. `text` must be that of a `SourceText`, and must live as
/// long as the tokens, which are views into it.
[[nodiscard]] TokenList lexFile(std::string_view text);

/// Lexes the expression of a replacement field of an f-string as if it stood in
/// parentheses: the first token is a LeftParen just before it, the last but one
/// a RightParen. `text` is a part of the file's text; `line` is the line where
/// it begins and `lineStart` where in memory that line begins.
[[nodiscard]] TokenList lexReplacementField(std::string_view text, int line, const char* lineStart);

}  // namespace coroscope::language
