// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTableView;

namespace coroscope::app {

class Session;
class StatisticsModel;

/// The Statistics panel: a table to be sorted by any column, the shares of each task as a bar, and
/// a line about the loop. A click selects the task everywhere.
class StatisticsView final : public QWidget {
    Q_OBJECT

public:
    explicit StatisticsView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] StatisticsModel& numbers() { return *model_; }
    [[nodiscard]] QTableView& table() { return *table_; }
    [[nodiscard]] QString summary() const;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void fitColumns();
    void fitSummary();

    Session& session_;
    StatisticsModel* model_;
    QTableView* table_;
    QString said_;  ///< of the whole run
    QLabel* summary_;
};

}  // namespace coroscope::app
