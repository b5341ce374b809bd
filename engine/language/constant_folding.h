#pragma once

/// Expressions whose value is known before the program runs (CPython: Python/ast_opt.c).

#include <optional>
#include <unordered_map>

#include "engine/language/ast.h"
#include "engine/language/code_object.h"

namespace coroscope::language {

/// Finds the values of constant expressions. What would raise, or grow large, is left for run time.
class ConstantFolder {
public:
    /// The value of `node`, or nothing if it is not constant. Linear over a tree, since answers
    /// about operators and tuples are kept.
    [[nodiscard]] std::optional<CodeConstant> fold(const Expression* node);

    /// A literal's value; nothing for imaginary numbers, which are not supported.
    [[nodiscard]] static std::optional<CodeConstant> literal(const Constant& node);

    /// All of `nodes`, if each is constant.
    [[nodiscard]] std::optional<std::vector<CodeConstant>> foldAll(
        const NodeList<Expression>& nodes);

private:
    std::optional<CodeConstant> foldOperation(const BinOp* node);

    std::unordered_map<const Expression*, std::optional<CodeConstant>> known_;
};

/// Is a condition on this constant true?
[[nodiscard]] bool isTruthy(const CodeConstant& value);

}  // namespace coroscope::language
