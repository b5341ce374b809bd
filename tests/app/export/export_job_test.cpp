// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_job.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "tests/app/export/sample_figures.h"

namespace coroscope::app::testing {
namespace {

/// Does something to each dialog that shows how far an export is.
template <typename Act>
class Watch {
public:
    explicit Watch(Act act) {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [act] {
            for (QWidget* widget : QApplication::topLevelWidgets()) {
                auto* dialog = qobject_cast<QProgressDialog*>(widget);
                if (dialog != nullptr && dialog->isVisible()) act(*dialog);
            }
        });
        timer_.start(5);
    }

private:
    QTimer timer_;
};

/// Long enough to be stopped.
ExportOptions aMinute() {
    ExportOptions options = playing();
    options.duration = 60;
    return options;
}

TEST(ExportJob, WritesInAnotherThreadAndShowsHowFarItIs) {
    QTemporaryDir folder;
    ExportOptions options = playing();
    options.duration = 5;
    bool shown = false;
    const Watch watch([&shown](QProgressDialog&) { shown = true; });
    const QString path = folder.filePath(QStringLiteral("a.gif"));
    const ExportOutcome outcome = exportWithProgress(run(), options, path, nullptr, 20);
    EXPECT_EQ(outcome.trouble, std::nullopt);
    EXPECT_FALSE(outcome.stopped);
    EXPECT_EQ(outcome.files.written, QStringList{path});
    EXPECT_TRUE(shown);
    EXPECT_TRUE(QFile::exists(path));
}

TEST(ExportJob, CanBeStopped) {
    QTemporaryDir folder;
    const Watch watch([](QProgressDialog& dialog) { dialog.findChild<QPushButton*>()->click(); });
    const ExportOutcome outcome =
        exportWithProgress(run(), aMinute(), folder.filePath(QStringLiteral("a.gif")), nullptr, 20);
    EXPECT_TRUE(outcome.stopped);
    EXPECT_TRUE(outcome.files.written.isEmpty());
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(ExportJob, KeepsTheWindowLockedUntilItHasStopped) {
    QTemporaryDir folder;
    int stops = 0;
    const Watch watch([&stops](QProgressDialog& dialog) {
        auto& button = *dialog.findChild<QPushButton*>();
        if (!button.isEnabled()) return;
        ++stops;
        button.click();
        EXPECT_TRUE(dialog.isVisible());
        EXPECT_TRUE(dialog.isModal());
        EXPECT_EQ(dialog.labelText(), QStringLiteral("Stopping…"));
        dialog.close();
        EXPECT_TRUE(dialog.isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        EXPECT_TRUE(dialog.isVisible());
    });
    QWidget window;
    const ExportOutcome outcome =
        exportWithProgress(run(), aMinute(), folder.filePath(QStringLiteral("a.gif")), &window, 20);
    EXPECT_TRUE(outcome.stopped);
    EXPECT_EQ(stops, 1);
}

TEST(ExportJob, StopsWhenItsDialogIsClosed) {
    QTemporaryDir folder;
    const Watch watch([](QProgressDialog& dialog) { dialog.close(); });
    EXPECT_TRUE(
        exportWithProgress(run(), aMinute(), folder.filePath(QStringLiteral("a.gif")), nullptr, 20)
            .stopped);
}

TEST(ExportJob, StopsWhenTheProgramEnds) {
    QTemporaryDir folder;
    ExportOutcome outcome;
    QTimer::singleShot(0, qApp, [&] {
        outcome = exportWithProgress(run(), aMinute(), folder.filePath(QStringLiteral("a.gif")),
                                     nullptr, 20);
    });
    QTimer::singleShot(100, qApp, [] { QCoreApplication::exit(); });
    QCoreApplication::exec();
    EXPECT_TRUE(outcome.stopped);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST(ExportJob, LetsTheProgramQuitWhenItWasAskedOnce) {
    QTemporaryDir folder;
    QWidget window;
    window.show();
    ExportOutcome outcome;
    QTimer::singleShot(0, qApp, [&] {
        outcome = exportWithProgress(run(), aMinute(), folder.filePath(QStringLiteral("a.gif")),
                                     &window, 20);
    });
    QTimer::singleShot(150, qApp, &QCoreApplication::quit);
    QTimer::singleShot(20'000, qApp, [] { QCoreApplication::exit(1); });
    EXPECT_EQ(QCoreApplication::exec(), 0);
    EXPECT_TRUE(outcome.stopped);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

}  // namespace
}  // namespace coroscope::app::testing
