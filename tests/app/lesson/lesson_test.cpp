// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/lesson.h"

#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>

#include "app/lesson/zip_archive.h"

namespace coroscope::app {
namespace {

using testing::HasSubstr;

Lesson sample() {
    Lesson lesson;
    lesson.mainFile = "grüße.py";
    lesson.files = {{"grüße.py", "import tools.delay\n"},
                    {"tools/delay.py", "x = 1\n"},
                    {"picture.png", std::string("\x89PNG\0\xff", 6)}};
    lesson.notes = "# What to ask\n";
    lesson.view = {.steps = true, .from = 0.1, .to = 7.25, .playhead = 12};
    lesson.bookmarks = {3, 9};
    return lesson;
}

/// What is wrong with a file; empty: nothing.
std::string problemOf(std::string_view bytes) {
    const auto read = readLesson(bytes);
    const auto* problem = std::get_if<std::string>(&read);
    return problem == nullptr ? std::string() : *problem;
}

std::string withManifest(const std::string& manifest) {
    return writeZip({{"manifest.json", manifest}, {"main.py", "x = 1\n"}});
}

std::string manifest(const std::string& more, int version = 1) {
    return R"({"format": "coroscope lesson", "main": "main.py", "version": )" +
           std::to_string(version) + more + "}";
}

TEST(Lesson, ComesBackAsItWas) {
    const auto read = readLesson(writeLesson(sample()));
    ASSERT_TRUE(std::holds_alternative<Lesson>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<Lesson>(read), sample());
}

TEST(Lesson, KeepsWhichLanesAreShown) {
    Lesson lesson = sample();
    lesson.view.pinned = {{true, 1}, {false, 4'000'000'000}};
    lesson.view.hidden = {{false, 0}};
    lesson.view.folded = {{false, 2}, {false, 3}};
    const auto read = readLesson(writeLesson(lesson));
    ASSERT_TRUE(std::holds_alternative<Lesson>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<Lesson>(read), lesson);
}

TEST(Lesson, KeepsBreakpoints) {
    Lesson lesson = sample();
    lesson.files["tools/delay.py"] = std::string(40, '\n');
    lesson.breakpoints = {{"grüße.py", {1}}, {"tools/delay.py", {2, 40}}};
    const auto read = readLesson(writeLesson(lesson));
    ASSERT_TRUE(std::holds_alternative<Lesson>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<Lesson>(read), lesson);
}

TEST(Lesson, IsOfTheOldestVersionThatCanSayItAll) {
    const auto isOf = [](const Lesson& lesson, const char* version) {
        const auto entries = std::get<std::vector<ZipEntry>>(readZip(writeLesson(lesson)));
        return entries.front().bytes.find(version) != std::string::npos;
    };
    Lesson lesson = sample();
    EXPECT_TRUE(isOf(lesson, R"("version": 1)"));
    lesson.view.hidden = {{false, 0}};
    EXPECT_TRUE(isOf(lesson, R"("version": 2)"));
    lesson.breakpoints = {{"grüße.py", {1}}};
    EXPECT_TRUE(isOf(lesson, R"("version": 3)"));
}

TEST(Lesson, LeavesOutBreakpointsBehindTheEndOfAFile) {
    const auto read =
        readLesson(withManifest(manifest(R"(, "breakpoints": {"main.py": [2, 1, 3, 1]})", 3)));
    ASSERT_TRUE(std::holds_alternative<Lesson>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<Lesson>(read).breakpoints, (LessonBreakpoints{{"main.py", {1, 2}}}));
}

TEST(Lesson, GivesTheSameBytesAgain) { EXPECT_EQ(writeLesson(sample()), writeLesson(sample())); }

TEST(Lesson, ThatCouldNotBeOpenedAgainIsKnownBeforeItIsSaved) {
    Lesson lesson = sample();
    EXPECT_EQ(problemOfLesson(writeLesson(lesson)), std::nullopt);
    for (int i = 0; i < 500; ++i) lesson.files["f" + std::to_string(i) + ".py"];
    EXPECT_EQ(problemOfLesson(writeLesson(lesson)), "holds more than 500 files");
    // minizip itself has no room for such a name.
    lesson.files = {{"main.py", ""}, {std::string(70'000, 'a'), ""}};
    EXPECT_EQ(writeLesson(lesson), "");
    EXPECT_THAT(problemOfLesson(""), testing::Optional(HasSubstr("is no lesson")));
}

TEST(Lesson, IsCalledAsItsMainFileIsIfThatIsAPythonFile) {
    EXPECT_EQ(mainFileOf("pipeline.py"), "pipeline.py");
    for (const char* name : {"notes.txt", "", "-", ".hidden.py", "a\nb.py"}) {
        EXPECT_EQ(mainFileOf(name), "main.py") << name;
    }
}

TEST(Lesson, IsKnownByItsNameOrItsContent) {
    EXPECT_TRUE(isLessonName("a/b.coroscope"));
    EXPECT_TRUE(isLessonName("B.COROSCOPE"));
    EXPECT_FALSE(isLessonName(".coroscope"));
    EXPECT_FALSE(isLessonName("coroscope"));
    EXPECT_TRUE(isLessonContent(writeLesson(sample())));
    EXPECT_FALSE(isLessonContent("import asyncio\n"));
}

TEST(Lesson, NeedsNoMoreThanAManifestThatNamesTheProgram) {
    EXPECT_EQ(problemOf(withManifest(manifest(""))), "");
}

TEST(Lesson, OfANewerVersionIsRefusedPolitelyWhateverElseItHolds) {
    const std::string problem =
        problemOf(withManifest(manifest(R"(, "main": 7, "novelty": [1])", 4)));
    EXPECT_THAT(problem, HasSubstr("was made by a newer Coroscope"));
    EXPECT_THAT(problem, HasSubstr("version 4, this one reads up to 3"));
}

TEST(Lesson, WithAManifestThatMakesNoSenseIsRefused) {
    EXPECT_THAT(problemOf(writeZip({{"main.py", ""}})), HasSubstr("it has no manifest.json"));
    for (const std::string& bad :
         {std::string("{"),
          std::string("[]"),
          std::string("\xff"),
          std::string(100'000, '['),
          std::string(R"({"version": 1})"),
          manifest("", 0),
          manifest(R"(, "novelty": 1)"),
          manifest(R"(, "view": 1)"),
          manifest(R"(, "view": {"axis": "up"})"),
          manifest(R"(, "view": {"from": 1})"),
          manifest(R"(, "view": {"from": 2, "to": 1})"),
          manifest(R"(, "view": {"from": "1", "to": 2})"),
          manifest(R"(, "view": {"playhead": -1})"),
          manifest(R"(, "bookmarks": [1, "2"])"),
          manifest(R"(, "bookmarks": 1)"),
          manifest(R"(, "view": {"hidden": ["task-1"]})"),
          manifest(R"(, "view": {"hidden": "task-1"})", 2),
          manifest(R"(, "view": {"hidden": [1]})", 2),
          manifest(R"(, "view": {"pinned": ["lane-1"]})", 2),
          manifest(R"(, "view": {"pinned": ["task-"]})", 2),
          manifest(R"(, "view": {"folded": ["task--1"]})", 2),
          manifest(R"(, "view": {"folded": ["task-99999999999"]})", 2),
          manifest(R"(, "breakpoints": {"main.py": [1]})", 2),
          manifest(R"(, "breakpoints": [1])", 3),
          manifest(R"(, "breakpoints": {"main.py": 1})", 3),
          manifest(R"(, "breakpoints": {"main.py": [0]})", 3),
          manifest(R"(, "breakpoints": {"main.py": [-1]})", 3),
          manifest(R"(, "breakpoints": {"main.py": [1.5]})", 3),
          manifest(R"(, "breakpoints": {"main.py": ["1"]})", 3),
          manifest(R"(, "breakpoints": {"main.py": [99999999999]})", 3),
          manifest(R"(, "breakpoints": {"other.py": [1]})", 3),
          std::string(R"({"format": "coroscope lesson", "version": 1, "main": "../main.py"})"),
          std::string(R"({"format": "coroscope lesson", "version": 1})")}) {
        const std::string problem = problemOf(withManifest(bad));
        EXPECT_TRUE(problem.starts_with("is damaged: its manifest.json") ||
                    problem.starts_with("is no lesson"))
            << bad.substr(0, 80) << " -> " << problem;
    }
}

TEST(Lesson, OfAHugeManifestOrHugeNotesIsRefusedUnread) {
    std::string zeros = "0";
    while (zeros.size() <= 1U << 20) zeros += ",0";
    EXPECT_THAT(problemOf(withManifest(manifest(R"(, "novelty": [)" + zeros + "]"))),
                HasSubstr("its manifest.json has more than 1 MiB"));
    EXPECT_THAT(problemOf(writeZip({{"manifest.json", manifest("")},
                                    {"main.py", ""},
                                    {"notes.md", std::string((1U << 20) + 1, 'x')}})),
                HasSubstr("has notes of more than 1 MiB"));
}

TEST(Lesson, WithAllTheMarksAndLanesThatThereMayBeComesBackAsItWas) {
    Lesson lesson = sample();
    lesson.files["tools/delay.py"] = std::string(5'000, '\n');
    for (int line = 1; line <= 5'000; ++line) lesson.breakpoints["tools/delay.py"].insert(line);
    lesson.bookmarks.clear();
    for (std::uint64_t i = 0; i < 10'000; ++i)
        lesson.bookmarks.push_back(~std::uint64_t{10'000} + i);
    for (auto* list : {&lesson.view.pinned, &lesson.view.hidden, &lesson.view.folded})
        for (std::uint32_t i = 0; i < 5'000; ++i) list->push_back({true, 4'000'000'000U + i});
    const auto read = readLesson(writeLesson(lesson));
    ASSERT_TRUE(std::holds_alternative<Lesson>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<Lesson>(read), lesson);
}

TEST(Lesson, PackedByMacOsIsReadWithoutWhatThatAdds) {
    const auto read = readLesson(writeZip({{"manifest.json", manifest("")},
                                           {"__MACOSX/._main.py", "junk"},
                                           {"__MACOSX/../../x.py", "junk"},
                                           {".DS_Store", "junk"},
                                           {"tools/.DS_Store", "junk"},
                                           {"tools/._delay.py", "junk"},
                                           {"main.py", "x = 1\n"}}));
    ASSERT_TRUE(std::holds_alternative<Lesson>(read)) << std::get<std::string>(read);
    EXPECT_EQ(std::get<Lesson>(read).files, (scenario::PackedFiles{{"main.py", "x = 1\n"}}));
    EXPECT_THAT(problemOf(writeZip({{"manifest.json", manifest("")},
                                    {"main.py", ""},
                                    {".config/autostart/x.desktop", "junk"}})),
                HasSubstr("a name that is not allowed"));
}

TEST(Lesson, IsNoLessonIfItIsNoArchive) {
    EXPECT_THAT(problemOf(""), HasSubstr("is no lesson"));
    EXPECT_THAT(problemOf("import asyncio\n"), HasSubstr("is no lesson"));
    EXPECT_THAT(problemOf("PK\3\4 and then nothing"), HasSubstr("is damaged"));
}

TEST(Lesson, ThatIsCutAnywhereIsDamagedOrLacksNothing) {
    constexpr std::size_t kEndRecord = 22;  // says where the list of files is, then nothing
    const std::string whole = writeLesson(sample());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = readLesson(std::string_view(whole).substr(0, size));
        if (size <= whole.size() - kEndRecord) {
            EXPECT_TRUE(std::holds_alternative<std::string>(read)) << size;
        } else if (const auto* lesson = std::get_if<Lesson>(&read)) {
            EXPECT_EQ(*lesson, sample()) << size;
        }
    }
}

TEST(Lesson, WithAnyByteChangedIsReadOrRefusedButNeverMore) {
    const std::string whole = writeLesson(sample());
    std::size_t refused = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const unsigned char change : {0x01, 0x80, 0xFF}) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ change);
            if (!problemOf(bytes).empty()) ++refused;
        }
    }
    EXPECT_GT(refused, whole.size());
}

TEST(ZipArchive, RefusesNamesThatLeadOutOfAFolder) {
    for (const char* name :
         {"../x.py", "/etc/passwd", "a/../../x", "a//b", "./a", "a\\..\\b", "c:/x", "a\nb",
          "\x1b[2J.py", "..", ".bashrc", ".config/autostart/x.desktop", "a/..b"}) {
        EXPECT_FALSE(isSafeName(name)) << name;
        EXPECT_THAT(problemOf(writeZip({{name, "x"}, {"manifest.json", manifest("")}})),
                    HasSubstr("of a name that is not allowed"))
            << name;
    }
    EXPECT_FALSE(isSafeName("\xff.py"));
    EXPECT_FALSE(isSafeName(std::string(300, 'a')));
    EXPECT_TRUE(isSafeName("a/b./c..py"));
}

TEST(ZipArchive, ShowsNoControlCharactersInItsComplaint) {
    const auto problem = std::get<std::string>(readZip(writeZip({{"\x1b[2J.py", "x"}})));
    EXPECT_EQ(problem.find('\x1b'), std::string::npos);
}

TEST(ZipArchive, RefusesWhatIsThereTwice) {
    EXPECT_THAT(problemOf(writeZip({{"a.py", "x"}, {"a.py", "y"}})), HasSubstr("holds a.py twice"));
}

TEST(ZipArchive, RefusesAFileThatIsAFolderToo) {
    EXPECT_THAT(problemOf(writeZip({{"a", "x"}, {"a.py", "x"}, {"a/b/c.py", "y"}})),
                HasSubstr("holds a as a file and as a folder"));
    EXPECT_THAT(problemOf(writeZip({{"a/b/", ""}, {"a", "x"}})),
                HasSubstr("holds a as a file and as a folder"));
    EXPECT_EQ(
        problemOf(writeZip({{"main.py", ""}, {"main/b.py", ""}, {"manifest.json", manifest("")}})),
        "");
}

TEST(ZipArchive, RefusesTooManyFiles) {
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i <= kMostZipEntries; ++i) entries.push_back({std::to_string(i), ""});
    EXPECT_THAT(problemOf(writeZip(entries)), HasSubstr("more than 500 files"));
}

TEST(ZipArchive, RefusesABombBeforeItGoesOff) {
    const std::string half(kMostZipBytes / 2 + 1, '0');
    const std::string bomb = writeZip({{"a", half}, {"b", half}});
    EXPECT_LT(bomb.size(), kMostZipBytes / 100);
    EXPECT_THAT(problemOf(bomb), HasSubstr("more than 64 MiB when unpacked"));
}

TEST(ZipArchive, LeavesFoldersOut) {
    const auto read = readZip(writeZip({{"tools/", ""}, {"tools/a.py", "x"}}));
    ASSERT_TRUE(std::holds_alternative<std::vector<ZipEntry>>(read));
    const auto& entries = std::get<std::vector<ZipEntry>>(read);
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].name, "tools/a.py");
}

}  // namespace
}  // namespace coroscope::app
