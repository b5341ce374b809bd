// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLineEdit;

#include "app/inspector/row_list_view.h"

namespace coroscope::app {

class EventListModel;
class Session;

/// The Events panel: what happened, event by event, the playhead's marked. A
/// click goes there.
class EventListView final : public RowListView {
    Q_OBJECT

public:
    explicit EventListView(Session& session, QWidget* parent = nullptr);

    /// The row of the playhead's event, or of the last before it that is shown.
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] EventListModel& events() { return *model_; }
    /// See `EventListModel`.
    void setExpert(bool expert);

    /// Why there is no row; empty while there are some.
    [[nodiscard]] QString emptyText() const;

    /// Of the run's last event, which its number column has to hold.
    [[nodiscard]] int numberDigits() const;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    Session& session_;
    EventListModel* model_;
};

/// The list with a field above it in which words narrow it down.
class EventsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit EventsPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] EventListView& list() { return *list_; }
    [[nodiscard]] QLineEdit& filter() { return *filter_; }

private:
    EventListView* list_;
    QLineEdit* filter_;
};

}  // namespace coroscope::app
