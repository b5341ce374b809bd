// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/line_places.h"

#include <variant>

#include <gtest/gtest.h>

#include "app/session/run_marks.h"
#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"

namespace coroscope::app {
namespace {

class LinePlacesTest : public testing::Test {
protected:
    void run(const std::string& text) {
        const auto source =
            std::get<scenario::SourceText>(scenario::SourceText::fromBytes("lesson.py", text));
        Simulation simulation(source, {});
        ASSERT_NE(simulation.run().status, RunStatus::Refused);
        trace_ = simulation.trace();
        places_ = LinePlaces(*trace_, {{"", statementLines(source)}});
    }

    std::shared_ptr<const trace::Trace> trace_;
    LinePlaces places_;
};

TEST_F(LinePlacesTest, ALineThatTheLoopDoesNotSeeIsMetAtTheNextOfItsFunctionThatItDoes) {
    run("import asyncio\n"
        "\n"
        "async def main():\n"
        "    a = 1\n"
        "    # a comment\n"
        "    await asyncio.sleep(\n"
        "        a,\n"
        "    )\n"
        "    return a\n"
        "\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(places_.meetingOf(3), 3) << "there it begins";
    EXPECT_EQ(places_.meetingOf(4), 6);
    EXPECT_EQ(places_.meetingOf(5), 6);
    EXPECT_EQ(places_.meetingOf(7), 6) << "of one statement";
    EXPECT_EQ(places_.meetingOf(9), 6) << "nothing more happens in main";
    EXPECT_EQ(places_.meetingOf(11), 11);
    EXPECT_EQ(places_.meetingOf(12), 0);
}

TEST_F(LinePlacesTest, AFunctionThatOnlyCallsOthersIsMetWhereItBegins) {
    run("import asyncio\n"
        "async def inner():\n"
        "    await asyncio.sleep(1)\n"
        "async def main():\n"
        "    x = await inner()\n"
        "    return x\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(places_.meetingOf(5), 4);
    EXPECT_EQ(places_.meetingOf(6), 4);
}

TEST_F(LinePlacesTest, BehindTheEndOfALoopsBodyIsItsBeginning) {
    run("import asyncio\n"
        "async def main():\n"
        "    n = 0\n"
        "    while n < 3:\n"
        "        await asyncio.sleep(1)\n"
        "        n += 1\n"
        "    print(n)\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(places_.meetingOf(3), 5);
    EXPECT_EQ(places_.meetingOf(4), 5);
    EXPECT_EQ(places_.meetingOf(6), 5);
    EXPECT_EQ(places_.meetingOf(7), 7);
}

TEST_F(LinePlacesTest, AFunctionThatIsNeverCalledIsNotMet) {
    run("import asyncio\n"
        "def never():\n"
        "    print(1)\n"
        "async def main():\n"
        "    print(2)\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(places_.meetingOf(2), 0);
    EXPECT_EQ(places_.meetingOf(3), 0);
}

TEST_F(LinePlacesTest, WhatWentWrongIsMarkedWhereItDid) {
    run("import asyncio\n"
        "async def forgotten(): pass\n"
        "async def main():\n"
        "    for _ in range(3):\n"
        "        forgotten()\n"
        "    raise ValueError\n"
        "asyncio.run(main())\n");
    const std::vector<RunMark> marks = runMarks(*trace_);
    ASSERT_EQ(marks.size(), 2U) << "once, however often it happens";
    EXPECT_EQ(marks[0].span.line, 5);
    EXPECT_EQ(marks[0].text, "coroutine 'forgotten' was never awaited");
    EXPECT_EQ(marks[1].span.line, 6);
    EXPECT_EQ(marks[1].text, "ValueError: nobody catches it");
    EXPECT_LT(marks[0].since, marks[1].since);
}

TEST_F(LinePlacesTest, WhatATaskCatchesLaterIsNotWhatEndedTheProgram) {
    run("import asyncio\n"
        "async def other():\n"
        "    try:\n"
        "        await asyncio.sleep(9)\n"
        "    finally:\n"
        "        try:\n"
        "            {}['key']\n"
        "        except KeyError:\n"
        "            pass\n"
        "async def main():\n"
        "    asyncio.create_task(other())\n"
        "    await asyncio.sleep(1)\n"
        "    raise ValueError\n"
        "asyncio.run(main())\n");
    const std::vector<RunMark> marks = runMarks(*trace_);
    ASSERT_EQ(marks.size(), 1U);
    EXPECT_EQ(marks[0].span.line, 13);
}

TEST_F(LinePlacesTest, AnExceptionThatIsCaughtEndsNothing) {
    run("try:\n    1 / 0\nexcept ZeroDivisionError:\n    print('caught')\n");
    EXPECT_TRUE(runMarks(*trace_).empty());
}

}  // namespace
}  // namespace coroscope::app
