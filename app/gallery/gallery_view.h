// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/session/run_service.h"

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;
class QToolButton;

namespace coroscope {
struct BundledScenario;
}

namespace coroscope::app {

class CardsView;
class GalleryModel;

/// The page on which a lesson is chosen: a card for each, to be found by words, by category and by
/// level. A click or Return opens one; Escape leads back.
class GalleryView final : public QWidget {
    Q_OBJECT

public:
    explicit GalleryView(Runner runner, QWidget* parent = nullptr);

    [[nodiscard]] QListView& cards();
    [[nodiscard]] QComboBox& category() { return *category_; }
    [[nodiscard]] QLineEdit& search() { return *search_; }
    /// Shows those of one level alone; 0: all.
    void setLevel(int level);

Q_SIGNALS:
    void chosen(const coroscope::BundledScenario& scenario);
    /// Nothing was chosen.
    void left();

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildCategories();
    void fitHead();
    void nameLevels(bool whole);
    void showCount();
    void open(const QModelIndex& card);

    GalleryModel* model_;
    QSortFilterProxyModel* words_;
    QSortFilterProxyModel* levels_;
    QSortFilterProxyModel* categories_;
    QHBoxLayout* head_ = nullptr;
    QLabel* title_ = nullptr;
    QLineEdit* search_;
    QComboBox* category_;
    QButtonGroup* level_;
    QToolButton* close_ = nullptr;
    CardsView* cards_;
    QLabel* nothing_;  ///< instead of the cards when none is left
};

}  // namespace coroscope::app
