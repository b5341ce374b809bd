#include "engine/loop/callback_text.h"

#include <fmt/format.h>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

std::string callableName(RunContext& run, Value callable) {
    Vm& vm = run.vm;
    Ref name = findAttribute(vm, callable, vm.names.__qualname__);
    if (isStr(name)) return std::string(viewOf(name));
    vm.pending.reset();
    Ref inner = findAttribute(vm, callable, vm.intern("func"));  // functools.partial
    if (inner.isObject()) return callableName(run, inner);
    vm.pending.reset();
    return std::string(vm.typeOf(callable)->nameView());
}

std::string callableText(RunContext& run, Value callable) {
    Vm& vm = run.vm;
    Value function = callable;
    Ref keep;
    if (callable.is(vm.types.method)) {
        keep = callable.as<BoundMethod>()->function;
        function = keep;
    }
    if (function.is(vm.types.function)) {
        const CodeObject& code = *function.as<Function>()->code->source;
        return fmt::format("{}() at {}:{}", viewOf(function.as<Function>()->qualifiedName),
                           code.fileName, code.firstLine);
    }
    Ref inner = findAttribute(vm, callable, vm.intern("func"));
    if (inner.isObject()) {
        auto text = reprText(vm, callable);
        if (!text.isRaised()) return callableText(run, inner);
    }
    vm.pending.reset();
    return callableName(run, callable) + "()";
}

std::string callbacksText(RunContext& run, Future* future) {
    std::vector<std::string> texts;
    const auto add = [&](const Callback& callback) {
        switch (callback.kind) {
            case Callback::Kind::None: break;
            case Callback::Kind::Wake: texts.emplace_back("Task.task_wakeup()"); break;
            case Callback::Kind::Native: texts.emplace_back(callback.native->text); break;
            case Callback::Kind::Python: texts.push_back(callableText(run, callback.target)); break;
        }
    };
    add(future->first);
    for (const Callback& callback : future->others) add(callback);
    if (texts.empty()) return {};
    // base_futures._format_callbacks: beyond two, the first, how many more, and the last.
    if (texts.size() == 1) return fmt::format("cb=[{}]", texts[0]);
    if (texts.size() == 2) return fmt::format("cb=[{}, {}]", texts[0], texts[1]);
    return fmt::format("cb=[{}, <{} more>, {}]", texts.front(), texts.size() - 2, texts.back());
}

}  // namespace coroscope::loop
