// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/wait_graph.h"

#include <memory>

#include <gtest/gtest.h>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"

namespace coroscope::app {
namespace {

using trace::TaskId;

/// The state at the end of a program.
struct Ended {
    explicit Ended(const std::string& text) {
        auto source = scenario::SourceText::fromBytes("lesson.py", text);
        Simulation simulation(std::get<scenario::SourceText>(source), {});
        (void)simulation.run();
        trace = simulation.trace();
        trace::StateReader states(trace);
        state = states.stateAt(trace->last());
    }
    std::shared_ptr<const trace::Trace> trace;
    trace::LoopState state;
};

TEST(WaitGraph, TasksThatAwaitEachOtherAreARing) {
    const Ended ended(
        "import asyncio\n"
        "async def wait_for_other(tasks, other):\n"
        "    await asyncio.sleep(0)\n"
        "    await tasks[other]\n"
        "async def main():\n"
        "    tasks = []\n"
        "    tasks.append(asyncio.create_task(wait_for_other(tasks, 1)))\n"
        "    tasks.append(asyncio.create_task(wait_for_other(tasks, 0)))\n"
        "    await tasks[0]\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(waitCycle(*ended.trace, ended.state), (std::vector<TaskId>{TaskId(1), TaskId(2)}));
    EXPECT_EQ(waitsFor(*ended.trace, ended.state, TaskId(0)), std::vector<TaskId>{TaskId(1)});
}

TEST(WaitGraph, LocksTakenCrosswiseAreARing) {
    const Ended ended(
        "import asyncio\n"
        "async def take(first, second):\n"
        "    async with first:\n"
        "        await asyncio.sleep(1)\n"
        "        async with second:\n"
        "            pass\n"
        "async def main():\n"
        "    a, b = asyncio.Lock(), asyncio.Lock()\n"
        "    await asyncio.gather(take(a, b), take(b, a))\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(waitCycle(*ended.trace, ended.state), (std::vector<TaskId>{TaskId(1), TaskId(2)}));
    const WaitGraph graph(*ended.trace, ended.state);
    EXPECT_EQ(graph.waitsFor(TaskId(1)), std::vector<TaskId>{TaskId(2)});
    EXPECT_EQ(graph.waitsFor(TaskId(2)), std::vector<TaskId>{TaskId(1)});
    EXPECT_EQ(graph.waitsFor(TaskId(0)), waitsFor(*ended.trace, ended.state, TaskId(0)));
}

TEST(WaitGraph, AChainIsNoRing) {
    const Ended ended(
        "import asyncio\n"
        "async def main():\n"
        "    await asyncio.get_running_loop().create_future()\n"
        "asyncio.run(main())\n");
    EXPECT_TRUE(waitCycle(*ended.trace, ended.state).empty());
}

}  // namespace
}  // namespace coroscope::app
