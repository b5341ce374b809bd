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

/// The expression, if it is a short name or attribute.
std::string_view plainName(std::string_view expression) {
    const bool plain = expression.size() <= kLongestName &&
                       std::all_of(expression.begin(), expression.end(), isNameCharacter);
    return plain ? expression : std::string_view();
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

std::string_view RunSource::quoted(const trace::Event& event) const {
    const scenario::Span span = event.span();
    if (span.line < 1 || span.endLine != span.line || span.endColumn <= span.column) return {};
    const std::string_view whole = line(span.line);
    const auto begin = static_cast<std::size_t>(span.column);
    const auto end = static_cast<std::size_t>(span.endColumn);
    if (end > whole.size()) return {};
    return whole.substr(begin, end - begin);
}

std::string_view RunSource::awaited(const trace::Event& suspension) const {
    std::string_view expression = quoted(suspension);
    if (!expression.starts_with(kAwait)) return {};
    expression.remove_prefix(kAwait.size());
    expression.remove_prefix(std::min(expression.find_first_not_of(' '), expression.size()));
    return expression;
}

std::string_view RunSource::awaitedName(const trace::Event& suspension) const {
    return plainName(awaited(suspension));
}

std::string_view RunSource::contextManager(const trace::Event& event) const {
    const scenario::Span span = event.span();
    std::string_view statement = line(span.line);
    if (span.column < 0 || static_cast<std::size_t>(span.column) >= statement.size()) return {};
    statement.remove_prefix(static_cast<std::size_t>(span.column));
    constexpr std::string_view kWith = "async with ";
    if (!statement.starts_with(kWith)) return {};
    statement.remove_prefix(kWith.size());
    statement = statement.substr(0, statement.find(':'));
    return plainName(statement.substr(0, statement.find(" as ")));
}

std::string_view RunSource::subjectName(const trace::Event& event) const {
    if (const std::string_view manager = contextManager(event); !manager.empty()) return manager;
    std::string_view expression = awaited(event);
    if (expression.empty()) expression = quoted(event);
    // Of a method's call, what it is called on.
    if (const std::size_t call = expression.find('('); call != std::string_view::npos) {
        const std::size_t dot = expression.rfind('.', call);
        if (dot == std::string_view::npos) return {};
        expression = expression.substr(0, dot);
    }
    return plainName(expression);
}

}  // namespace coroscope::app
