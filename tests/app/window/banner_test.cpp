// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/banner.h"

#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <gtest/gtest.h>

#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class BannerTest : public testing::Test {
protected:
    BannerTest() {
        auto* column = new QVBoxLayout(&ground_);
        column->addWidget(&banner_);
        column->addStretch(1);
        ground_.resize(700, 400);
        ground_.show();
    }
    ~BannerTest() override { banner_.setParent(nullptr); }

    QToolButton& button(const char* name) {
        return *banner_.findChild<QToolButton*>(QLatin1String(name));
    }
    QLabel& label(const char* name) { return *banner_.findChild<QLabel*>(QLatin1String(name)); }
    int height() {
        passTime(20);
        return banner_.height();
    }
    void widen(int width) {
        ground_.resize(width, 400);
        passTime(20);
    }

    QWidget ground_;
    Banner banner_;
    const QString long_ = QStringLiteral("One line that says very much about what has happened, ") +
                          QStringLiteral("why it has happened, and what can be done about it now");
};

TEST_F(BannerTest, IsOneLineHighHoweverNarrowItIs) {
    banner_.say(QStringLiteral("Short"), QStringLiteral("text"));
    const int line = height();
    EXPECT_FALSE(button("bannerMore").isVisible());
    banner_.offer(
        QStringLiteral("Cut off here"), long_, QStringLiteral("Limits…"), [] {}, 12);
    for (const int width : {900, 500, 300, 240}) {
        widen(width);
        EXPECT_EQ(height(), line) << width;
        EXPECT_LE(banner_.width(), width);
    }
}

TEST_F(BannerTest, WhatDoesNotFitStandsBelowOnceItIsAskedFor) {
    banner_.offer(
        QStringLiteral("Cut off here"), long_, QStringLiteral("Limits…"), [] {}, 12);
    widen(280);
    const int line = height();
    EXPECT_FALSE(button("bannerOffer").isVisible());
    ASSERT_TRUE(button("bannerMore").isVisible());
    QTest::mouseClick(&button("bannerMore"), Qt::LeftButton);
    EXPECT_GT(height(), 2 * line);
    EXPECT_EQ(label("bannerText").text(), long_);
    for (const char* each : {"bannerOffer", "bannerGo"}) {
        ASSERT_TRUE(button(each).isVisible()) << each;
        EXPECT_TRUE(banner_.rect().contains(button(each).geometry())) << each;
    }
    QTest::mouseClick(&button("bannerMore"), Qt::LeftButton);
    EXPECT_EQ(height(), line);
}

TEST_F(BannerTest, ALongStoryIsScrolledInsteadOfTakingTheWindow) {
    banner_.say(QStringLiteral("T"), QStringLiteral("line\n").repeated(60));
    QTest::mouseClick(&button("bannerMore"), Qt::LeftButton);
    EXPECT_LT(height(), 250);
}

TEST_F(BannerTest, WhereThereIsRoomItsButtonsStandInTheLine) {
    banner_.offer(
        QStringLiteral("T"), QStringLiteral("text"), QStringLiteral("Do"), [] {}, 3);
    widen(280);
    widen(900);
    EXPECT_TRUE(button("bannerOffer").isVisible());
    EXPECT_TRUE(button("bannerGo").isVisible());
    EXPECT_FALSE(button("bannerMore").isVisible());
    EXPECT_LT(std::abs(button("bannerGo").geometry().center().y() - banner_.height() / 2), 6);
}

}  // namespace
}  // namespace coroscope::app
