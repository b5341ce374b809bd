// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/tasks_panel.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "app/inspector/cancel_list_view.h"
#include "app/inspector/task_list_model.h"
#include "app/inspector/task_list_view.h"
#include "app/inspector/variables_view.h"
#include "app/inspector/wait_graph_view.h"
#include "app/session/engine_runner.h"
#include "app/session/session.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

using trace::TaskId;

const char* const kDeadlock =
    "import asyncio\n"
    "async def take(first, second):\n"
    "    async with first:\n"
    "        await asyncio.sleep(1)\n"
    "        async with second:\n"
    "            pass\n"
    "async def main():\n"
    "    a, b = asyncio.Lock(), asyncio.Lock()\n"
    "    await asyncio.gather(take(a, b), take(b, a))\n"
    "asyncio.run(main())\n";

const char* const kCancel =
    "import asyncio\n"
    "async def nap():\n"
    "    try:\n"
    "        await asyncio.sleep(9)\n"
    "    finally:\n"
    "        await asyncio.sleep(2)\n"
    "async def main():\n"
    "    task = asyncio.create_task(nap(), name='napper')\n"
    "    await asyncio.sleep(1)\n"
    "    task.cancel()\n"
    "    await asyncio.sleep(5)\n"
    "asyncio.run(main())\n";

const char* const kCreates =
    "import asyncio\n"
    "async def child():\n"
    "    await asyncio.sleep(1)\n"
    "async def main():\n"
    "    one = asyncio.create_task(child())\n"
    "    two = asyncio.create_task(child())\n"
    "    two.cancel()\n"
    "    print('cancelled')\n"
    "    await asyncio.wait([one, two])\n"
    "asyncio.run(main())\n";

