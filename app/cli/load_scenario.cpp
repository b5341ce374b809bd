// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_scenario.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "engine/scenario/diagnostic.h"
#include "engine/scenario/header.h"

namespace coroscope::app {

namespace {

using scenario::Diagnostic;
using scenario::SourceText;

using Source = std::variant<SourceText, Diagnostic>;

/// What comes before the header is read.
struct Found {
    std::string path;
    std::shared_ptr<const Lesson> lesson;
};

Source refused(const std::string& file, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.file = file;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

/// The scenario in a lesson, named and placed as if the lesson were a folder.
Source readLessonIn(const std::string& name, const std::string& path, std::string_view bytes,
                    Found& found) {
    auto read = readLesson(bytes);
    if (const auto* problem = std::get_if<std::string>(&read))
        return refused(name, "this file " + *problem);
    found.lesson = std::make_shared<const Lesson>(std::move(std::get<Lesson>(read)));
    found.path = fmt::format("{}/{}", path, found.lesson->mainFile);
    return SourceText::fromBytes(fmt::format("{}/{}", name, found.lesson->mainFile),
                                 found.lesson->mainText());
}

/// The bytes of a regular file that is a lesson; none: it is something else.
std::optional<std::string> bytesOfLesson(const std::string& name) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(name, error)) return std::nullopt;
    std::ifstream file(name, std::ios::binary);
    char first[4] = {};
    file.read(first, sizeof first);
    const bool packed = isLessonContent({first, static_cast<std::size_t>(file.gcount())});
    if (!file.is_open() || !(packed || isLessonName(name))) return std::nullopt;
    file.clear();
    file.seekg(0);
    const auto size = std::filesystem::file_size(name, error);
    std::string bytes(error ? 0 : std::min<std::uintmax_t>(size, kLargestLesson + 1), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

Source readStandardInput(Found& found) {
    std::string bytes;
    char block[1 << 16];
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
        if (count == 0) break;
        if (count < 0) {
            if (errno == EINTR) continue;
            return refused("-",
                           fmt::format("cannot read standard input: {}", std::strerror(errno)));
        }
        bytes.append(block, static_cast<std::size_t>(count));
        const bool isLesson = isLessonContent(bytes);
        if (isLesson && bytes.size() > kLargestLesson) break;  // readLesson says so
        if (!isLesson && bytes.size() > SourceText::kMaximumSize)
            return refused("-", "too large for a scenario");
    }
    if (isLessonContent(bytes)) return readLessonIn("-", "<stdin>", bytes, found);
    return SourceText::fromBytes("-", bytes);
}

/// What may have been meant by a name that is neither a file's nor a bundled scenario's.
std::string hintFor(const std::string& name) {
    std::vector<std::string_view> names;
    for (const BundledScenario& each : bundledScenarios()) names.push_back(each.name);
    const std::string_view nearest = scenario::nearestName(name, names);
    if (!nearest.empty()) return fmt::format("did you mean '{}'?", nearest);
    return "coroscope list names those that are bundled";
}

Source readSource(const std::string& name, Found& found) {
    if (name.empty())
        return refused("''", "an empty name names no scenario",
                       "coroscope list names those that are bundled");
    if (name == "-") return readStandardInput(found);
    std::error_code error;
    if (!std::filesystem::exists(name, error)) {
        if (const BundledScenario* bundled = findBundledScenario(name)) {
            return SourceText::fromBytes(fmt::format("{}/{}", bundled->category, bundled->fileName),
                                         bundled->text);
        }
        if (!error && name.find('/') == std::string::npos) {
            return refused(name, "there is no such file, and no bundled scenario of that name",
                           hintFor(name));
        }
    }
    found.path = std::filesystem::absolute(name, error).lexically_normal().string();
    if (const auto bytes = bytesOfLesson(name)) {
        return readLessonIn(name, std::string(found.path), *bytes, found);
    }
    return SourceText::fromFile(name);
}

void complain(const Diagnostic& diagnostic, const SourceText* source) {
    std::fputs(scenario::render(diagnostic, source).c_str(), stderr);
}

}  // namespace

std::optional<LoadedScenario> loadScenario(const std::string& name) {
    Found found;
    Source read = readSource(name, found);
    if (const auto* diagnostic = std::get_if<Diagnostic>(&read)) {
        complain(*diagnostic, nullptr);
        return std::nullopt;
    }
    SourceText& source = std::get<SourceText>(read);
    auto header = scenario::Header::read(source);
    if (const auto* diagnostic = std::get_if<Diagnostic>(&header)) {
        complain(*diagnostic, &source);
        return std::nullopt;
    }
    return LoadedScenario{std::move(source), std::move(std::get<scenario::Header>(header)),
                          std::move(found.path), std::move(found.lesson)};
}

std::string titleOf(const BundledScenario& scenario) {
    const auto source = SourceText::fromBytes(std::string(scenario.fileName), scenario.text);
    if (const auto* text = std::get_if<SourceText>(&source)) {
        const auto header = scenario::Header::read(*text);
        const auto* found = std::get_if<scenario::Header>(&header);
        if (found != nullptr && !found->title.empty()) return found->title;
    }
    return std::string(scenario.name);
}

}  // namespace coroscope::app
