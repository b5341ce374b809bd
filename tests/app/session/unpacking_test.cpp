// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/unpacking.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "app/lesson/lesson.h"
#include "app/session/scenario_document.h"
#include "tests/app/support/files.h"

namespace coroscope::app {
namespace {

class UnpackingTest : public testing::Test {
protected:
    [[nodiscard]] QString path(const char* name) const {
        return folder_.filePath(QLatin1String(name));
    }
    /// All files and folders that there are, hidden ones too.
    [[nodiscard]] QStringList there() const {
        return QDir(folder_.path())
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
    }
    static Lesson lesson(scenario::PackedFiles files) {
        Lesson lesson;
        lesson.files = std::move(files);
        lesson.files.emplace("main.py", "import helper\n");
        return lesson;
    }
    Unpacking planned(const Lesson& lesson, const QString& target) {
        auto plan = Unpacking::plan(lesson, target);
        EXPECT_TRUE(std::holds_alternative<Unpacking>(plan));
        return std::get<Unpacking>(std::move(plan));
    }

    QTemporaryDir folder_;
};

TEST_F(UnpackingTest, WritesProgramsAndNotesAlone) {
    Lesson whole =
        lesson({{"helper.py", "x = 1\n"}, {"tools/a.py", ""}, {"evil.desktop", "Exec=x"}});
    whole.notes = "say this";
    Unpacking plan = planned(whole, path("x.py"));
    EXPECT_EQ(plan.names(), (QStringList{"helper.py", "notes.md", "tools/a.py"}));
    EXPECT_EQ(plan.leftOut(), QStringList{"evil.desktop"});
    EXPECT_TRUE(there().isEmpty());
    EXPECT_EQ(plan.write(), std::nullopt);
    EXPECT_EQ(there(), (QStringList{"helper.py", "notes.md", "tools"}));
    EXPECT_EQ(readFile(path("notes.md")), "say this");
}

TEST_F(UnpackingTest, LeavesWhatIsThereAlready) {
    writeFile(path("helper.py"), "x = 1\n");
    EXPECT_TRUE(planned(lesson({{"helper.py", "x = 1\n"}}), path("x.py")).names().isEmpty());
    writeFile(path("helper.py"), "x = 2\n");
    EXPECT_TRUE(std::holds_alternative<QString>(
        Unpacking::plan(lesson({{"helper.py", "x = 1\n"}}), path("x.py"))));
    QFile::remove(path("helper.py"));
    ASSERT_TRUE(QFile::link(path("nowhere"), path("helper.py")));
    EXPECT_TRUE(std::holds_alternative<QString>(
        Unpacking::plan(lesson({{"helper.py", "x = 1\n"}}), path("x.py"))));
}

TEST_F(UnpackingTest, HasNoPlaceForAFileWhereTheMainFileGoes) {
    for (const char* name : {"helper.py", "helper.py/deeper.py"}) {
        const auto plan = Unpacking::plan(lesson({{name, "x = 1\n"}}), path("helper.py"));
        EXPECT_TRUE(std::holds_alternative<QString>(plan)) << name;
    }
}

TEST_F(UnpackingTest, LeavesNothingBehindWhenItFailsHalfWay) {
    writeFile(path("tools"), "no folder");
    Unpacking plan =
        planned(lesson({{"a/b/c.py", ""}, {"helper.py", ""}, {"tools/a.py", ""}}), path("x.py"));
    const auto trouble = plan.write();
    ASSERT_TRUE(trouble.has_value());
    EXPECT_TRUE(trouble->contains(QStringLiteral("tools/a.py"))) << trouble->toStdString();
    EXPECT_EQ(there(), QStringList{"tools"});
}

TEST_F(UnpackingTest, LeavesNothingBehindWhenTheMainFileCannotBeWritten) {
    writeFile(path("l.coroscope"),
              QByteArray::fromStdString(writeLesson(lesson({{"helper.py", ""}, {"t/a.py", ""}}))));
    ScenarioDocument document;
    ASSERT_FALSE(document.open(path("l.coroscope")).has_value());
    QDir(folder_.path()).mkdir(QStringLiteral("x.py"));
    EXPECT_TRUE(document.saveAs(path("x.py")).has_value());
    EXPECT_EQ(there(), (QStringList{"l.coroscope", "x.py"}));
    EXPECT_NE(document.lesson(), nullptr);
}

}  // namespace
}  // namespace coroscope::app
