/// Assignment targets (Grammar/python.gram: ASSIGNMENT TARGETS).
///
/// A target is parsed as the primary that it also is, then judged by its tree.

#include <algorithm>

#include "engine/language/parser_state.h"

namespace coroscope::language {

namespace {

bool isSimpleTarget(const Expression* expression) {
    return expression->kind == NodeKind::Name || expression->kind == NodeKind::Attribute ||
           expression->kind == NodeKind::Subscript;
}

}  // namespace

void setContext(Expression* expression, ExprContext context) {
    const auto setAll = [context](NodeList<Expression> elements) {
        for (Expression* element : elements) setContext(element, context);
    };
    switch (expression->kind) {
        case NodeKind::Name: expression->as<Name>()->context = context; break;
        case NodeKind::Attribute: expression->as<Attribute>()->context = context; break;
        case NodeKind::Subscript: expression->as<Subscript>()->context = context; break;
        case NodeKind::Starred:
            expression->as<Starred>()->context = context;
            setContext(expression->as<Starred>()->value, context);
            break;
        case NodeKind::TupleExpr:
            expression->as<TupleExpr>()->context = context;
            setAll(expression->as<TupleExpr>()->elements);
            break;
        case NodeKind::ListExpr:
            expression->as<ListExpr>()->context = context;
            setAll(expression->as<ListExpr>()->elements);
            break;
        default: break;
    }
}

bool isStarTarget(const Expression* expression) {
    switch (expression->kind) {
        case NodeKind::Starred: {
            const Expression* value = expression->as<Starred>()->value;
            return value->kind != NodeKind::Starred && isStarTarget(value);
        }
        case NodeKind::TupleExpr:
            return std::ranges::all_of(expression->as<TupleExpr>()->elements, isStarTarget);
        case NodeKind::ListExpr:
            return std::ranges::all_of(expression->as<ListExpr>()->elements, isStarTarget);
        default: return isSimpleTarget(expression);
    }
}

bool isDeleteTarget(const Expression* expression) {
    switch (expression->kind) {
        case NodeKind::TupleExpr:
            return std::ranges::all_of(expression->as<TupleExpr>()->elements, isDeleteTarget);
        case NodeKind::ListExpr:
            return std::ranges::all_of(expression->as<ListExpr>()->elements, isDeleteTarget);
        default: return isSimpleTarget(expression);
    }
}

/// star_targets: star_target !',' | ','.star_target+ [',']
Expression* Parser::starTargets() {
    const Token& start = peek();
    Expression* first = starTarget();
    if (first == nullptr || !is(Tok::Comma)) return first;
    Children<Expression> elements(*this);
    elements.add(first);
    while (accept(Tok::Comma)) {
        const std::size_t afterComma = pos_;
        Expression* next = starTarget();
        if (next == nullptr) {
            pos_ = afterComma;
            break;
        }
        elements.add(next);
    }
    return make<TupleExpr>(spanFrom(start), elements.finish(), ExprContext::Store);
}

/// star_target: '*' (!'*' star_target) | target_with_star_atom
Expression* Parser::starTarget() {
    return kept(Rule::StarTarget, [this] { return starTargetUnkept(); });
}

Expression* Parser::starTargetUnkept() {
    const Token& start = peek();
    if (start.type == Tok::Star) {
        ++pos_;
        if (is(Tok::Star)) return nullptr;
        Expression* value = starTarget();
        if (value == nullptr) return nullptr;
        return make<Starred>(spanFrom(start), value, ExprContext::Store);
    }
    Expression* target = primary();
    return target != nullptr && isStarTarget(target) ? target : nullptr;
}

Expression* Parser::deleteTarget() {
    Expression* target = primary();
    return target != nullptr && isDeleteTarget(target) ? target : nullptr;
}

/// single_target: a name, an attribute, a subscript, or one of them in brackets
Expression* Parser::singleTarget() {
    Expression* target = primary();
    return target != nullptr && isSimpleTarget(target) ? target : nullptr;
}

}  // namespace coroscope::language
