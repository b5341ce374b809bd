#include "engine/loop/workers.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/loop/callback_text.h"
#include "engine/loop/deadlock.h"
#include "engine/loop/run_context.h"
#include "engine/loop/signals.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::loop {

namespace {

/// sys.getswitchinterval().
constexpr double kSwitchInterval = 0.005;
/// As many threads as an ordinary system lets a program have.
constexpr std::size_t kMostWorkers = 10'000;

}  // namespace

Workers::~Workers() {
    // The VM destroys what is left, each object once.
    for (Ptr<Worker>& worker : alive_) static_cast<void>(worker.detach());
    for (Ptr<Worker>& worker : ready_) static_cast<void>(worker.detach());
    for (Ptr<Worker>& worker : later_) static_cast<void>(worker.detach());
}

Outcome<Ptr<Worker>> Workers::start(Value function, Value name, Worker::Kind kind, bool daemon) {
    Vm& vm = run_.vm;
    Ptr<Worker> worker = makeInstance<Worker>(vm, run_.workerType);
    worker->function = function;
    worker->name = name;
    worker->kind = kind;
    worker->daemon = daemon;
    worker->number = ++numbers_;
    worker->submitter = run_.currentTraceTask();
    if (alive_.size() < kMostWorkers) worker->fiber = Fiber::make(workerBody, worker.get());
    if (!worker->fiber) return raise(vm, vm.exc.RuntimeError, "can't start new thread");
    worker->execution.stackEnd = worker->fiber->stackEnd();
    worker->id = run_.recorder.newWorker();
    alive_.push_back(worker);
    worker->state = Worker::State::Suspended;  // where it begins
    makeReady(worker.get());
    return worker;
}

void Workers::kill(Worker* worker) {
    if (worker->state == Worker::State::Ended) return;
    worker->killed = true;
    makeReady(worker);  // the running one: once it lets go
}

void Workers::workerBody(void* argument) {
    auto* worker = static_cast<Worker*>(argument);
    RunContext& run = RunContext::of(*worker->type->vm);
    if (!run.vm.stopped()) {
        Ref result = run.vm.call(worker->function);
        run.vm.pending.reset();
        run.accountCode();
        if (worker->owed > 0 && !run.vm.stopped()) {
            const double owed = std::exchange(worker->owed, 0);
            static_cast<void>(run.workers.sleep(owed));
        }
    }
    if (worker->inCall) run.workers.endCall(worker, trace::Resolution::Result);
    worker->function.reset();
}

void Workers::beginCall(Worker* worker, std::string_view function, trace::TaskId submitter) {
    worker->inCall = true;
    worker->submitter = submitter;
    const auto kind = worker->isProcess() ? trace::WaitKind::Process : trace::WaitKind::Worker;
    run_.recorder.workerStarted(run_.clock.now(), worker->id, submitter, run_.textOf(function),
                                kind);
}

void Workers::endCall(Worker* worker, trace::Resolution how) {
    worker->inCall = false;
    run_.recorder.workerEnded(run_.clock.now(), worker->id, worker->submitter, how);
}

// --- switching -----------------------------------------------------------------------------------

void Workers::exchange(Execution& save, Execution& load) {
    Vm& vm = run_.vm;
    save.frame = std::exchange(vm.frame, load.frame);
    save.depth = std::exchange(vm.depth, load.depth);
    save.nativeDepth = std::exchange(vm.nativeDepth, load.nativeDepth);
    save.stackEnd = std::exchange(vm.stackEnd, load.stackEnd);
    save.destroyDepth = vm.heap.exchangeDestroyDepth(load.destroyDepth);
    save.exceptions = std::exchange(vm.exceptions, load.exceptions);
    save.pending = std::exchange(vm.pending, std::move(load.pending));
    save.context = std::exchange(vm.contexts.current, std::move(load.context));
    save.runningLoop = std::exchange(run_.runningLoop, load.runningLoop);
    save.currentTask = std::exchange(run_.currentTask, load.currentTask);
    save.currentLoop = std::exchange(run_.currentLoop, std::move(load.currentLoop));
    save.currentLoopWasSet = std::exchange(run_.currentLoopWasSet, load.currentLoopWasSet);
    run_.exchangeCost(save, load);
}

