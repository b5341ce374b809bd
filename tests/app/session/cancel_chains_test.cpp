// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/cancel_chains.h"

#include <memory>

#include <gtest/gtest.h>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"

namespace coroscope::app {
namespace {

using trace::TaskId;

struct Ran {
    explicit Ran(const std::string& text) {
        auto source = scenario::SourceText::fromBytes("lesson.py", text);
        Simulation simulation(std::get<scenario::SourceText>(source), {});
        (void)simulation.run();
        trace = simulation.trace();
        trace::StateReader states(trace);
        chains = CancelChains(*trace, states);
    }
    [[nodiscard]] const Cancel& at(std::size_t number) const { return chains.all()[number]; }
    [[nodiscard]] trace::StepEnd endOf(std::size_t number) const {
        return (*trace)[at(number).ended].stepEnd();
    }

    std::shared_ptr<const trace::Trace> trace;
    CancelChains chains;
};

TEST(CancelChains, ACancelIsAskedForThenDeliveredThenTheTaskEnds) {
    const Ran ran(
        "import asyncio\n"
        "async def nap():\n"
        "    await asyncio.sleep(9)\n"
        "async def main():\n"
        "    task = asyncio.create_task(nap())\n"
        "    await asyncio.sleep(1)\n"
        "    task.cancel()\n"
        "    await asyncio.sleep(1)\n"
        "asyncio.run(main())\n");
    ASSERT_EQ(ran.chains.all().size(), 1U);
    EXPECT_EQ(ran.at(0).by, TaskId(0));
    EXPECT_EQ(ran.at(0).target, TaskId(1));
    EXPECT_LT(ran.at(0).requested, ran.at(0).delivered);
    EXPECT_LT(ran.at(0).delivered, ran.at(0).ended);
    EXPECT_EQ(ran.endOf(0), trace::StepEnd::Cancelled);
}

TEST(CancelChains, TheCancelOfATaskLeadsToThoseOfWhatItAwaits) {
    const Ran ran(
        "import asyncio\n"
        "async def nap():\n"
        "    await asyncio.sleep(9)\n"
        "async def both():\n"
        "    await asyncio.gather(nap(), nap())\n"
        "async def outer(task):\n"
        "    await task\n"
        "async def main():\n"
        "    inner = asyncio.create_task(both())\n"
        "    task = asyncio.create_task(outer(inner))\n"
        "    other = asyncio.create_task(nap())\n"
        "    await asyncio.sleep(1)\n"
        "    task.cancel()\n"
        "    other.cancel()\n"
        "    await asyncio.sleep(1)\n"
        "asyncio.run(main())\n");
    std::vector<std::pair<TaskId, int>> found;
    for (const Cancel& each : ran.chains.all()) found.emplace_back(each.target, each.depth);
    const std::vector<std::pair<TaskId, int>> wanted{
        {TaskId(2), 0}, {TaskId(1), 1}, {TaskId(4), 2}, {TaskId(5), 2}, {TaskId(3), 0}};
    EXPECT_EQ(found, wanted);
}

TEST(CancelChains, WhatATaskCancelsAsItIsCancelledComesOfThat) {
    const Ran ran(
        "import asyncio\n"
        "async def nap():\n"
        "    await asyncio.sleep(9)\n"
        "async def keeper():\n"
        "    helper = asyncio.create_task(nap())\n"
        "    try:\n"
        "        await asyncio.sleep(5)\n"
        "    finally:\n"
        "        helper.cancel()\n"
        "async def main():\n"
        "    task = asyncio.create_task(keeper())\n"
        "    await asyncio.sleep(1)\n"
        "    task.cancel()\n"
        "    await asyncio.sleep(1)\n"
        "asyncio.run(main())\n");
    ASSERT_EQ(ran.chains.all().size(), 2U);
    EXPECT_EQ(ran.at(0).target, TaskId(1));
    EXPECT_EQ(ran.at(1).target, TaskId(2));
    EXPECT_EQ(ran.at(1).by, TaskId(1));
    EXPECT_EQ(ran.at(1).depth, 1);
}

TEST(CancelChains, ATaskThatSwallowsItsCancelReturns) {
    const Ran ran(
        "import asyncio\n"
        "async def stubborn():\n"
        "    try:\n"
        "        await asyncio.sleep(9)\n"
        "    except asyncio.CancelledError:\n"
        "        await asyncio.sleep(1)\n"
        "async def main():\n"
        "    task = asyncio.create_task(stubborn())\n"
        "    await asyncio.sleep(1)\n"
        "    task.cancel()\n"
        "    await task\n"
        "asyncio.run(main())\n");
    ASSERT_EQ(ran.chains.all().size(), 1U);
    EXPECT_EQ(ran.endOf(0), trace::StepEnd::Returned);
}

TEST(CancelChains, ATimeOutIsAskedForByTheLoop) {
    const Ran ran(
        "import asyncio\n"
        "async def main():\n"
        "    try:\n"
        "        async with asyncio.timeout(1):\n"
        "            await asyncio.sleep(9)\n"
        "    except TimeoutError:\n"
        "        pass\n"
        "asyncio.run(main())\n");
    ASSERT_EQ(ran.chains.all().size(), 1U);
    EXPECT_FALSE(ran.at(0).by.valid());
    EXPECT_TRUE(ran.at(0).delivered.valid());
}

TEST(CancelChains, ARunWithoutCancelsHasNone) {
    EXPECT_TRUE(Ran("print(1)\n").chains.all().empty());
}

}  // namespace
}  // namespace coroscope::app
