#include "engine/scenario/module_files.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include <gtest/gtest.h>

namespace coroscope::scenario {
namespace {

namespace fs = std::filesystem;
using Kind = ModuleFile::Kind;

/// A folder of its own for each test, gone after it.
class ModuleFilesTest : public testing::Test {
protected:
    ModuleFilesTest() {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        base_ = fs::temp_directory_path() /
                ("coroscope_" + std::to_string(::getpid()) + "_" + info->name());
        fs::create_directories(base_);
    }
    ~ModuleFilesTest() override { fs::remove_all(base_); }

    void write(const std::string& name, const std::string& text = "x = 1\n") const {
        fs::create_directories((base_ / name).parent_path());
        std::ofstream(base_ / name) << text;
    }
    [[nodiscard]] ModuleFiles files(const std::string& root = {}) const {
        return {base_ / "lesson/main.py", root.empty() ? fs::path() : base_ / root};
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (base_ / name).string(); }

    fs::path base_;
};

TEST_F(ModuleFilesTest, AFileBesideTheScenarioIsAModule) {
    write("lesson/helper.py", "y = 2\n");
    ModuleFiles files = this->files();
    const ModuleFile* helper = files.find("helper");
    ASSERT_NE(helper, nullptr);
    EXPECT_EQ(helper->kind, Kind::Module);
    EXPECT_EQ(helper->fileName, at("lesson/helper.py"));
    ASSERT_NE(helper->source(), nullptr);
    EXPECT_EQ(helper->source()->text(), "y = 2\n");
    EXPECT_EQ(files.sourceOf(helper->fileName), helper->source());
    EXPECT_EQ(files.find("other"), nullptr);
}

TEST_F(ModuleFilesTest, APackageGoesBeforeAModuleAndBothBeforeAPlainFolder) {
    write("lesson/a/__init__.py");
    write("lesson/a.py");
    write("lesson/b/inner.py");
    write("lesson/b.py");
    write("lesson/c/inner.py");
    ModuleFiles files = this->files();
    EXPECT_EQ(files.find("a")->kind, Kind::Package);
    EXPECT_EQ(files.find("b")->kind, Kind::Module);
    EXPECT_EQ(files.find("b.inner"), nullptr);  // b is no package
    EXPECT_EQ(files.find("c")->kind, Kind::Namespace);
    EXPECT_EQ(files.find("c.inner")->fileName, at("lesson/c/inner.py"));
}

TEST_F(ModuleFilesTest, TheRootIsLookedInAfterTheScenariosFolder) {
    write("lesson/both.py");
    write("course/both.py");
    write("course/only.py");
    write("lesson/parts/one.py");
    write("course/parts/two.py");
    ModuleFiles files = this->files("course");
    EXPECT_EQ(files.find("both")->fileName, at("lesson/both.py"));
    EXPECT_EQ(files.find("only")->fileName, at("course/only.py"));
    // A namespace package has portions in both.
    EXPECT_NE(files.find("parts.one"), nullptr);
    EXPECT_NE(files.find("parts.two"), nullptr);
    EXPECT_EQ(this->files().find("only"), nullptr);
}

TEST_F(ModuleFilesTest, NoLinkLeadsOut) {
    write("lesson/main.py");
    write("secret/key.py");
    fs::create_symlink(base_ / "secret/key.py", base_ / "lesson/key.py");
    fs::create_directory_symlink(base_ / "secret", base_ / "lesson/secret");
    write("lesson/real.py");
    fs::create_symlink(base_ / "lesson/real.py", base_ / "lesson/alias.py");
    ModuleFiles files = this->files();
    EXPECT_EQ(files.find("key"), nullptr);
    EXPECT_EQ(files.find("secret"), nullptr);
    EXPECT_EQ(files.find("secret.key"), nullptr);
    EXPECT_NE(files.find("alias"), nullptr);
    // A folder that was given may be led to.
    EXPECT_NE(this->files("secret").find("key"), nullptr);
}

TEST_F(ModuleFilesTest, ANameIsNoPath) {
    write("lesson/main.py");
    write("outside.py");
    write("lesson/inside/leaf.py");
    ModuleFiles files = this->files();
    for (const char* name : {"../outside", "..outside", "", ".", "inside/leaf", "inside..leaf",
                             "/etc/passwd", "inside.", ".inside"}) {
        EXPECT_EQ(files.find(name), nullptr) << name;
    }
    EXPECT_EQ(files.find(std::string(100'000, '.')), nullptr);
    EXPECT_EQ(files.find(std::string("inside\0x", 8)), nullptr);
}

TEST_F(ModuleFilesTest, AFileIsReadOnce) {
    write("lesson/helper.py", "first = 1\n");
    ModuleFiles files = this->files();
    ASSERT_NE(files.find("helper"), nullptr);
    write("lesson/helper.py", "second = 2\n");
    EXPECT_EQ(files.find("helper")->source()->text(), "first = 1\n");
}

TEST_F(ModuleFilesTest, WhatCannotBeReadSaysWhy) {
    write("lesson/binary.py", std::string("x = '\xff'\n"));
    ModuleFiles files = this->files();
    const ModuleFile* binary = files.find("binary");
    ASSERT_NE(binary, nullptr);
    EXPECT_EQ(binary->source(), nullptr);
    EXPECT_TRUE(std::holds_alternative<Diagnostic>(binary->content));
}

TEST_F(ModuleFilesTest, AScenarioWithoutAFileHasNone) {
    write("lesson/helper.py");
    EXPECT_EQ(ModuleFiles({}, {}).find("helper"), nullptr);
    EXPECT_NE(ModuleFiles({}, base_ / "lesson").find("helper"), nullptr);
}

TEST_F(ModuleFilesTest, PackedFilesAreAFolderOfTheirOwn) {
    write("lesson/on_disk.py");
    const auto packed =
        std::make_shared<const PackedFiles>(PackedFiles{{"helper.py", "y = 2\n"},
                                                        {"tools/__init__.py", ""},
                                                        {"tools/delay.py", "z = 3\n"},
                                                        {"plain/inner.py", ""},
                                                        {"broken.py", "\xff"}});
    ModuleFiles files(base_ / "lesson/main.py", {}, packed);
    ASSERT_NE(files.find("helper"), nullptr);
    EXPECT_EQ(files.find("helper")->fileName, at("lesson/helper.py"));
    EXPECT_EQ(files.find("helper")->source()->text(), "y = 2\n");
    EXPECT_EQ(files.find("tools")->kind, Kind::Package);
    EXPECT_EQ(files.find("tools.delay")->source()->text(), "z = 3\n");
    EXPECT_EQ(files.find("plain")->kind, Kind::Namespace);
    EXPECT_EQ(files.find("plai"), nullptr);
    EXPECT_EQ(files.find("on_disk"), nullptr);
    EXPECT_TRUE(std::holds_alternative<Diagnostic>(files.find("broken")->content));
}

TEST_F(ModuleFilesTest, WhatWasFoundCanBeTakenToAnotherPlace) {
    write("lesson/helper.py", "y = 2\n");
    write("lesson/unused.py");
    write("elsewhere/tools/delay.py", "z = 3\n");
    ModuleFiles files = this->files("elsewhere");
    (void)files.find("helper");
    (void)files.find("tools.delay");
    (void)files.find("nowhere");
    EXPECT_EQ(files.found(),
              (PackedFiles{{"helper.py", "y = 2\n"}, {"tools/delay.py", "z = 3\n"}}));
}

}  // namespace
}  // namespace coroscope::scenario
