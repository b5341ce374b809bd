#include "engine/language/compiler.h"

#include <gtest/gtest.h>

#include "tests/engine/language/compile_text.h"

namespace coroscope::language {
namespace {

std::vector<std::string> list(std::initializer_list<std::string> names) { return names; }

TEST(Compiler, ModuleNamesAreGlobals) {
    EXPECT_EQ(bodyOf("x = 1\nprint(x)\n", "<module>"),
              "LoadConst 1\n"
              "StoreGlobal x\n"
              "LoadGlobal print +null\n"
              "LoadGlobal x\n"
              "Call 1\n"
              "PopTop\n"
              "ReturnConst None\n");
}

TEST(Compiler, AwaitAsksForTheIteratorAndWaits) {
    EXPECT_EQ(bodyOf("async def f():\n    return await g()\n"),
              "LoadGlobal g +null\n"
              "Call 0\n"
              "GetAwaitable 0\n"
              "LoadConst None\n"
              "YieldFrom\n"
              "ReturnValue\n");
}

TEST(Compiler, KindsOfFunctions) {
    const auto code = codeOf(
        "def a(): pass\n"
        "def b(): yield\n"
        "async def c(): await d\n"
        "async def e(): yield\n"
        "class F: pass\n");
    EXPECT_EQ(code->kind, CodeKind::Module);
    EXPECT_EQ(inner(*code, "a").kind, CodeKind::Function);
    EXPECT_EQ(inner(*code, "b").kind, CodeKind::Generator);
    EXPECT_EQ(inner(*code, "c").kind, CodeKind::Coroutine);
    EXPECT_EQ(inner(*code, "e").kind, CodeKind::AsyncGenerator);
    EXPECT_EQ(inner(*code, "F").kind, CodeKind::ClassBody);
}

TEST(Compiler, ComprehensionsThatAwaitAreCoroutines) {
    const auto code = codeOf(
        "async def f():\n"
        "    [await x for x in y]\n"
        "    {x async for x in y}\n"
        "    (await x for x in y)\n"
        "    {x: 1 for x in y}\n");
    EXPECT_EQ(inner(*code, "f.<locals>.<listcomp>").kind, CodeKind::Coroutine);
    EXPECT_EQ(inner(*code, "f.<locals>.<setcomp>").kind, CodeKind::Coroutine);
    EXPECT_EQ(inner(*code, "f.<locals>.<genexpr>").kind, CodeKind::AsyncGenerator);
    EXPECT_EQ(inner(*code, "f.<locals>.<dictcomp>").kind, CodeKind::Function);
}

TEST(Compiler, ParametersTakeTheFirstSlots) {
    const auto code = codeOf("def f(a, /, b, *c, d=1, **e):\n    g = 1\n");
    const CodeObject& f = inner(*code, "f");
    EXPECT_EQ(f.localNames, list({"a", "b", "d", "c", "e", "g"}));
    EXPECT_EQ(f.positionalOnlyCount, 1);
    EXPECT_EQ(f.positionalCount, 2);
    EXPECT_EQ(f.keywordOnlyCount, 1);
    EXPECT_TRUE(f.hasVarArgs);
    EXPECT_TRUE(f.hasVarKeywords);
    EXPECT_EQ(f.parameterCount(), 5);
}

TEST(Compiler, CapturedLocalsBecomeCellsFirstOfAll) {
    EXPECT_EQ(bodyOf("def f(a):\n    b = 1\n    return lambda: a + b\n"),
              "MakeCell a\n"
              "MakeCell b\n"
              "LoadConst 1\n"
              "StoreDeref b\n"
              "LoadClosure a\n"
              "LoadClosure b\n"
              "BuildTuple 2\n"
              "MakeFunction <code f.<locals>.<lambda>> 8\n"
              "ReturnValue\n");
}

TEST(Compiler, FirstConstantOfAFunctionIsItsDocstring) {
    const auto code = codeOf("def f():\n    'words'\ndef g():\n    return 1\n");
    EXPECT_EQ(std::get<std::string>(inner(*code, "f").constants.at(0).value), "words");
    EXPECT_TRUE(
        std::holds_alternative<CodeConstant::None>(inner(*code, "g").constants.at(0).value));
}

TEST(Compiler, QualifiedNames) {
    const auto code = codeOf(
        "class A:\n"
        "    def f(self):\n"
        "        def g(): pass\n"
        "        class B: pass\n"
        "        global h\n"
        "        def h(): pass\n");
    EXPECT_EQ(inner(*code, "A.f.<locals>.g").name, "g");
    EXPECT_EQ(inner(*code, "A.f.<locals>.B").name, "B");
    EXPECT_EQ(inner(*code, "h").name, "h");
}

TEST(Compiler, FirstLineIsThatOfTheFirstDecorator) {
    const auto code = codeOf("\n@a\n@b\ndef f(): pass\n");
    EXPECT_EQ(inner(*code, "f").firstLine, 2);
}

TEST(Compiler, ClassBodiesReturnTheirCell) {
    EXPECT_EQ(bodyOf("class C:\n    def f(self): super().f()\n", "C"),
              "MakeCell __class__\n"
              "LoadName __name__\n"
              "StoreName __module__\n"
              "LoadConst 'C'\n"
              "StoreName __qualname__\n"
              "LoadClosure __class__\n"
              "BuildTuple 1\n"
              "MakeFunction <code C.f> 8\n"
              "StoreName f\n"
              "LoadClosure __class__\n"
              "Copy 1\n"
              "StoreName __classcell__\n"
              "ReturnValue\n");
}

TEST(Compiler, LocalAnnotationsAreNotEvaluated) {
    EXPECT_EQ(bodyOf("def f():\n    x: 1/0 = 2\n"), "LoadConst 2\nStoreFast x\nReturnConst None\n");
}

TEST(Compiler, FutureAnnotationsAreText) {
    EXPECT_EQ(
        bodyOf("from __future__ import annotations\nclass C:\n    x: list[ 'a' , int|None ]\n",
               "C"),
        "LoadName __name__\n"
        "StoreName __module__\n"
        "LoadConst 'C'\n"
        "StoreName __qualname__\n"
        "SetupAnnotations\n"
        "LoadConst 'list[\\'a\\', int | None]'\n"
        "LoadName __annotations__\n"
        "LoadConst 'x'\n"
        "StoreSubscr\n"
        "ReturnConst None\n");
}

TEST(Compiler, FinallyRunsBeforeAReturn) {
    EXPECT_EQ(bodyOf("def f(x):\n"
                     "    try:\n"
                     "        return x()\n"
                     "    finally:\n"
                     "        y()\n"),
              "LoadFast x\n"
              "PushNull\n"
              "Call 0\n"
              "LoadGlobal y +null\n"
              "Call 0\n"
              "PopTop\n"
              "ReturnValue\n"
              "PushExcInfo\n"
              "LoadGlobal y +null\n"
              "Call 0\n"
              "PopTop\n"
              "Reraise\n"
              "Copy 2\n"
              "PopExcept\n"
              "Reraise\n"
              "0-3 -> 7 depth 0\n"
              "7-12 -> 12 depth 1\n");
}

TEST(Compiler, TheNameOfAnExceptClauseIsDeletedHoweverItEnds) {
    EXPECT_EQ(bodyOf("def f(x):\n"
                     "    try:\n"
                     "        x()\n"
                     "    except A as e:\n"
                     "        y()\n"),
              "LoadFast x\n"
              "PushNull\n"
              "Call 0\n"
              "PopTop\n"
              "Jump to 26\n"
              "PushExcInfo\n"
              "LoadGlobal A\n"
              "CheckExcMatch\n"
              "PopJumpIfFalse to 22\n"
              "StoreFast e\n"
              "LoadGlobal y +null\n"
              "Call 0\n"
              "PopTop\n"
              "PopExcept\n"
              "LoadConst None\n"
              "StoreFast e\n"
              "DeleteFast e\n"
              "Jump to 26\n"
              "LoadConst None\n"
              "StoreFast e\n"
              "DeleteFast e\n"
              "Reraise\n"
              "Reraise\n"
              "Copy 2\n"
              "PopExcept\n"
              "Reraise\n"
              "ReturnConst None\n"
              "0-4 -> 5 depth 0\n"
              "5-10 -> 23 depth 1\n"
              "10-13 -> 18 depth 1\n"
              "18-23 -> 23 depth 1\n");
}

TEST(Compiler, DeadCodeIsDropped) {
    EXPECT_EQ(bodyOf("def f():\n    return 1\n    g()\n"), "ReturnConst 1\n");
    EXPECT_EQ(bodyOf("def f():\n    if 0:\n        yield\n    return 1\n"), "ReturnConst 1\n");
    EXPECT_EQ(bodyOf("def f():\n    while True:\n        g()\n"),
              "LoadGlobal g +null\nCall 0\nPopTop\nJumpBackward to 0\n");
}

TEST(Compiler, ConditionsJumpStraightToTheirEnd) {
    EXPECT_EQ(bodyOf("def f(a, b, c):\n    if a and not b or c:\n        g()\n"),
              "LoadFast a\n"
              "PopJumpIfFalse to 4\n"
              "LoadFast b\n"
              "PopJumpIfFalse to 6\n"
              "LoadFast c\n"
              "PopJumpIfFalse to 9\n"
              "LoadGlobal g +null\n"
              "Call 0\n"
              "PopTop\n"
              "ReturnConst None\n");
    EXPECT_EQ(bodyOf("def f(a, b, c):\n    return a and b or c\n"),
              "LoadFast a\n"
              "PopJumpIfFalse to 4\n"
              "LoadFast b\n"
              "JumpIfTrueOrPop to 5\n"
              "LoadFast c\n"
              "ReturnValue\n");
    EXPECT_EQ(bodyOf("def f(a):\n    if a is not None: g\n"),
              "LoadFast a\n"
              "PopJumpIfNone to 4\n"
              "LoadGlobal g\n"
              "PopTop\n"
              "ReturnConst None\n");
}

TEST(Compiler, ConstantsAreFolded) {
    EXPECT_EQ(bodyOf("x = -1 + 2 * 3, (4, 'a' 'b')\n", "<module>"),
              "LoadConst (5, (4, 'ab'))\nStoreGlobal x\nReturnConst None\n");
    EXPECT_EQ(bodyOf("x = 1 / 0\n", "<module>"),
              "LoadConst 1\nLoadConst 0\nBinaryOp /\nStoreGlobal x\nReturnConst None\n");
    EXPECT_EQ(bodyOf("x = 9223372036854775807 + 1\n", "<module>").substr(0, 29),
              "LoadConst 9223372036854775807");
    EXPECT_EQ(bodyOf("x = -9223372036854775808\n", "<module>").substr(0, 30),
              "LoadConst -9223372036854775808");
    EXPECT_EQ(bodyOf("x in {1, 2}\nx in [1, 2]\n", "<module>"),
              "LoadGlobal x\n"
              "LoadConst frozenset({1, 2})\n"
              "ContainsOp\n"
              "PopTop\n"
              "LoadGlobal x\n"
              "LoadConst (1, 2)\n"
              "ContainsOp\n"
              "PopTop\n"
              "ReturnConst None\n");
}

TEST(Compiler, ConstantsOfDifferentTypesStayApart) {
    EXPECT_EQ(codeOf("x = 0, 0.0, -0.0, False, '0', b'0', None\n"
                     "y = [0, a], [0.0, a], [-0.0, a], [False, a]\n")
                  ->constants.size(),
              // the tuple, None, and the four of the lists
              6U);
}

TEST(Compiler, InstructionsAreJoined) {
    EXPECT_EQ(bodyOf("def f(n):\n"
                     "    if n < 2: return n\n"
                     "    return f(n - 1) + f(n - 2)\n"),
              "CompareFastConst n < 2 to 3 if not\n"
              "LoadFast n\n"
              "ReturnValue\n"
              "LoadGlobal f +null\n"
              "SubtractFastConst n 1\n"
              "Call 1\n"
              "LoadGlobal f +null\n"
              "SubtractFastConst n 2\n"
              "Call 1\n"
              "BinaryAdd\n"
              "ReturnValue\n");
    EXPECT_EQ(bodyOf("def f(self):\n    for i in self.x: t = i; u = t + i\n"),
              "LoadFastLoadAttr self x\n"
              "GetIter\n"
              "ForIterStoreFast i to 8\n"
              "LoadFast i\n"
              "StoreFast t\n"
              "AddFastFast t i\n"
              "StoreFast u\n"
              "JumpBackward to 2\n"
              "ReturnConst None\n");
}

TEST(Compiler, AParameterThatIsNeverBoundAnewIsLoadedTwiceByAnAugmentedAssignment) {
    EXPECT_EQ(bodyOf("def f(self, n): self.x += n\n"),
              "LoadFastLoadAttr self x\n"
              "LoadFast n\n"
              "BinaryAdd in place\n"
              "LoadFastStoreAttr self x\n"
              "ReturnConst None\n");
    EXPECT_EQ(bodyOf("def f(self, n): self.x += (self := n)\n"),
              "LoadFast self\n"
              "Copy 1\n"
              "LoadAttr x\n"
              "LoadFast n\n"
              "Copy 1\n"
              "StoreFast self\n"
              "BinaryAdd in place\n"
              "Swap 2\n"
              "StoreAttr x\n"
              "ReturnConst None\n");
}

TEST(Compiler, ALocalThatMayBeUnboundIsNotJoinedWithWhatRaisesElsewhere) {
    EXPECT_EQ(bodyOf("def f(a):\n    if a: b = 1\n    return b + 1\n"),
              "LoadFast a\n"
              "PopJumpIfFalse to 4\n"
              "LoadConst 1\n"
              "StoreFast b\n"
              "LoadFastLoadConst b 1\n"
              "BinaryAdd\n"
              "ReturnValue\n");
}

TEST(Compiler, CallsWithStarsAndNames) {
    EXPECT_EQ(bodyOf("f(*a)\n", "<module>"),
              "LoadGlobal f +null\n"
              "BuildList 0\n"
              "LoadGlobal a\n"
              "ListExtend 1 call\n"
              "ListToTuple\n"
              "CallEx 0\n"
              "PopTop\n"
              "ReturnConst None\n");
    EXPECT_EQ(bodyOf("f(1, b=2, **c)\n", "<module>"),
              "LoadGlobal f +null\n"
              "LoadConst 1\n"
              "BuildTuple 1\n"
              "LoadConst 'b'\n"
              "LoadConst 2\n"
              "BuildMap 1\n"
              "LoadGlobal c\n"
              "DictMerge 1\n"
              "CallEx 1\n"
              "PopTop\n"
              "ReturnConst None\n");
    EXPECT_EQ(bodyOf("a.f(1, b=2)\n", "<module>"),
              "LoadGlobal a\n"
              "LoadMethod f\n"
              "LoadConst 1\n"
              "LoadConst 2\n"
              "CallKw 2 ('b',)\n"
              "PopTop\n"
              "ReturnConst None\n");
}

TEST(Compiler, ImportsBindWhatCPythonBinds) {
    EXPECT_EQ(bodyOf("import a.b\nimport a.b.c as d\nfrom ..e import g as h\n", "<module>"),
              "LoadConst None\n"
              "ImportName a.b level 0\n"
              "StoreGlobal a\n"
              "LoadConst None\n"
              "ImportName a.b.c level 0\n"
              "ImportFrom b\n"
              "Swap 2\n"
              "PopTop\n"
              "ImportFrom c\n"
              "StoreGlobal d\n"
              "PopTop\n"
              "LoadConst ('g',)\n"
              "ImportName e level 2\n"
              "ImportFrom g\n"
              "StoreGlobal h\n"
              "PopTop\n"
              "ReturnConst None\n");
}

TEST(Compiler, AMethodCallOverSeveralLinesStandsAtItsName) {
    const auto code = codeOf("x = (a\n     .b()\n     .c())\n");
    std::vector<std::string> calls;
    for (std::size_t i = 0; i < code->instructions.size(); ++i) {
        if (code->instructions[i].op != Opcode::Call) continue;
        const scenario::Span& span = code->spans[i];
        calls.push_back(std::to_string(span.line) + ":" + std::to_string(span.column) + "-" +
                        std::to_string(span.endLine) + ":" + std::to_string(span.endColumn));
    }
    EXPECT_EQ(calls, list({"2:6-2:9", "3:6-3:9"}));
}

TEST(Compiler, LongChainsAreCompiled) {
    std::string sum = "x = a";
    for (int i = 0; i < 20000; ++i) sum += " + a";
    std::string choice = "if a: pass\n";
    for (int i = 0; i < 900; ++i) choice += "elif a: pass\n";
    // Whether they compile or not, there is an answer.
    static_cast<void>(errorOf(sum + "\n"));
    static_cast<void>(errorOf(choice));
    std::string list = "x = [";
    for (int i = 0; i < 20000; ++i) list += "a, ";
    const auto code = codeOf(list + "]\n");
    EXPECT_LT(code->stackSize, 64);
}

}  // namespace
}  // namespace coroscope::language
