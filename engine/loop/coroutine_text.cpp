#include "engine/loop/coroutine_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/run_context.h"

namespace coroscope::loop {

namespace {

/// Where asyncio's own coroutines are defined and wait, in CPython 3.11.2: reprs show it.
std::string nativeCoroutineText(const Generator* generator) {
    struct Row {
        std::string_view name, file;
        int definedAt, waitsAt;
    };
    static constexpr Row kRows[] = {
        {"sleep", "tasks.py", 627, 639},
        {"wait_for", "tasks.py", 426, 466},
        {"_cancel_and_wait", "tasks.py", 541, 552},
        {"_wrap_awaitable", "tasks.py", 677, 684},
        {"wait", "tasks.py", 389, 418},
        {"Timeout.__aenter__", "timeouts.py", 72, 72},
        {"Timeout.__aexit__", "timeouts.py", 80, 80},
        {"Lock.acquire", "locks.py", 93, 114},
        {"Event.wait", "locks.py", 200, 213},
        {"Queue.get", "queues.py", 149, 158},
        {"Queue.put", "queues.py", 110, 120},
        {"Queue.join", "queues.py", 206, 215},
        {"BaseEventLoop.shutdown_asyncgens", "base_events.py", 539, 539},
        {"BaseEventLoop.shutdown_default_executor", "base_events.py", 564, 564}};
    const std::string_view name = generator->qualifiedName()->view();
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                   [&](const Row& each) { return each.name == name; });
    if (row == std::end(kRows)) return fmt::format("{}()", name);
    const bool done = generator->state == Generator::State::Closed;
    const bool begun = generator->state == Generator::State::Suspended;
    return fmt::format("{}() {} at /usr/lib/python3.11/asyncio/{}:{}", name,
                       done ? "done, defined" : "running", row->file,
                       begun ? row->waitsAt : row->definedAt);
}

}  // namespace

std::string coroutineText(RunContext& run, Value coroutine) {
    const std::string name = coroutineName(run, coroutine) + "()";
    if (!coroutine.is(run.vm.types.coroutine) && !coroutine.is(run.vm.types.generator))
        return fmt::format("<{} without __name__>()", run.vm.typeOf(coroutine)->name->view());
    auto* generator = coroutine.as<Generator>();
    if (!generator->code) return nativeCoroutineText(generator);
    const CodeObject& code = *generator->code->source;
    if (!generator->frame)
        return fmt::format("{} done, defined at {}:{}", name, code.fileName, code.firstLine);
    const int line =
        generator->state == Generator::State::Created ? code.firstLine : generator->frame->line();
    return fmt::format("{} running at {}:{}", name, code.fileName, line);
}

}  // namespace coroscope::loop
