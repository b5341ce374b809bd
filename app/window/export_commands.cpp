// SPDX-License-Identifier: GPL-3.0-or-later

/// What leaves the window: exports, paper, the clipboard; and the notes that go along with a
/// lesson.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QSettings>
#include <QUrl>

#include "app/export/export_dialog.h"
#include "app/export/export_job.h"
#include "app/export/export_run.h"
#include "app/export/figure_mime.h"
#include "app/export/print_run.h"
#include "app/timeline/step_axis.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/notes_dialog.h"
#include "app/window/workbench.h"

namespace coroscope::app {

namespace {

/// The stretch of time, in seconds, that the timeline shows.
std::optional<std::array<double, 2>> timeOnView(const TimelinePlot& timeline) {
    const LaneModel& model = timeline.model();
    const ChartView& view = timeline.view();
    if (model.eventCount == 0) return std::nullopt;
    if (view.axis == AxisKind::Time) {
        return {{std::max(view.begin, model.beginTime), std::min(view.end, model.endTime)}};
    }
    const auto timeAt = [&model](double position) {
        return (*model.trace)[eventAtStepPosition(model, position)].time;
    };
    return {{timeAt(view.begin), timeAt(view.end)}};
}

}  // namespace

ExportOptions Workbench::usualExport() const {
    ExportOptions options;
    options.axis =
        session_.playhead().pacing() == Pacing::Time ? FigureAxis::Time : FigureAxis::Steps;
    return options;
}

void Workbench::askExport() {
    if (session_.trace()->empty()) {
        showFileTrouble(tr("Not exported"), tr("Nothing has run yet."));
        return;
    }
    ExportDialog wishes(exportedRun(session_), usualExport(), timeOnView(*timeline_), this);
    if (wishes.exec() != QDialog::Accepted) return;

    const ScenarioDocument& document = session_.document();
    const auto extension = QLatin1String(wishes.format().extension.data(),
                                         static_cast<qsizetype>(wishes.format().extension.size()));
    QFileDialog dialog(this, tr("Export the run"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilter(QStringLiteral("*.") + extension);
    dialog.setDefaultSuffix(extension);
    dialog.setDirectory(document.path().isEmpty()
                            ? QSettings().value(QStringLiteral("lastFolder")).toString()
                            : QFileInfo(document.path()).absolutePath());
    dialog.selectFile(QFileInfo(document.name()).completeBaseName());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
    exportTo(dialog.selectedFiles().constFirst(), wishes.options());
}

bool Workbench::exportTo(const QString& path) { return exportTo(path, usualExport()); }

bool Workbench::exportTo(const QString& path, const ExportOptions& options) {
    const bool hadTrouble = std::exchange(fileTrouble_, false);
    session_.setStretch(timeline_->stretch());
    const ExportOutcome outcome = exportWithProgress(exportedRun(session_), options, path, this);
    if (outcome.trouble && !outcome.stopped) {
        showFileTrouble(tr("Not exported"), *outcome.trouble);
        return false;
    }
    if (hadTrouble) showProblem();
    if (outcome.stopped) return false;
    showExported(outcome.written);
    return true;
}

/// What is exported without a file.
void Workbench::putOnPaper(Act act) {
    if (session_.trace()->empty()) {
        showFileTrouble(tr("Nothing to show"), tr("Nothing has run yet."));
        return;
    }
    const ExportedRun run = exportedRun(session_);
    switch (act) {
        case Act::Print: askToPrint(run, usualExport(), this); break;
        case Act::PrintPreview: previewPrint(run, usualExport(), this); break;
        default:
            QGuiApplication::clipboard()->setMimeData(figureMime(run, usualExport()).release());
            statusNote(tr("The figure is on the clipboard, as SVG and as pixels."));
    }
}

/// Until the next thing to say, or until it is closed.
void Workbench::showExported(const QStringList& files) {
    if (files.isEmpty()) return;
    const QString folder = QFileInfo(files.constFirst()).absolutePath();
    const QString name = QFileInfo(files.constFirst()).fileName();
    const QString what = files.size() == 1
                             ? name
                             : tr("%1 figures, %2 to %3")
                                   .arg(files.size())
                                   .arg(name, QFileInfo(files.constLast()).fileName());
    banner_->report(tr("Exported"), what, tr("Show in folder"),
                    [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

void Workbench::showNotes() {
    if (session_.document().lesson() == nullptr) {
        showFileTrouble(tr("No lesson"),
                        tr("Notes are kept in a lesson: save this one as NAME.coroscope first."));
        return;
    }
    auto* notes = findChild<NotesDialog*>();
    if (notes == nullptr) notes = new NotesDialog(session_.document(), this);
    notes->show();
    notes->raise();
    notes->activateWindow();
}

}  // namespace coroscope::app
