/// Displays and comprehensions: what stands in brackets of its own
/// (Grammar/python.gram: "Atoms" from `tuple` to "Comprehensions & generators").

#include "engine/language/parser_state.h"

namespace coroscope::language {

/// '(' … ')' in valid text: a tuple, a group, or a generator expression.
Expression* Parser::parenthesised() {
    const Token& start = peek();
    ++pos_;
    if (accept(Tok::RightParen)) {
        return make<TupleExpr>(spanFrom(start), NodeList<Expression>(), ExprContext::Load);
    }
    if (is(Tok::Yield)) {
        Expression* value = yieldExpression();
        return value != nullptr && accept(Tok::RightParen) ? value : nullptr;
    }
    Expression* first = starNamedExpression();
    if (first == nullptr) return nullptr;
    if (is(Tok::Comma)) {
        ++pos_;
        Children<Expression> elements(*this);
        elements.add(first);
        const std::size_t afterComma = pos_;
        if (!starNamedExpressions(elements)) pos_ = afterComma;
        if (!accept(Tok::RightParen)) return nullptr;
        return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
    }
    if (first->kind == NodeKind::Starred) return nullptr;
    if (is(Tok::For) || is(Tok::Async)) {
        Children<Comprehension> clauses(*this);
        if (!comprehensionClauses(clauses) || !accept(Tok::RightParen)) return nullptr;
        return make<GeneratorExp>(spanFrom(start), first, clauses.finish());
    }
    return accept(Tok::RightParen) ? first : nullptr;
}

Expression* Parser::parenthesisedDiagnosing() {
    const std::size_t start = pos_;
    for (const auto rule : {&Parser::tuple, &Parser::group, &Parser::generator}) {
        pos_ = start;
        Expression* result = (this->*rule)();
        if (result != nullptr || failed()) return result;
    }
    return nullptr;
}

/// tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
Expression* Parser::tuple() {
    const Token& start = peek();
    if (!accept(Tok::LeftParen)) return nullptr;
    const std::size_t inside = pos_;
    Children<Expression> elements(*this);
    Expression* first = starNamedExpression();
    if (failed()) return nullptr;
    if (first != nullptr && accept(Tok::Comma)) {
        elements.add(first);
        const std::size_t afterComma = pos_;
        if (!starNamedExpressions(elements)) pos_ = afterComma;
    } else {
        pos_ = inside;
    }
    if (failed() || !accept(Tok::RightParen)) return nullptr;
    return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
}

/// group: '(' (yield_expr | named_expression) ')'
Expression* Parser::group() {
    const std::size_t start = pos_;
    if (!accept(Tok::LeftParen)) return nullptr;
    Expression* value = is(Tok::Yield) ? yieldExpression() : namedExpression();
    if (failed()) return nullptr;
    if (value != nullptr && accept(Tok::RightParen)) return value;
    if (invalidRules_) {
        pos_ = start;
        invalidGroup();
    }
    return nullptr;
}

/// genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')'
Expression* Parser::generator() {
    if (!is(Tok::LeftParen)) return nullptr;
    return comprehension<GeneratorExp>(&Parser::assignmentOrExpression, Tok::RightParen);
}

/// An opening bracket, which is here, then: element for_if_clauses `closing`.
template <typename Node>
Expression* Parser::comprehension(Expression* (Parser::*parseElement)(), Tok closing) {
    const Token& start = peek();
    const std::size_t begin = pos_;
    ++pos_;
    Expression* element = (this->*parseElement)();
    if (failed()) return nullptr;
    if (element != nullptr) {
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses) && accept(closing)) {
            return make<Node>(spanFrom(start), element, clauses.finish());
        }
        if (failed()) return nullptr;
    }
    if (invalidRules_) {
        pos_ = begin;
        invalidComprehension(start.type);
    }
    return nullptr;
}

/// A list or a list comprehension.
Expression* Parser::bracketed() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    ++pos_;
    Children<Expression> elements(*this);
    if (!starNamedExpressions(elements)) pos_ = begin + 1;
    if (failed()) return nullptr;
    if (accept(Tok::RightBracket)) {
        return make<ListExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
    }
    if (diagnosing_) {
        pos_ = begin;
        return comprehension<ListComp>(&Parser::namedExpression, Tok::RightBracket);
    }
    if (elements.size() != 1 || elements[0]->kind == NodeKind::Starred ||
        previous().type == Tok::Comma) {
        return nullptr;
    }
    Children<Comprehension> clauses(*this);
    if (!comprehensionClauses(clauses) || !accept(Tok::RightBracket)) return nullptr;
    return make<ListComp>(spanFrom(start), elements[0], clauses.finish());
}

