// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/explain_text.h"

#include <cstdlib>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/inspector/spoken.h"
#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/simulation.h"
#include "engine/trace/state_at.h"

namespace coroscope::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using trace::Event;
using trace::EventIndex;
using trace::EventKind;

/// Runs a program and explains its events.
class ExplainText : public testing::Test {
protected:
    void run(const std::string& body) {
        runText("import asyncio\nimport time\n" + body + "asyncio.run(main())\n");
    }
    void runText(const std::string& text) {
        text_ = text;
        auto source = scenario::SourceText::fromBytes("lesson.py", text_);
        Simulation simulation(std::get<scenario::SourceText>(source), {});
        EXPECT_NE(simulation.run().status, RunStatus::Refused);
        trace_ = simulation.trace();
        source_ = RunSource(text_, *trace_);
        states_ = std::make_unique<trace::StateReader>(trace_);
    }

    /// The explanation of the `nth` event of a kind.
    Explanation of(EventKind kind, int nth = 0, Audience audience = Audience::Newcomer) {
        for (std::size_t i = 0; i < trace_->size(); ++i) {
            const EventIndex at = EventIndex::fromIndex(i);
            if ((*trace_)[at].kind == kind && nth-- == 0) {
                return explain(*trace_, states_->stateAt(at), source_, audience);
            }
        }
        ADD_FAILURE() << "no such event";
        return {};
    }

    std::string text_;
    RunSource source_;
    std::shared_ptr<const trace::Trace> trace_;
    std::unique_ptr<trace::StateReader> states_;
};

const char* const kSleepers =
    "async def sleeper(n):\n"
    "    await asyncio.sleep(n)\n"
    "async def main():\n"
    "    ben = asyncio.create_task(sleeper(2))\n"
    "    await ben\n";

TEST_F(ExplainText, AGatherGoesOnAtTheFirstFailureToo) {
    run("async def main():\n"
        "    await asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))\n");
    EXPECT_THAT(of(EventKind::StepEnded).why, HasSubstr("as soon as one of them fails"));
}

TEST_F(ExplainText, WhoeverWaitsForALockOfItsOwnWaitsForItself) {
    run("async def main():\n"
        "    lock = asyncio.Lock()\n"
        "    async with lock, lock:\n"
        "        pass\n");
    EXPECT_THAT(of(EventKind::Finished).why, HasSubstr("Task-1 (main) waits for itself."));
}

TEST_F(ExplainText, ATaskThatIsMadeHasNotBegun) {
    run(kSleepers);
    const Explanation said = of(EventKind::TaskCreated, 1);
    EXPECT_EQ(said.what, "Task-1 (main) makes a new task: Task-2 (sleeper).");
    EXPECT_THAT(said.why, HasSubstr("Nothing of it has run yet"));
    EXPECT_THAT(said.why, HasSubstr("It is first in the ready queue."));
}

TEST_F(ExplainText, ATaskHasTheNameOfItsLaneFromTheFirst) {
    run("async def f():\n"
        "    pass\n"
        "async def main():\n"
        "    await asyncio.create_task(f(), name='Bob')\n");
    EXPECT_EQ(of(EventKind::TaskCreated, 1).what, "Task-1 (main) makes a new task: Bob.");
}

TEST_F(ExplainText, TimesHaveFewDigits) {
    run("async def main():\n"
        "    await asyncio.sleep(1.3444218515250481)\n");
    const Explanation said = of(EventKind::StepEnded);
    EXPECT_EQ(said.what, "Task-1 (main) goes to sleep for 1.344 s.");
    EXPECT_THAT(said.why, HasSubstr("due to go on at 1.344 s"));
}

TEST_F(ExplainText, ASleepSaysWhenItIsDue) {
    run(kSleepers);
    const Explanation said = of(EventKind::StepEnded, 1);
    EXPECT_EQ(said.what, "Task-2 (sleeper) goes to sleep for 2 s.");
    EXPECT_THAT(said.why, HasSubstr("due to go on at 2 s"));
}

