// SPDX-License-Identifier: GPL-3.0-or-later
/// The window's themes, sizes and panels, at a desk and in front of a class.

#include <algorithm>

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>

#include <gtest/gtest.h>

#include "app/inspector/explain_view.h"
#include "app/style/fonts.h"
#include "app/style/theme.h"
#include "app/timeline/palette.h"
#include "app/window/banner.h"
#include "app/window/settings_check.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

TEST_F(MainWindowTest, ThemeAndZoomChangeEverythingAndAreRemembered) {
    window_->action(Act::ThemeDark)->trigger();
    EXPECT_TRUE(schemeOf(source().palette()).dark);
    EXPECT_TRUE(schemeOf(window_->timeline().palette()).dark);
    const double before = QApplication::font().pointSizeF();
    window_->action(Act::ZoomIn)->trigger();
    window_->action(Act::ZoomIn)->trigger();
    EXPECT_NEAR(QApplication::font().pointSizeF(), before * 1.2, 0.01);
    EXPECT_FALSE(window_->grab().isNull());
    {
        const MainWindow second(sample::runner());
        EXPECT_NEAR(QApplication::font().pointSizeF(), before * 1.2, 0.01);
    }
    window_->action(Act::ZoomReset)->trigger();
    EXPECT_NEAR(QApplication::font().pointSizeF(), before, 0.01);
    window_->action(Act::ThemeLight)->trigger();
    EXPECT_FALSE(schemeOf(source().palette()).dark);
}

TEST_F(MainWindowTest, TheLegendIsNeverCutOff) {
    const TimelinePlot& timeline = window_->timeline();
    for (const int width : {1600, 1000, 640}) {
        window_->resize(width, 600);
        passTime(50);
        EXPECT_LE(timeline.keyRect().right(), timeline.width()) << width;
        for (std::size_t i = 0; i < kLegendItems; ++i) {
            const QRectF rect = timeline.legendItemRect(static_cast<LegendItem>(i));
            EXPECT_LE(rect.right(), timeline.keyRect().left()) << width;
        }
        EXPECT_FALSE(timeline.legendItemRect(LegendItem::Running).isEmpty()) << width;
    }
}

TEST_F(MainWindowTest, DamagedSettingsAreSaidAndWhatIsLeftOfThemIsUsed) {
    window_.reset();
    const QString path = QSettings().fileName();
    writeFile(path, "[General]\ntheme=dark\nzoom=abc\n\x01\xff no line of settings\n[window\n");
    window_ = std::make_unique<MainWindow>(sample::runner());
    window_->show();
    QString said;
    for (const Banner* each : window_->findChildren<Banner*>()) {
        if (each->isVisible()) said += each->text();
    }
    EXPECT_TRUE(said.contains(QStringLiteral("is damaged"))) << said.toStdString();
    EXPECT_TRUE(QFile::exists(path + QStringLiteral(".damaged")));
    EXPECT_TRUE(schemeOf(source().palette()).dark);
    const double size = QApplication::font().pointSizeF();
    window_->action(Act::ZoomReset)->trigger();
    EXPECT_NEAR(QApplication::font().pointSizeF(), size, 0.01) << "a zoom that is no number";
    window_->action(Act::ThemeLight)->trigger();
    QFile::remove(path + QStringLiteral(".damaged"));
}

TEST_F(MainWindowTest, UnsavedWorkDoesNotHideThatTheSettingsAreDamaged) {
    window_.reset();
    const QString path = QSettings().fileName();
    writeFile(path, "[window\n");
    const QString left = leaveUnsavedWork("left", R"({"path":"","name":"a.py","text":"x\n"})");
    window_ = std::make_unique<MainWindow>(sample::runner());
    window_->offerRecovery();
    EXPECT_EQ(window_->recoveryBanner().title(), QStringLiteral("Unsaved work"));
    EXPECT_TRUE(window_->recoveryBanner().text().contains(QStringLiteral("is damaged")));
    QFile::remove(left);
    QFile::remove(path + QStringLiteral(".damaged"));
    writeFile(path, "");
}

