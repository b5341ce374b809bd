/// Expressions, from the loosest operator down to the tightest
/// (Grammar/python.gram: EXPRESSIONS).

#include <array>

#include "engine/language/parser_state.h"

namespace coroscope::language {

namespace {

struct BinaryInfo {
    std::int8_t precedence = 0;  // 0: not a binary operator
    BinaryOperator op = BinaryOperator::Add;
};

constexpr std::size_t kTokenTypes = static_cast<std::size_t>(Tok::Yield) + 1;

constexpr std::array<BinaryInfo, kTokenTypes> kBinary = [] {
    std::array<BinaryInfo, kTokenTypes> table{};
    const auto set = [&table](TokenType type, std::int8_t precedence, BinaryOperator op) {
        table[static_cast<std::size_t>(type)] = {precedence, op};
    };
    set(Tok::Bar, 1, BinaryOperator::BitOr);
    set(Tok::Caret, 2, BinaryOperator::BitXor);
    set(Tok::Ampersand, 3, BinaryOperator::BitAnd);
    set(Tok::LeftShift, 4, BinaryOperator::LShift);
    set(Tok::RightShift, 4, BinaryOperator::RShift);
    set(Tok::Plus, 5, BinaryOperator::Add);
    set(Tok::Minus, 5, BinaryOperator::Sub);
    set(Tok::Star, 6, BinaryOperator::Mult);
    set(Tok::Slash, 6, BinaryOperator::Div);
    set(Tok::DoubleSlash, 6, BinaryOperator::FloorDiv);
    set(Tok::Percent, 6, BinaryOperator::Mod);
    set(Tok::At, 6, BinaryOperator::MatMult);
    return table;
}();

}  // namespace

/// expression: disjunction ['if' disjunction 'else' expression] | lambdef
Expression* Parser::expression() {
    if (!keeping_) return plainExpression();
    return kept(Rule::Expression, [this]() -> Expression* {
        const std::size_t start = pos_;
        if (invalidRules_) {
            if (invalidExpression() || failed()) return nullptr;
            pos_ = start;
            if (invalidLegacyExpression() || failed()) return nullptr;
            pos_ = start;
        }
        return plainExpression();
    });
}

Expression* Parser::plainExpression() {
    const DepthGuard guard(*this);
    if (guard.tooDeep()) return nullptr;
    if (is(Tok::Lambda)) return lambda();
    const Token& start = peek();
    Expression* body = disjunction();
    if (body == nullptr || !is(Tok::If)) return body;
    const std::size_t end = pos_;
    ++pos_;
    Expression* test = disjunction();
    if (test != nullptr && accept(Tok::Else)) {
        if (Expression* orElse = expression())
            return make<IfExp>(spanFrom(start), test, body, orElse);
    }
    pos_ = end;
    return body;
}

/// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Expression* Parser::yieldExpression() {
    const Token& start = peek();
    if (!accept(Tok::Yield)) return nullptr;
    const std::size_t after = pos_;
    if (accept(Tok::From)) {
        if (Expression* value = expression()) return make<YieldFrom>(spanFrom(start), value);
        pos_ = after;
    }
    Expression* value = starExpressions();
    if (value == nullptr) pos_ = after;
    return make<Yield>(spanFrom(start), value);
}

/// star_expressions: ','.star_expression+ [','], a tuple if there is a comma
Expression* Parser::starExpressions() {
    const Token& start = peek();
    Expression* first = starExpression();
    if (first == nullptr || !is(Tok::Comma)) return first;
    Children<Expression> elements(*this);
    elements.add(first);
    while (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        Expression* next = starExpression();
        if (next == nullptr) {
            pos_ = afterComma;
            break;
        }
        elements.add(next);
    }
    return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
}

/// star_expression: '*' bitwise_or | expression
Expression* Parser::starExpression() {
    return kept(Rule::StarExpression, [this]() -> Expression* {
        const Token& start = peek();
        if (start.type != Tok::Star) return expression();
        ++pos_;
        Expression* value = bitwiseOr();
        if (value == nullptr) return nullptr;
        return make<Starred>(spanFrom(start), value, ExprContext::Load);
    });
}

/// star_named_expression: '*' bitwise_or | named_expression
Expression* Parser::starNamedExpression() {
    const Token& start = peek();
    if (start.type != Tok::Star) return namedExpression();
    ++pos_;
    Expression* value = bitwiseOr();
    if (value == nullptr) return nullptr;
    return make<Starred>(spanFrom(start), value, ExprContext::Load);
}

