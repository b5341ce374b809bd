/// Compound statements (Grammar/python.gram: COMPOUND STATEMENTS).

#include "engine/language/parser_state.h"

namespace coroscope::language {

Statement* Parser::compoundStatement() {
    const Tok type = is(Tok::Async) ? peek(1).type : peek().type;
    switch (type) {
        case Tok::Def: return functionDefinition({});
        case Tok::At: return is(Tok::Async) ? nullptr : decorated();
        case Tok::If: return is(Tok::Async) ? nullptr : ifStatement();
        case Tok::Class: return is(Tok::Async) ? nullptr : classDefinition({});
        case Tok::With: return withStatement();
        case Tok::For: return forStatement();
        case Tok::Try: return is(Tok::Async) ? nullptr : tryStatement();
        case Tok::While: return is(Tok::Async) ? nullptr : whileStatement();
        default: return nullptr;
    }
}

/// block: NEWLINE INDENT statements DEDENT | simple_stmts
NodeList<Statement>* Parser::block() {
    return kept(Rule::Block, [this] { return blockUnkept(); });
}

NodeList<Statement>* Parser::blockUnkept() {
    const std::size_t start = pos_;
    Children<Statement> body(*this);
    if (accept(Tok::Newline)) {
        if (accept(Tok::Indent)) {
            const DepthGuard guard(*this);
            if (guard.tooDeep()) return nullptr;
            for (;;) {
                const std::size_t before = pos_;
                if (statement(body)) continue;
                if (failed()) return nullptr;
                pos_ = before;
                break;
            }
            if (!body.empty() && accept(Tok::Dedent)) {
                return arena_.create<NodeList<Statement>>(body.finish());
            }
            if (!diagnosing_) return nullptr;
            pos_ = start + 1;
        }
        // invalid_block
        if (invalidRules_ && !is(Tok::Indent))
            raiseAtLast("expected an indented block", "IndentationError");
        return nullptr;
    }
    if (!simpleStatements(body)) return nullptr;
    return arena_.create<NodeList<Statement>>(body.finish());
}

/// [else_block]: 'else' &&':' block. False: there is one, and it is wrong.
bool Parser::elseBlock(NodeList<Statement>& into) {
    if (!is(Tok::Else)) return true;
    const std::size_t start = pos_;
    if (invalidRules_) {
        invalidElse();
        if (failed()) return false;
        pos_ = start;
    }
    ++pos_;
    if (!force(Tok::Colon, ":")) return false;
    const NodeList<Statement>* body = block();
    if (body == nullptr) {
        pos_ = start;
        return !failed();
    }
    into = *body;
    return true;
}

Statement* Parser::decorated() {
    Children<Expression> decorators(*this);
    while (accept(Tok::At)) {
        Expression* decorator = namedExpression();
        if (decorator == nullptr || !accept(Tok::Newline)) return nullptr;
        decorators.add(decorator);
    }
    if (is(Tok::Class)) return classDefinition(decorators.finish());
    if (is(Tok::Def) || (is(Tok::Async) && isNext(Tok::Def)))
        return functionDefinition(decorators.finish());
    return nullptr;
}

/// function_def_raw: ['async'] 'def' NAME &&'(' [params] ')' ['->' expression] &&':' block
Statement* Parser::functionDefinition(NodeList<Expression> decorators) {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidDef();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    const bool isAsync = accept(Tok::Async);
    if (!accept(Tok::Def)) return nullptr;
    const Token& name = peek();
    if (!accept(Tok::Name) || !force(Tok::LeftParen, "(")) return nullptr;
    const std::size_t inside = pos_;
    Parameters* list = parameters(false);
    if (failed()) return nullptr;
    if (list == nullptr) {
        pos_ = inside;
        list = arena_.create<Parameters>();
    }
    if (!accept(Tok::RightParen)) return nullptr;
    Expression* returns = nullptr;
    if (const std::size_t end = pos_; accept(Tok::Arrow)) {
        returns = expression();
        if (returns == nullptr) pos_ = end;
    }
    if (!force(Tok::Colon, ":")) return nullptr;
    const NodeList<Statement>* body = block();
    if (body == nullptr) return nullptr;
    return make<FunctionDef>(statementSpan(start), identifier(name), list, *body, decorators,
                             returns, isAsync);
}

/// class_def_raw: 'class' NAME ['(' [arguments] ')'] ':' block
Statement* Parser::classDefinition(NodeList<Expression> decorators) {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidClass();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    if (!accept(Tok::Class)) return nullptr;
    const Token& name = peek();
    if (!accept(Tok::Name)) return nullptr;
    Arguments* list = nullptr;
    if (accept(Tok::LeftParen)) {
        const std::size_t inside = pos_;
        list = arguments(false);
        if (failed()) return nullptr;
        if (list == nullptr) pos_ = inside;
        if (!accept(Tok::RightParen)) return nullptr;
    }
    if (!accept(Tok::Colon)) return nullptr;
    const NodeList<Statement>* body = block();
    if (body == nullptr) return nullptr;
    return make<ClassDef>(statementSpan(start), identifier(name),
                          list != nullptr ? list->positional : NodeList<Expression>(),
                          list != nullptr ? list->keywords : NodeList<Keyword>(), *body,
                          decorators);
}

/// The head and the body of an if_stmt or an elif_stmt.
bool Parser::condition(Tok keyword, Condition& out) {
    const std::size_t begin = pos_;
    out.start = &peek();
    if (invalidRules_) {
        invalidIf(keyword, keyword == Tok::If ? "'if' statement" : "'elif' statement");
        if (failed()) return false;
        pos_ = begin;
    }
    if (!accept(keyword)) return false;
    out.test = namedExpression();
    if (out.test == nullptr || !accept(Tok::Colon)) return false;
    out.body = block();
    return out.body != nullptr;
}

/// if_stmt, elif_stmt: each `elif` is an `if` in the `else` of the one before, however many.
Statement* Parser::ifStatement() {
    std::vector<Condition> chain(1);
    if (!condition(Tok::If, chain.front())) return nullptr;
    NodeList<Statement> orElse;
    while (is(Tok::Elif)) {
        const std::size_t end = pos_;
        Condition next;
        if (!condition(Tok::Elif, next)) {
            if (failed()) return nullptr;
            pos_ = end;
            break;
        }
        chain.push_back(next);
    }
    if (!is(Tok::Elif) && !elseBlock(orElse)) return nullptr;
    for (;;) {
        const Condition& last = chain.back();
        Statement* made = make<If>(statementSpan(*last.start), last.test, *last.body, orElse);
        chain.pop_back();
        if (chain.empty()) return made;
        Children<Statement> only(*this);
        only.add(made);
        orElse = only.finish();
    }
}

Statement* Parser::whileStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidIf(Tok::While, "'while' statement");
        if (failed()) return nullptr;
        pos_ = begin;
    }
    ++pos_;
    Expression* test = namedExpression();
    if (test == nullptr || !accept(Tok::Colon)) return nullptr;
    const NodeList<Statement>* body = block();
    if (body == nullptr) return nullptr;
    NodeList<Statement> orElse;
    if (!elseBlock(orElse)) return nullptr;
    return make<While>(statementSpan(start), test, *body, orElse);
}

