// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Ties a timeline to a session: one playhead, one selection, one run.

namespace coroscope::app {

class Session;
class TimelinePlot;

/// Both must outlive each other's events; the connections end with either of them.
void bindTimeline(TimelinePlot& plot, Session& session);

}  // namespace coroscope::app
