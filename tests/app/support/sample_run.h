// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A small run written by hand, for tests of the window's parts that must not
/// depend on the engine: four parcels of a courier, one of them cancelled, and
/// a call that blocks the loop.

#include <memory>
#include <string>

#include <QString>

#include "app/session/run_service.h"
#include "engine/trace/recorder.h"
#include "engine/trace/trace.h"

namespace coroscope::app::sample {

inline const char* const kText =
    "async def parcel(n, minutes):\n"                       // 1
    "    try:\n"                                            // 2
    "        await asyncio.sleep(minutes)\n"                // 3
    "        print(\"parcel\", n, \"delivered\")\n"         // 4
    "        return n\n"                                    // 5
    "    except asyncio.CancelledError:\n"                  // 6
    "        print(\"parcel\", n, \"returned\")\n"          // 7
    "        raise\n"                                       // 8
    "\n"                                                    // 9
    "async def courier():\n"                                // 10
    "    done = await asyncio.gather(\n"                    // 11
    "        *(parcel(n, n / 2) for n in (1, 2, 3, 4)))\n"  // 12
    "    time.sleep(0.75)\n"                                // 13
    "    return done\n"                                     // 14
    "\n"                                                    // 15
    "async def main():\n"                                   // 16
    "    trip = asyncio.create_task(\n"                     // 17
    "        courier(), name=\"courier\")\n"                // 18
    "    urgent = asyncio.create_task(\n"                   // 19
    "        parcel(99, 10), name=\"urgent\")\n"            // 20
    "    try:\n"                                            // 21
    "        await asyncio.wait_for(\n"                     // 22
    "            asyncio.shield(urgent), 1.25)\n"           // 23
    "    except asyncio.TimeoutError:\n"                    // 24
    "        print(\"the urgent one is late\")\n"           // 25
    "        urgent.cancel()\n"                             // 26
    "    print(await trip)\n";                              // 27

inline scenario::Span at(int line) { return {line, 4, line, 20}; }

/// Tasks: 0 main, 1 courier, 2 urgent, 3 … 6 the parcels 1 … 4.
inline std::shared_ptr<const trace::Trace> makeTrace() {
    using trace::Awaited;
    using trace::ObjectId;
    using trace::Resolution;
    using trace::Stream;
    using trace::TaskId;
    using trace::WaitKind;
    trace::Recorder r(100'000);
    const auto parcelName = r.intern("parcel");
    const TaskId none;
    const auto sleeps = [&](double now, TaskId task, double seconds, ObjectId& handle,
                            ObjectId& future) {
        handle = r.newObject();
        future = r.newObject();
        r.timerSetForFuture(now, task, handle, now + seconds, future, at(3));
        r.stepSuspended(now, task, {WaitKind::Sleep, future, none, seconds}, at(3));
    };
    const auto fires = [&](double now, TaskId task, ObjectId handle, ObjectId future) {
        r.timerFired(now, handle);
        r.callbackRan(now, handle, r.intern("set_result_unless_cancelled"));
        r.futureResolved(now, none, future, Resolution::Result, WaitKind::Sleep, {});
        r.taskWoken(now, task, future, none);
    };

    const TaskId main = r.taskCreated(0, none, r.intern("main"), 1, {});
    r.stepBegan(0, main, {});
    const TaskId courier = r.taskCreated(0, main, r.intern("courier"), 2, at(17));
    r.setName(courier, "courier");
    const TaskId urgent = r.taskCreated(0, main, parcelName, 3, at(19));
    r.setName(urgent, "urgent");
    const ObjectId limit = r.newObject();
    const ObjectId shield = r.newObject();
    r.timerSetForTimeout(0, main, limit, 1.25, main, at(22));
    r.stepSuspended(0, main, {WaitKind::WaitFor, shield, urgent, 1.25}, at(22));
    r.stepBegan(0, courier, {});
    TaskId parcels[4];
    const ObjectId gather = r.newObject();
    for (int i = 0; i < 4; ++i) {
        parcels[i] =
            r.taskCreated(0, courier, parcelName, static_cast<std::uint32_t>(4 + i), at(11));
        r.addMember(gather, parcels[i]);
    }
    r.stepSuspended(0, courier, {WaitKind::Gather, gather, none, 4}, at(11));
    ObjectId handles[5];
    ObjectId futures[5];
    r.stepBegan(0, urgent, {});
    sleeps(0, urgent, 10, handles[4], futures[4]);
    for (int i = 0; i < 4; ++i) {
        r.stepBegan(0, parcels[i], {});
        sleeps(0, parcels[i], (i + 1) / 2.0, handles[i], futures[i]);
    }
    const auto delivers = [&](int i, double before, double now) {
        r.clockJumped(before, now);
        fires(now, parcels[i], handles[i], futures[i]);
        r.stepBegan(now, parcels[i], at(3));
        r.output(now, parcels[i], Stream::Stdout,
                 "parcel " + std::to_string(i + 1) + " delivered\n", at(4));
        r.stepReturned(now, parcels[i], at(5));
    };
    delivers(0, 0.0, 0.5);
    delivers(1, 0.5, 1.0);
    r.clockJumped(1.0, 1.25);
    r.timerFired(1.25, limit);
    r.callbackRan(1.25, limit, r.intern("on_timeout"));
    r.taskWoken(1.25, main, shield, none);
    r.stepBegan(1.25, main, at(22));
    r.exceptionRaised(1.25, main, r.intern("TimeoutError"), at(22));
    r.output(1.25, main, Stream::Stdout, "the urgent one is late\n", at(25));
    r.cancelRequested(1.25, urgent, main, {}, at(26));
    r.timerCancelled(1.25, main, handles[4], at(26));
    r.taskWoken(1.25, urgent, futures[4], main);
    r.stepSuspended(1.25, main, {WaitKind::Task, {}, courier, 0}, at(27));
    r.stepBegan(1.25, urgent, at(3));
    r.cancelDelivered(1.25, urgent, {}, at(3));
    r.output(1.25, urgent, Stream::Stderr, "parcel 99 returned\n", at(7));
    r.stepCancelled(1.25, urgent, at(8));
    delivers(2, 1.25, 1.5);
    delivers(3, 1.5, 2.0);
    r.futureResolved(2.0, none, gather, Resolution::Result, WaitKind::Gather, {});
    r.taskWoken(2.0, courier, gather, parcels[3]);
    r.stepBegan(2.0, courier, at(11));
    r.blockingBegan(2.0, courier, r.intern("time.sleep"), 0.75, at(13));
    r.blockingEnded(2.75, courier, r.intern("time.sleep"), 0.75, at(13));
    r.stepReturned(2.75, courier, at(14));
    r.taskWoken(2.75, main, {}, courier);
    r.stepBegan(2.75, main, at(27));
    r.output(2.75, main, Stream::Stdout, "[1, 2, 3, 4]\n", at(27));
    r.stepReturned(2.75, main, at(27));
    r.finished(2.75, trace::Finish::Ok, {});
    return std::make_shared<const trace::Trace>(r.take());
}

/// Looks into the sample: main has a `count` that is the event's number, and the courier a `done`
/// that never changes.
inline Inspection inspection(trace::EventIndex at, CancelSwitch&) {
    Inspection inspection;
    inspection.at = at;
    inspection.reached = true;
    const auto frame = [](const char* function, int line, Variable variable) {
        FrameView view;
        view.function = function;
        view.file = "parcels.py";
        view.span = sample::at(line);
        view.locals.push_back(std::move(variable));
        return view;
    };
    inspection.tasks.push_back(
        {trace::TaskId(0), {frame("main", 22, {"count", "int", std::to_string(at.value)})}});
    inspection.tasks.push_back({trace::TaskId(1), {frame("courier", 11, {"done", "int", "7"})}});
    return inspection;
}

/// Runs any text as the sample, but: `oops` in it is a syntax error at the line
/// where it stands, `deadlock` ends so, `forever` runs until it is cancelled.
inline Runner runner() {
    return [](const RunRequest& request, CancelSwitch& cancel) {
        RunReport report;
        const std::string& text = request.text;
        if (const auto found = text.find("oops"); found != std::string::npos) {
            scenario::Diagnostic diagnostic;
            const auto lineBegin = text.rfind('\n', found) + 1;  // npos + 1 is 0
            int line = 1;
            for (std::size_t i = 0; i < found; ++i) line += text[i] == '\n' ? 1 : 0;
            diagnostic.file = request.name;
            diagnostic.kind = "SyntaxError";
            diagnostic.message = "invalid syntax";
            const int column = static_cast<int>(found - lineBegin);
            diagnostic.span = {line, column, line, column + 4};
            report.result.status = RunStatus::Refused;
            report.result.exitCode = 2;
            report.result.diagnostics.push_back(diagnostic);
            return report;
        }
        if (text.find("forever") != std::string::npos) {
            std::mutex mutex;
            std::condition_variable wake;
            bool stop = false;
            cancel.arm([&] {
                const std::lock_guard lock(mutex);
                stop = true;
                wake.notify_all();
            });
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, [&] { return stop; });
            }
            cancel.disarm();
            report.result.status = RunStatus::Cancelled;
            report.result.message = "stopped on request";
        }
        if (text.find("deadlock") != std::string::npos) {
            report.result.status = RunStatus::Deadlock;
            report.result.exitCode = 3;
            report.result.message = "deadlock: left waits for lock at line 4";
        }
        report.trace = makeTrace();
        report.title = "Parcels: shield and a blocked loop";
        report.notes.push_back({25, "Too late: who is to blame?"});
        report.replay = inspection;
        return report;
    };
}

}  // namespace coroscope::app::sample
