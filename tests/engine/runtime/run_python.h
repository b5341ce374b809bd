#pragma once

// Runs Python text on a Vm of its own and gives what it printed.

#include <string>
#include <string_view>

namespace coroscope::runtime::test {

struct PythonRun {
    std::string out;       ///< stdout
    std::string error;     ///< the traceback of an uncaught exception, or the first syntax error;
                           ///< empty if none
    bool stopped = false;  ///< by the limit on instructions
};

struct PythonLimits {
    std::size_t memory = std::size_t{256} << 20;
    long long instructions = 1'000'000'000;
};

[[nodiscard]] PythonRun runPython(std::string_view text, const PythonLimits& limits = {});

}  // namespace coroscope::runtime::test
