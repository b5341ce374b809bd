// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/let_go.h"

#include <utility>

#include <QThreadPool>

namespace coroscope::app {

void letGo(std::shared_ptr<const void> thing) {
    if (thing == nullptr) return;
    // The pool is waited for when the application ends.
    QThreadPool::globalInstance()->start([held = std::move(thing)]() mutable { held.reset(); });
}

}  // namespace coroscope::app
