// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace coroscope::app {

class EventListModel;
class Session;

/// The Events panel: what happened, event by event, the playhead's marked. A
/// click goes there.
class EventListView final : public QListView {
    Q_OBJECT

public:
    explicit EventListView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] int currentRow() const;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();

    Session& session_;
    EventListModel* model_;
};

}  // namespace coroscope::app
