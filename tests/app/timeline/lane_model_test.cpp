// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/lane_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/timeline/span_text.h"
#include "app/timeline/step_axis.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

using ::testing::ElementsAre;
using trace::WaitKind;

std::vector<std::string> names(const LaneModel& model) {
    std::vector<std::string> names;
    for (const Lane& lane : model.lanes) names.push_back(lane.name);
    return names;
}

TEST(LaneModel, LanesFollowTheTreeOfCreators) {
    const LaneModel model = buildLaneModel(parcels());
    EXPECT_THAT(names(model), ElementsAre("Event loop", "Task-1 main", "courier", "parcel 1",
                                          "parcel 2", "parcel 3", "parcel 4", "urgent"));
    std::vector<int> depths;
    for (const Lane& lane : model.lanes) depths.push_back(lane.depth);
    EXPECT_THAT(depths, ElementsAre(0, 0, 1, 2, 2, 2, 2, 1));
    EXPECT_EQ(model.laneOf(TaskId(2)), 7U);  // urgent, the third to be created
    EXPECT_EQ(model.laneOf(TaskId(99)), std::nullopt);
}

TEST(LaneModel, ASleeperIsReadyRunsAndIsSuspendedByTurns) {
    const LaneModel model = buildLaneModel(oneSleeper());
    const Lane& lane = model.lanes[1];
    EXPECT_THAT(lane.kinds, ElementsAre(SpanKind::Ready, SpanKind::Running, SpanKind::Suspended,
                                        SpanKind::Ready, SpanKind::Running, SpanKind::Suspended,
                                        SpanKind::Ready, SpanKind::Running));
    EXPECT_THAT(lane.along(AxisKind::Time), ElementsAre(0, 0, 0, 1, 1, 1, 3, 3, 3));
    EXPECT_EQ(lane.end, LaneEnd::Returned);
    EXPECT_EQ(lane.runs(0, lane.spanCount()), 3U);
}

TEST(LaneModel, AWorkerHasALaneBelowTheTasksIdleBetweenItsCalls) {
    const LaneModel model = buildLaneModel(oneWorker());
    EXPECT_THAT(names(model), ElementsAre("Event loop", "Task-1 main", "Thread 1 download"));
    const Lane& lane = model.lanes[2];
    EXPECT_FALSE(lane.isLoop());
    EXPECT_THAT(lane.kinds, ElementsAre(SpanKind::Running, SpanKind::Suspended, SpanKind::Running,
                                        SpanKind::Idle, SpanKind::Running));
    EXPECT_THAT(lane.along(AxisKind::Time), ElementsAre(0, 0, 2, 2, 3, 3));
    EXPECT_EQ(lane.end, LaneEnd::Returned);
    EXPECT_EQ(spanReason(model, 2, 1), "sleep 2 s → 2.0");
}

TEST(LaneModel, AWorkerStandsRightBelowTheTaskThatWaitsForIt) {
    const LaneModel model = buildLaneModel(twoWorkers());
    EXPECT_THAT(names(model), ElementsAre("Event loop", "Task-1 main", "Thread 2 upload",
                                          "Task-2 child", "Thread 1 download"));
    EXPECT_EQ(model.lanes[2].depth, 1);
    EXPECT_EQ(model.lanes[3].depth, 1);
    EXPECT_EQ(model.lanes[4].depth, 2);
    EXPECT_EQ(model.laneOf(TaskId(1)), 3U);
    EXPECT_EQ(model.laneOf(model.lanes[4].key()), 4U);
    // The arrow leads from lane to lane, wherever they stand.
    ASSERT_FALSE(model.arrows.empty());
    EXPECT_EQ(model.arrows[0].from, 1U);
    EXPECT_EQ(model.arrows[0].to, 3U);
}

