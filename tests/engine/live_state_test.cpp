// SPDX-License-Identifier: GPL-3.0-or-later

/// What the trace says of the loop at an event is what the loop itself says there: ready queue,
/// timers, the running task, who is done, who waits for whom, what has been printed. Every program
/// of the folders below runs in slices of one instruction, with a look at the live loop put before
/// each statement of its functions; between two such places the loop is in the midst of one
/// operation. The states that are rebuilt from the trace are read forwards, and then backwards.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "engine/compile_scenario.h"
#include "engine/importable_modules.h"
#include "engine/language/ast_walk.h"
#include "engine/language/parser.h"
#include "engine/loop/run_context.h"
#include "engine/scenario/header.h"
#include "engine/trace/recorder.h"
#include "engine/trace/state_at.h"

namespace coroscope {
namespace {

using loop::ReadyItem;
using loop::RunContext;
using trace::EventIndex;
using trace::LoopState;
using trace::TaskId;
using trace::TaskStatus;

/// Of a loop at one place, as text that is compared as a whole.
struct Seen {
    EventIndex at;
    std::string live;
    std::vector<TaskId> tasks;  ///< that are not done
    std::size_t printed = 0;
};

std::string written(const std::vector<std::string>& ready,
                    std::vector<std::pair<double, std::uint32_t>> timers, const std::string& tasks,
                    TaskId running) {
    std::ranges::sort(timers);
    return fmt::format("ready [{}] timers {} running {} tasks{}", fmt::join(ready, " "), timers,
                       running.valid() ? std::to_string(running.value) : "-", tasks);
}

std::string entryOf(TaskId task) { return fmt::format("task {}", task.value); }
std::string entryOf(trace::ObjectId handle) { return fmt::format("handle {}", handle.value); }

/// The task whose end a suspended task waits for by `await task`; none: something else.
TaskId awaitedBy(const RunContext& run, const loop::Task* task) {
    const loop::Future* waiter = task->waiter.get();
    if (waiter == nullptr || !waiter->type->isSubtypeOf(run.taskType)) return {};
    return static_cast<const loop::Task*>(waiter)->traceId;
}

std::string liveState(const RunContext& run) {
    std::vector<std::string> ready;
    std::vector<std::pair<double, std::uint32_t>> timers;
    std::vector<TaskId> inQueue;
    for (const auto& each : run.loops) {
        each->ready.forEach([&](const ReadyItem& item) {
            if (item.kind == ReadyItem::Kind::Call) return ready.push_back(entryOf(item.id));
            if (item.kind == ReadyItem::Kind::Handle) {
                const auto* handle = static_cast<const loop::Handle*>(item.object);
                if (!handle->cancelled) ready.push_back(entryOf(handle->id));
                return;
            }
            const TaskId task = static_cast<const loop::Task*>(item.object)->traceId;
            inQueue.push_back(task);
            ready.push_back(entryOf(task));
        });
        each->timers.forEach([&](const loop::Handle* handle) {
            if (!handle->cancelled) timers.emplace_back(handle->when, handle->id.value);
        });
    }
    const TaskId running = run.currentTask != nullptr ? run.currentTask->traceId : TaskId();
    std::string tasks;
    for (const loop::Task* task = run.firstTask; task != nullptr; task = task->next) {
        if (!task->traceId.valid() || task->done()) continue;
        const TaskId id = task->traceId;
        const bool isReady = std::ranges::find(inQueue, id) != inQueue.end();
        tasks += fmt::format(" {}{}", id.value, id == running ? "!" : isReady ? "+" : "~");
        if (id == running || isReady) continue;
        if (const TaskId awaited = awaitedBy(run, task); awaited.valid()) {
            tasks += fmt::format(">{}", awaited.value);
        }
    }
    return written(ready, timers, tasks, running);
}

std::vector<TaskId> liveTasks(const RunContext& run) {
    std::vector<TaskId> tasks;
    for (const loop::Task* task = run.firstTask; task != nullptr; task = task->next) {
        if (task->traceId.valid() && !task->done()) tasks.push_back(task->traceId);
    }
    return tasks;
}

/// The same from the trace. A pending task that nobody has any more is collected: the trace keeps
/// it as it was, the loop knows it no more.
std::string tracedState(const trace::Trace& trace, const LoopState& state,
                        const std::vector<TaskId>& live) {
    std::vector<std::string> ready;
    for (const trace::ReadyEntry& entry : state.ready()) {
        ready.push_back(entry.task.valid() ? entryOf(entry.task) : entryOf(entry.handle));
    }
    std::vector<std::pair<double, std::uint32_t>> timers;
    for (const trace::TimerEntry& timer : state.timers()) {
        timers.emplace_back(timer.when, timer.handle.value);
    }
    std::string tasks;
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const TaskStatus status = state.tasks[i].status;
        if (isDone(status)) continue;
        const bool isKnown = std::ranges::find(live, TaskId::fromIndex(i)) != live.end();
        if (status != TaskStatus::Running && !isKnown) continue;
        const bool runs = status == TaskStatus::Running;
        tasks += fmt::format(" {}{}", i, runs ? "!" : isReady(status) ? "+" : "~");
        if (status != TaskStatus::Suspended) continue;
        const trace::Event& event = trace[state.tasks[i].suspendedAt];
        if (event.wait != trace::WaitKind::Task) continue;
        for (const TaskId awaited : awaitedTasks(trace, state, TaskId::fromIndex(i))) {
            tasks += fmt::format(">{}", awaited.value);
        }
    }
    return written(ready, timers, tasks, state.running);
}

/// The lines that begin a statement of a function, below `node`.
void findStatements(const language::Node* node, bool inFunction, std::set<int>& lines) {
    using language::NodeKind;
    forEachChild(node, [&](const language::Node* child) {
        const bool isStatement = child->kind <= NodeKind::Continue;
        if (isStatement && inFunction) lines.insert(child->span.line);
        const bool definesClass = child->kind == NodeKind::ClassDef;
        findStatements(child, child->kind == NodeKind::FunctionDef || (inFunction && !definesClass),
                       lines);
    });
}

/// The program with a jump backwards, at which a slice ends, before each statement of a function
/// that begins its line.
std::string withLooks(const scenario::SourceText& source) {
    const language::ParseResult parsed = language::parse(source);
    std::set<int> statements;
    if (parsed) findStatements(parsed.ast->module, false, statements);
    std::string text;
    std::string_view before;
    for (int number = 1; number <= source.lineCount(); ++number) {
        const std::string_view line = source.line(number);
        const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
        const std::string_view rest = line.substr(indent);
        const bool goesOn = rest.starts_with("elif") || before.starts_with("@");
        if (statements.contains(number) && indent > 0 && !goesOn) {
            text += fmt::format("{}for _look in 0,: pass\n", line.substr(0, indent));
        }
        text += fmt::format("{}\n", line);
        before = rest;
    }
    return text;
}

/// Runs a program and compares; what differs first, or nothing.
class Comparison {
public:
    explicit Comparison(const std::filesystem::path& path) : path_(path.string()) {}

