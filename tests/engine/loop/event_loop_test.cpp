#include <gtest/gtest.h>

#include "tests/engine/loop/run_scenario.h"

namespace coroscope::loop {
namespace {

using test::runMain;
using test::runText;

TEST(EventLoop, TimersWithEqualDueTimesFireFirstSetFirst) {
    EXPECT_EQ(runMain("loop = asyncio.get_running_loop()\n"
                      "for n in range(4): loop.call_at(1, print, n)\n"
                      "await asyncio.sleep(2)"),
              "0\n1\n2\n3\n");
}

TEST(EventLoop, TimersWithinTheResolutionFireInOneIteration) {
    EXPECT_EQ(runMain("loop = asyncio.get_running_loop()\n"
                      "loop.call_at(0.1 + 0.2, lambda: print('sum', now()))\n"
                      "loop.call_at(0.3, lambda: print('plain', now()))\n"
                      "await asyncio.sleep(1)"),
              "plain 0.3\nsum 0.3\n");
}

TEST(EventLoop, ATimerAtNotANumberFiresAtOnce) {
    EXPECT_EQ(runMain("loop = asyncio.get_running_loop()\n"
                      "loop.call_at(float('nan'), lambda: print('nan', now()))\n"
                      "await asyncio.sleep(1)\nprint(now())"),
              "nan 0.0\n1.0\n");
}

TEST(EventLoop, CallbacksAddedInABatchRunInTheNext) {
    EXPECT_EQ(runMain("loop = asyncio.get_running_loop()\n"
                      "loop.call_soon(lambda: loop.call_soon(print, 'added'))\n"
                      "loop.call_soon(print, 'second')\n"
                      "await asyncio.sleep(1)"),
              "second\nadded\n");
}

TEST(EventLoop, ACancelledHandleDoesNotRun) {
    EXPECT_EQ(runMain("loop = asyncio.get_running_loop()\n"
                      "soon = loop.call_soon(print, 'never')\n"
                      "later = loop.call_later(1, print, 'never')\n"
                      "soon.cancel(); later.cancel()\n"
                      "await asyncio.sleep(2)\n"
                      "print(soon.cancelled(), later.cancelled())"),
              "True True\n");
}

TEST(EventLoop, ClosedOnesRefuseToRun) {
    EXPECT_EQ(runText("import asyncio\nloop = asyncio.new_event_loop()\nloop.close()\n"
                      "try:\n    loop.run_forever()\nexcept RuntimeError as e:\n    print(e)\n")
                  .out,
              "Event loop is closed\n");
}

TEST(EventLoop, StopsAfterTheIterationInWhichItWasTold) {
    EXPECT_EQ(runText("import asyncio\nloop = asyncio.new_event_loop()\n"
                      "loop.call_soon(loop.stop)\nloop.call_soon(print, 'same batch')\n"
                      "loop.run_forever()\nprint('after')\n")
                  .out,
              "same batch\nafter\n");
}

TEST(EventLoop, BlockingMakesTimersLate) {
    EXPECT_EQ(runMain("asyncio.get_running_loop().call_later(1, lambda: print('timer', now()))\n"
                      "await asyncio.sleep(0)\n"
                      "time.sleep(3)\n"
                      "await asyncio.sleep(0)\nawait asyncio.sleep(0)"),
              "timer 3.0\n");
}

TEST(EventLoop, LongCodeTakesVirtualTime) {
    RunSettings settings;
    settings.freeInstructions = 1000;
    settings.secondsPerInstruction = 1e-3;
    const auto run = runText(
        "import asyncio\nasync def main():\n    for _ in range(10_000): pass\n"
        "    print(asyncio.get_running_loop().time() > 5)\nasyncio.run(main())\n",
        settings);
    EXPECT_EQ(run.out, "True\n");
}

TEST(EventLoop, WhatTheCodeOfAStepTookIsToldBeforeTheStepsEnd) {
    RunSettings settings;
    settings.freeInstructions = 1000;
    settings.secondsPerInstruction = 1e-3;
    const auto run = runText(
        "import asyncio\nasync def main():\n    for _ in range(10_000): "
        "pass\nasyncio.run(main())\n",
        settings);
    std::vector<trace::Event> told;
    for (const trace::Event& event : run.trace.events()) {
        const bool ends = event.kind == trace::EventKind::BlockingEnded || event.endsTask();
        if (ends) told.push_back(event);
    }
    ASSERT_GE(told.size(), 2U);  // then come the tasks with which the loop is shut down
    EXPECT_EQ(told[0].kind, trace::EventKind::BlockingEnded);
    EXPECT_EQ(told[0].line, 0U) << "that of asyncio.run is not where the task stands";
    EXPECT_EQ(told[1].time, told[0].time);
}

TEST(EventLoop, APollingProgramComesToItsEnd) {
    EXPECT_EQ(runMain("while now() < 0.001: pass\nprint('over')"), "over\n");
}

TEST(Deadlock, NamesWhoWaitsForWhat) {
    const auto run = runText(
        "import asyncio\n"
        "async def main():\n"
        "    await asyncio.get_running_loop().create_future()\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(run.finish, trace::Finish::Deadlock);
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_NE(run.message.find("Task-1 in main(), line 3, waits for a future"), std::string::npos)
        << run.message;
}

TEST(Deadlock, NamesTheRingOfTasksThatWaitForOneAnother) {
    const auto run = runText(
        "import asyncio\n"
        "async def both(first, second):\n"
        "    async with first:\n"
        "        await asyncio.sleep(1)\n"
        "        async with second: pass\n"
        "async def main():\n"
        "    a, b = asyncio.Lock(), asyncio.Lock()\n"
        "    await asyncio.gather(both(a, b), both(b, a))\n"
        "asyncio.run(main())\n");
    EXPECT_NE(run.message.find("Task-2 in both(), line 5, waits for a lock that Task-3 holds"),
              std::string::npos)
        << run.message;
    EXPECT_NE(run.message.find("in a ring: Task-2 waits for Task-3 waits for Task-2"),
              std::string::npos)
        << run.message;
}

TEST(Deadlock, NamesWhoHoldsASemaphore) {
    const auto run = runText(
        "import asyncio\n"
        "async def both(first, second):\n"
        "    async with first:\n"
        "        await asyncio.sleep(1)\n"
        "        async with second: pass\n"
        "async def main():\n"
        "    a, b = asyncio.Semaphore(1), asyncio.BoundedSemaphore(2)\n"
        "    async with asyncio.TaskGroup() as group:\n"
        "        for pair in (a, b), (b, a), (b, a): group.create_task(both(*pair))\n"
        "asyncio.run(main())\n");
    for (const char* words :
         {"Task-1 in main(), line 8, waits for the tasks of a task group: Task-2, Task-3, Task-4",
          "Task-2 in both(), line 5, waits for a semaphore that Task-3 and Task-4 hold",
          "Task-3 in both(), line 5, waits for a semaphore that Task-2 holds",
          "in a ring: Task-2 waits for Task-3 waits for Task-2"}) {
        EXPECT_NE(run.message.find(words), std::string::npos) << run.message;
    }
}

TEST(Deadlock, ACountOfEventsHasNoHolder) {
    const auto run = runText(
        "import asyncio\n"
        "async def main():\n"
        "    ready = asyncio.Semaphore(0)\n"
        "    asyncio.get_running_loop().call_soon(ready.release)\n"
        "    await ready.acquire()\n"
        "    await ready.acquire()\n"
        "asyncio.run(main())\n");
    EXPECT_NE(run.message.find("Task-1 in main(), line 6, waits for a semaphore\n"),
              std::string::npos)
        << run.message;
    EXPECT_EQ(run.message.find("itself"), std::string::npos) << run.message;
}

TEST(Deadlock, FollowsARingThroughWhatWaitsForSeveral) {
    const auto run = runText(
        "import asyncio\n"
        "async def child():\n"
        "    await asyncio.wait([parent])\n"
        "async def main():\n"
        "    global parent\n"
        "    parent = asyncio.current_task()\n"
        "    for each in asyncio.as_completed([child()]): await each\n"
        "asyncio.run(main())\n");
    EXPECT_NE(run.message.find("waits for the next of as_completed: Task-2"), std::string::npos)
        << run.message;
    EXPECT_NE(run.message.find("in a ring: Task-1 waits for Task-2 waits for Task-1"),
              std::string::npos)
        << run.message;
}

TEST(Deadlock, NamesATaskThatWaitsForItself) {
    const auto run = runText(
        "import asyncio\n"
        "async def main():\n"
        "    lock = asyncio.Lock()\n"
        "    async with lock, lock: pass\n"
        "asyncio.run(main())\n");
    EXPECT_NE(run.message.find("Task-1 waits for itself"), std::string::npos) << run.message;
}

TEST(Deadlock, NamesNoRingWhereThereIsNone) {
    const auto run = runText(
        "import asyncio\n"
        "async def holds(lock):\n"
        "    async with lock: await asyncio.Future()\n"
        "async def main():\n"
        "    lock = asyncio.Lock()\n"
        "    await asyncio.gather(holds(lock), holds(lock))\n"
        "asyncio.run(main())\n");
    EXPECT_NE(run.message.find("Task-3 in holds(), line 3, waits for a lock that Task-2 holds"),
              std::string::npos)
        << run.message;
    EXPECT_EQ(run.message.find("ring"), std::string::npos) << run.message;
}

TEST(Deadlock, RunsNoHandlerOfTheScenario) {
    const auto run = runText(
        "import asyncio\n"
        "async def main():\n"
        "    try:\n        await asyncio.get_running_loop().create_future()\n"
        "    finally:\n        print('never')\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(run.out, "");
}

TEST(Run, CountsItsOwnTasks) {
    EXPECT_EQ(runText("import asyncio\nasync def main(): print(asyncio.current_task().get_name())\n"
                      "asyncio.run(main())\nasyncio.run(main())\n")
                  .out,
              "Task-1\nTask-4\n");
}

TEST(Run, CancelsWhatIsLeft) {
    EXPECT_EQ(runMain("t = asyncio.create_task(left())\nawait asyncio.sleep(1)\nprint('main ends')",
                      "async def left():\n    try: await asyncio.sleep(9)\n    finally: "
                      "print('cancelled')\n"),
              "main ends\ncancelled\n");
}

TEST(Run, RefusesWhatIsNoCoroutine) {
    EXPECT_EQ(
        runText("import asyncio\ntry:\n    asyncio.run(1)\nexcept ValueError as e:\n    print(e)\n")
            .out,
        "a coroutine was expected, got 1\n");
}

TEST(Run, RefusesToBeNested) {
    EXPECT_EQ(runMain("c = asyncio.sleep(0)\ntry: asyncio.run(c)\nexcept RuntimeError as e: "
                      "print(e)\nawait c"),
              "asyncio.run() cannot be called from a running event loop\n");
}

TEST(Limits, EndARunThatRecordsTooMuch) {
    RunSettings settings;
    settings.limits.events = 100;
    const auto run = runText(
        "import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\n"
        "asyncio.run(main())\n",
        settings);
    EXPECT_EQ(run.finish, trace::Finish::Limit);
    EXPECT_EQ(run.exitCode, 4);
}

TEST(Limits, EndARunThatNeverStops) {
    RunSettings settings;
    settings.limits.instructions = 100'000;
    const auto run = runText(
        "import asyncio\nasync def main():\n    while True: pass\nasyncio.run(main())\n", settings);
    EXPECT_EQ(run.finish, trace::Finish::Limit);
}

TEST(Limits, EndALoopWhoseClockStandsStill) {
    RunSettings settings;
    settings.limits.instructions = 100'000;
    const auto run = runText(
        "import asyncio\n"
        "loop = asyncio.new_event_loop()\n"
        "loop.time = float\n"
        "loop.run_until_complete(asyncio.sleep(1))\n",
        settings);
    EXPECT_EQ(run.finish, trace::Finish::Limit);
}

TEST(EventLoop, LetsItsCallbacksBeCalledOnceAndWithTheirFutureAlone) {
    const auto run = runText(
        "import asyncio\n"
        "class Calls(asyncio.SelectorEventLoop):\n"
        "    def call_soon(self, callback, *args, context=None):\n"
        "        if getattr(callback, '__name__', '') == '_done_callback':\n"
        "            for given in (), (1,), args, args:\n"
        "                try: callback(*given)\n"
        "                except TypeError as error: print(error)\n"
        "            return\n"
        "        return super().call_soon(callback, *args, context=context)\n"
        "async def main(): return await asyncio.gather(asyncio.sleep(1, 'slept'))\n"
        "print(Calls().run_until_complete(main()))\n");
    const std::string refused =
        "gather.<locals>._done_callback() takes the future that is done, once\n";
    EXPECT_EQ(run.out,
              "gather.<locals>._done_callback() missing 1 required positional argument: 'fut'\n" +
                  refused + refused + "['slept']\n");
}

TEST(EventLoop, IsWarnedOfWhenLeftOpenThoughItsReprMakesOthers) {
    const auto run = runText(
        "import asyncio, warnings\n"
        "class Makes(asyncio.SelectorEventLoop):\n"
        "    def __repr__(self):\n"
        "        for _ in range(50): asyncio.SelectorEventLoop()\n"
        "        return 'a loop'\n"
        "warnings.simplefilter('always')\n"
        "made = [Makes() for _ in range(3)]\n");
    EXPECT_NE(run.error.find("ResourceWarning: unclosed event loop a loop"), std::string::npos);
}

TEST(EventLoop, RefusesByNameToBeReplacedWhereOnlyItCallsItself) {
    const auto run = runText(
        "import asyncio\n"
        "loop = asyncio.new_event_loop()\n"
        "for name in '_run_once', 'is_running':\n"
        "    try: setattr(loop, name, print)\n"
        "    except NotImplementedError as error: print(error)\n"
        "class Mixin:\n"
        "    def _call_soon(self): pass\n"
        "for base in asyncio.SelectorEventLoop, asyncio.BaseEventLoop:\n"
        "    try:\n"
        "        class MyLoop(Mixin, base): pass\n"
        "    except NotImplementedError as error: print(error)\n"
        "try: asyncio.SelectorEventLoop(1)\n"
        "except NotImplementedError as error: print(error)\n");
    EXPECT_EQ(run.out,
              "replacing loop._run_once is not supported by Coroscope\n"
              "replacing loop.is_running is not supported by Coroscope\n"
              "MyLoop._call_soon: a loop's own _call_soon is not supported by Coroscope\n"
              "MyLoop: a class of event loops that is not made of asyncio.SelectorEventLoop is "
              "not supported by Coroscope\n"
              "a loop's own selector is not supported by Coroscope\n");
}

TEST(EventLoop, RefusesByNameWhatWasReplacedUnseenBeforeItRan) {
    const auto run = runText(
        "import asyncio\n"
        "class Mine(asyncio.SelectorEventLoop): pass\n"
        "mine, plain = Mine(), asyncio.new_event_loop()\n"
        "Mine._run_once = print\n"
        "object.__setattr__(plain, '_call_soon', print)\n"
        "for loop in mine, plain:\n"
        "    for run in loop.run_forever, lambda: loop.run_until_complete(loop.create_future()):\n"
        "        try: run()\n"
        "        except NotImplementedError as error: print(error)\n");
    const std::string onClass =
        "Mine._run_once: a loop's own _run_once is not supported by Coroscope\n";
    const std::string onLoop = "replacing loop._call_soon is not supported by Coroscope\n";
    EXPECT_EQ(run.out, onClass + onClass + onLoop + onLoop);
}

}  // namespace
}  // namespace coroscope::loop
