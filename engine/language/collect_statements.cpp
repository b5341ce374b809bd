// What statements and patterns do to names (Python/symtable.c: symtable_visit_stmt).
#include <utility>

#include "engine/language/symbol_collector.h"

namespace coroscope::language {

void SymbolCollector::statement(const Statement* node) {
    if (error_) return;
    if (++depth_ > kMaximumNesting) {
        fail(node->span, "maximum recursion depth exceeded during compilation", "RecursionError");
    } else {
        statementInner(node);
    }
    --depth_;
}

void SymbolCollector::statementInner(const Statement* node) {
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

void SymbolCollector::ifStatement(const If* node) {
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

void SymbolCollector::tryStatement(const Try& node) {
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
void SymbolCollector::declare(Identifier name, const Span& span, SymbolFlag flag,
                              const char* word) {
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
            failName(span, "name ", name, " is assigned to before " + declaration + " declaration");
        }
        return;
    }
    define(name, flag, span);
    recordDirective(name, span);
}

void SymbolCollector::aliases(const NodeList<Alias>& names) {
    for (const Alias* alias : names) {
        if (alias->name == "*") {
            if (scope_->kind != ScopeKind::Module) {
                fail(alias->span, "import * only allowed at module level");
            }
            continue;
        }
        const Identifier bound =
            alias->asName.empty() ? alias->name.substr(0, alias->name.find('.')) : alias->asName;
        define(bound, kSymbolImported, alias->span);
    }
}

void SymbolCollector::annAssign(const AnnAssign& node) {
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
void SymbolCollector::annotation(const Expression* node) {
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

void SymbolCollector::functionDef(const FunctionDef& node) {
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

void SymbolCollector::classDef(const ClassDef& node) {
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

void SymbolCollector::defaults(const Parameters& node) {
    expressions(node.defaults);
    for (const Expression* each : node.keywordDefaults) optional(each);
}

void SymbolCollector::annotations(const Parameters& node) {
    for (const Parameter* each : node.positionalOnly) annotation(each->annotation);
    for (const Parameter* each : node.positional) annotation(each->annotation);
    if (node.starArgs != nullptr) annotation(node.starArgs->annotation);
    if (node.starStarArgs != nullptr) annotation(node.starStarArgs->annotation);
    for (const Parameter* each : node.keywordOnly) annotation(each->annotation);
}

void SymbolCollector::parameters(const Parameters& node) {
    for (const Parameter* each : node.positionalOnly) parameter(each);
    for (const Parameter* each : node.positional) parameter(each);
    for (const Parameter* each : node.keywordOnly) parameter(each);
    if (node.starArgs != nullptr) parameter(node.starArgs);
    if (node.starStarArgs != nullptr) parameter(node.starStarArgs);
}

// --- patterns --------------------------------------------------------------------------------

void SymbolCollector::match(const Match& node) {
    expression(node.subject);
    for (const MatchCase* each : node.cases) {
        pattern(each->pattern);
        optional(each->guard);
        statements(each->body);
    }
}

void SymbolCollector::patternName(Identifier name, const Span& span) {
    if (!name.empty()) define(name, kSymbolLocal, span);
}

void SymbolCollector::pattern(const Pattern* node) {
    if (error_) return;
    if (++depth_ > kMaximumNesting) {
        fail(node->span, "maximum recursion depth exceeded during compilation", "RecursionError");
    } else {
        patternInner(node);
    }
    --depth_;
}

void SymbolCollector::patternInner(const Pattern* node) {
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

}  // namespace coroscope::language
