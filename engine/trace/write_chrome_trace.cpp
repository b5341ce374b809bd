#include "engine/trace/write_chrome_trace.h"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "engine/trace/blocking.h"
#include "engine/trace/describe.h"
#include "engine/trace/json_text.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/task_spans.h"

namespace coroscope::trace {

namespace {

constexpr std::uint32_t kLoopThread = 1;

class ChromeTrace {
public:
    ChromeTrace(const Trace& trace, const TracedProgram& program, TextSink& sink,
                const Excerpt& excerpt)
        : trace_(trace),
          program_(program),
          places_(trace, program),
          excerpt_(excerpt),
          sink_(sink),
          json_(sink) {}

    void write() {
        json_.raw(R"({"displayTimeUnit":"ms","traceEvents":[)");
        nameLane("process_name", kLoopThread, program_.title);
        nameLane("thread_name", kLoopThread, "Event loop");
        for (std::size_t i = 0; i < trace_.taskCount(); ++i) {
            const TaskId task = TaskId::fromIndex(i);
            if (!isTold(trace_, excerpt_, task)) continue;
            nameLane("thread_name", threadOf(task), wholeName(task));
        }
        forEachTaskSpan(trace_, [this](const TaskSpan& span) { writeSpan(span); });
        EventIndex at(0);
        for (const Event& event : trace_.events()) {
            if (!sink_.goOn(events_ + at.index(), 2 * events_)) break;
            writeEvent(event, at);
            ++at.value;
        }
        json_.raw("]");
        if (knowsSource()) writeSource();
        json_.raw("}\n");
    }

private:
    static std::uint32_t threadOf(TaskId task) {
        return task.valid() ? task.value + kLoopThread + 1 : kLoopThread;
    }
    static double microseconds(double seconds) { return seconds * 1e6; }

    /// What is not to be shown by us but read as data loses nothing.
    [[nodiscard]] std::string wholeName(TaskId task) const {
        const std::string given =
            trace_.task(task).name.valid() ? trace_.taskName(task) : std::string();
        return given.empty() ? laneName(trace_, task) : given;
    }

