// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace coroscope::app {

/// A list whose rows are all as high as its first one. A plain QListView lays out each of its rows,
/// even those of equal size, which takes half a second for a few million of them; this one
/// computes where a row is when it is asked. The vertical scroll bar counts rows.
class RowListView : public QListView {
    Q_OBJECT

public:
    explicit RowListView(QWidget* parent = nullptr);

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void doItemsLayout() override;

protected:
    /// Of one row, where they are not all as high as the first.
    [[nodiscard]] virtual int heightOf(int) const { return row_.height(); }
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] int horizontalOffset() const override;
    [[nodiscard]] int verticalOffset() const override;
    /// Nothing is selected here, and no cursor moves.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;

private:
    [[nodiscard]] int rowCount() const;
    void measureRow();
    /// The first row of those that are seen if this one is the last.
    [[nodiscard]] int firstAbove(int last, int room) const;

    /// Of the first row; the width is that of the widest.
    QSize row_{0, 1};
};

}  // namespace coroscope::app
