#include <algorithm>
#include <limits>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/statistics.h"
#include "engine/trace/task_spans.h"
#include "engine/trace/write_chrome_trace.h"
#include "engine/trace/write_csv.h"
#include "engine/trace/write_json.h"
#include "engine/trace/write_mermaid.h"
#include "engine/trace/write_steps.h"
#include "tests/engine/trace/sample_trace.h"

namespace coroscope::trace {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string stepsOf(const Trace& trace) {
    return testing::textOf([&](TextSink& sink) { writeSteps(trace, sink); });
}

TEST(WriteSteps, ListsStepsAsTheReferenceDoes) {
    EXPECT_EQ(stepsOf(*testing::TwoSleepers().trace()),
              R"({"event":"create","t":0.0,"task":"Task-1","by":null}
{"event":"step","t":0.0,"task":"Task-1"}
{"event":"create","t":0.0,"task":"Task-2","by":"Task-1"}
{"event":"suspend","t":0.0,"task":"Task-1"}
{"event":"step","t":0.0,"task":"Task-2"}
{"event":"suspend","t":0.0,"task":"Task-2"}
{"event":"step","t":1.0,"task":"Task-1"}
{"event":"stdout","t":1.0,"task":"Task-1","text":"hello\n"}
{"event":"done","t":1.0,"task":"Task-1","outcome":"returned","exception":null}
{"event":"step","t":2.0,"task":"Task-2"}
{"event":"done","t":2.0,"task":"Task-2","outcome":"raised","exception":"ValueError"}
)");
}

TEST(WriteSteps, MergesAdjacentOutputOfOneTaskAtOneTime) {
    Recorder r(100);
    r.output(0, {}, Stream::Stdout, "a\n", {});
    r.output(0, {}, Stream::Stderr, "not listed\n", {});
    r.timerFired(0, r.newObject());
    r.output(0, {}, Stream::Stdout, "b\n", {});
    r.output(0.5, {}, Stream::Stdout, "c\n", {});
    EXPECT_EQ(stepsOf(r.take()),
              "{\"event\":\"stdout\",\"t\":0.0,\"task\":null,\"text\":\"a\\nb\\n\"}\n"
              "{\"event\":\"stdout\",\"t\":0.5,\"task\":null,\"text\":\"c\\n\"}\n");
}

TEST(WriteSteps, EscapesTextAsPythonDoes) {
    Recorder r(100);
    r.output(0, {}, Stream::Stdout, "\"\\\t\r\b\f\x1b\x7f\xC3\xA9", {});
    EXPECT_EQ(stepsOf(r.take()),
              "{\"event\":\"stdout\",\"t\":0.0,\"task\":null,\"text\":"
              "\"\\\"\\\\\\t\\r\\b\\f\\u001b\x7f\xC3\xA9\"}\n");
}

TEST(WriteSteps, NamesATaskAsItWasCalledThen) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    r.stepBegan(0, task, {});
    r.setName(task, "late");
    r.stepCancelled(0, task, {});
    EXPECT_EQ(stepsOf(r.take()),
              "{\"event\":\"create\",\"t\":0.0,\"task\":\"Task-1\",\"by\":null}\n"
              "{\"event\":\"step\",\"t\":0.0,\"task\":\"Task-1\"}\n"
              "{\"event\":\"done\",\"t\":0.0,\"task\":\"late\",\"outcome\":\"cancelled\","
              "\"exception\":null}\n");
}

