// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Which lanes are shown below the loop's, and in what order: pinned ones first, hidden ones and
/// those below a folded one not at all. Kept by task or worker, so that it outlasts an edit.

#include <cstdint>
#include <set>
#include <vector>

#include "app/timeline/lane_model.h"

namespace coroscope::app {

/// Lanes that are left out where they would stand.
struct LaneGap {
    std::size_t row = 0;  ///< they would come before this one of those that are shown
    std::vector<std::uint32_t> lanes;
};

struct LaneChoice {
    std::set<LaneKey> hidden;
    std::set<TaskId> folded;  ///< all that they created, and so on, is left out
    std::vector<LaneKey> pinned;

    [[nodiscard]] bool any() const { return !hidden.empty() || !folded.empty() || !pinned.empty(); }
    /// The numbers of the lanes from top to bottom, without the loop's.
    [[nodiscard]] std::vector<std::uint32_t> order(const LaneModel& model) const;
    /// Where lanes are left out, from top to bottom.
    [[nodiscard]] std::vector<LaneGap> gaps(const LaneModel& model) const;
    /// How many of the lanes that are shown come first because they are pinned.
    [[nodiscard]] std::size_t pinnedIn(const LaneModel& model) const;
    /// How many lanes of the model are not shown.
    [[nodiscard]] std::size_t leftOut(const LaneModel& model) const;

    /// Each takes itself back when it is done again.
    void toggleHidden(const LaneKey& lane);
    void toggleFolded(TaskId task);
    void togglePinned(const LaneKey& lane);
    /// Shows what a gap leaves out.
    void close(const LaneModel& model, const LaneGap& gap);
    [[nodiscard]] bool isPinned(const LaneKey& lane) const;
};

/// Whether a lane has lanes below it in the tree.
[[nodiscard]] bool hasChildren(const LaneModel& model, std::size_t lane);

}  // namespace coroscope::app
