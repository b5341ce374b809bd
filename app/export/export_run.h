// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a file of any kind.

#include <optional>

#include <QString>

#include "app/export/figure.h"

namespace coroscope::app {

class Session;

/// The run that the window shows.
[[nodiscard]] ExportedRun exportedRun(const Session& session);

/// Writes in a format that needs a painter, for `coroscope export`. Keeps the lanes of the run that
/// it was last given, for the next file.
class RunPainter {
public:
    /// Gives a sentence for the user if it cannot.
    [[nodiscard]] std::optional<std::string> paint(const ExportedRun& run,
                                                   const trace::Excerpt& excerpt,
                                                   const ExportOptions& options,
                                                   const Format& format, trace::TextSink& sink);

private:
    std::shared_ptr<const trace::Trace> trace_;
    std::shared_ptr<const LaneModel> model_;
};

/// Writes the run to a file in the format of its extension, as a whole or not at all, so that a
/// failure leaves the old one intact. Gives a sentence for the user if something went wrong.
[[nodiscard]] std::optional<QString> exportRun(const ExportedRun& run, const ExportOptions& options,
                                               const QString& path);

}  // namespace coroscope::app
