// One run of a scenario: the VM with its loop, its clock and its trace. It is what the
// VM sees as its Host.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/loop/clock.h"
#include "engine/loop/event_loop.h"
#include "engine/loop/name_numbers.h"
#include "engine/loop/python_warnings.h"
#include "engine/loop/uncollected.h"
#include "engine/loop/workers.h"
#include "engine/runtime/counted.h"
#include "engine/runtime/host.h"
#include "engine/scenario/limits.h"
#include "engine/scenario/module_files.h"
#include "engine/trace/recorder.h"

namespace coroscope::loop {

class RunContext;

/// What a run is made with. Everything referred to outlives it.
struct RunSettings {
    scenario::Limits limits;
    std::uint64_t seed = 0;
    std::optional<double> until;
    double freeInstructions = 100'000;  ///< of each step
    double secondsPerInstruction = 50e-9;
    std::vector<std::string> stdinLines;
    /// Path of the scenario's file, for tracebacks.
    std::string path;
    bool keepOutput = true;
    std::function<void(trace::Stream, std::string_view)> onOutput;
    /// Called now and then while it runs; may be empty.
    std::function<void(const RunContext&)> onProgress;
    /// How many instructions run between two looks at limits, cancel flag and other threads.
    std::int64_t slice = 10'000;
    /// Finds what it imports; null: there are no files.
    scenario::ModuleFiles* modules = nullptr;
    std::function<std::string_view(std::string_view fileName, int line)> sourceLine;
};

class RunContext final : public Host {
public:
    RunContext(RunSettings settings, trace::Recorder& recorder);
    ~RunContext() override;

    /// Runs the module and what follows its end. After it: `exitCode`, `finish`, `message`.
    void runMain(std::shared_ptr<const CodeObject> code);
    /// From any thread: the run ends soon.
    void requestCancel() { cancelRequested_.store(true, std::memory_order_relaxed); }

    [[nodiscard]] static RunContext& of(Vm& vm) { return static_cast<RunContext&>(vm.host); }

    RunSettings settings;
    trace::Recorder& recorder;
    Clock clock;
    Vm vm;
    Workers workers{*this};

    // --- the loop's state ---
    std::vector<Ptr<EventLoop>>
        loops;                       ///< all that were made: futures and handles only borrow theirs
    Ptr<EventLoop> currentLoop;      ///< get_event_loop's, of the policy
    bool currentLoopWasSet = false;  ///< then none is made for it any more
    Ref policy = Ref::none();        ///< None: the default one, whose state the two above are
    Ptr<EventLoop> noLoop;           ///< a closed one, of futures that were not initialized
    EventLoop* runningLoop = nullptr;
    /// Who called into a loop that runs, and by how many of asyncio's own functions: what the loop
    /// runs stands on these frames.
    struct LoopEntry {
        const runtime::Frame* caller;
        int foreignFrames;
    };
    std::vector<LoopEntry> loopEntries;
    int foreignFrames = 0;                 ///< of asyncio's own, on the way to the loop
    const ForeignLine* worksAt = nullptr;  ///< see WorksAt; none: the scenario's code is at work
    const runtime::Frame* worksFor = nullptr;  ///< the frame that called asyncio to do so
    Task* currentTask = nullptr;
    std::set<std::int64_t> pendingSignals;  ///< that threads raised, for the main one to handle
    Ptr<Task> interrupted;  ///< that SystemExit or KeyboardInterrupt left by; the loop's own frames
                            ///< keep it
    Uncollected uncollected;
    Task* firstTask = nullptr;  ///< living tasks in order of creation, done ones included
    Task* lastTask = nullptr;
    std::uint32_t taskCounter = 0;
    /// Who resolves what is being resolved: the running task, else none.
    [[nodiscard]] trace::TaskId currentTraceTask() const {
        return currentTask ? currentTask->traceId : trace::TaskId();
    }
    /// Where the scenario's code stands, for the trace: the innermost frame of its own file, which
    /// is the one on show; unknown where there is none.
    /// Lets the recorder know if the innermost one stands in a file that it imports.
    [[nodiscard]] scenario::Span place();
    /// The name of a frame's file, if it is one that the scenario imports; else none.
    [[nodiscard]] trace::TextId importedFile(const runtime::Frame* frame);
    /// Whether it has imported a file yet.
    [[nodiscard]] bool importsFiles() const { return importsFiles_; }
    /// Is this code of the scenario's own file, not of one that it imports?
    [[nodiscard]] bool isOwn(const runtime::Frame* frame) const {
        return frame->globals == vm.mainGlobals;
    }
    trace::TextId textOf(std::string_view text) { return recorder.intern(text); }
    /// The same for a name that is asked for often: a callback's or a coroutine's.
    trace::TextId nameOf(NativeCallback native) { return names_.of(native); }
    trace::TextId nameOf(Str* name) { return names_.of(name); }

