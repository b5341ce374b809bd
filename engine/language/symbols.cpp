#include "engine/language/symbols.h"

#include <optional>
#include <utility>

#include "engine/language/resolve_scopes.h"

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

/// The first pass: collects what is done to each name in each scope.
class SymbolCollector {
public:
    SymbolCollector(std::string_view fileName, const FutureFeatures& future)
        : fileName_(fileName), future_(future), table_(std::make_unique<SymbolTable>()) {}

    void collect(const Module& module) {
        scope_ = &table_->module();
        statements(module.body);
        if (!error_) error_ = resolveScopes(table_->module(), fileName_);
    }

    std::unique_ptr<SymbolTable> takeTable() { return std::move(table_); }
    std::optional<scenario::Diagnostic>& error() { return error_; }

private:
    // -- scopes ----------------------------------------------------------------------------------

    Scope& enter(const Node* node, ScopeKind kind) {
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
    void leave() { scope_ = scope_->parent; }

    void fail(const Span& span, std::string message, const char* kind = "SyntaxError") {
        if (!error_) error_ = {std::string(fileName_), span, kind, std::move(message), {}};
    }
    void failName(const Span& span, std::string_view before, std::string_view name,
                  std::string_view after) {
        std::string message(before);
        message += '\'';
        message += name;
        message += '\'';
        message += after;
        fail(span, std::move(message));
    }

    /// As symtable_add_def_helper.
    void define(std::string_view rawName, unsigned flag, Scope& scope, const Span& span) {
        const std::string_view name = table_->mangled(className_, rawName);
        const auto [entry, isNew] = scope.symbols.try_emplace(name);
        if (isNew) scope.order.push_back(name);
        Symbol& symbol = entry->second;
        if ((flag & kSymbolParameter) != 0 && (symbol.flags & kSymbolParameter) != 0) {
            failName(span, "duplicate argument ", rawName, " in function definition");
        }
        if (scope.isIterationTarget) {
            if ((symbol.flags & (kSymbolGlobal | kSymbolNonlocal)) != 0) {
                failName(span,
                         "comprehension inner loop cannot rebind assignment expression target ",
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
    void define(std::string_view name, unsigned flag, const Span& span) {
        define(name, flag, *scope_, span);
    }
    unsigned flagsOf(const Scope& scope, std::string_view rawName) {
        const auto found = scope.symbols.find(table_->mangled(className_, rawName));
        return found == scope.symbols.end() ? 0U : found->second.flags;
    }
    void recordDirective(std::string_view rawName, const Span& span) {
        scope_->directives.emplace(table_->mangled(className_, rawName), span);
    }

    // -- statements ------------------------------------------------------------------------------

    template <class List>
    void statements(const List& list) {
        for (const Statement* each : list) statement(each);
    }

    void statement(const Statement* node) {
        if (error_) return;
        if (++depth_ > kMaximumNesting) {
            fail(node->span, "maximum recursion depth exceeded during compilation",
                 "RecursionError");
        } else {
            statementInner(node);
        }
        --depth_;
    }

    void statementInner(const Statement* node) {
        switch (node->kind) {
            case NodeKind::FunctionDef: functionDef(*node->as<FunctionDef>()); break;
            case NodeKind::ClassDef: classDef(*node->as<ClassDef>()); break;
            case NodeKind::Return: optional(node->as<Return>()->value); break;
            case NodeKind::Delete: expressions(node->as<Delete>()->targets); break;
            case NodeKind::Assign:
                expressions(node->as<Assign>()->targets);
                expression(node->as<Assign>()->value);
                break;
            case NodeKind::AugAssign:
                expression(node->as<AugAssign>()->target);
                expression(node->as<AugAssign>()->value);
                break;
            case NodeKind::AnnAssign: annAssign(*node->as<AnnAssign>()); break;
            case NodeKind::For: {
                const auto& loop = *node->as<For>();
                expression(loop.target);
                expression(loop.iterable);
                statements(loop.body);
                statements(loop.orElse);
                break;
            }
            case NodeKind::While: {
                const auto& loop = *node->as<While>();
                expression(loop.test);
                statements(loop.body);
                statements(loop.orElse);
                break;
            }
            case NodeKind::If: ifStatement(node->as<If>()); break;
            case NodeKind::With:
                for (const WithItem* item : node->as<With>()->items) {
                    expression(item->context);
                    optional(item->target);
                }
                statements(node->as<With>()->body);
                break;
            case NodeKind::Match: match(*node->as<Match>()); break;
            case NodeKind::Raise:
                optional(node->as<Raise>()->exception);
                optional(node->as<Raise>()->cause);
                break;
            case NodeKind::Try: tryStatement(*node->as<Try>()); break;
            case NodeKind::Assert:
                expression(node->as<Assert>()->test);
                optional(node->as<Assert>()->message);
                break;
            case NodeKind::Import: aliases(node->as<Import>()->names); break;
            case NodeKind::ImportFrom: aliases(node->as<ImportFrom>()->names); break;
            case NodeKind::Global:
                for (Identifier name : node->as<Global>()->names) {
                    declare(name, node->span, kSymbolGlobal, "global");
                }
                break;
            case NodeKind::Nonlocal:
                for (Identifier name : node->as<Nonlocal>()->names) {
                    declare(name, node->span, kSymbolNonlocal, "nonlocal");
                }
                break;
            case NodeKind::ExprStmt: expression(node->as<ExprStmt>()->value); break;
            default: break;
        }
    }

    void ifStatement(const If* node) {
        // A chain of `elif` is nested as deep as it is long.
        for (;;) {
            expression(node->test);
            statements(node->body);
            if (node->orElse.size() != 1) break;
            const auto* next = node->orElse.front()->tryAs<If>();
            if (next == nullptr) break;
            node = next;
        }
        statements(node->orElse);
    }

    void tryStatement(const Try& node) {
        statements(node.body);
        statements(node.orElse);
        for (const ExceptHandler* handler : node.handlers) {
            optional(handler->type);
            if (!handler->name.empty()) define(handler->name, kSymbolLocal, handler->span);
            statements(handler->body);
        }
        statements(node.finalBody);
    }

    /// `global` and `nonlocal`.
    void declare(Identifier name, const Span& span, SymbolFlag flag, const char* word) {
        const unsigned flags = flagsOf(*scope_, name);
        const std::string declaration = word;
        if ((flags & (kSymbolParameter | kSymbolLocal | kSymbolUsed | kSymbolAnnotated)) != 0) {
            if ((flags & kSymbolParameter) != 0) {
                failName(span, "name ", name, " is parameter and " + declaration);
            } else if ((flags & kSymbolUsed) != 0) {
                failName(span, "name ", name, " is used prior to " + declaration + " declaration");
            } else if ((flags & kSymbolAnnotated) != 0) {
                failName(span, "annotated name ", name, " can't be " + declaration);
            } else {
                failName(span, "name ", name,
                         " is assigned to before " + declaration + " declaration");
            }
            return;
        }
        define(name, flag, span);
        recordDirective(name, span);
    }

    void aliases(const NodeList<Alias>& names) {
        for (const Alias* alias : names) {
            if (alias->name == "*") {
                if (scope_->kind != ScopeKind::Module) {
                    fail(alias->span, "import * only allowed at module level");
                }
                continue;
            }
            const Identifier bound = alias->asName.empty()
                                         ? alias->name.substr(0, alias->name.find('.'))
                                         : alias->asName;
            define(bound, kSymbolImported, alias->span);
        }
    }

    void annAssign(const AnnAssign& node) {
        if (const auto* name = node.target->tryAs<Name>(); name != nullptr) {
            const unsigned flags = flagsOf(*scope_, name->id);
            if ((flags & (kSymbolGlobal | kSymbolNonlocal)) != 0 && node.isSimple &&
                scope_->kind != ScopeKind::Module) {
                failName(node.span, "annotated name ", name->id,
                         (flags & kSymbolGlobal) != 0 ? " can't be global" : " can't be nonlocal");
                return;
            }
            if (node.isSimple) {
                define(name->id, kSymbolAnnotated | kSymbolLocal, name->span);
            } else if (node.value != nullptr) {
                define(name->id, kSymbolLocal, name->span);
            }
        } else {
            expression(node.target);
        }
        annotation(node.annotation);
        optional(node.value);
    }

    /// An annotation that stays text has a scope of its own, that nobody looks at.
    void annotation(const Expression* node) {
        if (node == nullptr) return;
        if (!future_.annotations) {
            expression(node);
            return;
        }
        Scope* outer = scope_;
        table_->annotationScopes_.push_back(std::make_unique<Scope>());
        scope_ = table_->annotationScopes_.back().get();
        scope_->kind = ScopeKind::Function;
        scope_->isAnnotation = true;
        expression(node);
        scope_ = outer;
    }

    void functionDef(const FunctionDef& node) {
        define(node.name, kSymbolLocal, node.span);
        defaults(*node.parameters);
        annotations(*node.parameters);
        annotation(node.returns);
        expressions(node.decorators);
        Scope& inner = enter(&node, node.isAsync ? ScopeKind::AsyncFunction : ScopeKind::Function);
        inner.isCoroutine = node.isAsync;
        parameters(*node.parameters);
        statements(node.body);
        leave();
    }

    void classDef(const ClassDef& node) {
        define(node.name, kSymbolLocal, node.span);
        expressions(node.bases);
        for (const Keyword* keyword : node.keywords) expression(keyword->value);
        expressions(node.decorators);
        enter(&node, ScopeKind::Class);
        const std::string_view outer = std::exchange(className_, node.name);
        statements(node.body);
        className_ = outer;
        leave();
    }

    void defaults(const Parameters& node) {
        expressions(node.defaults);
        for (const Expression* each : node.keywordDefaults) optional(each);
    }

    void annotations(const Parameters& node) {
        for (const Parameter* each : node.positionalOnly) annotation(each->annotation);
        for (const Parameter* each : node.positional) annotation(each->annotation);
        if (node.starArgs != nullptr) annotation(node.starArgs->annotation);
        if (node.starStarArgs != nullptr) annotation(node.starStarArgs->annotation);
        for (const Parameter* each : node.keywordOnly) annotation(each->annotation);
    }

    void parameters(const Parameters& node) {
        for (const Parameter* each : node.positionalOnly) parameter(each);
        for (const Parameter* each : node.positional) parameter(each);
        for (const Parameter* each : node.keywordOnly) parameter(each);
        if (node.starArgs != nullptr) parameter(node.starArgs);
        if (node.starStarArgs != nullptr) parameter(node.starStarArgs);
    }
    void parameter(const Parameter* node) { define(node->name, kSymbolParameter, node->span); }

    // -- patterns --------------------------------------------------------------------------------

    void match(const Match& node) {
        expression(node.subject);
        for (const MatchCase* each : node.cases) {
            pattern(each->pattern);
            optional(each->guard);
            statements(each->body);
        }
    }

    void patternName(Identifier name, const Span& span) {
        if (!name.empty()) define(name, kSymbolLocal, span);
    }

    void pattern(const Pattern* node) {
        if (error_) return;
        if (++depth_ > kMaximumNesting) {
            fail(node->span, "maximum recursion depth exceeded during compilation",
                 "RecursionError");
        } else {
            patternInner(node);
        }
        --depth_;
    }

    void patternInner(const Pattern* node) {
        switch (node->kind) {
            case NodeKind::MatchValue: expression(node->as<MatchValue>()->value); break;
            case NodeKind::MatchSequence:
                for (const Pattern* each : node->as<MatchSequence>()->patterns) pattern(each);
                break;
            case NodeKind::MatchStar: patternName(node->as<MatchStar>()->name, node->span); break;
            case NodeKind::MatchMapping:
                expressions(node->as<MatchMapping>()->keys);
                for (const Pattern* each : node->as<MatchMapping>()->patterns) pattern(each);
                patternName(node->as<MatchMapping>()->rest, node->span);
                break;
            case NodeKind::MatchClass:
                expression(node->as<MatchClass>()->type);
                for (const Pattern* each : node->as<MatchClass>()->patterns) pattern(each);
                for (const Pattern* each : node->as<MatchClass>()->keywordPatterns) pattern(each);
                break;
            case NodeKind::MatchAs:
                if (node->as<MatchAs>()->pattern != nullptr) pattern(node->as<MatchAs>()->pattern);
                patternName(node->as<MatchAs>()->name, node->span);
                break;
            case NodeKind::MatchOr:
                for (const Pattern* each : node->as<MatchOr>()->patterns) pattern(each);
                break;
            default: break;
        }
    }

    // -- expressions -----------------------------------------------------------------------------

    template <class List>
    void expressions(const List& list) {
        for (const Expression* each : list) expression(each);
    }
    void optional(const Expression* node) {
        if (node != nullptr) expression(node);
    }

    void expression(const Expression* node) {
        if (error_) return;
        if (++depth_ > kMaximumNesting) {
            fail(node->span, "maximum recursion depth exceeded during compilation",
                 "RecursionError");
        } else {
            expressionInner(node);
        }
        --depth_;
    }

    void forbidInAnnotation(const Expression* node, const char* what) {
        if (!scope_->isAnnotation) return;
        failName(node->span, "", what, " can not be used within an annotation");
    }

    void expressionInner(const Expression* node) {
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
                comprehension(*node->as<ListComp>(), ComprehensionKind::List,
                              node->as<ListComp>()->element, nullptr);
                break;
            case NodeKind::SetComp:
                comprehension(*node->as<SetComp>(), ComprehensionKind::Set,
                              node->as<SetComp>()->element, nullptr);
                break;
            case NodeKind::DictComp:
                comprehension(*node->as<DictComp>(), ComprehensionKind::Dict,
                              node->as<DictComp>()->key, node->as<DictComp>()->value);
                break;
            case NodeKind::GeneratorExp:
                comprehension(*node->as<GeneratorExp>(), ComprehensionKind::Generator,
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

    void call(const Call& node) {
        expression(node.function);
        expressions(node.arguments);
        for (const Keyword* keyword : node.keywords) expression(keyword->value);
    }

    void binOp(const BinOp* node) {
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

    void name(const Name& node) {
        define(node.id, node.context == ExprContext::Load ? kSymbolUsed : kSymbolLocal, node.span);
        // A call of super() without arguments finds its class in the cell `__class__`.
        if (node.context == ExprContext::Load && scope_->isFunctionLike() && node.id == "super") {
            define("__class__", kSymbolUsed, node.span);
        }
    }

    void lambda(const Lambda& node) {
        defaults(*node.parameters);
        enter(&node, ScopeKind::Lambda);
        parameters(*node.parameters);
        expression(node.body);
        leave();
    }

    void yields(const Expression* node) {
        scope_->isGenerator = true;
        switch (scope_->comprehension) {
            case ComprehensionKind::None: break;
            case ComprehensionKind::List:
                fail(node->span, "'yield' inside list comprehension");
                break;
            case ComprehensionKind::Set:
                fail(node->span, "'yield' inside set comprehension");
                break;
            case ComprehensionKind::Dict:
                fail(node->span, "'yield' inside dict comprehension");
                break;
            case ComprehensionKind::Generator:
                fail(node->span, "'yield' inside generator expression");
                break;
        }
    }

    /// As symtable_handle_namedexpr.
    void namedExpr(const NamedExpr& node) {
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
    void bindOutside(const Name& target) {
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
                    define(target.id,
                           (flags & kSymbolGlobal) != 0 ? kSymbolGlobal : kSymbolNonlocal,
                           target.span);
                    recordDirective(target.id, target.span);
                    define(target.id, kSymbolLocal, *outer, target.span);
                    return;
            }
        }
    }

    template <class T>
    void comprehension(const T& node, ComprehensionKind kind, const Expression* element,
                       const Expression* value) {
        const Comprehension* outermost = node.generators.front();
        ++scope_->iterableDepth;
        expression(outermost->iterable);
        --scope_->iterableDepth;

        const bool inAnnotation = scope_->isAnnotation;
        Scope& inner = enter(&node, ScopeKind::Comprehension);
        inner.comprehension = kind;
        inner.isAnnotation = false;
        inner.isCoroutine = outermost->isAsync;
        define(".0", kSymbolParameter, node.span);
        iterationTarget(outermost->target);
        expressions(outermost->conditions);
        for (const Comprehension* each : node.generators.subspan(1)) {
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

    void iterationTarget(const Expression* target) {
        scope_->isIterationTarget = true;
        expression(target);
        scope_->isIterationTarget = false;
    }

    std::string_view fileName_;
    FutureFeatures future_;
    std::unique_ptr<SymbolTable> table_;
    std::optional<scenario::Diagnostic> error_;
    Scope* scope_ = nullptr;
    std::string_view className_;
    int depth_ = 0;
};

std::variant<std::unique_ptr<SymbolTable>, scenario::Diagnostic> resolveNames(
    const Module& module, std::string_view fileName, const FutureFeatures& future) {
    SymbolCollector collector(fileName, future);
    collector.collect(module);
    if (collector.error()) return std::move(*collector.error());
    return collector.takeTable();
}

}  // namespace coroscope::language
