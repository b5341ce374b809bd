// SPDX-License-Identifier: GPL-3.0-or-later

/// `coroscope export`: writes data itself and leaves figures to the desktop program.

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
#include "app/cli/load_scenario.h"
#include "app/cli/output_file.h"
#include "app/launch/desktop.h"
#include "engine/scenario/diagnostic.h"
#include "engine/simulation.h"
#include "engine/trace/write_chrome_trace.h"
#include "engine/trace/write_csv.h"
#include "engine/trace/write_mermaid.h"

namespace coroscope::app {

namespace {

using Writer = void (*)(const trace::Trace& trace, std::string_view title, trace::TextSink& sink);

struct Format {
    std::string_view extension;
    Writer write;  ///< null: painted by the desktop program
};

constexpr std::array kFormats = {
    Format{".svg", nullptr},
    Format{".png", nullptr},
    Format{".pdf", nullptr},
    Format{".csv", [](const trace::Trace& trace, std::string_view,
                      trace::TextSink& sink) { trace::writeCsv(trace, sink); }},
    Format{".json", trace::writeChromeTrace},
    Format{".mmd", trace::writeMermaid}};

const Format* formatOf(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto* found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
        return format.extension == extension;
    });
    return found == kFormats.end() ? nullptr : found;
}

std::string knownExtensions() {
    std::string text;
    for (const Format& format : kFormats) {
        if (!text.empty()) text += ' ';
        text += format.extension;
    }
    return text;
}

/// Runs the scenario and writes those of the outputs that need no painter.
int writeData(const ExportArguments& arguments, const std::vector<std::string>& outputs) {
    const auto loaded = loadScenario(arguments.scenario);
    if (!loaded) return kCannotRun;
    SimulationOptions options;
    options.path = loaded->path;
    options.root = arguments.root;
    Simulation simulation(loaded->source, loaded->header, std::move(options));
    const RunResult result = simulation.run();
    for (const scenario::Diagnostic& diagnostic : result.diagnostics) {
        fmt::print(stderr, "{}",
                   scenario::render(diagnostic, simulation.sourceOf(diagnostic.file)));
    }
    if (result.status == RunStatus::Refused) return result.exitCode;
    // A run that went wrong is worth its data all the same.
    fmt::print(stderr, "{}", result.message);
    const std::string title = loaded->header.title.empty()
                                  ? std::filesystem::path(loaded->source.name()).stem().string()
                                  : loaded->header.title;
    int status = kSuccess;
    for (const std::string& output : outputs) {
        const Writer write = formatOf(output)->write;
        const auto problem = writeFile(
            output, [&](trace::TextSink& sink) { write(*simulation.trace(), title, sink); });
        if (problem) {
            fmt::print(stderr, "coroscope: {}\n", *problem);
            status = kFailure;
        }
    }
    return status;
}

}  // namespace

int exportScenario(const ExportArguments& arguments, const std::string& program) {
    std::vector<std::string> data;
    std::vector<std::string> painted;
    for (const std::string& output : arguments.outputs) {
        const Format* format = formatOf(output);
        if (format == nullptr) {
            fmt::print(stderr, "coroscope: {}: the extension tells no format; known: {}\n", output,
                       knownExtensions());
            return kCannotRun;
        }
        (format->write ? data : painted).push_back(output);
    }
    if (arguments.scenario == "-" && !data.empty() && !painted.empty()) {
        fmt::print(stderr,
                   "coroscope: standard input can be read only once: export data and figures in "
                   "two calls, or from a file\n");
        return kCannotRun;
    }
    if (!data.empty()) {
        const int status = writeData(arguments, data);
        if (status != kSuccess || painted.empty()) return status;
    }
    std::fflush(nullptr);
    // See app/desktop_main.cpp.
    std::vector<std::string> words = {program, "--paint", arguments.scenario, arguments.root};
    words.insert(words.end(), painted.begin(), painted.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    fmt::print(stderr, "coroscope: {}\n",
               launchDesktop(static_cast<int>(pointers.size()), pointers.data()));
    return kFailure;
}

}  // namespace coroscope::app
