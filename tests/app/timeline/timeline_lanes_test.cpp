// SPDX-License-Identifier: GPL-3.0-or-later
/// Lanes that are pinned, hidden and folded, and how one is found.

#include <algorithm>

#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolTip>

#include <gtest/gtest.h>

#include "tests/app/timeline/plot_fixture.h"

namespace coroscope::app::testing {
namespace {

using TimelineLanesTest = TimelinePlotTest;

TEST_F(TimelineLanesTest, LanesArePinnedHiddenAndFolded) {
    const auto names = [this] {
        std::vector<std::string> found;
        for (const Row& row : plot.drawn().tasks.rows) {
            found.push_back(plot.model().lanes[row.lane].name);
        }
        return found;
    };
    const std::vector<std::string> all = names();
    ASSERT_EQ(all.size(), 7U);
    const auto taskOf = [this](const std::string& name) {
        for (const Lane& lane : plot.model().lanes) {
            if (lane.name == name) return lane.task;
        }
        return TaskId();
    };
    LaneChoice choice;
    choice.togglePinned({taskOf("urgent"), {}});
    choice.toggleFolded(taskOf("courier"));
    plot.setLaneChoice(choice);
    settle();
    EXPECT_EQ(names(), (std::vector<std::string>{"urgent", all[0], "courier"}));
    choice.toggleHidden({taskOf("courier"), {}});
    plot.setLaneChoice(choice);
    settle();
    EXPECT_EQ(names().size(), 2U);
    // A click hits the lane that is drawn there.
    click({60, static_cast<int>(plot.drawn().tasks.rows.front().top + 20)});
    EXPECT_EQ(plot.view().selectedTask, taskOf("urgent"));
    key(Qt::Key_Down);
    EXPECT_EQ(plot.view().selectedTask, taskOf(all[0]));
    plot.setTrace(parcels());  // an edit
    settle();
    EXPECT_EQ(names().size(), 2U);
    plot.setLaneChoice({});
    settle();
    EXPECT_EQ(names(), all);
}

TEST_F(TimelineLanesTest, AWorkersLaneIsPinnedAndHiddenAsItself) {
    plot.setTrace(twoWorkers());
    settle();
    const auto names = [this] {
        std::vector<std::string> found;
        for (const Row& row : plot.drawn().tasks.rows) {
            found.push_back(plot.model().lanes[row.lane].name);
        }
        return found;
    };
    const std::vector<std::string> all = names();
    LaneChoice choice;
    choice.togglePinned(plot.model().lanes[2].key());
    plot.setLaneChoice(choice);
    settle();
    EXPECT_EQ(names(), (std::vector<std::string>{all[1], all[0], all[2], all[3]}));
    choice.toggleHidden(plot.model().lanes[2].key());
    plot.setLaneChoice(choice);
    settle();
    EXPECT_EQ(names(), (std::vector<std::string>{all[0], all[2], all[3]}));
}

TEST_F(TimelineLanesTest, TheKeysLeadToTheLanesOfWorkersToo) {
    plot.setTrace(twoWorkers());
    settle();
    QSignalSpy cleared(&plot, &TimelinePlot::selectionCleared);
    std::vector<std::size_t> reached;
    for (std::size_t i = 1; i < plot.model().lanes.size(); ++i) {
        key(Qt::Key_Down);
        ASSERT_TRUE(plot.selectedLane());
        reached.push_back(*plot.selectedLane());
        EXPECT_TRUE(row(static_cast<std::uint32_t>(reached.back())).selected);
        const bool isTask = plot.model().lanes[reached.back()].task.valid();
        EXPECT_EQ(plot.view().selectedTask.valid(), isTask);
        EXPECT_EQ(cleared.size(), isTask ? 0 : 1);
        cleared.clear();
        plot.setSelectedTask(plot.view().selectedTask);  // what the session answers
        EXPECT_EQ(plot.selectedLane(), reached.back());
    }
    EXPECT_EQ(reached, (std::vector<std::size_t>{1, 2, 3, 4}));
    key(Qt::Key_Escape);
    EXPECT_FALSE(plot.selectedLane());
}

TEST_F(TimelineLanesTest, ASignTellsWhereLanesAreHiddenAndShowsThem) {
    LaneChoice choice;
    choice.toggleHidden(plot.model().lanes[3].key());
    choice.toggleHidden(plot.model().lanes[4].key());
    plot.setLaneChoice(choice);
    settle();
    ASSERT_EQ(plot.drawn().tasks.gaps.size(), 1U);
    const Text sign = plot.drawn().tasks.gaps[0];
    EXPECT_EQ(sign.text, QStringLiteral("2 hidden"));
    // It stands on the line below the lane that they would follow.
    EXPECT_NEAR(sign.rect.center().y(), row(2).top + row(2).height, 1);
    QHelpEvent help(QEvent::ToolTip, sign.rect.center().toPoint(), plot.mapToGlobal(QPoint()));
    QApplication::sendEvent(&plot, &help);
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("parcel 1")));
    click(sign.rect.center().toPoint());
    EXPECT_TRUE(plot.drawn().tasks.gaps.empty());
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 7U);
}

