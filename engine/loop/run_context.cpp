#include "engine/loop/run_context.h"

#include <algorithm>
#include <cstdint>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <fmt/format.h>

#include "engine/loop/as_completed.h"
#include "engine/loop/barrier.h"
#include "engine/loop/condition.h"
#include "engine/loop/debug.h"
#include "engine/loop/executors.h"
#include "engine/loop/leftovers.h"
#include "engine/loop/locks.h"
#include "engine/loop/modules/asyncio_exceptions.h"
#include "engine/loop/modules/loop_modules.h"
#include "engine/loop/modules/workers_module.h"
#include "engine/loop/own_loops.h"
#include "engine/loop/python_warnings.h"
#include "engine/loop/queues.h"
#include "engine/loop/runner.h"
#include "engine/loop/sleep.h"
#include "engine/loop/task_group.h"
#include "engine/loop/timeouts.h"
#include "engine/loop/wait.h"
#include "engine/runtime/effort.h"
#include "engine/runtime/modules/standard_streams.h"
#include "engine/runtime/modules/sys_info.h"
#include "engine/runtime/nesting.h"
#include "engine/runtime/traceback.h"
#include "engine/runtime/types/int.h"
#include "engine/trace/count_text.h"
#include "engine/trace/describe.h"

namespace coroscope::loop {

namespace {

/// How far down natives may nest: a thread has 8 MiB.
constexpr std::uintptr_t kNestingBytes = std::uintptr_t{6} << 20;

/// Freed memory of this size goes back to the system at once, as the limit on memory takes for
/// granted. Left alone, glibc learns from what is freed to keep blocks of up to 32 MiB
/// (mallopt(3)).
void giveLargeBlocksBack() {
#ifdef __GLIBC__
    constexpr int kLarge = 4 << 20;
    static const int once = mallopt(M_MMAP_THRESHOLD, kLarge);
    static_cast<void>(once);
#endif
}

}  // namespace

RunContext::RunContext(RunSettings s, trace::Recorder& r)
    : settings(std::move(s)), recorder(r), vm(*this) {
    giveLargeBlocksBack();
    const std::size_t own = vm.heap.bytesHeld();
    vm.heap.setLimit(own + std::min<std::size_t>(settings.limits.memoryBytes, SIZE_MAX - own));
    recorder.onKept([this](std::size_t bytes) { vm.heap.exchangeExternal(0, bytes); });
    vm.randomSeed = static_cast<std::int64_t>(settings.seed);
    freeInstructions_ = static_cast<std::int64_t>(settings.freeInstructions);
    vm.recursionLimit = settings.limits.recursionDepth;
    giveSlice(settings.slice);
    initAsyncioExceptions(*this);
    initHandleTypes(*this);
    initFutureType(*this);
    initTaskType(*this);
    initSleep(*this);
    initEventLoopType(*this);
    initTimeoutType(*this);
    initLockTypes(*this);
    initQueueTypes(*this);
    initWorkerTypes(*this);
    initExecutorTypes(*this);
    initOwnLoops(*this);
    initConditionType(*this);
    initBarrierType(*this);
    initTaskGroupType(*this);
    initRunnerType(*this);
    initWaitType(*this);
    initAsCompletedType(*this);
}

RunContext::~RunContext() {
    recorder.onKept({});
    vm.heap.tearDown();
    // The VM destroys what is left, each object once.
    static_cast<void>(currentLoop.detach());
    static_cast<void>(policy.detach());
    static_cast<void>(noLoop.detach());
    static_cast<void>(bareYield.detach());
    for (Ptr<EventLoop>& loop : loops) static_cast<void>(loop.detach());
    static_cast<void>(interrupted.detach());
    uncollected.detach();
    for (Ptr<Object>& object : leftovers_) static_cast<void>(object.detach());
}

scenario::Span RunContext::place() {
    const runtime::Frame* frame = vm.frame;
    if (importsFiles_) [[unlikely]]
        tellInnermost(frame);
    while (frame && !isOwn(frame)) frame = frame->back;
    return frame ? frame->span() : scenario::Span{};
}

void RunContext::tellInnermost(const runtime::Frame* frame) {
    while (frame && !isOwn(frame) && !importedFile(frame).valid()) frame = frame->back;
    if (frame && !isOwn(frame)) {
        recorder.nextIsImported(importedFile(frame), frame->span());
    } else {
        recorder.nextIsOwn();
    }
}

trace::TextId RunContext::importedFile(const runtime::Frame* frame) {
    const CodeObject* code = frame->code->source.get();
    const auto known = importedFiles_.find(code);
    if (known != importedFiles_.end()) return known->second;
    const bool imported =
        settings.modules != nullptr && settings.modules->sourceOf(code->fileName) != nullptr;
    return importedFiles_[code] = imported ? textOf(code->fileName) : trace::TextId();
}

// --- time and limits ---------------------------------------------------------------------------

void RunContext::chargeCode() {
    const std::int64_t over = instructionsInStep_ - freeInstructions_;
    if (over <= charged_ || settings.secondsPerInstruction <= 0) return;
    const bool inWorker = workers.current() != nullptr;
    if (charged_ == 0 && !inWorker) {
        blockingSince_ = clock.now();
        recorder.blockingBegan(clock.now(), currentTraceTask(), textOf("code"), 0, place());
    }
    const double seconds =
        static_cast<double>(over - std::exchange(charged_, over)) * settings.secondsPerInstruction;
    workers.codeTook(seconds);
}

void RunContext::endBlockingCode() {
    // No code of it runs any more: what stands below is the line of asyncio.run.
    recorder.blockingEnded(clock.now(), currentTraceTask(), textOf("code"),
                           clock.now() - blockingSince_, {});
    charged_ = 0;
}

namespace {
/// The rows of the trace count as well, which are looked at only here.
bool needsTooMuchMemory(runtime::Heap& heap, const trace::Recorder& recorder) {
    if (heap.overLimit()) return true;
    constexpr std::size_t kMostBytesOfRow =
        trace::PackedEvents::kMostWordsPerRow * sizeof(std::uint32_t);
    if (heap.bytesHeld() + recorder.size() * kMostBytesOfRow <= heap.limit()) return false;
    return heap.wouldExceed(recorder.trace().eventBytes());
}
}  // namespace

void RunContext::outOfFuel(std::int64_t) {
    if (vm.stopped()) return;
    accountCode();
    // What is gone of the slice beside that went as effort (takeEffort).
    instructions +=
        static_cast<std::uint64_t>(std::max<std::int64_t>(0, slice_ - vm.fuel - usedOfSlice_));
    slice_ = vm.fuel;
    usedOfSlice_ = 0;
    if (settings.onProgress) settings.onProgress(*this);
    if (cancelRequested_.load(std::memory_order_relaxed)) return vm.stop(StopReason::Cancelled);
    if (instructions >= settings.limits.instructions) return vm.stop(StopReason::Instructions);
    if (needsTooMuchMemory(vm.heap, recorder)) return vm.stop(StopReason::Memory);
    if (settings.until && clock.now() > *settings.until) return reachedUntil();
    const std::uint64_t left = settings.limits.instructions - instructions;
    // Threads change places at the end of a slice. Were all equally long, or did their lengths come
    // again in turn, a loop could end at the same instruction each time, and a race in it never
    // show: they are scattered by Knuth's multiplicative hash.
    constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15U;
    const auto shorter = static_cast<std::int64_t>(instructions * kGolden >> 54);  // below 1,024
    const std::int64_t slice =
        workers.any() ? std::max<std::int64_t>(1, settings.slice - shorter) : settings.slice;
    giveSlice(static_cast<std::int64_t>(std::min<std::uint64_t>(slice, left)));
}

void RunContext::reachedUntil() {
    untilReached_ = true;
    vm.stop(StopReason::Cancelled);
}

double RunContext::readClock() {
    accountCode();
    return clock.read();
}

Status RunContext::block(double seconds, std::string_view what) {
    accountCode();
    if (workers.current()) return workers.sleep(seconds);
    const trace::TextId text = textOf(what);
    recorder.blockingBegan(clock.now(), currentTraceTask(), text, seconds, place());
    const Status status = workers.sleep(seconds);
    recorder.blockingEnded(clock.now(), currentTraceTask(), text, seconds, place());
    if (settings.until && clock.now() > *settings.until) reachedUntil();
    return status;
}

// --- the host ----------------------------------------------------------------------------------

void RunContext::write(Stream stream, std::string_view text) {
    if (vm.stopped() || text.empty()) return;
    accountCode();
    const std::uint64_t room =
        settings.limits.outputBytes - std::min(settings.limits.outputBytes, outputBytes);
    const bool tooMuch = text.size() > room;
    if (tooMuch) text = text.substr(0, room);
    outputBytes += text.size();
    const auto target = stream == Stream::Out ? trace::Stream::Stdout : trace::Stream::Stderr;
    if (settings.keepOutput) {
        (stream == Stream::Out ? stdoutText : stderrText) += text;
    }
    recorder.output(clock.now(), currentTraceTask(), target, text, place());
    if (settings.onOutput) settings.onOutput(target, text);
    if (tooMuch) vm.stop(StopReason::Output);
}

bool RunContext::readLine(std::string& line) {
    if (nextStdinLine_ >= settings.stdinLines.size()) return false;
    line = settings.stdinLines[nextStdinLine_++];
    recorder.lineRead(now(), currentTraceTask(), line, place());
    return true;
}

Ref RunContext::importModule(Vm&, Str* name) { return importLoopModule(*this, name->view()); }

const scenario::ModuleFile* RunContext::findModule(std::string_view dottedName) {
    const scenario::ModuleFile* found =
        settings.modules ? settings.modules->find(dottedName) : nullptr;
    importsFiles_ = importsFiles_ || found != nullptr;
    return found;
}

std::string_view RunContext::sourceLine(std::string_view fileName, int line) {
    if (const std::string_view text = foreignLine(fileName, line); !text.empty()) return text;
    return settings.sourceLine ? settings.sourceLine(fileName, line) : std::string_view();
}

bool RunContext::isInLoop() const {
    return std::ranges::find(loopEntries, vm.frame, &LoopEntry::caller) != loopEntries.end();
}

bool RunContext::isInLibrary() const { return isInLoop() || (worksAt && vm.frame == worksFor); }

/// What the interpreter is at while something dies: the innermost of the scenario's frames, or
/// asyncio itself, called by it.
WarningPlace RunContext::placeOfDeath() const {
    if (isInLoop()) return kHandleRun.place;
    if (worksAt && vm.frame == worksFor) return worksAt->place;
    return placeOfWarning(vm.frame);
}

void RunContext::neverAwaited(Generator* coroutine) {
    constexpr std::int64_t kEffortOfWarning = 64;
    takeEffort(vm, kEffortOfWarning);
    const std::string text =
        fmt::format("coroutine '{}' was never awaited", coroutine->qualifiedName()->view());
    const WarningPlace from = placeOfDeath();
    const std::string place = fmt::format("{}:{}", from.file, from.line);
    const std::string message = text + coroutineOriginText(*this, coroutine);
    // Each place is warned about once (warnings' "default" action).
    const bool isNew = warned_.insert(place + message).second;
    if (isNew) recorder.warning(clock.now(), currentTraceTask(), text, this->place());
    const Value source = ending_ ? Value::none() : Value(coroutine);
    if (warnByModule(*this, vm.exc.RuntimeWarning, message, from, source) || !isNew) return;
    std::string shown = fmt::format("{}: RuntimeWarning: {}\n", place, message);
    if (vm.frame) {
        std::string_view line = sourceLine(from.file, from.line);
        line.remove_prefix(std::min(line.find_first_not_of(" \t\f"), line.size()));
        while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r'))
            line.remove_suffix(1);
        if (!line.empty()) shown += fmt::format("  {}\n", line);
    }
    if (!ending_)
        shown += "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
    writeReport(vm, shown);
}

void RunContext::exceptionRaised(Exception* exception, Frame* frame) {
    // Those that are part of how iteration and cancelling work would only be noise.
    Type* type = exception->type;
    if (type->isSubtypeOf(vm.exc.StopIteration) || type->isSubtypeOf(vm.exc.StopAsyncIteration) ||
        type->isSubtypeOf(vm.exc.GeneratorExit) || type->isSubtypeOf(cancelledError)) {
        return;
    }
    recorder.exceptionRaised(clock.now(), currentTraceTask(), textOf(type->name->view()),
                             isOwn(frame) ? frame->span() : place());
}

// --- the main program ----------------------------------------------------------------------------

namespace {

/// Python/pylifecycle.c, Py_FinalizeEx: once the threads are done, what atexit was given is called.
/// It deals with exceptions itself.
void callAtExit(Vm& vm) {
    Ref atexit(dictGetStr(vm.modules.get(), vm.intern("atexit")));
    if (atexit.isObject())
        static_cast<void>(vm.callMethod(atexit, vm.intern("_run_exitfuncs"), {}));
}

}  // namespace

void RunContext::runMain(std::shared_ptr<const CodeObject> code) {
    if (cancelRequested_.load(std::memory_order_relaxed)) vm.stop(StopReason::Cancelled);
    vm.stackEnd = stackPosition() - kNestingBytes;
    Ref result = vm.runModule(std::move(code), vm.names.__main__);
    if (result.isRaised() && !vm.stopped()) reportUncaught();
    if (!vm.stopped()) joinThreads();
    if (!vm.stopped()) callAtExit(vm);
    if (!vm.stopped()) {
        interrupted.reset();
        finishUp();
    }
    endFreeCode();
    if (vm.stopped()) describeStop();
    workers.unwindAll();
    recorder.finished(clock.now(), finish, message);
}

/// threading._shutdown: the interpreter ends when the last thread that is no daemon has.
void RunContext::joinThreads() {
    Ref threading(dictGetStr(vm.modules.get(), vm.intern("threading")));
    if (!threading.isObject()) return;
    if (vm.callMethod(threading, vm.intern("_shutdown")).isRaised() && !vm.stopped())
        reportUncaught();
}

namespace {

/// PyErr_PrintEx: by the scenario's own sys.excepthook, where it has set one.
void writeUncaught(RunContext& run, Exception* exception) {
    Vm& vm = run.vm;
    const Ref hook = runtime::ownExceptHook(vm);
    if (!hook.isUnbound()) {
        const Ref result = vm.call(
            hook, {Value(exception->type), Value(exception), exception->traceback.valueOrNone()});
        if (!result.isRaised() || vm.stopped()) return;
        Ptr<Exception> failure = takePending(vm);
        writeReport(vm, "Error in sys.excepthook:\n" + formatException(vm, failure.get()) +
                            "\nOriginal exception was:\n");
    }
    writeReport(vm, formatException(vm, exception));
}

}  // namespace

void RunContext::reportUncaught() {
    Ptr<Exception> raised = takePending(vm);
    if (raised->type->isSubtypeOf(vm.exc.SystemExit)) {
        keepOnlyWhatWasCaught(raised.get());
        const Value code = raised->value;
        if (code.isNone() || code.isUnbound()) {
            exitCode = 0;
        } else if (isInt(code)) {
            exitCode = static_cast<int>(asInt64(code).value_or(255) & 0xFF);
        } else {
            auto text = strText(vm, code);
            writeReport(vm, (text.isRaised() ? std::string() : *text) + "\n");
            exitCode = 1;
        }
        return;
    }
    writeUncaught(*this, raised.get());
    exitCode = raised->type->isSubtypeOf(vm.exc.KeyboardInterrupt) ? 130 : 1;
    finish = trace::Finish::Raised;
    ending_ = true;  // sys.last_traceback keeps its frames until then
}

/// What CPython does as it ends (Python/pylifecycle.c, finalize_modules): the main module is let
/// go, and what dies then may still say something.
void RunContext::finishUp() {
    Ref main(dictGetStr(vm.modules.get(), vm.names.__main__));
    if (!main.is(vm.types.module)) return;
    Ptr<Dict> names = main.as<Module>()->dict;
    leftovers_ = unreachable(*this, names.get());
    finalizeLeftovers(0);
    ending_ = true;
    main.reset();
    dictDeleteStr(vm, vm.modules.get(), vm.names.__main__);
    // Functions and classes of the module lead back to its names, which then die by the collector,
    // all at once and after every finalizer; else they die here one by one.
    const bool inACycle = names->refCount > 1;
    for (std::uint32_t i = 0; !inACycle && i < names->used; ++i) {
        const Value key = names->entries[i].key;
        if (isStr(key) && !viewOf(key).starts_with("__")) {
            dictSetStr(vm, names.get(), key.as<Str>(), Value::none());
        }
    }
    // Those of before stay, so that they are known and no other comes to be in their place.
    const std::size_t done = leftovers_.size();
    std::vector<Ptr<Object>> rest = leftovers(*this, names.get(), leftovers_);
    std::ranges::move(rest, std::back_inserter(leftovers_));
    finalizeLeftovers(done);
    leftovers_.clear();
    warnOfOpenLoops();
}

/// BaseEventLoop.__del__, but of the current one: that outlives what could be told.
void RunContext::warnOfOpenLoops() {
    const std::vector<Ptr<EventLoop>> made = loops;  // what is called here may make others
    for (const Ptr<EventLoop>& loop : made) {
        if (loop->closed || loop.get() == currentLoop.get() || vm.stopped()) continue;
        const auto text = reprText(vm, loop.value());
        if (text.isRaised()) {
            vm.pending.reset();
            continue;
        }
        warnByModule(*this, vm.exc.ResourceWarning, fmt::format("unclosed event loop {}", *text),
                     {"/usr/lib/python3.11/asyncio/base_events.py", 692, "asyncio.base_events"},
                     Value::none());
    }
}

/// Runs the finalizers of those from `first` on.
void RunContext::finalizeLeftovers(std::size_t first) {
    for (std::size_t i = first; i < leftovers_.size() && !vm.stopped(); ++i)
        leftovers_[i]->type->slots.finalize(vm, leftovers_[i].get());
}

namespace {

std::string bytesText(std::uint64_t bytes) {
    constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20;
    return bytes < kMebibyte ? trace::countText(bytes) + " bytes"
                             : trace::countText(bytes / kMebibyte) + " MiB";
}

}  // namespace

void RunContext::describeStop() {
    const auto& limits = settings.limits;
    const std::string where =
        vm.stoppedLine > 0 ? fmt::format("{}:{}", vm.stoppedFile, vm.stoppedLine) : settings.path;
    const auto cutOffBy = [&](scenario::LimitKind limit, std::string reason) {
        finish = trace::Finish::Limit;
        exitCode = 4;
        message = fmt::format("{}: stopped: {}.\n", where, reason);
        cutOff =
            scenario::CutOff{limit, std::move(reason), std::string(vm.stoppedFile), vm.stoppedLine};
    };
    using scenario::LimitKind;
    switch (vm.stopReason) {
        case StopReason::None: break;
        case StopReason::Instructions:
            cutOffBy(LimitKind::Instructions,
                     fmt::format("the program ran {} instructions without coming to its end",
                                 trace::countText(limits.instructions)));
            break;
        case StopReason::Memory:
            cutOffBy(LimitKind::Memory, fmt::format("the program needs more than {} of memory",
                                                    bytesText(limits.memoryBytes)));
            break;
        case StopReason::Events:
            cutOffBy(LimitKind::Events,
                     fmt::format("more than {} events happened", trace::countText(limits.events)));
            break;
        case StopReason::Output:
            cutOffBy(LimitKind::Output, fmt::format("the program printed more than {}",
                                                    bytesText(limits.outputBytes)));
            break;
        case StopReason::Deadlock:
            finish = trace::Finish::Deadlock;
            exitCode = 3;
            break;
        case StopReason::Cancelled:
        case StopReason::ReplayEnd:
            if (exitedWith) {
                exitCode = *exitedWith;
                break;
            }
            finish = trace::Finish::Cancelled;
            if (untilReached_) {
                message = fmt::format("{}: stopped after {}, as asked.\n", where,
                                      trace::secondsText(*settings.until));
            }
            break;
    }
}

}  // namespace coroscope::loop
