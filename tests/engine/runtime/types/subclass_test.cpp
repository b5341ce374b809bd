// Classes of the scenario on top of the builtin types, and operands of its own making.
#include <gtest/gtest.h>

#include "tests/engine/runtime/run_python.h"

namespace coroscope::runtime::test {
namespace {

std::string output(std::string_view text) {
    const PythonRun run = runPython(text);
    EXPECT_EQ(run.error, "");
    return run.out;
}

TEST(Subclass, OfIntKeepsAttributesAndGivesPlainIntsWhenCalculated) {
    EXPECT_EQ(
        output("class I(int):\n"
               "    def __init__(self, v, *rest): self.tag = 't'\n"
               "i = I(5)\n"
               "print(i, i + 1, type(i + 1), i.tag, i == 5, hash(i) == 5, [0] * i, f'{i:03}')\n"),
        "5 6 <class 'int'> t True True [0, 0, 0, 0, 0] 005\n");
}

TEST(Subclass, OfStrKeepsTextAndAttributesApart) {
    EXPECT_EQ(output("class S(str):\n"
                     "    def __new__(cls, v, x):\n"
                     "        o = super().__new__(cls, v)\n"
                     "        o.x = x\n"
                     "        return o\n"
                     "s = S('h\u00e9llo', 7)\n"
                     "print(s, s.x, s[1:3], type(s + ''), {'h\u00e9llo': 1}[s], type(str(s)))\n"),
              "h\u00e9llo 7 \u00e9l <class 'str'> 1 <class 'str'>\n");
}

TEST(Subclass, OfFloatIsANumber) {
    EXPECT_EQ(
        output("class F(float): pass\n"
               "print(F('2.5') + 1, type(F(1) * 2), hash(F(2.5)) == hash(2.5), round(F(2.5)))\n"),
        "3.5 <class 'float'> True 2\n");
}

TEST(Operand, WithIndexStandsForAnInteger) {
    EXPECT_EQ(output("class Idx:\n"
                     "    def __index__(self): return 2\n"
                     "i = Idx()\n"
                     "print('abc'[i], 'ab' * i, hex(i), int(i), float(i), b'abc'[i], 'abcdef'[i:], "
                     "'%x' % i)\n"),
              "c abab 0x2 2 2.0 99 cdef 2\n");
}

TEST(Operand, ReflectedMethodsAreAskedByNumbersAndText) {
    EXPECT_EQ(output("class N:\n"
                     "    def __radd__(self, o): return 'radd'\n"
                     "    def __rmul__(self, o): return 'rmul'\n"
                     "    def __rmod__(self, o): return 'rmod'\n"
                     "n = N()\n"
                     "print(1 + n, 1.5 + n, 2**100 + n, 'a' + n, 3 * n, 'a' * n, 5 % n)\n"),
              "radd radd radd radd rmul rmul rmod\n");
}

TEST(Memory, HugeResultsRaiseMemoryErrorBeforeTheyAreMade) {
    EXPECT_EQ(output("def check(f):\n"
                     "    try:\n"
                     "        f()\n"
                     "    except MemoryError as e:\n"
                     "        print('MemoryError', e.args)\n"
                     "check(lambda: 'a' * 10**12)\n"
                     "check(lambda: 10 ** 10**12)\n"
                     "check(lambda: 1 << 10**12)\n"
                     "check(lambda: b'a' * 10**12)\n"
                     "check(lambda: 'a'.ljust(10**12))\n"
                     "check(lambda: f'{1:1000000000000}')\n"
                     "check(lambda: bytes(10**12))\n"),
              "MemoryError ()\nMemoryError ()\nMemoryError ()\nMemoryError ()\nMemoryError ()\n"
              "MemoryError ()\nMemoryError ()\n");
}

TEST(Fuel, LongCalculationsTakeFromTheBudget) {
    EXPECT_TRUE(runPython("x = 3 ** 3000000\n"
                          "while True: y = x * x\n",
                          {.instructions = 20'000'000})
                    .stopped);
}

TEST(ByteArray, ChangesInPlace) {
    EXPECT_EQ(
        output(
            "b = bytearray(b'hello')\n"
            "b[0] = 72; b[1:3] = b'EY!'; del b[-1]; b += b'zz'; b *= 2\n"
            "b.append(33); b.extend([63]); b.insert(0, 60); print(b.pop(), b.pop(0), b, len(b))\n"),
        "63 60 bytearray(b'HEY!lzzHEY!lzz!') 15\n");
}

}  // namespace
}  // namespace coroscope::runtime::test
