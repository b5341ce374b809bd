// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/output/export_options.h"
#include "app/output/format.h"
#include "app/timeline/lane_model.h"

namespace coroscope::app {

/// The run as resources/player/model.js reads it: lanes with their spans and the words of the
/// timeline, and for each event its time, place among the steps, line, how long playing rests on
/// it, and its sentence. The sink, for which it is, is asked now and then; a run that was stopped
/// is cut off. All `<` are written as `\u003c`, so that it may stand in a page.
[[nodiscard]] std::string runJson(const LaneModel& model, const ExportedRun& run,
                                  const trace::Excerpt& excerpt, const ExportOptions& options,
                                  trace::TextSink& sink);

}  // namespace coroscope::app
