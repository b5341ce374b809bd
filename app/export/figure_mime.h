// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/export/figure.h"

class QMimeData;

namespace coroscope::app {

/// A figure for the clipboard, or to be dropped on another program: as SVG and as pixels.
[[nodiscard]] std::unique_ptr<QMimeData> figureMime(const Figure& figure,
                                                    const ExportOptions& options);

/// The same of a run as a whole.
[[nodiscard]] std::unique_ptr<QMimeData> figureMime(const ExportedRun& run,
                                                    const ExportOptions& options);

}  // namespace coroscope::app
