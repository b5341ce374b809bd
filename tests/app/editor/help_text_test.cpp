// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/help_text.h"

#include <gtest/gtest.h>

#include "app/session/offered_names.h"

namespace coroscope::app {
namespace {

TEST(HelpText, KnowsAsyncioAndItsMethods) {
    ASSERT_NE(helpOn(QStringLiteral("asyncio.gather")), nullptr);
    EXPECT_EQ(QLatin1String(helpOn(QStringLiteral("film.cancel"))->name),
              QLatin1String("task.cancel"));
    EXPECT_EQ(helpOn(QStringLiteral("asyncio.nothing")), nullptr);
    EXPECT_EQ(helpOn(QStringLiteral("sleep")), nullptr);  // may be anybody's
    EXPECT_EQ(dottedNameAt(QStringLiteral("await asyncio.sleep(1)"), 15),
              QStringLiteral("asyncio.sleep"));
    EXPECT_EQ(dottedNameAt(QStringLiteral("await asyncio.sleep(1)"), 7), QStringLiteral("asyncio"));
}

TEST(HelpText, IsToldOfAWholeDottedName) {
    const QString line = QStringLiteral("await asyncio.sleep(1)");
    for (const int column : {6, 12, 13, 14, 18}) {
        ASSERT_NE(helpAt(line, column), nullptr) << column;
        EXPECT_EQ(QLatin1String(helpAt(line, column)->name), QLatin1String("asyncio.sleep"));
    }
    EXPECT_EQ(helpAt(line, 19), nullptr);
    EXPECT_EQ(QLatin1String(helpAt(line, 2)->name), QLatin1String("await"));
}

TEST(HelpText, SaysAWordOfAllThatAsyncioOffers) {
    const QStringList offered = offeredNamesOf(QStringLiteral("asyncio"));
    EXPECT_GT(offered.size(), 40);
    for (const QString& name : offered) {
        EXPECT_NE(helpOn(QStringLiteral("asyncio.") + name), nullptr) << name.toStdString();
    }
}

}  // namespace
}  // namespace coroscope::app