TEST_F(MainWindowTest, HoweverSettingsAreDamagedACopyIsKept) {
    window_.reset();
    const QString path = QSettings().fileName();
    const QByteArray whole = "[General]\ntheme=dark\n\n[window]\ntop=@ByteArray(\\0\\x1b)\n";
    const auto said = [&](const QByteArray& bytes) {
        QFile::remove(path + QStringLiteral(".damaged"));
        writeFile(path, bytes);
        const auto trouble = troubleOfSettings();
        EXPECT_EQ(trouble.has_value(), QFile::exists(path + QStringLiteral(".damaged")));
        if (trouble) {
            EXPECT_EQ(readFile(path + QStringLiteral(".damaged")), bytes);
        }
        return trouble.has_value();
    };
    EXPECT_FALSE(said(whole));
    EXPECT_TRUE(said("this is not { a settings file\n<<<<<\nxx"));
    EXPECT_TRUE(said(whole + "no line of settings\n"));
    EXPECT_TRUE(said(whole + QByteArray(500, '\0'))) << "a crash while it was written";
    EXPECT_TRUE(said("\x8f=\xfe\x01\x1b\n")) << "no text";
    QFile::remove(path + QStringLiteral(".damaged"));
    writeFile(path, "");
}

TEST_F(MainWindowTest, FitsASmallScreen) {
    window_->resize(640, 480);
    passTime(50);
    ASSERT_EQ(window_->size(), QSize(640, 480));
    const auto end = [this](const QWidget& widget) {
        return widget.mapTo(window_.get(), QPoint(widget.width(), widget.height()));
    };
    EXPECT_LE(end(window_->timeline()).x(), 640);
    EXPECT_GE(window_->timeline().width(), 240);
    EXPECT_GE(source().width(), 160);
    for (const char* name : {"explain", "console", "loop"}) {
        const auto* panel = window_->findChild<QWidget*>(QLatin1String(name));
        ASSERT_NE(panel, nullptr) << name;
        EXPECT_LE(end(*panel).x(), 640) << name;
        EXPECT_LE(end(*panel).y(), 480) << name;
    }
}

TEST_F(MainWindowTest, TheHighContrastThemeIsBlackAndRemembered) {
    window_->run(Act::ThemeContrast);
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
    EXPECT_TRUE(window_->action(Act::ThemeContrast)->isChecked());
    Appearance next;
    EXPECT_EQ(next.theme(), ThemeChoice::HighContrast);
    window_->run(Act::ThemeLight);
}

TEST_F(MainWindowTest, IsNoLargerThanTheScreenAndRemembersItsSize) {
    MainWindow first(sample::runner());
    const QSize room = first.screen()->availableGeometry().size();
    EXPECT_LE(first.height(), room.height());
    EXPECT_LE(first.width(), std::max(room.width(), first.minimumSizeHint().width()));
    window_->resize(window_->minimumSizeHint() + QSize(7, 11));
    window_->move(20, 30);
    const QSize size = window_->size();
    ASSERT_TRUE(window_->close());
    MainWindow next(sample::runner());
    EXPECT_EQ(next.size(), size.boundedTo(next.size()));
}

