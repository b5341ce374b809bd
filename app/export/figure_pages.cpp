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

/// How much smaller a figure may be drawn so that it needs no page for the little that is left.
constexpr double kLeastShare = 0.75;
/// The same where the program finds room on the page by it, which else is turned to and fro.
constexpr double kLeastWithSource = 0.6;
/// The same on a slide, which is read from afar: of 1080 lines of a projector, the program's
/// letters have 16.
constexpr double kLeastOnSlide = 0.65;
/// How much of the width the program may take beside the chart, below which (0) it is tried first:
/// long lines are broken sooner where the chart needs the room.
constexpr double kBeside[] = {0, 0.5, 0.38};
/// A page holds no more lanes than of that height, in pixels.
constexpr double kLeastOnOnePage = 6;

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
        sheet.paged = true;
        sheet.lanes = whole.allLanes();
        parts.push_back({std::move(sheet), share});
    }
    return parts;
}

/// What is shown, of which there may be thousands of pages.
struct Content {
    std::shared_ptr<const LaneModel> model;
    ExportedRun run;
    trace::Excerpt excerpt;

    [[nodiscard]] Figure figure(const ExportOptions& wish, const FigureSheet& sheet) const {
        return {model, run, excerpt, wish, sheet};
    }
};

/// How large one figure may be on its page, and how narrow a part of the width that it would like.
struct Fit {
    double most = 1;
    double least = kLeastShare;
    double narrowest = 1;
};

/// All of a figure on one page, as large as it can be there; if it is asked for, with the program
/// below or beside. None: that would be too small.
std::optional<Part> onOnePage(const Content& content, const ExportOptions& wish,
                              const FigureLanes& lanes, const QSizeF& room, const Fit& fit) {
    constexpr double kFiner = 0.05;
    for (double share = fit.most; share >= fit.least - 1e-9; share -= kFiner) {
        for (const double beside : kBeside) {
            if (beside > 0 && !wish.source) continue;
            FigureSheet sheet;
            sheet.width = room.width() / share;
            sheet.lanes = lanes;
            sheet.beside = beside;
            const Figure figure = content.figure(wish, sheet);
            const double chart = figure.chartWidth() - figure.headerWidth();
            const double wanted = figure.naturalWidth() - figure.headerWidth();
            const bool fits = figure.size().height() * share <= room.height() &&
                              figure.size().width() * share <= room.width() + 1;
            if (fits && chart >= fit.narrowest * wanted * 0.999) return Part{sheet, share};
        }
    }
    return std::nullopt;
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

/// Lanes as high as a slide has room for: it is seen from afar.
void fillPage(Part& part, const Content& content, const ExportOptions& wish, const QSizeF& room) {
    constexpr double kMostTaller = 1.6;
    const Figure figure = content.figure(wish, part.sheet);
    const double spare = room.height() / part.share - figure.size().height();
    const double lanes = figure.lanes().height();
    if (spare > 0 && lanes > 0) part.sheet.taller = std::min(1 + spare / lanes, kMostTaller);
    const double now = content.figure(wish, part.sheet).size().height();
    if (now * part.share > room.height()) part.sheet.taller = 1;
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
        case PageSize::A4Portrait: return {{210 * kMillimetres, 297 * kMillimetres}, kPageMargin};
        case PageSize::LetterPortrait:
            return {{8.5 * kDotsPerInch, 11.0 * kDotsPerInch}, kPageMargin};
        case PageSize::Fit: break;
    }
    return {};
}

namespace {

/// The parts in which a figure is shown, and whether the program stands on them too.
struct Parts {
    std::vector<Part> parts;
    bool source = false;
};

Parts partsFor(const Content& content, const ExportOptions& wish, const FigureLanes& lanes,
               const QSizeF& room) {
    const bool slide = wish.page == PageSize::Slide;
    const bool moment = wish.moment.has_value();
    Fit fit;
    // On a wall type comes first: it may take room from the axis, as far as its steps stay apart.
    if (slide) fit = {2, kLeastShare, 0.75};
    if (moment) fit = {slide ? 2.0 : 1.0, 0.3, slide ? 0.5 : 0.8};
    ExportOptions alone = wish;
    alone.source = false;
    // More than fits by far needs not be tried.
    const bool few = static_cast<double>(lanes->size()) * kLeastOnOnePage < room.height();
    for (const bool source : {true, false}) {
        if (!few || (source && !wish.source)) continue;
        const ExportOptions& tried = source ? wish : alone;
        Fit bounds = fit;
        if (source && slide && !moment) {
            bounds = {2, kLeastOnSlide, 0.6};
        } else if (source) {
            bounds.least = kLeastWithSource;
        }
        if (auto part = onOnePage(content, tried, lanes, room, bounds)) {
            if (slide) fillPage(*part, content, tried, room);
            return {{std::move(*part)}, source};
        }
    }
    FigureSheet measured;
    measured.paged = true;
    measured.lanes = lanes;
    if (moment) measured = {};
    const Figure chart = content.figure(alone, measured);
    if (moment) return {{wholeOn(chart, room)}, false};
    return {partsOf(chart, room, wish.fontSize / kBaseFont), false};
}

/// How much smaller the program is set so that its last lines need no page of their own.
double shareOf(const SourceListing& listing, const QSizeF& room) {
    const std::size_t full = listing.sheetsFor(room);
    for (double share = 0.95; full > 1 && share >= kLeastShare; share -= 0.05) {
        if (listing.sheetsFor(room / share) < full) return share;
    }
    return 1;
}

}  // namespace

FigurePages pagesOf(const std::shared_ptr<const LaneModel>& model, const ExportedRun& run,
                    const trace::Excerpt& excerpt, const ExportOptions& options,
                    const std::vector<FigureMoment>& moments, const Paper& paper) {
    const auto content = std::make_shared<const Content>(Content{model, run, excerpt});
    const std::vector<ExportOptions> wishes = wishesOf(options, moments);
    const bool paged = !paper.size.isEmpty();
    FigureSheet all;
    all.paged = paged && moments.empty();
    const Figure whole = content->figure(wishes.front(), all);
    FigurePages result{whole.title(), paper.size, {}, noteOn(whole)};
    if (!paged) {
        result.size = whole.size();
        for (const ExportOptions& wish : wishes) {
            result.pages.emplace_back(
                [=](QPainter& painter) { content->figure(wish, {}).paint(painter); });
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
    // All moments are shown alike.
    const Parts cut = partsFor(*content, wishes.front(), whole.allLanes(), room);
    for (ExportOptions each : wishes) {
        each.source = cut.source;
        const auto wish = std::make_shared<const ExportOptions>(std::move(each));
        for (const Part& part : cut.parts) {
            add([=](QPainter& painter) {
                painter.scale(part.share, part.share);
                content->figure(*wish, part.sheet).paint(painter);
            });
        }
    }
    if (!options.source || cut.source) return result;
    const double unit = options.fontSize / kBaseFont;
    const SourceListing listing(programOf(run).files, 12 * unit);
    const double share = shareOf(listing, room);
    for (const SourceListing& part : listing.split(room / share)) {
        add([=](QPainter& painter) {
            painter.scale(share, share);
            part.paint(painter, QRectF(QPointF(), room / share), palette);
        });
    }
    return result;
}

}  // namespace coroscope::app
