#pragma once

/// Name resolution: which names of a module live where.
///
/// Each module, class body, function, lambda and comprehension has a `Scope`.
/// The rules, and the errors, are those of CPython 3.11's Python/symtable.c:
/// one pass over the tree collects what is done to each name in each scope, a
/// second one decides for each name where it is kept.

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "engine/language/ast.h"
#include "engine/language/future_features.h"
#include "engine/scenario/diagnostic.h"

namespace coroscope::language {

/// Where a name is kept, as seen from one scope.
enum class NameScope : std::uint8_t { Local, Cell, Free, GlobalExplicit, GlobalImplicit };

/// What a scope does to a name; the letters of `Symbol::flags`.
enum SymbolFlag : std::uint16_t {
    kSymbolGlobal = 1,      ///< `global x`
    kSymbolNonlocal = 2,    ///< `nonlocal x`
    kSymbolLocal = 4,       ///< assigned
    kSymbolParameter = 8,   ///< a parameter
    kSymbolImported = 16,   ///< bound by an import
    kSymbolUsed = 32,       ///< read
    kSymbolAnnotated = 64,  ///< `x: T`
    kSymbolIteration = 128  ///< a comprehension's own variable
};

struct Symbol {
    std::uint16_t flags = 0;
    NameScope scope = NameScope::GlobalImplicit;
};

enum class ScopeKind : std::uint8_t {
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension
};

enum class ComprehensionKind : std::uint8_t { None, List, Set, Dict, Generator };

/// One scope. Names are mangled already (`__x` in class `C` is `_C__x`).
struct Scope {
    ScopeKind kind = ScopeKind::Module;
    ComprehensionKind comprehension = ComprehensionKind::None;
    Scope* parent = nullptr;  ///< null for the module
    std::vector<std::unique_ptr<Scope>> children;

    std::unordered_map<std::string_view, Symbol> symbols;
    std::vector<std::string_view> order;       ///< the names of `symbols`, first mentioned first
    std::vector<std::string_view> parameters;  ///< in CPython's slot order
    std::set<std::string_view> cells;          ///< own names that inner scopes capture
    std::set<std::string_view> frees;          ///< names taken, or passed on, from outer scopes

    bool isGenerator = false;        ///< holds a `yield`
    bool isCoroutine = false;        ///< `async def`, or a comprehension that awaits
    bool needsClassClosure = false;  ///< a class some method of which uses `__class__`

    [[nodiscard]] bool isFunctionLike() const {
        return kind != ScopeKind::Module && kind != ScopeKind::Class;
    }

    /// Where `name` (mangled) is kept; unknown names are implicit globals.
    [[nodiscard]] NameScope scopeOf(std::string_view name) const {
        const auto found = symbols.find(name);
        return found == symbols.end() ? NameScope::GlobalImplicit : found->second.scope;
    }

    // What the collecting pass keeps track of.
    int iterableDepth = 0;           ///< inside so many comprehension iterables
    bool isIterationTarget = false;  ///< visiting the target of a comprehension
    bool isAnnotation = false;       ///< an annotation that is not evaluated
    std::unordered_map<std::string_view, Span> directives;  ///< of `global` and `nonlocal`
};

/// All scopes of a module. Valid as long as the syntax tree is.
class SymbolTable {
public:
    SymbolTable();

    [[nodiscard]] Scope& module() { return *module_; }
    /// The scope that `node` (a FunctionDef, ClassDef, Lambda or comprehension) opens.
    [[nodiscard]] Scope* scopeOf(const Node* node) const;
    /// `name` as it is called inside class `className` (empty: in no class).
    [[nodiscard]] std::string_view mangled(std::string_view className, std::string_view name);

private:
    friend class SymbolCollector;

    std::unique_ptr<Scope> module_;
    std::unordered_map<const Node*, Scope*> scopes_;
    std::unordered_set<std::string> mangledNames_;
    std::vector<std::unique_ptr<Scope>> annotationScopes_;
};

/// Resolves all names of `module`, or says what is wrong with them.
[[nodiscard]] std::variant<std::unique_ptr<SymbolTable>, scenario::Diagnostic> resolveNames(
    const Module& module, std::string_view fileName, const FutureFeatures& future);

/// Nesting of expressions and statements beyond which a program is refused, as CPython refuses it
/// with a RecursionError (its limit depends on the stack; ours is fixed).
inline constexpr int kMaximumNesting = 1000;

}  // namespace coroscope::language
