// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/storyboard.h"

#include <memory>

#include <gmock/gmock.h>

#include "app/lesson/lesson.h"
#include "tests/engine/trace/sample_trace.h"

namespace coroscope::app::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;
using trace::EventKind;

ExportedRun sleepers(std::vector<std::uint64_t> bookmarks = {}) {
    auto lesson = std::make_shared<Lesson>();
    lesson->bookmarks = std::move(bookmarks);
    return {trace::testing::TwoSleepers().trace(), "Sleepers", "s.py", "", lesson};
}

std::variant<std::vector<FigureMoment>, std::string> find(const ExportedRun& run,
                                                          const ExportOptions& options) {
    return momentsOf(run, std::get<trace::Excerpt>(excerptOf(*run.trace, options)), options);
}

std::string refused(const ExportedRun& run, const ExportOptions& options) {
    const auto found = find(run, options);
    return std::holds_alternative<std::string>(found) ? std::get<std::string>(found) : "";
}

TEST(Storyboard, OfStepsHasTheEndOfEachStep) {
    const ExportedRun run = sleepers();
    ExportOptions options;
    options.storyboard = Storyboard::Steps;
    const auto moments = std::get<std::vector<FigureMoment>>(find(run, options));
    std::size_t steps = 0;
    for (const trace::Event& event : run.trace->events()) {
        steps += event.kind == EventKind::StepEnded ? 1 : 0;
    }
    ASSERT_EQ(moments.size(), steps);
    EXPECT_THAT(moments.front().text, StartsWith("1 of " + std::to_string(steps) + " · 0 s · "));
    for (const FigureMoment& moment : moments) {
        EXPECT_EQ((*run.trace)[moment.event].kind, EventKind::StepEnded);
    }
}

TEST(Storyboard, OfStepsEndsWithTheDeadlockThatIsNoStep) {
    trace::Recorder recorder(100);
    const trace::TaskId main = recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    recorder.stepBegan(0, main, {});
    recorder.stepSuspended(0, main, {}, {});
    recorder.finished(0, trace::Finish::Deadlock,
                      "deadlock at 0 s: nothing is ready\n  main waits");
    const ExportedRun run{std::make_shared<const trace::Trace>(recorder.take()), "", "s.py", ""};
    ExportOptions options;
    options.storyboard = Storyboard::Steps;
    const auto moments = std::get<std::vector<FigureMoment>>(find(run, options));
    ASSERT_EQ(moments.size(), 2U);
    EXPECT_EQ(moments.back().text, "2 of 2 · 0 s · deadlock: nothing is ready");
}

TEST(Storyboard, OfStepsLeavesOutAsyncioRunsOwnTasksAsTheChartDoes) {
    trace::Recorder recorder(1000);
    const trace::TaskId main = recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    const trace::TaskId own =
        recorder.taskCreated(0, {}, recorder.intern("BaseEventLoop.shutdown_asyncgens"), 2, {});
    for (const trace::TaskId task : {main, own}) {
        recorder.stepBegan(0, task, {});
        recorder.stepReturned(0, task, {});
    }
    recorder.finished(0, trace::Finish::Ok, "");
    const ExportedRun run{
        std::make_shared<const trace::Trace>(recorder.take()), "", "s.py", "", {}};
    ExportOptions options;
    options.storyboard = Storyboard::Steps;
    const auto moments = std::get<std::vector<FigureMoment>>(find(run, options));
    ASSERT_EQ(moments.size(), 1U);
    EXPECT_THAT(moments.front().text, HasSubstr("Task-1 main"));
}

TEST(Storyboard, OfStepsKeepsToThePartThatIsAskedFor) {
    ExportOptions options;
    options.storyboard = Storyboard::Steps;
    const auto all = std::get<std::vector<FigureMoment>>(find(sleepers(), options)).size();
    options.to = 0;
    const auto some = std::get<std::vector<FigureMoment>>(find(sleepers(), options)).size();
    EXPECT_GT(some, 0U);
    EXPECT_LT(some, all);
}