TEST_F(TimelineLanesTest, ASignUnfoldsWhatALaneHasMade) {
    LaneChoice choice;
    choice.toggleFolded(plot.model().lanes[2].task);  // courier, of four parcels
    plot.setLaneChoice(choice);
    settle();
    ASSERT_EQ(plot.drawn().tasks.gaps.size(), 1U);
    EXPECT_EQ(plot.drawn().tasks.gaps[0].text, QStringLiteral("4 hidden"));
    click(plot.drawn().tasks.gaps[0].rect.center().toPoint());
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 7U);
}

TEST_F(TimelineLanesTest, APinnedLaneHasAPin) {
    LaneChoice choice;
    choice.togglePinned(plot.model().lanes[4].key());
    plot.setLaneChoice(choice);
    settle();
    const auto isPin = [](const Box& box) { return box.shape == Shape::Pin; };
    const auto& dots = plot.drawn().tasks.dots;
    ASSERT_EQ(std::count_if(dots.begin(), dots.end(), isPin), 1);
    const Box& pin = *std::find_if(dots.begin(), dots.end(), isPin);
    EXPECT_EQ(pin.lane, 4U);
    EXPECT_NEAR(pin.rect.center().y(), row(4).top + row(4).height * 0.54, 1);
}

TEST_F(TimelineLanesTest, ATaskIsFoundByAPartOfItsName) {
    EXPECT_TRUE(plot.findTask(QStringLiteral("URG")));
    const auto lane = plot.model().laneOf(plot.view().selectedTask);
    ASSERT_TRUE(lane);
    EXPECT_EQ(plot.model().lanes[*lane].name, "urgent");
    EXPECT_FALSE(plot.findTask(QStringLiteral("nobody")));
}

TEST_F(TimelineLanesTest, TheFieldForATaskSaysInWordsAndColourThatThereIsNone) {
    QTest::keyClick(&plot, Qt::Key_Slash);
    auto* field = plot.findChild<QLineEdit*>(QStringLiteral("taskFinder"));
    const auto* said = plot.findChild<QLabel*>(QStringLiteral("taskFinderSays"));
    const QColor trouble = plot.view().palette.troubleText;
    QTest::keyClicks(field, QStringLiteral("urg"));
    EXPECT_EQ(said->text(), QStringLiteral("1 of 1"));
    QTest::keyClicks(field, QStringLiteral("x"));
    EXPECT_TRUE(said->isVisible());
    EXPECT_EQ(said->text(), QStringLiteral("no such task"));
    EXPECT_FALSE(said->geometry().intersects(field->geometry()));
    EXPECT_EQ(field->palette().color(QPalette::Text), trouble);
    QTest::keyClick(field, Qt::Key_Backspace);
    EXPECT_EQ(said->text(), QStringLiteral("1 of 1"));
    EXPECT_NE(field->palette().color(QPalette::Text), trouble);
    QTest::keyClicks(field, QStringLiteral("x"));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_FALSE(said->isVisible());
}

}  // namespace
}  // namespace coroscope::app::testing
