// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "app/export/export_run.h"
#include "app/export/figure_document.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

ExportedRun runOf(std::shared_ptr<const trace::Trace> trace, std::string title = "Parcels") {
    return {std::move(trace), std::move(title), "parcels.py", "import asyncio\n\nx = 1\n"};
}

QByteArray documentOf(const ExportedRun& run, FormatKind kind, const ExportOptions& options = {}) {
    const auto excerpt = excerptOf(*run.trace, options);
    return figureDocument(Figure(lanesOf(run), run, std::get<trace::Excerpt>(excerpt), options),
                          kind, options);
}

QByteArray svgOf(std::shared_ptr<const trace::Trace> trace, const ExportOptions& options = {}) {
    return documentOf(runOf(std::move(trace)), FormatKind::Svg, options);
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

TEST(Figure, SaysItsWordsAsText) {
    const QByteArray svg = documentOf(runOf(parcels(), "Parcels & <shield>"), FormatKind::Svg);
    save(svg, QStringLiteral("figure"));
    EXPECT_TRUE(svg.contains("<title>Parcels &amp; &lt;shield&gt;</title>"))
        << svg.left(600).toStdString();
    EXPECT_TRUE(svg.contains(">courier<"));
    EXPECT_TRUE(svg.contains(">sleep 1.5 s<"));
    EXPECT_TRUE(svg.contains("blocked 0.75 s"));
    EXPECT_TRUE(QSvgRenderer(svg).isValid());
}

TEST(Figure, GroupsAndTitlesItsLanesAndSpans) {
    const QByteArray svg = svgOf(parcels());
    EXPECT_TRUE(svg.contains("<g id=\"loop\"><title>Event loop</title>"));
    EXPECT_TRUE(svg.contains("<g id=\"task-1\"><title>courier</title>"));
    EXPECT_TRUE(svg.contains("<g id=\"task-1-span-"));
    EXPECT_TRUE(svg.contains("<title>courier\nsuspended: gather of 4"));
}

TEST(Figure, HoldsNoCharacterThatXmlMayNot) {
    const QByteArray svg =
        documentOf(runOf(parcels(), "a\x1b[31m\x07\xEF\xBF\xBF & <b>"), FormatKind::Svg);
    EXPECT_TRUE(svg.contains("<title>a\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD &amp; &lt;b&gt;"))
        << svg.left(400).toStdString();
}

TEST(Figure, AsAnImageHasThePixelsThatAreAskedFor) {
    const QSize size = QSvgRenderer(svgOf(parcels())).viewBox().size();
    ExportOptions options;
    QImage image = QImage::fromData(documentOf(runOf(parcels()), FormatKind::Png, options));
    EXPECT_EQ(image.size(), 2 * size);
    EXPECT_GT(image.pixelColor(3, 3).lightness(), 240);
    options.pixelRatio = 1;
    options.transparent = true;
    image = QImage::fromData(documentOf(runOf(parcels()), FormatKind::Png, options));
    EXPECT_EQ(image.size(), size);
    EXPECT_EQ(image.pixelColor(3, 3).alpha(), 0);
}

TEST(Figure, IsAlsoAPageWithItsFonts) {
    const QByteArray pdf = documentOf(runOf(parcels()), FormatKind::Pdf);
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_EQ(pdf.count("/Type /Page\n"), 1);
    EXPECT_TRUE(pdf.contains("/FontFile"));
}

TEST(Figure, HoldsNoMomentOfWriting) {
    const QByteArray pdf = documentOf(runOf(parcels()), FormatKind::Pdf);
    EXPECT_TRUE(pdf.contains("/CreationDate (D:20250101000000Z)"));
    EXPECT_EQ(pdf, documentOf(runOf(parcels()), FormatKind::Pdf));
}

TEST(Figure, OfALongRunTakesAsManyPagesAsItNeeds) {
    const auto pages = [](std::shared_ptr<const trace::Trace> trace, const ExportOptions& options) {
        const ExportedRun run = runOf(std::move(trace));
        const auto excerpt = excerptOf(*run.trace, options);
        return pagedDocument(pagesOf(lanesOf(run), run, std::get<trace::Excerpt>(excerpt), options,
                                     {}, paperOf(options.page)))
            .count("/Type /Page\n");
    };
    ExportOptions options;
    options.page = PageSize::A4;
    EXPECT_EQ(pages(parcels(), options), 1);
    options.source = true;
    EXPECT_EQ(pages(parcels(), options), 2);
    options.source = false;
    options.fontSize = 40;
    EXPECT_GT(pages(parcels(), options), 3);
    options.fontSize = 13;
    EXPECT_GT(pages(crowd(30, 300), options), 1);
    EXPECT_LE(pages(crowd(1500, 20'000), options), 200);
}

TEST(Figure, IsTheSameForTheSameRun) {
    ExportOptions options;
    options.axis = FigureAxis::Steps;
    const QByteArray once = svgOf(parcels(), options);
    save(once, QStringLiteral("figure-steps"));
    EXPECT_EQ(once, svgOf(parcels(), options));
}

TEST(Figure, GrowsWithItsLanes) {
    const QSize few = QSvgRenderer(svgOf(oneSleeper())).defaultSize();
    const QSize more = QSvgRenderer(svgOf(parcels())).defaultSize();
    EXPECT_GT(more.height(), few.height() + 200);
    EXPECT_GE(few.width(), 850);  // in mm, which Qt takes to be a little less than CSS does
}

TEST(Figure, HasTheWidthThatIsAskedFor) {
    ExportOptions options;
    options.width = 700;
    EXPECT_EQ(QSvgRenderer(svgOf(parcels(), options)).viewBox().width(), 700);
}

TEST(Figure, DarkIsDark) {
    ExportOptions options;
    options.theme = FigureTheme::Dark;
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-dark"));
    EXPECT_LT(rasterised(svg).pixelColor(3, 3).lightness(), 60);
    EXPECT_GT(rasterised(svgOf(parcels())).pixelColor(3, 3).lightness(), 240);
}

TEST(Figure, PrintIsInkAlone) {
    ExportOptions options;
    options.theme = FigureTheme::Print;
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-print"));
    const QImage image = rasterised(svg);
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            ASSERT_LT(image.pixelColor(x, y).saturation(), 8) << x << ", " << y;
        }
    }
}

TEST(Figure, OfAStretchShowsThatAlone) {
    ExportOptions options;
    options.from = 1.1;
    options.to = 1.4;
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-stretch"));
    EXPECT_TRUE(svg.contains("7 tasks · 1.1 s – 1.4 s of 2.75 s")) << svg.left(900).toStdString();
    EXPECT_FALSE(svg.contains("blocked 0.75 s"));
}

TEST(Figure, OfChosenTasksHasTheirLanes) {
    ExportOptions options;
    options.tasks = {"courier", "urgent"};
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-chosen"));
    EXPECT_TRUE(svg.contains("2 of 7 tasks"));
    EXPECT_TRUE(svg.contains(">courier<"));
    EXPECT_FALSE(svg.contains(">sleep 1.5 s<"));
}

TEST(Figure, ListsTheProgramIfAsked) {
    ExportOptions options;
    options.source = true;
    options.caption = "";
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-source"));
    EXPECT_TRUE(svg.contains(">import asyncio<"));
    EXPECT_FALSE(svg.contains("7 tasks ·</text>"));
    EXPECT_FALSE(svgOf(parcels()).contains(">import asyncio<"));
}

TEST(Figure, OfACrowdStaysSmallAndSaysWhatItLeavesOut) {
    const QByteArray svg = svgOf(crowd(1500, 20'000));
    save(svg, QStringLiteral("figure-crowd"));
    EXPECT_LT(svg.size(), 1'000'000);
    EXPECT_TRUE(svg.contains("500 more lanes are not shown"));
}

TEST(Figure, OfNothingIsStillADocument) {
    EXPECT_TRUE(QSvgRenderer(svgOf(std::make_shared<const trace::Trace>())).isValid());
}

TEST(ExportRun, TheExtensionTellsFiguresFromData) {
    const QTemporaryDir folder;
    const auto exported = [&](const char* name) {
        const QString path = folder.filePath(QLatin1String(name));
        EXPECT_EQ(exportRun(runOf(oneSleeper()), {}, path), std::nullopt) << name;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    EXPECT_TRUE(exported("run.svg").startsWith("<?xml"));
    EXPECT_TRUE(exported("run.PDF").startsWith("%PDF"));
    EXPECT_TRUE(exported("run.csv").startsWith("event,time,kind"));
    EXPECT_TRUE(exported("run.json").startsWith("{"));
    EXPECT_TRUE(exported("run.json.gz").startsWith("\x1f\x8b"));
    EXPECT_TRUE(exported("run.mmd").startsWith("gantt"));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files).size(), 6);
}

TEST(ExportRun, FailureIsAnAnswer) {
    const QTemporaryDir folder;
    for (const char* name : {"none/run.csv", "none/run.svg", "run.doc", "run.svg.gz", ""}) {
        EXPECT_TRUE(exportRun(runOf(oneSleeper()), {}, folder.filePath(QLatin1String(name))))
            << name;
    }
    EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files).isEmpty());
}

}  // namespace
}  // namespace coroscope::app::testing
