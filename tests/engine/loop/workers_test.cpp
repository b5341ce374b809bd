#include <gtest/gtest.h>

#include "tests/engine/loop/run_scenario.h"

namespace coroscope::loop {
namespace {

using test::runText;

const std::string kBegin =
    "import asyncio, threading, time, queue\n"
    "from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor\n"
    "def work(n):\n    time.sleep(n)\n    print(time.monotonic(), n)\n    return n\n";

std::size_t countOf(const trace::Trace& trace, trace::EventKind kind) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < trace.size(); ++i) {
        const trace::Event event = trace[trace::EventIndex::fromIndex(i)];
        count += event.kind == kind ? 1 : 0;
    }
    return count;
}

TEST(Workers, RunBesideTheLoop) {
    const auto run = runText(kBegin +
                             "async def main():\n"
                             "    print(await asyncio.gather(asyncio.to_thread(work, 2),\n"
                             "          asyncio.to_thread(work, 1), asyncio.sleep(1.5)))\n"
                             "asyncio.run(main())\n");
    EXPECT_EQ(run.out, "1.0 1\n2.0 2\n[2, 1, None]\n");
    EXPECT_EQ(run.endTime, 2.0);
    EXPECT_EQ(countOf(run.trace, trace::EventKind::WorkerStarted), 2U);
    EXPECT_EQ(countOf(run.trace, trace::EventKind::WorkerSuspended), 2U);
    EXPECT_EQ(countOf(run.trace, trace::EventKind::WorkerEnded), 2U);
}

TEST(Workers, AreThreadsOrProcessesInTheTraceAndSoAreTheWaitsForThem) {
    const auto run = runText(kBegin +
                             "async def main():\n"
                             "    loop = asyncio.get_running_loop()\n"
                             "    await asyncio.to_thread(work, 1)\n"
                             "    with ProcessPoolExecutor(1) as pool:\n"
                             "        await loop.run_in_executor(pool, work, 1)\n"
                             "asyncio.run(main())\n");
    std::vector<trace::WaitKind> calls;
    std::vector<trace::WaitKind> waits;
    for (const trace::Event& event : run.trace.events()) {
        if (event.kind == trace::EventKind::WorkerStarted) calls.push_back(event.wait);
        const bool waitsForCall =
            event.wait == trace::WaitKind::Worker || event.wait == trace::WaitKind::Process;
        if (event.suspends() && waitsForCall) waits.push_back(event.wait);
    }
    const std::vector<trace::WaitKind> both{trace::WaitKind::Worker, trace::WaitKind::Process};
    EXPECT_EQ(calls, both);
    EXPECT_EQ(waits, both);
}

TEST(Workers, BlockNoLoopThatWaitsForThemAtItsEnd) {
    const auto run = runText(kBegin +
                             "async def main():\n"
                             "    asyncio.create_task(asyncio.to_thread(work, 2))\n"
                             "    await asyncio.sleep(1)\n"
                             "asyncio.run(main())\n");
    EXPECT_EQ(run.endTime, 2.0);
    EXPECT_EQ(countOf(run.trace, trace::EventKind::BlockingBegan), 0U);
}

TEST(Workers, SleepWithinNativesThatCallThem) {
    const auto run = runText(kBegin +
                             "def key(n):\n    time.sleep(n)\n    return -n\n"
                             "def sort():\n    print(sorted([1, 2], key=key), time.monotonic())\n"
                             "threads = [threading.Thread(target=sort) for _ in range(3)]\n"
                             "for t in threads: t.start()\n"
                             "for t in threads: t.join()\n");
    EXPECT_EQ(run.out, "[2, 1] 3.0\n[2, 1] 3.0\n[2, 1] 3.0\n");
}

TEST(Workers, LeftWaitingAtTheEndAreUnwound) {
    const auto run = runText(kBegin +
                             "def wait():\n"
                             "    try: queue.Queue().get()\n    finally: print('never')\n"
                             "threading.Thread(target=wait, daemon=True).start()\n"
                             "threading.Thread(target=work, args=(9,), daemon=True).start()\n"
                             "print('end')\n");
    EXPECT_EQ(run.out, "end\n");
    EXPECT_EQ(run.exitCode, 0);
}

TEST(Workers, AProcessThatIsTerminatedEndsWhereItStands) {
    const auto run = runText(
        "import multiprocessing, time\n"
        "def wait(queue):\n"
        "    try: queue.get()\n    finally: print('never')\n"
        "def rest():\n"
        "    try: time.sleep(9)\n    finally: print('never')\n"
        "queue = multiprocessing.Queue()\n"
        "waiting = multiprocessing.Process(target=wait, args=(queue,))\n"
        "resting = multiprocessing.Process(target=rest)\n"
        "for p in waiting, resting: p.start()\n"
        "time.sleep(1)\n"
        "waiting.terminate()\nresting.kill()\n"
        "print(waiting.is_alive(), resting.is_alive())\n"
        "for p in waiting, resting: p.join()\n"
        "print(waiting.exitcode, resting.exitcode, time.monotonic())\n"
        "queue.put('first')\nprint(queue.get(), waiting)\n");
    EXPECT_EQ(run.out,
              "True True\n-15 -9 1.0\n"
              "first <Process name='Process-1' pid=1001 parent=1000 stopped exitcode=-SIGTERM>\n");
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_EQ(countOf(run.trace, trace::EventKind::WorkerEnded), 2U);
}

