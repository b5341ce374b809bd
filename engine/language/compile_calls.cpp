// Calls, displays, and unpacking.

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/language/code_generator.h"

namespace coroscope::language {
namespace {

/// Longer argument lists and displays are built piece by piece, so that the
/// stack stays small (STACK_USE_GUIDELINE).
constexpr std::size_t kStackGuideline = 30;

bool isStarred(const Expression* node) { return node->kind == NodeKind::Starred; }

}  // namespace

// -- calls ---------------------------------------------------------------------------------------

void CodeGenerator::call(const Call& node) {
    if (methodCall(node)) return;
    warnOfCall(node);
    // A global takes its null along: LoadGlobal c = 1.
    expression(node.function);
    if (failed()) return;
    DraftInstruction& last = out().code.back();
    if (node.function->kind == NodeKind::Name && last.code.op == Opcode::LoadGlobal) {
        last.code.c = 1;
    } else {
        emit(Opcode::PushNull);
    }
    callArguments(0, node.arguments, node.keywords);
}

/// `object.method(…)` without stars (maybe_optimize_method_call); false if it is not one.
bool CodeGenerator::methodCall(const Call& node) {
    const auto* method = node.function->tryAs<Attribute>();
    if (method == nullptr || method->context != ExprContext::Load) return false;
    const std::size_t count =
        node.arguments.size() + node.keywords.size() + (node.keywords.empty() ? 0 : 1);
    if (count >= kStackGuideline) return false;
    if (std::ranges::any_of(node.arguments, isStarred)) return false;
    if (std::ranges::any_of(node.keywords,
                            [](const Keyword* keyword) { return keyword->name.empty(); })) {
        return false;
    }
    checkKeywords(node.keywords);
    expression(method->value);
    at(method);
    startAtAttribute(*method);
    emit(Opcode::LoadMethod, nameIndex(method->name));
    expressions(node.arguments);
    for (const Keyword* keyword : node.keywords) expression(keyword->value);
    at(&node);
    // A function of an imported module is no method to CPython: its call begins where it begins.
    const auto* base = method->value->tryAs<Name>();
    if (base == nullptr || !isImported(base->id)) startAtAttribute(*method);
    finishCall(static_cast<int>(node.arguments.size()), node.keywords);
    return true;
}

/// Is `name` bound by an import at module level (is_import_originated)?
bool CodeGenerator::isImported(Identifier name) {
    const auto& symbols = symbols_.module().symbols;
    const auto found = symbols.find(name);
    return found != symbols.end() && (found->second.flags & kSymbolImported) != 0;
}

/// The call of what lies below `pushed` arguments and its self place (compiler_call_helper).
void CodeGenerator::callArguments(int pushed, const NodeList<Expression>& arguments,
                                  const NodeList<Keyword>& keywords) {
    checkKeywords(keywords);
    const bool hasStars =
        std::ranges::any_of(arguments, isStarred) ||
        std::ranges::any_of(keywords, [](const Keyword* each) { return each->name.empty(); });
    if (hasStars || arguments.size() + keywords.size() * 2 > kStackGuideline) {
        callWithStars(pushed, arguments, keywords);
        return;
    }
    expressions(arguments);
    for (const Keyword* keyword : keywords) expression(keyword->value);
    finishCall(pushed + static_cast<int>(arguments.size()), keywords);
}

/// All arguments are on the stack, those of `keywords` last.
void CodeGenerator::finishCall(int count, const NodeList<Keyword>& keywords) {
    if (keywords.empty()) {
        emit(Opcode::Call, count);
        return;
    }
    CodeConstant::Tuple names;
    for (const Keyword* keyword : keywords) {
        names.items.push_back({std::string(mangled(keyword->name))});
    }
    const int index = out().constant({std::move(names)});
    if (index >= 0xFFFF) {
        fail(out().span, "more than 65,535 constants in one scope are not supported", "error");
    }
    emit(Opcode::CallKw, count + static_cast<int>(keywords.size()), 0, index);
}

void CodeGenerator::callWithStars(int pushed, const NodeList<Expression>& arguments,
                                  const NodeList<Keyword>& keywords) {
    if (pushed == 0 && arguments.size() == 1 && isStarred(arguments.front())) {
        // `f(*x)`: only here the error names the function.
        emit(Opcode::BuildList, 0);
        expression(arguments.front()->as<Starred>()->value);
        emit(Opcode::ListExtend, 1, 1);
        emit(Opcode::ListToTuple);
    } else {
        display(arguments, pushed, DisplayKind::Tuple);
    }
    bool hasDict = false;
    std::size_t first = 0;  // of the run of named arguments not yet pushed
    const auto pushRun = [&](std::size_t end) {
        if (first < end) {
            keywordRun(keywords.subspan(first, end - first));
            if (hasDict) emit(Opcode::DictMerge, 1);
            hasDict = true;
        }
        first = end + 1;
    };
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        if (!keywords[i]->name.empty()) continue;
        pushRun(i);
        if (!hasDict) emit(Opcode::BuildMap, 0);
        hasDict = true;
        expression(keywords[i]->value);
        emit(Opcode::DictMerge, 1);
    }
    pushRun(keywords.size());
    emit(Opcode::CallEx, 0, hasDict ? 1 : 0);
}

