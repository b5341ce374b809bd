/// Simple statements (Grammar/python.gram: GENERAL STATEMENTS, SIMPLE STATEMENTS).

#include "engine/language/parser_state.h"

namespace coroscope::language {

bool Parser::statement(Children<Statement>& into) {
    const std::size_t start = pos_;
    switch (peek().type) {
        case Tok::Def:
        case Tok::At:
        case Tok::Async:
        case Tok::If:
        case Tok::Class:
        case Tok::With:
        case Tok::For:
        case Tok::Try:
        case Tok::While:
            if (Statement* compound = compoundStatement()) {
                into.add(compound);
                return true;
            }
            if (failed()) return false;
            break;
        case Tok::Name:
            if (peek().text != "match") break;
            if (Statement* match = matchStatement()) {
                into.add(match);
                return true;
            }
            if (failed()) return false;
            break;
        default: break;
    }
    pos_ = start;
    return simpleStatements(into);
}

/// simple_stmts: ';'.simple_stmt+ [';'] NEWLINE
bool Parser::simpleStatements(Children<Statement>& into) {
    Statement* first = simpleStatement();
    if (first == nullptr) return false;
    into.add(first);
    while (accept(Tok::Semicolon)) {
        const std::size_t after = pos_;
        Statement* next = simpleStatement();
        if (next == nullptr) {
            pos_ = after;
            break;
        }
        into.add(next);
    }
    return !failed() && accept(Tok::Newline);
}

Statement* Parser::simpleStatement() {
    return kept(Rule::SimpleStatement, [this] { return simpleStatementUnkept(); });
}

Statement* Parser::simpleStatementUnkept() {
    const Token& start = peek();
    switch (start.type) {
        case Tok::Return: return returnStatement();
        case Tok::Import: return importStatement();
        case Tok::From: return importFromStatement();
        case Tok::Raise: return raiseStatement();
        case Tok::Pass: ++pos_; return make<Pass>(spanFrom(start));
        case Tok::Del: return deleteStatement();
        case Tok::Assert: return assertStatement();
        case Tok::Break: ++pos_; return make<Break>(spanFrom(start));
        case Tok::Continue: ++pos_; return make<Continue>(spanFrom(start));
        case Tok::Global: return scopeStatement(true);
        case Tok::Nonlocal: return scopeStatement(false);
        case Tok::Yield:
            if (diagnosing_) {
                invalidAssignment();
                if (failed()) return nullptr;
            }
            if (Expression* value = yieldExpression())
                return make<ExprStmt>(spanFrom(start), value);
            return nullptr;
        default: return expressionStatement();
    }
}

/// yield_expr | star_expressions
Expression* Parser::annotatedValue() {
    return is(Tok::Yield) ? yieldExpression() : starExpressions();
}

std::optional<BinaryOperator> Parser::augmentedOperator() {
    switch (peek().type) {
        case Tok::PlusEqual: return BinaryOperator::Add;
        case Tok::MinusEqual: return BinaryOperator::Sub;
        case Tok::StarEqual: return BinaryOperator::Mult;
        case Tok::AtEqual: return BinaryOperator::MatMult;
        case Tok::SlashEqual: return BinaryOperator::Div;
        case Tok::PercentEqual: return BinaryOperator::Mod;
        case Tok::DoubleStarEqual: return BinaryOperator::Pow;
        case Tok::LeftShiftEqual: return BinaryOperator::LShift;
        case Tok::RightShiftEqual: return BinaryOperator::RShift;
        case Tok::BarEqual: return BinaryOperator::BitOr;
        case Tok::CaretEqual: return BinaryOperator::BitXor;
        case Tok::AmpersandEqual: return BinaryOperator::BitAnd;
        case Tok::DoubleSlashEqual: return BinaryOperator::FloorDiv;
        default: return std::nullopt;
    }
}

/// assignment | star_expressions, the assignment's kind told by what follows
/// its first target.
Statement* Parser::expressionStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (diagnosing_) {
        Statement* assignment = assignmentDiagnosing();
        if (assignment != nullptr || failed()) return assignment;
        pos_ = begin;
    }
    Expression* first = starExpressions();
    if (first == nullptr) return nullptr;
    const std::size_t end = pos_;
    if (!diagnosing_) {
        if (is(Tok::Colon)) {
            const bool isSimple = first->kind == NodeKind::Name && start.type == Tok::Name;
            const bool isTarget = first->kind == NodeKind::Name ||
                                  first->kind == NodeKind::Attribute ||
                                  first->kind == NodeKind::Subscript;
            if (isTarget) return annotatedAssignment(start, first, isSimple);
        } else if (is(Tok::Equal)) {
            Children<Expression> targets(*this);
            Expression* value = first;
            while (is(Tok::Equal)) {
                if (!isStarTarget(value)) return nullptr;
                setContext(value, ExprContext::Store);
                targets.add(value);
                ++pos_;
                value = annotatedValue();
                if (value == nullptr) return nullptr;
            }
            return make<Assign>(spanFrom(start), targets.finish(), value);
        } else if (const auto op = augmentedOperator()) {
            const bool isTarget = first->kind == NodeKind::Name ||
                                  first->kind == NodeKind::Attribute ||
                                  first->kind == NodeKind::Subscript;
            if (!isTarget) return nullptr;
            ++pos_;
            Expression* value = annotatedValue();
            if (value == nullptr) return nullptr;
            setContext(first, ExprContext::Store);
            return make<AugAssign>(spanFrom(start), first, *op, value);
        }
    }
    pos_ = end;
    return make<ExprStmt>(spanFrom(start), first);
}

