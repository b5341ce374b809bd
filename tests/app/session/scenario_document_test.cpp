// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/scenario_document.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "tests/app/support/files.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class ScenarioDocumentTest : public testing::Test {
protected:
    QString write(const char* name, const QByteArray& bytes) {
        const QString path = folder_.filePath(QLatin1String(name));
        writeFile(path, bytes);
        return path;
    }

    QTemporaryDir folder_;
    ScenarioDocument document_;
};

TEST_F(ScenarioDocumentTest, OpensTextAndIsNotModified) {
    const QString path = write("a.py", "print('grüße')\n");
    QSignalSpy opened(&document_, &ScenarioDocument::opened);
    EXPECT_FALSE(document_.open(path).has_value());
    EXPECT_EQ(document_.text(), QStringLiteral("print('grüße')\n"));
    EXPECT_EQ(document_.name(), QStringLiteral("a.py"));
    EXPECT_EQ(document_.path(), QFileInfo(path).absoluteFilePath());
    EXPECT_FALSE(document_.isModified());
    EXPECT_EQ(opened.count(), 1);
}

TEST_F(ScenarioDocumentTest, SaysWhereALinkLeadsThatCannotBeFollowed) {
    const QString round = folder_.filePath(QStringLiteral("round.py"));
    ASSERT_TRUE(QFile::link(round, round));
    EXPECT_TRUE(document_.open(round)->contains(QStringLiteral("leads back to itself")));
    const QString lost = folder_.filePath(QStringLiteral("lost.py"));
    ASSERT_TRUE(QFile::link(folder_.filePath(QStringLiteral("nobody.py")), lost));
    EXPECT_TRUE(document_.open(lost)->contains(QStringLiteral("nobody.py, which does not exist")));
}

TEST_F(ScenarioDocumentTest, IsCleanAgainWhenTheOldTextComesBack) {
    document_.openText(QStringLiteral("x.py"), QStringLiteral("a\n"));
    document_.setText(QStringLiteral("b\n"));
    EXPECT_TRUE(document_.isModified());
    document_.setText(QStringLiteral("a\n"));
    EXPECT_FALSE(document_.isModified());
}

TEST_F(ScenarioDocumentTest, KeepsItsTextWhenAnotherFileCannotBeOpened) {
    document_.openText(QStringLiteral("mine.py"), QStringLiteral("keep me\n"));
    document_.setText(QStringLiteral("keep me, changed\n"));
    for (const QString& path :
         {folder_.filePath(QStringLiteral("missing.py")), folder_.path(),
          write("binary.py", QByteArray("a\0b", 3)), write("latin1.py", "x = '\xe4'\n"),
          write("big.py", QByteArray(ScenarioDocument::kLargestFile + 1, '#')),
          QStringLiteral("/dev/zero"), QString()}) {
        const auto trouble = document_.open(path);
        ASSERT_TRUE(trouble.has_value()) << path.toStdString();
        EXPECT_EQ(document_.text(), QStringLiteral("keep me, changed\n"));
        EXPECT_EQ(document_.name(), QStringLiteral("mine.py"));
        EXPECT_TRUE(document_.isModified());
    }
}

TEST_F(ScenarioDocumentTest, SaysWhereInvalidUtf8Stands) {
    const auto trouble = document_.open(write("latin1.py", "# ok\nx = '\xe4'\n"));
    ASSERT_TRUE(trouble.has_value());
    EXPECT_TRUE(trouble->contains(QStringLiteral("line 2, byte 6"))) << trouble->toStdString();
}

TEST_F(ScenarioDocumentTest, SavesWhatWasTyped) {
    const QString path = write("a.py", "old\n");
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("new\n"));
    EXPECT_FALSE(document_.save().has_value());
    EXPECT_EQ(readFile(path), "new\n");
    EXPECT_FALSE(document_.isModified());
}

