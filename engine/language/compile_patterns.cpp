// match: Python/compile.c, from ensure_fail_pop to compiler_match.
//
// A pattern consumes the value on top of the stack. What it captures stays on the stack, below
// whatever else it is working on, until the whole pattern has matched; only then are the names
// bound. Where it fails, a ladder of PopTop's takes off what lies there by then.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "engine/language/code_generator.h"
#include "engine/language/unparse.h"

namespace coroscope::language {

namespace {

bool isWildcard(const Pattern* pattern) {
    const auto* as = pattern->tryAs<MatchAs>();
    return as != nullptr && as->name.empty();
}

bool isWildcardStar(const Pattern* pattern) {
    const auto* star = pattern->tryAs<MatchStar>();
    return star != nullptr && star->name.empty();
}

std::string quoted(Identifier name) { return fmt::format("'{}'", name); }

/// A literal, `-1` and `1 + 2j` among them.
bool isLiteral(const Expression* node) {
    return node->kind == NodeKind::Constant || node->kind == NodeKind::UnaryOp ||
           node->kind == NodeKind::BinOp;
}

}  // namespace

// -- the statement -------------------------------------------------------------------------------

void CodeGenerator::match(const Match& node) {
    expression(node.subject);
    const Label end = out().newLabel();
    const std::size_t count = node.cases.size();
    const bool hasDefault = count > 1 && isWildcard(node.cases.back()->pattern);
    const std::size_t tried = count - (hasDefault ? 1 : 0);
    for (std::size_t i = 0; i < tried; ++i) {
        const MatchCase& each = *node.cases[i];
        const bool keepsSubject = i + 1 < tried;
        at(each.pattern);
        if (keepsSubject) emit(Opcode::Copy, 1);
        PatternContext context;
        context.mayMatchAll = each.guard != nullptr || i + 1 == count;
        pattern(each.pattern, context);
        if (failed()) return;
        for (const Identifier name : context.stores) nameOperation(name, ExprContext::Store);
        if (each.guard != nullptr) jumpIf(each.guard, failureLabel(context, 0), false);
        if (keepsSubject) emit(Opcode::PopTop);
        statements(each.body);
        nowhere();
        out().jump(Opcode::Jump, end);
        // The way on is on the line of the pattern that failed.
        at(each.pattern);
        emitFailures(context);
    }
    if (hasDefault) {
        const MatchCase& last = *node.cases.back();
        at(last.pattern);
        if (tried == 0) {
            emit(Opcode::PopTop);
        } else {
            emit(Opcode::Nop);
        }
        if (last.guard != nullptr) jumpIf(last.guard, end, false);
        statements(last.body);
    }
    out().place(end);
}

void CodeGenerator::pattern(const Pattern* node, PatternContext& context) {
    if (failed()) return;
    at(node);  // and there it stays, as in CPython, for what comes after it
    switch (node->kind) {
        case NodeKind::MatchValue: patternValue(*node->as<MatchValue>(), context); break;
        case NodeKind::MatchSingleton:
            patternSingleton(*node->as<MatchSingleton>(), context);
            break;
        case NodeKind::MatchSequence: patternSequence(*node->as<MatchSequence>(), context); break;
        case NodeKind::MatchMapping: patternMapping(*node->as<MatchMapping>(), context); break;
        case NodeKind::MatchClass: patternClass(*node->as<MatchClass>(), context); break;
        case NodeKind::MatchStar: storeCapture(node->as<MatchStar>()->name, context); break;
        case NodeKind::MatchAs: patternAs(*node->as<MatchAs>(), context); break;
        case NodeKind::MatchOr: patternOr(*node->as<MatchOr>(), context); break;
        default: unsupported(node, "this pattern"); break;
    }
}

/// A pattern inside of another may match everything.
void CodeGenerator::subpattern(const Pattern* node, PatternContext& context) {
    const bool outer = context.mayMatchAll;
    context.mayMatchAll = true;
    pattern(node, context);
    context.mayMatchAll = outer;
}

// -- failing -------------------------------------------------------------------------------------

Label CodeGenerator::failureLabel(PatternContext& context, std::size_t pops) {
    while (context.failures.size() <= pops) context.failures.push_back(out().newLabel());
    return context.failures[pops];
}

void CodeGenerator::jumpToFailure(Opcode op, PatternContext& context) {
    const std::size_t pops = static_cast<std::size_t>(context.onTop) + context.stores.size();
    out().jump(op, failureLabel(context, pops));
}

void CodeGenerator::emitFailures(PatternContext& context) {
    for (std::size_t pops = context.failures.size(); pops-- > 0;) {
        out().place(context.failures[pops]);
        if (pops > 0) emit(Opcode::PopTop);
    }
    context.failures.clear();
}

// -- captures ------------------------------------------------------------------------------------

/// The topmost value goes below the `count - 1` others.
void CodeGenerator::rotate(std::size_t count) {
    for (; count > 1; --count) emit(Opcode::Swap, static_cast<int>(count));
}

void CodeGenerator::storeCapture(Identifier name, PatternContext& context) {
    if (name.empty()) {
        emit(Opcode::PopTop);
        return;
    }
    if (isForbidden(name, ExprContext::Store)) return;
    if (std::ranges::find(context.stores, name) != context.stores.end()) {
        fail(fmt::format("multiple assignments to name {} in pattern", quoted(name)));
        return;
    }
    rotate(static_cast<std::size_t>(context.onTop) + context.stores.size() + 1);
    context.stores.push_back(name);
}

void CodeGenerator::patternAs(const MatchAs& node, PatternContext& context) {
    if (node.pattern == nullptr) {
        if (!context.mayMatchAll) {
            fail(node.name.empty()
                     ? std::string("wildcard makes remaining patterns unreachable")
                     : fmt::format("name capture {} makes remaining patterns unreachable",
                                   quoted(node.name)));
            return;
        }
        storeCapture(node.name, context);
        return;
    }
    ++context.onTop;
    emit(Opcode::Copy, 1);
    pattern(node.pattern, context);
    --context.onTop;
    storeCapture(node.name, context);
}

// -- values --------------------------------------------------------------------------------------

void CodeGenerator::patternValue(const MatchValue& node, PatternContext& context) {
    if (!isLiteral(node.value) && node.value->kind != NodeKind::Attribute) {
        fail("patterns may only match literals and attribute lookups");
        return;
    }
    expression(node.value);
    emit(Opcode::Compare, 0, static_cast<int>(Comparison::Equal));
    jumpToFailure(Opcode::PopJumpIfFalse, context);
}

void CodeGenerator::patternSingleton(const MatchSingleton& node, PatternContext& context) {
    if (node.value == ConstantType::None) {
        loadNone();
    } else {
        loadConstant({node.value == ConstantType::True});
    }
    emit(Opcode::IsOp);
    jumpToFailure(Opcode::PopJumpIfFalse, context);
}

// -- sequences -----------------------------------------------------------------------------------

void CodeGenerator::patternSequence(const MatchSequence& node, PatternContext& context) {
    int star = -1;
    bool onlyWildcards = true;
    bool isStarWild = false;
    for (std::size_t i = 0; i < node.patterns.size(); ++i) {
        const Pattern* each = node.patterns[i];
        if (each->kind != NodeKind::MatchStar) {
            onlyWildcards = onlyWildcards && isWildcard(each);
            continue;
        }
        if (star >= 0) {
            fail("multiple starred names in sequence pattern");
            return;
        }
        star = static_cast<int>(i);
        isStarWild = isWildcardStar(each);
        onlyWildcards = onlyWildcards && isStarWild;
    }
    ++context.onTop;
    emit(Opcode::MatchSequence);
    jumpToFailure(Opcode::PopJumpIfFalse, context);
    const std::size_t size = node.patterns.size();
    if (star < 0 || size > 1) {
        emit(Opcode::GetLen);
        loadInt(star < 0 ? size : size - 1);
        const Comparison op = star < 0 ? Comparison::Equal : Comparison::GreaterEqual;
        emit(Opcode::Compare, 0, static_cast<int>(op));
        jumpToFailure(Opcode::PopJumpIfFalse, context);
    }
    // Whatever comes next consumes the subject.
    --context.onTop;
    if (onlyWildcards) {
        emit(Opcode::PopTop);
    } else if (isStarWild) {
        sequenceByIndex(node, star, context);
    } else {
        sequenceByUnpacking(node, star, context);
    }
}

void CodeGenerator::sequenceByUnpacking(const MatchSequence& node, int star,
                                        PatternContext& context) {
    const int size = static_cast<int>(node.patterns.size());
    if (star < 0) {
        emit(Opcode::UnpackSequence, size);
    } else {
        const int after = size - star - 1;
        if (star >= 1 << 8 || after >= 1 << 15) {
            fail("too many expressions in star-unpacking sequence pattern");
            return;
        }
        emit(Opcode::UnpackEx, star | after << 16);
    }
    context.onTop += size;
    for (const Pattern* each : node.patterns) {
        --context.onTop;
        subpattern(each, context);
    }
}

/// With `*_` nothing is unpacked: the items before and behind it are looked at one by one.
void CodeGenerator::sequenceByIndex(const MatchSequence& node, int star, PatternContext& context) {
    ++context.onTop;
    const std::size_t size = node.patterns.size();
    for (std::size_t i = 0; i < size; ++i) {
        const Pattern* each = node.patterns[i];
        if (isWildcard(each) || static_cast<int>(i) == star) continue;
        emit(Opcode::Copy, 1);
        if (static_cast<int>(i) < star) {
            loadInt(i);
        } else {
            emit(Opcode::GetLen);
            loadInt(size - i);
            emit(Opcode::BinarySubtract);
        }
        emit(Opcode::BinarySubscr);
        subpattern(each, context);
    }
    --context.onTop;
    emit(Opcode::PopTop);
}

// -- mappings ------------------------------------------------------------------------------------

void CodeGenerator::patternMapping(const MatchMapping& node, PatternContext& context) {
    const int size = static_cast<int>(node.keys.size());
    ++context.onTop;
    emit(Opcode::MatchMapping);
    jumpToFailure(Opcode::PopJumpIfFalse, context);
    if (size == 0 && node.rest.empty()) {
        --context.onTop;
        emit(Opcode::PopTop);
        return;
    }
    if (size > 0) {
        emit(Opcode::GetLen);
        loadInt(node.keys.size());
        emit(Opcode::Compare, 0, static_cast<int>(Comparison::GreaterEqual));
        jumpToFailure(Opcode::PopJumpIfFalse, context);
    }
    mappingKeys(node);
    if (failed()) return;
    emit(Opcode::MatchKeys);  // [subject keys values]
    context.onTop += 2;
    emit(Opcode::Copy, 1);
    loadNone();
    emit(Opcode::IsOp, 0, 1);
    jumpToFailure(Opcode::PopJumpIfFalse, context);
    emit(Opcode::UnpackSequence, size);
    context.onTop += size - 1;
    for (const Pattern* each : node.patterns) {
        --context.onTop;
        subpattern(each, context);
    }
    // It has matched: what comes next consumes the keys and the subject.
    context.onTop -= 2;
    mappingRest(node, context);
}

void CodeGenerator::mappingKeys(const MatchMapping& node) {
    std::set<std::string> seen;
    for (const Expression* key : node.keys) {
        if (isLiteral(key)) {
            const std::string text = unparse(key);
            if (!seen.insert(text).second) {
                fail(fmt::format("mapping pattern checks duplicate key ({})", text));
                return;
            }
        } else if (key->kind != NodeKind::Attribute) {
            fail("mapping pattern keys may only match literals and attribute lookups");
            return;
        }
        expression(key);
    }
    emit(Opcode::BuildTuple, static_cast<int>(node.keys.size()));
}

/// `**rest` is a dict of the subject's items without the keys.
void CodeGenerator::mappingRest(const MatchMapping& node, PatternContext& context) {
    if (node.rest.empty()) {
        emit(Opcode::PopTop);
        emit(Opcode::PopTop);
        return;
    }
    emit(Opcode::BuildMap, 0);    // [subject keys rest]
    emit(Opcode::Swap, 3);        // [rest keys subject]
    emit(Opcode::DictUpdate, 2);  // [rest keys]
    emit(Opcode::UnpackSequence, static_cast<int>(node.keys.size()));
    for (int left = static_cast<int>(node.keys.size()); left > 0; --left) {
        emit(Opcode::Copy, 1 + left);  // [rest key… rest]
        emit(Opcode::Swap, 2);
        emit(Opcode::DeleteSubscr);
    }
    storeCapture(node.rest, context);
}

// -- classes -------------------------------------------------------------------------------------

void CodeGenerator::patternClass(const MatchClass& node, PatternContext& context) {
    checkKeywordPatterns(node);
    if (failed()) return;
    expression(node.type);
    CodeConstant::Tuple names;
    for (const Identifier name : node.keywordNames) names.items.push_back({std::string(name)});
    loadConstant({std::move(names)});
    const std::size_t positional = node.patterns.size();
    const std::size_t count = positional + node.keywordPatterns.size();
    emit(Opcode::MatchClass, static_cast<int>(positional));  // [attributes|None]
    emit(Opcode::Copy, 1);
    loadNone();
    emit(Opcode::IsOp, 0, 1);
    ++context.onTop;
    jumpToFailure(Opcode::PopJumpIfFalse, context);
    emit(Opcode::UnpackSequence, static_cast<int>(count));
    context.onTop += static_cast<int>(count) - 1;
    for (std::size_t i = 0; i < count; ++i) {
        --context.onTop;
        const Pattern* each =
            i < positional ? node.patterns[i] : node.keywordPatterns[i - positional];
        if (isWildcard(each)) {
            emit(Opcode::PopTop);
        } else {
            subpattern(each, context);
        }
    }
}

void CodeGenerator::checkKeywordPatterns(const MatchClass& node) {
    for (std::size_t i = 0; i < node.keywordNames.size(); ++i) {
        const Identifier name = node.keywordNames[i];
        if (isForbidden(name, ExprContext::Store)) return;
        for (std::size_t j = i + 1; j < node.keywordNames.size(); ++j) {
            if (node.keywordNames[j] != name) continue;
            fail(node.keywordPatterns[j]->span,
                 fmt::format("attribute name repeated in class pattern: {}", name));
            return;
        }
    }
}

// -- alternatives --------------------------------------------------------------------------------

void CodeGenerator::patternOr(const MatchOr& node, PatternContext& context) {
    const Label end = out().newLabel();
    std::vector<Identifier> wanted;  // the order in which the first alternative binds its names
    for (std::size_t i = 0; i < node.patterns.size(); ++i) {
        const Pattern* each = node.patterns[i];
        PatternContext own;
        own.mayMatchAll = i + 1 == node.patterns.size() && context.mayMatchAll;
        at(each);
        emit(Opcode::Copy, 1);
        pattern(each, own);
        if (failed()) return;
        if (i == 0) {
            wanted = own.stores;
        } else {
            sameNames(wanted, own.stores);
            if (failed()) return;
        }
        out().jump(Opcode::Jump, end);
        emitFailures(own);
    }
    at(&node);
    // None matched: the remaining copy of the subject goes.
    emit(Opcode::PopTop);
    jumpToFailure(Opcode::Jump, context);
    out().place(end);
    // What was captured goes below what the pattern around this one is working on.
    const std::size_t distance =
        wanted.size() + 1 + static_cast<std::size_t>(context.onTop) + context.stores.size();
    for (const Identifier name : wanted) {
        rotate(distance);
        if (std::ranges::find(context.stores, name) != context.stores.end()) {
            fail(fmt::format("multiple assignments to name {} in pattern", quoted(name)));
            return;
        }
        context.stores.push_back(name);
    }
    emit(Opcode::PopTop);
}

/// Every alternative binds the same names; their values are put into the order of the first one.
void CodeGenerator::sameNames(const std::vector<Identifier>& wanted,
                              std::vector<Identifier>& stores) {
    const auto differ = [&] { fail("alternative patterns bind different names"); };
    if (stores.size() != wanted.size()) return differ();
    for (std::size_t to = wanted.size(); to-- > 0;) {
        const auto found = std::ranges::find(stores, wanted[to]);
        if (found == stores.end()) return differ();
        const auto from = static_cast<std::size_t>(found - stores.begin());
        if (from == to) continue;
        // Everything up to and including it is moved up, so that it ends where it belongs.
        const std::vector<Identifier> moved(stores.begin(), found + 1);
        stores.erase(stores.begin(), found + 1);
        stores.insert(stores.begin() + static_cast<std::ptrdiff_t>(to - from), moved.begin(),
                      moved.end());
        for (std::size_t i = 0; i <= from; ++i) rotate(to + 1);
    }
}

}  // namespace coroscope::language
