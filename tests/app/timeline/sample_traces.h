// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Traces made by hand, for tests that need a run without an engine.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trace/recorder.h"
#include "engine/trace/trace.h"

namespace coroscope::app::testing {

using trace::TaskId;

/// Writes a trace in short words; the clock stands still until it is told to jump.
class Script {
public:
    explicit Script(std::size_t limit = 1'000'000) : recorder_(limit) {}

    TaskId create(std::string_view coroutine, TaskId by = {}, std::string_view name = {},
                  int line = 1) {
        const TaskId task =
            recorder_.taskCreated(now, by, recorder_.intern(coroutine), ++number_, at(line));
        if (!name.empty()) recorder_.setName(task, name);
        return task;
    }
    void begin(TaskId task, int line = 1) { recorder_.stepBegan(now, task, at(line)); }
    void suspend(TaskId task, trace::WaitKind kind, double value = 0, TaskId behind = {},
                 int line = 1) {
        recorder_.stepSuspended(now, task, {kind, {}, behind, value}, at(line));
    }
    void sleep(TaskId task, double seconds, int line = 1) {
        suspend(task, trace::WaitKind::Sleep, seconds, {}, line);
    }
    void yield(TaskId task) { suspend(task, trace::WaitKind::Yield); }
    void finish(TaskId task) { recorder_.stepReturned(now, task, at(9)); }
    void raise(TaskId task, std::string_view type) {
        recorder_.exceptionRaised(now, task, recorder_.intern(type), at(7));
        recorder_.stepRaised(now, task, recorder_.intern(type), at(7));
    }
    void cancelled(TaskId task) { recorder_.stepCancelled(now, task, at(8)); }
    void wake(TaskId task, TaskId by = {}) { recorder_.taskWoken(now, task, {}, by); }
    void cancel(TaskId target, TaskId by) {
        recorder_.cancelRequested(now, target, by, {}, at(5));
        recorder_.taskWoken(now, target, {}, by);
    }
    void deliver(TaskId task) { recorder_.cancelDelivered(now, task, {}, at(6)); }
    trace::WorkerId worker() { return recorder_.newWorker(); }
    void work(trace::WorkerId worker, TaskId by, std::string_view function,
              trace::WaitKind kind = trace::WaitKind::Worker) {
        recorder_.workerStarted(now, worker, by, recorder_.intern(function), kind);
    }
    void workerSleeps(trace::WorkerId worker, TaskId by, double until) {
        recorder_.workerSuspended(now, worker, by, until);
    }
    void workerResumes(trace::WorkerId worker, TaskId by) {
        recorder_.workerResumed(now, worker, by);
    }
    void workerEnds(trace::WorkerId worker, TaskId by) {
        recorder_.workerEnded(now, worker, by, trace::Resolution::Result);
    }
    void jump(double to) {
        recorder_.clockJumped(now, to);
        now = to;
    }
    void block(TaskId task, double seconds, std::string_view what = "time.sleep") {
        recorder_.blockingBegan(now, task, recorder_.intern(what), seconds, at(13));
        now += seconds;
        recorder_.blockingEnded(now, task, recorder_.intern(what), seconds, at(13));
    }
    std::shared_ptr<const trace::Trace> end(trace::Finish how = trace::Finish::Ok) {
        recorder_.finished(now, how, "");
        return std::make_shared<const trace::Trace>(recorder_.take());
    }

    double now = 0;

private:
    static scenario::Span at(int line) { return {line, 4, line, 20}; }

