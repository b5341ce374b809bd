#include "engine/simulation.h"

#include <map>
#include <thread>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/scenario/header.h"
#include "engine/scenario/source_text.h"
#include "engine/trace/write_steps.h"

namespace coroscope {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using trace::EventIndex;
using trace::EventKind;

constexpr const char* kTwoTasks = R"(import asyncio

async def work(n):
    doubled = n * 2
    await asyncio.sleep(n)
    print("worked", doubled)
    return doubled

async def main():
    task = asyncio.create_task(work(1), name="worker")
    label = "waiting"
    result = await task
    print("got", result)

asyncio.run(main())
)";

Simulation simulationOf(const std::string& text, SimulationOptions options = {}) {
    auto source = scenario::SourceText::fromBytes("test.py", text);
    EXPECT_TRUE(std::holds_alternative<scenario::SourceText>(source));
    return {std::get<scenario::SourceText>(source), scenario::Header(), std::move(options)};
}

RunResult runOf(const std::string& text, SimulationOptions options = {}) {
    return simulationOf(text, std::move(options)).run();
}

std::string stepsOf(const Simulation& simulation) {
    std::string text;
    {
        trace::TextSink sink([&text](std::string_view block) { text += block; });
        writeSteps(*simulation.trace(), sink);
    }
    return text;
}

/// The first event of `kind` of the task called `name`.
EventIndex find(const trace::Trace& trace, EventKind kind, const std::string& name) {
    for (std::uint32_t at = 0; at < trace.size(); ++at) {
        const trace::Event& event = trace[EventIndex(at)];
        if (event.kind == kind && trace.taskName(event.task) == name) return EventIndex(at);
    }
    return {};
}

std::size_t raisedIn(const std::string& text) {
    const Simulation simulation = [&] {
        Simulation made = simulationOf(text);
        static_cast<void>(made.run());
        return made;
    }();
    std::size_t count = 0;
    for (const trace::Event& event : simulation.trace()->events()) {
        if (event.kind == EventKind::ExceptionRaised) ++count;
    }
    return count;
}

TEST(Simulation, AnExceptionIsAnEventOnceItReachesTheScenariosOwnCode) {
    // Enum's machinery raises and catches AttributeError for itself.
    EXPECT_EQ(raisedIn("import enum\nclass E(enum.Enum):\n    A = enum.auto()\n"), 0u);
    EXPECT_EQ(raisedIn("import json\ntry:\n    json.loads('{')\nexcept ValueError:\n    pass\n"),
              1u);
    EXPECT_EQ(raisedIn("def f(): 1 / 0\ntry:\n    f()\nexcept ArithmeticError:\n    pass\n"), 1u);
}

TEST(Simulation, GivesOutputAndStatusOfARun) {
    const RunResult result = runOf(kTwoTasks);
    EXPECT_EQ(result.status, RunStatus::Ok);
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.stdoutText, "worked 2\ngot 2\n");
    EXPECT_EQ(result.stderrText, "");
    EXPECT_EQ(result.virtualTime, 1.0);
    EXPECT_GT(result.instructions, 0u);
}

TEST(Simulation, HasAnEmptyTraceBeforeItRan) {
    EXPECT_TRUE(simulationOf(kTwoTasks).trace()->empty());
}

TEST(Simulation, EndsEveryTraceByFinished) {
    for (const char* text : {kTwoTasks, "x = 1\n", "1 / 0\n", "raise SystemExit(3)\n"}) {
        Simulation simulation = simulationOf(text);
        (void)simulation.run();
        const trace::Trace& trace = *simulation.trace();
        ASSERT_FALSE(trace.empty());
        EXPECT_EQ(trace[trace.last()].kind, EventKind::Finished) << text;
    }
}

TEST(Simulation, HandsOutputOverAsItIsWritten) {
    SimulationOptions options;
    std::string output;
    options.onOutput = [&](trace::Stream stream, std::string_view text) {
        if (stream == trace::Stream::Stdout) output += text;
    };
    options.keepOutput = false;
    const RunResult result = runOf(kTwoTasks, options);
    EXPECT_EQ(output, "worked 2\ngot 2\n");
    EXPECT_EQ(result.stdoutText, "");
}

