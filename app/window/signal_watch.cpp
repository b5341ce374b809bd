// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/signal_watch.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <memory>
#include <unistd.h>
#include <utility>

#include <QSocketNotifier>

namespace coroscope::app {

namespace {

constexpr std::array kSignals{SIGTERM, SIGHUP, SIGINT};

/// A pipe to the event loop: a signal handler can do next to nothing itself.
std::array<int, 2> pipeEnds{-1, -1};
std::unique_ptr<QSocketNotifier> notifier;

void onSignal(int signal) {
    const int before = errno;
    const auto number = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &number, 1);
    errno = before;
}

}  // namespace

SignalWatch::SignalWatch(std::function<void()> beforeEnd) {
    if (::pipe2(pipeEnds.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    QObject::connect(notifier.get(), &QSocketNotifier::activated, notifier.get(),
                     [beforeEnd = std::move(beforeEnd)] {
                         char number = 0;
                         if (::read(pipeEnds[0], &number, 1) != 1) return;
                         beforeEnd();
                         // The handler is gone, see SA_RESETHAND.
                         ::raise(number);
                     });
    for (const int signal : kSignals) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_IGN) continue;
        struct sigaction action {};
        action.sa_handler = onSignal;
        action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
        ::sigaction(signal, &action, nullptr);
    }
}

SignalWatch::~SignalWatch() {
    if (pipeEnds[0] < 0) return;
    for (const int signal : kSignals) {
        struct sigaction now {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler == onSignal) ::signal(signal, SIG_DFL);
    }
    notifier.reset();
    for (int& end : pipeEnds) ::close(std::exchange(end, -1));
}

}  // namespace coroscope::app
