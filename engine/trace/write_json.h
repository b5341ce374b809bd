#pragma once

/// The whole trace as JSON, for `run --trace`.

#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace {

/// An object with `format` ("coroscope-trace"), `version` (1), `tasks` and
/// `events`, one event a line. An event has `i` (its index), `t`, `kind`,
/// `task` (the task's id, if any), `line` and `column` (if known; columns in
/// bytes from 0) and what its kind has beyond that, by name: see
/// write_json.cpp. `text` is `describe`'s line about it.
void writeJson(const Trace& trace, TextSink& sink);

}  // namespace coroscope::trace
