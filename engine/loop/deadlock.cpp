#include "engine/loop/deadlock.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "engine/loop/waits.h"
#include "engine/runtime/modules/modules.h"

namespace coroscope::loop {

namespace {

/// Most lines that a report has for tasks: it is to be read.
constexpr std::size_t kMostShown = 50;

/// The order in which a ring is told: threads first, each kind by its age.
std::pair<bool, std::uint64_t> ageOf(const RunContext& run, const Party& party) {
    if (party.object == nullptr) return {false, 0};
    if (party.object->type == run.workerType)
        return {false, static_cast<const Worker*>(party.object)->number};
    return {true, static_cast<const Task*>(party.object)->traceId.value};
}

/// A ring of those of which each waits for the next, the oldest one of them at its head; empty
/// where there is none. Depth first, each once.
std::vector<Party> findRing(const RunContext& run, const Waits& waits,
                            const std::vector<Party>& parties) {
    struct Visit {
        Party party;
        std::vector<Party> next;
        std::size_t at = 0;
    };
    std::unordered_set<Party, PartyHash> seen, onPath;
    for (const Party& start : parties) {
        if (!seen.insert(start).second) continue;
        std::vector<Visit> path{{start, waits.awaited(start)}};
        onPath = {start};
        while (!path.empty()) {
            Visit& last = path.back();
            if (last.at == last.next.size()) {
                onPath.erase(last.party);
                path.pop_back();
                continue;
            }
            const Party next = last.next[last.at++];
            if (onPath.contains(next)) {
                std::vector<Party> ring;
                for (const Visit& each : path) ring.push_back(each.party);
                ring.erase(ring.begin(), std::ranges::find(ring, next));
                std::ranges::rotate(
                    ring, std::ranges::min_element(
                              ring, {}, [&](const Party& each) { return ageOf(run, each); }));
                return ring;
            }
            if (!seen.insert(next).second) continue;
            onPath.insert(next);
            path.push_back({next, waits.awaited(next)});
        }
    }
    return {};
}

std::string ringText(const Waits& waits, const std::vector<Party>& ring) {
    if (ring.empty()) return {};
    if (ring.size() == 1) return fmt::format("  {} waits for itself\n", waits.called(ring.front()));
    std::string text = "  in a ring: ";
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (i == kMostShown) {
            text += "… ";
            break;
        }
        text += waits.called(ring[i]) + " waits for ";
    }
    return text + waits.called(ring.front()) + "\n";
}

/// `, line 5,`: where the scenario's code stands on the innermost of these frames.
std::string lineText(const RunContext& run, const runtime::Frame* frame) {
    while (frame && isBundled(frame)) frame = frame->back;
    if (!frame) return {};
    const std::string& file = frame->code->source->fileName;
    const bool isMain = run.isOwn(frame) || file == run.settings.path;
    return fmt::format(", {}line {},", isMain ? "" : file + ", ", frame->line());
}

std::string taskLine(RunContext& run, const Waits& waits, const Task* task) {
    const bool runs = task == run.currentTask;
    const int line = runs ? run.place().line : task->place.line;
    return fmt::format("  {} in {}(){} {}\n", taskName(task),
                       coroutineName(run, task->coroutine.value()),
                       line > 0 ? fmt::format(", line {},", line) : "",
                       runs ? "runs, and holds up its loop" : "waits for " + waits.text({task}));
}

/// Threads and processes that wait, a line each; they are added to `parties`.
std::string threadLines(RunContext& run, const Waits& waits, std::vector<Party>& parties) {
    std::string text;
    for (const Worker* worker : run.workers.waiting()) {
        const Party party{worker};
        parties.push_back(party);
        text += fmt::format("  {}{} waits for {}\n", waits.called(party),
                            lineText(run, worker ? worker->execution.frame : run.vm.frame),
                            waits.text(party));
    }
    return text;
}

}  // namespace

void reportDeadlock(RunContext& run, EventLoop* loop) {
    std::string text = fmt::format(
        "deadlock at {} s: nothing is ready and no timer is set, so the program would wait for "
        "ever\n",
        run.clock.now());
    const std::vector<Ptr<Task>> tasks = loop ? allTasks(run, loop) : std::vector<Ptr<Task>>();
    const Waits waits(run);
    std::vector<Party> parties;
    for (const Ptr<Task>& task : tasks) {
        parties.push_back({task.get()});
        if (parties.size() <= kMostShown) text += taskLine(run, waits, task.get());
    }
    if (tasks.size() > kMostShown)
        text += fmt::format("  and {} more tasks\n", tasks.size() - kMostShown);
    if (tasks.empty() && loop)
        text +=
            "  no task is left: the loop itself waits, in run_forever() or run_until_complete()\n";
    text += threadLines(run, waits, parties);
    text += ringText(waits, findRing(run, waits, parties));
    run.message = std::move(text);
    run.deadlocked = true;
    run.vm.stop(StopReason::Deadlock);
}

}  // namespace coroscope::loop
