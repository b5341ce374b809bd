"""A calculator: a tokenizer as generator, a recursive-descent parser, an evaluator of trees."""
import operator
import re

OPERATORS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "^": operator.pow}


class CalcError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


def tokens(text):
    for match in re.finditer(r"\s*(?:(\d+\.?\d*)|(.))", text):
        number, symbol = match.groups()
        yield ("num", float(number) if "." in number else int(number), match.start(1)) if number else ("op", symbol, match.start(2))
    yield "end", None, len(text)


class Parser:
    def __init__(self, text):
        self.stream = tokens(text)
        self.advance()

    def advance(self):
        self.kind, self.value, self.position = next(self.stream)

    def parse(self):
        tree = self.binary(0)
        if self.kind != "end":
            raise CalcError(f"unexpected {self.value!r}", self.position)
        return tree

    def binary(self, level, levels=("+-", "*/")):
        if level == len(levels):
            return self.unary()
        left = self.binary(level + 1)
        while self.kind == "op" and self.value in levels[level]:
            symbol = self.value
            self.advance()
            left = (symbol, left, self.binary(level + 1))
        return left

    def unary(self):
        if (self.kind, self.value) == ("op", "-"):
            self.advance()
            return ("neg", self.unary())
        base = self.atom()
        if (self.kind, self.value) == ("op", "^"):
            self.advance()
            return ("^", base, self.unary())
        return base

    def atom(self):
        kind, value, position = self.kind, self.value, self.position
        if kind == "num":
            self.advance()
            return value
        if value == "(":
            self.advance()
            inner = self.binary(0)
            if self.value != ")":
                raise CalcError("expected ')'", self.position)
            self.advance()
            return inner
        raise CalcError("unexpected end" if kind == "end" else f"unexpected {value!r}", position)


def evaluate(tree):
    match tree:
        case int() | float():
            return tree
        case ("neg", operand):
            return -evaluate(operand)
        case (symbol, left, right):
            return OPERATORS[symbol](evaluate(left), evaluate(right))


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "7 / 2 - 1.5", "2 * (3", "1 +", "4 $ 4", "1 / 0", "((((42))))", "10 - 3 - 2", ""):
    try:
        tree = Parser(text).parse()
        print(f"{text:<12} = {evaluate(tree)!r:<6} {tree}")
    except CalcError as error:
        print(text, " " * error.position + "^", error, sep="\n")
    except ArithmeticError as error:
        print(text, "->", type(error).__name__, error)
