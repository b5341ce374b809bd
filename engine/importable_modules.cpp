// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importable_modules.h"

namespace coroscope {

const language::ImportableModules& importableModules() {
    // tests/engine/importable_modules_test.cpp imports each of them.
    static const language::ImportableModules modules{
        {"__future__", "asyncio", "builtins", "functools", "math", "random", "sys", "time"},
        {},
        {}};
    return modules;
}

}  // namespace coroscope
