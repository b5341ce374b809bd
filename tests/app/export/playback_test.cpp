// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/playback.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QMovie>
#include <QPrinter>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include "app/export/export_job.h"
#include "app/export/export_run.h"
#include "app/export/figure_document.h"
#include "app/export/print_run.h"
#include "tests/app/timeline/sample_traces.h"

namespace coroscope::app::testing {
namespace {

ExportedRun run() { return {parcels(), "Parcels", "parcels.py", "import asyncio\n\nx = 1\n"}; }

Figure figureOf(const ExportedRun& run, const ExportOptions& options) {
    return {lanesOf(run), run, std::get<trace::Excerpt>(excerptOf(*run.trace, options)), options};
}

ExportOptions playing() {
    ExportOptions options;
    options.animate = true;
    options.fps = 4;
    options.duration = 2;
    options.width = 700;
    return options;
}

QByteArray gifOf(const ExportOptions& options) {
    QByteArray gif;
    trace::TextSink sink([&gif](std::string_view bytes) {
        gif.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    });
    EXPECT_EQ(writeGif(figureOf(run(), options), options, sink), std::nullopt);
    sink.flush();
    return gif;
}

TEST(Playback, HasAsManyPicturesAsAreAskedFor) {
    const std::vector<Frame> frames = framesOf(figureOf(run(), playing()), playing());
    ASSERT_EQ(frames.size(), 9U);
    EXPECT_EQ(frames.front().share, 0);
    EXPECT_EQ(frames.back().share, 1);
    EXPECT_EQ(frames.back().moment.event, parcels()->last());
    for (std::size_t i = 1; i < frames.size(); ++i) {
        EXPECT_LE(frames[i - 1].moment.event, frames[i].moment.event);
    }
}

TEST(Playback, TakesLongerTheMoreThereIsToSee) {
    ExportOptions options;
    EXPECT_GE(durationOf(*lanesOf(run()), options), 4);
    EXPECT_LE(durationOf(*lanesOf(run()), options), 24);
    options.duration = 100;
    EXPECT_EQ(durationOf(*lanesOf(run()), options), 100);
}

TEST(Playback, AsGifIsReadByQtAndEndsWithTheWholeRun) {
    QByteArray gif = gifOf(playing());
    QBuffer buffer(&gif);
    QMovie movie(&buffer);
    ASSERT_TRUE(movie.isValid());
    EXPECT_EQ(movie.frameCount(), 9);
    EXPECT_EQ(movie.loopCount(), -1);
    ASSERT_TRUE(movie.jumpToFrame(0));
    const QImage first = movie.currentImage();
    EXPECT_EQ(first.width(), 700);
    while (movie.currentFrameNumber() < 8) ASSERT_TRUE(movie.jumpToNextFrame());
    const QImage last = movie.currentImage();
    EXPECT_NE(first, last);
    EXPECT_GT(movie.nextFrameDelay(), 1000);  // it counts from when it was shown
}

TEST(Playback, AsGifIsTheSameAgain) { EXPECT_EQ(gifOf(playing()), gifOf(playing())); }

TEST(Playback, AsGifCanBeStopped) {
    trace::TextSink nowhere([](std::string_view) {});
    const auto problem = writeGif(figureOf(run(), playing()), playing(), nowhere,
                                  [](double share) { return share < 0.3; });
    ASSERT_TRUE(problem.has_value());
    EXPECT_NE(problem->find("stopped"), std::string::npos);
}

TEST(Playback, AsSvgMovesThePlayheadAndTellsWhatHappens) {
    const QByteArray svg = animatedSvg(figureOf(run(), playing()), playing());
    QXmlStreamReader reader(svg);
    int animations = 0;
    int words = 0;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        if (reader.name() == QStringLiteral("animateTransform")) ++animations;
        if (reader.name() != QStringLiteral("animate")) continue;
        if (reader.attributes().value(QStringLiteral("attributeName")) ==
            QStringLiteral("visibility")) {
            ++words;
        }
        EXPECT_EQ(reader.attributes().value(QStringLiteral("dur")), QStringLiteral("3.5s"));
    }
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString();
    EXPECT_EQ(animations, 1);
    EXPECT_GT(words, 3);
}

TEST(FigureMoment, MakesWhatComesLaterPaleAndSaysWhatHappened) {
    ExportOptions options;
    const QImage whole =
        QImage::fromData(figureDocument(figureOf(run(), options), FormatKind::Png, options));
    options.moment = FigureMoment{trace::EventIndex(0), "1 of 9 · here"};
    const QByteArray svg = figureDocument(figureOf(run(), options), FormatKind::Svg, options);
    EXPECT_TRUE(svg.contains("1 of 9 · here"));
    const Figure figure = figureOf(run(), options);
    const QImage then = QImage::fromData(figureDocument(figure, FormatKind::Png, options));
    const auto darkness = [&](const QImage& image) {
        qint64 sum = 0;
        const QRect lanes = (QTransform::fromScale(2, 2).mapRect(figure.lanes())).toRect();
        for (int x = lanes.center().x(); x < lanes.right(); ++x) {
            sum += 255 - qGray(image.pixel(x, lanes.center().y()));
        }
        return sum;
    };
    EXPECT_LT(darkness(then) * 3, darkness(whole));
}

TEST(FigurePages, OfAStoryboardAreOneForEachMoment) {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments = {0, 0.5, 1};
    QByteArray pdf;
    trace::TextSink sink([&pdf](std::string_view bytes) {
        pdf.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    });
    const auto target = std::get<ExportTarget>(targetOf("a.pdf"));
    const ExportedRun parcels = run();
    EXPECT_EQ(
        RunPainter().paint(parcels, std::get<trace::Excerpt>(excerptOf(*parcels.trace, options)),
                           options, *target.format, sink),
        std::nullopt);
    sink.flush();
    EXPECT_TRUE(pdf.contains("/Count 3"));
}

TEST(Print, PutsThePagesOnWhateverPaperThereIs) {
    QTemporaryDir folder;
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(QStringLiteral("p.pdf")));
    printer.setPageOrientation(QPageLayout::Landscape);
    ExportOptions options;
    options.source = true;
    printOn(printer, run(), options);
    QFile file(printer.outputFileName());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_TRUE(pdf.contains("/Count 2"));  // the chart, and the program
}