TEST_F(ScenarioDocumentTest, KeepsByteOrderMarkAndLineEnds) {
    const QString path = write("a.py",
                               "\xEF\xBB\xBF"
                               "a\r\nb\r\n");
    ASSERT_FALSE(document_.open(path).has_value());
    EXPECT_EQ(document_.text(), QStringLiteral("a\r\nb\r\n"));
    document_.setText(QStringLiteral("a\r\nc\r\n"));
    ASSERT_FALSE(document_.save().has_value());
    EXPECT_EQ(readFile(path),
              "\xEF\xBB\xBF"
              "a\r\nc\r\n");
}

TEST_F(ScenarioDocumentTest, AFailingSaveLeavesTheOldFileAndSaysWhy) {
    QDir(folder_.path()).mkdir(QStringLiteral("gone"));
    const QString path = folder_.filePath(QStringLiteral("gone/a.py"));
    document_.openText(QStringLiteral("a.py"), QStringLiteral("text\n"));
    document_.setText(QStringLiteral("changed\n"));
    QDir(folder_.filePath(QStringLiteral("gone"))).removeRecursively();
    const auto trouble = document_.saveAs(path);
    ASSERT_TRUE(trouble.has_value());
    EXPECT_TRUE(trouble->contains(QStringLiteral("not saved")));
    EXPECT_TRUE(document_.isModified());
    EXPECT_TRUE(document_.path().isEmpty());
}

TEST_F(ScenarioDocumentTest, AFolderIsNoPlaceToSaveTo) {
    document_.openText(QStringLiteral("a.py"), QStringLiteral("text\n"));
    EXPECT_TRUE(document_.saveAs(folder_.path()).has_value());
}

TEST_F(ScenarioDocumentTest, ASaveThatFailsHalfWayKeepsTheOldFile) {
    // So long a name leaves no room for that of the temporary file beside it.
    const QByteArray name = QByteArray(249, 'a') + ".py";
    const QString path = write(name.constData(), "old\n");
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("new\n"));
    const auto trouble = document_.save();
    ASSERT_TRUE(trouble.has_value());
    EXPECT_TRUE(trouble->contains(QStringLiteral("not saved"))) << trouble->toStdString();
    EXPECT_EQ(readFile(path), "old\n");
    EXPECT_TRUE(document_.isModified());
    EXPECT_EQ(document_.text(), QStringLiteral("new\n"));
}

TEST_F(ScenarioDocumentTest, SeesThatAnotherProgramHasWrittenTheFile) {
    const QString path = write("a.py", "one\n");
    ASSERT_FALSE(document_.open(path).has_value());
    QSignalSpy changed(&document_, &ScenarioDocument::changedOnDisk);
    write("a.py", "two\n");
    ASSERT_TRUE(waitUntil([&] { return changed.count() == 1; }));
    EXPECT_TRUE(changed[0][0].toBool());
    ASSERT_FALSE(document_.reload().has_value());
    EXPECT_EQ(document_.text(), QStringLiteral("two\n"));
    EXPECT_FALSE(document_.isModified());
}

TEST_F(ScenarioDocumentTest, ItsOwnSaveIsNoChangeOnDisk) {
    const QString path = write("a.py", "one\n");
    ASSERT_FALSE(document_.open(path).has_value());
    QSignalSpy changed(&document_, &ScenarioDocument::changedOnDisk);
    document_.setText(QStringLiteral("two\n"));
    ASSERT_FALSE(document_.save().has_value());
    passTime(300);
    EXPECT_EQ(changed.count(), 0);
}

TEST_F(ScenarioDocumentTest, KnowsAtOnceThatTheFileHoldsSomethingElse) {
    const QString path = write("a.py", "one\n");
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("mine\n"));
    EXPECT_FALSE(document_.isChangedOnDisk());
    write("a.py", "theirs\n");
    EXPECT_TRUE(document_.isChangedOnDisk());
    write("a.py", "mine\n");
    EXPECT_FALSE(document_.isChangedOnDisk());
    QFile::remove(path);
    EXPECT_FALSE(document_.isChangedOnDisk());
}

