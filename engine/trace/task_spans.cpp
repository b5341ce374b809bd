#include "engine/trace/task_spans.h"

#include <optional>
#include <vector>

namespace coroscope::trace {

void forEachTaskSpan(const Trace& trace, const std::function<void(const TaskSpan&)>& take) {
    std::vector<std::optional<TaskSpan>> open(trace.taskCount());
    EventIndex at(0);
    double now = 0;
    const auto end = [&](std::optional<TaskSpan>& span) {
        if (!span) return;
        span->end = now;
        span->ended = at;
        take(*span);
        span.reset();
    };
    const auto begin = [&](const Event& event, Doing doing) {
        std::optional<TaskSpan>& span = open[event.task.index()];
        end(span);
        span = TaskSpan{event.task, doing, now, now, at, at, event.line};
    };
    for (const Event& event : trace.events()) {
        now = event.time;
        if (event.task.valid()) {
            std::optional<TaskSpan>& span = open[event.task.index()];
            switch (event.kind) {
                case EventKind::TaskCreated: begin(event, Doing::Ready); break;
                case EventKind::StepBegan: begin(event, Doing::Running); break;
                case EventKind::TaskWoken:
                    if (span && span->doing == Doing::Suspended) begin(event, Doing::Ready);
                    break;
                case EventKind::StepEnded:
                    if (event.endsTask()) {
                        end(span);
                    } else {
                        begin(event,
                              event.wait == WaitKind::Yield ? Doing::Ready : Doing::Suspended);
                    }
                    break;
                default: break;
            }
        }
        ++at.value;
    }
    if (!trace.empty()) at = trace.last();
    for (std::optional<TaskSpan>& span : open) end(span);
}

}  // namespace coroscope::trace
