// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/cards_view.h"

#include <algorithm>

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include "app/style/fonts.h"
#include "app/style/theme.h"

namespace coroscope::app {

namespace {

constexpr int kMargin = 7;  ///< of a card in its cell

}  // namespace

CardsView::CardsView(int categoryRole, QWidget* parent)
    : QListView(parent), categoryRole_(categoryRole) {
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    // The view places them itself; nobody drags them.
    setMovement(QListView::Free);
    setDragEnabled(false);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Window);
}

/// Whether the cards are scrolled or not, so that a scroll bar moves none.
int CardsView::room() const {
    return maximumViewportSize().width() - verticalScrollBar()->sizeHint().width();
}

int CardsView::columns() const { return std::max(1, room() / (fontMetrics().height() * 15)); }

QSize CardsView::cell() const {
    const int line = fontMetrics().height();
    return {std::min(room() / columns(), line * 20), line * 13};
}

void CardsView::doItemsLayout() {
    QListView::doItemsLayout();
    headings_.clear();
    if (model() == nullptr) return;
    const QSize cell = this->cell();
    const int across = columns();
    const int headingHeight = fontMetrics().height() * 3 / 2;
    const int count = model()->rowCount();
    int column = 0;
    int top = 0;
    for (int row = 0; row < count;) {
        const QString category = model()->index(row, 0).data(categoryRole_).toString();
        int end = row;
        while (end < count && model()->index(end, 0).data(categoryRole_).toString() == category) {
            ++end;
        }
        const int cards = end - row;
        if (column > 0 && column + cards > across) {
            column = 0;
            top += headingHeight + cell.height();
        }
        const int wide = std::min(cards, across);
        headings_.push_back({category, QRect(column * cell.width() + kMargin, top,
                                             wide * cell.width() - 2 * kMargin, headingHeight)});
        for (int i = 0; row < end; ++row, ++i) {
            const QPoint place((column + i % across) * cell.width(),
                               top + headingHeight + i / across * cell.height());
            setPositionForIndex(place, model()->index(row, 0));
        }
        top += (cards - 1) / across * cell.height();
        column += wide;
    }
    updateGeometries();
}

void CardsView::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        const Scheme& theme = schemeOf(palette());
        painter.setFont(bold(font()));
        const QFontMetrics metrics(painter.font());
        for (const Heading& heading : headings_) {
            const QRect place = heading.place.translated(-horizontalOffset(), -verticalOffset());
            painter.setPen(theme.ink);
            painter.drawText(place, Qt::AlignLeft | Qt::AlignBottom,
                             metrics.elidedText(heading.text, Qt::ElideRight, place.width()));
        }
    }
    QListView::paintEvent(event);
}

void CardsView::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) scheduleDelayedItemsLayout();
}

}  // namespace coroscope::app