TEST_F(ExplainText, AnAwaitedTaskThatHasNotBegunIsSaidToBeSo) {
    run(kSleepers);
    const Explanation said = of(EventKind::StepEnded, 0);
    EXPECT_EQ(said.what, "Task-1 (main) waits for Task-2 (sleeper).");
    EXPECT_THAT(said.why, HasSubstr("which has not even begun"));
}

TEST_F(ExplainText, AnExpertHearsOfTheHeap) {
    run(kSleepers);
    EXPECT_THAT(of(EventKind::ClockJumped, 0, Audience::Expert).why,
                HasSubstr("timer of the heap"));
    EXPECT_THAT(of(EventKind::ClockJumped).what, HasSubstr("the time goes on to 2 s"));
}

TEST_F(ExplainText, ABlockingCallNamesItselfAndThoseWhoWillBeLate) {
    run("async def beat():\n"
        "    await asyncio.sleep(1)\n"
        "async def main():\n"
        "    asyncio.create_task(beat())\n"
        "    await asyncio.sleep(0)\n"
        "    time.sleep(3)\n");
    const Explanation said = of(EventKind::BlockingBegan);
    EXPECT_EQ(said.what, "Task-1 (main) blocks the loop for 3 s by time.sleep.");
    EXPECT_THAT(said.why, HasSubstr("1 timer will be late"));
}

TEST_F(ExplainText, CodeThatBlocksIsSaidToTakeAsLongAsItDoes) {
    run("async def main():\n    for n in range(500_000): pass\n");
    const std::string what = of(EventKind::BlockingBegan).what;
    EXPECT_THAT(what, HasSubstr("blocks the loop for 0.0"));
    EXPECT_THAT(what, Not(HasSubstr("for 0 s")));
}

TEST_F(ExplainText, AProgramWithoutALoopEndedNone) {
    text_ = "print('hello')\n";
    auto source = scenario::SourceText::fromBytes("plain.py", text_);
    Simulation simulation(std::get<scenario::SourceText>(source), {});
    EXPECT_EQ(simulation.run().status, RunStatus::Ok);
    trace_ = simulation.trace();
    states_ = std::make_unique<trace::StateReader>(trace_);
    EXPECT_EQ(of(EventKind::Finished).why,
              "It started no event loop: asyncio.run(main()) does that.");
}

TEST_F(ExplainText, WhatIsRaisedOutsideOfTasksEndsNone) {
    runText("x = 1\ntypo\n");
    EXPECT_EQ(of(EventKind::ExceptionRaised).what, "NameError is raised in the program in line 2.");
    EXPECT_EQ(of(EventKind::ExceptionRaised).why, "If nothing catches it, it ends the program.");
    EXPECT_EQ(of(EventKind::Finished).why,
              "Nobody caught it, and no event loop was started before it; see the console.");
    runText("import asyncio\nasync def main(): pass\nasyncio.run(main())\ntypo\n");
    EXPECT_EQ(of(EventKind::Finished).why,
              "It was raised outside of all tasks and nobody caught it; see the console.");
    run("async def main():\n    typo\n");
    EXPECT_THAT(of(EventKind::ExceptionRaised).why, HasSubstr("it ends the task"));
    EXPECT_THAT(of(EventKind::Finished).why, HasSubstr("out of the main task"));
}

TEST_F(ExplainText, AProgramWithoutALoopBlocksNone) {
    runText("import time\ntime.sleep(2)\n");
    EXPECT_EQ(of(EventKind::BlockingBegan).what, "The program is in time.sleep for 2 s.");
    EXPECT_THAT(of(EventKind::BlockingEnded).why, Not(HasSubstr("nobody else could run")));
}

TEST_F(ExplainText, ATaskGroupSaysWhomItCancelsAndWhy) {
    run("async def jon():\n"
        "    await asyncio.sleep(1)\n"
        "    raise ValueError\n"
        "async def main():\n"
        "    async with asyncio.TaskGroup() as group:\n"
        "        group.create_task(jon(), name='Jon')\n"
        "        group.create_task(asyncio.sleep(9), name='Kim')\n");
    EXPECT_EQ(of(EventKind::CancelRequested).what, "The task group asks Kim to cancel.");
    EXPECT_THAT(of(EventKind::CancelRequested).why, HasSubstr("has failed"));
}