    trace::Recorder recorder_;
    std::uint32_t number_ = 0;
};

using trace::WaitKind;

/// Parcels: seven tasks, a shield, a time-out, a cancel, a blocked loop.
inline std::shared_ptr<const trace::Trace> parcels() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 16);
    const TaskId courier = s.create("courier", main, "courier", 17);
    const TaskId urgent = s.create("parcel", main, "urgent", 19);
    s.suspend(main, WaitKind::WaitFor, 1.25, urgent, 23);
    s.begin(courier, 10);
    std::vector<TaskId> parcels;
    for (int n = 1; n <= 4; ++n) {
        parcels.push_back(s.create("parcel", courier, "parcel " + std::to_string(n), 12));
    }
    s.suspend(courier, WaitKind::Gather, 4, {}, 11);
    s.begin(urgent, 1);
    s.sleep(urgent, 10, 3);
    for (int n = 1; n <= 4; ++n) {
        s.begin(parcels[static_cast<std::size_t>(n - 1)], 1);
        s.sleep(parcels[static_cast<std::size_t>(n - 1)], n * 0.5, 3);
    }
    for (int n = 1; n <= 3; ++n) {
        if (n == 3) {
            s.jump(1.25);
            s.wake(main);
            s.begin(main, 23);
            s.cancel(urgent, main);
            s.suspend(main, WaitKind::Task, 0, courier, 27);
            s.begin(urgent, 3);
            s.deliver(urgent);
            s.cancelled(urgent);
        }
        s.jump(n * 0.5);
        const TaskId parcel = parcels[static_cast<std::size_t>(n - 1)];
        s.wake(parcel);
        s.begin(parcel, 4);
        s.finish(parcel);
    }
    s.jump(2);
    s.wake(parcels[3]);
    s.begin(parcels[3], 4);
    s.finish(parcels[3]);
    s.wake(courier, parcels[3]);
    s.begin(courier, 13);
    s.block(courier, 0.75);
    s.finish(courier);
    s.wake(main, courier);
    s.begin(main, 27);
    s.finish(main);
    return s.end();
}

/// One task that sleeps twice.
inline std::shared_ptr<const trace::Trace> oneSleeper() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 2);
    s.sleep(main, 1, 3);
    s.jump(1);
    s.wake(main);
    s.begin(main, 3);
    s.sleep(main, 2, 4);
    s.jump(3);
    s.wake(main);
    s.begin(main, 4);
    s.finish(main);
    return s.end();
}

/// A task and its child, each with a worker of its own; the child's began first.
inline std::shared_ptr<const trace::Trace> twoWorkers() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 2);
    const TaskId child = s.create("child", main);
    s.suspend(main, WaitKind::Worker, 0);
    s.begin(child, 5);
    s.suspend(child, WaitKind::Worker, 0);
    const trace::WorkerId first = s.worker();
    const trace::WorkerId second = s.worker();
    s.work(first, child, "download");
    s.work(second, main, "upload");
    s.jump(1);
    s.workerEnds(first, child);
    s.workerEnds(second, main);
    s.wake(child);
    s.wake(main);
    s.begin(child, 6);
    s.finish(child);
    s.begin(main, 3);
    s.finish(main);
    return s.end();
}

/// A task that hands two calls to one worker thread; the first sleeps for 2 s.
inline std::shared_ptr<const trace::Trace> oneWorker() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 2);
    s.suspend(main, WaitKind::Worker, 0);
    const trace::WorkerId worker = s.worker();
    s.work(worker, main, "download");
    s.workerSleeps(worker, main, 2);
    s.jump(2);
    s.workerResumes(worker, main);
    s.workerEnds(worker, main);
    s.jump(3);
    s.work(worker, main, "download");
    s.workerEnds(worker, main);
    s.wake(main);
    s.begin(main, 3);
    s.finish(main);
    return s.end();
}

/// `tasks` tasks that run and sleep by turns until there are about `spans` spans.
inline std::shared_ptr<const trace::Trace> crowd(std::size_t tasks, std::size_t spans) {
    Script s(spans * 3 + 1000);
    std::vector<TaskId> all;
    const TaskId main = s.create("main");
    s.begin(main);
    for (std::size_t i = 1; i < tasks; ++i) all.push_back(s.create("worker", main));
    s.suspend(main, WaitKind::Gather, static_cast<double>(tasks - 1));
    for (const TaskId task : all) {
        s.begin(task);
        s.sleep(task, 0.01);
    }
    // Each turn is three spans: ready, running, suspended.
    std::size_t made = tasks * 3;
    std::size_t turn = 0;
    while (made < spans) {
        s.jump(s.now + 0.001 * static_cast<double>(1 + turn % 7));
        for (std::size_t i = turn % 3; i < all.size() && made < spans; i += 3) {
            s.wake(all[i]);
            s.begin(all[i]);
            s.sleep(all[i], 0.01);
            made += 3;
        }
        ++turn;
    }
    return s.end();
}

}  // namespace coroscope::app::testing
