#include "engine/loop/callback_text.h"

#include <fmt/format.h>

#include "engine/loop/run_context.h"
#include "engine/loop/short_repr.h"

namespace coroscope::loop {

std::string callableName(RunContext& run, Value callable) {
    Vm& vm = run.vm;
    Ref name = findAttribute(vm, callable, vm.names.__qualname__);
    if (isStr(name)) return std::string(viewOf(name));
    vm.pending.reset();
    Ref inner = findAttribute(vm, callable, vm.intern("func"));  // functools.partial
    if (inner.isObject()) return callableName(run, inner);
    vm.pending.reset();
    return std::string(vm.typeOf(callable)->name->view());
}

namespace {

/// An attribute, or Unbound; never an exception.
Ref attributeOf(Vm& vm, Value object, std::string_view name) {
    Ref found = findAttribute(vm, object, vm.intern(name));
    if (!found.isRaised()) return found;
    if (!vm.stopped()) vm.pending.reset();
    return {};
}

bool isPartial(Vm& vm, Value callable) { return vm.typeOf(callable)->name->view() == "partial"; }

/// ` at file.py:3` of a function; of what functools.wraps wraps, and of a partial, that inside.
/// Bound methods and all else have none (_get_function_source).
std::string sourceText(Vm& vm, Value callable) {
    Ref function(callable);
    for (int steps = 0; steps < 100; ++steps) {
        Ref inner = attributeOf(vm, function, isPartial(vm, function) ? "func" : "__wrapped__");
        if (!inner.isObject()) break;
        function = std::move(inner);
    }
    if (!function.is(vm.types.function)) return {};
    const CodeObject& code = *function.as<Function>()->code->source;
    return fmt::format(" at {}:{}", code.fileName, code.firstLine);
}

std::string keywordsText(Vm& vm, Value keywords, bool first) {
    std::string text;
    if (!keywords.is(vm.types.dict)) return text;
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(keywords.as<Dict>(), position, key, value)) {
        if (!isStr(key)) continue;
        text += fmt::format("{}{}={}", first ? "" : ", ", viewOf(key), shortRepr(vm, value));
        first = false;
    }
    return text;
}

/// _format_callback: a partial shows its own arguments, then those of the call.
std::string callText(Vm& vm, Value callable, const std::string& arguments) {
    if (isPartial(vm, callable)) {
        Ref function = attributeOf(vm, callable, "func");
        Ref bound = attributeOf(vm, callable, "args");
        Ref keywords = attributeOf(vm, callable, "keywords");
        std::string own = "()";
        if (bound.is(vm.types.tuple)) own = shortArguments(vm, bound.as<Tuple>()->span());
        own.insert(own.size() - 1, keywordsText(vm, keywords, own.size() == 2));
        if (function.isObject()) return callText(vm, function, own + arguments);
    }
    for (const std::string_view attribute : {"__qualname__", "__name__"}) {
        Ref name = attributeOf(vm, callable, attribute);
        if (isStr(name) && !viewOf(name).empty()) return std::string(viewOf(name)) + arguments;
    }
    auto text = reprText(vm, callable);
    if (!text.isRaised()) return *text + arguments;
    if (!vm.stopped()) vm.pending.reset();
    return std::string(vm.typeOf(callable)->name->view()) + arguments;
}

}  // namespace

std::string callbackText(RunContext& run, Value callable, std::span<const Value> arguments) {
    Vm& vm = run.vm;
    return callText(vm, callable, shortArguments(vm, arguments)) + sourceText(vm, callable);
}

namespace {

/// In debug mode the futures that a text shows in short end with the place of their creation.
std::string actionText(const Future* future, NativeCallback native) {
    std::string text(native->text);
    constexpr std::string_view kShort = "(<Future pendi...>)";
    const std::size_t at = text.find(kShort);
    if (at != std::string::npos && future->loop->debug)
        text.replace(at, kShort.size(), "(<Future pendi...events.py:427>)");
    return text;
}

}  // namespace

std::string callbacksText(RunContext& run, Future* future) {
    std::vector<std::string> texts;
    const auto add = [&](const Callback& callback) {
        switch (callback.kind()) {
            case Callback::Kind::None: break;
            case Callback::Kind::Wake:
                texts.push_back(
                    fmt::format("{}.task_wakeup()", callback.target->type->name->view()));
                break;
            case Callback::Kind::Native:
                texts.push_back(actionText(future, callback.native));
                break;
            case Callback::Kind::Python:
                texts.push_back(callbackText(run, callableOf(run, callback), {}));
                break;
        }
    };
    add(future->first);
    for (const Callback& callback : future->otherCallbacks()) add(callback);
    if (texts.empty()) return {};
    // base_futures._format_callbacks: beyond two, the first, how many more, and the last.
    if (texts.size() == 1) return fmt::format("cb=[{}]", texts[0]);
    if (texts.size() == 2) return fmt::format("cb=[{}, {}]", texts[0], texts[1]);
    return fmt::format("cb=[{}, <{} more>, {}]", texts.front(), texts.size() - 2, texts.back());
}

}  // namespace coroscope::loop
