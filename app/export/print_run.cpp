// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/print_run.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include "app/export/figure_pages.h"

namespace coroscope::app {

namespace {

constexpr double kDotsPerInch = 96;

/// A chart is wide.
void layLandscape(QPrinter& printer, const ExportedRun& run) {
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(QString::fromStdString(run.title));
    printer.setCreator(QStringLiteral("Coroscope"));
}

}  // namespace

void printOn(QPrinter& printer, const ExportedRun& run, const ExportOptions& options) {
    const auto excerpt = excerptOf(*run.trace, options);
    const auto* part = std::get_if<trace::Excerpt>(&excerpt);
    if (part == nullptr) return;
    ExportOptions wishes = options;
    if (printer.colorMode() == QPrinter::GrayScale) wishes.theme = FigureTheme::Print;
    const double dots = printer.resolution() / kDotsPerInch;
    const Paper paper{printer.pageRect(QPrinter::DevicePixel).size() / dots, 0};
    const FigurePages pages = pagesOf(lanesOf(run), run, *part, wishes, {}, paper);

    const std::size_t count = pages.pages.size();
    const auto first = static_cast<std::size_t>(std::max(printer.fromPage(), 1));
    const auto asked = static_cast<std::size_t>(printer.toPage());
    const std::size_t last = asked == 0 ? count : std::min(asked, count);
    QPainter painter(&printer);
    for (std::size_t page = first; page <= last; ++page) {
        if (page != first) printer.newPage();
        painter.save();
        painter.scale(dots, dots);
        pages.pages[page - 1](painter);
        painter.restore();
    }
}

void askToPrint(const ExportedRun& run, const ExportOptions& options, QWidget* parent) {
    QPrinter printer(QPrinter::HighResolution);
    layLandscape(printer, run);
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    if (dialog.exec() == QDialog::Accepted) printOn(printer, run, options);
}

void previewPrint(const ExportedRun& run, const ExportOptions& options, QWidget* parent) {
    QPrinter printer(QPrinter::HighResolution);
    layLandscape(printer, run);
    QPrintPreviewDialog dialog(&printer, parent);
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog,
                     [&run, &options](QPrinter* on) { printOn(*on, run, options); });
    dialog.resize(1000, 720);
    dialog.exec();
}

}  // namespace coroscope::app
