// SPDX-License-Identifier: GPL-3.0-or-later
/// The real widget, driven by real mouse and key events.

#include "app/timeline/timeline_plot.h"

#include <algorithm>

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include "app/timeline/burst.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

class TimelinePlotTest : public ::testing::Test {
protected:
    void SetUp() override {
        plot.resize(1000, 560);
        plot.setTrace(parcels());
        plot.show();
        settle();
        // What the session does: it grants what is asked for.
        QObject::connect(&plot, &TimelinePlot::playheadRequested, &plot,
                         &TimelinePlot::setPlayhead);
    }
    static void settle() {
        for (int i = 0; i < 3; ++i) QApplication::processEvents();
    }
    [[nodiscard]] const Row& row(std::uint32_t lane) const {
        for (const Row& row : plot.drawn().tasks.rows) {
            if (row.lane == lane) return row;
        }
        return plot.drawn().loop.rows.front();
    }
    [[nodiscard]] QPoint at(std::uint32_t lane, double time) const {
        return {static_cast<int>(plot.view().axisScale().toX(time)),
                static_cast<int>(row(lane).top + row(lane).height * 0.54)};
    }
    void click(QPoint point, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mouseClick(&plot, Qt::LeftButton, modifiers, point);
        settle();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&plot, key, modifiers);
        settle();
    }
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers) {
        QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&plot, &event);
        settle();
    }
    [[nodiscard]] double range() const { return plot.view().end - plot.view().begin; }

    TimelinePlot plot;
};

TEST_F(TimelinePlotTest, ShowsTheWholeRunAtFirst) {
    EXPECT_LT(plot.view().begin, 0);
    EXPECT_GT(plot.view().end, 2.75);
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 7U);
}

TEST_F(TimelinePlotTest, InLittleRoomLanesAreLowerSoThatMoreAreSeen) {
    plot.resize(1000, 230);
    settle();
    EXPECT_LT(plot.view().laneHeight, 36);
    EXPECT_GE(plot.view().laneHeight, 20);
}

TEST_F(TimelinePlotTest, ANarrowTimelineHasSeveralTimesAndTellsTasksByTheirNumbers) {
    plot.resize(300, 400);
    settle();
    EXPECT_GE(plot.drawn().ticks.size(), 3U);
    for (const Text& name : plot.drawn().tasks.names) {
        EXPECT_FALSE(name.text.startsWith(QStringLiteral("Task-"))) << name.text.toStdString();
    }
}

TEST_F(TimelinePlotTest, AClickOnASpanSelectsItsTaskAndItsLine) {
    QSignalSpy task(&plot, &TimelinePlot::taskSelected);
    QSignalSpy span(&plot, &TimelinePlot::spanSelected);
    click(at(4, 0.6));  // parcel 2, asleep
    ASSERT_EQ(task.size(), 1);
    EXPECT_EQ(task[0][0].value<trace::TaskId>(), trace::TaskId(4));
    ASSERT_EQ(span.size(), 1);
    EXPECT_EQ(span[0][2].toInt(), 3);
    EXPECT_EQ(plot.model().lanes[4].kinds[plot.selectedSpan()->first], SpanKind::Suspended);
}

TEST_F(TimelinePlotTest, APillIsHitThoughItTookNoTime) {
    click(at(4, 0) + QPoint(3, 0));
    ASSERT_TRUE(plot.selectedSpan());
    EXPECT_EQ(plot.model().lanes[4].kinds[plot.selectedSpan()->first], SpanKind::Running);
}

TEST_F(TimelinePlotTest, AClickOnANameSelectsTheTask) {
    QSignalSpy task(&plot, &TimelinePlot::taskSelected);
    QSignalSpy span(&plot, &TimelinePlot::spanSelected);
    click({60, at(2, 0).y()});
    EXPECT_EQ(task.size(), 1);
    EXPECT_EQ(span.size(), 0);
    EXPECT_EQ(plot.view().selectedTask, trace::TaskId(1));
    EXPECT_FALSE(plot.drawn().arrows.empty());
}

