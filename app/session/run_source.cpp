// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/run_source.h"

#include <algorithm>
#include <array>
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

/// `tray` of `tray.put(cups.pop())`; empty where it is no call of a method that locks, queues and
/// their like have.
std::string_view calledOn(std::string_view call) {
    constexpr std::array<std::string_view, 14> kMethods = {
        "acquire", "release", "wait", "wait_for",   "notify",     "notify_all", "set",
        "clear",   "get",     "put",  "get_nowait", "put_nowait", "join",       "task_done"};
    std::size_t open = call.size();
    int depth = 0;
    do {
        if (open == 0) return {};
        --open;
        if (call[open] == ')') ++depth;
        if (call[open] == '(') --depth;
    } while (depth > 0);
    const std::string_view callee = call.substr(0, open);
    const std::size_t dot = callee.rfind('.');
    if (dot == std::string_view::npos) return {};
    const std::string_view object = callee.substr(0, dot);
    const bool isTheirs = std::ranges::find(kMethods, callee.substr(dot + 1)) != kMethods.end();
    return isTheirs && object != "asyncio" ? object : std::string_view();
}

/// The expression, if it is a short name or attribute.
std::string_view plainName(std::string_view expression) {
    const bool plain = expression.size() <= kLongestName &&
                       std::all_of(expression.begin(), expression.end(), isNameCharacter);
    return plain ? expression : std::string_view();
}

}  // namespace

RunSource::RunSource(std::string_view text, const trace::Trace& trace) {
    const std::string normalised = scenario::normaliseLineEnds(text);
    std::size_t begin = 0;
    for (std::size_t end; (end = normalised.find('\n', begin)) != std::string::npos;
         begin = end + 1)
        lines_.push_back(normalised.substr(begin, end - begin));
    objects_ = ObjectNames(trace, *this);
}

std::string_view RunSource::line(int number) const {
    const auto index = static_cast<std::size_t>(number) - 1;
    return number >= 1 && index < lines_.size() ? std::string_view(lines_[index])
                                                : std::string_view();
}

bool RunSource::defines(std::string_view function) const {
    const std::string_view own = function.substr(function.rfind('.') + 1);
    const std::string head = "def " + std::string(own) + "(";
    return std::ranges::any_of(
        lines_, [&head](const std::string& line) { return line.find(head) != std::string::npos; });
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
    // What is awaited without a call is a coroutine.
    if (!expression.empty() && !expression.ends_with(')')) return {};
    if (expression.empty()) expression = quoted(event);
    return plainName(expression.ends_with(')') ? calledOn(expression) : expression);
}

}  // namespace coroscope::app
