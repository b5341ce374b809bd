#pragma once

/// From source text to syntax tree.

#include <memory>
#include <vector>

#include "engine/language/ast.h"
#include "engine/scenario/diagnostic.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language {

/// Either a tree, or the one error that CPython would report.
struct [[nodiscard]] ParseResult {
    /// Null if the text is not valid Python.
    std::unique_ptr<Ast> ast;
    /// Meaningful only if `ast` is null.
    scenario::Diagnostic error;
    /// What CPython says with a SyntaxWarning while parsing.
    std::vector<scenario::Diagnostic> warnings;

    explicit operator bool() const { return ast != nullptr; }
};

/// Parses a whole file by Python 3.11's grammar (Grammar/python.gram). Errors
/// have CPython's type, words and place; see syntax_errors.h. Safe on any
/// input: nesting is limited (`kMaximumDepth`), and so is the depth of the tree
/// that comes out, so that later passes may walk it recursively.
[[nodiscard]] ParseResult parse(const scenario::SourceText& source);

/// The deepest tree that `parse` hands out, in nodes.
inline constexpr int kMaximumDepth = 1000;

}  // namespace coroscope::language
