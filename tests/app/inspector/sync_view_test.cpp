// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/sync_view.h"

#include <QTest>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/inspector/sync_words.h"
#include "app/session/engine_runner.h"
#include "app/session/session.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

using trace::TaskId;
using trace::WaitKind;

class SyncViewTest : public testing::Test {
protected:
    void run(const char* text) {
        session_.document().openText(QStringLiteral("lesson.py"), QString::fromUtf8(text));
        ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
        view_.resize(600, 300);
        view_.show();
    }

    Session session_{engineRunner()};
    SyncView view_{session_};
};

TEST_F(SyncViewTest, ALockHasItsHolderAndItsLine) {
    run("import asyncio\n"
        "lock = asyncio.Lock()\n"
        "async def user():\n"
        "    async with lock:\n"
        "        await asyncio.sleep(1)\n"
        "async def main():\n"
        "    await asyncio.gather(user(), user(), user())\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(0);
    ASSERT_EQ(view_.objects().size(), 1U);
    const SyncObject& lock = view_.objects().front();
    EXPECT_EQ(lock.called.name(), "lock");
    EXPECT_EQ(lock.holders, std::vector<TaskId>{TaskId(1)});
    EXPECT_EQ(lock.waiters, (std::vector<TaskId>{TaskId(2), TaskId(3)}));
    (void)view_.grab();  // it is drawn
    QTest::mouseClick(view_.viewport(), Qt::LeftButton, {}, view_.rectOf(TaskId(3)).center());
    EXPECT_EQ(session_.selection().task(), TaskId(3));
    session_.playhead().toEnd();
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_TRUE(view_.objects().front().holders.empty());
}

TEST_F(SyncViewTest, AnEventThatNobodyWaitsForIsSeenToBeSetAndCleared) {
    run("import asyncio\n"
        "async def main():\n"
        "    go = asyncio.Event()\n"
        "    go.set()\n"
        "    await asyncio.sleep(1)\n"
        "    go.clear()\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(0.5);
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(view_.objects().front().called.name(), "go");
    EXPECT_TRUE(view_.objects().front().isSet);
    (void)view_.grab();  // it is drawn
    session_.playhead().toEnd();
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_FALSE(view_.objects().front().isSet);
}

TEST_F(SyncViewTest, LocksHaveTheNamesThatTheProgramGivesThem) {
    run("import asyncio\n"
        "printer = asyncio.Lock()\n"
        "class Desk:\n"
        "    def __init__(self): self.seat = asyncio.Semaphore(1)\n"
        "    async def use(self):\n"
        "        await self.seat.acquire()\n"
        "        async with printer: await asyncio.sleep(1)\n"
        "        self.seat.release()\n"
        "async def main():\n"
        "    forks = [asyncio.Lock(), asyncio.Lock()]\n"
        "    for fork in forks:\n"
        "        await fork.acquire()\n"
        "    await asyncio.gather(Desk().use(), Desk().use())\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(0);
    std::vector<std::string> names;
    for (const SyncObject& each : view_.objects())
        names.push_back(each.called.kind + ": " + each.called.name());
    EXPECT_THAT(names,
                testing::UnorderedElementsAre("lock: printer", "lock: fork 1", "lock: fork 2",
                                              "semaphore: self.seat 1", "semaphore: self.seat 2"));
    EXPECT_FALSE(view_.grab().isNull());
}

TEST_F(SyncViewTest, OfVeryManyThoseAreShownThatSomebodyWaitsForAndTheRestIsCounted) {
    run("import asyncio\n"
        "async def wait(lock): await lock.acquire()\n"
        "async def main():\n"
        "    locks = [asyncio.Lock() for _ in range(700)]\n"
        "    for lock in locks: await lock.acquire()\n"
        "    await asyncio.gather(wait(locks[699]))\n"
        "asyncio.run(main())\n");
    session_.playhead().toEnd();
    const std::vector<SyncObject>& shown = view_.objects();
    ASSERT_EQ(shown.size(), SyncView::kMostObjects);
    EXPECT_EQ(view_.leftOut(), 700 - SyncView::kMostObjects);
    EXPECT_EQ(shown.front().called.name(), "lock 1");
    EXPECT_EQ(shown.back().called.name(), "lock 700")
        << "by the number that it has among all of them";
    EXPECT_EQ(shown.back().waiters, std::vector<TaskId>{TaskId(1)});
    (void)view_.grab();  // it is drawn
}

TEST_F(SyncViewTest, AQueueSaysHowFullItIs) {
    run("import asyncio\n"
        "async def main():\n"
        "    queue = asyncio.Queue()\n"
        "    queue.put_nowait(1)\n"
        "    queue.put_nowait(2)\n"
        "    await asyncio.sleep(1)\n"
        "    await queue.get()\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(0.5);
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(view_.objects().front().kind, WaitKind::QueueGet);
    EXPECT_EQ(view_.objects().front().items, 2);
    session_.playhead().toEnd();
    EXPECT_EQ(view_.objects().front().items, 1);
}

TEST_F(SyncViewTest, AQueueWithBoundsSaysHowMuchItTakes) {
    run("import asyncio\n"
        "async def main():\n"
        "    queue = asyncio.Queue(maxsize=2)\n"
        "    queue.put_nowait(1)\n"
        "    await asyncio.sleep(1)\n"
        "    queue.put_nowait(2)\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(0.5);
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(view_.objects().front().items, 1);
    EXPECT_EQ(view_.objects().front().room, 2U);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("1 of 2 items"));
    session_.playhead().toEnd();
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("2 of 2 items, full"));
}

TEST_F(SyncViewTest, AQueueSaysHowMuchItTakesEvenIfSomebodyWaitedAtItFirst) {
    run("import asyncio\n"
        "queue = asyncio.Queue(maxsize=2)\n"
        "async def eater():\n"
        "    await queue.get()\n"
        "    await asyncio.sleep(9)\n"
        "async def main():\n"
        "    eating = asyncio.create_task(eater())\n"
        "    await asyncio.sleep(1)\n"
        "    for n in range(3): await queue.put(n)\n"
        "    await eating\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(1);
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("2 of 2 items, full"));
}

TEST_F(SyncViewTest, ASemaphoreSaysHowManyPlacesAreFree) {
    run("import asyncio\n"
        "async def guest(seats, stay):\n"
        "    async with seats: await asyncio.sleep(stay)\n"
        "async def main():\n"
        "    seats = asyncio.Semaphore(3)\n"
        "    await asyncio.gather(*(guest(seats, n) for n in (2, 2, 3, 4)))\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(1);
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("no place free"));
    session_.playhead().moveToTime(2.5);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("1 place free"));
    session_.playhead().moveToTime(3.5);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("2 places free"));
    EXPECT_FALSE(view_.grab().isNull());
}

TEST_F(SyncViewTest, APlaceThatIsGivenBackIsKeptForWhoeverIsWokenForIt) {
    run("import asyncio\n"
        "async def guest(seats):\n"
        "    async with seats: await asyncio.sleep(1)\n"
        "async def main():\n"
        "    seats = asyncio.Semaphore(1)\n"
        "    await asyncio.gather(guest(seats), guest(seats), guest(seats))\n"
        "asyncio.run(main())\n");
    const trace::Trace& trace = *session_.trace();
    std::size_t woken = 0;
    while (trace[trace::EventIndex::fromIndex(woken)].kind != trace::EventKind::Released) ++woken;
    const auto at = [this](std::size_t event) -> const SyncObject& {
        session_.playhead().moveTo(trace::EventIndex::fromIndex(event));
        return view_.objects().front();
    };
    // Semaphore.release counts it as free, then as taken for whom it wakes.
    EXPECT_EQ(fillOf(at(woken)), QStringLiteral("1 place free, for the first in line"));
    while (trace[trace::EventIndex::fromIndex(woken)].kind != trace::EventKind::TaskWoken) ++woken;
    for (const std::size_t event : {woken, woken + 1, woken, woken + 2}) {
        const SyncObject& seats = at(event);
        EXPECT_EQ(fillOf(seats), QStringLiteral("no place free")) << event;
        EXPECT_TRUE(seats.holders.empty()) << event;
        EXPECT_EQ(seats.woken, std::vector<TaskId>{TaskId(2)}) << event;
        EXPECT_EQ(seats.waiters, std::vector<TaskId>{TaskId(3)}) << event;
    }
    EXPECT_THAT(spokenSync(trace, view_.objects()).toStdString(),
                testing::HasSubstr("no place free; 1 kept for Task-3; waiting: Task-4"));
    EXPECT_FALSE(view_.grab().isNull());
    std::size_t taken = woken;
    while (trace[trace::EventIndex::fromIndex(taken)].kind != trace::EventKind::Acquired) ++taken;
    EXPECT_TRUE(at(taken).woken.empty());
    EXPECT_EQ(at(taken).holders, std::vector<TaskId>{TaskId(2)});
}

TEST_F(SyncViewTest, APlaceThatWasKeptForACancelledTaskIsFreeAgain) {
    run("import asyncio\n"
        "async def guest(seats):\n"
        "    async with seats: await asyncio.sleep(1)\n"
        "async def main():\n"
        "    seats = asyncio.Semaphore(1)\n"
        "    await seats.acquire()\n"
        "    late = asyncio.create_task(guest(seats))\n"
        "    await asyncio.sleep(1)\n"
        "    seats.release()\n"
        "    late.cancel()\n"
        "    await asyncio.sleep(1)\n"
        "    print(seats._value)\n"
        "asyncio.run(main())\n");
    const trace::Trace& trace = *session_.trace();
    EXPECT_EQ(trace.written(trace::Stream::Stdout), "1\n");
    session_.playhead().moveTo(trace.lastAtOrBefore(1.5));
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("1 place free"));
    EXPECT_TRUE(view_.objects().front().woken.empty());
    std::size_t asked = 0;
    while (trace[trace::EventIndex::fromIndex(asked)].kind != trace::EventKind::CancelRequested)
        ++asked;
    session_.playhead().moveTo(trace::EventIndex::fromIndex(asked));
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("no place free"));
    EXPECT_EQ(view_.objects().front().woken, std::vector<TaskId>{TaskId(1)});
}

