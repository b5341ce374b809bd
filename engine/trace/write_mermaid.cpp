#include "engine/trace/write_mermaid.h"

#include <string>
#include <vector>

#include <fmt/format.h>

#include "engine/trace/describe.h"
#include "engine/trace/task_spans.h"

namespace coroscope::trace {

namespace {

/// Mermaid reads a name up to the first colon, and takes `#` and `;` for its own.
std::string name(std::string_view text) {
    std::string plain;
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        plain += byte < 0x20 || std::string_view(":;#%{}<>\"`").find(character) != text.npos
                     ? ' '
                     : character;
    }
    return plain.find_first_not_of(' ') == std::string::npos ? "-" : plain;
}

}  // namespace

void writeMermaid(const Trace& trace, std::string_view title, TextSink& sink) {
    sink.write("gantt\n");
    sink.write(fmt::format("    title {}\n", name(title)));
    sink.write("    dateFormat x\n    axisFormat %M:%S.%L\n");
    std::vector<std::vector<TaskSpan>> spans(trace.taskCount());
    forEachTaskSpan(trace, [&](const TaskSpan& span) {
        if (span.end > span.begin && span.doing != Doing::Ready)
            spans[span.task.index()].push_back(span);
    });
    std::size_t bar = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].empty()) continue;
        sink.write(fmt::format("    section {}\n", name(trace.taskName(TaskId::fromIndex(i)))));
        for (const TaskSpan& span : spans[i]) {
            const bool runs = span.doing == Doing::Running;
            const std::string what = runs ? "running" : waitReason(trace, trace[span.began]);
            sink.write(fmt::format("    {} :{}, b{}, {:.0f}, {:.3f}ms\n", name(what),
                                   runs ? "active" : "done", bar++, span.begin * 1000,
                                   (span.end - span.begin) * 1000));
        }
    }
}

}  // namespace coroscope::trace
