// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include <atomic>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "app/session/autosave.h"
#include "app/session/engine_runner.h"
#include "tests/app/support/files.h"
#include "tests/app/support/sample_run.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

QString text(const char* more = "") {
    return QString::fromUtf8(sample::kText) + QLatin1String(more);
}

class SessionTest : public testing::Test {
protected:
    bool settled() {
        return waitUntil([this] { return !session_.runs().isBusy(); });
    }
    void open(const QString& source = text()) {
        session_.document().openText(QStringLiteral("parcels.py"), source);
        ASSERT_TRUE(settled());
    }

    Session session_{sample::runner()};
};

TEST_F(SessionTest, OpeningADocumentRunsIt) {
    QSignalSpy changed(&session_, &Session::traceChanged);
    open();
    EXPECT_TRUE(session_.hasRun());
    EXPECT_EQ(session_.trace()->taskCount(), 7U);
    EXPECT_EQ(session_.playhead().current(), trace::EventIndex(0));
    EXPECT_EQ(session_.title(), QStringLiteral("Parcels: shield and a blocked loop"));
    EXPECT_GE(changed.count(), 1);
}

TEST_F(SessionTest, EditsRunOnceAfterTheLastOfThem) {
    open();
    QSignalSpy started(&session_.runs(), &RunService::started);
    for (int i = 0; i < 10; ++i) {
        session_.document().setText(text() + QString(i + 1, QLatin1Char('#')));
        passTime(10);
    }
    EXPECT_EQ(started.count(), 0);
    ASSERT_TRUE(settled());
    EXPECT_EQ(started.count(), 1);
}

TEST_F(SessionTest, AnErrorKeepsTheLastGoodTraceAndMarksItStale) {
    open();
    const auto good = session_.trace();
    session_.playhead().moveToTime(1.0);
    const auto place = session_.playhead().current();
    session_.document().setText(text("oops\n"));
    ASSERT_TRUE(settled());
    EXPECT_TRUE(session_.isStale());
    EXPECT_EQ(session_.trace(), good);
    EXPECT_EQ(session_.playhead().current(), place);
    ASSERT_EQ(session_.diagnostics().size(), 1U);
    EXPECT_EQ(session_.diagnostics().front().span.line, 28);

    session_.document().setText(text("# fine\n"));
    ASSERT_TRUE(settled());
    EXPECT_FALSE(session_.isStale());
    EXPECT_TRUE(session_.diagnostics().empty());
    EXPECT_EQ(session_.playhead().current(), place);
}

TEST_F(SessionTest, AnotherDocumentNeverShowsTheOldOnesRun) {
    open();
    session_.document().openText(QStringLiteral("bad.py"), QStringLiteral("oops\n"));
    ASSERT_TRUE(settled());
    EXPECT_FALSE(session_.hasRun());
    EXPECT_TRUE(session_.trace()->empty());
    EXPECT_FALSE(session_.isStale());
    EXPECT_FALSE(session_.playhead().current().valid());
    EXPECT_EQ(session_.title(), QStringLiteral("bad.py"));
}

TEST_F(SessionTest, StoppingARunKeepsWhatItRecorded) {
    session_.document().openText(QStringLiteral("f.py"), QStringLiteral("forever\n"));
    passTime(50);
    EXPECT_TRUE(session_.runs().isRunning());
    session_.stop();
    ASSERT_TRUE(settled());
    EXPECT_EQ(session_.result().status, RunStatus::Cancelled);
    EXPECT_FALSE(session_.trace()->empty());
}

TEST_F(SessionTest, ANewerRunCancelsAndReplacesTheOneUnderWay) {
    session_.document().openText(QStringLiteral("f.py"), QStringLiteral("forever\n"));
    passTime(20);
    open();
    EXPECT_EQ(session_.result().status, RunStatus::Ok);
}

TEST_F(SessionTest, ALongRunShowsTheOldTraceAsStale) {
    open();
    session_.document().setText(QStringLiteral("forever\n"));
    EXPECT_TRUE(waitUntil([this] { return session_.isStale(); }));
    session_.stop();
    ASSERT_TRUE(settled());
    EXPECT_FALSE(session_.isStale());
}

TEST_F(SessionTest, TheStateFollowsThePlayhead) {
    open();
    QSignalSpy changed(&session_, &Session::stateChanged);
    session_.playhead().moveToTime(1.25);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_DOUBLE_EQ(session_.state().time, 1.25);
    EXPECT_EQ(session_.state().at, session_.playhead().current());
    session_.playhead().toStart();
    EXPECT_EQ(session_.state().tasks.size(), 1U);
}

