#!/usr/bin/python3
"""Prints a random program that calls the methods of builtin types and formats values.

    methods.py SEED

Each line evaluates one expression and prints its value, or the type and the words of the error;
of what a method changes in place, the receiver is printed as well. Arguments fit mostly: now and
then there is one too many, or one of a wrong type, to compare the complaints.
"""

import random
import sys

PRELUDE = '''\
def show(number, compute):
    try:
        print(number, repr(compute()))
    except Exception as error:
        print(number, type(error).__name__, error)


def change(number, value, action):
    try:
        result = action(value)
    except Exception as error:
        result = f"{type(error).__name__} {error}"
    print(number, repr(result), repr(value))


class Index:
    def __index__(self):
        return 2

    def __repr__(self):
        return "Index"


class Text(str):
    pass


'''

STRINGS = ["", "a", "abc", "Hello, World", "  pad\\t", "\\u00e9t\\u00e9", "x=1;y=2;;", "12", "-3.5", "a\\tb\\tc",
           "it's", "aXbXcX", "\\u65e5\\u672c", "ab\\ncd\\r\\nef\\x0b", "\\u00df\\u01c5\\ufb01", "one two  three ",
           "\\U0001f600!", "\\u00b2\\u0663", "If Then", "AbC", "{}%s", "\\x00\\x1f", "mississippi", "0x1F", "1_000"]
PIECES = ["", "a", "X", "b", " ", "\\u00e9", ";", "ss", "l", "\\n", "abc", "is", "  ", "\\u65e5"]
BYTES = ["b''", "b'a'", "b'abc'", "b'Hello, World'", "b'  pad\\t'", "b'\\xc3\\xa9\\xff'", "b'x=1;y=2;;'", "b'a\\nb\\r\\nc'",
         "b'aXbXcX'", "b'12'", "b'mississippi'", "bytearray(b'abcabc')"]
BYTE_PIECES = ["b''", "b'a'", "b'X'", "b' '", "b'ss'", "b';'", "97", "b'abc'", "256", "bytearray(b'l')"]
SPECS = ["", "5", "<6", ">6", "^7", "*^9", "05", "+", ",", "_", "x", "#x", "X", "b", "o", "#o", "e", "E", ".2f", "8.3f",
         "g", ".3g", "G", "%", ".1%", "+.2e", "s", ".2", "n", "c", "010.2f", "=+8", "#b", "d", "\\u00e9^9", " d", "-5",
         ",.2f", "_x", "+,d", "#.3g", "08,.1f", "<<5", "z.1f", "=5", ".0f", "12,", "#_b", "q", "5.", "{}", " >+9.3e",
         "!r", "10.4s", "0<9", "0=9", "+08d"]
NUMBERS = ["0", "1", "-1", "7", "255", "-12345", "1234567", "2 ** 70", "-(10 ** 21)", "True", "0.0", "-0.0", "0.5", "2.5",
           "3.14159", "1e-7", "1e16", "123456.789", "1e300", "float('inf')", "float('nan')", "-2.675", "1e22", "99.995"]

# A letter for each argument of a method: s a piece of text, S any text, i a small number, y one of 0 to 9, n None or a
# number, t a tuple of pieces, l a list of texts, b bytes, f a fill character, e an encoding, ? what follows may be left out.
STR = {"count": "s?nn", "find": "s?nn", "rfind": "s?nn", "index": "s?nn", "rindex": "s?nn", "startswith": "t?nn",
       "endswith": "t?nn", "split": "?si", "rsplit": "?si", "splitlines": "?i", "partition": "s", "rpartition": "s",
       "replace": "sS?i", "join": "l", "strip": "?s", "lstrip": "?s", "rstrip": "?s", "center": "i?f", "ljust": "i?f",
       "rjust": "i?f", "zfill": "i", "expandtabs": "?i", "encode": "?e", "removeprefix": "s", "removesuffix": "s",
       "casefold": "", "capitalize": "", "lower": "", "upper": "", "swapcase": "", "title": "", "isalnum": "",
       "isalpha": "", "isascii": "", "isdecimal": "", "isdigit": "", "isidentifier": "", "islower": "", "isnumeric": "",
       "isprintable": "", "isspace": "", "istitle": "", "isupper": "", "translate": "m"}
