#!/usr/bin/python3
"""Prints a random program of expressions on the builtin types.

    expressions.py SEED

Each line evaluates one expression and prints its value, or the type and the
words of the error. Expressions are typed, mostly: now and then an operand is
of a wrong type, to compare the complaints.
"""

import random
import sys

PRELUDE = '''\
def show(number, compute):
    try:
        print(number, repr(compute()))
    except Exception as error:
        print(number, type(error).__name__, error)


'''

INTS = [0, 1, -1, 2, 3, 7, -7, 10, 255, 1000, -12345, 2 ** 31, 2 ** 63 - 1,
        -2 ** 63, 2 ** 64, 10 ** 20, -10 ** 25]
FLOATS = [0.0, -0.0, 0.5, 1.0, -2.5, 0.1, 3.14159, 1e-7, 1e16, 123456.789,
          1e300, 5e-324, 2.5, 1e22, 0.30000000000000004]
STRINGS = ["", "a", "abc", "Hello, World", "  pad ", "é", "x=1;y=2", "12",
           "-3.5", "tab\\there", "it's", "aXbXc", "日本", "ab\\ncd"]
SPECS = ["", "5", "<6", ">6", "^7", "*^9", "05", "+", ",", "_", "x", "#x", "b",
         "o", "e", ".2f", "8.3f", "g", ".3g", "%", ".1%", "+.2e", "s", ".2",
         "n", "c", "010.2f", "=+8", "#b", "d"]


