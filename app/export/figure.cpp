// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "app/style/theme.h"
#include "app/timeline/chart_layout.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/time_axis.h"
#include "app/timeline/timeline_navigation.h"

namespace coroscope::app {
namespace {

constexpr double kLeastWidth = 960;
constexpr double kMostWidth = 2400;
constexpr int kDotsPerInch = 96;
constexpr double kPngRatio = 2;
/// Figures are for people to read. Above these the lanes get lower, then some are left out, which
/// the figure says.
constexpr std::size_t kComfortableLanes = 60;
constexpr std::size_t kMostLanes = 1000;

QString plural(std::size_t count, const char* one) {
    return QString::number(count) + QLatin1Char(' ') + QLatin1String(one) +
           (count == 1 ? QString() : QStringLiteral("s"));
}

/// Where the parts of a figure are.
struct FigureLayout {
    ChartView view;
    double chartTop = 0;
    double legendTop = 0;
    QSizeF size;
    std::size_t leftOut = 0;  ///< lanes
};

double autoWidth(const LaneModel& model, AxisKind axis, double header) {
    const auto count =
        static_cast<double>(axis == AxisKind::Time ? model.instants.size() : model.steps.size());
    return std::clamp(header + count * (axis == AxisKind::Time ? 60 : 44) + 80, kLeastWidth,
                      kMostWidth);
}

FigureLayout layoutFigure(LaneModel& model, const FigureOptions& options, const ChartFonts& fonts) {
    FigureLayout figure;
    if (model.lanes.size() > kMostLanes + 1) {
        figure.leftOut = model.lanes.size() - 1 - kMostLanes;
        model.lanes.resize(kMostLanes + 1);
        const auto outside = [](const Arrow& arrow) {
            return arrow.from > kMostLanes || arrow.to > kMostLanes;
        };
        model.arrows.erase(std::remove_if(model.arrows.begin(), model.arrows.end(), outside),
                           model.arrows.end());
    }
    ChartView& view = figure.view;
    view.axis = options.axis;
    view.scale = options.scale;
    view.palette = Palette::of(options.dark ? darkScheme() : lightScheme());
    view.headerWidth = headerWidthFor(model, fonts, options.scale, 360 * options.scale);
    const std::size_t lanes = model.lanes.size();
    view.laneHeight =
        lanes <= kComfortableLanes
            ? 52 * options.scale
            : std::max(4.0, 52.0 * kComfortableLanes / static_cast<double>(lanes)) * options.scale;
    const double width = options.width > 0
                             ? std::max(options.width, view.headerWidth + 100)
                             : autoWidth(model, options.axis, view.headerWidth) * options.scale;
    const double loop = std::max(view.laneHeight, 20 * options.scale);
    view.size = QSizeF(width, std::ceil(view.tickHeight() + loop + view.contentHeight(model)));
    fitAll(model, view);
    figure.chartTop = 52 * options.scale;
    figure.legendTop = figure.chartTop + view.size.height() + 14 * options.scale;
    const double below = options.legend || figure.leftOut > 0 ? 44 : 12;
    figure.size = QSizeF(std::ceil(width),
                         std::ceil(figure.chartTop + view.size.height() + below * options.scale));
    return figure;
}

QString describeRun(const LaneModel& model, std::size_t leftOut) {
    const auto shown = std::count_if(model.lanes.begin(), model.lanes.end(),
                                     [](const Lane& lane) { return lane.task.valid(); });
    const std::size_t tasks = static_cast<std::size_t>(shown) + leftOut;
    QString text = plural(tasks, "task") + QStringLiteral(" · ") +
                   QString::fromStdString(formatDuration(model.endTime)) + QStringLiteral(" · ") +
                   plural(model.steps.size(), "step");
    if (model.cutOff) text += QStringLiteral(" · cut off before its end");
    return text;
}

void paintFigure(QPainter& painter, const LaneModel& model, const FigureLayout& figure,
                 const FigureOptions& options, const ChartFonts& fonts) {
    const Palette& palette = figure.view.palette;
    const double unit = options.scale;
    painter.fillRect(QRectF(QPointF(), figure.size), palette.pane);

    const double margin = 12 * unit;
    const QRectF head(margin, 8 * unit, figure.size.width() - 2 * margin, 34 * unit);
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine);
    double x = head.left();
    if (!options.title.isEmpty()) {
        const QFontMetricsF& metrics = fonts.metrics(TextRole::Title);
        const QString title = metrics.elidedText(options.title, Qt::ElideRight, head.width() * 0.7);
        painter.setFont(fonts.font(TextRole::Title));
        painter.setPen(palette.ink);
        painter.drawText(head, flags, title);
        x += metrics.horizontalAdvance(title) + 16 * unit;
    }
    const QString subtitle =
        options.subtitle.isEmpty() ? describeRun(model, figure.leftOut) : options.subtitle;
    painter.setFont(fonts.font(TextRole::Legend));
    painter.setPen(palette.muted);
    painter.drawText(
        QRectF(x, head.top() + 2 * unit, head.right() - x, head.height()), flags,
        fonts.metrics(TextRole::Legend).elidedText(subtitle, Qt::ElideRight, head.right() - x));

