// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/loop_view.h"

#include <algorithm>

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 14;
constexpr int kGap = 10;
constexpr int kRadius = 5;
constexpr int kRows = 4;

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

LoopView::LoopView(Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    setObjectName(QStringLiteral("loop"));
    setAccessibleName(tr("The event loop: running, ready queue, timers, clock"));
    connect(&session_, &Session::stateChanged, this, &LoopView::refresh);
    connect(&session_, &Session::traceChanged, this, &LoopView::refresh);
    connect(&session_.selection(), &Selection::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

void LoopView::refresh() {
    cards_ = makeLoopCards(*session_.trace(), session_.state());
    update();
}

int LoopView::cardHeight() const { return fontMetrics().height() + 11; }

int LoopView::labelWidth() const { return fontMetrics().horizontalAdvance(tr("ready queue")) + 16; }

QSize LoopView::sizeHint() const {
    return {labelWidth() + 380, 2 * kMargin + kRows * (cardHeight() + 8)};
}

QSize LoopView::minimumSizeHint() const {
    return {labelWidth() + 120, 2 * kMargin + kRows * (cardHeight() + 2)};
}

int LoopView::cardWidth(const LoopCard& card, Shape shape) const {
    const QFontMetrics metrics(shape == Shape::Timer ? font() : bold(font()));
    int width = metrics.horizontalAdvance(card.label) + 28;
    if (!card.when.isEmpty()) width += metrics.horizontalAdvance(card.when) + 12;
    if (shape == Shape::Running) width += 18;
    return std::clamp(width, 88, 240);
}

void LoopView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme& theme = schemeOf(palette());
    spots_.clear();
    const int step =
        std::max(cardHeight() + 2, std::min(cardHeight() + 16, (height() - 2 * kMargin) / kRows));
    const int x = kMargin + labelWidth();
    const QString labels[] = {tr("running"), tr("ready queue"), tr("timers"), tr("clock")};
    int y = kMargin;
    painter.setPen(theme.muted);
    for (const QString& label : labels) {
        painter.drawText(QRect(kMargin, y, labelWidth(), cardHeight()),
                         Qt::AlignVCenter | Qt::AlignLeft, label);
        y += step;
    }
    const auto note = [&](int from, int top, const QString& text, const QColor& color) {
        const QRect room(from, top, width() - from - kMargin, cardHeight());
        painter.setPen(color);
        painter.setFont(font());
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
    };

    y = kMargin;
    int after = drawRow(painter, x, y, cards_.running, cards_.running.size(), Shape::Running);
    if (cards_.blocked) {
        note(after, y, tr("blocks the loop · %1").arg(cards_.blockedText), theme.trouble);
    } else if (cards_.running.empty()) {
        note(x, y,
             cards_.deadlock   ? tr("nobody: the loop waits for ever")
             : cards_.finished ? tr("the run has ended")
                               : tr("nobody"),
             cards_.deadlock ? theme.trouble : theme.faint);
    }
    y += step;
    after = drawRow(painter, x, y, cards_.ready, cards_.readyCount, Shape::Ready);
    note(cards_.ready.empty() ? x : after, y,
         cards_.ready.empty() ? tr("empty") : tr("← next is first"),
         cards_.ready.empty() ? theme.faint : theme.muted);
    y += step;
    drawRow(painter, x, y, cards_.timers, cards_.timerCount, Shape::Timer);
    if (cards_.timers.empty()) note(x, y, tr("none"), theme.faint);
    y += step;
    painter.setFont(bold(scaled(font(), 1.1)));
    painter.setPen(theme.ink);
    const int clockWidth = painter.fontMetrics().horizontalAdvance(cards_.clock);
    painter.drawText(QRect(x, y, clockWidth + 4, cardHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                     cards_.clock);
    note(x + clockWidth + 22, y, cards_.next, theme.muted);
}

int LoopView::drawRow(QPainter& painter, int x, int y, const std::vector<LoopCard>& cards,
                      std::size_t count, Shape shape) {
    const Scheme& theme = schemeOf(palette());
    const int end = width() - kMargin;
    std::size_t drawn = 0;
    for (const LoopCard& card : cards) {
        const int wide = cardWidth(card, shape);
        // Leave room for the count of those that do not fit.
        const bool last = drawn + 1 == count;
        if (x + wide > end - (last ? 0 : 56) && drawn > 0) break;
        const QRect rect(x, y, std::max(40, std::min(wide, end - x)), cardHeight());
        drawCard(painter, rect, card, shape);
        spots_.push_back({rect, card.task, card.tip});
        x = rect.right() + kGap;
        ++drawn;
    }
    if (drawn < count) {
        painter.setFont(font());
        painter.setPen(theme.muted);
        const QString more = QStringLiteral("+%1").arg(count - drawn);
        painter.drawText(QRect(x, y, 80, cardHeight()), Qt::AlignVCenter | Qt::AlignLeft, more);
        x += fontMetrics().horizontalAdvance(more) + kGap;
    }
    return x;
}

void LoopView::drawCard(QPainter& painter, const QRect& rect, const LoopCard& card, Shape shape) {
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
            std::min(text.width(), QFontMetrics(bold(font())).horizontalAdvance(card.label) + 12);
        const QRectF plate(rect.center().x() - room / 2.0, rect.top() + 5, room,
                           rect.height() - 10);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.pane);
        painter.drawRoundedRect(plate, 3, 3);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(chosen ? theme.ink : hue, chosen ? 2.5 : 1.6));
    if (shape != Shape::Running || chosen) painter.drawPath(path);

    painter.setFont(shape == Shape::Timer ? font() : bold(font()));
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

const LoopView::Spot* LoopView::spotAt(const QPoint& position) const {
    for (const Spot& spot : spots_) {
        if (spot.rect.contains(position)) return &spot;
    }
    return nullptr;
}

QRect LoopView::rectOf(trace::TaskId task) const {
    for (const Spot& spot : spots_) {
        if (spot.task == task) return spot.rect;
    }
    return {};
}

void LoopView::mousePressEvent(QMouseEvent* event) {
    const Spot* spot = spotAt(event->pos());
    if (event->button() == Qt::LeftButton && spot != nullptr && spot->task.valid()) {
        session_.selection().selectTask(spot->task);
    }
}

bool LoopView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const Spot* spot = spotAt(help->pos())) {
            QToolTip::showText(help->globalPos(), spot->tip, this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

}  // namespace coroscope::app