// The reference runner's processes have no threads: compared with plain CPython by hand.
TEST(Workers, AProcessThatIsKilledTakesItsThreadsAlong) {
    const auto run = runText(
        "import multiprocessing, queue, threading, time\n"
        "def tick():\n"
        "    while True: time.sleep(0.3); print('tick')\n"
        "def child():\n"
        "    threading.Thread(target=queue.Queue().get).start()\n"
        "    threading.Thread(target=tick, daemon=True).start()\n"
        "    time.sleep(5)\n"
        "process = multiprocessing.Process(target=child)\n"
        "process.start()\ntime.sleep(1)\nprocess.kill()\nprocess.join()\n"
        "time.sleep(1)\nprint(process.exitcode, threading.active_count())\n");
    EXPECT_EQ(run.out, "tick\ntick\ntick\n-9 1\n");
    EXPECT_EQ(run.exitCode, 0);
}

TEST(Workers, ADeadlockNamesThreadsAndWhatTheyWaitFor) {
    const auto run = runText(kBegin +
                             "lock = threading.Lock()\nlock.acquire()\n"
                             "t = threading.Thread(target=lock.acquire, name='stuck')\n"
                             "t.start()\nt.join()\n");
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_NE(run.message.find(" waits for the end of stuck\n"), std::string::npos) << run.message;
    EXPECT_NE(run.message.find("thread stuck waits for a lock that the main thread holds"),
              std::string::npos)
        << run.message;
    EXPECT_NE(run.message.find("in a ring: the main thread waits for thread stuck waits for the "
                               "main thread"),
              std::string::npos)
        << run.message;
}

TEST(Workers, ADeadlockNamesTheRingOfThreadsWithTheirLines) {
    const auto run = runText(
        "import threading, time\n"
        "a, b = threading.Lock(), threading.Lock()\n"
        "def both(first, second):\n"
        "    with first:\n"
        "        time.sleep(1)\n"
        "        with second: pass\n"
        "one = threading.Thread(target=both, args=(a, b), name='one')\n"
        "two = threading.Thread(target=both, args=(b, a), name='two')\n"
        "one.start(); two.start()\n"
        "one.join()\n");
    for (const char* words :
         {"the main thread, line 10, waits for the end of one\n",
          "thread one, line 6, waits for a lock that thread two holds\n",
          "thread two, line 6, waits for a lock that thread one holds\n",
          "in a ring: thread one waits for thread two waits for thread one\n"}) {
        EXPECT_NE(run.message.find(words), std::string::npos) << run.message;
    }
}

TEST(Workers, ADeadlockFollowsTasksIntoTheirThreads) {
    const auto run = runText(
        "import asyncio, threading\n"
        "lock = threading.Lock()\n"
        "def work():\n"
        "    with lock: pass\n"
        "async def main():\n"
        "    with lock:\n"
        "        await asyncio.to_thread(work)\n"
        "asyncio.run(main())\n");
    for (const char* words :
         {"Task-1 in main(), line 7, waits for a call in a thread: thread asyncio_0\n",
          "thread asyncio_0, line 4, waits for a lock that the main thread holds\n"}) {
        EXPECT_NE(run.message.find(words), std::string::npos) << run.message;
    }
}

TEST(Workers, ALoopThatWaitsForItselfIsNamed) {
    const auto run = runText(
        "import asyncio\n"
        "async def other(): pass\n"
        "async def main():\n"
        "    loop = asyncio.get_running_loop()\n"
        "    asyncio.run_coroutine_threadsafe(other(), loop).result()\n"
        "asyncio.run(main())\n");
    for (const char* words : {"Task-1 in main(), line 5, runs, and holds up its loop\n",
                              "the main thread, line 5, waits for the result of other(), for which "
                              "the main thread has to go on\n",
                              "the main thread waits for itself\n"}) {
        EXPECT_NE(run.message.find(words), std::string::npos) << run.message;
    }
}

TEST(Workers, ADeadlockNamesTheKindOfWhatThreadsWaitFor) {
    const auto run = runText(
        kBegin +
        "for wait in queue.Queue().get, threading.Event().wait, threading.Semaphore(0).acquire, "
        "threading.Barrier(2).wait: threading.Thread(target=wait).start()\n");
    for (const char* words : {"waits for an item of a queue\n", "waits for an event to be set\n",
                              "waits for a semaphore\n", "waits for a barrier\n"}) {
        EXPECT_NE(run.message.find(words), std::string::npos) << run.message;
    }
}

