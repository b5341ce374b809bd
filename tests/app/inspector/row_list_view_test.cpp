// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/row_list_view.h"

#include <QAbstractListModel>
#include <QScrollBar>

#include <gtest/gtest.h>

#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

/// Counts how often it is asked for a row.
class Numbers final : public QAbstractListModel {
public:
    explicit Numbers(int count) : count_(count) {}

    [[nodiscard]] int rowCount(const QModelIndex&) const override { return count_; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (role != Qt::DisplayRole) return {};
        ++asked_;
        return index.row();
    }
    [[nodiscard]] int asked() const { return asked_; }
    void grow(int by) {
        beginInsertRows({}, count_, count_ + by - 1);
        count_ += by;
        endInsertRows();
    }

private:
    int count_;
    mutable int asked_ = 0;
};

class RowListViewTest : public testing::Test {
protected:
    RowListViewTest() {
        view_.setModel(&model_);
        view_.resize(300, 200);
        view_.show();
        passTime(20);
    }
    [[nodiscard]] int rowAtTop() const { return view_.indexAt({5, 1}).row(); }

    Numbers model_{5'000'000};
    RowListView view_;
};

TEST_F(RowListViewTest, AsksOnlyForTheRowsInView) {
    view_.grab();
    EXPECT_LT(model_.asked(), 200);
}

TEST_F(RowListViewTest, GoesToARowByAsLittleAsNeededOrToTheMiddle) {
    view_.scrollTo(model_.index(4'000'000));
    const QRect row = view_.visualRect(model_.index(4'000'000));
    EXPECT_TRUE(view_.viewport()->rect().contains(row.center()));
    EXPECT_GT(row.top(), view_.viewport()->height() / 2);
    const int top = rowAtTop();
    view_.scrollTo(model_.index(top + 1));
    EXPECT_EQ(rowAtTop(), top);
    view_.scrollTo(model_.index(10));
    EXPECT_EQ(rowAtTop(), 10);
    view_.scrollTo(model_.index(1'000'000), QAbstractItemView::PositionAtCenter);
    EXPECT_NEAR(view_.visualRect(model_.index(1'000'000)).center().y(),
                view_.viewport()->height() / 2, 2 * view_.visualRect(model_.index(0)).height());
}

TEST_F(RowListViewTest, TheScrollBarReachesTheLastRow) {
    view_.verticalScrollBar()->setValue(view_.verticalScrollBar()->maximum());
    const QRect last = view_.visualRect(model_.index(4'999'999));
    EXPECT_TRUE(view_.viewport()->rect().contains(last.center()));
    EXPECT_EQ(view_.indexAt(last.center()).row(), 4'999'999);
    EXPECT_FALSE(view_.indexAt(last.center() + QPoint(0, last.height() + 4)).isValid());
}

TEST_F(RowListViewTest, RowsThatComeLaterCanBeReached) {
    model_.grow(10);
    passTime(20);
    view_.scrollTo(model_.index(5'000'009));
    EXPECT_TRUE(
        view_.viewport()->rect().contains(view_.visualRect(model_.index(5'000'009)).center()));
}

}  // namespace
}  // namespace coroscope::app