TEST(Simulation, RefusesASyntaxErrorWithItsPlace) {
    Simulation simulation = simulationOf("x = 1\ny = = 2\n");
    const RunResult result = simulation.run();
    EXPECT_EQ(result.status, RunStatus::Refused);
    EXPECT_EQ(result.exitCode, 2);
    ASSERT_THAT(result.diagnostics, SizeIs(1));
    EXPECT_EQ(result.diagnostics[0].span.line, 2);
    EXPECT_THAT(simulation.check(), SizeIs(1));
    EXPECT_TRUE(simulation.trace()->empty());
}

TEST(Simulation, ReportsAnUncaughtException) {
    const RunResult result = runOf("def f():\n    raise ValueError('no')\nf()\n");
    EXPECT_EQ(result.status, RunStatus::Raised);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.stderrText, HasSubstr("Traceback (most recent call last):"));
    EXPECT_THAT(result.stderrText, HasSubstr("ValueError: no"));
}

TEST(Simulation, LeavesBySystemExit) {
    EXPECT_EQ(runOf("raise SystemExit(5)\n").exitCode, 5);
    EXPECT_EQ(runOf("raise SystemExit\n").exitCode, 0);
    const RunResult words = runOf("raise SystemExit('words')\n");
    EXPECT_EQ(words.exitCode, 1);
    EXPECT_EQ(words.stderrText, "words\n");
}

TEST(Simulation, SaysWhoWaitsInADeadlock) {
    const RunResult result = runOf(
        "import asyncio\n"
        "async def main():\n"
        "    await asyncio.Future()\n"
        "asyncio.run(main())\n");
    EXPECT_EQ(result.status, RunStatus::Deadlock);
    EXPECT_EQ(result.exitCode, 3);
    EXPECT_THAT(result.message, HasSubstr("Task-1"));
    EXPECT_THAT(result.message, HasSubstr("line 3"));
}

