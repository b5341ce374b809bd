#include "engine/loop/debug.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "engine/loop/asyncio_log.h"
#include "engine/loop/run_context.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::loop {

namespace {

/// constants.DEBUG_STACK_DEPTH.
constexpr int kMostFrames = 10;
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

namespace {

bool isSameLine(const CoroutineOrigin& a, const CoroutineOrigin& b) {
    return a.line == b.line && a.function == b.function && a.file == b.file;
}

/// traceback.format_list, oldest first; the last line is not ended.
std::string listed(RunContext& run, const std::vector<CoroutineOrigin>& newestFirst) {
    std::string text;
    constexpr std::size_t kMostRepeats = 3;  // traceback._RECURSIVE_CUTOFF
    for (std::size_t i = newestFirst.size(), repeats = 0; i-- > 0;) {
        const CoroutineOrigin& each = newestFirst[i];
        const bool isRepeated = i + 1 < newestFirst.size() && isSameLine(newestFirst[i + 1], each);
        repeats = isRepeated ? repeats + 1 : 0;
        if (repeats >= kMostRepeats) {
            if (i > 0 && isSameLine(newestFirst[i - 1], each)) continue;
            const std::size_t more = repeats + 1 - kMostRepeats;
            text += fmt::format("  [Previous line repeated {} more time{}]\n", more,
                                more > 1 ? "s" : "");
            continue;
        }
        text += fmt::format("  File \"{}\", line {}, in {}\n", each.file, each.line, each.function);
        const std::string_view line = trimmed(run.sourceLine(each.file, each.line));
        if (!line.empty()) text += fmt::format("    {}\n", line);
    }
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace

std::string runningFrames(RunContext& run, int mostFrames) {
    mostFrames -= run.foreignFrames;
    // Those of a loop that stand on the innermost frame.
    if (!run.loopEntries.empty() && run.loopEntries.back().caller == run.vm.frame)
        mostFrames -= run.loopEntries.back().foreignFrames;
    return listed(run, originHere(run.vm, mostFrames));
}

std::string placeText(RunContext& run) {
    const Frame* frame = run.vm.frame;
    while (frame && isBundled(frame)) frame = frame->back;
    return frame ? fmt::format("{}:{}", frame->code->source->fileName, frame->line())
                 : std::string();
}

Ref originOfHandle(RunContext& run, bool hasPlace) {
    Ref place = newStr(run.vm, hasPlace ? placeText(run) : std::string());
    // Two of them are the loop's own: call_soon, _call_soon.
    Ref frames = newStr(run.vm, runningFrames(run, kMostFrames - 2));
    const Value both[] = {place, frames};
    return makeTuple(run.vm, both).toRef();
}

Value framesOfOrigin(const Vm& vm, Value origin) {
    return origin.is(vm.types.tuple) ? origin.as<Tuple>()->span()[1] : Value::none();
}

void rememberOrigin(RunContext& run, Future* future, std::string_view creator) {
    if (!future->loop->debug) return;
    Vm& vm = run.vm;
    const std::string place =
        creator.empty() ? placeText(run) : fmt::format("{}{}", kAsyncioFolder, creator);
    Ref placeValue = newStr(vm, place);
    Ref frames = newStr(vm, runningFrames(run, std::numeric_limits<int>::max()));
    const Value both[] = {placeValue, frames};
    Ptr<Tuple> origin = makeTuple(vm, both);
    if (setAttribute(vm, Value(future), vm.intern("_source_traceback"), origin.value()).isRaised())
        vm.pending.reset();
}

std::string createdAtText(RunContext& run, Future* future) {
    if (Tuple* origin = originOf(run, future)) {
        const std::string_view place = viewOf(origin->span()[0]);
        return place.empty() ? std::string() : fmt::format(" created at {}", place);
    }
    if (!future->loop || !future->loop->debug) return {};
    if (future->type->isSubtypeOf(run.taskType)) return {};
    // What asyncio makes for its own ends comes from loop.create_future.
    return fmt::format(" created at {}{}", kAsyncioFolder,
                       future->type == run.gatheringType ? "tasks.py:699" : "base_events.py:427");
}

void addOrigin(RunContext& run, Dict* context, Future* future) {
    if (Tuple* origin = originOf(run, future))
        setValue(run.vm, context, "source_traceback", origin->span()[1]);
}

void trackCoroutineOrigins(RunContext& run, EventLoop* loop, bool enabled) {
    if (enabled == loop->originDepthBefore.has_value()) return;
    int& depth = run.vm.origins.depth;
    if (enabled) {
        loop->originDepthBefore = std::exchange(depth, kMostFrames);
    } else {
        depth = *loop->originDepthBefore;
        loop->originDepthBefore.reset();
    }
}

std::string coroutineOriginText(RunContext& run, const Generator* coroutine) {
    const auto& known = run.vm.origins.known;
    const auto found = known.find(coroutine);
    if (found == known.end()) return {};
    return "\nCoroutine created at (most recent call last)\n" + listed(run, found->second);
}

ForeignFrame::ForeignFrame(RunContext& run, int count) : run_(run), count_(count) {
    run.foreignFrames += count;
}
ForeignFrame::~ForeignFrame() { run_.foreignFrames -= count_; }

LoopEntered::LoopEntered(RunContext& run)
    : run_(run), caller_(run.vm.frame), foreignFrames_(std::exchange(run.foreignFrames, 0)) {
    // run_forever, _run_once, Handle._run
    run.loopEntries.push_back({caller_, foreignFrames_ + 3});
}
LoopEntered::~LoopEntered() {
    // Threads leave their loops in any order.
    const auto found = std::ranges::find(run_.loopEntries, caller_, &RunContext::LoopEntry::caller);
    if (found != run_.loopEntries.end()) run_.loopEntries.erase(found);
    run_.foreignFrames = foreignFrames_;
}

int RunContext::foreignFramesBelow(const Frame* frame) const {
    const auto found = std::ranges::find(loopEntries, frame->back, &LoopEntry::caller);
    return found == loopEntries.end() ? 0 : found->foreignFrames;
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
