// Expressions, save calls and displays (compile_calls.cpp) and what opens a
// scope (compile_scopes.cpp).

#include <utility>

#include "engine/language/code_generator.h"

namespace coroscope::language {

void CodeGenerator::expression(const Expression* node) {
    if (failed()) return;
    if (++depth_ > kMaximumNesting) {
        fail(node->span, "maximum recursion depth exceeded during compilation", "RecursionError");
    } else {
        const Span outer = out().span;
        at(node);
        expressionInner(node);
        out().span = outer;
    }
    --depth_;
}

void CodeGenerator::expressionInner(const Expression* node) {
    switch (node->kind) {
        case NodeKind::BoolOp: boolOp(*node->as<BoolOp>()); break;
        case NodeKind::NamedExpr:
            expression(node->as<NamedExpr>()->value);
            emit(Opcode::Copy, 1);
            expression(node->as<NamedExpr>()->target);
            break;
        case NodeKind::BinOp: binOp(node->as<BinOp>()); break;
        case NodeKind::UnaryOp: unaryOp(*node->as<UnaryOp>()); break;
        case NodeKind::Lambda: lambda(*node->as<Lambda>()); break;
        case NodeKind::IfExp: conditional(*node->as<IfExp>()); break;
        case NodeKind::DictExpr: dict(*node->as<DictExpr>()); break;
        case NodeKind::SetExpr: display(node->as<SetExpr>()->elements, 0, DisplayKind::Set); break;
        case NodeKind::ListComp: {
            const auto& each = *node->as<ListComp>();
            comprehension({node, ComprehensionKind::List, "<listcomp>", each.generators,
                           each.element, nullptr});
            break;
        }
        case NodeKind::SetComp: {
            const auto& each = *node->as<SetComp>();
            comprehension({node, ComprehensionKind::Set, "<setcomp>", each.generators, each.element,
                           nullptr});
            break;
        }
        case NodeKind::DictComp: {
            const auto& each = *node->as<DictComp>();
            comprehension({node, ComprehensionKind::Dict, "<dictcomp>", each.generators, each.key,
                           each.value});
            break;
        }
        case NodeKind::GeneratorExp: {
            const auto& each = *node->as<GeneratorExp>();
            comprehension({node, ComprehensionKind::Generator, "<genexpr>", each.generators,
                           each.element, nullptr});
            break;
        }
        case NodeKind::Await: await(*node->as<Await>()); break;
        case NodeKind::Yield: yield(*node->as<Yield>()); break;
        case NodeKind::YieldFrom: yieldFrom(*node->as<YieldFrom>()); break;
        case NodeKind::Compare: compare(*node->as<Compare>()); break;
        case NodeKind::Call: call(*node->as<Call>()); break;
        case NodeKind::FormattedValue: formattedValue(*node->as<FormattedValue>()); break;
        case NodeKind::JoinedStr: joinedStr(*node->as<JoinedStr>()); break;
        case NodeKind::Constant: constant(*node->as<Constant>()); break;
        case NodeKind::Attribute: attribute(*node->as<Attribute>()); break;
        case NodeKind::Subscript: subscript(*node->as<Subscript>()); break;
        case NodeKind::Starred:
            fail(node->as<Starred>()->context == ExprContext::Store
                     ? "starred assignment target must be in a list or tuple"
                     : "can't use starred expression here");
            break;
        case NodeKind::Name: {
            const auto& name = *node->as<Name>();
            nameOperation(name.id, name.context);
            break;
        }
        case NodeKind::ListExpr: {
            const auto& list = *node->as<ListExpr>();
            sequence(list.elements, list.context, DisplayKind::List);
            break;
        }
        case NodeKind::TupleExpr: {
            const auto& tuple = *node->as<TupleExpr>();
            if (auto value = folder_.fold(node)) {
                loadConstant(std::move(*value));
            } else {
                sequence(tuple.elements, tuple.context, DisplayKind::Tuple);
            }
            break;
        }
        case NodeKind::Slice: slice(*node->as<Slice>()); break;
        default: unsupported(node, "this expression"); break;
    }
}

void CodeGenerator::constant(const Constant& node) {
    if (auto value = ConstantFolder::literal(node)) {
        loadConstant(std::move(*value));
    } else {
        unsupported(&node, "a complex number");
    }
}

// -- names ---------------------------------------------------------------------------------------

/// As forbidden_name.
bool CodeGenerator::isForbidden(Identifier name, ExprContext context) {
    if (name != "__debug__" || context == ExprContext::Load) return false;
    fail(context == ExprContext::Store ? "cannot assign to __debug__" : "cannot delete __debug__");
    return true;
}

void CodeGenerator::nameOperation(Identifier rawName, ExprContext context) {
    if (isForbidden(rawName, context)) return;
    if (rawName == "__debug__") {
        loadConstant({true});
        return;
    }
    const std::string_view name = mangled(rawName);
    const auto choose = [context](Opcode load, Opcode store, Opcode remove) {
        return context == ExprContext::Load ? load : context == ExprContext::Store ? store : remove;
    };
    const ScopeKind kind = unit_->scope->kind;
    const NameScope scope = unit_->scope->scopeOf(name);
    if (scope == NameScope::Free && kind == ScopeKind::Class && context == ExprContext::Load) {
        const int index = out().name(name);
        if (index > 0xFFFF) fail(out().span, "so many names in a class", "error");
        emit(Opcode::LoadClassDeref, slotOf(*unit_, name, true), 0, index);
    } else if (scope == NameScope::Free || scope == NameScope::Cell) {
        emit(choose(Opcode::LoadDeref, Opcode::StoreDeref, Opcode::DeleteDeref),
             slotOf(*unit_, name, scope == NameScope::Free));
    } else if (scope == NameScope::Local && inFunction()) {
        emit(choose(Opcode::LoadFast, Opcode::StoreFast, Opcode::DeleteFast), slotOf(*unit_, name));
    } else if (kind == ScopeKind::Class && scope != NameScope::GlobalExplicit) {
        emit(choose(Opcode::LoadName, Opcode::StoreName, Opcode::DeleteName), out().name(name));
    } else {
        emit(choose(Opcode::LoadGlobal, Opcode::StoreGlobal, Opcode::DeleteGlobal),
             out().name(name));
    }
}

// -- operators -----------------------------------------------------------------------------------

void CodeGenerator::boolOp(const BoolOp& node) {
    const Label end = out().newLabel();
    const Opcode jump =
        node.op == BoolOperator::And ? Opcode::JumpIfFalseOrPop : Opcode::JumpIfTrueOrPop;
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        expression(node.values[i]);
        if (i + 1 < node.values.size()) out().jump(jump, end);
    }
    out().place(end);
}

