// SPDX-License-Identifier: GPL-3.0-or-later

/// How the window opens, saves and leaves its documents.

#include <utility>

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "app/bundle/bundled_scenarios.h"
#include "app/editor/editor_pane.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/main_window.h"
#include "app/window/recent_files.h"
#include "app/window/unpack_question.h"

namespace coroscope::app {

namespace {

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What a new scenario begins with.
const char* const kNewText =
    "import asyncio\n"
    "\n"
    "\n"
    "async def main():\n"
    "    await asyncio.sleep(1)\n"
    "    print(\"one second later\")\n"
    "\n"
    "\n"
    "asyncio.run(main())\n";

}  // namespace

std::vector<ScenarioDocument*> MainWindow::documents() {
    std::vector<ScenarioDocument*> all{&session_.document()};
    for (const auto& sibling : session_.siblings().all()) all.push_back(sibling.document.get());
    return all;
}

bool MainWindow::mayLeaveDocuments() {
    for (ScenarioDocument* document : documents()) {
        if (document->isModified() && !mayLeave(*document)) return false;
    }
    return true;
}

bool MainWindow::mayLeave(ScenarioDocument& document) {
    editor_->showFile(document);
    QMessageBox box(QMessageBox::NoIcon, tr("Unsaved changes"),
                    tr("%1 has changes that are not saved.").arg(document.name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setInformativeText(tr("Save them first?"));
    box.setDefaultButton(QMessageBox::Save);
    box.setEscapeButton(QMessageBox::Cancel);
    switch (box.exec()) {
        case QMessageBox::Save: return save(document);
        case QMessageBox::Discard: return true;
        default: return false;
    }
}

void MainWindow::newFile() {
    if (!mayLeaveDocuments()) return;
    fileTrouble_ = false;
    showGallery(false);
    session_.document().openText(tr("untitled.py"), QLatin1String(kNewText));
    editor_->editor().setFocus();  // a new file is there to be written
}

void MainWindow::askOpen() {
    const QString folder = session_.document().path().isEmpty()
                               ? QSettings().value(QStringLiteral("lastFolder")).toString()
                               : QFileInfo(session_.document().path()).absolutePath();
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open a scenario"), folder,
                                     tr("Programs and lessons (*.py *.coroscope);;All files (*)"));
    if (!path.isEmpty()) openFile(path);
}

bool MainWindow::openFile(const QString& path) {
    if (!mayLeaveDocuments()) return false;
    fileTrouble_ = false;
    if (const auto trouble = session_.document().open(path)) {
        showFileTrouble(tr("Not opened"), *trouble);
        return false;
    }
    showGallery(false);
    RecentFiles::add(path);
    QSettings().setValue(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
    return true;
}

bool MainWindow::openExample(const BundledScenario& scenario) {
    if (!mayLeaveDocuments()) return false;
    fileTrouble_ = false;
    showGallery(false);
    session_.document().openText(toQt(scenario.fileName), toQt(scenario.text));
    return true;
}

void MainWindow::openStart() {
    QSettings settings;
    const QString begun = QStringLiteral("begun");
    if (!settings.value(begun).toBool()) {
        settings.setValue(begun, true);
        openFirstExample();
        return;
    }
    if (const BundledScenario* first = findBundledScenario("three_sleepers")) openExample(*first);
    showGallery(true);
}

void MainWindow::openFirstExample() {
    const BundledScenario* first = findBundledScenario("three_sleepers");
    if (first == nullptr && !bundledScenarios().empty()) first = &bundledScenarios().front();
    // Movement says more than a still picture: the first thing seen is a run.
    connect(
        &session_.runs(), &RunService::finished, &session_.playhead(),
        [this] { session_.playhead().play(); }, Qt::SingleShotConnection);
    if (first != nullptr) {
        openExample(*first);
    } else {
        newFile();
    }
}

bool MainWindow::save() { return save(editor_->document()); }

bool MainWindow::save(ScenarioDocument& document) {
    const bool isScenario = &document == &session_.document();
    if (isScenario && document.path().isEmpty()) return askSaveAs();
    if (document.isChangedOnDisk() && !mayOverwrite(document)) return false;
    if (isScenario) return saveAs(document.path());
    return saved(document.save());
}

bool MainWindow::mayOverwrite(ScenarioDocument& document) {
    QMessageBox box(QMessageBox::NoIcon, tr("Changed on disk"),
                    tr("Another program has changed %1.").arg(document.name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setInformativeText(
        tr("Overwrite what it has written, or reload the file and lose the "
           "changes made here?"));
    box.button(QMessageBox::Save)->setText(tr("Overwrite"));
    box.button(QMessageBox::Discard)->setText(tr("Reload"));
    box.setDefaultButton(QMessageBox::Cancel);
    box.setEscapeButton(QMessageBox::Cancel);
    const int answer = box.exec();
    if (answer == QMessageBox::Discard) takeTextOfFile(document);
    return answer == QMessageBox::Save;
}

/// Another name is for the scenario: its siblings are imported by theirs.
bool MainWindow::askSaveAs() {
    const ScenarioDocument& document = session_.document();
    editor_->showFile(document);
    QFileDialog dialog(this, tr("Save the scenario"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    const QString lessons = tr("Lessons, with bookmarks and notes (*.coroscope)");
    dialog.setNameFilters({tr("Python files (*.py)"), lessons, tr("All files (*)")});
    const auto chooseSuffix = [&dialog, lessons](const QString& filter) {
        dialog.setDefaultSuffix(filter == lessons ? QStringLiteral("coroscope")
                                                  : QStringLiteral("py"));
    };
    connect(&dialog, &QFileDialog::filterSelected, &dialog, chooseSuffix);
    if (document.lesson() != nullptr) dialog.selectNameFilter(lessons);
    chooseSuffix(dialog.selectedNameFilter());
    dialog.setDirectory(document.path().isEmpty()
                            ? QSettings().value(QStringLiteral("lastFolder")).toString()
                            : QFileInfo(document.path()).absolutePath());
    dialog.selectFile(document.name());
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return false;
    return saveAs(dialog.selectedFiles().constFirst());
}

bool MainWindow::saveAs(const QString& path) {
    if (!mayUnpack(session_.document(), path, this)) return false;
    const QString before = session_.document().runPath();
    session_.setStretch(timeline_->stretch());
    if (!saved(session_.document().saveAs(path))) return false;
    // The file's name stands in tracebacks, and beside it imports look for modules.
    if (session_.document().runPath() != before) session_.runNow();
    QSettings().setValue(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
    return true;
}

bool MainWindow::saved(const ScenarioDocument::Trouble& trouble) {
    const bool hadTrouble = std::exchange(fileTrouble_, false);
    if (trouble) {
        showFileTrouble(tr("Not saved"), *trouble);
        return false;
    }
    if (hadTrouble) showProblem();
    return true;
}

}  // namespace coroscope::app
