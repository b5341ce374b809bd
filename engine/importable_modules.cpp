// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importable_modules.h"

#include <string>
#include <string_view>

#include "engine/loop/modules/loop_modules.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope {

namespace {

language::ImportableModules allModules() {
    language::ImportableModules modules;
    // Understood by the compiler.
    modules.names.insert("__future__");
    for (const std::string_view name : runtime::runtimeModuleNames()) modules.names.emplace(name);
    for (const std::string_view name : loop::loopModuleNames()) modules.names.emplace(name);
    return modules;
}

}  // namespace

const language::ImportableModules& importableModules() {
    static const language::ImportableModules modules = allModules();
    return modules;
}

}  // namespace coroscope
