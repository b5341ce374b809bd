// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/named_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/session/engine_runner.h"
#include "app/session/session.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

TEST(NamedWords, AreThoseOfTheTraceWithTheNamesOfTheProgram) {
    Session session{engineRunner()};
    session.document().openText(QStringLiteral("named.py"),
                                QStringLiteral("import asyncio\n"
                                               "async def guest(door, lock, bell, tray):\n"
                                               "    async with door:\n"
                                               "        async with lock:\n"
                                               "            await asyncio.sleep(1)\n"
                                               "    await bell.wait()\n"
                                               "    await tray.get()\n"
                                               "async def main():\n"
                                               "    door, lock = asyncio.Lock(), asyncio.Lock()\n"
                                               "    bell, tray = asyncio.Event(), asyncio.Queue()\n"
                                               "    one = asyncio.create_task(\n"
                                               "        guest(door, lock, bell, tray))\n"
                                               "    two = asyncio.create_task(\n"
                                               "        guest(door, lock, bell, tray))\n"
                                               "    await asyncio.sleep(3)\n"
                                               "    bell.set()\n"
                                               "    await asyncio.sleep(1)\n"
                                               "    tray.put_nowait(1)\n"
                                               "    tray.put_nowait(2)\n"
                                               "    await one\n"
                                               "    await two\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&] { return !session.runs().isBusy(); }));
    std::vector<std::string> said;
    const trace::Trace& trace = *session.trace();
    for (std::size_t i = 0; i < trace.size(); ++i) {
        said.push_back(namedDescription(trace, trace::EventIndex::fromIndex(i), *session.source()));
    }
    for (const char* words :
         {"Task-2 guest takes the lock door", "Task-2 guest takes the lock",
          "Task-3 guest is suspended: lock door", "Task-2 guest is suspended: event bell",
          "Task-1 main sets the event bell", "Task-2 guest is suspended: tray.get",
          "Task-1 main puts an item into the queue tray, which now holds 1"}) {
        EXPECT_NE(std::ranges::find(said, words), said.end()) << words;
    }
}

/// What all events of a run say in words.
std::vector<std::string> saidOf(Session& session, const char* text) {
    session.document().openText(QStringLiteral("named.py"), QString::fromUtf8(text));
    EXPECT_TRUE(waitUntil([&] { return !session.runs().isBusy(); }));
    std::vector<std::string> said;
    const trace::Trace& trace = *session.trace();
    for (std::size_t i = 0; i < trace.size(); ++i) {
        said.push_back(namedDescription(trace, trace::EventIndex::fromIndex(i), *session.source()));
    }
    return said;
}

TEST(NamedWords, CallAnObjectAlikeWhateverItIsCalledWhereItIsUsed) {
    Session session{engineRunner()};
    const std::vector<std::string> said = saidOf(session,
                                                 "import asyncio\n"
                                                 "async def eat(mine, other):\n"
                                                 "    async with mine:\n"
                                                 "        await asyncio.sleep(1)\n"
                                                 "        async with other:\n"
                                                 "            pass\n"
                                                 "async def main():\n"
                                                 "    a, b = asyncio.Lock(), asyncio.Lock()\n"
                                                 "    await asyncio.gather(eat(a, b), eat(b, a))\n"
                                                 "asyncio.run(main())\n");
    for (const char* words :
         {"Task-2 eat takes the lock mine 1", "Task-3 eat takes the lock mine 2",
          "Task-2 eat is suspended: lock mine 2", "Task-3 eat is suspended: lock mine 1"}) {
        EXPECT_NE(std::ranges::find(said, words), said.end()) << words;
    }
}

TEST(NamedWords, KnowAnObjectAlsoWhereTheTextDoesNotNameIt) {
    Session session{engineRunner()};
    const std::vector<std::string> said =
        saidOf(session,
               "import asyncio\n"
               "async def timed(call):\n"
               "    return await call\n"
               "async def main():\n"
               "    tray, other = asyncio.Queue(), asyncio.Queue()\n"
               "    getting = asyncio.create_task(timed(tray.get()))\n"
               "    await asyncio.sleep(1)\n"
               "    tray.put_nowait(1)\n"
               "    await getting\n"
               "    other.put_nowait(2)\n"
               "asyncio.run(main())\n");
    for (const char* words : {"Task-2 timed is suspended: tray.get",
                              "Task-2 timed takes an item out of the queue tray, which now holds 0",
                              "Task-1 main puts an item into the queue other, which now holds 1"}) {
        EXPECT_NE(std::ranges::find(said, words), said.end()) << words;
    }
}

}  // namespace
}  // namespace coroscope::app
