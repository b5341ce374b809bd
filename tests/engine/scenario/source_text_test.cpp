#include "engine/scenario/source_text.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace coroscope::scenario {
namespace {

SourceText read(std::string_view bytes) {
    return std::get<SourceText>(SourceText::fromBytes("x.py", bytes));
}

std::string refusal(std::string_view bytes) {
    const auto result = SourceText::fromBytes("x.py", bytes);
    const auto* problem = std::get_if<Diagnostic>(&result);
    return problem != nullptr ? renderLine(*problem, nullptr) : "accepted";
}

TEST(SourceText, EveryLineEndBecomesANewline) {
    EXPECT_EQ(read("a\r\nb\rc").text(), "a\nb\nc\n");
    EXPECT_EQ(read("").text(), "");
}

TEST(SourceText, AByteOrderMarkIsDropped) { EXPECT_EQ(read("\xEF\xBB\xBFx\n").text(), "x\n"); }

TEST(SourceText, KnowsItsLines) {
    const SourceText source = read("one\n\nthree");
    EXPECT_EQ(source.lineCount(), 3);
    EXPECT_EQ(source.line(2), "");
    EXPECT_EQ(source.line(3), "three");
    EXPECT_EQ(source.line(4), "");
}

TEST(SourceText, TurnsByteColumnsIntoCharactersAndBack) {
    const SourceText source = read("é€x = 1\n");
    EXPECT_EQ(source.characterColumn(1, 5), 2);
    EXPECT_EQ(source.characterColumn(1, 3), 1);  // in the middle of a character
    EXPECT_EQ(source.characterColumn(1, 99), 7);
    EXPECT_EQ(source.byteColumn(1, 2), 5);
}

TEST(SourceText, RefusesNullBytes) {
    EXPECT_EQ(refusal(std::string_view("x = 1\ny\0\n", 9)),
              "x.py:2:2: error: SyntaxError: source code cannot contain null bytes");
}

TEST(SourceText, RefusesWhatIsNotUtf8) {
    EXPECT_EQ(refusal("# caf\xe9\n"),
              "x.py:1:6: error: SyntaxError: Non-UTF-8 code starting with '\\xe9' on line 1, but "
              "no encoding declared; "
              "see https://peps.python.org/pep-0263/ for details");
    EXPECT_NE(refusal("\xed\xa0\x80"), "accepted");  // a surrogate
    EXPECT_NE(refusal("\xc0\xaf"), "accepted");      // overlong
}

TEST(SourceText, RefusesOtherEncodings) {
    EXPECT_EQ(refusal("#!/usr/bin/python\n# -*- coding: utf-16 -*-\n"),
              "x.py:2:1: error: the encoding utf-16 is not supported: scenarios are UTF-8");
    EXPECT_EQ(refusal("# coding: ascii\nx = 'caf\xc3\xa9'\n"),
              "x.py:1:1: error: the encoding ascii is not supported: scenarios are UTF-8");
    // What is no UTF-8 may be fine in the encoding that is declared: it is this that we lack.
    EXPECT_EQ(refusal("# coding: latin-1\nx = 'caf\xe9'\n"),
              "x.py:1:1: error: the encoding latin-1 is not supported: scenarios are UTF-8");
    EXPECT_EQ(refusal("# -*- coding: utf-8 -*-\n"), "accepted");
    EXPECT_EQ(refusal("x = 1\n# coding: latin-1\n"), "accepted");
    // What holds ASCII alone reads the same.
    EXPECT_EQ(refusal("# -*- coding: iso-8859-15 -*-\nx = 1\n"), "accepted");
}

TEST(SourceText, RefusesMissingFilesAndFolders) {
    const auto missing = SourceText::fromFile("/nonexistent/x.py");
    EXPECT_EQ(renderLine(std::get<Diagnostic>(missing), nullptr),
              "/nonexistent/x.py: error: no such file");
    const auto folder = SourceText::fromFile("/tmp");
    EXPECT_EQ(renderLine(std::get<Diagnostic>(folder), nullptr),
              "/tmp: error: this is a folder, not a file");
}

TEST(SourceText, ReadsFiles) {
    const auto path = std::filesystem::temp_directory_path() / "coroscope_source_text_test.py";
    std::ofstream(path, std::ios::binary) << "print('hé')\r\n";
    const auto source = SourceText::fromFile(path);
    std::filesystem::remove(path);
    EXPECT_EQ(std::get<SourceText>(source).text(), "print('hé')\n");
}

}  // namespace
}  // namespace coroscope::scenario
