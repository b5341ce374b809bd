#include "engine/trace/state_at.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/trace/statistics.h"
#include "tests/engine/trace/sample_trace.h"

namespace coroscope::trace {
namespace {

using ::testing::ElementsAre;

std::vector<TaskId> readyTasks(const LoopState& state) {
    std::vector<TaskId> result;
    for (const ReadyEntry& entry : state.ready()) result.push_back(entry.task);
    return result;
}

class TwoSleepersState : public ::testing::Test {
protected:
    const LoopState& at(std::uint32_t index) { return reader_.stateAt(EventIndex(index)); }

    testing::TwoSleepers sample_;
    StateReader reader_{sample_.trace()};
};

TEST_F(TwoSleepersState, BeginsEmpty) {
    const LoopState& state = reader_.stateAt({});
    EXPECT_TRUE(state.tasks.empty());
    EXPECT_TRUE(state.ready().empty());
    EXPECT_FALSE(state.at.valid());
}

TEST_F(TwoSleepersState, HasANewTaskInTheReadyQueue) {
    EXPECT_EQ(at(2).tasks[sample_.courier.index()].status, TaskStatus::Created);
    EXPECT_EQ(at(2).tasks[sample_.main.index()].status, TaskStatus::Running);
    EXPECT_EQ(at(2).running, sample_.main);
    EXPECT_THAT(readyTasks(at(2)), ElementsAre(sample_.courier));
}

TEST_F(TwoSleepersState, ListsTimersByDueTime) {
    const auto timers = at(7).timersInOrder();
    ASSERT_EQ(timers.size(), 2u);
    EXPECT_EQ(timers[0].handle, sample_.mainTimer);
    EXPECT_EQ(timers[0].when, 1);
    EXPECT_EQ(timers[1].handle, sample_.courierTimer);
    EXPECT_FALSE(at(7).running.valid());
    EXPECT_EQ(at(7).timersInOrder(1).size(), 1u);
}

TEST_F(TwoSleepersState, KnowsWhereATaskWaits) {
    const TaskState& main = at(8).tasks[sample_.main.index()];
    EXPECT_EQ(main.status, TaskStatus::Suspended);
    EXPECT_EQ(main.suspendedAt, EventIndex(4));
    EXPECT_EQ(main.placedAt, EventIndex(4));
}

TEST_F(TwoSleepersState, ATaskStandsWhereItCreatesAnother) {
    EXPECT_EQ(at(2).tasks[sample_.main.index()].placedAt, EventIndex(2));
    EXPECT_FALSE(at(2).tasks[sample_.courier.index()].placedAt.valid());
}

TEST_F(TwoSleepersState, MovesAFiredTimerToTheReadyQueue) {
    EXPECT_EQ(at(9).timers().size(), 1u);
    ASSERT_EQ(at(9).ready().size(), 1u);
    EXPECT_EQ(at(9).ready()[0].handle, sample_.mainTimer);
    EXPECT_EQ(at(10).runningCallback, sample_.mainTimer);
    EXPECT_TRUE(at(10).ready().empty());
    EXPECT_EQ(at(12).tasks[sample_.main.index()].status, TaskStatus::Ready);
    EXPECT_THAT(readyTasks(at(12)), ElementsAre(sample_.main));
}

TEST_F(TwoSleepersState, KnowsWhatHasBeenPrinted) {
    EXPECT_EQ(at(13).stdoutSize, 0u);
    EXPECT_EQ(at(14).stdoutSize, 6u);
}

TEST_F(TwoSleepersState, KnowsHowTasksEnded) {
    EXPECT_EQ(at(24).tasks[sample_.main.index()].status, TaskStatus::Returned);
    EXPECT_EQ(at(24).tasks[sample_.courier.index()].status, TaskStatus::Raised);
    EXPECT_TRUE(at(24).finished);
}

TEST_F(TwoSleepersState, IsTheSameWhetherReachedForwardsOrBackwards) {
    EXPECT_EQ(at(24).tasks.size(), 2u);
    EXPECT_EQ(at(9).timers().size(), 1u);
    EXPECT_EQ(at(7).timers().size(), 2u);
    EXPECT_EQ(at(1).tasks.size(), 1u);
    EXPECT_EQ(at(20).timers().size(), 0u);
}

TEST(StateAt, PutsATaskThatYieldsAtTheEndOfTheQueue) {
    Recorder r(100);
    const TaskId a = r.taskCreated(0, {}, {}, 1, {});
    const TaskId b = r.taskCreated(0, {}, {}, 2, {});
    r.stepBegan(0, a, {});
    r.stepSuspended(0, a, {WaitKind::Yield, {}, {}, 0}, {});
    StateReader reader(std::make_shared<const Trace>(r.take()));
    const LoopState& state = reader.stateAt(EventIndex(3));
    EXPECT_THAT(readyTasks(state), ElementsAre(b, a));
    EXPECT_EQ(state.tasks[a.index()].status, TaskStatus::Ready);
}

TEST(StateAt, DropsCancelledHandlesFromHeapAndQueue) {
    Recorder r(100);
    const ObjectId timer = r.newObject(), soon = r.newObject(), other = r.newObject();
    r.timerSetForCallback(0, {}, timer, 5, {}, {});
    r.callbackScheduled(0, {}, soon, {}, {});
    r.callbackScheduled(0, {}, other, {}, {});
    r.timerCancelled(0, {}, timer, {});
    r.timerCancelled(0, {}, other, {});
    StateReader reader(std::make_shared<const Trace>(r.take()));
    const LoopState& state = reader.stateAt(EventIndex(4));
    EXPECT_TRUE(state.timers().empty());
    ASSERT_EQ(state.ready().size(), 1u);
    EXPECT_EQ(state.ready()[0].handle, soon);
}

TEST(StateAt, SortsTimersOfEqualTimeByTheOrderOfSetting) {
    Recorder r(100);
    const ObjectId first = r.newObject(), second = r.newObject(), early = r.newObject();
    r.timerSetForCallback(0, {}, second, 5, {}, {});
    r.timerSetForCallback(0, {}, first, 5, {}, {});
    r.timerSetForCallback(0, {}, early, 1, {}, {});
    StateReader reader(std::make_shared<const Trace>(r.take()));
    const auto timers = reader.stateAt(EventIndex(2)).timersInOrder();
    ASSERT_EQ(timers.size(), 3u);
    EXPECT_EQ(timers[0].handle, early);
    EXPECT_EQ(timers[1].handle, second);
    EXPECT_EQ(timers[2].handle, first);
}

TEST(StateAt, RemembersACancelRequestUntilItIsDelivered) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    r.cancelRequested(0, task, {}, {}, {});
    r.stepBegan(0, task, {});
    r.cancelDelivered(0, task, {}, {});
    StateReader reader(std::make_shared<const Trace>(r.take()));
    EXPECT_TRUE(reader.stateAt(EventIndex(1)).tasks[0].cancelRequested);
    EXPECT_FALSE(reader.stateAt(EventIndex(3)).tasks[0].cancelRequested);
}

TEST(StateAt, KnowsWhoHoldsALock) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    const ObjectId lock = r.newObject();
    r.acquired(0, task, lock, WaitKind::Lock, {});
    r.released(0, task, lock, WaitKind::Lock, {});
    StateReader reader(std::make_shared<const Trace>(r.take()));
    ASSERT_EQ(reader.stateAt(EventIndex(1)).holdings.size(), 1u);
    EXPECT_EQ(reader.stateAt(EventIndex(1)).holdings[0].task, task);
    EXPECT_TRUE(reader.stateAt(EventIndex(2)).holdings.empty());
}

