// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "app/editor/source_editor.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

QToolButton* flatButton(const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    setLook(*button, Look::Flat);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

}  // namespace

FindBar::FindBar(SourceEditor& editor, QWidget* parent)
    : QFrame(parent),
      editor_(&editor),
      caption_(new QLabel(this)),
      field_(new QLineEdit(this)),
      result_(new QLabel(this)) {
    setObjectName(QStringLiteral("findBar"));
    field_->setObjectName(QStringLiteral("findField"));
    setMuted(*result_);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(caption_);
    row->addWidget(field_, 1);
    row->addWidget(result_);
    auto* previous = flatButton(QStringLiteral("‹"), tr("Previous (Shift+Enter)"), this);
    auto* next = flatButton(QStringLiteral("›"), tr("Next (Enter)"), this);
    auto* close = flatButton(QStringLiteral("✕"), tr("Close (Esc)"), this);
    previous_ = previous;
    next_ = next;
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(close);
    connect(previous, &QToolButton::clicked, this, [this] { accept(false); });
    connect(next, &QToolButton::clicked, this, [this] { accept(true); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(field_, &QLineEdit::textEdited, this, [this] {
        if (mode_ == Mode::Find) find(true, true);
    });
    hide();
}

void FindBar::openFind() {
    const QString selected = editor_->selectedText();
    open(Mode::Find,
         selected.isEmpty() || selected.contains(QLatin1Char('\n')) ? field_->text() : selected);
}

void FindBar::openGoToLine() { open(Mode::Line, QString()); }

void FindBar::open(Mode mode, const QString& text) {
    mode_ = mode;
    caption_->setText(mode == Mode::Find ? tr("Find") : tr("Go to line"));
    field_->setText(text);
    field_->setAccessibleName(caption_->text());
    result_->clear();
    previous_->setVisible(mode == Mode::Find);
    next_->setVisible(mode == Mode::Find);
    show();
    field_->setFocus();
    field_->selectAll();
}

void FindBar::findNext() { find(true, false); }
void FindBar::findPrevious() { find(false, false); }

void FindBar::find(bool forward, bool fromSelection) {
    const QString wanted = field_->text();
    if (wanted.isEmpty()) {
        result_->clear();
        return;
    }
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    if (editor_->hasSelectedText()) {
        editor_->getSelection(&line, &column, &endLine, &endColumn);
    } else {
        editor_->getCursorPosition(&line, &column);
        endLine = line;
        endColumn = column;
    }
    const bool fromEnd = forward && !fromSelection;
    // Upper case in what is sought asks for the very same case.
    const bool sameCase = wanted != wanted.toLower();
    const bool found =
        editor_->findFirst(wanted, false, sameCase, false, true, forward, fromEnd ? endLine : line,
                           fromEnd ? endColumn : column, true);
    result_->setText(found ? QString() : tr("not found"));
}

void FindBar::accept(bool forward) {
    if (mode_ == Mode::Find) {
        find(forward, false);
        return;
    }
    bool valid = false;
    const int line = field_->text().trimmed().toInt(&valid);
    if (!valid || line < 1 || line > editor_->lines()) {
        result_->setText(tr("1 to %1").arg(editor_->lines()));
        return;
    }
    editor_->goToLine(line);
    hide();
    editor_->setFocus();
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Escape:
            hide();
            editor_->setFocus();
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter: accept(!event->modifiers().testFlag(Qt::ShiftModifier)); return;
        default: QFrame::keyPressEvent(event);
    }
}

}  // namespace coroscope::app
