// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/print_run.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>

#include <QCoreApplication>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include "app/export/figure_pages.h"
#include "app/export/shown_work.h"

namespace coroscope::app {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("PrintRun", text); }

/// Ink on paper, with the program where it finds room below the chart, whatever the screen shows.
ExportOptions onPaper(ExportOptions options) {
    options.theme = FigureTheme::Print;
    options.source = true;
    return options;
}

/// A chart is wide.
void layLandscape(QPrinter& printer, const ExportedRun& run) {
    printer.setPageOrientation(QPageLayout::Landscape);
    printer.setDocName(QString::fromStdString(run.title));
    printer.setCreator(QStringLiteral("Coroscope"));
}

}  // namespace

std::optional<QString> printOn(QPrinter& printer, const ExportedRun& run,
                               const ExportOptions& options, const trace::GoOn& goOn) {
    const auto excerpt = excerptOf(*run.trace, options);
    const auto* part = std::get_if<trace::Excerpt>(&excerpt);
    if (part == nullptr) return QString::fromStdString(std::get<std::string>(excerpt));
    ExportOptions wishes = options;
    if (printer.colorMode() == QPrinter::GrayScale) wishes.theme = FigureTheme::Print;
    const double dots = static_cast<double>(printer.resolution()) / kDotsPerInch;
    // As in a PDF; but no printer reaches beyond its own margins.
    const QRectF sheet = printer.paperRect(QPrinter::DevicePixel);
    const QRectF reached = printer.pageRect(QPrinter::DevicePixel);
    const double margin =
        std::max({kPageMargin * dots, reached.left() - sheet.left(), reached.top() - sheet.top(),
                  sheet.right() - reached.right(), sheet.bottom() - reached.bottom()});
    const Paper paper{sheet.size() / dots, margin / dots};
    bool wanted = true;
    const auto lanes = lanesOf(run, [&] { return wanted = !goOn || goOn(0); });
    if (!wanted) return std::nullopt;
    const FigurePages pages = pagesOf(lanes, run, *part, wishes, {}, paper);

    const std::size_t count = pages.pages.size();
    const auto first = static_cast<std::size_t>(std::max(printer.fromPage(), 1));
    const auto asked = static_cast<std::size_t>(printer.toPage());
    const std::size_t last = asked == 0 ? count : std::min(asked, count);
    QPainter painter;
    if (!painter.begin(&printer)) {
        const QString file = printer.outputFileName();
        return file.isEmpty() ? translated("The printer takes no pages.")
                              : translated("Cannot write %1.").arg(file);
    }
    for (std::size_t page = first; page <= last; ++page) {
        if (goOn && !goOn(static_cast<double>(page - first) / static_cast<double>(last))) {
            printer.abort();
            return std::nullopt;
        }
        if (page != first && !printer.newPage()) {
            return translated("The printer took no more than %1 of %2 pages.")
                .arg(page - first)
                .arg(last + 1 - first);
        }
        painter.save();
        painter.translate(sheet.topLeft() - reached.topLeft());
        painter.scale(dots, dots);
        pages.pages[page - 1](painter);
        painter.restore();
    }
    if (painter.end() && printer.printerState() != QPrinter::Error) return std::nullopt;
    return translated("The pages could not be handed over to the printer.");
}

std::optional<QString> askToPrint(const ExportedRun& run, const ExportOptions& options,
                                  QWidget* parent) {
    QPrinter printer(QPrinter::HighResolution);
    layLandscape(printer, run);
    QPrintDialog dialog(&printer, parent);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    if (dialog.exec() != QDialog::Accepted) return std::nullopt;
    std::optional<QString> trouble;
    workShown(
        [&](const trace::GoOn& goOn) { trouble = printOn(printer, run, onPaper(options), goOn); },
        translated("Printing…"), parent);
    return trouble;
}

std::optional<QString> previewPrint(const ExportedRun& run, const ExportOptions& options,
                                    QWidget* parent) {
    QPrinter printer(QPrinter::HighResolution);
    layLandscape(printer, run);
    QPrintPreviewDialog dialog(&printer, parent);
    std::optional<QString> trouble;
    QObject::connect(&dialog, &QPrintPreviewDialog::paintRequested, &dialog, [&](QPrinter* on) {
        workShown(
            [&](const trace::GoOn& goOn) { trouble = printOn(*on, run, onPaper(options), goOn); },
            translated("Laying out the pages…"), &dialog);
    });
    dialog.resize(1000, 720);
    dialog.exec();
    return trouble;
}

}  // namespace coroscope::app
