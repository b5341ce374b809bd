// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_pages.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include <QPainter>

namespace coroscope::app {
namespace {

constexpr double kPageMargin = 36;
/// Of one band of lanes; a run that needs more sheets is drawn closer.
constexpr double kMostColumns = 40;

/// How a figure is cut so that each part fits into a room.
std::vector<FigureSheet> sheetsOf(const Figure& whole, const QSizeF& room, double unit) {
    const double lanes = std::max(room.width() - whole.headerWidth(), 100.0);
    const auto columns = static_cast<std::size_t>(
        std::clamp(std::ceil((whole.naturalWidth() - whole.headerWidth()) / lanes * 0.999), 1.0,
                   kMostColumns));
    // Loop's lane and what is around the others, on every sheet.
    const double around = whole.frameHeight() + std::max(whole.laneHeight(), 20 * unit);
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

/// One for each moment; without any, the figure of all.
std::vector<ExportOptions> wishesOf(const ExportOptions& options,
                                    const std::vector<FigureMoment>& moments) {
    std::vector<ExportOptions> wishes;
    for (const FigureMoment& moment : moments) {
        wishes.push_back(options);
        wishes.back().moment = moment;
    }
    if (wishes.empty()) wishes.push_back(options);
    return wishes;
}

}  // namespace

Paper paperOf(PageSize page) {
    constexpr double kMillimetres = kDotsPerInch / 25.4;
    switch (page) {
        case PageSize::A4: return {{297 * kMillimetres, 210 * kMillimetres}, kPageMargin};
        case PageSize::Letter: return {{11.0 * kDotsPerInch, 8.5 * kDotsPerInch}, kPageMargin};
        // Ten inches wide, as slides were before they grew: type is the larger on the wall.
        case PageSize::Slide: return {{960, 540}, kPageMargin};
        case PageSize::Fit: break;
    }
    return {};
}

FigurePages pagesOf(const std::shared_ptr<const LaneModel>& model, const ExportedRun& run,
                    const trace::Excerpt& excerpt, const ExportOptions& options,
                    const std::vector<FigureMoment>& moments, const Paper& paper) {
    const std::vector<ExportOptions> wishes = wishesOf(options, moments);
    const Figure whole(model, run, excerpt, wishes.front());
    FigurePages result{whole.title(), paper.size, {}};
    if (paper.size.isEmpty()) {
        result.size = whole.size();
        for (const ExportOptions& wish : wishes) {
            result.pages.emplace_back(
                [=](QPainter& painter) { Figure(model, run, excerpt, wish).paint(painter); });
        }
        return result;
    }
    const QSizeF room = paper.size - QSizeF(2 * paper.margin, 2 * paper.margin);
    const Palette palette = paletteOf(options);
    const auto add = [&](std::function<void(QPainter&)> paint) {
        result.pages.emplace_back([=, paint = std::move(paint)](QPainter& painter) {
            painter.fillRect(QRectF(QPointF(), paper.size), palette.pane);
            painter.translate(paper.margin, paper.margin);
            paint(painter);
        });
    };
    const double unit = options.fontSize / kBaseFont;
    for (ExportOptions wish : wishes) {
        wish.source = false;
        const Figure chart(model, run, excerpt, wish);
        for (const FigureSheet& sheet : sheetsOf(chart, room, unit)) {
            add([=](QPainter& painter) {
                Figure(model, run, excerpt, wish, sheet).paint(painter);
            });
        }
    }
    if (!options.source) return result;
    for (const SourceListing& part : SourceListing(programOf(run).files, 12 * unit).split(room)) {
        add([=](QPainter& painter) { part.paint(painter, QRectF(QPointF(), room), palette); });
    }
    return result;
}

}  // namespace coroscope::app
