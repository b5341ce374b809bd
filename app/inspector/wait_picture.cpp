// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inspector/wait_picture.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include <QCoreApplication>

#include "app/session/named_words.h"
#include "app/session/place_text.h"
#include "app/session/wait_graph.h"
#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"

namespace coroscope::app {

namespace {

using trace::LoopState;
using trace::TaskId;
using trace::TaskStatus;
using trace::Trace;
using Waits = std::map<TaskId, std::vector<TaskId>>;

/// A gather of thousands is drawn as a few.
constexpr std::size_t kMostFromOne = 24;

QString tr(const char* text) { return QCoreApplication::translate("WaitPicture", text); }

class PictureMaker {
public:
    PictureMaker(const Trace& trace, const LoopState& state, const RunSource& source, TaskId chosen)
        : trace_(trace), state_(state), graph_(trace, state), source_(source), chosen_(chosen) {}

    WaitPicture make() {
        const bool all = state_.tasks.size() <= kMostTasksLookedAt;
        picture_.deadlock = endsInDeadlock();
        if (all) {
            picture_.ring = waitCycle(trace_, state_);
            for (std::size_t i = 0; i < state_.tasks.size(); ++i) look(TaskId::fromIndex(i));
        }
        follow(chosen_);
        choose();
        addNodes();
        addEdges();
        setColumns();
        setRows();
        return std::move(picture_);
    }

private:
    [[nodiscard]] bool endsInDeadlock() const {
        if (!state_.at.valid()) return false;
        const trace::Event& now = trace_[state_.at];
        return now.kind == trace::EventKind::Finished && now.finish() == trace::Finish::Deadlock;
    }

    /// A future does not say who will set it; and who still waits for something else when no task
    /// can go on any more waits for nobody.
    [[nodiscard]] bool isOpen(TaskId task) const {
        const trace::TaskState& now = state_.tasks[task.index()];
        if (now.status != TaskStatus::Suspended || waits_.contains(task)) return false;
        return picture_.deadlock || trace_[now.suspendedAt].wait == trace::WaitKind::Future;
    }

    const std::vector<TaskId>& look(TaskId task) {
        const auto known = waits_.find(task);
        if (known != waits_.end()) return known->second;
        static const std::vector<TaskId> kNobody;
        std::vector<TaskId> awaited = graph_.waitsFor(task);
        if (awaited.empty()) return kNobody;
        if (awaited.size() > kMostFromOne) {
            picture_.leftOut += awaited.size() - kMostFromOne;
            awaited.resize(kMostFromOne);
        }
        return waits_.emplace(task, std::move(awaited)).first->second;
    }

    /// Adds a task and all that it waits for, as long as there is room.
    void follow(TaskId task) {
        if (!task.valid() || task.index() >= state_.tasks.size()) return;
        std::vector<TaskId> open{task};
        std::set<TaskId> seen{task};
        for (std::size_t i = 0; i < open.size() && open.size() < kMostWaitNodes; ++i) {
            for (const TaskId next : look(open[i])) {
                if (seen.insert(next).second) open.push_back(next);
            }
        }
        if (open.size() > 1) first_ = std::move(open);
    }

    void choose() {
        const auto take = [this](TaskId task) {
            if (places_.contains(task)) return;
            if (places_.size() == kMostWaitNodes) {
                left_.insert(task);
            } else {
                places_.emplace(task, 0);
            }
        };
        std::ranges::for_each(picture_.ring, take);
        std::ranges::for_each(first_, take);
        for (const auto& [task, awaited] : waits_) {
            take(task);
            std::ranges::for_each(awaited, take);
        }
        for (std::size_t i = 0; i < state_.tasks.size(); ++i) {
            if (state_.tasks.size() > kMostTasksLookedAt) break;
            if (const TaskId task = TaskId::fromIndex(i); isOpen(task)) take(task);
        }
        picture_.leftOut += left_.size();
    }

    void addNodes() {
        for (auto& [task, place] : places_) {
            place = picture_.nodes.size();
            WaitNode node;
            node.task = task;
            node.inRing = std::ranges::find(picture_.ring, task) != picture_.ring.end();
            node.open = isOpen(task);
            node.name = QString::fromStdString(trace::shownTask(trace_, task));
            node.words = wordsOf(task);
            picture_.nodes.push_back(std::move(node));
        }
    }

    [[nodiscard]] QString wordsOf(TaskId task) const {
        const trace::TaskState& now = state_.tasks[task.index()];
        switch (now.status) {
            case TaskStatus::Created: return tr("ready, not begun");
            case TaskStatus::Ready: return tr("ready");
            case TaskStatus::Running: return tr("running");
            case TaskStatus::Suspended: break;
            default: return tr("done");
        }
        const trace::Event& suspension = trace_[now.suspendedAt];
        const std::string place = placeText(trace_, now.suspendedAt);
        return QString::fromStdString(waits_.contains(task) && !place.empty()
                                          ? place
                                          : namedWait(trace_, suspension, source_));
    }