TEST(LaneModel, ACallGoesToAWorkerByAnArrowAndItsResultComesBackByOne) {
    const LaneModel model = buildLaneModel(twoWorkers());
    std::vector<std::string> told;
    for (const Arrow& arrow : model.arrows) {
        if (model.lanes[arrow.from].worker.valid() || model.lanes[arrow.to].worker.valid()) {
            told.push_back(model.lanes[arrow.from].name + " → " + model.lanes[arrow.to].name +
                           (arrow.kind == ArrowKind::Result ? ", result" : ""));
        }
    }
    EXPECT_EQ(told, (std::vector<std::string>{"Task-2 child → Thread 1 download",
                                              "Task-1 main → Thread 2 upload",
                                              "Thread 1 download → Task-2 child, result",
                                              "Thread 2 upload → Task-1 main, result"}));
}

TEST(LaneModel, AWorkerProcessIsCalledOneAndSoIsACallInIt) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.suspend(main, WaitKind::Process);
    const trace::WorkerId worker = s.worker();
    s.work(worker, main, "crunch", WaitKind::Process);
    s.jump(2);
    s.workerEnds(worker, main);
    s.wake(main);
    s.begin(main);
    s.finish(main);
    const LaneModel model = buildLaneModel(s.end());
    EXPECT_THAT(names(model), ElementsAre("Event loop", "Task-1 main", "Process 1 crunch"));
    EXPECT_TRUE(model.lanes[2].isProcess);
    EXPECT_THAT(spanReasons(model, 1, 2),
                ElementsAre("awaits crunch in process 1", "crunch in process 1", "crunch"));
}

TEST(LaneModel, AWaitNamesTheCallThatWokeItsTask) {
    const LaneModel model = buildLaneModel(twoWorkers());
    EXPECT_EQ(spanReason(model, 1, 2), "awaits upload in thread 2");
    EXPECT_EQ(spanReason(model, 3, 2), "awaits download in thread 1");
}

TEST(LaneModel, AWaitNamesNoCallWhereTwoAreOverAtOneInstant) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.suspend(main, WaitKind::Worker);
    const trace::WorkerId first = s.worker();
    const trace::WorkerId second = s.worker();
    s.work(first, main, "download");
    s.work(second, main, "upload");
    s.jump(1);
    s.workerEnds(first, main);
    s.workerEnds(second, main);
    s.wake(main);
    s.begin(main);
    s.finish(main);
    const LaneModel model = buildLaneModel(s.end());
    EXPECT_EQ(spanReason(model, 1, 2), "worker thread");
}

TEST(LaneModel, ACoroutineWithinAFunctionIsCalledByItsOwnName) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    const TaskId worker = s.create("main.<locals>.worker", main);
    s.suspend(main, WaitKind::Task, 0, worker);
    s.begin(worker);
    s.finish(worker);
    const LaneModel model = buildLaneModel(s.end());
    EXPECT_THAT(names(model), ElementsAre("Event loop", "Task-1 main", "Task-2 worker"));
    EXPECT_EQ(spanReason(model, 1, 2), "awaits worker");
}

TEST(LaneModel, TheLoopIsIdleWhileItsClockJumps) {
    const LaneModel model = buildLaneModel(oneSleeper());
    const Lane& loop = model.lanes[0];
    EXPECT_THAT(loop.kinds, ElementsAre(SpanKind::Running, SpanKind::Idle, SpanKind::Running,
                                        SpanKind::Idle, SpanKind::Running));
    EXPECT_EQ(loop.begin(AxisKind::Time, 3), 1);
    EXPECT_EQ(loop.finish(AxisKind::Time, 3), 3);
    EXPECT_EQ(loop.runs(0, 1), 1U);
}

