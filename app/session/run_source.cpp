// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_source.h"

#include <algorithm>
#include <cstddef>

#include "engine/scenario/source_text.h"

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
    const std::string normalised = scenario::normaliseLineEnds(text);
    std::size_t begin = 0;
    for (std::size_t end; (end = normalised.find('\n', begin)) != std::string::npos;
         begin = end + 1)
        lines_.push_back(normalised.substr(begin, end - begin));
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