TEST_F(TimelinePlotTest, EscapeClearsTheSelection) {
    click(at(4, 0.6));
    QSignalSpy cleared(&plot, &TimelinePlot::selectionCleared);
    key(Qt::Key_Escape);
    EXPECT_EQ(cleared.size(), 1);
    EXPECT_FALSE(plot.view().selectedTask.valid());
}

TEST_F(TimelinePlotTest, PeriodAndCommaWalkAlongTheLane) {
    click(at(4, 0.6));
    const std::size_t first = plot.selectedSpan()->first;
    key(Qt::Key_Period);
    EXPECT_EQ(plot.selectedSpan()->first, first + 1);
    key(Qt::Key_Comma);
    EXPECT_EQ(plot.selectedSpan()->first, first);
}

TEST_F(TimelinePlotTest, TheSpanKnowsTheSessionsEcho) {
    click(at(4, 0) + QPoint(3, 0));
    const auto span = plot.selectedSpan();
    plot.setSelectedSpan(plot.view().selectedTask, plot.model().lanes[4].events[span->first]);
    EXPECT_EQ(plot.selectedSpan(), span);
}

TEST_F(TimelinePlotTest, DraggingThePlayheadScrubsFromEventToEvent) {
    plot.setPlayhead(trace::EventIndex(0));
    settle();
    QSignalSpy asked(&plot, &TimelinePlot::playheadRequested);
    const QPoint from(static_cast<int>(plot.playheadX()), 200);
    QTest::mousePress(&plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(&plot, from + QPoint(20, 0));
    QTest::mouseMove(&plot, {static_cast<int>(plot.view().axisScale().toX(1.26)), 200});
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, from + QPoint(400, 0));
    ASSERT_GE(asked.size(), 2);
    const auto instant = plot.model().instantOf(plot.playhead());
    EXPECT_EQ(plot.model().instants[instant].time, 1.25);
}

TEST_F(TimelinePlotTest, APressOnTheTicksBringsThePlayheadThere) {
    QTest::mouseClick(&plot, Qt::LeftButton, {}, {at(0, 1.0).x(), 10});
    EXPECT_EQ(plot.model().instants[plot.model().instantOf(plot.playhead())].time, 1.0);
}

TEST_F(TimelinePlotTest, ThePlayheadStaysOnItsEventWhenTheAxisChanges) {
    plot.setPlayhead(trace::EventIndex(20));
    QSignalSpy changed(&plot, &TimelinePlot::axisChanged);
    key(Qt::Key_T);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(plot.axis(), AxisKind::Steps);
    EXPECT_EQ(plot.playhead(), trace::EventIndex(20));
    EXPECT_EQ(eventAtX(plot.model(), plot.view(), plot.playheadX()), trace::EventIndex(20));
    key(Qt::Key_T);
    EXPECT_EQ(plot.playhead(), trace::EventIndex(20));
}

TEST_F(TimelinePlotTest, ControlWheelZoomsAtThePointer) {
    const QPoint pointer = at(3, 1.0);
    const double before = range();
    wheel(pointer, 3, Qt::ControlModifier);
    EXPECT_LT(range(), before * 0.6);
    EXPECT_NEAR(plot.view().axisScale().toX(1.0), pointer.x(), 2);
}

TEST_F(TimelinePlotTest, ZoomNeverLeavesTheRun) {
    const Place whole = placeOf(plot.view());
    wheel(at(3, 1.0), -5, Qt::ControlModifier);
    EXPECT_EQ(placeOf(plot.view()), whole);
    for (int i = 0; i < 200; ++i) key(Qt::Key_W);
    EXPECT_GT(range(), 0);
    for (int i = 0; i < 50; ++i) key(Qt::Key_D);
    EXPECT_LE(plot.view().end, whole.end);
}

