// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/sync_view.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include "app/inspector/sync_words.h"
#include "app/session/session.h"
#include "app/style/counted.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 14;

}  // namespace

SyncView::SyncView(Session& session, QWidget* parent)
    : QAbstractScrollArea(parent), Told(QAccessible::Grouping), session_(session) {
    setObjectName(QStringLiteral("sync"));
    setAccessibleName(tr("Locks, semaphores, queues and events"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    connect(&session_, &Session::stateChanged, this, &SyncView::refresh);
    connect(&session_, &Session::traceChanged, this, [this] {
        // Of another run, whose tasks and objects this one may not have.
        shown_ = {};
        spots_.clear();
        refresh();
    });
    connect(&session_.selection(), &Selection::changed, viewport(), qOverload<>(&QWidget::update));
}

void SyncView::refresh() {
    if (isVisible()) turn_.show(session_.state());  // else made when it is shown
}

void SyncView::read() {
    shown_ = syncState(*session_.trace(), session_.state(), *session_.source(), kMostObjects);
    fitBar();
    viewport()->update();
    tellSoon(*this);
}

QString SyncView::told() const { return spokenSync(*session_.trace(), shown_.objects); }

void SyncView::showEvent(QShowEvent* event) {
    QAbstractScrollArea::showEvent(event);
    refresh();
}

void SyncView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    fitBar();
}

/// Room for what and which: as much as they need, within reason.
int SyncView::labelWidth() const {
    int width = 0;
    for (const SyncObject& each : shown_.objects) {
        const SyncLabel called = labelOf(each);
        const QString gap = called.name.isEmpty() ? QString() : QStringLiteral("  ");
        width = std::max(width, fontMetrics().horizontalAdvance(called.what + gap + called.name));
    }
    return std::min(width + 20, std::max(100, viewport()->width() / 2));
}

int SyncView::rowHeight() const { return fontMetrics().height() + 18; }

void SyncView::fitBar() {
    const auto rows = static_cast<int>(shown_.objects.size()) + (shown_.leftOut > 0 ? 1 : 0);
    const int content = rows * rowHeight() + 2 * kMargin;
    verticalScrollBar()->setRange(0, std::max(0, content - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(rowHeight());
}

void SyncView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme& theme = schemeOf(palette());
    painter.fillRect(viewport()->rect(), theme.pane);
    spots_.clear();
    if (turn_.isDue() && shown_.objects.empty()) return;
    if (shown_.objects.empty()) {
        painter.setPen(theme.muted);
        painter.drawText(viewport()->rect().adjusted(16, 12, -16, -12),
                         Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, nothingUsed());
        return;
    }
    const int label = labelWidth();
    int y = kMargin / 2 - verticalScrollBar()->value();
    for (const SyncObject& each : shown_.objects) {
        const int height = rowHeight();
        if (y + height >= 0 && y <= viewport()->height()) {
            const auto say = [&](int x, const QString& text, const QColor& colour) {
                painter.setFont(font());
                painter.setPen(colour);
                painter.drawText(QRect(x, y, viewport()->width() - x, height),
                                 Qt::AlignVCenter | Qt::AlignLeft, text);
                return x + fontMetrics().horizontalAdvance(text) + 10;
            };
            const SyncLabel called = labelOf(each);
            int x = say(kMargin, called.what, theme.muted);
            say(x - 4, fontMetrics().elidedText(called.name, Qt::ElideRight, kMargin + label - x),
                theme.ink);
            x = kMargin + label;
            if (const QString fill = fillOf(each); !fill.isEmpty()) {
                x = say(x, fill, each.items >= 0 ? theme.ink : theme.muted);
            }
            if (!each.holders.empty()) x = drawCards(painter, x, y, each.holders, Cards::Holders);
            if (!each.woken.empty()) {
                x = say(x, wokenWord(each), theme.muted);
                x = drawCards(painter, x, y, each.woken, Cards::Woken);
            }
            if (!each.waiters.empty()) {
                x = say(x, QStringLiteral("←"), theme.muted);
                drawCards(painter, x, y, each.waiters, Cards::Waiters);
            }
        }
        y += height;
    }
    if (shown_.leftOut == 0) return;
    painter.setFont(font());
    painter.setPen(theme.muted);
    painter.drawText(QRect(kMargin, y, viewport()->width() - 2 * kMargin, rowHeight()),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     tr("+%1 more").arg(countText(shown_.leftOut)));
}

/// Those who have it solid, those who wait in outline, the first in line first; those who are woken
/// in a dashed one.
int SyncView::drawCards(QPainter& painter, int x, int y, const std::vector<trace::TaskId>& tasks,
                        Cards cards) {
    const bool holders = cards == Cards::Holders;
    const Scheme& theme = schemeOf(palette());
    const QFont font = bold(this->font());
    const QFontMetrics metrics(font);
    std::size_t drawn = 0;
    for (const trace::TaskId task : tasks) {
        const QString name = QString::fromStdString(trace::shownTask(*session_.trace(), task));
        const int width = std::min(metrics.horizontalAdvance(name) + 20, 180);
        const int room = viewport()->width() - kMargin - (drawn + 1 == tasks.size() ? 0 : 40);
        if (x + width > room && drawn > 0) break;
        const QRect rect(x, y + 4, width, rowHeight() - 8);
        const QColor hue = taskHue(task.value, theme);
        const bool chosen = session_.selection().task() == task;
        painter.setBrush(holders ? hue : theme.pane);
        painter.setPen(QPen(chosen ? theme.ink : hue, chosen ? 2.5 : 1.6,
                            cards == Cards::Woken ? Qt::DashLine : Qt::SolidLine));
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5);
        painter.setFont(font);
        painter.setPen(holders ? readableOn(hue) : theme.ink);
        painter.drawText(rect, Qt::AlignCenter,
                         metrics.elidedText(name, Qt::ElideRight, width - 14));
        spots_.push_back({rect, task});
        x = rect.right() + 8;
        ++drawn;
    }
    if (drawn < tasks.size()) {
        painter.setFont(this->font());
        painter.setPen(theme.muted);
        painter.drawText(QRect(x, y, 60, rowHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         QStringLiteral("+%1").arg(countText(tasks.size() - drawn)));
        x += 44;
    }
    return x + 4;
}

QRect SyncView::rectOf(trace::TaskId task) const {
    for (const Spot& spot : spots_) {
        if (spot.task == task) return spot.rect;
    }
    return {};
}

void SyncView::mousePressEvent(QMouseEvent* event) {
    for (const Spot& spot : spots_) {
        if (!spot.rect.contains(event->pos())) continue;
        session_.selection().selectTask(spot.task);
        return;
    }
}

// The window's keys move the playhead.
void SyncView::keyPressEvent(QKeyEvent* event) { event->ignore(); }

}  // namespace coroscope::app