TEST_F(MainWindowTest, KeysBringPanelsToTheFrontAndPutThemAway) {
    const auto seen = [this](const char* name) {
        const auto* panel = window_->findChild<QWidget*>(QLatin1String(name));
        return panel != nullptr && panel->isVisible();
    };
    EXPECT_TRUE(seen("console"));
    EXPECT_FALSE(seen("sync"));
    key(Qt::Key_8, Qt::AltModifier);
    EXPECT_TRUE(seen("sync"));
    EXPECT_TRUE(window_->action(Act::PanelSync)->isChecked());
    const auto putAway = [this](std::initializer_list<Qt::Key> panels) {
        for (const Qt::Key each : panels) {
            key(each, Qt::AltModifier);
            if (!window_->timeline().hasFocus()) key(each, Qt::AltModifier);
        }
    };
    putAway({Qt::Key_8});
    EXPECT_FALSE(seen("sync"));
    const int before = window_->timeline().height();
    putAway({Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7});
    EXPECT_FALSE(seen("console"));
    // The last pane goes: its room is the timeline's.
    EXPECT_TRUE(waitUntil([&] { return window_->timeline().height() > before; }));

    // All that is remembered.
    key(Qt::Key_5, Qt::AltModifier);
    window_->close();
    window_ = std::make_unique<MainWindow>(sample::runner());
    window_->show();
    EXPECT_TRUE(seen("events"));
    EXPECT_FALSE(seen("sync"));
    EXPECT_FALSE(window_->action(Act::PanelExplain)->isChecked());
}

TEST_F(MainWindowTest, TheLongestLineOfALessonFitsTheSource) {
    window_->resize(1366, 768);
    QString text = QStringLiteral("x = 1\n#") + QString(67, QLatin1Char('=')) + QLatin1Char('\n');
    openText(text);
    EXPECT_GE(source().viewport()->width(),
              QFontMetrics(codeFont()).horizontalAdvance(QString(68, QLatin1Char('='))));
    // A line that is too long leaves the timeline its half.
    openText(QStringLiteral("#") + QString(300, QLatin1Char('=')));
    EXPECT_GT(window_->timeline().width(), window_->width() * 48 / 100);
}

TEST_F(MainWindowTest, PresentingLeavesMostOfTheRoomToSourceAndTimeline) {
    window_->resize(1366, 768);
    passTime(50);
    const auto otherHeight = [this] { return window_->height() - window_->timeline().height(); };
    const int before = otherHeight();
    window_->run(Act::FullScreen);
    passTime(50);
    EXPECT_GE(window_->timeline().height(), window_->height() * 6 / 10);
    EXPECT_TRUE(window_->action(Act::PanelExplain)->isChecked());
    EXPECT_FALSE(window_->action(Act::PanelLoop)->isChecked());
    window_->run(Act::FullScreen);
    passTime(50);
    EXPECT_NEAR(otherHeight(), before, 12);  // the screen may have made it a little larger
    EXPECT_TRUE(window_->action(Act::PanelLoop)->isChecked());
}

TEST_F(MainWindowTest, PresentingGivesTheKeysToTheTimeline) {
    const QString before = session().document().text();
    source().setFocus();
    window_->run(Act::FullScreen);
    EXPECT_TRUE(window_->timeline().hasFocus());
    key(Qt::Key_Space);
    EXPECT_EQ(session().document().text(), before);
    window_->run(Act::FullScreen);
}

TEST_F(MainWindowTest, APanelThatGoesLeavesItsFocusToTheTimeline) {
    for (const auto& [name, panelKey] : {std::pair("console", Qt::Key_4), {"explain", Qt::Key_1}}) {
        auto* panel = window_->findChild<QWidget*>(QLatin1String(name));
        ASSERT_NE(panel, nullptr) << name;
        panel->setFocus();
        ASSERT_TRUE(panel->hasFocus()) << name;
        key(panelKey, Qt::AltModifier);
        EXPECT_FALSE(panel->isVisible()) << name;
        EXPECT_FALSE(source().hasFocus()) << name;
    }
}

TEST_F(MainWindowTest, TheExplanationIsNotCutOffInFrontOfAClass) {
    auto* panel = window_->findChild<ExplainView*>();
    ASSERT_NE(panel, nullptr);
    window_->run(Act::FullScreen);
    window_->setWindowState(Qt::WindowNoState);
    window_->resize(1366, 768);
    passTime(50);
    Playhead& playhead = session().playhead();
    for (playhead.toStart(); !playhead.atEnd(); playhead.stepEvent(1)) {
        passTime(1);
        EXPECT_LE(panel->text().widget()->height(), panel->text().viewport()->height())
            << panel->what().toStdString() << ' ' << panel->why().toStdString();
    }
}