TEST_F(TimelinePlotTest, KeysPanAndFitBringsAllBack) {
    const Place whole = placeOf(plot.view());
    key(Qt::Key_W);
    key(Qt::Key_W);
    const double begin = plot.view().begin;
    key(Qt::Key_D);
    EXPECT_GT(plot.view().begin, begin);
    key(Qt::Key_A);
    EXPECT_DOUBLE_EQ(plot.view().begin, begin);
    key(Qt::Key_F);
    EXPECT_EQ(placeOf(plot.view()), whole);
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_DOUBLE_EQ(plot.view().begin, begin);
}

TEST_F(TimelinePlotTest, ControlDragZoomsToAnArea) {
    QTest::mousePress(&plot, Qt::LeftButton, Qt::ControlModifier, at(3, 0.5));
    QTest::mouseMove(&plot, at(3, 0.7));
    QTest::mouseMove(&plot, at(3, 1.0));
    QTest::mouseRelease(&plot, Qt::LeftButton, Qt::ControlModifier, at(3, 1.0));
    EXPECT_NEAR(plot.view().begin, 0.5, 0.02);
    EXPECT_NEAR(plot.view().end, 1.0, 0.02);
}

TEST_F(TimelinePlotTest, WheelScrollsLanesThatDoNotFit) {
    plot.resize(1000, 200);
    settle();
    wheel(at(2, 1.0), -2, Qt::NoModifier);
    EXPECT_GT(plot.view().scroll, 0);
    EXPECT_GT(plot.drawn().tasks.rows.front().lane, 1U);
    EXPECT_EQ(plot.drawn().loop.rows.front().lane, 0U);  // the loop's lane stays
}

TEST_F(TimelinePlotTest, APlayheadBeyondTheViewIsFollowed) {
    for (int i = 0; i < 8; ++i) wheel(at(3, 0.0), 1, Qt::ControlModifier);
    plot.setPlayhead(trace::EventIndex::fromIndex(plot.model().eventCount - 1));
    EXPECT_LT(plot.playheadX(), plot.view().lanesRect().right());
    EXPECT_GT(plot.playheadX(), plot.view().lanesRect().left());
}

TEST_F(TimelinePlotTest, ADoubleClickBringsThePlayheadToTheSpan) {
    QTest::mouseDClick(&plot, Qt::LeftButton, {}, at(4, 0.6));
    EXPECT_EQ(plot.model().lanes[4].spanAt(plot.playhead()), 2U);
}

TEST_F(TimelinePlotTest, AnotherRunKeepsTheSelectedTaskIfThereIsOne) {
    plot.setSelectedTask(trace::TaskId(5));
    plot.setTrace(parcels());
    EXPECT_EQ(plot.view().selectedTask, trace::TaskId(5));
    plot.setTrace(oneSleeper());
    EXPECT_FALSE(plot.view().selectedTask.valid());
    plot.setTrace(nullptr);
    settle();
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 0U);
    key(Qt::Key_F);
    key(Qt::Key_Period);
    key(Qt::Key_T);
    click({500, 80});
}

TEST_F(TimelinePlotTest, HoverShowsTheArrowsOfTheSpanAndALineAtThePointer) {
    QTest::mouseMove(&plot, at(4, 0.6));
    settle();
    EXPECT_TRUE(plot.drawn().arrows.empty());
    QTest::mouseMove(&plot, at(1, 0) + QPoint(2, 1));  // main, as it creates courier and urgent
    settle();
    ASSERT_TRUE(plot.view().hoveredSpan);
    EXPECT_EQ(plot.view().hoveredSpan->lane, 1U);
    EXPECT_EQ(plot.drawn().arrows.size(), 2U);
    const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
    if (!folder.isEmpty()) plot.grab().save(folder + QStringLiteral("/hover.png"));
}

TEST_F(TimelinePlotTest, TooltipsTellTaskStateReasonAndTimes) {
    QHelpEvent help(QEvent::ToolTip, at(4, 0.6), plot.mapToGlobal(at(4, 0.6)));
    QApplication::sendEvent(&plot, &help);
    const QString text = QToolTip::text();
    for (const char* part : {"parcel 2", "suspended", "sleep 1 s", "0.0 – 1.0 s", "line 3"}) {
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part << " in " << text.toStdString();
    }
}

