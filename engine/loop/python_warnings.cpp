#include "engine/loop/python_warnings.h"

#include <utility>

#include <fmt/format.h>

#include "engine/loop/run_context.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/traceback.h"

namespace coroscope::loop {

namespace {

/// warnings._from_runtime, if warnings was imported; else Unbound.
Ref warnFunction(Vm& vm) {
    const Value warnings = dictGetStr(vm.modules.get(), vm.intern("warnings"));
    if (!warnings.is(vm.types.module)) return {};
    return dictGetStr(warnings.as<runtime::Module>()->dict.get(), vm.intern("_from_runtime"));
}

}  // namespace

WarningPlace placeOfWarning(const Frame* frame) {
    if (!frame) return {"sys", 1, "sys"};
    Vm& vm = *frame->type->vm;
    const Value name = dictGetStr(frame->globals, vm.names.__name__);
    return {frame->code->source->fileName, frame->line(),
            isStr(name) ? viewOf(name) : std::string_view("<string>")};
}

std::string_view foreignLine(std::string_view file, int line) {
    for (const ForeignLine* each : {&kHandleRun, &kRunnerClose}) {
        if (line == each->place.line && file == each->place.file) return each->text;
    }
    return {};
}

WorksAt::WorksAt(RunContext& run, const ForeignLine& line)
    : run_(run),
      lineBefore_(std::exchange(run.worksAt, &line)),
      callerBefore_(std::exchange(run.worksFor, run.vm.frame)) {}

WorksAt::~WorksAt() {
    run_.worksAt = lineBefore_;
    run_.worksFor = callerBefore_;
}

bool warnByModule(RunContext& run, Type* category, std::string_view text, const WarningPlace& place,
                  Value source) {
    Vm& vm = run.vm;
    const Ref function = warnFunction(vm);
    if (function.isUnbound()) return false;
    const Ref message = newStr(vm, text);
    const Ref file = newStr(vm, place.file);
    const Ref module = newStr(vm, place.module);
    const Ref result = vm.call(
        function, {message, Value(category), file, Value::ofInt(place.line), module, source});
    if (!result.isRaised() || vm.stopped()) return true;
    // PyErr_WriteUnraisable, as _PyErr_WarnUnawaitedCoroutine has it.
    if (source.is(vm.types.coroutine)) {
        reportIgnored(vm, source, "<coroutine>");
    } else {
        vm.pending.reset();
    }
    return true;
}

}  // namespace coroscope::loop