    painter.save();
    painter.translate(0, figure.chartTop);
    const DrawList list = layoutChart(model, figure.view, fonts);
    paintChart(painter, list, figure.view, fonts, PaintTarget::Figure);
    painter.restore();

    const QRectF foot(figure.view.headerWidth, figure.legendTop,
                      figure.size.width() - figure.view.headerWidth, 20 * unit);
    double taken = 0;
    if (options.legend) taken = paintLegend(painter, foot, figure.view, fonts);
    if (figure.leftOut > 0) {
        painter.setFont(fonts.font(TextRole::Legend));
        painter.setPen(palette.muted);
        painter.drawText(foot.adjusted(taken, 0, 0, 0), flags,
                         QStringLiteral("%1 more tasks are not shown").arg(figure.leftOut));
    }
}

std::optional<QString> cannotWrite(const QString& path, const QString& why) {
    return QStringLiteral("cannot write %1: %2").arg(path, why);
}

}  // namespace

std::optional<FigureFormat> figureFormatOf(const QString& path) {
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension == QLatin1String("svg")) return FigureFormat::Svg;
    if (extension == QLatin1String("png")) return FigureFormat::Png;
    if (extension == QLatin1String("pdf")) return FigureFormat::Pdf;
    return std::nullopt;
}

QByteArray renderFigure(std::shared_ptr<const trace::Trace> trace, const FigureOptions& options,
                        FigureFormat format) {
    LaneModel model = buildLaneModel(std::move(trace));
    const ChartFonts fonts(options.scale);
    const FigureLayout figure = layoutFigure(model, options, fonts);
    const QString title = options.title.isEmpty() ? QStringLiteral("Timeline") : options.title;

    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto paintOn = [&](QPaintDevice& device, double ratio) {
        QPainter painter(&device);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(ratio, ratio);
        paintFigure(painter, model, figure, options, fonts);
    };
    switch (format) {
        case FigureFormat::Svg: {
            QSvgGenerator generator;
            generator.setOutputDevice(&buffer);
            generator.setResolution(kDotsPerInch);  // so that a pixel of the layout is one of it
            generator.setSize(figure.size.toSize());
            generator.setViewBox(QRectF(QPointF(), figure.size));
            // QSvgGenerator writes these two as they are.
            generator.setTitle(title.toHtmlEscaped());
            generator.setDescription(describeRun(model, figure.leftOut).toHtmlEscaped());
            paintOn(generator, 1);
            break;
        }
        case FigureFormat::Png: {
            QImage image((figure.size * kPngRatio).toSize(), QImage::Format_RGB32);
            paintOn(image, kPngRatio);
            image.save(&buffer, "PNG");
            break;
        }
        case FigureFormat::Pdf: {
            QPdfWriter writer(&buffer);
            writer.setResolution(kDotsPerInch);
            writer.setPageSize(QPageSize(figure.size * 72.0 / kDotsPerInch, QPageSize::Point));
            writer.setPageMargins(QMarginsF());
            writer.setTitle(title);
            paintOn(writer, 1);
            break;
        }
    }
    return buffer.data();
}

std::optional<QString> exportFigure(std::shared_ptr<const trace::Trace> trace,
                                    const FigureOptions& options, const QString& path) {
    const QByteArray document =
        renderFigure(std::move(trace), options, figureFormatOf(path).value_or(FigureFormat::Svg));
    const QFileInfo place(path);
    if (path == QLatin1String("-") || (place.exists() && !place.isFile() && !place.isDir())) {
        // A pipe or a device cannot be replaced; it is written to.
        QFile file(path);
        const bool open = path == QLatin1String("-") ? file.open(stdout, QIODevice::WriteOnly)
                                                     : file.open(QIODevice::WriteOnly);
        if (!open || file.write(document) != document.size() || !file.flush()) {
            return cannotWrite(path, file.errorString());
        }
        return std::nullopt;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document) != document.size() ||
        !file.commit()) {
        return cannotWrite(path, file.errorString());
    }
    return std::nullopt;
}

}  // namespace coroscope::app