/// A dict of named arguments (compiler_subkwargs).
void CodeGenerator::keywordRun(const NodeList<Keyword>& keywords) {
    const bool isBig = keywords.size() * 2 > kStackGuideline;
    if (isBig) emit(Opcode::BuildMap, 0);
    for (const Keyword* keyword : keywords) {
        loadText(mangled(keyword->name));
        expression(keyword->value);
        if (isBig) emit(Opcode::MapAdd, 1);
    }
    if (!isBig) emit(Opcode::BuildMap, static_cast<int>(keywords.size()));
}

void CodeGenerator::checkKeywords(const NodeList<Keyword>& keywords) {
    // Of several repeated names CPython names the one that begins first.
    std::unordered_map<std::string_view, std::size_t> firsts;
    std::size_t repeated = keywords.size();
    const Keyword* again = nullptr;
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        if (keywords[i]->name.empty()) continue;
        const auto [first, isNew] = firsts.emplace(keywords[i]->name, i);
        if (isNew || first->second >= repeated) continue;
        repeated = first->second;
        again = keywords[i];
    }
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        const std::string_view name = keywords[i]->name;
        if (!name.empty() && isForbidden(name, ExprContext::Store)) return;
        if (i == repeated) {
            fail(again->span, "keyword argument repeated: " + std::string(name));
            return;
        }
    }
}

// -- displays ------------------------------------------------------------------------------------

/// A list, set or tuple of `elements` and the `pushed` values before them (starunpack_helper).
void CodeGenerator::display(const NodeList<Expression>& elements, int pushed, DisplayKind kind) {
    const Opcode build = kind == DisplayKind::Set ? Opcode::BuildSet : Opcode::BuildList;
    const Opcode add = kind == DisplayKind::Set ? Opcode::SetAdd : Opcode::ListAppend;
    const Opcode extend = kind == DisplayKind::Set ? Opcode::SetUpdate : Opcode::ListExtend;
    const bool isTuple = kind == DisplayKind::Tuple;

    if (elements.size() > 2 && !isTuple) {
        if (auto constants = folder_.foldAll(elements)) {
            emit(build, pushed);
            if (kind == DisplayKind::Set) {
                loadConstantSet(std::move(*constants));
            } else {
                loadConstant({CodeConstant::Tuple{std::move(*constants)}});
            }
            emit(extend, 1);
            return;
        }
    }
    const bool isBig = elements.size() + static_cast<std::size_t>(pushed) > kStackGuideline;
    if (!isBig && std::ranges::none_of(elements, isStarred)) {
        expressions(elements);
        emit(isTuple ? Opcode::BuildTuple : build, pushed + static_cast<int>(elements.size()));
        return;
    }
    bool isBuilt = isBig;
    if (isBuilt) emit(build, pushed);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (const auto* starred = elements[i]->tryAs<Starred>(); starred != nullptr) {
            if (!isBuilt) emit(build, pushed + static_cast<int>(i));
            isBuilt = true;
            expression(starred->value);
            emit(extend, 1);
        } else {
            expression(elements[i]);
            if (isBuilt) emit(add, 1);
        }
    }
    if (isTuple) emit(Opcode::ListToTuple);
}

void CodeGenerator::sequence(const NodeList<Expression>& elements, ExprContext context,
                             DisplayKind kind) {
    switch (context) {
        case ExprContext::Load: display(elements, 0, kind); break;
        case ExprContext::Store: unpack(elements); break;
        case ExprContext::Del: expressions(elements); break;
    }
}

/// As assignment_helper: takes the value on top apart.
void CodeGenerator::unpack(const NodeList<Expression>& targets) {
    const auto star = std::ranges::find_if(targets, isStarred);
    const auto before = static_cast<std::size_t>(star - targets.begin());
    if (star == targets.end()) {
        emit(Opcode::UnpackSequence, static_cast<int>(targets.size()));
    } else {
        if (std::any_of(star + 1, targets.end(), isStarred)) {
            fail("multiple starred expressions in assignment");
            return;
        }
        const std::size_t after = targets.size() - before - 1;
        if (before >= 1 << 8 || after >= 1 << 15) {
            fail("too many expressions in star-unpacking assignment");
            return;
        }
        emit(Opcode::UnpackEx, static_cast<int>(before | after << 16));
    }
    for (const Expression* each : targets) {
        expression(isStarred(each) ? each->as<Starred>()->value : each);
    }
}

/// As compiler_dict.
void CodeGenerator::dict(const DictExpr& node) {
    constexpr std::size_t kMaximumRun = 16;
    bool hasDict = false;
    std::size_t pending = 0;  // pairs on the stack
    const auto flush = [&] {
        if (pending == 0) return;
        emit(Opcode::BuildMap, static_cast<int>(pending));
        if (hasDict) emit(Opcode::DictUpdate, 1);
        hasDict = true;
        pending = 0;
    };
    for (std::size_t i = 0; i < node.values.size(); ++i) {
        if (node.keys[i] == nullptr) {
            flush();
            if (!hasDict) emit(Opcode::BuildMap, 0);
            hasDict = true;
            expression(node.values[i]);
            emit(Opcode::DictUpdate, 1);
            continue;
        }
        expression(node.keys[i]);
        expression(node.values[i]);
        if (++pending > kMaximumRun) flush();
    }
    flush();
    if (!hasDict) emit(Opcode::BuildMap, 0);
}

}  // namespace coroscope::language
