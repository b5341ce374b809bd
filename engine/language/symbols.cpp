#include "engine/language/symbols.h"

#include <utility>

#include <fmt/format.h>

#include "engine/language/resolve_scopes.h"
#include "engine/language/symbol_collector.h"

namespace coroscope::language {

SymbolTable::SymbolTable() : module_(std::make_unique<Scope>()) {}

Scope* SymbolTable::scopeOf(const Node* node) const {
    const auto found = scopes_.find(node);
    return found == scopes_.end() ? nullptr : found->second;
}

std::string_view SymbolTable::mangled(std::string_view className, std::string_view name) {
    // As _Py_Mangle: `__x`, save `__x__` and dotted names; leading underscores of the class go.
    if (className.empty() || !name.starts_with("__") || name.ends_with("__") ||
        name.find('.') != std::string_view::npos) {
        return name;
    }
    const std::size_t start = className.find_first_not_of('_');
    if (start == std::string_view::npos) return name;
    std::string result = "_";
    result += className.substr(start);
    result += name;
    return *mangledNames_.insert(std::move(result)).first;
}

// --- the first pass: collecting ---------------------------------------------------------------

void SymbolCollector::collect(const Module& module) {
    scope_ = &table_->module();
    statements(module.body);
    if (!error_) error_ = resolveScopes(table_->module(), fileName_);
}

Scope& SymbolCollector::enter(const Node* node, ScopeKind kind) {
    auto inner = std::make_unique<Scope>();
    inner->kind = kind;
    inner->parent = scope_;
    inner->iterableDepth = scope_->iterableDepth;
    Scope* result = inner.get();
    scope_->children.push_back(std::move(inner));
    table_->scopes_[node] = result;
    scope_ = result;
    return *result;
}

void SymbolCollector::fail(const Span& span, std::string message, const char* kind) {
    if (!error_) error_ = {std::string(fileName_), span, kind, std::move(message), {}};
}

void SymbolCollector::failName(const Span& span, std::string_view before, std::string_view name,
                               std::string_view after) {
    fail(span, fmt::format("{}'{}'{}", before, name, after));
}

/// As symtable_add_def_helper.
void SymbolCollector::define(std::string_view rawName, unsigned flag, Scope& scope,
                             const Span& span) {
    const std::string_view name = table_->mangled(className_, rawName);
    const auto [entry, isNew] = scope.symbols.try_emplace(name);
    if (isNew) scope.order.push_back(name);
    Symbol& symbol = entry->second;
    if ((flag & kSymbolParameter) != 0 && (symbol.flags & kSymbolParameter) != 0) {
        failName(span, "duplicate argument ", rawName, " in function definition");
    }
    if (scope.isIterationTarget) {
        if ((symbol.flags & (kSymbolGlobal | kSymbolNonlocal)) != 0) {
            failName(span, "comprehension inner loop cannot rebind assignment expression target ",
                     rawName, "");
        }
        flag |= kSymbolIteration;
    }
    symbol.flags = static_cast<std::uint16_t>(symbol.flags | flag);
    if ((flag & kSymbolParameter) != 0) {
        scope.parameters.push_back(name);
    } else if ((flag & kSymbolGlobal) != 0 && scope.kind != ScopeKind::Module) {
        // The module learns of it.
        Scope& module = table_->module();
        const auto [global, isNewGlobal] = module.symbols.try_emplace(name);
        if (isNewGlobal) module.order.push_back(name);
        global->second.flags |= kSymbolGlobal;
    }
}

void SymbolCollector::define(std::string_view name, unsigned flag, const Span& span) {
    define(name, flag, *scope_, span);
}

unsigned SymbolCollector::flagsOf(const Scope& scope, std::string_view rawName) {
    const auto found = scope.symbols.find(table_->mangled(className_, rawName));
    return found == scope.symbols.end() ? 0U : found->second.flags;
}

void SymbolCollector::recordDirective(std::string_view rawName, const Span& span) {
    scope_->directives.emplace(table_->mangled(className_, rawName), span);
}

std::variant<std::unique_ptr<SymbolTable>, scenario::Diagnostic> resolveNames(
    const Module& module, std::string_view fileName, const FutureFeatures& future) {
    SymbolCollector collector(fileName, future);
    collector.collect(module);
    if (collector.error()) return std::move(*collector.error());
    return collector.takeTable();
}

}  // namespace coroscope::language
