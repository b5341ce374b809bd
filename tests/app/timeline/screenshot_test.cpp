// SPDX-License-Identifier: GPL-3.0-or-later
/// The real widget, drawn at the sizes at which it is used. With COROSCOPE_SCREENSHOTS set to a
/// folder, each picture is saved there, to be looked at.

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <QSet>

#include <gtest/gtest.h>

#include "app/style/theme.h"
#include "app/timeline/timeline_plot.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

class TimelinePicture : public ::testing::Test {
protected:
    ~TimelinePicture() override { applyTheme(ThemeChoice::Light, false, 1); }

    static QImage draw(TimelinePlot& plot, const QString& name) {
        QApplication::processEvents();
        const QImage image = plot.grab().toImage();
        const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
        if (!folder.isEmpty())
            image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
        return image;
    }
    static int coloursOf(const QImage& image) {
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
        }
        return static_cast<int>(colours.size());
    }
    static void prepare(TimelinePlot& plot, std::shared_ptr<const trace::Trace> trace, QSize size) {
        plot.resize(size);
        plot.setTrace(std::move(trace));
        plot.show();
        QApplication::processEvents();
    }
};

TEST_F(TimelinePicture, LightAndDarkDifferAndNeitherIsBlank) {
    for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(choice, false, 1);
        const QString theme =
            choice == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        for (const QSize size : {QSize(1100, 560), QSize(800, 420), QSize(1600, 900)}) {
            for (const auto axis : {AxisKind::Time, AxisKind::Steps}) {
                TimelinePlot plot;
                prepare(plot, parcels(), size);
                plot.setAxis(axis);
                plot.setPlayhead(trace::EventIndex(40));
                const QImage image =
                    draw(plot, QStringLiteral("parcels-%1-%2-%3")
                                   .arg(theme)
                                   .arg(size.width())
                                   .arg(axis == AxisKind::Time ? QStringLiteral("time")
                                                               : QStringLiteral("steps")));
                EXPECT_GT(coloursOf(image), 12);
                EXPECT_EQ(image.pixelColor(2, size.height() - 2), plot.view().palette.pane);
            }
        }
    }
}

TEST_F(TimelinePicture, SelectionShowsItsArrows) {
    TimelinePlot plot;
    prepare(plot, parcels(), {1100, 560});
    plot.setSelectedTask(trace::TaskId(1));
    draw(plot, QStringLiteral("parcels-selected"));
    QApplication::processEvents();
    EXPECT_GT(plot.drawn().arrows.size(), 3U);
}

TEST_F(TimelinePicture, ACrowdIsFolded) {
    TimelinePlot plot;
    prepare(plot, crowd(100, 100'000), {1100, 560});
    draw(plot, QStringLiteral("crowd"));
    EXPECT_LT(plot.drawn().tasks.boxes.size(), 4000U);
    plot.setLaneHeight(4);
    draw(plot, QStringLiteral("crowd-strips"));
    EXPECT_FALSE(plot.drawn().tasks.strips.empty());
}

TEST_F(TimelinePicture, LargeTypeGivesWaySoThatAllLanesAreSeen) {
    TimelinePlot plot;
    plot.setScale(1.6);
    prepare(plot, crowd(7, 70), {680, 430});
    EXPECT_TRUE(plot.findChild<QScrollBar*>()->isHidden());
    EXPECT_LT(plot.view().scale, 1.6);
    for (int height = 430; height < 470; ++height) {
        plot.resize(680, height);
        EXPECT_GE(plot.view().laneHeight, 36 * plot.view().scale) << "no words at " << height;
    }
    plot.resize(680, 900);
    EXPECT_EQ(plot.view().scale, 1.6);
}

TEST_F(TimelinePicture, LargeTypeGivesWayWhereThatOfTheComparedRunDoes) {
    TimelinePlot plot;
    plot.setScale(1.6);
    prepare(plot, crowd(7, 70), {680, 900});
    ASSERT_EQ(plot.view().scale, 1.6);
    ComparedRun other = plot.measure();
    other.scale = 1.2;
    plot.setCompared(other);
    EXPECT_EQ(plot.view().scale, 1.2);
    plot.setCompared({});
    EXPECT_EQ(plot.view().scale, 1.6);
}

TEST_F(TimelinePicture, LargeTypeStaysWhereLanesHaveToBeScrolledAnyhow) {
    TimelinePlot plot;
    plot.setScale(1.6);
    prepare(plot, crowd(30, 300), {680, 430});
    EXPECT_FALSE(plot.findChild<QScrollBar*>()->isHidden());
    EXPECT_EQ(plot.view().scale, 1.6);
}

TEST_F(TimelinePicture, ProjectorScale) {
    TimelinePlot plot;
    plot.setScale(1.6);
    prepare(plot, parcels(), {1600, 900});
    plot.setPlayhead(trace::EventIndex(40));
    EXPECT_GT(coloursOf(draw(plot, QStringLiteral("parcels-projector"))), 12);
}

std::shared_ptr<const trace::Trace> deadlock() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 10);
    const TaskId a = s.create("left", main, {}, 11);
    const TaskId b = s.create("right", main, {}, 12);
    s.suspend(main, trace::WaitKind::Gather, 2, {}, 13);
    s.begin(a, 2);
    s.suspend(a, trace::WaitKind::Lock, 0, {}, 3);
    s.begin(b, 6);
    s.suspend(b, trace::WaitKind::Lock, 0, {}, 7);
    return s.end(trace::Finish::Deadlock);
}

