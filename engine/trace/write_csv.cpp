#include "engine/trace/write_csv.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trace/describe.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/task_spans.h"
#include "engine/trace/write_steps.h"

namespace coroscope::trace {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

/// A sum or difference of times, to a nanosecond: without what their own rounding adds to it.
std::string lengthText(double seconds) {
    constexpr double kExact = 1e6;  // beyond it a double has little more than nanoseconds
    return floatText(std::abs(seconds) < kExact ? std::round(seconds * 1e9) / 1e9 : seconds);
}

/// What a terminal would act upon, or a reader take for the end of all. A field may have tabs and
/// ends of lines in it.
bool isControl(char character) {
    const auto byte = static_cast<unsigned char>(character);
    const bool layout = character == '\t' || character == '\n' || character == '\r';
    return (byte < 0x20 && !layout) || byte == 0x7F;
}

void writeField(TextSink& sink, std::string_view text) {
    // A scenario from anybody chooses its own texts: they must stay texts.
    const bool isFormula =
        !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != text.npos;
    sink.put('"');
    if (isFormula) sink.put('\'');
    for (const char character : text) {
        if (character == '"') sink.put('"');
        if (isControl(character)) {
            sink.write(kReplacement);
        } else {
            sink.put(character);
        }
    }
    sink.put('"');
}

void writeRow(const Trace& trace, const ProgramPlaces& places, const Event& event, EventIndex at,
              TextSink& sink) {
    const FileLine place = places.at(at, event.line);
    sink.write(std::to_string(std::uint64_t{at.value} + 1));  // as the window counts them
    sink.put(',');
    sink.write(floatText(event.time));
    sink.put(',');
    sink.write(kindName(event.kind));
    sink.put(',');
    if (event.task.valid()) writeField(sink, trace.taskName(event.task));
    sink.put(',');
    if (place.line > 0) sink.write(std::to_string(place.line));
    sink.put(',');
    writeField(sink, describe(trace, at, Digits::All));
    sink.put(',');
    if (place.line > 0) writeField(sink, places.nameOf(place, at));
    sink.write(kLineEnd);
}

/// What one task did, in the making.
struct Account {
    double seconds[3] = {};  ///< by Doing
    std::size_t steps = 0;
    double ended = 0;
    std::string_view outcome;  ///< empty while it is not done
};

std::string_view outcomeOf(StepEnd how) {
    switch (how) {
        case StepEnd::Returned: return "returned";
        case StepEnd::Raised: return "raised";
        case StepEnd::Cancelled: return "cancelled";
        case StepEnd::Suspended: break;
    }
    return {};
}

std::vector<Account> accountsOf(const Trace& trace, const Excerpt& excerpt) {
    std::vector<Account> accounts(trace.taskCount());
    forEachTaskSpan(trace, [&](const TaskSpan& span) {
        Account& account = accounts[span.task.index()];
        const Event last = trace[span.ended];
        account.ended = span.end;
        if (span.doing == Doing::Running && last.endsTask() && last.task == span.task) {
            account.outcome = outcomeOf(last.stepEnd());
        }
        double begin = span.begin;
        double end = span.end;
        if (!excerpt.cut(begin, end)) return;
        account.seconds[static_cast<std::size_t>(span.doing)] += end - begin;
        if (span.doing == Doing::Running && excerpt.has(span.begin)) ++account.steps;
    });
    return accounts;
}

}  // namespace

void writeCsv(const Trace& trace, const TracedProgram& program, TextSink& sink,
              const Excerpt& excerpt) {
    sink.write("event,time,kind,task,line,text,file");
    sink.write(kLineEnd);
    const ProgramPlaces places(trace, program);
    EventIndex at(0);
    for (const Event& event : trace.events()) {
        if (!sink.goOn(at.index(), trace.size())) return;
        if (excerpt.has(event)) writeRow(trace, places, event, at, sink);
        ++at.value;
    }
}

void writeStatisticsCsv(const Trace& trace, TextSink& sink, const Excerpt& excerpt) {
    sink.write(
        "task,coroutine,creator,created,ended,outcome,turnaround,running,ready,waiting,steps");
    sink.write(kLineEnd);
    const std::vector<Account> accounts = accountsOf(trace, excerpt);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const TaskId task = TaskId::fromIndex(i);
        if (!sink.goOn(i, accounts.size())) return;
        if (!isTold(trace, excerpt, task)) continue;
        const Account& account = accounts[i];
        const TaskId creator = trace.task(task).creator;
        const double created = trace[trace.task(task).createdAt].time;
        const bool done = !account.outcome.empty();
        writeField(sink, trace.taskName(task));
        sink.put(',');
        writeField(sink, trace.coroutineName(task));
        sink.put(',');
        if (creator.valid()) {
            writeField(sink, trace.taskName(creator));
        } else if (isOfTheRunner(trace, task)) {
            writeField(sink, "asyncio.run");
        }
        sink.put(',');
        sink.write(lengthText(created));
        sink.put(',');
        if (done) sink.write(lengthText(account.ended));
        sink.put(',');
        sink.write(account.outcome);
        sink.put(',');
        if (done) sink.write(lengthText(account.ended - created));
        for (const Doing doing : {Doing::Running, Doing::Ready, Doing::Suspended}) {
            sink.put(',');
            sink.write(lengthText(account.seconds[static_cast<std::size_t>(doing)]));
        }
        sink.put(',');
        sink.write(std::to_string(account.steps));
        sink.write(kLineEnd);
    }
}

}  // namespace coroscope::trace