TEST(RunService, ResultsOfSupersededJobsAreDropped) {
    std::atomic<int> runs = 0;
    RunService service([&](const RunRequest& request, CancelSwitch&) {
        ++runs;
        RunReport report;
        report.title = request.text;
        return report;
    });
    QSignalSpy finished(&service, &RunService::finished);
    for (int i = 0; i < 50; ++i) service.request({std::to_string(i), {}, {}});
    ASSERT_TRUE(waitUntil([&] { return !service.isBusy(); }));
    ASSERT_EQ(finished.count(), 1);
    EXPECT_EQ(finished.at(0).at(0).value<JobNumber>(), service.currentJob());
}

TEST(RunService, DyingWhileARunIsUnderWayEndsIt) {
    RunService service(sample::runner());
    service.request({"forever", {}, {}});
    passTime(20);
}

TEST_F(SessionTest, ALessonKeepsBookmarksAndView) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("l.coroscope"));
    open();
    session_.bookmarks().toggle(trace::EventIndex(7));
    session_.bookmarks().toggle(trace::EventIndex(3));
    session_.playhead().moveTo(trace::EventIndex(5));
    session_.playhead().setPacing(Pacing::Steps);
    const LessonView view{.from = 2, .to = 6.5, .pinned = {{true, 1}}, .hidden = {{false, 2}}};
    session_.setView(view);
    ASSERT_FALSE(session_.document().saveAs(path).has_value());

    Session other{sample::runner()};
    QSignalSpy wanted(&other, &Session::viewWanted);
    ASSERT_FALSE(other.document().open(path).has_value());
    ASSERT_TRUE(waitUntil([&other] { return !other.runs().isBusy(); }));
    EXPECT_EQ(other.bookmarks().all(), (std::vector{trace::EventIndex(3), trace::EventIndex(7)}));
    EXPECT_EQ(other.playhead().current(), trace::EventIndex(5));
    EXPECT_EQ(other.playhead().pacing(), Pacing::Steps);
    ASSERT_EQ(wanted.count(), 1);
    LessonView shown = view;
    shown.steps = true;
    shown.playhead = 5;
    EXPECT_EQ(wanted[0][0].value<LessonView>(), shown);
    EXPECT_FALSE(other.document().isModified());
    other.bookmarks().toggle(trace::EventIndex(3));
    EXPECT_TRUE(other.document().isModified());
}

class LessonSessionTest : public SessionTest {
protected:
    /// A lesson with bookmarks and a view, in a file.
    void writeLessonOf(const QString& main, std::vector<std::uint64_t> bookmarks) {
        Lesson lesson;
        lesson.files["main.py"] = main.toStdString();
        lesson.bookmarks = std::move(bookmarks);
        lesson.view = {.steps = true, .from = 2, .to = 6.5, .playhead = 5};
        writeFile(path_, QByteArray::fromStdString(writeLesson(lesson)));
    }
    [[nodiscard]] Lesson lessonOnDisk() const {
        return std::get<Lesson>(readLesson(readFile(path_).toStdString()));
    }

    QTemporaryDir folder_;
    QString path_ = folder_.filePath(QStringLiteral("l.coroscope"));
};

TEST_F(LessonSessionTest, SavedBeforeItHasRunItKeepsWhatItWantsToBeSeen) {
    for (const char* more : {"", "oops\n"}) {  // the second one is refused
        writeLessonOf(text(more), {3, 7});
        const Lesson before = lessonOnDisk();
        ASSERT_FALSE(session_.document().open(path_).has_value());
        EXPECT_FALSE(session_.document().save().has_value());
        EXPECT_EQ(lessonOnDisk(), before);
        ASSERT_TRUE(settled());
        EXPECT_FALSE(session_.document().save().has_value());
        EXPECT_EQ(lessonOnDisk().bookmarks, before.bookmarks) << more;
    }
}

TEST_F(LessonSessionTest, SavedBeforeItHasRunItHasWhatItImports) {
    writeFile(folder_.filePath(QStringLiteral("helper.py")), "import tools.a\n");
    ASSERT_TRUE(QDir(folder_.path()).mkdir(QStringLiteral("tools")));
    writeFile(folder_.filePath(QStringLiteral("tools/a.py")), "x = 1\n");
    const QString main = folder_.filePath(QStringLiteral("main.py"));
    writeFile(main, "import helper\n");
    ASSERT_FALSE(session_.document().open(main).has_value());
    EXPECT_FALSE(session_.document().saveAs(path_).has_value());
    EXPECT_EQ(lessonOnDisk().files, (scenario::PackedFiles{{"helper.py", "import tools.a\n"},
                                                           {"main.py", "import helper\n"},
                                                           {"tools/a.py", "x = 1\n"}}));
}

