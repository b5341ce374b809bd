#include "engine/trace/write_csv.h"

#include <string>
#include <string_view>

#include "engine/trace/describe.h"
#include "engine/trace/write_steps.h"

namespace coroscope::trace {

namespace {

constexpr std::string_view kLineEnd = "\r\n";

void writeField(TextSink& sink, std::string_view text) {
    // A scenario from anybody chooses its own texts: they must stay texts.
    const bool isFormula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != text.npos;
    sink.put('"');
    if (isFormula) sink.put('\'');
    for (const char character : text) {
        if (character == '"') sink.put('"');
        sink.put(character);
    }
    sink.put('"');
}

}  // namespace

void writeCsv(const Trace& trace, TextSink& sink) {
    sink.write("event,time,kind,task,line,text");
    sink.write(kLineEnd);
    EventIndex at(0);
    for (const Event& event : trace.events()) {
        sink.write(std::to_string(at.value));
        sink.put(',');
        sink.write(floatText(event.time));
        sink.put(',');
        sink.write(kindName(event.kind));
        sink.put(',');
        if (event.task.valid()) writeField(sink, trace.taskName(event.task));
        sink.put(',');
        if (event.line > 0) sink.write(std::to_string(event.line));
        sink.put(',');
        writeField(sink, describe(trace, at, Digits::All));
        sink.write(kLineEnd);
        ++at.value;
    }
}

}  // namespace coroscope::trace
