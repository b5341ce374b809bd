// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How a run plays in an animation: the playhead goes along the axis at an even pace, rests at the
/// end, and begins anew.

#include <optional>
#include <string>
#include <vector>

#include <QByteArray>

#include "app/export/figure.h"
#include "engine/trace/text_sink.h"

namespace coroscope::app {

inline constexpr double kRestAtEnd = 1.5;  ///< seconds

/// A picture of an animation: the playhead stands at `share` of the way along the axis.
struct Frame {
    double share = 0;
    FigureMoment moment;  ///< what has happened last there
};

/// How long one round takes, without the rest at its end, in seconds: what is asked for, or by how
/// much there is to see.
[[nodiscard]] double durationOf(const LaneModel& model, const ExportOptions& options);

/// The pictures of one round; the last is that of the end.
[[nodiscard]] std::vector<Frame> framesOf(const Figure& figure, const ExportOptions& options);

/// An SVG that plays by itself in browsers and whatever else knows SMIL; elsewhere it shows the
/// whole run.
[[nodiscard]] QByteArray animatedSvg(const Figure& figure, const ExportOptions& options);

/// The wishes as a GIF can follow them. Every pixel counts in each picture, so that it is no wider
/// than a slide if nobody says so.
[[nodiscard]] ExportOptions forGif(ExportOptions options);

/// A GIF that plays for ever. Gives a sentence for the user if it cannot be made. The sink is asked
/// at each picture whether to go on.
[[nodiscard]] std::optional<std::string> writeGif(const Figure& figure,
                                                  const ExportOptions& options,
                                                  trace::TextSink& sink);

}  // namespace coroscope::app