void Workers::switchTo(Worker* worker) {
    Ptr<Worker> keep(worker);
    const bool goesOn = worker->inCall;
    worker->state = Worker::State::Running;
    current_ = worker;
    sliceBegan_ = run_.clock.now();
    exchange(main_, worker->execution);
    if (goesOn) run_.recorder.workerResumed(run_.clock.now(), worker->id, worker->submitter);
    run_.vm.heap.addExternal(worker->fiber->enter());
    exchange(worker->execution, main_);
    current_ = nullptr;
    if (!worker->fiber->ended()) return;
    worker->state = Worker::State::Ended;
    worker->fiber.reset();
    std::erase_if(alive_, [&](const Ptr<Worker>& each) { return each.get() == worker; });
}

void Workers::suspend() {
    Worker* worker = current_;
    worker->state = Worker::State::Suspended;
    worker->fiber->leave();
}

void Workers::yield() {
    later_.emplace_back(current_);
    if (current_->inCall)
        run_.recorder.workerSuspended(run_.clock.now(), current_->id, current_->submitter,
                                      run_.clock.now());
    suspend();
}

void Workers::makeReady(Worker* worker) {
    if (worker->sleepNumber != 0) {
        sleeping_.erase({worker->wakeAt, worker->sleepNumber, worker});
        worker->sleepNumber = 0;
    }
    // One whose time is up may be notified besides, before it has had its turn.
    if (worker->state != Worker::State::Suspended) return;
    worker->state = Worker::State::Ready;
    ready_.emplace_back(worker);
}

void Workers::fallAsleep(Worker* worker, double until) {
    worker->wakeAt = until;
    worker->sleepNumber = ++sleepNumbers_;
    sleeping_.insert({until, worker->sleepNumber, worker});
}

void Workers::wakeDue() {
    while (!sleeping_.empty() && sleeping_.begin()->when <= run_.clock.now())
        makeReady(sleeping_.begin()->worker);
}

Status Workers::runReady(bool handlesSignals) {
    const auto handle = [&] {
        const bool any = handlesSignals && !run_.pendingSignals.empty();
        return any ? handleSignals(run_) : Status(kDone);
    };
    CORO_TRY(handle());
    wakeDue();
    while (!later_.empty()) {
        ready_.push_back(std::move(later_.front()));
        later_.pop_front();
    }
    while (!ready_.empty() && !run_.vm.stopped()) {
        Ptr<Worker> worker = std::move(ready_.front());
        ready_.pop_front();
        if (worker->killed) {
            unwind(worker.get());
        } else {
            switchTo(worker.get());
        }
        wakeDue();  // its code may have taken time
        CORO_TRY(handle());
    }
    return kDone;
}

bool Workers::moveClock(double when) {
    if (run_.settings.until && when > *run_.settings.until) {
        run_.reachedUntil();
        return false;
    }
    const double before = run_.clock.now();
    run_.clock.moveTo(when);
    if (run_.clock.now() > before) run_.recorder.clockJumped(before, run_.clock.now());
    return true;
}

// --- sleeping and waiting ------------------------------------------------------------------------

Status Workers::sleep(double seconds) {
    run_.accountCode();
    const double until = run_.clock.now() + seconds;
    if (Worker* worker = current_) {
        if (seconds <= 0) {
            yield();
        } else {
            fallAsleep(worker, until);
            if (worker->inCall)
                run_.recorder.workerSuspended(run_.clock.now(), worker->id, worker->submitter,
                                              until);
            suspend();
        }
        return run_.vm.stopped() ? Status(Raised{}) : Status(kDone);
    }
    CORO_TRY(runReady());
    while (!run_.vm.stopped()) {
        if (!later_.empty() && run_.clock.now() < until) {
            run_.clock.polled();
        } else if (nextWake() <= until) {
            run_.clock.moveTo(nextWake());
        } else {
            break;
        }
        CORO_TRY(runReady());
    }
    run_.clock.moveTo(until);
    return run_.vm.stopped() ? Status(Raised{}) : Status(kDone);
}

