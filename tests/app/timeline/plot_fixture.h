// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include "app/timeline/timeline_plot.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {

/// The real widget, driven by real mouse and key events.
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

}  // namespace coroscope::app::testing
