// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/output/format.h"

namespace coroscope::app {

/// The run as a page of Markdown (GitHub's), for notes and handouts: the program, a Mermaid chart
/// of it, what was printed, the times of each task, and the main events in sentences.
void writeReport(const ExportedRun& run, const trace::Excerpt& excerpt, trace::TextSink& sink);

}  // namespace coroscope::app
