#include "engine/loop/asyncio_log.h"

#include <string>

#include "engine/loop/run_context.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/traceback.h"

namespace coroscope::loop {

namespace {

/// logging._log_from_asyncio, if logging was imported; else Unbound.
Ref loggingFunction(Vm& vm) {
    const Value logging = dictGetStr(vm.modules.get(), vm.intern("logging"));
    if (!logging.is(vm.types.module)) return {};
    return dictGetStr(logging.as<runtime::Module>()->dict.get(), vm.intern("_log_from_asyncio"));
}

}  // namespace

void logFromAsyncio(RunContext& run, LogLevel level, const LogPlace& place,
                    std::string_view message, Exception* exception) {
    Vm& vm = run.vm;
    const Ref function = loggingFunction(vm);
    if (function.isUnbound()) {
        if (level < LogLevel::Warning) return;
        std::string text(message);
        text += "\n";
        if (exception) text += formatLogged(vm, exception);
        runtime::writeReport(vm, text);
        return;
    }
    const Ref text = newStr(vm, message);
    if (text.isRaised()) {
        vm.pending.reset();
        return;
    }
    const Ref result = vm.call(
        function,
        {Value::ofInt(static_cast<int>(level)), text, exception ? Value(exception) : Value::none(),
         Value(vm.intern(place.file)), Value::ofInt(place.line), Value(vm.intern(place.function))});
    // A handler of the scenario's own may raise; CPython's loop says so through logging again.
    if (result.isRaised() && !vm.stopped()) vm.pending.reset();
}

}  // namespace coroscope::loop
