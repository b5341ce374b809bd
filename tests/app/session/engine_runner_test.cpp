// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/engine_runner.h"

#include <chrono>
#include <thread>

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "app/session/run_service.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

RunRequest requestOf(const char* text) {
    RunRequest request;
    request.text = text;
    request.name = "test.py";
    return request;
}

TEST(EngineRunner, ARunTellsHowFarItHasCome) {
    RunService service(engineRunner());
    EXPECT_EQ(service.progress().instructions, 0U);
    RunRequest request = requestOf(
        "import asyncio\n"
        "async def main():\n"
        "    while True:\n"
        "        await asyncio.sleep(1)\n"
        "asyncio.run(main())\n");
    request.limits.instructions = 1ULL << 62;
    request.limits.events = 2'000'000'000;
    service.request(std::move(request));
    ASSERT_TRUE(waitUntil([&] { return service.progress().instructions > 100'000; }, 20'000));
    const Progress now = service.progress();
    EXPECT_GT(now.events, 100U);
    EXPECT_GT(now.virtualTime, 10.0);
    service.cancel();
    EXPECT_TRUE(waitUntil([&] { return !service.isBusy(); }, 20'000));
}

TEST(EngineRunner, AStopThatComesWhenTheRunIsOverDoesNotReachItsReplays) {
    // The stop is pressed a little later each time: before, at and after the end.
    for (int i = 0; i < 60; ++i) {
        CancelSwitch stop;
        std::thread user([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(100 * i));
            stop.trip();
        });
        const RunReport report =
            engineRunner()(requestOf("total = sum(n for n in range(2000))\nprint(total)\n"), stop);
        user.join();
        ASSERT_FALSE(report.trace->empty());
        if (report.result.status != RunStatus::Ok) continue;
        CancelSwitch none;
        EXPECT_TRUE(report.replay(report.trace->first(), none).reached) << i;
    }
}

TEST(EngineRunner, AStopThatEndsOneReplayLeavesTheNextAlone) {
    CancelSwitch none;
    const RunReport report = engineRunner()(requestOf("print('one')\nprint('two')\n"), none);
    CancelSwitch tripped;
    tripped.trip();
    EXPECT_FALSE(report.replay(report.trace->last(), tripped).reached);
    EXPECT_TRUE(report.replay(report.trace->first(), none).reached);
}

TEST(EngineRunner, TheTraceKnowsWhereInAnImportedFileATaskStands) {
    const QTemporaryDir folder;
    QFile helper(folder.filePath(QStringLiteral("helper.py")));
    ASSERT_TRUE(helper.open(QIODevice::WriteOnly));
    helper.write("import asyncio\n\nasync def nap():\n    await asyncio.sleep(1)\n");
    helper.close();
    RunRequest request = requestOf(
        "import asyncio, helper\n"
        "async def main():\n"
        "    await helper.nap()\n"
        "    await asyncio.sleep(1)\n"
        "asyncio.run(main())\n");
    request.path = folder.filePath(QStringLiteral("main.py")).toStdString();
    CancelSwitch none;
    const RunReport report = engineRunner()(request, none);
    std::vector<std::string> places;
    for (auto row = report.trace->events().begin(); !row.atEnd(); ++row) {
        const bool suspended =
            row->kind == trace::EventKind::StepEnded && row->stepEnd() == trace::StepEnd::Suspended;
        if (!suspended && row->kind != trace::EventKind::StepBegan) continue;
        std::string place = std::to_string(row->line);
        if (const auto* there = report.trace->importedPlace(row.index())) {
            place += " " +
                     std::string(report.trace->text(there->file).substr(folder.path().size())) +
                     ":" + std::to_string(there->span.line);
        }
        places.push_back(place);
    }
    const std::vector<std::string> expected{
        "2", "3 /helper.py:4", "3 /helper.py:4", "4", "4",
    };
    EXPECT_EQ(std::vector(places.begin(), places.begin() + 5), expected);
}

}  // namespace
}  // namespace coroscope::app
