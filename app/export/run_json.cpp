// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/run_json.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "app/export/figure.h"
#include "app/session/named_words.h"
#include "app/session/playhead.h"
#include "app/timeline/palette.h"
#include "app/timeline/span_text.h"
#include "app/timeline/step_axis.h"
#include "engine/trace/describe.h"
#include "engine/trace/plain_text.h"
#include "engine/trace/runner_task.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

namespace {

using trace::Event;
using trace::EventKind;

constexpr unsigned kHues = 14;       // then they come again
constexpr std::size_t kColumns = 5;  // of the events

/// The lanes that are exported, by their numbers in the model and in the file.
class LaneNumbers {
public:
    LaneNumbers(const LaneModel& model, const trace::Excerpt& excerpt)
        : numbers_(model.lanes.size(), 0) {
        for (std::size_t lane = 0; lane < model.lanes.size(); ++lane) {
            if (lane > 0 && !hasLane(excerpt, model.lanes[lane])) continue;
            numbers_[lane] = static_cast<unsigned>(kept_.size());
            kept_.push_back(lane);
        }
    }
    [[nodiscard]] const std::vector<std::size_t>& kept() const { return kept_; }
    [[nodiscard]] bool has(std::size_t lane) const { return lane == 0 || numbers_[lane] > 0; }
    /// The loop's for one that is not there.
    [[nodiscard]] unsigned operator[](std::size_t lane) const { return numbers_[lane]; }

private:
    std::vector<unsigned> numbers_;
    std::vector<std::size_t> kept_;
};

/// Told of each event in turn, knows which are of the loop's own work. None of the program's lines
/// runs then: such an event has that of asyncio.run.
class LoopWork {
public:
    explicit LoopWork(const trace::Trace& trace) : trace_(trace) {}

    bool holds(const Event& event) {
        switch (event.kind) {
            case EventKind::CallbackRan:
                inCallback_ = trace::isInsideCallback(trace_, event);
                break;
            case EventKind::StepBegan:
                inStep_ = true;
                inCallback_ = false;
                break;
            case EventKind::StepEnded: inStep_ = false; break;
            case EventKind::TimerFired:
            case EventKind::ClockJumped:
            case EventKind::Finished: inCallback_ = false; break;
            // What the end of a step leads to.
            case EventKind::CallbackScheduled:
                return inCallback_ || (event.task.valid() && !inStep_);
            default: break;
        }
        return inCallback_;
    }

private:
    const trace::Trace& trace_;
    bool inCallback_ = false;
    bool inStep_ = false;
};

class RunWriter {
public:
    RunWriter(const LaneModel& model, const ExportedRun& run, const trace::Excerpt& excerpt,
              trace::TextSink& sink)
        : model_(model),
          trace_(*model.trace),
          program_(programOf(run)),
          places_(trace_, program_),
          lanes_(model, excerpt),
          sink_(sink),
          writer_(buffer_) {}

    std::string write(const trace::Excerpt& excerpt, const ExportOptions& options) {
        writer_.StartObject();
        key("end");
        writer_.Double(model_.endTime);
        key("axis");
        writer_.Int(options.axis == FigureAxis::Time ? 0 : 1);
        key("dark");
        writer_.Bool(options.theme == FigureTheme::Dark);
        if (options.from || options.to) view(excerpt);
        array("files", [&] { files(); });
        array("lanes", [&] {
            for (const std::size_t lane : lanes_.kept()) {
                if (!sink_.goOn(0)) return;
                writeLane(lane);
            }
        });
        array("steps", [&] { steps(); });
        array("blocks", [&] { blocks(); });
        array("arrows", [&] { arrows(); });
        array("output", [&] { output(); });
        array("imported", [&] { imported(); });
        events();
        writer_.EndObject();
        return buffer_.GetString();
    }

private:
    void key(std::string_view name) {
        writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }
    void string(std::string_view text) {
        writer_.String(text.empty() ? "" : text.data(),
                       static_cast<rapidjson::SizeType>(text.size()));
    }
    void string(std::string_view name, std::string_view text) {
        key(name);
        string(text);
    }
    template <typename Fill>
    void array(std::string_view name, Fill&& fill) {
        key(name);
        row(fill);
    }
    template <typename Fill>
    void row(Fill&& fill) {
        writer_.StartArray();
        fill();
        writer_.EndArray();
    }

