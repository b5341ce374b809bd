// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/export_files.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <unistd.h>

#include <gmock/gmock.h>

#include "app/lesson/lesson.h"
#include "tests/engine/trace/sample_trace.h"

namespace coroscope::app::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A folder of its own for each test, gone after it.
class ExportFilesTest : public ::testing::Test {
protected:
    ExportFilesTest() {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = fs::temp_directory_path() /
                  ("coroscope_" + std::to_string(::getpid()) + "_" + info->name());
        fs::create_directories(folder_);
    }
    ~ExportFilesTest() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string at(const char* name) const { return (folder_ / name).string(); }
    [[nodiscard]] std::size_t fileCount() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }
    static std::string read(const std::string& path) {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::variant<ExportFiles, std::string> open(std::initializer_list<const char*> names,
                                                const ExportOptions& options = {}) {
        std::vector<ExportTarget> targets;
        for (const char* name : names) {
            targets.push_back(std::get<ExportTarget>(targetOf(at(name))));
        }
        return ExportFiles::open(targets, options);
    }

    fs::path folder_;
    ExportedRun run_{trace::testing::TwoSleepers().trace(), "Sleepers", "s.py", ""};
    /// Says of which moment it was asked to paint.
    FigurePainter paint_ = [](const ExportedRun&, const trace::Excerpt&,
                              const ExportOptions& options, const Format&, trace::TextSink& sink) {
        sink.write(options.moment ? options.moment->text : "all");
        return std::optional<std::string>();
    };
};

TEST_F(ExportFilesTest, WritesNoLessonThatCouldNotBeOpened) {
    const auto tried = [this] {
        auto files = open({"l.coroscope", "b.csv"});
        return std::get<ExportFiles>(files).write(run_, paint_).value_or("");
    };
    EXPECT_THAT(tried(), HasSubstr("the program's files are not known"));
    Lesson lesson;
    lesson.files["main.py"] = "x = 1\n";
    lesson.files["../main.py"] = "x = 1\n";
    run_.lesson = std::make_shared<const Lesson>(lesson);
    EXPECT_THAT(tried(), HasSubstr("nothing could open it again: it holds a file of a name"));
    EXPECT_EQ(fileCount(), 0U);
    lesson.files.erase("../main.py");
    run_.lesson = std::make_shared<const Lesson>(lesson);
    EXPECT_EQ(tried(), "");
    EXPECT_EQ(std::get<Lesson>(readLesson(read(at("l.coroscope")))), lesson);
}

TEST_F(ExportFilesTest, WritesAll) {
    auto files = open({"a.svg", "b.csv"});
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint_), std::nullopt);
    EXPECT_EQ(read(at("a.svg")), "all");
    EXPECT_THAT(read(at("b.csv")), HasSubstr("event,time,kind"));
    EXPECT_EQ(std::get<ExportFiles>(files).paths(),
              (std::vector<std::string>{at("a.svg"), at("b.csv")}));
}

TEST_F(ExportFilesTest, WritesAFileForEachMomentOfAStoryboard) {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments = {0, 1};
    auto files = open({"a.svg"}, options);
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint_), std::nullopt);
    EXPECT_EQ(fileCount(), 2U);
    EXPECT_THAT(read(at("a-001.svg")), HasSubstr("1 of 2"));
    EXPECT_THAT(read(at("a-002.svg")), HasSubstr("2 of 2"));
}

TEST_F(ExportFilesTest, WritesTheFigureOfAReportBesideIt) {
    auto files = open({"r.md", "b.csv"});
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint_), std::nullopt);
    EXPECT_EQ(read(at("r-figure.svg")), "all");
    EXPECT_THAT(read(at("r.md")), HasSubstr("](r-figure.svg)"));
    EXPECT_EQ(std::get<ExportFiles>(files).paths(),
              (std::vector<std::string>{at("r.md"), at("b.csv"), at("r-figure.svg")}));
}

