// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/format.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <fmt/format.h>

#include "app/lesson/lesson.h"
#include "engine/trace/write_chrome_trace.h"
#include "engine/trace/write_csv.h"
#include "engine/trace/write_mermaid.h"
#include "engine/trace/write_steps.h"

namespace coroscope::app {

namespace {

using trace::Excerpt;
using trace::TextSink;

constexpr std::array kFormats = {
    Format{"svg", "Picture, vector", FormatKind::Svg},
    Format{"png", "Picture, pixels", FormatKind::Png},
    Format{"pdf", "Page", FormatKind::Pdf},
    Format{"gif", "Animation", FormatKind::Gif},
    Format{"html", "Page that plays the run", FormatKind::Html},
    Format{"csv", "Table of all events", FormatKind::Data,
           [](const ExportedRun& run, const Excerpt& excerpt, TextSink& sink) {
               trace::writeCsv(*run.trace, programOf(run), sink, excerpt);
           }},
    Format{"tasks.csv", "Table of tasks: running, ready, waiting", FormatKind::Data,
           [](const ExportedRun& run, const Excerpt& excerpt, TextSink& sink) {
               trace::writeStatisticsCsv(*run.trace, sink, excerpt);
           }},
    Format{"steps", "Step listing, a JSON object a line", FormatKind::Data,
           [](const ExportedRun& run, const Excerpt& excerpt, TextSink& sink) {
               trace::writeSteps(*run.trace, sink, excerpt);
           }},
    Format{"json", "Chrome trace", FormatKind::Data,
           [](const ExportedRun& run, const Excerpt& excerpt, TextSink& sink) {
               trace::writeChromeTrace(*run.trace, programOf(run), sink, excerpt);
           }},
    Format{"mmd", "Mermaid chart", FormatKind::Data,
           [](const ExportedRun& run, const Excerpt& excerpt, TextSink& sink) {
               trace::writeMermaid(*run.trace, run.title, sink, excerpt);
           }},
    Format{"coroscope", "Lesson: program and files", FormatKind::Lesson},
    Format{"md", "Report: program, figure, times, main events", FormatKind::Report},
};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The format whose extension, after a dot, ends `name`.
const Format* formatAtEndOf(std::string_view name) {
    const Format* found = nullptr;
    for (const Format& format : kFormats) {
        const std::size_t length = format.extension.size();
        const bool fits = name.size() > length && name.ends_with(format.extension) &&
                          name[name.size() - length - 1] == '.';
        if (fits && (found == nullptr || length > found->extension.size())) found = &format;
    }
    return found;
}

}  // namespace

trace::TracedProgram programOf(const ExportedRun& run) {
    trace::TracedProgram program{run.title, {{run.file, run.source}}};
    if (run.lesson == nullptr) return program;
    for (const auto& [name, text] : run.lesson->files) {
        if (name == run.lesson->mainFile || !name.ends_with(".py")) continue;
        program.files.push_back({name, text});
    }
    return program;
}

std::string ExportTarget::figureBeside() const {
    if (format->kind != FormatKind::Report || gzip || path == "-") return {};
    return path.substr(0, path.size() - format->extension.size() - 1) + "-figure.svg";
}

std::span<const Format> formats() { return kFormats; }

std::string knownExtensions() {
    std::string text;
    for (const Format& format : kFormats) {
        if (!text.empty()) text += ' ';
        text.append(".").append(format.extension);
    }
    return text;
}

std::variant<ExportTarget, std::string> targetOf(const std::string& path,
                                                 std::string_view standard) {
    const bool toStandard = path == "-";
    std::string name = toStandard ? "." + lower(standard) : lower(path);
    ExportTarget target{path, formatAtEndOf(name), false};
    if (target.format == nullptr && name.ends_with(".gz")) {
        name.resize(name.size() - 3);
        target.format = formatAtEndOf(name);
        if (target.format != nullptr && target.format->painted()) target.format = nullptr;
        target.gzip = true;
    }
    if (target.format != nullptr) return target;
    if (!toStandard) {
        return fmt::format("{}: the extension tells no format; known: {} (data also with .gz)",
                           path, knownExtensions());
    }
    if (!standard.empty()) {
        return fmt::format("{} is no format that is known: say --format and one of {}", standard,
                           knownExtensions());
    }
    return fmt::format("standard output has no extension: say --format and one of {}",
                       knownExtensions());
}

}  // namespace coroscope::app
