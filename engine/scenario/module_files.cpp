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

ModuleFiles::ModuleFiles(const fs::path& scenario, const fs::path& root,
                         std::shared_ptr<const PackedFiles> packed,
                         std::map<std::string, std::string> texts)
    : packed_(std::move(packed)), texts_(std::move(texts)) {
    const auto add = [this](const fs::path& folder) {
        std::error_code error;
        const fs::path real = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
        if (error || !fs::is_directory(real, error)) return;
        folders_.push_back(folder);
        confines_.push_back(real);
    };
    if (packed_ != nullptr) {
        packedFolder_ = scenario.parent_path();
        folders_.push_back(packedFolder_);
    } else if (!scenario.empty()) {
        add(scenario.parent_path());
    }
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

    std::vector<fs::path> portions;
    for (const fs::path& folder : *folders) {
        const fs::path inside = folder / name;
        if (const fs::path package = inside / "__init__.py"; isFile(package)) {
            auto file = read(ModuleFile::Kind::Package, package);
            file->folders = {inside};
            return file;
        }
        fs::path module = inside;
        module += ".py";
        if (isFile(module)) return read(ModuleFile::Kind::Module, module);
        if (isFolder(inside)) portions.push_back(inside);
    }
    if (portions.empty()) return nullptr;
    auto file = std::make_unique<ModuleFile>();
    file->kind = ModuleFile::Kind::Namespace;
    file->folders = std::move(portions);
    return file;
}

PackedFiles ModuleFiles::found() const {
    PackedFiles files;
    for (const auto& [name, file] : found_) {
        if (file == nullptr || file->source() == nullptr) continue;
        for (const fs::path& folder : folders_) {
            const fs::path below = fs::path(file->fileName).lexically_relative(folder);
            if (below.empty() || *below.begin() == "..") continue;
            files.emplace(below.generic_string(), file->source()->text());
            break;
        }
    }
    return files;
}

std::vector<std::string> ModuleFiles::fileNames() const {
    std::vector<std::string> names;
    for (const auto& [name, file] : found_) {
        if (file != nullptr && file->source() != nullptr) names.push_back(file->fileName);
    }
    return names;
}

std::string ModuleFiles::packedName(const fs::path& path) const {
    if (packed_ == nullptr || !isBelow(path, packedFolder_)) return {};
    return path.lexically_relative(packedFolder_).generic_string();
}

bool ModuleFiles::isFile(const fs::path& path) const {
    if (const std::string name = packedName(path); !name.empty()) return packed_->contains(name);
    std::error_code error;
    return fs::is_regular_file(path, error) && isInside(path);
}

bool ModuleFiles::isFolder(const fs::path& path) const {
    if (const std::string name = packedName(path); !name.empty()) {
        const auto first = packed_->lower_bound(name + '/');
        return first != packed_->end() && first->first.starts_with(name + '/');
    }
    std::error_code error;
    return fs::is_directory(path, error) && isInside(path);
}

std::unique_ptr<ModuleFile> ModuleFiles::read(ModuleFile::Kind kind, const fs::path& path) const {
    auto file = std::make_unique<ModuleFile>();
    file->kind = kind;
    file->fileName = path.string();
    const std::string name = packedName(path);
    const auto given = texts_.find(file->fileName);
    auto read = given != texts_.end() ? SourceText::fromBytes(file->fileName, given->second)
                : name.empty()        ? SourceText::fromFile(path)
                               : SourceText::fromBytes(file->fileName, packed_->find(name)->second);
    if (auto* text = std::get_if<SourceText>(&read)) {
        file->content = std::move(*text);
    } else {
        file->content = std::get<Diagnostic>(std::move(read));
    }
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
