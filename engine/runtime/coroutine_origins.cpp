#include "engine/runtime/coroutine_origins.h"

#include <utility>

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

namespace {

/// With the map's node and its place in the table.
std::size_t bytesOf(const std::vector<CoroutineOrigin>& origin) {
    constexpr std::size_t kNodeBytes = 64 + sizeof(void*);
    const std::size_t inside = std::string().capacity();
    std::size_t bytes = kNodeBytes + Heap::mallocBytes(origin.capacity() * sizeof(CoroutineOrigin));
    for (const CoroutineOrigin& each : origin) {
        for (const std::string* text : {&each.file, &each.function})
            bytes += text->capacity() > inside ? Heap::mallocBytes(text->capacity() + 1) : 0;
    }
    return bytes;
}

}  // namespace

void rememberOrigin(Vm& vm, const Generator* coroutine) {
    std::vector<CoroutineOrigin> origin = originHere(vm, vm.origins.depth);
    vm.heap.addExternal(static_cast<std::ptrdiff_t>(bytesOf(origin)));
    vm.origins.known[coroutine] = std::move(origin);
}

void forgetOrigin(Vm& vm, const Generator* coroutine) {
    const auto found = vm.origins.known.find(coroutine);
    if (found == vm.origins.known.end()) return;
    vm.heap.addExternal(-static_cast<std::ptrdiff_t>(bytesOf(found->second)));
    vm.origins.known.erase(found);
}

}  // namespace coroscope::runtime
