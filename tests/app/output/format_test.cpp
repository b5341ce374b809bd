// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/format.h"

#include <gtest/gtest.h>

namespace coroscope::app::testing {
namespace {

ExportTarget found(const std::string& path, std::string_view standard = {}) {
    const auto target = targetOf(path, standard);
    EXPECT_TRUE(std::holds_alternative<ExportTarget>(target)) << path;
    return std::get<ExportTarget>(target);
}

std::string refused(const std::string& path, std::string_view standard = {}) {
    const auto target = targetOf(path, standard);
    EXPECT_TRUE(std::holds_alternative<std::string>(target)) << path;
    return std::get<std::string>(target);
}

TEST(Format, IsToldByTheExtension) {
    EXPECT_EQ(found("a.b/run.PNG").format->kind, FormatKind::Png);
    EXPECT_EQ(found("run.csv").format->extension, "csv");
}

TEST(Format, IsToldByTheLongestExtension) {
    EXPECT_EQ(found("run.tasks.csv").format->extension, "tasks.csv");
    EXPECT_EQ(found("tasks.csv").format->extension, "csv");
}

TEST(Format, OfDataCanBePacked) {
    const ExportTarget target = found("run.json.gz");
    EXPECT_EQ(target.format->extension, "json");
    EXPECT_TRUE(target.gzip);
    EXPECT_FALSE(found("run.json").gzip);
    refused("run.pdf.gz");
    refused("run.gz");
}

TEST(Format, UnknownNamesThoseKnown) {
    EXPECT_EQ(refused("run.bmp"), "run.bmp: the extension tells no format; known: " +
                                      knownExtensions() + " (data also with .gz)");
    refused("svg");
    refused("");
}

TEST(Format, OfStandardOutputHasToBeSaid) {
    EXPECT_EQ(found("-", "SVG").format->kind, FormatKind::Svg);
    EXPECT_TRUE(found("-", "csv.gz").gzip);
    EXPECT_NE(refused("-").find("--format"), std::string::npos);
    EXPECT_EQ(refused("-", "bmp").find("bmp is no format that is known"), 0U);
}

TEST(Format, OfAReportHasItsFigureBesideItWhereThatCanBe) {
    EXPECT_EQ(found("a/b.md").figureBeside(), "a/b-figure.svg");
    EXPECT_TRUE(found("a/b.md").needsPainter());
    for (const ExportTarget& target : {found("a/b.md.gz"), found("-", "md"), found("a.csv")}) {
        EXPECT_EQ(target.figureBeside(), "") << target.path;
        EXPECT_FALSE(target.needsPainter()) << target.path;
    }
    EXPECT_TRUE(found("a.svg").needsPainter());
}

TEST(Format, EveryOneIsFoundByItsExtension) {
    for (const Format& format : formats()) {
        EXPECT_EQ(found("run." + std::string(format.extension)).format, &format);
        EXPECT_EQ(format.painted(), isFigure(format.kind) || format.kind == FormatKind::Gif ||
                                        format.kind == FormatKind::Html)
            << format.extension;
    }
}

}  // namespace
}  // namespace coroscope::app::testing