/// Who has what, in the order in which it was taken.
std::vector<std::pair<ObjectId, TaskId>> heldAt(StateReader& reader, std::size_t event) {
    std::vector<std::pair<ObjectId, TaskId>> held;
    for (const Holding& each : reader.stateAt(EventIndex::fromIndex(event)).holdings) {
        if (each.object.valid()) held.emplace_back(each.object, each.task);
    }
    return held;
}

TEST(StateAt, GivesBackTheHoldingOfTheTaskThatReleases) {
    Recorder r(100);
    const TaskId one = r.taskCreated(0, {}, {}, 1, {});
    const TaskId two = r.taskCreated(0, {}, {}, 1, {});
    const TaskId other = r.taskCreated(0, {}, {}, 1, {});
    const ObjectId semaphore = r.newObject();
    const ObjectId lock = r.newObject();
    r.acquired(0, one, semaphore, WaitKind::Semaphore, {});    // 3
    r.acquired(0, one, lock, WaitKind::Lock, {});              // 4
    r.acquired(0, two, semaphore, WaitKind::Semaphore, {});    // 5
    r.acquired(0, one, semaphore, WaitKind::Semaphore, {});    // 6
    r.released(0, two, semaphore, WaitKind::Semaphore, {});    // 7
    r.released(0, other, semaphore, WaitKind::Semaphore, {});  // 8: that which was taken first
    r.released(0, one, semaphore, WaitKind::Semaphore, {});    // 9
    r.released(0, one, semaphore, WaitKind::Semaphore, {});    // 10: there is none
    r.acquired(0, two, semaphore, WaitKind::Semaphore, {});    // 11
    StateReader reader(std::make_shared<const Trace>(r.take()));
    const std::pair onesLock(lock, one);
    const std::pair ones(semaphore, one);
    EXPECT_EQ(heldAt(reader, 7), (std::vector{ones, onesLock, ones}));
    EXPECT_EQ(heldAt(reader, 8), (std::vector{onesLock, ones}));
    EXPECT_EQ(heldAt(reader, 9), (std::vector{onesLock}));
    EXPECT_EQ(heldAt(reader, 10), (std::vector{onesLock}));
    EXPECT_EQ(heldAt(reader, 11), (std::vector{onesLock, std::pair(semaphore, two)}));
    EXPECT_EQ(heldAt(reader, 4), (std::vector{ones, onesLock})) << "back from the beginning";
}

