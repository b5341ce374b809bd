#include "engine/scenario/source_text.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include <fmt/format.h>

namespace coroscope::scenario {

namespace {

bool isContinuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The length of the valid character at the front of `bytes`, or 0.
std::size_t validCharacterLength(std::string_view bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;
    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (bytes.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(bytes[i])) return 0;
    }
    const auto second = static_cast<unsigned char>(bytes[1]);
    if (first == 0xE0 && second < 0xA0) return 0;   // overlong
    if (first == 0xED && second >= 0xA0) return 0;  // a surrogate
    if (first == 0xF0 && second < 0x90) return 0;   // overlong
    if (first == 0xF4 && second >= 0x90) return 0;  // beyond U+10FFFF
    return length;
}

/// The encoding named by a comment `coding: NAME` or `coding=NAME` on this
/// line, or nothing (PEP 263; Parser/tokenizer.c: get_coding_spec).
std::string declaredEncoding(std::string_view line) {
    const std::size_t hash = line.find_first_not_of(" \t\f");
    if (hash == std::string_view::npos || line[hash] != '#') return {};
    for (std::size_t at = line.find("coding", hash); at != std::string_view::npos;
         at = line.find("coding", at + 1)) {
        std::size_t next = at + 6;
        if (next >= line.size() || (line[next] != ':' && line[next] != '=')) continue;
        next = line.find_first_not_of(" \t", next + 1);
        if (next == std::string_view::npos) return {};
        std::string name;
        while (next < line.size() &&
               (std::isalnum(static_cast<unsigned char>(line[next])) != 0 || line[next] == '-' ||
                line[next] == '_' || line[next] == '.')) {
            const char c = line[next++];
            name.push_back(
                c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        }
        if (!name.empty()) return name;
    }
    return {};
}

bool isUtf8Name(const std::string& encoding) {
    return encoding == "utf-8" || encoding == "utf8" || encoding.starts_with("utf-8-");
}

/// Encodings in which ASCII is ASCII: a file that holds nothing else reads the same in all of them.
bool extendsAscii(const std::string& encoding) {
    constexpr std::string_view kFamilies[] = {"ascii", "us-ascii", "iso-8859", "iso8859", "latin",
                                              "cp125", "windows",  "koi8",     "mac"};
    return std::ranges::any_of(
        kFamilies, [&](std::string_view family) { return encoding.starts_with(family); });
}

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isBlankOrComment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t\f");
    return first == std::string_view::npos || line[first] == '#';
}

}  // namespace

std::string normaliseLineEnds(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + 1);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') {
            text.push_back(bytes[i]);
            continue;
        }
        text.push_back('\n');
        if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
    }
    if (!text.empty() && text.back() != '\n') text.push_back('\n');
    return text;
}

std::optional<std::size_t> findInvalidUtf8(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const std::size_t length = validCharacterLength(bytes.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::variant<SourceText, Diagnostic> SourceText::fromBytes(std::string name,
                                                           std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);

    const auto positionOf = [&](std::size_t offset) {
        const std::string_view before = bytes.substr(0, offset);
        const std::string normalised = normaliseLineEnds(before);
        const bool lineIsOpen = !before.empty() && before.back() != '\n' && before.back() != '\r';
        const auto ends = std::count(normalised.begin(), normalised.end(), '\n');
        const std::size_t lineBegin = before.find_last_of("\r\n");
        const std::size_t column =
            lineIsOpen ? before.size() - (lineBegin == std::string_view::npos ? 0 : lineBegin + 1)
                       : 0;
        const int line = static_cast<int>(ends) + (lineIsOpen ? 0 : 1);
        return Span{line, static_cast<int>(column), line, static_cast<int>(column) + 1};
    };

    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        return Diagnostic{std::move(name), positionOf(nul), "SyntaxError",
                          "source code cannot contain null bytes", "is this a text file?"};
    }
    SourceText source;
    source.text_ = normaliseLineEnds(bytes);
    for (std::size_t at = 0; at < source.text_.size();) {
        source.lineStarts_.push_back(at);
        at = source.text_.find('\n', at) + 1;
    }
    // An encoding may be declared in the first line, or in the second if the
    // first is blank or a comment. It is asked for first: the bytes may be fine in it.
    for (int line = 1; line <= 2 && line <= source.lineCount(); ++line) {
        const std::string encoding = declaredEncoding(source.line(line));
        const bool isFine = encoding.empty() || isUtf8Name(encoding) ||
                            (extendsAscii(encoding) && isAscii(source.text_));
        if (!isFine) {
            return Diagnostic{
                std::move(name),
                {line, 0, line, static_cast<int>(source.line(line).size())},
                "error",
                fmt::format("the encoding {} is not supported: scenarios are UTF-8", encoding),
                "save the file as UTF-8 and remove the encoding declaration"};
        }
        if (!isBlankOrComment(source.line(line))) break;
    }
    if (const auto invalid = findInvalidUtf8(bytes)) {
        const auto byte = static_cast<unsigned char>(bytes[*invalid]);
        const Span position = positionOf(*invalid);
        return Diagnostic{
            std::move(name), position, "SyntaxError",
            fmt::format(
                "Non-UTF-8 code starting with '\\x{:02x}' on line {}, but no encoding declared; "
                "see https://peps.python.org/pep-0263/ for details",
                byte, position.line),
            "save the file as UTF-8"};
    }
    source.name_ = std::move(name);
    return source;
}

std::variant<SourceText, Diagnostic> SourceText::fromFile(const std::filesystem::path& path) {
    const auto refuse = [&](std::string message) {
        return Diagnostic{path.string(), {}, "error", std::move(message), {}};
    };
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) return refuse("no such file");
    if (std::filesystem::is_directory(status)) return refuse("this is a folder, not a file");
    if (!std::filesystem::is_regular_file(status)) return refuse("this is not a regular file");
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size > kMaximumSize) {
        return refuse(
            fmt::format("the file is too large ({} bytes; the most is {})", size, kMaximumSize));
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) return refuse(fmt::format("cannot be read: {}", std::strerror(errno)));
    std::string bytes;
    bytes.resize(error ? 0 : static_cast<std::size_t>(size));
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) return refuse("cannot be read");
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return fromBytes(path.string(), bytes);
}

std::size_t SourceText::lineStart(int line) const {
    if (line < 1 || line > lineCount()) return text_.size();
    return lineStarts_[static_cast<std::size_t>(line - 1)];
}

std::string_view SourceText::line(int line) const {
    if (line < 1 || line > lineCount()) return {};
    const std::size_t begin = lineStart(line);
    const std::size_t end = line == lineCount() ? text_.size() : lineStart(line + 1);
    return std::string_view(text_).substr(begin, end - begin - 1);
}

int SourceText::characterColumn(int line, int column) const {
    const std::string_view text = this->line(line);
    std::size_t end = std::min(text.size(), static_cast<std::size_t>(std::max(column, 0)));
    while (end > 0 && end < text.size() && isContinuation(text[end])) --end;
    return static_cast<int>(std::count_if(text.begin(),
                                          text.begin() + static_cast<std::ptrdiff_t>(end),
                                          [](char c) { return !isContinuation(c); }));
}

int SourceText::byteColumn(int line, int characters) const {
    const std::string_view text = this->line(line);
    std::size_t at = 0;
    while (characters > 0 && at < text.size()) {
        ++at;
        while (at < text.size() && isContinuation(text[at])) ++at;
        --characters;
    }
    return static_cast<int>(at);
}

}  // namespace coroscope::scenario
