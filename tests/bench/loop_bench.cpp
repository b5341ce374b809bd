// SPDX-License-Identifier: GPL-3.0-or-later
/// The loop's parts without a scenario: the ready queue, the timer heap, and dicts.

#include <array>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "engine/loop/event_loop.h"
#include "engine/loop/run_context.h"
#include "engine/loop/timer_heap.h"
#include "engine/runtime/types/dict.h"
#include "engine/trace/recorder.h"

namespace coroscope::loop {
namespace {

/// What objects need to live in: a run that runs nothing.
struct EmptyRun {
    trace::Recorder recorder{1'000};
    RunContext context{RunSettings{}, recorder};
};

/// One in, one out, with `live` entries waiting.
void readyQueue(benchmark::State& state) {
    EmptyRun run;
    ReadyQueue queue(run.context.vm.heap);
    const auto live = static_cast<std::size_t>(state.range(0));
    for (std::size_t i = 0; i < live; ++i) queue.push({ReadyItem::Kind::Step, {}, nullptr});
    for (auto _ : state) {
        queue.push({ReadyItem::Kind::Step, {}, nullptr});
        ReadyItem item = queue.pop();
        benchmark::DoNotOptimize(item);
    }
}
BENCHMARK(readyQueue)->Arg(1'000)->Arg(100'000);

/// The earliest timer goes and is set anew, with `live` timers set: grows with their logarithm.
void timerHeap(benchmark::State& state) {
    EmptyRun run;
    const auto live = static_cast<std::size_t>(state.range(0));
    std::mt19937 random(0);
    std::uniform_real_distribution<double> delay(0, 1);
    std::vector<double> delays(4'096);
    for (double& d : delays) d = delay(random);
    TimerHeap heap(run.context.vm.heap);
    std::uint64_t sequence = 0;
    for (std::size_t i = 0; i < live; ++i) {
        auto handle = run.context.vm.heap.make<Handle>(run.context.timerHandleType);
        handle->when = delay(random);
        handle->sequence = sequence++;
        heap.push(std::move(handle));
    }
    for (auto _ : state) {
        auto handle = heap.pop();
        handle->when += delays[sequence % delays.size()];
        handle->sequence = sequence++;
        heap.push(std::move(handle));
    }
    heap.clear();
}
BENCHMARK(timerHeap)->Arg(10)->Arg(1'000)->Arg(100'000);

/// Look-ups of a str key, as of attributes and globals that no cache answers.
void dictGetByName(benchmark::State& state) {
    EmptyRun run;
    Vm& vm = run.context.vm;
    auto dict = makeDict(vm);
    std::vector<Str*> names;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        names.push_back(vm.intern("name" + std::to_string(i)));
        dictSetStr(vm, dict.get(), names.back(), Value::ofInt(i));
    }
    std::size_t at = 0;
    for (auto _ : state) {
        at = at + 1 == names.size() ? 0 : at + 1;
        benchmark::DoNotOptimize(dictGetStr(dict.get(), names[at]));
    }
}
BENCHMARK(dictGetByName)->Arg(4)->Arg(32)->Arg(10'000);

void dictGetByInt(benchmark::State& state) {
    EmptyRun run;
    Vm& vm = run.context.vm;
    auto dict = makeDict(vm);
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        static_cast<void>(dictSet(vm, dict.get(), Value::ofInt(i * 7919), Value::ofInt(i)));
    }
    std::int64_t at = 0;
    for (auto _ : state) {
        at = at + 1 == state.range(0) ? 0 : at + 1;
        benchmark::DoNotOptimize(dictGet(vm, dict.get(), Value::ofInt(at * 7919)));
    }
}
BENCHMARK(dictGetByInt)->Arg(4)->Arg(10'000);

/// A dict is made, filled with so many integers, and freed.
void dictFill(benchmark::State& state) {
    EmptyRun run;
    Vm& vm = run.context.vm;
    for (auto _ : state) {
        auto dict = makeDict(vm);
        for (std::int64_t i = 0; i < state.range(0); ++i) {
            static_cast<void>(dictSet(vm, dict.get(), Value::ofInt(i * 7919), Value::ofInt(i)));
        }
        benchmark::DoNotOptimize(dict.get());
    }
    state.counters["per_item"] = benchmark::Counter(
        static_cast<double>(state.range(0)),
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(dictFill)->Arg(4)->Arg(1'000)->Arg(100'000);

}  // namespace
}  // namespace coroscope::loop