/// ','.star_named_expression+ [',']
bool Parser::starNamedExpressions(Children<Expression>& into) {
    Expression* next = starNamedExpression();
    if (next == nullptr) return false;
    into.add(next);
    while (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        next = starNamedExpression();
        if (next == nullptr) {
            pos_ = afterComma;
            break;
        }
        into.add(next);
    }
    return true;
}

/// expressions: ','.expression+ [','], a tuple if there is a comma
Expression* Parser::expressions() {
    const Token& start = peek();
    Expression* first = expression();
    if (first == nullptr || !is(Tok::Comma)) return first;
    Children<Expression> elements(*this);
    elements.add(first);
    while (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        Expression* next = expression();
        if (next == nullptr) {
            pos_ = afterComma;
            break;
        }
        elements.add(next);
    }
    return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
}

/// assignment_expression: NAME ':=' expression
Expression* Parser::assignmentExpression() {
    if (!is(Tok::Name) || !isNext(Tok::ColonEqual)) return nullptr;
    const Token& start = peek();
    Name* target = makeName(start, ExprContext::Store);
    pos_ += 2;
    Expression* value = expression();
    if (value == nullptr) return nullptr;
    return make<NamedExpr>(spanFrom(start), static_cast<Expression*>(target), value);
}

/// named_expression: assignment_expression | expression !':='
Expression* Parser::namedExpression() {
    const std::size_t start = pos_;
    if (Expression* assignment = assignmentExpression()) return assignment;
    pos_ = start;
    if (invalidRules_) {
        invalidNamedExpression();
        if (failed()) return nullptr;
        pos_ = start;
    }
    Expression* value = expression();
    return value != nullptr && !is(Tok::ColonEqual) ? value : nullptr;
}

Expression* Parser::assignmentOrExpression() {
    const std::size_t start = pos_;
    if (Expression* assignment = assignmentExpression()) return assignment;
    pos_ = start;
    Expression* value = expression();
    return value != nullptr && !is(Tok::ColonEqual) ? value : nullptr;
}

/// disjunction: 'or'.conjunction+
Expression* Parser::disjunction() {
    return kept(Rule::Disjunction, [this]() -> Expression* {
        const Token& start = peek();
        Expression* first = conjunction();
        if (first == nullptr || !is(Tok::Or)) return first;
        Children<Expression> values(*this);
        values.add(first);
        while (is(Tok::Or)) {
            const std::size_t end = pos_;
            ++pos_;
            Expression* next = conjunction();
            if (next == nullptr) {
                pos_ = end;
                break;
            }
            values.add(next);
        }
        if (values.size() == 1) return first;
        return make<BoolOp>(spanFrom(start), BoolOperator::Or, values.finish());
    });
}

/// conjunction: 'and'.inversion+
Expression* Parser::conjunction() {
    return kept(Rule::Conjunction, [this]() -> Expression* {
        const Token& start = peek();
        Expression* first = inversion();
        if (first == nullptr || !is(Tok::And)) return first;
        Children<Expression> values(*this);
        values.add(first);
        while (is(Tok::And)) {
            const std::size_t end = pos_;
            ++pos_;
            Expression* next = inversion();
            if (next == nullptr) {
                pos_ = end;
                break;
            }
            values.add(next);
        }
        if (values.size() == 1) return first;
        return make<BoolOp>(spanFrom(start), BoolOperator::And, values.finish());
    });
}

/// inversion: 'not' inversion | comparison
Expression* Parser::inversion() {
    return kept(Rule::Inversion, [this]() -> Expression* {
        const Token& start = peek();
        if (start.type != Tok::Not) return comparison();
        const DepthGuard guard(*this);
        if (guard.tooDeep()) return nullptr;
        ++pos_;
        Expression* operand = inversion();
        if (operand == nullptr) return nullptr;
        return make<UnaryOp>(spanFrom(start), UnaryOperator::Not, operand);
    });
}

/// The comparison operator here, which is read; nothing (and nothing read) if
/// there is none.
std::optional<CompareOperator> Parser::compareOperator() {
    const auto take = [this](CompareOperator op, std::size_t tokens = 1) {
        pos_ += tokens;
        return op;
    };
    switch (peek().type) {
        case Tok::EqualEqual: return take(CompareOperator::Eq);
        case Tok::NotEqual:
            if (peek().text != "!=") return std::nullopt;  // `<>`
            return take(CompareOperator::NotEq);
        case Tok::LessEqual: return take(CompareOperator::LtE);
        case Tok::Less: return take(CompareOperator::Lt);
        case Tok::GreaterEqual: return take(CompareOperator::GtE);
        case Tok::Greater: return take(CompareOperator::Gt);
        case Tok::In: return take(CompareOperator::In);
        case Tok::Not:
            if (!isNext(Tok::In)) return std::nullopt;
            return take(CompareOperator::NotIn, 2);
        case Tok::Is:
            return isNext(Tok::Not) ? take(CompareOperator::IsNot, 2) : take(CompareOperator::Is);
        default: return std::nullopt;
    }
}

