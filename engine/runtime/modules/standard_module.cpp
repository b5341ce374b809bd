#include <algorithm>

#include "engine/runtime/modules/standard_modules.h"

namespace coroscope::runtime {

namespace {

bool holds(std::string_view names, std::string_view wanted) {
    for (std::size_t at = names.find(wanted); at != names.npos; at = names.find(wanted, at + 1)) {
        const bool begins = at == 0 || names[at - 1] == ' ';
        if (begins && names[at + wanted.size()] == ' ') return true;
    }
    return false;
}

}  // namespace

bool StandardModule::has(std::string_view wanted) const { return holds(names, wanted); }

bool isInStandardLibrary(std::string_view name) { return holds(standardLibrary(), name); }

const StandardModule* standardModule(std::string_view name) {
    const auto modules = standardModules();
    const auto found = std::ranges::lower_bound(modules, name, {}, &StandardModule::name);
    return found != modules.end() && found->name == name ? &*found : nullptr;
}

}  // namespace coroscope::runtime
