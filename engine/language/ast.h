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

#include "engine/language/arena.h"
#include "engine/language/ast_expressions.h"
#include "engine/language/ast_parts.h"
#include "engine/language/ast_patterns.h"
#include "engine/language/ast_statements.h"

namespace coroscope::language {

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
