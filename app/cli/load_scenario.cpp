// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/load_scenario.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <unistd.h>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "engine/scenario/diagnostic.h"

namespace coroscope::app {

namespace {

using scenario::Diagnostic;
using scenario::SourceText;

using Source = std::variant<SourceText, Diagnostic>;

Source refused(const std::string& file, std::string message, std::string hint = {}) {
    Diagnostic diagnostic;
    diagnostic.file = file;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    return diagnostic;
}

Source readStandardInput() {
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
        if (bytes.size() > SourceText::kMaximumSize)
            return refused("-", "too large for a scenario");
    }
    return SourceText::fromBytes("-", bytes);
}

Source readSource(const std::string& name, std::string& path) {
    if (name == "-") return readStandardInput();
    std::error_code error;
    if (!std::filesystem::exists(name, error)) {
        if (const BundledScenario* bundled = findBundledScenario(name)) {
            return SourceText::fromBytes(fmt::format("{}/{}", bundled->category, bundled->fileName),
                                         bundled->text);
        }
        if (!error && name.find('/') == std::string::npos) {
            return refused(name, "there is no such file, and no bundled scenario of that name",
                           "coroscope list names those that are bundled");
        }
    }
    path = std::filesystem::absolute(name, error).lexically_normal().string();
    return SourceText::fromFile(name);
}

void complain(const Diagnostic& diagnostic, const SourceText* source) {
    std::fputs(scenario::render(diagnostic, source).c_str(), stderr);
}

}  // namespace

std::optional<LoadedScenario> loadScenario(const std::string& name) {
    std::string path;
    Source read = readSource(name, path);
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
                          std::move(path)};
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
