// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a page that plays it in any browser: one file that needs no network. What it does is
/// written in resources/player; this puts the run, the application's colours and the script in.

#include <optional>
#include <string>

#include "app/export/figure.h"

namespace coroscope::app {

/// A browser is slow with more events than that.
inline constexpr std::size_t kMostPageEvents = 200'000;

/// Gives a sentence for the user if the run is too long for a page; then nothing is written.
[[nodiscard]] std::optional<std::string> writeHtmlPage(const LaneModel& model,
                                                       const ExportedRun& run,
                                                       const trace::Excerpt& excerpt,
                                                       const ExportOptions& options,
                                                       trace::TextSink& sink);

}  // namespace coroscope::app
