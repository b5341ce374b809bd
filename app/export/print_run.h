// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A run on paper: the pages that a PDF would have, on whatever paper the printer has.

#include "app/output/export_options.h"
#include "app/output/format.h"

class QPrinter;
class QWidget;

namespace coroscope::app {

/// Paints the pages that the printer was asked for. A printer without colours gets the palette
/// for print.
void printOn(QPrinter& printer, const ExportedRun& run, const ExportOptions& options);

/// Asks for a printer, and prints.
void askToPrint(const ExportedRun& run, const ExportOptions& options, QWidget* parent);
/// Shows the pages; from there they can be printed.
void previewPrint(const ExportedRun& run, const ExportOptions& options, QWidget* parent);

}  // namespace coroscope::app
