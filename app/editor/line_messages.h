// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/editor/source_editor.h"
#include "engine/scenario/span.h"

namespace coroscope::app {

class Session;

/// A message and the file that it belongs to, by its name in the trace; empty: the scenario.
struct FileMessage {
    std::string file;
    LineMessage message;
};

/// What is to be read at lines of the source at this moment: why the text cannot be run; or, of its
/// run, what the header says of lines that are never met, and what has gone wrong up to the
/// playhead. One for each line.
[[nodiscard]] std::vector<FileMessage> lineMessages(Session& session);

}  // namespace coroscope::app
