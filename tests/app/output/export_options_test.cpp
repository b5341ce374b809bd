// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/export_options.h"

#include <gtest/gtest.h>

#include "tests/engine/trace/sample_trace.h"

namespace coroscope::app::testing {
namespace {

using trace::Excerpt;
using trace::TaskId;

std::shared_ptr<const trace::Trace> sleepers() { return trace::testing::TwoSleepers().trace(); }

std::string refused(const ExportOptions& options) {
    const auto excerpt = excerptOf(*sleepers(), options);
    EXPECT_TRUE(std::holds_alternative<std::string>(excerpt));
    return std::get<std::string>(excerpt);
}

TEST(Excerpt, IsTheWholeRunUnlessAskedFor) {
    const auto excerpt = std::get<Excerpt>(excerptOf(*sleepers(), {}));
    EXPECT_TRUE(excerpt.has(0.0));
    EXPECT_TRUE(excerpt.has(1e9));
    EXPECT_TRUE(excerpt.has(TaskId()));
}

TEST(Excerpt, HasTheTasksThatWereNamed) {
    ExportOptions options;
    options.tasks = {"Task-2"};
    const auto excerpt = std::get<Excerpt>(excerptOf(*sleepers(), options));
    EXPECT_TRUE(excerpt.has(TaskId(1)));
    EXPECT_FALSE(excerpt.has(TaskId(0)));
    EXPECT_FALSE(excerpt.has(TaskId()));
}

TEST(Excerpt, OfAnUnknownTaskNamesThoseThatThereAre) {
    ExportOptions options;
    options.tasks = {"Task-2", "Tusk-1"};
    const std::string message = refused(options);
    EXPECT_NE(message.find("there is no task Tusk-1 in this run; did you mean Task-1?"),
              std::string::npos)
        << message;
    EXPECT_NE(message.find("Task-2"), std::string::npos);
}

TEST(Excerpt, OfNothingIsRefused) {
    ExportOptions options;
    options.from = 2;
    options.to = 1;
    EXPECT_EQ(refused(options), "nothing lies between 2 s and 1 s: the run lasts from 0 to 2 s");
    options = {};
    options.from = 2.5;
    EXPECT_EQ(refused(options),
              "nothing lies between 2.5 s and the end: the run lasts from 0 to 2 s");
    options = {};
    options.to = -1;
    refused(options);
    options.from = options.to = 0.25;
    const std::string empty =
        "from 0.25 s to 0.25 s is an empty range of time: say when it begins "
        "and ends";
    EXPECT_EQ(refused(options), empty);
    options.axis = FigureAxis::Steps;
    EXPECT_EQ(refused(options), empty);
    // The steps of a moment at which something happens can be told apart.
    options.from = options.to = 0;
    EXPECT_TRUE(std::holds_alternative<Excerpt>(excerptOf(*sleepers(), options)));
}

TEST(Excerpt, CutsStretchesAtItsEnds) {
    Excerpt excerpt;
    excerpt.from = 1;
    excerpt.to = 2;
    double begin = 0;
    double end = 1.5;
    EXPECT_TRUE(excerpt.cut(begin, end));
    EXPECT_EQ(begin, 1);
    EXPECT_EQ(end, 1.5);
    begin = 3;
    end = 4;
    EXPECT_FALSE(excerpt.cut(begin, end));
}

TEST(ExportOptions, NamesNoTaskOfAsyncioRunsOwn) {
    trace::Recorder recorder(100);
    (void)recorder.taskCreated(0, {}, recorder.intern("main"), 1, {});
    (void)recorder.taskCreated(0, {}, recorder.intern("BaseEventLoop.shutdown_asyncgens"), 2, {});
    ExportOptions options;
    options.tasks = {"nobody"};
    const auto refused = excerptOf(recorder.take(), options);
    EXPECT_EQ(std::get<std::string>(refused),
              "there is no task nobody in this run. There are: Task-1, main");
}

}  // namespace
}  // namespace coroscope::app::testing
