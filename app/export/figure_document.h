// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>

#include "app/export/figure_pages.h"
#include "app/export/go_on.h"

namespace coroscope::app {

/// The figure as a file of a kind: SVG, PNG or PDF (one vector page of the figure's own size). The
/// same figure gives the same bytes, provided that Qt's hashes are not seeded at random
/// (QHashSeed::setDeterministicGlobalSeed): a PDF lists its fonts in their order.
[[nodiscard]] QByteArray figureDocument(const Figure& figure, FormatKind kind,
                                        const ExportOptions& options);

/// A PDF of these pages; nothing, if `goOn`, which is asked before each, stopped it.
[[nodiscard]] std::optional<QByteArray> pagedDocument(const FigurePages& pages,
                                                      const GoOn& goOn = {});

}  // namespace coroscope::app