TEST_F(ExportFilesTest, PaintsTheFigureOfAReportOnceWhereItIsAskedForToo) {
    auto files = open({"r-figure.svg", "r.md"});
    ASSERT_TRUE(std::holds_alternative<ExportFiles>(files)) << std::get<std::string>(files);
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint_), std::nullopt);
    EXPECT_EQ(fileCount(), 2U);
}

TEST_F(ExportFilesTest, ReplacesNoPictureOfAnothersByTheFigureOfANewReport) {
    const auto write = [this](const char* name) { std::ofstream(at(name)) << "mine"; };
    write("r-figure.svg");
    const auto refused = open({"r.md"});
    ASSERT_TRUE(std::holds_alternative<std::string>(refused));
    EXPECT_THAT(std::get<std::string>(refused), HasSubstr("r-figure.svg is there already"));
    EXPECT_EQ(read(at("r-figure.svg")), "mine");
    write("r.md");  // whose figure it is then
    EXPECT_TRUE(std::holds_alternative<ExportFiles>(open({"r.md"})));
}

TEST_F(ExportFilesTest, PassesOnWhatThePainterLeftOut) {
    auto files = open({"a.svg", "b.csv"});
    const FigurePainter some = [](auto&&...) { return Painted(std::nullopt, "2 lanes less"); };
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, some), std::nullopt);
    EXPECT_THAT(std::get<ExportFiles>(files).notes(), ElementsAre(at("a.svg") + ": 2 lanes less"));
}

TEST_F(ExportFilesTest, SaysOfALargeAnimationWhatWouldMakeItSmaller) {
    auto files = open({"a.gif", "b.svg"});
    const FigurePainter large = [](const auto&, const auto&, const auto&, const auto&,
                                   trace::TextSink& sink) {
        sink.write(std::string(9'400'000, 'x'));
        return Painted();
    };
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, large), std::nullopt);
    EXPECT_THAT(std::get<ExportFiles>(files).notes(),
                ElementsAre(HasSubstr("a.gif takes 9 MB: it would be less with fewer pictures")));
}

TEST_F(ExportFilesTest, HasFewFilesOpenHoweverManyItWrites) {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    options.moments.assign(100, 0);
    auto files = open({"a.svg"}, options);
    struct rlimit before {};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
    struct rlimit few = before;
    few.rlim_cur = 60;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint_), std::nullopt);
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
    EXPECT_EQ(fileCount(), 100U);
}

TEST_F(ExportFilesTest, LeavesNothingIfOneCannotBePainted) {
    auto files = open({"b.csv", "a.svg"});
    const FigurePainter cannot = [](auto&&...) { return std::optional<std::string>("too large"); };
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, cannot), at("a.svg") + ": too large");
    files = std::string();  // gone
    EXPECT_EQ(fileCount(), 0U);
}

TEST_F(ExportFilesTest, LeavesNothingIfItIsStopped) {
    {
        auto files = open({"a.svg", "b.csv"});
        const auto problem = std::get<ExportFiles>(files).write(
            run_, paint_, [](const ExportStage& stage) { return stage.done < 1; });
        EXPECT_EQ(problem, kExportStopped);
    }
    EXPECT_EQ(fileCount(), 0U);
}

TEST_F(ExportFilesTest, CanBeStoppedWithinAFile) {
    Format slow = *std::get<ExportTarget>(targetOf("a.csv")).format;
    slow.write = [](const ExportedRun&, const trace::Excerpt&, trace::TextSink& sink) {
        for (const double share : {0.25, 0.5, 0.75}) {
            if (!sink.goOn(share)) return;
        }
    };
    std::vector<double> told;
    const auto write = [&](double until) {
        told.clear();
        auto files = ExportFiles::open({{at("a.csv"), &slow, false}, {at("b.csv.gz"), &slow, true}},
                                       ExportOptions());
        return std::get<ExportFiles>(files).write(run_, paint_, [&](const ExportStage& stage) {
            told.push_back(stage.overall());
            return told.back() < until;
        });
    };
    EXPECT_EQ(write(0.6), kExportStopped);
    EXPECT_THAT(told, ElementsAre(0, 0.125, 0.25, 0.375, 0.5, 0.625));
    EXPECT_EQ(fileCount(), 0U);
    EXPECT_EQ(write(2), std::nullopt);
    EXPECT_EQ(told.back(), 1);
    EXPECT_EQ(fileCount(), 2U);
}

