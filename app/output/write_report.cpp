// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/write_report.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "engine/trace/blocking.h"
#include "engine/trace/count_text.h"
#include "engine/trace/describe.h"
#include "engine/trace/lane_name.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/statistics.h"
#include "engine/trace/write_mermaid.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventIndex;
using trace::EventKind;
using trace::TaskId;
using trace::TextSink;
using trace::Trace;

constexpr std::size_t kMostEvents = 200;
constexpr std::size_t kMostBytes = 300;                    // of a line
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

/// Words in a paragraph or a table: nothing in them means anything to Markdown or HTML, or turns
/// around what follows. Nobody reads a name of thousands of letters.
std::string plain(std::string_view text) {
    std::string escaped;
    for (const char character : trace::shortened(trace::plainLine(text), kMostBytes)) {
        if (character == '<') {
            escaped += "&lt;";
        } else if (character == '&') {
            escaped += "&amp;";
        } else {
            const bool special =
                std::string_view("\\`*_{}[]()#+-!|>~$:@").find(character) != std::string_view::npos;
            if (special) escaped += '\\';
            escaped += character;
        }
    }
    return escaped;
}

/// A file's name as a place that a link leads to: what is not plainly a letter is a byte's number.
std::string linked(std::string_view name) {
    std::string link;
    for (const char character : name) {
        const auto byte = static_cast<unsigned char>(character);
        const bool letter = byte < 0x80 && std::isalnum(byte) != 0;
        if (letter || std::string_view("-._~").find(character) != std::string_view::npos) {
            link += character;
        } else {
            fmt::format_to(std::back_inserter(link), "%{:02X}", byte);
        }
    }
    return link;
}

/// A block of code, its fence longer than any that is in it, without what a terminal or a text
/// engine would act upon: what is read is what runs.
void writeCode(std::string_view language, std::string_view text, TextSink& sink) {
    std::size_t longest = 2;
    std::size_t run = 0;
    std::string sound;
    for (std::size_t at = 0; at < text.size();) {
        run = text[at] == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        const bool layout = text[at] == '\n' || text[at] == '\t';
        const std::size_t unseen = layout ? 0 : trace::unseenAt(text, at);
        if (unseen > 0) {
            sound += kReplacement;
        } else {
            sound += text[at];
        }
        at += std::max<std::size_t>(unseen, 1);
    }
    if (!sound.empty() && !sound.ends_with('\n')) sound += '\n';
    const std::string fence(longest + 1, '`');
    sink.write(fmt::format("{}{}\n{}{}\n\n", fence, language, sound, fence));
}

/// Whether an event is one to tell who was not there.
bool isMain(const Event& event) {
    switch (event.kind) {
        case EventKind::TaskCreated:
        case EventKind::CancelRequested:
        case EventKind::CancelDelivered:
        case EventKind::ExceptionRaised:
        case EventKind::BlockingBegan:
        case EventKind::WorkerStarted:
        case EventKind::WorkerEnded:
        case EventKind::Warning:
        case EventKind::Finished: return true;
        case EventKind::StepEnded: return event.endsTask();
        default: return false;
    }
}

/// Not of a task that asyncio.run makes for itself.
bool isOfTheProgram(const Trace& trace, const trace::Excerpt& excerpt, const Event& event) {
    return !event.task.valid() || trace::isTold(trace, excerpt, event.task);
}

/// The text of each of its files, which have names where there are several.
void writeProgram(const trace::TracedProgram& program, TextSink& sink) {
    for (const trace::ProgramFile& file : program.files) {
        if (program.files.size() > 1) sink.write(fmt::format("**{}**\n\n", plain(file.name)));
        writeCode("python", file.text, sink);
    }
}

/// What was written to either stream: complaints of exceptions that nobody retrieved are there too.
void writeOutput(const Trace& trace, TextSink& sink) {
    const std::string& printed = trace.written(trace::Stream::Stdout);
    const std::string& complaints = trace.written(trace::Stream::Stderr);
    if (printed.empty() && complaints.empty()) return;
    sink.write("## What it printed\n\n");
    if (!printed.empty()) writeCode("text", printed, sink);
    if (complaints.empty()) return;
    sink.write("On standard error:\n\n");
    writeCode("text", complaints, sink);
}

