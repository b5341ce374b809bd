#include "engine/language/lexer.h"

#include <cstring>

#include <fmt/format.h>

#include "engine/language/lex_names.h"
#include "engine/language/lexer_state.h"
#include "engine/language/unicode_ranges.h"

namespace coroscope::language {

using enum TokenType;

namespace {

constexpr int kTabSize = 8;

}  // namespace

TokenList Lexer::lexFile() {
    list_.tokens.reserve(static_cast<std::size_t>(end_ - cursor_) / 4 + 8);
    while (!stopped_) nextLine();
    return finish();
}

TokenList Lexer::lexField() {
    isField_ = true;
    pushSynthetic(LeftParen, cursor_ - 1);
    brackets_[0] = {'(', line_, static_cast<int>(cursor_ - 1 - lineStart_)};
    level_ = 1;
    list_.tokens.back().level = 1;
    while (!stopped_ && cursor_ < end_) nextToken();
    if (stopped_) return finish();
    level_ = 0;
    pushSynthetic(RightParen, end_);
    emitBare(Newline);
    emitBare(EndMarker);
    return std::move(list_);
}

// --- handing out ----------------------------------------------------------------------------

void Lexer::emitBare(TokenType type) {
    Token& token = list_.tokens.emplace_back();
    token.type = type;
    token.level = static_cast<std::uint8_t>(level_);
    token.line = token.endLine = line_;
    token.column = token.endColumn = -1;
    token.cursor = static_cast<int>(cursor_ - lineStart_);
    token.text = {cursor_, 0};
}

void Lexer::pushSynthetic(TokenType type, const char* where) {
    Token& token = list_.tokens.emplace_back();
    token.type = type;
    token.line = token.endLine = line_;
    token.column = static_cast<int>(where - lineStart_);
    token.endColumn = token.column + 1;
    token.text = type == LeftParen ? "(" : ")";
}

TokenList Lexer::finish() {
    if (level_ > 0) list_.unclosed = brackets_[static_cast<std::size_t>(level_ - 1)];
    return std::move(list_);
}

// --- errors ---------------------------------------------------------------------------------

void Lexer::stop(LexicalError error) {
    emitBare(Error);
    list_.error = std::move(error);
    stopped_ = true;
}

/// An error at the last character read (Parser/tokenizer.c: syntaxerror).
void Lexer::fail(std::string message) {
    const char* last = cursor_;
    while (last > lineStart_) {
        --last;
        if ((static_cast<unsigned char>(*last) & 0xC0) != 0x80) break;
    }
    const int column = static_cast<int>(last - lineStart_);
    stop({"SyntaxError", std::move(message), line_, column, line_, -1, true});
}

void Lexer::failIndentation(std::string kind, std::string message) {
    stop({std::move(kind), std::move(message), line_, 0, line_, -1, false});
}

/// The end of the text where more was needed (E_EOF).
void Lexer::failAtEnd() {
    if (level_ > 0) {
        const OpenBracket& open = brackets_[static_cast<std::size_t>(level_ - 1)];
        stop({"SyntaxError", fmt::format("'{}' was never closed", open.bracket), open.line,
              open.column, open.line, -1, false});
    } else {
        const int column = static_cast<int>(cursor_ - lineStart_) - 1;
        stop({"SyntaxError", "unexpected EOF while parsing", line_, column, line_, -1, false});
    }
}

// --- lines and indentation ------------------------------------------------------------------

/// Reads the rest of `\` at the end of a line; the cursor is after the
/// backslash. False: an error was reported.
bool Lexer::continueLine() {
    if (at() != '\n') {
        const int column = static_cast<int>(cursor_ - lineStart_);
        stop({"SyntaxError", "unexpected character after line continuation character", line_,
              column, line_, -1, false});
        return false;
    }
    ++cursor_;
    if (cursor_ >= end_) {
        failAtEnd();
        return false;
    }
    beginLine();
    return true;
}

/// A logical line, or a blank one, or the end of the text.
void Lexer::nextLine() {
    beginLine();
    int column = 0;           // tabs go to multiples of eight …
    int alternative = 0;      // … or count as one: both must agree on the order
    int continuedColumn = 0;  // the indentation before a first backslash counts
    for (;;) {
        const int c = at();
        if (c == ' ') {
            ++column;
            ++alternative;
        } else if (c == '\t') {
            column = (column / kTabSize + 1) * kTabSize;
            ++alternative;
        } else if (c == '\f') {
            column = alternative = 0;
        } else if (c == '\\') {
            if (continuedColumn == 0) continuedColumn = column;
            ++cursor_;
            if (!continueLine()) return;
            continue;
        } else {
            break;
        }
        ++cursor_;
    }
    const int c = at();
    if (c == '#' || c == '\n') {
        while (at() != '\n' && at() != kEnd) ++cursor_;
        if (at() == '\n') ++cursor_;
        return;
    }
    if (continuedColumn != 0) column = alternative = continuedColumn;
    if (!indent(column, alternative)) return;
    if (cursor_ >= end_) {
        emitBare(EndMarker);
        stopped_ = true;
        return;
    }
    while (!stopped_ && !lineEnded_) nextToken();
    lineEnded_ = false;
}

/// Compares with the enclosing indentation, emitting Indent and Dedents.
bool Lexer::indent(int column, int alternative) {
    const auto inconsistent = [this] {
        cursor_ = lineStart_;
        failIndentation("TabError", "inconsistent use of tabs and spaces in indentation");
        return false;
    };
    if (column == indents_[depth_]) {
        return alternative == alternativeIndents_[depth_] || inconsistent();
    }
    if (column > indents_[depth_]) {
        if (depth_ + 1 >= kMaximumIndents) {
            failIndentation("IndentationError", "too many levels of indentation");
            return false;
        }
        if (alternative <= alternativeIndents_[depth_]) return inconsistent();
        ++depth_;
        indents_[depth_] = column;
        alternativeIndents_[depth_] = alternative;
        emitBare(Indent);
        return true;
    }
    std::size_t target = depth_;
    while (target > 0 && column < indents_[target]) --target;
    if (column != indents_[target]) {
        const char* lineEnd = static_cast<const char*>(
            std::memchr(lineStart_, '\n', static_cast<std::size_t>(end_ - lineStart_)));
        const int length = static_cast<int>((lineEnd != nullptr ? lineEnd : end_) - lineStart_);
        stop({"IndentationError", "unindent does not match any outer indentation level", line_,
              length, line_, -1, false});
        return false;
    }
    if (alternative != alternativeIndents_[target]) return inconsistent();
    for (; depth_ > target; --depth_) emitBare(Dedent);
    return true;
}

// --- tokens ---------------------------------------------------------------------------------

/// Skips blanks and comments, then reads one token. Sets `lineEnded_` after
/// the Newline.
void Lexer::nextToken() {
    while (at() == ' ' || at() == '\t' || at() == '\f') ++cursor_;
    const char* start = cursor_;
    int c = at();
    if (c == '#') {
        while (c != '\n' && c != kEnd) {
            ++cursor_;
            c = at();
        }
    }
    if (c == kEnd) {
        if (!isField_) failAtEnd();
        return;
    }
    if (c == '\n') {
        if (level_ > 0) {
            ++cursor_;
            beginLine();
            return;
        }
        emit(Newline, start);
        ++cursor_;
        lineEnded_ = true;
        return;
    }
    if (isNameStart(c)) {
        name(start);
    } else if (isDigit(c) || (c == '.' && isDigit(at(1)))) {
        number(start);
    } else if (c == '"' || c == '\'') {
        string(start);
    } else if (c == '\\') {
        ++cursor_;
        continueLine();
    } else {
        punctuation(start);
    }
}

/// A name, a keyword, or a string with a prefix.
void Lexer::name(const char* start) {
    // A string prefix is at most two letters.
    for (int i = 0; i < 3 && isNameStart(at(i)); ++i) {
        const int next = at(i + 1);
        if (next != '"' && next != '\'') continue;
        if (!isStringPrefix({start, static_cast<std::size_t>(i + 1)})) break;
        cursor_ += i + 1;
        string(start);
        return;
    }
    bool beyondAscii = false;
    int c = at();
    while (isNameCharacter(c)) {
        beyondAscii = beyondAscii || c >= 128;
        ++cursor_;
        c = at();
    }
    const std::string_view text(start, static_cast<std::size_t>(cursor_ - start));
    if (beyondAscii) {
        if (!checkName(text)) return;
        emit(Name, start);
        return;
    }
    emit(keywordType(text), start);
}

/// Parser/tokenizer.c: verify_identifier.
bool Lexer::checkName(std::string_view text) {
    const char* position = text.data();
    const char* textEnd = position + text.size();
    bool first = true;
    while (position < textEnd) {
        const char32_t character = decodeUtf8(position);
        bool valid =
            first ? isUnicodeIdentifierStart(character) : isUnicodeIdentifierContinue(character);
        if (character < 128) valid = true;
        if (!valid) {
            cursor_ = position;
            if (isUnicodePrintable(character)) {
                const char* begin = position - 1;
                while ((static_cast<unsigned char>(*begin) & 0xC0) == 0x80) --begin;
                fail(fmt::format("invalid character '{}' (U+{:04X})",
                                 std::string_view(begin, position),
                                 static_cast<unsigned>(character)));
            } else {
                fail(fmt::format("invalid non-printable character U+{:04X}",
                                 static_cast<unsigned>(character)));
            }
            return false;
        }
        if (character >= 128 && isChangedByNfkc(character)) {
            cursor_ = position;
            fail(fmt::format(
                "the character U+{:04X} is not supported in names: Python would write it "
                "as another one (NFKC)",
                static_cast<unsigned>(character)));
            list_.error->kind = "error";
            return false;
        }
        first = false;
    }
    return true;
}

void Lexer::string(const char* start) {
    const int startLine = line_;
    const char* startLineStart = lineStart_;
    const int quote = at();
    int quotes = 1;
    ++cursor_;
    int seen = 0;
    if (at() == quote) {
        if (at(1) == quote) {
            quotes = 3;
            cursor_ += 2;
        } else {
            ++cursor_;
            seen = 1;
        }
    }
    while (seen != quotes) {
        const int c = at();
        if (c == kEnd || (quotes == 1 && c == '\n')) {
            const int detected = line_;
            cursor_ = start + 1;
            line_ = startLine;
            lineStart_ = startLineStart;
            fail(fmt::format("unterminated {}string literal (detected at line {})",
                             quotes == 3 ? "triple-quoted " : "", detected));
            return;
        }
        ++cursor_;
        if (c == quote) {
            ++seen;
            continue;
        }
        seen = 0;
        if (c == '\n') {
            beginLine();
        } else if (c == '\\') {
            const int escaped = at();
            if (escaped != kEnd) ++cursor_;
            if (escaped == '\n') beginLine();
        }
    }
    emit(String, start, startLine, startLineStart);
}

// --- punctuation ----------------------------------------------------------------------------

void Lexer::punctuation(const char* start) {
    const int c = at();
    const Punctuation found = findPunctuation(c, at(1), at(2));
    if (found.length > 1) {
        cursor_ += found.length;
        emit(found.type, start);
        return;
    }
    ++cursor_;
    switch (c) {
        case '(':
        case '[':
        case '{':
            if (level_ >= kMaximumBrackets) {
                fail("too many nested parentheses");
                return;
            }
            brackets_[static_cast<std::size_t>(level_)] = {static_cast<char>(c), line_,
                                                           static_cast<int>(start - lineStart_)};
            ++level_;
            break;
        case ')':
        case ']':
        case '}':
            if (!closeBracket(static_cast<char>(c))) return;
            break;
        default:
            if (c < 32 || c == 127) {
                fail(fmt::format("invalid non-printable character U+{:04X}",
                                 static_cast<unsigned>(c)));
                return;
            }
    }
    emit(found.type, start);
}

bool Lexer::closeBracket(char bracket) {
    if (level_ == 0) {
        fail(fmt::format("unmatched '{}'", bracket));
        return false;
    }
    --level_;
    const OpenBracket open = brackets_[static_cast<std::size_t>(level_)];
    const bool matches = (open.bracket == '(' && bracket == ')') ||
                         (open.bracket == '[' && bracket == ']') ||
                         (open.bracket == '{' && bracket == '}');
    if (matches) return true;
    std::string message = fmt::format(
        "closing parenthesis '{}' does not match opening parenthesis '{}'", bracket, open.bracket);
    if (open.line != line_) message += fmt::format(" on line {}", open.line);
    fail(std::move(message));
    return false;
}

TokenList lexFile(std::string_view text) { return Lexer(text, 0, text.data()).lexFile(); }

TokenList lexReplacementField(std::string_view text, int line, const char* lineStart) {
    return Lexer(text, line, lineStart).lexField();
}

}  // namespace coroscope::language