TEST(LaneModel, ATaskThatHasSuspendedDoesNotRunWhenTheTimeOfItsCodeIsTold) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    r.blockingBegan(0, main, r.intern("code"), 0, {});
    r.stepSuspended(0.1, main, {trace::WaitKind::Sleep, {}, {}, 1}, {});
    r.blockingEnded(0.1, main, r.intern("code"), 0.1, {});
    r.clockJumped(0.1, 1.1);
    r.taskWoken(1.1, main, {}, {});
    r.stepBegan(1.1, main, {});
    r.blockingBegan(1.1, main, r.intern("code"), 0, {});
    r.stepReturned(1.2, main, {});
    r.blockingEnded(1.2, main, r.intern("code"), 0.1, {});
    r.finished(1.2, trace::Finish::Ok, {});
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    EXPECT_THAT(
        model.lanes[1].kinds,
        ElementsAre(SpanKind::Ready, SpanKind::Running, SpanKind::Blocked, SpanKind::Suspended,
                    SpanKind::Ready, SpanKind::Running, SpanKind::Blocked));
    EXPECT_EQ(model.lanes[1].events.size(), 8U);
    EXPECT_EQ(model.lanes[1].end, LaneEnd::Returned);
}

TEST(LaneModel, ABlockingCallBlocksTheLoopAndItsTask) {
    const LaneModel model = buildLaneModel(parcels());
    ASSERT_EQ(model.blocks.size(), 1U);
    EXPECT_EQ(model.blocks[0].begin[0], 2.0);
    EXPECT_EQ(model.blocks[0].end[0], 2.75);
    EXPECT_EQ(model.blocks[0].task, TaskId(1));
    const Lane& loop = model.lanes[0];
    const auto blocked = std::find(loop.kinds.begin(), loop.kinds.end(), SpanKind::Blocked);
    ASSERT_NE(blocked, loop.kinds.end());
    EXPECT_EQ(spanReason(model, 0, static_cast<std::size_t>(blocked - loop.kinds.begin())),
              "blocked 0.75 s · time.sleep");
}

TEST(LaneModel, ReasonsNameWhatIsAwaited) {
    const LaneModel model = buildLaneModel(parcels());
    EXPECT_EQ(spanReason(model, 1, 2), "wait_for(urgent) · timeout 1.25 s");
    EXPECT_EQ(spanReason(model, 1, 5), "awaits courier");
    EXPECT_EQ(spanReason(model, 2, 2), "gather of 4");
    EXPECT_EQ(spanReason(model, 3, 2), "sleep 0.5 s");
    const LaneModel sleeper = buildLaneModel(oneSleeper());
    EXPECT_EQ(spanReason(sleeper, 1, 5), "sleep 2 s → 3.0");
}

TEST(LaneModel, ACancelLeavesMarksAndAnArrow) {
    const LaneModel model = buildLaneModel(parcels());
    const Lane& urgent = model.lanes[7];
    ASSERT_EQ(urgent.marks.size(), 2U);
    EXPECT_EQ(urgent.marks[0].kind, MarkKind::CancelRequested);
    EXPECT_EQ(urgent.marks[1].kind, MarkKind::CancelDelivered);
    EXPECT_EQ(markText(model, urgent.marks[0]), "cancel requested by main");
    EXPECT_EQ(urgent.end, LaneEnd::Cancelled);
    const auto isCancel = [](const Arrow& arrow) { return arrow.kind == ArrowKind::Cancelled; };
    const auto arrow = std::find_if(model.arrows.begin(), model.arrows.end(), isCancel);
    ASSERT_NE(arrow, model.arrows.end());
    EXPECT_EQ(arrow->from, 1U);
    EXPECT_EQ(arrow->to, 7U);
}

TEST(LaneModel, EachResultGoesToWhoWaitsForTheGather) {
    trace::Recorder r(1000);
    const trace::TextId code = r.intern("code");
    const TaskId main = r.taskCreated(0, {}, code, 1, {});
    r.stepBegan(0, main, {});
    const TaskId quick = r.taskCreated(0, main, code, 2, {});
    const TaskId slow = r.taskCreated(0, main, code, 3, {});
    const trace::ObjectId gather = r.newObject();
    r.addMember(gather, quick);
    r.addMember(gather, slow);
    r.stepSuspended(0, main, {WaitKind::Gather, gather, {}, 2}, {});
    r.stepBegan(1, quick, {});
    r.stepReturned(1, quick, {});
    r.stepBegan(2, slow, {});
    r.stepReturned(2, slow, {});
    r.taskWoken(2, main, gather, {});  // by a callback: nobody is named
    r.stepBegan(2, main, {});
    r.stepReturned(2, main, {});
    r.finished(2, trace::Finish::Ok, {});
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    std::vector<std::array<std::uint32_t, 2>> results;
    for (const Arrow& arrow : model.arrows) {
        if (arrow.kind == ArrowKind::Result) results.push_back({arrow.from, arrow.to});
    }
    using Ends = std::array<std::uint32_t, 2>;
    EXPECT_THAT(results, ElementsAre(Ends{2, 1}, Ends{3, 1}));
}

