// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output/output_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <zlib.h>

#include <gtest/gtest.h>

#include "app/output/gzip.h"

namespace coroscope::app::testing {
namespace {

namespace fs = std::filesystem;

class InAFolder : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = (fs::temp_directory_path() / "coroscope-output.XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
    static std::string contentOf(const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::size_t fileCount() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
    }

    fs::path folder_;
};

using OutputFileTest = InAFolder;
using Gzip = InAFolder;

Writing saying(std::string text) {
    return [text = std::move(text)](trace::TextSink& sink) { sink.write(text); };
}

TEST_F(OutputFileTest, AppearsWhenItIsCommitted) {
    auto opened = OutputFile::open(path("a"));
    auto& file = std::get<OutputFile>(opened);
    EXPECT_EQ(file.fill(saying("whole")), std::nullopt);
    EXPECT_FALSE(fs::exists(path("a")));
    EXPECT_EQ(file.commit(), std::nullopt);
    EXPECT_EQ(contentOf(path("a")), "whole");
    EXPECT_EQ(fileCount(), 1U);
}

TEST_F(OutputFileTest, LeavesNothingBehindUnlessCommitted) {
    ASSERT_EQ(writeFile(path("a"), saying("old")), std::nullopt);
    {
        auto opened = OutputFile::open(path("a"));
        EXPECT_EQ(std::get<OutputFile>(opened).fill(saying("new")), std::nullopt);
    }
    EXPECT_EQ(contentOf(path("a")), "old");
    EXPECT_EQ(fileCount(), 1U);
}

TEST_F(OutputFileTest, KeepsPermissionsAndLinks) {
    ASSERT_EQ(writeFile(path("a"), saying("old")), std::nullopt);
    fs::permissions(path("a"), fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("a", path("link"));
    EXPECT_EQ(writeFile(path("link"), saying("new")), std::nullopt);
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_EQ(contentOf(path("a")), "new");
    EXPECT_EQ(fs::status(path("a")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(OutputFileTest, SaysAtOnceWhereNothingCanBeWritten) {
    const auto folder = OutputFile::open(folder_.string());
    EXPECT_NE(std::get<std::string>(folder).find("Is a directory"), std::string::npos);
    const auto nowhere = OutputFile::open(path("none/a"));
    EXPECT_NE(std::get<std::string>(nowhere).find("No such file"), std::string::npos);
    EXPECT_EQ(fileCount(), 0U);
}

TEST_F(OutputFileTest, SaysThatADeviceIsFull) {
    const auto problem = writeFile("/dev/full", saying("x"));
    ASSERT_TRUE(problem);
    EXPECT_NE(problem->find("No space left"), std::string::npos);
}

TEST_F(Gzip, IsReadByZlib) {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += std::to_string(i * 7919) + "\n";
    const auto pack = [&](trace::TextSink& sink) { writeGzipped(saying(text), sink); };
    ASSERT_EQ(writeFile(path("a.gz"), pack), std::nullopt);
    ASSERT_EQ(writeFile(path("b.gz"), pack), std::nullopt);
    EXPECT_EQ(contentOf(path("a.gz")), contentOf(path("b.gz")));
    EXPECT_LT(fs::file_size(path("a.gz")), text.size() / 2);
    const gzFile file = gzopen(path("a.gz").c_str(), "rb");
    std::string unpacked(text.size() + 1, '\0');
    unpacked.resize(static_cast<std::size_t>(
        gzread(file, unpacked.data(), static_cast<unsigned>(unpacked.size()))));
    EXPECT_EQ(gzclose(file), Z_OK);
    EXPECT_EQ(unpacked, text);
}

/// Another thread may make a file meanwhile, which must not be open to all.
TEST_F(InAFolder, LeavesTheMaskOfThePermissionsAlone) {
    const mode_t mask = ::umask(0);
    EXPECT_EQ(writeFile(path("a"), [](trace::TextSink& sink) { sink.write("a"); }), std::nullopt);
    ::umask(mask);
    struct stat status {};
    ASSERT_EQ(::stat(path("a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0666 & ~mask);
}

}  // namespace
}  // namespace coroscope::app::testing
