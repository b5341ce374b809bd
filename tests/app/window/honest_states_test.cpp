// SPDX-License-Identifier: GPL-3.0-or-later

/// The window says what is the case: that a run takes long, that work is not safe, that something
/// goes wrong, and when.

#include <csignal>
#include <sys/resource.h>

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

#include "app/style/veil.h"
#include "app/timeline/overview_bar.h"
#include "app/window/banner.h"
#include "app/window/run_strip.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

/// Files cannot grow beyond a size, as on a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        former_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &limit_);
        rlimit small = limit_;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &limit_);
        std::signal(SIGXFSZ, former_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit limit_{};
    void (*former_)(int) = nullptr;
};

class HonestStatesTest : public MainWindowTest {
protected:
    void openForever() {
        session().document().openText(QStringLiteral("f.py"), QStringLiteral("forever\n"));
    }
    bool stripShown() {
        return waitUntil([this] { return window_->runStrip().isVisible(); });
    }
    QString explained() {
        return window_->findChild<QLabel*>(QStringLiteral("explainWhat"))->text();
    }
};

TEST_F(HonestStatesTest, AllThatBelongsToAnOlderTextIsPale) {
    const auto allVeiled = [this](bool veiled) {
        for (const char* name : {"explain", "variables", "statistics", "consolePanel",
                                 "eventsPanel", "loop", "tasks", "sync", "clock", "event"}) {
            const auto* widget = window_->findChild<QWidget*>(QLatin1String(name));
            if (widget == nullptr || isVeiled(*widget) != veiled) return false;
        }
        return true;
    };
    EXPECT_TRUE(allVeiled(false));
    session().document().setText(QString::fromUtf8(sample::kText) + QStringLiteral("oops\n"));
    ASSERT_TRUE(waitUntil([this] { return session().isStale(); }));
    EXPECT_TRUE(allVeiled(true));
    session().document().setText(QString::fromUtf8(sample::kText));
    ASSERT_TRUE(waitUntil([this] { return !session().isStale(); }));
    EXPECT_TRUE(allVeiled(false));
}

TEST_F(HonestStatesTest, AShortRunShowsNoStrip) {
    QSignalSpy shown(&window_->runStrip(), &RunStrip::shownChanged);
    openText(QStringLiteral("x = 1\n"));
    passTime(RunStrip::kPatienceMilliseconds + 100);
    EXPECT_EQ(shown.count(), 0);
}

