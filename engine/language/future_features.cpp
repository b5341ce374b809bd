#include "engine/language/future_features.h"

#include <algorithm>
#include <array>
#include <string>

namespace coroscope::language {
namespace {

constexpr std::array<std::string_view, 9> kWithoutEffect = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop"};

scenario::Diagnostic error(std::string_view fileName, const Span& span, std::string message) {
    // CPython gives no end here: one caret.
    const Span start{span.line, span.column, span.line, span.column};
    return {std::string(fileName), start, "SyntaxError", std::move(message), {}};
}

}  // namespace

std::variant<FutureFeatures, scenario::Diagnostic> futureFeatures(const Module& module,
                                                                  std::string_view fileName) {
    FutureFeatures features;
    bool isFirst = true;
    for (const Statement* statement : module.body) {
        if (isFirst && docstringOf(module.body) != nullptr) {
            isFirst = false;
            continue;
        }
        isFirst = false;
        const auto* import = statement->tryAs<ImportFrom>();
        if (import == nullptr || import->module != "__future__" || import->level != 0) break;
        for (const Alias* alias : import->names) {
            if (alias->name == "annotations") {
                features.annotations = true;
            } else if (alias->name == "braces") {
                return error(fileName, statement->span, "not a chance");
            } else if (std::ranges::find(kWithoutEffect, alias->name) == kWithoutEffect.end()) {
                return error(fileName, statement->span,
                             "future feature " + std::string(alias->name) + " is not defined");
            }
        }
        features.lastLine = statement->span.line;
    }
    return features;
}

}  // namespace coroscope::language
