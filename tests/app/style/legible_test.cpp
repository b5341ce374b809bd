// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/legible.h"

#include <gtest/gtest.h>

#include "app/style/scheme.h"

namespace coroscope::app {
namespace {

constexpr double kText = 4.5;   // WCAG 2, AA, of small type
constexpr double kSigns = 3.0;  // of what is no text

TEST(Legible, AColourIsDeepenedOnlyAsFarAsItsGroundAsksFor) {
    EXPECT_EQ(legibleOn(Qt::black, Qt::white), QColor(Qt::black));
    const QColor orange(0xD5, 0x5E, 0x00);
    ASSERT_LT(contrast(orange, Qt::white), kText);
    const QColor deeper = legibleOn(orange, Qt::white);
    EXPECT_GE(contrast(deeper, Qt::white), kText);
    EXPECT_LT(contrast(deeper, Qt::white), kText + 0.5);
    EXPECT_EQ(legibleOn(orange, Qt::black), orange);
}

class EveryScheme : public testing::TestWithParam<const Scheme*> {};

TEST_P(EveryScheme, HasTypeThatCanBeReadOnItsPanes) {
    const Scheme& theme = *GetParam();
    for (const QColor& ink : {theme.ink, theme.muted, theme.accent, theme.keyword, theme.text,
                              theme.number, theme.comment, theme.definition, theme.decorator}) {
        EXPECT_GE(contrast(ink, theme.pane), kText) << ink.name().toStdString();
    }
    EXPECT_GE(contrast(theme.accentInk, theme.accent), kText);
    for (const QColor& ground : {theme.pane, theme.troubleSoft, theme.accentSoft}) {
        EXPECT_GE(contrast(legibleOn(theme.trouble, ground), ground), kText);
    }
    // What is still to come is paler, yet there.
    EXPECT_GE(contrast(theme.faint, theme.pane), kSigns);
    EXPECT_GE(contrast(theme.trouble, theme.pane), kSigns);
}

INSTANTIATE_TEST_SUITE_P(All, EveryScheme,
                         testing::Values(&lightScheme(), &darkScheme(), &contrastScheme()));

}  // namespace
}  // namespace coroscope::app
