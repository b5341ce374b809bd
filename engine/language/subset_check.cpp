#include "engine/language/subset_check.h"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "engine/language/ast_walk.h"
#include "engine/language/bound_names.h"
#include "engine/language/instead_of.h"
#include "engine/scenario/header.h"

namespace coroscope::language {

namespace {

struct Unsupported {
    const char* name;
    const char* instead;
    bool (*matches)(const Node& node);
};

/// What is parsed but does not run: the one place that says so. A row goes
/// when the compiler can do it.
constexpr std::array kUnsupported = {
    Unsupported{"a complex number", "use a pair of floats",
                [](const Node& node) {
                    const auto* constant = node.tryAs<Constant>();
                    return constant != nullptr && constant->type == ConstantType::Imaginary;
                }},
};

Span headOf(const Node* node) {
    // Of a compound statement only its first line is marked.
    Span span = node->span;
    if (node->kind < NodeKind::BoolOp && span.endLine > span.line) {
        span.endLine = span.line;
        span.endColumn = span.column + 1;
    }
    return span;
}

class SubsetChecker {
public:
    SubsetChecker(const Module* file, const scenario::SourceText& source,
                  const ImportableModules& modules)
        : source_(source), modules_(modules), bound_(file) {}

    void visit(const Node* node) {
        for (const Unsupported& each : kUnsupported) {
            if (each.matches(*node))
                refuse(headOf(node), fmt::format("{} is not supported yet", each.name),
                       each.instead);
        }
        switch (node->kind) {
            case NodeKind::Import: checkImport(node->as<Import>()); break;
            case NodeKind::ImportFrom: checkImportFrom(node->as<ImportFrom>()); break;
            case NodeKind::Try: visitTry(node->as<Try>()); return;
            case NodeKind::If: visitIf(node->as<If>()); return;
            case NodeKind::With: visitWith(node->as<With>()); return;
            case NodeKind::FunctionDef:
                visitAnnotated(node, node->as<FunctionDef>()->returns);
                return;
            case NodeKind::Parameter:
                visitAnnotated(node, node->as<Parameter>()->annotation);
                return;
            case NodeKind::AnnAssign:
                visitAnnotated(node, node->as<AnnAssign>()->annotation);
                return;
            case NodeKind::Attribute: checkAttribute(node->as<Attribute>()); break;
            case NodeKind::Call: checkCall(node->as<Call>()); break;
            default: break;
        }
        visitChildren(node);
    }

    std::vector<scenario::Diagnostic> take() {
        std::ranges::stable_sort(found_, {}, &scenario::Diagnostic::span);
        return std::move(found_);
    }

private:
    void refuse(Span span, std::string message, std::string instead) {
        found_.push_back({source_.name(), span, "error", std::move(message), std::move(instead)});
    }

    void visitChildren(const Node* node) {
        forEachChild(node, [this](const Node* child) { visit(child); });
    }

    /// `node`, of which the child `annotation` may never be evaluated.
    void visitAnnotated(const Node* node, const Expression* annotation) {
        forEachChild(node, [this, annotation](const Node* child) {
            if (child == annotation) ++guarded_;
            visit(child);
            if (child == annotation) --guarded_;
        });
    }

    /// What fails in a way that the program itself handles is its own business:
    /// it fails when it runs.
    void visitTry(const Try* attempt) {
        const bool handlesImport = std::ranges::any_of(
            attempt->handlers,
            [](const ExceptHandler* each) { return handles(each, isImportError); });
        const bool handlesUse = std::ranges::any_of(
            attempt->handlers, [](const ExceptHandler* each) { return handles(each, isUseError); });
        const bool handlesMissing = std::ranges::any_of(
            attempt->handlers,
            [](const ExceptHandler* each) { return handles(each, isMissingFile); });
        optional_ += handlesImport;
        guarded_ += handlesUse;
        missing_ += handlesMissing;
        for (const Statement* statement : attempt->body) visit(statement);
        optional_ -= handlesImport;
        guarded_ -= handlesUse;
        missing_ -= handlesMissing;
        for (const ExceptHandler* handler : attempt->handlers) visit(handler);
        for (const Statement* statement : attempt->orElse) visit(statement);
        for (const Statement* statement : attempt->finalBody) visit(statement);
    }

