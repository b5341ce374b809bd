#include <gtest/gtest.h>

#include "tests/engine/loop/run_scenario.h"

namespace coroscope::loop {
namespace {

using test::runMain;

TEST(Wait, OutlivesACallbackThatIsStillToRun) {
    EXPECT_EQ(runMain("t = asyncio.create_task(asyncio.sleep(1))\n"
                      "w = asyncio.create_task(asyncio.wait([t]))\nawait asyncio.sleep(0)\n"
                      "asyncio.get_running_loop().call_at(1, w.cancel)\nawait asyncio.sleep(2)\n"
                      "print(t.done(), w.cancelled())"),
              "True True\n");
}

TEST(TaskGroup, CancelsWhatIsLeftOnceOneFails) {
    EXPECT_EQ(runMain("try:\n    async with asyncio.TaskGroup() as g:\n"
                      "        g.create_task(asyncio.sleep(9))\n        g.create_task(fail())\n"
                      "except ExceptionGroup as e:\n    print(now(), e.exceptions)",
                      "async def fail():\n    await asyncio.sleep(1)\n    raise ValueError('x')\n"),
              "1.0 (ValueError('x'),)\n");
}

TEST(Condition, TakesTheLockAgainBeforeACancelledWaitEnds) {
    EXPECT_EQ(runMain("c = asyncio.Condition()\n"
                      "async def wait():\n    async with c:\n        await c.wait()\n"
                      "t = asyncio.create_task(wait())\nawait asyncio.sleep(0)\n"
                      "await c.acquire()\nt.cancel()\nawait asyncio.sleep(1)\nprint(t.done())\n"
                      "c.release()\nawait asyncio.wait([t])\nprint(t.cancelled(), c.locked())"),
              "False\nTrue False\n");
}

TEST(Barrier, GivesEachPartyItsIndex) {
    EXPECT_EQ(runMain("b = asyncio.Barrier(3)\n"
                      "print(await asyncio.gather(b.wait(), b.wait(), b.wait()), b.n_waiting)"),
              "[0, 1, 2] 0\n");
}

TEST(AsCompleted, RaisesTimeoutErrorForEachThatIsLate) {
    EXPECT_EQ(
        runMain(
            "for c in asyncio.as_completed([asyncio.sleep(1, 'a'), asyncio.sleep(9)], timeout=2):\n"
            "    try: print(await c)\n    except TimeoutError: print('late', now())"),
        "a\nlate 2.0\n");
}

TEST(Contexts, AreCopiedForEachTask) {
    EXPECT_EQ(runMain("v.set(1)\nasync def child():\n    v.set(v.get() + 1)\n    return v.get()\n"
                      "print(await asyncio.gather(child(), child()), v.get())",
                      "import contextvars\nv = contextvars.ContextVar('v')\n"),
              "[2, 2] 1\n");
}

}  // namespace
}  // namespace coroscope::loop
