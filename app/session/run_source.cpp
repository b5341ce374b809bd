// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_source.h"

#include <algorithm>
#include <cstddef>

namespace coroscope::app {

namespace {

constexpr std::string_view kAwait = "await ";
constexpr std::size_t kLongestName = 28;

bool isNameCharacter(char c) {
    return c == '_' || c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

RunSource::RunSource(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines_.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string_view RunSource::line(int number) const {
    const auto index = static_cast<std::size_t>(number) - 1;
    return number >= 1 && index < lines_.size() ? std::string_view(lines_[index])
                                                : std::string_view();
}

std::string RunSource::text() const {
    std::string all;
    for (const std::string& line : lines_) all.append(line).append("\n");
    return all;
}

std::string_view RunSource::awaited(const trace::Event& suspension) const {
    const scenario::Span span = suspension.span();
    if (span.line < 1 || span.endLine != span.line || span.endColumn <= span.column) return {};
    const std::string_view whole = line(span.line);
    const auto begin = static_cast<std::size_t>(span.column);
    const auto end = static_cast<std::size_t>(span.endColumn);
    if (end > whole.size()) return {};
    std::string_view expression = whole.substr(begin, end - begin);
    if (!expression.starts_with(kAwait)) return {};
    expression.remove_prefix(kAwait.size());
    expression.remove_prefix(std::min(expression.find_first_not_of(' '), expression.size()));
    return expression;
}

std::string_view RunSource::awaitedName(const trace::Event& suspension) const {
    const std::string_view expression = awaited(suspension);
    const bool plain = expression.size() <= kLongestName &&
                       std::all_of(expression.begin(), expression.end(), isNameCharacter);
    return plain ? expression : std::string_view();
}

}  // namespace coroscope::app
