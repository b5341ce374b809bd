// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run as a file of any kind: a figure, or data that the trace writes itself.

#include <memory>
#include <optional>

#include <QString>
#include <QStringList>

#include "app/export/figure.h"

namespace coroscope::app {

/// The kinds of file, as a dialog lists them: `Picture, vector (*.svg)`.
[[nodiscard]] QStringList exportFilters();

/// Writes the run to a file in the format of its extension, as a whole or not at all, so that a
/// failure leaves the old one intact. Gives a sentence for the user if something went wrong.
[[nodiscard]] std::optional<QString> exportRun(std::shared_ptr<const trace::Trace> trace,
                                               const FigureOptions& options, const QString& path);

}  // namespace coroscope::app
