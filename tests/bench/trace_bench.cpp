// SPDX-License-Identifier: GPL-3.0-or-later
/// The trace: appending events, jumping to a state, writing it out.

#include <cstddef>
#include <memory>
#include <random>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "engine/trace/recorder.h"
#include "engine/trace/state_at.h"
#include "engine/trace/text_sink.h"
#include "engine/trace/trace.h"
#include "engine/trace/write_json.h"
#include "engine/trace/write_steps.h"

namespace coroscope::trace {
namespace {

constexpr scenario::Span kSpan{7, 8, 7, 30};

benchmark::Counter perEvent(std::size_t events) {
    return benchmark::Counter(
        static_cast<double>(events),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// `tasks` tasks that sleep in turns, each sleep with its timer and future, until there are
/// about `events` events.
Trace sleepers(std::size_t tasks, std::size_t events) {
    Recorder r(events + 10 * tasks + 100);
    const TextId name = r.intern("sleeper");
    std::vector<TaskId> all;
    double now = 0;
    for (std::size_t i = 0; i < tasks; ++i) {
        all.push_back(r.taskCreated(now, {}, name, static_cast<std::uint32_t>(i + 1), kSpan));
    }
    struct Sleep {
        ObjectId timer, future;
    };
    std::vector<Sleep> sleeps(tasks);
    const auto fallAsleep = [&](std::size_t i) {
        sleeps[i] = {r.newObject(), r.newObject()};
        r.timerSetForFuture(now, all[i], sleeps[i].timer, now + 1, sleeps[i].future, kSpan);
        r.stepSuspended(now, all[i], {WaitKind::Sleep, sleeps[i].future, {}, 1}, kSpan);
    };
    for (std::size_t i = 0; i < tasks; ++i) {
        r.stepBegan(now, all[i], kSpan);
        fallAsleep(i);
    }
    while (r.size() < events) {
        r.clockJumped(now, now + 1);
        now += 1;
        for (std::size_t i = 0; i < tasks; ++i) r.timerFired(now, sleeps[i].timer);
        for (std::size_t i = 0; i < tasks; ++i) {
            r.callbackRan(now, sleeps[i].timer, name);
            r.futureResolved(now, {}, sleeps[i].future, Resolution::Result, WaitKind::Sleep, {});
            r.taskWoken(now, all[i], sleeps[i].future, {});
        }
        for (std::size_t i = 0; i < tasks; ++i) {
            r.stepBegan(now, all[i], kSpan);
            fallAsleep(i);
        }
    }
    r.finished(now, Finish::Ok, "");
    return r.take();
}

/// A run of a million events on a thousand tasks.
const std::shared_ptr<const Trace>& million() {
    static const auto trace = std::make_shared<const Trace>(sleepers(1'000, 1'000'000));
    return trace;
}

/// A switch: a step begins and ends. The target is 20 million events a second.
void appendEvents(benchmark::State& state) {
    constexpr std::size_t kSwitches = 1'000'000;
    for (auto _ : state) {
        Recorder r(2 * kSwitches + 10);
        const TaskId task = r.taskCreated(0, {}, r.intern("main"), 1, kSpan);
        for (std::size_t i = 0; i < kSwitches; ++i) {
            r.stepBegan(0, task, kSpan);
            r.stepSuspended(0, task, {WaitKind::Yield, {}, {}, 0}, kSpan);
        }
        benchmark::DoNotOptimize(r.size());
    }
    state.counters["per_event"] = perEvent(2 * kSwitches);
}
BENCHMARK(appendEvents)->Unit(benchmark::kMillisecond);

/// Every event, one after the other. `bytes_per_event` is what a sleep's events take.
void walkEvents(benchmark::State& state) {
    for (auto _ : state) {
        std::size_t steps = 0;
        for (const Event& event : million()->events()) steps += event.suspends() ? 1 : 0;
        benchmark::DoNotOptimize(steps);
    }
    state.counters["per_event"] = perEvent(million()->size());
    state.counters["bytes_per_event"] =
        static_cast<double>(million()->eventBytes()) / static_cast<double>(million()->size());
}
BENCHMARK(walkEvents)->Unit(benchmark::kMillisecond);

/// One event anywhere, by its number.
void findEvent(benchmark::State& state) {
    std::size_t at = 0;
    for (auto _ : state) {
        at = (at + 7'919) % million()->size();
        benchmark::DoNotOptimize((*million())[EventIndex::fromIndex(at)]);
    }
}
BENCHMARK(findEvent);

void makeStateReader(benchmark::State& state) {
    for (auto _ : state) {
        StateReader reader(million());
        benchmark::DoNotOptimize(&reader);
    }
    state.counters["per_event"] = perEvent(million()->size());
}
BENCHMARK(makeStateReader)->Unit(benchmark::kMillisecond);

/// A click somewhere on the timeline.
void jumpAnywhere(benchmark::State& state) {
    StateReader reader(million());
    std::mt19937 random(0);
    std::uniform_int_distribution<std::size_t> anywhere(0, million()->size() - 1);
    for (auto _ : state) {
        const LoopState& there = reader.stateAt(EventIndex::fromIndex(anywhere(random)));
        benchmark::DoNotOptimize(there.time);
    }
}
BENCHMARK(jumpAnywhere)->Unit(benchmark::kMillisecond);

/// Stepping back by one event from the end on.
void stepBack(benchmark::State& state) {
    StateReader reader(million());
    std::size_t at = million()->size() - 1;
    for (auto _ : state) {
        at = at == 0 ? million()->size() - 1 : at - 1;
        benchmark::DoNotOptimize(reader.stateAt(EventIndex::fromIndex(at)).time);
    }
}
BENCHMARK(stepBack)->Unit(benchmark::kMillisecond);

/// Playing: the next event each time.
void stepForward(benchmark::State& state) {
    StateReader reader(million());
    std::size_t at = 0;
    for (auto _ : state) {
        at = at + 1 == million()->size() ? 0 : at + 1;
        benchmark::DoNotOptimize(reader.stateAt(EventIndex::fromIndex(at)).time);
    }
}
BENCHMARK(stepForward);

void write(benchmark::State& state, void (*writer)(const Trace&, TextSink&)) {
    for (auto _ : state) {
        std::size_t bytes = 0;
        {
            TextSink sink([&bytes](std::string_view text) { bytes += text.size(); });
            writer(*million(), sink);
        }
        benchmark::DoNotOptimize(bytes);
    }
    state.counters["per_event"] = perEvent(million()->size());
}
void writeStepListing(benchmark::State& state) {
    write(state, [](const Trace& trace, TextSink& sink) { writeSteps(trace, sink); });
}
void writeTraceAsJson(benchmark::State& state) { write(state, writeJson); }
BENCHMARK(writeStepListing)->Unit(benchmark::kMillisecond);
BENCHMARK(writeTraceAsJson)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coroscope::trace