    std::string difference() {
        std::stringstream text;
        text << std::ifstream(path_).rdbuf();
        if (text.str().find("asyncio") == std::string::npos) return {};
        auto read = scenario::SourceText::fromBytes(path_, text.str());
        if (!std::holds_alternative<scenario::SourceText>(read)) return {};
        const auto& source = std::get<scenario::SourceText>(read);
        const auto head = scenario::Header::read(source);
        if (!std::holds_alternative<scenario::Header>(head)) return {};
        const auto looked = scenario::SourceText::fromBytes(path_, withLooks(source));
        run(std::get<scenario::SourceText>(looked), std::get<scenario::Header>(head));
        return compare();
    }
    [[nodiscard]] std::size_t compared() const { return seen_.size(); }

private:
    void run(const scenario::SourceText& source, const scenario::Header& header) {
        scenario::ModuleFiles files(path_, {});
        CompiledScenario compiled = compileScenario(source, path_, importableModules(), files);
        if (compiled.code == nullptr) return;
        loop::RunSettings settings;
        settings.limits.instructions = kMostInstructions;
        settings.seed = header.seed;
        settings.freeInstructions = static_cast<double>(header.cost.freeInstructions);
        settings.secondsPerInstruction = header.cost.secondsPerInstruction;
        settings.stdinLines = header.standardInput;
        settings.path = path_;
        settings.modules = &files;
        settings.slice = 1;
        settings.onProgress = [this](const RunContext& each) { look(each); };
        trace::Recorder recorder(settings.limits.events);
        {
            RunContext run(std::move(settings), recorder);
            recorder.onFull([&run] { run.vm.stop(runtime::StopReason::Events); });
            run.runMain(std::move(compiled.code));
        }
        trace_ = std::make_shared<const trace::Trace>(recorder.take());
    }

