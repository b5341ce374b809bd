/// Primaries and atoms: calls, subscripts, displays, comprehensions
/// (Grammar/python.gram: "Primary elements" to "FUNCTION CALL ARGUMENTS").

#include "engine/language/number_literals.h"
#include "engine/language/parser_state.h"

namespace coroscope::language {

/// primary: atom ('.' NAME | genexp | '(' [arguments] ')' | '[' slices ']')*
Expression* Parser::primary() {
    return kept(Rule::Primary, [this] { return primaryUnkept(); });
}

Expression* Parser::primaryUnkept() {
    const Token& start = peek();
    Expression* value = atom();
    if (value == nullptr) return nullptr;
    for (;;) {
        const std::size_t end = pos_;
        Expression* next = nullptr;
        switch (peek().type) {
            case Tok::Dot:
                ++pos_;
                if (is(Tok::Name)) {
                    const Identifier name = identifier(peek());
                    ++pos_;
                    next = make<Attribute>(spanFrom(start), value, name, ExprContext::Load);
                }
                break;
            case Tok::LeftParen: next = call(value); break;
            case Tok::LeftBracket: next = subscript(value); break;
            default: return value;
        }
        if (next == nullptr) {
            pos_ = end;
            return value;
        }
        next->span.line = start.line;
        next->span.column = start.column;
        value = next;
    }
}

Expression* Parser::call(Expression* function) {
    const std::size_t start = pos_;
    if (diagnosing_) {
        if (Expression* argument = generator()) {
            Children<Expression> arguments(*this);
            arguments.add(argument);
            return make<Call>(spanFrom(function), function, arguments.finish(),
                              NodeList<Keyword>());
        }
        if (failed()) return nullptr;
        pos_ = start;
    }
    ++pos_;
    const std::size_t inside = pos_;
    Arguments* list = is(Tok::RightParen) && !diagnosing_ ? nullptr : arguments();
    if (failed()) return nullptr;
    if (list == nullptr) pos_ = inside;
    if (!accept(Tok::RightParen)) return nullptr;
    return make<Call>(spanFrom(function), function,
                      list != nullptr ? list->positional : NodeList<Expression>(),
                      list != nullptr ? list->keywords : NodeList<Keyword>());
}

Expression* Parser::subscript(Expression* value) {
    ++pos_;
    Expression* index = slices();
    if (index == nullptr || !accept(Tok::RightBracket)) return nullptr;
    return make<Subscript>(spanFrom(value), value, index, ExprContext::Load);
}

/// slices: slice !',' | ','.(slice | starred_expression)+ [',']
Expression* Parser::slices() {
    const Token& start = peek();
    const auto item = [this]() -> Expression* {
        return is(Tok::Star) ? starredArgument() : slice();
    };
    Expression* first = item();
    if (first == nullptr) return nullptr;
    if (!is(Tok::Comma) && first->kind != NodeKind::Starred) return first;
    Children<Expression> elements(*this);
    elements.add(first);
    while (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        Expression* next = item();
        if (next == nullptr) {
            pos_ = afterComma;
            break;
        }
        elements.add(next);
    }
    return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
}

/// slice: [expression] ':' [expression] [':' [expression]] | named_expression
Expression* Parser::slice() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (!diagnosing_ && start.type == Tok::Name && isNext(Tok::ColonEqual))
        return namedExpression();
    const auto optionalExpression = [this]() -> Expression* {
        if (is(Tok::Colon)) return nullptr;
        const std::size_t before = pos_;
        Expression* value = expression();
        if (value == nullptr) pos_ = before;
        return value;
    };
    Expression* lower = optionalExpression();
    if (failed()) return nullptr;
    if (!accept(Tok::Colon)) {
        if (!diagnosing_) return is(Tok::ColonEqual) ? nullptr : lower;
        pos_ = begin;
        return namedExpression();
    }
    Expression* upper = optionalExpression();
    Expression* step = nullptr;
    if (accept(Tok::Colon)) step = optionalExpression();
    return make<Slice>(spanFrom(start), lower, upper, step);
}