TEST_F(LessonSessionTest, ReloadedItIsShownAsTheNewFileWants) {
    writeLessonOf(text(), {3, 7});
    ASSERT_FALSE(session_.document().open(path_).has_value());
    ASSERT_TRUE(settled());
    writeLessonOf(text(), {4});
    ASSERT_FALSE(session_.document().reload().has_value());
    ASSERT_TRUE(settled());
    EXPECT_EQ(session_.bookmarks().all(), std::vector{trace::EventIndex(4)});
}

TEST_F(LessonSessionTest, AnotherDocumentHasNotTheStretchOfTheLast) {
    open();
    session_.setView({.from = 2, .to = 6.5, .hidden = {{false, 2}}});
    open(text("# another\n"));
    EXPECT_EQ(session_.document().packed().view.from, std::nullopt);
    EXPECT_TRUE(session_.document().packed().view.hidden.empty());
}

TEST_F(LessonSessionTest, KeepsBreakpointsOfAllItsFiles) {
    Lesson lesson;
    lesson.files = {{"main.py", "import tools\n"}, {"tools.py", "x = 1\ny = 2\n"}};
    lesson.breakpoints = {{"main.py", {1}}, {"tools.py", {2}}};
    writeFile(path_, QByteArray::fromStdString(writeLesson(lesson)));
    ASSERT_FALSE(session_.document().open(path_).has_value());
    Playhead& playhead = session_.playhead();
    EXPECT_EQ(playhead.breakpoints(), std::set<int>{1}) << "before it has run";
    ASSERT_TRUE(settled());
    const auto imported = [](const QString& file) { return (file + "/tools.py").toStdString(); };
    EXPECT_EQ(playhead.breakpoints(imported(path_)), std::set<int>{2});
    EXPECT_FALSE(session_.document().isModified());

    playhead.toggleBreakpoint(1);
    EXPECT_TRUE(session_.document().isModified());
    const QString there = folder_.filePath(QStringLiteral("there.coroscope"));
    ASSERT_FALSE(session_.document().saveAs(there).has_value());
    EXPECT_EQ(playhead.breakpoints(imported(there)), std::set<int>{2});
    const auto saved = std::get<Lesson>(readLesson(readFile(there).toStdString()));
    EXPECT_EQ(saved.breakpoints, (LessonBreakpoints{{"tools.py", {2}}}));
    ASSERT_FALSE(session_.document().reload().has_value());
    EXPECT_EQ(playhead.breakpoints(imported(there)), std::set<int>{2});
}

TEST_F(LessonSessionTest, AProgramWithBreakpointsBecomesALessonThatHasThem) {
    writeFile(folder_.filePath(QStringLiteral("tools.py")), "x = 1\n");
    const QString main = folder_.filePath(QStringLiteral("one.py"));
    writeFile(main, "import tools\n");
    Session session{engineRunner()};
    ASSERT_FALSE(session.document().open(main).has_value());
    ASSERT_TRUE(waitUntil([&session] { return !session.runs().isBusy(); }));
    const std::string tools = folder_.filePath(QStringLiteral("tools.py")).toStdString();
    ASSERT_NE(session.siblings().find(tools), nullptr);
    session.playhead().toggleBreakpoint(1);
    session.playhead().toggleBreakpoint(1, tools);
    EXPECT_FALSE(session.document().isModified()) << "a Python file does not keep them";
    ASSERT_FALSE(session.document().saveAs(path_).has_value());
    EXPECT_EQ(lessonOnDisk().breakpoints, (LessonBreakpoints{{"one.py", {1}}, {"tools.py", {1}}}));
}

TEST_F(LessonSessionTest, MarksOfUnsavedWorkOutliveACrash) {
    writeLessonOf(text(), {3, 7});
    ASSERT_FALSE(session_.document().open(path_).has_value());
    ASSERT_TRUE(settled());
    session_.bookmarks().toggle(trace::EventIndex(7));
    ASSERT_TRUE(session_.document().isModified());
    LeftBehind left{{}, path_, QStringLiteral("l.coroscope"), text() + QStringLiteral("# more\n")};
    session_.playhead().toggleBreakpoint(2);
    session_.keepMarks(left);

    Session other{sample::runner()};
    other.restore(left);
    EXPECT_EQ(other.bookmarkNumbers(), std::vector<std::uint64_t>{3});
    ASSERT_TRUE(waitUntil([&other] { return !other.runs().isBusy(); }));
    EXPECT_EQ(other.bookmarks().all(), std::vector{trace::EventIndex(3)});
    EXPECT_EQ(other.playhead().breakpoints(), std::set<int>{2});
    EXPECT_EQ(other.playhead().pacing(), Pacing::Steps);
    EXPECT_TRUE(other.document().isModified());
}

}  // namespace
}  // namespace coroscope::app