/// What follows the target of `target: annotation [= value]`.
Statement* Parser::annotatedAssignment(const Token& start, Expression* target, bool isSimple) {
    if (!accept(Tok::Colon)) return nullptr;
    Expression* annotation = expression();
    if (annotation == nullptr) return nullptr;
    Expression* value = nullptr;
    const std::size_t end = pos_;
    if (accept(Tok::Equal)) {
        value = annotatedValue();
        if (value == nullptr) pos_ = end;
    }
    setContext(target, ExprContext::Store);
    return make<AnnAssign>(spanFrom(start), target, annotation, value, isSimple);
}

/// The rule `assignment` alternative by alternative, for the second pass.
Statement* Parser::assignmentDiagnosing() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    if (start.type == Tok::Name && isNext(Tok::Colon)) {
        ++pos_;
        if (Statement* result =
                annotatedAssignment(start, makeName(start, ExprContext::Store), true))
            return result;
        if (failed()) return nullptr;
        pos_ = begin;
    }
    if (Expression* target = singleTarget();
        target != nullptr && is(Tok::Colon) &&
        !(target->kind == NodeKind::Name && start.type == Tok::Name)) {
        if (Statement* result = annotatedAssignment(start, target, false)) return result;
    }
    if (failed()) return nullptr;
    pos_ = begin;
    {
        Children<Expression> targets(*this);
        std::size_t end = pos_;
        for (Expression* target = starTargets(); target != nullptr && accept(Tok::Equal);
             target = starTargets()) {
            targets.add(target);
            end = pos_;
        }
        if (failed()) return nullptr;
        pos_ = end;
        if (!targets.empty()) {
            Expression* value = annotatedValue();
            if (failed()) return nullptr;
            if (value != nullptr && !is(Tok::Equal)) {
                for (std::size_t i = 0; i < targets.size(); ++i)
                    setContext(targets[i], ExprContext::Store);
                return make<Assign>(spanFrom(start), targets.finish(), value);
            }
        }
    }
    pos_ = begin;
    if (Expression* target = singleTarget(); target != nullptr) {
        if (const auto op = augmentedOperator()) {
            ++pos_;
            Expression* value = annotatedValue();
            if (value == nullptr) return nullptr;
            setContext(target, ExprContext::Store);
            return make<AugAssign>(spanFrom(start), target, *op, value);
        }
    }
    if (failed()) return nullptr;
    pos_ = begin;
    if (invalidRules_) invalidAssignment();
    return nullptr;
}

Statement* Parser::returnStatement() {
    const Token& start = peek();
    ++pos_;
    const std::size_t after = pos_;
    Expression* value = starExpressions();
    if (value == nullptr) pos_ = after;
    return make<Return>(spanFrom(start), value);
}

/// raise_stmt: 'raise' [expression ['from' expression]]
Statement* Parser::raiseStatement() {
    const Token& start = peek();
    ++pos_;
    const std::size_t after = pos_;
    Expression* exception = expression();
    Expression* cause = nullptr;
    if (exception == nullptr) {
        pos_ = after;
    } else if (const std::size_t end = pos_; accept(Tok::From)) {
        cause = expression();
        if (cause == nullptr) pos_ = end;
    }
    return make<Raise>(spanFrom(start), exception, cause);
}

/// del_stmt: 'del' ','.del_target+ [','] &(';' | NEWLINE)
Statement* Parser::deleteStatement() {
    const Token& start = peek();
    const std::size_t begin = pos_;
    ++pos_;
    Children<Expression> targets(*this);
    for (;;) {
        const std::size_t before = pos_;
        Expression* target = deleteTarget();
        if (target == nullptr) {
            pos_ = before;
            break;
        }
        targets.add(target);
        if (!accept(Tok::Comma)) break;
    }
    if (failed()) return nullptr;
    if (!targets.empty() && (is(Tok::Semicolon) || is(Tok::Newline))) {
        for (std::size_t i = 0; i < targets.size(); ++i) setContext(targets[i], ExprContext::Del);
        return make<Delete>(spanFrom(start), targets.finish());
    }
    if (invalidRules_) {
        pos_ = begin + 1;
        Expression* target = starExpressions();
        if (target != nullptr) return raiseInvalidTarget(TargetKind::Delete, target);
    }
    return nullptr;
}

