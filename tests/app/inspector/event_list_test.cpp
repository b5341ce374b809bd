// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QLineEdit>

#include <gtest/gtest.h>

#include "app/inspector/event_list_model.h"
#include "app/inspector/event_list_view.h"
#include "app/session/engine_runner.h"
#include "app/session/session.h"
#include "app/style/theme.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class EventListTest : public testing::Test {
protected:
    EventListTest() {
        session_.document().openText(QStringLiteral("t.py"),
                                     QStringLiteral("import asyncio\n"
                                                    "async def main():\n"
                                                    "    print('  a    b')\n"
                                                    "    print('c')\n"
                                                    "    await asyncio.sleep(1)\n"
                                                    "asyncio.run(main())\n"));
        EXPECT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
        panel_.resize(500, 400);
        panel_.show();
    }
    EventListModel& events() { return panel_.list().events(); }

    Session session_{engineRunner()};
    EventsPanel panel_{session_};
};

TEST_F(EventListTest, SpacesThatWerePrintedAreShown) {
    panel_.filter().setText(QStringLiteral("prints b"));
    ASSERT_TRUE(waitUntil([this] { return events().complete(); }));
    ASSERT_EQ(events().rowCount(), 1);
    const QString words = events().index(0).data().toString();
    EXPECT_TRUE(words.contains(QStringLiteral("\"  a    b\""))) << words.toStdString();
}

TEST_F(EventListTest, SaysSoWhereNoEventHasTheWordsOfTheFilter) {
    EXPECT_TRUE(panel_.list().emptyText().isEmpty());
    panel_.filter().setText(QStringLiteral("nowhere"));
    ASSERT_TRUE(waitUntil([this] { return events().complete(); }));
    EXPECT_EQ(panel_.list().emptyText(), QStringLiteral("No event has these words."));
    panel_.filter().clear();
    EXPECT_TRUE(panel_.list().emptyText().isEmpty());
}

TEST_F(EventListTest, TheRowOfThePlayheadStandsInTheColumnsOfTheOthers) {
    EventListView& list = panel_.list();
    const QColor hue = taskHue(0, schemeOf(list.palette()));
    const auto dotOf = [&](int row) {
        const QImage shown = list.viewport()->grab().toImage();
        const int y = list.visualRect(events().index(row)).center().y() + 1;
        int x = 0;
        while (x < shown.width() && shown.pixelColor(x, y) != hue) ++x;
        return x;
    };
    const auto isOfTheTask = [&](int row) {
        const QVariant task = events().index(row).data(EventListModel::TaskRole);
        return task.isValid() && task.toUInt() == 0;
    };
    int seen = 0;
    for (int row = 1; row < events().rowCount(); ++row) {
        if (!isOfTheTask(row - 1) || !isOfTheTask(row)) continue;
        session_.playhead().moveTo(events().eventOf(row));
        ASSERT_EQ(list.currentRow(), row);
        ASSERT_LT(dotOf(row), list.viewport()->width());
        EXPECT_EQ(dotOf(row), dotOf(row - 1)) << row;
        ++seen;
    }
    EXPECT_GT(seen, 2);
}

}  // namespace
}  // namespace coroscope::app
