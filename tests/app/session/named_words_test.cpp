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

}  // namespace
}  // namespace coroscope::app