/// Where an event happened, in brackets; of the scenario's own file only the line.
std::string placeText(const trace::ProgramPlaces& places, const Event& event, EventIndex at) {
    const trace::FileLine place = places.at(at, event.line);
    if (place.line == 0) return {};
    if (place.file == 0) return fmt::format(" (line {})", place.line);
    return fmt::format(" ({}, line {})", plain(places.nameOf(place, at)), place.line);
}

void writeEvents(const Trace& trace, const trace::TracedProgram& program,
                 const trace::Excerpt& excerpt, TextSink& sink) {
    const trace::ProgramPlaces places(trace, program);
    sink.write("## What happened\n\n");
    std::size_t count = 0;
    std::size_t untold = 0;
    EventIndex at(0);
    for (const Event& event : trace.events()) {
        const bool ends = event.kind == EventKind::Finished && excerpt.has(event.time);
        const bool told = ends || (excerpt.has(event) && isOfTheProgram(trace, excerpt, event));
        if (told && isMain(event) && !trace::takesNoTime(trace, at)) {
            if (count < kMostEvents) {
                sink.write(fmt::format("- **{}** {}{}\n", trace::secondsText(event.time),
                                       plain(trace::describe(trace, at)),
                                       placeText(places, event, at)));
                ++count;
            } else {
                ++untold;
            }
        }
        ++at.value;
    }
    if (untold > 0) sink.write(fmt::format("- … and {} more\n", trace::countText(untold)));
    sink.write("\n");
}

void writeTimes(const Trace& trace, const trace::Excerpt& excerpt, TextSink& sink) {
    const trace::RunStatistics statistics = trace::statisticsOf(trace);
    sink.write(
        "## Times\n\n| task | from | to | running | ready | waiting | steps |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    for (std::size_t i = 0; i < statistics.tasks.size(); ++i) {
        const TaskId task = TaskId::fromIndex(i);
        if (!trace::isTold(trace, excerpt, task)) continue;
        const trace::TaskStatistics& times = statistics.tasks[i];
        sink.write(fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n",
                               plain(trace::laneName(trace, task)),
                               trace::secondsText(times.created),
                               times.done ? trace::secondsText(times.ended) : "not done",
                               trace::secondsText(times.running), trace::secondsText(times.ready),
                               trace::secondsText(times.waiting), trace::countText(times.steps)));
    }
    sink.write(fmt::format(
        "\nThe run took {} of virtual time. The loop was busy for {} of it, and blocked for {}.\n",
        trace::secondsText(statistics.duration), trace::secondsText(statistics.busy),
        trace::secondsText(statistics.blocked)));
}

/// What one reads who does not see the timeline.
std::string altText(const Trace& trace, const trace::Excerpt& excerpt) {
    std::size_t tasks = 0;
    for (std::size_t i = 0; i < trace.taskCount(); ++i) {
        const TaskId task = TaskId::fromIndex(i);
        if (trace::isTold(trace, excerpt, task) && !trace::isOfTheRunner(trace, task)) ++tasks;
    }
    return fmt::format("Timeline of {} task{} in {}", trace::countText(tasks),
                       tasks == 1 ? "" : "s", trace::secondsText(trace.endTime()));
}

void writeFigure(const ExportedRun& run, const trace::Excerpt& excerpt, std::string_view figure,
                 TextSink& sink) {
    if (!figure.empty()) {
        sink.write(
            fmt::format("![{}]({})\n\n", plain(altText(*run.trace, excerpt)), linked(figure)));
        return;
    }
    if (run.trace->taskCount() == 0) return;  // there would be nothing in it
    std::string chart;
    {
        TextSink drawing([&chart](std::string_view text) { chart += text; },
                         [&sink](double share) { return sink.goOn(share); });
        trace::writeMermaid(*run.trace, run.title, drawing, excerpt);
    }
    writeCode("mermaid", chart, sink);
}

}  // namespace

void writeReport(const ExportedRun& run, const trace::Excerpt& excerpt, std::string_view figure,
                 TextSink& sink) {
    const Trace& trace = *run.trace;
    const trace::TracedProgram program = programOf(run);
    sink.write(fmt::format("# {}\n\n", plain(run.title)));
    writeFigure(run, excerpt, figure, sink);
    writeProgram(program, sink);
    writeOutput(trace, sink);
    writeEvents(trace, program, excerpt, sink);
    writeTimes(trace, excerpt, sink);
}

}  // namespace coroscope::app
