// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <QAbstractListModel>
#include <QStringList>
#include <QTimer>

#include "engine/trace/describe.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

class RunSource;

/// Every event of the run in words, a row each; the words are made when a row
/// is shown. With a filter, those whose words hold all of the filter's; they
/// are looked for a stretch at a time, so that a long run does not stall.
class EventListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { TaskRole = Qt::UserRole + 1, TimeRole, LineRole, KindRole, EventRole };

    explicit EventListModel(QObject* parent = nullptr);

    /// `source` is the text of that run.
    void setRun(std::shared_ptr<const trace::Trace> trace, std::shared_ptr<const RunSource> source,
                trace::EventIndex last);

    /// Shows no event after this one.
    void setLast(trace::EventIndex last);
    /// Whether asyncio's own callbacks have their names; else it is said what they are for.
    void setExpert(bool expert);
    /// Words, whatever their case; none shows all.
    void setFilter(const QString& text);
    [[nodiscard]] bool isFiltered() const { return !words_.isEmpty(); }
    /// Whether all events have been looked at.
    [[nodiscard]] bool complete() const;
    [[nodiscard]] trace::EventIndex eventOf(int row) const;
    /// The row of an event, or of the last one before it that is shown; -1
    /// when there is none.
    [[nodiscard]] int rowOf(trace::EventIndex event) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// All events have been looked at.
    void completed();

private:
    [[nodiscard]] QString wordsOf(trace::EventIndex at,
                                  trace::Digits digits = trace::Digits::Few) const;
    [[nodiscard]] std::string plainWords(trace::EventIndex at) const;
    [[nodiscard]] std::size_t shownEvents() const;
    void restart();
    void lookOn();

    std::shared_ptr<const trace::Trace> trace_;
    std::shared_ptr<const RunSource> source_;
    trace::EventIndex last_;
    bool expert_ = false;
    QStringList words_;
    std::vector<trace::EventIndex> found_;  ///< with a filter
    std::size_t lookedAt_ = 0;
    QTimer looking_;
};

}  // namespace coroscope::app
