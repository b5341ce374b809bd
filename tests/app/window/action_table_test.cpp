// SPDX-License-Identifier: GPL-3.0-or-later
/// What is the same wherever it is shown: the actions and their keys, the tasks' colours.

#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <gtest/gtest.h>

#include "app/timeline/palette.h"
#include "app/window/actions.h"
#include "app/window/shortcuts_dialog.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

TEST(ActionTable, NoTwoActionsShareAKey) {
    QList<QKeySequence> seen;
    for (const ActionRow& row : actionTable()) {
        for (const QKeySequence& keys : row.keys) {
            EXPECT_FALSE(seen.contains(keys)) << keys.toString().toStdString();
            seen << keys;
        }
    }
}

TEST(ActionTable, NoTwoEntriesOfAMenuShareALetter) {
    QStringList seen;
    for (const ActionRow& row : actionTable()) {
        const QString text = QString::fromUtf8(row.text);
        const auto at = text.indexOf(QLatin1Char('&'));
        if (at < 0) continue;
        QString menu = QString::fromUtf8(row.menu);
        menu.remove(QLatin1Char('|'));
        const QString letter = menu + text.mid(at, 2).toLower();
        EXPECT_FALSE(seen.contains(letter)) << text.toStdString();
        seen << letter;
    }
}

TEST(ActionTable, TheListOfShortcutsIsMadeFromIt) {
    ShortcutsDialog dialog;
    EXPECT_FALSE(dialog.grab().isNull());
    QStringList texts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) texts << label->text();
    EXPECT_TRUE(texts.contains(QStringLiteral("Source")));
    EXPECT_TRUE(texts.contains(QStringLiteral("Undo")));
}

TEST(ActionTable, TheListOfShortcutsFitsTheScreenAndIsScrolled) {
    ShortcutsDialog dialog;
    dialog.show();
    EXPECT_LE(dialog.height(), dialog.screen()->availableGeometry().height());
    EXPECT_LT(dialog.minimumSizeHint().height(), 400);
    dialog.resize(dialog.width(), 400);
    passTime(20);
    auto* area = dialog.findChild<QScrollArea*>();
    ASSERT_NE(area, nullptr);
    EXPECT_GT(area->verticalScrollBar()->maximum(), 0);
}

TEST(TaskHues, AreTheSameInTheSourceAndOnTheTimeline) {
    for (const bool dark : {false, true}) {
        const Scheme& scheme = dark ? darkScheme() : lightScheme();
        const Palette palette = Palette::of(scheme);
        for (std::uint32_t i = 0; i < 20; ++i) {
            EXPECT_EQ(palette.hue(trace::TaskId(i)).rgb(), taskHue(i, scheme).rgb()) << i;
        }
    }
}

}  // namespace
}  // namespace coroscope::app
