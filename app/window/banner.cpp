// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/banner.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/style/labels.h"
#include "app/style/look.h"
#include "app/window/close_button.h"
#include "app/window/elided_label.h"

namespace coroscope::app {

namespace {

constexpr int kSpacing = 10;

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      title_(new Caption(this)),
      line_(new ElidedLabel(this)),
      unfolded_(new QScrollArea(this)),
      text_(new QLabel),
      more_(new QToolButton(this)),
      go_(new QToolButton(this)),
      offer_(new QToolButton(this)),
      close_(new CloseButton(tr("Close"), this)) {
    setObjectName(QStringLiteral("banner"));
    setGround(*this, Look::Trouble);
    title_->setObjectName(QStringLiteral("bannerTitle"));
    title_->setTextFormat(Qt::PlainText);
    line_->setObjectName(QStringLiteral("bannerLine"));
    text_->setObjectName(QStringLiteral("bannerText"));
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setFocusPolicy(Qt::NoFocus);
    unfolded_->setFrameShape(QFrame::NoFrame);
    unfolded_->setWidgetResizable(true);
    unfolded_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    unfolded_->setFocusPolicy(Qt::NoFocus);
    unfolded_->setWidget(text_);
    for (QWidget* each : {static_cast<QWidget*>(text_), unfolded_->viewport()}) {
        each->setAutoFillBackground(false);
    }
    go_->setObjectName(QStringLiteral("bannerGo"));
    offer_->setObjectName(QStringLiteral("bannerOffer"));
    more_->setObjectName(QStringLiteral("bannerMore"));
    more_->setCheckable(true);
    for (QToolButton* button : {go_, offer_, more_}) {
        button->setFocusPolicy(Qt::TabFocus);
        setLook(*button, Look::Small);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 3, 8, 3);
    column->setSpacing(2);
    row_ = new QHBoxLayout;
    row_->setSpacing(kSpacing);
    row_->addWidget(title_);
    row_->addWidget(line_, 1);
    for (QWidget* each : std::initializer_list<QWidget*>{more_, go_, offer_, close_}) {
        row_->addWidget(each, 0, Qt::AlignTop);
    }
    column->addLayout(row_);
    column->addWidget(unfolded_);
    below_ = new QHBoxLayout;
    below_->setSpacing(kSpacing);
    below_->addStretch();
    column->addLayout(below_);
    connect(more_, &QToolButton::toggled, this, &Banner::arrange);
    connect(go_, &QToolButton::clicked, this, [this] { Q_EMIT lineWanted(lineNumber_); });
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
    tell(title, text, line, QString(), nullptr);
}

void Banner::offer(const QString& title, const QString& text, const QString& button,
                   std::function<void()> accept, int line) {
    tell(title, text, line, button, std::move(accept));
}

void Banner::tell(const QString& title, const QString& text, int line, const QString& button,
                  std::function<void()> accept) {
    setGood(false);
    title_->setText(title);
    full_ = text.trimmed();
    {
        const QSignalBlocker quiet(more_);
        more_->setChecked(false);
    }
    lineNumber_ = line;
    accept_ = std::move(accept);
    go_->setText(tr("Line %1").arg(line));
    offer_->setText(button);
    setAccessibleName(title + QLatin1Char(' ') + text);
    arrange();
    show();
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

int Banner::widthOf(std::initializer_list<const QWidget*> widgets) const {
    int width = 0;
    for (const QWidget* each : widgets) width += each->sizeHint().width() + kSpacing;
    return width;
}

/// One line: title, as much of the text as fits, buttons. A line that is too narrow for them keeps
/// `More`, and what was left out stands below it once that is pressed.
void Banner::arrange() {
    if (std::exchange(arranging_, true)) return;
    const bool goes = lineNumber_ > 0;
    const bool offers = !offer_->text().isEmpty();
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    int buttons = 0;
    if (goes) buttons += widthOf({go_});
    if (offers) buttons += widthOf({offer_});
    const int aFewWords = 12 * fontMetrics().averageCharWidth();
    const bool narrow = widthOf({title_, more_, close_}) + buttons + aFewWords > room;
    const QString first = full_.section(QLatin1Char('\n'), 0, 0);
    const int beside = room - widthOf({title_, close_}) - (narrow ? 0 : buttons);
    const bool whole = fontMetrics().horizontalAdvance(first) <= beside && first == full_;
    const bool folds = !whole || (narrow && buttons > 0);
    const bool unfolded = folds && more_->isChecked();

    putButtons(narrow);
    go_->setVisible(goes && (!narrow || unfolded));
    offer_->setVisible(offers && (!narrow || unfolded));
    more_->setVisible(folds);
    more_->setText(unfolded ? tr("Less") : tr("More"));
    line_->setMinimumHeight(more_->sizeHint().height());  // as high with buttons as without
    // Half a word says nothing.
    const bool words = beside - (folds ? widthOf({more_}) : 0) >= aFewWords;
    line_->setFullText(unfolded || !words ? QString() : first);
    unfolded_->setVisible(unfolded);
    if (unfolded) {
        text_->setText(full_);
        constexpr int kMostLines = 7;
        const int most = kMostLines * fontMetrics().lineSpacing();
        unfolded_->setFixedHeight(std::min(most, text_->heightForWidth(room)));
    }
    arranging_ = false;
}

void Banner::putButtons(bool below) {
    if (std::exchange(buttonsBelow_, below) == below) return;
    for (QToolButton* each : {go_, offer_}) {
        (below ? row_ : below_)->removeWidget(each);
        if (below) {
            below_->addWidget(each);
        } else {
            row_->insertWidget(row_->count() - 1, each, 0, Qt::AlignTop);
        }
    }
}

QSize Banner::minimumSizeHint() const {
    // It never widens what it stands in.
    return {widthOf({more_, close_}), QFrame::minimumSizeHint().height()};
}

void Banner::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    arrange();
}

void Banner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

}  // namespace coroscope::app