TEST(Storyboard, OfBookmarksHasThoseThatTheRunReaches) {
    ExportOptions options;
    options.storyboard = Storyboard::Bookmarks;
    const auto moments =
        std::get<std::vector<FigureMoment>>(find(sleepers({1, 3, 1'000'000}), options));
    ASSERT_EQ(moments.size(), 2U);
    EXPECT_EQ(moments[1].event, trace::EventIndex(3));
    EXPECT_THAT(refused(sleepers(), options), HasSubstr("there are no bookmarks"));
    EXPECT_THAT(refused(sleepers({1'000'000}), options), HasSubstr("none of the bookmarks"));
}

TEST(Storyboard, OfMomentsHasTheLastEventBeforeEach) {
    const ExportedRun run = sleepers();
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments = {0, run.trace->endTime()};
    const auto moments = std::get<std::vector<FigureMoment>>(find(run, options));
    ASSERT_EQ(moments.size(), 2U);
    EXPECT_EQ(moments[1].event, run.trace->last());
    options.moments = {-1};
    EXPECT_THAT(refused(run, options), HasSubstr("nothing is to be seen at -1 s"));
    options.moments = {run.trace->endTime() + 1};
    EXPECT_THAT(refused(run, options), HasSubstr("the run lasts from 0 to"));
}

TEST(Storyboard, OfAMomentBetweenEventsStandsThere) {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments = {0.5, 1};
    const auto moments = std::get<std::vector<FigureMoment>>(find(sleepers(), options));
    ASSERT_EQ(moments.size(), 2U);
    EXPECT_EQ(moments[0].time, 0.5);
    EXPECT_THAT(moments[0].text, StartsWith("1 of 2 · 0.5 s · since 0 s: "));
    EXPECT_EQ(moments[1].time, std::nullopt);
    EXPECT_THAT(moments[1].text, StartsWith("2 of 2 · 1 s · "));
}

TEST(Storyboard, TellsOfWhatTheProgramDoesNotOfTheLoopsInside) {
    trace::Recorder recorder(1000);
    const trace::TaskId task = recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    recorder.stepBegan(0, task, {});
    recorder.stepReturned(0, task, {});
    const auto called = [&](const char* name) {
        recorder.callbackRan(0, {}, recorder.intern(name));
        return trace::EventIndex::fromIndex(recorder.size() - 1);
    };
    const auto inside = called("gather.<locals>._done_callback");
    const auto own = called("ring_the_bell");
    const trace::Trace trace = recorder.take();
    EXPECT_EQ(momentText(trace, inside), "0 s · Task-1 main returns");
    EXPECT_EQ(momentText(trace, own), "0 s · ring_the_bell is called");
}

TEST(Storyboard, OfNoMomentsAsksForSome) {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    EXPECT_THAT(refused(sleepers(), options), HasSubstr("say at which seconds"));
}

TEST(Storyboard, ReadsMomentsAndRefusesWhatIsNone) {
    EXPECT_EQ(std::get<std::vector<double>>(momentsIn("0.5, 1;2  3e-1 ")),
              (std::vector<double>{0.5, 1, 2, 0.3}));
    EXPECT_EQ(std::get<std::vector<double>>(momentsIn("")), std::vector<double>());
    for (const char* none : {"abc", "1 2x", "nan", "1 inf", "0.5.1"}) {
        EXPECT_THAT(std::get<std::string>(momentsIn(none)), HasSubstr("is no number of seconds"))
            << none;
    }
}

TEST(Storyboard, NumbersItsFilesBeforeTheExtension) {
    const auto target = std::get<ExportTarget>(targetOf("a.b/out.SVG"));
    EXPECT_EQ(numberedPath(target.path, *target.format, 7), "a.b/out-007.SVG");
}

TEST(Excerpt, InWhichNothingHappensIsWarnedOf) {
    const ExportedRun run = sleepers();
    ExportOptions options;
    const auto warning = [&] {
        return warningOf(*run.trace, std::get<trace::Excerpt>(excerptOf(*run.trace, options)));
    };
    EXPECT_FALSE(warning());
    options.from = run.trace->endTime() / 2 + 1e-6;
    options.to = *options.from + 1e-6;
    ASSERT_TRUE(warning());
    EXPECT_THAT(*warning(), HasSubstr("nothing happens in this part"));
}

}  // namespace
}  // namespace coroscope::app::testing
