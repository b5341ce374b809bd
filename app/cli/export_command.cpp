// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope export`: decides who can write each file.

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "app/cli/command_line.h"
#include "app/cli/exit_status.h"
#include "app/launch/desktop.h"

namespace coroscope::app {

namespace {

struct Format {
    std::string_view extension;
    std::string_view name;
    bool painted;  ///< by the desktop program
};

/// Those of the plan that are not painted yet are refused by their name.
constexpr std::array kFormats = {
    Format{".svg", "SVG", true},           Format{".png", "PNG", false},
    Format{".pdf", "PDF", false},          Format{".html", "HTML", false},
    Format{".csv", "CSV", false},          Format{".json", "Chrome trace", false},
    Format{".mmd", "Mermaid gantt", false}};

const Format* formatOf(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto* found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
        return format.extension == extension;
    });
    return found == kFormats.end() ? nullptr : found;
}

}  // namespace

int exportScenario(const ExportArguments& arguments, const std::string& program) {
    for (const std::string& output : arguments.outputs) {
        const Format* format = formatOf(output);
        if (format == nullptr) {
            fmt::print(stderr, "coroscope: {}: the extension tells no format; known: .svg\n",
                       output);
            return kCannotRun;
        }
        if (!format->painted) {
            fmt::print(stderr, "coroscope: {}: {} is not supported yet; known: .svg\n", output,
                       format->name);
            return kCannotRun;
        }
    }
    std::fflush(nullptr);
    // See app/desktop_main.cpp.
    std::vector<std::string> words = {program, "--paint", arguments.scenario};
    words.insert(words.end(), arguments.outputs.begin(), arguments.outputs.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    fmt::print(stderr, "coroscope: {}\n",
               launchDesktop(static_cast<int>(pointers.size()), pointers.data()));
    return kFailure;
}

}  // namespace coroscope::app
