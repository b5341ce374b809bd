#include "engine/trace/recorder.h"

#include <utility>

#include <gtest/gtest.h>

#include "tests/engine/trace/sample_trace.h"

namespace coroscope::trace {
namespace {

using scenario::Span;

TEST(Recorder, KeepsRowsInTheOrderInWhichTheyHappened) {
    Recorder recorder(100);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    recorder.stepBegan(0.5, task, Span{3, 4, 5, 6});
    recorder.stepReturned(1.5, task, {});
    const Trace trace = recorder.take();
    ASSERT_EQ(trace.size(), 3u);
    EXPECT_EQ(trace[EventIndex(0)].kind, EventKind::TaskCreated);
    EXPECT_EQ(trace[EventIndex(1)].kind, EventKind::StepBegan);
    EXPECT_EQ(trace[EventIndex(1)].time, 0.5);
    EXPECT_EQ(trace[EventIndex(1)].span(), (Span{3, 4, 5, 6}));
    EXPECT_EQ(trace[EventIndex(2)].stepEnd(), StepEnd::Returned);
    EXPECT_FALSE(trace[EventIndex(2)].span().known());
}

TEST(Recorder, GivesEqualTextsTheSameNumber) {
    Recorder recorder(100);
    const TextId first = recorder.intern("main");
    EXPECT_EQ(recorder.intern("main"), first);
    EXPECT_NE(recorder.intern("other"), first);
    EXPECT_EQ(recorder.trace().text(first), "main");
}

TEST(Recorder, KeepsNoTextThatIsNotUtf8) {
    Recorder recorder(100);
    const TextId name = recorder.intern("a\xED\xA0\x80z");  // '\ud800'
    EXPECT_EQ(recorder.trace().text(name), "a\uFFFDz");
    EXPECT_EQ(recorder.intern("a\xED\xA0\x80z"), name);
}

TEST(Recorder, NamesATaskByItsNumberUntilItIsGivenAName) {
    Recorder recorder(100);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("f"), 7, {});
    EXPECT_EQ(recorder.trace().taskName(task), "Task-7");
    recorder.setName(task, "courier");
    EXPECT_EQ(recorder.trace().taskName(task), "courier");
}

TEST(Trace, TellsTheNameThatATaskHadAtAnEvent) {
    Recorder recorder(100);
    const TaskId task =
        recorder.taskCreated(0, {}, recorder.intern("f"), 7, {}, recorder.intern("first"));
    recorder.stepBegan(0, task, {});
    recorder.setName(task, "second");
    recorder.stepReturned(0, task, {});
    const Trace trace = recorder.take();
    EXPECT_EQ(trace.taskNameAt(task, EventIndex(0)), "first");
    EXPECT_EQ(trace.taskNameAt(task, EventIndex(1)), "first");
    EXPECT_EQ(trace.taskNameAt(task, EventIndex(2)), "second");
}

TEST(Recorder, StopsAtItsLimitAndSaysSoOnce) {
    Recorder recorder(3);
    int calls = 0;
    recorder.onFull([&calls] { ++calls; });
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("f"), 1, {});
    recorder.stepBegan(0, task, {});
    EXPECT_FALSE(recorder.full());
    recorder.stepReturned(0, task, {});
    EXPECT_TRUE(recorder.full());
    for (int i = 0; i < 5000; ++i) recorder.stepBegan(0, task, {});
    recorder.output(0, task, Stream::Stdout, "lost", {});
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(recorder.size(), 3u);
    EXPECT_EQ(recorder.trace().written(Stream::Stdout), "");
}

TEST(Recorder, HasRoomForFinishedBeyondItsLimit) {
    Recorder recorder(2);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("f"), 1, {});
    for (int i = 0; i < 10; ++i) recorder.stepBegan(0, task, {});
    recorder.finished(4, Finish::Limit, "events");
    const Trace trace = recorder.take();
    ASSERT_EQ(trace.size(), 3u);
    EXPECT_EQ(trace[EventIndex(1)].kind, EventKind::StepBegan);
    EXPECT_EQ(trace[trace.last()].finish(), Finish::Limit);
    EXPECT_EQ(trace.text(trace[trace.last()].text()), "events");
    EXPECT_TRUE(trace.cutOff());
}

