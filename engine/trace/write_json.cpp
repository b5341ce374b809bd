#include "engine/trace/write_json.h"

#include <cmath>
#include <string>
#include <string_view>

#include <rapidjson/writer.h>

#include "engine/trace/describe.h"
#include "engine/trace/sink_stream.h"

namespace coroscope::trace {

namespace {

std::string_view stepEndName(StepEnd how) {
    switch (how) {
        case StepEnd::Suspended: return "suspended";
        case StepEnd::Returned: return "returned";
        case StepEnd::Raised: return "raised";
        case StepEnd::Cancelled: return "cancelled";
    }
    return "?";
}

std::string_view resolutionName(Resolution how) {
    switch (how) {
        case Resolution::Result: return "result";
        case Resolution::Exception: return "exception";
        case Resolution::Cancelled: return "cancelled";
    }
    return "?";
}

std::string_view finishName(Finish how) {
    switch (how) {
        case Finish::Ok: return "ok";
        case Finish::Raised: return "raised";
        case Finish::Deadlock: return "deadlock";
        case Finish::Limit: return "limit";
        case Finish::Cancelled: return "cancelled";
    }
    return "?";
}

class JsonDump {
public:
    JsonDump(const Trace& trace, TextSink& sink)
        : trace_(trace), sink_(sink), stream_(sink), writer_(stream_) {}

    void write() {
        writer_.StartObject();
        string("format", "coroscope-trace");
        key("version");
        writer_.Int(1);
        key("tasks");
        writer_.StartArray();
        for (std::size_t index = 0; index < trace_.taskCount(); ++index) {
            writeTask(TaskId::fromIndex(index));
        }
        writer_.EndArray();
        key("events");
        writer_.StartArray();
        const auto rows = trace_.events();
        for (auto row = rows.begin(); !row.atEnd(); ++row) writeEvent(*row, row.index());
        sink_.put('\n');
        writer_.EndArray();
        writer_.EndObject();
        sink_.put('\n');
    }

private:
    void writeTask(TaskId task) {
        // RapidJSON has written the comma by the time the object begins.
        writer_.StartObject();
        number("id", task.value);
        string("name", trace_.taskName(task));
        string("coroutine", trace_.coroutineName(task));
        id("creator", trace_.task(task).creator.value);
        number("createdAt", trace_.task(task).createdAt.value);
        writer_.EndObject();
    }

    void writeEvent(const Event& event, EventIndex at) {
        writer_.StartObject();
        sink_.write(kLineBreak);
        number("i", at.value);
        real("t", event.time);
        string("kind", kindName(event.kind));
        id("task", event.task.value);
        if (event.line != 0) {
            number("line", event.line);
            number("column", event.column);
        }
        writeOperands(event);
        string("text", describe(trace_, at, Digits::All));
        writer_.EndObject();
    }

    void writeOperands(const Event& event) {
        switch (event.kind) {
            case EventKind::TaskCreated: id("by", event.a); break;
            case EventKind::StepEnded:
                string("end", stepEndName(event.stepEnd()));
                if (event.suspends()) {
                    string("reason", waitReason(trace_, event, Digits::All));
                    id("object", event.a);
                    id("awaits", event.b);
                    real("value", event.value);
                } else if (event.stepEnd() == StepEnd::Raised) {
                    string("exception", trace_.text(event.text()));
                }
                break;
            case EventKind::CallbackScheduled:
            case EventKind::CallbackRan:
                id("handle", event.a);
                string("callback", trace_.text(event.text()));
                break;
            case EventKind::TimerSet:
                id("handle", event.a);
                real("when", event.value);
                writeTimerTarget(event);
                break;
            case EventKind::TimerFired:
            case EventKind::TimerCancelled: id("handle", event.a); break;
            case EventKind::FutureResolved:
                id("object", event.a);
                string("how", resolutionName(event.resolution()));
                break;
            case EventKind::TaskWoken:
                id("object", event.a);
                id("by", event.b);
                break;
            case EventKind::CancelRequested:
                id("by", event.a);
                string("message", trace_.text(event.text()));
                break;
            case EventKind::CancelDelivered: string("message", trace_.text(event.text())); break;
            case EventKind::ClockJumped: real("from", event.value); break;
            case EventKind::BlockingBegan:
            case EventKind::BlockingEnded:
                string("what", trace_.text(event.text()));
                real("seconds", event.value);
                break;
            case EventKind::WorkerStarted:
                id("worker", event.a);
                string("of", event.wait == WaitKind::Process ? "process" : "thread");
                string("function", trace_.text(event.text()));
                break;
            case EventKind::WorkerSuspended:
                id("worker", event.a);
                real("until", event.value);
                break;
            case EventKind::WorkerResumed: id("worker", event.a); break;
            case EventKind::WorkerEnded:
                id("worker", event.a);
                string("how", resolutionName(event.resolution()));
                break;
            case EventKind::Acquired:
            case EventKind::Released:
                id("object", event.a);
                if (event.wait == WaitKind::Semaphore) real("permits", event.value);
                if (event.wait == WaitKind::Event) {
                    key("set");
                    writer_.Bool(event.value != 0);
                }
                break;
            case EventKind::QueuePut:
            case EventKind::QueueGot:
                id("object", event.a);
                real("length", event.value);
                break;
            case EventKind::Output:
                string("stream", event.stream() == Stream::Stdout ? "stdout" : "stderr");
                string("output", trace_.outputText(event));
                break;
            case EventKind::Warning: string("warning", trace_.text(event.text())); break;
            case EventKind::ExceptionRaised: string("exception", trace_.text(event.text())); break;
            case EventKind::Finished:
                string("how", finishName(event.finish()));
                string("why", trace_.text(event.text()));
                break;
            case EventKind::StepBegan: break;
        }
    }

    void writeTimerTarget(const Event& event) {
        switch (event.timerFor()) {
            case TimerFor::Callback: string("callback", trace_.text(event.text())); break;
            case TimerFor::Future: id("object", event.b); break;
            case TimerFor::Timeout: id("limits", event.b); break;
        }
    }

    void key(std::string_view name) {
        writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }
    void string(std::string_view name, std::string_view value) {
        key(name);
        writer_.String(value.data() == nullptr ? "" : value.data(),
                       static_cast<rapidjson::SizeType>(value.size()));
    }
    void number(std::string_view name, std::uint32_t value) {
        key(name);
        writer_.Uint(value);
    }
    /// Left out when it is none.
    void id(std::string_view name, std::uint32_t value) {
        if (value != TaskId::kNone) number(name, value);
    }
    void real(std::string_view name, double value) {
        key(name);
        if (std::isfinite(value)) {
            writer_.Double(value);
        } else {
            writer_.Null();
        }
    }

    static constexpr std::string_view kLineBreak = "\n";

    const Trace& trace_;
    TextSink& sink_;
    SinkStream stream_;
    rapidjson::Writer<SinkStream> writer_;
};

}  // namespace

void writeJson(const Trace& trace, TextSink& sink) { JsonDump(trace, sink).write(); }

}  // namespace coroscope::trace
