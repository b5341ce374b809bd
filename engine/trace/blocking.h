#pragma once

#include "engine/trace/trace.h"

namespace coroscope::trace {

/// Whether an event begins or ends a stretch in which the loop is blocked for no time at all, and
/// nothing happens: a join of a thread that has ended. There is nothing of it to be seen.
[[nodiscard]] inline bool takesNoTime(const Trace& trace, EventIndex at) {
    const auto isStretch = [&trace](EventIndex began) {
        if (began == trace.last() || trace[began].kind != EventKind::BlockingBegan) return false;
        const Event next = trace[EventIndex(began.value + 1)];
        return next.kind == EventKind::BlockingEnded && next.value == 0;
    };
    if (trace[at].kind == EventKind::BlockingBegan) return isStretch(at);
    return trace[at].kind == EventKind::BlockingEnded && at != trace.first() &&
           isStretch(EventIndex(at.value - 1));
}

}  // namespace coroscope::trace
