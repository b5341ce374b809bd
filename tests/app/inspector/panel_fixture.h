// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

#include <gtest/gtest.h>

#include "app/session/session.h"
#include "engine/trace/trace.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {

/// A session that has run the sample, for the panels to show.
class PanelTest : public testing::Test {
protected:
    PanelTest() {
        QSettings().clear();
        session_.document().openText(QStringLiteral("parcels.py"),
                                     QString::fromUtf8(sample::kText));
        EXPECT_TRUE(waitUntil([this] { return !session_.runs().isBusy(); }));
    }

    /// Puts the playhead on the `nth` (from 0) event of a kind.
    void goTo(trace::EventKind kind, int nth = 0) {
        const auto events = session_.trace()->events();
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (events[i].kind == kind && nth-- == 0) {
                session_.playhead().moveTo(trace::EventIndex::fromIndex(i));
                return;
            }
        }
        FAIL() << "no such event";
    }

    Session session_{sample::runner()};
};

}  // namespace coroscope::app
