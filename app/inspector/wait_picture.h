// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Who waits for whom at one moment, laid out as a picture: those who wait at the left, those they
/// wait for at their right. Plain structs, without a widget.

#include <cstddef>
#include <vector>

#include <QString>

#include "app/session/run_source.h"
#include "engine/trace/state_at.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

struct WaitNode {
    trace::TaskId task;
    int column = 0;
    int row = 0;
    bool inRing = false;  ///< one of those who wait for each other
    bool open = false;    ///< it waits for what nobody is known to bring about: a plain future
    QString name;
    QString words;  ///< `running`, `sleep 2 s`, `line 7`
};

/// By the places of its nodes: `from` waits for `to`.
struct WaitEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    bool inRing = false;
    QString label;  ///< the lock that is between them; empty: the task itself is awaited

    /// It leads back to the left, or stays in its column.
    [[nodiscard]] bool leadsBack(const std::vector<WaitNode>& nodes) const {
        return nodes[to].column <= nodes[from].column;
    }
    /// It passes over columns that lie between.
    [[nodiscard]] bool isFar(const std::vector<WaitNode>& nodes) const {
        return nodes[to].column > nodes[from].column + 1;
    }
};

struct WaitPicture {
    std::vector<WaitNode> nodes;
    std::vector<WaitEdge> edges;
    std::vector<trace::TaskId> ring;  ///< who wait for each other; empty: nobody
    int columns = 0;
    int rows = 0;
    std::size_t leftOut = 0;  ///< tasks that are in it, too, but for which there is no room
    bool deadlock = false;    ///< the run has ended here, and nobody can ever go on
};

/// More tasks than these would be no picture.
inline constexpr std::size_t kMostWaitNodes = 60;
/// Of more tasks than these only the chain is drawn that the chosen one begins.
inline constexpr std::size_t kMostTasksLookedAt = 2'000;

/// A ring, the chosen task and what it waits for come first where not all can be drawn.
[[nodiscard]] WaitPicture waitPicture(const trace::Trace& trace, const trace::LoopState& state,
                                      const RunSource& source, trace::TaskId chosen);

}  // namespace coroscope::app
