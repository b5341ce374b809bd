// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "app/export/export_run.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

QByteArray svgOf(std::shared_ptr<const trace::Trace> trace, const FigureOptions& options) {
    return renderFigure(std::move(trace), options, FigureFormat::Svg);
}

QImage rasterised(const QByteArray& svg) {
    QSvgRenderer renderer(svg);
    QImage image(renderer.defaultSize(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return image;
}

void save(const QByteArray& svg, const QString& name) {
    const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
    if (folder.isEmpty()) return;
    QFile file(folder + QLatin1Char('/') + name + QStringLiteral(".svg"));
    if (file.open(QIODevice::WriteOnly)) file.write(svg);
    rasterised(svg).save(folder + QLatin1Char('/') + name + QStringLiteral("-svg.png"));
}

FigureOptions titled(const QString& title) {
    FigureOptions options;
    options.title = title;
    return options;
}

TEST(Figure, SaysItsWordsAsText) {
    const QByteArray svg = svgOf(parcels(), titled(QStringLiteral("Parcels & <shield>")));
    save(svg, QStringLiteral("figure"));
    EXPECT_TRUE(svg.contains("<title>Parcels &amp; &lt;shield&gt;</title>"))
        << svg.left(600).toStdString();
    EXPECT_TRUE(svg.contains(">courier<"));
    EXPECT_TRUE(svg.contains(">sleep 1.5 s<"));
    EXPECT_TRUE(svg.contains("blocked 0.75 s"));
    EXPECT_TRUE(QSvgRenderer(svg).isValid());
}

TEST(Figure, IsAlsoAnImageOfTwiceTheSize) {
    const QImage image =
        QImage::fromData(renderFigure(parcels(), titled(QStringLiteral("P")), FigureFormat::Png));
    EXPECT_EQ(image.size(),
              2 * QSvgRenderer(svgOf(parcels(), titled(QStringLiteral("P")))).viewBox().size());
    EXPECT_GT(image.pixelColor(3, 3).lightness(), 240);
}

TEST(Figure, IsAlsoAPageWithItsFonts) {
    const QByteArray pdf =
        renderFigure(parcels(), titled(QStringLiteral("Parcels")), FigureFormat::Pdf);
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_EQ(pdf.count("/Type /Page\n"), 1);
    EXPECT_TRUE(pdf.contains("/FontFile"));
}

TEST(Figure, TheExtensionTellsTheFormat) {
    EXPECT_EQ(figureFormatOf(QStringLiteral("a/run.PNG")), FigureFormat::Png);
    EXPECT_EQ(figureFormatOf(QStringLiteral("run.pdf")), FigureFormat::Pdf);
    EXPECT_EQ(figureFormatOf(QStringLiteral("run.doc")), std::nullopt);
}

TEST(Figure, IsTheSameForTheSameRun) {
    FigureOptions options = titled(QStringLiteral("Parcels"));
    options.axis = AxisKind::Steps;
    const QByteArray once = svgOf(parcels(), options);
    save(once, QStringLiteral("figure-steps"));
    EXPECT_EQ(once, svgOf(parcels(), options));
}

TEST(Figure, GrowsWithItsLanes) {
    const QSize few = QSvgRenderer(svgOf(oneSleeper(), {})).defaultSize();
    const QSize more = QSvgRenderer(svgOf(parcels(), {})).defaultSize();
    EXPECT_GT(more.height(), few.height() + 200);
    EXPECT_GE(few.width(), 850);  // in mm, which Qt takes to be a little less than CSS does
}

TEST(Figure, DarkIsDark) {
    FigureOptions options;
    options.dark = true;
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-dark"));
    EXPECT_LT(rasterised(svg).pixelColor(3, 3).lightness(), 60);
    EXPECT_GT(rasterised(svgOf(parcels(), {})).pixelColor(3, 3).lightness(), 240);
}

TEST(Figure, OfACrowdStaysSmallAndSaysWhatItLeavesOut) {
    const QByteArray svg = svgOf(crowd(1500, 20'000), {});
    save(svg, QStringLiteral("figure-crowd"));
    EXPECT_LT(svg.size(), 40'000'000);
    EXPECT_TRUE(svg.contains("500 more tasks are not shown"));
}

TEST(Figure, OfNothingIsStillADocument) { EXPECT_TRUE(QSvgRenderer(svgOf(nullptr, {})).isValid()); }

TEST(Figure, ReplacesTheFileAsAWhole) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("run.svg"));
    EXPECT_EQ(exportFigure(oneSleeper(), {}, path), std::nullopt);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), svgOf(oneSleeper(), {}));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

TEST(ExportRun, TheExtensionTellsFiguresFromData) {
    const QTemporaryDir folder;
    const auto exported = [&](const char* name) {
        const QString path = folder.filePath(QLatin1String(name));
        EXPECT_EQ(exportRun(oneSleeper(), {}, path), std::nullopt) << name;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    EXPECT_TRUE(exported("run.svg").startsWith("<?xml"));
    EXPECT_TRUE(exported("run.pdf").startsWith("%PDF"));
    EXPECT_TRUE(exported("run.csv").startsWith("event,time,kind"));
    EXPECT_TRUE(exported("run.json").startsWith("{"));
    EXPECT_TRUE(exported("run.mmd").startsWith("gantt"));
}

TEST(ExportRun, FailureIsAnAnswer) {
    const QTemporaryDir folder;
    EXPECT_TRUE(exportRun(oneSleeper(), {}, folder.filePath(QStringLiteral("none/run.csv"))));
    EXPECT_TRUE(exportRun(oneSleeper(), {}, folder.filePath(QStringLiteral("run.doc"))));
    EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

TEST(Figure, FailureIsAnAnswer) {
    const QTemporaryDir folder;
    EXPECT_TRUE(exportFigure(oneSleeper(), {}, folder.filePath(QStringLiteral("none/run.svg"))));
    EXPECT_TRUE(exportFigure(oneSleeper(), {}, folder.path()));
}

}  // namespace
}  // namespace coroscope::app::testing
