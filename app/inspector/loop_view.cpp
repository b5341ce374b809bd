// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/loop_view.h"

#include <algorithm>

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include "app/inspector/loop_words.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/fonts.h"
#include "app/style/legible.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 14;
/// Above and below: where the panel is low, each pixel counts.
constexpr int kEdge = 5;
constexpr int kGap = 10;
constexpr int kRadius = 5;
/// Between a row that has no room to spare and the next.
constexpr int kTight = 2;
constexpr int kLoose = 16;

void hatch(QPainter& painter, const QPainterPath& shape, const QColor& color) {
    painter.save();
    painter.setClipPath(shape);
    painter.setPen(QPen(color, 3));
    const QRectF box = shape.boundingRect();
    for (double x = box.left() - box.height(); x < box.right(); x += 8) {
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
    }
    painter.restore();
}

}  // namespace

LoopView::LoopView(Session& session, QWidget* parent)
    : QWidget(parent),
      Told(QAccessible::Grouping),
      session_(session),
      scroll_(new QScrollBar(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("loop"));
    setAccessibleName(tr("The event loop: running, ready queue, timers, clock"));
    setFocusPolicy(Qt::TabFocus);
    connect(&session_, &Session::stateChanged, this, &LoopView::refresh);
    connect(&session_.prediction(), &Prediction::changed, this, qOverload<>(&QWidget::update));
    connect(&session_.quiz(), &Quiz::changed, this, qOverload<>(&QWidget::update));
    connect(&session_, &Session::traceChanged, this, &LoopView::refresh);
    connect(&session_.selection(), &Selection::changed, this, qOverload<>(&QWidget::update));
    connect(scroll_, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    scroll_->hide();
    refresh();
}

void LoopView::refresh() {
    cards_ = makeLoopCards(*session_.trace(), session_.state());
    arrange();
    tellSoon(*this);
}

QString LoopView::told() const { return spokenLoop(cards_, session_.hidesFuture()); }

/// What the loop has is to be seen at once, so that the type gives way before anything scrolls.
void LoopView::fitType() {
    constexpr double kLeastPixels = 11;
    for (const double size : {1.0, 0.85, 0.7}) {
        if (size < 1 && QFontInfo(scaled(font(), size)).pixelSize() < kLeastPixels) return;
        size_ = size;
        if (planFor(width(), cardHeight() + kTight).height <= height()) return;
    }
}

void LoopView::arrange() {
    fitType();
    const int room = height() - 2 * kEdge;
    const int tight = cardHeight() + kTight;
    plan_ = planFor(width(), tight);
    const bool scrolls = plan_.height > height();
    if (scrolls) {
        const int bar = scroll_->sizeHint().width();
        plan_ = planFor(width() - bar, tight);
        scroll_->setGeometry(width() - bar, 0, bar, height());
        scroll_->setRange(0, plan_.height - height());
        scroll_->setPageStep(height());
        scroll_->setSingleStep(tight);
    } else {
        const int lines = (plan_.height - 2 * kEdge) / tight;
        plan_ = planFor(width(), std::clamp(room / lines, tight, cardHeight() + kLoose));
        scroll_->setRange(0, 0);
    }
    scroll_->setVisible(scrolls);
    update();
}

LoopView::Plan LoopView::planFor(int width, int step) const {
    Plan plan;
    const int left = kMargin + labelWidth();
    const int end = width - kMargin;
    int y = kEdge;
    const auto place = [&](std::size_t row, const std::vector<LoopCard>& cards, Shape shape) {
        plan.tops[row] = y;
        int x = left;
        for (const LoopCard& card : cards) {
            const int wide = std::max(40, std::min(cardWidth(card, shape), end - left));
            if (x > left && x + wide > end) {
                x = left;
                y += step;
            }
            plan.cards.push_back({QRect(x, y, wide, cardHeight()), &card, shape});
            x += wide + kGap;
        }
        plan.ends[row] = {x, y};
        y += step;
    };
    place(0, cards_.running, Shape::Running);
    place(1, cards_.ready, Shape::Ready);
    place(2, cards_.timers, Shape::Timer);
    plan.tops[3] = y;
    plan.ends[3] = {left, y};
    plan.height = y + step + kEdge;
    return plan;
}

QFont LoopView::type() const { return scaled(font(), size_); }

QFontMetrics LoopView::metrics() const { return QFontMetrics(type()); }

int LoopView::cardHeight() const { return metrics().height() + (size_ < 1 ? 5 : 11); }

int LoopView::labelWidth() const { return metrics().horizontalAdvance(tr("ready queue")) + 16; }

QSize LoopView::sizeHint() const {
    return {labelWidth() + 380, 2 * kMargin + static_cast<int>(kRows) * (cardHeight() + 8)};
}

QSize LoopView::minimumSizeHint() const {
    return {labelWidth() + 120, 2 * kMargin + 2 * (cardHeight() + kTight)};
}

int LoopView::cardWidth(const LoopCard& card, Shape shape) const {
    const QFontMetrics metrics(shape == Shape::Timer ? type() : bold(type()));
    int width = metrics.horizontalAdvance(card.label) + 28;
    if (!card.when.isEmpty()) width += metrics.horizontalAdvance(card.when) + 12;
    if (shape == Shape::Running) width += 18;
    return std::clamp(width, 88, std::max(240, 15 * metrics.height()));
}

void LoopView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(0, -scroll_->value());
    painter.setFont(type());
    const QString labels[kRows] = {tr("running"), tr("ready queue"), tr("timers"), tr("clock")};
    painter.setPen(schemeOf(palette()).muted);
    for (std::size_t row = 0; row < kRows; ++row) {
        painter.drawText(QRect(kMargin, plan_.tops[row], labelWidth(), cardHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft, labels[row]);
    }
    for (const Placed& placed : plan_.cards) {
        drawCard(painter, placed.rect, *placed.card, placed.shape);
    }
    drawNotes(painter);
}

/// What stands behind the cards, or in their place.
void LoopView::drawNotes(QPainter& painter) const {
    const Scheme& theme = schemeOf(palette());
    const LoopNotes notes = loopNotes(cards_, session_.hidesFuture());
    const bool trouble = cards_.blocked || (cards_.running.empty() && cards_.deadlock);
    drawNote(painter, plan_.ends[0], notes.running,
             trouble ? legibleOn(theme.trouble, theme.pane) : theme.muted);
    drawNote(painter, plan_.ends[1], notes.ready, theme.muted);
    drawNote(painter, plan_.ends[2], notes.timers, theme.muted);
    painter.setFont(bold(scaled(type(), 1.1)));
    painter.setPen(theme.ink);
    const int clock = painter.fontMetrics().horizontalAdvance(cards_.clock) + 4;
    painter.drawText(QRect(plan_.ends[3], QSize(clock, cardHeight())),
                     Qt::AlignVCenter | Qt::AlignLeft, cards_.clock);
    drawNote(painter, plan_.ends[3] + QPoint(clock + 18, 0), notes.clock, theme.muted);
}

void LoopView::drawNote(QPainter& painter, const QPoint& from, const QString& text,
                        const QColor& color) const {
    const int end = (scroll_->isVisible() ? scroll_->x() : width()) - kMargin;
    const QRect room(from, QSize(std::max(0, end - from.x()), cardHeight()));
    painter.setPen(color);
    painter.setFont(type());
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics().elidedText(text, Qt::ElideRight, room.width()));
}

