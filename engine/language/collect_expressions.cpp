// What expressions do to names (Python/symtable.c: symtable_visit_expr).
#include <vector>

#include "engine/language/symbol_collector.h"

namespace coroscope::language {

void SymbolCollector::expression(const Expression* node) {
    if (error_) return;
    if (++depth_ > kMaximumNesting) {
        fail(node->span, "maximum recursion depth exceeded during compilation", "RecursionError");
    } else {
        expressionInner(node);
    }
    --depth_;
}

void SymbolCollector::forbidInAnnotation(const Expression* node, const char* what) {
    if (!scope_->isAnnotation) return;
    failName(node->span, "", what, " can not be used within an annotation");
}

void SymbolCollector::expressionInner(const Expression* node) {
    switch (node->kind) {
        case NodeKind::BoolOp: expressions(node->as<BoolOp>()->values); break;
        case NodeKind::NamedExpr: namedExpr(*node->as<NamedExpr>()); break;
        case NodeKind::BinOp: binOp(node->as<BinOp>()); break;
        case NodeKind::UnaryOp: expression(node->as<UnaryOp>()->operand); break;
        case NodeKind::Lambda: lambda(*node->as<Lambda>()); break;
        case NodeKind::IfExp:
            expression(node->as<IfExp>()->test);
            expression(node->as<IfExp>()->body);
            expression(node->as<IfExp>()->orElse);
            break;
        case NodeKind::DictExpr:
            for (const Expression* key : node->as<DictExpr>()->keys) optional(key);
            expressions(node->as<DictExpr>()->values);
            break;
        case NodeKind::SetExpr: expressions(node->as<SetExpr>()->elements); break;
        case NodeKind::ListComp:
            comprehension(node, node->as<ListComp>()->generators, ComprehensionKind::List,
                          node->as<ListComp>()->element, nullptr);
            break;
        case NodeKind::SetComp:
            comprehension(node, node->as<SetComp>()->generators, ComprehensionKind::Set,
                          node->as<SetComp>()->element, nullptr);
            break;
        case NodeKind::DictComp:
            comprehension(node, node->as<DictComp>()->generators, ComprehensionKind::Dict,
                          node->as<DictComp>()->key, node->as<DictComp>()->value);
            break;
        case NodeKind::GeneratorExp:
            comprehension(node, node->as<GeneratorExp>()->generators, ComprehensionKind::Generator,
                          node->as<GeneratorExp>()->element, nullptr);
            break;
        case NodeKind::Await:
            forbidInAnnotation(node, "await expression");
            expression(node->as<Await>()->value);
            scope_->isCoroutine = true;
            break;
        case NodeKind::Yield:
            forbidInAnnotation(node, "yield expression");
            optional(node->as<Yield>()->value);
            yields(node);
            break;
        case NodeKind::YieldFrom:
            forbidInAnnotation(node, "yield expression");
            expression(node->as<YieldFrom>()->value);
            yields(node);
            break;
        case NodeKind::Compare:
            expression(node->as<Compare>()->left);
            expressions(node->as<Compare>()->comparators);
            break;
        case NodeKind::Call: call(*node->as<Call>()); break;
        case NodeKind::FormattedValue:
            expression(node->as<FormattedValue>()->value);
            optional(node->as<FormattedValue>()->formatSpec);
            break;
        case NodeKind::JoinedStr: expressions(node->as<JoinedStr>()->values); break;
        case NodeKind::Attribute: expression(node->as<Attribute>()->value); break;
        case NodeKind::Subscript:
            expression(node->as<Subscript>()->value);
            expression(node->as<Subscript>()->index);
            break;
        case NodeKind::Starred: expression(node->as<Starred>()->value); break;
        case NodeKind::Slice:
            optional(node->as<Slice>()->lower);
            optional(node->as<Slice>()->upper);
            optional(node->as<Slice>()->step);
            break;
        case NodeKind::Name: name(*node->as<Name>()); break;
        case NodeKind::ListExpr: expressions(node->as<ListExpr>()->elements); break;
        case NodeKind::TupleExpr: expressions(node->as<TupleExpr>()->elements); break;
        default: break;
    }
}

void SymbolCollector::call(const Call& node) {
    expression(node.function);
    expressions(node.arguments);
    for (const Keyword* keyword : node.keywords) expression(keyword->value);
}

void SymbolCollector::binOp(const BinOp* node) {
    // The left side may nest as deep as a line is long.
    std::vector<const Expression*> rights;
    const Expression* left = node;
    while (const auto* operation = left->tryAs<BinOp>()) {
        rights.push_back(operation->right);
        left = operation->left;
    }
    expression(left);
    for (auto each = rights.rbegin(); each != rights.rend(); ++each) expression(*each);
}

void SymbolCollector::name(const Name& node) {
    define(node.id, node.context == ExprContext::Load ? kSymbolUsed : kSymbolLocal, node.span);
    // A call of super() without arguments finds its class in the cell `__class__`.
    if (node.context == ExprContext::Load && scope_->isFunctionLike() && node.id == "super") {
        define("__class__", kSymbolUsed, node.span);
    }
}

void SymbolCollector::lambda(const Lambda& node) {
    defaults(*node.parameters);
    enter(&node, ScopeKind::Lambda);
    parameters(*node.parameters);
    expression(node.body);
    leave();
}

void SymbolCollector::yields(const Expression* node) {
    scope_->isGenerator = true;
    switch (scope_->comprehension) {
        case ComprehensionKind::None: break;
        case ComprehensionKind::List: fail(node->span, "'yield' inside list comprehension"); break;
        case ComprehensionKind::Set: fail(node->span, "'yield' inside set comprehension"); break;
        case ComprehensionKind::Dict: fail(node->span, "'yield' inside dict comprehension"); break;
        case ComprehensionKind::Generator:
            fail(node->span, "'yield' inside generator expression");
            break;
    }
}

/// As symtable_handle_namedexpr.
void SymbolCollector::namedExpr(const NamedExpr& node) {
    forbidInAnnotation(&node, "named expression");
    if (scope_->iterableDepth > 0) {
        fail(node.span,
             "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (scope_->comprehension != ComprehensionKind::None) bindOutside(*node.target->as<Name>());
    expression(node.value);
    expression(node.target);
}

/// In a comprehension `:=` binds in the scope around all comprehensions
/// (symtable_extend_namedexpr_scope).
void SymbolCollector::bindOutside(const Name& target) {
    for (Scope* outer = scope_; outer != nullptr; outer = outer->parent) {
        // As CPython, by the name as it is written: a private name is not found.
        const auto found = outer->symbols.find(target.id);
        const unsigned flags = found == outer->symbols.end() ? 0U : found->second.flags;
        switch (outer->kind) {
            case ScopeKind::Comprehension:
                if ((flags & kSymbolIteration) != 0 &&
                    (flags & (kSymbolLocal | kSymbolGlobal)) != 0) {
                    failName(target.span,
                             "assignment expression cannot rebind comprehension iteration "
                             "variable ",
                             target.id, "");
                    return;
                }
                continue;
            case ScopeKind::Class:
                fail(target.span,
                     "assignment expression within a comprehension cannot be used in a class "
                     "body");
                return;
            case ScopeKind::Module:
                define(target.id, kSymbolGlobal, target.span);
                recordDirective(target.id, target.span);
                define(target.id, kSymbolGlobal, *outer, target.span);
                return;
            default:
                define(target.id, (flags & kSymbolGlobal) != 0 ? kSymbolGlobal : kSymbolNonlocal,
                       target.span);
                recordDirective(target.id, target.span);
                define(target.id, kSymbolLocal, *outer, target.span);
                return;
        }
    }
}

void SymbolCollector::comprehension(const Expression* node, const NodeList<Comprehension>& clauses,
                                    ComprehensionKind kind, const Expression* element,
                                    const Expression* value) {
    const Comprehension* outermost = clauses.front();
    ++scope_->iterableDepth;
    expression(outermost->iterable);
    --scope_->iterableDepth;

    const bool inAnnotation = scope_->isAnnotation;
    Scope& inner = enter(node, ScopeKind::Comprehension);
    inner.comprehension = kind;
    inner.isAnnotation = false;
    inner.isCoroutine = outermost->isAsync;
    define(".0", kSymbolParameter, node->span);
    iterationTarget(outermost->target);
    expressions(outermost->conditions);
    for (const Comprehension* each : clauses.subspan(1)) {
        iterationTarget(each->target);
        ++scope_->iterableDepth;
        expression(each->iterable);
        --scope_->iterableDepth;
        expressions(each->conditions);
        if (each->isAsync) scope_->isCoroutine = true;
    }
    optional(value);
    expression(element);
    inner.isGenerator = kind == ComprehensionKind::Generator;
    const bool isAsync = inner.isCoroutine && !inner.isGenerator;
    leave();
    if (isAsync && !inAnnotation) scope_->isCoroutine = true;
}

void SymbolCollector::iterationTarget(const Expression* target) {
    scope_->isIterationTarget = true;
    expression(target);
    scope_->isIterationTarget = false;
}

}  // namespace coroscope::language
