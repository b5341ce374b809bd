#include "engine/trace/write_mermaid.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/task_spans.h"

namespace coroscope::trace {

namespace {

/// Words that mean something to Mermaid where a bar's name is expected.
constexpr std::array<std::string_view, 14> kKeywords = {
    "gantt",   "title",        "section",  "dateformat", "axisformat",  "inclusiveenddates",
    "click",   "tickinterval", "excludes", "includes",   "todaymarker", "weekday",
    "topaxis", "acctitle"};

constexpr std::size_t kMostBytes = 80;  // a chart is as wide as its longest name

/// Mermaid reads a name up to the first colon, takes `#`, `;` and `%` for its own, and renders
/// names as HTML.
std::string name(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t unseen = unseenAt(text, at);
        const bool special =
            unseen > 0 || std::string_view(":;#%{}<>&\"`\\").find(text[at]) != text.npos;
        plain += special ? ' ' : text[at];
        at += std::max<std::size_t>(unseen, 1);
    }
    plain = shortened(std::move(plain), kMostBytes);
    const std::size_t first = plain.find_first_not_of(' ');
    if (first == std::string::npos) return "-";
    std::string word = plain.substr(first, plain.find(' ', first) - first);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool means = std::find(kKeywords.begin(), kKeywords.end(), word) != kKeywords.end() ||
                       word.starts_with("acc");
    return means ? "'" + plain.substr(first) + "'" : plain;
}

/// How many times as long as in life a run is drawn, so that milliseconds, Mermaid's least, tell
/// its stretches apart.
int stretchFor(double shortest) {
    for (const int factor : {1, 1000, 1'000'000}) {
        if (shortest * 1000 * factor >= 0.999) return factor;
    }
    return 1'000'000;
}

class Gantt {
public:
    Gantt(const Trace& trace, const Excerpt& excerpt, TextSink& sink)
        : trace_(trace),
          excerpt_(excerpt),
          sink_(sink),
          spans_(trace.taskCount()),
          ends_(trace.taskCount()) {
        forEachTaskSpan(trace, [this](const TaskSpan& span) { collect(span); });
        for (const std::vector<TaskSpan>& spans : spans_) barCount_ += spans.size();
        for (const Event& event : trace.events()) collectEnd(event);
    }

    void write(std::string_view title) {
        const int factor = stretchFor(shortest_);
        toMilliseconds_ = 1000.0 * factor;
        sink_.write("gantt\n");
        sink_.write(
            fmt::format("    title {}{}\n", name(title),
                        factor == 1 ? std::string() : fmt::format(" ({} times as slow)", factor)));
        sink_.write("    dateFormat x\n    axisFormat %M:%S.%L\n");
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            const TaskId task = TaskId::fromIndex(i);
            if (isTold(trace_, excerpt_, task)) section(task, spans_[i]);
        }
    }

private:
    void collect(TaskSpan span) {
        if (span.doing == Doing::Ready || !excerpt_.has(span.task)) return;
        if (!excerpt_.cut(span.begin, span.end) || span.end <= span.begin) return;
        shortest_ = std::min(shortest_, span.end - span.begin);
        spans_[span.task.index()].push_back(span);
    }

    /// How a task came to its end.
    struct End {
        bool done = false;
        std::string trouble;  ///< empty: all went well
        double time = 0;
    };

    void collectEnd(const Event& event) {
        if (event.endsTask()) {
            End& end = ends_[event.task.index()];
            end = {true, {}, event.time};
            if (event.stepEnd() == StepEnd::Cancelled) end.trouble = "cancelled";
            if (event.stepEnd() == StepEnd::Raised) {
                end.trouble = fmt::format("raised {}", trace_.text(event.text()));
            }
        } else if (event.kind == EventKind::Finished && event.finish() == Finish::Deadlock) {
            for (End& end : ends_) {
                if (!end.done) end = {true, "deadlock", event.time};
            }
        }
    }

    void section(TaskId task, const std::vector<TaskSpan>& spans) {
        sink_.write(fmt::format("    section {}\n", name(laneName(trace_, task))));
        for (const TaskSpan& span : spans) {
            if (!sink_.goOn(bars_, barCount_)) return;
            const bool runs = span.doing == Doing::Running;
            const std::string what = runs ? "running" : waitReason(trace_, trace_[span.began]);
            bar(what, runs ? "active" : "done", span.begin, span.end - span.begin);
        }
        const bool troubled = end(task);
        if (!spans.empty() || troubled) return;
        const double created = trace_[trace_.task(task).createdAt].time;
        bar("no time", "milestone", std::clamp(created, excerpt_.from, excerpt_.to), 0);
    }

    /// Marks the end of a task that did not return. Whether it is one.
    bool end(TaskId task) {
        const End& end = ends_[task.index()];
        if (end.trouble.empty() || !excerpt_.has(end.time)) return false;
        bar(end.trouble, "crit, milestone", end.time, 0);
        return true;
    }

    void bar(std::string_view what, std::string_view tag, double begin, double duration) {
        sink_.write(fmt::format("    {} :{}, b{}, {:.0f}, {:g}ms\n", name(what), tag, bars_++,
                                begin * toMilliseconds_,
                                std::round(duration * toMilliseconds_ * 1000) / 1000));
    }

    const Trace& trace_;
    const Excerpt& excerpt_;
    TextSink& sink_;
    std::vector<std::vector<TaskSpan>> spans_;  ///< by TaskId
    std::vector<End> ends_;                     ///< likewise
    double shortest_ = 1;
    double toMilliseconds_ = 1000;
    std::size_t barCount_ = 0;  ///< of those that take time
    std::size_t bars_ = 0;
};

}  // namespace

void writeMermaid(const Trace& trace, std::string_view title, TextSink& sink,
                  const Excerpt& excerpt) {
    Gantt(trace, excerpt, sink).write(title);
}

}  // namespace coroscope::trace
