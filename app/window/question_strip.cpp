// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/question_strip.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/session/playhead.h"
#include "app/session/quiz.h"
#include "app/style/look.h"
#include "app/window/close_button.h"

namespace coroscope::app {

namespace {

/// A button is no wider than these letters; its tip has all of them.
constexpr int kLetters = 44;
constexpr int kInARow = 3;

QLabel* words() {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(0, 3, 0, 3);
    return label;
}

}  // namespace

QuestionStrip::QuestionStrip(Quiz& quiz, Playhead& playhead, QWidget* parent)
    : QFrame(parent),
      quiz_(quiz),
      question_(words()),
      hint_(words()),
      verdict_(words()),
      choices_(new QGridLayout),
      goOn_(new QToolButton) {
    setObjectName(QStringLiteral("questionStrip"));
    setGround(*this, Look::Good);
    setLook(*goOn_, Look::Small);
    goOn_->setText(tr("Go on"));
    goOn_->setFocusPolicy(Qt::TabFocus);
    choices_->setSpacing(6);
    auto* close = new CloseButton(tr("Without an answer"), this);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 3, 8, 3);
    line->setSpacing(10);
    hint_->setText(tr("What comes after is hidden until this is answered or closed."));
    hint_->setContentsMargins(0, 0, 0, 3);
    setMuted(*hint_);
    auto* asked = new QVBoxLayout;
    asked->setSpacing(0);
    asked->addWidget(question_);
    asked->addWidget(hint_);
    line->addLayout(asked, 1);
    line->addLayout(choices_);
    line->addWidget(verdict_);
    line->addWidget(goOn_, 0, Qt::AlignVCenter);
    line->addWidget(close, 0, Qt::AlignTop);
    connect(goOn_, &QToolButton::clicked, &playhead, &Playhead::play);
    connect(close, &QToolButton::clicked, &quiz_, &Quiz::putAway);
    connect(&quiz_, &Quiz::changed, this, &QuestionStrip::refresh);
    refresh();
}

QString QuestionStrip::text() const { return question_->text(); }
QString QuestionStrip::verdict() const { return verdict_->text(); }

QString QuestionStrip::wordsOn() const {
    const scenario::Question& asked = *quiz_.question();
    const QString answer = QString::fromStdString(asked.answer);
    if (answer.isEmpty()) return tr("You say: %1").arg(*quiz_.given());
    if (asked.choices.empty()) return answer;
    return quiz_.wasRight() ? tr("Right: %1").arg(answer) : tr("No, it is: %1").arg(answer);
}

void QuestionStrip::refresh() {
    for (QToolButton* each : buttons_) each->deleteLater();
    buttons_.clear();
    const scenario::Question* asked = quiz_.question();
    setVisible(asked != nullptr);
    if (asked == nullptr) return;
    const bool answered = quiz_.given().has_value();
    question_->setText(QString::fromStdString(asked->text));
    verdict_->setText(answered ? wordsOn() : QString());
    verdict_->setVisible(answered);
    goOn_->setVisible(answered);
    hint_->setVisible(!answered);
    setAccessibleName(question_->text() + QLatin1Char(' ') + verdict_->text());
    if (answered) return;
    for (const std::string& choice : asked->choices) {
        offer(QString::fromStdString(choice), QString::fromStdString(choice));
    }
    if (asked->choices.empty() && !asked->answer.empty()) offer(tr("Show the answer"), {});
}

void QuestionStrip::offer(const QString& text, const QString& answer) {
    auto* button = new QToolButton(this);
    setLook(*button, Look::Small);
    button->setFocusPolicy(Qt::TabFocus);
    QString label =
        fontMetrics().elidedText(text, Qt::ElideRight, kLetters * fontMetrics().averageCharWidth());
    button->setText(label.replace(QLatin1Char('&'), QLatin1String("&&")));
    if (label != text) button->setToolTip(text.toHtmlEscaped());
    button->setAccessibleName(text);
    connect(button, &QToolButton::clicked, &quiz_, [this, answer] { quiz_.answer(answer); });
    const int number = static_cast<int>(buttons_.size());
    choices_->addWidget(button, number / kInARow, number % kInARow);
    button->show();
    buttons_.push_back(button);
}

}  // namespace coroscope::app