TEST(Recorder, CountsWithoutKeepingAndIsFullAfterTheEventAskedFor) {
    for (const std::uint32_t stop : {0u, 1u, 1023u, 1024u, 5000u}) {
        Recorder recorder(Recorder::CountOnly{EventIndex(stop)});
        int calls = 0;
        recorder.onFull([&calls] { ++calls; });
        const TaskId task = TaskId(0);
        std::uint32_t recorded = 0;
        while (!recorder.full() && recorded < 100'000) {
            recorder.stepBegan(0, task, {});
            ++recorded;
        }
        EXPECT_EQ(recorded, stop + 1);
        EXPECT_EQ(recorder.size(), stop + 1);
        EXPECT_EQ(calls, 1);
        EXPECT_EQ(recorder.trace().size(), 0u);
    }
}

TEST(Recorder, JoinsPiecesOfALineIntoOneEvent) {
    Recorder recorder(100);
    recorder.output(1, {}, Stream::Stdout, "a", {});
    recorder.output(1, {}, Stream::Stdout, " b\n", {});
    recorder.output(1, {}, Stream::Stdout, "c\n", {});
    const Trace trace = recorder.take();
    ASSERT_EQ(trace.size(), 2u);
    EXPECT_EQ(trace.outputText(trace[EventIndex(0)]), "a b\n");
    EXPECT_EQ(trace.outputText(trace[EventIndex(1)]), "c\n");
}

TEST(Recorder, KeepsTheTwoStreamsApart) {
    Recorder recorder(100);
    recorder.output(1, {}, Stream::Stdout, "out", {});
    recorder.output(1, {}, Stream::Stderr, "err", {});
    recorder.output(1, {}, Stream::Stdout, "more", {});
    const Trace trace = recorder.take();
    ASSERT_EQ(trace.size(), 3u);
    EXPECT_EQ(trace.written(Stream::Stdout), "outmore");
    EXPECT_EQ(trace.written(Stream::Stderr), "err");
    EXPECT_EQ(trace.outputText(trace[EventIndex(2)]), "more");
}

TEST(Recorder, CountsTheSameEventsWhetherItKeepsThemOrNot) {
    testing::TwoSleepers sample;
    Recorder keeping(1000);
    sample.record(keeping);
    Recorder counting(Recorder::CountOnly{EventIndex(999)});
    sample.record(counting);
    EXPECT_EQ(keeping.size(), counting.size());
}

TEST(Trace, FindsEventsByTime) {
    const auto trace = testing::TwoSleepers().trace();
    EXPECT_EQ(trace->lastAtOrBefore(-1), EventIndex());
    EXPECT_EQ(trace->lastAtOrBefore(0.5), EventIndex(7));
    EXPECT_EQ(trace->firstAtOrAfter(0.5), EventIndex(8));
    EXPECT_EQ(trace->firstAtOrAfter(3), EventIndex());
    EXPECT_EQ(trace->endTime(), 2);
    EXPECT_FALSE(trace->cutOff());
}

TEST(Trace, OfARecorderThatRecordedNothingIsEmpty) {
    const Trace trace = Recorder(10).take();
    EXPECT_TRUE(trace.empty());
    EXPECT_EQ(trace.endTime(), 0);
    EXPECT_FALSE(trace.last().valid());
    EXPECT_FALSE(trace.lastAtOrBefore(1).valid());
}

TEST(Recorder, ALineThatIsReadStandsBetweenWhatIsPrintedBeforeAndAfter) {
    Recorder recorder(100);
    const TaskId task = recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    recorder.output(1, task, Stream::Stdout, "who? ", {});
    recorder.lineRead(1, task, "Ada", Span{3, 4, 3, 11});
    recorder.output(1, task, Stream::Stdout, "hello Ada\n", {});
    const Trace trace = recorder.take();
    ASSERT_EQ(trace.size(), 3u);
    EXPECT_EQ(trace.outputText(trace[EventIndex(1)]), "who? ");
    ASSERT_EQ(trace.linesRead().size(), 1u);
    const LineRead& read = trace.linesRead()[0];
    EXPECT_EQ(read.after, EventIndex(1));
    EXPECT_EQ(read.task, task);
    EXPECT_EQ(read.span.line, 3);
    EXPECT_EQ(read.text, "Ada");
}

}  // namespace
}  // namespace coroscope::trace
