// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_document.h"

#include <algorithm>
#include <vector>

#include <QImage>

#include <gtest/gtest.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

TEST(FigureDocument, AsAnImageHasThePixelsThatAreAskedFor) {
    const QSize size = figureOf(run(), {}).size().toSize();
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

TEST(FigureDocument, IsAlsoAPageWithItsFonts) {
    const QByteArray pdf = documentOf(runOf(parcels()), FormatKind::Pdf);
    EXPECT_TRUE(pdf.startsWith("%PDF-"));
    EXPECT_EQ(pdf.count("/Type /Page\n"), 1);
    EXPECT_TRUE(pdf.contains("/FontFile"));
}

TEST(FigureDocument, HoldsNoMomentOfWriting) {
    const QByteArray pdf = documentOf(runOf(parcels()), FormatKind::Pdf);
    EXPECT_TRUE(pdf.contains("/CreationDate (D:20250101000000Z)"));
    EXPECT_EQ(pdf, documentOf(runOf(parcels()), FormatKind::Pdf));
}

TEST(FigureDocument, AsPngLeavesOffWhenItIsStopped) {
    const Figure figure = figureOf(run(), {});
    const auto bytesUntil = [&figure](double most) {
        std::size_t bytes = 0;
        {
            trace::TextSink sink([&bytes](std::string_view some) { bytes += some.size(); },
                                 [most](double share) { return share < most; });
            writePng(figure, {}, sink);
        }
        return bytes;
    };
    EXPECT_EQ(bytesUntil(0.1), 0U);
    EXPECT_EQ(bytesUntil(1),
              static_cast<std::size_t>(figureDocument(figure, FormatKind::Png, {}).size()));
}

TEST(FigureDocument, AsPngTellsThatItGoesOnWhileItIsPacked) {
    ExportOptions large;
    large.pixelRatio = 4;
    std::vector<double> shares;
    trace::TextSink sink([](std::string_view) {},
                         [&shares](double share) {
                             shares.push_back(share);
                             return true;
                         });
    writePng(figureOf(run(), large), large, sink);
    ASSERT_GE(shares.size(), 4U);
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_GT(shares.back(), shares.front() + 0.1);
    EXPECT_LT(shares.back(), 1);
}

}  // namespace
}  // namespace coroscope::app::testing
