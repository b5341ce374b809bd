#include "engine/trace/write_steps.h"

#include <cmath>
#include <iterator>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace coroscope::trace {

namespace {

/// A JSON string as `json.dumps(…, ensure_ascii=False)` spells it.
void appendQuoted(std::string& line, std::string_view text) {
    line += '"';
    for (const char character : text) {
        switch (character) {
            case '"': line += "\\\""; break;
            case '\\': line += "\\\\"; break;
            case '\n': line += "\\n"; break;
            case '\r': line += "\\r"; break;
            case '\t': line += "\\t"; break;
            case '\b': line += "\\b"; break;
            case '\f': line += "\\f"; break;
            default:
                if (static_cast<unsigned char>(character) < 0x20) {
                    fmt::format_to(std::back_inserter(line), "\\u{:04x}", character);
                } else {
                    line += character;
                }
        }
    }
    line += '"';
}

class StepListing {
public:
    StepListing(const Trace& trace, TextSink& sink, const Excerpt& excerpt)
        : trace_(trace), sink_(sink), excerpt_(excerpt) {}

    void write() {
        const auto rows = trace_.events();
        for (auto row = rows.begin(); !row.atEnd(); ++row) {
            if (!sink_.goOn(row.index().index(), trace_.size())) return;
            if (excerpt_.has(*row)) writeEvent(*row, row.index());
        }
        endOutput();
    }

private:
    void writeEvent(const Event& event, EventIndex at) {
        switch (event.kind) {
            case EventKind::TaskCreated:
                begin("create", event, at);
                line_ += ",\"by\":";
                appendName(event.taskA(), at);
                end();
                break;
            case EventKind::StepBegan:
                begin("step", event, at);
                end();
                break;
            case EventKind::StepEnded: writeStepEnded(event, at); break;
            case EventKind::Output:
                if (event.stream() == Stream::Stdout) writeOutput(event, at);
                break;
            default: break;
        }
    }

    void writeStepEnded(const Event& event, EventIndex at) {
        if (event.suspends()) {
            begin("suspend", event, at);
            end();
            return;
        }
        begin("done", event, at);
        switch (event.stepEnd()) {
            case StepEnd::Raised:
                line_ += ",\"outcome\":\"raised\",\"exception\":";
                appendQuoted(line_, trace_.text(event.text()));
                break;
            case StepEnd::Cancelled:
                line_ += ",\"outcome\":\"cancelled\",\"exception\":null";
                break;
            default: line_ += ",\"outcome\":\"returned\",\"exception\":null"; break;
        }
        end();
    }

    /// Adjacent pieces of one task at one time are one event, whatever lies
    /// between them that is not listed.
    void writeOutput(const Event& event, EventIndex at) {
        if (!output_.empty() && (outputTask_ != event.task || outputTime_ != event.time ||
                                 renamedSince(event.task, at)))
            endOutput();
        if (output_.empty()) {
            outputTask_ = event.task;
            outputTime_ = event.time;
            outputAt_ = at;
        }
        output_ += trace_.outputText(event);
    }

    /// A task that goes by another name now begins another event.
    [[nodiscard]] bool renamedSince(TaskId task, EventIndex at) const {
        return task.valid() && trace_.taskNameAt(task, at) != trace_.taskNameAt(task, outputAt_);
    }

    void endOutput() {
        if (output_.empty()) return;
        std::string text;
        text.swap(output_);
        line_ = "{\"event\":\"stdout\",\"t\":" + floatText(outputTime_) + ",\"task\":";
        appendName(outputTask_, outputAt_);
        line_ += ",\"text\":";
        appendQuoted(line_, text);
        end();
    }

    void begin(std::string_view name, const Event& event, EventIndex at) {
        endOutput();
        line_.clear();
        fmt::format_to(std::back_inserter(line_), "{{\"event\":\"{}\",\"t\":{},\"task\":", name,
                       floatText(event.time));
        appendName(event.task, at);
    }

    void appendName(TaskId task, EventIndex at) {
        if (task.valid()) {
            appendQuoted(line_, trace_.taskNameAt(task, at));
        } else {
            line_ += "null";
        }
    }

    void end() {
        line_ += "}\n";
        sink_.write(line_);
    }

    const Trace& trace_;
    TextSink& sink_;
    const Excerpt& excerpt_;
    std::string line_;
    std::string output_;
    TaskId outputTask_;
    double outputTime_ = 0;
    EventIndex outputAt_;
};

}  // namespace

void writeSteps(const Trace& trace, TextSink& sink, const Excerpt& excerpt) {
    StepListing(trace, sink, excerpt).write();
}

std::string floatText(double number) {
    // fmt changes to an exponent where Python does (below 1e-4, from 1e16 on).
    std::string text = fmt::format("{}", number);
    if (std::isfinite(number) && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

}  // namespace coroscope::trace
