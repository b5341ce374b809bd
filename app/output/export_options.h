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
    A4,      ///< these lie on their long side
    Letter,  ///< of 11 by 8.5 inches
    Slide    ///< 16:9
};

/// Sizes are in CSS pixels, 96 an inch.
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
    bool source = false;  ///< a listing of the program below the chart
    double width = 0;     ///< of the whole figure; 0: by what there is to show
    double fontSize = 13;
    double pixelRatio = 2;          ///< of a PNG
    bool transparent = false;       ///< a PNG without a ground
    PageSize page = PageSize::Fit;  ///< of a PDF; a long run takes many
};

/// The part of the run that the options mean; or, if there is none, a sentence for the user.
[[nodiscard]] std::variant<trace::Excerpt, std::string> excerptOf(const trace::Trace& trace,
                                                                  const ExportOptions& options);

}  // namespace coroscope::app