void CodeGenerator::binOp(const BinOp* node) {
    // The left side may nest as deep as a line is long: down, then up again.
    std::vector<const BinOp*> spine;
    const Expression* left = node;
    while (const auto* operation = left->tryAs<BinOp>()) {
        if (auto value = folder_.fold(operation)) {
            at(operation);
            loadConstant(std::move(*value));
            left = nullptr;
            break;
        }
        spine.push_back(operation);
        left = operation->left;
    }
    if (left != nullptr) expression(left);
    for (auto each = spine.rbegin(); each != spine.rend(); ++each) {
        expression((*each)->right);
        at(*each);
        binaryOperation((*each)->op, false);
    }
}

void CodeGenerator::binaryOperation(BinaryOperator op, bool isInPlace) {
    const int flag = isInPlace ? 1 : 0;
    const auto general = [&](Operator operation) {
        emit(Opcode::BinaryOp, flag, static_cast<int>(operation));
    };
    switch (op) {
        case BinaryOperator::Add: emit(Opcode::BinaryAdd, flag); break;
        case BinaryOperator::Sub: emit(Opcode::BinarySubtract, flag); break;
        case BinaryOperator::Mult: emit(Opcode::BinaryMultiply, flag); break;
        case BinaryOperator::MatMult: general(Operator::MatrixMultiply); break;
        case BinaryOperator::Div: general(Operator::TrueDivide); break;
        case BinaryOperator::Mod: general(Operator::Modulo); break;
        case BinaryOperator::Pow: general(Operator::Power); break;
        case BinaryOperator::LShift: general(Operator::LeftShift); break;
        case BinaryOperator::RShift: general(Operator::RightShift); break;
        case BinaryOperator::BitOr: general(Operator::Or); break;
        case BinaryOperator::BitXor: general(Operator::Xor); break;
        case BinaryOperator::BitAnd: general(Operator::And); break;
        case BinaryOperator::FloorDiv: general(Operator::FloorDivide); break;
    }
}