    void look(const RunContext& run) {
        if (run.recorder.size() == 0 || seen_.size() >= kMostLooks) return;
        // A thread's code runs in the midst of what the loop does.
        if (run.workers.current() != nullptr) return;
        const auto at = EventIndex::fromIndex(run.recorder.size() - 1);
        std::string live = liveState(run);
        if (!seen_.empty() && seen_.back().at == at && seen_.back().live == live) return;
        seen_.push_back({at, std::move(live), liveTasks(run), run.stdoutText.size()});
    }

    std::string compare() {
        if (!trace_) return {};
        trace::StateReader reader(trace_);
        const auto differs = [&](const Seen& seen) -> std::string {
            const LoopState& state = reader.stateAt(seen.at);
            const std::string traced = tracedState(*trace_, state, seen.tasks);
            // What is printed on, with nothing between, is one event.
            const bool printsOn = (*trace_)[seen.at].kind == trace::EventKind::Output;
            const bool printedAlike =
                printsOn ? seen.printed <= state.stdoutSize : seen.printed == state.stdoutSize;
            if (traced == seen.live && printedAlike) return {};
            return fmt::format("{}: after event {}\n  loop:  {} printed {}\n  trace: {} printed {}",
                               path_, seen.at.value + 1, seen.live, seen.printed, traced,
                               state.stdoutSize);
        };
        for (const Seen& each : seen_) {
            if (std::string found = differs(each); !found.empty()) return found;
        }
        for (auto each = seen_.rbegin(); each != seen_.rend(); ++each) {
            if (std::string found = differs(*each); !found.empty()) return "backwards: " + found;
        }
        return {};
    }

    static constexpr std::uint64_t kMostInstructions = 100'000;
    static constexpr std::size_t kMostLooks = 5'000;

    std::string path_;
    std::vector<Seen> seen_;
    std::shared_ptr<const trace::Trace> trace_;
};

const std::filesystem::path kRoot = COROSCOPE_SOURCE_DIR;

/// Where loops have methods of the program's own, which may do with a step what they like; and
/// where a handle shows itself in the midst of being cancelled.
bool isNotCompared(const std::filesystem::path& path) {
    return path.parent_path().filename() == "own_loops" ||
           path.filename() == "cancelled_handles.py";
}

/// The folders whose programs are compared, each a test.
std::vector<std::string> folders() {
    std::vector<std::string> found{"scenarios"};
    const std::filesystem::path conformance = kRoot / "tests/conformance";
    for (const auto& each : std::filesystem::directory_iterator(conformance)) {
        if (each.is_directory())
            found.push_back("tests/conformance/" + each.path().filename().string());
    }
    std::ranges::sort(found);
    return found;
}

class LiveState : public testing::TestWithParam<std::string> {};

TEST_P(LiveState, IsWhatTheTraceSaysAtEveryEvent) {
    for (const auto& each : std::filesystem::recursive_directory_iterator(kRoot / GetParam())) {
        if (each.path().extension() != ".py" || isNotCompared(each.path())) continue;
        EXPECT_EQ(Comparison(each.path()).difference(), "");
    }
}

INSTANTIATE_TEST_SUITE_P(Programs, LiveState, testing::ValuesIn(folders()),
                         [](const testing::TestParamInfo<std::string>& each) {
                             return std::filesystem::path(each.param).filename().string();
                         });

TEST(LiveStates, AreLookedAtBetweenTheStatementsOfAProgram) {
    Comparison comparison(kRoot / "scenarios/07-queues/bakery.py");
    EXPECT_EQ(comparison.difference(), "");
    EXPECT_GT(comparison.compared(), 20U);
}

}  // namespace
}  // namespace coroscope
