#include "engine/language/lex_names.h"

#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace coroscope::language {

using enum TokenType;

namespace {

struct Keyword {
    std::string_view text;
    TokenType type;
};

/// Grouped by length, and reached by it.
constexpr std::array kKeywords = {
    Keyword{"as", As},
    Keyword{"if", If},
    Keyword{"in", In},
    Keyword{"is", Is},
    Keyword{"or", Or},
    Keyword{"and", And},
    Keyword{"def", Def},
    Keyword{"del", Del},
    Keyword{"for", For},
    Keyword{"not", Not},
    Keyword{"try", Try},
    Keyword{"None", None},
    Keyword{"True", True},
    Keyword{"elif", Elif},
    Keyword{"else", Else},
    Keyword{"from", From},
    Keyword{"pass", Pass},
    Keyword{"with", With},
    Keyword{"False", False},
    Keyword{"async", Async},
    Keyword{"await", Await},
    Keyword{"break", Break},
    Keyword{"class", Class},
    Keyword{"raise", Raise},
    Keyword{"while", While},
    Keyword{"yield", Yield},
    Keyword{"assert", Assert},
    Keyword{"except", Except},
    Keyword{"global", Global},
    Keyword{"import", Import},
    Keyword{"lambda", Lambda},
    Keyword{"return", Return},
    Keyword{"finally", Finally},
    Keyword{"continue", Continue},
    Keyword{"nonlocal", Nonlocal},
};

/// kFirst[n] is the first keyword of length n.
constexpr std::array<std::size_t, 10> kFirst = [] {
    std::array<std::size_t, 10> first{};
    for (std::size_t length = 0; length < first.size(); ++length) {
        std::size_t index = 0;
        while (index < kKeywords.size() && kKeywords[index].text.size() < length) ++index;
        first[length] = index;
    }
    return first;
}();

}  // namespace

TokenType keywordType(std::string_view text) {
    if (text.size() < 2 || text.size() > 8) return Name;
    for (std::size_t i = kFirst[text.size()]; i < kFirst[text.size() + 1]; ++i) {
        if (kKeywords[i].text == text) return kKeywords[i].type;
    }
    return Name;
}

bool isStringPrefix(std::string_view letters) {
    std::string lower;
    for (const char c : letters)
        lower.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    for (const std::string_view prefix : {"b", "r", "u", "f", "br", "rb", "fr", "rf"}) {
        if (lower == prefix) return true;
    }
    return false;
}

Punctuation findPunctuation(int first, int second, int third) {
    const auto withEqual = [second](TokenType alone, TokenType augmented) {
        return second == '=' ? Punctuation{augmented, 2} : Punctuation{alone, 1};
    };
    const auto doubled = [=](TokenType once, TokenType onceEqual, TokenType twice,
                             TokenType twiceEqual) {
        if (second == first)
            return third == '=' ? Punctuation{twiceEqual, 3} : Punctuation{twice, 2};
        return second == '=' ? Punctuation{onceEqual, 2} : Punctuation{once, 1};
    };
    switch (first) {
        case '(': return {LeftParen, 1};
        case ')': return {RightParen, 1};
        case '[': return {LeftBracket, 1};
        case ']': return {RightBracket, 1};
        case '{': return {LeftBrace, 1};
        case '}': return {RightBrace, 1};
        case ',': return {Comma, 1};
        case ';': return {Semicolon, 1};
        case '~': return {Tilde, 1};
        case ':': return withEqual(Colon, ColonEqual);
        case '.':
            return second == '.' && third == '.' ? Punctuation{Ellipsis, 3} : Punctuation{Dot, 1};
        case '-': return second == '>' ? Punctuation{Arrow, 2} : withEqual(Minus, MinusEqual);
        case '+': return withEqual(Plus, PlusEqual);
        case '%': return withEqual(Percent, PercentEqual);
        case '&': return withEqual(Ampersand, AmpersandEqual);
        case '|': return withEqual(Bar, BarEqual);
        case '^': return withEqual(Caret, CaretEqual);
        case '@': return withEqual(At, AtEqual);
        case '=': return withEqual(Equal, EqualEqual);
        case '!': return withEqual(Unknown, NotEqual);
        case '*': return doubled(Star, StarEqual, DoubleStar, DoubleStarEqual);
        case '/': return doubled(Slash, SlashEqual, DoubleSlash, DoubleSlashEqual);
        case '>': return doubled(Greater, GreaterEqual, RightShift, RightShiftEqual);
        case '<':
            if (second == '>') return {NotEqual, 2};  // the parser refuses it by its text
            return doubled(Less, LessEqual, LeftShift, LeftShiftEqual);
        default: return {Unknown, 1};
    }
}

}  // namespace coroscope::language
