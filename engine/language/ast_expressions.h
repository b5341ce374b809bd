#pragma once

/// The expressions of the syntax tree (ast.h).

#include "engine/language/ast_parts.h"

namespace coroscope::language {

/// `a and b and c` is one node with three values.
struct BoolOp : Expression {
    static constexpr NodeKind kKind = NodeKind::BoolOp;
    BoolOperator op;
    NodeList<Expression> values;
};

/// `target := value`; the target is a `Name`.
struct NamedExpr : Expression {
    static constexpr NodeKind kKind = NodeKind::NamedExpr;
    Expression* target;
    Expression* value;
};

/// Note: `left` may nest as deep as a source line is long
/// (`1 + 1 + 1 + …`): walk it with a loop or count the depth.
struct BinOp : Expression {
    static constexpr NodeKind kKind = NodeKind::BinOp;
    Expression* left;
    BinaryOperator op;
    Expression* right;
};

struct UnaryOp : Expression {
    static constexpr NodeKind kKind = NodeKind::UnaryOp;
    UnaryOperator op;
    Expression* operand;
};

struct Lambda : Expression {
    static constexpr NodeKind kKind = NodeKind::Lambda;
    Parameters* parameters;
    Expression* body;
};

struct IfExp : Expression {
    static constexpr NodeKind kKind = NodeKind::IfExp;
    Expression* test;
    Expression* body;
    Expression* orElse;
};

/// `keys[i]` is null for `**values[i]`.
struct DictExpr : Expression {
    static constexpr NodeKind kKind = NodeKind::DictExpr;
    NodeList<Expression> keys;
    NodeList<Expression> values;
};

struct SetExpr : Expression {
    static constexpr NodeKind kKind = NodeKind::SetExpr;
    NodeList<Expression> elements;
};

struct ListComp : Expression {
    static constexpr NodeKind kKind = NodeKind::ListComp;
    Expression* element;
    NodeList<Comprehension> generators;
};

struct SetComp : Expression {
    static constexpr NodeKind kKind = NodeKind::SetComp;
    Expression* element;
    NodeList<Comprehension> generators;
};

struct DictComp : Expression {
    static constexpr NodeKind kKind = NodeKind::DictComp;
    Expression* key;
    Expression* value;
    NodeList<Comprehension> generators;
};

struct GeneratorExp : Expression {
    static constexpr NodeKind kKind = NodeKind::GeneratorExp;
    Expression* element;
    NodeList<Comprehension> generators;
};

struct Await : Expression {
    static constexpr NodeKind kKind = NodeKind::Await;
    Expression* value;
};

struct Yield : Expression {
    static constexpr NodeKind kKind = NodeKind::Yield;
    Expression* value;  ///< or null
};

struct YieldFrom : Expression {
    static constexpr NodeKind kKind = NodeKind::YieldFrom;
    Expression* value;
};

/// `left operators[0] comparators[0] operators[1] comparators[1] …`
struct Compare : Expression {
    static constexpr NodeKind kKind = NodeKind::Compare;
    Expression* left;
    std::span<CompareOperator> operators;
    NodeList<Expression> comparators;
};

struct Call : Expression {
    static constexpr NodeKind kKind = NodeKind::Call;
    Expression* function;
    NodeList<Expression> arguments;  ///< may hold `Starred`
    NodeList<Keyword> keywords;
};

/// `{value!conversion:formatSpec}` in an f-string. Its span is that of the
/// whole string, as in CPython 3.11; that of `value` is its own.
/// `{value=}` has become a `Constant` with the text, then this.
struct FormattedValue : Expression {
    static constexpr NodeKind kKind = NodeKind::FormattedValue;
    Expression* value;
    int conversion;          ///< 's', 'r', 'a', or -1 for none
    Expression* formatSpec;  ///< a `JoinedStr`, or null
};

/// An f-string: `Constant` and `FormattedValue` parts.
struct JoinedStr : Expression {
    static constexpr NodeKind kKind = NodeKind::JoinedStr;
    NodeList<Expression> values;
};

/// A literal, or None, True, False, `...`.
struct Constant : Expression {
    static constexpr NodeKind kKind = NodeKind::Constant;
    ConstantType type;
    /// `Str` with a `u` prefix (`kind='u'` in CPython).
    bool hasUPrefix;
    /// `Int`: the value fits `integer`; if not, it is only in `text`.
    bool fitsInteger;
    /// `Str`: UTF-8, where a lone surrogate (from `'\ud800'`) stands as its own
    /// three bytes ("generalized UTF-8"; pairs are not combined, as Python does
    /// not combine them); may hold NUL characters.
    /// `Bytes`: the bytes.
    /// `Int`: the digits in base 10, without underscores and leading zeros,
    /// whatever base the literal was written in.
    std::string_view text;
    std::int64_t integer;
    /// `Float`: the value; `Imaginary`: the imaginary part.
    double number;
};

struct Attribute : Expression {
    static constexpr NodeKind kKind = NodeKind::Attribute;
    Expression* value;
    Identifier name;
    ExprContext context;
};

/// `value[index]`; `index` may be a `Slice`, or a `TupleExpr` holding some.
struct Subscript : Expression {
    static constexpr NodeKind kKind = NodeKind::Subscript;
    Expression* value;
    Expression* index;
    ExprContext context;
};

/// `*value`
struct Starred : Expression {
    static constexpr NodeKind kKind = NodeKind::Starred;
    Expression* value;
    ExprContext context;
};

struct Name : Expression {
    static constexpr NodeKind kKind = NodeKind::Name;
    Identifier id;
    ExprContext context;
};

struct ListExpr : Expression {
    static constexpr NodeKind kKind = NodeKind::ListExpr;
    NodeList<Expression> elements;
    ExprContext context;
};

struct TupleExpr : Expression {
    static constexpr NodeKind kKind = NodeKind::TupleExpr;
    NodeList<Expression> elements;
    ExprContext context;
};

/// `lower:upper:step`; each may be null.
struct Slice : Expression {
    static constexpr NodeKind kKind = NodeKind::Slice;
    Expression* lower;
    Expression* upper;
    Expression* step;
};

}  // namespace coroscope::language
