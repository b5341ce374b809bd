// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAbstractListModel>

#include "engine/trace/trace.h"

namespace coroscope::app {

/// Every event of the run in words, a row each; the words are made when a row
/// is shown.
class EventListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TaskRole = Qt::UserRole + 1, TimeRole, LineRole, KindRole };

    explicit EventListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setTrace(std::shared_ptr<const trace::Trace> trace);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::shared_ptr<const trace::Trace> trace_;
};

}  // namespace coroscope::app