Statement* Parser::assertStatement() {
    const Token& start = peek();
    ++pos_;
    Expression* test = expression();
    if (test == nullptr) return nullptr;
    Expression* message = nullptr;
    const std::size_t end = pos_;
    if (accept(Tok::Comma)) {
        message = expression();
        if (message == nullptr) pos_ = end;
    }
    return make<Assert>(spanFrom(start), test, message);
}

/// global_stmt, nonlocal_stmt: ','.NAME+
Statement* Parser::scopeStatement(bool isGlobal) {
    const Token& start = peek();
    std::vector<Identifier> names;
    std::size_t end = pos_;
    do {
        ++pos_;
        if (!is(Tok::Name)) break;
        names.push_back(identifier(peek()));
        end = ++pos_;
    } while (is(Tok::Comma));
    pos_ = end;
    if (names.empty()) return nullptr;
    const auto list = arena_.copyList(std::span<const Identifier>(names));
    if (isGlobal) return make<Global>(spanFrom(start), list);
    return make<Nonlocal>(spanFrom(start), list);
}

// ---------------------------------------------------------------------------
// Imports
// ---------------------------------------------------------------------------

/// dotted_name: '.'.NAME+; empty if there is none
Identifier Parser::dottedName() {
    if (!is(Tok::Name)) return {};
    const Token& first = peek();
    ++pos_;
    if (!is(Tok::Dot)) return identifier(first);
    std::string name(first.text);
    while (is(Tok::Dot) && isNext(Tok::Name)) {
        ++pos_;
        name += '.';
        name += peek().text;
        ++pos_;
    }
    return arena_.intern(name);
}

Alias* Parser::dottedAlias() {
    const Token& start = peek();
    const Identifier name = dottedName();
    if (name.empty()) return nullptr;
    Identifier asName;
    if (is(Tok::As) && isNext(Tok::Name)) {
        ++pos_;
        asName = identifier(peek());
        ++pos_;
    }
    return make<Alias>(spanFrom(start), name, asName);
}

Statement* Parser::importStatement() {
    const Token& start = peek();
    ++pos_;
    Children<Alias> names(*this);
    Alias* name = dottedAlias();
    while (name != nullptr) {
        names.add(name);
        const std::size_t end = pos_;
        name = accept(Tok::Comma) ? dottedAlias() : nullptr;
        if (name == nullptr) pos_ = end;
    }
    if (names.empty()) return nullptr;
    return make<Import>(spanFrom(start), names.finish());
}

/// import_from: 'from' ('.' | '...')* dotted_name 'import' targets
///            | 'from' ('.' | '...')+ 'import' targets
Statement* Parser::importFromStatement() {
    const Token& start = peek();
    ++pos_;
    int level = 0;
    for (;;) {
        if (accept(Tok::Dot)) {
            ++level;
        } else if (accept(Tok::Ellipsis)) {
            level += 3;
        } else {
            break;
        }
    }
    const Identifier module = dottedName();
    if ((module.empty() && level == 0) || !accept(Tok::Import)) return nullptr;
    Children<Alias> names(*this);
    if (!importTargets(names)) return nullptr;
    return make<ImportFrom>(spanFrom(start), module, names.finish(), level);
}

bool Parser::importTargets(Children<Alias>& into) {
    const Token& start = peek();
    if (accept(Tok::Star)) {
        into.add(make<Alias>(spanFrom(start), arena_.intern("*"), Identifier()));
        return true;
    }
    if (accept(Tok::LeftParen)) {
        if (!importNames(into)) return false;
        accept(Tok::Comma);
        return accept(Tok::RightParen);
    }
    if (!importNames(into)) return false;
    if (!is(Tok::Comma)) return true;
    if (invalidRules_ && isNext(Tok::Newline)) {
        raiseAtLast("trailing comma not allowed without surrounding parentheses");
    }
    return false;
}

/// ','.(NAME ['as' NAME])+; a comma after the last is not read
bool Parser::importNames(Children<Alias>& into) {
    for (;;) {
        const Token& name = peek();
        if (name.type != Tok::Name) {
            if (into.empty()) return false;
            --pos_;
            return true;
        }
        ++pos_;
        Identifier asName;
        if (is(Tok::As) && isNext(Tok::Name)) {
            ++pos_;
            asName = identifier(peek());
            ++pos_;
        }
        into.add(make<Alias>(spanFrom(name), identifier(name), asName));
        if (!is(Tok::Comma)) return true;
        ++pos_;
    }
}

}  // namespace coroscope::language
