#pragma once

// For tests that print many small attempts and compare all that was printed.

#include <string>

#include <gtest/gtest.h>

#include "tests/engine/runtime/run_python.h"

namespace coroscope::runtime::test {

/// What `text` prints; no exception may leave it. It can use `attempt(f, *args, **keywords)`, which
/// prints what f gives or else what it raises.
[[nodiscard]] inline std::string outputOf(const std::string& text) {
    constexpr const char* kAttempt = R"(
def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
)";
    const PythonRun run = runPython(kAttempt + text);
    EXPECT_EQ(run.error, "");
    return run.out;
}

}  // namespace coroscope::runtime::test