TEST(FloatText, IsPythonsRepr) {
    EXPECT_EQ(floatText(0), "0.0");
    EXPECT_EQ(floatText(2), "2.0");
    EXPECT_EQ(floatText(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(floatText(1e-5), "1e-05");
    EXPECT_EQ(floatText(0.0001), "0.0001");
    EXPECT_EQ(floatText(1e16), "1e+16");
    EXPECT_EQ(floatText(123456789012345680.0), "1.2345678901234568e+17");
    EXPECT_EQ(floatText(1234567890123456.0), "1234567890123456.0");
}

TEST(WriteJson, IsAnObjectWithTasksAndEvents) {
    const auto trace = testing::TwoSleepers().trace();
    const std::string text = testing::textOf([&](TextSink& sink) { writeJson(*trace, sink); });
    rapidjson::Document document;
    document.Parse(text.c_str());
    ASSERT_FALSE(document.HasParseError()) << text;
    EXPECT_STREQ(document["format"].GetString(), "coroscope-trace");
    ASSERT_EQ(document["tasks"].Size(), 2u);
    EXPECT_EQ(document["tasks"][1]["creator"].GetInt(), 0);
    ASSERT_EQ(document["events"].Size(), 25u);
    EXPECT_STREQ(document["events"][4]["reason"].GetString(), "sleep 1 s");
    EXPECT_STREQ(document["events"][14]["output"].GetString(), "hello\n");
}

TEST(WriteJson, SaysOfAWorkerWhetherItIsAThreadOrAProcess) {
    Recorder recorder(100);
    recorder.workerStarted(0, recorder.newWorker(), {}, recorder.intern("fetch"));
    recorder.workerStarted(0, recorder.newWorker(), {}, recorder.intern("crunch"),
                           WaitKind::Process);
    const Trace trace = recorder.take();
    const std::string text = testing::textOf([&](TextSink& sink) { writeJson(trace, sink); });
    EXPECT_THAT(text, HasSubstr(R"("worker":0,"of":"thread","function":"fetch")"));
    EXPECT_THAT(text, HasSubstr(R"("worker":1,"of":"process","function":"crunch")"));
    EXPECT_THAT(text, HasSubstr("worker 2, a process, starts crunch"));
}

TEST(WriteJson, OfAnEmptyTraceIsStillAnObject) {
    const std::string text = testing::textOf([](TextSink& sink) { writeJson(Trace(), sink); });
    rapidjson::Document document;
    document.Parse(text.c_str());
    ASSERT_FALSE(document.HasParseError()) << text;
    EXPECT_EQ(document["events"].Size(), 0u);
}

TEST(WriteCsv, HasARowForEachEvent) {
    const auto trace = testing::TwoSleepers().trace();
    const std::string text = testing::textOf([&](TextSink& sink) { writeCsv(*trace, {}, sink); });
    EXPECT_TRUE(
        text.starts_with("event,time,kind,task,line,text,file\r\n"
                         "1,0.0,TaskCreated,\"Task-1\",,\"Task-1 main is created\",\r\n"));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\r'), 1 + static_cast<int>(trace->size()));
}

TEST(WriteCsv, GivesLengthsWithoutWhatTheirRoundingAdds) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0.3, {}, {}, 1, {});
    r.stepBegan(0.3, task, {});
    r.stepSuspended(0.3, task, {WaitKind::Sleep, r.newObject(), {}, 0.1}, {});
    constexpr double kEnd = 0.1 + 0.2 + 0.3;  // 0.6 and a rounding's last digit
    r.taskWoken(kEnd, task, {}, {});
    r.stepBegan(kEnd, task, {});
    r.stepReturned(kEnd, task, {});
    r.finished(kEnd, Finish::Ok, "");
    const Trace trace = r.take();
    const std::string table =
        testing::textOf([&](TextSink& sink) { writeStatisticsCsv(trace, sink, Excerpt()); });
    EXPECT_THAT(table, HasSubstr(",0.3,0.6,returned,0.3,0.0,0.0,0.3,2\r\n"));
}

TEST(WriteCsv, LetsNoTextBecomeAFormula) {
    Recorder recorder(100);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("f"), 1, {});
    recorder.setName(task, "=1+\"x\"");
    recorder.stepBegan(0, task, {});
    const Trace trace = recorder.take();
    const std::string text = testing::textOf([&](TextSink& sink) { writeCsv(trace, {}, sink); });
    EXPECT_THAT(text, HasSubstr("2,0.0,StepBegan,\"'=1+\"\"x\"\"\""));
}

TEST(TaskSpans, AbutFromCreationToEnd) {
    testing::TwoSleepers sleepers;
    const auto trace = sleepers.trace();
    std::vector<std::string> spans;
    forEachTaskSpan(*trace, [&](const TaskSpan& span) {
        if (span.task != sleepers.main) return;
        spans.push_back(
            fmt::format("{} {}-{}", static_cast<int>(span.doing), span.begin, span.end));
    });
    EXPECT_THAT(spans, ElementsAre("0 0-0", "1 0-0", "2 0-1", "0 1-1", "1 1-1"));
}

