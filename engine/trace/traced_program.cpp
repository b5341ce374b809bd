#include "engine/trace/traced_program.h"

namespace coroscope::trace {

namespace {

/// Whether `path` is `name` or ends with it as a whole.
bool leadsTo(std::string_view path, std::string_view name) {
    if (!path.ends_with(name) || name.empty()) return false;
    return path.size() == name.size() || path[path.size() - name.size() - 1] == '/';
}

}  // namespace

FileLine ProgramPlaces::at(EventIndex event, std::uint32_t ownLine) const {
    const ImportedPlace* imported = trace_.importedPlace(event);
    if (imported == nullptr) return {0, ownLine};
    return {numberOf(imported->file), static_cast<std::uint32_t>(imported->span.line)};
}

std::string_view ProgramPlaces::nameOf(const FileLine& place, EventIndex event) const {
    if (place.file < program_.files.size()) return program_.files[place.file].name;
    const ImportedPlace* imported = trace_.importedPlace(event);
    if (imported == nullptr) return {};
    const std::string_view path = trace_.text(imported->file);
    return path.substr(path.rfind('/') + 1);
}

/// The longest name fits best: there may be `util.py` and `tools/util.py`.
std::size_t ProgramPlaces::numberOf(TextId file) const {
    const auto [known, isNew] = numbers_.try_emplace(file, kUnknownFile);
    if (!isNew) return known->second;
    const std::string_view path = trace_.text(file);
    std::size_t longest = 0;
    for (std::size_t i = 1; i < program_.files.size(); ++i) {
        const std::string_view name = program_.files[i].name;
        if (name.size() <= longest || !leadsTo(path, name)) continue;
        longest = name.size();
        known->second = i;
    }
    return known->second;
}

}  // namespace coroscope::trace