TEST_F(TimelinePlotTest, ScreenReadersHearWhatIsSelected) {
    EXPECT_EQ(plot.accessibleName(), QStringLiteral("Timeline"));
    click(at(4, 0.6));
    EXPECT_TRUE(plot.told().contains(QStringLiteral("sleep 1 s"))) << plot.told().toStdString();
}

TEST_F(TimelinePlotTest, NoWordsOverlapInALane) {
    for (const int width : {500, 700, 1000, 1600}) {
        plot.resize(width, 560);
        settle();
        for (const LaneGroup* group : {&plot.drawn().loop, &plot.drawn().tasks}) {
            for (std::size_t i = 0; i < group->texts.size(); ++i) {
                const Text& a = group->texts[i];
                EXPECT_GE(a.rect.left(), group->area.left() - 1) << a.text.toStdString();
                EXPECT_LE(a.rect.right(), group->area.right() + 1) << a.text.toStdString();
                for (std::size_t k = i + 1; k < group->texts.size(); ++k) {
                    const Text& b = group->texts[k];
                    if (a.lane != b.lane) continue;
                    EXPECT_FALSE(
                        a.rect.adjusted(1, 3, -1, -3).intersects(b.rect.adjusted(1, 3, -1, -3)))
                        << width << ": " << a.text.toStdString() << " / " << b.text.toStdString();
                }
            }
        }
    }
}

TEST_F(TimelinePlotTest, AnotherRunKeepsWhatWasZoomedIn) {
    key(Qt::Key_W);
    key(Qt::Key_W);
    const double begin = plot.view().begin;
    const double end = plot.view().end;
    plot.setTrace(oneSleeper());  // a run of another length
    settle();
    EXPECT_EQ(plot.view().begin, begin);
    EXPECT_LE(plot.view().end, end);
}

TEST_F(TimelinePlotTest, AClickInTheLegendHidesAKindOfState) {
    const auto lines = [this] {
        return std::count_if(plot.drawn().tasks.boxes.begin(), plot.drawn().tasks.boxes.end(),
                             [](const Box& box) { return box.shape == Shape::Line; });
    };
    ASSERT_GT(lines(), 0);
    const QPoint item = plot.legendItemRect(LegendItem::Suspended).center().toPoint();
    click(item);
    EXPECT_EQ(lines(), 0);
    EXPECT_FALSE(plot.legendItemRect(LegendItem::Suspended).isEmpty());  // to be shown again
    click(item);
    EXPECT_GT(lines(), 0);
}

TEST_F(TimelinePlotTest, ThePlayheadLeavesOrdinalsReadable) {
    const auto ordinal = std::ranges::find_if(
        plot.drawn().tasks.texts, [](const Text& text) { return text.role == TextRole::Ordinal; });
    ASSERT_NE(ordinal, plot.drawn().tasks.texts.end());
    const auto shown = [&] { return plot.grab(ordinal->rect.toAlignedRect()).toImage(); };
    const QImage before = shown();
    plot.setPlayhead(plot.model().steps[3].began);  // at the ordinals' moment
    settle();
    ASSERT_GT(plot.playheadX(), ordinal->rect.left());
    ASSERT_LT(plot.playheadX(), ordinal->rect.right());
    const QImage after = shown();
    const int middle = after.height() / 2;
    for (int x = 0; x < after.width(); ++x) {
        EXPECT_EQ(after.pixel(x, middle), before.pixel(x, middle)) << x;
    }
}