TEST_F(ExplainText, ADeadlockOfFuturesSaysThatNobodyIsLeft) {
    run("async def polite(mine, other):\n"
        "    await other\n"
        "    mine.set_result(None)\n"
        "async def main():\n"
        "    a, b = (asyncio.get_running_loop().create_future() for _ in 'ab')\n"
        "    asyncio.create_task(polite(a, b))\n"
        "    await polite(b, a)\n");
    EXPECT_THAT(
        of(EventKind::Finished).why,
        HasSubstr("waits for the future “other”; Task-2 (polite) waits for the future “other”. "
                  "Whoever could resolve these futures waits, too."));
}

TEST_F(ExplainText, WhatAThreadHandsOverHasAPlainName) {
    run("async def main():\n    await asyncio.to_thread(time.sleep, 1)\n");
    for (std::size_t i = 0; i < trace_->size(); ++i) {
        const EventIndex at = EventIndex::fromIndex(i);
        const Explanation said =
            explain(*trace_, states_->stateAt(at), source_, Audience::Newcomer);
        EXPECT_THAT(said.what, Not(HasSubstr("_chain_future")));
    }
    EXPECT_FALSE(of(EventKind::WorkerResumed).why.empty());
}

TEST_F(ExplainText, AWorkerProcessIsNotCalledAThread) {
    run("from concurrent.futures import ProcessPoolExecutor\n"
        "async def main():\n"
        "    with ProcessPoolExecutor() as pool:\n"
        "        await asyncio.get_running_loop().run_in_executor(pool, time.sleep, 1)\n");
    for (const EventKind kind : {EventKind::WorkerStarted, EventKind::WorkerSuspended,
                                 EventKind::WorkerResumed, EventKind::WorkerEnded}) {
        EXPECT_THAT(of(kind).what, HasSubstr("worker process"));
    }
    EXPECT_EQ(of(EventKind::StepEnded).what, "Task-1 (main) waits for a worker process.");
}

TEST_F(ExplainText, WhoeverWaitsForAThreadIsSaidToWait) {
    run("import threading\n"
        "async def main():\n"
        "    thread = threading.Thread(target=time.sleep, args=[2], name='pump')\n"
        "    thread.start()\n"
        "    thread.join()\n");
    EXPECT_EQ(of(EventKind::BlockingBegan).what,
              "Task-1 (main) blocks the loop for 2 s by waiting for the end of pump.");
}

TEST_F(ExplainText, ANewcomerNeedNotKnowTheNamesOfAsynciosOwnCallbacks) {
    run("def _tick():\n    pass\n"
        "async def main():\n"
        "    asyncio.get_running_loop().call_soon(_tick)\n"
        "    await asyncio.sleep(1)\n");
    EXPECT_EQ(of(EventKind::CallbackRan).what, "The loop makes a call: _tick.")
        << "it is the program's own";
    EXPECT_EQ(of(EventKind::CallbackRan, 1).what, "The loop makes a call: end of a sleep.");
    EXPECT_EQ(of(EventKind::CallbackRan, 1, Audience::Expert).what,
              "The loop makes a call: _set_result_unless_cancelled.");
}

TEST_F(ExplainText, ASemaphoreSaysHowManyPlacesItHasLeftAndForWhomOneIsKept) {
    run("async def guest(seats):\n"
        "    async with seats:\n"
        "        await asyncio.sleep(1)\n"
        "async def main():\n"
        "    seats = asyncio.Semaphore(2)\n"
        "    await asyncio.gather(guest(seats), guest(seats), guest(seats))\n");
    EXPECT_EQ(of(EventKind::Acquired).what,
              "Task-2 (guest) takes a place of the semaphore “seats”.");
    EXPECT_EQ(of(EventKind::Acquired).why, "There is 1 place left.");
    EXPECT_EQ(of(EventKind::Acquired, 1).why, "Whoever wants one now has to wait in line.");
    // main, two guests that sleep, and the one for whom there is no room.
    EXPECT_EQ(of(EventKind::StepEnded, 3).what,
              "Task-4 (guest) waits for a place of the semaphore “seats”, of which Task-2 (guest) "
              "and Task-3 (guest) have one each.");
    EXPECT_EQ(of(EventKind::Released).why,
              "It is kept for Task-4 (guest), the first in line, which is woken.");
    EXPECT_EQ(of(EventKind::Released, 1).why, "Nobody waits for it: there is 1 place free.");
}

