// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "app/output/format.h"

namespace coroscope::app {

/// The run as a page of Markdown (GitHub's), for notes and handouts: the program, its timeline,
/// what was printed, the times of each task, and the main events in sentences. `figure`: the name
/// of the picture that lies beside it; empty: there is none, and a Mermaid chart takes its place.
void writeReport(const ExportedRun& run, const trace::Excerpt& excerpt, std::string_view figure,
                 trace::TextSink& sink);

}  // namespace coroscope::app
