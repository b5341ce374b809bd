// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include "app/export/figure.h"

namespace coroscope::app {

/// The figure as a file of a kind: SVG, PNG or PDF (one vector page of the figure's own size). The
/// same figure gives the same bytes, provided that Qt's hashes are not seeded at random
/// (QHashSeed::setDeterministicGlobalSeed): a PDF lists its fonts in their order.
[[nodiscard]] QByteArray figureDocument(const Figure& figure, FormatKind kind,
                                        const ExportOptions& options);

/// A PDF on pages of `options.page`, which is not Fit: a long run takes many, each with the names
/// of its lanes; the program, if it is asked for, has pages of its own.
[[nodiscard]] QByteArray pagedDocument(const std::shared_ptr<const LaneModel>& model,
                                       const ExportedRun& run, const trace::Excerpt& excerpt,
                                       const ExportOptions& options);

}  // namespace coroscope::app