class TasksPanelTest : public testing::Test {
protected:
    TasksPanelTest() { QSettings().clear(); }
    void show(const char* text) {
        session_.document().openText(QStringLiteral("t.py"), QString::fromUtf8(text));
        ASSERT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
        panel_ = std::make_unique<TasksPanel>(session_);
        panel_->resize(520, 220);
        panel_->show();
    }
    void press(const char* name) {
        for (auto* button : panel_->findChildren<QToolButton*>()) {
            if (button->text().startsWith(QLatin1String(name))) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
    }

    Session session_{engineRunner()};
    std::unique_ptr<TasksPanel> panel_;
};

TEST_F(TasksPanelTest, WhatATaskWaitsForHasRoomBeforeItsAge) {
    show(kDeadlock);
    session_.playhead().toEnd();
    auto* list = panel_->findChild<TaskListView*>();
    const int needed =
        list->fontMetrics().horizontalAdvance(QStringLiteral("lock → Task-2 · line 5"));
    for (const int width : {560, 615, 800, 1000}) {  // 615: a window of 1600
        panel_->resize(width, 220);
        EXPECT_GE(list->roomForReason(), needed) << width;
    }
}

TEST_F(TasksPanelTest, AtEveryEventATaskStandsAtTheSameLineAsItsVariables) {
    show(kCreates);
    VariablesView variables(session_);
    variables.show();
    std::shared_ptr<const Inspection> inspection;
    QObject::connect(&session_.replays(), &ReplayService::finished,
                     [&](const auto& found) { inspection = found; });
    TaskListModel& tasks = panel_->findChild<TaskListView*>()->tasks();
    QStringList places;
    for (std::size_t i = 0; i < session_.trace()->size(); ++i) {
        const auto at = trace::EventIndex::fromIndex(i);
        session_.playhead().moveTo(at);
        ASSERT_TRUE(waitUntil([&] { return inspection && inspection->at == at; }));
        for (std::size_t number = 0; number < session_.state().tasks.size(); ++number) {
            const auto task = TaskId::fromIndex(number);
            session_.selection().selectTask(task);
            if (tasks.rowOf(task) < 0 || variables.topLevelItemCount() == 0) continue;
            const QString said =
                tasks.index(tasks.rowOf(task)).data(TaskListModel::ReasonRole).toString();
            const QString head = variables.topLevelItem(0)->text(1).section(u' ', 0, 1);
            if (head == QStringLiteral("not begun")) {
                EXPECT_FALSE(said.contains(QStringLiteral("line"))) << "event " << i + 1;
            } else {
                EXPECT_TRUE(said.endsWith(head)) << "event " << i + 1 << said.toStdString();
            }
            places << head;
        }
    }
    for (const char* line : {"not begun", "line 5", "line 6", "line 7", "line 9", "line 3"}) {
        EXPECT_TRUE(places.contains(QLatin1String(line))) << line;
    }
}

TEST_F(TasksPanelTest, TheBarBesideTheRingOfADeadlockLeavesItsWordsFree) {
    applyTheme(ThemeChoice::Light, false, 1);
    show(kDeadlock);
    session_.playhead().toEnd();
    auto* ring = panel_->findChild<QLabel*>(QStringLiteral("ring"));
    ASSERT_TRUE(ring->isVisible());
    const QImage shown = ring->grab().toImage();
    for (int y = 3; y < shown.height() - 3; ++y) {
        EXPECT_EQ(shown.pixel(7, y), shown.pixel(5, y)) << y;
        EXPECT_NE(shown.pixel(2, y), shown.pixel(7, y)) << "the bar, " << y;
    }
}

TEST_F(TasksPanelTest, ARingOfTasksIsDrawnAsADeadlock) {
    show(kDeadlock);
    press("Waits");
    EXPECT_EQ(panel_->page(), TasksPanel::Waits);
    session_.playhead().toEnd();
    const WaitPicture& picture = panel_->waits().picture();
    ASSERT_EQ(picture.nodes.size(), 3U);
    EXPECT_EQ(picture.ring, (std::vector{TaskId(1), TaskId(2)}));
    EXPECT_EQ(std::ranges::count(picture.edges, true, &WaitEdge::inRing), 2);
    EXPECT_EQ(
        std::ranges::count_if(picture.edges,
                              [&](const WaitEdge& edge) { return edge.leadsBack(picture.nodes); }),
        1);
    EXPECT_TRUE(
        panel_->waits().caption().startsWith(QStringLiteral("Deadlock: Task-2 → Task-3 → Task-2.")))
        << panel_->waits().caption().toStdString();
    EXPECT_TRUE(panel_->waits().accessibleDescription().contains(
        QStringLiteral("Task-3 waits for Task-2.")));
    // Trouble can be seen.
    const QImage shown = panel_->waits().viewport()->grab().toImage();
    session_.playhead().toStart();
    EXPECT_TRUE(panel_->waits().picture().ring.empty());
    EXPECT_NE(panel_->waits().viewport()->grab().toImage(), shown);
}

TEST_F(TasksPanelTest, WhoWaitsStandsLeftOfWhoIsWaitedForAndAClickSelects) {
    show(kDeadlock);
    press("Waits");
    session_.playhead().moveToTime(0.5);
    const WaitGraphView& view = panel_->waits();
    ASSERT_FALSE(view.rectOf(TaskId(1)).isEmpty());
    EXPECT_LT(view.rectOf(TaskId(0)).right(), view.rectOf(TaskId(1)).left());
    EXPECT_LT(view.rectOf(TaskId(0)).right(), view.rectOf(TaskId(2)).left());
    EXPECT_FALSE(view.rectOf(TaskId(1)).intersects(view.rectOf(TaskId(2))));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rectOf(TaskId(2)).center());
    EXPECT_EQ(session_.selection().task(), TaskId(2));
}

TEST_F(TasksPanelTest, TheSentenceOfADeadlockLeavesTheCardsFreeInANarrowPane) {
    show(kDeadlock);
    press("Waits");
    session_.playhead().toEnd();
    for (const int width : {200, 260, 420}) {
        panel_->resize(width, 400);
        QApplication::processEvents();
        const WaitGraphView& view = panel_->waits();
        const int room = view.viewport()->width() - 28;
        const int words =
            QFontMetrics(bold(view.font()))
                .boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, view.caption())
                .height();
        EXPECT_GE(view.rectOf(TaskId(0)).top(), words) << width;
    }
}