TEST_F(SyncViewTest, AFreeLockIsKeptForTheFirstInLine) {
    run("import asyncio\n"
        "async def user(door):\n"
        "    async with door: await asyncio.sleep(1)\n"
        "async def main():\n"
        "    door = asyncio.Lock()\n"
        "    await asyncio.gather(user(door), user(door))\n"
        "asyncio.run(main())\n");
    const trace::Trace& trace = *session_.trace();
    std::size_t woken = 0;
    while (trace[trace::EventIndex::fromIndex(woken)].kind != trace::EventKind::Released) ++woken;
    while (trace[trace::EventIndex::fromIndex(woken)].kind != trace::EventKind::TaskWoken) ++woken;
    session_.playhead().moveTo(trace::EventIndex::fromIndex(woken));
    EXPECT_EQ(spokenSync(trace, view_.objects()),
              QStringLiteral("lock door: free; kept for Task-3"));
}

TEST_F(SyncViewTest, AnEventIsNotSetUntilACallbackSetsIt) {
    run("import asyncio\n"
        "async def main():\n"
        "    door = asyncio.Event()\n"
        "    asyncio.get_running_loop().call_later(2, door.set)\n"
        "    await door.wait()\n"
        "asyncio.run(main())\n");
    session_.playhead().moveToTime(1);
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("not set"));
    session_.playhead().toEnd();
    ASSERT_EQ(view_.objects().size(), 1U);
    EXPECT_EQ(fillOf(view_.objects().front()), QStringLiteral("set"));
}

TEST_F(SyncViewTest, SaysWhenThereIsNothing) {
    run("print(1)\n");
    session_.playhead().toEnd();
    EXPECT_TRUE(view_.objects().empty());
    (void)view_.grab();
}

}  // namespace
}  // namespace coroscope::app
