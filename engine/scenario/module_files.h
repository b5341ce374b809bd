#pragma once

/// The files that a scenario may import: those beside it or below its folder,
/// then those below the root folder; see conformance.md, "Several files".
///
/// A name is looked for as CPython's path finder does (Lib/importlib/
/// _bootstrap_external.py, FileFinder.find_spec): a package `name/__init__.py`
/// before a module `name.py`, both before a namespace package, which is a plain
/// folder. Nothing outside of the two folders is ever opened: a file that a
/// symbolic link leads out to counts as not being there.

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/scenario/diagnostic.h"
#include "engine/scenario/packed_files.h"
#include "engine/scenario/source_text.h"

namespace coroscope::scenario {

/// A name with more dots than this is none of the scenario's: a name can come from a string
/// (importlib.import_module), and each part of it is a folder to look into.
inline constexpr std::ptrdiff_t kDeepestModuleName = 100;

/// A module among the scenario's own files.
struct ModuleFile {
    enum class Kind { Module, Package, Namespace };
    Kind kind = Kind::Module;
    std::string fileName;  ///< with its folders; empty: a namespace package has none
    /// Where the modules inside of it are looked for; empty: it is no package.
    std::vector<std::filesystem::path> folders;
    /// Its text, or why it cannot be read. A namespace package has no text.
    std::variant<std::monostate, SourceText, Diagnostic> content;

    [[nodiscard]] const SourceText* source() const { return std::get_if<SourceText>(&content); }
};

/// Finds modules, and keeps what it found: a file is read once, so that a run
/// can be repeated with the same texts.
class ModuleFiles {
public:
    /// `scenario` is the path of the scenario's own file; `root` a further
    /// folder. Either may be empty. With `packed` files the scenario's folder is
    /// made of these alone, and not looked for on disk. `texts` stand in for
    /// what files hold, by their names.
    ModuleFiles(const std::filesystem::path& scenario, const std::filesystem::path& root,
                std::shared_ptr<const PackedFiles> packed = nullptr,
                std::map<std::string, std::string> texts = {});

    /// The module of this name (`util.delay`), or null. What is returned lives
    /// as long as this object.
    [[nodiscard]] const ModuleFile* find(std::string_view dottedName);

    /// The text of a file that was found, by its name; null if there is none.
    [[nodiscard]] const SourceText* sourceOf(std::string_view fileName) const;

    /// All files that were found, each by its path below the folder in which it lay: what has to
    /// go along with the scenario to another place.
    [[nodiscard]] PackedFiles found() const;
    /// The names of the same files.
    [[nodiscard]] std::vector<std::string> fileNames() const;

private:
    [[nodiscard]] bool isFile(const std::filesystem::path& path) const;
    [[nodiscard]] bool isFolder(const std::filesystem::path& path) const;
    [[nodiscard]] std::unique_ptr<ModuleFile> read(ModuleFile::Kind kind,
                                                   const std::filesystem::path& path) const;
    /// The path below the packed folder; empty: it is not there.
    [[nodiscard]] std::string packedName(const std::filesystem::path& path) const;
    [[nodiscard]] std::unique_ptr<ModuleFile> search(std::string_view dottedName);
    [[nodiscard]] bool isInside(const std::filesystem::path& path) const;

    std::vector<std::filesystem::path> folders_;   ///< to look in, in this order
    std::vector<std::filesystem::path> confines_;  ///< the same without links
    std::shared_ptr<const PackedFiles> packed_;
    std::map<std::string, std::string> texts_;
    std::filesystem::path packedFolder_;
    std::map<std::string, std::unique_ptr<ModuleFile>, std::less<>> found_;
};

}  // namespace coroscope::scenario
