// SPDX-License-Identifier: GPL-3.0-or-later
/// A program may call its tasks anything: whatever a panel shows of that is one short line.

#include <QStringList>

#include <gtest/gtest.h>

#include "app/inspector/console_model.h"
#include "app/inspector/event_list_model.h"
#include "app/inspector/explain_text.h"
#include "app/inspector/loop_cards.h"
#include "app/inspector/spoken.h"
#include "app/inspector/statistics_model.h"
#include "app/inspector/sync_words.h"
#include "app/inspector/task_list_model.h"
#include "app/inspector/wait_picture.h"
#include "app/session/engine_runner.h"
#include "app/session/session.h"
#include "engine/trace/plain_text.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class NamesToRead : public testing::Test {
protected:
    NamesToRead() {
        session_.document().openText(
            QStringLiteral("names.py"),
            QStringLiteral(
                "import asyncio\n"
                "async def user(lock):\n"
                "    print('hello')\n"
                "    async with lock:\n"
                "        await asyncio.sleep(1)\n"
                "async def main():\n"
                "    lock = asyncio.Lock()\n"
                "    names = ['\\u202eabc', 'a\\nb\\tc\\x07', '', '  ', 'x' * 10000]\n"
                "    await asyncio.gather(*(\n"
                "        asyncio.create_task(user(lock), name=name) for name in names))\n"
                "asyncio.run(main())\n"));
        EXPECT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    }

    static void expectReadable(const QString& text, const char* where) {
        const std::string bytes = text.toStdString();
        EXPECT_EQ(trace::plainLine(bytes), bytes) << where;
        EXPECT_LT(bytes.size(), 1000U) << where;
        EXPECT_FALSE(trace::isBlank(bytes)) << where;
    }
    static void expectRowsReadable(const QAbstractItemModel& model, const char* where) {
        for (int row = 0; row < model.rowCount(); ++row) {
            expectReadable(model.index(row, 0).data().toString(), where);
            const QVariant tip = model.index(row, 0).data(Qt::ToolTipRole);
            if (tip.isValid()) expectReadable(tip.toString(), where);
        }
    }

    Session session_{engineRunner()};
};

TEST_F(NamesToRead, InWhatIsShownAtEveryEvent) {
    const trace::Trace& trace = *session_.trace();
    for (std::size_t i = 0; i < trace.size(); ++i) {
        session_.playhead().moveTo(trace::EventIndex::fromIndex(i));
        const trace::LoopState& state = session_.state();
        const Explanation said = explain(trace, state, *session_.source(), Audience::Newcomer);
        expectReadable(QString::fromStdString(said.what), "Explain");
        const LoopCards cards = makeLoopCards(trace, state);
        for (const auto* row : {&cards.running, &cards.ready, &cards.timers}) {
            for (const LoopCard& card : *row) {
                expectReadable(card.label, "a card of the loop");
                expectReadable(card.tip, "the tip of a card of the loop");
            }
        }
        expectReadable(spokenSync(trace, syncState(trace, state, *session_.source()).objects),
                       "Sync");
        for (const WaitNode& node :
             waitPicture(trace, state, *session_.source(), trace::TaskId(0)).nodes) {
            expectReadable(node.name, "Waits");
        }
    }
}

TEST_F(NamesToRead, InListsAndTheirTips) {
    TaskListModel tasks(session_);
    tasks.take(true);
    EXPECT_EQ(tasks.rowCount(), 6);
    expectRowsReadable(tasks, "Tasks");
    StatisticsModel statistics(session_);
    statistics.take(true);
    EXPECT_GT(statistics.rowCount(), 5);
    expectRowsReadable(statistics, "Statistics");
    EventListModel events;
    events.setRun(session_.trace(), session_.source(), session_.lastInSight());
    EXPECT_GT(events.rowCount(), 20);
    expectRowsReadable(events, "Events");
    ConsoleModel console;
    console.setRun(session_.trace(), session_.printed(), session_.lastInSight());
    ASSERT_EQ(console.rowCount(), 5);
    for (int row = 0; row < console.rowCount(); ++row) {
        expectReadable(console.index(row).data(Qt::AccessibleTextRole).toString(), "Console");
    }
}

TEST_F(NamesToRead, AreThoseOfTheCoroutineWhereThereIsNothingToRead) {
    const trace::Trace& trace = *session_.trace();
    EXPECT_EQ(spokenTask(trace, trace::TaskId(3)), "(user)");
    EXPECT_EQ(spokenTask(trace, trace::TaskId(4)), "(user)");
}

}  // namespace
}  // namespace coroscope::app