Outcome<bool> Workers::wait(WaitQueue& queue, double until, ThreadWait what) {
    run_.accountCode();
    Worker* worker = current_;
    queue.emplace_back(worker);
    bool notified = false;
    const std::string_view words = std::string_view(what.what).substr(0, what.what.find('|'));
    const trace::TextId text =
        worker ? trace::TextId() : run_.textOf("waiting for " + std::string(words));
    ThreadWait& waitsFor = worker ? worker->waitsFor : mainWaitsFor_;
    waitsFor = std::move(what);
    if (worker) {
        worker->notified = false;
        if (until < kForever) fallAsleep(worker, until);
        if (worker->inCall)
            run_.recorder.workerSuspended(run_.clock.now(), worker->id, worker->submitter, until);
        suspend();
        notified = worker->notified;
    } else {
        const double begun = run_.clock.now();
        if (!loopWaits)
            run_.recorder.blockingBegan(begun, run_.currentTraceTask(), text, 0, run_.place());
        const Status status = waitInMain(queue, until, notified);
        if (!loopWaits)
            run_.recorder.blockingEnded(run_.clock.now(), run_.currentTraceTask(), text,
                                        run_.clock.now() - begun, run_.place());
        if (status.isRaised()) {
            waitsFor = ThreadWait();
            if (const auto own = std::find_if(queue.begin(), queue.end(),
                                              [](const Ptr<Worker>& each) { return !each; });
                own != queue.end())
                queue.erase(own);
            return Raised{};
        }
    }
    waitsFor = ThreadWait();
    const bool killed = worker && worker->killed;
    if (run_.vm.stopped() && !killed) return Raised{};
    if (!notified) {
        const auto found = std::find_if(queue.begin(), queue.end(), [&](const Ptr<Worker>& each) {
            return each.get() == worker;
        });
        if (found != queue.end()) queue.erase(found);
    } else if (killed) {
        notify(queue, 1);  // the next one has the turn that it cannot take
    }
    if (run_.vm.stopped()) return Raised{};
    return notified;
}

Status Workers::waitInMain(WaitQueue&, double until, bool& notified) {
    mainNotified_ = false;
    CORO_TRY(runReady());
    while (!mainNotified_ && !run_.vm.stopped()) {
        const double next = nextWake();
        if (!later_.empty()) {
            run_.clock.polled();
            if (run_.clock.now() >= until) break;
        } else if (next <= until && next < kForever) {
            if (!moveClock(next)) return Raised{};
        } else if (until < kForever) {
            if (!moveClock(until)) return Raised{};
            break;
        } else {
            reportDeadlock(run_, run_.runningLoop);
            return Raised{};
        }
        CORO_TRY(runReady());
    }
    notified = mainNotified_;
    return run_.vm.stopped() ? Status(Raised{}) : Status(kDone);
}

void Workers::notify(WaitQueue& queue, std::size_t count) {
    while (count-- > 0 && !queue.empty()) {
        Ptr<Worker> worker = std::move(queue.front());
        queue.pop_front();
        if (!worker) {
            mainNotified_ = true;
            continue;
        }
        worker->notified = true;
        makeReady(worker.get());
    }
}

// --- loops ---------------------------------------------------------------------------------------

