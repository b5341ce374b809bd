// SPDX-License-Identifier: GPL-3.0-or-later
/// Which words stand on a lane when there is no room for all: trouble's first.

#include <algorithm>
#include <cmath>
#include <random>

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include "app/timeline/chart_layout.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/span_text.h"
#include "app/timeline/timeline_navigation.h"
#include "app/timeline/top_labels.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

/// A task that is cancelled by a time-out, cleans up for a second and ends cancelled; another one
/// that has the TimeoutError.
std::shared_ptr<const trace::Trace> impatient() {
    Script s;
    const TaskId order = s.create("order");
    s.begin(order);
    const TaskId pizza = s.create("pizza", order);
    s.suspend(order, WaitKind::WaitFor, 3, pizza);
    s.begin(pizza);
    s.sleep(pizza, 6);
    s.jump(3);
    s.wake(order);
    s.begin(order);
    s.cancel(pizza, order);
    s.suspend(order, WaitKind::WaitFor, std::nan(""), pizza);
    s.begin(pizza);
    s.deliver(pizza);
    s.sleep(pizza, 1);
    s.jump(4);
    s.wake(pizza);
    s.begin(pizza);
    s.cancelled(pizza);
    s.wake(order, pizza);
    s.begin(order);
    s.raise(order, "TimeoutError");
    return s.end();
}

/// Beats of half a second.
std::shared_ptr<const trace::Trace> heart() {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    for (int beat = 1; beat <= 16; ++beat) {
        s.sleep(main, 0.5);
        s.jump(beat * 0.5);
        s.wake(main);
        s.begin(main);
    }
    s.finish(main);
    return s.end();
}

DrawList drawn(const LaneModel& model, AxisKind axis, double width, double scale = 1) {
    const ChartFonts fonts(scale);
    ChartView view;
    view.axis = axis;
    view.scale = scale;
    view.laneHeight = 52 * scale;
    view.headerWidth = 100 * scale;
    view.size = QSizeF(width, 600 * scale);
    fitAll(model, view);
    return layoutChart(model, view, fonts);
}

std::vector<Box> signsOf(const DrawList& list, std::uint32_t lane) {
    std::vector<Box> signs;
    for (const Box& box : list.tasks.boxes) {
        if (box.lane == lane && isMark(box.shape)) signs.push_back(box);
    }
    return signs;
}

std::vector<Text> textsOf(const DrawList& list, std::uint32_t lane, TextRole role) {
    std::vector<Text> texts;
    for (const Text& text : list.tasks.texts) {
        if (text.lane == lane && text.role == role) texts.push_back(text);
    }
    return texts;
}

TEST(TroubleWords, NoSignStandsWithoutAWordWhereAWaitHasOne) {
    const LaneModel model = buildLaneModel(impatient());
    for (const AxisKind axis : {AxisKind::Time, AxisKind::Steps}) {
        for (const double scale : {1.0, 1.6, 2.0}) {
            for (double width = 260 * scale; width < 1400 * scale; width += 35) {
                const DrawList list = drawn(model, axis, width, scale);
                for (const std::uint32_t lane : {1U, 2U}) {
                    if (textsOf(list, lane, TextRole::Reason).empty()) continue;
                    const auto words = textsOf(list, lane, TextRole::Mark);
                    for (const Box& sign : signsOf(list, lane)) {
                        const double x = sign.rect.center().x();
                        const bool told = std::ranges::any_of(words, [&](const Text& word) {
                            return word.rect.left() < x + 40 * scale &&
                                   word.rect.right() > x - 90 * scale;
                        });
                        EXPECT_TRUE(told) << "at width " << width << ", scale " << scale;
                    }
                }
            }
        }
    }
}

TEST(TroubleWords, AnEndByCancelSaysSo) {
    const LaneModel model = buildLaneModel(impatient());
    for (const double width : {420.0, 640.0, 960.0}) {
        const DrawList list = drawn(model, AxisKind::Time, width);
        const auto words = textsOf(list, 2, TextRole::Mark);
        EXPECT_TRUE(std::ranges::any_of(words, [](const Text& word) {
            return word.text.contains(QStringLiteral("cancelled"));
        })) << width;
    }
}