TEST(LaneModel, AResultThatNobodyWaitsForAnyMoreGoesNowhere) {
    trace::Recorder r(1000);
    const trace::TextId code = r.intern("code");
    const TaskId main = r.taskCreated(0, {}, code, 1, {});
    r.stepBegan(0, main, {});
    const TaskId child = r.taskCreated(0, main, code, 2, {});
    r.stepSuspended(0, main, {WaitKind::Shield, r.newObject(), child, 0}, {});
    r.taskWoken(1, main, {}, {});  // cancelled, say
    r.stepBegan(1, main, {});
    r.stepReturned(1, main, {});
    r.stepBegan(2, child, {});
    r.stepReturned(2, child, {});
    r.finished(2, trace::Finish::Ok, {});
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    for (const Arrow& arrow : model.arrows) EXPECT_NE(arrow.kind, ArrowKind::Result);
}

TEST(LaneModel, LeavesOffWhenItIsNoLongerWanted) {
    Script s;
    const TaskId main = s.create("main");
    for (int i = 0; i < 50'000; ++i) {
        s.begin(main);
        s.yield(main);
    }
    const auto trace = s.end();
    int asked = 0;
    static_cast<void>(buildLaneModel(trace, nullptr, {}, [&asked] { return ++asked < 2; }));
    EXPECT_EQ(asked, 2);
}

TEST(LaneModel, ATipNamesTheImportedFileOfItsLine) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    r.nextIsImported(r.intern("/lessons/helpers.py"), {12, 0, 12, 5});
    r.stepSuspended(0, main, {WaitKind::Sleep, {}, {}, 1}, {3, 0, 3, 5});
    r.finished(1, trace::Finish::Ok, {});
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    EXPECT_THAT(spanTooltip(model, 1, 2, 3), ::testing::HasSubstr("\nline 12 of helpers.py"));
}

TEST(LaneModel, AYieldIsReadyAtOnce) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.yield(main);
    s.begin(main);
    s.finish(main);
    const LaneModel model = buildLaneModel(s.end());
    EXPECT_THAT(model.lanes[1].kinds, ElementsAre(SpanKind::Ready, SpanKind::Running,
                                                  SpanKind::Ready, SpanKind::Running));
}

TEST(LaneModel, AnExceptionMarksItsTaskAndItsEnd) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.raise(main, "ValueError");
    const LaneModel model = buildLaneModel(s.end());
    ASSERT_EQ(model.lanes[1].marks.size(), 1U);
    EXPECT_EQ(markText(model, model.lanes[1].marks[0]), "ValueError");
    EXPECT_EQ(model.lanes[1].end, LaneEnd::Raised);
}

TEST(LaneModel, ARunCutOffLeavesItsLanesOpenUpToTheEnd) {
    Script s;
    const TaskId main = s.create("main");
    const TaskId other = s.create("other");
    s.begin(main);
    s.sleep(main, 5);
    s.begin(other);
    s.now = 1;
    const LaneModel model = buildLaneModel(s.end(trace::Finish::Limit));
    EXPECT_TRUE(model.cutOff);
    EXPECT_EQ(model.lanes[1].end, LaneEnd::Open);
    EXPECT_EQ(model.lanes[1].along(AxisKind::Time).back(), 1);
    EXPECT_EQ(model.lanes[2].kinds.back(), SpanKind::Running);
    const EventIndex last = EventIndex::fromIndex(model.eventCount - 1);
    EXPECT_EQ(model.lanes[2].spanAt(last), model.lanes[2].spanCount() - 1);
}

