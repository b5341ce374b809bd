#pragma once

/// Traces made by hand, for the tests of the trace's readers.

#include <memory>
#include <string>

#include "engine/trace/recorder.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"

namespace coroscope::trace::testing {

/// main creates courier and both sleep: main 1 s (by object 0), courier 2 s.
/// main prints at 1.0 and returns; courier raises ValueError at 2.0.
struct TwoSleepers {
    TaskId main, courier;
    ObjectId mainFuture, mainTimer, courierFuture, courierTimer;

    /// Records all of it into `recorder`.
    void record(Recorder& r) {
        const scenario::Span line3{3, 4, 3, 20};
        const scenario::Span line9{9, 4, 9, 20};
        main = r.taskCreated(0, {}, r.intern("main"), 1, {});             // 0
        r.stepBegan(0, main, {});                                         // 1
        courier = r.taskCreated(0, main, r.intern("courier"), 2, line9);  // 2
        mainFuture = r.newObject();
        mainTimer = r.newObject();
        r.timerSetForFuture(0, main, mainTimer, 1, mainFuture, line9);          // 3
        r.stepSuspended(0, main, {WaitKind::Sleep, mainFuture, {}, 1}, line9);  // 4
        r.stepBegan(0, courier, {});                                            // 5
        courierFuture = r.newObject();
        courierTimer = r.newObject();
        r.timerSetForFuture(0, courier, courierTimer, 2, courierFuture, line3);           // 6
        r.stepSuspended(0, courier, {WaitKind::Sleep, courierFuture, {}, 2}, line3);      // 7
        r.clockJumped(0, 1);                                                              // 8
        r.timerFired(1, mainTimer);                                                       // 9
        r.callbackRan(1, mainTimer, r.intern("wake"));                                    // 10
        r.futureResolved(1, {}, mainFuture, Resolution::Result, WaitKind::Sleep, {});     // 11
        r.taskWoken(1, main, mainFuture, {});                                             // 12
        r.stepBegan(1, main, line9);                                                      // 13
        r.output(1, main, Stream::Stdout, "hello\n", line9);                              // 14
        r.stepReturned(1, main, line9);                                                   // 15
        r.clockJumped(1, 2);                                                              // 16
        r.timerFired(2, courierTimer);                                                    // 17
        r.callbackRan(2, courierTimer, r.intern("wake"));                                 // 18
        r.futureResolved(2, {}, courierFuture, Resolution::Result, WaitKind::Sleep, {});  // 19
        r.taskWoken(2, courier, courierFuture, {});                                       // 20
        r.stepBegan(2, courier, line3);                                                   // 21
        r.exceptionRaised(2, courier, r.intern("ValueError"), line3);                     // 22
        r.stepRaised(2, courier, r.intern("ValueError"), line3);                          // 23
        r.finished(2, Finish::Ok, "");                                                    // 24
    }

    std::shared_ptr<const Trace> trace() {
        Recorder recorder(1000);
        record(recorder);
        return std::make_shared<const Trace>(recorder.take());
    }
};

/// Everything that `write(sink)` writes.
template <typename Write>
std::string textOf(Write write) {
    std::string text;
    {
        TextSink sink([&text](std::string_view block) { text += block; });
        write(sink);
    }
    return text;
}

}  // namespace coroscope::trace::testing
