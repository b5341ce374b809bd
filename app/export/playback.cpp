// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/playback.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "app/export/svg_device.h"
#include "app/output/storyboard.h"
#include "app/style/fonts.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

namespace {

constexpr double kSecondsPerStep = 0.4;
constexpr double kLeastDuration = 4;
constexpr double kMostDuration = 24;
/// Of a file that is to be looked at.
constexpr double kMostFrames = 1500;

QByteArray quoted(const char* name, const QByteArray& value) {
    return QByteArray(" ") + name + "=\"" + value + "\"";
}

QByteArray fillOf(const QColor& colour) {
    return quoted("fill", colour.name().toLatin1()) +
           quoted("fill-opacity", svgNumber(colour.alphaF()));
}

/// Words that change as the playhead goes on: each is seen for its stretch of the round.
class SmilWriter {
public:
    SmilWriter(const Figure& figure, const ExportOptions& options)
        : figure_(figure), frames_(framesOf(figure, options)) {
        const double playing = durationOf(figure.model(), options);
        round_ = playing + kRestAtEnd;
        end_ = playing / round_;
    }

    QByteArray write() {
        out_ = "<g id=\"playback\">\n";
        veil();
        for (const Text& word : figure_.words()) wordInLane(word);
        playhead();
        eachStretch([](const Frame& frame) { return frame.moment.text; },
                    [this](std::size_t first, std::size_t next) { momentText(first, next); });
        eachStretch([this](const Frame& frame) { return lineOf(frame); },
                    [this](std::size_t first, std::size_t next) { runningLine(first, next); });
        return out_ + "</g>\n";
    }

private:
    /// The frames [first, next) that follow one another and have the same to show.
    template <typename Of, typename Do>
    void eachStretch(Of&& of, Do&& act) const {
        for (std::size_t first = 0; first < frames_.size();) {
            std::size_t next = first + 1;
            while (next < frames_.size() && of(frames_[next]) == of(frames_[first])) ++next;
            act(first, next);
            first = next;
        }
    }
    [[nodiscard]] trace::FileLine lineOf(const Frame& frame) const {
        return figure_.placeOf(frame.moment.event);
    }

    [[nodiscard]] QByteArray dur() const {
        return quoted("dur", svgNumber(round_) + "s") + quoted("repeatCount", "indefinite");
    }
    /// From one value to the other while it plays, and what it is while it rests.
    [[nodiscard]] QByteArray moves(const char* attribute, double from, double to,
                                   double resting) const {
        return QByteArray("<animate") + quoted("attributeName", attribute) +
               quoted("values", svgNumber(from) + ";" + svgNumber(to) + ";" + svgNumber(resting) +
                                    ";" + svgNumber(resting)) +
               keyTimes({0, end_, end_, 1}) + dur() + "/>";
    }
    [[nodiscard]] static QByteArray keyTimes(const std::vector<double>& times) {
        QByteArray text;
        for (const double time : times) {
            if (!text.isEmpty()) text += ';';
            text += QByteArray::number(time, 'f', 5);
        }
        return quoted("keyTimes", text);
    }

    void veil() {
        const QRectF lanes = figure_.lanes();
        const double from = figure_.xAt(0);
        const double to = figure_.xAt(1);
        out_ += "<rect" + quoted("x", svgNumber(lanes.right())) +
                quoted("y", svgNumber(lanes.top())) + quoted("width", "0") +
                quoted("height", svgNumber(lanes.height())) + fillOf(figure_.veil()) + ">" +
                moves("x", from, to, to) +
                moves("width", lanes.right() - from, lanes.right() - to, 0) + "</rect>\n";
    }

    /// As paintPlayhead has it.
    void playhead() {
        const QRectF lanes = figure_.lanes();
        const double unit = figure_.unit();
        const QByteArray half = svgNumber(7 * unit);
        const QByteArray back = svgNumber(-7 * unit);
        const auto place = [](double x) { return svgNumber(x) + ",0"; };
        out_ += "<g" + quoted("transform", "translate(" + place(figure_.xAt(1)) + ")") + ">" +
                "<animateTransform attributeName=\"transform\" type=\"translate\"" +
                quoted("values", place(figure_.xAt(0)) + ";" + place(figure_.xAt(1)) + ";" +
                                     place(figure_.xAt(1))) +
                keyTimes({0, end_, 1}) + dur() + "/><path" + fillOf(figure_.palette().ink) +
                quoted("d", "M" + back + "," + svgNumber(lanes.top() - 16 * unit) + "h" +
                                svgNumber(14 * unit) + "v" + half + "l" + back + "," + half + "l" +
                                back + "," + back + "z") +
                "/><rect" + quoted("x", svgNumber(-0.8 * unit)) +
                quoted("y", svgNumber(lanes.top() - 9 * unit)) +
                quoted("width", svgNumber(1.6 * unit)) +
                quoted("height", svgNumber(lanes.height() + 9 * unit)) +
                fillOf(figure_.palette().ink) + "/></g>\n";
    }

