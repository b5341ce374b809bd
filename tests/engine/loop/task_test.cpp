#include <gtest/gtest.h>

#include "tests/engine/loop/run_scenario.h"

namespace coroscope::loop {
namespace {

using test::runMain;
using test::runText;

const std::string kChild =
    "async def child(n):\n    await asyncio.sleep(n)\n    print('child', n)\n    return n\n";

TEST(Task, DoesNotStartWhenItIsCreated) {
    EXPECT_EQ(runMain("t = asyncio.create_task(child(0))\nprint('created')\nawait t", kChild),
              "created\nchild 0\n");
}

TEST(Task, CancelledBeforeItsFirstStepNeverBegins) {
    EXPECT_EQ(
        runMain("t = asyncio.create_task(child(0))\nt.cancel()\n"
                "try: await t\nexcept asyncio.CancelledError: print('cancelled', t.cancelled())",
                "async def child(n):\n    try: print('never')\n    finally: print('nor this')\n"),
        "cancelled True\n");
}

TEST(Task, CancelMessageReachesTheFirstAwaiterOnly) {
    EXPECT_EQ(
        runMain(
            "t = asyncio.create_task(asyncio.sleep(9))\nawait asyncio.sleep(0)\nt.cancel('why')\n"
            "for _ in range(2):\n    try: await t\n    except asyncio.CancelledError as e: "
            "print(e.args)"),
        "('why',)\n()\n");
}

TEST(Task, CancellingCountsRequests) {
    EXPECT_EQ(
        runMain("t = asyncio.create_task(asyncio.sleep(9))\nawait asyncio.sleep(0)\n"
                "t.cancel(); t.cancel()\nprint(t.cancelling(), t.uncancel(), t.cancelling())"),
        "2 1 1\n");
}

TEST(Task, AwaitingADoneOneDoesNotYield) {
    EXPECT_EQ(runMain("t = asyncio.create_task(child(0))\nawait asyncio.sleep(1)\n"
                      "asyncio.get_running_loop().call_soon(print, 'loop')\nprint(await t)",
                      kChild),
              "child 0\n0\nloop\n");
}

TEST(Task, CannotAwaitItself) {
    EXPECT_NE(
        runMain("await asyncio.current_task()").find("RuntimeError: Task cannot await on itself"),
        std::string::npos);
}

TEST(Task, ReportsAnExceptionThatNobodyRetrieved) {
    const std::string out =
        runMain("t = asyncio.create_task(bad())\nawait asyncio.sleep(1)\ndel t\nprint('after')",
                "async def bad(): raise KeyError('x')\n");
    EXPECT_NE(out.find("Task exception was never retrieved"), std::string::npos) << out;
    EXPECT_NE(out.find("KeyError: 'x'"), std::string::npos) << out;
}

TEST(Task, ReportsACoroutineThatNobodyAwaited) {
    EXPECT_NE(runMain("child(1)\nprint('on')", kChild)
                  .find("RuntimeWarning: coroutine 'child' was never awaited"),
              std::string::npos);
}

TEST(Task, NamesCountUpEvenWhereOneIsGiven) {
    EXPECT_EQ(
        runMain(
            "for name in ('a', None):\n    t = asyncio.create_task(asyncio.sleep(0), name=name)\n"
            "    print(t.get_name())\n    await t"),
        "a\nTask-3\n");
}

TEST(Gather, GivesResultsInTheOrderOfItsArguments) {
    EXPECT_EQ(runMain("print(await asyncio.gather(child(2), child(1)), now())", kChild),
              "child 1\nchild 2\n[2, 1] 2.0\n");
}

TEST(Gather, RunsARepeatedAwaitableOnce) {
    EXPECT_EQ(runMain("c = child(1)\nprint(await asyncio.gather(c, c))", kChild),
              "child 1\n[1, 1]\n");
}

TEST(Gather, OfNothingIsAnEmptyList) {
    EXPECT_EQ(runMain("print(await asyncio.gather())"), "[]\n");
}

TEST(Gather, RaisesTheFirstExceptionAndLetsTheOthersRun) {
    EXPECT_EQ(
        runMain(
            "try: await asyncio.gather(child(2), bad())\nexcept ValueError as e: print(e, now())\n"
            "await asyncio.sleep(5)",
            kChild + "async def bad(): raise ValueError('bad')\n"),
        "bad 0.0\nchild 2\n");
}

TEST(Gather, ReturnsExceptionsOnRequestWithoutTheCancelMessage) {
    EXPECT_EQ(runMain("t = asyncio.create_task(asyncio.sleep(9))\n"
                      "asyncio.get_running_loop().call_later(1, t.cancel, 'm')\n"
                      "print(await asyncio.gather(t, child(0), return_exceptions=True))",
                      kChild),
              "child 0\n[CancelledError(''), 0]\n");
}

TEST(Gather, RefusesWhatCannotBeAwaited) {
    EXPECT_EQ(runMain("try: asyncio.gather(1)\nexcept TypeError as e: print(e)"),
              "An asyncio.Future, a coroutine or an awaitable is required\n");
}

TEST(Shield, KeepsTheInnerTaskFromBeingCancelled) {
    EXPECT_EQ(runMain("inner = asyncio.create_task(child(2))\nouter = "
                      "asyncio.ensure_future(asyncio.shield(inner))\n"
                      "await asyncio.sleep(1)\nouter.cancel('m')\n"
                      "try: await outer\nexcept asyncio.CancelledError as e: "
                      "print(e.args)\nprint(await inner)",
                      kChild),
              "('m',)\nchild 2\n2\n");
}

TEST(WaitFor, GivesAResultThatComesInTime) {
    EXPECT_EQ(runMain("print(await asyncio.wait_for(child(1), 2), now())", kChild),
              "child 1\n1 1.0\n");
}

TEST(WaitFor, IsTooLateForACoroutineThatTakesExactlySoLong) {
    EXPECT_EQ(runMain("try: await asyncio.wait_for(child(2), 2)\nexcept TimeoutError as e: "
                      "print(repr(e.__cause__))",
                      kChild),
              "CancelledError()\n");
}

TEST(WaitFor, WaitsForTheCleanUpOfWhatItCancelled) {
    EXPECT_EQ(runMain("try: await asyncio.wait_for(slow(), 1)\nexcept TimeoutError: print(now())",
                      "async def slow():\n    try: await asyncio.sleep(9)\n    finally: await "
                      "asyncio.sleep(3)\n"),
              "4.0\n");
}

TEST(WaitFor, OfZeroCancelsAtOnce) {
    EXPECT_EQ(
        runMain(
            "try: await asyncio.wait_for(child(1), 0)\nexcept TimeoutError: print('late', now())",
            kChild),
        "late 0.0\n");
}

TEST(Timeout, TurnsItsCancelIntoTimeoutError) {
    EXPECT_EQ(runMain("try:\n    async with asyncio.timeout(1) as t: await asyncio.sleep(9)\n"
                      "except TimeoutError as e: print(now(), t.expired(), e.__cause__, "
                      "repr(e.__context__))"),
              "1.0 True None CancelledError()\n");
}

TEST(Timeout, LetsACancelFromOutsideThrough) {
    EXPECT_EQ(
        runMain(
            "t = asyncio.create_task(limited())\nawait asyncio.sleep(1)\nt.cancel()\n"
            "try: await t\nexcept asyncio.CancelledError: print('cancelled', now())",
            "async def limited():\n    async with asyncio.timeout(5): await asyncio.sleep(9)\n"),
        "cancelled 1.0\n");
}

TEST(Timeout, CanBeRescheduled) {
    EXPECT_EQ(
        runMain("try:\n    async with asyncio.timeout(1) as t:\n        t.reschedule(now() + 3)\n"
                "        await asyncio.sleep(9)\nexcept TimeoutError: print(now(), t)"),
        "3.0 <Timeout [expired]>\n");
}

TEST(Sleep, GivesItsResultAndKeepsTime) {
    EXPECT_EQ(runMain("print(await asyncio.sleep(1.5, 'r'), now())"), "r 1.5\n");
}

TEST(Sleep, RefusesAWrongArgumentWhenItIsAwaited) {
    EXPECT_EQ(runMain("c = asyncio.sleep('1')\ntry: await c\nexcept TypeError as e: print(e)"),
              "'<=' not supported between instances of 'str' and 'int'\n");
    EXPECT_EQ(runMain("try: asyncio.sleep()\nexcept TypeError as e: print(e)"),
              "sleep() missing 1 required positional argument: 'delay'\n");
}

TEST(Future, RefusesASecondResult) {
    EXPECT_EQ(runMain("f = asyncio.get_running_loop().create_future()\nf.set_result(1)\n"
                      "try: f.set_result(2)\nexcept asyncio.InvalidStateError as e: print(e)"),
              "invalid state\n");
}

TEST(Trace, SaysWhatASuspendedTaskWaitsFor) {
    const auto run =
        runText("import asyncio\nasync def main(): await asyncio.sleep(2)\nasyncio.run(main())\n");
    bool found = false;
    for (const trace::Event& event : run.trace.events()) {
        if (event.suspends() && event.wait == trace::WaitKind::Sleep)
            found = event.value == 2.0 && event.line == 2;
    }
    EXPECT_TRUE(found);
}

TEST(AsyncioModule, NamesWhatItDoesNotHaveYet) {
    EXPECT_EQ(runMain("try: asyncio.open_connection\nexcept AttributeError as e: print(e)\n"
                      "try: asyncio.nonsense\nexcept AttributeError as e: print(e)"),
              "asyncio.open_connection is not supported by Coroscope yet\nmodule 'asyncio' has no "
              "attribute 'nonsense'\n");
}

TEST(TimeModule, FollowsTheVirtualClock) {
    EXPECT_EQ(runMain("await asyncio.sleep(90)\nprint(time.time(), time.monotonic(), "
                      "time.strftime('%Y-%m-%d %H:%M:%S'))"),
              "1735689690.0 90.0 2025-01-01 00:01:30\n");
}

TEST(TimeModule, SleepBlocks) {
    EXPECT_EQ(
        runMain(
            "time.sleep(2)\nprint(now())\ntry: time.sleep(-1)\nexcept ValueError as e: print(e)"),
        "2.0\nsleep length must be non-negative\n");
}

TEST(Task, ReprEndsWhereTasksAwaitEachOther) {
    const std::string shown = runMain(
        "tasks = {}\n"
        "async def member(n): await tasks[1 - n]\n"
        "for n in 0, 1: tasks[n] = asyncio.create_task(member(n))\n"
        "await asyncio.sleep(0)\nawait asyncio.sleep(0)\n"
        "print(repr(tasks[0]).count('<Task'))\n"
        "print(repr(tasks[0]).count('wait_for=...'))");
    // The run ends with RecursionError: asyncio.run cancels one after the other, round and round.
    EXPECT_TRUE(shown.starts_with("2\n1\nTraceback")) << shown;
}

}  // namespace
}  // namespace coroscope::loop