    void number(std::string_view key, double value) { json_.raw(key).number(value); }
    /// What every event has; the object stays open.
    void open(std::string_view phase, std::string_view name, std::uint32_t thread) {
        json_.raw(any_ ? "\n,{\"ph\":\"" : "\n{\"ph\":\"").raw(phase).raw(R"(","name":)");
        any_ = true;
        json_.quoted(name).raw(R"(,"pid":1,"tid":)").whole(thread);
    }
    void nameLane(std::string_view what, std::uint32_t thread, std::string_view name) {
        open("M", what, thread);
        json_.raw(R"(,"args":{"name":)").quoted(name).raw("}}");
        if (what != "thread_name") return;
        open("M", "thread_sort_index", thread);
        json_.raw(R"(,"args":{"sort_index":)").whole(thread).raw("}}");
    }
    void slice(std::string_view name, std::string_view category, std::uint32_t thread, double begin,
               double end, const std::function<void()>& more = {}) {
        if (!excerpt_.cut(begin, end)) return;
        open("X", name, thread);
        json_.raw(R"(,"cat":")").raw(category);
        number(R"(","ts":)", microseconds(begin));
        number(R"(,"dur":)", microseconds(end) - microseconds(begin));
        if (more) more();
        json_.raw("}");
    }
    void writePlace(const FileLine& place, EventIndex event) {
        if (place.line == 0) return;
        json_.raw(R"(,"args":{"line":)").whole(place.line).raw(R"(,"file":)");
        json_.quoted(places_.nameOf(place, event)).raw("}");
    }
    void writeSpan(const TaskSpan& span) {
        if (!sink_.goOn(spans_++, 2 * events_) || !isTold(trace_, excerpt_, span.task)) return;
        const std::uint32_t thread = threadOf(span.task);
        if (span.doing == Doing::Ready) {
            slice("ready", "ready", thread, span.begin, span.end);
            return;
        }
        const FileLine place = places_.at(span.began, span.line);
        const auto where = [&] { writePlace(place, span.began); };
        if (span.doing == Doing::Running) {
            slice(nameOfStep(span.task, place), "running", thread, span.begin, span.end, where);
        } else {
            slice(waitReason(trace_, trace_[span.began], Digits::All), "suspended", thread,
                  span.begin, span.end, where);
        }
    }
    [[nodiscard]] bool knowsSource() const {
        return !program_.files.empty() && !program_.files.front().text.empty();
    }
    /// Of the program, so that there are few: each is put together once.
    const std::string& nameOfStep(TaskId task, const FileLine& place) {
        static const std::string kRunning = "running";
        if (!knowsSource() || place.line == 0 || place.file >= program_.files.size()) {
            return kRunning;
        }
        const std::string_view coroutine = trace_.coroutineName(task);
        if (lastStep_ != nullptr && lastStep_->first.second == place &&
            lastStep_->first.first == coroutine) {
            return lastStep_->second;
        }
        const auto [known, isNew] = steps_.try_emplace({std::string(coroutine), place});
        if (isNew) known->second = stepName(coroutine, place);
        lastStep_ = &*known;
        return known->second;
    }
    [[nodiscard]] std::string stepName(std::string_view coroutine, const FileLine& place) const {
        return fmt::format("{} ({}:{})", coroutine, program_.files[place.file].name, place.line);
    }
    /// As VizTracer has it: the texts of the files, and where each function is.
    void writeSource() {
        std::string_view between;
        const auto entry = [&](std::string_view key, std::string_view text, std::int64_t number) {
            json_.raw(between).quoted(key).raw(":[").quoted(text).raw(",").whole(number).raw("]");
            between = ",";
        };
        json_.raw("\n,\"file_info\":{\"files\":{");
        for (const ProgramFile& file : program_.files) {
            entry(file.name, file.text, std::count(file.text.begin(), file.text.end(), '\n'));
        }
        json_.raw(R"(},"functions":{)");
        between = {};
        for (const auto& [step, name] : steps_) {
            entry(name, program_.files[step.second.file].name, step.second.line);
        }
        json_.raw("}}");
    }
    /// An arrow from what `from` does at `at` to what `to` does next.
    void flow(std::string_view name, TaskId from, TaskId to, const Event& event, EventIndex at) {
        if (!from.valid() || !to.valid() || from == to) return;
        if (!excerpt_.has(from) || !excerpt_.has(to) || !excerpt_.has(event.time)) return;
        for (const std::string_view phase : {"s", "f"}) {
            open(phase, name, threadOf(phase == "s" ? from : to));
            json_.raw(R"(,"cat":"flow","id":)").whole(at.value);
            number(R"(,"ts":)", microseconds(event.time));
            json_.raw(phase == "f" ? R"(,"bp":"e"})" : "}");
        }
    }
    void instant(const Event& event, EventIndex at) {
        if (!excerpt_.has(event)) return;
        if (event.task.valid() && !isTold(trace_, excerpt_, event.task)) return;
        open("i", describe(trace_, at, Digits::All), threadOf(event.task));
        number(R"(,"s":"t","ts":)", microseconds(event.time));
        json_.raw("}");
    }
    void countReady(const Event& event, int change) {
        ready_ += change;
        if (!excerpt_.has(event.time)) return;
        open("C", "ready queue", kLoopThread);
        number(R"(,"ts":)", microseconds(event.time));
        json_.raw(R"(,"args":{"length":)").whole(ready_).raw("}}");
    }
    void writeEvent(const Event& event, EventIndex at) {
        switch (event.kind) {
            case EventKind::TaskCreated:
                flow("created", event.taskA(), event.task, event, at);
                countReady(event, 1);
                break;
            case EventKind::TaskWoken:
                flow("woke", event.taskB(), event.task, event, at);
                countReady(event, 1);
                break;
            case EventKind::StepBegan: countReady(event, -1); break;
            case EventKind::StepEnded:
                if (event.suspends() && event.wait == WaitKind::Yield) countReady(event, 1);
                break;
            case EventKind::ClockJumped:
                slice("idle", "idle", kLoopThread, event.value, event.time);
                break;
            case EventKind::BlockingEnded:
                if (takesNoTime(trace_, at)) break;
                slice("blocked: " + std::string(trace_.text(event.text())), "blocked", kLoopThread,
                      event.time - event.value, event.time,
                      [&] { writePlace(places_.at(at, event.line), at); });
                break;
            case EventKind::CancelRequested:
            case EventKind::CancelDelivered:
            case EventKind::ExceptionRaised:
            case EventKind::Warning:
            case EventKind::Output: instant(event, at); break;
            default: break;
        }
    }

    using Step = std::pair<std::string, FileLine>;  ///< a coroutine, and where its step begins

    const Trace& trace_;
    const TracedProgram& program_;
    const ProgramPlaces places_;
    const Excerpt& excerpt_;
    TextSink& sink_;
    JsonText json_;
    bool any_ = false;  ///< events before the next
    const std::size_t events_ = trace_.size();
    std::size_t spans_ = 0;
    std::map<Step, std::string> steps_;  ///< with the names of their slices
    const std::pair<const Step, std::string>* lastStep_ = nullptr;
    int ready_ = 0;
};

}  // namespace

void writeChromeTrace(const Trace& trace, const TracedProgram& program, TextSink& sink,
                      const Excerpt& excerpt) {
    ChromeTrace(trace, program, sink, excerpt).write();
}

}  // namespace coroscope::trace