void CodeGenerator::unaryOp(const UnaryOp& node) {
    if (auto value = folder_.fold(&node)) {
        loadConstant(std::move(*value));
        return;
    }
    // `not x in y` is `x not in y`, and so for `is` (ast_opt.c: fold_unaryop).
    if (const auto* inner = node.operand->tryAs<Compare>();
        node.op == UnaryOperator::Not && inner != nullptr && inner->operators.size() == 1) {
        const auto opposite = [](CompareOperator op) -> std::optional<CompareOperator> {
            switch (op) {
                case CompareOperator::Is: return CompareOperator::IsNot;
                case CompareOperator::IsNot: return CompareOperator::Is;
                case CompareOperator::In: return CompareOperator::NotIn;
                case CompareOperator::NotIn: return CompareOperator::In;
                default: return std::nullopt;
            }
        }(inner->operators.front());
        if (opposite) {
            warnOfComparison(*inner, true);
            at(inner);
            expression(inner->left);
            comparator(*inner, 0);
            comparison(*opposite);
            return;
        }
    }
    expression(node.operand);
    switch (node.op) {
        case UnaryOperator::Invert: emit(Opcode::UnaryInvert); break;
        case UnaryOperator::Not: emit(Opcode::UnaryNot); break;
        case UnaryOperator::UAdd: emit(Opcode::UnaryPositive); break;
        case UnaryOperator::USub: emit(Opcode::UnaryNegative); break;
    }
}

void CodeGenerator::conditional(const IfExp& node) {
    const Label otherwise = out().newLabel();
    const Label end = out().newLabel();
    jumpIf(node.test, otherwise, false);
    expression(node.body);
    out().jump(Opcode::Jump, end);
    out().place(otherwise);
    expression(node.orElse);
    out().place(end);
}

// -- comparison ----------------------------------------------------------------------------------

void CodeGenerator::comparison(CompareOperator op) {
    const auto order = [&](Comparison which) { emit(Opcode::Compare, 0, static_cast<int>(which)); };
    switch (op) {
        case CompareOperator::Eq: order(Comparison::Equal); break;
        case CompareOperator::NotEq: order(Comparison::NotEqual); break;
        case CompareOperator::Lt: order(Comparison::Less); break;
        case CompareOperator::LtE: order(Comparison::LessEqual); break;
        case CompareOperator::Gt: order(Comparison::Greater); break;
        case CompareOperator::GtE: order(Comparison::GreaterEqual); break;
        case CompareOperator::Is: emit(Opcode::IsOp, 0, 0); break;
        case CompareOperator::IsNot: emit(Opcode::IsOp, 0, 1); break;
        case CompareOperator::In: emit(Opcode::ContainsOp, 0, 0); break;
        case CompareOperator::NotIn: emit(Opcode::ContainsOp, 0, 1); break;
    }
}

/// The right side of comparison `index`; after a last `in`, constants become a tuple or frozenset.
void CodeGenerator::comparator(const Compare& node, std::size_t index) {
    const CompareOperator op = node.operators[index];
    const bool isLast = index + 1 == node.operators.size();
    if (isLast && (op == CompareOperator::In || op == CompareOperator::NotIn)) {
        iterable(node.comparators[index]);
    } else {
        expression(node.comparators[index]);
    }
}

void CodeGenerator::loadConstantSet(std::vector<CodeConstant> items) {
    std::set<std::string> key;
    for (const CodeConstant& item : items) key.insert(constantKey(item));
    const auto [found, isNew] = constantSets_.try_emplace(std::move(key), std::move(items));
    loadConstant({CodeConstant::FrozenSet{found->second}});
}

/// What is only iterated, or searched, need be no new list or set (ast_opt.c: fold_iter).
void CodeGenerator::iterable(const Expression* node) {
    if (const auto* list = node->tryAs<ListExpr>(); list != nullptr) {
        if (auto items = folder_.foldAll(list->elements)) {
            const Span outer = std::exchange(out().span, node->span);
            loadConstant({CodeConstant::Tuple{std::move(*items)}});
            out().span = outer;
            return;
        }
    } else if (const auto* set = node->tryAs<SetExpr>(); set != nullptr) {
        if (auto items = folder_.foldAll(set->elements)) {
            const Span outer = std::exchange(out().span, node->span);
            loadConstantSet(std::move(*items));
            out().span = outer;
            return;
        }
    }
    expression(node);
}

