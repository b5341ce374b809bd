// SPDX-License-Identifier: GPL-3.0-or-later
/// What the panels say to those who do not see them.

#include <QAccessible>
#include <QRegularExpression>
#include <QTableView>

#include <gtest/gtest.h>

#include "app/inspector/console_view.h"
#include "app/inspector/loop_view.h"
#include "app/inspector/statistics_model.h"
#include "app/inspector/statistics_view.h"
#include "app/inspector/sync_view.h"
#include "app/inspector/task_list_view.h"
#include "app/inspector/variables_view.h"
#include "app/session/engine_runner.h"
#include "tests/app/inspector/panel_fixture.h"

namespace coroscope::app {
namespace {

using trace::EventKind;

QString descriptionOf(QWidget& widget) {
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Description);
}

/// The names of what an item view has, in its order.
QStringList namesIn(QWidget& view) {
    QStringList names;
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&view);
    for (int i = 0; i < told->childCount(); ++i) {
        QAccessibleInterface* child = told->child(i);
        // The corner of a table is no cell.
        if (child != nullptr && child->role() != QAccessible::Pane) {
            names << child->text(QAccessible::Name);
        }
    }
    return names;
}

class SpokenPanels : public PanelTest {};

TEST_F(SpokenPanels, TheLoopSaysItsFourRows) {
    LoopView view(session_);
    goTo(EventKind::CancelRequested);
    session_.playhead().stepEvent(2);
    EXPECT_EQ(descriptionOf(view),
              QStringLiteral("Running: Task-1 main. Ready queue: urgent. Timers: Task-6 parcel "
                             "sleeps until then, due at 1.5 s, Task-7 parcel sleeps until then, "
                             "due at 2 s. Clock: 1.25 s"));
    session_.playhead().moveToTime(0.0);
    const QString told = descriptionOf(view);
    EXPECT_TRUE(told.startsWith(QStringLiteral("Running: nobody. Ready queue: empty. Timers: ")));
    EXPECT_TRUE(told.endsWith(QStringLiteral("Clock: 0 s, next jump to 0.5 s (Task-4 parcel)")))
        << told.toStdString();
}

TEST_F(SpokenPanels, TheLoopDoesNotGiveAwayWhatIsToBePredicted) {
    LoopView view(session_);
    session_.playhead().moveToTime(0.0);
    session_.prediction().ask();
    ASSERT_EQ(session_.prediction().phase(), Prediction::Phase::Asking);
    EXPECT_FALSE(descriptionOf(view).contains(QStringLiteral("next")));
}

TEST_F(SpokenPanels, ATaskSaysItsStateItsReasonAndItsAge) {
    TaskListView view(session_);
    view.show();
    session_.playhead().moveToTime(0.5);
    const QStringList names = namesIn(view);
    const auto urgent = names.indexOf(QRegularExpression(QStringLiteral("^urgent.*")));
    ASSERT_GE(urgent, 0) << names.join(QLatin1Char('\n')).toStdString();
    EXPECT_EQ(names[urgent],
              QStringLiteral("urgent, suspended for 0.5 s, sleep 10 s, line 3, 0.5 s old, so far "
                             "it ran 0 s, stood ready 0 s and waited 0.5 s"));
}

TEST_F(SpokenPanels, ALineOfTheConsoleSaysWhoPrintedItAndWhen) {
    ConsoleView view(session_);
    view.show();
    session_.playhead().moveToTime(0.5);
    const QStringList names = namesIn(view);
    ASSERT_EQ(names.size(), 7);
    EXPECT_EQ(names[0], QStringLiteral("parcel 1 delivered, Task-4 (parcel) at 0.5 s"));
    EXPECT_TRUE(names[1].endsWith(QStringLiteral("at 1 s, not printed yet")))
        << names[1].toStdString();
    EXPECT_TRUE(names[3].contains(QStringLiteral("on stderr"))) << names[3].toStdString();
}

TEST_F(SpokenPanels, NoHeaderAndNoBarOfTheStatisticsIsNameless) {
    StatisticsView view(session_);
    view.resize(900, 300);
    view.show();
    for (const QString& name : namesIn(view.table())) EXPECT_FALSE(name.isEmpty());
    const QModelIndex bar = view.numbers().index(1, StatisticsModel::Shares);
    EXPECT_EQ(bar.data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("ran 27 %, ready 0 %, waited 73 % of the run"));
}

TEST_F(SpokenPanels, TheColumnsOfTheVariablesHaveNames) {
    VariablesView view(session_);
    view.show();
    EXPECT_EQ(namesIn(view).mid(0, 2),
              (QStringList{QStringLiteral("name"), QStringLiteral("value")}));
}

TEST(SpokenSync, EachObjectSaysWhoHasItAndWhoWaits) {
    Session session{engineRunner()};
    SyncView view(session);
    view.show();
    EXPECT_TRUE(descriptionOf(view).startsWith(QStringLiteral("Nobody has used")));
    session.document().openText(QStringLiteral("lesson.py"),
                                QStringLiteral("import asyncio\n"
                                               "printer = asyncio.Lock()\n"
                                               "async def user():\n"
                                               "    async with printer:\n"
                                               "        await asyncio.sleep(1)\n"
                                               "async def main():\n"
                                               "    await asyncio.gather(user(), user(), user())\n"
                                               "asyncio.run(main())\n"));
    ASSERT_TRUE(waitUntil([&] { return !session.runs().isBusy(); }));
    session.playhead().moveToTime(0);
    EXPECT_EQ(descriptionOf(view),
              QStringLiteral("lock printer: held by Task-2; waiting: Task-3, Task-4"));
    session.playhead().toEnd();
    EXPECT_EQ(descriptionOf(view), QStringLiteral("lock printer: free"));
}

}  // namespace
}  // namespace coroscope::app
