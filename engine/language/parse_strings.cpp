/// Adjacent string literals, and what is in f-strings (behaviour:
/// Parser/string_parser.c, Parser/action_helpers.c:
/// _PyPegen_concatenate_strings).
///
/// Positions, as in 3.11: parts of an f-string have the span of the whole run
/// of literals, the expressions in it have their own.

#include <algorithm>

#include <fmt/format.h>

#include "engine/language/parser_state.h"
#include "engine/language/string_literals.h"

namespace coroscope::language {

namespace {

constexpr int kMaximumBrackets = 200;

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }
bool isSpace(char c) { return isBlank(c) || c == '\v' || c == '\r'; }

}  // namespace

/// The parts of one run of literals, or of one format spec.
class FormatStringParser {
public:
    FormatStringParser(Parser& parser, const Token& first, const Token& last)
        : parser_(parser), first_(first), last_(last) {}

    void appendText(std::string_view text) {
        hasText_ = hasText_ || !text.empty();
        text_ += text;
    }

    /// Reads an f-string's body, or a format spec up to its '}'. `level` 0: the
    /// string itself. False: an error was raised.
    bool read(const char*& at, const char* end, bool isRaw, int level, const Token& token) {
        isFormat_ = true;
        for (;;) {
            bool again = false;
            if (!literal(at, end, isRaw, level, again)) return false;
            if (again) continue;
            if (at >= end || *at == '}') break;
            if (!field(at, end, isRaw, level, token)) return false;
        }
        if (level != 0 && (at >= end || *at != '}')) return fail("f-string: expecting '}'");
        return true;
    }

    Expression* finish(const Token& first, const Token& last) {
        const Span span{first.line, first.column, last.endLine, last.endColumn};
        if (!isFormat_) return textNode(span);
        if (hasText_) parts_.push_back(textNode(span));
        Parser::Children<Expression> children(parser_);
        for (Expression* part : parts_) children.add(part);
        return parser_.make<JoinedStr>(span, children.finish());
    }

private:
    /// A line of a token's text, and where that begins. The fields of a string come one after the
    /// other, so that it moves on from one to the next.
    struct Place {
        const char* at = nullptr;
        const char* lineStart = nullptr;
        int line = 0;

        void moveTo(const char* to, const Token& token) {
            const char* tokenBegin = token.text.data();
            if (at == nullptr || at < tokenBegin || at > to) {
                at = tokenBegin;
                lineStart = tokenBegin - token.column;
                line = token.line;
            }
            for (; at < to; ++at) {
                if (*at != '\n') continue;
                lineStart = at + 1;
                ++line;
            }
        }
    };

    bool fail(std::string message) {
        parser_.raiseAtLast(std::move(message));
        return false;
    }

    [[nodiscard]] Span span() const {
        return {first_.line, first_.column, last_.endLine, last_.endColumn};
    }

    Expression* textNode(Span where) {
        Constant* constant = parser_.makeConstant(where, ConstantType::Str);
        constant->text = parser_.arena_.copyText(text_);
        constant->hasUPrefix = first_.text[0] == 'u';
        text_.clear();
        hasText_ = false;
        return constant;
    }

    /// Text up to a replacement field or the end. A doubled brace ends the text
    /// too: then `again` is set, and more is to be read.
    bool literal(const char*& at, const char* end, bool isRaw, int level, bool& again) {
        const char* begin = at;
        const char* textEnd = nullptr;
        while (at < end && textEnd == nullptr) {
            char c = *at++;
            if (!isRaw && c == '\\' && at < end) {
                c = *at++;
                if (c == 'N') {
                    if (at < end && *at++ == '{') {
                        while (at < end && *at++ != '}') {
                        }
                    }
                    continue;
                }
            }
            if (c != '{' && c != '}') continue;
            if (level == 0 && at < end && *at == c) {
                textEnd = at++;
                again = true;
            } else if (level == 0 && c == '}') {
                return fail("f-string: single '}' is not allowed");
            } else {
                textEnd = --at;
            }
        }
        if (textEnd == nullptr) textEnd = at;
        std::string characters;
        const std::string problem =
            appendCharacters({begin, static_cast<std::size_t>(textEnd - begin)}, isRaw, characters);
        if (!problem.empty()) {
            parser_.raiseInLiteral(problem);
            return false;
        }
        appendText(characters);
        return true;
    }