TEST_F(ExportFilesTest, LeavesTheProgramItselfAlone) {
    std::ofstream(at("own.csv")) << "x = 1";
    fs::create_symlink("own.csv", folder_ / "link.csv");
    for (const char* const name : {"own.csv", "link.csv"}) {
        const auto files = ExportFiles::open({std::get<ExportTarget>(targetOf(at(name)))},
                                             ExportOptions(), at("own.csv"));
        EXPECT_THAT(std::get<std::string>(files), HasSubstr("is the program itself"));
    }
    EXPECT_EQ(read(at("own.csv")), "x = 1");
}

TEST_F(ExportFilesTest, RefusesTheSameFileTwice) {
    fs::create_symlink("a.svg", folder_ / "b.svg");
    EXPECT_THAT(std::get<std::string>(open({"a.svg", "./a.svg"})), HasSubstr("named twice"));
    EXPECT_THAT(std::get<std::string>(open({"a.svg", "c.csv", "a.svg"})), HasSubstr("named twice"));
    EXPECT_TRUE(std::holds_alternative<ExportFiles>(open({"a.svg", "a.csv"})));
}

TEST_F(ExportFilesTest, TellsWhatIsLeftOfALongerSeries) {
    ExportOptions options;
    options.storyboard = Storyboard::Times;
    const auto leftAfter = [&](std::size_t figures) {
        options.moments.assign(figures, 0);
        auto files = open({"a.svg"}, options);
        EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint_), std::nullopt);
        return std::get<ExportFiles>(files).leftovers();
    };
    EXPECT_THAT(leftAfter(4), ElementsAre());
    EXPECT_THAT(leftAfter(2), ElementsAre(at("a-003.svg"), at("a-004.svg")));
    EXPECT_THAT(leftAfter(4), ElementsAre());
    EXPECT_EQ(fileCount(), 4U);
}

TEST_F(ExportFilesTest, AnimatesWhatCanMoveAndLetsTheOthersStandStill) {
    ExportOptions options;
    options.animate = true;
    std::vector<std::string> moving;
    auto files = open({"a.html", "b.svg"}, options);
    ASSERT_TRUE(std::holds_alternative<ExportFiles>(files)) << std::get<std::string>(files);
    const FigurePainter paint = [&](auto&&, auto&&, const ExportOptions& wishes,
                                    const Format& format, auto&&) {
        if (wishes.animate) moving.emplace_back(format.extension);
        return std::optional<std::string>();
    };
    EXPECT_EQ(std::get<ExportFiles>(files).write(run_, paint), std::nullopt);
    EXPECT_THAT(moving, ElementsAre("svg"));
}

TEST_F(ExportFilesTest, SaysAtOnceWhatCannotBe) {
    ExportOptions options;
    options.storyboard = Storyboard::Steps;
    EXPECT_THAT(std::get<std::string>(open({"a.html"}, options)),
                HasSubstr("a storyboard is made of figures"));
    EXPECT_THAT(std::get<std::string>(open({"none/a.svg"}, options)), HasSubstr("cannot write"));
    options = {};
    options.animate = true;
    EXPECT_THAT(std::get<std::string>(open({"a.png"}, options)),
                HasSubstr("what is animated is .svg or .gif"));
    options.storyboard = Storyboard::Steps;
    EXPECT_THAT(std::get<std::string>(open({"a.svg"}, options)), HasSubstr("stand still"));
    EXPECT_EQ(fileCount(), 0U);
}

}  // namespace
}  // namespace coroscope::app::testing
