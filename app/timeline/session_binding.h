// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Ties a timeline to a session: one playhead, one selection, one run.

namespace coroscope::app {

struct LessonView;
class Session;
class TimelinePlot;

/// What of the run it shows, as a lesson keeps it: the ends of its axis if they are not those of
/// the whole run, and which lanes are pinned, hidden and folded.
[[nodiscard]] LessonView viewOf(const TimelinePlot& plot);

/// Both must outlive each other's events; the connections end with either of them.
void bindTimeline(TimelinePlot& plot, Session& session);

}  // namespace coroscope::app
