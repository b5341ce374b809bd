// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace coroscope::app {

/// While it lives, a signal that asks the process to end (SIGTERM, SIGHUP, SIGINT) is first told to
/// `beforeEnd`, on the thread of the event loop; then the process ends by that signal, as it would
/// have done at once. A second one does not wait. What is ignored, as under `nohup`, stays so. One
/// at a time; needs a QCoreApplication.
class SignalWatch {
public:
    explicit SignalWatch(std::function<void()> beforeEnd);
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;
};

}  // namespace coroscope::app
