#include "engine/runtime/types/text_split.h"

#include <algorithm>

#include "engine/runtime/types/str_index.h"

namespace coroscope::runtime {

std::vector<std::string_view> splitText(std::string_view text, std::string_view separator,
                                        std::int64_t limit) {
    std::vector<std::string_view> parts;
    parts.reserve(8);
    std::size_t at = 0;
    while (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
        const std::size_t found = findText(text, separator, at);
        if (found == std::string_view::npos) break;
        parts.push_back(text.substr(at, found - at));
        at = found + separator.size();
    }
    parts.push_back(text.substr(at));
    return parts;
}

std::vector<std::string_view> splitTextBackwards(std::string_view text, std::string_view separator,
                                                 std::int64_t limit) {
    std::vector<std::string_view> parts;
    parts.reserve(8);
    while (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) {
        const std::size_t found = findTextLast(text, separator);
        if (found == std::string_view::npos) break;
        parts.push_back(text.substr(found + separator.size()));
        text = text.substr(0, found);
    }
    parts.push_back(text);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

}  // namespace coroscope::runtime
