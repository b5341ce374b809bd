// SPDX-License-Identifier: GPL-3.0-or-later

/// How the documents of one scenario are opened, saved and left.

#include <algorithm>
#include <utility>

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "app/editor/editor_pane.h"
#include "app/session/keep_settings.h"
#include "app/timeline/session_binding.h"
#include "app/timeline/timeline_plot.h"
#include "app/window/banner.h"
#include "app/window/leave_question.h"
#include "app/window/unpack_question.h"
#include "app/window/workbench.h"

namespace coroscope::app {

std::vector<ScenarioDocument*> Workbench::documents() const {
    auto& session = const_cast<Session&>(session_);
    std::vector<ScenarioDocument*> all{&session.document()};
    for (const auto& sibling : session.siblings().all()) {
        // What is packed is saved with the lesson.
        if (sibling.packedName.empty()) all.push_back(sibling.document.get());
    }
    return all;
}

bool Workbench::isModified() const {
    return std::ranges::any_of(documents(), &ScenarioDocument::isModified);
}

bool Workbench::isPassing() const { return session_.document().path().isEmpty() && !isModified(); }

ScenarioDocument::Trouble Workbench::open(const QString& path) {
    fileTrouble_ = false;
    return session_.document().open(path);
}

void Workbench::openText(const QString& name, const QString& text) {
    fileTrouble_ = false;
    session_.document().openText(name, text);
}

void Workbench::restore(const LeftBehind& left) {
    fileTrouble_ = false;
    session_.restore(left);
    if (autosave_.flush()) Autosave::discard(left);
    showProblem();
    if (session_.document().isChangedOnDisk()) onChangedOnDisk(true);
}

void Workbench::keepCopiesNow() {
    autosave_.flush();
    for (const auto& [document, copy] : siblingCopies_) copy->flush();
}

bool Workbench::mayLeave() {
    QStringList names;
    for (const ScenarioDocument* document : documents()) {
        if (document->isModified()) names << document->name();
    }
    switch (askToLeave(names, this)) {
        case Leave::Save: return saveAll();
        case Leave::Discard: return true;
        default: return false;
    }
}

bool Workbench::saveAll() {
    for (ScenarioDocument* document : documents()) {
        if (!document->isModified()) continue;
        editor_->showFile(*document);
        if (!save(*document)) return false;
    }
    return true;
}

bool Workbench::save() {
    ScenarioDocument& document = editor_->document();
    return save(session_.siblings().isPacked(document) ? session_.document() : document);
}

bool Workbench::save(ScenarioDocument& document) {
    const bool isScenario = &document == &session_.document();
    if (isScenario && document.path().isEmpty()) return askSaveAs();
    if (document.isChangedOnDisk() && !mayOverwrite(document)) return false;
    if (isScenario) return saveAs(document.path());
    return saved(document, document.save());
}

bool Workbench::mayOverwrite(ScenarioDocument& document) {
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
bool Workbench::askSaveAs() {
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

bool Workbench::saveAs(const QString& path) {
    if (!mayUnpack(session_.document(), path, this)) return false;
    const QString before = session_.document().runPath();
    session_.setView(viewOf(*timeline_));
    ScenarioDocument& document = session_.document();
    if (!saved(document, document.saveAs(path))) return false;
    // The file's name stands in tracebacks, and beside it imports look for modules.
    if (session_.document().runPath() != before) session_.runNow();
    keepSetting(QStringLiteral("lastFolder"), QFileInfo(path).absolutePath());
    return true;
}

bool Workbench::saved(const ScenarioDocument& document, const ScenarioDocument::Trouble& trouble) {
    const bool hadTrouble = std::exchange(fileTrouble_, false);
    if (trouble) {
        showFileTrouble(tr("Not saved"), *trouble);
        if (&document == &session_.document()) {
            banner_->offer(tr("Not saved"), *trouble, tr("Save as…"), [this] {
                fileTrouble_ = false;
                askSaveAs();
            });
        }
        return false;
    }
    if (hadTrouble) showProblem();
    return true;
}

}  // namespace coroscope::app
