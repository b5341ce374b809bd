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
    // Far out of view the product would not fit.
    const qint64 y = qint64{index.row() - verticalOffset()} * row_.height();
    constexpr qint64 kFar = 1 << 24;
    return {-horizontalOffset(), static_cast<int>(std::clamp(y, -kFar, kFar)),
            std::max(row_.width(), viewport()->width()), row_.height()};
}

void RowListView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (!index.isValid()) return;
    updateGeometries();
    const int shown = std::max(1, viewport()->height() / row_.height());
    const int first = verticalOffset();
    const int row = index.row();
    int wanted = first;
    if (hint == PositionAtCenter) {
        wanted = row - shown / 2;
    } else if (row < first || hint == PositionAtTop) {
        wanted = row;
    } else if (row >= first + shown || hint == PositionAtBottom) {
        wanted = row - shown + 1;
    }
    verticalScrollBar()->setValue(wanted);
}

QModelIndex RowListView::indexAt(const QPoint& point) const {
    const int row = verticalOffset() + point.y() / row_.height();
    return point.y() >= 0 && row < rowCount() ? model()->index(row, 0) : QModelIndex();
}

void RowListView::doItemsLayout() { QAbstractItemView::doItemsLayout(); }

void RowListView::updateGeometries() {
    measureRow();
    const int shown = std::max(1, viewport()->height() / row_.height());
    verticalScrollBar()->setRange(0, std::max(0, rowCount() - shown));
    verticalScrollBar()->setPageStep(shown);
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
    for (int row = verticalOffset(); row < count; ++row) {
        const QModelIndex index = model()->index(row, 0);
        option.rect = visualRect(index);
        if (option.rect.top() > viewport()->height()) return;
        itemDelegate()->paint(&painter, option, index);
    }
}

int RowListView::horizontalOffset() const { return horizontalScrollBar()->value(); }

int RowListView::verticalOffset() const { return verticalScrollBar()->value(); }

QModelIndex RowListView::moveCursor(CursorAction, Qt::KeyboardModifiers) { return currentIndex(); }

void RowListView::setSelection(const QRect&, QItemSelectionModel::SelectionFlags) {}

QRegion RowListView::visualRegionForSelection(const QItemSelection&) const { return {}; }

}  // namespace coroscope::app