BYTE = {"count": "b?nn", "find": "b?nn", "rfind": "b?nn", "index": "b?nn", "rindex": "b?nn", "startswith": "b?nn",
        "endswith": "b?nn", "split": "?bi", "rsplit": "?bi", "splitlines": "?i", "partition": "b", "rpartition": "b",
        "replace": "bb?i", "join": "L", "strip": "?b", "lstrip": "?b", "rstrip": "?b", "center": "i", "ljust": "i",
        "rjust": "i", "zfill": "i", "expandtabs": "?i", "decode": "?e", "hex": "?gi", "removeprefix": "b",
        "removesuffix": "b", "capitalize": "", "lower": "", "upper": "", "swapcase": "", "title": "", "isalnum": "",
        "isalpha": "", "isascii": "", "isdigit": "", "islower": "", "isspace": "", "istitle": "", "isupper": ""}
LIST = {"append": "v", "extend": "v", "insert": "iv", "remove": "v", "pop": "?i", "clear": "", "index": "v?nn",
        "count": "v", "sort": "", "reverse": "", "copy": ""}
ARRAY = {"append": "i", "extend": "b", "insert": "ii", "remove": "i", "pop": "?i", "clear": "", "reverse": "", "copy": ""}
DICT = {"get": "k?v", "pop": "k?v", "setdefault": "k?v", "update": "d", "popitem": "", "clear": "", "copy": "",
        "keys": "", "values": "", "items": ""}
SET = {"add": "y", "discard": "y", "remove": "y", "pop": "", "clear": "", "copy": "", "union": "z", "intersection": "z",
       "difference": "z", "symmetric_difference": "z", "update": "z", "intersection_update": "z", "issubset": "z",
       "difference_update": "z", "symmetric_difference_update": "z", "issuperset": "z", "isdisjoint": "z"}
