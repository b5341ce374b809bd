#pragma once

/// The abstract syntax tree: all of Python 3.11's grammar.
///
/// The nodes are those of CPython's `ast` module (Parser/Python.asdl), with
/// the same fields in the same order and the same positions, save that
///   - `AsyncFunctionDef`, `AsyncFor` and `AsyncWith` are `FunctionDef`, `For`
///     and `With` with `isAsync` set, and `TryStar` is `Try` with `isStar`;
///   - names that would be ambiguous in C++ got longer (`ListExpr`, `ExprStmt`,
///     `Parameters` for `arguments`, `Parameter` for `arg`).
///
/// Representation: every node is a plain struct in the `Arena` of the `Ast`
/// that owns the tree. Children are pointers, lists of children are spans over
/// arena memory, identifiers and texts are views into it. A pointer may be
/// null, and a list entry may be null, only where that is said. Nothing is
/// ever freed on its own; a node may be kept as long as its `Ast` lives.
///
/// To visit a tree: `switch (node->kind)` and `node->as<Call>()`.

#include <cassert>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "engine/language/arena.h"
#include "engine/scenario/span.h"

namespace coroscope::language {

using scenario::Span;

enum class NodeKind : std::uint8_t {
    // statements
    FunctionDef,
    ClassDef,
    Return,
    Delete,
    Assign,
    AugAssign,
    AnnAssign,
    For,
    While,
    If,
    With,
    Match,
    Raise,
    Try,
    Assert,
    Import,
    ImportFrom,
    Global,
    Nonlocal,
    ExprStmt,
    Pass,
    Break,
    Continue,
    // expressions
    BoolOp,
    NamedExpr,
    BinOp,
    UnaryOp,
    Lambda,
    IfExp,
    DictExpr,
    SetExpr,
    ListComp,
    SetComp,
    DictComp,
    GeneratorExp,
    Await,
    Yield,
    YieldFrom,
    Compare,
    Call,
    FormattedValue,
    JoinedStr,
    Constant,
    Attribute,
    Subscript,
    Starred,
    Name,
    ListExpr,
    TupleExpr,
    Slice,
    // patterns of `match`
    MatchValue,
    MatchSingleton,
    MatchSequence,
    MatchMapping,
    MatchClass,
    MatchStar,
    MatchAs,
    MatchOr,
    // the rest
    Module,
    ExceptHandler,
    Parameter,
    Keyword,
    Alias,
    MatchCase,
};

/// Is a target read, written or deleted?
enum class ExprContext : std::uint8_t { Load, Store, Del };

enum class BoolOperator : std::uint8_t { And, Or };

enum class BinaryOperator : std::uint8_t {
    Add,
    Sub,
    Mult,
    MatMult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
};

enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };

enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

enum class ConstantType : std::uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Int,
    Float,
    Imaginary,
    Str,
    Bytes,
};

/// Children in source order.
template <class T>
using NodeList = std::span<T*>;

/// Interned: equal identifiers have equal `data()`.
using Identifier = std::string_view;

/// What all nodes have.
struct Node {
    NodeKind kind;
    Span span;

    /// This node as a `T`, which it must be.
    template <class T>
    [[nodiscard]] T* as() {
        assert(kind == T::kKind);
        return static_cast<T*>(this);
    }
    template <class T>
    [[nodiscard]] const T* as() const {
        assert(kind == T::kKind);
        return static_cast<const T*>(this);
    }
    /// This node as a `T`, or null if it is something else.
    template <class T>
    [[nodiscard]] T* tryAs() {
        return kind == T::kKind ? static_cast<T*>(this) : nullptr;
    }
    template <class T>
    [[nodiscard]] const T* tryAs() const {
        return kind == T::kKind ? static_cast<const T*>(this) : nullptr;
    }
};

struct Statement : Node {};
struct Expression : Node {};
struct Pattern : Node {};

// ---------------------------------------------------------------------------
// Parts
// ---------------------------------------------------------------------------

/// One parameter of a function: `name`, `name: annotation`.
struct Parameter : Node {
    static constexpr NodeKind kKind = NodeKind::Parameter;
    Identifier name;
    Expression* annotation;  ///< or null
};

