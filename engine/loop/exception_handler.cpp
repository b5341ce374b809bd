#include "engine/loop/exception_handler.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/asyncio_log.h"
#include "engine/loop/debug.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

bool leavesTheLoop(const Vm& vm, const Exception* error) {
    return error->type->isSubtypeOf(vm.exc.SystemExit) ||
           error->type->isSubtypeOf(vm.exc.KeyboardInterrupt);
}

struct Item {
    std::string key;
    Ref value;
};

/// The entries of a context but its message and exception, by key.
std::vector<Item> sortedItems(Dict* context) {
    std::vector<Item> items;
    std::uint32_t position = 0;
    Value key, value;
    while (dictNext(context, position, key, value)) {
        if (isStr(key) && viewOf(key) != "message" && viewOf(key) != "exception")
            items.push_back({std::string(viewOf(key)), Ref(value)});
    }
    std::sort(items.begin(), items.end(),
              [](const Item& a, const Item& b) { return a.key < b.key; });
    return items;
}

/// In debug mode: where what runs was put into the ready queue, unless more is known.
void addOriginOfHandle(RunContext& run, const EventLoop* loop, Dict* context) {
    if (!loop || !loop->runningOrigin.is(run.vm.types.tuple)) return;
    if (!dictGetStr(context, run.vm.intern("source_traceback")).isUnbound()) return;
    setValue(run.vm, context, "handle_traceback", framesOfOrigin(run.vm, loop->runningOrigin));
}

/// self.default_exception_handler(context)
Status callDefaultHandler(RunContext& run, EventLoop* loop, Dict* context) {
    if (loop && loop->isOwn) [[unlikely]] {
        const Ref own = CORO_TRY(ownMethod(run, loop, "default_exception_handler"));
        if (!own.isUnbound()) {
            CORO_TRY(run.vm.call(own, {Value(context)}));
            return kDone;
        }
    }
    return defaultExceptionHandler(run, loop, context);
}

/// An error in a handler: said with a message of its own, unless it is to leave the loop.
Status reportHandlersError(RunContext& run, EventLoop* loop, Ptr<Dict> context) {
    Vm& vm = run.vm;
    if (vm.stopped()) return Raised{};
    if (leavesTheLoop(vm, vm.pending.get())) return Raised{};
    Ptr<Exception> error = takePending(vm);
    Ptr<Dict> about = makeDict(vm);
    setValue(vm, about.get(), "message",
             makeStr(vm, "Unhandled error in exception handler").value());
    setValue(vm, about.get(), "exception", error.value());
    setValue(vm, about.get(), "context", context.value());
    return callDefaultHandler(run, loop, about.get());
}

}  // namespace

Status defaultExceptionHandler(RunContext& run, EventLoop* loop, Dict* context) {
    Vm& vm = run.vm;
    addOriginOfHandle(run, loop, context);
    Ref message(dictGetStr(context, vm.intern("message")));
    std::string text = "Unhandled exception in event loop";
    if (!message.isUnbound() && CORO_TRY(truth(vm, message))) text = CORO_TRY(strText(vm, message));
    for (const auto& [key, value] : sortedItems(context)) {
        std::string shown;
        const bool isOfObject = key == "source_traceback";
        if ((isOfObject || key == "handle_traceback") && isStr(value)) {
            shown = fmt::format("{} created at (most recent call last):\n{}",
                                isOfObject ? "Object" : "Handle", viewOf(value));
        } else {
            shown = CORO_TRY(reprText(vm, value));
        }
        text += fmt::format("\n{}: {}", key, shown);
    }
    Ref exception(dictGetStr(context, vm.intern("exception")));
    logFromAsyncio(run, LogLevel::Error, {"base_events.py", 1771, "default_exception_handler"},
                   text, isException(exception) ? exception.as<Exception>() : nullptr);
    return vm.stopped() ? Status(Raised{}) : Status(kDone);
}

Status callExceptionHandler(RunContext& run, EventLoop* loop, Ptr<Dict> context) {
    if (loop && loop->isOwn) [[unlikely]] {
        const Ref own = CORO_TRY(ownMethod(run, loop, "call_exception_handler"));
        if (!own.isUnbound()) {
            CORO_TRY(run.vm.call(own, {context.value()}));
            return kDone;
        }
    }
    return callExceptionHandlerItself(run, loop, std::move(context));
}

Status callExceptionHandlerItself(RunContext& run, EventLoop* loop, Ptr<Dict> context) {
    Vm& vm = run.vm;
    if (loop && !loop->exceptionHandler.isNone()) {
        Ref handler = loop->exceptionHandler;
        Ref result = vm.call(handler, {Value(loop), context.value()});
        return result.isRaised() ? reportHandlersError(run, loop, std::move(context)) : kDone;
    }
    if (!callDefaultHandler(run, loop, context.get()).isRaised()) return kDone;
    if (vm.stopped() || leavesTheLoop(vm, vm.pending.get())) return Raised{};
    reportDefaultHandlersError(run);
    return kDone;
}

void reportDefaultHandlersError(RunContext& run) {
    const Ptr<Exception> error = takePending(run.vm);
    logFromAsyncio(run, LogLevel::Error, {"base_events.py", 1802, "call_exception_handler"},
                   "Exception in default exception handler", error.get());
}

void callExceptionHandler(RunContext& run, EventLoop* loop, std::string_view message,
                          Exception* exception,
                          std::span<const std::pair<std::string_view, Value>> context) {
    Vm& vm = run.vm;
    Ptr<Dict> dict = makeDict(vm);
    setValue(vm, dict.get(), "message", makeStr(vm, message).value());
    if (exception) setValue(vm, dict.get(), "exception", Value(exception));
    for (const auto& [key, value] : context) {
        setValue(vm, dict.get(), key, value);
        if (isFutureLike(run, value)) addOrigin(run, dict.get(), value.as<Future>());
    }
    if (callExceptionHandler(run, loop, std::move(dict)).isRaised() && !vm.stopped())
        vm.pending.reset();
}

}  // namespace coroscope::loop
