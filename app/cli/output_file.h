// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/trace/text_sink.h"

namespace coroscope::app {

/// Lets `write` fill the file at `path`, or standard output for `-`.
///
/// The file appears as a whole or not at all: it is written beside its place
/// and then renamed, so that a failure leaves the old one intact. What is no
/// regular file (a device, a named pipe) is written to directly. Gives a
/// sentence for the user if something went wrong.
[[nodiscard]] std::optional<std::string> writeFile(
    const std::string& path, const std::function<void(trace::TextSink&)>& write);

}  // namespace coroscope::app
