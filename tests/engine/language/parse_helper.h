#pragma once

/// Short programs in, trees as text and error messages out.

#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "engine/language/ast_dump.h"
#include "engine/language/parser.h"
#include "engine/scenario/source_text.h"

namespace coroscope::language::test {

inline scenario::SourceText sourceOf(std::string_view program) {
    return std::get<scenario::SourceText>(scenario::SourceText::fromBytes("test.py", program));
}

/// The body of the module as `ast.dump` gives it, or the error.
inline std::string treeOf(std::string_view program, bool withPositions = false) {
    const ParseResult result = parse(sourceOf(program));
    if (!result) return messageWithKind(result.error);
    const std::string text = dumpAst(result.ast->module, withPositions);
    constexpr std::string_view before = "Module(body=[";
    constexpr std::string_view after = "], type_ignores=[])";
    return text.substr(before.size(), text.size() - before.size() - after.size());
}

/// The tree of a program that is one expression.
inline std::string expressionTree(std::string_view program) {
    const std::string text = treeOf(program);
    constexpr std::string_view before = "Expr(value=";
    return text.starts_with(before) ? text.substr(before.size(), text.size() - before.size() - 1)
                                    : text;
}

/// kind, message, line, column, end line, end column, separated by tabs (columns
/// in characters, counted from 1), or "ok".
inline std::string errorOf(std::string_view program) {
    const scenario::SourceText source = sourceOf(program);
    const ParseResult result = parse(source);
    if (result) return "ok";
    const scenario::Span& span = result.error.span;
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", result.error.kind, result.error.message, span.line,
                       source.characterColumn(span.line, span.column) + 1, span.endLine,
                       source.characterColumn(span.endLine, span.endColumn) + 1);
}

}  // namespace coroscope::language::test
