#pragma once

/// What the lexer hands to the parser.

#include <cstdint>
#include <string>
#include <string_view>

namespace coroscope::language {

enum class TokenType : std::uint8_t {
    EndMarker,
    Name,
    Number,
    String,
    Newline,
    Indent,
    Dedent,
    Error,
    // brackets and separators
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Colon,
    ColonEqual,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    At,
    // operators
    Plus,
    Minus,
    Star,
    DoubleStar,
    Slash,
    DoubleSlash,
    Percent,
    Ampersand,
    Bar,
    Caret,
    Tilde,
    LeftShift,
    RightShift,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    EqualEqual,
    NotEqual,
    Equal,
    // augmented assignment, in the order of BinaryOperator
    PlusEqual,
    MinusEqual,
    StarEqual,
    AtEqual,
    SlashEqual,
    PercentEqual,
    DoubleStarEqual,
    LeftShiftEqual,
    RightShiftEqual,
    BarEqual,
    CaretEqual,
    AmpersandEqual,
    DoubleSlashEqual,
    // something that no rule takes ('!', '$', '?')
    Unknown,
    // keywords
    False,
    None,
    True,
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,
    Yield,
};

/// One token. Positions are as in `Span`.
struct Token {
    TokenType type = TokenType::EndMarker;
    /// How many brackets are open after this token.
    std::uint8_t level = 0;
    int line = 0;
    /// -1 for tokens that have no text of their own (Indent, Dedent, EndMarker,
    /// Error): `cursor` says then how far into its line the lexer had read.
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    int cursor = 0;
    std::string_view text;
};

/// Why lexing stopped (Parser/tokenizer.c and Parser/pegen_errors.c). Columns
/// count from 0; an end that is not after the beginning means "unknown".
struct LexicalError {
    std::string kind;
    std::string message;
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = -1;
    /// The lexer itself names the error, as opposed to the parser on reaching
    /// it: such an error takes precedence over errors of the grammar before it.
    bool takesPrecedence = false;
};

/// A bracket that was open where lexing stopped.
struct OpenBracket {
    char bracket = 0;
    int line = 0;
    int column = 0;
};

}  // namespace coroscope::language