/// A parameter list (`arguments` in CPython). Not a node: it has no position.
struct Parameters {
    NodeList<Parameter> positionalOnly;
    NodeList<Parameter> positional;  ///< positional or keyword
    Parameter* starArgs = nullptr;   ///< `*args`, or null
    NodeList<Parameter> keywordOnly;
    NodeList<Expression> keywordDefaults;  ///< one for each of `keywordOnly`; null: no default
    Parameter* starStarArgs = nullptr;     ///< `**kwargs`, or null
    NodeList<Expression> defaults;         ///< of the last so many of positionalOnly + positional
};

/// A keyword argument at a call or in a class statement.
struct Keyword : Node {
    static constexpr NodeKind kKind = NodeKind::Keyword;
    Identifier name;  ///< empty for `**value`
    Expression* value;
};

/// `name` or `name as asName` in an import; `*` is the name "*".
struct Alias : Node {
    static constexpr NodeKind kKind = NodeKind::Alias;
    Identifier name;    ///< possibly dotted
    Identifier asName;  ///< or empty
};

/// One `for … in … if …` of a comprehension. Not a node: it has no position.
struct Comprehension {
    Expression* target;
    Expression* iterable;
    NodeList<Expression> conditions;
    bool isAsync;
};

/// One item of a `with` statement. Not a node: it has no position.
struct WithItem {
    Expression* context;
    Expression* target;  ///< or null
};

/// One `except` clause.
struct ExceptHandler : Node {
    static constexpr NodeKind kKind = NodeKind::ExceptHandler;
    Expression* type;  ///< or null for a bare `except:`
    Identifier name;   ///< or empty
    NodeList<Statement> body;
};

/// One `case` of a `match` statement. `span` is that of its pattern … body
/// (CPython gives `match_case` no position; nothing compares it).
struct MatchCase : Node {
    static constexpr NodeKind kKind = NodeKind::MatchCase;
    Pattern* pattern;
    Expression* guard;  ///< or null
    NodeList<Statement> body;
};

/// The root.
struct Module : Node {
    static constexpr NodeKind kKind = NodeKind::Module;
    NodeList<Statement> body;
};

// ---------------------------------------------------------------------------
// Statements
// ---------------------------------------------------------------------------

/// `def` and `async def`. The span begins at `def`/`async`, not at a decorator.
struct FunctionDef : Statement {
    static constexpr NodeKind kKind = NodeKind::FunctionDef;
    Identifier name;
    Parameters* parameters;
    NodeList<Statement> body;
    NodeList<Expression> decorators;
    Expression* returns;  ///< annotation, or null
    bool isAsync;
};

struct ClassDef : Statement {
    static constexpr NodeKind kKind = NodeKind::ClassDef;
    Identifier name;
    NodeList<Expression> bases;  ///< may hold `Starred`
    NodeList<Keyword> keywords;
    NodeList<Statement> body;
    NodeList<Expression> decorators;
};

struct Return : Statement {
    static constexpr NodeKind kKind = NodeKind::Return;
    Expression* value;  ///< or null
};

struct Delete : Statement {
    static constexpr NodeKind kKind = NodeKind::Delete;
    NodeList<Expression> targets;
};

/// `a = b = value` has two targets.
struct Assign : Statement {
    static constexpr NodeKind kKind = NodeKind::Assign;
    NodeList<Expression> targets;
    Expression* value;
};

struct AugAssign : Statement {
    static constexpr NodeKind kKind = NodeKind::AugAssign;
    Expression* target;
    BinaryOperator op;
    Expression* value;
};

struct AnnAssign : Statement {
    static constexpr NodeKind kKind = NodeKind::AnnAssign;
    Expression* target;
    Expression* annotation;
    Expression* value;  ///< or null
    bool isSimple;      ///< the target is a name without parentheses
};

struct For : Statement {
    static constexpr NodeKind kKind = NodeKind::For;
    Expression* target;
    Expression* iterable;
    NodeList<Statement> body;
    NodeList<Statement> orElse;
    bool isAsync;
};

struct While : Statement {
    static constexpr NodeKind kKind = NodeKind::While;
    Expression* test;
    NodeList<Statement> body;
    NodeList<Statement> orElse;
};

