#include "engine/runtime/suggestions.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "engine/runtime/native.h"

namespace coroscope::runtime {

namespace {

constexpr std::size_t kMaxCandidates = 750;
constexpr std::size_t kMaxLength = 40;
constexpr int kMoveCost = 2;
constexpr int kCaseCost = 1;

int substitutionCost(char a, char b) {
    if ((a & 31) != (b & 31)) return kMoveCost;
    if (a == b) return 0;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

/// Edit distance with CPython's costs; more than `limit` where it exceeds it.
int distance(std::string_view a, std::string_view b, int limit) {
    if (a == b) return 0;
    while (!a.empty() && !b.empty() && a.front() == b.front())
        a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.empty() || b.empty()) return static_cast<int>(a.size() + b.size()) * kMoveCost;
    if (a.size() > kMaxLength || b.size() > kMaxLength) return limit + 1;
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j) * kMoveCost;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) * kMoveCost;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int substituted = diagonal + substitutionCost(a[i - 1], b[j - 1]);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + kMoveCost, row[j - 1] + kMoveCost});
        }
    }
    return row.back();
}

std::string nearest(std::string_view name, const std::vector<std::string>& candidates) {
    if (candidates.size() >= kMaxCandidates) return {};
    int best = 0;
    std::string found;
    for (const std::string& candidate : candidates) {
        if (candidate == name) continue;
        int limit = static_cast<int>(name.size() + candidate.size() + 3) * kMoveCost / 6;
        if (!found.empty()) limit = std::min(limit, best - 1);
        const int cost = distance(name, candidate, limit);
        if (cost > limit) continue;
        if (found.empty() || cost < best) {
            found = candidate;
            best = cost;
        }
    }
    return found;
}

void addKeys(const Dict* dict, std::vector<std::string>& out) {
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(dict, position, key, value)) {
        if (isStr(key)) out.emplace_back(viewOf(key));
    }
}

/// co_varnames: bound or not; of those that inner functions capture the parameters alone.
void addVariables(const language::CodeObject& code, std::vector<std::string>& out) {
    const auto parameters = static_cast<std::size_t>(code.parameterCount());
    for (std::size_t i = 0; i < code.localNames.size(); ++i) {
        const std::string& name = code.localNames[i];
        if (i < parameters || std::ranges::find(code.cellNames, name) == code.cellNames.end())
            out.push_back(name);
    }
}

/// Names that could have been meant at the place where the NameError was raised.
std::string nameSuggestion(Vm& vm, const Exception* exception, std::string_view name) {
    const Traceback* entry = exception->traceback.get();
    if (!entry) return {};
    while (entry->next) entry = entry->next.get();
    Frame* frame = entry->frame.get();
    std::vector<std::string> locals, globals, builtins;
    addVariables(*frame->code->source, locals);
    addKeys(frame->globals, globals);
    addKeys(vm.builtins.get(), builtins);
    for (const auto* list : {&locals, &globals, &builtins}) {
        std::string found = nearest(name, *list);
        if (!found.empty()) return found;
    }
    return {};
}

std::string attributeSuggestion(Vm& vm, const Exception* exception, std::string_view name) {
    if (exception->object.isUnbound()) return {};
    const Value object = exception->object;
    std::vector<std::string> names;
    if (object.is(vm.types.module)) {
        Dict* dict = object.as<Module>()->dict.get();
        addKeys(dict, names);
        const Value lazy = dictGetStr(dict, vm.intern("__lazy__"));
        if (lazy.is(vm.types.tuple)) {
            for (const Value each : lazy.as<Tuple>()->span())
                if (isStr(each)) names.emplace_back(viewOf(each));
        }
    } else {
        Type* type = isType(object) ? object.as<Type>() : vm.typeOf(object);
        if (object.isObject() && !isType(object)) {
            if (Attributes* attributes = type->attributesOf(object.object)) {
                instanceEach(
                    *attributes,
                    [](void* context, Str* key, Value) {
                        static_cast<std::vector<std::string>*>(context)->emplace_back(key->view());
                    },
                    &names);
            }
        }
        for (const Type* each : type->mro) addKeys(each->dict, names);
    }
    std::sort(names.begin(), names.end());  // as dir() gives them
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return nearest(name, names);
}

}  // namespace

std::string suggestionFor(Vm& vm, Exception* exception) {
    if (!isStr(exception->value)) return {};
    const std::string_view name = viewOf(exception->value);
    std::string found;
    if (exception->type == vm.exc.NameError) found = nameSuggestion(vm, exception, name);
    if (exception->type == vm.exc.AttributeError) found = attributeSuggestion(vm, exception, name);
    return found.empty() ? std::string() : fmt::format(". Did you mean: '{}'?", found);
}

}  // namespace coroscope::runtime