/// for_stmt: ['async'] 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
Statement* Parser::forStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidFor();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    bool isAsync = false;
    Expression* target = forTarget(isAsync);
    if (target == nullptr) return nullptr;
    Expression* iterable = starExpressions();
    if (iterable == nullptr || !accept(Tok::Colon)) return nullptr;
    const NodeList<Statement>* body = block();
    if (body == nullptr) return nullptr;
    NodeList<Statement> orElse;
    if (!elseBlock(orElse)) return nullptr;
    return make<For>(statementSpan(start), target, iterable, *body, orElse, isAsync);
}

/// with_item: expression ['as' star_target &(',' | ')' | ':')]
WithItem* Parser::withItem() {
    const std::size_t begin = pos_;
    Expression* context = expression();
    if (context == nullptr) return nullptr;
    const std::size_t end = pos_;
    if (accept(Tok::As)) {
        Expression* target = starTarget();
        if (target != nullptr && (is(Tok::Comma) || is(Tok::RightParen) || is(Tok::Colon))) {
            setContext(target, ExprContext::Store);
            return arena_.create<WithItem>(context, target);
        }
        if (failed()) return nullptr;
    }
    if (invalidRules_) {
        pos_ = begin;
        invalidWithItem();
        if (failed()) return nullptr;
    }
    pos_ = end;
    return arena_.create<WithItem>(context, nullptr);
}

/// ','.with_item+, or '(' ','.with_item+ [','] ')'; then ':'
bool Parser::withItems(Children<WithItem>& into, bool parenthesised) {
    if (parenthesised && !accept(Tok::LeftParen)) return false;
    for (;;) {
        const std::size_t before = pos_;
        WithItem* item = withItem();
        if (item == nullptr) {
            if (into.empty() || failed()) return false;
            pos_ = before - (parenthesised ? 0 : 1);
            break;
        }
        into.add(item);
        if (!accept(Tok::Comma)) break;
    }
    return (!parenthesised || accept(Tok::RightParen)) && accept(Tok::Colon);
}

Statement* Parser::withStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidWithIndent();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    const bool isAsync = accept(Tok::Async);
    if (!accept(Tok::With)) return nullptr;
    const std::size_t inside = pos_;
    for (const bool isParenthesised : {true, false}) {
        if (isParenthesised && !is(Tok::LeftParen)) continue;
        pos_ = inside;
        Children<WithItem> items(*this);
        if (withItems(items, isParenthesised)) {
            const NodeList<Statement>* body = block();
            if (body != nullptr)
                return make<With>(statementSpan(start), items.finish(), *body, isAsync);
        }
        if (failed()) return nullptr;
    }
    if (invalidRules_) {
        pos_ = begin;
        invalidWith();
    }
    return nullptr;
}

