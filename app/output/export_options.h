// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// All that one can ask of an export, on the command line and in the dialog.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/trace/excerpt.h"
#include "engine/trace/trace.h"

namespace coroscope::app {

enum class FigureAxis : std::uint8_t { Time, Steps };
enum class FigureTheme : std::uint8_t {
    Light,
    Dark,
    Print  ///< ink on paper: states and tasks are told apart without colour
};

enum class PageSize : std::uint8_t {
    Fit,     ///< one page of the figure's own size
    A4,      ///< lies on its long side
    Letter,  ///< of 11 by 8.5 inches
    Slide,   ///< 16:9
    A4Portrait,
    LetterPortrait
};

/// Of which moments there is to be a figure each.
enum class Storyboard : std::uint8_t {
    None,       ///< one figure of all
    Steps,      ///< the end of each step of a task, and a bad end of the run
    Bookmarks,  ///< those of a lesson
    Times       ///< ExportOptions::moments
};

/// A figure shows the run as it stood right after an event, or at a time between it and the next
/// one; what came later is pale.
struct FigureMoment {
    trace::EventIndex event;
    std::string text;                 ///< below the chart
    std::optional<double> time = {};  ///< virtual seconds; none: the event's own
};

/// CSS pixels, in which all sizes are.
inline constexpr int kDotsPerInch = 96;

struct ExportOptions {
    // Which part of the run.
    std::optional<double> from;      ///< virtual seconds; none: from its beginning
    std::optional<double> to;        ///< none: to its end
    std::vector<std::string> tasks;  ///< by their names or coroutines'; empty: all

    // How a figure looks.
    FigureAxis axis = FigureAxis::Time;
    FigureTheme theme = FigureTheme::Light;
    std::optional<std::string> caption;  ///< none: the title of the run; empty: no caption
    bool legend = true;
    bool source = false;  ///< a listing of the program below the chart; on pages where it fits
    double width = 0;     ///< of the whole figure; 0: by what there is to show
    double fontSize = 13;
    double pixelRatio = 2;          ///< of a PNG
    bool transparent = false;       ///< without a ground
    PageSize page = PageSize::Fit;  ///< of a PDF; a long run takes many

    // An animation.
    bool animate = false;  ///< an SVG that plays; a GIF always does
    double fps = 10;       ///< pictures in a second
    double duration = 0;   ///< of a round, in seconds; 0: by what there is to show

    // A series of figures.
    Storyboard storyboard = Storyboard::None;
    std::vector<double> moments;         ///< in virtual seconds
    std::optional<FigureMoment> moment;  ///< of this one figure; none: it shows all alike
};

/// The part of the run that the options mean; or, if there is none, a sentence for the user.
[[nodiscard]] std::variant<trace::Excerpt, std::string> excerptOf(const trace::Trace& trace,
                                                                  const ExportOptions& options);

/// What the user should know of a part that can be exported: that nothing happens in it.
[[nodiscard]] std::optional<std::string> warningOf(const trace::Trace& trace,
                                                   const trace::Excerpt& excerpt);

}  // namespace coroscope::app
