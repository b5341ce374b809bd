// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/whole_numbers.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <string_view>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace coroscope::app {

namespace {

/// Far more than any machine has; sums of such numbers still fit.
constexpr std::uint64_t kMost = std::uint64_t{1} << 60;

/// Reads the number that `text` begins with; what is behind it stays. False: there is none, or it
/// does not fit.
template <class Number>
bool takeNumber(std::string_view& text, Number& into) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    if (error != std::errc()) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

/// How often a kilobyte is a kilobyte; -1: no unit.
int powerOf(std::string_view unit) {
    std::string lower;
    for (const char c : unit) {
        if (c != ' ') lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (lower.empty() || lower == "b") return 0;
    const std::size_t power = std::string_view("kmgt").find(lower.front());
    const std::string_view rest = std::string_view(lower).substr(1);
    const bool known = rest.empty() || rest == "b" || rest == "ib";
    return power == std::string_view::npos || !known ? -1 : static_cast<int>(power) + 1;
}

[[noreturn]] void refuse(const std::string& option, const std::string& wanted,
                         const std::string& text) {
    throw CLI::ValidationError(option, fmt::format("must be {}, not {}", wanted, text));
}

}  // namespace

std::int64_t readSigned(const std::string& option, const std::string& text) {
    std::int64_t number = 0;
    std::string_view rest = text;
    if (!takeNumber(rest, number) || !rest.empty()) {
        refuse(option,
               fmt::format("a whole number from {} to {}", std::numeric_limits<std::int64_t>::min(),
                           std::numeric_limits<std::int64_t>::max()),
               text);
    }
    return number;
}

std::uint64_t readCount(const std::string& option, const std::string& text) {
    std::uint64_t number = 0;
    std::string_view rest = text;
    if (!takeNumber(rest, number) || !rest.empty() || number < 1 || number > kMost)
        refuse(option, fmt::format("a whole number from 1 to {}", kMost), text);
    return number;
}

std::uint64_t readBytes(const std::string& option, const std::string& text) {
    std::uint64_t number = 0;
    std::string_view rest = text;
    const bool isNumber = takeNumber(rest, number);
    const int power = powerOf(rest);
    if (!isNumber || power < 0 || number < 1 || number > kMost >> (10 * power))
        refuse(option, "a number of bytes, at least 1, such as 500000 or 512MB", text);
    return number << (10 * power);
}

}  // namespace coroscope::app