    /// What is known of an asynchronous generator that began under a loop: its hooks, and whether
    /// it is among the `_asyncgens` that the loop closes as it shuts down.
    struct AsyncGeneratorHooks {
        EventLoop* loop;
        std::uint64_t number;  ///< they are counted as they begin
        bool listed = true;
        bool finalized =
            false;  ///< the hook was called: it is once, even if it saves the generator
    };
    /// Borrowed. One that died with its loop closed stays until its place is another's.
    using AsyncGenerators =
        std::unordered_map<Generator*, AsyncGeneratorHooks, std::hash<Generator*>, std::equal_to<>,
                           runtime::Counted<std::pair<Generator* const, AsyncGeneratorHooks>>>;
    AsyncGenerators asyncGenerators{AsyncGenerators::allocator_type(vm.heap)};
    std::uint64_t asyncGeneratorCount = 0;

    // --- types of asyncio ---
    Type* futureType = nullptr;
    Type* futureIteratorType = nullptr;
    Type* callableInContextType = nullptr;
    Type* taskType = nullptr;
    Type* gatheringType = nullptr;
    Type* handleType = nullptr;
    Type* timerHandleType = nullptr;
    Type* loopType = nullptr;
    Type *stepCallType = nullptr, *actionCallType = nullptr;  ///< see own_loops.h
    Type* timeoutType = nullptr;
    Type* taskGroupType = nullptr;
    Type* workerType = nullptr;
    Type* waitersType = nullptr;
    Type* chainLinkType = nullptr;  ///< between a future of concurrent.futures and one of asyncio
    Type* runnerType = nullptr;
    Type* waitStateType = nullptr;    ///< what one call of wait() keeps
    Type* asCompletedType = nullptr;  ///< the iterator that as_completed gives
    Type *completionsType = nullptr, *arrivalsType = nullptr;  ///< what that is made of
    Type* conditionType = nullptr;
    Type* barrierType = nullptr;
    Type* lockType = nullptr;
    Type* eventType = nullptr;
    Type* semaphoreType = nullptr;
    Type* boundedSemaphoreType = nullptr;
    Type* queueType = nullptr;
    Type* priorityQueueType = nullptr;
    Type* lifoQueueType = nullptr;
    Ptr<Object> bareYield;           ///< see initSleep
    Type* structTimeType = nullptr;  ///< time.struct_time
    Type* cancelledError = nullptr;
    Type* invalidStateError = nullptr;
    Type* brokenBarrierError = nullptr;
    Type* queueEmpty = nullptr;
    Type* queueFull = nullptr;

    // --- the outcome ---
    int exitCode = 0;
    trace::Finish finish = trace::Finish::Ok;
    std::string message;
    std::optional<scenario::CutOff> cutOff;  ///< if a limit ended it
    bool deadlocked = false;
    std::optional<int> exitedWith;  ///< by os._exit: it stopped there
    std::uint64_t instructions = 0;
    std::uint64_t outputBytes = 0;
    std::string stdoutText, stderrText;

