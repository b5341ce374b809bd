#include "engine/loop/modules/loop_modules.h"

#include <string>
#include <vector>

#include "engine/loop/modules/asyncio_module.h"
#include "engine/loop/modules/gc_module.h"
#include "engine/loop/modules/loops_module.h"
#include "engine/loop/modules/time_module.h"
#include "engine/loop/modules/workers_module.h"
#include "engine/loop/signals.h"

namespace coroscope::loop {

Ref importLoopModule(RunContext& run, std::string_view name) {
    if (name == "time") return makeTimeModule(run);
    if (name == "_workers") return makeWorkersModule(run);
    if (name == "_signal") return makeSignalModule(run);
    if (name == "_loops") return makeLoopsModule(run);
    if (name == "_gc") return makeGcModule(run);
    if (name.starts_with("asyncio")) return makeAsyncioModule(run, name);
    return {};
}

std::span<const std::string_view> loopModuleNames() {
    static const std::vector<std::string> kTexts = [] {
        std::vector<std::string> names{"asyncio", "time"};
        for (const std::string_view submodule : asyncioSubmodules())
            names.push_back("asyncio." + std::string(submodule));
        return names;
    }();
    static const std::vector<std::string_view> kNames(kTexts.begin(), kTexts.end());
    return kNames;
}

}  // namespace coroscope::loop
