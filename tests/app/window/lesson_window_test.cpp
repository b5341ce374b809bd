// SPDX-License-Identifier: GPL-3.0-or-later
/// The window and lessons: saved with what is seen of them, opened as they were; and what leaves
/// the window without a file.

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPrintPreviewDialog>
#include <QProgressDialog>
#include <QTimer>

#include <gtest/gtest.h>

#include "app/output/export_options.h"
#include "app/window/banner.h"
#include "app/window/notes_dialog.h"
#include "app/window/recent_files.h"
#include "tests/app/window/main_window_fixture.h"

namespace coroscope::app {
namespace {

TEST_F(MainWindowTest, ALessonIsSavedAndOpenedWithWhatIsSeenOfIt) {
    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    session().bookmarks().toggle(trace::EventIndex(9));
    window_->timeline().showStretch(0.5, 1.25);
    LaneChoice choice;
    choice.togglePinned(window_->timeline().model().lanes.back().key());
    choice.toggleHidden(window_->timeline().model().lanes[1].key());
    window_->timeline().setLaneChoice(choice);
    EXPECT_TRUE(window_->saveAs(path));
    EXPECT_EQ(RecentFiles::list(), QStringList{path});
    ASSERT_TRUE(settled());

    openText(QStringLiteral("x = 1\n"));
    EXPECT_TRUE(session().bookmarks().all().empty());
    EXPECT_EQ(window_->timeline().stretch(), std::nullopt);
    EXPECT_FALSE(window_->timeline().laneChoice().any());
    EXPECT_TRUE(window_->openFile(path));
    ASSERT_TRUE(settled());
    EXPECT_EQ(window_->windowTitle(), QStringLiteral("l.coroscope[*] — Coroscope"));
    EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
    EXPECT_EQ(session().bookmarks().all(), std::vector{trace::EventIndex(9)});
    ASSERT_TRUE(window_->timeline().stretch());
    EXPECT_NEAR((*window_->timeline().stretch())[0], 0.5, 1e-9);
    EXPECT_NEAR((*window_->timeline().stretch())[1], 1.25, 1e-9);
    EXPECT_EQ(window_->timeline().laneChoice().pinned, choice.pinned);
    EXPECT_EQ(window_->timeline().laneChoice().hidden, choice.hidden);
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, NotesAreWrittenInALessonAndSavedWithIt) {
    window_->run(Act::Notes);
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Notes"));
    EXPECT_EQ(window_->findChild<NotesDialog*>(), nullptr);

    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    ASSERT_TRUE(window_->saveAs(path));
    window_->run(Act::Notes);
    auto* notes = window_->findChild<NotesDialog*>();
    ASSERT_NE(notes, nullptr);
    QTest::keyClicks(notes->findChild<QPlainTextEdit*>(), QStringLiteral("ask why"));
    EXPECT_TRUE(window_->isWindowModified());
    EXPECT_TRUE(window_->save());
    EXPECT_FALSE(window_->isWindowModified());
    ASSERT_TRUE(window_->openFile(path));
    EXPECT_EQ(session().document().notes(), QStringLiteral("ask why"));
}

TEST_F(MainWindowTest, TheNotesFollowTheLessonAndGoWithIt) {
    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    ASSERT_TRUE(window_->saveAs(path));
    window_->run(Act::Notes);
    window_->run(Act::Notes);
    ASSERT_EQ(window_->findChildren<NotesDialog*>().size(), 1);
    auto* notes = window_->findChild<NotesDialog*>();
    auto* edit = notes->findChild<QPlainTextEdit*>();
    QTest::keyClicks(edit, QStringLiteral("mine"));
    ASSERT_TRUE(window_->save());

    Lesson theirs = session().document().packed();
    theirs.notes = "theirs";
    writeFile(path, QByteArray::fromStdString(writeLesson(theirs)));
    ASSERT_FALSE(session().document().reload().has_value());
    EXPECT_EQ(edit->toPlainText(), QStringLiteral("theirs"));
    EXPECT_FALSE(window_->isWindowModified());
    QTest::keyClicks(edit, QStringLiteral("!"));
    EXPECT_EQ(session().document().notes(), QStringLiteral("!theirs"));

    answer(QMessageBox::Save);
    ASSERT_TRUE(window_->saveAs(folder_.filePath(QStringLiteral("x.py"))));
    EXPECT_TRUE(notes->isHidden());
    EXPECT_FALSE(window_->isWindowModified());
}

TEST_F(MainWindowTest, ALessonIsExportedWithTheStretchThatIsInView) {
    ASSERT_TRUE(settled());
    window_->timeline().showStretch(0.5, 1.25);
    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    EXPECT_TRUE(window_->exportTo(path));
    const auto lesson = std::get<Lesson>(readLesson(readFile(path).toStdString()));
    EXPECT_NEAR(lesson.view.from.value_or(0), 0.5, 1e-9);
    EXPECT_NEAR(lesson.view.to.value_or(0), 1.25, 1e-9);
}

TEST_F(MainWindowTest, ALessonThatIsDamagedIsNotOpenedAndNothingIsLost) {
    EXPECT_FALSE(window_->openFile(write("bad.coroscope", "PK\3\4 and nothing more")));
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Not opened"));
    EXPECT_TRUE(window_->banner().text().contains(QStringLiteral("is damaged")));
    EXPECT_EQ(source().text(), QString::fromUtf8(sample::kText));
}

TEST_F(MainWindowTest, ALessonsFilesGoBesideAPythonFileOnlyWhenAskedFor) {
    Lesson lesson;
    lesson.files = {{"main.py", sample::kText}, {"helper.py", "x = 1\n"}};
    ASSERT_TRUE(
        window_->openFile(write("l.coroscope", QByteArray::fromStdString(writeLesson(lesson)))));
    ASSERT_TRUE(settled());
    const QString helper = folder_.filePath(QStringLiteral("helper.py"));
    const QString path = folder_.filePath(QStringLiteral("x.py"));
    answer(QMessageBox::Cancel);
    EXPECT_FALSE(window_->saveAs(path));
    EXPECT_EQ(asked_, 1);
    EXPECT_FALSE(QFile::exists(helper));
    EXPECT_FALSE(QFile::exists(path));
    answer(QMessageBox::Save);
    EXPECT_TRUE(window_->saveAs(path));
    EXPECT_EQ(asked_, 2);
    EXPECT_EQ(readFile(helper), "x = 1\n");
    EXPECT_EQ(readFile(path), sample::kText);
}

TEST_F(MainWindowTest, AnExportThatIsStoppedLeavesNoFileAndNoComplaint) {
    ASSERT_TRUE(settled());
    QTimer stop;
    QObject::connect(&stop, &QTimer::timeout, &stop, [] {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            auto* dialog = qobject_cast<QProgressDialog*>(widget);
            if (dialog != nullptr && dialog->isVisible()) dialog->close();
        }
    });
    stop.start(20);
    ExportOptions options;
    options.duration = 300;
    options.fps = 5;
    const QString path = folder_.filePath(QStringLiteral("a.gif"));
    EXPECT_FALSE(window_->exportTo(path, options));
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_NE(window_->banner().title(), QStringLiteral("Not exported"));
    EXPECT_NE(window_->banner().title(), QStringLiteral("Exported"));
    stop.stop();
    EXPECT_TRUE(window_->exportTo(folder_.filePath(QStringLiteral("a.csv"))));
    EXPECT_EQ(window_->banner().title(), QStringLiteral("Exported"));
}

TEST_F(MainWindowTest, AnExportDoesNotReplaceTheProgram) {
    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    ASSERT_TRUE(window_->saveAs(path));
    ASSERT_TRUE(settled());
    EXPECT_FALSE(window_->exportTo(path));
    EXPECT_TRUE(window_->banner().text().contains(QStringLiteral("is the program itself")));
}

TEST_F(MainWindowTest, TheFigureIsCopiedWithoutAsking) {
    ASSERT_TRUE(settled());
    window_->run(Act::CopyFigure);
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    EXPECT_TRUE(data->data(QStringLiteral("image/svg+xml")).startsWith("<?xml"));
    EXPECT_TRUE(data->hasImage());
}

TEST_F(MainWindowTest, ThePagesAreShownBeforeTheyArePrinted) {
    ASSERT_TRUE(settled());
    bool shown = false;
    QTimer::singleShot(300, window_.get(), [&shown] {
        for (QWidget* each : QApplication::topLevelWidgets()) {
            auto* preview = qobject_cast<QPrintPreviewDialog*>(each);
            if (preview == nullptr) continue;
            shown = preview->isVisible();
            const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
            if (!folder.isEmpty()) preview->grab().save(folder + QStringLiteral("/preview.png"));
            preview->close();
        }
    });
    window_->run(Act::PrintPreview);
    EXPECT_TRUE(shown);
}

TEST_F(MainWindowTest, AStoryboardIsReportedWithItsFirstAndLastFile) {
    ASSERT_TRUE(settled());
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments = {0, 0.5, 1};
    EXPECT_TRUE(window_->exportTo(folder_.filePath(QStringLiteral("s.svg")), options));
    EXPECT_EQ(window_->banner().text(), QStringLiteral("3 figures, s-001.svg to s-003.svg"));
    const QString folder = qEnvironmentVariable("COROSCOPE_SCREENSHOTS");
    if (!folder.isEmpty()) window_->grab().save(folder + QStringLiteral("/exported.png"));
}

}  // namespace
}  // namespace coroscope::app
