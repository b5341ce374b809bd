// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// One run into any number of files: all of them are written, or none.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/output/export_options.h"
#include "app/output/format.h"
#include "app/output/output_file.h"

namespace coroscope::app {

/// What a painter has to say, in sentences for the user.
struct Painted {
    Painted() = default;
    Painted(std::optional<std::string> why, std::string also = {})  // NOLINT: a problem is one
        : problem(std::move(why)), note(std::move(also)) {}

    std::optional<std::string> problem;  ///< why there is nothing
    std::string note;                    ///< what of the run is not in it; empty: all is
};

/// Writes a run in a format that needs a painter.
using FigurePainter = std::function<Painted(const ExportedRun& run, const trace::Excerpt& excerpt,
                                            const ExportOptions& options, const Format& format,
                                            trace::TextSink& sink)>;

/// How far an export has come.
struct ExportStage {
    std::size_t done = 0;  ///< files
    std::size_t count = 0;
    double share = 0;       ///< of the next one, 0 to 1
    std::string_view path;  ///< of the next one; empty: there is none

    /// Of all.
    [[nodiscard]] double overall() const {
        return (static_cast<double>(done) + share) / static_cast<double>(count);
    }
};

/// Told before each file, now and then while it is written, and at the end. False: no more.
using ExportProgress = std::function<bool(const ExportStage&)>;

class ExportFiles {
public:
    /// Makes sure that all can be written, and that the options mean something for them. None may
    /// be the file of the `program` itself. What is wrong comes back as a sentence for the user.
    [[nodiscard]] static std::variant<ExportFiles, std::string> open(
        const std::vector<ExportTarget>& targets, ExportOptions options, std::string program = {});

    /// Fills all, and puts them in their places only when all are full. Once. Gives a sentence for
    /// the user if something went wrong, or if `progress` (which may be empty) stopped it.
    [[nodiscard]] std::optional<std::string> write(const ExportedRun& run,
                                                   const FigurePainter& paint,
                                                   const ExportProgress& progress = {});

    /// What was written, in this order.
    [[nodiscard]] std::vector<std::string> paths() const;
    /// Numbered files that were there before, of a longer series of this name. They stay.
    [[nodiscard]] std::vector<std::string> leftovers() const;
    /// What else the user should know of what was written, in sentences.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

private:
    /// A file of its own, and what goes into it.
    struct Item {
        ExportTarget target;
        std::optional<OutputFile> file;  ///< none: not opened yet, as there may be hundreds
        std::optional<FigureMoment> moment;
        bool beside = false;  ///< the figure of a report, which nobody has named
    };

    ExportFiles(ExportOptions options, std::string program)
        : options_(std::move(options)), program_(std::move(program)) {}
    [[nodiscard]] std::optional<std::string> open(Item& item) const;
    [[nodiscard]] std::optional<std::string> addStoryboard(const ExportedRun& run,
                                                           const trace::Excerpt& excerpt);
    [[nodiscard]] std::optional<std::string> fill(Item& item, const ExportedRun& run,
                                                  const trace::Excerpt& excerpt,
                                                  const FigurePainter& paint,
                                                  const trace::GoOn& goOn);
    void noteSize(const Item& item);

    ExportOptions options_;
    std::string program_;  ///< its file; empty: it has none
    std::vector<Item> items_;
    std::vector<ExportTarget> series_;  ///< each of which becomes a file for each moment
    std::vector<std::string> notes_;
};

inline constexpr const char* kExportStopped = "stopped: nothing was written";

}  // namespace coroscope::app
