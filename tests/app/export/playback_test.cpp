// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/playback.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QMovie>
#include <QXmlStreamReader>

#include <gmock/gmock.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

QByteArray gifOf(const ExportOptions& options) {
    return written([&](trace::TextSink& sink) {
        EXPECT_EQ(writeGif(figureOf(run(), options), options, sink), std::nullopt);
    });
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
    const auto seconds = [](std::size_t tasks, std::size_t spans) {
        return durationOf(*lanesOf(runOf(crowd(tasks, spans))), {});
    };
    EXPECT_EQ(seconds(1, 1), 4);
    const double some = seconds(5, 60);
    EXPECT_GT(some, 4);
    EXPECT_GT(seconds(5, 90), some * 1.2);
    EXPECT_EQ(seconds(50, 2000), 24);
}

TEST(Playback, TakesAsLongAsIsAskedFor) {
    ExportOptions options;
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

TEST(Playback, AsGifTakesAsLongAsIsAskedForWhateverIsRoundedOff) {
    ExportOptions options = playing();
    options.fps = 40;  // 2.5 hundredths each
    options.duration = 0.6;
    QByteArray gif = gifOf(options);
    QBuffer buffer(&gif);
    QImageReader reader(&buffer);
    int milliseconds = 0;
    while (!reader.read().isNull()) milliseconds += reader.nextImageDelay();
    EXPECT_EQ(milliseconds, 600 + 1500);
}

TEST(Playback, AsGifSaysWhichSideIsTooLong) {
    trace::TextSink nowhere([](std::string_view) {});
    const auto refused = [&](const ExportedRun& run, const ExportOptions& options) {
        return writeGif(figureOf(run, options), options, nowhere).value_or("");
    };
    ExportOptions options = playing();
    options.width = 9000;
    EXPECT_THAT(refused(run(), options), HasSubstr("choose a smaller width"));
    options.width = 700;
    options.fontSize = 60;
    const ExportedRun many = runOf(crowd(200, 600));
    EXPECT_THAT(refused(many, options), EndsWith("leave out some of the tasks"));
    options.source = true;
    EXPECT_THAT(refused(many, options), HasSubstr("leave out the program"));
}

TEST(Playback, AsGifIsRefusedIfItsPicturesWouldFillTheMemory) {
    ExportOptions options = playing();
    options.width = 7900;
    options.fontSize = 60;  // each side would do
    trace::TextSink nowhere([](std::string_view) {}, [](double) { return false; });
    const auto problem = writeGif(figureOf(runOf(crowd(30, 30)), options), options, nowhere);
    ASSERT_TRUE(problem.has_value());
    EXPECT_THAT(*problem, HasSubstr("too large for a GIF, 7900 by"));
}

TEST(Playback, AsGifIsTheSameAgain) { EXPECT_EQ(gifOf(playing()), gifOf(playing())); }

TEST(Playback, AsGifCanBeStopped) {
    int pictures = 0;
    trace::TextSink nowhere([](std::string_view) {},
                            [&pictures](double share) { return ++pictures, share < 0.3; });
    EXPECT_EQ(writeGif(figureOf(run(), playing()), playing(), nowhere), std::nullopt);
    EXPECT_EQ(pictures, 4);
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

TEST(Playback, AsSvgHasWordsInTheLanesPaleUntilTheirEvent) {
    const Figure figure = figureOf(run(), playing());
    const QByteArray svg = animatedSvg(figure, playing());
    const std::vector<Frame> frames = framesOf(figure, playing());
    std::size_t late = 0;
    for (const Text& word : figure.words()) {
        late += word.since > frames.front().moment.event ? 1 : 0;
    }
    ASSERT_GT(late, 3U);
    EXPECT_EQ(svg.count("<animate attributeName=\"opacity\""), static_cast<qsizetype>(late));
}

TEST(Playback, SaysTheTimeAtWhichThePlayheadStands) {
    const ExportedRun one = runOf(oneSleeper());
    const Figure figure = figureOf(one, playing());
    const std::vector<Frame> frames = framesOf(figure, playing());
    const Frame& middle = frames[frames.size() / 2];
    ASSERT_TRUE(middle.moment.time.has_value());
    EXPECT_NEAR(*middle.moment.time, one.trace->endTime() / 2, one.trace->endTime() / 50);
    EXPECT_NEAR(figure.xOf(middle.moment), figure.xAt(middle.share), 0.5);
    EXPECT_THAT(middle.moment.text, HasSubstr(" · since 1 s: "));
}

}  // namespace
}  // namespace coroscope::app::testing