TEST_F(ScenarioDocumentTest, SaysOnceThatItsFileIsGone) {
    const QString path = write("a.py", "one\n");
    ASSERT_FALSE(document_.open(path).has_value());
    QSignalSpy changed(&document_, &ScenarioDocument::changedOnDisk);
    QFile::remove(path);
    ASSERT_TRUE(waitUntil([&] { return changed.count() == 1; }));
    EXPECT_FALSE(changed[0][0].toBool());
    EXPECT_EQ(document_.text(), QStringLiteral("one\n"));
}

TEST_F(ScenarioDocumentTest, WorkThatIsRestoredCountsAsModified) {
    const QString path = write("a.py", "one\n");
    document_.restore(path, QStringLiteral("a.py"), QStringLiteral("two\n"));
    EXPECT_EQ(document_.path(), path);
    EXPECT_TRUE(document_.isModified());
    EXPECT_EQ(readFile(path), "one\n");
}

TEST_F(ScenarioDocumentTest, OpensTheMainFileOfALesson) {
    Lesson lesson;
    lesson.files = {{"main.py", "import helper\n"}, {"helper.py", "x = 1\n"}};
    lesson.notes = "ask why";
    const QString path = write("l.coroscope", QByteArray::fromStdString(writeLesson(lesson)));
    EXPECT_FALSE(document_.open(path).has_value());
    EXPECT_EQ(document_.text(), QStringLiteral("import helper\n"));
    EXPECT_EQ(document_.name(), QStringLiteral("l.coroscope"));
    EXPECT_EQ(document_.runPath(), QFileInfo(path).absoluteFilePath() + QStringLiteral("/main.py"));
    EXPECT_EQ(document_.notes(), QStringLiteral("ask why"));
    EXPECT_FALSE(document_.isModified());
}

TEST_F(ScenarioDocumentTest, SavesALessonWithItsOtherFiles) {
    Lesson lesson;
    lesson.files = {{"main.py", "import helper\n"}, {"helper.py", "x = 1\n"}};
    const QString path = write("l.coroscope", QByteArray::fromStdString(writeLesson(lesson)));
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("import helper  # changed\n"));
    document_.setNotes(QStringLiteral("new"));
    EXPECT_TRUE(document_.isModified());
    EXPECT_FALSE(document_.save().has_value());
    EXPECT_FALSE(document_.isModified());
    EXPECT_FALSE(document_.isChangedOnDisk());
    const auto saved = std::get<Lesson>(readLesson(readFile(path).toStdString()));
    EXPECT_EQ(saved.mainText(), "import helper  # changed\n");
    EXPECT_EQ(saved.files.at("helper.py"), "x = 1\n");
    EXPECT_EQ(saved.notes, "new");
}

TEST_F(ScenarioDocumentTest, BecomesALessonByItsName) {
    document_.openText(QStringLiteral("pipeline.py"), QStringLiteral("x = 1\n"));
    document_.setPacker([](Lesson& lesson) { lesson.bookmarks = {4}; });
    const QString path = folder_.filePath(QStringLiteral("p.coroscope"));
    EXPECT_FALSE(document_.saveAs(path).has_value());
    const auto saved = std::get<Lesson>(readLesson(readFile(path).toStdString()));
    EXPECT_EQ(saved.mainFile, "pipeline.py");
    EXPECT_EQ(saved.bookmarks, std::vector<std::uint64_t>{4});
    ASSERT_NE(document_.lesson(), nullptr);
}

TEST_F(ScenarioDocumentTest, PutsALessonsFilesBesideAPythonFileAndOverwritesNone) {
    Lesson lesson;
    lesson.files = {{"main.py", "import tools.a\n"}, {"tools/a.py", "x = 1\n"}};
    lesson.notes = "say this";
    ASSERT_FALSE(
        document_.open(write("l.coroscope", QByteArray::fromStdString(writeLesson(lesson))))
            .has_value());
    QDir(folder_.path()).mkpath(QStringLiteral("out/tools"));
    const QString own = write("out/tools/a.py", "mine = 1\n");
    const QString target = folder_.filePath(QStringLiteral("out/x.py"));
    const auto trouble = document_.saveAs(target);
    ASSERT_TRUE(trouble.has_value());
    EXPECT_TRUE(trouble->contains(QStringLiteral("tools/a.py belongs beside it")));
    EXPECT_EQ(readFile(own), "mine = 1\n");
    EXPECT_FALSE(QFile::exists(target));
    ASSERT_TRUE(QFile::remove(own));
    EXPECT_FALSE(document_.saveAs(target).has_value());
    EXPECT_EQ(readFile(own), "x = 1\n");
    EXPECT_EQ(readFile(folder_.filePath(QStringLiteral("out/notes.md"))), "say this");
    EXPECT_EQ(readFile(target), "import tools.a\n");
    EXPECT_EQ(document_.lesson(), nullptr);
}

