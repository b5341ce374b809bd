// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/autosave.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "app/session/scenario_document.h"
#include "tests/app/support/files.h"
#include "tests/app/support/wait.h"

namespace coroscope::app {
namespace {

class AutosaveTest : public testing::Test {
protected:
    [[nodiscard]] QStringList copies() const {
        return QDir(folder_.path()).entryList({QStringLiteral("*.json")});
    }
    /// What the program has written of its document.
    [[nodiscard]] QByteArray copyOf() const {
        return readFile(folder_.filePath(copies().value(0)));
    }
    /// What a crash leaves: the copy, and a lock that nobody holds.
    void leave(const char* json) {
        QFile file(folder_.filePath(QStringLiteral("left.json")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(json);
    }

    QTemporaryDir folder_;
    ScenarioDocument document_;
    Autosave autosave_{document_, folder_.path()};
};

TEST_F(AutosaveTest, UnsavedWorkIsCopiedAfterAMoment) {
    document_.openText(QStringLiteral("a.py"), QStringLiteral("one\n"));
    EXPECT_TRUE(copies().isEmpty());
    document_.setText(QStringLiteral("two\n"));
    EXPECT_TRUE(waitUntil([this] { return copies().size() == 1; }));
}

TEST_F(AutosaveTest, WhatIsSavedOrTakenBackNeedsNoCopy) {
    document_.openText(QStringLiteral("a.py"), QStringLiteral("one\n"));
    document_.setText(QStringLiteral("two\n"));
    autosave_.flush();
    ASSERT_EQ(copies().size(), 1);
    document_.setText(QStringLiteral("one\n"));
    EXPECT_TRUE(copies().isEmpty());
}

TEST_F(AutosaveTest, ACopyOfAProgramThatRunsIsNotLeftBehind) {
    document_.openText(QStringLiteral("a.py"), QStringLiteral("one\n"));
    document_.setText(QStringLiteral("two\n"));
    autosave_.flush();
    ScenarioDocument other;
    const Autosave second(other, folder_.path());
    EXPECT_TRUE(Autosave::leftBehind(folder_.path()).empty());
}

TEST_F(AutosaveTest, WhatACrashHasLeftIsFound) {
    leave(R"({"path":"/tmp/lesson.py","name":"lesson.py","text":"two\n"})");
    const auto left = Autosave::leftBehind(folder_.path());
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].name, QStringLiteral("lesson.py"));
    EXPECT_EQ(left[0].text, QStringLiteral("two\n"));
    Autosave::discard(left[0]);
    EXPECT_TRUE(Autosave::leftBehind(folder_.path()).empty());
}

TEST_F(AutosaveTest, TheNotesAndMarksOfALessonComeBackToo) {
    Lesson lesson;
    lesson.files["main.py"] = "one\n";
    lesson.notes = "before";
    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    writeFile(path, QByteArray::fromStdString(writeLesson(lesson)));
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("two\n"));
    std::vector<std::uint64_t> marks;
    const LessonBreakpoints lines{{"main.py", {1, 5}}, {"tools/delay.py", {2}}};
    autosave_.setMarker([&](LeftBehind& copy) {
        copy.bookmarks = marks;
        copy.breakpoints = lines;
    });
    autosave_.flush();
    document_.setNotes(QStringLiteral("after"));
    marks = {3, 70};
    document_.touch();
    ASSERT_TRUE(waitUntil([this] { return copyOf().contains("after"); }));

    leave(copyOf().constData());
    ScenarioDocument other;
    const auto left = Autosave::leftBehind(folder_.path());
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].bookmarks, marks);
    EXPECT_EQ(left[0].breakpoints, lines);
    other.restore(left[0].path, left[0].name, left[0].text, left[0].notes);
    EXPECT_EQ(other.text(), QStringLiteral("two\n"));
    EXPECT_EQ(other.notes(), QStringLiteral("after"));
    EXPECT_TRUE(other.isModified());
}

TEST_F(AutosaveTest, ACopyKnowsWhichTextOfTheFileItWasMadeOf) {
    const QString path = folder_.filePath(QStringLiteral("a.py"));
    writeFile(path, "one\n");
    ASSERT_FALSE(document_.open(path).has_value());
    document_.setText(QStringLiteral("mine\n"));
    autosave_.flush();
    leave(copyOf().constData());
    const auto left = Autosave::leftBehind(folder_.path());
    ASSERT_EQ(left.size(), 1U);
    const auto restored = [&left](ScenarioDocument& document) {
        document.restore(left[0].path, left[0].name, left[0].text, left[0].notes, left[0].base);
        return document.isChangedOnDisk();
    };
    ScenarioDocument same;
    EXPECT_FALSE(restored(same));
    EXPECT_EQ(same.base(), left[0].base);
    writeFile(path, "theirs\n");
    ScenarioDocument other;
    EXPECT_TRUE(restored(other));
    EXPECT_EQ(other.text(), QStringLiteral("mine\n"));
    EXPECT_EQ(other.base(), left[0].base);  // a second crash forgets nothing
    writeFile(path, "mine\n");
    EXPECT_FALSE(other.isChangedOnDisk());
    writeFile(path, "theirs\n");
    ASSERT_FALSE(other.save().has_value());
    EXPECT_FALSE(other.isChangedOnDisk());
}

TEST_F(AutosaveTest, OfALessonTheNotesOfTheFileCountToo) {
    Lesson lesson;
    lesson.files["main.py"] = "one\n";
    lesson.notes = "before";
    const QString path = folder_.filePath(QStringLiteral("l.coroscope"));
    writeFile(path, QByteArray::fromStdString(writeLesson(lesson)));
    ASSERT_FALSE(document_.open(path).has_value());
    const QString base = document_.base();
    ScenarioDocument other;
    other.restore(path, QStringLiteral("l.coroscope"), QStringLiteral("two\n"), {}, base);
    EXPECT_FALSE(other.isChangedOnDisk());
    lesson.notes = "theirs";
    writeFile(path, QByteArray::fromStdString(writeLesson(lesson)));
    other.restore(path, QStringLiteral("l.coroscope"), QStringLiteral("two\n"), {}, base);
    EXPECT_TRUE(other.isChangedOnDisk());
}

TEST_F(AutosaveTest, ADamagedCopyIsNoCopy) {
    leave("{\"text\":");
    EXPECT_TRUE(Autosave::leftBehind(folder_.path()).empty());
    EXPECT_TRUE(copies().isEmpty());
}

TEST_F(AutosaveTest, AFolderThatCannotBeMadeIsNoTrouble) {
    ScenarioDocument document;
    Autosave autosave(document, QStringLiteral("/proc/nowhere"));
    document.openText(QStringLiteral("a.py"), QStringLiteral("one\n"));
    document.setText(QStringLiteral("two\n"));
    autosave.flush();
    EXPECT_TRUE(Autosave::leftBehind(QStringLiteral("/proc/nowhere")).empty());
}

}  // namespace
}  // namespace coroscope::app
