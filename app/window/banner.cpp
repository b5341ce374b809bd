// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/banner.h"

#include <initializer_list>
#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/window/close_button.h"

namespace coroscope::app {

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      title_(new Caption(this)),
      text_(new QLabel(this)),
      more_(new QToolButton(this)),
      go_(new QToolButton(this)),
      offer_(new QToolButton(this)),
      close_(new CloseButton(tr("Close"), this)) {
    setObjectName(QStringLiteral("banner"));
    setGround(*this, Look::Trouble);
    title_->setObjectName(QStringLiteral("bannerTitle"));
    title_->setTextFormat(Qt::PlainText);
    text_->setObjectName(QStringLiteral("bannerText"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    for (QLabel* label : std::initializer_list<QLabel*>{title_, text_}) {
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setContentsMargins(0, 3, 0, 3);
    }
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setFocusPolicy(Qt::NoFocus);
    go_->setObjectName(QStringLiteral("bannerGo"));
    offer_->setObjectName(QStringLiteral("bannerOffer"));
    more_->setObjectName(QStringLiteral("bannerMore"));
    more_->setCheckable(true);
    for (QToolButton* button : {go_, offer_, more_}) {
        button->setFocusPolicy(Qt::TabFocus);
        setLook(*button, Look::Small);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 3, 8, 3);
    row->setSpacing(10);
    row->addWidget(title_);
    row->addWidget(text_, 1);
    row->addWidget(more_, 0, Qt::AlignTop);
    row->addWidget(go_, 0, Qt::AlignTop);
    row->addWidget(offer_, 0, Qt::AlignTop);
    row->addWidget(close_, 0, Qt::AlignTop);
    connect(more_, &QToolButton::toggled, this, &Banner::showText);
    connect(go_, &QToolButton::clicked, this, [this] { Q_EMIT lineWanted(line_); });
    connect(offer_, &QToolButton::clicked, this, [this] {
        const std::function<void()> accept = accept_;
        hide();
        if (accept) accept();
    });
    connect(close_, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

void Banner::say(const QString& title, const QString& text, int line) {
    setGood(false);
    title_->setText(title);
    full_ = text.trimmed();
    {
        const QSignalBlocker quiet(more_);
        more_->setChecked(false);
    }
    showText();
    line_ = line;
    accept_ = nullptr;
    offer_->hide();
    go_->setVisible(line > 0);
    go_->setText(tr("Line %1").arg(line));
    setAccessibleName(title + QLatin1Char(' ') + text);
    show();
}

void Banner::offer(const QString& title, const QString& text, const QString& button,
                   std::function<void()> accept, int line) {
    say(title, text, line);
    accept_ = std::move(accept);
    offer_->setText(button);
    offer_->show();
}

void Banner::report(const QString& title, const QString& text, const QString& button,
                    std::function<void()> accept) {
    offer(title, text, button, std::move(accept));
    setGood(true);
}

void Banner::setGood(bool good) {
    setLook(*this, good ? Look::Good : Look::Trouble);
    title_->setForegroundRole(good ? QPalette::WindowText : QPalette::BrightText);
}

QString Banner::title() const { return title_->text(); }
QString Banner::text() const { return full_; }

void Banner::showText() {
    const qsizetype lines = full_.count(QLatin1Char('\n'));
    const bool unfolded = more_->isChecked();
    // Two lines are no longer than a line and a button.
    const bool folds = lines > 1;
    text_->setText(folds && !unfolded ? full_.section(QLatin1Char('\n'), 0, 0) : full_);
    text_->setToolTip(folds && !unfolded ? full_ : QString());
    more_->setVisible(folds);
    more_->setText(unfolded ? tr("Less") : tr("More"));
}

}  // namespace coroscope::app
