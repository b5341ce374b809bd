#pragma once

/// A part of a run: a stretch of its time, some of its tasks.

#include <algorithm>
#include <limits>
#include <vector>

#include "engine/trace/event.h"
#include "engine/trace/ids.h"

namespace coroscope::trace {

struct Excerpt {
    double from = -std::numeric_limits<double>::infinity();
    double to = std::numeric_limits<double>::infinity();
    std::vector<bool> chosen;  ///< by TaskId; empty: all tasks, and the loop besides

    [[nodiscard]] bool has(TaskId task) const {
        return chosen.empty() ||
               (task.valid() && task.index() < chosen.size() && chosen[task.index()]);
    }
    [[nodiscard]] bool has(double time) const { return time >= from && time <= to; }
    [[nodiscard]] bool has(const Event& event) const { return has(event.time) && has(event.task); }
    /// Cuts a stretch of time down to what of it is in the excerpt; false if that is nothing.
    [[nodiscard]] bool cut(double& begin, double& end) const {
        if (end < from || begin > to) return false;
        begin = std::max(begin, from);
        end = std::min(end, to);
        return true;
    }
};

}  // namespace coroscope::trace
