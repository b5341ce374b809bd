#include "engine/language/frozen_code.h"

#include <limits>

#include <gtest/gtest.h>

#include "engine/language/disassembler.h"
#include "tests/engine/language/compile_text.h"

namespace coroscope::language {
namespace {

std::vector<std::string> list(std::initializer_list<std::string> names) { return names; }

std::shared_ptr<const CodeObject> thawed(const CodeObject& code) {
    return thaw(freeze(code), "<frozen module>");
}

TEST(FrozenCode, KeepsTheInstructionsOfAllCodeWithin) {
    const auto code = codeOf(
        "class A:\n"
        "    async def f(self, a, /, b=1, *c, d, **e):\n"
        "        async with a as g:\n"
        "            return [h async for h in g if (lambda: h)]\n");
    const auto kept = thawed(*code);
    EXPECT_EQ(disassemble(*kept), disassemble(*code));
}

TEST(FrozenCode, KeepsWhatAFunctionSaysOfItself) {
    const auto code = codeOf("x = 1\nasync def f(a, /, b, *c, d, **e): return lambda: a\n");
    const auto kept = thawed(*code);
    const CodeObject& was = inner(*code, "f");
    const CodeObject& is = inner(*kept, "f");
    EXPECT_EQ(is.name, "f");
    EXPECT_EQ(is.firstLine, 2);
    EXPECT_EQ(is.kind, CodeKind::Coroutine);
    EXPECT_EQ(is.positionalOnlyCount, 1);
    EXPECT_EQ(is.positionalCount, 2);
    EXPECT_EQ(is.keywordOnlyCount, 1);
    EXPECT_TRUE(is.hasVarArgs);
    EXPECT_TRUE(is.hasVarKeywords);
    EXPECT_EQ(is.localNames, was.localNames);
    EXPECT_EQ(is.cellNames, list({"a"}));
    EXPECT_EQ(is.stackSize, was.stackSize);
    EXPECT_EQ(is.cacheCount, was.cacheCount);
    EXPECT_EQ(inner(*kept, "f.<locals>.<lambda>").freeNames, list({"a"}));
}

TEST(FrozenCode, KeepsWhereEachInstructionStands) {
    const auto code = codeOf("def f():\n    return (a +\n            b)\n");
    EXPECT_EQ(inner(*thawed(*code), "f").spans, inner(*code, "f").spans);
}

TEST(FrozenCode, KeepsConstantsOfEachKind) {
    CodeObject code;
    const auto add = [&](auto value) { code.constants.push_back({std::move(value)}); };
    add(CodeConstant::None{});
    add(CodeConstant::Ellipsis{});
    add(true);
    add(std::numeric_limits<std::int64_t>::min());
    add(-0.1);
    add(std::string("a\0é", 4));
    add(CodeConstant::BigInt{"123456789012345678901234567890"});
    add(CodeConstant::Bytes{"\xff"});
    add(CodeConstant::Tuple{{{std::int64_t{300}}, {std::string("b")}}});
    add(CodeConstant::FrozenSet{{{false}}});
    const auto kept = thawed(code);
    ASSERT_EQ(kept->constants.size(), code.constants.size());
    for (std::size_t at = 0; at < code.constants.size(); ++at)
        EXPECT_EQ(kept->constants[at].value.index(), code.constants[at].value.index());
    const auto at = [&](std::size_t index) -> const auto& { return kept->constants[index].value; };
    EXPECT_TRUE(std::get<bool>(at(2)));
    EXPECT_EQ(std::get<std::int64_t>(at(3)), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(std::get<double>(at(4)), -0.1);
    EXPECT_EQ(std::get<std::string>(at(5)), std::string("a\0é", 4));
    EXPECT_EQ(std::get<CodeConstant::BigInt>(at(6)).digits, "123456789012345678901234567890");
    EXPECT_EQ(std::get<CodeConstant::Bytes>(at(7)).data, "\xff");
    const auto& pair = std::get<CodeConstant::Tuple>(at(8)).items;
    EXPECT_EQ(std::get<std::int64_t>(pair.at(0).value), 300);
    EXPECT_EQ(std::get<std::string>(pair.at(1).value), "b");
    EXPECT_FALSE(std::get<bool>(std::get<CodeConstant::FrozenSet>(at(9)).items.at(0).value));
}

TEST(FrozenCode, GivesAllCodeTheNameOfTheFile) {
    const auto kept = thawed(*codeOf("def f(): pass\n"));
    EXPECT_EQ(kept->fileName, "<frozen module>");
    EXPECT_EQ(inner(*kept, "f").fileName, "<frozen module>");
}

}  // namespace
}  // namespace coroscope::language