void LoopView::drawCard(QPainter& painter, const QRect& rect, const LoopCard& card,
                        Shape shape) const {
    const Scheme& theme = schemeOf(palette());
    const QColor hue = card.task.valid() ? taskHue(card.task.value, theme) : theme.muted;
    const bool chosen = card.task.valid() && card.task == session_.selection().task();
    const QRectF box = QRectF(rect).adjusted(1, 1, -1, -1);
    QPainterPath path;
    path.addRoundedRect(box, kRadius, kRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shape == Shape::Running ? (cards_.blocked ? theme.trouble : hue) : theme.pane);
    painter.drawPath(path);
    QRect text = rect.adjusted(10, 0, -10, 0);
    if (shape == Shape::Ready) {
        hatch(painter, path, blend(hue, theme.pane, 0.75));
        const int room =
            std::min(text.width(), QFontMetrics(bold(type())).horizontalAdvance(card.label) + 12);
        const int edge = (rect.height() - QFontMetrics(bold(type())).height()) / 2;
        const QRectF plate(rect.center().x() - room / 2.0, rect.top() + edge, room,
                           rect.height() - 2 * edge);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.pane);
        painter.drawRoundedRect(plate, 3, 3);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(chosen ? theme.ink : hue, chosen ? 2.5 : 1.6));
    if (shape != Shape::Running || chosen) painter.drawPath(path);

    painter.setFont(shape == Shape::Timer ? type() : bold(type()));
    if (shape == Shape::Timer) {
        painter.setPen(theme.muted);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, card.when);
        text.setRight(text.right() - painter.fontMetrics().horizontalAdvance(card.when) - 8);
        painter.setPen(theme.ink);
        painter.drawText(
            text, Qt::AlignVCenter | Qt::AlignLeft,
            painter.fontMetrics().elidedText(card.label, Qt::ElideRight, text.width()));
        return;
    }
    const bool running = shape == Shape::Running;
    const QString label = running ? QStringLiteral("▶ ") + card.label : card.label;
    painter.setPen(running ? readableOn(cards_.blocked ? theme.trouble : hue) : theme.ink);
    painter.drawText(text, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(label, Qt::ElideRight, text.width()));
}

const LoopView::Placed* LoopView::cardAt(const QPoint& position) const {
    const QPoint place = position + QPoint(0, scroll_->value());
    for (const Placed& placed : plan_.cards) {
        if (placed.rect.contains(place)) return &placed;
    }
    return nullptr;
}

QRect LoopView::rectOf(trace::TaskId task) const {
    for (const Placed& placed : plan_.cards) {
        if (placed.card->task == task) return placed.rect.translated(0, -scroll_->value());
    }
    return {};
}

void LoopView::mousePressEvent(QMouseEvent* event) {
    const Placed* placed = cardAt(event->pos());
    if (event->button() == Qt::LeftButton && placed != nullptr && placed->card->task.valid()) {
        session_.selection().selectTask(placed->card->task);
    }
}

void LoopView::wheelEvent(QWheelEvent* event) { QApplication::sendEvent(scroll_, event); }

void LoopView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void LoopView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) arrange();
}

bool LoopView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Placed* placed = cardAt(help->pos())) {
            QToolTip::showText(help->globalPos(), placed->card->tip, this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace coroscope::app
