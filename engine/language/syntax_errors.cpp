/// What kind of mistake is this? The rules whose names begin with `invalid_` in
/// Grammar/python.gram, asked in the second pass where that grammar asks them,
/// since the first answer is the one that CPython gives. Each is called with
/// `pos_` at its beginning, and either raises or leaves no trace that matters.

#include <fmt/format.h>

#include "engine/language/parser_state.h"

namespace coroscope::language {

namespace {

bool isLegacyStatement(const Expression* expression) {
    const auto* name = expression->tryAs<Name>();
    return name != nullptr && (name->id == "print" || name->id == "exec");
}

/// CPython takes a name for a soft keyword if it is the beginning of one
/// (Parser/pegen.c: _PyPegen_soft_keyword_token compares that many letters).
bool looksLikeSoftKeyword(std::string_view text) {
    return std::string_view("case").starts_with(text) ||
           std::string_view("match").starts_with(text) || text == "_";
}

const Expression* lastOf(const Comprehension* clause) {
    return clause->conditions.empty() ? clause->iterable : clause->conditions.back();
}

/// The part of a would-be target that cannot be one (_PyPegen_get_invalid_target).
template <class TargetKind>
Expression* findInvalidTarget(Expression* expression, TargetKind kind) {
    const auto search = [kind](NodeList<Expression> elements) -> Expression* {
        for (Expression* element : elements) {
            if (Expression* found = findInvalidTarget(element, kind)) return found;
        }
        return nullptr;
    };
    switch (expression->kind) {
        case NodeKind::ListExpr: return search(expression->as<ListExpr>()->elements);
        case NodeKind::TupleExpr: return search(expression->as<TupleExpr>()->elements);
        case NodeKind::Starred:
            if (kind == TargetKind::Delete) return expression;
            return findInvalidTarget(expression->as<Starred>()->value, kind);
        case NodeKind::Compare: {
            // `for a in b` as an expression is a comparison: its left side is meant.
            if (kind != TargetKind::For) return expression;
            auto* comparison = expression->as<Compare>();
            if (comparison->operators.front() != CompareOperator::In) return nullptr;
            return findInvalidTarget(comparison->left, kind);
        }
        case NodeKind::Name:
        case NodeKind::Subscript:
        case NodeKind::Attribute: return nullptr;
        default: return expression;
    }
}

const char* constantName(ConstantType type) {
    switch (type) {
        case ConstantType::None: return "None";
        case ConstantType::True: return "True";
        case ConstantType::False: return "False";
        case ConstantType::Ellipsis: return "ellipsis";
        default: return "literal";
    }
}

}  // namespace

const char* expressionName(const Expression* expression) {
    switch (expression->kind) {
        case NodeKind::Attribute: return "attribute";
        case NodeKind::Subscript: return "subscript";
        case NodeKind::Starred: return "starred";
        case NodeKind::Name: return "name";
        case NodeKind::ListExpr: return "list";
        case NodeKind::TupleExpr: return "tuple";
        case NodeKind::Lambda: return "lambda";
        case NodeKind::Call: return "function call";
        case NodeKind::BoolOp:
        case NodeKind::BinOp:
        case NodeKind::UnaryOp: return "expression";
        case NodeKind::GeneratorExp: return "generator expression";
        case NodeKind::Yield:
        case NodeKind::YieldFrom: return "yield expression";
        case NodeKind::Await: return "await expression";
        case NodeKind::ListComp: return "list comprehension";
        case NodeKind::SetComp: return "set comprehension";
        case NodeKind::DictComp: return "dict comprehension";
        case NodeKind::DictExpr: return "dict literal";
        case NodeKind::SetExpr: return "set display";
        case NodeKind::JoinedStr:
        case NodeKind::FormattedValue: return "f-string expression";
        case NodeKind::Constant: return constantName(expression->as<Constant>()->type);
        case NodeKind::Compare: return "comparison";
        case NodeKind::IfExp: return "conditional expression";
        case NodeKind::NamedExpr: return "named expression";
        default: return "expression";
    }
}

std::nullptr_t Parser::raiseInvalidTarget(TargetKind kind, Expression* target) {
    if (const Expression* invalid = findInvalidTarget(target, kind)) {
        raiseAt(invalid,
                fmt::format("cannot {} {}", kind == TargetKind::Delete ? "delete" : "assign to",
                            expressionName(invalid)));
    }
    return nullptr;
}

// ---------------------------------------------------------------------------
// Expressions
// ---------------------------------------------------------------------------

/// expression_without_invalid: as `expression`, with the invalid rules off.
Expression* Parser::expressionWithoutInvalid() {
    const bool before = invalidRules_;
    invalidRules_ = false;
    Expression* result = plainExpression();
    invalidRules_ = before;
    return result;
}

/// Two expressions side by side, or a conditional one without `else`.
bool Parser::invalidExpression() {
    const std::size_t start = pos_;
    const bool isPrefixedString = is(Tok::Name) && isNext(Tok::String);
    const bool isSoftKeyword = is(Tok::Name) && looksLikeSoftKeyword(peek().text);
    if (!isPrefixedString && !isSoftKeyword) {
        Expression* first = disjunction();
        if (failed()) return true;
        Expression* second = first != nullptr ? expressionWithoutInvalid() : nullptr;
        if (failed()) return true;
        if (second != nullptr && !isLegacyStatement(first) && previous().level != 0) {
            raiseRange(first, second, "invalid syntax. Perhaps you forgot a comma?");
            return true;
        }
    }
    pos_ = start;
    Expression* body = disjunction();
    if (body != nullptr && accept(Tok::If)) {
        Expression* test = disjunction();
        if (test != nullptr && !is(Tok::Else) && !is(Tok::Colon)) {
            raiseRange(body, test, "expected 'else' after 'if' expression");
        }
    }
    return failed();
}

/// `print x`
bool Parser::invalidLegacyExpression() {
    const Token& name = peek();
    if (!accept(Tok::Name) || is(Tok::LeftParen)) return failed();
    Expression* rest = starExpressions();
    if (rest == nullptr) return failed();
    Name* statement = makeName(name, ExprContext::Load);
    if (isLegacyStatement(statement)) {
        raiseRange(
            statement, rest,
            fmt::format("Missing parentheses in call to '{0}'. Did you mean {0}(...)?", name.text));
    }
    return failed();
}

void Parser::invalidNamedExpression() {
    // The rule is kept, so that it does its work once at each place.
    kept(Rule::InvalidNamedExpression, [this]() -> void* {
        const std::size_t start = pos_;
        const auto isAssignment = [this] { return is(Tok::Equal) || is(Tok::ColonEqual); };
        if (Expression* target = expression(); target != nullptr && accept(Tok::ColonEqual)) {
            if (expression() != nullptr) {
                return raiseAt(target, fmt::format("cannot use assignment expressions with {}",
                                                   expressionName(target)));
            }
        }
        if (failed()) return nullptr;
        pos_ = start;
        if (const Token& name = peek(); accept(Tok::Name) && accept(Tok::Equal)) {
            Expression* value = bitwiseOr();
            if (value != nullptr && !isAssignment()) {
                return raiseRange(makeName(name, ExprContext::Load), value,
                                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            }
        }
        if (failed()) return nullptr;
        pos_ = start;
        // !(list | tuple | genexp | 'True' | 'None' | 'False')
        if (is(Tok::LeftBracket) || is(Tok::LeftParen)) {
            const bool isDisplay = is(Tok::LeftBracket);
            Expression* display = isDisplay ? bracketed() : tuple();
            if (!isDisplay && display == nullptr && !failed()) {
                pos_ = start;
                display = generator();
            }
            if (failed() || (display != nullptr && display->kind != NodeKind::ListComp))
                return nullptr;
            pos_ = start;
        }
        if (is(Tok::True) || is(Tok::None) || is(Tok::False)) return nullptr;
        Expression* target = bitwiseOr();
        if (target != nullptr && accept(Tok::Equal)) {
            if (bitwiseOr() != nullptr && !isAssignment()) {
                return raiseAt(
                    target,
                    fmt::format("cannot assign to {} here. Maybe you meant '==' instead of '='?",
                                expressionName(target)));
            }
        }
        return nullptr;
    });
}

void Parser::invalidGroup() {
    if (!accept(Tok::LeftParen)) return;
    const Token& start = peek();
    if (Expression* starred = starredArgument()) {
        if (accept(Tok::RightParen)) raiseAt(starred, "cannot use starred expression here");
        return;
    }
    if (!failed() && start.type == Tok::DoubleStar) {
        ++pos_;
        if (expression() != nullptr && accept(Tok::RightParen)) {
            raiseAt(start, "cannot use double starred expression here");
        }
    }
}

void Parser::invalidComprehension(Tok open) {
    const std::size_t start = pos_;
    const auto clauses = [this] {
        Children<Comprehension> list(*this);
        return comprehensionClauses(list);
    };
    ++pos_;
    if (Expression* starred = starredArgument(); starred != nullptr && clauses()) {
        raiseAt(starred, "iterable unpacking cannot be used in comprehension");
    }
    if (failed() || open == Tok::LeftParen) return;
    pos_ = start + 1;
    Expression* first = starNamedExpression();
    if (first == nullptr || !is(Tok::Comma)) return;
    const Token comma = peek();
    const std::size_t afterComma = ++pos_;
    const char* message = "did you forget parentheses around the comprehension target?";
    Children<Expression> rest(*this);
    if (starNamedExpressions(rest) && clauses()) raiseRange(first, rest.back(), message);
    if (failed()) return;
    pos_ = afterComma;
    if (clauses()) {
        raiseSpan({first->span.line, first->span.column, comma.endLine, comma.endColumn}, message);
    }
}

void Parser::invalidDictComprehension() {
    ++pos_;
    const Token& stars = peek();
    if (!accept(Tok::DoubleStar) || bitwiseOr() == nullptr) return;
    Children<Comprehension> clauses(*this);
    if (comprehensionClauses(clauses) && accept(Tok::RightBrace)) {
        raiseAt(stars, "dict unpacking cannot be used in dict comprehension");
    }
}

void Parser::invalidDoubleStarredPairs() {
    const std::size_t start = pos_;
    KeyValue pair{};
    // ','.double_starred_kvpair+ ',' invalid_kvpair
    if (keyValuePair(pair)) {
        while (is(Tok::Comma) && !failed()) {
            const std::size_t comma = pos_++;
            if (keyValuePair(pair)) continue;
            if (failed()) return;
            pos_ = comma + 1;
            invalidKeyValue();
            break;
        }
    }
    if (failed()) return;
    pos_ = start;
    Expression* key = expression();
    if (key == nullptr || !is(Tok::Colon)) return;
    invalidDictionaryValue();
}

/// At the ':' between key and value.
void Parser::invalidDictionaryValue() {
    const Token& colon = peek();
    ++pos_;
    const Token& star = peek();
    if (star.type == Tok::Star) {
        ++pos_;
        if (bitwiseOr() != nullptr)
            raiseFrom(star, "cannot use a starred expression in a dictionary value");
    } else if (star.type == Tok::RightBrace || star.type == Tok::Comma) {
        raiseAt(colon, "expression expected after dictionary key and ':'");
    }
}

void Parser::invalidKeyValue() {
    Expression* key = expression();
    if (key == nullptr) return;
    if (!is(Tok::Colon)) {
        raise({"SyntaxError", "':' expected after dictionary key", key->span.line,
               key->span.endColumn - 1, key->span.endLine, -1});
        return;
    }
    invalidDictionaryValue();
}

void Parser::invalidForTarget() {
    accept(Tok::Async);
    if (!accept(Tok::For)) return;
    if (Expression* target = starExpressions()) raiseInvalidTarget(TargetKind::For, target);
}

// ---------------------------------------------------------------------------
// Arguments of calls
// ---------------------------------------------------------------------------

namespace {

constexpr const char* kParenthesise = "Generator expression must be parenthesized";

}  // namespace

void Parser::invalidArguments() {
    const std::size_t start = pos_;
    // args ',' '*'
    Arguments* args = plainArguments();
    if (failed()) return;
    const std::size_t afterArguments = pos_;
    if (args != nullptr && accept(Tok::Comma) && is(Tok::Star)) {
        raiseSpan(args->span, "iterable argument unpacking follows keyword argument unpacking");
        return;
    }
    pos_ = start;
    bareGeneratorArgument();
    if (failed()) return;
    // NAME '=' expression for_if_clauses
    pos_ = start;
    if (is(Tok::Name) && isNext(Tok::Equal)) {
        invalidKeywordArgument();
        if (failed()) return;
    }
    if (args == nullptr) return;
    pos_ = afterArguments;
    lateGeneratorArgument(*args);
    if (failed()) return;
    // args ',' args
    pos_ = afterArguments;
    if (!accept(Tok::Comma) || plainArguments() == nullptr || failed()) return;
    bool unpacks = false;
    for (const Keyword* keyword : args->keywords) unpacks = unpacks || keyword->name.empty();
    raiseAtLast(unpacks ? "positional argument follows keyword argument unpacking"
                        : "positional argument follows keyword argument");
}

/// expression for_if_clauses ',' [args | expression for_if_clauses]
void Parser::bareGeneratorArgument() {
    Expression* element = expression();
    if (element == nullptr) return;
    Children<Comprehension> clauses(*this);
    if (!comprehensionClauses(clauses) || !accept(Tok::Comma)) return;
    const Expression* last = lastOf(clauses.back());
    const std::size_t after = pos_;
    if (plainArguments() == nullptr && !failed()) {
        pos_ = after;
        if (expression() != nullptr) {
            Children<Comprehension> more(*this);
            comprehensionClauses(more);
        }
    }
    if (!failed()) raiseRange(element, last, kParenthesise);
}

/// Behind `arguments`: for_if_clauses, or ',' expression for_if_clauses.
void Parser::lateGeneratorArgument(const Arguments& arguments) {
    const std::size_t afterArguments = pos_;
    {
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses) && arguments.positional.size() > 1) {
            raiseRange(arguments.positional.back(), lastOf(clauses.back()), kParenthesise);
        }
    }
    if (failed()) return;
    pos_ = afterArguments;
    if (!accept(Tok::Comma)) return;
    if (Expression* element = expression()) {
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses))
            raiseRange(element, lastOf(clauses.back()), kParenthesise);
    }
}

