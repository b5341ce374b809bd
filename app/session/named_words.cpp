// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/named_words.h"

#include <string_view>

#include "app/session/run_source.h"

namespace coroscope::app {

using trace::EventKind;
using trace::WaitKind;

namespace {

ObjectName nameOf(const RunSource& source, const trace::Event& event) {
    return source.objects().of(event.object(), objectWait(event));
}

/// The text with the last `plain` in it replaced by `named`.
std::string withLast(std::string text, std::string_view plain, std::string_view named) {
    const std::size_t at = text.rfind(plain);
    if (at != std::string::npos) text.replace(at, plain.size(), named);
    return text;
}

/// A lock or semaphore that is taken or given back, an event that is set or cleared.
std::string withSubject(std::string text, const trace::Event& event, const RunSource& source) {
    for (const std::string_view kind : {"lock", "semaphore", "condition", "event"}) {
        const std::string the = " the " + std::string(kind);
        if (text.rfind(the) == std::string::npos) continue;
        return withLast(std::move(text), the, " the " + nameOf(source, event).inText());
    }
    return text;
}

}  // namespace

std::string namedWait(const trace::Trace& trace, const trace::Event& suspension,
                      const RunSource& source, trace::Digits digits) {
    std::string plain = waitReason(trace, suspension, digits);
    const auto method = [&](const char* call) { return nameOf(source, suspension).name() + call; };
    switch (suspension.wait) {
        case WaitKind::Lock:
        case WaitKind::Semaphore:
        case WaitKind::Condition:
        case WaitKind::Event: return nameOf(source, suspension).label();
        case WaitKind::Future: {
            const std::string_view name = source.awaitedName(suspension);
            return name.empty() ? plain : plain + " " + std::string(name);
        }
        case WaitKind::QueueGet: return method(".get");
        case WaitKind::QueuePut: return method(".put");
        case WaitKind::QueueJoin: return method(".join");
        default: return plain;
    }
}

std::string namedDescription(const trace::Trace& trace, trace::EventIndex at,
                             const RunSource& source, trace::Digits digits) {
    const trace::Event event = trace[at];
    std::string text = describe(trace, at, digits);
    switch (event.kind) {
        case EventKind::StepEnded:
            if (event.stepEnd() != trace::StepEnd::Suspended) return text;
            return withLast(std::move(text), waitReason(trace, event, digits),
                            namedWait(trace, event, source, digits));
        case EventKind::Acquired:
        case EventKind::Released: return withSubject(std::move(text), event, source);
        case EventKind::QueuePut:
        case EventKind::QueueGot: {
            const ObjectName name = nameOf(source, event);
            if (name.given.empty() && name.number == 0) return text;
            return withLast(std::move(text), "a queue", "the " + name.inText());
        }
        default: return text;
    }
}

}  // namespace coroscope::app