TEST(TroubleWords, NoSignIsDrawnThroughWords) {
    for (const auto& trace : {impatient(), parcels()}) {
        const LaneModel model = buildLaneModel(trace);
        for (const AxisKind axis : {AxisKind::Time, AxisKind::Steps}) {
            for (double width = 260; width < 1400; width += 35) {
                const DrawList list = drawn(model, axis, width);
                for (const Text& text : list.tasks.texts) {
                    for (const Box& sign : signsOf(list, text.lane)) {
                        EXPECT_FALSE(sign.rect.intersects(text.rect))
                            << text.text.toStdString() << " at width " << width;
                    }
                }
            }
        }
    }
}

TEST(TroubleWords, KeepOffTheFieldWhereTheLaneIsNotThereYet) {
    const LaneModel model = buildLaneModel(impatient());
    for (double width = 260; width < 1400; width += 35) {
        const DrawList list = drawn(model, AxisKind::Steps, width);
        for (const Box& field : list.tasks.boxes) {
            if (field.shape != Shape::Field || field.rect.left() > list.lanes.left() + 40) continue;
            for (const Text& text : list.tasks.texts) {
                if (text.lane != field.lane) continue;
                EXPECT_FALSE(text.rect.intersects(field.rect)) << width;
            }
        }
    }
}

TEST(WaitWords, ANumberIsNeverCut) {
    const LaneModel model = buildLaneModel(heart());
    std::size_t told = 0;
    for (double width = 260; width < 2400; width += 50) {
        const DrawList list = drawn(model, AxisKind::Time, width);
        for (const Text& text : textsOf(list, 1, TextRole::Reason)) {
            EXPECT_FALSE(text.text.contains(QChar(0x2026))) << text.text.toStdString();
            EXPECT_TRUE(text.text.contains(QStringLiteral("0.5 s"))) << text.text.toStdString();
            ++told;
        }
    }
    EXPECT_GT(told, 100U);
}

TEST(WaitWords, NeighboursKeepAGapWiderThanASpace) {
    const LaneModel model = buildLaneModel(heart());
    const ChartFonts fonts(1);
    const double space = fonts.metrics(TextRole::Reason).horizontalAdvance(QLatin1Char(' '));
    for (double width = 260; width < 2400; width += 50) {
        const DrawList list = drawn(model, AxisKind::Time, width);
        const auto words = textsOf(list, 1, TextRole::Reason);
        for (std::size_t i = 1; i < words.size(); ++i) {
            EXPECT_GT(words[i].rect.left() - words[i - 1].rect.right(), space);
        }
    }
}

TEST(WaitWords, ComeInEverFewerWords) {
    const LaneModel model = buildLaneModel(impatient());
    EXPECT_EQ(spanReasons(model, 1, 2),
              (std::vector<std::string>{"wait_for(pizza) · timeout 3 s", "pizza · timeout 3 s",
                                        "wait_for(pizza)", "pizza"}));
    EXPECT_EQ(spanReasons(model, 2, 2), (std::vector<std::string>{"sleep 6 s", "6 s"}));
}

TEST(TroubleWords, AWarningSaysWhich) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    r.warning(0, main, "coroutine 'work' was never awaited", {});
    r.stepSuspended(0, main, {WaitKind::Sleep, {}, {}, 5}, {});
    r.clockJumped(0, 5);
    r.taskWoken(5, main, {}, {});
    r.stepBegan(5, main, {});
    r.stepReturned(5, main, {});
    r.finished(5, trace::Finish::Ok, {});
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    const auto at = [&](double width) {
        const auto words = textsOf(drawn(model, AxisKind::Time, width), 1, TextRole::Mark);
        return words.empty() ? std::string() : words.front().text.toStdString();
    };
    EXPECT_EQ(at(1200), "coroutine 'work' was never awaited");
    EXPECT_EQ(at(300), "never awaited");
}