/// `elif` is an `If` alone in `orElse`.
struct If : Statement {
    static constexpr NodeKind kKind = NodeKind::If;
    Expression* test;
    NodeList<Statement> body;
    NodeList<Statement> orElse;
};

struct With : Statement {
    static constexpr NodeKind kKind = NodeKind::With;
    NodeList<WithItem> items;
    NodeList<Statement> body;
    bool isAsync;
};

struct Match : Statement {
    static constexpr NodeKind kKind = NodeKind::Match;
    Expression* subject;
    NodeList<MatchCase> cases;
};

struct Raise : Statement {
    static constexpr NodeKind kKind = NodeKind::Raise;
    Expression* exception;  ///< or null
    Expression* cause;      ///< or null
};

struct Try : Statement {
    static constexpr NodeKind kKind = NodeKind::Try;
    NodeList<Statement> body;
    NodeList<ExceptHandler> handlers;
    NodeList<Statement> orElse;
    NodeList<Statement> finalBody;
    bool isStar;  ///< `except*`
};

struct Assert : Statement {
    static constexpr NodeKind kKind = NodeKind::Assert;
    Expression* test;
    Expression* message;  ///< or null
};

struct Import : Statement {
    static constexpr NodeKind kKind = NodeKind::Import;
    NodeList<Alias> names;
};

struct ImportFrom : Statement {
    static constexpr NodeKind kKind = NodeKind::ImportFrom;
    Identifier module;  ///< possibly dotted; empty for `from . import x`
    NodeList<Alias> names;
    int level;  ///< number of leading dots
};

struct Global : Statement {
    static constexpr NodeKind kKind = NodeKind::Global;
    std::span<Identifier> names;
};

struct Nonlocal : Statement {
    static constexpr NodeKind kKind = NodeKind::Nonlocal;
    std::span<Identifier> names;
};

/// An expression as a statement (`Expr` in CPython).
struct ExprStmt : Statement {
    static constexpr NodeKind kKind = NodeKind::ExprStmt;
    Expression* value;
};

struct Pass : Statement {
    static constexpr NodeKind kKind = NodeKind::Pass;
};

struct Break : Statement {
    static constexpr NodeKind kKind = NodeKind::Break;
};

struct Continue : Statement {
    static constexpr NodeKind kKind = NodeKind::Continue;
};

// ---------------------------------------------------------------------------
// Expressions
// ---------------------------------------------------------------------------

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

// ---------------------------------------------------------------------------
// Patterns
// ---------------------------------------------------------------------------

/// Compares by `==` with a constant or a dotted name.
struct MatchValue : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchValue;
    Expression* value;
};

/// None, True or False, compared by `is`.
struct MatchSingleton : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchSingleton;
    ConstantType value;
};

struct MatchSequence : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchSequence;
    NodeList<Pattern> patterns;
};

struct MatchMapping : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchMapping;
    NodeList<Expression> keys;
    NodeList<Pattern> patterns;
    Identifier rest;  ///< of `**rest`, or empty
};

struct MatchClass : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchClass;
    Expression* type;
    NodeList<Pattern> patterns;
    std::span<Identifier> keywordNames;
    NodeList<Pattern> keywordPatterns;
};

/// `*name`, or `*_` with an empty name.
struct MatchStar : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchStar;
    Identifier name;
};

/// `pattern as name`; `name` alone has a null pattern; `_` has neither.
struct MatchAs : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchAs;
    Pattern* pattern;
    Identifier name;
};

struct MatchOr : Pattern {
    static constexpr NodeKind kKind = NodeKind::MatchOr;
    NodeList<Pattern> patterns;
};

// ---------------------------------------------------------------------------

/// A syntax tree and the memory that it lives in.
struct Ast {
    Arena arena;
    Module* module = nullptr;
};

/// The docstring of a module, class or function body: its first statement if
/// that is a string constant, else null.
[[nodiscard]] inline const Constant* docstringOf(std::span<Statement* const> body) {
    if (body.empty()) return nullptr;
    const auto* statement = body.front()->tryAs<ExprStmt>();
    if (statement == nullptr) return nullptr;
    const auto* constant = statement->value->tryAs<Constant>();
    return constant != nullptr && constant->type == ConstantType::Str ? constant : nullptr;
}

}  // namespace coroscope::language