TEST(ExportJob, WritesInAnotherThreadAndShowsHowFarItIs) {
    QTemporaryDir folder;
    ExportOptions options = playing();
    options.duration = 5;
    bool shown = false;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [&shown] {
        for (const QWidget* widget : QApplication::topLevelWidgets()) {
            if (qobject_cast<const QProgressDialog*>(widget) && widget->isVisible()) shown = true;
        }
    });
    watch.start(5);
    const QString path = folder.filePath(QStringLiteral("a.gif"));
    const ExportOutcome outcome = exportWithProgress(run(), options, path, nullptr, 20);
    EXPECT_EQ(outcome.trouble, std::nullopt);
    EXPECT_EQ(outcome.written, QStringList{path});
    EXPECT_TRUE(shown);
    EXPECT_TRUE(QFile::exists(path));
}

TEST(ExportJob, CanBeStopped) {
    QTemporaryDir folder;
    ExportOptions options = playing();
    options.duration = 60;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &watch, [] {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (!qobject_cast<QProgressDialog*>(widget) || !widget->isVisible()) continue;
            widget->findChild<QPushButton*>()->click();
        }
    });
    watch.start(20);
    const ExportOutcome outcome =
        exportWithProgress(run(), options, folder.filePath(QStringLiteral("a.gif")), nullptr, 20);
    EXPECT_TRUE(outcome.stopped);
    EXPECT_TRUE(outcome.written.isEmpty());
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace
}  // namespace coroscope::app::testing