    static bool isOneOf(const Expression* type, std::span<const std::string_view> names) {
        const auto* name = type->tryAs<Name>();
        return name != nullptr && std::ranges::find(names, name->id) != names.end();
    }

    static bool isImportError(const Expression* type) {
        static constexpr std::array<std::string_view, 4> kNames = {
            "ImportError", "ModuleNotFoundError", "Exception", "BaseException"};
        return isOneOf(type, kNames);
    }

    /// What the use of a name raises that is missing, or is there but does not work.
    static bool isUseError(const Expression* type) {
        static constexpr std::array<std::string_view, 8> kNames = {
            "AttributeError",  "NameError", "NotImplementedError", "RuntimeError", "OSError",
            "PermissionError", "IOError",   "EnvironmentError"};
        return isImportError(type) || isOneOf(type, kNames);
    }

    static bool isMissingFile(const Expression* type) {
        static constexpr std::array<std::string_view, 1> kNames = {"FileNotFoundError"};
        return isOneOf(type, kNames);
    }

    static bool handles(const ExceptHandler* handler, bool (*isError)(const Expression*)) {
        if (handler->type == nullptr || isError(handler->type)) return true;
        const auto* tuple = handler->type->tryAs<TupleExpr>();
        return tuple != nullptr && std::ranges::any_of(tuple->elements, isError);
    }

    /// `with contextlib.suppress(ImportError):` handles it as well.
    void visitWith(const With* statement) {
        const auto suppresses = [statement](bool (*isError)(const Expression*)) {
            return std::ranges::any_of(statement->items, [isError](const WithItem* item) {
                const auto* call = item->context->tryAs<Call>();
                return call != nullptr && lastName(call->function) == "suppress" &&
                       std::ranges::any_of(call->arguments, isError);
            });
        };
        const bool handlesImport = suppresses(isImportError);
        const bool handlesUse = suppresses(isUseError);
        const bool handlesMissing = suppresses(isMissingFile);
        optional_ += handlesImport;
        guarded_ += handlesUse;
        missing_ += handlesMissing;
        visitChildren(statement);
        optional_ -= handlesImport;
        guarded_ -= handlesUse;
        missing_ -= handlesMissing;
    }

    /// `if TYPE_CHECKING:` is for type checkers: what stands there never runs. What depends on the
    /// platform or the version is for other machines: it fails if it comes to be run.
    void visitIf(const If* statement) {
        const int before = optional_;
        for (; statement != nullptr; statement = elifOf(statement)) {
            if (lastName(statement->test) != "TYPE_CHECKING") {
                if (asksForMachine(statement->test)) ++optional_;
                visit(statement->test);
                for (const Statement* each : statement->body) visit(each);
            }
            if (elifOf(statement) != nullptr) continue;
            for (const Statement* each : statement->orElse) visit(each);
        }
        optional_ = before;
    }

    static bool asksForMachine(const Node* test) {
        if (const auto* attribute = test->tryAs<Attribute>()) {
            const std::string_view of = lastName(attribute->value);
            if (of == "sys" && (attribute->name == "platform" || attribute->name == "version_info"))
                return true;
            if ((of == "os" && attribute->name == "name") || of == "platform") return true;
        }
        bool found = false;
        forEachChild(test, [&found](const Node* child) { found = found || asksForMachine(child); });
        return found;
    }

    /// `c` of `a.b.c`; empty of what is no name.
    static std::string_view lastName(const Expression* node) {
        if (const auto* name = node->tryAs<Name>()) return name->id;
        if (const auto* attribute = node->tryAs<Attribute>()) return attribute->name;
        return {};
    }

    [[nodiscard]] bool isKnown(std::string_view module, int level) const {
        if (level == 0 && (module == "__future__" || modules_.names.contains(module))) return true;
        return modules_.isSibling && modules_.isSibling(module, level);
    }

    void refuseModule(Span span, std::string_view module) {
        const std::vector<std::string_view> names(modules_.names.begin(), modules_.names.end());
        const std::string_view nearest = scenario::nearestName(module, names);
        std::string hint(insteadOf(module));
        const std::string_view package = module.substr(0, module.find('.'));
        const bool isElsewhere = !hint.empty() || package.empty() || !modules_.isStandard ||
                                 modules_.isStandard(package);
        if (hint.empty() && !nearest.empty()) hint = fmt::format("did you mean '{}'?", nearest);
        refuse(span,
               isElsewhere
                   ? fmt::format("the module '{}' is not supported", module)
                   : fmt::format("there is no module '{}': no {}.py lies beside the scenario",
                                 module, package),
               std::move(hint));
    }