TEST_F(HonestStatesTest, ALongRunSaysHowFarItIsAndIsStoppedByItsButton) {
    openForever();
    EXPECT_FALSE(window_->runStrip().isVisible());
    EXPECT_EQ(explained(), QStringLiteral("Running…"));
    ASSERT_TRUE(stripShown());
    EXPECT_TRUE(window_->runStrip().text().contains(QStringLiteral("instructions")));
    QTest::mouseClick(window_->runStrip().findChild<QToolButton*>(QStringLiteral("runStop")),
                      Qt::LeftButton);
    ASSERT_TRUE(settled());
    EXPECT_FALSE(window_->runStrip().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Stopped here"));
    EXPECT_TRUE(window_->banner().isVisible());
}

TEST_F(HonestStatesTest, EscapeStopsALongRun) {
    openForever();
    ASSERT_TRUE(stripShown());
    window_->timeline().setFocus();
    key(Qt::Key_Escape);
    ASSERT_TRUE(settled());
    EXPECT_EQ(session().result().status, RunStatus::Cancelled);
}

TEST_F(HonestStatesTest, AStopBeforeAnEditHasRunLeavesTheTimelineStale) {
    session().document().setText(QString::fromUtf8(sample::kText) + QStringLiteral("# more\n"));
    ASSERT_TRUE(session().runs().isBusy());
    session().stop();
    EXPECT_FALSE(session().runs().isBusy());
    EXPECT_TRUE(session().isStale());
    session().runNow();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(session().isStale());
}

TEST_F(HonestStatesTest, ADeadlockIsToldWhenThePlayheadIsThere) {
    openText(QStringLiteral("deadlock\n"));
    EXPECT_FALSE(window_->banner().isVisible());
    const auto mark = window_->timeline().overview().troubleMark();
    ASSERT_TRUE(mark);
    EXPECT_GT(mark->center().x(), window_->timeline().overview().width() * 0.9);
    EXPECT_TRUE(window_->timeline().overview().toolTip().contains(QStringLiteral("Deadlock")));
    key(Qt::Key_End);
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Deadlock"));
    key(Qt::Key_Left);
    EXPECT_FALSE(window_->banner().isVisible());
    key(Qt::Key_End);
    EXPECT_TRUE(window_->banner().isVisible());
}

TEST_F(HonestStatesTest, WhatTheUserHasReadIsNotToldAgain) {
    openText(QStringLiteral("deadlock\n"));
    key(Qt::Key_End);
    Q_EMIT window_->banner().dismissed();
    window_->banner().hide();
    key(Qt::Key_Home);
    key(Qt::Key_End);
    EXPECT_FALSE(window_->banner().isVisible());
    session().runNow();
    ASSERT_TRUE(settled());
    key(Qt::Key_End);
    EXPECT_TRUE(window_->banner().isVisible());
}

TEST_F(HonestStatesTest, ARunWithoutTroubleHasNoMark) {
    EXPECT_FALSE(window_->timeline().overview().troubleMark());
}

TEST_F(HonestStatesTest, AFullDiskIsSaidAndTheOldFileStaysWhole) {
    const QByteArray old(3000, '#');
    const QString path = write("mine.py", old);
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QString(20'000, QLatin1Char('#')));
    {
        const FullDisk disk(4096);
        EXPECT_FALSE(window_->save());
    }
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not saved"));
    EXPECT_TRUE(window_->banner().text().contains(QStringLiteral("The old file is untouched")));
    EXPECT_TRUE(window_->banner().isVisible());
    QTimer::singleShot(50, window_.get(), [this] {
        auto* dialog = window_->findChild<QFileDialog*>();
        ASSERT_NE(dialog, nullptr);
        ++asked_;
        dialog->reject();
    });
    auto* elsewhere = window_->banner().findChild<QToolButton*>(QStringLiteral("bannerOffer"));
    EXPECT_EQ(elsewhere->text(), QStringLiteral("Save as…"));
    QTest::mouseClick(elsewhere, Qt::LeftButton);
    EXPECT_EQ(asked_, 1);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), old);
    EXPECT_TRUE(session().document().isModified());
    EXPECT_TRUE(window_->save());
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(HonestStatesTest, AFullDiskDoesNotEmptyASmallFile) {
    const QString path = write("small.py", "print(1)\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("print(1)\nprint(2)\n"));
    {
        const FullDisk disk(0);
        EXPECT_FALSE(window_->save());
    }
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not saved"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArray("print(1)\n"));
    EXPECT_TRUE(session().document().isModified());
    EXPECT_TRUE(window_->save());
}

TEST_F(HonestStatesTest, ASafetyCopyThatCannotBeWrittenIsSaidOnce) {
    const FullDisk disk(512);
    session().document().setText(QString(20'000, QLatin1Char('#')));
    ASSERT_TRUE(waitUntil(
        [this] { return window_->banner().title() == QStringLiteral("No safety copy"); }));
    EXPECT_TRUE(window_->banner().isVisible());
    window_->banner().hide();
    session().document().setText(QString(20'001, QLatin1Char('#')));
    passTime(Autosave::kDelayMilliseconds + 300);
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(HonestStatesTest, RestoredWorkThatCannotBeCopiedAgainStaysWhereTheCrashLeftIt) {
    const QString left = leaveUnsavedWork(
        "left", R"({"path":"","name":"a.py","text":")" + QByteArray(20'000, '#') + R"("})");
    window_->offerRecovery();
    {
        const FullDisk disk(512);
        window_->recoveryBanner().findChild<QToolButton*>(QStringLiteral("bannerOffer"))->click();
    }
    EXPECT_EQ(source().text().size(), 20'000);
    EXPECT_EQ(window_->banner().title(), QStringLiteral("No safety copy"));
    EXPECT_TRUE(QFile::exists(left));
    QFile::remove(left);
}

}  // namespace
}  // namespace coroscope::app
