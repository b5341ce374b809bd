// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/compile_scenario.h"

#include <deque>
#include <set>
#include <string_view>
#include <utility>
#include <variant>

#include "engine/language/compiler.h"
#include "engine/language/imported_modules.h"
#include "engine/language/parser.h"

namespace coroscope {

namespace {

using scenario::ModuleFile;

/// The modules that come with the engine, and with them the scenario's files.
language::ImportableModules withFiles(language::ImportableModules modules,
                                      scenario::ModuleFiles& files) {
    modules.isSibling = [&files](std::string_view module, int level) {
        // Where a relative import leads is for the run to see, and so is what a
        // package of the scenario's has inside.
        return level > 0 || files.find(module.substr(0, module.find('.'))) != nullptr;
    };
    modules.hasName = [&files, builtIn = std::move(modules.hasName)](std::string_view module,
                                                                     std::string_view name) {
        const ModuleFile* file = files.find(module);
        const bool hides = file != nullptr && file->kind != ModuleFile::Kind::Namespace;
        return hides || !builtIn || builtIn(module, name);
    };
    return modules;
}

/// Follows imports from file to file, each file once.
class ImportFollower {
public:
    ImportFollower(const language::ImportableModules& modules, scenario::ModuleFiles& files,
                   CompiledScenario& result)
        : modules_(modules), files_(files), result_(result) {}

    void follow(const language::Ast& main) {
        enqueue(main, {});
        for (; !names_.empty(); names_.pop_front()) {
            const std::string_view name = names_.front();
            std::size_t dot = name.find('.');
            for (std::ptrdiff_t dots = 0; dots <= scenario::kDeepestModuleName; ++dots) {
                visit(name.substr(0, dot));
                if (dot == std::string_view::npos) break;
                dot = name.find('.', dot + 1);
            }
        }
    }

private:
    void enqueue(const language::Ast& ast, std::string_view package) {
        for (std::string& name : language::importedModules(ast, package)) {
            if (known_.insert(name).second) names_.push_back(std::move(name));
        }
    }

    void visit(std::string_view name) {
        const ModuleFile* file = files_.find(name);
        if (file == nullptr || !visited_.insert(file).second) return;
        if (const auto* problem = std::get_if<scenario::Diagnostic>(&file->content)) {
            result_.importErrors.push_back(*problem);
        }
        if (file->source() != nullptr) check(*file, name);
    }

    void check(const ModuleFile& file, std::string_view name) {
        language::ParseResult parsed = language::parse(*file.source());
        if (!parsed) {
            result_.importErrors.push_back(std::move(parsed.error));
            return;
        }
        auto refused = language::checkSubset(*parsed.ast, *file.source(), modules_);
        std::ranges::move(refused, std::back_inserter(result_.errors));
        const bool isPackage = file.kind == ModuleFile::Kind::Package;
        const std::size_t dot = name.rfind('.');
        const std::string_view parent =
            dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
        enqueue(*parsed.ast, isPackage ? name : parent);
    }

    const language::ImportableModules& modules_;
    scenario::ModuleFiles& files_;
    CompiledScenario& result_;
    std::deque<std::string> names_;  ///< still to be looked at
    std::set<std::string> known_;
    std::set<const ModuleFile*> visited_;
};

}  // namespace

CompiledScenario compileScenario(const scenario::SourceText& source, const std::string& fileName,
                                 const language::ImportableModules& builtIn,
                                 scenario::ModuleFiles& files) {
    CompiledScenario result;
    language::ParseResult parsed = language::parse(source);
    result.warnings = std::move(parsed.warnings);
    if (!parsed) {
        result.errors.push_back(std::move(parsed.error));
        return result;
    }
    auto compiled = language::compile(*parsed.ast->module, fileName, &result.warnings);
    // What is not Python is said before what is not supported.
    if (auto* error = std::get_if<scenario::Diagnostic>(&compiled); error && error->kind != "error") {
        error->file = source.name();
        result.errors.push_back(std::move(*error));
        return result;
    }
    const language::ImportableModules modules = withFiles(builtIn, files);
    result.errors = language::checkSubset(*parsed.ast, source, modules);
    ImportFollower(modules, files, result).follow(*parsed.ast);
    if (!result.errors.empty()) return result;
    if (auto* error = std::get_if<scenario::Diagnostic>(&compiled)) {
        error->file = source.name();
        result.errors.push_back(std::move(*error));
    } else {
        result.code = std::get<std::shared_ptr<const language::CodeObject>>(std::move(compiled));
    }
    return result;
}

}  // namespace coroscope
