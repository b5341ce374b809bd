#pragma once

/// Visiting every node of a tree.

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/language/ast.h"

namespace coroscope::language {

namespace detail {

template <class Visit>
class ChildVisitor {
public:
    explicit ChildVisitor(Visit& visit) : visit_(visit) {}

    void one(const Node* child) {
        if (child != nullptr) visit_(child);
    }
    template <class T>
    void all(NodeList<T> children) {
        for (const T* child : children) one(child);
    }
    void all(NodeList<Comprehension> clauses) {
        for (const Comprehension* clause : clauses) {
            one(clause->target);
            one(clause->iterable);
            all(clause->conditions);
        }
    }
    void all(NodeList<WithItem> items) {
        for (const WithItem* item : items) {
            one(item->context);
            one(item->target);
        }
    }
    void parameters(const Parameters* list) {
        all(list->positionalOnly);
        all(list->positional);
        one(list->starArgs);
        all(list->keywordOnly);
        all(list->keywordDefaults);
        one(list->starStarArgs);
        all(list->defaults);
    }

private:
    Visit& visit_;
};

}  // namespace detail

/// Calls `visit(const Node*)` for each child of `node`, field by field in the
/// order of CPython's `ast.iter_child_nodes`.
template <class Visit>
void forEachChild(const Node* node, Visit visit);

/// Calls `visit(const Node*)` for `root` and all that is below it, each node before its children.
/// Does not recurse.
template <class Visit>
void walk(const Node* root, Visit visit) {
    std::vector<const Node*> waiting{root};
    while (!waiting.empty()) {
        const Node* node = waiting.back();
        waiting.pop_back();
        visit(node);
        const auto first = static_cast<std::ptrdiff_t>(waiting.size());
        forEachChild(node, [&waiting](const Node* child) { waiting.push_back(child); });
        std::reverse(waiting.begin() + first, waiting.end());
    }
}

/// The `if` that stands alone in the `else` of another, as an `elif` does; null if there is none. A
/// chain of them is nested as deep as it is long: to be gone through by a loop.
[[nodiscard]] const If* elifOf(const If* statement);

/// The first node found deeper than `limit` levels under `root`, or null. Does not recurse. An
/// `elif` is a third of a level, as about 3,000 of them compile under CPython.
[[nodiscard]] const Node* findDeeperThan(const Node* root, int limit);

template <class Visit>
void forEachChild(const Node* node, Visit visit) {
    detail::ChildVisitor<Visit> to(visit);
    switch (node->kind) {
        case NodeKind::Module: to.all(node->as<Module>()->body); break;
        case NodeKind::FunctionDef: {
            const auto* function = node->as<FunctionDef>();
            to.parameters(function->parameters);
            to.all(function->body);
            to.all(function->decorators);
            to.one(function->returns);
            break;
        }
        case NodeKind::ClassDef: {
            const auto* definition = node->as<ClassDef>();
            to.all(definition->bases);
            to.all(definition->keywords);
            to.all(definition->body);
            to.all(definition->decorators);
            break;
        }
        case NodeKind::Return: to.one(node->as<Return>()->value); break;
        case NodeKind::Delete: to.all(node->as<Delete>()->targets); break;
        case NodeKind::Assign:
            to.all(node->as<Assign>()->targets);
            to.one(node->as<Assign>()->value);
            break;
        case NodeKind::AugAssign:
            to.one(node->as<AugAssign>()->target);
            to.one(node->as<AugAssign>()->value);
            break;
        case NodeKind::AnnAssign:
            to.one(node->as<AnnAssign>()->target);
            to.one(node->as<AnnAssign>()->annotation);
            to.one(node->as<AnnAssign>()->value);
            break;
        case NodeKind::For: {
            const auto* loop = node->as<For>();
            to.one(loop->target);
            to.one(loop->iterable);
            to.all(loop->body);
            to.all(loop->orElse);
            break;
        }
        case NodeKind::While:
            to.one(node->as<While>()->test);
            to.all(node->as<While>()->body);
            to.all(node->as<While>()->orElse);
            break;
        case NodeKind::If:
            to.one(node->as<If>()->test);
            to.all(node->as<If>()->body);
            to.all(node->as<If>()->orElse);
            break;
        case NodeKind::With:
            to.all(node->as<With>()->items);
            to.all(node->as<With>()->body);
            break;
        case NodeKind::Match:
            to.one(node->as<Match>()->subject);
            to.all(node->as<Match>()->cases);
            break;
        case NodeKind::Raise:
            to.one(node->as<Raise>()->exception);
            to.one(node->as<Raise>()->cause);
            break;
        case NodeKind::Try: {
            const auto* attempt = node->as<Try>();
            to.all(attempt->body);
            to.all(attempt->handlers);
            to.all(attempt->orElse);
            to.all(attempt->finalBody);
            break;
        }
        case NodeKind::Assert:
            to.one(node->as<Assert>()->test);
            to.one(node->as<Assert>()->message);
            break;
        case NodeKind::Import: to.all(node->as<Import>()->names); break;
        case NodeKind::ImportFrom: to.all(node->as<ImportFrom>()->names); break;
        case NodeKind::ExprStmt: to.one(node->as<ExprStmt>()->value); break;
        case NodeKind::BoolOp: to.all(node->as<BoolOp>()->values); break;
        case NodeKind::NamedExpr:
            to.one(node->as<NamedExpr>()->target);
            to.one(node->as<NamedExpr>()->value);
            break;
        case NodeKind::BinOp:
            to.one(node->as<BinOp>()->left);
            to.one(node->as<BinOp>()->right);
            break;
        case NodeKind::UnaryOp: to.one(node->as<UnaryOp>()->operand); break;
        case NodeKind::Lambda:
            to.parameters(node->as<Lambda>()->parameters);
            to.one(node->as<Lambda>()->body);
            break;
        case NodeKind::IfExp:
            to.one(node->as<IfExp>()->test);
            to.one(node->as<IfExp>()->body);
            to.one(node->as<IfExp>()->orElse);
            break;
        case NodeKind::DictExpr:
            to.all(node->as<DictExpr>()->keys);
            to.all(node->as<DictExpr>()->values);
            break;
        case NodeKind::SetExpr: to.all(node->as<SetExpr>()->elements); break;
        case NodeKind::ListComp:
            to.one(node->as<ListComp>()->element);
            to.all(node->as<ListComp>()->generators);
            break;
        case NodeKind::SetComp:
            to.one(node->as<SetComp>()->element);
            to.all(node->as<SetComp>()->generators);
            break;
        case NodeKind::DictComp:
            to.one(node->as<DictComp>()->key);
            to.one(node->as<DictComp>()->value);
            to.all(node->as<DictComp>()->generators);
            break;
        case NodeKind::GeneratorExp:
            to.one(node->as<GeneratorExp>()->element);
            to.all(node->as<GeneratorExp>()->generators);
            break;
        case NodeKind::Await: to.one(node->as<Await>()->value); break;
        case NodeKind::Yield: to.one(node->as<Yield>()->value); break;
        case NodeKind::YieldFrom: to.one(node->as<YieldFrom>()->value); break;
        case NodeKind::Compare:
            to.one(node->as<Compare>()->left);
            to.all(node->as<Compare>()->comparators);
            break;
        case NodeKind::Call:
            to.one(node->as<Call>()->function);
            to.all(node->as<Call>()->arguments);
            to.all(node->as<Call>()->keywords);
            break;
        case NodeKind::FormattedValue:
            to.one(node->as<FormattedValue>()->value);
            to.one(node->as<FormattedValue>()->formatSpec);
            break;
        case NodeKind::JoinedStr: to.all(node->as<JoinedStr>()->values); break;
        case NodeKind::Attribute: to.one(node->as<Attribute>()->value); break;
        case NodeKind::Subscript:
            to.one(node->as<Subscript>()->value);
            to.one(node->as<Subscript>()->index);
            break;
        case NodeKind::Starred: to.one(node->as<Starred>()->value); break;
        case NodeKind::ListExpr: to.all(node->as<ListExpr>()->elements); break;
        case NodeKind::TupleExpr: to.all(node->as<TupleExpr>()->elements); break;
        case NodeKind::Slice:
            to.one(node->as<Slice>()->lower);
            to.one(node->as<Slice>()->upper);
            to.one(node->as<Slice>()->step);
            break;
        case NodeKind::MatchValue: to.one(node->as<MatchValue>()->value); break;
        case NodeKind::MatchSequence: to.all(node->as<MatchSequence>()->patterns); break;
        case NodeKind::MatchMapping:
            to.all(node->as<MatchMapping>()->keys);
            to.all(node->as<MatchMapping>()->patterns);
            break;
        case NodeKind::MatchClass:
            to.one(node->as<MatchClass>()->type);
            to.all(node->as<MatchClass>()->patterns);
            to.all(node->as<MatchClass>()->keywordPatterns);
            break;
        case NodeKind::MatchAs: to.one(node->as<MatchAs>()->pattern); break;
        case NodeKind::MatchOr: to.all(node->as<MatchOr>()->patterns); break;
        case NodeKind::ExceptHandler:
            to.one(node->as<ExceptHandler>()->type);
            to.all(node->as<ExceptHandler>()->body);
            break;
        case NodeKind::Parameter: to.one(node->as<Parameter>()->annotation); break;
        case NodeKind::Keyword: to.one(node->as<Keyword>()->value); break;
        case NodeKind::MatchCase:
            to.one(node->as<MatchCase>()->pattern);
            to.one(node->as<MatchCase>()->guard);
            to.all(node->as<MatchCase>()->body);
            break;
        case NodeKind::Global:
        case NodeKind::Nonlocal:
        case NodeKind::Pass:
        case NodeKind::Break:
        case NodeKind::Continue:
        case NodeKind::Constant:
        case NodeKind::Name:
        case NodeKind::MatchSingleton:
        case NodeKind::MatchStar:
        case NodeKind::Alias: break;
    }
}

}  // namespace coroscope::language
