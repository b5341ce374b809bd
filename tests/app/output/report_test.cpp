// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "app/output/write_report.h"
#include "engine/trace/recorder.h"
#include "tests/engine/trace/sample_trace.h"

namespace coroscope::app::testing {
namespace {

std::string reportOf(const ExportedRun& run, const trace::Excerpt& excerpt = {},
                     std::string_view figure = {}) {
    std::string text;
    trace::TextSink sink([&text](std::string_view piece) { text += piece; });
    writeReport(run, excerpt, figure, sink);
    sink.flush();
    return text;
}

ExportedRun sleepers(std::string title, std::string source) {
    return {trace::testing::TwoSleepers().trace(), std::move(title), "two.py", std::move(source)};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(Report, HasProgramChartOutputEventsAndTimes) {
    const std::string report = reportOf(sleepers("Two", "import asyncio\n"));
    EXPECT_TRUE(report.starts_with("# Two\n\n```mermaid\ngantt\n")) << report;
    EXPECT_TRUE(contains(report, "```\n\n```python\nimport asyncio\n```\n\n## What it printed"));
    EXPECT_TRUE(contains(report, "## What it printed\n\n```text\nhello\n```\n"));
    EXPECT_TRUE(contains(report, "- **2 s** Task\\-2 courier ends by ValueError (line 3)\n"));
    EXPECT_TRUE(contains(report, "| Task\\-2 courier | 0 s | 2 s | 0 s | 0 s | 2 s | 2 |\n"));
}

TEST(Report, ShowsTheFigureThatLiesBesideIt) {
    const std::string report = reportOf(sleepers("Two", "x = 1\n"), {}, "a (b)-figure.svg");
    EXPECT_TRUE(
        report.starts_with("# Two\n\n![Timeline of 2 tasks in 2 s](a%20%28b%29-figure.svg)\n\n"
                           "```python\nx = 1\n"))
        << report;
    EXPECT_FALSE(contains(report, "mermaid"));
}

TEST(Report, TellsComplaintsFromWhatWasPrinted) {
    trace::Recorder recorder(10);
    recorder.output(0, {}, trace::Stream::Stdout, "hello\n", {});
    recorder.output(0, {}, trace::Stream::Stderr, "Task exception was never retrieved\n", {});
    const auto trace = std::make_shared<const trace::Trace>(recorder.take());
    const std::string report = reportOf({trace, "None", "none.py", "print('hello')\n"});
    EXPECT_TRUE(contains(report,
                         "## What it printed\n\n```text\nhello\n```\n\nOn standard error:\n\n"
                         "```text\nTask exception was never retrieved\n```\n"))
        << report;
}

TEST(Report, OfARunWithoutTasksHasNoEmptyChart) {
    trace::Recorder recorder(10);
    recorder.output(0, {}, trace::Stream::Stdout, "hello\n", {});
    const auto trace = std::make_shared<const trace::Trace>(recorder.take());
    const std::string report = reportOf({trace, "None", "none.py", "print('hello')\n"});
    EXPECT_FALSE(contains(report, "mermaid")) << report;
}

TEST(Report, ShowsWhatTurnsLettersAroundAndCutsWhatIsTooLong) {
    const std::string turned =
        "a\xE2\x80\xAE"
        "b\xE2\x80\xA8"
        "c";
    const std::string report = reportOf(sleepers(turned + std::string(10'000, 'x'), turned + "\n"));
    EXPECT_TRUE(
        report.starts_with("# a\xEF\xBF\xBD"
                           "b\xEF\xBF\xBD"
                           "cxxx"))
        << report;
    EXPECT_LT(report.find('\n'), 400U);
    EXPECT_TRUE(contains(report,
                         "```python\na\xEF\xBF\xBD"
                         "b\xEF\xBF\xBD"
                         "c\n```"));
}

TEST(Report, CutsALongNameInASentenceEvenIfAnotherBeginsWithIt) {
    const std::string name(70, 'a');
    trace::Recorder recorder(10);
    const auto first =
        recorder.taskCreated(0, {}, recorder.intern("one"), 1, {}, recorder.intern(name));
    recorder.stepBegan(0, first, {});
    recorder.taskCreated(0, first, recorder.intern("two"), 2, {}, recorder.intern(name + "b"));
    recorder.stepReturned(1, first, {});
    recorder.finished(1, trace::Finish::Ok, "");
    const auto trace = std::make_shared<const trace::Trace>(recorder.take());
    const std::string report = reportOf({trace, "Names", "names.py", "x = 1\n"});
    const std::string told = report.substr(report.find("## What happened"));
    const std::string brief = std::string(60, 'a') + "\xE2\x80\xA6";
    EXPECT_TRUE(contains(told, brief)) << told;
    EXPECT_FALSE(contains(told, std::string(61, 'a'))) << told;
    EXPECT_FALSE(contains(told, brief + "a")) << told;
    EXPECT_FALSE(contains(told, brief + "b")) << told;
}

TEST(Report, FencesWhatHasFencesInIt) {
    const std::string report = reportOf(sleepers("Two", "'''````\n```'''\n\x1b[31m"));
    EXPECT_TRUE(contains(report, "`````python\n'''````\n```'''\n\xEF\xBF\xBD[31m\n`````\n"));
}

TEST(Report, TakesNoTitleForMarkup) {
    const std::string report = reportOf(sleepers("<b> [x](y) *z* | a\nb", ""));
    EXPECT_TRUE(report.starts_with("# &lt;b\\> \\[x\\]\\(y\\) \\*z\\* \\| a b\n")) << report;
}

TEST(Report, OfAnExcerptTellsOfThatAlone) {
    trace::Excerpt excerpt;
    excerpt.from = 1.5;
    const std::string report = reportOf(sleepers("Two", ""), excerpt);
    EXPECT_FALSE(contains(report, "Task\\-1 returns"));
    EXPECT_TRUE(contains(report, "Task\\-2 courier ends by ValueError"));
}

}  // namespace
}  // namespace coroscope::app::testing
