// SPDX-License-Identifier: GPL-3.0-or-later
/// What the timeline of every bundled scenario looks like, on both axes, compared with the pictures
/// in tests/app/pictures: a change of look is a decision. COROSCOPE_RENEW_PICTURES=1 in the
/// environment draws the kept ones anew.

#include <algorithm>
#include <cmath>

#include <QDir>
#include <QFontDatabase>
#include <QImage>
#include <QPainter>

#include <gtest/gtest.h>

#include "app/bundle/bundled_scenarios.h"
#include "app/session/engine_runner.h"
#include "app/session/run_service.h"
#include "app/timeline/chart_painter.h"
#include "app/timeline/timeline_navigation.h"

namespace coroscope::app {
namespace {

const QString kFolder = QStringLiteral(COROSCOPE_SOURCE_DIR "/tests/app/pictures");
/// In the folder in which the tests run.
const QString kDifferences = QStringLiteral("picture_differences");

constexpr int kWidth = 640;
constexpr int kTallest = 420;

LaneModel modelOf(const BundledScenario& scenario) {
    RunRequest request;
    request.text = std::string(scenario.text);
    request.name = std::string(scenario.fileName);
    CancelSwitch none;
    const RunReport report = engineRunner()(request, none);
    return buildLaneModel(report.trace,
                          std::make_shared<const RunSource>(request.text, *report.trace));
}

QImage draw(const LaneModel& model, AxisKind axis) {
    ChartView view;
    view.axis = axis;
    view.scale = 0.8;
    view.laneHeight = 36;
    const double legend = 24 * view.scale;
    const double lanes =
        view.tickHeight() + view.laneHeight * static_cast<double>(model.lanes.size());
    view.size = QSizeF(kWidth, std::min<double>(kTallest, std::ceil(lanes)));
    const ChartFonts fonts(view.scale, QStringLiteral("DejaVu Sans"));
    view.headerWidth = headerWidthFor(model, fonts, view.scale, kWidth * 0.3);
    fitAll(model, view);
    QImage image(kWidth, static_cast<int>(view.size.height() + legend), QImage::Format_RGB32);
    image.fill(view.palette.pane);
    QPainter painter(&image);
    const DrawList list = layoutChart(model, view, fonts);
    view.occurring = occurringItems(list, model);
    paintChart(painter, list, view, fonts, PaintTarget::Screen);
    paintLegend(painter, QRectF(8, view.size.height(), kWidth, legend), view, fonts);
    return image;
}

/// The pixels that differ so much that one sees it. Antialiasing and hinting differ from machine to
/// machine: the pictures are compared at a third of their size, and shades do not count.
QImage difference(const QImage& is, const QImage& kept) {
    constexpr int kSeen = 40;
    const QSize size = kept.size() / 3;
    const auto reduced = [&](const QImage& image) {
        return image.convertToFormat(QImage::Format_RGB32)
            .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage a = reduced(is);
    const QImage b = reduced(kept);
    QImage found(size, QImage::Format_RGB32);
    found.fill(Qt::white);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int most = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                       std::abs(qBlue(p) - qBlue(q))});
            if (most > kSeen) found.setPixel(x, y, qRgb(213, 94, 0));
        }
    }
    return found;
}

/// How much of a picture is marked, in thousandths.
double marked(const QImage& difference) {
    int count = 0;
    for (int y = 0; y < difference.height(); ++y) {
        for (int x = 0; x < difference.width(); ++x) {
            count += (difference.pixel(x, y) & 0xFFFFFF) != 0xFFFFFF ? 1 : 0;
        }
    }
    return 1000.0 * count / (difference.width() * difference.height());
}

/// Fewer thousandths than these are type that is set a little differently.
constexpr double kTolerated = 7.0;

bool alike(const QImage& is, const QImage& kept) {
    return is.size() == kept.size() && marked(difference(is, kept)) <= kTolerated;
}

void compare(const QImage& is, const QString& name) {
    const QString path = kFolder + QLatin1Char('/') + name;
    if (qEnvironmentVariableIsSet("COROSCOPE_RENEW_PICTURES")) {
        ASSERT_TRUE(is.save(path)) << path.toStdString();
        return;
    }
    const QImage kept(path);
    ASSERT_FALSE(kept.isNull()) << path.toStdString() << " is missing; see tests/app/pictures";
    if (alike(is, kept)) return;
    QDir().mkpath(kDifferences);
    const QString to = kDifferences + QLatin1Char('/') + name;
    is.save(to);
    const QString shown = QString(to).replace(QStringLiteral(".png"), QStringLiteral("-diff.png"));
    difference(is, kept).save(shown);
    ADD_FAILURE() << name.toStdString() << " looks different ("
                  << (is.size() == kept.size() ? marked(difference(is, kept)) : 1000)
                  << " thousandths): see " << QDir().absoluteFilePath(to).toStdString() << " and "
                  << shown.toStdString() << "; tests/app/pictures/README.md tells how to renew it";
}

class Pictures : public testing::TestWithParam<std::size_t> {};

TEST_P(Pictures, AScenarioLooksAsItDid) {
    if (!QFontDatabase::hasFamily(QStringLiteral("DejaVu Sans"))) {
        GTEST_SKIP() << "the pictures are drawn in DejaVu Sans (fonts-dejavu-core)";
    }
    const BundledScenario& scenario = bundledScenarios()[GetParam()];
    const LaneModel model = modelOf(scenario);
    const QString name = QString::fromUtf8(scenario.name.data(), qsizetype(scenario.name.size()));
    compare(draw(model, AxisKind::Time), name + QStringLiteral("-time.png"));
    compare(draw(model, AxisKind::Steps), name + QStringLiteral("-steps.png"));
}

INSTANTIATE_TEST_SUITE_P(Bundled, Pictures,
                         testing::Range<std::size_t>(0, bundledScenarios().size()),
                         [](const testing::TestParamInfo<std::size_t>& which) {
                             return std::string(bundledScenarios()[which.param].name);
                         });

TEST(PictureComparison, SeesALaneThatIsMissingAndABarThatIsElsewhere) {
    const LaneModel model = modelOf(bundledScenarios().front());
    const QImage kept = draw(model, AxisKind::Time);
    EXPECT_TRUE(alike(kept, kept));
    QImage moved = kept;
    QPainter painter(&moved);
    painter.fillRect(QRect(kWidth / 2, kept.height() / 2, 60, 14), QColor(0, 114, 178));
    painter.end();
    EXPECT_FALSE(alike(moved, kept));
    EXPECT_FALSE(alike(draw(model, AxisKind::Steps), kept));
    EXPECT_FALSE(alike(kept.copy(0, 0, kWidth, kept.height() - 36), kept));
}

TEST(PictureComparison, DoesNotMindAnotherShadeOrHalfAPixel) {
    const QImage kept = draw(modelOf(bundledScenarios().front()), AxisKind::Time);
    QImage paler = kept;
    QPainter painter(&paler);
    painter.fillRect(kept.rect(), QColor(255, 255, 255, 20));
    painter.end();
    EXPECT_TRUE(alike(paler, kept));
    const QImage softer =
        kept.scaled(kept.size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .copy(1, 0, kept.width() * 2, kept.height() * 2)
            .scaled(kept.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    EXPECT_TRUE(alike(softer, kept)) << marked(difference(softer, kept));
}

}  // namespace
}  // namespace coroscope::app