TEST(Simulation, IsCutOffByEachLimit) {
    struct Case {
        const char* text;
        std::uint64_t scenario::Limits::*limit;
        std::uint64_t value;
        const char* word;
    };
    const Case cases[] = {
        {"while True: pass\n", &scenario::Limits::instructions, 100'000, "instructions"},
        {"x = []\nwhile True: x.append('y' * 100)\n", &scenario::Limits::memoryBytes, 8 << 20,
         "memory"},
        {"while True: print('x')\n", &scenario::Limits::outputBytes, 1000, "printed"},
        {"import asyncio\nasync def main():\n    while True: await asyncio.sleep(0)\n"
         "asyncio.run(main())\n",
         &scenario::Limits::events, 500, "events"},
    };
    for (const Case& one : cases) {
        SimulationOptions options;
        options.limits.*one.limit = one.value;
        Simulation simulation = simulationOf(one.text, options);
        const RunResult result = simulation.run();
        EXPECT_EQ(result.status, RunStatus::Limit) << one.word;
        EXPECT_EQ(result.exitCode, 4) << one.word;
        EXPECT_THAT(result.message, HasSubstr(one.word));
        EXPECT_TRUE(simulation.trace()->cutOff()) << one.word;
    }
}

TEST(Simulation, StopsAtItsMemoryLimitHoweverItIsReached) {
    // By one larger request after the other, each of which the program is ready to do without.
    const char* const kTakers[] = {
        "taken.append('x' * 100_000)",
        "taken.append(b'x' * 100_000)",
        "taken.append([None] * 100_000)",
        "taken.append((None,) * 100_000)",
        "taken.append(1 << 1_000_000)",
        "taken.append('x'.ljust(100_000))",
        "taken.append(f'{1:100000}')",
        "taken.append(('x,' * 1_000).split(','))",
        "taken.append(','.join(['x' * 1_000] * 100))",
        "stream.write('x' * 100_000); stream.getvalue()",
    };
    for (const std::string taker : kTakers) {
        SimulationOptions options;
        options.limits.memoryBytes = 8 << 20;
        const RunResult result = runOf(
            "import io\n"
            "taken, stream = [], io.StringIO()\n"
            "while True:\n"
            "    try: " +
                taker +
                "\n"
                "    except MemoryError: print('caught')\n",
            options);
        EXPECT_EQ(result.status, RunStatus::Limit) << taker;
        EXPECT_THAT(result.message, HasSubstr("memory")) << taker;
    }
}

TEST(Simulation, RaisesMemoryErrorForWhatNoMachineHas) {
    const RunResult result = runOf(
        "try: 'x' * 2**60\n"
        "except MemoryError: print('caught')\n");
    EXPECT_EQ(result.exitCode, 0) << result.message;
}

TEST(Simulation, CountsWhatARegularExpressionDoesAsInstructions) {
    constexpr const char* kText =
        "import re\n"
        "try: re.match('(a+)+$', 'a' * 40 + 'b')\n"
        "except Exception: pass\n";
    SimulationOptions options;
    options.limits.instructions = 10'000'000;
    const RunResult result = runOf(kText, options);
    EXPECT_EQ(result.status, RunStatus::Limit);
    EXPECT_THAT(result.message, HasSubstr("instructions"));
}

TEST(Simulation, CountsWhatARegularExpressionKeepsAsMemory) {
    constexpr const char* kText =
        "import re\n"
        "try: re.match('(a|b)*', 'ab' * 200_000)\n"
        "except Exception: pass\n";
    EXPECT_EQ(runOf(kText).exitCode, 0);
    SimulationOptions options;
    options.limits.memoryBytes = 8 << 20;
    const RunResult result = runOf(kText, options);
    EXPECT_EQ(result.status, RunStatus::Limit);
    EXPECT_THAT(result.message, HasSubstr("memory"));
}

TEST(Simulation, CannotBeKeptFromStoppingByTheScenario) {
    SimulationOptions options;
    options.limits.instructions = 100'000;
    const RunResult result = runOf(
        "while True:\n"
        "    try:\n"
        "        while True: pass\n"
        "    except BaseException: pass\n"
        "    finally: print('finally')\n",
        options);
    EXPECT_EQ(result.status, RunStatus::Limit);
    EXPECT_EQ(result.stdoutText, "");
}

TEST(Simulation, CannotBeKeptFromStoppingByObjectsThatMakeOthersAsTheyDie) {
    SimulationOptions options;
    options.limits.instructions = 100'000;
    const RunResult result = runOf(
        "class Hydra:\n"
        "    def __del__(self): Hydra()\n"
        "Hydra()\n",
        options);
    EXPECT_EQ(result.status, RunStatus::Limit);
}

TEST(Simulation, SaysWhereTheScenarioStoodThatStoppedInABundledModule) {
    SimulationOptions options;
    options.limits.instructions = 100'000;
    const RunResult result = runOf(
        "import itertools\n"
        "for pair in itertools.permutations(range(20)): pass\n",
        options);
    EXPECT_THAT(result.message, HasSubstr(".py:2"));
}

TEST(Simulation, EndsIteratorsOverIteratorsOverIterators) {
    const RunResult result = runOf(
        "chain = iter([1])\n"
        "for _ in range(100_000): chain = map(int, chain)\n"
        "try: list(chain)\n"
        "except RecursionError as error: print(error)\n",
        {});
    EXPECT_EQ(result.stdoutText, "maximum recursion depth exceeded\n");
}

TEST(Simulation, IsCancelledFromAnotherThread) {
    SimulationOptions options;
    options.limits.instructions = 1'000'000'000'000;
    Simulation simulation = simulationOf("while True: pass\n", options);
    std::thread canceller([&simulation] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        simulation.requestCancel();
    });
    const RunResult result = simulation.run();
    canceller.join();
    EXPECT_EQ(result.status, RunStatus::Cancelled);
    EXPECT_EQ(result.exitCode, 130);
}

TEST(Simulation, CanRunAgainAfterACancel) {
    Simulation simulation = simulationOf(kTwoTasks);
    simulation.requestCancel();
    EXPECT_EQ(simulation.run().status, RunStatus::Cancelled);
    EXPECT_EQ(simulation.run().status, RunStatus::Ok);
}

TEST(Simulation, DoesTheSameEachTime) {
    Simulation simulation = simulationOf(kTwoTasks);
    (void)simulation.run();
    const std::string first = stepsOf(simulation);
    (void)simulation.run();
    EXPECT_EQ(stepsOf(simulation), first);
    EXPECT_THAT(first, HasSubstr("\"task\":\"worker\""));
}

TEST(Simulation, RunsSideBySideWithAnother) {
    Simulation one = simulationOf(kTwoTasks);
    Simulation two = simulationOf(kTwoTasks);
    std::thread first([&one] { (void)one.run(); });
    std::thread second([&two] { (void)two.run(); });
    first.join();
    second.join();
    EXPECT_EQ(stepsOf(one), stepsOf(two));
}

TEST(Simulation, StopsWhenTheClockHasPassedUntil) {
    SimulationOptions options;
    options.until = 0.5;
    const RunResult result = runOf(kTwoTasks, options);
    EXPECT_EQ(result.status, RunStatus::Cancelled);
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.stdoutText, "");
}

