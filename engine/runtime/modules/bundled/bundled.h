// Modules that are written in Python and come with the engine, compiled when it is built:
// `NAME.py` of this folder is the module NAME.
#pragma once

#include <span>
#include <string_view>

namespace coroscope::runtime {

struct BundledModule {
    std::string_view name;  ///< with a leading underscore: only for other bundled modules
    std::string_view code;  ///< what `language::thaw` makes its code object of
};

[[nodiscard]] std::span<const BundledModule> bundledModules();

}  // namespace coroscope::runtime
