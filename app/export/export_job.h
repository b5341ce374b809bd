// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// An export that the window waits for without standing still.

#include <optional>

#include <QString>

#include "app/export/export_run.h"
#include "app/export/shown_work.h"

class QWidget;

namespace coroscope::app {

struct ExportOutcome {
    std::optional<QString> trouble;  ///< a sentence for the user, if it went wrong
    bool stopped = false;            ///< by the user: nothing was written, and all is well
    RunFiles files;
};

/// As `exportRun`, in another thread; comes back when that is done. What takes longer than
/// `patience` shows over `parent` how far it is, with a way to stop it. A program that is asked to
/// quit stops it, too, and quits then.
[[nodiscard]] ExportOutcome exportWithProgress(const ExportedRun& run, const ExportOptions& options,
                                               const QString& path, QWidget* parent,
                                               int patience = kPatience);

}  // namespace coroscope::app