/// '{' … '}' in valid text: a dict, a set, or a comprehension of either.
Expression* Parser::braced() {
    const Token& start = peek();
    ++pos_;
    if (is(Tok::RightBrace) || is(Tok::DoubleStar)) {
        --pos_;
        return dictDisplay();
    }
    const bool isAssignment = is(Tok::Name) && isNext(Tok::ColonEqual);
    Expression* first = starNamedExpression();
    if (first == nullptr) return nullptr;
    if (is(Tok::Colon)) {
        if (first->kind == NodeKind::Starred || isAssignment) return nullptr;
        ++pos_;
        Expression* value = expression();
        if (value == nullptr) return nullptr;
        if (is(Tok::For) || is(Tok::Async)) {
            Children<Comprehension> clauses(*this);
            if (!comprehensionClauses(clauses) || !accept(Tok::RightBrace)) return nullptr;
            return make<DictComp>(spanFrom(start), first, value, clauses.finish());
        }
        Children<Expression> keys(*this);
        Children<Expression> values(*this);
        values.separate();
        keys.add(first);
        values.add(value);
        if (accept(Tok::Comma)) {
            const std::size_t afterComma = pos_;
            if (!keyValuePairs(keys, values)) pos_ = afterComma;
        }
        if (!accept(Tok::RightBrace)) return nullptr;
        return make<DictExpr>(spanFrom(start), keys.finish(), values.finish());
    }
    if ((is(Tok::For) || is(Tok::Async)) && first->kind != NodeKind::Starred) {
        Children<Comprehension> clauses(*this);
        if (!comprehensionClauses(clauses) || !accept(Tok::RightBrace)) return nullptr;
        return make<SetComp>(spanFrom(start), first, clauses.finish());
    }
    Children<Expression> elements(*this);
    elements.add(first);
    if (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        if (!starNamedExpressions(elements)) pos_ = afterComma;
    }
    if (!accept(Tok::RightBrace)) return nullptr;
    return make<SetExpr>(spanFrom(start), elements.finish());
}

Expression* Parser::bracedDiagnosing() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (Expression* dict = dictDisplay()) return dict;
    if (failed()) return nullptr;
    pos_ = begin + 1;
    {
        Children<Expression> elements(*this);
        if (starNamedExpressions(elements) && accept(Tok::RightBrace)) {
            return make<SetExpr>(spanFrom(start), elements.finish());
        }
    }
    if (failed()) return nullptr;
    pos_ = begin;
    if (Expression* comprehension = dictComprehension()) return comprehension;
    if (failed()) return nullptr;
    pos_ = begin;
    return comprehension<SetComp>(&Parser::namedExpression, Tok::RightBrace);
}

/// dict: '{' [double_starred_kvpairs] '}'
Expression* Parser::dictDisplay() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    ++pos_;
    Children<Expression> keys(*this);
    Children<Expression> values(*this);
    values.separate();
    if (!keyValuePairs(keys, values)) pos_ = begin + 1;
    if (failed()) return nullptr;
    if (accept(Tok::RightBrace))
        return make<DictExpr>(spanFrom(start), keys.finish(), values.finish());
    // Unlike all other invalid rules, this one is asked in every mode.
    pos_ = begin + 1;
    invalidDoubleStarredPairs();
    return nullptr;
}

/// dictcomp: '{' kvpair for_if_clauses '}'
Expression* Parser::dictComprehension() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    ++pos_;
    KeyValue pair{};
    if (plainKeyValue(pair)) {
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses) && accept(Tok::RightBrace)) {
            return make<DictComp>(spanFrom(start), pair.key, pair.value, clauses.finish());
        }
    }
    if (failed()) return nullptr;
    if (invalidRules_) {
        pos_ = begin;
        invalidDictComprehension();
    }
    return nullptr;
}

/// ','.double_starred_kvpair+ [',']
bool Parser::keyValuePairs(Children<Expression>& keys, Children<Expression>& values) {
    KeyValue pair{};
    if (!keyValuePair(pair)) return false;
    keys.add(pair.key);
    values.add(pair.value);
    while (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        if (!keyValuePair(pair)) {
            pos_ = afterComma;
            break;
        }
        keys.add(pair.key);
        values.add(pair.value);
    }
    return true;
}

/// double_starred_kvpair: '**' bitwise_or | kvpair
bool Parser::keyValuePair(KeyValue& pair) {
    if (!accept(Tok::DoubleStar)) return plainKeyValue(pair);
    pair = {nullptr, bitwiseOr()};
    return pair.value != nullptr;
}

bool Parser::plainKeyValue(KeyValue& pair) {
    pair.key = expression();
    if (pair.key == nullptr || !accept(Tok::Colon)) return false;
    pair.value = expression();
    return pair.value != nullptr;
}

// ---------------------------------------------------------------------------
// Comprehensions
// ---------------------------------------------------------------------------

bool Parser::comprehensionClauses(Children<Comprehension>& into) {
    for (;;) {
        const std::size_t start = pos_;
        Comprehension* clause = comprehensionClause();
        if (clause == nullptr) {
            pos_ = start;
            return !into.empty() && !failed();
        }
        into.add(clause);
    }
}

/// ['async'] 'for' star_targets 'in': how the statement and each clause of a comprehension begin.
Expression* Parser::forTarget(bool& isAsync) {
    const std::size_t begin = pos_;
    isAsync = accept(Tok::Async);
    if (!accept(Tok::For)) return nullptr;
    Expression* target = starTargets();
    if (failed()) return nullptr;
    if (target == nullptr || !accept(Tok::In)) {
        if (invalidRules_) {
            pos_ = begin;
            invalidForTarget();
        }
        return nullptr;
    }
    setContext(target, ExprContext::Store);
    return target;
}

/// for_if_clause: ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
Comprehension* Parser::comprehensionClause() {
    bool isAsync = false;
    Expression* target = forTarget(isAsync);
    if (target == nullptr) return nullptr;
    Expression* iterable = disjunction();
    if (iterable == nullptr) return nullptr;
    Children<Expression> conditions(*this);
    while (is(Tok::If)) {
        const std::size_t end = pos_;
        ++pos_;
        Expression* condition = disjunction();
        if (condition == nullptr) {
            pos_ = end;
            break;
        }
        conditions.add(condition);
    }
    return arena_.create<Comprehension>(target, iterable, conditions.finish(), isAsync);
}

}  // namespace coroscope::language
