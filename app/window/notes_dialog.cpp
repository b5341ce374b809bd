// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/notes_dialog.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/session/scenario_document.h"

namespace coroscope::app {

NotesDialog::NotesDialog(ScenarioDocument& document, QWidget* parent)
    : QDialog(parent), document_(document), text_(new QPlainTextEdit) {
    resize(520, 420);
    text_->setPlaceholderText(
        tr("What to say and what to ask in this lesson. Saved with it, as notes.md."));
    text_->setAccessibleName(tr("Notes of the lesson"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* all = new QVBoxLayout(this);
    all->addWidget(text_, 1);
    all->addWidget(buttons);
    follow();
    connect(text_, &QPlainTextEdit::textChanged, this, [this] {
        shown_ = text_->toPlainText();
        document_.setNotes(shown_);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(&document_, &ScenarioDocument::opened, this, &QDialog::close);
    connect(&document_, &ScenarioDocument::pathChanged, this, &NotesDialog::follow);
    connect(&document_, &ScenarioDocument::notesChanged, this, &NotesDialog::follow);
    connect(&document_, &ScenarioDocument::reloaded, this, &NotesDialog::follow);
}

void NotesDialog::follow() {
    if (document_.lesson() == nullptr) close();
    setWindowTitle(tr("Notes: %1").arg(document_.name()));
    if (document_.notes() == shown_) return;
    shown_ = document_.notes();
    // The widget may change ends of lines, which is no edit.
    const QSignalBlocker quiet(text_);
    text_->setPlainText(shown_);
}

}  // namespace coroscope::app