TEST_F(TimelinePlotTest, ThePlayheadLeavesTheReasonsOfWaitsReadable) {
    const auto reason = std::ranges::find_if(
        plot.drawn().tasks.texts, [](const Text& text) { return text.role == TextRole::Reason; });
    ASSERT_NE(reason, plot.drawn().tasks.texts.end());
    const QRectF words = reason->rect;
    const auto shown = [&] { return plot.grab(words.toAlignedRect()).toImage(); };
    const auto x = [&](EventIndex at) { return eventX(plot.model(), plot.view(), at); };
    const QImage before = shown();
    // Between two events, as playing moves it.
    EventIndex at(0);
    const double middle = words.center().x();
    while (x(EventIndex(at.value + 1)) < middle) ++at.value;
    plot.setPlayhead(at);
    plot.setPlayheadFraction((middle - x(at)) / (x(EventIndex(at.value + 1)) - x(at)));
    settle();
    ASSERT_NEAR(plot.playheadX(), middle, 1);
    const QImage after = shown();
    for (int column = 0; column < after.width(); ++column) {
        EXPECT_EQ(after.pixel(column, after.height() / 2), before.pixel(column, after.height() / 2))
            << column;
    }
}

TEST_F(TimelinePlotTest, AnOpenedInstantCutsNoWordsOfTheLanesBehindIt) {
    plot.openBurst(EventIndex(0));
    settle();
    ASSERT_TRUE(plot.burstRect());
    for (const LaneGroup* group : {&plot.drawn().loop, &plot.drawn().tasks}) {
        for (const Text& text : group->texts) {
            EXPECT_FALSE(text.rect.left() < plot.burstRect()->right() &&
                         text.rect.right() > plot.burstRect()->left())
                << text.text.toStdString();
        }
    }
}

TEST_F(TimelinePlotTest, ADragMeasuresFromEventToEvent) {
    const double begin = plot.view().begin;
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(1, 0.5) + QPoint(2, 0));
    QTest::mouseMove(&plot, at(1, 1.5) - QPoint(3, 0));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(1, 1.5));
    EXPECT_EQ(plot.measured(), QStringLiteral("1 s"));
    EXPECT_EQ(plot.view().begin, begin);
    EXPECT_FALSE(plot.selectedSpan());
    key(Qt::Key_Escape);
    EXPECT_TRUE(plot.measured().isEmpty());
}

TEST_F(TimelinePlotTest, ADragOfTheMiddleButtonOrWithShiftPans) {
    for (const bool shift : {false, true}) {
        plot.fit();
        plot.zoomIn();
        plot.zoomIn();
        const double begin = plot.view().begin;
        const QPoint from = plot.view().lanesRect().center().toPoint();
        const Qt::MouseButton button = shift ? Qt::LeftButton : Qt::MiddleButton;
        QTest::mousePress(&plot, button, shift ? Qt::ShiftModifier : Qt::NoModifier, from);
        QTest::mouseMove(&plot, from + QPoint(60, 0));
        QTest::mouseRelease(&plot, button, {}, from + QPoint(60, 0));
        EXPECT_LT(plot.view().begin, begin);
        EXPECT_TRUE(plot.measured().isEmpty());
    }
}

TEST_F(TimelinePlotTest, WhatWasMeasuredGoesWithTheViewItWasMeasuredIn) {
    QTest::mousePress(&plot, Qt::LeftButton, {}, at(1, 0.5) + QPoint(2, 0));
    QTest::mouseMove(&plot, at(1, 1.5) - QPoint(3, 0));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, at(1, 1.5));
    EXPECT_EQ(plot.measured(), QStringLiteral("1 s"));
    plot.zoomIn();
    EXPECT_TRUE(plot.measured().isEmpty());
}

TEST_F(TimelinePlotTest, ATaskIsFoundByAPartOfItsName) {
    EXPECT_TRUE(plot.findTask(QStringLiteral("URG")));
    const auto lane = plot.model().laneOf(plot.view().selectedTask);
    ASSERT_TRUE(lane);
    EXPECT_EQ(plot.model().lanes[*lane].name, "urgent");
    EXPECT_FALSE(plot.findTask(QStringLiteral("nobody")));
}

