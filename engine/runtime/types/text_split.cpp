#include "engine/runtime/types/text_split.h"

#include <algorithm>

#include "engine/runtime/types/str_index.h"

namespace coroscope::runtime {

Parts splitText(Vm& vm, std::string_view text, std::string_view separator, std::int64_t limit) {
    Parts parts(vm);
    std::size_t at = 0;
    while (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
        const std::size_t found = findText(text, separator, at);
        if (found == std::string_view::npos) break;
        parts.add(text.substr(at, found - at));
        at = found + separator.size();
    }
    parts.add(text.substr(at));
    return parts;
}

Parts splitTextBackwards(Vm& vm, std::string_view text, std::string_view separator,
                         std::int64_t limit) {
    Parts parts(vm);
    while (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
        const std::size_t found = findTextLast(text, separator);
        if (found == std::string_view::npos) break;
        parts.add(text.substr(found + separator.size()));
        text = text.substr(0, found);
    }
    parts.add(text);
    parts.reverse();
    return parts;
}

}  // namespace coroscope::runtime
