// What CPython's compiler remarks with a SyntaxWarning (compile.c: check_compare, check_caller,
// check_subscripter, check_index, compiler_assert).

#include <algorithm>
#include <utility>

#include "engine/language/code_generator.h"

namespace coroscope::language {
namespace {

constexpr const char* kMissedComma = "; perhaps you missed a comma?";

struct TypeName {
    const char* operator()(const CodeConstant::None&) const { return "NoneType"; }
    const char* operator()(const CodeConstant::Ellipsis&) const { return "ellipsis"; }
    const char* operator()(bool) const { return "bool"; }
    const char* operator()(std::int64_t) const { return "int"; }
    const char* operator()(double) const { return "float"; }
    const char* operator()(const std::string&) const { return "str"; }
    const char* operator()(const CodeConstant::BigInt&) const { return "int"; }
    const char* operator()(const CodeConstant::Bytes&) const { return "bytes"; }
    const char* operator()(const CodeConstant::Tuple&) const { return "tuple"; }
    const char* operator()(const CodeConstant::FrozenSet&) const { return "frozenset"; }
    const char* operator()(const CodeConstant::Code&) const { return "code"; }
};

/// The type that `node` surely has (infer_type), or null.
const char* typeOf(const Expression* node, const std::optional<CodeConstant>& value) {
    if (value) return std::visit(TypeName{}, value->value);
    switch (node->kind) {
        case NodeKind::TupleExpr: return "tuple";
        case NodeKind::ListExpr:
        case NodeKind::ListComp: return "list";
        case NodeKind::DictExpr:
        case NodeKind::DictComp: return "dict";
        case NodeKind::SetExpr:
        case NodeKind::SetComp: return "set";
        case NodeKind::GeneratorExp: return "generator";
        case NodeKind::Lambda: return "function";
        case NodeKind::JoinedStr:
        case NodeKind::FormattedValue: return "str";
        default: return nullptr;
    }
}

/// Is comparing with this constant by `is` sensible?
bool isSingleton(const std::optional<CodeConstant>& value) {
    return !value || std::holds_alternative<CodeConstant::None>(value->value) ||
           std::holds_alternative<bool>(value->value) ||
           std::holds_alternative<CodeConstant::Ellipsis>(value->value);
}

}  // namespace

void CodeGenerator::warn(const Span& span, std::string message) {
    if (warnings_ == nullptr) return;
    // Final statements are compiled more than once, and a warning is shown once a line.
    const bool isKnown = std::ranges::any_of(*warnings_, [&](const scenario::Diagnostic& each) {
        return each.span.line == span.line && each.message == message;
    });
    if (isKnown) return;
    warnings_->push_back({std::string(fileName_), span, "SyntaxWarning", std::move(message), {}});
}

/// `isNegated`: it stands in `not left is right`, which is `left is not right`.
void CodeGenerator::warnOfComparison(const Compare& node, bool isNegated) {
    if (warnings_ == nullptr) return;
    bool isLeftFine = isSingleton(folder_.fold(node.left));
    for (std::size_t i = 0; i < node.operators.size(); ++i) {
        const bool isRightFine = isSingleton(folder_.fold(node.comparators[i]));
        const CompareOperator op = node.operators[i];
        if ((op == CompareOperator::Is || op == CompareOperator::IsNot) &&
            !(isLeftFine && isRightFine)) {
            warn(node.span, (op == CompareOperator::Is) != (isNegated && node.operators.size() == 1)
                                ? R"("is" with a literal. Did you mean "=="?)"
                                : R"("is not" with a literal. Did you mean "!="?)");
            return;
        }
        isLeftFine = isRightFine;
    }
}

void CodeGenerator::warnOfCall(const Call& node) {
    if (warnings_ == nullptr) return;
    const Expression* function = node.function;
    if (function->kind == NodeKind::Lambda) return;
    if (const char* type = typeOf(function, folder_.fold(function))) {
        warn(function->span, "'" + std::string(type) + "' object is not callable" + kMissedComma);
    }
}

void CodeGenerator::warnOfSubscript(const Subscript& node) {
    if (warnings_ == nullptr) return;
    const auto value = folder_.fold(node.value);
    const char* type = typeOf(node.value, value);
    if (type == nullptr) return;
    const std::string_view name = type;
    const bool hasItems =
        value ? name == "str" || name == "bytes" || name == "tuple"
              : name == "str" || name == "tuple" || name == "list" || name == "dict";
    if (!hasItems) {
        warn(node.span, "'" + std::string(type) + "' object is not subscriptable" + kMissedComma);
        return;
    }
    const char* index = typeOf(node.index, folder_.fold(node.index));
    if (name == "dict" || index == nullptr) return;
    const std::string_view indexName = index;
    if (indexName == "int" || indexName == "bool") return;
    warn(node.span,
         std::string(type) + " indices must be integers or slices, not " + index + kMissedComma);
}

void CodeGenerator::warnOfAssert(const Assert& node) {
    const auto* tuple = node.test->tryAs<TupleExpr>();
    if (tuple != nullptr && !tuple->elements.empty()) {
        warn(node.span, "assertion is always true, perhaps remove parentheses?");
    }
}

}  // namespace coroscope::language