    void checkImport(const Import* statement) {
        if (optional_ > 0) return;
        for (const Alias* alias : statement->names) {
            if (!isKnown(alias->name, 0)) refuseModule(alias->span, alias->name);
        }
    }

    void checkImportFrom(const ImportFrom* statement) {
        if (optional_ > 0) return;
        if (!isKnown(statement->module, statement->level)) {
            refuseModule(statement->span,
                         std::string(static_cast<std::size_t>(statement->level), '.') +
                             std::string(statement->module));
            return;
        }
        const bool isOurs = statement->level == 0 && modules_.names.contains(statement->module);
        if (!isOurs || !modules_.hasName) return;
        for (const Alias* alias : statement->names) {
            const std::string submodule = fmt::format("{}.{}", statement->module, alias->name);
            if (alias->name == "*" || modules_.hasName(statement->module, alias->name) ||
                modules_.names.contains(submodule)) {
                continue;
            }
            refuse(alias->span,
                   fmt::format("'{}' is not supported in the module '{}'", alias->name,
                               statement->module),
                   std::string(insteadOfName(statement->module, alias->name)));
        }
    }

    [[nodiscard]] bool mayFail() const { return optional_ > 0 || guarded_ > 0; }

    /// The module that `a` or `a.b` stands for; empty: none of ours.
    [[nodiscard]] std::string moduleNamed(const Expression* node) const {
        std::string module;
        if (const auto* name = node->tryAs<Name>()) {
            module = bound_.moduleOf(name->id);
        } else if (const auto* attribute = node->tryAs<Attribute>()) {
            module = fmt::format("{}.{}", moduleNamed(attribute->value), attribute->name);
        }
        return modules_.names.contains(module) ? module : std::string();
    }

    void checkAttribute(const Attribute* node) {
        if (mayFail() || node->context != ExprContext::Load || !modules_.hasName) return;
        const std::string module = moduleNamed(node->value);
        if (module.empty() || bound_.caresFor(node->name)) return;
        const std::string full = fmt::format("{}.{}", module, node->name);
        if (modules_.names.contains(full) || modules_.hasName(module, node->name)) return;
        refuse(node->span, fmt::format("{} is not supported", full),
               std::string(insteadOfName(module, node->name)));
    }

    /// A builtin that is only handed on is left alone: it may never be called.
    void checkCall(const Call* node) {
        const auto* function = node->function->tryAs<Name>();
        if (mayFail() || !modules_.hasName || function == nullptr || !bound_.isFree(function->id))
            return;
        const std::string_view instead = insteadOfBuiltin(function->id);
        if (instead.empty()) return;
        if (missing_ > 0 && function->id == "open" && onlyReads(node)) return;
        refuse(function->span, fmt::format("{}() is not supported", function->id),
               std::string(instead));
    }

    /// Does `open(…)` say that it writes nothing?
    static bool onlyReads(const Call* open) {
        const Expression* mode = open->arguments.size() > 1 ? open->arguments[1] : nullptr;
        for (const Keyword* keyword : open->keywords) {
            if (keyword->name == "mode" || keyword->name.empty()) mode = keyword->value;
        }
        if (mode == nullptr) return true;
        const auto* text = mode->tryAs<Constant>();
        return text != nullptr && text->type == ConstantType::Str &&
               text->text.find_first_of("wax+") == std::string_view::npos;
    }

    const scenario::SourceText& source_;
    const ImportableModules& modules_;
    const BoundNames bound_;
    int optional_ = 0;  // statements around us for which an import may fail, or never run
    int guarded_ = 0;   // what is around us for which the use of a name may fail, or never run
    int missing_ = 0;   // … for which a file may not be there
    std::vector<scenario::Diagnostic> found_;
};

}  // namespace

std::vector<scenario::Diagnostic> checkSubset(const Ast& ast, const scenario::SourceText& source,
                                              const ImportableModules& modules) {
    SubsetChecker checker(ast.module, source, modules);
    checker.visit(ast.module);
    return checker.take();
}

}  // namespace coroscope::language