TEST_F(ScenarioDocumentTest, ALessonOfAnotherNameStaysALesson) {
    Lesson lesson;
    lesson.files = {{"main.py", "import helper\n"}, {"helper.py", "x = 1\n"}};
    lesson.notes = "ask why";
    const QString path = write("lesson.zip", QByteArray::fromStdString(writeLesson(lesson)));
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("import helper  # new\n"));
    EXPECT_FALSE(document_.save().has_value());
    EXPECT_EQ(QDir(folder_.path()).entryList(QDir::Files),
              QStringList{QStringLiteral("lesson.zip")});
    const auto saved = readLesson(readFile(path).toStdString());
    ASSERT_TRUE(std::holds_alternative<Lesson>(saved));
    EXPECT_EQ(std::get<Lesson>(saved).mainText(), "import helper  # new\n");
    EXPECT_EQ(std::get<Lesson>(saved).notes, "ask why");
    ASSERT_NE(document_.lesson(), nullptr);
}

TEST_F(ScenarioDocumentTest, ALessonThatCouldNotBeOpenedAgainLeavesTheOldFile) {
    Lesson lesson;
    lesson.files = {{"main.py", "x = 1\n"}};
    const QString path = write("l.coroscope", QByteArray::fromStdString(writeLesson(lesson)));
    const QByteArray before = readFile(path);
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setNotes(QString((1 << 20) + 1, QLatin1Char('x')));
    const auto trouble = document_.save();
    ASSERT_TRUE(trouble.has_value());
    EXPECT_TRUE(trouble->contains(QStringLiteral("it has notes of more than 1 MiB")))
        << trouble->toStdString();
    EXPECT_EQ(readFile(path), before);
    EXPECT_TRUE(document_.isModified());
}

TEST_F(ScenarioDocumentTest, KeepsItsTextWhenALessonIsDamaged) {
    document_.openText(QStringLiteral("mine.py"), QStringLiteral("keep me\n"));
    for (const QByteArray& bytes : {QByteArray("no zip"), QByteArray("PK\3\4 cut")}) {
        const auto trouble = document_.open(write("bad.coroscope", bytes));
        ASSERT_TRUE(trouble.has_value());
        EXPECT_TRUE(trouble->contains(QStringLiteral("bad.coroscope is ")))
            << trouble->toStdString();
    }
    EXPECT_EQ(document_.text(), QStringLiteral("keep me\n"));
}

TEST_F(ScenarioDocumentTest, UnsavedWorkOnALessonComesBackIntoIt) {
    Lesson lesson;
    lesson.files = {{"main.py", "import helper\n"}, {"helper.py", "x = 1\n"}};
    const QString path = write("l.coroscope", QByteArray::fromStdString(writeLesson(lesson)));
    document_.restore(path, QStringLiteral("l.coroscope"),
                      QStringLiteral("import helper  # new\n"));
    EXPECT_TRUE(document_.isModified());
    ASSERT_NE(document_.lesson(), nullptr);
    EXPECT_FALSE(document_.save().has_value());
    const auto saved = std::get<Lesson>(readLesson(readFile(path).toStdString()));
    EXPECT_EQ(saved.mainText(), "import helper  # new\n");
    EXPECT_EQ(saved.files.at("helper.py"), "x = 1\n");
}

}  // namespace
}  // namespace coroscope::app
