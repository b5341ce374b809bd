#include "engine/trace/write_chrome_trace.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/writer.h>

#include "engine/trace/blocking.h"
#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/sink_stream.h"
#include "engine/trace/task_spans.h"

namespace coroscope::trace {

namespace {

constexpr int kProcess = 1;
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
          stream_(sink),
          writer_(stream_) {}

    void write() {
        writer_.StartObject();
        string("displayTimeUnit", "ms");
        writer_.Key("traceEvents");
        writer_.StartArray();
        nameLane("process_name", kLoopThread, program_.title);
        nameLane("thread_name", kLoopThread, "Event loop");
        for (std::size_t i = 0; i < trace_.taskCount(); ++i) {
            const TaskId task = TaskId::fromIndex(i);
            if (!isTold(trace_, excerpt_, task)) continue;
            nameLane("thread_name", threadOf(task), laneName(trace_, task));
        }
        forEachTaskSpan(trace_, [this](const TaskSpan& span) { writeSpan(span); });
        EventIndex at(0);
        for (const Event& event : trace_.events()) {
            if (!sink_.goOn(events_ + at.index(), 2 * events_)) break;
            writeEvent(event, at);
            ++at.value;
        }
        writer_.EndArray();
        if (knowsSource()) writeSource();
        writer_.EndObject();
        sink_.put('\n');
    }

private:
    static std::uint32_t threadOf(TaskId task) {
        return task.valid() ? task.value + kLoopThread + 1 : kLoopThread;
    }
    static double microseconds(double seconds) { return seconds * 1e6; }

