// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The one table of the formats in which a run can be written.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "engine/trace/excerpt.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"
#include "engine/trace/traced_program.h"

namespace coroscope::app {

struct Lesson;

/// What is known of a run that goes into a file.
struct ExportedRun {
    std::shared_ptr<const trace::Trace> trace;
    std::string title;   ///< the header's, else the file's name
    std::string file;    ///< the name of the scenario's file, without folders
    std::string source;  ///< its text, as it ran
    /// The program with its files and bookmarks; null: not known.
    std::shared_ptr<const Lesson> lesson = nullptr;
    /// Where the program was read, which is not to be overwritten; empty: in no file.
    std::string path = {};
    /// The program has been changed since, and what it is now could not be run.
    bool stale = false;
};

/// The scenario with the files that it imports, or that its lesson holds beside it.
[[nodiscard]] trace::TracedProgram programOf(const ExportedRun& run);

enum class FormatKind {
    Svg,     ///< a figure, its words as real text
    Png,     ///< a figure, in pixels
    Pdf,     ///< a figure on pages, its fonts embedded
    Gif,     ///< a figure that plays
    Html,    ///< a page that plays the run
    Lesson,  ///< the program itself, with its files
    Report,  ///< words, with a figure in a file beside
    Data     ///< `Format::write` does it
};

/// Those that are one still picture, or pages of it.
[[nodiscard]] constexpr bool isFigure(FormatKind kind) {
    return kind == FormatKind::Svg || kind == FormatKind::Png || kind == FormatKind::Pdf;
}

struct Format {
    using Write = void (*)(const ExportedRun& run, const trace::Excerpt& excerpt,
                           trace::TextSink& sink);

    std::string_view extension;  ///< without its first dot: `svg`, `tasks.csv`
    std::string_view name;       ///< as a dialog lists it
    FormatKind kind = FormatKind::Data;
    Write write = nullptr;  ///< of data alone

    /// Whether app/export does it.
    [[nodiscard]] bool painted() const {
        return kind != FormatKind::Data && kind != FormatKind::Lesson && kind != FormatKind::Report;
    }
};

[[nodiscard]] std::span<const Format> formats();
/// `.svg .png …`
[[nodiscard]] std::string knownExtensions();

/// A file to be written, and how.
struct ExportTarget {
    std::string path;  ///< `-`: standard output
    const Format* format = nullptr;
    bool gzip = false;

    /// The SVG that lies beside a report, which shows it: `out-figure.svg`; empty: nothing can lie
    /// beside what is packed, or goes to standard output.
    [[nodiscard]] std::string figureBeside() const;
    [[nodiscard]] bool needsPainter() const { return format->painted() || !figureBeside().empty(); }
};

/// The format that a path's extension tells (the longest that fits; `.gz` after that of data asks
/// for packing); for `-` the one called `standard`. Else a sentence for the user.
[[nodiscard]] std::variant<ExportTarget, std::string> targetOf(const std::string& path,
                                                               std::string_view standard = {});

}  // namespace coroscope::app