TEST(StateAt, KnowsTheHoldersWhereverItJumpsInALongRun) {
    constexpr std::size_t kLocks = 60'000;
    Recorder r(1'000'000);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    std::vector<ObjectId> locks;
    for (std::size_t i = 0; i < kLocks; ++i) locks.push_back(r.newObject());
    for (const ObjectId lock : locks) r.acquired(0, task, lock, WaitKind::Lock, {});
    for (const ObjectId lock : locks) r.released(0, task, lock, WaitKind::Lock, {});
    for (const ObjectId lock : locks) r.acquired(1, task, lock, WaitKind::Lock, {});
    for (const ObjectId lock : locks) r.released(1, task, lock, WaitKind::Lock, {});
    StateReader reader(std::make_shared<const Trace>(r.take()));
    const auto first = [&](std::size_t event) { return heldAt(reader, event).front().first; };
    EXPECT_EQ(heldAt(reader, 4 * kLocks).size(), 0u);
    EXPECT_EQ(first(3 * kLocks + 100), locks[100]);
    EXPECT_EQ(heldAt(reader, 3 * kLocks + 100).size(), kLocks - 100);
    EXPECT_EQ(first(kLocks + 30'000), locks[30'000]);
    EXPECT_EQ(heldAt(reader, 2 * kLocks + 7).size(), 7u);
}

TEST(StateAt, FollowsWorkers) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    const WorkerId worker = r.newWorker();
    r.workerStarted(0, worker, task, r.intern("crunch"));
    r.workerSuspended(0, worker, task, 3);
    r.workerResumed(3, worker, task);
    r.workerEnded(3, worker, task, Resolution::Result);
    StateReader reader(std::make_shared<const Trace>(r.take()));
    using Status = WorkerState::Status;
    EXPECT_EQ(reader.stateAt(EventIndex(1)).workers[0].status, Status::Running);
    EXPECT_EQ(reader.stateAt(EventIndex(2)).workers[0].until, 3);
    EXPECT_EQ(reader.stateAt(EventIndex(2)).workers[0].status, Status::Sleeping);
    EXPECT_EQ(reader.stateAt(EventIndex(4)).workers[0].status, Status::Idle);
}

