// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The Loop panel in words: what stands beside its cards, and all of it for those who do not see
/// it.

#include <QString>

#include "app/inspector/loop_cards.h"

namespace coroscope::app {

/// What stands behind the cards of a row, or in their place.
struct LoopNotes {
    QString running;
    QString ready;
    QString timers;
    QString clock;
};

/// `asks`: what comes next is to be predicted, so that nothing says it.
[[nodiscard]] LoopNotes loopNotes(const LoopCards& cards, bool asks);

/// `Running: book. Ready queue: map, song. Timers: film sleeps until then, due at 3 s. Clock: 2 s`.
[[nodiscard]] QString spokenLoop(const LoopCards& cards, bool asks);

}  // namespace coroscope::app
