// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a series of figures, each as things stood at one moment.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/output/export_options.h"
#include "app/output/format.h"

namespace coroscope::app {

/// More figures than that are for nobody to read.
inline constexpr std::size_t kMostFigures = 999;

/// The moments that the options ask for, in their order, each with a line that tells what happened;
/// or, if there are none or too many, a sentence for the user.
[[nodiscard]] std::variant<std::vector<FigureMoment>, std::string> momentsOf(
    const ExportedRun& run, const trace::Excerpt& excerpt, const ExportOptions& options);

/// Moments as they are written, `0.5,1,2`, with commas, semicolons or spaces between them; or a
/// sentence on what is none.
[[nodiscard]] std::variant<std::vector<double>, std::string> momentsIn(std::string_view text);

/// Whether these options mean several files of this format. (A storyboard as PDF is one file, of
/// many pages.)
[[nodiscard]] bool isSeries(const Format& format, const ExportOptions& options);

/// Where the figure of a number (from 1) goes: `out.svg` becomes `out-001.svg`.
[[nodiscard]] std::string numberedPath(const std::string& path, const Format& format,
                                       std::size_t number);
/// The numbered files of that name that there are, in their order: an earlier storyboard's.
[[nodiscard]] std::vector<std::string> seriesOnDisk(const std::string& path, const Format& format);

/// `0.5 s · Task-1 is created`: what stands below a figure of this event; of a moment after it,
/// `0.75 s · since 0.5 s: Task-1 is created`. The loop's own callbacks and timers, which no figure
/// shows, are passed over for what came right before them.
[[nodiscard]] std::string momentText(const trace::Trace& trace, trace::EventIndex event,
                                     std::optional<double> time = {});

}  // namespace coroscope::app
