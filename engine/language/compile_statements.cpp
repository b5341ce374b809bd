// Statements, save those that open a scope and those that guard one
// (compile_scopes.cpp, compile_unwinding.cpp).

#include <utility>

#include "engine/language/code_generator.h"

namespace coroscope::language {

void CodeGenerator::statements(const NodeList<Statement>& body) {
    for (const Statement* each : body) statement(each);
}

void CodeGenerator::statement(const Statement* node) {
    if (failed()) return;
    if (++depth_ > kMaximumNesting) {
        fail(node->span, "maximum recursion depth exceeded during compilation", "RecursionError");
    } else {
        at(node);
        statementInner(node);
    }
    --depth_;
}

void CodeGenerator::statementInner(const Statement* node) {
    switch (node->kind) {
        case NodeKind::FunctionDef: functionDef(*node->as<FunctionDef>()); break;
        case NodeKind::ClassDef: classDef(*node->as<ClassDef>()); break;
        case NodeKind::Return: returnStatement(*node->as<Return>()); break;
        case NodeKind::Delete: expressions(node->as<Delete>()->targets); break;
        case NodeKind::Assign: assign(*node->as<Assign>()); break;
        case NodeKind::AugAssign: augAssign(*node->as<AugAssign>()); break;
        case NodeKind::AnnAssign: annAssign(*node->as<AnnAssign>()); break;
        case NodeKind::For:
            if (node->as<For>()->isAsync) {
                asyncForStatement(*node->as<For>());
            } else {
                forStatement(*node->as<For>());
            }
            break;
        case NodeKind::While: whileStatement(*node->as<While>()); break;
        case NodeKind::If: ifStatement(node->as<If>()); break;
        case NodeKind::With: with(*node->as<With>(), 0); break;
        case NodeKind::Match: match(*node->as<Match>()); break;
        case NodeKind::Raise: raise(*node->as<Raise>()); break;
        case NodeKind::Try: tryStatement(*node->as<Try>()); break;
        case NodeKind::Assert: assertStatement(*node->as<Assert>()); break;
        case NodeKind::Import: import(*node->as<Import>()); break;
        case NodeKind::ImportFrom: importFrom(*node->as<ImportFrom>()); break;
        case NodeKind::ExprStmt: {
            const Expression* value = node->as<ExprStmt>()->value;
            if (folder_.fold(value)) break;
            expression(value);
            nowhere();
            emit(Opcode::PopTop);
            break;
        }
        case NodeKind::Break: breakStatement(); break;
        case NodeKind::Continue: continueStatement(); break;
        default: break;  // pass, global, nonlocal
    }
}

// -- assignment ----------------------------------------------------------------------------------

void CodeGenerator::assign(const Assign& node) {
    expression(node.value);
    for (std::size_t i = 0; i < node.targets.size(); ++i) {
        if (i + 1 < node.targets.size()) emit(Opcode::Copy, 1);
        expression(node.targets[i]);
    }
}

/// Is it a parameter that nothing in the function binds anew? It can be loaded twice instead of
/// being kept on the stack.
bool CodeGenerator::isSteadyParameter(const Expression* node) {
    if (node->kind != NodeKind::Name || !inFunction()) return false;
    const std::string_view name = mangled(node->as<Name>()->id);
    const auto found = unit_->scope->symbols.find(name);
    if (found == unit_->scope->symbols.end()) return false;
    const Symbol& symbol = found->second;
    return symbol.scope == NameScope::Local && (symbol.flags & kSymbolParameter) != 0 &&
           (symbol.flags & (kSymbolLocal | kSymbolImported)) == 0;
}

void CodeGenerator::augAssign(const AugAssign& node) {
    at(node.target);
    bool loadsTwice = false;
    switch (node.target->kind) {
        case NodeKind::Attribute: {
            const auto& target = *node.target->as<Attribute>();
            expression(target.value);
            loadsTwice = isSteadyParameter(target.value);
            if (!loadsTwice) emit(Opcode::Copy, 1);
            startAtAttribute(target);
            emit(Opcode::LoadAttr, nameIndex(target.name));
            break;
        }
        case NodeKind::Subscript: {
            const auto& target = *node.target->as<Subscript>();
            expression(target.value);
            expression(target.index);
            emit(Opcode::Copy, 2);
            emit(Opcode::Copy, 2);
            emit(Opcode::BinarySubscr);
            break;
        }
        default: nameOperation(node.target->as<Name>()->id, ExprContext::Load); break;
    }
    at(&node);
    expression(node.value);
    binaryOperation(node.op, true);
    at(node.target);
    switch (node.target->kind) {
        case NodeKind::Attribute: {
            const auto& target = *node.target->as<Attribute>();
            if (loadsTwice) {
                expression(target.value);
                startAtAttribute(target);
            } else {
                startAtAttribute(target);
                emit(Opcode::Swap, 2);
            }
            emit(Opcode::StoreAttr, nameIndex(target.name));
            break;
        }
        case NodeKind::Subscript:
            emit(Opcode::Swap, 3);
            emit(Opcode::Swap, 2);
            emit(Opcode::StoreSubscr);
            break;
        default: nameOperation(node.target->as<Name>()->id, ExprContext::Store); break;
    }
}

/// As compiler_annassign: the annotation comes last, and in a function not at all.
void CodeGenerator::annAssign(const AnnAssign& node) {
    if (node.value != nullptr) {
        expression(node.value);
        expression(node.target);
    }
    const bool isKept = !inFunction();
    switch (node.target->kind) {
        case NodeKind::Name:
            if (isForbidden(node.target->as<Name>()->id, ExprContext::Store)) return;
            if (node.isSimple && isKept) {
                annotationValue(node.annotation);
                const int annotations = out().name("__annotations__");
                emit(unit_->scope->kind == ScopeKind::Class ? Opcode::LoadName : Opcode::LoadGlobal,
                     annotations);
                loadText(mangled(node.target->as<Name>()->id));
                emit(Opcode::StoreSubscr);
            }
            break;
        case NodeKind::Attribute:
            if (isForbidden(node.target->as<Attribute>()->name, ExprContext::Store)) return;
            if (node.value == nullptr) checkAnnotationTarget(node.target->as<Attribute>()->value);
            break;
        case NodeKind::Subscript:
            if (node.value == nullptr) {
                checkAnnotationTarget(node.target->as<Subscript>()->value);
                checkAnnotationTarget(node.target->as<Subscript>()->index);
            }
            break;
        default: break;
    }
    if (!node.isSimple && isKept && !future_.annotations) {
        expression(node.annotation);
        emit(Opcode::PopTop);
    }
}

/// Evaluates the parts of a target that is annotated but not assigned (check_ann_subscr).
void CodeGenerator::checkAnnotationTarget(const Expression* node) {
    if (node == nullptr) return;
    if (const auto* range = node->tryAs<Slice>(); range != nullptr) {
        checkAnnotationTarget(range->lower);
        checkAnnotationTarget(range->upper);
        checkAnnotationTarget(range->step);
    } else if (const auto* tuple = node->tryAs<TupleExpr>(); tuple != nullptr) {
        for (const Expression* each : tuple->elements) checkAnnotationTarget(each);
    } else {
        expression(node);
        emit(Opcode::PopTop);
    }
}

// -- branches and loops --------------------------------------------------------------------------

void CodeGenerator::ifStatement(const If* node) {
    // A chain of `elif` is nested as deep as it is long.
    const Label end = out().newLabel();
    for (;;) {
        const Label next = node->orElse.empty() ? end : out().newLabel();
        jumpIf(node->test, next, false);
        statements(node->body);
        if (node->orElse.empty()) break;
        nowhere();
        out().jump(Opcode::Jump, end);
        out().place(next);
        const If* chained = node->orElse.size() == 1 ? node->orElse.front()->tryAs<If>() : nullptr;
        if (chained == nullptr || failed()) {
            statements(node->orElse);
            break;
        }
        node = chained;
        at(node);
    }
    out().place(end);
}

void CodeGenerator::forStatement(const For& node) {
    const Label start = out().newLabel();
    const Label cleanup = out().newLabel();
    const Label end = out().newLabel();
    if (!pushBlock({BlockKind::ForLoop, start, end, out().handler()})) return;
    iterable(node.iterable);
    emit(Opcode::GetIter);
    out().place(start);
    out().jump(Opcode::ForIter, cleanup);
    expression(node.target);
    statements(node.body);
    nowhere();
    out().jump(Opcode::Jump, start);
    out().place(cleanup);
    popBlock();
    statements(node.orElse);
    out().place(end);
}

void CodeGenerator::asyncForStatement(const For& node) {
    if (unit_->scope->kind != ScopeKind::AsyncFunction) {
        fail("'async for' outside async function");
        return;
    }
    const Label start = out().newLabel();
    const Label except = out().newLabel();
    const Label end = out().newLabel();
    expression(node.iterable);
    emit(Opcode::GetAiter);
    out().place(start);
    const int outerHandler = out().handler();
    if (!pushBlock({BlockKind::ForLoop, start, end, outerHandler})) return;
    out().beginHandler(except);
    emit(Opcode::GetAnext);
    loadNone();
    emit(Opcode::YieldFrom);
    out().setHandler(outerHandler);
    expression(node.target);
    statements(node.body);
    nowhere();
    out().jump(Opcode::Jump, start);
    popBlock();
    out().place(except);
    // The exception is reported at the iterable, as CPython does.
    at(node.iterable);
    emit(Opcode::EndAsyncFor);
    statements(node.orElse);
    out().place(end);
}

void CodeGenerator::whileStatement(const While& node) {
    const Label start = out().newLabel();
    const Label anchor = out().newLabel();
    const Label end = out().newLabel();
    out().place(start);
    if (!pushBlock({BlockKind::WhileLoop, start, end, out().handler()})) return;
    jumpIf(node.test, anchor, false);
    statements(node.body);
    at(&node);
    out().jump(Opcode::Jump, start);
    popBlock();
    out().place(anchor);
    statements(node.orElse);
    out().place(end);
}

void CodeGenerator::returnStatement(const Return& node) {
    if (!inFunction()) {
        fail("'return' outside function");
        return;
    }
    const Scope& scope = *unit_->scope;
    if (node.value != nullptr && scope.isCoroutine && scope.isGenerator) {
        fail("'return' with value in async generator");
        return;
    }
    auto value = node.value == nullptr ? std::optional(CodeConstant{CodeConstant::None{}})
                                       : folder_.fold(node.value);
    if (!value)
        expression(node.value);
    else if (node.value != nullptr)
        out().span = node.value->span;
    const int handler = out().handler();
    static_cast<void>(unwindBlocks(!value.has_value(), false));
    if (value) loadConstant(std::move(*value));
    emit(Opcode::ReturnValue);
    out().setHandler(handler);
}

void CodeGenerator::breakStatement() {
    const Span position = out().span;
    const int handler = out().handler();
    const Block* loop = unwindBlocks(false, true);
    if (loop == nullptr) {
        fail(position, "'break' outside loop");
        return;
    }
    unwindBlock(*loop, false);
    out().jump(Opcode::Jump, loop->exit);
    out().setHandler(handler);
}

void CodeGenerator::continueStatement() {
    const Span position = out().span;
    const int handler = out().handler();
    const Block* loop = unwindBlocks(false, true);
    if (loop == nullptr) {
        fail(position, "'continue' not properly in loop");
        return;
    }
    out().jump(Opcode::Jump, loop->start);
    out().setHandler(handler);
}

// -- assert, raise -------------------------------------------------------------------------------

void CodeGenerator::assertStatement(const Assert& node) {
    warnOfAssert(node);
    const Label end = out().newLabel();
    jumpIf(node.test, end, true);
    emit(Opcode::LoadAssertionError);
    if (node.message != nullptr) {
        expression(node.message);
        emit(Opcode::Call, 0);  // the message takes the self place
    }
    emit(Opcode::RaiseVarargs, 1);
    out().place(end);
}

void CodeGenerator::raise(const Raise& node) {
    int count = 0;
    if (node.exception != nullptr) {
        expression(node.exception);
        ++count;
        if (node.cause != nullptr) {
            expression(node.cause);
            ++count;
        }
    }
    emit(Opcode::RaiseVarargs, count);
}

// -- import --------------------------------------------------------------------------------------

void CodeGenerator::import(const Import& node) {
    for (const Alias* alias : node.names) {
        loadNone();
        emit(Opcode::ImportName, out().name(alias->name), 0, 0);
        if (alias->asName.empty()) {
            nameOperation(alias->name.substr(0, alias->name.find('.')), ExprContext::Store);
        } else {
            importAs(alias->name, alias->asName);
        }
    }
}

/// `import a.b.c as d`: what was imported is `a`, what is bound is `a.b.c`.
void CodeGenerator::importAs(Identifier name, Identifier asName) {
    std::size_t dot = name.find('.');
    if (dot == Identifier::npos) {
        nameOperation(asName, ExprContext::Store);
        return;
    }
    for (;;) {
        const std::size_t next = name.find('.', dot + 1);
        emit(Opcode::ImportFrom, out().name(name.substr(dot + 1, next - dot - 1)));
        if (next == Identifier::npos) break;
        emit(Opcode::Swap, 2);
        emit(Opcode::PopTop);
        dot = next;
    }
    nameOperation(asName, ExprContext::Store);
    emit(Opcode::PopTop);
}

void CodeGenerator::importFrom(const ImportFrom& node) {
    if (node.span.line > future_.lastLine && node.module == "__future__" && node.level == 0) {
        fail("from __future__ imports must occur at the beginning of the file");
        return;
    }
    CodeConstant::Tuple names;
    for (const Alias* alias : node.names) names.items.push_back({std::string(alias->name)});
    loadConstant({std::move(names)});
    emit(Opcode::ImportName, out().name(node.module), 0, node.level);
    if (node.names.size() == 1 && node.names.front()->name == "*") {
        emit(Opcode::ImportStar);
        return;
    }
    for (const Alias* alias : node.names) {
        emit(Opcode::ImportFrom, out().name(alias->name));
        nameOperation(alias->asName.empty() ? alias->name : alias->asName, ExprContext::Store);
    }
    emit(Opcode::PopTop);
}

}  // namespace coroscope::language
