#include "engine/runtime/coroutine_origins.h"

#include "engine/runtime/modules/modules.h"
#include "engine/runtime/vm.h"

namespace coroscope::runtime {

std::vector<CoroutineOrigin> originHere(const Vm& vm, int depth) {
    std::vector<CoroutineOrigin> origin;
    for (const Frame* frame = vm.frame; frame && depth > 0; frame = frame->back) {
        const CodeObject& code = *frame->code->source;
        if (!isBundled(frame))
            origin.push_back({code.fileName, frame->line(), std::string(code.name)});
        depth -= 1 + vm.host.foreignFramesBelow(frame);
    }
    return origin;
}

}  // namespace coroscope::runtime
