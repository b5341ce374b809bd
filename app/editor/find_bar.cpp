// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/editor/source_editor.h"
#include "app/style/look.h"
#include "app/style/theme.h"

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
      result_(new QLabel(this)),
      instead_(new QLineEdit(this)),
      replacing_(makeReplacing()) {
    setObjectName(QStringLiteral("findBar"));
    field_->setObjectName(QStringLiteral("findField"));
    result_->setObjectName(QStringLiteral("findResult"));
    setMuted(*result_);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 4, 4, 4);
    rows->setSpacing(4);
    auto* row = new QHBoxLayout;
    rows->addLayout(row);
    rows->addWidget(replacing_);
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
        if (mode_ != Mode::Line) find(true, true);
    });
    hide();
}

QWidget* FindBar::makeReplacing() {
    auto* all = new QWidget(this);
    auto* row = new QHBoxLayout(all);
    row->setContentsMargins(0, 0, 0, 0);
    instead_->setObjectName(QStringLiteral("replaceField"));
    instead_->setAccessibleName(tr("Replace with"));
    auto* one = flatButton(tr("Replace"), tr("Replace this one (Enter)"), all);
    auto* every = flatButton(tr("All"), tr("Replace all"), all);
    one->setObjectName(QStringLiteral("replaceOne"));
    every->setObjectName(QStringLiteral("replaceAll"));
    row->addWidget(new QLabel(tr("Replace with"), all));
    row->addWidget(instead_, 1);
    row->addWidget(one);
    row->addWidget(every);
    connect(one, &QToolButton::clicked, this, &FindBar::replaceOne);
    connect(every, &QToolButton::clicked, this, &FindBar::replaceAll);
    return all;
}

QString FindBar::wanted() const {
    const QString selected = editor_->selectedText();
    return selected.isEmpty() || selected.contains(QLatin1Char('\n')) ? field_->text() : selected;
}

void FindBar::openFind() { open(Mode::Find, wanted()); }
void FindBar::openReplace() { open(Mode::Replace, wanted()); }

void FindBar::openGoToLine() { open(Mode::Line, QString()); }

void FindBar::open(Mode mode, const QString& text) {
    mode_ = mode;
    caption_->setText(mode == Mode::Line ? tr("Go to line") : tr("Find"));
    field_->setText(text);
    field_->setAccessibleName(caption_->text());
    tell(QString(), true);
    previous_->setVisible(mode != Mode::Line);
    next_->setVisible(mode != Mode::Line);
    replacing_->setVisible(mode == Mode::Replace);
    show();
    field_->setFocus();
    field_->selectAll();
}

void FindBar::tell(const QString& result, bool good) {
    QPalette said;
    QPalette sought;
    if (!good) {
        const QColor trouble = schemeOf(palette()).trouble;
        said.setColor(QPalette::PlaceholderText, trouble);  // the role of muted text
        sought.setColor(QPalette::Text, trouble);
    }
    result_->setPalette(said);
    field_->setPalette(sought);
    result_->setText(result);
    field_->setAccessibleDescription(result);
}

void FindBar::findNext() { find(true, false); }
void FindBar::findPrevious() { find(false, false); }

Qt::CaseSensitivity FindBar::care() const {
    const QString sought = field_->text();
    return sought == sought.toLower() ? Qt::CaseInsensitive : Qt::CaseSensitive;
}

void FindBar::find(bool forward, bool fromSelection) {
    const QString wanted = field_->text();
    if (wanted.isEmpty()) {
        tell(QString(), true);
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
    const bool found =
        editor_->findFirst(wanted, false, care() == Qt::CaseSensitive, false, true, forward,
                           fromEnd ? endLine : line, fromEnd ? endColumn : column, true);
    tell(found ? QString() : tr("not found"), found);
}

/// The one that is selected, if it is one, and goes on to the next.
void FindBar::replaceOne() {
    const QString sought = field_->text();
    if (sought.isEmpty()) return;
    if (editor_->selectedText().compare(sought, care()) == 0) {
        editor_->replaceSelectedText(instead_->text());
    }
    find(true, false);
}

void FindBar::replaceAll() {
    const QString sought = field_->text();
    QString text = editor_->text();
    const qsizetype count = sought.isEmpty() ? 0 : text.count(sought, care());
    if (count > 0) editor_->rewrite(text.replace(sought, instead_->text(), care()));
    tell(count > 0 ? tr("%1 replaced").arg(count) : tr("not found"), count > 0);
}

void FindBar::accept(bool forward) {
    if (mode_ == Mode::Replace && instead_->hasFocus() && forward) {
        replaceOne();
        return;
    }
    if (mode_ != Mode::Line) {
        find(forward, false);
        return;
    }
    bool valid = false;
    const int line = field_->text().trimmed().toInt(&valid);
    if (!valid || line < 1 || line > editor_->lines()) {
        tell(tr("1 to %1").arg(editor_->lines()), false);
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