    /// The end of the expression that begins at `at`: its '}', '!', ':' or '='.
    const char* expressionEnd(const char* at, const char* end) {
        char quote = 0;
        bool triple = false;
        std::vector<char> brackets;
        const auto isTriple = [&end](const char* p) {
            return end - p > 2 && p[1] == p[0] && p[2] == p[0];
        };
        for (; at < end; ++at) {
            const char c = *at;
            if (c == '\\') {
                fail("f-string expression part cannot include a backslash");
                return nullptr;
            }
            if (quote != 0) {
                if (c != quote) continue;
                if (!triple) {
                    quote = 0;
                } else if (isTriple(at)) {
                    at += 2;
                    quote = 0;
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                triple = isTriple(at);
                if (triple) at += 2;
            } else if (c == '(' || c == '[' || c == '{') {
                if (brackets.size() >= kMaximumBrackets) {
                    fail("f-string: too many nested parenthesis");
                    return nullptr;
                }
                brackets.push_back(c);
            } else if (c == '#') {
                fail("f-string expression part cannot include '#'");
                return nullptr;
            } else if (brackets.empty() &&
                       (c == '!' || c == ':' || c == '}' || c == '=' || c == '<' || c == '>')) {
                const bool comparison = end - at > 1 && at[1] == '=' && c != ':' && c != '}';
                if (comparison) {
                    ++at;
                } else if (c != '<' && c != '>') {
                    break;
                }
            } else if (c == ')' || c == ']' || c == '}') {
                if (!closes(brackets, c)) return nullptr;
            }
        }
        if (quote != 0) {
            fail("f-string: unterminated string");
            return nullptr;
        }
        if (!brackets.empty()) {
            fail(fmt::format("f-string: unmatched '{}'", brackets.back()));
            return nullptr;
        }
        if (at >= end) {
            fail("f-string: expecting '}'");
            return nullptr;
        }
        return at;
    }

    bool closes(std::vector<char>& brackets, char c) {
        if (brackets.empty()) return fail(fmt::format("f-string: unmatched '{}'", c));
        const char open = brackets.back();
        brackets.pop_back();
        if ((open == '(' && c == ')') || (open == '[' && c == ']') || (open == '{' && c == '}'))
            return true;
        return fail(fmt::format(
            "f-string: closing parenthesis '{}' does not match opening parenthesis '{}'", c, open));
    }

    /// The expression between `begin` and `end`, parsed as if in parentheses.
    Expression* expression(const char* begin, const char* end, const Token& token) {
        if (std::all_of(begin, end, isBlank)) {
            fail(*end == '}' ? "f-string: empty expression not allowed"
                             : fmt::format("f-string: expression required before '{}'", *end));
            return nullptr;
        }
        place_.moveTo(begin, token);
        TokenList list = lexReplacementField({begin, static_cast<std::size_t>(end - begin)},
                                             place_.line, place_.lineStart);
        Parser inner(parser_.arena_, list);
        inner.depth_ = parser_.depth_;
        const Parser::DepthGuard guard(inner);
        Expression* result = guard.tooDeep() ? nullptr : inner.parseField();
        if (result != nullptr) return result;
        if (!parser_.failed()) parser_.error_ = inner.error_;
        return nullptr;
    }

    /// A replacement field; `at` is on its '{'.
    bool field(const char*& at, const char* end, bool isRaw, int level, const Token& token) {
        if (level >= 2) return fail("f-string: expressions nested too deeply");
        const char* begin = ++at;
        at = expressionEnd(begin, end);
        if (at == nullptr) return false;
        Expression* value = expression(begin, at, token);
        if (value == nullptr) return false;
        const auto ended = [&] { return at >= end; };
        bool selfDocumenting = false;
        if (*at == '=') {
            ++at;
            while (!ended() && isSpace(*at)) ++at;
            if (ended()) return fail("f-string: expecting '}'");
            appendText({begin, static_cast<std::size_t>(at - begin)});
            selfDocumenting = true;
        }
        int conversion = -1;
        if (*at == '!') {
            ++at;
            if (ended()) return fail("f-string: expecting '}'");
            conversion = static_cast<unsigned char>(*at++);
            if (conversion != 's' && conversion != 'r' && conversion != 'a') {
                return fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
            }
        }
        if (ended()) return fail("f-string: expecting '}'");
        Expression* spec = nullptr;
        if (*at == ':') {
            ++at;
            if (ended()) return fail("f-string: expecting '}'");
            FormatStringParser nested(parser_, first_, last_);
            nested.place_ = place_;
            if (!nested.read(at, end, isRaw, level + 1, token)) return false;
            place_ = nested.place_;
            spec = nested.finish(token, token);
        }
        if (ended() || *at != '}') return fail("f-string: expecting '}'");
        ++at;
        if (selfDocumenting && spec == nullptr && conversion == -1) conversion = 'r';
        if (hasText_) parts_.push_back(textNode(span()));
        parts_.push_back(parser_.make<FormattedValue>(span(), value, conversion, spec));
        return true;
    }

    Parser& parser_;
    const Token& first_;
    const Token& last_;
    bool isFormat_ = false;
    bool hasText_ = false;
    std::string text_;
    std::vector<Expression*> parts_;
    Place place_;
};

/// strings: STRING+
Expression* Parser::strings() {
    return kept(Rule::Strings, [this] { return stringsUnkept(); });
}

std::nullptr_t Parser::raiseInLiteral(std::string problem) {
    return raiseAtLast(std::move(problem), "SyntaxError");
}

Expression* Parser::stringsUnkept() {
    const std::size_t begin = pos_;
    while (accept(Tok::String)) {
    }
    if (failed()) return nullptr;  // an error of the lexer right behind it
    const Token& first = tokens_[begin];
    const Token& last = previous();
    const Span span{first.line, first.column, last.endLine, last.endColumn};
    FormatStringParser parts(*this, first, last);
    bool isBytes = false;
    std::string bytes;
    for (std::size_t i = begin; i < pos_; ++i) {
        const StringParts string = takeApart(tokens_[i].text);
        std::string value;
        std::string problem;
        if (string.isBytes) {
            problem = appendBytes(string.body, string.isRaw, value);
        } else if (!string.isFormat) {
            problem = appendCharacters(string.body, string.isRaw, value);
        }
        if (!problem.empty()) return raiseInLiteral(std::move(problem));
        if (i != begin && string.isBytes != isBytes) {
            return raiseAtLast("cannot mix bytes and nonbytes literals");
        }
        isBytes = string.isBytes;
        if (string.isFormat) {
            const char* at = string.body.data();
            if (!parts.read(at, at + string.body.size(), string.isRaw, 0, tokens_[i]))
                return nullptr;
        } else if (isBytes) {
            bytes += value;
        } else {
            parts.appendText(value);
        }
    }
    if (!isBytes) return parts.finish(first, last);
    Constant* constant = makeConstant(span, ConstantType::Bytes);
    constant->text = arena_.copyText(bytes);
    return constant;
}

}  // namespace coroscope::language
