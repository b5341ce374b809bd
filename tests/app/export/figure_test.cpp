// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <gtest/gtest.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

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

TEST(Figure, BreaksLinesOfTheProgramThatAreWiderThanIt) {
    ExportedRun wide = run();
    wide.source = "call(" + std::string(300, 'x') + ")\nlast\n";
    ExportOptions options;
    options.source = true;
    const QByteArray svg = documentOf(wide, FormatKind::Svg, options);
    EXPECT_GT(svg.count(">\u21B3<"), 1);  // at the rows of one line, but for the first
    EXPECT_FALSE(svg.contains(QByteArray(101, 'x')));
    EXPECT_TRUE(svg.contains(">last<"));
}

TEST(Figure, OfAnExceptionSaysSo) {
    Script script;
    const TaskId main = script.create("main");
    script.begin(main);
    const QString said = figureOf(runOf(script.end(trace::Finish::Raised)), {}).description();
    EXPECT_TRUE(said.endsWith(QStringLiteral("ends by an exception"))) << said.toStdString();
}

TEST(Figure, OfACrowdStaysSmallAndSaysWhatItLeavesOut) {
    const QByteArray svg = svgOf(crowd(1500, 20'000));
    save(svg, QStringLiteral("figure-crowd"));
    EXPECT_LT(svg.size(), 1'000'000);
    EXPECT_TRUE(svg.contains("500 more lanes are not shown"));
}

TEST(Figure, TakesLessThanTwoMegabytesHoweverMuchHappens) {
    constexpr qsizetype kMost = 2'000'000;
    ExportOptions steps;
    steps.axis = FigureAxis::Steps;
    for (const std::size_t tasks : {60U, 1000U}) {
        const auto busy = crowd(tasks, 60'000);
        EXPECT_LT(svgOf(busy).size(), kMost) << tasks;
        EXPECT_LT(svgOf(busy, steps).size(), kMost) << tasks;
    }
}

TEST(Figure, OfNothingIsStillADocument) {
    EXPECT_TRUE(QSvgRenderer(svgOf(std::make_shared<const trace::Trace>())).isValid());
}

TEST(Figure, OfAMomentMakesWhatComesLaterPaleAndSaysWhatHappened) {
    ExportOptions options;
    const QImage whole = QImage::fromData(documentOf(run(), FormatKind::Png, options));
    options.moment = FigureMoment{trace::EventIndex(0), "1 of 9 · here"};
    const QByteArray svg = svgOf(parcels(), options);
    EXPECT_TRUE(svg.contains("1 of 9 · here"));
    const Figure figure = figureOf(run(), options);
    const QImage then = QImage::fromData(documentOf(run(), FormatKind::Png, options));
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

TEST(Figure, HasAllOfItsLegendHoweverNarrow) {
    ExportOptions options;
    options.width = 420;
    options.fontSize = 20;
    const Figure narrow = figureOf(run(), options);
    const QByteArray svg = svgOf(parcels(), options);
    save(svg, QStringLiteral("figure-narrow"));
    for (const char* word :
         {"running", "suspended", "blocked loop", "end", "not alive", "steps drawn as one"}) {
        EXPECT_TRUE(svg.contains(QByteArray(">") + word + "<")) << word;
    }
    options.legend = false;
    EXPECT_LT(figureOf(run(), options).size().height(), narrow.size().height() - 40);
}

TEST(Figure, OfAnEarlierTextSaysSoEvenWithoutACaption) {
    ExportedRun old = run();
    old.stale = true;
    for (const char* caption : {"Parcels", ""}) {
        ExportOptions options;
        options.caption = caption;
        const QByteArray svg = documentOf(old, FormatKind::Svg, options);
        EXPECT_EQ(svg.count(">run of an earlier text · 7 tasks"), 2) << caption;  // and in <desc>
        EXPECT_FALSE(documentOf(run(), FormatKind::Svg, options).contains("earlier text"));
    }
}

TEST(Figure, OfADeadlockSaysSo) {
    Script script;
    const TaskId main = script.create("main");
    script.begin(main);
    script.suspend(main, trace::WaitKind::Lock);
    const QString said = figureOf(runOf(script.end(trace::Finish::Deadlock)), {}).description();
    EXPECT_TRUE(said.endsWith(QStringLiteral("ends in a deadlock"))) << said.toStdString();
}

TEST(Figure, OfAMomentBetweenEventsHasThePlayheadThere) {
    const auto trace = oneSleeper();
    const double end = trace->endTime();
    ExportOptions options;
    const trace::EventIndex before = trace->lastAtOrBefore(end / 2);
    ASSERT_LT((*trace)[before].time, end / 2);
    options.moment = FigureMoment{before, "half-way", end / 2};
    const Figure figure = figureOf(runOf(trace), options);
    const double x = figure.xOf(*options.moment);
    EXPECT_NEAR(x, (figure.xAt(0) + figure.xAt(1)) / 2, 1);
    EXPECT_GT(x, figure.xOf(before) + 100);
    options.axis = FigureAxis::Steps;  // there is no place between two events
    const Figure steps = figureOf(runOf(trace), options);
    EXPECT_EQ(steps.xOf(*options.moment), steps.xOf(before));
}

TEST(Figure, OfAMomentHasWordsPaleUntilTheirEventAndWholeFromThenOn) {
    ExportOptions options;
    options.moment = FigureMoment{trace::EventIndex(0), "begin"};
    const Figure figure = figureOf(run(), options);
    ASSERT_FALSE(figure.words().empty());
    const auto opacityOf = [&](const Text& word, trace::EventIndex last) {
        options.moment->event = last;
        const QByteArray svg = svgOf(parcels(), options);
        const QByteArray text = ">" + word.text.toUtf8() + "</text>";
        const qsizetype end = svg.indexOf(text);
        return svg.mid(svg.lastIndexOf("<text", end), end - svg.lastIndexOf("<text", end))
            .contains("fill-opacity");
    };
    for (const Text& word : figure.words()) {
        if (word.text != QStringLiteral("sleep 1.5 s")) continue;
        EXPECT_TRUE(opacityOf(word, trace::EventIndex(0)));
        EXPECT_FALSE(opacityOf(word, word.since));
        return;
    }
    FAIL() << "the figure has no such word";
}

TEST(Figure, OnTheAxisOfStepsHasAStepsEndBeforeTheNextStep) {
    ExportOptions options;
    options.axis = FigureAxis::Steps;
    const auto trace = parcels();
    const Figure figure = figureOf(run(), options);
    for (trace::EventIndex at = trace->first(); at < trace->last(); ++at.value) {
        if ((*trace)[at].kind != trace::EventKind::StepEnded) continue;
        EXPECT_LT(figure.xOf(at), figure.xOf(trace::EventIndex(at.value + 1)) - 1);
    }
}

}  // namespace
}  // namespace coroscope::app::testing
