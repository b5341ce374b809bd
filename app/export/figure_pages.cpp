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

/// Of one band of lanes; a run that needs more sheets is drawn closer.
constexpr double kMostColumns = 40;
constexpr double kMostSheets = 200;

/// How low lanes may get on pages, of which there can be more: their names are to be read.
constexpr double kLeastLane = 18;
/// How much smaller a figure may be drawn so that it needs no page for the little that is left.
constexpr double kLeastShare = 0.75;

/// How a figure is cut so that each part fits into a room.
struct Cut {
    double columns = 1;
    std::size_t rows = 1;  ///< lanes on each sheet
    std::size_t bands = 1;

    [[nodiscard]] double sheets() const { return columns * static_cast<double>(bands); }
    /// Whether there is little on the lowest sheets.
    [[nodiscard]] bool wastes(std::size_t lanes) const {
        return bands > 1 && (lanes - (bands - 1) * rows) * 3 <= rows;
    }
};

Cut cutOf(const Figure& whole, const QSizeF& room, double unit) {
    const double lanes = std::max(room.width() - whole.headerWidth(), 100.0);
    // Loop's lane and what is around the others, on every sheet.
    const double around = whole.frameHeight() + std::max(whole.laneHeight(), 20 * unit);
    const auto rows = static_cast<std::size_t>(
        std::max(1.0, std::floor((room.height() - around) / whole.laneHeight())));
    const std::size_t bands = std::max<std::size_t>(1, (whole.rowCount() + rows - 1) / rows);
    const double most =
        std::clamp(std::floor(kMostSheets / static_cast<double>(bands)), 1.0, kMostColumns);
    const double columns = std::ceil((whole.naturalWidth() - whole.headerWidth()) / lanes * 0.999);
    return {std::clamp(columns, 1.0, most), rows, bands};
}

/// At which share of its size a figure is drawn: a little smaller if it fits on one page then, or
/// if else the last lanes had pages of their own.
double shareOf(const Figure& whole, const QSizeF& room, double unit) {
    const Cut full = cutOf(whole, room, unit);
    for (double share = 1; share >= kLeastShare; share -= 0.05) {
        const Cut cut = cutOf(whole, room / share, unit);
        if (cut.sheets() == 1) return share;
    }
    if (!full.wastes(whole.rowCount())) return 1;
    for (double share = 1; share >= kLeastShare; share -= 0.05) {
        if (cutOf(whole, room / share, unit).bands < full.bands) return share;
    }
    return 1;
}

/// A part of a figure, drawn at a share of its size.
struct Part {
    FigureSheet sheet;
    double share = 1;
};

std::vector<Part> partsOf(const Figure& whole, const QSizeF& room, double unit) {
    const double share = shareOf(whole, room, unit);
    const Cut cut = cutOf(whole, room / share, unit);
    const auto columns = static_cast<std::size_t>(cut.columns);
    const std::size_t count = columns * cut.bands;
    std::vector<Part> parts;
    for (std::size_t i = 0; i < count; ++i) {
        FigureSheet sheet{room.width() / share, i % columns, columns, i / columns * cut.rows,
                          cut.rows};
        if (count > 1) sheet.number = QStringLiteral("%1 of %2").arg(i + 1).arg(count);
        sheet.leastLane = kLeastLane;
        parts.push_back({std::move(sheet), share});
    }
    return parts;
}

/// All of a figure on one page, as small as that makes it: who shows one moment after the other
/// must not have to turn pages in between.
Part wholeOn(const Figure& whole, const QSizeF& room) {
    const double share =
        std::min({1.0, room.width() / whole.size().width(), room.height() / whole.size().height()});
    FigureSheet sheet;
    sheet.width = room.width() / share;
    return {std::move(sheet), share};
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
        const bool one = wish.moment.has_value();
        FigureSheet measured;
        if (!one) measured.leastLane = kLeastLane;
        const Figure chart(model, run, excerpt, wish, measured);
        const auto parts = one ? std::vector{wholeOn(chart, room)} : partsOf(chart, room, unit);
        for (const Part& part : parts) {
            add([=](QPainter& painter) {
                painter.scale(part.share, part.share);
                Figure(model, run, excerpt, wish, part.sheet).paint(painter);
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