TEST_F(TasksPanelTest, OfAFutureIsSaidThatNobodyIsKnownWhoSetsIt) {
    show(
        "import asyncio\n"
        "async def polite(mine, other):\n"
        "    await other\n"
        "    mine.set_result(1)\n"
        "async def main():\n"
        "    loop = asyncio.get_running_loop()\n"
        "    a, b = loop.create_future(), loop.create_future()\n"
        "    pair = [asyncio.create_task(polite(x, y)) for x, y in ((a, b), (b, a))]\n"
        "    await asyncio.sleep(1)\n"
        "    await asyncio.gather(*pair)\n"
        "asyncio.run(main())\n");
    press("Waits");
    const WaitPicture& picture = panel_->waits().picture();
    session_.playhead().moveToTime(0.5);
    EXPECT_EQ(std::ranges::count(picture.nodes, true, &WaitNode::open), 2);
    EXPECT_EQ(panel_->waits().caption(),
              QStringLiteral("Who will set a future is not known before it is set."));
    session_.playhead().toEnd();
    EXPECT_TRUE(picture.deadlock);
    EXPECT_EQ(std::ranges::count(picture.nodes, true, &WaitNode::open), 2);
    EXPECT_EQ(panel_->waits().caption(),
              QStringLiteral("Deadlock: no task is known to wake Task-2 and Task-3."));
}

TEST_F(TasksPanelTest, NobodyWaitsForAnotherAtTheStart) {
    show(kDeadlock);
    press("Waits");
    session_.playhead().toStart();
    EXPECT_EQ(panel_->waits().caption(), QStringLiteral("No task waits for another one now."));
}

TEST_F(TasksPanelTest, ACancelIsToldUpToThePlayhead) {
    show(kCancel);
    press("Cancels (1)");
    EXPECT_EQ(panel_->page(), TasksPanel::Cancels);
    CancelListModel& cancels = panel_->cancels().cancels();
    ASSERT_EQ(cancels.rowCount(), 1);
    const QModelIndex row = cancels.index(0);
    const auto what = [&] { return row.data(CancelListModel::WhatRole).toString(); };
    EXPECT_EQ(row.data(CancelListModel::WhoRole).toString(),
              QStringLiteral("Task-1 (main) → napper"));
    session_.playhead().toStart();
    EXPECT_EQ(what(), QString());
    EXPECT_TRUE(row.data(CancelListModel::AheadRole).toBool());
    const QPoint place = panel_->cancels().visualRect(row).center();
    QTest::mouseClick(panel_->cancels().viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(session_.playhead().current(), session_.cancels()->all()[0].requested);
    EXPECT_EQ(what(), QStringLiteral("asked, not delivered"));
    QTest::mouseClick(panel_->cancels().viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(session_.playhead().current(), session_.cancels()->all()[0].delivered);
    EXPECT_EQ(what(), QStringLiteral("delivered"));
    session_.playhead().toEnd();
    EXPECT_EQ(what(), QStringLiteral("delivered · ended cancelled at 3 s"));
}

TEST_F(TasksPanelTest, ThePageIsRemembered) {
    show(kDeadlock);
    EXPECT_EQ(panel_->page(), TasksPanel::List);
    press("Cancels");
    show(kCancel);
    EXPECT_EQ(panel_->page(), TasksPanel::Cancels);
}

TEST_F(TasksPanelTest, MoreTasksThanAPictureHoldsAreLeftOut) {
    show(
        "import asyncio\n"
        "async def nap():\n"
        "    await asyncio.sleep(1)\n"
        "async def main():\n"
        "    await asyncio.gather(*(nap() for _ in range(100)))\n"
        "asyncio.run(main())\n");
    press("Waits");
    session_.playhead().moveToTime(0.5);
    EXPECT_LE(panel_->waits().picture().nodes.size(), kMostWaitNodes);
    EXPECT_EQ(panel_->waits().picture().leftOut, 76U);
    EXPECT_TRUE(panel_->waits().caption().startsWith(QStringLiteral("76 more are left out")));
}

}  // namespace
}  // namespace coroscope::app
