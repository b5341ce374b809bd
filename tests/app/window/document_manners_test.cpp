// SPDX-License-Identifier: GPL-3.0-or-later
/// The window and its document: opening, saving, asking, recovering.

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QStandardPaths>
#include <QToolButton>
#include <QToolTip>
#include <QUrl>

#include <gtest/gtest.h>

#include "app/window/banner.h"
#include "app/window/recent_files.h"
#include "app/window/workbench.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

TEST_F(MainWindowTest, OpensAFileRunsItAndRemembersIt) {
    const QString path = write("mine.py", sample::kText);
    EXPECT_TRUE(window_->openFile(path));
    ASSERT_TRUE(settled());
    EXPECT_TRUE(session().hasRun());
    EXPECT_EQ(RecentFiles::list(), QStringList{path});
    EXPECT_EQ(window_->windowTitle(), QStringLiteral("mine.py[*] — Coroscope"));
}

TEST_F(MainWindowTest, WhatCannotBeOpenedIsSaidAndNothingIsLost) {
    for (const QString& path : {folder_.filePath(QStringLiteral("missing.py")), folder_.path(),
                                write("binary.py", QByteArray("\0\1\2", 3))}) {
        EXPECT_FALSE(window_->openFile(path));
        EXPECT_TRUE(window_->banner().isVisible());
        EXPECT_EQ(window_->banner().title(), QStringLiteral("Not opened"));
        EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
    }
    EXPECT_TRUE(RecentFiles::list().isEmpty());
}

