// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_document.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>
#include <vector>

#include <QBuffer>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace coroscope::app {
namespace {

constexpr int kDotsPerInch = 96;
/// QImage takes no more in either direction.
constexpr double kMostPixels = 32'000;
constexpr double kPageMargin = 36;
/// Of one band of lanes; a run that needs more sheets is drawn closer.
constexpr double kMostColumns = 40;

QString documentTitle(const Figure& figure) {
    return figure.title().isEmpty() ? QStringLiteral("Timeline") : figure.title();
}

QByteArray pngOf(const Figure& figure, const ExportOptions& options) {
    const double longest = std::max(figure.size().width(), figure.size().height());
    const double ratio = std::min(options.pixelRatio, kMostPixels / longest);
    QImage image((figure.size() * ratio).toSize(),
                 options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.fill(Qt::transparent);
    {
        QPainter painter(&image);
        painter.scale(ratio, ratio);
        figure.paint(painter);
    }
    QBuffer device;
    device.open(QIODevice::WriteOnly);
    image.save(&device, "PNG");
    return device.data();
}

/// Qt writes the moment of writing into a PDF, of which the same run must give the same bytes. The
/// virtual clock's first day takes its place; what remains of the field is filled with spaces, so
/// that all offsets stay.
void forgetTheMoment(QByteArray& pdf) {
    const QByteArray key = "/CreationDate (";
    const qsizetype at = pdf.indexOf(key);
    const qsizetype end = at < 0 ? -1 : pdf.indexOf('\n', at);
    if (end < 0) return;
    const QByteArray date = key + "D:20250101000000Z)";
    pdf.replace(at, end - at, date.leftJustified(end - at, ' '));
}

/// A PDF whose pages all have a size in pixels.
QByteArray writtenPdf(const QString& title, const QSizeF& page,
                      const std::function<void(QPdfWriter&, QPainter&)>& paint) {
    QByteArray pdf;
    {
        QBuffer buffer(&pdf);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(kDotsPerInch);
        writer.setPageSize(QPageSize(page * 72.0 / kDotsPerInch, QPageSize::Point));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Coroscope"));
        QPainter painter(&writer);
        paint(writer, painter);
    }
    forgetTheMoment(pdf);
    return pdf;
}

QByteArray pdfOf(const Figure& figure) {
    return writtenPdf(documentTitle(figure), figure.size(),
                      [&](QPdfWriter&, QPainter& painter) { figure.paint(painter); });
}

QSizeF pageSize(PageSize page) {
    switch (page) {
        case PageSize::A4: return {297 / 25.4 * kDotsPerInch, 210 / 25.4 * kDotsPerInch};
        case PageSize::Letter: return {11.0 * kDotsPerInch, 8.5 * kDotsPerInch};
        case PageSize::Slide: return {1280, 720};
        case PageSize::Fit: break;
    }
    return {};
}

/// How a figure is cut so that each part fits into a room.
std::vector<FigureSheet> sheetsOf(const Figure& whole, const QSizeF& room, double unit) {
    const double lanes = std::max(room.width() - whole.headerWidth(), 100.0);
    const auto columns = static_cast<std::size_t>(
        std::clamp(std::ceil((whole.naturalWidth() - whole.headerWidth()) / lanes * 0.999), 1.0,
                   kMostColumns));
    // Caption, ticks and legend; then the loop's lane, on every sheet.
    const double around = (52 + 38 + 44) * unit + std::max(whole.laneHeight(), 20 * unit);
    const auto rows = static_cast<std::size_t>(
        std::max(1.0, std::floor((room.height() - around) / whole.laneHeight())));
    const std::size_t bands = std::max<std::size_t>(1, (whole.rowCount() + rows - 1) / rows);
    std::vector<FigureSheet> sheets;
    for (std::size_t band = 0; band < bands; ++band) {
        for (std::size_t column = 0; column < columns; ++column) {
            sheets.push_back(
                {room.width(), column, columns, band * rows, rows,
                 bands * columns == 1
                     ? QString()
                     : QStringLiteral("%1 of %2").arg(sheets.size() + 1).arg(bands * columns)});
        }
    }
    return sheets;
}

}  // namespace

QByteArray figureDocument(const Figure& figure, FormatKind kind, const ExportOptions& options) {
    if (kind == FormatKind::Pdf) return pdfOf(figure);
    return kind == FormatKind::Svg ? figure.svg() : pngOf(figure, options);
}

QByteArray pagedDocument(const std::shared_ptr<const LaneModel>& model, const ExportedRun& run,
                         const trace::Excerpt& excerpt, const ExportOptions& options) {
    ExportOptions chart = options;
    chart.source = false;
    const double unit = options.fontSize / kBaseFont;
    const Figure whole(model, run, excerpt, chart);
    const QSizeF page = pageSize(options.page);
    const QSizeF room = page - QSizeF(2 * kPageMargin, 2 * kPageMargin);
    const SourceListing listing(options.source ? std::string_view(run.source) : std::string_view(),
                                12 * unit);
    return writtenPdf(documentTitle(whole), page, [&](QPdfWriter& writer, QPainter& painter) {
        bool first = true;
        const auto onNewPage = [&](const auto& paint) {
            if (!first) writer.newPage();
            first = false;
            painter.save();
            painter.fillRect(QRectF(QPointF(), page), paletteOf(options).pane);
            painter.translate(kPageMargin, kPageMargin);
            paint();
            painter.restore();
        };
        for (const FigureSheet& sheet : sheetsOf(whole, room, unit)) {
            onNewPage([&] { Figure(model, run, excerpt, chart, sheet).paint(painter); });
        }
        for (const SourceListing& part : listing.split(room)) {
            onNewPage([&] { part.paint(painter, QRectF(QPointF(), room), paletteOf(options)); });
        }
    });
}

}  // namespace coroscope::app