void CodeGenerator::compare(const Compare& node) {
    warnOfComparison(node, false);
    const std::size_t last = node.operators.size() - 1;
    expression(node.left);
    if (last == 0) {
        comparator(node, 0);
        comparison(node.operators[0]);
        return;
    }
    const Label cleanup = out().newLabel();
    const Label end = out().newLabel();
    for (std::size_t i = 0; i < last; ++i) {
        comparator(node, i);
        emit(Opcode::Swap, 2);
        emit(Opcode::Copy, 2);
        comparison(node.operators[i]);
        out().jump(Opcode::JumpIfFalseOrPop, cleanup);
    }
    comparator(node, last);
    comparison(node.operators[last]);
    out().jump(Opcode::Jump, end);
    out().place(cleanup);  // [right, False]
    emit(Opcode::Swap, 2);
    emit(Opcode::PopTop);
    out().place(end);
}

// -- conditions ----------------------------------------------------------------------------------

/// Jumps to `target` if `node` is `condition`, else goes on (compiler_jump_if).
void CodeGenerator::jumpIf(const Expression* node, Label target, bool condition) {
    if (failed()) return;
    if (const auto value = folder_.fold(node)) {
        if (isTruthy(*value) == condition) out().jump(Opcode::Jump, target);
        return;
    }
    if (depth_ >= kMaximumNesting) {
        fail(node->span, "maximum recursion depth exceeded during compilation", "RecursionError");
        return;
    }
    ++depth_;
    if (const auto* negation = node->tryAs<UnaryOp>();
        negation != nullptr && negation->op == UnaryOperator::Not) {
        if (const auto* negated = negation->operand->tryAs<Compare>(); negated != nullptr) {
            jumpIfCompare(*negated, target, !condition, true);
        } else {
            jumpIf(negation->operand, target, !condition);
        }
    } else if (const auto* logic = node->tryAs<BoolOp>(); logic != nullptr) {
        const bool stopsOn = logic->op == BoolOperator::Or;
        const Label shortcut = stopsOn == condition ? target : out().newLabel();
        for (std::size_t i = 0; i + 1 < logic->values.size(); ++i) {
            jumpIf(logic->values[i], shortcut, stopsOn);
        }
        jumpIf(logic->values.back(), target, condition);
        if (stopsOn != condition) out().place(shortcut);
    } else if (const auto* choice = node->tryAs<IfExp>(); choice != nullptr) {
        const Label otherwise = out().newLabel();
        const Label end = out().newLabel();
        jumpIf(choice->test, otherwise, false);
        jumpIf(choice->body, target, condition);
        out().jump(Opcode::Jump, end);
        out().place(otherwise);
        jumpIf(choice->orElse, target, condition);
        out().place(end);
    } else if (const auto* comparing = node->tryAs<Compare>(); comparing != nullptr) {
        jumpIfCompare(*comparing, target, condition, false);
    } else {
        expression(node);
        out().jump(condition ? Opcode::PopJumpIfTrue : Opcode::PopJumpIfFalse, target);
    }
    --depth_;
}

void CodeGenerator::jumpIfCompare(const Compare& node, Label target, bool condition,
                                  bool isNegated) {
    const Opcode jump = condition ? Opcode::PopJumpIfTrue : Opcode::PopJumpIfFalse;
    const std::size_t last = node.operators.size() - 1;
    // The position stays for what follows: a failed `assert a < b` is reported at `a < b`.
    at(&node);
    if (last == 0) {
        const CompareOperator op = node.operators[0];
        const auto* right = node.comparators[0]->tryAs<Constant>();
        if ((op == CompareOperator::Is || op == CompareOperator::IsNot) && right != nullptr &&
            right->type == ConstantType::None) {
            const bool jumpsIfNone = (op == CompareOperator::Is) == condition;
            warnOfComparison(node, isNegated);
            expression(node.left);
            out().jump(jumpsIfNone ? Opcode::PopJumpIfNone : Opcode::PopJumpIfNotNone, target);
            return;
        }
        warnOfComparison(node, isNegated);
        expression(node.left);
        comparator(node, 0);
        comparison(node.operators[0]);
        out().jump(jump, target);
        return;
    }
    warnOfComparison(node, isNegated);
    const Label cleanup = out().newLabel();
    const Label end = out().newLabel();
    expression(node.left);
    for (std::size_t i = 0; i < last; ++i) {
        comparator(node, i);
        emit(Opcode::Swap, 2);
        emit(Opcode::Copy, 2);
        comparison(node.operators[i]);
        out().jump(Opcode::PopJumpIfFalse, cleanup);
    }
    comparator(node, last);
    comparison(node.operators[last]);
    out().jump(jump, target);
    out().jump(Opcode::Jump, end);
    out().place(cleanup);  // [right]
    emit(Opcode::PopTop);
    if (!condition) out().jump(Opcode::Jump, target);
    out().place(end);
}

