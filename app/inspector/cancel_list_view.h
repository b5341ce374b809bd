// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractListModel>

#include "app/inspector/row_list_view.h"
#include "app/session/cancel_chains.h"

namespace coroscope::app {

class Session;

/// The cancels of a run, a row each, those that led to others above them.
class CancelListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        /// `main → urgent`; the display role is the whole as a sentence.
        WhoRole = Qt::UserRole + 1,
        WhatRole,  ///< what has come of it at the playhead: `asked · delivered at 2 s · returned`
        TaskRole,  ///< the target
        DepthRole,
        TimeRole,
        AheadRole,  ///< the playhead has not come to it yet
    };

    explicit CancelListModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Null for a row that there is not.
    [[nodiscard]] const Cancel* cancelAt(int row) const;
    /// The last row, in the order of the events, that the playhead has come to; -1: none.
    [[nodiscard]] int currentRow() const;

private:
    void take();
    [[nodiscard]] QString who(const Cancel& cancel) const;
    [[nodiscard]] QString what(const Cancel& cancel, trace::EventIndex at) const;

    Session& session_;
    std::shared_ptr<const CancelChains> cancels_;
    std::vector<const Cancel*> shown_;  ///< those of `cancels_` that are in sight
};

/// Who cancelled whom: request, delivery, and how the target ended. A click goes to the request; a
/// click on a row where the playhead stands already goes to the delivery.
class CancelListView final : public RowListView {
    Q_OBJECT

public:
    explicit CancelListView(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] CancelListModel& cancels() { return *model_; }
    [[nodiscard]] const Session& session() const { return session_; }

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();

    Session& session_;
    CancelListModel* model_;
};

}  // namespace coroscope::app