/// try_stmt: 'try' &&':' block (finally | except+ [else] [finally])
Statement* Parser::tryStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidTry();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    ++pos_;
    if (!force(Tok::Colon, ":")) return nullptr;
    const NodeList<Statement>* body = block();
    if (body == nullptr) return nullptr;
    Children<ExceptHandler> handlers(*this);
    bool isStar = false;
    while (is(Tok::Except)) {
        const bool star = isNext(Tok::Star);
        if (!handlers.empty() && star != isStar) break;
        isStar = star;
        const std::size_t end = pos_;
        ExceptHandler* handler = exceptHandler(isStar);
        if (failed()) return nullptr;
        if (handler == nullptr) {
            pos_ = end;
            break;
        }
        handlers.add(handler);
    }
    NodeList<Statement> orElse;
    NodeList<Statement> finalBody;
    if (!handlers.empty() && !elseBlock(orElse)) return nullptr;
    if (is(Tok::Finally)) {
        const std::size_t end = pos_;
        if (invalidRules_) {
            invalidFinally();
            if (failed()) return nullptr;
            pos_ = end;
        }
        ++pos_;
        if (!force(Tok::Colon, ":")) return nullptr;
        const NodeList<Statement>* last = block();
        if (failed()) return nullptr;
        if (last != nullptr) {
            finalBody = *last;
        } else {
            pos_ = end;
        }
    }
    if (handlers.empty() && finalBody.empty()) return nullptr;
    return make<Try>(statementSpan(start), *body, handlers.finish(), orElse, finalBody, isStar);
}

/// except_block: 'except' [expression ['as' NAME]] ':' block
/// except_star_block: 'except' '*' expression ['as' NAME] ':' block
ExceptHandler* Parser::exceptHandler(bool isStar) {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidExceptIndent();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    pos_ += isStar ? 2 : 1;
    Expression* type = nullptr;
    Identifier name;
    bool valid = true;
    if (isStar || !is(Tok::Colon)) {
        type = expression();
        if (failed()) return nullptr;
        valid = type != nullptr;
        if (valid && is(Tok::As) && isNext(Tok::Name)) {
            ++pos_;
            name = identifier(peek());
            ++pos_;
        }
    }
    if (valid && accept(Tok::Colon)) {
        if (const NodeList<Statement>* body = block()) {
            return make<ExceptHandler>(statementSpan(start), type, name, *body);
        }
    }
    if (invalidRules_ && !failed()) {
        pos_ = begin;
        invalidExcept();
    }
    return nullptr;
}

// ---------------------------------------------------------------------------
// match
// ---------------------------------------------------------------------------

/// match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
Statement* Parser::matchStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    ++pos_;
    Expression* subject = subjectExpression();
    if (failed()) return nullptr;
    if (subject != nullptr && accept(Tok::Colon) && accept(Tok::Newline) && accept(Tok::Indent)) {
        Children<MatchCase> cases(*this);
        while (isName("case")) {
            const std::size_t before = pos_;
            MatchCase* next = matchCase();
            if (failed()) return nullptr;
            if (next == nullptr) {
                pos_ = before;
                break;
            }
            cases.add(next);
        }
        if (!cases.empty() && accept(Tok::Dedent))
            return make<Match>(statementSpan(start), subject, cases.finish());
    }
    if (invalidRules_ && !failed()) {
        pos_ = begin;
        invalidMatch();
    }
    return nullptr;
}

/// subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
Expression* Parser::subjectExpression() {
    const Token& start = peek();
    Expression* first = starNamedExpression();
    if (first == nullptr) return nullptr;
    if (!accept(Tok::Comma)) return first->kind == NodeKind::Starred ? nullptr : first;
    Children<Expression> elements(*this);
    elements.add(first);
    const std::size_t afterComma = pos_;
    if (!starNamedExpressions(elements)) pos_ = afterComma;
    return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Load);
}

/// case_block: "case" patterns ['if' named_expression] ':' block
MatchCase* Parser::matchCase() {
    const std::size_t begin = pos_;
    if (invalidRules_) {
        invalidCase();
        if (failed()) return nullptr;
        pos_ = begin;
    }
    const Token& start = peek();
    ++pos_;
    Pattern* subjectPattern = patterns();
    if (subjectPattern == nullptr) return nullptr;
    Expression* guard = nullptr;
    if (accept(Tok::If)) {
        guard = namedExpression();
        if (guard == nullptr) return nullptr;
    }
    if (!accept(Tok::Colon)) return nullptr;
    const NodeList<Statement>* body = block();
    if (body == nullptr) return nullptr;
    return make<MatchCase>(statementSpan(start), subjectPattern, guard, *body);
}

}  // namespace coroscope::language