TEST(Workers, StartedWithoutEndAreRefusedAsThreadsOfASystemAre) {
    const auto run =
        runText(kBegin +
                "e = threading.Event()\n"
                "try:\n    while True: threading.Thread(target=e.wait, daemon=True).start()\n"
                "except RuntimeError as error: print(error)\n");
    EXPECT_EQ(run.out, "can't start new thread\n");
}

TEST(Workers, OfAPoolThatCouldNotBeStartedAreNotWaitedFor) {
    const auto run = runText(kBegin +
                             "import concurrent.futures\n"
                             "e = threading.Event()\n"
                             "try:\n"
                             "    with concurrent.futures.ThreadPoolExecutor(100_000) as pool:\n"
                             "        try:\n            while True: pool.submit(e.wait)\n"
                             "        finally: e.set()\n"
                             "except RuntimeError as error: print(error, error.__context__)\n");
    EXPECT_EQ(run.out, "can't start new thread None\n");
}

TEST(Workers, ThreadsShareOneProcessorAndProcessesDoNot) {
    const std::string kCompute =
        "def compute():\n    for _ in range(2_000_000): pass\n"
        "def measure(pool):\n"
        "    start = time.monotonic()\n"
        "    with pool:\n        for f in [pool.submit(compute) for _ in range(4)]: f.result()\n"
        "    return time.monotonic() - start\n"
        "threads, processes = measure(ThreadPoolExecutor(4)), measure(ProcessPoolExecutor(4))\n"
        "print(3.5 < threads / processes < 4.5)\n";
    EXPECT_EQ(runText(kBegin + kCompute).out, "True\n");
}

TEST(Workers, AProcessHasItsOwnCopiesOfTheProgramsNames) {
    const auto run = runText(
        "import multiprocessing as mp\ncount, items = 0, []\n"
        "def helper():\n    global count\n    count += 1\n    items.append(count)\n"
        "def child(queue, given):\n    helper()\n    helper()\n    given.append('its own')\n"
        "    queue.put((count, items, given))\n"
        "queue, given = mp.Queue(), []\n"
        "p = mp.Process(target=child, args=(queue, given))\np.start()\np.join()\n"
        "print(queue.get(), count, items, given, p.exitcode)\n");
    EXPECT_EQ(run.out, "(2, [1, 2], ['its own']) 0 [] [] 0\n");
}

TEST(Workers, ProcessesSearchWithOnePatternEachInItsOwnText) {
    const std::string kSearch =
        "import re\npattern = re.compile('q')\n"
        "def wrong(length):\n"
        "    text = 'a' * length + 'q'\n"
        "    return sum(pattern.search(text).start() != length for _ in range(50))\n"
        "with ProcessPoolExecutor(2) as executor:\n"
        "    print(list(executor.map(wrong, [300_001, 300_020])))\n";
    EXPECT_EQ(runText(kBegin + kSearch).out, "[0, 0]\n");
}

// concurrent/futures/process.py terminate_broken: what is running and what waits is told alike.
TEST(Workers, ThatExitTakeTheirPoolWithThem) {
    const std::string kDie =
        "import os\n"
        "def die():\n"
        "    try: os._exit(1)\n"
        "    finally: print('never printed')\n"
        "with ProcessPoolExecutor(2) as pool:\n"
        "    calls = [pool.submit(work, 5), pool.submit(die), pool.submit(work, 1)]\n"
        "    print([type(call.exception()).__name__ for call in calls], time.monotonic())\n"
        "    try: pool.submit(work, 1)\n"
        "    except RuntimeError as error: print(error)\n"
        "print(time.monotonic())\n";
    EXPECT_EQ(runText(kBegin + kDie).out,
              "['BrokenProcessPool', 'BrokenProcessPool', 'BrokenProcessPool'] 0.0\n"
              "A child process terminated abruptly, the process pool is not usable anymore\n0.0\n");
}

TEST(Workers, OfOneCallEachAreRefusedByName) {
    const auto run = runText(kBegin + "ProcessPoolExecutor(max_tasks_per_child=1)\n");
    EXPECT_NE(run.error.find("ProcessPoolExecutor(max_tasks_per_child=…) is not supported"),
              std::string::npos);
}

TEST(Workers, CountersRaceWhereCodeTakesTime) {
    const std::string kRace =
        "total = 0\n"
        "def one(): return 1\n"
        "def count():\n    global total\n"
        "    for _ in range(200_000):\n        before = total\n        total = before + one()\n"
        "threads = [threading.Thread(target=count) for _ in range(2)]\n"
        "for t in threads: t.start()\nfor t in threads: t.join()\nprint(total < 400_000, total)\n";
    const auto first = runText(kBegin + kRace);
    EXPECT_EQ(first.out.substr(0, 4), "True");
    EXPECT_EQ(first.out, runText(kBegin + kRace).out);
}

}  // namespace
}  // namespace coroscope::loop