TEST_F(ExplainText, WhatAProgramPrintsAndCallsItsTasksIsShownAsOneLine) {
    run("async def main():\n"
        "    asyncio.current_task().set_name('a\\u202eb\\n')\n"
        "    print('\\x1b[31mred\\u202e')\n");
    EXPECT_EQ(of(EventKind::Output).what, "a\uFFFDb  prints “\uFFFD[31mred\uFFFD”.");
}

TEST_F(ExplainText, AWaiterForALockIsToldItsPlaceAndWhoHasIt) {
    run("lock = asyncio.Lock()\n"
        "async def user():\n"
        "    async with lock:\n"
        "        await asyncio.sleep(1)\n"
        "async def main():\n"
        "    await asyncio.gather(user(), user(), user())\n");
    // main, the first user (asleep), then those in line.
    EXPECT_EQ(of(EventKind::StepEnded, 2).what,
              "Task-3 (user) waits for the lock, which Task-2 (user) has.");
    EXPECT_THAT(of(EventKind::StepEnded, 3).why, HasSubstr("2nd in line"));
}

TEST_F(ExplainText, ADeadlockIsCalledSo) {
    run("async def main():\n"
        "    done = asyncio.get_running_loop().create_future()\n"
        "    await done\n");
    EXPECT_EQ(of(EventKind::StepEnded).what, "Task-1 (main) waits for the future “done”.");
    EXPECT_EQ(of(EventKind::Finished).what, "Deadlock: nobody can ever go on.");
}

TEST_F(ExplainText, ADeadlockSaysWhoWaitsForWhom) {
    run("async def meet(mine, other):\n"
        "    async with mine:\n"
        "        await asyncio.sleep(1)\n"
        "        async with other:\n"
        "            pass\n"
        "async def main():\n"
        "    a, b = asyncio.Lock(), asyncio.Lock()\n"
        "    await asyncio.gather(meet(a, b), meet(b, a))\n");
    for (const Audience audience : {Audience::Newcomer, Audience::Expert}) {
        EXPECT_THAT(of(EventKind::Finished, 0, audience).why,
                    HasSubstr(" Task-2 (meet) waits for Task-3 (meet), Task-3 (meet) for Task-2 "
                              "(meet)."));
    }
    run("async def main():\n"
        "    await asyncio.Event().wait()\n");
    EXPECT_THAT(of(EventKind::Finished).why, HasSubstr(" Task-1 (main) waits for the event."));
}

TEST_F(ExplainText, ACancelIsARequestBeforeItIsAnError) {
    run("async def main():\n"
        "    task = asyncio.create_task(asyncio.sleep(9), name=\"film\")\n"
        "    await asyncio.sleep(1)\n"
        "    task.cancel()\n"
        "    await asyncio.sleep(1)\n");
    EXPECT_EQ(of(EventKind::CancelRequested).what, "Task-1 (main) asks film to cancel.");
    EXPECT_THAT(of(EventKind::CancelRequested).why, HasSubstr("cancel() stops nothing by itself"));
}