    void addEdges() {
        for (const auto& [task, awaited] : waits_) {
            const auto from = places_.find(task);
            if (from == places_.end()) continue;
            for (const TaskId other : awaited) {
                const auto to = places_.find(other);
                if (to == places_.end()) continue;
                picture_.edges.push_back(
                    {from->second, to->second, closesRing(task, other), labelOf(task)});
            }
        }
    }

    /// Whether the second comes after the first in the ring.
    [[nodiscard]] bool closesRing(TaskId from, TaskId to) const {
        const auto& ring = picture_.ring;
        const auto at = std::ranges::find(ring, from);
        if (at == ring.end()) return false;
        return to == (at + 1 == ring.end() ? ring.front() : *(at + 1));
    }

    /// What is between a task and those without which it cannot go on.
    [[nodiscard]] QString labelOf(TaskId task) const {
        const trace::Event& suspension = trace_[state_.tasks[task.index()].suspendedAt];
        if (suspension.wait == trace::WaitKind::Task) return {};
        const bool held = suspension.wait == trace::WaitKind::Lock ||
                          suspension.wait == trace::WaitKind::Semaphore;
        if (held) return QString::fromStdString(namedWait(trace_, suspension, source_));
        const QString reason = QString::fromStdString(waitReason(trace_, suspension));
        return reason.section(QLatin1Char(' '), 0, 0);
    }

    /// One further to the right than the rightmost of those who wait for it; what leads back into a
    /// ring does not count.
    void setColumns() {
        enum : std::uint8_t { Unseen, OnPath, Left };
        std::vector<std::vector<std::size_t>> next(picture_.nodes.size());
        std::vector<bool> awaited(picture_.nodes.size());
        for (const WaitEdge& edge : picture_.edges) {
            next[edge.from].push_back(edge.to);
            awaited[edge.to] = true;
        }
        std::vector<std::uint8_t> seen(picture_.nodes.size(), Unseen);
        std::vector<std::size_t> order;  // each after all that it waits for
        const auto walk = [&](auto&& self, std::size_t at) -> void {
            seen[at] = OnPath;
            auto& onward = next[at];
            std::erase_if(onward, [&](std::size_t to) { return seen[to] == OnPath; });
            for (const std::size_t to : onward) {
                if (seen[to] == Unseen) self(self, to);
            }
            seen[at] = Left;
            order.push_back(at);
        };
        for (const bool wanted : {false, true}) {  // from those whom nobody awaits, first
            for (std::size_t i = 0; i < next.size(); ++i) {
                if (seen[i] == Unseen && awaited[i] == wanted) walk(walk, i);
            }
        }
        for (auto at = order.rbegin(); at != order.rend(); ++at) {
            for (const std::size_t to : next[*at]) {
                int& column = picture_.nodes[to].column;
                column = std::max(column, picture_.nodes[*at].column + 1);
            }
        }
        for (const WaitNode& node : picture_.nodes) {
            picture_.columns = std::max(picture_.columns, node.column + 1);
        }
    }

    /// From the left to the right, each beside the middle of those who wait for it.
    void setRows() {
        std::vector<double> wanted(picture_.nodes.size());
        for (int column = 0; column < picture_.columns; ++column) {
            std::vector<std::size_t> here;
            for (std::size_t i = 0; i < picture_.nodes.size(); ++i) {
                if (picture_.nodes[i].column != column) continue;
                here.push_back(i);
                double sum = 0;
                int count = 0;
                for (const WaitEdge& edge : picture_.edges) {
                    if (edge.to != i || edge.leadsBack(picture_.nodes)) continue;
                    sum += picture_.nodes[edge.from].row;
                    ++count;
                }
                wanted[i] = count == 0 ? static_cast<double>(i) : sum / count;
            }
            std::ranges::stable_sort(here, {}, [&](std::size_t i) { return wanted[i]; });
            int row = 0;
            for (const std::size_t i : here) picture_.nodes[i].row = row++;
            picture_.rows = std::max(picture_.rows, row);
        }
    }

    const Trace& trace_;
    const LoopState& state_;
    WaitGraph graph_;
    const RunSource& source_;
    TaskId chosen_;
    WaitPicture picture_;
    Waits waits_;                ///< of those who wait for tasks at all
    std::vector<TaskId> first_;  ///< the chosen task and what it waits for
    std::set<TaskId> left_;      ///< for whom there is no room
    std::map<TaskId, std::size_t> places_;
};

}  // namespace

WaitPicture waitPicture(const Trace& trace, const LoopState& state, const RunSource& source,
                        TaskId chosen) {
    return PictureMaker(trace, state, source, chosen).make();
}

}  // namespace coroscope::app
