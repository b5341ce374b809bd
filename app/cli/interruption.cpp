// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <atomic>
#include <csignal>

#include "engine/simulation.h"

namespace coroscope::app {

namespace {

/// The run that Ctrl+C is to end. A signal handler can reach nothing else.
std::atomic<Simulation*> interruptible = nullptr;
std::atomic<bool> pressed = false;

void onInterrupt(int /*signal*/) {
    pressed = true;
    if (Simulation* simulation = interruptible.load()) simulation->requestCancel();
}

}  // namespace

Interruption::Interruption(Simulation& simulation) {
    interruptible = &simulation;
    struct sigaction action {};
    action.sa_handler = onInterrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    ::sigaction(SIGINT, &action, nullptr);
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, nullptr);
}

Interruption::~Interruption() { interruptible = nullptr; }

bool Interruption::asked() { return pressed; }

}  // namespace coroscope::app