TEST(AwaitedTasks, AreTheMembersOfAGatherThatAreNotDone) {
    Recorder r(100);
    const TaskId main = r.taskCreated(0, {}, {}, 1, {});
    const TaskId a = r.taskCreated(0, main, {}, 2, {});
    const TaskId b = r.taskCreated(0, main, {}, 3, {});
    const ObjectId gather = r.newObject();
    r.addMember(gather, a);
    r.addMember(gather, b);
    r.stepBegan(0, main, {});
    r.stepSuspended(0, main, {WaitKind::Gather, gather, {}, 2}, {});
    r.stepBegan(0, a, {});
    r.stepReturned(0, a, {});
    const auto trace = std::make_shared<const Trace>(r.take());
    StateReader reader(trace);
    EXPECT_THAT(awaitedTasks(*trace, reader.stateAt(EventIndex(4)), main), ElementsAre(a, b));
    EXPECT_THAT(awaitedTasks(*trace, reader.stateAt(EventIndex(6)), main), ElementsAre(b));
}

/// Tasks that yield and set timers for a long time, so that checkpoints are made.
std::shared_ptr<const Trace> longTrace(std::size_t events) {
    Recorder r(events);
    std::vector<TaskId> tasks;
    for (std::uint32_t i = 0; i < 100; ++i) tasks.push_back(r.taskCreated(0, {}, {}, i, {}));
    std::vector<ObjectId> timers;
    std::mt19937 random(1);
    for (std::size_t turn = 0; !r.full(); ++turn) {
        const TaskId task = tasks[turn % tasks.size()];
        r.stepBegan(0, task, {});
        if (random() % 3 == 0) {
            timers.push_back(r.newObject());
            r.timerSetForCallback(0, task, timers.back(), static_cast<double>(turn), {}, {});
        }
        if (!timers.empty() && random() % 3 == 0) {
            const std::size_t which = random() % timers.size();
            r.timerCancelled(0, task, timers[which], {});
            timers.erase(timers.begin() + static_cast<std::ptrdiff_t>(which));
        }
        r.stepSuspended(0, task, {WaitKind::Yield, {}, {}, 0}, {});
    }
    return std::make_shared<const Trace>(r.take());
}

