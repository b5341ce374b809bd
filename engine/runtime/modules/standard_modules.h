#pragma once

/// What CPython 3.11's own modules hold, so that a name which is missing here
/// can be told from one that is missing there too.

#include <span>
#include <string_view>

namespace coroscope::runtime {

struct StandardModule {
    std::string_view name;
    std::string_view file;   ///< `__file__`; empty: built in
    std::string_view names;  ///< those without an underscore in front, each ended by a blank

    [[nodiscard]] bool has(std::string_view wanted) const;
};

/// All that are known, by name.
[[nodiscard]] std::span<const StandardModule> standardModules();
/// The module of this name, or null.
[[nodiscard]] const StandardModule* standardModule(std::string_view name);

/// `sys.stdlib_module_names`, each ended by a blank.
[[nodiscard]] std::string_view standardLibrary();
/// Does CPython bring along the module (without a dot) of this name?
[[nodiscard]] bool isInStandardLibrary(std::string_view name);

}  // namespace coroscope::runtime