TEST_F(MainWindowTest, SavesUnderItsPath) {
    const QString path = write("mine.py", "x = 1\n");
    ASSERT_TRUE(window_->openFile(path));
    source().setFocus();
    source().setCursorPosition(0, 0);
    QTest::keyClicks(&source(), QStringLiteral("y"));
    QTest::keyClick(&source(), Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(readFile(path), "yx = 1\n");
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, ASaveThatFailsSaysWhyAndKeepsTheOldFile) {
    const QByteArray name = QByteArray(249, 'a') + ".py";
    const QString path = write(name.constData(), "old\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("new\n"));
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(readFile(path), "old\n");
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not saved"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not saved"));
    EXPECT_TRUE(session().document().isModified());
    EXPECT_TRUE(window_->saveAs(folder_.filePath(QStringLiteral("b.py"))));
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(MainWindowTest, ExportsTheRunOrSaysWhyNot) {
    ASSERT_TRUE(settled());
    const QString path = folder_.filePath(QStringLiteral("run.csv"));
    EXPECT_TRUE(window_->exportTo(path));
    EXPECT_TRUE(readFile(path).startsWith("event,time"));
    EXPECT_FALSE(window_->exportTo(folder_.filePath(QStringLiteral("none/run.json"))));
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not exported"));
    EXPECT_TRUE(window_->exportTo(folder_.filePath(QStringLiteral("run.svg"))));
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Exported"));
    EXPECT_EQ(window_->banner().text(), QStringLiteral("run.svg"));
    session().runNow();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(window_->banner().isVisible());
}

TEST_F(MainWindowTest, AReportLiesBesideItsFigure) {
    ASSERT_TRUE(settled());
    EXPECT_TRUE(window_->exportTo(folder_.filePath(QStringLiteral("run.md"))));
    EXPECT_TRUE(readFile(folder_.filePath(QStringLiteral("run-figure.svg"))).startsWith("<?xml"));
    EXPECT_EQ(window_->banner().text(), QStringLiteral("run.md and run-figure.svg"));
}

TEST_F(MainWindowTest, CancelAtTheQuestionKeepsTheDocument) {
    session().document().setText(QStringLiteral("changed\n"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->closeTab(window_->workbench()));
    EXPECT_EQ(asked_, 1);
    EXPECT_EQ(session().document().text(), QStringLiteral("changed\n"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->close());
    EXPECT_TRUE(window_->isVisible());
}

TEST_F(MainWindowTest, DiscardAtTheQuestionGivesTheChangesUp) {
    const QString path = write("mine.py", "x\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("changed\n"));
    answer(QMessageBox::Discard);
    EXPECT_TRUE(window_->closeTab(window_->workbench()));
    EXPECT_EQ(readFile(path), "x\n");
}

TEST_F(MainWindowTest, SaveAtTheQuestionSavesFirst) {
    const QString path = write("mine.py", "x\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("y\n"));
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->closeTab(window_->workbench()));
    EXPECT_EQ(readFile(path), "y\n");
}

TEST_F(MainWindowTest, NothingIsAskedWithoutChanges) {
    EXPECT_TRUE(window_->openFile(write("other.py", "z\n")));
    EXPECT_TRUE(window_->close());
    EXPECT_EQ(asked_, 0);
}

TEST_F(MainWindowTest, RecentFilesAreOfferedNewestFirstWithoutThoseThatAreGone) {
    const QString first = write("first.py", "1\n");
    const QString second = write("second.py", "2\n");
    ASSERT_TRUE(window_->openFile(first));
    ASSERT_TRUE(window_->openFile(second));
    EXPECT_EQ(RecentFiles::list(), (QStringList{second, first}));
    QFile::remove(second);
    EXPECT_EQ(RecentFiles::list(), QStringList{first});
    for (int i = 0; i < 15; ++i) RecentFiles::add(first + QString::number(i));
    RecentFiles::add(first);
    EXPECT_EQ(RecentFiles::list(), QStringList{first});
}

TEST_F(MainWindowTest, AFileDroppedOnTheWindowIsOpened) {
    const QString path = write("dropped.py", "d\n");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(window_.get(), &drop);
    EXPECT_EQ(session().document().name(), QStringLiteral("dropped.py"));
}

TEST_F(MainWindowTest, AFileChangedElsewhereIsTakenUnlessThereAreEdits) {
    const QString path = write("mine.py", sample::kText);
    ASSERT_TRUE(window_->openFile(path));
    write("mine.py", "x = 1\n");
    ASSERT_TRUE(waitUntil([&] { return source().text() == QStringLiteral("x = 1\n"); }));
    source().setText(QStringLiteral("mine\n"));
    write("mine.py", "x = 2\n");
    ASSERT_TRUE(
        waitUntil([&] { return window_->banner().title() == QStringLiteral("Changed on disk"); }));
    EXPECT_EQ(source().text(), QStringLiteral("mine\n"));
    QTest::mouseClick(window_->banner().findChild<QToolButton*>(QStringLiteral("bannerOffer")),
                      Qt::LeftButton);
    EXPECT_EQ(source().text(), QStringLiteral("x = 2\n"));
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, AFileThatIsReadAgainIsStillSeenAtItsPlace) {
    QByteArray lines;
    for (int i = 0; i < 200; ++i) lines += "x = " + QByteArray::number(i) + "\n";
    ASSERT_TRUE(window_->openFile(write("long.py", lines)));
    source().setCursorPosition(120, 3);
    source().setFirstVisibleLine(110);
    write("long.py", "y = 0\n" + lines);
    ASSERT_TRUE(waitUntil([this] { return source().text(0) == QStringLiteral("y = 0\n"); }));
    int row = 0;
    int column = 0;
    source().getCursorPosition(&row, &column);
    EXPECT_EQ(row, 120);
    EXPECT_EQ(column, 3);
    EXPECT_EQ(source().firstVisibleLine(), 110);
    EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("changed long.py")));
}

TEST_F(MainWindowTest, SavingOverAnotherProgramsTextIsAsked) {
    const QString path = write("mine.py", "x = 1\n");
    ASSERT_TRUE(window_->openFile(path));
    source().setText(QStringLiteral("mine\n"));
    write("mine.py", "theirs\n");
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(asked_, 1);
    EXPECT_EQ(readFile(path), "theirs\n");
    EXPECT_EQ(source().text(), QStringLiteral("mine\n"));
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->save());
    EXPECT_EQ(readFile(path), "mine\n");
    source().setText(QStringLiteral("mine too\n"));
    write("mine.py", "theirs\n");
    answer(QMessageBox::Discard);
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(asked_, 3);
    EXPECT_EQ(readFile(path), "theirs\n");
    EXPECT_EQ(source().text(), QStringLiteral("theirs\n"));
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, ANewFileIsThereToBeTypedInto) {
    window_->run(Act::New);
    EXPECT_TRUE(source().hasFocus());
}

TEST_F(MainWindowTest, UnsavedWorkOfACrashIsOfferedAndRestored) {
    const QString left =
        leaveUnsavedWork("left", R"({"path":"","name":"lesson.py","text":"print(1)\n"})");
    EXPECT_FALSE(window_->openFile(folder_.filePath(QStringLiteral("missing.py"))));
    window_->offerRecovery();
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not opened"));
    EXPECT_EQ(window_->recoveryBanner().title(), QStringLiteral("Unsaved work"));
    QTest::mouseClick(
        window_->recoveryBanner().findChild<QToolButton*>(QStringLiteral("bannerOffer")),
        Qt::LeftButton);
    EXPECT_EQ(source().text(), QStringLiteral("print(1)\n"));
    EXPECT_TRUE(window_->isWindowModified());
    EXPECT_FALSE(QFile::exists(left));
}

QStringList copiesOfUnsavedWork() {
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return QDir(data.filePath(QStringLiteral("unsaved"))).entryList({QStringLiteral("*.json")});
}

TEST_F(MainWindowTest, WorkRestoredOverAFileThatChangedMeanwhileAsksBeforeItOverwrites) {
    const QString path = write("mine.py", "x = 1\n");
    ScenarioDocument before;
    ASSERT_FALSE(before.open(path).has_value());
    LeftBehind left;
    left.path = path;
    left.name = QStringLiteral("mine.py");
    left.text = QStringLiteral("mine\n");
    left.base = before.base();
    window_->workbench().restore(left);
    EXPECT_FALSE(window_->banner().isVisible());
    write("mine.py", "theirs\n");
    window_->workbench().restore(left);
    EXPECT_TRUE(window_->banner().isVisible());
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Changed on disk"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->save());
    EXPECT_EQ(asked_, 1);
    EXPECT_EQ(readFile(path), "theirs\n");
    EXPECT_EQ(source().text(), QStringLiteral("mine\n"));
}

TEST_F(MainWindowTest, WhoEndsTheProgramLosesNothingThatWasJustTyped) {
    ASSERT_TRUE(copiesOfUnsavedWork().isEmpty());
    source().setText(QStringLiteral("mine\n"));
    EXPECT_TRUE(copiesOfUnsavedWork().isEmpty());
    window_->keepWork();
    EXPECT_EQ(copiesOfUnsavedWork().size(), 1);
}

TEST_F(MainWindowTest, ASaveIntoAFolderThatIsGoneSpeaksOfNoOldFile) {
    QDir(folder_.path()).mkdir(QStringLiteral("sub"));
    const QString path = write("sub/mine.py", "x = 1\n");
    ASSERT_TRUE(window_->openFile(path));
    session().document().setText(QStringLiteral("new\n"));
    ASSERT_TRUE(QDir(folder_.filePath(QStringLiteral("sub"))).removeRecursively());
    EXPECT_FALSE(window_->save());
    EXPECT_TRUE(window_->banner().text().contains(QStringLiteral("its folder does not exist")));
    EXPECT_FALSE(window_->banner().text().contains(QStringLiteral("old file")));
}

}  // namespace
}  // namespace coroscope::app