TEST(LaneModel, OrdinalsSayWhoRanFirstAtAnInstant) {
    const LaneModel model = buildLaneModel(parcels());
    ASSERT_EQ(model.steps.size(), 15U);
    EXPECT_EQ(model.ordinal(0), 1U);
    EXPECT_EQ(model.ordinal(6), 7U);
    EXPECT_EQ(model.stepsAt(model.steps[3].instant), 7U);
    EXPECT_EQ(model.ordinal(7), 1U);
}

TEST(LaneModel, TheLoopsOwnTasksGetNoLane) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.finish(main);
    const TaskId own = s.create("BaseEventLoop.shutdown_asyncgens");
    s.begin(own);
    s.finish(own);
    const LaneModel model = buildLaneModel(s.end());
    EXPECT_THAT(names(model), ElementsAre("Event loop", "Task-1 main"));
    EXPECT_EQ(model.laneOf(own), std::nullopt);
    EXPECT_EQ(model.steps.size(), 2U);
}

TEST(LaneModel, OfAPastHasNothingThatIsYetToCome) {
    const auto run = parcels();
    const LaneModel whole = buildLaneModel(run);
    for (EventIndex last = run->first(); last < run->last(); ++last.value) {
        const LaneModel past = buildLaneModel(run, nullptr, last);
        ASSERT_EQ(past.eventCount, last.index() + 1);
        EXPECT_EQ(past.endTime, (*run)[last].time);
        for (std::size_t i = 1; i < past.lanes.size(); ++i) {
            const Lane& lane = past.lanes[i];
            EXPECT_LE(lane.events.back(), last);
            EXPECT_LE(run->task(lane.task).createdAt, last);
            EXPECT_TRUE(lane.marks.empty() || lane.marks.back().event <= last);
            // What has happened is as it is in the whole.
            const Lane& same = whole.lanes[*whole.laneOf(lane.task)];
            EXPECT_TRUE(std::equal(lane.kinds.begin(), lane.kinds.end(), same.kinds.begin()));
        }
        EXPECT_TRUE(past.arrows.empty() || past.arrows.back().event <= last);
        EXPECT_TRUE(past.steps.empty() || past.steps.back().ended <= last);
    }
}

TEST(LaneModel, OfNoTraceHasOnlyTheLoop) {
    const LaneModel model = buildLaneModel(nullptr);
    EXPECT_EQ(model.lanes.size(), 1U);
    EXPECT_EQ(model.eventCount, 0U);
}

TEST(StepAxis, PlacesGrowWithEventsAndLeadBackToThem) {
    const LaneModel model = buildLaneModel(parcels());
    double before = -1;
    for (std::size_t i = 0; i < model.eventCount; ++i) {
        const EventIndex event = EventIndex::fromIndex(i);
        const double place = stepPosition(model, event);
        EXPECT_GT(place, before) << i;
        EXPECT_EQ(eventAtStepPosition(model, place), event);
        before = place;
    }
    EXPECT_LE(before, model.extent(AxisKind::Steps)[1]);
}

TEST(StepAxis, EveryStepHasTheSameWidth) {
    const LaneModel model = buildLaneModel(parcels());
    for (std::size_t k = 0; k < model.steps.size(); ++k) {
        EXPECT_DOUBLE_EQ(stepPosition(model, model.steps[k].began),
                         static_cast<double>(k) + kStepLead);
        EXPECT_DOUBLE_EQ(stepPosition(model, model.steps[k].ended), static_cast<double>(k) + 1);
    }
}

TEST(StepAxis, BoundariesOfLanesStandWhereTheirEventsStand) {
    const LaneModel model = buildLaneModel(parcels());
    for (const Lane& lane : model.lanes) {
        for (std::size_t i = 0; i < lane.events.size(); ++i) {
            EXPECT_DOUBLE_EQ(lane.along(AxisKind::Steps)[i], stepPosition(model, lane.events[i]));
        }
    }
}

}  // namespace
}  // namespace coroscope::app::testing
