// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run on pages: of a PDF, or of a printer. A long run takes many, each with the names of its
/// lanes; the program, if it is asked for, stands below or beside a chart of one page where there
/// is room, else on pages of its own; a storyboard has a page for each of its moments.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <QSizeF>
#include <QString>

#include "app/export/figure.h"

namespace coroscope::app {

/// Around what is on a page, in pixels.
inline constexpr double kPageMargin = 36;

/// The paper, in pixels. An empty size: as large as the figure.
struct Paper {
    QSizeF size;
    double margin = 0;
};

[[nodiscard]] Paper paperOf(PageSize page);

struct FigurePages {
    QString title;  ///< of the document
    QSizeF size;    ///< of each page, in pixels
    /// Paints each page, in pixels.
    std::vector<std::function<void(QPainter&)>> pages;
    std::string note;  ///< what is not on them; empty: all is
};

/// `moments`: as of which there are to be pages; empty: as a whole.
[[nodiscard]] FigurePages pagesOf(const std::shared_ptr<const LaneModel>& model,
                                  const ExportedRun& run, const trace::Excerpt& excerpt,
                                  const ExportOptions& options,
                                  const std::vector<FigureMoment>& moments, const Paper& paper);

}  // namespace coroscope::app
