// SPDX-License-Identifier: GPL-3.0-or-later
/// A frame of the timeline at 1600×900, software rendering: layout and painting into an image, for
/// a thousand to a million spans on ten to a thousand lanes, at several zooms.

#include <map>
#include <memory>
#include <utility>

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <benchmark/benchmark.h>

#include "app/timeline/chart_layout.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/timeline_navigation.h"
#include "app/timeline/timeline_plot.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app {
namespace {

const std::shared_ptr<const trace::Trace>& crowdOf(std::size_t lanes, std::size_t spans) {
    static std::map<std::pair<std::size_t, std::size_t>, std::shared_ptr<const trace::Trace>> made;
    auto& trace = made[{lanes, spans}];
    if (!trace) trace = testing::crowd(lanes, spans);
    return trace;
}

enum Zoom : long { kAll, kTenth, kHundredth };
enum Height : long { kComfortable, kAllLanes };

void frame(benchmark::State& state, AxisKind axis) {
    const auto lanes = static_cast<std::size_t>(state.range(0));
    const auto spans = static_cast<std::size_t>(state.range(1));
    const LaneModel model = buildLaneModel(crowdOf(lanes, spans));
    const ChartFonts fonts(1);
    ChartView view;
    view.axis = axis;
    view.size = QSizeF(1600, 900);
    view.headerWidth = headerWidthFor(model, fonts, 1, 400);
    view.laneHeight =
        state.range(3) == kAllLanes ? std::max(1.0, 800.0 / static_cast<double>(lanes)) : 44;
    fitAll(model, view);
    if (state.range(2) != kAll) zoomAt(model, view, 800, state.range(2) == kTenth ? 0.1 : 0.01);
    QImage image(1600, 900, QImage::Format_ARGB32_Premultiplied);
    double shift = 1;
    for (auto _ : state) {
        panBy(model, view, shift);  // no two frames are the same
        shift = -shift;
        QPainter painter(&image);
        const DrawList list = layoutChart(model, view, fonts);
        paintChart(painter, list, view, fonts, PaintTarget::Screen);
        benchmark::DoNotOptimize(image.bits());
    }
    state.counters["spans"] = static_cast<double>(model.spanCount());
}

void frameTime(benchmark::State& state) { frame(state, AxisKind::Time); }
void frameSteps(benchmark::State& state) { frame(state, AxisKind::Steps); }

void arguments(benchmark::internal::Benchmark* bench) {
    for (const long lanes : {10, 100, 1000}) {
        for (const long spans : {1'000, 10'000, 100'000, 1'000'000}) {
            if (spans < lanes * 3) continue;
            for (const long zoom : {kAll, kTenth, kHundredth}) {
                for (const long height : {kComfortable, kAllLanes}) {
                    bench->Args({lanes, spans, zoom, height});
                }
            }
        }
    }
    bench->ArgNames({"lanes", "spans", "zoom", "low"})->Unit(benchmark::kMillisecond);
}
BENCHMARK(frameTime)->Apply(arguments);
BENCHMARK(frameSteps)->Apply(arguments);

/// The whole widget through QCustomPlot: a pan and its replot.
void replotWidget(benchmark::State& state) {
    TimelinePlot plot;
    plot.resize(1600, 900);
    plot.setTrace(crowdOf(static_cast<std::size_t>(state.range(0)), 1'000'000));
    plot.show();
    plot.zoomIn();
    QApplication::processEvents();
    int turn = 0;
    for (auto _ : state) {
        if (++turn % 2 == 0) {
            plot.zoomOut();
        } else {
            plot.zoomIn();
        }
        QApplication::processEvents();
    }
}
BENCHMARK(replotWidget)->Arg(10)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);

/// The playhead alone: a step and the repaint of its strip.
void movePlayhead(benchmark::State& state) {
    TimelinePlot plot;
    plot.resize(1600, 900);
    plot.setTrace(crowdOf(100, 1'000'000));
    plot.show();
    QApplication::processEvents();
    const auto events = static_cast<std::uint32_t>(plot.model().eventCount);
    std::uint32_t at = 0;
    for (auto _ : state) {
        at = (at + events / 97) % events;
        plot.setPlayhead(EventIndex(at));
        QApplication::processEvents();
    }
}
BENCHMARK(movePlayhead)->Unit(benchmark::kMillisecond);

/// Opening a run: from trace to lanes.
void openRun(benchmark::State& state) {
    const auto& trace = crowdOf(static_cast<std::size_t>(state.range(0)), 1'000'000);
    for (auto _ : state) {
        LaneModel model = buildLaneModel(trace);
        benchmark::DoNotOptimize(model.lanes.data());
    }
}
BENCHMARK(openRun)->Arg(10)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coroscope::app