Expression* Parser::atom() {
    const Token& start = peek();
    const auto constant = [&](ConstantType type) {
        ++pos_;
        return makeConstant(spanFrom(start), type);
    };
    switch (start.type) {
        case Tok::Name: ++pos_; return makeName(start, ExprContext::Load);
        case Tok::True: return constant(ConstantType::True);
        case Tok::False: return constant(ConstantType::False);
        case Tok::None: return constant(ConstantType::None);
        case Tok::Ellipsis: return constant(ConstantType::Ellipsis);
        case Tok::String: return strings();
        case Tok::Number: return numberLiteral();
        case Tok::LeftParen: return diagnosing_ ? parenthesisedDiagnosing() : parenthesised();
        case Tok::LeftBracket: return bracketed();
        case Tok::LeftBrace: {
            if (diagnosing_) return bracedDiagnosing();
            const std::size_t begin = pos_;
            Expression* result = braced();
            if (result == nullptr && !failed()) {
                pos_ = begin + 1;
                keeping_ = true;
                invalidDoubleStarredPairs();
            }
            return result;
        }
        default: return nullptr;
    }
}

Expression* Parser::numberLiteral() {
    const Token& token = peek();
    if (token.type != Tok::Number) return nullptr;
    ++pos_;
    Constant* constant = makeConstant(spanFrom(token), ConstantType::Int);
    const std::string problem = readNumber(token.text, arena_, *constant);
    if (problem.empty()) return constant;
    return raise({"SyntaxError", problem, token.line, 0, token.endLine, -1});
}

// ---------------------------------------------------------------------------
// Displays
// ---------------------------------------------------------------------------

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
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (!accept(Tok::LeftParen)) return nullptr;
    Expression* element = assignmentOrExpression();
    if (failed()) return nullptr;
    if (element != nullptr) {
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses) && accept(Tok::RightParen)) {
            return make<GeneratorExp>(spanFrom(start), element, clauses.finish());
        }
        if (failed()) return nullptr;
    }
    if (invalidRules_) {
        pos_ = begin;
        invalidComprehension(Tok::LeftParen);
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
        pos_ = begin + 1;
        Expression* element = namedExpression();
        if (failed()) return nullptr;
        if (element != nullptr) {
            Children<Comprehension> clauses(*this);
            if (comprehensionClauses(clauses) && accept(Tok::RightBracket)) {
                return make<ListComp>(spanFrom(start), element, clauses.finish());
            }
            if (failed()) return nullptr;
        }
        if (invalidRules_) {
            pos_ = begin;
            invalidComprehension(Tok::LeftBracket);
        }
        return nullptr;
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
    pos_ = begin + 1;
    Expression* element = namedExpression();
    if (failed()) return nullptr;
    if (element != nullptr) {
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses) && accept(Tok::RightBrace)) {
            return make<SetComp>(spanFrom(start), element, clauses.finish());
        }
        if (failed()) return nullptr;
    }
    if (invalidRules_) {
        pos_ = begin;
        invalidComprehension(Tok::LeftBrace);
    }
    return nullptr;
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

