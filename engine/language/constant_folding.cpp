#include "engine/language/constant_folding.h"

#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>

namespace coroscope::language {
namespace {

using Result = std::optional<CodeConstant>;

constexpr std::size_t kMaximumText = 4096;

/// A number as an operand: an integer that fits 64 bits, or a float.
struct Number {
    bool isFloat = false;
    std::int64_t integer = 0;
    double real = 0;
};

std::optional<Number> numberOf(const CodeConstant& constant) {
    if (const auto* integer = std::get_if<std::int64_t>(&constant.value)) {
        return Number{false, *integer, static_cast<double>(*integer)};
    }
    if (const auto* truth = std::get_if<bool>(&constant.value)) {
        return Number{false, *truth ? 1 : 0, *truth ? 1.0 : 0.0};
    }
    if (const auto* real = std::get_if<double>(&constant.value)) return Number{true, 0, *real};
    return std::nullopt;
}

Result integer(std::int64_t value) { return CodeConstant{value}; }
Result real(double value) { return CodeConstant{value}; }

Result power(std::int64_t base, std::int64_t exponent) {
    if (exponent < 0 || exponent > 128) return std::nullopt;
    std::int64_t result = 1;
    for (std::int64_t i = 0; i < exponent; ++i) {
        if (__builtin_mul_overflow(result, base, &result)) return std::nullopt;
    }
    return integer(result);
}

Result foldIntegers(BinaryOperator op, std::int64_t left, std::int64_t right) {
    std::int64_t result = 0;
    const bool isDivisionSafe =
        right != 0 && !(right == -1 && left == std::numeric_limits<std::int64_t>::min());
    switch (op) {
        case BinaryOperator::Add:
            return __builtin_add_overflow(left, right, &result) ? std::nullopt : integer(result);
        case BinaryOperator::Sub:
            return __builtin_sub_overflow(left, right, &result) ? std::nullopt : integer(result);
        case BinaryOperator::Mult:
            return __builtin_mul_overflow(left, right, &result) ? std::nullopt : integer(result);
        case BinaryOperator::Div: {
            // Exact in doubles only while both are; beyond that Python rounds differently.
            constexpr std::int64_t kExact = std::int64_t{1} << 53;
            if (right == 0 || left > kExact || left < -kExact || right > kExact ||
                right < -kExact) {
                return std::nullopt;
            }
            return real(static_cast<double>(left) / static_cast<double>(right));
        }
        case BinaryOperator::FloorDiv:
        case BinaryOperator::Mod: {
            if (!isDivisionSafe) return std::nullopt;
            std::int64_t quotient = left / right;
            std::int64_t rest = left % right;
            if (rest != 0 && (rest < 0) != (right < 0)) {
                --quotient;
                rest += right;
            }
            return integer(op == BinaryOperator::Mod ? rest : quotient);
        }
        case BinaryOperator::Pow: return power(left, right);
        case BinaryOperator::LShift:
            if (right < 0 || right > 62) return std::nullopt;
            return __builtin_mul_overflow(left, std::int64_t{1} << right, &result)
                       ? std::nullopt
                       : integer(result);
        case BinaryOperator::RShift:
            if (right < 0) return std::nullopt;
            return integer(left >> (right > 63 ? 63 : right));
        case BinaryOperator::BitOr: return integer(left | right);
        case BinaryOperator::BitXor: return integer(left ^ right);
        case BinaryOperator::BitAnd: return integer(left & right);
        case BinaryOperator::MatMult: return std::nullopt;
    }
    return std::nullopt;
}

Result foldReals(BinaryOperator op, double left, double right) {
    switch (op) {
        case BinaryOperator::Add: return real(left + right);
        case BinaryOperator::Sub: return real(left - right);
        case BinaryOperator::Mult: return real(left * right);
        case BinaryOperator::Div:
            if (right == 0) return std::nullopt;
            return real(left / right);
        default: return std::nullopt;
    }
}

/// Does a 64-bit integer keep its value as a double?
bool isExact(const Number& number) {
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    return number.isFloat || (number.integer <= kExact && number.integer >= -kExact);
}

Result foldBinary(BinaryOperator op, const CodeConstant& left, const CodeConstant& right) {
    const auto* leftText = std::get_if<std::string>(&left.value);
    const auto* rightText = std::get_if<std::string>(&right.value);
    if (leftText != nullptr && rightText != nullptr && op == BinaryOperator::Add &&
        leftText->size() + rightText->size() <= kMaximumText) {
        return CodeConstant{*leftText + *rightText};
    }
    if (leftText != nullptr && op == BinaryOperator::Mult) {
        const auto* count = std::get_if<std::int64_t>(&right.value);
        if (count == nullptr || *count < 0 || leftText->empty() ||
            static_cast<std::uint64_t>(*count) > kMaximumText / leftText->size()) {
            return std::nullopt;
        }
        std::string result;
        for (std::int64_t i = 0; i < *count; ++i) result += *leftText;
        return CodeConstant{std::move(result)};
    }
    const auto leftNumber = numberOf(left);
    const auto rightNumber = numberOf(right);
    if (!leftNumber || !rightNumber) return std::nullopt;
    if (leftNumber->isFloat || rightNumber->isFloat) {
        if (!isExact(*leftNumber) || !isExact(*rightNumber)) return std::nullopt;
        return foldReals(op, leftNumber->real, rightNumber->real);
    }
    // True | False is a bool: left to run time, as it is rare.
    const bool areBools =
        std::holds_alternative<bool>(left.value) && std::holds_alternative<bool>(right.value);
    if (areBools && (op == BinaryOperator::BitOr || op == BinaryOperator::BitXor ||
                     op == BinaryOperator::BitAnd)) {
        return std::nullopt;
    }
    return foldIntegers(op, leftNumber->integer, rightNumber->integer);
}

Result negate(const CodeConstant& operand) {
    if (const auto* big = std::get_if<CodeConstant::BigInt>(&operand.value)) {
        if (big->digits.starts_with('-')) return std::nullopt;
        if (big->digits == "9223372036854775808") {
            return integer(std::numeric_limits<std::int64_t>::min());
        }
        return CodeConstant{CodeConstant::BigInt{"-" + big->digits}};
    }
    const auto number = numberOf(operand);
    if (!number) return std::nullopt;
    if (number->isFloat) return real(-number->real);
    if (number->integer == std::numeric_limits<std::int64_t>::min()) return std::nullopt;
    return integer(-number->integer);
}

Result foldUnary(UnaryOperator op, const CodeConstant& operand) {
    switch (op) {
        case UnaryOperator::Not: return CodeConstant{!isTruthy(operand)};
        case UnaryOperator::USub: return negate(operand);
        case UnaryOperator::UAdd: {
            if (std::holds_alternative<CodeConstant::BigInt>(operand.value)) return operand;
            const auto number = numberOf(operand);
            if (!number) return std::nullopt;
            return number->isFloat ? real(number->real) : integer(number->integer);
        }
        case UnaryOperator::Invert: {
            const auto number = numberOf(operand);
            if (!number || number->isFloat) return std::nullopt;
            return integer(~number->integer);
        }
    }
    return std::nullopt;
}

CodeConstant bigInteger(std::string_view text) {
    if (!text.starts_with("0x")) return {CodeConstant::BigInt{std::string(text)}};
    const boost::multiprecision::cpp_int value{std::string(text)};
    return {CodeConstant::BigInt{value.str()}};
}

}  // namespace

bool isTruthy(const CodeConstant& value) {
    struct Truth {
        bool operator()(const CodeConstant::None&) const { return false; }
        bool operator()(const CodeConstant::Ellipsis&) const { return true; }
        bool operator()(bool truth) const { return truth; }
        bool operator()(std::int64_t number) const { return number != 0; }
        bool operator()(double number) const { return number != 0; }
        bool operator()(const std::string& text) const { return !text.empty(); }
        bool operator()(const CodeConstant::BigInt&) const { return true; }
        bool operator()(const CodeConstant::Bytes& bytes) const { return !bytes.data.empty(); }
        bool operator()(const CodeConstant::Tuple& tuple) const { return !tuple.items.empty(); }
        bool operator()(const CodeConstant::FrozenSet& set) const { return !set.items.empty(); }
        bool operator()(const CodeConstant::Code&) const { return true; }
    };
    return std::visit(Truth{}, value.value);
}

std::optional<CodeConstant> ConstantFolder::literal(const Constant& node) {
    switch (node.type) {
        case ConstantType::None: return CodeConstant{CodeConstant::None{}};
        case ConstantType::True: return CodeConstant{true};
        case ConstantType::False: return CodeConstant{false};
        case ConstantType::Ellipsis: return CodeConstant{CodeConstant::Ellipsis{}};
        case ConstantType::Int:
            if (node.fitsInteger) return CodeConstant{node.integer};
            return bigInteger(node.text);
        case ConstantType::Float: return CodeConstant{node.number};
        case ConstantType::Imaginary: return std::nullopt;
        case ConstantType::Str: return CodeConstant{std::string(node.text)};
        case ConstantType::Bytes: return CodeConstant{CodeConstant::Bytes{std::string(node.text)}};
    }
    return std::nullopt;
}

std::optional<CodeConstant> ConstantFolder::fold(const Expression* node) {
    switch (node->kind) {
        case NodeKind::Constant: return literal(*node->as<Constant>());
        case NodeKind::Name:
            if (node->as<Name>()->id == "__debug__" &&
                node->as<Name>()->context == ExprContext::Load) {
                return CodeConstant{true};
            }
            return std::nullopt;
        case NodeKind::BinOp: return foldOperation(node->as<BinOp>());
        case NodeKind::UnaryOp: {
            if (const auto found = known_.find(node); found != known_.end()) return found->second;
            Result result;
            if (const Result operand = fold(node->as<UnaryOp>()->operand)) {
                result = foldUnary(node->as<UnaryOp>()->op, *operand);
            }
            return known_[node] = std::move(result);
        }
        case NodeKind::TupleExpr: {
            if (node->as<TupleExpr>()->context != ExprContext::Load) return std::nullopt;
            if (const auto found = known_.find(node); found != known_.end()) return found->second;
            Result result;
            if (auto items = foldAll(node->as<TupleExpr>()->elements)) {
                result = CodeConstant{CodeConstant::Tuple{std::move(*items)}};
            }
            return known_[node] = std::move(result);
        }
        default: return std::nullopt;
    }
}

std::optional<std::vector<CodeConstant>> ConstantFolder::foldAll(
    const NodeList<Expression>& nodes) {
    std::vector<CodeConstant> items;
    items.reserve(nodes.size());
    for (const Expression* each : nodes) {
        auto item = fold(each);
        if (!item) return std::nullopt;
        items.push_back(std::move(*item));
    }
    return items;
}

std::optional<CodeConstant> ConstantFolder::foldOperation(const BinOp* node) {
    if (const auto found = known_.find(node); found != known_.end()) return found->second;
    // The left side may nest as deep as a line is long: down, then up again.
    std::vector<const BinOp*> spine;
    const Expression* left = node;
    while (const auto* operation = left->tryAs<BinOp>()) {
        if (known_.contains(operation)) break;
        spine.push_back(operation);
        left = operation->left;
    }
    Result value = fold(left);
    for (auto each = spine.rbegin(); each != spine.rend(); ++each) {
        Result next;
        if (value) {
            if (const Result right = fold((*each)->right)) {
                next = foldBinary((*each)->op, *value, *right);
            }
        }
        value = known_[*each] = std::move(next);
    }
    return value;
}

}  // namespace coroscope::language
