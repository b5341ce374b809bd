// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/legend_key.h"

#include <set>

#include <QApplication>
#include <QMenu>
#include <QScreen>
#include <QTest>

#include <gtest/gtest.h>

#include "app/timeline/timeline_navigation.h"
#include "app/timeline/timeline_plot.h"
#include "tests/app/support/wait.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

void collect(const DrawList& list, std::set<Shape>& shapes) {
    for (const LaneGroup* group : {&list.loop, &list.tasks}) {
        for (const Box& box : group->boxes) shapes.insert(box.shape);
    }
}

TEST(LegendKey, HasEveryShapeThatTheTimelineDraws) {
    std::set<Shape> explained;
    for (const Sign& sign : allSigns(ChartView{}, {64, 30})) collect(sign.picture, explained);
    std::set<Shape> drawn;
    for (const auto& trace : {parcels(), oneSleeper(), twoWorkers(), crowd(20, 4000)}) {
        const LaneModel model = buildLaneModel(trace);
        for (const AxisKind axis : {AxisKind::Time, AxisKind::Steps}) {
            ChartView view;
            view.axis = axis;
            view.size = {900, 500};
            fitAll(model, view);
            collect(layoutChart(model, view, ChartFonts(1)), drawn);
        }
    }
    EXPECT_GE(drawn.size(), 8U);
    for (const Shape shape : drawn) EXPECT_TRUE(explained.contains(shape)) << int(shape);
}

TEST(LegendKey, TheWordsBesideTheLegendOpenIt) {
    TimelinePlot plot;
    plot.resize(900, 420);
    plot.setTrace(parcels());
    plot.show();
    QApplication::processEvents();
    ASSERT_EQ(plot.findChild<LegendKey*>(), nullptr);
    EXPECT_TRUE(plot.rect().contains(plot.keyRect().toRect()));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, plot.keyRect().center().toPoint());
    auto* key = plot.findChild<LegendKey*>();
    ASSERT_NE(key, nullptr);
    EXPECT_TRUE(key->isVisible());
    EXPECT_FALSE(key->grab().isNull());
    QTest::keyClick(key, Qt::Key_Escape);
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(plot.findChild<LegendKey*>(), nullptr);
}

TEST(LegendKey, IsAsHighAsTheScreenAtMost) {
    TimelinePlot plot;
    plot.resize(900, 420);
    plot.setScale(2.4);
    plot.setLaneHeight(40);
    LegendKey key(plot.view(), &plot);
    ASSERT_GT(static_cast<int>(allSigns(plot.view(), {64, 30}).size()) * 30 * 2.4,
              plot.screen()->availableGeometry().height());
    EXPECT_LE(key.height(), plot.screen()->availableGeometry().height());
}

TEST(LegendMenu, HidesAKindOfSignByTheKeys) {
    TimelinePlot plot;
    plot.resize(900, 420);
    plot.setTrace(parcels());
    plot.show();
    ASSERT_TRUE(waitUntil([&] { return !plot.legendItemRect(LegendItem::Suspended).isEmpty(); }));
    plot.openLegend();
    auto* menu = plot.findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().front()->text(), QStringLiteral("running"));
    QTest::keyClick(menu, Qt::Key_Return);
    EXPECT_TRUE(plot.view().hides(LegendItem::Running));
    EXPECT_FALSE(plot.view().hides(LegendItem::Suspended));
    menu->close();
}

}  // namespace
}  // namespace coroscope::app::testing
