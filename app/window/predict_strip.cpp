// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/predict_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "app/inspector/explain_text.h"
#include "app/session/session.h"
#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/style/theme.h"
#include "app/window/close_button.h"
#include "app/window/elided_label.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

namespace {

QIcon dot(const QColor& hue) {
    QPixmap picture(20, 20);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue);
    painter.drawEllipse(3, 3, 14, 14);
    return picture;
}

}  // namespace

PredictStrip::PredictStrip(Session& session, QWidget* parent)
    : QFrame(parent),
      session_(session),
      title_(new Caption(this)),
      row_(new QHBoxLayout),
      words_(new ElidedLabel(this)),
      next_(new QToolButton(this)),
      score_(new QLabel(this)),
      close_(new CloseButton(tr("Predict no longer"), this)) {
    setObjectName(QStringLiteral("predictStrip"));
    setGround(*this, Look::Good);
    setLook(*next_, Look::Small);
    next_->setText(tr("Next question"));
    next_->setAccessibleName(next_->text());
    setMuted(*score_);
    row_->setSpacing(6);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 3, 8, 3);
    line->setSpacing(10);
    line->addWidget(title_);
    line->addLayout(row_);
    line->addWidget(words_, 1);
    line->addWidget(next_);
    line->addWidget(score_);
    line->addWidget(close_);
    Prediction& prediction = session_.prediction();
    connect(next_, &QToolButton::clicked, &prediction, &Prediction::goOn);
    connect(close_, &QToolButton::clicked, &prediction, &Prediction::stop);
    connect(&prediction, &Prediction::changed, this, &PredictStrip::refresh);
    connect(&session_.quiz(), &Quiz::changed, this, &PredictStrip::refresh);
    refresh();
}

bool PredictStrip::isPredicting() const { return session_.prediction().hidesFuture(); }
QString PredictStrip::text() const { return title_->text(); }
QString PredictStrip::score() const { return score_->text(); }

void PredictStrip::refresh() {
    Prediction& prediction = session_.prediction();
    using Phase = Prediction::Phase;
    offerChoices();
    switch (prediction.phase()) {
        case Phase::Off:
        case Phase::GoingOn:
        case Phase::Asking: title_->setText(tr("Which task runs next?")); break;
        case Phase::Answered: title_->setText(verdict()); break;
        case Phase::Over: title_->setText(tr("No task runs any more.")); break;
    }
    next_->setVisible(prediction.phase() == Phase::Answered);
    score_->setText(prediction.asked() == 0
                        ? QString()
                        : tr("%1 of %2 right").arg(prediction.rightOnes()).arg(prediction.asked()));
    setAccessibleName(title_->text() + QLatin1Char(' ') + words_->fullText());
    // One after the other: first what the header asks.
    const bool quiz = prediction.phase() == Phase::Asking && session_.quiz().isAsking();
    setVisible(prediction.phase() != Phase::Off && !quiz);
}

/// Also says why, in the words of the Explain panel.
QString PredictStrip::verdict() {
    const Prediction& prediction = session_.prediction();
    const Explanation said =
        explain(*session_.trace(), session_.state(), *session_.source(), Audience::Newcomer);
    words_->setFullText(QString::fromStdString(said.why));
    const QString name =
        QString::fromStdString(trace::laneName(*session_.trace(), prediction.answer()));
    return prediction.wasRight() ? tr("Right: %1.").arg(name) : tr("No, it is %1.").arg(name);
}

void PredictStrip::offerChoices() {
    for (QToolButton* each : buttons_) each->deleteLater();
    buttons_.clear();
    words_->setFullText({});
    const Scheme& theme = schemeOf(palette());
    for (const trace::TaskId task : session_.prediction().choices()) {
        if (session_.prediction().phase() != Prediction::Phase::Asking) break;
        auto* button = new QToolButton(this);
        setLook(*button, Look::Small);
        if (task.valid()) {
            button->setText(QString::fromStdString(trace::laneName(*session_.trace(), task)));
            button->setIcon(dot(taskHue(task.value, theme)));
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        } else {
            button->setText(tr("One that is yet to be created"));
        }
        button->setAccessibleName(button->text());
        connect(button, &QToolButton::clicked, &session_.prediction(),
                [this, task] { session_.prediction().choose(task); });
        row_->addWidget(button);
        buttons_.push_back(button);
    }
}

}  // namespace coroscope::app
