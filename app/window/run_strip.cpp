// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/run_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "app/player/number_text.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/labels.h"
#include "app/style/look.h"

namespace coroscope::app {

namespace {

constexpr int kTellMilliseconds = 200;

}  // namespace

RunStrip::RunStrip(Session& session, QWidget* parent)
    : QFrame(parent),
      session_(session),
      title_(new Caption(tr("Running…"), this)),
      text_(new QLabel(this)),
      stop_(new QToolButton(this)) {
    setObjectName(QStringLiteral("runStrip"));
    setGround(*this, Look::Good);
    text_->setObjectName(QStringLiteral("runProgress"));
    text_->setTextFormat(Qt::PlainText);
    // However long its text is, it does not widen the window.
    text_->setMinimumWidth(1);
    stop_->setObjectName(QStringLiteral("runStop"));
    setLook(*stop_, Look::Small);
    stop_->setText(tr("Stop"));
    stop_->setToolTip(tr("End the run and show it up to there (Esc)"));
    stop_->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 8, 3);
    row->setSpacing(10);
    row->addWidget(title_);
    row->addWidget(text_, 1);
    row->addWidget(stop_);
    connect(stop_, &QToolButton::clicked, &session_, &Session::stop);
    connect(&clock_, &QTimer::timeout, this, &RunStrip::tell);
    connect(&session_, &Session::runningChanged, this, &RunStrip::onRunning);
    hide();
}

QString RunStrip::text() const { return text_->text(); }

void RunStrip::onRunning(bool running) {
    if (running) {
        // A run that takes another's place has its own half second, but what is shown stays.
        if (!clock_.isActive()) clock_.start(kPatienceMilliseconds);
        return;
    }
    clock_.stop();
    if (isHidden()) return;
    hide();
    Q_EMIT shownChanged(false);
}

void RunStrip::tell() {
    clock_.setInterval(kTellMilliseconds);
    const Progress progress = session_.runs().progress();
    text_->setText(tr("%1 of at most %2 instructions · t = %3 · %4 events")
                       .arg(countText(progress.instructions),
                            countText(session_.limits().instructions),
                            secondsText(progress.virtualTime), countText(progress.events)));
    setAccessibleName(title_->text() + QLatin1Char(' ') + text_->text());
    if (!isHidden()) return;
    show();
    Q_EMIT shownChanged(true);
}

}  // namespace coroscope::app