std::shared_ptr<const trace::Trace> cleanup() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 10);
    const TaskId worker = s.create("worker", main, {}, 11);
    const TaskId stubborn = s.create("a_coroutine_with_a_rather_long_name_indeed", main, {}, 12);
    s.sleep(main, 1, 13);
    s.begin(worker, 2);
    s.sleep(worker, 60, 3);
    s.begin(stubborn, 6);
    s.sleep(stubborn, 0.6, 7);
    s.jump(0.6);
    s.wake(stubborn);
    s.begin(stubborn, 7);
    s.raise(stubborn, "ValueError");
    s.jump(1);
    s.wake(main);
    s.begin(main, 14);
    s.cancel(worker, main);
    s.suspend(main, trace::WaitKind::Task, 0, worker, 15);
    s.begin(worker, 3);
    s.deliver(worker);
    s.sleep(worker, 0.5, 5);
    s.jump(1.5);
    s.wake(worker);
    s.begin(worker, 5);
    s.cancelled(worker);
    s.wake(main, worker);
    s.begin(main, 15);
    s.finish(main);
    return s.end();
}

std::shared_ptr<const trace::Trace> hello() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 3);
    s.finish(main);
    return s.end();
}

std::shared_ptr<const trace::Trace> polite() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main, 3);
    std::vector<TaskId> tasks;
    for (int i = 0; i < 3; ++i) tasks.push_back(s.create("worker", main));
    s.suspend(main, trace::WaitKind::Gather, 3);
    for (int turn = 0; turn < 4; ++turn) {
        for (const TaskId task : tasks) {
            s.begin(task, 4);
            if (turn == 2) s.block(task, 0.1, "compute");
            if (turn < 3) {
                s.yield(task);
            } else {
                s.finish(task);
            }
        }
    }
    s.wake(main, tasks.back());
    s.begin(main, 3);
    s.finish(main);
    return s.end();
}

TEST_F(TimelinePicture, SmallRunsOfEveryKind) {
    const std::pair<const char*, std::shared_ptr<const trace::Trace>> runs[] = {
        {"deadlock", deadlock()}, {"cleanup", cleanup()}, {"hello", hello()}, {"polite", polite()}};
    for (const auto& [name, run] : runs) {
        for (const auto axis : {AxisKind::Time, AxisKind::Steps}) {
            TimelinePlot plot;
            prepare(plot, run, {900, 400});
            plot.setAxis(axis);
            const QImage image =
                draw(plot, QStringLiteral("%1-%2")
                               .arg(QLatin1String(name))
                               .arg(axis == AxisKind::Time ? QStringLiteral("time")
                                                           : QStringLiteral("steps")));
            EXPECT_GT(coloursOf(image), 6) << name;
        }
    }
}

TEST_F(TimelinePicture, AnEmptyRunSaysSo) {
    TimelinePlot plot;
    prepare(plot, nullptr, {600, 300});
    EXPECT_GT(coloursOf(draw(plot, QStringLiteral("empty"))), 3);
}

}  // namespace
}  // namespace coroscope::app::testing