void Parser::invalidKeywordArgument() {
    const Token& first = peek();
    const std::size_t start = pos_;
    const auto spanTo = [&first](const Token& last) {
        return Span{first.line, first.column, last.endLine, last.endColumn};
    };
    const bool isConstant =
        first.type == Tok::True || first.type == Tok::False || first.type == Tok::None;
    if (isConstant && isNext(Tok::Equal)) {
        raiseSpan(spanTo(peek(1)), fmt::format("cannot assign to {}", first.text));
        return;
    }
    if (first.type == Tok::Name && isNext(Tok::Equal)) {
        const Token& equal = peek(1);
        pos_ += 2;
        if (expression() == nullptr) return;
        Children<Comprehension> clauses(*this);
        if (comprehensionClauses(clauses)) {
            raiseSpan(spanTo(equal),
                      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        }
        return;
    }
    pos_ = start;
    Expression* left = expression();
    if (left != nullptr && is(Tok::Equal)) {
        raiseSpan({left->span.line, left->span.column, peek().endLine, peek().endColumn},
                  "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
}

// ---------------------------------------------------------------------------
// Assignments
// ---------------------------------------------------------------------------

/// invalid_ann_assign_target: list | tuple | '(' invalid_ann_assign_target ')'
Expression* Parser::invalidAnnotationTarget() {
    const std::size_t start = pos_;
    if (is(Tok::LeftBracket)) {
        Expression* list = bracketed();
        return list != nullptr && list->kind == NodeKind::ListExpr ? list : nullptr;
    }
    if (!is(Tok::LeftParen)) return nullptr;
    Expression* result = tuple();
    if (result != nullptr || failed()) return result;
    pos_ = start + 1;
    result = invalidAnnotationTarget();
    return result != nullptr && accept(Tok::RightParen) ? result : nullptr;
}

void Parser::invalidAssignment() {
    const std::size_t start = pos_;
    if (Expression* target = invalidAnnotationTarget(); target != nullptr && accept(Tok::Colon)) {
        if (expression() != nullptr) {
            raiseAt(target, fmt::format("only single target (not {}) can be annotated",
                                        expressionName(target)));
        }
    }
    if (failed()) return;
    pos_ = start;
    if (Expression* first = starNamedExpression(); first != nullptr && accept(Tok::Comma)) {
        for (;;) {
            const std::size_t before = pos_;
            Children<Expression> rest(*this);
            if (starNamedExpressions(rest)) continue;
            pos_ = before;
            break;
        }
        if (!failed() && accept(Tok::Colon) && expression() != nullptr) {
            raiseAt(first, "only single target (not tuple) can be annotated");
        }
    }
    if (failed()) return;
    pos_ = start;
    if (Expression* target = expression(); target != nullptr && accept(Tok::Colon)) {
        if (expression() != nullptr) raiseAt(target, "illegal target for annotation");
    }
    if (failed()) return;
    // (star_targets '=')* star_expressions '='
    pos_ = start;
    std::size_t afterTargets = pos_;
    while (starTargets() != nullptr && accept(Tok::Equal)) afterTargets = pos_;
    if (failed()) return;
    pos_ = afterTargets;
    if (Expression* target = starExpressions(); target != nullptr && accept(Tok::Equal)) {
        raiseInvalidTarget(TargetKind::Star, target);
    }
    if (failed()) return;
    pos_ = afterTargets;
    if (Expression* target = yieldExpression(); target != nullptr && is(Tok::Equal)) {
        raiseAt(target, "assignment to yield expression not possible");
    }
    if (failed()) return;
    pos_ = start;
    if (Expression* target = starExpressions(); target != nullptr && augmentedOperator()) {
        ++pos_;
        if (annotatedValue() != nullptr) {
            raiseAt(target, fmt::format("'{}' is an illegal expression for augmented assignment",
                                        expressionName(target)));
        }
    }
}

}  // namespace coroscope::language