TEST(TroubleWords, ABlockWithWhichARunBeginsIsSaidThoughItIsASliver) {
    Script s;
    s.block({}, 0.001);
    const TaskId main = s.create("main");
    s.begin(main);
    s.sleep(main, 100);
    s.jump(100);
    s.wake(main);
    s.begin(main);
    s.finish(main);
    const LaneModel model = buildLaneModel(s.end());
    const DrawList list = drawn(model, AxisKind::Time, 1000);
    EXPECT_TRUE(std::ranges::any_of(list.loop.texts, [](const Text& text) {
        return text.text == QStringLiteral("blocked 1 ms · time.sleep");
    }));
    EXPECT_TRUE(std::ranges::any_of(list.loop.boxes,
                                    [](const Box& box) { return box.shape == Shape::Blocked; }));
}

TEST(TroubleWords, NeighboursThatSayTheSameSayItOnce) {
    const ChartFonts fonts(1);
    const QString said = QStringLiteral("blocked");
    const double word = fonts.width(TextRole::Mark, said);
    LabelRow row{fonts, 1, QRectF(0, 0, 100 + 2.5 * word, 52)};
    row.bottom = 20;
    row.under = row.floor = 40;  // no room below
    std::vector<TopLabel> labels(2);
    for (TopLabel& label : labels) {
        label.forms = {QStringLiteral("blocked for as long as that takes"), said};
        label.role = TextRole::Mark;
        label.most = row.area.right();
    }
    labels[0].x = labels[0].least = labels[0].left = 100;
    labels[1].x = labels[1].least = labels[1].left = 100 + 0.5 * word;
    std::vector<Text> texts;
    placeTopLabels(row, labels, texts);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_EQ(texts[0].text, said);
}

TEST(TroubleWords, TheArrowOfACancelEndsAboveItsSign) {
    const LaneModel model = buildLaneModel(impatient());
    const ChartFonts fonts(1);
    ChartView view;
    view.axis = AxisKind::Steps;
    view.size = QSizeF(1400, 600);
    view.headerWidth = 100;
    fitAll(model, view);
    const DrawList list = layoutChart(model, view, fonts);
    const bool arrow = std::ranges::any_of(list.arrows, [&](const ArrowPath& path) {
        return model.arrows[path.arrow].kind == ArrowKind::Cancelled;
    });
    ASSERT_TRUE(arrow);
    QImage image(view.size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    paintChart(painter, list, view, fonts, PaintTarget::Figure);
    painter.end();
    for (const Box& sign : signsOf(list, 2)) {
        if (sign.shape != Shape::MarkAsked) continue;
        const QPointF within = sign.rect.center() - QPointF(0, 1.5);
        const int halfway = (view.palette.pane.lightness() + view.palette.trouble.lightness()) / 2;
        EXPECT_GT(image.pixelColor(within.toPoint()).lightness(), halfway);
    }
}

TEST(WaitWords, OfAQueueMayBeItsMethodAlone) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.suspend(main, WaitKind::QueuePut);
    s.jump(1);
    s.wake(main);
    s.begin(main);
    s.finish(main);
    const LaneModel model = buildLaneModel(s.end());
    const auto& kinds = model.lanes[1].kinds;
    const auto wait = std::ranges::find(kinds, SpanKind::Suspended) - kinds.begin();
    EXPECT_EQ(spanReasons(model, 1, static_cast<std::size_t>(wait)),
              (std::vector<std::string>{"queue.put", "put"}));
}

TEST(Ticks, EndWithTheRun) {
    Script instant;
    const TaskId main = instant.create("main");
    instant.begin(main);
    instant.finish(main);
    for (const auto& trace : {instant.end(), heart(), impatient()}) {
        const LaneModel model = buildLaneModel(trace);
        for (double width = 300; width < 1500; width += 100) {
            const DrawList list = drawn(model, AxisKind::Time, width);
            ChartView view;
            view.size = QSizeF(width, 600);
            view.headerWidth = 100;
            fitAll(model, view);
            ASSERT_FALSE(list.ticks.empty());
            for (const GridLine& line : list.grid) {
                EXPECT_LE(line.x, view.axisScale().toX(model.endTime) + 1);
            }
        }
    }
}

