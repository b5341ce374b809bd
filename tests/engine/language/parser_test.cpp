#include "engine/language/parser.h"

#include <gtest/gtest.h>

#include "tests/engine/language/parse_helper.h"

namespace coroscope::language::test {
namespace {

TEST(Parser, OperatorsBindAsTightlyAsInPython) {
    EXPECT_EQ(expressionTree("a or not b == c + d * -e ** f"),
              "BoolOp(op=Or(), values=[Name(id='a', ctx=Load()), UnaryOp(op=Not(), "
              "operand=Compare(left=Name(id='b', "
              "ctx=Load()), ops=[Eq()], comparators=[BinOp(left=Name(id='c', ctx=Load()), "
              "op=Add(), right=BinOp("
              "left=Name(id='d', ctx=Load()), op=Mult(), right=UnaryOp(op=USub(), "
              "operand=BinOp(left=Name(id='e', "
              "ctx=Load()), op=Pow(), right=Name(id='f', ctx=Load())))))]))])");
}

TEST(Parser, ComparisonsChain) {
    EXPECT_EQ(expressionTree("a < b is not c not in d"),
              "Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), IsNot(), NotIn()], "
              "comparators=[Name(id='b', "
              "ctx=Load()), Name(id='c', ctx=Load()), Name(id='d', ctx=Load())])");
}

TEST(Parser, SubtractionGroupsToTheLeft) {
    EXPECT_EQ(
        expressionTree("1 - 2 - 3"),
        "BinOp(left=BinOp(left=Constant(value=1), op=Sub(), right=Constant(value=2)), op=Sub(), "
        "right=Constant(value=3))");
}

TEST(Parser, CallsTakeEveryKindOfArgument) {
    EXPECT_EQ(expressionTree("f(a, *b, c=1, **d)"),
              "Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load()), "
              "Starred(value=Name(id='b', "
              "ctx=Load()), ctx=Load())], keywords=[keyword(arg='c', value=Constant(value=1)), "
              "keyword(value=Name(id='d', ctx=Load()))])");
}

TEST(Parser, ALoneGeneratorNeedsNoBracketsOfItsOwn) {
    EXPECT_EQ(
        treeOf("f(x for x in y)", true),
        "Expr(value=Call(func=Name(id='f', ctx=Load(), lineno=1, col_offset=0, end_lineno=1, "
        "end_col_offset=1), "
        "args=[GeneratorExp(elt=Name(id='x', ctx=Load(), lineno=1, col_offset=2, end_lineno=1, "
        "end_col_offset=3), generators=[comprehension(target=Name(id='x', ctx=Store(), lineno=1, "
        "col_offset=8, "
        "end_lineno=1, end_col_offset=9), iter=Name(id='y', ctx=Load(), lineno=1, col_offset=13, "
        "end_lineno=1, "
        "end_col_offset=14), ifs=[], is_async=0)], lineno=1, col_offset=1, end_lineno=1, "
        "end_col_offset=15)], "
        "keywords=[], lineno=1, col_offset=0, end_lineno=1, end_col_offset=15), lineno=1, "
        "col_offset=0, "
        "end_lineno=1, end_col_offset=15)");
}

TEST(Parser, AwaitBindsTighterThanPower) {
    EXPECT_EQ(expressionTree("await a() ** 2"),
              "BinOp(left=Await(value=Call(func=Name(id='a', ctx=Load()), args=[], keywords=[])), "
              "op=Pow(), "
              "right=Constant(value=2))");
}

TEST(Parser, AssignmentHasManyTargetsAndStarredOnes) {
    EXPECT_EQ(treeOf("a, *b = c.d = e[0] = x"),
              "Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store()), Starred(value=Name(id='b', "
              "ctx=Store()), "
              "ctx=Store())], ctx=Store()), Attribute(value=Name(id='c', ctx=Load()), attr='d', "
              "ctx=Store()), "
              "Subscript(value=Name(id='e', ctx=Load()), slice=Constant(value=0), ctx=Store())], "
              "value=Name(id='x', "
              "ctx=Load()))");
}

TEST(Parser, AnAnnotatedNameInBracketsIsNotSimple) {
    EXPECT_EQ(treeOf("(a): int"),
              "AnnAssign(target=Name(id='a', ctx=Store()), annotation=Name(id='int', ctx=Load()), "
              "simple=0)");
}

TEST(Parser, ParametersOfEveryKind) {
    EXPECT_EQ(treeOf("def f(a, /, b: int, c=1, *d, e, g=2, **h) -> None: pass"),
              "FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b', "
              "annotation=Name("
              "id='int', ctx=Load())), arg(arg='c')], vararg=arg(arg='d'), "
              "kwonlyargs=[arg(arg='e'), arg(arg='g')], "
              "kw_defaults=[None, Constant(value=2)], kwarg=arg(arg='h'), "
              "defaults=[Constant(value=1)]), body=[Pass("
              ")], decorator_list=[], returns=Constant(value=None))");
}

TEST(Parser, AsyncStatements) {
    EXPECT_EQ(treeOf("async def f():\n  async for a in b: pass\n  async with c as d, e: pass"),
              "AsyncFunctionDef(name='f', args=arguments(posonlyargs=[], args=[], kwonlyargs=[], "
              "kw_defaults=[], "
              "defaults=[]), body=[AsyncFor(target=Name(id='a', ctx=Store()), iter=Name(id='b', "
              "ctx=Load()), "
              "body=[Pass()], orelse=[]), AsyncWith(items=[withitem(context_expr=Name(id='c', "
              "ctx=Load()), "
              "optional_vars=Name(id='d', ctx=Store())), withitem(context_expr=Name(id='e', "
              "ctx=Load()))], "
              "body=[Pass()])], decorator_list=[])");
}

TEST(Parser, WithItemsMayStandInBrackets) {
    EXPECT_EQ(treeOf("with (a as b, c,): pass"),
              "With(items=[withitem(context_expr=Name(id='a', ctx=Load()), "
              "optional_vars=Name(id='b', ctx=Store())), "
              "withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()])");
}

TEST(Parser, ATupleAsAContextManagerIsNoListOfItems) {
    EXPECT_EQ(treeOf("with (a, b).c: pass"),
              "With(items=[withitem(context_expr=Attribute(value=Tuple(elts=[Name(id='a', "
              "ctx=Load()), Name(id='b', "
              "ctx=Load())], ctx=Load()), attr='c', ctx=Load()))], body=[Pass()])");
}

TEST(Parser, ExceptStarIsAnotherTry) {
    EXPECT_EQ(treeOf("try: pass\nexcept* A as e: pass"),
              "TryStar(body=[Pass()], handlers=[ExceptHandler(type=Name(id='A', ctx=Load()), "
              "name='e', body=[Pass()])"
              "], orelse=[], finalbody=[])");
}

TEST(Parser, MatchAndCaseAreNamesElsewhere) {
    EXPECT_EQ(treeOf("match = case\nmatch(x)\nmatch [a]"),
              "Assign(targets=[Name(id='match', ctx=Store())], value=Name(id='case', ctx=Load())), "
              "Expr(value=Call(func=Name(id='match', ctx=Load()), args=[Name(id='x', ctx=Load())], "
              "keywords=[])), "
              "Expr(value=Subscript(value=Name(id='match', ctx=Load()), slice=Name(id='a', "
              "ctx=Load()), ctx=Load()))");
}

TEST(Parser, PatternsOfEveryKind) {
    EXPECT_EQ(
        treeOf("match x:\n case [1, *_, a] | {'k': -2, **r} | A.B(c, d=None) as e if f: pass"),
        "Match(subject=Name(id='x', ctx=Load()), "
        "cases=[match_case(pattern=MatchAs(pattern=MatchOr(patterns=["
        "MatchSequence(patterns=[MatchValue(value=Constant(value=1)), MatchStar(), "
        "MatchAs(name='a')]), "
        "MatchMapping(keys=[Constant(value='k')], patterns=[MatchValue(value=UnaryOp(op=USub(), "
        "operand=Constant("
        "value=2)))], rest='r'), MatchClass(cls=Attribute(value=Name(id='A', ctx=Load()), "
        "attr='B', ctx=Load()), "
        "patterns=[MatchAs(name='c')], kwd_attrs=['d'], "
        "kwd_patterns=[MatchSingleton(value=None)])]), name='e'), "
        "guard=Name(id='f', ctx=Load()), body=[Pass()])])");
}

TEST(Parser, NumbersOfEveryKind) {
    EXPECT_EQ(expressionTree("0xFF, 0o17, 0b11, 1_000, 1e3, .5, 2j, 1e999"),
              "Tuple(elts=[Constant(value=255), Constant(value=15), Constant(value=3), "
              "Constant(value=1000), "
              "Constant(value=1000.0), Constant(value=0.5), Constant(value=2j), "
              "Constant(value=inf)], ctx=Load())");
}

TEST(Parser, IntegersOfAnySizeAreDecimal) {
    EXPECT_EQ(expressionTree("0xffffffffffffffffffffffff"),
              "Constant(value=79228162514264337593543950335)");
    EXPECT_EQ(expressionTree("9223372036854775808"), "Constant(value=9223372036854775808)");
}

TEST(Parser, StringsAreJoinedAndTheirEscapesReplaced) {
    EXPECT_EQ(expressionTree("'a\\tb' r'\\t' '\\x41\\u00e9\\101' \"it's\""),
              "Constant(value=\"a\\tb\\\\tAéAit's\")");
    EXPECT_EQ(expressionTree("b'\\xff' b'a'"), "Constant(value=b'\\xffa')");
    EXPECT_EQ(expressionTree("'\\ud800'"), "Constant(value='\\ud800')");
}

TEST(Parser, FormatStringsNestAndConvert) {
    EXPECT_EQ(expressionTree("f'a{b!r:>{w}}{{c}}'"),
              "JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', "
              "ctx=Load()), conversion=114, "
              "format_spec=JoinedStr(values=[Constant(value='>'), "
              "FormattedValue(value=Name(id='w', ctx=Load()), "
              "conversion=-1)])), Constant(value='{c}')])");
    EXPECT_EQ(
        expressionTree("f'{a = }'"),
        "JoinedStr(values=[Constant(value='a = '), FormattedValue(value=Name(id='a', ctx=Load()), "
        "conversion=114)])");
}

TEST(Parser, ExpressionsInFormatStringsHaveTheirOwnPlace) {
    const std::string tree = treeOf("x = f'''é\n {abc}'''", true);
    EXPECT_NE(
        tree.find(
            "Name(id='abc', ctx=Load(), lineno=2, col_offset=2, end_lineno=2, end_col_offset=5)"),
        std::string::npos)
        << tree;
}

TEST(Parser, IdentifiersAreInterned) {
    const auto source = sourceOf("spam\nspam");
    const ParseResult result = parse(source);
    const auto name = [&result](std::size_t i) {
        return result.ast->module->body[i]->as<ExprStmt>()->value->as<Name>()->id;
    };
    EXPECT_EQ(name(0).data(), name(1).data());
}

TEST(Parser, ADocstringIsTheFirstStatement) {
    const ParseResult result = parse(sourceOf("'what it is'\nx = 1"));
    const Constant* docstring = docstringOf(result.ast->module->body);
    ASSERT_NE(docstring, nullptr);
    EXPECT_EQ(docstring->text, "what it is");
    EXPECT_EQ(docstringOf(parse(sourceOf("f'no'")).ast->module->body), nullptr);
}

}  // namespace
}  // namespace coroscope::language::test
