// Worker threads and processes on the virtual clock (conformance.md, "Worker threads").
//
// The main thread schedules: whenever it lets go (its loop polls, it sleeps, it waits for a
// worker) the workers that can run do so one after the other, in the order in which they became
// able to, each until it sleeps, waits or ends. At equal times workers go before the loop's timers.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/loop/fiber.h"
#include "engine/loop/handle.h"
#include "engine/runtime/context.h"
#include "engine/runtime/vm.h"

namespace coroscope::loop {

struct Task;
struct Worker;

/// What a thread waits for.
struct ThreadWait {
    /// In words; after a `|` how they go on where it is known who has to go on first, its name
    /// where `{}` stands: `a lock| that {} holds`.
    std::string what;
    /// What stands behind it: a Worker or a Task that has to go on, a loop that has to run, or an
    /// object whose `_behind` is one of these (None: the main thread). Borrowed, valid while it
    /// waits; may be Unbound.
    Value thing;
};

/// Who waits for something, first come first; null stands for the main thread.
using WaitQueue = runtime::CountedDeque<Ptr<Worker>>;

/// Where an execution stands: swapped when another thread goes on.
struct Execution {
    Frame* frame = nullptr;
    int depth = 0;
    int nativeDepth = 0;
    std::uintptr_t stackEnd = 0;
    int destroyDepth = 0;
    ExceptionState base;
    ExceptionState* exceptions = &base;
    Ptr<Exception> pending;
    Ptr<Context> context;
    EventLoop* runningLoop = nullptr;
    Task* currentTask = nullptr;
    Ptr<EventLoop> currentLoop;
    bool currentLoopWasSet = true;  ///< no loop is made for a thread that is not the main one
    std::int64_t instructionsInStep = 0;
    std::int64_t charged = 0;
};

struct Worker : Object {
    enum class Kind : std::uint8_t { Thread, PoolThread, Process, PoolProcess };
    enum class State : std::uint8_t { Ready, Running, Suspended, Ended };
    Kind kind = Kind::Thread;
    State state = State::Ready;
    bool daemon = false;
    bool notified = false;  ///< what it waited for has come
    bool inCall = false;    ///< the trace shows it at work
    bool killed = false;    ///< its next turn is its end
    std::uint64_t number = 0;
    double wakeAt = 0;              ///< while it sleeps or waits with a limit
    std::uint64_t sleepNumber = 0;  ///< order among equal times; 0: not asleep
    double owed = 0;                ///< a process: seconds of its code not yet slept
    Ref function;
    Ref name;             ///< a str
    ThreadWait waitsFor;  ///< while it waits; else without words
    trace::WorkerId id;
    trace::TaskId submitter;
    Execution execution;
    std::unique_ptr<Fiber> fiber;

    [[nodiscard]] bool isPool() const {
        return kind == Kind::PoolThread || kind == Kind::PoolProcess;
    }
    [[nodiscard]] bool isProcess() const {
        return kind == Kind::Process || kind == Kind::PoolProcess;
    }
};

class Workers {
public:
    static constexpr double kForever = std::numeric_limits<double>::infinity();

    explicit Workers(RunContext& run) : run_(run) {}
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers();

    /// A new worker that is to call `function()`. RuntimeError where there are too many.
    [[nodiscard]] Outcome<Ptr<Worker>> start(Value function, Value name, Worker::Kind kind,
                                             bool daemon);
    /// Ends one where it stands as soon as its turn comes: none of its code runs any more, and
    /// what it holds stays held.
    void kill(Worker* worker);
    /// Who runs now; null: the main thread.
    [[nodiscard]] Worker* current() const { return current_; }
    /// Is any started and not ended?
    [[nodiscard]] bool any() const { return !alive_.empty(); }

    /// time.sleep, in whichever thread.
    Status sleep(double seconds);
    /// The running thread waits in `queue` until it is notified (true) or `until` has come.
    [[nodiscard]] Outcome<bool> wait(WaitQueue& queue, double until, ThreadWait what);
    void notify(WaitQueue& queue, std::size_t count);

    /// The main loop lets go: with nothing to do of its own (`idle`) it waits for its next timer or
    /// for a call from a thread, else it only gives the others their turn.
    Status poll(EventLoop* loop, bool idle, double nextTimer);
    /// The same for a loop that a worker runs.
    Status pollInWorker(EventLoop* loop, bool idle, double nextTimer);

    /// Code took its time: after the switch interval others have their turn.
    void codeTook(double seconds);

    void beginCall(Worker* worker, std::string_view function, trace::TaskId submitter);
    void endCall(Worker* worker, trace::Resolution how);

    /// For the report of a deadlock: those that wait; null: the main thread.
    [[nodiscard]] std::vector<const Worker*> waiting() const;
    /// What this one waits for; null: the main thread.
    [[nodiscard]] const ThreadWait& waitOf(const Worker* worker) const {
        return worker ? worker->waitsFor : mainWaitsFor_;
    }
    /// Who runs this loop now (null: the main thread), if anybody does.
    [[nodiscard]] std::optional<const Worker*> runnerOf(const EventLoop* loop) const;

    /// At the end of the run: those that still wait are unwound, none of the scenario's code runs.
    void unwindAll();

    /// What the main thread waits for its loop awaits in CPython: nothing blocks it meanwhile.
    bool loopWaits = false;

private:
    struct Sleep {
        double when;
        std::uint64_t number;
        Worker* worker;
        bool operator<(const Sleep& other) const {
            return when != other.when ? when < other.when : number < other.number;
        }
    };

    static void workerBody(void* worker);
    void makeReady(Worker* worker);
    void fallAsleep(Worker* worker, double until);
    void wakeDue();
    /// Raised: by the handler of a signal.
    Status runReady(bool handlesSignals = true);
    void switchTo(Worker* worker);
    void unwind(Worker* worker);
    /// The running worker lets the main thread go on.
    void suspend();
    void yield();
    [[nodiscard]] double nextWake() const {
        return sleeping_.empty() ? kForever : sleeping_.begin()->when;
    }
    /// False: the time up to which the run was to go has come.
    bool moveClock(double when);
    Status waitInMain(WaitQueue& queue, double until, bool& notified);
    void exchange(Execution& save, Execution& load);

    RunContext& run_;
    Worker* current_ = nullptr;
    std::deque<Ptr<Worker>> ready_;
    std::deque<Ptr<Worker>> later_;  ///< gave way of themselves: their turn comes with the next
    std::set<Sleep> sleeping_;
    std::vector<Ptr<Worker>> alive_;
    Execution main_;
    bool mainNotified_ = false;
    ThreadWait mainWaitsFor_;
    std::uint64_t sleepNumbers_ = 0;
    std::uint64_t numbers_ = 0;
    double sliceBegan_ = 0;
};

}  // namespace coroscope::loop
