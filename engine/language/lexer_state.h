#pragma once

/// The state of the lexer, shared by lexer.cpp and lex_numbers.cpp.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/language/lexer.h"

namespace coroscope::language {

inline constexpr int kMaximumIndents = 100;   // Parser/tokenizer.h: MAXINDENT
inline constexpr int kMaximumBrackets = 200;  // Parser/tokenizer.h: MAXLEVEL

[[nodiscard]] inline bool isDigit(int c) { return c >= '0' && c <= '9'; }

[[nodiscard]] inline bool isHexDigit(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

[[nodiscard]] inline bool isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
}

[[nodiscard]] inline bool isNameCharacter(int c) { return isNameStart(c) || isDigit(c); }

class Lexer {
public:
    Lexer(std::string_view text, int line, const char* lineStart)
        : cursor_(text.data()),
          end_(text.data() + text.size()),
          lineStart_(lineStart),
          line_(line) {}

    TokenList lexFile();
    TokenList lexField();

private:
    // reading
    [[nodiscard]] int at(std::ptrdiff_t ahead = 0) const {
        return end_ - cursor_ > ahead ? static_cast<unsigned char>(cursor_[ahead]) : kEnd;
    }

    /// After a line end has been read: the next line begins, if there is one.
    void beginLine() {
        if (cursor_ < end_) {
            ++line_;
            lineStart_ = cursor_;
        }
    }

    // handing out
    void emit(TokenType type, const char* start, int startLine, const char* startLineStart) {
        Token& token = list_.tokens.emplace_back();
        token.type = type;
        token.level = static_cast<std::uint8_t>(level_);
        token.line = startLine;
        token.column = static_cast<int>(start - startLineStart);
        token.endLine = line_;
        token.endColumn = static_cast<int>(cursor_ - lineStart_);
        token.text = {start, static_cast<std::size_t>(cursor_ - start)};
    }
    void emit(TokenType type, const char* start) { emit(type, start, line_, lineStart_); }

    void emitBare(TokenType type);
    void pushSynthetic(TokenType type, const char* where);
    TokenList finish();

    // errors
    void stop(LexicalError error);
    void fail(std::string message);
    void failIndentation(std::string kind, std::string message);
    void failAtEnd();

    // lines and indentation
    bool continueLine();
    void nextLine();
    bool indent(int column, int alternative);

    // tokens
    void nextToken();
    void name(const char* start);
    bool checkName(std::string_view text);
    void string(const char* start);

    // numbers
    void number(const char* start);
    bool basedNumber(int base, const char* kind);
    bool failDigit(const char* kind);
    bool digits();
    bool decimalNumber(const char* start);
    bool exponent();
    bool imaginary();
    bool checkNumberEnd(const char* kind);

    // punctuation
    void punctuation(const char* start);
    bool closeBracket(char bracket);

    static constexpr int kEnd = -1;

    TokenList list_;
    const char* cursor_;
    const char* end_;
    const char* lineStart_;
    int line_;
    bool stopped_ = false;
    bool lineEnded_ = false;
    bool isField_ = false;  // the inside of a replacement field, not a file
    int level_ = 0;
    std::array<OpenBracket, kMaximumBrackets> brackets_{};
    std::size_t depth_ = 0;
    std::array<int, kMaximumIndents> indents_{};
    std::array<int, kMaximumIndents> alternativeIndents_{};
};

}  // namespace coroscope::language
