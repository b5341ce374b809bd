#include "engine/scenario/header.h"

#include <gtest/gtest.h>

namespace coroscope::scenario {
namespace {

/// The header of a program whose header holds this TOML, or the error.
std::variant<Header, Diagnostic> readToml(std::string_view toml) {
    std::string text = "# /// coroscope\n";
    for (std::size_t begin = 0; begin < toml.size();) {
        const std::size_t end = std::min(toml.find('\n', begin), toml.size());
        text += "# " + std::string(toml.substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    text += "# ///\nprint()\n";
    return Header::read(std::get<SourceText>(SourceText::fromBytes("x.py", text)));
}

Header headerOf(std::string_view toml) {
    auto result = readToml(toml);
    const auto* problem = std::get_if<Diagnostic>(&result);
    EXPECT_EQ(problem, nullptr) << renderLine(*problem, nullptr);
    return problem == nullptr ? std::get<Header>(std::move(result)) : Header();
}

std::string refusal(std::string_view toml) {
    const auto result = readToml(toml);
    const auto* problem = std::get_if<Diagnostic>(&result);
    return problem != nullptr ? renderLine(*problem, nullptr) : "accepted";
}

std::variant<Header, Diagnostic> readText(std::string_view text) {
    return Header::read(std::get<SourceText>(SourceText::fromBytes("x.py", text)));
}

TEST(Header, IsOptional) {
    const Header header = std::get<Header>(readText("print()\n"));
    EXPECT_FALSE(header.present);
    EXPECT_EQ(header.cost.freeInstructions, 100'000U);
    EXPECT_EQ(header.cost.secondsPerInstruction, 50e-9);
}

TEST(Header, HoldsWhatItSays) {
    const Header header = headerOf(
        "title = \"Three sleepers\"\nlevel = 2\nseed = 7\nstdin = [\"a\", \"b\"]\n[cost]\nfree = "
        "1_000\n"
        "instruction = 0\n[network]\nlatency = 0.5\n[[note]]\nline = 1\ntext = "
        "\"here\"\n[[question]]\ntext = \"who?\"\n");
    EXPECT_TRUE(header.present);
    EXPECT_EQ(header.title, "Three sleepers");
    EXPECT_EQ(header.level, 2);
    EXPECT_EQ(header.seed, 7U);
    EXPECT_EQ(header.standardInput, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(header.cost.freeInstructions, 1000U);
    EXPECT_EQ(header.cost.secondsPerInstruction, 0);
    EXPECT_EQ(header.network, "latency = 0.5");
    ASSERT_EQ(header.notes.size(), 1U);
    EXPECT_EQ(header.notes[0].text, "here");
    ASSERT_EQ(header.questions.size(), 1U);
    EXPECT_EQ(header.questions[0].text, "who?");
}

TEST(Header, AnUnknownKeyNamesTheNearestKnownOne) {
    EXPECT_EQ(refusal("title = \"x\"\nlevl = 1"),
              "x.py:3:3: error: unknown key 'levl' in the header; did you mean 'level'?");
    EXPECT_EQ(refusal("[cost]\nfrei = 1"),
              "x.py:3:3: error: unknown key 'frei' in [cost]; did you mean 'free'?");
    EXPECT_EQ(refusal("xyzzy = 1"), "x.py:2:3: error: unknown key 'xyzzy' in the header");
}

TEST(NearestName, IsNoOtherWordThatSharesAnEnding) {
    EXPECT_EQ(nearestName("asynco", {"asyncio", "signal"}), "asyncio");
    EXPECT_EQ(nearestName("subprocess", {"multiprocessing"}), "");
}

TEST(Header, ValuesHaveTheirTypesAndRanges) {
    EXPECT_EQ(refusal("title = 5"), "x.py:2:11: error: 'title' must be a string, not an integer");
    EXPECT_EQ(refusal("level = 4"), "x.py:2:11: error: 'level' must be from 1 to 3");
    EXPECT_EQ(refusal("cost = 1"),
              "x.py:2:10: error: 'cost' must be a table: [cost], not an integer");
    EXPECT_EQ(refusal("[cost]\ninstruction = -1.0"),
              "x.py:3:17: error: 'instruction' must be from 0 to 1e9");
    EXPECT_EQ(refusal("stdin = [1]"),
              "x.py:2:12: error: 'stdin' must hold strings, not an integer");
}

TEST(Header, WhatIsNotTomlIsRefusedWhereItStands) {
    EXPECT_EQ(refusal("title = \"x\nlevel = 1").substr(0, 9), "x.py:2:13");
}

TEST(Header, NestsNoDeeperThanALineIsLong) {
    std::string key = "a";
    while (key.size() < 15'990) key += ".a";
    EXPECT_NE(refusal(key + " = 1"), "accepted");  // an unknown key
    while (key.size() < 400'000) key += ".a";
    EXPECT_EQ(refusal("title = 'x'\n" + key + " = 1"),
              "x.py:3:1: error: a header's line can hold at most 16000 characters");
}

TEST(Header, MustBeClosedAndAlone) {
    EXPECT_EQ(renderLine(std::get<Diagnostic>(readText("# /// coroscope\n# level = 1\nprint()\n")),
                         nullptr),
              "x.py:1:1: error: the header is not closed");
    EXPECT_EQ(renderLine(std::get<Diagnostic>(
                             readText("# /// coroscope\n# ///\n# /// coroscope\n# ///\n")),
                         nullptr),
              "x.py:3:1: error: a scenario can have only one header");
}

TEST(NearestName, IsEmptyIfNothingIsNear) {
    EXPECT_EQ(nearestName("asyncoi", {"asyncio", "async"}), "asyncio");
    EXPECT_EQ(nearestName("requests", {"time", "asyncio"}), "");
}

}  // namespace
}  // namespace coroscope::scenario