/// for_if_clause: ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
Comprehension* Parser::comprehensionClause() {
    const std::size_t start = pos_;
    const bool isAsync = accept(Tok::Async);
    if (!accept(Tok::For)) return nullptr;
    Expression* target = starTargets();
    if (failed()) return nullptr;
    if (target == nullptr || !accept(Tok::In)) {
        if (invalidRules_) {
            pos_ = start;
            invalidForTarget();
        }
        return nullptr;
    }
    setContext(target, ExprContext::Store);
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

// ---------------------------------------------------------------------------
// Arguments of calls
// ---------------------------------------------------------------------------

/// arguments: args [','] &')'
Parser::Arguments* Parser::arguments(bool mayBeGenerator) {
    return kept(Rule::Arguments, [=, this] { return argumentsUnkept(mayBeGenerator); });
}

Parser::Arguments* Parser::argumentsUnkept(bool mayBeGenerator) {
    const std::size_t start = pos_;
    Arguments* list = plainArguments();
    if (failed()) return nullptr;
    if (list != nullptr) {
        accept(Tok::Comma);
        if (is(Tok::RightParen)) return list;
        // f(x for x in y): the generator's brackets are the call's.
        if (mayBeGenerator && !diagnosing_ && list->positional.size() == 1 &&
            list->keywords.empty() && (is(Tok::For) || is(Tok::Async)) &&
            previous().type != Tok::Comma && list->positional[0]->kind != NodeKind::Starred) {
            Children<Comprehension> clauses(*this);
            if (!comprehensionClauses(clauses) || !is(Tok::RightParen)) return nullptr;
            const Token& open = tokens_[start - 1];
            const Token& close = peek();
            const Span span{open.line, open.column, close.endLine, close.endColumn};
            Children<Expression> only(*this);
            only.add(make<GeneratorExp>(span, list->positional[0], clauses.finish()));
            return arena_.create<Arguments>(only.finish(), NodeList<Keyword>(), span);
        }
    }
    if (invalidRules_) {
        pos_ = start;
        invalidArguments();
    }
    return nullptr;
}

/// starred_expression: '*' expression
Expression* Parser::starredArgument() {
    const Token& start = peek();
    if (!accept(Tok::Star)) return nullptr;
    Expression* value = expression();
    if (value == nullptr) return nullptr;
    return make<Starred>(spanFrom(start), value, ExprContext::Load);
}

/// args: positional arguments, then keyword and starred ones, then keyword and
/// double-starred ones. Stops before the first comma after which none of these
/// follows.
Parser::Arguments* Parser::plainArguments() {
    const Token& start = peek();
    Children<Expression> positional(*this);
    Children<Keyword> keywords(*this);
    keywords.separate();
    enum class Phase : std::uint8_t { Positional, Keywords, DoubleStarred };
    Phase phase = Phase::Positional;
    std::size_t end = pos_;

    const auto positionalArgument = [&]() -> bool {
        const std::size_t before = pos_;
        if (!diagnosing_ && is(Tok::Name) && isNext(Tok::Equal)) return false;
        Expression* argument = is(Tok::Star) ? starredArgument() : assignmentOrExpression();
        if (argument != nullptr && (argument->kind == NodeKind::Starred || !is(Tok::Equal))) {
            positional.add(argument);
            return true;
        }
        pos_ = before;
        return false;
    };
    const auto keywordArgument = [&](bool doubleStarred) -> bool {
        const std::size_t before = pos_;
        if (invalidRules_) {
            invalidKeywordArgument();
            if (failed()) return false;
            pos_ = before;
        }
        const Token& first = peek();
        if (first.type == Tok::Name && isNext(Tok::Equal)) {
            pos_ += 2;
            if (Expression* value = expression()) {
                keywords.add(make<Keyword>(spanFrom(first), identifier(first), value));
                return true;
            }
        } else if (first.type == Tok::Star && !doubleStarred) {
            if (Expression* argument = starredArgument()) {
                positional.add(argument);
                return true;
            }
        } else if (first.type == Tok::DoubleStar && doubleStarred) {
            ++pos_;
            if (Expression* value = expression()) {
                keywords.add(make<Keyword>(spanFrom(first), Identifier(), value));
                return true;
            }
        }
        pos_ = before;
        return false;
    };

    for (bool first = true;; first = false) {
        end = pos_;
        if (!first && !accept(Tok::Comma)) break;
        bool matched = phase == Phase::Positional && positionalArgument();
        if (!matched && !failed() && phase <= Phase::Keywords) {
            matched = keywordArgument(false);
            if (matched) phase = Phase::Keywords;
        }
        if (!matched && !failed()) {
            matched = keywordArgument(true);
            if (matched) phase = Phase::DoubleStarred;
        }
        if (failed()) return nullptr;
        if (!matched) {
            if (first) return nullptr;
            pos_ = end;
            break;
        }
    }
    return arena_.create<Arguments>(positional.finish(), keywords.finish(), spanFrom(start));
}

}  // namespace coroscope::language