TEST_F(MainWindowTest, PresentingFitsASmallProjector) {
    window_->run(Act::FullScreen);
    EXPECT_TRUE(window_->appearance().isPresenting());
    EXPECT_LE(window_->minimumSizeHint().width(), 1280);
    EXPECT_LE(window_->minimumSizeHint().height(), 720);
    window_->run(Act::FullScreen);
    EXPECT_FALSE(window_->appearance().isPresenting());
}

TEST_F(MainWindowTest, ASmallScreenHasWhatOnePlaysWithWhetherItPresentsOrNot) {
    for (const bool presenting : {false, true}) {
        if (presenting) window_->run(Act::FullScreen);
        window_->setWindowState(Qt::WindowNoState);
        window_->resize(640, 480);
        passTime(50);
        ASSERT_EQ(window_->size(), QSize(640, 480));
        int end = 0;
        for (const char* name : {"stepBack", "play", "step", "time", "steps", "clock"}) {
            const auto* each = window_->findChild<QWidget*>(QLatin1String(name));
            ASSERT_TRUE(each->isVisible()) << name;
            EXPECT_GE(each->width(), std::min(each->sizeHint().width(), each->maximumWidth()))
                << name;
            const int left = each->mapTo(window_.get(), QPoint()).x();
            EXPECT_GE(left, end) << name;
            end = left + each->width();
        }
        EXPECT_LE(end, 640);
    }
    EXPECT_LT(window_->appearance().scale(), 1.3);
    window_->resize(1280, 720);
    EXPECT_EQ(window_->appearance().scale(), 1.6);
    window_->run(Act::FullScreen);
}

TEST_F(MainWindowTest, PresentingPutsTheHeaderAwayAndShowsWhereTheRunStands) {
    const QString header = QStringLiteral("# /// coroscope\n# title = \"T\"\n# ///\n");
    openText(header + QStringLiteral("\n").repeated(80) + QString::fromUtf8(sample::kText));
    ASSERT_FALSE(source().isHeaderFolded());
    const auto presents = [this](bool on) {
        window_->run(Act::FullScreen);
        passTime(50);
        EXPECT_EQ(source().isHeaderFolded(), on);
    };
    presents(true);
    presents(false);
    source().setHeaderFolded(true);
    presents(true);
    window_->run(Act::FullScreen);
    EXPECT_TRUE(source().isHeaderFolded()) << "as it was at the desk";
}

TEST_F(MainWindowTest, TheGalleryLeavesNothingToBePlayed) {
    const auto* play = window_->findChild<QWidget*>(QStringLiteral("play"));
    ASSERT_TRUE(play->isVisible());
    window_->run(Act::Gallery);
    EXPECT_FALSE(play->isVisible());
    EXPECT_FALSE(window_->action(Act::StepForward)->isEnabled());
    EXPECT_TRUE(window_->action(Act::New)->isEnabled());
    window_->run(Act::ClearSelection);
    EXPECT_TRUE(play->isVisible());
    EXPECT_TRUE(window_->action(Act::StepForward)->isEnabled());
}

TEST_F(MainWindowTest, WhomExplainSpeaksToIsChosenInTheMenu) {
    auto* explain = window_->findChild<ExplainView*>();
    window_->run(Act::ForExperts);
    EXPECT_EQ(explain->audience(), Audience::Expert);
    EXPECT_TRUE(window_->action(Act::ForExperts)->isChecked());
    // What is chosen in the panel is what the menu says once it opens.
    explain->setAudience(Audience::Newcomer);
    for (QAction* menu : window_->menuBar()->actions()) Q_EMIT menu->menu()->aboutToShow();
    EXPECT_TRUE(window_->action(Act::ForNewcomers)->isChecked());
}

}  // namespace
}  // namespace coroscope::app
