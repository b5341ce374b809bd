// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/notes_dialog.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "app/session/scenario_document.h"

namespace coroscope::app {

NotesDialog::NotesDialog(ScenarioDocument& document, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Notes: %1").arg(document.name()));
    resize(520, 420);
    auto* text = new QPlainTextEdit(document.notes());
    text->setPlaceholderText(
        tr("What to say and what to ask in this lesson. Saved with it, as notes.md."));
    text->setAccessibleName(tr("Notes of the lesson"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* all = new QVBoxLayout(this);
    all->addWidget(text, 1);
    all->addWidget(buttons);
    connect(text, &QPlainTextEdit::textChanged, &document,
            [text, &document] { document.setNotes(text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(&document, &ScenarioDocument::opened, this, &QDialog::close);
}

}  // namespace coroscope::app
