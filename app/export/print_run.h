// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run on paper: the pages that a PDF would have, on whatever paper the printer has.

#include <optional>

#include <QString>

#include "app/output/export_options.h"
#include "app/output/format.h"

class QPrinter;
class QWidget;

namespace coroscope::app {

// Each gives a sentence for the user if something went wrong.

/// Paints the pages that the printer was asked for. A printer without colours gets the palette
/// for print. `goOn` is asked before each page; a printer that cannot be told to forget them (CUPS
/// cannot) prints those that there are when it is stopped.
[[nodiscard]] std::optional<QString> printOn(QPrinter& printer, const ExportedRun& run,
                                             const ExportOptions& options,
                                             const trace::GoOn& goOn = {});

/// Asks for a printer, and prints, in the palette for print and with the program; if that takes
/// long, it shows how far it is, and can be stopped.
[[nodiscard]] std::optional<QString> askToPrint(const ExportedRun& run,
                                                const ExportOptions& options, QWidget* parent);
/// Shows the same pages; from there they can be printed.
[[nodiscard]] std::optional<QString> previewPrint(const ExportedRun& run,
                                                  const ExportOptions& options, QWidget* parent);

}  // namespace coroscope::app
