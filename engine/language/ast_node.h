#pragma once

/// What all nodes of the syntax tree (ast.h) have, and what they are made of.

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

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

}  // namespace coroscope::language
