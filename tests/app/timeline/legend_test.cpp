// SPDX-License-Identifier: GPL-3.0-or-later
/// The legend explains what is drawn; an exported group is a span.

#include <algorithm>
#include <set>
#include <tuple>

#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include "app/timeline/chart_painter.h"
#include "app/timeline/timeline_navigation.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

struct Drawn {
    explicit Drawn(std::shared_ptr<const trace::Trace> trace, AxisKind axis = AxisKind::Time)
        : model(buildLaneModel(std::move(trace))) {
        view.axis = axis;
        view.size = {1000, 500};
        fitAll(model, view);
        list = layoutChart(model, view, fonts);
        view.occurring = occurringItems(list, model);
    }
    [[nodiscard]] bool has(LegendItem item) const {
        for (const LegendSpot& spot : legendSpots(QRectF(), view, fonts)) {
            if (spot.item == item) return true;
        }
        return false;
    }

    LaneModel model;
    ChartView view;
    ChartFonts fonts{1};
    DrawList list;
};

TEST(Legend, OfAQuietRunListsNoTrouble) {
    const Drawn drawn(oneSleeper());
    for (const LegendItem item :
         {LegendItem::Running, LegendItem::Suspended, LegendItem::Idle, LegendItem::End}) {
        EXPECT_TRUE(drawn.has(item)) << int(item);
    }
    for (const LegendItem item :
         {LegendItem::Blocked, LegendItem::TroubleEnd, LegendItem::Exception,
          LegendItem::CancelDelivered, LegendItem::Cancels}) {
        EXPECT_FALSE(drawn.has(item)) << int(item);
    }
}

TEST(Legend, ListsEachSignOfTroubleThatIsDrawn) {
    const Drawn drawn(parcels(), AxisKind::Steps);
    for (const LegendItem item : {LegendItem::Blocked, LegendItem::TroubleEnd,
                                  LegendItem::CancelRequested, LegendItem::CancelDelivered,
                                  LegendItem::Creates, LegendItem::Cancels, LegendItem::Wakes}) {
        EXPECT_TRUE(drawn.has(item)) << int(item);
    }
}

TEST(Legend, HidesEachKindThatItLists) {
    for (const AxisKind axis : {AxisKind::Time, AxisKind::Steps}) {
        const Drawn all(parcels(), axis);
        for (const LegendSpot& spot : legendSpots(QRectF(), all.view, all.fonts)) {
            ChartView view = all.view;
            const auto item = static_cast<std::size_t>(spot.item);
            view.hidden[item] = true;
            const DrawList list = layoutChart(all.model, view, all.fonts);
            EXPECT_FALSE(occurringItems(list, all.model)[item]) << item;
        }
    }
}

TEST(Legend, TellsWhatStillWaitsFromTheLoopsRest) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    s.suspend(main, WaitKind::Future);
    const Drawn drawn(s.end(trace::Finish::Deadlock));
    EXPECT_TRUE(drawn.has(LegendItem::Forever));
    EXPECT_FALSE(drawn.has(LegendItem::Idle));
}

TEST(Legend, TakesNoNameForACount) {
    Script s;
    const TaskId main = s.create("main");
    s.begin(main);
    const TaskId odd = s.create("×2", main);
    s.suspend(main, WaitKind::Task, 0, odd);
    s.jump(1);
    s.begin(odd);
    s.jump(5);
    s.raise(odd, "×Error");
    s.jump(9);
    const Drawn drawn(s.end());
    EXPECT_FALSE(drawn.has(LegendItem::Count));
}

TEST(Legend, SaysOfASelectedRunWhatItSaysOfThatRunUnselected) {
    Drawn drawn(parcels(), AxisKind::Steps);
    const LegendFlags before = drawn.view.occurring;
    drawn.view.occurring = {};
    drawn.view.selectedTask = TaskId(1);
    drawn.list = layoutChart(drawn.model, drawn.view, drawn.fonts);
    EXPECT_EQ(occurringItems(drawn.list, drawn.model), before);
}

TEST(Legend, GivesItsOneRowToArrowsBeforeMarksThatHaveWords) {
    const Drawn drawn(parcels(), AxisKind::Steps);
    const auto has = [&](double width, LegendItem item) {
        const auto spots = legendSpots(QRectF(0, 0, width, 18), drawn.view, drawn.fonts);
        return std::ranges::any_of(spots, [&](const LegendSpot& s) { return s.item == item; });
    };
    const double all = legendSpots(QRectF(), drawn.view, drawn.fonts).back().rect.right();
    EXPECT_TRUE(has(all, LegendItem::CancelRequested));
    EXPECT_FALSE(has(all / 2, LegendItem::CancelRequested));
    EXPECT_TRUE(has(all / 2, LegendItem::Wakes));
}

TEST(Legend, InPrintATroubledEndHasAnotherShapeThanAnEnd) {
    ChartView view;
    view.palette = Palette::forPrint();
    const auto painted = [&view](LegendItem item) {
        view.occurring = {};
        view.occurring[static_cast<std::size_t>(item)] = true;
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintLegend(painter, QRectF(0, 0, 400, 20), view, ChartFonts(1));
        return image;
    };
    EXPECT_NE(painted(LegendItem::End), painted(LegendItem::TroubleEnd));
}

class SpanNotes final : public ChartGroups {
public:
    void beginLane(std::uint32_t) override {}
    void beginSpans(const SpanRef& spans) override {
        EXPECT_TRUE(told.emplace(spans.lane, spans.first, spans.last).second)
            << "lane " << spans.lane << ", span " << spans.first;
    }
    void end() override {}

    std::set<std::tuple<std::uint32_t, std::size_t, std::size_t>> told;
};

TEST(ChartGroups, TellEachSpanOnceAndNoEndAsOne) {
    const Drawn drawn(oneSleeper());
    QImage image(1000, 500, QImage::Format_RGB32);
    QPainter painter(&image);
    SpanNotes notes;
    paintChart(painter, drawn.list, drawn.view, drawn.fonts, PaintTarget::Figure, &notes);
    EXPECT_GE(notes.told.size(), 5U);
}

}  // namespace
}  // namespace coroscope::app::testing