    /// A new step or callback begins: its code is free again up to the threshold.
    void beginFreeCode() { endFreeCode(); }
    /// The step or callback is over: if its code took time, the loop was blocked by it.
    void endFreeCode() {
        accountCode();
        if (charged_ > 0) [[unlikely]]
            endBlockingCode();
        instructionsInStep_ = 0;
    }
    /// Lets the clock know of the instructions that ran since the last time.
    void accountCode() {
        const std::int64_t used = vm.fuelGiven - vm.fuel;
        vm.fuelGiven = vm.fuel;
        usedOfSlice_ += used;
        instructions += static_cast<std::uint64_t>(used);
        instructionsInStep_ += used;
        if (instructionsInStep_ > freeInstructions_) [[unlikely]]
            chargeCode();
    }
    /// Another thread goes on: each has its own free code.
    void exchangeCost(Execution& save, const Execution& load) {
        const std::int64_t used = vm.fuelGiven - vm.fuel;
        vm.fuelGiven = vm.fuel;
        usedOfSlice_ += used;
        instructions += static_cast<std::uint64_t>(used);
        save.instructionsInStep =
            std::exchange(instructionsInStep_, load.instructionsInStep) + used;
        save.charged = std::exchange(charged_, load.charged);
    }
    /// The time for the loop's own ends: no reading that the spin rule counts.
    [[nodiscard]] double now() {
        accountCode();
        return clock.now();
    }
    /// The scenario asks what time it is.
    [[nodiscard]] double readClock();
    /// The time up to which it was to run has come.
    void reachedUntil();
    /// time.sleep(seconds): the loop's thread is blocked.
    Status block(double seconds, std::string_view what);

    // --- Host ---
    void write(Stream stream, std::string_view text) override;
    void outOfFuel(std::int64_t used) override;
    bool readLine(std::string& line) override;
    Ref importModule(Vm& vm, Str* name) override;
    const scenario::ModuleFile* findModule(std::string_view dottedName) override;
    std::string_view sourceLine(std::string_view fileName, int line) override;
    void neverAwaited(Generator* coroutine) override;
    [[nodiscard]] int foreignFramesBelow(const Frame* frame) const override;
    [[nodiscard]] bool isInLibrary() const override;
    void exceptionRaised(Exception* exception, Frame* frame) override;
    void asyncGeneratorBegun(Generator* generator) override;
    bool asyncGeneratorDying(Generator* generator) override;

private:
    /// Whether the running frame runs a loop, which is between two steps.
    [[nodiscard]] bool isInLoop() const;
    [[nodiscard]] WarningPlace placeOfDeath() const;
    void tellInnermost(const runtime::Frame* frame);
    void reportUncaught();
    void joinThreads();
    void describeStop();
    void finishUp();
    void finalizeLeftovers(std::size_t first);
    void warnOfOpenLoops();

    std::atomic<bool> cancelRequested_{false};
    NameNumbers names_{recorder};
    /// By the code of frames that are not the scenario's own; none: no file of it.
    std::unordered_map<const CodeObject*, trace::TextId> importedFiles_;
    bool importsFiles_ = false;
    void chargeCode();
    void endBlockingCode();

    std::int64_t freeInstructions_ = 0;
    std::int64_t instructionsInStep_ = 0;
    std::int64_t charged_ = 0;
    std::int64_t slice_ = 0;        ///< the fuel that was given last
    std::int64_t usedOfSlice_ = 0;  ///< by instructions
    /// Gives fuel for so many instructions.
    void giveSlice(std::int64_t instructions) {
        slice_ = instructions;
        usedOfSlice_ = 0;
        vm.refuel(instructions);
    }
    double blockingSince_ = 0;
    std::size_t nextStdinLine_ = 0;
    std::set<std::string> warned_;
    bool ending_ = false;                 ///< the main program is over
    bool untilReached_ = false;           ///< see reachedUntil
    std::vector<Ptr<Object>> leftovers_;  ///< kept here while their finalizers run
};

inline bool isFutureLike(RunContext& run, Value value) {
    return value.isObject() && value.object->type->isSubtypeOf(run.futureType);
}

}  // namespace coroscope::loop