TEST(WriteChromeTrace, GivesEachTaskAThreadOfSlices) {
    const auto trace = testing::TwoSleepers().trace();
    const std::string text = testing::textOf([&](TextSink& sink) {
        writeChromeTrace(*trace, {"Two", {{"two.py", ""}}}, sink);
    });
    rapidjson::Document document;
    ASSERT_FALSE(document.Parse(text.c_str()).HasParseError());
    EXPECT_FALSE(document.HasMember("file_info"));
    std::vector<std::string> slices;
    for (const auto& event : document["traceEvents"].GetArray()) {
        EXPECT_GT(event["tid"].GetInt(), 0);
        if (std::string_view(event["ph"].GetString()) != "X") continue;
        if (event["tid"].GetInt() != 2 || event["dur"].GetDouble() == 0) continue;
        slices.push_back(fmt::format("{} {} {}", event["name"].GetString(), event["ts"].GetDouble(),
                                     event["dur"].GetDouble()));
    }
    EXPECT_THAT(slices, ElementsAre("sleep 1 s 0 1000000"));
}

TEST(WriteChromeTrace, BringsTheSourceAsVizTracerReadsIt) {
    Recorder recorder(100);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("f"), 1, {});
    recorder.stepBegan(0, task, {3, 0, 3, 5});
    const Trace trace = recorder.take();
    const std::string text = testing::textOf([&](TextSink& sink) {
        writeChromeTrace(trace, {"F", {{"f.py", "a\nb\nc\n"}}}, sink);
    });
    rapidjson::Document document;
    ASSERT_FALSE(document.Parse(text.c_str()).HasParseError());
    const auto& file = document["file_info"]["files"]["f.py"];
    EXPECT_STREQ(file[0].GetString(), "a\nb\nc\n");
    EXPECT_EQ(file[1].GetInt(), 3);
    const auto& place = document["file_info"]["functions"]["f (f.py:3)"];
    EXPECT_STREQ(place[0].GetString(), "f.py");
    EXPECT_EQ(place[1].GetInt(), 3);
    EXPECT_THAT(text, HasSubstr(R"x("ph":"X","name":"f (f.py:3)")x"));
}

TEST(WriteCsv, LeavesOffWhenNobodyWantsMore) {
    const auto trace = testing::TwoSleepers().trace();
    std::string text;
    {
        TextSink sink([&text](std::string_view more) { text += more; },
                      [](double) { return false; });
        writeCsv(*trace, {}, sink);
        writeChromeTrace(*trace, {"Two", {{"two.py", "x"}}}, sink);
        writeMermaid(*trace, "Two", sink);
    }
    EXPECT_LT(text.size(), 1500U);
}

TEST(TextSink, AsksNoFurtherOnceItIsStopped) {
    int asked = 0;
    TextSink sink([](std::string_view) {}, [&asked](double share) { return ++asked, share < 0.5; });
    EXPECT_TRUE(sink.goOn(0.25));
    EXPECT_FALSE(sink.goOn(0.5));
    EXPECT_FALSE(sink.goOn(0.1));
    EXPECT_FALSE(sink.goOn(1, 2));
    EXPECT_EQ(asked, 2);
}

TEST(WriteMermaid, DrawsWhatTakesTime) {
    const auto trace = testing::TwoSleepers().trace();
    EXPECT_EQ(testing::textOf([&](TextSink& sink) { writeMermaid(*trace, "a: b", sink); }),
              "gantt\n    title a  b\n    dateFormat x\n    axisFormat %M:%S.%L\n"
              "    section Task-1 main\n    sleep 1 s :done, b0, 0, 1000ms\n"
              "    section Task-2 courier\n    sleep 2 s :done, b1, 0, 2000ms\n"
              "    raised ValueError :crit, milestone, b2, 2000, 0ms\n");
}

TEST(WriteMermaid, MarksTheEndsOfTasksThatDidNotReturn) {
    Recorder r(100);
    const TaskId fails = r.taskCreated(0, {}, r.intern("fails"), 1, {});
    const TaskId waits = r.taskCreated(0, {}, r.intern("waits"), 2, {});
    for (const TaskId task : {fails, waits}) {
        r.stepBegan(0, task, {});
        r.stepSuspended(0, task, {WaitKind::Lock, r.newObject(), {}, 0}, {});
    }
    r.stepBegan(1, fails, {});
    r.stepRaised(1, fails, r.intern("ValueError"), {});
    r.finished(1, Finish::Deadlock, "deadlock at 1 s: nothing is ready");
    const Trace trace = r.take();
    const std::string text =
        testing::textOf([&](TextSink& sink) { writeMermaid(trace, "", sink); });
    EXPECT_THAT(text, HasSubstr("raised ValueError :crit, milestone, b1, 1000, 0ms"));
    EXPECT_THAT(text, HasSubstr("deadlock :crit, milestone, b3, 1000, 0ms"));
    EXPECT_EQ(describe(trace, trace.last()), "deadlock: nothing is ready");
}

