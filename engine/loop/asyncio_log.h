// What asyncio says through logging's logger `asyncio` (Lib/asyncio/log.py).
#pragma once

#include <string_view>

#include "engine/runtime/exceptions.h"

namespace coroscope::loop {

class RunContext;

/// logging's numbers.
enum class LogLevel : std::uint8_t { Debug = 10, Info = 20, Warning = 30, Error = 40 };

/// Where in CPython's asyncio the message comes from, for formats that show it.
struct LogPlace {
    std::string_view file;  ///< within the package: "base_events.py"
    int line;
    std::string_view function;
};

/// Logs a message, with the report of an exception unless that is null. As long as the scenario
/// has not imported logging, what is a warning or worse goes to stderr, as logging's last resort
/// would write it.
void logFromAsyncio(RunContext& run, LogLevel level, const LogPlace& place,
                    std::string_view message, runtime::Exception* exception = nullptr);

}  // namespace coroscope::loop