TEST(Ticks, OnTheAxisOfStepsStandWhereTheirStretchBegins) {
    const LaneModel model = buildLaneModel(heart());
    const ChartFonts fonts(1);
    ChartView view;
    view.axis = AxisKind::Steps;
    view.size = QSizeF(900, 300);
    view.headerWidth = 100;
    view.end = 5.02;  // next to nothing of the sixth step
    const DrawList list = layoutChart(model, view, fonts);
    EXPECT_FALSE(list.ticks.empty());
    for (const Text& tick : list.ticks) {
        EXPECT_TRUE(std::ranges::any_of(list.grid, [&](const GridLine& line) {
            return tick.rect.left() >= line.x && tick.rect.left() < line.x + 6;
        })) << tick.text.toStdString();
    }
}

TEST(TroubleWords, ARingOfWaitsIsADeadlockOnEachOfItsLanes) {
    trace::Recorder r(1000);
    const TaskId main = r.taskCreated(0, {}, r.intern("main"), 1, {});
    const TaskId left = r.taskCreated(0, main, r.intern("left"), 2, {});
    const TaskId right = r.taskCreated(0, main, r.intern("right"), 3, {});
    r.stepBegan(0, main, {});
    r.stepSuspended(0, main, {WaitKind::Future, {}, {}, 0}, {});
    r.stepBegan(0, left, {});
    r.stepSuspended(0, left, {WaitKind::Task, {}, right, 0}, {});
    r.stepBegan(0, right, {});
    r.stepSuspended(0, right, {WaitKind::Task, {}, left, 0}, {});
    r.finished(0, trace::Finish::Deadlock, {});
    const LaneModel model = buildLaneModel(std::make_shared<const trace::Trace>(r.take()));
    EXPECT_EQ(model.ring, (std::vector<TaskId>{left, right}));
    const DrawList list = drawn(model, AxisKind::Time, 1000);
    EXPECT_TRUE(textsOf(list, 1, TextRole::Mark).empty());
    const auto said = [&](std::uint32_t lane) {
        const auto words = textsOf(list, lane, TextRole::Mark);
        return words.empty() ? std::string() : words.front().text.toStdString();
    };
    EXPECT_EQ(said(2), "deadlock: waits for right");
    EXPECT_EQ(said(3), "deadlock: waits for left");
}

TEST(TroubleWords, WordsKeepTheirDistanceAmongNarrowShapes) {
    constexpr double kLeast = 6.9;
    std::mt19937 random(7);
    const auto number = [&random](double from, double to) {
        return std::uniform_real_distribution<double>(from, to)(random);
    };
    const ChartFonts fonts(1);
    for (int round = 0; round < 400; ++round) {
        LabelRow row{fonts, 1, QRectF(0, 0, 900, 60)};
        row.bottom = 20;
        row.under = 24;
        row.floor = 60;
        for (int i = 0; i < 60; ++i) {
            const double x = number(0, 900);
            row.above.emplace_back(x, x + number(1, 8));
            row.below.emplace_back(x + 5, x + 5 + number(1, 8));
        }
        std::vector<TopLabel> labels;
        for (int i = 0; i < 60; ++i) {
            TopLabel label;
            label.x = number(0, 880);
            label.left = label.x - 9;
            label.most = 900;
            label.forms = {QStringLiteral("cancelled"), QStringLiteral("no"), QStringLiteral("i")};
            label.role = i % 3 == 0 ? TextRole::Reason : TextRole::Mark;
            label.mayGoBelow = true;
            labels.push_back(label);
        }
        std::vector<Text> texts;
        placeTopLabels(row, labels, texts);
        ASSERT_GT(texts.size(), 2U);
        for (const Text& one : texts) {
            for (const Text& other : texts) {
                if (&one == &other || one.rect.top() != other.rect.top()) continue;
                const bool apart = one.rect.right() + kLeast <= other.rect.left() ||
                                   other.rect.right() + kLeast <= one.rect.left();
                ASSERT_TRUE(apart) << one.rect.left() << " and " << other.rect.left();
            }
        }
    }
}

TEST(TroubleWords, AFutureOfADeadlockIsOneThatNobodyWillSet) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.suspend(main, WaitKind::Future);
    const LaneModel model = buildLaneModel(s.end(trace::Finish::Deadlock));
    EXPECT_EQ(spanReason(model, 1, 2), "future that nobody will set");
}

}  // namespace
}  // namespace coroscope::app::testing