TEST(Simulation, SeedsRandomByTheOptions) {
    const std::string text = "import random\nprint(random.random())\n";
    SimulationOptions options;
    options.seed = 1;
    EXPECT_EQ(runOf(text).stdoutText, "0.8444218515250481\n");
    EXPECT_EQ(runOf(text, options).stdoutText, "0.13436424411240122\n");
}

const TaskFrames* framesOf(const Inspection& inspection, trace::TaskId task) {
    for (const TaskFrames& frames : inspection.tasks) {
        if (frames.task == task) return &frames;
    }
    return nullptr;
}

TEST(Inspect, ShowsTheLocalsOfASuspendedTask) {
    Simulation simulation = simulationOf(kTwoTasks);
    (void)simulation.run();
    const auto trace = simulation.trace();
    const EventIndex at = find(*trace, EventKind::StepEnded, "worker");
    const Inspection inspection = simulation.inspect(at);
    ASSERT_TRUE(inspection.reached);
    EXPECT_EQ(inspection.at, at);

    const TaskFrames* worker = framesOf(inspection, (*trace)[at].task);
    ASSERT_NE(worker, nullptr);
    ASSERT_FALSE(worker->frames.empty());
    const FrameView& frame = worker->frames.front();
    EXPECT_EQ(frame.function, "work");
    EXPECT_EQ(frame.span.line, 5);
    ASSERT_THAT(frame.locals, SizeIs(2));
    EXPECT_EQ(frame.locals[0].name, "n");
    EXPECT_EQ(frame.locals[0].type, "int");
    EXPECT_EQ(frame.locals[0].repr, "1");
    EXPECT_EQ(frame.locals[1].name, "doubled");
    EXPECT_EQ(frame.locals[1].repr, "2");

    const TaskFrames* main = framesOf(inspection, trace::TaskId(0));
    ASSERT_NE(main, nullptr);
    ASSERT_FALSE(main->frames.empty());
    EXPECT_EQ(main->frames.front().function, "main");
    EXPECT_EQ(main->frames.front().span.line, 12);
}

const char* const kTwoWithALock =
    "import asyncio\n"
    "async def second(lock):\n"
    "    async with lock:\n"
    "        pass\n"
    "async def main():\n"
    "    lock = asyncio.Lock()\n"
    "    async with lock:\n"
    "        t = asyncio.create_task(second(lock))\n"
    "        await asyncio.sleep(1)\n"
    "    await t\n"
    "asyncio.run(main())\n";

/// The events by which the task of this number begins its steps.
std::vector<EventIndex> stepsOf(const trace::Trace& trace, trace::TaskId task) {
    std::vector<EventIndex> steps;
    for (auto row = trace.events().begin(); !row.atEnd(); ++row) {
        if (row->kind == EventKind::StepBegan && row->task == task) steps.push_back(row.index());
    }
    return steps;
}

TEST(Trace, TheFirstStepOfATaskBeginsAtItsDefinition) {
    Simulation simulation = simulationOf(kTwoWithALock);
    (void)simulation.run();
    const auto trace = simulation.trace();
    EXPECT_EQ((*trace)[stepsOf(*trace, trace::TaskId(0)).at(0)].line, 5U);
    EXPECT_EQ((*trace)[stepsOf(*trace, trace::TaskId(1)).at(0)].line, 2U);
    EXPECT_EQ((*trace)[stepsOf(*trace, trace::TaskId(1)).at(1)].line, 3U);
}

TEST(Trace, ATaskEndsAtTheLineThatItsCodeLeft) {
    Simulation simulation = simulationOf(
        "import asyncio\n"
        "async def by_return(early):\n"
        "    await asyncio.sleep(1)\n"
        "    if early:\n"
        "        return 5\n"
        "async def by_the_end_of_a_loop():\n"
        "    for i in range(2):\n"
        "        await asyncio.sleep(1)\n"
        "async def main():\n"
        "    await asyncio.gather(by_return(True), by_return(False), by_the_end_of_a_loop())\n"
        "asyncio.run(main())\n");
    (void)simulation.run();
    const auto trace = simulation.trace();
    std::map<std::uint32_t, unsigned> last;
    for (const trace::Event& event : trace->events()) {
        if (event.kind == EventKind::StepEnded) last[event.task.value] = event.line;
    }
    EXPECT_EQ(last[1], 5U);
    EXPECT_EQ(last[2], 4U) << "that of the test, as for a debugger of CPython";
    EXPECT_EQ(last[3], 7U);
}

