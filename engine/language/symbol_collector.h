#pragma once

/// The first pass of name resolution, shared by symbols.cpp and the collect_*.cpp files.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/language/symbols.h"

namespace coroscope::language {

/// The first pass: collects what is done to each name in each scope.
class SymbolCollector {
public:
    SymbolCollector(std::string_view fileName, const FutureFeatures& future)
        : fileName_(fileName), future_(future), table_(std::make_unique<SymbolTable>()) {}

    void collect(const Module& module);
    std::unique_ptr<SymbolTable> takeTable() { return std::move(table_); }
    std::optional<scenario::Diagnostic>& error() { return error_; }

private:
    // scopes
    Scope& enter(const Node* node, ScopeKind kind);
    void leave() { scope_ = scope_->parent; }

    void fail(const Span& span, std::string message, const char* kind = "SyntaxError");
    void failName(const Span& span, std::string_view before, std::string_view name,
                  std::string_view after);
    void define(std::string_view rawName, unsigned flag, Scope& scope, const Span& span);
    void define(std::string_view name, unsigned flag, const Span& span);
    unsigned flagsOf(const Scope& scope, std::string_view rawName);
    void recordDirective(std::string_view rawName, const Span& span);

    // statements
    template <class List>
    void statements(const List& list) {
        for (const Statement* each : list) statement(each);
    }

    void statement(const Statement* node);
    void statementInner(const Statement* node);
    void ifStatement(const If* node);
    void tryStatement(const Try& node);
    void declare(Identifier name, const Span& span, SymbolFlag flag, const char* word);
    void aliases(const NodeList<Alias>& names);
    void annAssign(const AnnAssign& node);
    void annotation(const Expression* node);
    void functionDef(const FunctionDef& node);
    void classDef(const ClassDef& node);
    void defaults(const Parameters& node);
    void annotations(const Parameters& node);
    void parameters(const Parameters& node);
    void parameter(const Parameter* node) { define(node->name, kSymbolParameter, node->span); }

    // patterns
    void match(const Match& node);
    void patternName(Identifier name, const Span& span);
    void pattern(const Pattern* node);
    void patternInner(const Pattern* node);

    // expressions
    template <class List>
    void expressions(const List& list) {
        for (const Expression* each : list) expression(each);
    }
    void optional(const Expression* node) {
        if (node != nullptr) expression(node);
    }

    void expression(const Expression* node);
    void forbidInAnnotation(const Expression* node, const char* what);
    void expressionInner(const Expression* node);
    void call(const Call& node);
    void binOp(const BinOp* node);
    void name(const Name& node);
    void lambda(const Lambda& node);
    void yields(const Expression* node);
    void namedExpr(const NamedExpr& node);
    void bindOutside(const Name& target);
    void comprehension(const Expression* node, const NodeList<Comprehension>& clauses,
                       ComprehensionKind kind, const Expression* element, const Expression* value);
    void iterationTarget(const Expression* target);

    std::string_view fileName_;
    FutureFeatures future_;
    std::unique_ptr<SymbolTable> table_;
    std::optional<scenario::Diagnostic> error_;
    Scope* scope_ = nullptr;
    std::string_view className_;
    int depth_ = 0;
};

}  // namespace coroscope::language
