// SPDX-License-Identifier: GPL-3.0-or-later

/// What leaves the window: exports, paper, the clipboard; and the notes that go along with a
/// lesson.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QUrl>

#include "app/export/export_dialog.h"
#include "app/export/export_job.h"
#include "app/export/export_run.h"
#include "app/export/figure_mime.h"
#include "app/export/print_run.h"
#include "app/output/export_files.h"
#include "app/output/storyboard.h"
#include "app/timeline/session_binding.h"
#include "app/timeline/step_axis.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/notes_dialog.h"
#include "app/window/problem.h"
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

/// Why there is no run: whoever has just made a mistake is told where.
QString whyNoRun(const Session& session) {
    const auto problem =
        problemOf(session.diagnostics(), session.result(), *session.trace(), false);
    if (session.diagnostics().empty() || !problem) return Workbench::tr("Nothing has run yet.");
    return Workbench::tr("Nothing has run yet, as the program cannot be run: %1: %2")
        .arg(problem->title, problem->text);
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
        showFileTrouble(tr("Not exported"), whyNoRun(session_));
        return;
    }
    ExportDialog wishes(exportedRun(session_), usualExport(), timeOnView(*timeline_), this);
    if (wishes.exec() != QDialog::Accepted) return;

    const ScenarioDocument& document = session_.document();
    const auto extension = QLatin1String(wishes.format().extension.data(),
                                         static_cast<qsizetype>(wishes.format().extension.size()));
    QFileDialog dialog(this, tr("Export the run"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    const auto name = QString::fromUtf8(wishes.format().name.data(),
                                        static_cast<qsizetype>(wishes.format().name.size()));
    dialog.setNameFilter(QStringLiteral("%1 (*.%2)").arg(name, extension));
    dialog.setDefaultSuffix(extension);
    dialog.setDirectory(document.path().isEmpty()
                            ? QSettings().value(QStringLiteral("lastFolder")).toString()
                            : QFileInfo(document.path()).absolutePath());
    dialog.selectFile(
        QStringLiteral("%1.%2").arg(QFileInfo(document.name()).completeBaseName(), extension));
    const ExportOptions options = wishes.options();
    // The name that is chosen is not that of any file.
    const bool series = isSeries(wishes.format(), options);
    dialog.setOption(QFileDialog::DontConfirmOverwrite, series);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return;
    const QString path = dialog.selectedFiles().constFirst();
    if (series && !mayReplaceSeries(path, wishes.format())) return;
    exportTo(path, options);
}

/// Whether there is no numbered file of that name, or the user has agreed to lose it.
bool Workbench::mayReplaceSeries(const QString& path, const Format& format) {
    const auto there = seriesOnDisk(QFile::encodeName(path).toStdString(), format);
    if (there.empty()) return true;
    const auto nameOf = [](const std::string& file) {
        return QFileInfo(QFile::decodeName(QByteArray::fromStdString(file))).fileName();
    };
    QString question = tr("%1 exists already. Replace it?").arg(nameOf(there.front()));
    if (there.size() > 1) {
        question = tr("%1 files exist already, %2 to %3. Replace those that have the same numbers?")
                       .arg(there.size())
                       .arg(nameOf(there.front()), nameOf(there.back()));
    }
    QMessageBox box(QMessageBox::NoIcon, tr("Export the run"), question, QMessageBox::Cancel, this);
    const QPushButton* replace = box.addButton(tr("&Replace"), QMessageBox::AcceptRole);
    box.exec();
    return box.clickedButton() == replace;
}

bool Workbench::exportTo(const QString& path) { return exportTo(path, usualExport()); }

bool Workbench::exportTo(const QString& path, const ExportOptions& options) {
    const bool hadTrouble = std::exchange(fileTrouble_, false);
    session_.setView(viewOf(*timeline_));
    const ExportOutcome outcome = exportWithProgress(exportedRun(session_), options, path, this);
    if (outcome.trouble && !outcome.stopped) {
        showFileTrouble(tr("Not exported"), *outcome.trouble);
        return false;
    }
    if (hadTrouble) showProblem();
    if (outcome.stopped) return false;
    showExported(outcome.files);
    return true;
}

/// What is exported without a file.
void Workbench::putOnPaper(Act act) {
    if (session_.trace()->empty()) {
        showFileTrouble(tr("Nothing to show"), whyNoRun(session_));
        return;
    }
    const ExportedRun run = exportedRun(session_);
    std::optional<QString> trouble;
    switch (act) {
        case Act::Print: trouble = askToPrint(run, usualExport(), this); break;
        case Act::PrintPreview: trouble = previewPrint(run, usualExport(), this); break;
        default:
            QGuiApplication::clipboard()->setMimeData(figureMime(run, usualExport()).release());
            statusNote(tr("The figure is on the clipboard, as SVG and as pixels."));
    }
    if (trouble) showFileTrouble(tr("Not printed"), *trouble);
}

/// Until the next thing to say, or until it is closed.
void Workbench::showExported(const RunFiles& files) {
    if (files.written.isEmpty()) return;
    const auto nameOf = [](const QString& path) { return QFileInfo(path).fileName(); };
    const QString folder = QFileInfo(files.written.constFirst()).absolutePath();
    const QString first = nameOf(files.written.constFirst());
    const QString last = nameOf(files.written.constLast());
    QString what = first;
    if (files.written.size() == 2) what = tr("%1 and %2").arg(first, last);
    if (files.written.size() > 2) {
        what = tr("%1 figures, %2 to %3").arg(files.written.size()).arg(first, last);
    }
    if (!files.leftovers.isEmpty()) {
        what += tr("; from before there is still %1").arg(nameOf(files.leftovers.constFirst()));
        if (files.leftovers.size() > 1)
            what += tr(" to %1").arg(nameOf(files.leftovers.constLast()));
    }
    for (const QString& note : files.notes) what += QStringLiteral(". ") + note;
    problemTold_ = false;
    bannerOfFile().report(tr("Exported"), what, tr("Show in folder"),
                          [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

void Workbench::showNotes() {
    if (session_.document().lesson() == nullptr) {
        // No trouble, and gone with the next thing to say.
        problemTold_ = false;
        bannerOfFile().report(
            tr("Notes"), tr("They are kept in a lesson: save this one as NAME.coroscope first."),
            tr("Save as…"), [this] { askSaveAs(); });
        return;
    }
    auto* notes = findChild<NotesDialog*>();
    if (notes == nullptr) notes = new NotesDialog(session_.document(), this);
    notes->show();
    notes->raise();
    notes->activateWindow();
}

}  // namespace coroscope::app
