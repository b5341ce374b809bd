/// Primaries and atoms: attributes, calls with their arguments, subscripts
/// (Grammar/python.gram: "Primary elements", "FUNCTION CALL ARGUMENTS").

#include "engine/language/number_literals.h"
#include "engine/language/parser_state.h"

namespace coroscope::language {

/// primary: atom ('.' NAME | genexp | '(' [arguments] ')' | '[' slices ']')*
Expression* Parser::primary() {
    return kept(Rule::Primary, [this] { return primaryUnkept(); });
}

bool Parser::foundWrongComprehension() {
    if (!diagnosing_ || !invalidRules_) return false;
    const std::size_t start = pos_;
    invalidComprehension(peek().type);
    pos_ = start;
    return failed();
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
            case Tok::LeftBracket:
                // A generator would be an argument: CPython looks for one here, and so for a wrong
                // comprehension in any brackets.
                if (foundWrongComprehension()) return nullptr;
                next = subscript(value);
                break;
            case Tok::LeftBrace: return foundWrongComprehension() ? nullptr : value;
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

/// The arguments of a call as they are found.
struct Parser::ArgumentLists {
    explicit ArgumentLists(Parser& parser) : positional(parser), keywords(parser) {
        keywords.separate();
    }
    Children<Expression> positional;
    Children<Keyword> keywords;
};

/// `x`, `*x` or `x := …`; not `x=…`.
bool Parser::positionalArgument(ArgumentLists& lists) {
    const std::size_t before = pos_;
    if (!diagnosing_ && is(Tok::Name) && isNext(Tok::Equal)) return false;
    Expression* argument = is(Tok::Star) ? starredArgument() : assignmentOrExpression();
    if (argument != nullptr && (argument->kind == NodeKind::Starred || !is(Tok::Equal))) {
        lists.positional.add(argument);
        return true;
    }
    pos_ = before;
    return false;
}

/// kwarg_or_starred, or kwarg_or_double_starred.
bool Parser::keywordArgument(ArgumentLists& lists, bool doubleStarred) {
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
            lists.keywords.add(make<Keyword>(spanFrom(first), identifier(first), value));
            return true;
        }
    } else if (first.type == Tok::Star && !doubleStarred) {
        if (Expression* argument = starredArgument()) {
            lists.positional.add(argument);
            return true;
        }
    } else if (first.type == Tok::DoubleStar && doubleStarred) {
        ++pos_;
        if (Expression* value = expression()) {
            lists.keywords.add(make<Keyword>(spanFrom(first), Identifier(), value));
            return true;
        }
    }
    pos_ = before;
    return false;
}

/// args: positional arguments, then keyword and starred ones, then keyword and
/// double-starred ones. Stops before the first comma after which none of these
/// follows.
Parser::Arguments* Parser::plainArguments() {
    enum class Phase : std::uint8_t { Positional, Keywords, DoubleStarred };
    const Token& start = peek();
    ArgumentLists lists(*this);
    Phase phase = Phase::Positional;
    for (bool first = true;; first = false) {
        const std::size_t end = pos_;
        if (!first && !accept(Tok::Comma)) break;
        bool matched = phase == Phase::Positional && positionalArgument(lists);
        if (!matched && !failed() && phase <= Phase::Keywords) {
            matched = keywordArgument(lists, false);
            if (matched) phase = Phase::Keywords;
        }
        if (!matched && !failed()) {
            matched = keywordArgument(lists, true);
            if (matched) phase = Phase::DoubleStarred;
        }
        if (failed()) return nullptr;
        if (!matched) {
            if (first) return nullptr;
            pos_ = end;
            break;
        }
    }
    return arena_.create<Arguments>(lists.positional.finish(), lists.keywords.finish(),
                                    spanFrom(start));
}

}  // namespace coroscope::language