    void string(const char* key, std::string_view text) {
        writer_.Key(key);
        writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
    void number(const char* key, double value) {
        writer_.Key(key);
        writer_.Double(value);
    }
    /// What every event has; the object stays open.
    void open(const char* phase, std::string_view name, std::uint32_t thread) {
        sink_.put('\n');
        writer_.StartObject();
        string("ph", phase);
        string("name", name);
        writer_.Key("pid");
        writer_.Int(kProcess);
        writer_.Key("tid");
        writer_.Uint(thread);
    }
    void nameLane(const char* what, std::uint32_t thread, std::string_view name) {
        open("M", what, thread);
        writer_.Key("args");
        writer_.StartObject();
        string("name", name);
        writer_.EndObject();
        writer_.EndObject();
        if (std::string_view(what) != "thread_name") return;
        open("M", "thread_sort_index", thread);
        writer_.Key("args");
        writer_.StartObject();
        writer_.Key("sort_index");
        writer_.Uint(thread);
        writer_.EndObject();
        writer_.EndObject();
    }
    void slice(std::string_view name, const char* category, std::uint32_t thread, double begin,
               double end, EventIndex where = {}) {
        if (!excerpt_.cut(begin, end)) return;
        open("X", name, thread);
        string("cat", category);
        number("ts", microseconds(begin));
        number("dur", microseconds(end) - microseconds(begin));
        if (where.valid()) writePlace(where);
        writer_.EndObject();
    }
    void writePlace(EventIndex event) {
        const FileLine place = places_.at(event);
        if (place.line == 0) return;
        writer_.Key("args");
        writer_.StartObject();
        writer_.Key("line");
        writer_.Uint(place.line);
        string("file", places_.nameOf(place, event));
        writer_.EndObject();
    }
    void writeSpan(const TaskSpan& span) {
        if (!sink_.goOn(spans_++, 2 * events_) || !isTold(trace_, excerpt_, span.task)) return;
        const Event began = trace_[span.began];
        switch (span.doing) {
            case Doing::Ready:
                slice("ready", "ready", threadOf(span.task), span.begin, span.end);
                break;
            case Doing::Running:
                slice(nameOfStep(span.task, span.began), "running", threadOf(span.task), span.begin,
                      span.end, span.began);
                break;
            case Doing::Suspended:
                slice(waitReason(trace_, began, Digits::All), "suspended", threadOf(span.task),
                      span.begin, span.end, span.began);
                break;
        }
    }
    [[nodiscard]] bool knowsSource() const {
        return !program_.files.empty() && !program_.files.front().text.empty();
    }
    std::string nameOfStep(TaskId task, EventIndex began) {
        const FileLine place = places_.at(began);
        if (!knowsSource() || place.line == 0 || place.file >= program_.files.size()) {
            return "running";
        }
        steps_.emplace(trace_.coroutineName(task), place);
        return stepName(trace_.coroutineName(task), place);
    }
    [[nodiscard]] std::string stepName(std::string_view coroutine, const FileLine& place) const {
        return fmt::format("{} ({}:{})", coroutine, program_.files[place.file].name, place.line);
    }
    /// As VizTracer has it: the texts of the files, and where each function is.
    void writeSource() {
        const auto place = [this](std::string_view text, std::int64_t number) {
            writer_.StartArray();
            writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
            writer_.Int64(number);
            writer_.EndArray();
        };
        sink_.put('\n');
        writer_.Key("file_info");
        writer_.StartObject();
        writer_.Key("files");
        writer_.StartObject();
        for (const ProgramFile& file : program_.files) {
            writer_.Key(file.name.c_str());
            place(file.text, std::count(file.text.begin(), file.text.end(), '\n'));
        }
        writer_.EndObject();
        writer_.Key("functions");
        writer_.StartObject();
        for (const auto& [coroutine, step] : steps_) {
            writer_.Key(stepName(coroutine, step).c_str());
            place(program_.files[step.file].name, step.line);
        }
        writer_.EndObject();
        writer_.EndObject();
    }
    /// An arrow from what `from` does at `at` to what `to` does next.
    void flow(const char* name, TaskId from, TaskId to, const Event& event, EventIndex at) {
        if (!from.valid() || !to.valid() || from == to) return;
        if (!excerpt_.has(from) || !excerpt_.has(to) || !excerpt_.has(event.time)) return;
        for (const char* phase : {"s", "f"}) {
            open(phase, name, threadOf(*phase == 's' ? from : to));
            string("cat", "flow");
            writer_.Key("id");
            writer_.Uint(at.value);
            number("ts", microseconds(event.time));
            if (*phase == 'f') string("bp", "e");
            writer_.EndObject();
        }
    }
    void instant(const Event& event, EventIndex at) {
        if (!excerpt_.has(event)) return;
        if (event.task.valid() && !isTold(trace_, excerpt_, event.task)) return;
        open("i", describe(trace_, at, Digits::All), threadOf(event.task));
        string("s", "t");
        number("ts", microseconds(event.time));
        writer_.EndObject();
    }
    void countReady(const Event& event, int change) {
        ready_ += change;
        if (!excerpt_.has(event.time)) return;
        open("C", "ready queue", kLoopThread);
        number("ts", microseconds(event.time));
        writer_.Key("args");
        writer_.StartObject();
        writer_.Key("length");
        writer_.Int(ready_);
        writer_.EndObject();
        writer_.EndObject();
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
                      event.time - event.value, event.time, at);
                break;
            case EventKind::CancelRequested:
            case EventKind::CancelDelivered:
            case EventKind::ExceptionRaised:
            case EventKind::Warning:
            case EventKind::Output: instant(event, at); break;
            default: break;
        }
    }

    const Trace& trace_;
    const TracedProgram& program_;
    const ProgramPlaces places_;
    const Excerpt& excerpt_;
    TextSink& sink_;
    SinkStream stream_;
    rapidjson::Writer<SinkStream> writer_;
    const std::size_t events_ = trace_.size();
    std::size_t spans_ = 0;
    /// Of the program, so that there are few: where steps begin, by coroutine and line.
    std::set<std::pair<std::string, FileLine>> steps_;
    int ready_ = 0;
};

}  // namespace

void writeChromeTrace(const Trace& trace, const TracedProgram& program, TextSink& sink,
                      const Excerpt& excerpt) {
    ChromeTrace(trace, program, sink, excerpt).write();
}

}  // namespace coroscope::trace
