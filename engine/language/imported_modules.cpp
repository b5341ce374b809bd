#include "engine/language/imported_modules.h"

#include <fmt/format.h>

#include "engine/language/ast_walk.h"

namespace coroscope::language {

namespace {

/// The package that `level` dots mean; empty if they lead out of all packages.
std::string_view packageAbove(std::string_view package, int level) {
    for (int i = 1; i < level; ++i) {
        const std::size_t dot = package.rfind('.');
        if (dot == std::string_view::npos) return {};
        package = package.substr(0, dot);
    }
    return package;
}

void collect(const Node* node, std::string_view package, std::vector<std::string>& names) {
    if (const auto* import = node->tryAs<Import>()) {
        for (const Alias* alias : import->names) names.emplace_back(alias->name);
    } else if (const auto* from = node->tryAs<ImportFrom>()) {
        std::string module(from->module);
        if (from->level > 0) {
            const std::string_view base = packageAbove(package, from->level);
            if (base.empty()) return;
            module = module.empty() ? std::string(base) : fmt::format("{}.{}", base, module);
        }
        names.push_back(module);
        for (const Alias* alias : from->names) {
            if (alias->name != "*") names.push_back(fmt::format("{}.{}", module, alias->name));
        }
    }
}

}  // namespace

std::vector<std::string> importedModules(const Ast& ast, std::string_view package) {
    std::vector<std::string> names;
    walk(ast.module, [&](const Node* node) { collect(node, package, names); });
    return names;
}

}  // namespace coroscope::language