TEST(LaneName, IsThatOfTheCoroutineWhereThereIsNoNameToRead) {
    Recorder recorder(100);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("cook"), 1, {});
    recorder.setName(task, "");
    EXPECT_EQ(laneName(recorder.take(), task), "(cook)");
}

TEST(LaneName, IsOneShortLineWhateverTheProgramCallsItsTask) {
    Recorder recorder(100);
    const auto named = [&recorder](std::uint32_t number, std::string_view name) {
        const TaskId task = recorder.taskCreated(0, {}, recorder.intern("cook"), number, {});
        recorder.setName(task, name);
        return task;
    };
    const TaskId turned = named(1,
                                "a\xE2\x80\xAE"
                                "b\n\tc\x1B[31m");
    const TaskId blank = named(2, " \t\xC2\xA0\xE2\x80\x8B");
    const TaskId endless = named(3, std::string(10'000, 'x'));
    const Trace trace = recorder.take();
    EXPECT_EQ(laneName(trace, turned),
              "a\xEF\xBF\xBD"
              "b  c\xEF\xBF\xBD[31m");
    EXPECT_EQ(shownTask(trace, turned), laneName(trace, turned));
    EXPECT_EQ(laneName(trace, blank), "(cook)");
    EXPECT_EQ(laneName(trace, endless), std::string(60, 'x') + "…");
}

TEST(LaneName, SaysOfAsyncioRunsTasksThatTheyAreItsOwn) {
    Recorder recorder(100);
    const TaskId task =
        recorder.taskCreated(0, {}, recorder.intern("BaseEventLoop.shutdown_asyncgens"), 2, {});
    EXPECT_EQ(laneName(recorder.take(), task),
              "Task-2 BaseEventLoop.shutdown_asyncgens (asyncio's own)");
}

TEST(WriteMermaid, LeavesOutAsyncioRunsOwnTasks) {
    Recorder recorder(100);
    (void)recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    (void)recorder.taskCreated(0, {}, recorder.intern("BaseEventLoop.shutdown_asyncgens"), 2, {});
    const Trace trace = recorder.take();
    const std::string text =
        testing::textOf([&](TextSink& sink) { writeMermaid(trace, "", sink); });
    EXPECT_THAT(text, HasSubstr("section Task-1 main"));
    EXPECT_THAT(text, ::testing::Not(HasSubstr("BaseEventLoop")));
}

TEST(Describe, SaysWhatHappened) {
    const auto trace = testing::TwoSleepers().trace();
    EXPECT_EQ(roundedText(3.522947835), "3.523");
    EXPECT_EQ(roundedText(0.1 + 0.2), "0.3");
    EXPECT_EQ(roundedText(0.000012345678), "0.00001235");
    EXPECT_EQ(roundedText(0), "0");
    EXPECT_EQ(secondsText(1.3444218515250481, Digits::All), "1.3444218515250481 s");
    EXPECT_EQ(describe(*trace, EventIndex(2)), "Task-2 courier is created by Task-1 main");
    EXPECT_EQ(describe(*trace, EventIndex(4)), "Task-1 main is suspended: sleep 1 s");
    EXPECT_EQ(describe(*trace, EventIndex(8)), "nothing is ready: the clock goes on to 1 s");
    EXPECT_EQ(describe(*trace, EventIndex(14)), "Task-1 main prints \"hello\"");
    EXPECT_EQ(describe(*trace, EventIndex(23)), "Task-2 courier ends by ValueError");
    for (std::uint32_t at = 0; at < trace->size(); ++at) {
        EXPECT_FALSE(describe(*trace, EventIndex(at)).empty());
    }
}

TEST(Describe, TellsThePermitsOfASemaphore) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    const ObjectId semaphore = r.newObject(), lock = r.newObject();
    r.acquired(0, task, semaphore, WaitKind::Semaphore, {}, 2);
    r.released(0, task, semaphore, WaitKind::Semaphore, {}, 3);
    r.acquired(0, task, lock, WaitKind::Lock, {});
    const Trace& trace = r.trace();
    EXPECT_EQ(describe(trace, EventIndex(1)), "Task-1 takes the semaphore, which now has 2 left");
    EXPECT_EQ(describe(trace, EventIndex(2)),
              "Task-1 releases the semaphore, which now has 3 left");
    EXPECT_EQ(describe(trace, EventIndex(3)), "Task-1 takes the lock");
    EXPECT_EQ(trace[EventIndex(2)].value, 3);
}

TEST(WaitReason, NamesWhatIsAwaited) {
    Recorder r(100);
    const TaskId task = r.taskCreated(0, {}, {}, 1, {});
    const TaskId other = r.taskCreated(0, {}, {}, 2, {}, r.intern("urgent"));
    const auto reason = [&](const Awaited& awaited) {
        r.stepSuspended(0, task, awaited, {});
        const Trace& trace = r.trace();
        return waitReason(trace, trace[trace.last()]);
    };
    EXPECT_EQ(reason({WaitKind::Sleep, {}, {}, 0.25}), "sleep 0.25 s");
    EXPECT_EQ(reason({WaitKind::Task, {}, other, 0}), "urgent");
    EXPECT_EQ(reason({WaitKind::Gather, {}, {}, 4}), "gather of 4");
    EXPECT_EQ(reason({WaitKind::Shield, {}, other, 0}), "shield(urgent)");
    EXPECT_EQ(reason({WaitKind::WaitFor, {}, other, 1.25}), "wait_for(urgent), at most 1.25 s");
    EXPECT_EQ(reason({WaitKind::WaitFor, {}, other, std::numeric_limits<double>::quiet_NaN()}),
              "wait_for(urgent)");
    EXPECT_EQ(reason({WaitKind::Lock, {}, {}, 0}), "lock");
    EXPECT_EQ(reason({WaitKind::Barrier, {}, {}, 3}), "barrier of 3");
}

TEST(Statistics, AddUpWhatEachTaskDid) {
    Recorder r(100);
    const TaskId a = r.taskCreated(0, {}, {}, 1, {});
    const TaskId b = r.taskCreated(0, {}, {}, 2, {});
    r.stepBegan(0, a, {});
    r.blockingBegan(0, a, r.intern("time.sleep"), 2, {});
    r.blockingEnded(2, a, r.intern("time.sleep"), 2, {});
    r.stepSuspended(2, a, {WaitKind::Sleep, r.newObject(), {}, 3}, {});
    r.stepBegan(2, b, {});
    r.stepReturned(2, b, {});
    r.clockJumped(2, 5);
    r.taskWoken(5, a, {}, {});
    r.stepBegan(5, a, {});
    r.stepReturned(5, a, {});
    r.finished(5, Finish::Ok, "");
    const RunStatistics all = statisticsOf(r.take());
    EXPECT_EQ(all.tasks[a.index()].running, 2);
    EXPECT_EQ(all.tasks[a.index()].waiting, 3);
    EXPECT_EQ(all.tasks[a.index()].ready, 0);
    EXPECT_EQ(all.tasks[a.index()].turnaround(), 5);
    EXPECT_EQ(all.tasks[a.index()].steps, 2u);
    EXPECT_EQ(all.tasks[b.index()].ready, 2);
    EXPECT_EQ(all.tasks[b.index()].turnaround(), 2);
    EXPECT_EQ(all.duration, 5);
    EXPECT_EQ(all.busy, 2);
    EXPECT_EQ(all.blocked, 2);
    EXPECT_DOUBLE_EQ(all.utilisation(), 0.4);
    EXPECT_EQ(all.longestReadyQueue, 2u);
}

TEST(Statistics, CountATaskThatIsCutOffUpToTheEnd) {
    Recorder r(100);
    const TaskId a = r.taskCreated(1, {}, {}, 1, {});
    r.stepBegan(1, a, {});
    r.stepSuspended(1, a, {WaitKind::Future, r.newObject(), {}, 0}, {});
    r.finished(4, Finish::Deadlock, "");
    const RunStatistics all = statisticsOf(r.take());
    EXPECT_FALSE(all.tasks[0].done);
    EXPECT_EQ(all.tasks[0].waiting, 3);
    EXPECT_EQ(all.tasks[0].ended, 4);
}

}  // namespace
}  // namespace coroscope::trace
