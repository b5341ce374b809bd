// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/row_list_view.h"

#include <algorithm>

#include <QAbstractItemDelegate>
#include <QPainter>
#include <QScrollBar>

namespace coroscope::app {

RowListView::RowListView(QWidget* parent) : QListView(parent) {
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

int RowListView::rowCount() const { return model() == nullptr ? 0 : model()->rowCount(); }

void RowListView::measureRow() {
    row_ = {0, 1};
    if (rowCount() == 0) return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    row_ = itemDelegate()->sizeHint(option, model()->index(0, 0)).expandedTo({0, 1});
}

QRect RowListView::visualRect(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    constexpr int kNear = 1000;
    const int first = verticalOffset();
    const int away = index.row() - first;
    qint64 y = 0;
    if (away < 0 || away > kNear) {
        // Far out of view the product would not fit, and nobody asks for the very pixel.
        constexpr qint64 kFar = 1 << 24;
        y = std::clamp(qint64{away} * row_.height(), -kFar, kFar);
    } else {
        for (int row = first; row < index.row(); ++row) y += heightOf(row);
    }
    return {-horizontalOffset(), static_cast<int>(y), std::max(row_.width(), viewport()->width()),
            heightOf(index.row())};
}

int RowListView::firstAbove(int last, int room) const {
    int first = last;
    room -= last >= 0 ? heightOf(last) : 0;
    while (first > 0 && heightOf(first - 1) <= room) room -= heightOf(--first);
    return std::max(0, first);
}

void RowListView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid()) return;
    updateGeometries();
    const int room = viewport()->height();
    const int first = verticalOffset();
    const int row = index.row();
    int wanted = first;
    if (hint == PositionAtCenter) {
        wanted = firstAbove(row, (room + heightOf(row)) / 2);
    } else if (row < first || hint == PositionAtTop) {
        wanted = row;
    } else if (firstAbove(row, room) > first || hint == PositionAtBottom) {
        wanted = firstAbove(row, room);
    }
    verticalScrollBar()->setValue(wanted);
}

QModelIndex RowListView::indexAt(const QPoint& point) const {
    if (point.y() < 0) return {};
    int bottom = 0;
    for (int row = verticalOffset(); row < rowCount() && bottom <= viewport()->height(); ++row) {
        bottom += heightOf(row);
        if (point.y() < bottom) return model()->index(row, 0);
    }
    return {};
}

void RowListView::doItemsLayout() { QAbstractItemView::doItemsLayout(); }

void RowListView::updateGeometries() {
    measureRow();
    const int last = rowCount() - 1;
    const int first = firstAbove(last, viewport()->height());
    verticalScrollBar()->setRange(0, first);
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height() / row_.height()));
    verticalScrollBar()->setSingleStep(1);
    horizontalScrollBar()->setRange(0, std::max(0, row_.width() - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    QAbstractItemView::updateGeometries();
}

void RowListView::scrollContentsBy(int, int) { viewport()->update(); }

void RowListView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int count = rowCount();
    const int width = std::max(row_.width(), viewport()->width());
    int y = 0;
    for (int row = verticalOffset(); row < count; ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = QRect(-horizontalOffset(), y, width, heightOf(row));
        if (y > viewport()->height()) return;
        itemDelegate()->paint(&painter, option, index);
        y += option.rect.height();
    }
}

int RowListView::horizontalOffset() const { return horizontalScrollBar()->value(); }

int RowListView::verticalOffset() const { return verticalScrollBar()->value(); }

QModelIndex RowListView::moveCursor(CursorAction, Qt::KeyboardModifiers) { return currentIndex(); }

void RowListView::setSelection(const QRect&, QItemSelectionModel::SelectionFlags) {}

QRegion RowListView::visualRegionForSelection(const QItemSelection&) const { return {}; }

}  // namespace coroscope::app
