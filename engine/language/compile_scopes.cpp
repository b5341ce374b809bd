// Modules, functions, lambdas, classes and comprehensions: what opens a scope.

#include <algorithm>
#include <utility>

#include "engine/language/assembler.h"
#include "engine/language/code_generator.h"
#include "engine/language/unparse.h"

namespace coroscope::language {

void CodeGenerator::fail(const Span& span, std::string message, const char* kind) {
    if (!error_) error_ = {std::string(fileName_), span, kind, std::move(message), {}};
}

void CodeGenerator::unsupported(const Node* node, const char* what) {
    fail(node->span, std::string(what) + " is not supported", "error");
}

// -- scopes --------------------------------------------------------------------------------------

CodeKind CodeGenerator::codeKind(const Scope& scope) {
    if (scope.kind == ScopeKind::Module) return CodeKind::Module;
    if (scope.kind == ScopeKind::Class) return CodeKind::ClassBody;
    if (scope.isGenerator)
        return scope.isCoroutine ? CodeKind::AsyncGenerator : CodeKind::Generator;
    return scope.isCoroutine ? CodeKind::Coroutine : CodeKind::Function;
}

/// As compiler_set_qualname.
std::string CodeGenerator::qualifiedName(SymbolTable& symbols, const Unit& outer,
                                         std::string_view name, const Scope& scope) {
    const Scope& around = *outer.scope;
    if (around.kind == ScopeKind::Module) return std::string(name);
    if (scope.kind == ScopeKind::Function || scope.kind == ScopeKind::AsyncFunction ||
        scope.kind == ScopeKind::Class) {
        if (around.scopeOf(symbols.mangled(outer.className, name)) == NameScope::GlobalExplicit) {
            return std::string(name);
        }
    }
    std::string result = outer.code->qualifiedName;
    if (around.kind == ScopeKind::Function || around.kind == ScopeKind::AsyncFunction ||
        around.kind == ScopeKind::Lambda) {
        result += ".<locals>";
    }
    result += '.';
    result += name;
    return result;
}

void CodeGenerator::enterScope(Unit& unit, const Node* node, std::string_view name, int firstLine) {
    unit.scope = node == nullptr ? &symbols_.module() : symbols_.scopeOf(node);
    unit.outer = unit_;
    unit.className = unit_ == nullptr ? std::string_view{} : unit_->className;
    unit.code = std::make_shared<CodeObject>();
    unit.code->name = name;
    unit.code->qualifiedName =
        unit_ == nullptr ? std::string(name) : qualifiedName(symbols_, *unit_, name, *unit.scope);
    unit.code->fileName = fileName_;
    unit.code->firstLine = firstLine;
    unit.code->kind = codeKind(*unit.scope);
    unit_ = &unit;

    const Scope& scope = *unit.scope;
    Emitter& emitter = unit.emitter;
    emitter.span = {firstLine, 0, firstLine, 0};
    for (std::string_view parameter : scope.parameters) {
        static_cast<void>(emitter.local(parameter));
        if (scope.cells.contains(parameter)) {
            emitter.emit(Opcode::MakeCell, emitter.local(parameter));
        }
    }
    for (std::string_view cell : scope.cells) {
        unit.code->cellNames.emplace_back(cell);
        if (std::ranges::find(scope.parameters, cell) != scope.parameters.end()) continue;
        emitter.emit(Opcode::MakeCell, Emitter::kCellBase + static_cast<int>(emitter.cells.size()));
        emitter.cells.emplace_back(cell);
    }
    for (std::string_view each : scope.frees) emitter.frees.emplace_back(each);
}

std::shared_ptr<const CodeObject> CodeGenerator::leaveScope() {
    Unit& unit = *unit_;
    unit_ = unit.outer;
    if (!failed()) assemble(std::move(unit.emitter), *unit.code);
    return unit.code;
}

void CodeGenerator::setParameterCounts(const Parameters& parameters) {
    CodeObject& code = *unit_->code;
    code.positionalOnlyCount = static_cast<int>(parameters.positionalOnly.size());
    code.positionalCount =
        static_cast<int>(parameters.positionalOnly.size() + parameters.positional.size());
    code.keywordOnlyCount = static_cast<int>(parameters.keywordOnly.size());
    code.hasVarArgs = parameters.starArgs != nullptr;
    code.hasVarKeywords = parameters.starStarArgs != nullptr;
}

int CodeGenerator::slotOf(Unit& unit, std::string_view name, bool isFree) {
    const auto indexIn = [&](const std::vector<std::string>& list) {
        const auto found = std::ranges::lower_bound(list, name);
        return found != list.end() && *found == name ? static_cast<int>(found - list.begin()) : -1;
    };
    if (!isFree && unit.scope->cells.contains(name)) {
        const int cell = indexIn(unit.emitter.cells);
        return cell >= 0 ? Emitter::kCellBase + cell : unit.emitter.local(name);
    }
    if (const int index = indexIn(unit.emitter.frees); index >= 0) {
        return Emitter::kFreeBase + index;
    }
    return unit.emitter.local(name);
}

// -- modules -------------------------------------------------------------------------------------

std::shared_ptr<const CodeObject> CodeGenerator::compileModule(const Module& module) {
    Unit unit;
    enterScope(unit, nullptr, "<module>", 1);
    if (!module.body.empty()) at(module.body.front());
    moduleBody(module.body);
    nowhere();
    loadNone();
    emit(Opcode::ReturnValue);
    return leaveScope();
}

/// The body of a module or class (compiler_body).
void CodeGenerator::moduleBody(const NodeList<Statement>& body) {
    if (hasAnnotations(body)) emit(Opcode::SetupAnnotations);
    NodeList<Statement> rest = body;
    if (const Constant* docstring = docstringOf(body); docstring != nullptr) {
        at(docstring);
        loadText(docstring->text);
        nowhere();
        nameOperation("__doc__", ExprContext::Store);
        rest = body.subspan(1);
    }
    statements(rest);
}

/// As find_ann: is a variable annotated anywhere in this scope's statements?
bool CodeGenerator::hasAnnotations(const NodeList<Statement>& body) {
    return std::ranges::any_of(body, [](const Statement* each) {
        switch (each->kind) {
            case NodeKind::AnnAssign: return true;
            case NodeKind::For:
                return hasAnnotations(each->as<For>()->body) ||
                       hasAnnotations(each->as<For>()->orElse);
            case NodeKind::While:
                return hasAnnotations(each->as<While>()->body) ||
                       hasAnnotations(each->as<While>()->orElse);
            case NodeKind::If: {
                const auto* node = each->as<If>();
                for (;;) {
                    if (hasAnnotations(node->body)) return true;
                    const If* next =
                        node->orElse.size() == 1 ? node->orElse.front()->tryAs<If>() : nullptr;
                    if (next == nullptr) return hasAnnotations(node->orElse);
                    node = next;
                }
            }
            case NodeKind::With: return hasAnnotations(each->as<With>()->body);
            case NodeKind::Match:
                return std::ranges::any_of(each->as<Match>()->cases, [](const MatchCase* one) {
                    return hasAnnotations(one->body);
                });
            case NodeKind::Try: {
                const auto& node = *each->as<Try>();
                return hasAnnotations(node.body) || hasAnnotations(node.orElse) ||
                       hasAnnotations(node.finalBody) ||
                       std::ranges::any_of(node.handlers, [](const ExceptHandler* handler) {
                           return hasAnnotations(handler->body);
                       });
            }
            default: return false;
        }
    });
}

// -- functions -----------------------------------------------------------------------------------

void CodeGenerator::functionDef(const FunctionDef& node) {
    expressions(node.decorators);
    const int firstLine =
        node.decorators.empty() ? node.span.line : node.decorators.front()->span.line;
    int flags = defaultArguments(*node.parameters);
    flags |= annotations(node);
    checkParameters(*node.parameters);

    Unit unit;
    enterScope(unit, &node, node.name, firstLine);
    setParameterCounts(*node.parameters);
    const Constant* docstring = docstringOf(node.body);
    static_cast<void>(out().constant(docstring == nullptr
                                         ? CodeConstant{CodeConstant::None{}}
                                         : CodeConstant{std::string(docstring->text)}));
    statements(docstring == nullptr ? node.body : node.body.subspan(1));
    nowhere();
    loadNone();
    emit(Opcode::ReturnValue);
    makeClosure(leaveScope(), flags);
    applyDecorators(node.decorators);
    nameOperation(node.name, ExprContext::Store);
}

void CodeGenerator::lambda(const Lambda& node) {
    checkParameters(*node.parameters);
    const int flags = defaultArguments(*node.parameters);
    Unit unit;
    enterScope(unit, &node, "<lambda>", node.span.line);
    setParameterCounts(*node.parameters);
    static_cast<void>(out().constant({CodeConstant::None{}}));
    expression(node.body);
    at(node.body);
    emit(Opcode::ReturnValue);
    makeClosure(leaveScope(), flags);
}

void CodeGenerator::checkParameters(const Parameters& node) {
    const auto check = [&](const Parameter* each) {
        if (each != nullptr) static_cast<void>(isForbidden(each->name, ExprContext::Store));
    };
    std::ranges::for_each(node.positionalOnly, check);
    std::ranges::for_each(node.positional, check);
    std::ranges::for_each(node.keywordOnly, check);
    check(node.starArgs);
    check(node.starStarArgs);
}

/// Pushes the defaults; what is pushed is told by the result.
int CodeGenerator::defaultArguments(const Parameters& node) {
    int flags = 0;
    if (!node.defaults.empty()) {
        flags |= kHasDefaults;
        if (auto constants = folder_.foldAll(node.defaults)) {
            loadConstant({CodeConstant::Tuple{std::move(*constants)}});
        } else {
            expressions(node.defaults);
            emit(Opcode::BuildTuple, static_cast<int>(node.defaults.size()));
        }
    }
    int count = 0;
    for (std::size_t i = 0; i < node.keywordDefaults.size(); ++i) {
        if (node.keywordDefaults[i] == nullptr) continue;
        loadText(mangled(node.keywordOnly[i]->name));
        expression(node.keywordDefaults[i]);
        ++count;
    }
    if (count > 0) {
        flags |= kHasKwDefaults;
        emit(Opcode::BuildMap, count);
    }
    return flags;
}

int CodeGenerator::annotations(const FunctionDef& node) {
    const Parameters& parameters = *node.parameters;
    int count = 0;
    for (const Parameter* each : parameters.positional) annotation(each, count);
    for (const Parameter* each : parameters.positionalOnly) annotation(each, count);
    annotation(parameters.starArgs, count);
    for (const Parameter* each : parameters.keywordOnly) annotation(each, count);
    annotation(parameters.starStarArgs, count);
    if (node.returns != nullptr) {
        loadText("return");
        annotationValue(node.returns);
        ++count;
    }
    if (count == 0) return 0;
    emit(Opcode::BuildMap, count);
    return kHasAnnotations;
}

void CodeGenerator::annotation(const Parameter* node, int& count) {
    if (node == nullptr || node->annotation == nullptr) return;
    loadText(mangled(node->name));
    annotationValue(node->annotation);
    ++count;
}

void CodeGenerator::annotationValue(const Expression* node) {
    if (future_.annotations) {
        loadText(unparse(node));
    } else if (const auto* starred = node->tryAs<Starred>(); starred != nullptr) {
        // `*args: *Ts`
        expression(starred->value);
        emit(Opcode::UnpackSequence, 1);
    } else {
        expression(node);
    }
}

void CodeGenerator::makeClosure(std::shared_ptr<const CodeObject> code, int flags) {
    if (!code->freeNames.empty()) {
        for (const std::string& name : code->freeNames) {
            emit(Opcode::LoadClosure, slotOf(*unit_, name));
        }
        emit(Opcode::BuildTuple, static_cast<int>(code->freeNames.size()));
        flags |= kHasClosure;
    }
    const int index = out().constant({std::move(code)});
    emit(Opcode::MakeFunction, index, flags);
}

/// The decorators lie below what they decorate: it is called as each one's only argument.
void CodeGenerator::applyDecorators(const NodeList<Expression>& decorators) {
    const Span outer = out().span;
    for (auto each = decorators.rbegin(); each != decorators.rend(); ++each) {
        at(*each);
        emit(Opcode::Call, 0);
    }
    out().span = outer;
}

// -- classes -------------------------------------------------------------------------------------

void CodeGenerator::classDef(const ClassDef& node) {
    expressions(node.decorators);
    const int firstLine =
        node.decorators.empty() ? node.span.line : node.decorators.front()->span.line;

    Unit unit;
    enterScope(unit, &node, node.name, firstLine);
    unit.className = node.name;
    nameOperation("__name__", ExprContext::Load);
    nameOperation("__module__", ExprContext::Store);
    loadText(unit.code->qualifiedName);
    nameOperation("__qualname__", ExprContext::Store);
    moduleBody(node.body);
    nowhere();
    if (unit.scope->needsClassClosure) {
        // The class body hands its cell over, both ways that type.__new__ may get it.
        emit(Opcode::LoadClosure, slotOf(unit, "__class__"));
        emit(Opcode::Copy, 1);
        nameOperation("__classcell__", ExprContext::Store);
    } else {
        loadNone();
    }
    emit(Opcode::ReturnValue);
    auto code = leaveScope();

    emit(Opcode::LoadBuildClass);
    emit(Opcode::PushNull);
    makeClosure(std::move(code), 0);
    loadText(node.name);
    callArguments(2, node.bases, node.keywords);
    applyDecorators(node.decorators);
    nameOperation(node.name, ExprContext::Store);
}

// -- comprehensions ------------------------------------------------------------------------------

void CodeGenerator::comprehension(const ComprehensionParts& parts) {
    const Comprehension* outermost = parts.generators.front();
    const ScopeKind around = unit_->scope->kind;

    Unit unit;
    enterScope(unit, parts.node, parts.name, parts.node->span.line);
    unit.code->positionalCount = 1;
    static_cast<void>(out().constant({CodeConstant::None{}}));
    at(parts.node);
    const bool isAwaited = unit.scope->isCoroutine && parts.kind != ComprehensionKind::Generator;
    if (isAwaited && around != ScopeKind::AsyncFunction && around != ScopeKind::Comprehension) {
        fail("asynchronous comprehension outside of an asynchronous function");
    }
    switch (parts.kind) {
        case ComprehensionKind::List: emit(Opcode::BuildList); break;
        case ComprehensionKind::Set: emit(Opcode::BuildSet); break;
        case ComprehensionKind::Dict: emit(Opcode::BuildMap); break;
        default: break;
    }
    comprehensionLevel(parts, 0, 0);
    if (parts.kind == ComprehensionKind::Generator) loadNone();
    emit(Opcode::ReturnValue);
    makeClosure(leaveScope(), 0);

    iterable(outermost->iterable);
    emit(outermost->isAsync ? Opcode::GetAiter : Opcode::GetIter);
    emit(Opcode::Call, 0);  // the iterator takes the self place
    if (isAwaited) awaitTop(0);
}

void CodeGenerator::comprehensionLevel(const ComprehensionParts& parts, std::size_t index,
                                       int depth) {
    if (failed()) return;
    const Comprehension& level = *parts.generators[index];
    if (++depth_ > kMaximumNesting) {
        fail(level.iterable->span, "maximum recursion depth exceeded during compilation",
             "RecursionError");
    } else if (level.isAsync) {
        asyncComprehensionLevel(parts, index, depth);
    } else {
        syncComprehensionLevel(parts, index, depth);
    }
    --depth_;
}

void CodeGenerator::syncComprehensionLevel(const ComprehensionParts& parts, std::size_t index,
                                           int depth) {
    const Comprehension& level = *parts.generators[index];
    const Label start = out().newLabel();
    const Label ifFalse = out().newLabel();
    const Label anchor = out().newLabel();

    const Expression* single = nullptr;  // `for y in [f(x)]` is an assignment
    if (index == 0) {
        emit(Opcode::LoadFast, slotOf(*unit_, ".0"));
    } else {
        NodeList<Expression> elements;
        if (const auto* list = level.iterable->tryAs<ListExpr>()) elements = list->elements;
        if (const auto* tuple = level.iterable->tryAs<TupleExpr>()) elements = tuple->elements;
        if (elements.size() == 1 && elements.front()->kind != NodeKind::Starred) {
            single = elements.front();
            expression(single);
        } else {
            iterable(level.iterable);
            emit(Opcode::GetIter);
        }
    }
    if (single == nullptr) {
        ++depth;
        out().place(start);
        out().jump(Opcode::ForIter, anchor);
    }
    expression(level.target);
    comprehensionInner(parts, index, depth, ifFalse);
    out().place(ifFalse);
    if (single == nullptr) {
        out().jump(Opcode::Jump, start);
        out().place(anchor);
    }
}

void CodeGenerator::asyncComprehensionLevel(const ComprehensionParts& parts, std::size_t index,
                                            int depth) {
    const Comprehension& level = *parts.generators[index];
    const Label start = out().newLabel();
    const Label except = out().newLabel();
    const Label ifFalse = out().newLabel();

    if (index == 0) {
        emit(Opcode::LoadFast, slotOf(*unit_, ".0"));
    } else {
        expression(level.iterable);
        emit(Opcode::GetAiter);
    }
    out().place(start);
    if (!pushBlock({BlockKind::AsyncComprehension, start, {}, out().handler()})) return;
    const int outerHandler = out().handler();
    out().beginHandler(except);
    emit(Opcode::GetAnext);
    loadNone();
    emit(Opcode::YieldFrom);
    out().setHandler(outerHandler);
    expression(level.target);
    comprehensionInner(parts, index, depth + 1, ifFalse);
    out().place(ifFalse);
    out().jump(Opcode::Jump, start);
    popBlock();
    out().place(except);
    emit(Opcode::EndAsyncFor);
}

/// The conditions of one `for`, then the next `for` or the element.
void CodeGenerator::comprehensionInner(const ComprehensionParts& parts, std::size_t index,
                                       int depth, Label ifFalse) {
    for (const Expression* condition : parts.generators[index]->conditions) {
        jumpIf(condition, ifFalse, false);
    }
    if (index + 1 < parts.generators.size()) {
        comprehensionLevel(parts, index + 1, depth);
    } else {
        comprehensionElement(parts, depth);
    }
}

void CodeGenerator::comprehensionElement(const ComprehensionParts& parts, int depth) {
    expression(parts.element);
    switch (parts.kind) {
        case ComprehensionKind::Generator:
            yieldTop();
            emit(Opcode::PopTop);
            break;
        case ComprehensionKind::List: emit(Opcode::ListAppend, depth + 1); break;
        case ComprehensionKind::Set: emit(Opcode::SetAdd, depth + 1); break;
        case ComprehensionKind::Dict:
            expression(parts.value);
            emit(Opcode::MapAdd, depth + 1);
            break;
        case ComprehensionKind::None: break;
    }
}

}  // namespace coroscope::language