class Expressions:
    def __init__(self, rng):
        self.rng = rng

    def any(self, depth):
        return getattr(self, self.rng.choice(
            ["int", "int", "float", "str", "str", "bool", "list", "tuple",
             "dict"]))(depth)

    def _or_wrong(self, right, depth):
        if self.rng.random() < 0.03:
            return f"({self.any(depth)})"
        return right

    def int(self, depth):
        pick = self.rng.choice
        if depth <= 0:
            value = pick(INTS) if self.rng.random() < 0.4 else self.rng.randint(-9, 99)
            return f"({value})" if value < 0 else str(value)
        a = self._or_wrong(self.int(depth - 1), depth - 1)
        b = self.int(depth - 1)
        small = str(self.rng.randint(0, 9))
        s, q = self.str(depth - 1), self.sequence(depth - 1)
        return pick([
            f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"({a} // {b})",
            f"({a} % {b})", f"({a} ** {small})", f"(-{a})", f"(~{a})",
            f"({a} & {b})", f"({a} | {b})", f"({a} ^ {b})",
            f"({a} << {small})", f"({a} >> {small})", f"abs({a})",
            f"round({self.float(depth - 1)})", f"int({self.float(depth - 1)})",
            f"round({a}, -{small})", f"len({q})", f"max({a}, {b})",
            f"min({a}, {b})", f"{s}.find({self.str(0)})",
            f"{s}.count({self.str(0)})", f"int({self.str(0)})",
            f"sum([{a}, {b}])", f"({a}).bit_length()", f"hash({self.rng.choice(INTS)})",
            f"divmod({a}, {b})[0]", f"pow({a}, {small}, {b})",
            f"({a} if {self.bool(depth - 1)} else {b})", f"ord({self.str(0)})"])

    def float(self, depth):
        pick = self.rng.choice
        if depth <= 0:
            value = pick(FLOATS) if self.rng.random() < 0.6 else round(
                self.rng.uniform(-50, 50), self.rng.randint(0, 4))
            return f"({value!r})"
        a = self._or_wrong(self.float(depth - 1), depth - 1)
        b = pick([self.float, self.int])(depth - 1)
        return pick([
            f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"({a} / {b})",
            f"({a} // {b})", f"({a} % {b})", f"(-{a})", f"abs({a})",
            f"round({a}, {self.rng.randint(-2, 5)})", f"float({b})",
            f"({self.int(depth - 1)} / {self.int(depth - 1)})",
            f"({a} ** {self.rng.randint(-2, 3)})", f"max({a}, {b})",
            f"sum([{a}, {b}, 0.1])", f"float({self.str(0)})"])

    def str(self, depth):
        pick = self.rng.choice
        if depth <= 0:
            return f'"{pick(STRINGS)}"'
        s = self._or_wrong(self.str(depth - 1), depth - 1)
        t, n = self.str(0), self.rng.randint(-4, 12)
        number = pick([self.int, self.float])(depth - 1)
        return pick([
            f"({s} + {self.str(depth - 1)})", f"({s} * {n % 4})",
            f"{s}.upper()", f"{s}.lower()", f"{s}.title()", f"{s}.strip()",
            f"{s}.swapcase()", f"{s}.capitalize()", f"{s}.replace({t}, {self.str(0)})",
            f"{s}.center({n})", f'{s}.ljust({n}, ".")', f"{s}.rjust({n})",
            f"{s}.zfill({n})", f"{s}[{n}]", f"{s}[{n}:]", f"{s}[:{n}]",
            f"{s}[::-1]", f"{s}[{n}:{n + 5}:2]", f"{t}.join({self.strings()})",
            f"str({number})", f"repr({s})", f"ascii({s})",
            f'format({number}, "{pick(SPECS)}")', f'format({s}, "{pick(SPECS)}")',
            f'f"{{{pick([self.int, self.float])(0)}:{pick(SPECS)}}}"',
            f'"%s %d" % ({s}, {number})', f'"%5.2f|%r" % ({number}, {s})',
            f'"{{:>8}}{{!r}}".format({s}, {t})', f"hex({self.int(depth - 1)})",
            f"bin({self.int(0)})", f"chr({self.rng.randint(32, 400)})",
            f"str({self.any(depth - 1)})", f"min({s}, {t})",
            f"{s}.removeprefix({t})", f"{s}.lstrip({t})", f"{s}.expandtabs(4)"])

    def strings(self):
        return "[" + ", ".join(self.str(0) for _ in range(
            self.rng.randint(0, 3))) + "]"

    def bool(self, depth):
        pick = self.rng.choice
        if depth <= 0:
            return pick(["True", "False"])
        kind = pick([self.int, self.float, self.str, self.list])
        a, b = kind(depth - 1), self._or_wrong(kind(depth - 1), depth - 1)
        return pick([
            f"({a} {pick(['<', '<=', '==', '!=', '>', '>='])} {b})",
            f"({a} < {b} <= {kind(0)})", f"(not {a})", f"bool({a})",
            f"({self.bool(depth - 1)} and {self.bool(depth - 1)})",
            f"({self.str(0)} in {self.str(depth - 1)})",
            f"({self.int(0)} in {self.list(depth - 1)})",
            f"{self.str(0)}.startswith({self.str(0)})",
            f"{self.str(depth - 1)}.{pick(['isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower'])}()",
            f"any({self.list(depth - 1)})", f"all({self.list(depth - 1)})",
            f"isinstance({self.any(depth - 1)}, ({pick(['int', 'str', 'float', 'list'])}, bool))"])

    def items(self, depth, kind=None):
        kind = kind or self.rng.choice([self.int, self.int, self.str, self.float])
        return ", ".join(kind(depth) for _ in range(self.rng.randint(0, 4)))

    def list(self, depth):
        pick = self.rng.choice
        if depth <= 0:
            return f"[{self.items(0)}]"
        a = self._or_wrong(self.list(depth - 1), depth - 1)
        n, m = self.rng.randint(-3, 5), self.rng.randint(-3, 8)
        return pick([
            f"[{self.items(depth - 1)}]", f"({a} + {self.list(depth - 1)})",
            f"({a} * {n % 3})", f"{a}[{n}:{m}]", f"{a}[::-1]", f"{a}[::2]",
            f"sorted({a})", f"sorted({a}, reverse=True)", f"list(reversed({a}))",
            f"list({self.str(depth - 1)})", f"list(range({n}, {m}))",
            f"list(range({m}, {n}, -2))", f"{self.str(depth - 1)}.split()",
            f"{self.str(depth - 1)}.split({self.str(0)})",
            f"{self.str(0)}.partition({self.str(0)})",
            f"[x for x in {a} if x]", f"[(x, x) for x in {a}]",
            f"[x * 2 for x in {a}]", f"list(enumerate({a}, {n}))",
            f"list(zip({a}, {self.str(0)}))", f"list(map(str, {a}))",
            f"[*{a}, {self.int(0)}]", f"list({self.dict(depth - 1)}.items())",
            f"list(filter(None, {a}))", f"{self.str(0)}.splitlines()"])

    def sequence(self, depth):
        return self.rng.choice([self.str, self.list, self.tuple, self.dict])(depth)

    def tuple(self, depth):
        a = self.list(depth - 1) if depth > 0 else "[1]"
        return self.rng.choice([
            f"tuple({a})", f"({self.any(depth - 1)}, {self.any(depth - 1)})",
            f"({self.int(0)},)", f"divmod({self.int(depth - 1)}, {self.int(0)})",
            f"(*{a}, {self.int(0)})"]) if depth > 0 else f"({self.int(0)},)"

    def dict(self, depth):
        def pair():
            key = self.rng.choice([self.int, self.str])(0)
            return f"{key}: {self.any(depth - 1) if depth > 0 else self.int(0)}"
        pairs = ", ".join(pair() for _ in range(self.rng.randint(0, 3)))
        d = f"{{{pairs}}}"
        if depth <= 0:
            return d
        return self.rng.choice([
            d, d, f"({d} | {self.dict(0)})", f"{{**{d}, {self.str(0)}: 1}}",
            f"dict(zip({self.str(0)}, {self.list(0)}))",
            f"{{k: v for k, v in {d}.items() if v}}", f"dict.fromkeys({self.str(0)})"])


def program(seed):
    """The source of the program that belongs to `seed`."""
    rng = random.Random(seed)
    make = Expressions(rng)
    lines = [f'"""Random expressions {seed}."""\n', PRELUDE]
    for number in range(60):
        lines.append(f"show({number}, lambda: {make.any(rng.randint(1, 3))})\n")
    return "".join(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(program(int(sys.argv[1])), end="")