    /// Pale until the event that it tells of; while all rests, and where nothing moves, in full.
    void wordInLane(const Text& word) {
        const auto told = std::ranges::find_if(
            frames_, [&](const Frame& frame) { return frame.moment.event >= word.since; });
        const double begin = told == frames_.end() ? end_ : told->share * end_;
        const QFont& font = figure_.fonts().font(word.role);
        const QFontMetricsF& metrics = figure_.fonts().metrics(word.role);
        const QRectF rect = word.rect.translated(figure_.chartOrigin());
        const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        out_ += "<text" + quoted("x", svgNumber(rect.left())) + quoted("y", svgNumber(baseline)) +
                quoted("font-size", svgNumber(font.pixelSize())) +
                (font.bold() ? quoted("font-weight", "700") : QByteArray()) +
                quoted("font-family", svgText(font.family()) + ", sans-serif") +
                fillOf(QColor(word.colour)) + ">" + svgText(word.text);
        if (begin > 0) {
            out_ += QByteArray("<animate attributeName=\"opacity\" calcMode=\"discrete\"") +
                    quoted("values", svgNumber(1 - figure_.veil().alphaF()) + ";1") +
                    keyTimes({0, begin}) + dur() + "/>";
        }
        out_ += "</text>\n";
    }

    /// When the frames [first, next) are to be seen, and how things are without any animation.
    struct Turn {
        QByteArray hidden;
        QByteArray shown;
    };
    [[nodiscard]] Turn turnOf(std::size_t first, std::size_t next) const {
        const bool last = next == frames_.size();
        return {last ? QByteArray() : quoted("visibility", "hidden"),
                seen(frames_[first].share * end_, last ? 1 : frames_[next].share * end_)};
    }

    /// What is to be read below the chart.
    void momentText(std::size_t first, std::size_t next) {
        const Turn turn = turnOf(first, next);
        const QRectF rect = figure_.momentRect();
        out_ += "<text" + quoted("x", svgNumber(rect.left())) +
                quoted("y", svgNumber(rect.center().y() + 4.5 * figure_.unit())) +
                quoted("font-size", svgNumber(kBaseFont * figure_.unit())) +
                quoted("font-family", svgText(uiFont().family()) + ", sans-serif") +
                fillOf(figure_.palette().ink) + turn.hidden + ">" +
                svgText(figure_.momentWords(frames_[first].moment)) + turn.shown + "</text>\n";
    }

    /// Which line of the program has its turn.
    void runningLine(std::size_t first, std::size_t next) {
        const QRectF place = figure_.lineRect(lineOf(frames_[first]));
        if (place.isEmpty()) return;
        const Turn turn = turnOf(first, next);
        QColor mark = figure_.palette().trouble;
        mark.setAlphaF(0.22F);
        out_ += "<rect" + quoted("x", svgNumber(place.left())) +
                quoted("y", svgNumber(place.top())) + quoted("width", svgNumber(place.width())) +
                quoted("height", svgNumber(place.height())) + fillOf(mark) + turn.hidden + ">" +
                turn.shown + "</rect>\n";
    }

    [[nodiscard]] QByteArray seen(double begin, double finish) const {
        QByteArray values = "hidden";
        std::vector<double> times{0};
        if (begin <= 0) {
            values = "visible";
        } else {
            values += ";visible";
            times.push_back(begin);
        }
        if (finish < 1) {
            values += ";hidden";
            times.push_back(finish);
        }
        return QByteArray("<animate attributeName=\"visibility\" calcMode=\"discrete\"") +
               quoted("values", values) + keyTimes(times) + dur() + "/>";
    }

    const Figure& figure_;
    std::vector<Frame> frames_;
    double round_ = 0;  ///< seconds, with the rest
    double end_ = 1;    ///< when the playhead arrives, as a share of the round
    QByteArray out_;
};

/// By what to multiply a time so that its whole part tells moments so far apart from each other.
double digitsFor(double seconds) {
    return seconds > 0 ? std::pow(10, std::max(0.0, -std::floor(std::log10(seconds)))) : 1;
}

}  // namespace

double durationOf(const LaneModel& model, const ExportOptions& options) {
    if (options.duration > 0) return options.duration;
    return std::clamp(static_cast<double>(model.steps.size()) * kSecondsPerStep, kLeastDuration,
                      kMostDuration);
}

std::vector<Frame> framesOf(const Figure& figure, const ExportOptions& options) {
    const double duration = durationOf(figure.model(), options);
    const auto count =
        static_cast<std::size_t>(std::clamp(std::round(duration * options.fps), 1.0, kMostFrames));
    const trace::Trace& trace = *figure.model().trace;
    const double digits = digitsFor((trace.endTime()) / static_cast<double>(count));
    std::vector<Frame> frames;
    for (std::size_t i = 0; i <= count; ++i) {
        Frame frame;
        frame.share = static_cast<double>(i) / static_cast<double>(count);
        frame.moment = figure.momentAt(frame.share);
        std::optional<double> told = frame.moment.time;
        if (told)
            told = std::max(std::floor(*told * digits) / digits, trace[frame.moment.event].time);
        frame.moment.text = momentText(trace, frame.moment.event, told);
        frames.push_back(std::move(frame));
    }
    return frames;
}

ExportOptions forGif(ExportOptions options) {
    constexpr double kSlide = 1280;
    options.animate = true;
    options.transparent = false;
    if (options.width == 0) options.width = kSlide;
    return options;
}

QByteArray animatedSvg(const Figure& figure, const ExportOptions& options) {
    return figure.svg(SmilWriter(figure, options).write());
}

}  // namespace coroscope::app
