// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A whole run as a figure: title, lanes, legend. The shapes are those of the window, painted by
/// the same painter; only the paint device differs. Needs a QGuiApplication, for its fonts, but no
/// display: the offscreen platform will do.

#include <cstdint>
#include <memory>
#include <optional>

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include "app/timeline/lane_model.h"

class QPainter;

namespace coroscope::app {

struct FigureOptions {
    QString title;     ///< above the lanes, and the document's title; may be empty
    QString subtitle;  ///< beside it, in small; empty: what there is to say of the run
    AxisKind axis = AxisKind::Time;
    bool dark = false;
    bool legend = true;
    double width = 0;  ///< pixels; 0: by what there is to show
    double scale = 1;  ///< of type and strokes
};

enum class FigureFormat : std::uint8_t {
    Svg,  ///< its words as real text
    Png,  ///< two pixels for each of the layout's
    Pdf,  ///< one vector page of the figure's own size, its fonts embedded
};

/// What the extension of a path says; none for others than .svg, .png and .pdf.
[[nodiscard]] std::optional<FigureFormat> figureFormatOf(const QString& path);

/// The figure as a document. The same trace and options give the same bytes, save the moment of
/// writing that a PDF holds.
[[nodiscard]] QByteArray renderFigure(std::shared_ptr<const trace::Trace> trace,
                                      const FigureOptions& options, FigureFormat format);

/// Writes the document to a file, in the format of its extension (SVG if that says none): as a
/// whole or not at all, so that a failure leaves the old one intact. `-` is standard output. Gives
/// a sentence for the user if something went wrong.
[[nodiscard]] std::optional<QString> exportFigure(std::shared_ptr<const trace::Trace> trace,
                                                  const FigureOptions& options,
                                                  const QString& path);

}  // namespace coroscope::app