TEST(Inspect, ShowsAStepThatHasBegunBeforeItsCodeGoesOn) {
    Simulation simulation = simulationOf(kTwoWithALock);
    (void)simulation.run();
    const EventIndex at = stepsOf(*simulation.trace(), trace::TaskId(1)).at(1);
    const Inspection inspection = simulation.inspect(at);
    const TaskFrames* second = framesOf(inspection, trace::TaskId(1));
    ASSERT_NE(second, nullptr);
    ASSERT_FALSE(second->frames.empty());
    EXPECT_THAT(second->frames.front().locals.front().repr, HasSubstr("[unlocked, waiters:1]"));
}

TEST(Inspect, ShowsTheRunningTaskWhereItPrints) {
    Simulation simulation = simulationOf(kTwoTasks);
    (void)simulation.run();
    const auto trace = simulation.trace();
    const EventIndex at = find(*trace, EventKind::Output, "worker");
    const Inspection inspection = simulation.inspect(at);
    ASSERT_TRUE(inspection.reached);
    const TaskFrames* worker = framesOf(inspection, (*trace)[at].task);
    ASSERT_NE(worker, nullptr);
    ASSERT_FALSE(worker->frames.empty());
    EXPECT_EQ(worker->frames.back().span.line, 6);
}

TEST(Inspect, HasNothingToShowOfATaskThatIsDone) {
    Simulation simulation = simulationOf(kTwoTasks);
    (void)simulation.run();
    const auto trace = simulation.trace();
    const EventIndex at = find(*trace, EventKind::Output, "Task-1");
    const Inspection inspection = simulation.inspect(at);
    const TaskFrames* worker = framesOf(inspection, trace::TaskId(1));
    EXPECT_TRUE(worker == nullptr || worker->frames.empty());
}

TEST(Inspect, ReachesEveryEventOfARun) {
    Simulation simulation = simulationOf(kTwoTasks);
    (void)simulation.run();
    for (std::uint32_t at = 0; at < simulation.trace()->size(); ++at) {
        EXPECT_TRUE(simulation.inspect(EventIndex(at)).reached) << at;
    }
}

TEST(Inspect, SaysSoWhenThereIsNoSuchEvent) {
    Simulation simulation = simulationOf(kTwoTasks);
    (void)simulation.run();
    EXPECT_FALSE(simulation.inspect(EventIndex(100'000)).reached);
    EXPECT_FALSE(simulation.inspect({}).reached);
}

TEST(Inspect, PrintsNothing) {
    SimulationOptions options;
    std::string output;
    options.onOutput = [&](trace::Stream, std::string_view text) { output += text; };
    Simulation simulation = simulationOf(kTwoTasks, options);
    (void)simulation.run();
    output.clear();
    const auto before = simulation.trace();
    (void)simulation.inspect(before->last());
    EXPECT_EQ(output, "");
    EXPECT_EQ(simulation.trace(), before);
}

TEST(Inspect, ShortensLongValues) {
    Simulation simulation =
        simulationOf("def f():\n    long = 'x' * 10000\n    print('here')\nf()\n");
    (void)simulation.run();
    const Inspection inspection =
        simulation.inspect(find(*simulation.trace(), EventKind::Output, ""));
    const TaskFrames* program = framesOf(inspection, {});
    ASSERT_NE(program, nullptr);
    ASSERT_THAT(program->frames, SizeIs(2));
    ASSERT_THAT(program->frames[1].locals, SizeIs(1));
    EXPECT_LE(program->frames[1].locals[0].repr.size(), kMostReprCharacters + 3);
    EXPECT_THAT(program->frames[1].locals[0].repr, HasSubstr("…"));
}

TEST(Inspect, SurvivesAReprThatRaises) {
    Simulation simulation = simulationOf(
        "class Bad:\n    def __repr__(self): raise ValueError\n"
        "def f():\n    bad = Bad()\n    print('here')\nf()\n");
    (void)simulation.run();
    const Inspection inspection =
        simulation.inspect(find(*simulation.trace(), EventKind::Output, ""));
    const TaskFrames* program = framesOf(inspection, {});
    ASSERT_NE(program, nullptr);
    ASSERT_THAT(program->frames, SizeIs(2));
    ASSERT_THAT(program->frames[1].locals, SizeIs(1));
    EXPECT_EQ(program->frames[1].locals[0].type, "Bad");
}

}  // namespace
}  // namespace coroscope
