// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/figure_pages.h"

#include <gmock/gmock.h>

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
    options.fontSize = 40;
    EXPECT_GT(pages(parcels(), options), 3U);
    options.fontSize = 13;
    EXPECT_GT(pages(crowd(30, 300), options), 1U);
    EXPECT_LE(pages(crowd(1500, 20'000), options), 200U);
}

FigurePages pagesFor(const ExportedRun& run, const ExportOptions& options) {
    return pagesOf(lanesOf(run), run, partOf(run, options), options, {}, paperOf(options.page));
}

TEST(FigurePages, HoldAllLanesHoweverManyThereAre) {
    const ExportedRun run = runOf(crowd(2500, 5000));
    ExportOptions options;
    options.page = PageSize::A4;
    const FigurePages pages = pagesFor(run, options);
    EXPECT_GT(pages.pages.size(), 2500U * 18 / 794);
    EXPECT_EQ(pages.note, "");
    options.page = PageSize::Fit;
    EXPECT_THAT(pagesFor(run, options).note, ::testing::HasSubstr("lanes are left out"));
}

/// A program of so many lines.
ExportedRun programOfLines(int lines) {
    ExportedRun run = runOf(parcels());
    run.source.clear();
    for (int i = 0; i < lines; ++i) run.source += "value = value + 1\n";
    return run;
}

TEST(FigurePages, HaveTheProgramOnTheSamePageWhereItFits) {
    ExportOptions options;
    options.source = true;
    for (const PageSize page : {PageSize::A4, PageSize::A4Portrait, PageSize::LetterPortrait}) {
        options.page = page;
        EXPECT_EQ(pagesFor(programOfLines(12), options).pages.size(), 1U);
    }
    options.page = PageSize::A4;
    EXPECT_GT(pagesFor(programOfLines(900), options).pages.size(), 2U);
}

TEST(FigurePages, UprightArePortraits) {
    for (const auto& [upright, lying] : {std::pair(PageSize::A4Portrait, PageSize::A4),
                                         std::pair(PageSize::LetterPortrait, PageSize::Letter)}) {
        EXPECT_EQ(paperOf(upright).size.transposed(), paperOf(lying).size);
        EXPECT_LT(paperOf(upright).size.width(), paperOf(upright).size.height());
    }
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
        EXPECT_EQ(RunPainter().paint(run(), partOf(run(), options), options, pdf(), sink).problem,
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
        EXPECT_EQ(RunPainter().paint(run(), partOf(run(), options), options, pdf(), sink).problem,
                  std::nullopt);
    }
    EXPECT_EQ(told, (std::vector<double>{0, 1.0 / 3}));
}

}  // namespace
}  // namespace coroscope::app::testing
