// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include <QTimer>

#include "engine/trace/state_at.h"

namespace coroscope::app {

/// Shows the state at the playhead at once or, of so many tasks that this and reading the state
/// would together take too long for one turn of the GUI's event loop, in the next one.
class OwnTurn final {
public:
    static constexpr std::size_t kMostAtOnce = 10'000;

    explicit OwnTurn(std::function<void()> show) : show_(std::move(show)) {
        timer_.setSingleShot(true);
        timer_.callOnTimeout([this] { show_(); });
    }

    void show(const trace::LoopState& state) {
        if (state.tasks.size() > kMostAtOnce) {
            timer_.start();
            return;
        }
        timer_.stop();
        show_();
    }
    /// What stands there is older than the state.
    [[nodiscard]] bool isDue() const { return timer_.isActive(); }

private:
    std::function<void()> show_;
    QTimer timer_;
};

}  // namespace coroscope::app