Status Workers::poll(EventLoop* loop, bool idle, double nextTimer) {
    if (!idle) {
        CORO_TRY(runReady());
        run_.clock.polled();
    } else {
        CORO_TRY(runReady());
        while (!loop->calledFromThread && !run_.vm.stopped()) {
            const double next = nextWake();
            if (!later_.empty()) {
                if (run_.clock.now() >= nextTimer) break;
                run_.clock.polled();
            } else if (next <= nextTimer && next < kForever) {
                if (!moveClock(next)) return Raised{};
            } else if (nextTimer < kForever) {
                if (!moveClock(nextTimer)) return Raised{};
                break;
            } else {
                reportDeadlock(run_, loop);
                return Raised{};
            }
            CORO_TRY(runReady());
        }
    }
    loop->calledFromThread = false;
    return run_.vm.stopped() ? Status(Raised{}) : Status(kDone);
}

Status Workers::pollInWorker(EventLoop* loop, bool idle, double nextTimer) {
    if (!idle || loop->calledFromThread) {
        run_.clock.polled();
        yield();
    } else {
        CORO_TRY(wait(loop->threadsWaiting, nextTimer, {"its loop's next call", {}}));
    }
    loop->calledFromThread = false;
    return run_.vm.stopped() ? Status(Raised{}) : Status(kDone);
}

void Workers::codeTook(double seconds) {
    Worker* worker = current_;
    if (worker && worker->isProcess()) {
        // A process has a processor of its own: its code takes time, but nobody else's.
        worker->owed += seconds;
        if (worker->owed < kSwitchInterval) return;
        const double owed = std::exchange(worker->owed, 0);
        fallAsleep(worker, run_.clock.now() + owed);
        suspend();
        return;
    }
    run_.clock.advance(seconds);
    if (run_.clock.now() - sliceBegan_ < kSwitchInterval) return;
    sliceBegan_ = run_.clock.now();
    // The engine's own Python is not interrupted: its locks rely on that.
    const Frame* frame = run_.vm.frame;
    if (frame && isBundled(frame)) return;
    if (worker) {
        yield();
    } else if (any()) {
        // What a handler of a signal raises could not be raised here: signals wait.
        static_cast<void>(runReady(false));
        sliceBegan_ = run_.clock.now();
    }
}

std::vector<const Worker*> Workers::waiting() const {
    std::vector<const Worker*> found;
    if (!mainWaitsFor_.what.empty()) found.push_back(nullptr);
    for (const Ptr<Worker>& worker : alive_) {
        if (!worker->waitsFor.what.empty() && !(worker->isPool() && !worker->inCall))
            found.push_back(worker.get());
    }
    return found;
}

std::optional<const Worker*> Workers::runnerOf(const EventLoop* loop) const {
    if (run_.runningLoop == loop) return current_;
    for (const Ptr<Worker>& worker : alive_) {
        if (worker->execution.runningLoop == loop) return worker.get();
    }
    return std::nullopt;
}

namespace {

/// A process that is killed takes its tasks with it: nobody is told of them, and nothing of theirs
/// runs any more.
void dropTasks(RunContext& run, EventLoop* loop) {
    for (Task* task = run.firstTask; task != nullptr; task = task->next) {
        if (task->loop != loop) continue;
        task->flags |= kObjectFinalized;
        if (task->coroutine) task->coroutine->flags |= kObjectFinalized;
    }
    loop->ready.clear();
    loop->timers.clear();
}

}  // namespace

void Workers::unwind(Worker* worker) {
    Vm& vm = run_.vm;
    if (worker->inCall) endCall(worker, trace::Resolution::Cancelled);
    const StopReason reason = vm.stopReason;
    if (!vm.stopped()) vm.stopReason = StopReason::Cancelled;
    const Ptr<EventLoop> loop(worker->isProcess() ? worker->execution.runningLoop : nullptr);
    while (worker->fiber) switchTo(worker);
    if (loop) dropTasks(run_, loop.get());
    vm.stopReason = reason;
}

void Workers::unwindAll() {
    if (alive_.empty()) return;
    std::vector<Ptr<Worker>> left = std::move(alive_);
    alive_.clear();
    ready_.clear();
    later_.clear();
    sleeping_.clear();
    for (const Ptr<Worker>& worker : left) {
        worker->inCall = false;
        unwind(worker.get());
    }
}

}  // namespace coroscope::loop
