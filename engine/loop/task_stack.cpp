#include "engine/loop/task_stack.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"
#include "engine/runtime/modules/standard_streams.h"

namespace coroscope::loop {

namespace {

struct Entry {
    Ptr<Frame> frame;
    int line = 0;
};

/// Where a task stands: a suspended one in one frame, a running one in those that called it as
/// well, a failed one in those that its exception passed through. `limit` < 0: all. Of a running
/// task's frames the newest stay, of a failed one's the oldest.
std::vector<Entry> stackOf(Task* task, std::int64_t limit) {
    std::vector<Entry> entries;
    const auto full = [&] {
        return limit >= 0 && static_cast<std::int64_t>(entries.size()) >= limit;
    };
    const Vm& vm = *task->type->vm;
    const Value coroutine = task->coroutine.valueOrNone();
    Frame* frame = nullptr;
    if (coroutine.is(vm.types.coroutine) || coroutine.is(vm.types.generator))
        frame = coroutine.as<Generator>()->frame.get();
    if (frame) {
        const bool running = coroutine.as<Generator>()->state == Generator::State::Running;
        for (; frame && !full(); frame = running ? frame->back : nullptr) {
            if (!isBundled(frame)) entries.push_back({Ptr<Frame>(frame), shownLine(frame)});
        }
        std::reverse(entries.begin(), entries.end());
    } else if (task->exception()) {
        for (const Traceback* entry = task->exception()->traceback.get(); entry && !full();
             entry = entry->next.get()) {
            if (!isBundled(entry->frame.get()))
                entries.push_back({entry->frame, entry->span().line});
        }
    }
    return entries;
}

Outcome<std::int64_t> limitOf(Vm& vm, Value limit) {
    if (limit.isUnbound() || limit.isNone()) return -1;
    return std::max<std::int64_t>(CORO_TRY(asIndex(vm, limit)), 0);
}

Ref getStack(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"limit"};
    Value values[1];
    CORO_TRY(bindArguments(vm, "get_stack", a.withoutFirst(), kNames, 0, 0, values));
    Ptr<List> frames = makeList(vm);
    for (const Entry& entry : stackOf(a[0].as<Task>(), CORO_TRY(limitOf(vm, values[0]))))
        CORO_TRY(listAppend(vm, frames.get(), entry.frame.value()));
    return std::move(frames).toRef();
}

std::string entryText(RunContext& run, const Entry& entry) {
    const CodeObject& code = *entry.frame->code->source;
    std::string text = fmt::format("  File \"{}\", line {}, in {}\n", code.fileName, entry.line,
                                   entry.frame->code->name->view());
    std::string_view line = run.sourceLine(code.fileName, entry.line);
    const std::size_t begin = line.find_first_not_of(" \t\f");
    if (begin == std::string_view::npos) return text;
    line = line.substr(begin, line.find_last_not_of(" \t\f\r\n") + 1 - begin);
    return text + fmt::format("    {}\n", line);
}

/// Without a file the first line goes to stdout, as print() does, the frames to stderr, as
/// traceback does.
Status writeTo(RunContext& run, Value file, Stream stream, const std::string& text) {
    if (file.isUnbound() || file.isNone()) return writeToStandard(run.vm, stream, text);
    Ref value = newStr(run.vm, text);
    CORO_TRY(run.vm.callMethod(file, run.vm.names.write, {value}));
    return kDone;
}

Ref printStack(Vm& vm, const Arguments& a) {
    static constexpr std::string_view kNames[] = {"limit", "file"};
    Value values[2];
    CORO_TRY(bindArguments(vm, "print_stack", a.withoutFirst(), kNames, 0, 0, values));
    RunContext& run = RunContext::of(vm);
    auto* task = a[0].as<Task>();
    const std::vector<Entry> entries = stackOf(task, CORO_TRY(limitOf(vm, values[0])));
    const std::string shown = CORO_TRY(reprText(vm, a[0]));
    const std::string head = entries.empty()
                                 ? fmt::format("No stack for {}\n", shown)
                                 : fmt::format("{} for {} (most recent call last):\n",
                                               task->exception() ? "Traceback" : "Stack", shown);
    CORO_TRY(writeTo(run, values[1], Stream::Out, head));
    std::string frames;
    for (const Entry& entry : entries) frames += entryText(run, entry);
    if (!frames.empty()) CORO_TRY(writeTo(run, values[1], Stream::Err, frames));
    if (task->exception()) {
        CORO_TRY(writeTo(run, values[1], Stream::Out, formatExceptionOnly(vm, task->exception())));
    }
    return Ref::none();
}

}  // namespace

void addStackMethods(Vm& vm, Type* taskType) {
    addMethod(vm, taskType, "get_stack", getStack, 1, kAnyCount, kKeywords);
    addMethod(vm, taskType, "print_stack", printStack, 1, kAnyCount, kKeywords);
}

}  // namespace coroscope::loop
