// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include <QAbstractListModel>

#include "app/bundle/bundled_scenarios.h"
#include "app/session/run_service.h"

namespace coroscope::app {

/// The bundled scenarios: what their headers say of them, and their runs, which come in one by one
/// from another thread once somebody looks.
class GalleryModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        SummaryRole = Qt::UserRole + 1,
        CategoryRole,
        LevelRole,   ///< 1 to 3; 0: not said
        SearchRole,  ///< all its words
        RowRole,     ///< in this model, whatever filters it
    };

    explicit GalleryModel(Runner runner, QObject* parent = nullptr);
    ~GalleryModel() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] const BundledScenario& scenario(int row) const { return *entries_[at(row)].file; }
    /// Null until it has been run.
    [[nodiscard]] std::shared_ptr<const trace::Trace> traceOf(int row) const {
        return entries_[at(row)].trace;
    }

    /// Begins to run them, once.
    void runAll();

private:
    struct Entry {
        const BundledScenario* file = nullptr;
        QString title;
        QString summary;
        QString category;
        int level = 0;
        QString uses;  ///< of asyncio
        std::shared_ptr<const trace::Trace> trace;
    };

    static std::size_t at(int row) { return static_cast<std::size_t>(row); }
    void take(int row, std::shared_ptr<const trace::Trace> trace);

    Runner runner_;
    std::vector<Entry> entries_;
    std::thread worker_;
    std::atomic<bool> quit_ = false;
    CancelSwitch cancel_;
};

/// The levels from 1 to 3: "First", "Further", "Advanced"; and as filled dots out of three.
[[nodiscard]] QString levelName(int level);
[[nodiscard]] QString levelDots(int level);

/// `02-running_together` as people write it: `Running together`.
[[nodiscard]] QString readableName(std::string_view name);

}  // namespace coroscope::app