TUPLE = {"count": "v", "index": "v?nn"}
INT = {"bit_length": "", "bit_count": "", "to_bytes": "?io", "as_integer_ratio": "", "conjugate": ""}
FLOAT = {"is_integer": "", "as_integer_ratio": "", "hex": "", "conjugate": ""}
class Methods:
    def __init__(self, rng):
        self.rng = rng

    def pick(self, items):
        return self.rng.choice(list(items))

    def text(self, texts=STRINGS):
        made = f'"{self.pick(texts)}"'
        return f"Text({made})" if self.rng.random() < 0.03 else made

    def number(self):
        return self.pick(["Index()", "True"]) if self.rng.random() < 0.05 else str(self.rng.randint(-4, 12))

    def value(self):
        return self.pick([self.number, self.text, lambda: "None", lambda: "[1, 2]", lambda: "(1,)", lambda: "2.5",
                          lambda: self.pick(NUMBERS), lambda: "{'a': 1}", lambda: "b'x'", lambda: "range(3)"])()

    def key(self):
        return self.pick(["'a'", "'b'", "1", "1.0", "True", "None", "(1, 2)", "[1]", "'zz'", "''"])

    def several(self, make, most=3):
        return ", ".join(make() for _ in range(self.rng.randint(0, most)))

    def part(self):
        """A place in a sequence, or a slice of it."""
        n = lambda: self.pick(["None", self.number(), str(self.rng.randint(-9, 9))])
        return self.pick([self.number(), self.number(), f"slice({n()}, {n()})", f"slice({n()}, {n()}, {n()})"])

    def argument(self, kind):
        if self.rng.random() < 0.04 and kind not in "yz":  # sets of others than small integers have no fixed order
            return self.value()
        return {"s": lambda: self.text(PIECES), "S": self.text, "i": self.number,
                "n": lambda: self.pick(["None", self.number()]),
                "t": lambda: self.pick([self.text(PIECES), f"({self.text(PIECES)}, {self.text(PIECES)})", "()"]),
                "l": lambda: f"[{self.several(self.text)}]", "f": lambda: self.pick(["'.'", "'\\u00e9'", "'ab'", "''"]),
                "e": lambda: self.pick(["'utf-8'", "'ascii'", "'latin-1'", "'ascii', 'ignore'", "'ascii', 'replace'",
                                        "'ascii', 'backslashreplace'", "'utf-8', errors='strict'", "'klingon'",
                                        "'UTF8'", "encoding='ascii'"]),
                "m": lambda: self.pick(["{97: 'A', 98: None}", "str.maketrans('abc', 'xyz')", "{}", "{97: 5000000}",
                                        "str.maketrans({'a': 'bb', 's': ''})", "str.maketrans('ab', 'cd', 's')"]),
                "b": lambda: self.pick(BYTE_PIECES), "L": lambda: f"[{self.several(lambda: self.pick(BYTES))}]",
                "g": lambda: self.pick(["':'", "'-'", "'ab'"]), "x": self.part, "y": lambda: str(self.rng.randint(0, 9)), "v": self.value, "k": self.key,
                "d": lambda: self.pick(["{'a': 5, 'z': 1}", "[('q', 1)]", "{}", "[(1,)]", "[5]", "{1: 2}"]),
                "z": lambda: self.pick(["{1, 2}", "{3, 9}", "set()", "frozenset({1, 3})", "[1, 1, 5]", "range(3)", "None", "5"]),
                "o": lambda: self.pick(["'big'", "'little'", "'middle'", "'big', signed=True", "byteorder='little'"]),
                "p": lambda: f'"{self.pick(SPECS)}"'}[kind]()

    def arguments(self, kinds):
        needed, _, more = kinds.partition("?")
        kinds = needed + more[:self.rng.randint(0, len(more))]
        made = [self.argument(kind) for kind in kinds]
        chance = self.rng.random()
        if chance < 0.02 and "z" not in kinds:
            made.append(self.value())
        elif chance < 0.04 and made and "=" not in made[-1]:
            made.pop()
        return ", ".join(made)

    def call(self, methods):
        name = self.pick(methods)
        return f"{name}({self.arguments(methods[name])})"

    def formatted(self):
        spec, value = self.pick(SPECS), self.pick([*NUMBERS, self.text(), "None", "[1]"])
        other = self.pick([*NUMBERS, self.text()])
        return self.pick([
            lambda: f'format({value}, "{spec}")',
            lambda: f'"{{:{spec}}}|{{!r:>9}}".format({value}, {other})',
            lambda: f'"{{0:{{1}}}}|{{name!s:{{1}}}}".format({value}, {self.number()}, name={other})',
            lambda: f'"{self.pick(["{}", "{0}", "{1}", "{a}", "{a[b]}", "{0.real}", "{0[0]}", "{!x}", "{", "}", "{{}}", "{0}{}"])}"'
                    f".format({value}, a={{'b': {other}}})",
            lambda: f'"%{self.pick(["", "-", "+", "0", " ", "#"])}{self.pick(["", "8", "*"])}{self.pick(["", ".2", ".0", ".*"])}'
                    f'{self.pick("dixXoeEfgGsrac%q")}" % ({self.several(lambda: self.pick([value, other, self.number()]))}{self.pick(["", ","])})',
            lambda: f'"%({self.pick("ab")}){self.pick(["s", "5.1f", "r", "d"])}" % {{\'a\': {value}}}',
            lambda: f'b"%{self.pick(["", "5", "-8", "05"])}{self.pick("dxsbracf%")}" % ({self.pick([value, *BYTES])},)',
            lambda: f"f\"{{{value}!{self.pick('rsa')}:{self.pick(['>12', '^9', '', '.3'])}}}\"",
            lambda: f"round({value}, {self.rng.randint(-4, 6)})",
            lambda: f"{self.pick(['int', 'float', 'str', 'repr', 'bool', 'ascii', 'hash' if value[0] in '0123456789-' else 'len'])}({value})",
            lambda: f"int({self.text()}, {self.pick([0, 2, 8, 10, 16, 36, 1, 37])})"])()

    def conversion(self):
        return self.pick([
            lambda: f"int.from_bytes({self.pick(BYTES)}, {self.argument('o')})",
            lambda: f"bytes.fromhex({self.pick(['00 ff', 'abc', '0g', '', ' 12 34'])!r})",
            lambda: f"float.fromhex({self.pick(['0x1.8p3', '1', 'zz', '-0x.1p-4', 'inf'])!r})",
            lambda: f"float({self.text()})", lambda: f"int({self.text()})", lambda: f"bytes({self.value()})",
            lambda: f"str({self.pick(BYTES)}, {self.argument('e')})", lambda: f"list({self.value()})",
            lambda: f"dict({self.value()})", lambda: f"tuple({self.value()})", lambda: f"sorted({self.value()}, reverse=True)",
            lambda: f"divmod({self.pick(NUMBERS)}, {self.pick(NUMBERS)})", lambda: f"chr({self.pick(NUMBERS)})",
            lambda: f"ord({self.text(PIECES)})", lambda: f"sum({self.value()}, {self.value()})",
            lambda: f"list(range({self.number()}, {self.number()}, {self.number()}))[{self.part()}]",
            lambda: f"range({self.number()}, {self.rng.randint(0, 30)}, {self.rng.randint(1, 4)}).{self.pick(['count', 'index', '__getitem__', '__contains__'])}({self.number()})",
            lambda: f"slice({self.number()}, {self.argument('n')}, {self.argument('n')}).indices({self.number()})",
            lambda: f"list(zip({self.value()}, {self.value()}, strict={self.pick([True, False])}))",
            lambda: f"{self.pick(['min', 'max'])}({self.value()}, {self.pick(['default=0', 'key=str', self.value()])})",
            lambda: f"{{1: 'a', 2: 'b'}}.keys() {self.pick(['&', '|', '-', '^', '<', '=='])} {self.pick(['[3, 1]', '{}', '{2, 1}', '5'])}",
            lambda: f"{self.pick(NUMBERS)} {self.pick(['+', '-', '*', '/', '//', '%', '<', '==', '&', '|'])} {self.value()}"])()

    def operated(self):
        """An expression with an operator, of a sequence."""
        value = self.pick([self.text(), self.pick(BYTES), "(1, 'a', 2.5)", f"[{self.several(self.value)}]"])
        same = self.text() if value[0] in '"T' else self.pick(BYTES) if value[0] == "b" else "(1,)" if value[0] == "(" else "[2]"
        other = self.pick([same, same, self.value()])
        return self.pick([f"{value}[{self.part()}]", f"{value} * {self.number()}", f"{value} + {other}", f"{other} in {value}",
                          f"{value} {self.pick(['<', '>=', '==', '!='])} {other}"])

    def assigned(self):
        """A function that assigns to, or deletes, a part of what it is given, and that."""
        value = self.pick(["bytearray(b'abcabc')", f"[{self.several(self.value, 6)}]"])
        return value, self.pick([f"v.__setitem__({self.part()}, {self.pick([self.value(), self.pick(BYTES), '[1, 2, 3]'])})",
                                 f"v.__delitem__({self.part()})"])

    def line(self, number):
        changed = [(lambda: f"[{self.several(self.value, 5)}]", LIST), (lambda: "bytearray(b'abcabc')", ARRAY),
                   (lambda: "{'a': 1, 'b': [2], 1: 'one', None: 0}", DICT), (lambda: "{1, 2, 3}", SET)]
        shown = [(self.text, STR), (self.text, STR), (self.text, STR), (lambda: self.pick(BYTES), BYTE),
                 (lambda: "(1, 'a', 2.5, 1)", TUPLE), (lambda: f"({self.pick(NUMBERS[:10])})", INT),
                 (lambda: f"({self.pick(NUMBERS[10:])})", FLOAT)]
        kind = self.rng.randrange(14)
        if kind < 4:
            value, methods = self.pick(changed)
            return f"change({number}, {value()}, lambda v: v.{self.call(methods)})"
        if kind < 5:
            return "change({}, {}, lambda v: {})".format(number, *self.assigned())
        if kind < 10:
            value, methods = self.pick(shown)
            return f"show({number}, lambda: {value()}.{self.call(methods)})"
        return f"show({number}, lambda: {self.pick([self.formatted, self.conversion, self.operated])()})"


def program(seed):
    """The source of the program that belongs to `seed`."""
    make = Methods(random.Random(seed))
    lines = [make.line(number) + "\n" for number in range(60)]
    return f'"""Random calls of methods {seed}."""\n{PRELUDE}{"".join(lines)}'


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(program(int(sys.argv[1])), end="")
