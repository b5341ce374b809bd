// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "app/export/figure_pages.h"
#include "engine/trace/text_sink.h"

namespace coroscope::app {

/// The figure as a file of a kind: SVG, PNG or PDF (one vector page of the figure's own size). The
/// same figure gives the same bytes, provided that Qt's hashes are not seeded at random
/// (QHashSeed::setDeterministicGlobalSeed): a PDF lists its fonts in their order.
[[nodiscard]] QByteArray figureDocument(const Figure& figure, FormatKind kind,
                                        const ExportOptions& options);

/// The same as a PNG, and a PDF of these pages. The sink is asked now and then whether to go on.
void writePng(const Figure& figure, const ExportOptions& options, trace::TextSink& sink);
void writePdf(const FigurePages& pages, trace::TextSink& sink);

}  // namespace coroscope::app
