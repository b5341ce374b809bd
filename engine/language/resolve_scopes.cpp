#include "engine/language/resolve_scopes.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace coroscope::language {
namespace {

class ScopeResolver {
public:
    explicit ScopeResolver(std::string_view fileName) : fileName_(fileName) {}

    void resolve(Scope& scope) {
        for (std::string_view name : scope.order) {
            resolveName(scope, name, scope.symbols[name]);
            if (error_) return;
        }
        for (const auto& child : scope.children) {
            resolve(*child);
            if (error_) return;
        }
    }

    Span directiveSpan(const Scope& scope, std::string_view name) const {
        const auto found = scope.directives.find(name);
        return found == scope.directives.end() ? Span{} : found->second;
    }

    /// As analyze_name.
    void resolveName(Scope& scope, std::string_view name, Symbol& symbol) {
        const unsigned flags = symbol.flags;
        if ((flags & kSymbolGlobal) != 0) {
            if ((flags & kSymbolNonlocal) != 0) {
                failName(directiveSpan(scope, name), "name ", name, " is nonlocal and global");
                return;
            }
            symbol.scope = NameScope::GlobalExplicit;
        } else if ((flags & kSymbolNonlocal) != 0) {
            if (scope.parent == nullptr) {
                fail(directiveSpan(scope, name),
                     "nonlocal declaration not allowed at module level");
            } else if (!capture(scope, name)) {
                failName(directiveSpan(scope, name), "no binding for nonlocal ", name, " found");
            } else {
                symbol.scope = NameScope::Free;
            }
        } else if ((flags & (kSymbolLocal | kSymbolParameter | kSymbolImported)) != 0) {
            // An inner scope may have made it a cell already.
            symbol.scope = scope.isFunctionLike() && scope.cells.contains(name) ? NameScope::Cell
                                                                                : NameScope::Local;
        } else if ((flags & kSymbolUsed) != 0) {
            symbol.scope = capture(scope, name) ? NameScope::Free : NameScope::GlobalImplicit;
        }
    }

    /// Looks for the function around `scope` that binds `name`; makes the name a cell there and
    /// free in every scope on the way.
    bool capture(Scope& scope, std::string_view name) {
        Scope* owner = scope.parent;
        for (;; owner = owner->parent) {
            if (owner == nullptr || owner->kind == ScopeKind::Module) return false;
            if (owner->kind == ScopeKind::Class) {
                if (name != "__class__") continue;
                owner->needsClassClosure = true;
                owner->cells.insert(name);
                break;
            }
            const auto found = owner->symbols.find(name);
            if (found == owner->symbols.end()) continue;
            const unsigned flags = found->second.flags;
            if ((flags & kSymbolGlobal) != 0) return false;
            if ((flags & kSymbolNonlocal) != 0) continue;
            if ((flags & (kSymbolLocal | kSymbolParameter | kSymbolImported)) == 0) continue;
            owner->cells.insert(name);
            found->second.scope = NameScope::Cell;
            break;
        }
        for (Scope* each = &scope; each != owner; each = each->parent) each->frees.insert(name);
        return true;
    }

    std::optional<scenario::Diagnostic> takeError() { return std::move(error_); }

private:
    void fail(const Span& span, std::string message) {
        if (!error_) error_ = {std::string(fileName_), span, "SyntaxError", std::move(message), {}};
    }
    void failName(const Span& span, std::string_view before, std::string_view name,
                  std::string_view after) {
        fail(span, fmt::format("{}'{}'{}", before, name, after));
    }

    std::string_view fileName_;
    std::optional<scenario::Diagnostic> error_;
};

}  // namespace

std::optional<scenario::Diagnostic> resolveScopes(Scope& module, std::string_view fileName) {
    ScopeResolver resolver(fileName);
    resolver.resolve(module);
    return resolver.takeError();
}

}  // namespace coroscope::language
