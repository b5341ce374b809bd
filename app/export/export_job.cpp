// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "app/output/export_files.h"

namespace coroscope::app {

ExportOutcome exportWithProgress(const ExportedRun& run, const ExportOptions& options,
                                 const QString& path, QWidget* parent, int patience) {
    ExportOutcome outcome;
    workShown(
        [&](const trace::GoOn& goOn) {
            outcome.trouble = exportRun(run, options, path, &outcome.files, goOn);
        },
        QCoreApplication::translate("ExportJob", "Writing %1…").arg(QFileInfo(path).fileName()),
        parent, patience);
    outcome.stopped = outcome.trouble == QLatin1String(kExportStopped);
    return outcome;
}

}  // namespace coroscope::app
