// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/cancel_chains.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::TaskId;

constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// Reads the requests in their order, and knows for each which other one led to it.
class Reader {
public:
    Reader(const trace::Trace& trace, trace::StateReader& states)
        : trace_(trace), states_(states) {}

    void read() {
        for (auto row = trace_.events().begin(); !row.atEnd(); ++row) take(*row, row.index());
    }

    /// Each below its cause, else in their order.
    [[nodiscard]] std::vector<Cancel> inTreeOrder() && {
        std::vector<std::vector<std::uint32_t>> below(found_.size());
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < found_.size(); ++i) {
            if (causes_[i] != kNone) below[causes_[i]].push_back(i);
        }
        std::vector<Cancel> ordered;
        ordered.reserve(found_.size());
        for (std::uint32_t root = 0; root < found_.size(); ++root) {
            if (causes_[root] != kNone) continue;
            open.push_back(root);
            while (!open.empty()) {
                const std::uint32_t i = open.back();
                open.pop_back();
                ordered.push_back(found_[i]);
                open.insert(open.end(), below[i].rbegin(), below[i].rend());
            }
        }
        return ordered;
    }

private:
    /// A request that goes on to what its target awaits.
    struct Spreading {
        std::uint32_t cancel = kNone;
        std::unordered_set<TaskId> awaited;
    };

    void take(const Event& event, EventIndex at) {
        switch (event.kind) {
            case EventKind::CancelRequested: request(event, at); break;
            case EventKind::CancelDelivered: deliver(event, at); break;
            case EventKind::StepEnded:
                handling_.erase(event.task);
                spreading_.clear();
                if (event.endsTask()) end(event.task, at);
                break;
            case EventKind::StepBegan:
            case EventKind::CallbackRan: spreading_.clear(); break;
            default: break;
        }
    }

    void request(const Event& event, EventIndex at) {
        const auto number = static_cast<std::uint32_t>(found_.size());
        const std::uint32_t cause = causeOf(event);
        found_.push_back(
            {at, {}, {}, event.taskA(), event.task, cause == kNone ? 0 : found_[cause].depth + 1});
        causes_.push_back(cause);
        ofTarget_[event.task].push_back(number);
        Spreading more{number, {}};
        const auto& state = states_.stateAt(at);
        for (const TaskId task : trace::awaitedTasks(trace_, state, event.task)) {
            more.awaited.insert(task);
        }
        if (!more.awaited.empty()) spreading_.push_back(std::move(more));
    }

    [[nodiscard]] std::uint32_t causeOf(const Event& event) {
        while (!spreading_.empty() && !spreading_.back().awaited.contains(event.task)) {
            spreading_.pop_back();
        }
        if (!spreading_.empty()) return spreading_.back().cancel;
        const auto handled = handling_.find(event.taskA());
        return handled == handling_.end() ? kNone : handled->second;
    }

    void deliver(const Event& event, EventIndex at) {
        const auto known = ofTarget_.find(event.task);
        if (known == ofTarget_.end()) return;
        for (const std::uint32_t number : known->second) {
            if (!found_[number].delivered.valid()) found_[number].delivered = at;
        }
        handling_[event.task] = known->second.back();
    }

    void end(TaskId task, EventIndex at) {
        const auto known = ofTarget_.find(task);
        if (known == ofTarget_.end()) return;
        for (const std::uint32_t number : known->second) found_[number].ended = at;
        ofTarget_.erase(known);
    }

    const trace::Trace& trace_;
    trace::StateReader& states_;
    std::vector<Cancel> found_;
    std::vector<std::uint32_t> causes_;  ///< of each: the number of another, or kNone
    std::unordered_map<TaskId, std::vector<std::uint32_t>> ofTarget_;  ///< of those alive
    /// In whose present step a cancel was delivered, and which.
    std::unordered_map<TaskId, std::uint32_t> handling_;
    std::vector<Spreading> spreading_;  ///< the later ones came of the earlier
};

}  // namespace

CancelChains::CancelChains(const trace::Trace& trace, trace::StateReader& states) {
    Reader reader(trace, states);
    reader.read();
    cancels_ = std::move(reader).inTreeOrder();
}

}  // namespace coroscope::app
