#include "engine/runtime/modules/modules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/language/frozen_code.h"
#include "engine/runtime/modules/bundled/bundled.h"
#include "engine/runtime/types_internal.h"

namespace coroscope::runtime {

namespace {

struct Row {
    std::string_view name;
    Ref (*make)(Vm&);
};

constexpr Row kNative[] = {
    {"contextvars", makeContextvarsModule},
    {"math", makeMathModule},
    {"random", makeRandomModule},
    {"sys", makeSysModule},
    {"_functools", makeFunctoolsParts},
    {"_types", makeTypesParts},
    {"_operator", makeOperatorParts},
    {"bisect", makeBisectModule},
    {"hashlib", makeHashlibModule},
    {"unicodedata", makeUnicodedataModule},
    {"_abc", makeAbcParts},
    {"_heapq", makeHeapqParts},
    {"_re", makeReParts},
    {"_traceback", makeTracebackParts},
    {"_collections", makeCollectionsParts},
    {"_weakref", makeWeakrefParts},
    {"itertools", makeItertoolsModule},
};

/// Runs the text of a bundled module.
Ref runBundled(Vm& vm, const BundledModule& bundled) {
    Ptr<Module> module;
    Str* name = vm.intern(bundled.name);
    auto code = language::thaw(bundled.code, bundledFileName(bundled.name));
    if (vm.runModule(std::move(code), name, &module).isRaised()) {
        dictDeleteStr(vm, vm.modules.get(), name);
        return Raised{};
    }
    dictDeleteStr(vm, module->dict.get(), vm.names.__file__);
    return module.toRef();
}

constexpr std::string_view kBundledPrefix = "<frozen ";

}  // namespace

std::string bundledFileName(std::string_view module) {
    return std::string(kBundledPrefix).append(module).append(">");
}

bool isBundledFile(std::string_view fileName) { return fileName.starts_with(kBundledPrefix); }

bool isBundled(const Frame* frame) { return isBundledFile(frame->code->source->fileName); }

Ref makeRuntimeModule(Vm& vm, std::string_view name) {
    for (const Row& row : kNative) {
        if (row.name == name) return row.make(vm);
    }
    for (const BundledModule& bundled : bundledModules()) {
        if (bundled.name == name) return runBundled(vm, bundled);
    }
    return {};
}

std::vector<std::string_view> runtimeModuleNames() {
    std::vector<std::string_view> names;
    for (const Row& row : kNative) {
        if (!row.name.starts_with('_')) names.push_back(row.name);
    }
    for (const BundledModule& bundled : bundledModules()) {
        if (!bundled.name.starts_with('_') || bundled.name == "__future__" ||
            bundled.name == "_thread")
            names.push_back(bundled.name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace coroscope::runtime
