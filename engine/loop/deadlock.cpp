#include "engine/loop/deadlock.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "engine/loop/waits.h"
#include "engine/runtime/modules/modules.h"
#include "engine/trace/count_text.h"

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

/// Looks for a ring of those of which each waits for the next. Depth first, each once; and those
/// who hold a lock or a semaphore are gone through for the first who waits for it alone.
class RingSearch {
public:
    RingSearch(const RunContext& run, const Waits& waits) : run_(run), waits_(waits) {}

    /// The oldest one of them at its head; empty where there is none.
    std::vector<Party> from(const std::vector<Party>& parties) {
        for (const Party& start : parties) {
            if (!seen_.insert(start).second) continue;
            push(start);
            while (!path_.empty()) {
                Visit& last = path_.back();
                if (last.ringBegins) return ring(*last.ringBegins);
                if (last.at == last.next.size()) {
                    pop();
                    continue;
                }
                const Party next = last.next[last.at++];
                if (const auto found = onPath_.find(next); found != onPath_.end())
                    return ring(found->second);
                if (seen_.insert(next).second) push(next);
            }
        }
        return {};
    }

private:
    struct Visit {
        Party party;
        std::vector<Party> next;
        std::size_t at = 0;
        trace::ObjectId shared;                 ///< whose holders `next` are
        std::optional<std::size_t> ringBegins;  ///< a place of the path that it leads back to
    };

    void push(const Party& party) {
        const std::size_t place = path_.size();
        onPath_[party] = place;
        Visit visit{party, {}, 0, {}, {}};
        const trace::ObjectId shared = waits_.sharedWait(party);
        const auto [known, isNew] = shared.valid() ? waitedFor_.try_emplace(shared, place)
                                                   : std::pair(waitedFor_.end(), true);
        if (isNew) {
            visit.next = waits_.awaited(party);
            visit.shared = shared;
        } else if (known->second != kOver) {
            visit.ringBegins = known->second + 1;  // who holds it is on the way to here
        }
        path_.push_back(std::move(visit));
    }
    void pop() {
        const Visit& last = path_.back();
        onPath_.erase(last.party);
        if (last.shared.valid()) waitedFor_[last.shared] = kOver;
        path_.pop_back();
    }
    [[nodiscard]] std::vector<Party> ring(std::size_t begins) const {
        std::vector<Party> found;
        for (std::size_t i = begins; i < path_.size(); ++i) found.push_back(path_[i].party);
        std::ranges::rotate(found, std::ranges::min_element(found, {}, [&](const Party& each) {
                                return ageOf(run_, each);
                            }));
        return found;
    }

    static constexpr std::size_t kOver = static_cast<std::size_t>(-1);
    const RunContext& run_;
    const Waits& waits_;
    std::vector<Visit> path_;
    std::unordered_map<Party, std::size_t, PartyHash> onPath_;  ///< and at which place
    std::unordered_set<Party, PartyHash> seen_;
    /// At which place of the path stands who first waited for it; kOver: no longer on the path.
    std::unordered_map<trace::ObjectId, std::size_t> waitedFor_;
};

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
    return fmt::format("  {} in {}(){} {}\n", calledTask(task),
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
        text += fmt::format("  and {} more tasks\n", trace::countText(tasks.size() - kMostShown));
    if (tasks.empty() && loop)
        text +=
            "  no task is left: the loop itself waits, in run_forever() or run_until_complete()\n";
    text += threadLines(run, waits, parties);
    text += ringText(waits, RingSearch(run, waits).from(parties));
    run.message = std::move(text);
    run.deadlocked = true;
    run.vm.stop(StopReason::Deadlock);
}

}  // namespace coroscope::loop