TEST_F(TimelinePlotTest, TheFieldForATaskSaysInWordsAndColourThatThereIsNone) {
    QTest::keyClick(&plot, Qt::Key_Slash);
    auto* field = plot.findChild<QLineEdit*>(QStringLiteral("taskFinder"));
    const auto* said = plot.findChild<QLabel*>(QStringLiteral("taskFinderSays"));
    const QColor trouble = plot.view().palette.trouble;
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

TEST_F(TimelinePlotTest, ThePlayheadGlidesBetweenEvents) {
    plot.setPlayhead(plot.model().lanes[1].events[1]);
    const double x = plot.playheadX();
    plot.setPlayheadFraction(0.5);
    EXPECT_GE(plot.playheadX(), x);
    plot.setPlayhead(plot.playhead());
    EXPECT_EQ(plot.playheadX(), x);
}

TEST_F(TimelinePlotTest, LanesArePinnedHiddenAndFolded) {
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

TEST_F(TimelinePlotTest, TheOtherAxisShowsTheWholeRun) {
    plot.setPlayhead(plot.model().instants[2].first);
    for (int i = 0; i < 6; ++i) key(Qt::Key_W);
    key(Qt::Key_T);
    EXPECT_LE(plot.view().begin, 0);
    EXPECT_GE(plot.view().end, static_cast<double>(plot.model().steps.size()));
    EXPECT_EQ(plot.playhead(), plot.model().instants[2].first);
    EXPECT_TRUE(plot.view().lanesRect().contains(plot.playheadX(), 100));
}

TEST_F(TimelinePlotTest, AnInstantIsOpenedWhereItStands) {
    const QPoint pill = at(4, 0);
    QTest::mouseDClick(&plot, Qt::LeftButton, Qt::NoModifier, pill);
    settle();
    ASSERT_TRUE(plot.burstRect());
    const QRectF strip = *plot.burstRect();
    EXPECT_GT(strip.width(), 100);
    EXPECT_GE(strip.left(), plot.view().lanesRect().left());

    // Its steps stand side by side, in their order; what happens later stands where it stood.
    double before = strip.left() - 1;
    std::size_t steps = 0;
    for (const Step& step : plot.model().steps) {
        if (step.instant != 0) break;
        EXPECT_GT(plot.xOf(step.began), before + 5);
        before = plot.xOf(step.began);
        ++steps;
    }
    EXPECT_GE(steps, 6U);
    EXPECT_LT(before, strip.right());
    const EventIndex later = plot.model().instants[2].first;
    EXPECT_EQ(plot.xOf(later), eventX(plot.model(), plot.view(), later));

    // A click in it hits the step that is drawn there.
    const Step& third = plot.model().steps[2];
    const std::size_t lane = *plot.model().laneOf(third.task);
    const int y = at(static_cast<std::uint32_t>(lane), 0).y();
    click({static_cast<int>((plot.xOf(third.began) + plot.xOf(third.ended)) / 2), y});
    ASSERT_TRUE(plot.selectedSpan());
    EXPECT_EQ(plot.model().lanes[lane].events[plot.selectedSpan()->first], third.began);

    key(Qt::Key_Escape);
    EXPECT_FALSE(plot.burstRect());
    EXPECT_TRUE(plot.selectedSpan());
}

TEST_F(TimelinePlotTest, AnOpenedInstantShowsNothingOfOtherInstants) {
    const std::size_t instant = 0;
    const ChartView strip = burstView(plot.model(), plot.view(), instant);
    const DrawList list = layoutBurst(plot.model(), strip, instant, ChartFonts(1));
    const EventIndex last = plot.model().lastEventOf(instant);
    ASSERT_FALSE(list.tasks.boxes.empty());
    for (const Box& box : list.tasks.boxes) {
        EXPECT_NE(box.shape, Shape::Cap);  // nobody ends at the first instant
        EXPECT_FALSE(isMark(box.shape));   // and nothing goes wrong yet
    }
    for (const Text& text : list.tasks.texts) {
        EXPECT_TRUE(!text.since.valid() || text.since <= last);
        EXPECT_GE(text.rect.left(), strip.lanesRect().left());
        EXPECT_LE(text.rect.right(), strip.lanesRect().right());
    }
}

TEST_F(TimelinePlotTest, TheInstantAtThePlayheadIsOpenedAndClosedByAKey) {
    plot.setPlayhead(plot.model().steps[1].began);
    key(Qt::Key_O);
    ASSERT_TRUE(plot.burstRect());
    // The playhead moves within it, step by step.
    const double x = plot.playheadX();
    plot.setPlayhead(plot.model().steps[2].began);
    EXPECT_GT(plot.playheadX(), x + 10);
    key(Qt::Key_O);
    EXPECT_FALSE(plot.burstRect());
    key(Qt::Key_O);
    plot.setAxis(AxisKind::Steps);
    EXPECT_FALSE(plot.burstRect());
    key(Qt::Key_O);  // there everything is open already
    EXPECT_FALSE(plot.burstRect());
}

TEST_F(TimelinePlotTest, AWorkersLaneIsPinnedAndHiddenAsItself) {
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

TEST_F(TimelinePlotTest, ASignTellsWhereLanesAreHiddenAndShowsThem) {
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

TEST_F(TimelinePlotTest, ASignUnfoldsWhatALaneHasMade) {
    LaneChoice choice;
    choice.toggleFolded(plot.model().lanes[2].task);  // courier, of four parcels
    plot.setLaneChoice(choice);
    settle();
    ASSERT_EQ(plot.drawn().tasks.gaps.size(), 1U);
    EXPECT_EQ(plot.drawn().tasks.gaps[0].text, QStringLiteral("4 hidden"));
    click(plot.drawn().tasks.gaps[0].rect.center().toPoint());
    EXPECT_EQ(plot.drawn().tasks.rows.size(), 7U);
}

TEST_F(TimelinePlotTest, AReasonThatAMarkCrowdsOutStandsBelowTheLine) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    r.exceptionRaised(0, main, r.intern("ConnectionResetError"), {});
    r.stepSuspended(0, main, {WaitKind::Sleep, {}, {}, 1}, {});
    r.clockJumped(0, 1);
    r.taskWoken(1, main, {}, {});
    r.stepBegan(1, main, {});
    r.stepSuspended(1, main, {WaitKind::Sleep, {}, {}, 7}, {});
    r.clockJumped(1, 8);
    r.taskWoken(8, main, {}, {});
    r.stepBegan(8, main, {});
    r.stepReturned(8, main, {});
    r.finished(8, trace::Finish::Ok, {});
    plot.setTrace(std::make_shared<const trace::Trace>(r.take()));
    settle();
    const double line = row(1).top + row(1).height * 0.54;
    const auto place = [this](const QString& words) {
        for (const Text& text : plot.drawn().tasks.texts) {
            if (text.text.startsWith(words)) return text.rect;
        }
        return QRectF();
    };
    EXPECT_LT(place(QStringLiteral("ConnectionResetError")).bottom(), line);
    EXPECT_LT(place(QStringLiteral("sleep 7 s")).bottom(), line);
    const QRectF crowdedOut = place(QStringLiteral("sleep 1 s"));
    EXPECT_GT(crowdedOut.top(), line);
    EXPECT_LE(crowdedOut.bottom(), row(1).top + row(1).height);
    EXPECT_LT(crowdedOut.right(), plot.view().axisScale().toX(1));
}

TEST_F(TimelinePlotTest, TheTipOfASignSaysWhatHappenedAndWhere) {
    const auto& boxes = plot.drawn().tasks.boxes;
    const auto sign = std::find_if(boxes.begin(), boxes.end(),
                                   [](const Box& box) { return box.shape == Shape::MarkDown; });
    ASSERT_NE(sign, boxes.end());
    const QPoint at = sign->rect.center().toPoint();
    QHelpEvent help(QEvent::ToolTip, at, plot.mapToGlobal(at));
    QApplication::sendEvent(&plot, &help);
    EXPECT_TRUE(
        QToolTip::text().contains(QStringLiteral("cancel requested by main at 1.25 s, line 5")))
        << QToolTip::text().toStdString();
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("CancelledError at 1.25 s, line 6")));
}

TEST_F(TimelinePlotTest, APinnedLaneHasAPin) {
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

}  // namespace
}  // namespace coroscope::app::testing
