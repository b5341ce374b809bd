#include "engine/scenario/module_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace coroscope::scenario {

namespace {

namespace fs = std::filesystem;

/// A name can come from a string (importlib.import_module): it must not be a way
/// to somewhere else.
bool isPlainName(std::string_view name) {
    return !name.empty() && name.find_first_of(std::string_view("/\\\0", 3)) == name.npos;
}

bool isBelow(const fs::path& path, const fs::path& folder) {
    const auto [inPath, inFolder] =
        std::mismatch(path.begin(), path.end(), folder.begin(), folder.end());
    return inFolder == folder.end();
}

}  // namespace

ModuleFiles::ModuleFiles(const fs::path& scenario, const fs::path& root) {
    const auto add = [this](const fs::path& folder) {
        std::error_code error;
        const fs::path real = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
        if (error || !fs::is_directory(real, error)) return;
        folders_.push_back(folder);
        confines_.push_back(real);
    };
    if (!scenario.empty()) add(scenario.parent_path());
    if (!root.empty()) add(root.lexically_normal());
}

const ModuleFile* ModuleFiles::find(std::string_view dottedName) {
    const auto known = found_.find(dottedName);
    if (known != found_.end()) return known->second.get();
    if (std::ranges::count(dottedName, '.') > kDeepestModuleName) return nullptr;
    return found_.emplace(dottedName, search(dottedName)).first->second.get();
}

const SourceText* ModuleFiles::sourceOf(std::string_view fileName) const {
    for (const auto& [name, file] : found_) {
        if (file != nullptr && file->fileName == fileName) return file->source();
    }
    return nullptr;
}

std::unique_ptr<ModuleFile> ModuleFiles::search(std::string_view dottedName) {
    const std::vector<fs::path>* folders = &folders_;
    const std::size_t dot = dottedName.rfind('.');
    if (dot != std::string_view::npos) {
        const ModuleFile* parent = find(dottedName.substr(0, dot));
        if (parent == nullptr) return nullptr;
        folders = &parent->folders;
    }
    const std::string_view name = dottedName.substr(dot + 1);  // npos + 1 is 0
    if (!isPlainName(name)) return nullptr;

    const auto fileAt = [this](const fs::path& path) {
        std::error_code error;
        return fs::is_regular_file(path, error) && isInside(path);
    };
    const auto made = [](ModuleFile::Kind kind, const fs::path& path) {
        auto file = std::make_unique<ModuleFile>();
        file->kind = kind;
        file->fileName = path.string();
        auto read = SourceText::fromFile(path);
        if (auto* text = std::get_if<SourceText>(&read)) {
            file->content = std::move(*text);
        } else {
            file->content = std::get<Diagnostic>(std::move(read));
        }
        return file;
    };

    std::vector<fs::path> portions;
    for (const fs::path& folder : *folders) {
        const fs::path inside = folder / name;
        if (const fs::path package = inside / "__init__.py"; fileAt(package)) {
            auto file = made(ModuleFile::Kind::Package, package);
            file->folders = {inside};
            return file;
        }
        fs::path module = inside;
        module += ".py";
        if (fileAt(module)) return made(ModuleFile::Kind::Module, module);
        std::error_code error;
        if (fs::is_directory(inside, error) && isInside(inside)) portions.push_back(inside);
    }
    if (portions.empty()) return nullptr;
    auto file = std::make_unique<ModuleFile>();
    file->kind = ModuleFile::Kind::Namespace;
    file->folders = std::move(portions);
    return file;
}

bool ModuleFiles::isInside(const fs::path& path) const {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return false;
    return std::ranges::any_of(confines_,
                               [&real](const fs::path& folder) { return isBelow(real, folder); });
}

}  // namespace coroscope::scenario