    /// What is looked at first.
    void view(const trace::Excerpt& excerpt) {
        array("view", [&] {
            writer_.Double(std::max(excerpt.from, model_.beginTime));
            writer_.Double(std::min(excerpt.to, model_.endTime));
        });
    }

    void files() {
        for (const trace::ProgramFile& file : program_.files) {
            writer_.StartObject();
            string("name", file.name);
            array("lines", [&] { lines(file.text); });
            writer_.EndObject();
        }
    }
    void lines(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            string(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    void writeLane(std::size_t number) {
        const Lane& lane = model_.lanes[number];
        writer_.StartObject();
        string("name", lane.name);
        key("task");
        writer_.Bool(lane.task.valid());
        if (lane.worker.valid()) string("worker", lane.isProcess ? "process" : "thread");
        key("depth");
        writer_.Int(lane.depth);
        string("hue", lane.task.valid() ? std::to_string(lane.task.value % kHues) : "loop");
        key("ring");
        writer_.Bool(Palette::ringed(lane.task));
        string("end", endName(lane.end));
        key("endForms");
        forms(endForms(model_, number));
        array("spans", [&] {
            for (std::size_t span = 0; span < lane.spanCount(); ++span) writeSpan(number, span);
        });
        array("until", [&] {
            if (lane.spanCount() > 0) boundary(lane, lane.spanCount());
        });
        array("marks", [&] {
            for (const Mark& mark : lane.marks) writeMark(mark);
        });
        writer_.EndObject();
    }

    static std::string_view endName(LaneEnd end) {
        switch (end) {
            case LaneEnd::Open: return "open";
            case LaneEnd::Returned: return "returned";
            case LaneEnd::Raised: return "raised";
            case LaneEnd::Cancelled: return "cancelled";
        }
        return {};
    }
    static std::string_view markName(MarkKind kind) {
        switch (kind) {
            case MarkKind::CancelRequested: return "requested";
            case MarkKind::CancelDelivered: return "delivered";
            case MarkKind::Exception: return "exception";
            case MarkKind::Warning: return "warning";
        }
        return {};
    }
    /// What to say in as many words as there may be room for, the longest first.
    void forms(const std::vector<std::string>& forms) {
        row([&] {
            for (const std::string& form : forms) string(form);
        });
    }

    void boundary(const Lane& lane, std::size_t index) {
        writer_.Uint(lane.events[index].value);
        for (const std::vector<double>& along : lane.boundaries) writer_.Double(along[index]);
    }
    void writeSpan(std::size_t number, std::size_t span) {
        const Lane& lane = model_.lanes[number];
        row([&] {
            writer_.Int(static_cast<int>(lane.kinds[span]));
            boundary(lane, span);
            const std::vector<std::string> reasons = spanReasons(model_, number, span);
            if (reasons.empty()) return;
            forms(reasons);
            if (reasonIsAName(model_, number, span)) writer_.Int(1);
        });
    }
    void writeMark(const Mark& mark) {
        row([&] {
            writer_.Uint(mark.event.value);
            for (const double position : mark.position) writer_.Double(position);
            string(markName(mark.kind));
            forms(markForms(model_, mark));
            const std::string by = cancelledBy(model_, mark);
            if (!by.empty()) string(by);
        });
    }

    [[nodiscard]] unsigned laneOf(TaskId task) const {
        return lanes_[model_.laneOf(task).value_or(0)];
    }
    void steps() {
        for (const Step& step : model_.steps) {
            row([&] {
                writer_.Uint(step.began.value);
                writer_.Uint(laneOf(step.task));
            });
        }
    }
    void blocks() {
        for (const Block& block : model_.blocks) {
            row([&] {
                for (const auto& end : {block.begin, block.end}) {
                    for (const double position : end) writer_.Double(position);
                }
                writer_.Uint(block.began.value);
            });
        }
    }
    void arrows() {
        constexpr std::array<std::string_view, 4> kNames = {"created", "woke", "cancelled",
                                                            "result"};
        for (const Arrow& arrow : model_.arrows) {
            if (!lanes_.has(arrow.from) || !lanes_.has(arrow.to)) continue;
            row([&] {
                writer_.Uint(arrow.event.value);
                writer_.Uint(lanes_[arrow.from]);
                writer_.Uint(lanes_[arrow.to]);
                string(kNames[static_cast<std::size_t>(arrow.kind)]);
            });
        }
    }
    void output() {
        EventIndex at(0);
        for (const Event& event : trace_.events()) {
            if (event.kind == EventKind::Output) {
                row([&] {
                    writer_.Uint(at.value);
                    writer_.Int(event.stream() == trace::Stream::Stderr ? 1 : 0);
                    writer_.Uint(laneOf(event.task));
                    string(trace_.outputText(event));
                });
            }
            ++at.value;
        }
    }

    /// Where events happened that did not do so in the scenario's own file.
    void imported() {
        if (program_.files.size() == 1) return;
        for (EventIndex at(0); at.index() < trace_.size(); ++at.value) {
            const trace::FileLine place = places_.at(at, 0);
            if (place.line == 0 || place.file >= program_.files.size()) continue;
            row([&] {
                writer_.Uint(at.value);
                writer_.Uint64(place.file);
                writer_.Uint(place.line);
            });
        }
    }

    /// A column for each thing that there is to know.
    void events() {
        Playhead pace;  // knows how long to look at an event of each kind
        pace.setTrace(model_.trace);
        pace.setPacing(Pacing::Steps);
        const auto column = [&](std::string_view name, auto&& value) {
            array(name, [&] {
                EventIndex at(0);
                for (const Event& event : trace_.events()) {
                    if (!sink_.goOn(seen_++, kColumns * trace_.size())) return;
                    value(event, at);
                    ++at.value;
                }
            });
        };
        column("time", [&](const Event& event, EventIndex) { writer_.Double(event.time); });
        column("place", [&](const Event&, EventIndex at) {
            writer_.Double(std::round(stepPosition(model_, at) * 1e6) / 1e6);
        });
        LoopWork inside(trace_);
        column("line", [&](const Event& event, EventIndex) {
            writer_.Uint(inside.holds(event) ? 0 : event.line);
        });
        column("rest", [&](const Event&, EventIndex at) {
            writer_.Double(pace.restBefore(EventIndex(at.value + 1)));
        });
        column("text", [&](const Event&, EventIndex at) {
            string(trace::plainLine(namedDescription(trace_, at, *model_.source)));
        });
    }

    const LaneModel& model_;
    const trace::Trace& trace_;
    const trace::TracedProgram program_;
    const trace::ProgramPlaces places_;
    LaneNumbers lanes_;
    trace::TextSink& sink_;
    std::size_t seen_ = 0;  ///< events, in all columns
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace

std::string runJson(const LaneModel& model, const ExportedRun& run, const trace::Excerpt& excerpt,
                    const ExportOptions& options, trace::TextSink& sink) {
    const std::string json = RunWriter(model, run, excerpt, sink).write(excerpt, options);
    // It occurs within strings alone.
    std::string sound;
    sound.reserve(json.size());
    for (const char character : json) {
        if (character == '<') {
            sound += "\\u003c";
        } else {
            sound += character;
        }
    }
    return sound;
}

}  // namespace coroscope::app
