#pragma once

/// The nodes that are neither statement, expression nor pattern, but parts of one; and the root.

#include "engine/language/ast_node.h"

namespace coroscope::language {

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

}  // namespace coroscope::language