// -- attributes and subscripts -------------------------------------------------------------------

/// In a chain over several lines an attribute's position begins at its own name
/// (update_start_location_to_match_attr).
void CodeGenerator::startAtAttribute(const Attribute& node) {
    Span& span = out().span;
    if (span.line == node.span.endLine) return;
    span.line = node.span.endLine;
    int bytes = 0;  // CPython counts characters here, and columns in bytes
    for (const char each : node.name) {
        if ((static_cast<unsigned char>(each) & 0xC0) != 0x80) ++bytes;
    }
    span.column = node.span.endColumn - bytes;
    if (span.column < 0) span.column = 0;
}

void CodeGenerator::attribute(const Attribute& node) {
    expression(node.value);
    startAtAttribute(node);
    switch (node.context) {
        case ExprContext::Load: emit(Opcode::LoadAttr, nameIndex(node.name)); break;
        case ExprContext::Store:
            if (isForbidden(node.name, node.context)) return;
            emit(Opcode::StoreAttr, nameIndex(node.name));
            break;
        case ExprContext::Del: emit(Opcode::DeleteAttr, nameIndex(node.name)); break;
    }
}

void CodeGenerator::subscript(const Subscript& node) {
    if (node.context == ExprContext::Load) warnOfSubscript(node);
    expression(node.value);
    expression(node.index);
    switch (node.context) {
        case ExprContext::Load: emit(Opcode::BinarySubscr); break;
        case ExprContext::Store: emit(Opcode::StoreSubscr); break;
        case ExprContext::Del: emit(Opcode::DeleteSubscr); break;
    }
}

void CodeGenerator::slice(const Slice& node) {
    const auto part = [&](const Expression* each) {
        if (each == nullptr) {
            loadNone();
        } else {
            expression(each);
        }
    };
    part(node.lower);
    part(node.upper);
    if (node.step != nullptr) expression(node.step);
    emit(Opcode::BuildSlice, node.step == nullptr ? 2 : 3);
}

// -- f-strings -----------------------------------------------------------------------------------

void CodeGenerator::joinedStr(const JoinedStr& node) {
    constexpr int kMaximumRun = 30;
    if (node.values.empty()) {
        loadText("");
        return;
    }
    int count = 0;
    for (const Expression* each : node.values) {
        expression(each);
        if (++count == kMaximumRun) {
            emit(Opcode::BuildString, count);
            count = 1;
        }
    }
    if (count > 1) emit(Opcode::BuildString, count);
}

void CodeGenerator::formattedValue(const FormattedValue& node) {
    expression(node.value);
    int flags = kConvertNone;
    switch (node.conversion) {
        case 's': flags = kConvertStr; break;
        case 'r': flags = kConvertRepr; break;
        case 'a': flags = kConvertAscii; break;
        default: break;
    }
    if (node.formatSpec != nullptr) {
        expression(node.formatSpec);
        flags |= kHasFormatSpec;
    }
    emit(Opcode::FormatValue, 0, flags);
}

// -- await, yield --------------------------------------------------------------------------------

void CodeGenerator::await(const Await& node) {
    if (!inFunction()) {
        fail("'await' outside function");
        return;
    }
    const ScopeKind kind = unit_->scope->kind;
    if (kind != ScopeKind::AsyncFunction && kind != ScopeKind::Comprehension) {
        fail("'await' outside async function");
        return;
    }
    expression(node.value);
    awaitTop(0);
}

void CodeGenerator::yield(const Yield& node) {
    if (!inFunction()) {
        fail("'yield' outside function");
        return;
    }
    if (node.value == nullptr) {
        loadNone();
    } else {
        expression(node.value);
    }
    yieldTop();
}

void CodeGenerator::yieldTop() {
    if (unit_->scope->isGenerator && unit_->scope->isCoroutine) emit(Opcode::AsyncGenWrap);
    emit(Opcode::YieldValue);
}

void CodeGenerator::yieldFrom(const YieldFrom& node) {
    if (!inFunction()) {
        fail("'yield' outside function");
        return;
    }
    if (unit_->scope->kind == ScopeKind::AsyncFunction) {
        fail("'yield from' inside async function");
        return;
    }
    expression(node.value);
    emit(Opcode::GetYieldFromIter);
    loadNone();
    emit(Opcode::YieldFrom);
}

}  // namespace coroscope::language
