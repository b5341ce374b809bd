// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/console_panel.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/inspector/console_view.h"
#include "app/session/header_edit.h"
#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

/// How many lines the line below quotes.
constexpr qsizetype kMostShown = 8;

/// Whether a program looks as if it read lines.
bool reads(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("\\binput\\s*\\(|\\bstdin\\b"));
    return pattern.match(text).hasMatch();
}

}  // namespace

ConsolePanel::ConsolePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(new ConsoleView(session)),
      input_(new QWidget),
      text_(new QLabel),
      edit_(new QToolButton) {
    setObjectName(QStringLiteral("consolePanel"));
    setMuted(*text_);
    text_->setTextFormat(Qt::PlainText);
    edit_->setObjectName(QStringLiteral("inputEdit"));
    edit_->setText(tr("Input…"));
    edit_->setToolTip(tr("What input() gives, line by line"));
    auto* row = new QHBoxLayout(input_);
    row->setContentsMargins(12, 2, 8, 2);
    row->addWidget(text_, 1);
    row->addWidget(edit_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(view_, 1);
    column->addWidget(input_);
    setFocusProxy(view_);
    connect(edit_, &QToolButton::clicked, this, &ConsolePanel::editInput);
    connect(&session_, &Session::traceChanged, this, &ConsolePanel::takeRun);
    connect(&session_, &Session::stateChanged, this, &ConsolePanel::showInput);
    takeRun();
}

QString ConsolePanel::inputText() const { return input_->isHidden() ? QString() : text_->text(); }

void ConsolePanel::takeRun() {
    const QString text = QString::fromStdString(session_.source()->text());
    const bool asks = reads(text);
    input_->setVisible(asks);
    if (!asks) return;
    lines_ = standardInputOf(text);
    text_->setToolTip(lines_.join(QLatin1Char('\n')));
    showInput();
}

void ConsolePanel::showInput() {
    if (input_->isHidden()) return;
    const auto read =
        static_cast<qsizetype>(session_.printed()->readBy(session_.playhead().current()));
    QString next = lines_.mid(read, kMostShown).join(QStringLiteral(" ⏎ "));
    if (lines_.size() > read + kMostShown) next += QStringLiteral(" …");
    text_->setText(lines_.isEmpty()        ? tr("There is nothing for it to read.")
                   : read >= lines_.size() ? tr("All %1 lines have been read.").arg(lines_.size())
                                           : tr("Next to be read: %1").arg(next));
}

void ConsolePanel::editInput() {
    QDialog dialog(this);
    dialog.setWindowTitle(tr("What the program reads"));
    auto* words = new QLabel(
        tr("Each call of input() takes the next of these lines. They are kept in the scenario's "
           "header."));
    words->setWordWrap(true);
    auto* lines = new QPlainTextEdit;
    lines->setAccessibleName(tr("Lines to read"));
    lines->setFont(codeFont());
    lines->setPlainText(standardInputOf(session_.document().text()).join(QLatin1Char('\n')));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(words);
    column->addWidget(lines, 1);
    column->addWidget(buttons);
    dialog.resize(420, 320);
    if (dialog.exec() != QDialog::Accepted) return;
    QString text = lines->toPlainText();
    if (text.endsWith(QLatin1Char('\n'))) text.chop(1);  // ends the last line, begins no other
    Q_EMIT inputWanted(text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n')));
}

}  // namespace coroscope::app