/// comparison: bitwise_or (operator bitwise_or)*
Expression* Parser::comparison() {
    const Token& start = peek();
    Expression* left = bitwiseOr();
    if (left == nullptr) return nullptr;
    std::size_t end = pos_;
    std::optional<CompareOperator> op = compareOperator();
    if (!op) return left;
    std::vector<CompareOperator> operators;
    Children<Expression> comparators(*this);
    while (op) {
        Expression* right = bitwiseOr();
        if (right == nullptr) {
            pos_ = end;
            break;
        }
        operators.push_back(*op);
        comparators.add(right);
        end = pos_;
        op = compareOperator();
    }
    if (operators.empty()) return left;
    return make<Compare>(spanFrom(start), left,
                         arena_.copyList(std::span<const CompareOperator>(operators)),
                         comparators.finish());
}

Expression* Parser::bitwiseOr() {
    return kept(Rule::BitwiseOr, [this] { return binary(1); });
}

/// All left-associative binary operators of at least this precedence.
Expression* Parser::binary(int minimum) {
    const Token& start = peek();
    Expression* left = factor();
    if (left == nullptr) return nullptr;
    for (;;) {
        const BinaryInfo info = kBinary[static_cast<std::size_t>(peek().type)];
        if (info.precedence < minimum || info.precedence == 0) return left;
        const std::size_t end = pos_;
        ++pos_;
        Expression* right = binary(info.precedence + 1);
        if (right == nullptr) {
            pos_ = end;
            return left;
        }
        left = make<BinOp>(spanFrom(start), left, info.op, right);
    }
}

/// factor: ('+' | '-' | '~') factor | power
Expression* Parser::factor() {
    return kept(Rule::Factor, [this] { return factorUnkept(); });
}

Expression* Parser::factorUnkept() {
    const Token& start = peek();
    UnaryOperator op{};
    switch (start.type) {
        case Tok::Plus: op = UnaryOperator::UAdd; break;
        case Tok::Minus: op = UnaryOperator::USub; break;
        case Tok::Tilde: op = UnaryOperator::Invert; break;
        default: return power();
    }
    const DepthGuard guard(*this);
    if (guard.tooDeep()) return nullptr;
    ++pos_;
    Expression* operand = factor();
    if (operand == nullptr) return nullptr;
    return make<UnaryOp>(spanFrom(start), op, operand);
}

/// power: await_primary ['**' factor]
Expression* Parser::power() {
    const Token& start = peek();
    Expression* base = awaitPrimary();
    if (base == nullptr || !is(Tok::DoubleStar)) return base;
    const DepthGuard guard(*this);
    if (guard.tooDeep()) return nullptr;
    const std::size_t end = pos_;
    ++pos_;
    Expression* exponent = factor();
    if (exponent == nullptr) {
        pos_ = end;
        return base;
    }
    return make<BinOp>(spanFrom(start), base, BinaryOperator::Pow, exponent);
}

/// await_primary: 'await' primary | primary
Expression* Parser::awaitPrimary() {
    return kept(Rule::AwaitPrimary, [this]() -> Expression* {
        const Token& start = peek();
        if (start.type != Tok::Await) return primary();
        ++pos_;
        Expression* value = primary();
        if (value == nullptr) return nullptr;
        return make<Await>(spanFrom(start), value);
    });
}

/// lambdef: 'lambda' [lambda_params] ':' expression
Expression* Parser::lambda() {
    const Token& start = peek();
    if (!accept(Tok::Lambda)) return nullptr;
    const std::size_t after = pos_;
    Parameters* list = parameters(true);
    if (failed()) return nullptr;
    if (list == nullptr) {
        pos_ = after;
        list = arena_.create<Parameters>();
    }
    if (!accept(Tok::Colon)) return nullptr;
    Expression* body = expression();
    if (body == nullptr) return nullptr;
    return make<Lambda>(spanFrom(start), list, body);
}

}  // namespace coroscope::language
