#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/engine/language/parse_helper.h"

namespace coroscope::language::test {
namespace {

std::string contentsOf(const char* name) {
    const auto path =
        std::filesystem::path(COROSCOPE_SOURCE_DIR) / "tests/engine/language/syntax_errors" / name;
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    std::ostringstream contents;
    contents << file.rdbuf();
    return contents.str();
}

std::vector<std::string> split(const std::string& text, std::string_view separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string::npos;
         end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + separator.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// A column 0 in the table: CPython counts in a line of its own making.
bool agrees(const std::string& ours, const std::string& expected) {
    if (ours == expected) return true;
    const auto mine = split(ours, "\t");
    const auto theirs = split(expected, "\t");
    if (mine.size() != 6 || theirs.size() != 6) return false;
    const bool columnsMatter = theirs[3] != "0";
    const bool overSeveralLines = theirs[4] != theirs[2];
    const std::size_t compared = !columnsMatter ? 3 : overSeveralLines ? 5 : 6;
    return std::equal(mine.begin(), mine.begin() + static_cast<std::ptrdiff_t>(compared),
                      theirs.begin());
}

TEST(SyntaxErrors, HaveTheTypeWordsAndPlaceThatCPythonGivesThem) {
    const auto programs = split(contentsOf("programs.txt"), "-----\n");
    const auto expected = split(contentsOf("expected.txt"), "\n");
    ASSERT_GE(programs.size(), 120U);
    ASSERT_EQ(programs.size() + 1, expected.size());
    for (std::size_t i = 0; i < programs.size(); ++i) {
        const std::string ours = errorOf(programs[i]);
        EXPECT_TRUE(agrees(ours, expected[i]))
            << programs[i] << "  ours: " << ours << "\ntheirs: " << expected[i];
    }
}

TEST(SyntaxErrors, NoInputExhaustsTheStack) {
    const auto repeat = [](std::string_view text, int times) {
        std::string result;
        for (int i = 0; i < times; ++i) result += text;
        return result;
    };
    for (const std::string_view piece :
         {"not ", "-", "(", "[", "{", "lambda: ", "x if y else ", "x ** ", "await ", "f'{", "x.",
          "x[", "f(", "1 + ", "{1: ", "*", "lambda x=", "(yield ", "a = "}) {
        EXPECT_NE(errorOf(repeat(piece, 10'000)), "ok");
        EXPECT_NE(errorOf(repeat(piece, 10'000) + "1 2"), "ok") << piece;
    }
    EXPECT_EQ(errorOf(repeat("a = ", 10'000) + "1"), "ok");
    EXPECT_NE(errorOf("x" + repeat(".y", 10'000)), "ok");
    EXPECT_NE(errorOf("if a: pass\n" + repeat("elif b: pass\n", 10'000)), "ok");
    EXPECT_EQ(errorOf("x" + repeat(".y()", 400)), "ok");
}

TEST(SyntaxErrors, NestedMistakesAreFoundInReasonableTime) {
    const auto nested = [](std::string open, std::string close) {
        std::string result;
        for (int i = 0; i < 100; ++i) result += open;
        result += "a b";
        for (int i = 0; i < 100; ++i) result += close;
        return result;
    };
    for (const auto& [open, close] :
         {std::pair("(", ")"), std::pair("[", "]"), std::pair("{", "}"), std::pair("f(", ")"),
          std::pair("{1: ", "}"), std::pair("a[", "]"), std::pair("(1, ", ")")}) {
        EXPECT_TRUE(errorOf(nested(open, close))
                        .starts_with("SyntaxError\tinvalid syntax. Perhaps you forgot a comma?"))
            << open;
    }
}

}  // namespace
}  // namespace coroscope::language::test
