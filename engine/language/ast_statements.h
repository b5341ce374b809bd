#pragma once

/// The statements of the syntax tree (ast.h).

#include "engine/language/ast_parts.h"

namespace coroscope::language {

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

}  // namespace coroscope::language