TEST_F(ExplainText, EveryEventHasASentenceForBoth) {
    run("async def worker(queue, lock):\n"
        "    async with lock:\n"
        "        print(await queue.get())\n"
        "async def main():\n"
        "    queue, lock = asyncio.Queue(), asyncio.Lock()\n"
        "    tasks = [asyncio.create_task(worker(queue, lock)) for _ in range(3)]\n"
        "    await asyncio.sleep(0)\n"
        "    await queue.put('a')\n"
        "    try:\n"
        "        await asyncio.wait_for(asyncio.shield(tasks[2]), 1)\n"
        "    except asyncio.TimeoutError:\n"
        "        tasks[1].cancel()\n"
        "    time.sleep(0.5)\n"
        "    await asyncio.gather(*tasks[:2], return_exceptions=True)\n");
    for (std::size_t i = 0; i < trace_->size(); ++i) {
        const EventIndex at = EventIndex::fromIndex(i);
        for (const Audience audience : {Audience::Newcomer, Audience::Expert}) {
            const Explanation said = explain(*trace_, states_->stateAt(at), source_, audience);
            EXPECT_TRUE(said.what.ends_with('.')) << i << ": " << said.what;
            EXPECT_EQ(said.what.find("  "), std::string::npos) << said.what;
        }
    }
}

TEST_F(ExplainText, AQueueSaysHowManyItemsItHas) {
    run("async def main():\n"
        "    queue = asyncio.Queue()\n"
        "    queue.put_nowait(1)\n"
        "    queue.put_nowait(2)\n"
        "    await queue.get()\n");
    EXPECT_EQ(of(EventKind::QueuePut, 1).why, "There are 2 items in it now.");
    EXPECT_EQ(of(EventKind::QueueGot).why, "There is 1 item left in it.");
}

TEST_F(ExplainText, WhoGoesOnIsToldWhatHasCome) {
    run("async def second(printer, event):\n"
        "    async with printer:\n"
        "        pass\n"
        "    await event.wait()\n"
        "async def main():\n"
        "    printer = asyncio.Lock()\n"
        "    event = asyncio.Event()\n"
        "    async with printer:\n"
        "        t = asyncio.create_task(second(printer, event), name='second')\n"
        "        await asyncio.sleep(0.5)\n"
        "    await asyncio.sleep(0)\n"
        "    event.set()\n"
        "    await t\n");
    // main begins, second begins, main after its sleep, second with the lock, main, second, main.
    EXPECT_THAT(of(EventKind::StepBegan, 2).why, HasSubstr("Its sleep of 0.5 s is over."));
    EXPECT_THAT(of(EventKind::StepBegan, 3).why,
                HasSubstr("Task-1 (main) has released the lock “printer”."));
    EXPECT_THAT(of(EventKind::StepBegan, 3, Audience::Expert).why,
                HasSubstr("has released the lock “printer”. The loop took __wakeup"));
    EXPECT_THAT(of(EventKind::StepBegan, 4).why, HasSubstr("It only let the others go first."));
    EXPECT_THAT(of(EventKind::StepBegan, 5).why, HasSubstr("Task-1 (main) has set the event."));
    EXPECT_THAT(of(EventKind::StepBegan, 6).why, HasSubstr("second is done."));
}

TEST_F(ExplainText, ANewcomerIsNotLedThroughTheLoopsOwnWorkAtTheEnd) {
    run("async def main():\n    pass\n");
    const auto stepOfTheRunner = [this](Audience audience) {
        return of(EventKind::StepBegan, 1, audience).what;
    };
    EXPECT_EQ(stepOfTheRunner(Audience::Newcomer), "The loop cleans up after the program.");
    EXPECT_THAT(stepOfTheRunner(Audience::Expert), HasSubstr("shutdown_asyncgens"));
    EXPECT_EQ(of(EventKind::CallbackRan).what, "The loop stops: the main task is over.");
    EXPECT_EQ(of(EventKind::CallbackRan, 1).what, "The loop cleans up after the program.");
}

TEST(ColumnSeconds, AreTheWordsOfTheClockWithoutTheirUnit) {
    EXPECT_EQ(columnSeconds(0), "0");
    EXPECT_EQ(columnSeconds(2.495), "2.495");
    EXPECT_EQ(columnSeconds(0.5), "0.5");
    EXPECT_EQ(columnSeconds(300), "300");
    EXPECT_EQ(columnSeconds(12345.678), "12345.68");
    EXPECT_EQ(columnSeconds(1234567.25), "1234567");
    EXPECT_EQ(columnSeconds(0.000012345), "0.000012");
}

}  // namespace
}  // namespace coroscope::app
