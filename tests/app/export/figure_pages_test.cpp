// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_pages.h"

#include <gtest/gtest.h>

#include "app/export/export_run.h"
#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

TEST(FigurePages, OfALongRunAreAsManyAsItNeeds) {
    const auto pages = [](std::shared_ptr<const trace::Trace> trace, const ExportOptions& options) {
        const ExportedRun run = runOf(std::move(trace));
        return pagesOf(lanesOf(run), run, partOf(run, options), options, {}, paperOf(options.page))
            .pages.size();
    };
    ExportOptions options;
    options.page = PageSize::A4;
    EXPECT_EQ(pages(parcels(), options), 1U);
    options.source = true;
    EXPECT_EQ(pages(parcels(), options), 2U);
    options.source = false;
    options.fontSize = 40;
    EXPECT_GT(pages(parcels(), options), 3U);
    options.fontSize = 13;
    EXPECT_GT(pages(crowd(30, 300), options), 1U);
    EXPECT_LE(pages(crowd(1500, 20'000), options), 200U);
}

TEST(FigurePages, ASlideIsSmallEnoughForItsTypeToBeReadOnAWall) {
    const QSizeF slide = paperOf(PageSize::Slide).size;
    EXPECT_DOUBLE_EQ(slide.width() / slide.height(), 16.0 / 9.0);
    EXPECT_GE(kBaseFont / slide.height(), 0.024);  // a line in forty, as talks are set
}

ExportOptions threeMoments() {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments = {0, 0.5, 1};
    return options;
}

const Format& pdf() { return *std::get<ExportTarget>(targetOf("a.pdf")).format; }

TEST(FigurePages, OfAStoryboardAreOneForEachMoment) {
    const ExportOptions options = threeMoments();
    const QByteArray document = written([&](trace::TextSink& sink) {
        EXPECT_EQ(RunPainter().paint(run(), partOf(run(), options), options, pdf(), sink),
                  std::nullopt);
    });
    EXPECT_TRUE(document.contains("/Count 3"));
}

TEST(FigurePages, TellHowFarTheyAreAndCanBeStopped) {
    const ExportOptions options = threeMoments();
    std::vector<double> told;
    std::size_t size = 0;
    {
        trace::TextSink sink([&size](std::string_view bytes) { size += bytes.size(); },
                             [&told](double share) {
                                 told.push_back(share);
                                 return told.size() < 2;
                             });
        EXPECT_EQ(RunPainter().paint(run(), partOf(run(), options), options, pdf(), sink),
                  std::nullopt);
    }
    EXPECT_EQ(told, (std::vector<double>{0, 1.0 / 3}));
}

}  // namespace
}  // namespace coroscope::app::testing
