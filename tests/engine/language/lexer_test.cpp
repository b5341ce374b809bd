#include "engine/language/lexer.h"

#include <gmock/gmock.h>

namespace coroscope::language {
namespace {

using testing::ElementsAre;

std::vector<TokenType> typesOf(std::string_view text) {
    std::vector<TokenType> types;
    for (const Token& token : lexFile(text).tokens) types.push_back(token.type);
    return types;
}

TEST(Lexer, NothingButBlankLinesAndCommentsIsEmpty) {
    EXPECT_THAT(typesOf("\n   \n# comment\n\t# more\n"), ElementsAre(TokenType::EndMarker));
}

TEST(Lexer, IndentationOpensAndClosesBlocks) {
    EXPECT_THAT(
        typesOf("if a:\n  b\nc\n"),
        ElementsAre(TokenType::If, TokenType::Name, TokenType::Colon, TokenType::Newline,
                    TokenType::Indent, TokenType::Name, TokenType::Newline, TokenType::Dedent,
                    TokenType::Name, TokenType::Newline, TokenType::EndMarker));
}

TEST(Lexer, LinesWithinBracketsAreJoined) {
    EXPECT_THAT(typesOf("(\n  # comment\n\n)\n"),
                ElementsAre(TokenType::LeftParen, TokenType::RightParen, TokenType::Newline,
                            TokenType::EndMarker));
}

TEST(Lexer, ABackslashJoinsLines) {
    EXPECT_THAT(typesOf("a \\\n  b\n"), ElementsAre(TokenType::Name, TokenType::Name,
                                                    TokenType::Newline, TokenType::EndMarker));
}

TEST(Lexer, TheLongestOperatorWins) {
    EXPECT_THAT(
        typesOf("**= >>= -> := ... .. !=\n"),
        ElementsAre(TokenType::DoubleStarEqual, TokenType::RightShiftEqual, TokenType::Arrow,
                    TokenType::ColonEqual, TokenType::Ellipsis, TokenType::Dot, TokenType::Dot,
                    TokenType::NotEqual, TokenType::Newline, TokenType::EndMarker));
}

TEST(Lexer, StringPrefixesBelongToTheString) {
    EXPECT_THAT(
        typesOf("Rb'a' f\"b\" u'c' bu 'd'\n"),
        ElementsAre(TokenType::String, TokenType::String, TokenType::String, TokenType::Name,
                    TokenType::String, TokenType::Newline, TokenType::EndMarker));
}

TEST(Lexer, ColumnsCountBytes) {
    const TokenList list = lexFile("é = 'ü'; x\n");
    EXPECT_EQ(list.tokens[1].column, 3);
    EXPECT_EQ(list.tokens[4].column, 11);
}

TEST(Lexer, ALongStringKnowsWhereItBeginsAndEnds) {
    const Token string = lexFile("  \nx = '''a\nb''' \n").tokens[2];
    EXPECT_EQ(string.line, 2);
    EXPECT_EQ(string.column, 4);
    EXPECT_EQ(string.endLine, 3);
    EXPECT_EQ(string.endColumn, 4);
}

TEST(Lexer, ANumberMayRunIntoAKeywordWithAWarning) {
    const TokenList list = lexFile("1if x else 0\n");
    EXPECT_FALSE(list.error);
    EXPECT_EQ(list.warnings.size(), 1U);
}

TEST(Lexer, StopsAtTheFirstError) {
    const TokenList list = lexFile("a\nb = 08\nc\n");
    ASSERT_TRUE(list.error);
    EXPECT_EQ(list.error->line, 2);
    EXPECT_EQ(list.tokens.back().type, TokenType::Error);
}

TEST(Lexer, RemembersTheInnermostOpenBracket) {
    const TokenList list = lexFile("f(\n [1,\n");
    ASSERT_TRUE(list.unclosed);
    EXPECT_EQ(list.unclosed->bracket, '[');
    EXPECT_EQ(list.unclosed->line, 2);
    EXPECT_EQ(list.unclosed->column, 1);
}

}  // namespace
}  // namespace coroscope::language
