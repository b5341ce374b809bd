// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Places in the run that the user wants to come back to.

#include <algorithm>
#include <utility>
#include <vector>

#include <QObject>

#include "engine/trace/ids.h"

namespace coroscope::app {

class Bookmarks final : public QObject {
    Q_OBJECT

public:
    explicit Bookmarks(QObject* parent = nullptr) : QObject(parent) {}

    /// In the order of the run.
    [[nodiscard]] const std::vector<trace::EventIndex>& all() const { return marks_; }

    /// Sets one at an event, or takes it away.
    void toggle(trace::EventIndex at) {
        if (!at.valid()) return;
        const auto place = std::lower_bound(marks_.begin(), marks_.end(), at);
        if (place != marks_.end() && *place == at) {
            marks_.erase(place);
        } else {
            marks_.insert(place, at);
        }
        Q_EMIT changed();
        Q_EMIT toggled();
    }
    /// Takes others, in any order, in their place.
    void set(std::vector<trace::EventIndex> marks) {
        std::sort(marks.begin(), marks.end());
        if (marks == marks_) return;
        marks_ = std::move(marks);
        Q_EMIT changed();
    }
    void clear() {
        if (marks_.empty()) return;
        marks_.clear();
        Q_EMIT changed();
    }
    /// Drops those that a run of `count` events does not reach.
    void keepWithin(std::size_t count) {
        const std::size_t before = marks_.size();
        std::erase_if(marks_, [count](trace::EventIndex at) { return at.index() >= count; });
        if (marks_.size() != before) Q_EMIT changed();
    }
    /// The next (+1) or previous (-1) one from `at`; none when there is no more.
    [[nodiscard]] trace::EventIndex from(trace::EventIndex at, int direction) const {
        if (!at.valid()) return {};
        if (direction > 0) {
            const auto next = std::upper_bound(marks_.begin(), marks_.end(), at);
            return next == marks_.end() ? trace::EventIndex() : *next;
        }
        const auto here = std::lower_bound(marks_.begin(), marks_.end(), at);
        return here == marks_.begin() ? trace::EventIndex() : *(here - 1);
    }

Q_SIGNALS:
    void changed();
    /// The user set or took away one.
    void toggled();

private:
    std::vector<trace::EventIndex> marks_;
};

}  // namespace coroscope::app
