#pragma once

/// The patterns of `case` (ast.h).

#include "engine/language/ast_node.h"

namespace coroscope::language {

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

}  // namespace coroscope::language
