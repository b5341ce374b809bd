// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/editor/source_editor.h"
#include "engine/scenario/diagnostic.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

class Session;

/// A message and the file that it belongs to, by its name in the trace; empty: the scenario.
struct FileMessage {
    std::string file;
    LineMessage message;
};

/// What the header says of lines that a run never meets: found once for each run.
class UnmetLines {
public:
    [[nodiscard]] const std::vector<scenario::Diagnostic>& of(const Session& session);

private:
    std::weak_ptr<const trace::Trace> trace_;  ///< not held: it may be large
    std::vector<scenario::Diagnostic> found_;
};

/// What is to be read at lines of the source at this moment: why the text cannot be run; or, of its
/// run, what the header says of lines that are never met, and what has gone wrong up to the
/// playhead. One for each line.
[[nodiscard]] std::vector<FileMessage> lineMessages(Session& session, UnmetLines& unmet);

}  // namespace coroscope::app