TEST(StateAt, GivesTheSameAfterAJumpAsAfterAWalk) {
    const auto trace = longTrace(300'000);
    StateReader jumping(trace);
    StateReader walking(trace);
    for (const std::uint32_t index : {5u, 70'000u, 131'071u, 131'072u, 250'000u, 299'999u}) {
        (void)jumping.stateAt(EventIndex(299'999 - index));
        const LoopState& jumped = jumping.stateAt(EventIndex(index));
        const LoopState& walked = walking.stateAt(EventIndex(index));
        EXPECT_EQ(readyTasks(jumped), readyTasks(walked)) << index;
        const auto left = jumped.timersInOrder(), right = walked.timersInOrder();
        ASSERT_EQ(left.size(), right.size()) << index;
        for (std::size_t i = 0; i < left.size(); ++i) EXPECT_EQ(left[i].handle, right[i].handle);
        EXPECT_EQ(jumped.at, EventIndex(index));
    }
}

/// Tasks that are made, run for a while, yield, sleep, are woken and end, in any order.
std::shared_ptr<const Trace> busyTrace(std::size_t events) {
    enum class Stage { Waiting, Queued, Done };
    Recorder r(events);
    std::mt19937 random(7);
    std::vector<Stage> stages;
    double now = 0;
    while (!r.full()) {
        now += static_cast<double>(random() % 4) / 8;
        if (random() % 8 == 0 || stages.empty()) {
            r.taskCreated(now, {}, {}, 1, {});
            stages.push_back(Stage::Queued);
            continue;
        }
        // The oldest ones come to rest, so that those who do something are among the last.
        const std::size_t which =
            stages.size() - 1 - random() % std::min<std::size_t>(stages.size(), 50);
        const TaskId task = TaskId::fromIndex(which);
        if (stages[which] == Stage::Waiting) {
            r.taskWoken(now, task, {}, {});
            stages[which] = Stage::Queued;
        } else if (stages[which] == Stage::Queued) {
            r.stepBegan(now, task, {});
            now += static_cast<double>(random() % 4) / 16;
            const unsigned end = random() % 6;
            stages[which] = end == 0 ? Stage::Done : end == 1 ? Stage::Queued : Stage::Waiting;
            if (end == 0) {
                r.stepReturned(now, task, {});
            } else {
                r.stepSuspended(now, task,
                                {end == 1 ? WaitKind::Yield : WaitKind::Sleep, {}, {}, 1}, {});
            }
        }
    }
    return std::make_shared<const Trace>(r.take());
}

/// The three sums of one task after an event, from nothing but the rows that are about it.
TaskTimes addedUp(const Trace& trace, TaskId task, EventIndex upTo) {
    TaskTimes sum;
    double TaskTimes::*mode = nullptr;
    double since = 0;
    for (auto row = trace.events().begin(); !row.atEnd() && row.index() <= upTo; ++row) {
        const Event& event = *row;
        double TaskTimes::*next = nullptr;
        switch (event.kind) {
            case EventKind::TaskCreated:
            case EventKind::TaskWoken: next = &TaskTimes::ready; break;
            case EventKind::StepBegan: next = &TaskTimes::running; break;
            case EventKind::StepEnded:
                if (event.suspends()) {
                    next = event.wait == WaitKind::Yield ? &TaskTimes::ready : &TaskTimes::waiting;
                }
                break;
            default: continue;
        }
        if (event.task != task) continue;
        if (mode != nullptr) sum.*mode += event.time - since;
        mode = next;
        since = event.time;
    }
    if (mode != nullptr) sum.*mode += trace[upTo].time - since;
    return sum;
}

void expectEqual(const TaskTimes& left, const TaskTimes& right) {
    EXPECT_DOUBLE_EQ(left.running, right.running);
    EXPECT_DOUBLE_EQ(left.ready, right.ready);
    EXPECT_DOUBLE_EQ(left.waiting, right.waiting);
}

TEST_F(TwoSleepersState, CountsATasksTimeUpToTheEventInWhicheverDirectionOneGoes) {
    const auto waited = [this](std::uint32_t index) {
        return at(index).timesOf(sample_.main).waiting;
    };
    EXPECT_EQ(waited(7), 0);
    EXPECT_EQ(waited(12), 1);
    EXPECT_EQ(waited(24), 1);
    EXPECT_EQ(waited(7), 0);
}

TEST(StateAt, CountsTasksTimesAsStatisticsDoAtTheEndAndAsOneAddsThemUpAnywhere) {
    const auto trace = busyTrace(200'000);
    StateReader reader(trace);
    const RunStatistics all = statisticsOf(*trace);
    const LoopState& end = reader.stateAt(trace->last());
    ASSERT_EQ(end.tasks.size(), all.tasks.size());
    for (std::size_t i = 0; i < all.tasks.size(); ++i) {
        expectEqual(end.timesOf(TaskId::fromIndex(i)), all.tasks[i]);
    }
    std::mt19937 random(3);
    for (int turn = 0; turn < 20; ++turn) {
        const EventIndex at = EventIndex::fromIndex(random() % trace->size());
        const LoopState& state = reader.stateAt(at);
        const TaskId task = TaskId::fromIndex(random() % state.tasks.size());
        SCOPED_TRACE(at.index());
        expectEqual(state.timesOf(task), addedUp(*trace, task, at));
    }
}

}  // namespace
}  // namespace coroscope::trace
