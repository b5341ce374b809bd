// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a file of any kind.

#include <optional>

#include <QString>
#include <QStringList>

#include "app/export/figure.h"
#include "app/export/playback.h"
#include "app/output/export_files.h"

namespace coroscope::app {

class Session;

/// The run that the window shows.
[[nodiscard]] ExportedRun exportedRun(const Session& session);

/// Writes in a format that needs a painter, for `coroscope export`. Keeps the lanes of the run that
/// it was last given, for the next file.
class RunPainter {
public:
    /// Where it takes long it asks the sink whether to go on.
    [[nodiscard]] Painted paint(const ExportedRun& run, const trace::Excerpt& excerpt,
                                const ExportOptions& options, const Format& format,
                                trace::TextSink& sink);

private:
    [[nodiscard]] Painted paintPages(const ExportedRun& run, const trace::Excerpt& excerpt,
                                     const ExportOptions& options, trace::TextSink& sink) const;

    std::shared_ptr<const trace::Trace> trace_;
    std::shared_ptr<const LaneModel> model_;
};

struct RunFiles {
    QStringList written;
    QStringList leftovers;  ///< of a longer series of this name from before; they are still there
    QStringList notes;      ///< what else there is to know of them, in sentences
};

/// Writes the run to a file in the format of its extension (a storyboard: to several), as a whole
/// or not at all, so that a failure leaves the old one intact. `files`, if it is not null, is
/// given their paths. Gives a sentence for the user if something went wrong. May be called in any
/// thread.
[[nodiscard]] std::optional<QString> exportRun(const ExportedRun& run, const ExportOptions& options,
                                               const QString& path, RunFiles* files = nullptr,
                                               const trace::GoOn& goOn = {});

}  // namespace coroscope::app
