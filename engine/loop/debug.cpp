#include "engine/loop/debug.h"

#include <fmt/format.h>

#include "engine/loop/asyncio_log.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::loop {

namespace {

/// constants.DEBUG_STACK_DEPTH.
constexpr std::size_t kMostFrames = 10;
constexpr std::string_view kAsyncioFolder = "/usr/lib/python3.11/asyncio/";

std::string_view trimmed(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t\f");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t\f\r\n") + 1 - begin);
}

/// (place, frames) as rememberOrigin left them, or null.
Tuple* originOf(RunContext& run, Future* future) {
    const Value found = instanceGet(future->attributes, run.vm.intern("_source_traceback"));
    return found.is(run.vm.types.tuple) ? found.as<Tuple>() : nullptr;
}

}  // namespace

std::string runningFrames(RunContext& run) {
    std::vector<std::string> entries;
    for (const Frame* frame = run.vm.frame; frame && entries.size() < kMostFrames;
         frame = frame->back) {
        if (isBundled(frame)) continue;
        const std::string& file = frame->code->source->fileName;
        std::string entry = fmt::format("  File \"{}\", line {}, in {}\n", file, frame->line(),
                                        frame->code->name->view());
        const std::string_view line = trimmed(run.sourceLine(file, frame->line()));
        if (!line.empty()) entry += fmt::format("    {}\n", line);
        entries.push_back(std::move(entry));
    }
    std::string text;
    for (std::size_t i = entries.size(); i-- > 0;) text += entries[i];
    if (!text.empty()) text.pop_back();
    return text;
}

std::string placeText(RunContext& run) {
    const Frame* frame = run.vm.frame;
    while (frame && isBundled(frame)) frame = frame->back;
    return frame ? fmt::format("{}:{}", frame->code->source->fileName, frame->line())
                 : std::string();
}

Ref originOfHandle(RunContext& run) {
    Ref place = newStr(run.vm, placeText(run));
    Ref frames = newStr(run.vm, runningFrames(run));
    const Value both[] = {place, frames};
    return makeTuple(run.vm, both).toRef();
}

void rememberOrigin(RunContext& run, Future* future, std::string_view creator) {
    if (!future->loop->debug) return;
    Vm& vm = run.vm;
    const std::string place =
        creator.empty() ? placeText(run) : fmt::format("{}{}", kAsyncioFolder, creator);
    Ref placeValue = newStr(vm, place);
    Ref frames = newStr(vm, runningFrames(run));
    const Value both[] = {placeValue, frames};
    Ptr<Tuple> origin = makeTuple(vm, both);
    if (setAttribute(vm, Value(future), vm.intern("_source_traceback"), origin.value()).isRaised())
        vm.pending.reset();
}

std::string createdAtText(RunContext& run, Future* future) {
    if (!future->loop || !future->loop->debug) return {};
    if (Tuple* origin = originOf(run, future)) {
        const std::string_view place = viewOf(origin->span()[0]);
        return place.empty() ? std::string() : fmt::format(" created at {}", place);
    }
    if (future->type->isSubtypeOf(run.taskType)) return {};
    // What asyncio makes for its own ends comes from loop.create_future.
    return fmt::format(" created at {}{}", kAsyncioFolder,
                       future->type == run.gatheringType ? "tasks.py:699" : "base_events.py:427");
}

void addOrigin(RunContext& run, Dict* context, Future* future) {
    if (Tuple* origin = originOf(run, future))
        setValue(run.vm, context, "source_traceback", origin->span()[1]);
}

SlownessWatch::SlownessWatch(RunContext& run, EventLoop* loop, Object* taskOrHandle)
    : run_(run), loop_(loop) {
    if (!loop->debug || !taskOrHandle) return;
    watched_ = Ptr<Object>(taskOrHandle);
    begun_ = run.now();
}

SlownessWatch::~SlownessWatch() {
    if (!watched_ || run_.vm.stopped()) return;
    const double seconds = run_.now() - begun_;
    if (seconds < loop_->slowCallbackDuration) return;
    Ptr<Exception> pending = takePending(run_.vm);
    auto text = reprText(run_.vm, watched_.value());
    const std::string message =
        fmt::format("Executing {} took {:.3f} seconds", text.isRaised() ? "?" : *text, seconds);
    run_.recorder.warning(run_.clock.now(), run_.currentTraceTask(), message, run_.place());
    logFromAsyncio(run_, LogLevel::Warning, {"base_events.py", 1917, "_run_once"}, message);
    run_.vm.pending = std::move(pending);
}

}  // namespace coroscope::loop
