// try, with, and what is due on the way out of them.
//
// There is no block stack at run time: an exception is looked up in a table by
// the instruction that raised it. So whatever leaves a block by `return`,
// `break` or `continue` has the block's duties compiled before its jump, guarded
// by what is outside the block. Stack comments read left to right, top on the right.

#include <utility>

#include "engine/language/code_generator.h"

namespace coroscope::language {

namespace {
constexpr std::size_t kMaximumBlocks = 20;  // CO_MAXBLOCKS
}

bool CodeGenerator::pushBlock(Block block) {
    if (unit_->blocks.size() >= kMaximumBlocks) {
        fail("too many statically nested blocks");
        return false;
    }
    unit_->blocks.push_back(std::move(block));
    return true;
}

void CodeGenerator::popBlock() { unit_->blocks.pop_back(); }

// -- ways out ------------------------------------------------------------------------------------

const CodeGenerator::Block* CodeGenerator::unwindBlocks(bool keepsTop, bool toLoop) {
    std::vector<Block>& blocks = unit_->blocks;
    if (blocks.empty()) return nullptr;
    const BlockKind kind = blocks.back().kind;
    if (toLoop && (kind == BlockKind::WhileLoop || kind == BlockKind::ForLoop)) {
        return &blocks.back();
    }
    if (kind == BlockKind::GroupHandlers) {
        fail("'break', 'continue' and 'return' cannot appear in an except* block");
        return nullptr;
    }
    // While a block's duties are compiled it is no longer around them.
    const Block block = blocks.back();
    blocks.pop_back();
    unwindBlock(block, keepsTop);
    const Block* loop = unwindBlocks(keepsTop, toLoop);
    const std::size_t index = loop == nullptr ? 0 : static_cast<std::size_t>(loop - blocks.data());
    blocks.push_back(block);
    return loop == nullptr ? nullptr : &blocks[index];
}

/// As compiler_unwind_fblock.
void CodeGenerator::unwindBlock(const Block& block, bool keepsTop) {
    const auto keepTop = [&] {
        if (keepsTop) emit(Opcode::Swap, 2);
    };
    switch (block.kind) {
        case BlockKind::WhileLoop:
        case BlockKind::GroupHandlers:
        case BlockKind::AsyncComprehension: break;
        case BlockKind::ForLoop:
        case BlockKind::PoppedValue:
            keepTop();
            emit(Opcode::PopTop);
            break;
        case BlockKind::TryExcept: out().setHandler(block.outerHandler); break;
        case BlockKind::FinallyTry:
            out().setHandler(block.outerHandler);
            if (keepsTop && !pushBlock({BlockKind::PoppedValue, {}, {}, block.outerHandler})) {
                return;
            }
            statements(*block.finalBody);
            if (keepsTop) popBlock();
            // The final statements seem to run after what leaves the block.
            nowhere();
            break;
        case BlockKind::FinallyEnd:
            keepTop();
            emit(Opcode::PopTop);  // the exception
            keepTop();
            out().setHandler(block.outerHandler);
            emit(Opcode::PopExcept);
            break;
        case BlockKind::With:
        case BlockKind::AsyncWith:
            at(block.with);
            out().setHandler(block.outerHandler);
            keepTop();
            callExitWithNones();
            if (block.kind == BlockKind::AsyncWith) awaitTop(2);
            emit(Opcode::PopTop);
            nowhere();
            break;
        case BlockKind::HandlerCleanup:
            keepTop();
            out().setHandler(block.outerHandler);
            emit(Opcode::PopExcept);
            if (!block.name.empty()) forgetName(block.name);
            break;
    }
}

// -- try -----------------------------------------------------------------------------------------

void CodeGenerator::tryStatement(const Try& node) {
    const auto guarded = [&] { node.isStar ? tryStar(node) : tryExcept(node); };
    if (node.finalBody.empty()) {
        guarded();
        return;
    }
    const Label except = out().newLabel();
    const Label cleanup = out().newLabel();
    const Label exit = out().newLabel();
    const int outerHandler = out().handler();

    if (!pushBlock({BlockKind::FinallyTry, {}, {}, outerHandler, nullptr, &node.finalBody})) {
        return;
    }
    out().beginHandler(except);
    if (node.handlers.empty()) {
        statements(node.body);
    } else {
        guarded();
    }
    out().setHandler(outerHandler);
    popBlock();
    statements(node.finalBody);
    nowhere();
    out().jump(Opcode::Jump, exit);

    out().place(except);  // [exception]
    nowhere();
    out().beginHandler(cleanup);
    emit(Opcode::PushExcInfo);  // [previous exception]
    if (!pushBlock({BlockKind::FinallyEnd, {}, {}, outerHandler})) return;
    statements(node.finalBody);
    popBlock();
    emit(Opcode::Reraise);
    out().setHandler(outerHandler);
    out().place(cleanup);  // [previous, new exception]
    popExceptAndReraise();
    out().place(exit);
}

void CodeGenerator::popExceptAndReraise() {
    nowhere();
    emit(Opcode::Copy, 2);
    emit(Opcode::PopExcept);
    emit(Opcode::Reraise);
}

/// The body and the `else` of a `try`, after which `end` follows, and the way in to its handlers:
/// the stack is [previous exception], and what is raised from now on goes to `cleanup`.
bool CodeGenerator::tryBody(const Try& node, Label cleanup, Label end) {
    const Label except = out().newLabel();
    const int outerHandler = out().handler();
    if (!pushBlock({BlockKind::TryExcept, {}, {}, outerHandler})) return false;
    out().beginHandler(except);
    statements(node.body);
    out().setHandler(outerHandler);
    popBlock();
    statements(node.orElse);
    nowhere();
    out().jump(Opcode::Jump, end);

    out().place(except);  // [exception]
    nowhere();
    out().beginHandler(cleanup);
    emit(Opcode::PushExcInfo);  // [previous exception]
    return true;
}

/// try … except … else (compiler_try_except).
void CodeGenerator::tryExcept(const Try& node) {
    const Label cleanup = out().newLabel();
    const Label end = out().newLabel();
    const int outerHandler = out().handler();

    if (!tryBody(node, cleanup, end)) return;
    const int dispatchHandler = out().handler();
    for (std::size_t i = 0; i < node.handlers.size(); ++i) {
        const ExceptHandler& handler = *node.handlers[i];
        at(&handler);
        if (handler.type == nullptr && i + 1 < node.handlers.size()) {
            fail("default 'except:' must be last");
            return;
        }
        const Label next = out().newLabel();
        out().setHandler(dispatchHandler);
        exceptHandler(handler, end, next, outerHandler);
        if (failed()) return;
        out().place(next);
    }
    out().setHandler(dispatchHandler);
    nowhere();
    emit(Opcode::Reraise);
    out().setHandler(outerHandler);
    out().place(cleanup);  // [previous, new exception]
    popExceptAndReraise();
    out().place(end);
}

void CodeGenerator::exceptHandler(const ExceptHandler& handler, Label end, Label next,
                                  int outerHandler) {
    const int dispatchHandler = out().handler();
    if (handler.type != nullptr) {
        expression(handler.type);
        emit(Opcode::CheckExcMatch);
        out().jump(Opcode::PopJumpIfFalse, next);
    }
    const Block body{
        BlockKind::HandlerCleanup, {}, {}, outerHandler, nullptr, nullptr, handler.name};
    if (handler.name.empty()) {
        if (!pushBlock(body)) return;
        emit(Opcode::PopTop);
        statements(handler.body);
        popBlock();
        nowhere();
        out().setHandler(outerHandler);
        emit(Opcode::PopExcept);
        out().jump(Opcode::Jump, end);
        return;
    }
    // The name is deleted however the body ends.
    const Label cleanup = out().newLabel();
    nameOperation(handler.name, ExprContext::Store);
    if (!pushBlock(body)) return;
    out().beginHandler(cleanup);
    statements(handler.body);
    popBlock();
    nowhere();
    out().setHandler(outerHandler);
    emit(Opcode::PopExcept);
    forgetName(handler.name);
    out().jump(Opcode::Jump, end);

    out().place(cleanup);
    nowhere();
    out().setHandler(dispatchHandler);
    forgetName(handler.name);
    emit(Opcode::Reraise);
}

/// try … except* … else (compiler_try_star_except). Each handler takes its part of what was
/// raised; what the handlers raise, and what is left in the end, is raised as one group.
void CodeGenerator::tryStar(const Try& node) {
    const Label cleanup = out().newLabel();
    const Label reraise = out().newLabel();
    const Label end = out().newLabel();
    const int outerHandler = out().handler();

    if (!tryBody(node, cleanup, end)) return;
    if (!pushBlock({BlockKind::GroupHandlers, {}, {}, outerHandler})) return;
    at(node.handlers.front());
    emit(Opcode::Copy, 1);
    emit(Opcode::BuildList, 0);
    emit(Opcode::Swap, 2);  // [previous original raised rest]
    for (const ExceptHandler* handler : node.handlers) {
        const Label next = out().newLabel();
        starHandler(*handler, next);
        if (failed()) return;
        out().place(next);
    }
    emit(Opcode::ListAppend, 1);  // what is left, or None
    popBlock();
    nowhere();
    emit(Opcode::PrepReraiseStar);  // [previous exception|None]
    emit(Opcode::Copy, 1);
    out().jump(Opcode::PopJumpIfNotNone, reraise);
    emit(Opcode::PopTop);
    out().setHandler(outerHandler);
    emit(Opcode::PopExcept);
    out().jump(Opcode::Jump, end);
    out().place(reraise);
    emit(Opcode::Swap, 2);
    emit(Opcode::PopExcept);
    emit(Opcode::Reraise);
    out().place(cleanup);  // [previous, new exception]
    popExceptAndReraise();
    out().place(end);
}

/// [original raised rest] -> the same, with less in `rest`, and in `raised` what the body raised.
void CodeGenerator::starHandler(const ExceptHandler& handler, Label next) {
    const Label cleanup = out().newLabel();
    const Label noMatch = out().newLabel();
    const int dispatchHandler = out().handler();
    at(&handler);
    expression(handler.type);
    emit(Opcode::CheckEgMatch);  // [… rest match|None]
    emit(Opcode::Copy, 1);
    out().jump(Opcode::PopJumpIfNone, noMatch);
    if (handler.name.empty()) {
        emit(Opcode::PopTop);
    } else {
        nameOperation(handler.name, ExprContext::Store);
    }
    if (!pushBlock(
            {BlockKind::HandlerCleanup, {}, {}, dispatchHandler, nullptr, nullptr, handler.name})) {
        return;
    }
    out().beginHandler(cleanup);
    statements(handler.body);
    popBlock();
    nowhere();
    out().setHandler(dispatchHandler);
    if (!handler.name.empty()) forgetName(handler.name);
    out().jump(Opcode::Jump, next);

    out().place(cleanup);  // [… raised rest exception]
    nowhere();
    if (!handler.name.empty()) forgetName(handler.name);
    emit(Opcode::ListAppend, 2);
    out().jump(Opcode::Jump, next);

    out().place(noMatch);
    emit(Opcode::PopTop);
}

/// `name = None; del name`, which works whether or not the name is still bound.
void CodeGenerator::forgetName(Identifier name) {
    loadNone();
    nameOperation(name, ExprContext::Store);
    nameOperation(name, ExprContext::Del);
}

// -- with ----------------------------------------------------------------------------------------

void CodeGenerator::with(const With& node, std::size_t position) {
    if (failed()) return;
    if (node.isAsync && unit_->scope->kind != ScopeKind::AsyncFunction) {
        fail("'async with' outside async function");
        return;
    }
    const WithItem& item = *node.items[position];
    const Label except = out().newLabel();
    const Label cleanup = out().newLabel();
    const Label exit = out().newLabel();
    const int outerHandler = out().handler();

    expression(item.context);
    emit(node.isAsync ? Opcode::BeforeAsyncWith : Opcode::BeforeWith);
    if (node.isAsync) awaitTop(1);
    out().beginHandler(except, 1);  // [exit result] -> [exit exception]
    if (!pushBlock(
            {node.isAsync ? BlockKind::AsyncWith : BlockKind::With, {}, {}, outerHandler, &node})) {
        return;
    }
    if (item.target != nullptr) {
        expression(item.target);
    } else {
        emit(Opcode::PopTop);
    }
    if (position + 1 == node.items.size()) {
        statements(node.body);
    } else {
        with(node, position + 1);
    }
    popBlock();
    out().setHandler(outerHandler);
    at(&node);
    callExitWithNones();
    if (node.isAsync) awaitTop(2);
    emit(Opcode::PopTop);
    out().jump(Opcode::Jump, exit);

    out().place(except);  // [exit exception]
    out().beginHandler(cleanup);
    emit(Opcode::PushExcInfo);
    emit(Opcode::WithExceptStart);  // [exit previous exception result]
    if (node.isAsync) awaitTop(2);
    withExceptFinish(cleanup, exit, outerHandler);
}

void CodeGenerator::withExceptFinish(Label cleanup, Label exit, int outerHandler) {
    const Label suppress = out().newLabel();
    nowhere();
    out().jump(Opcode::PopJumpIfTrue, suppress);
    emit(Opcode::Reraise);
    out().place(suppress);
    emit(Opcode::PopTop);  // the exception
    out().setHandler(outerHandler);
    emit(Opcode::PopExcept);
    emit(Opcode::PopTop);  // exit
    out().jump(Opcode::Jump, exit);
    out().place(cleanup);  // [exit previous, new exception]
    popExceptAndReraise();
    out().place(exit);
}

/// [exit] -> [result of exit(None, None, None)]
void CodeGenerator::callExitWithNones() {
    loadNone();
    loadNone();
    loadNone();
    emit(Opcode::Call, 2);  // the first None takes the self place
}

/// Awaits what is on top; `context` is GetAwaitable's.
void CodeGenerator::awaitTop(int context) {
    emit(Opcode::GetAwaitable, 0, context);
    loadNone();
    emit(Opcode::YieldFrom);
}

}  // namespace coroscope::language
