"""A tokenizer from one big pattern, and a reader of simple assignments that uses it."""
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


SPEC = [
    ("NUMBER", r"\d+(\.\d*)?"), ("NAME", r"[A-Za-z_]\w*"), ("ASSIGN", r":="), ("END", r";"),
    ("OP", r"[-+*/()]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("BAD", r"."),
]
PATTERN = re.compile("|".join(f"(?P<{kind}>{rule})" for kind, rule in SPEC))
KEYWORDS = {"PRINT", "IF"}


def tokenize(code):
    line, start = 1, 0
    for found in PATTERN.finditer(code):
        kind, text, column = found.lastgroup, found.group(), found.start() - start
        if kind == "NEWLINE":
            line, start = line + 1, found.end()
            continue
        if kind == "SKIP":
            continue
        if kind == "BAD":
            raise SyntaxError(f"{text!r} unexpected on line {line}, column {column}")
        if kind == "NAME" and text.upper() in KEYWORDS:
            kind = text.upper()
        yield Token(kind, text, line, column)


PROGRAM = """total := price * 1.2;
print total
price := (total - 3) / 2;"""

tokens = list(tokenize(PROGRAM))
for token in tokens[:5]:
    print(token)
print(len(tokens), " ".join(token.kind for token in tokens))
print(sorted({token.text for token in tokens if token.kind == "NAME"}))
print([(t.line, t.column) for t in tokens if t.kind == "ASSIGN"], tokens[-1]._asdict())
try:
    list(tokenize("ok := 1;\n  x ? 2"))
except SyntaxError as error:
    print("SyntaxError:", error)
depth = 0
for kind, text, *_ in tokens:
    depth += {"(": 1, ")": -1}.get(text, 0)
print("balanced" if depth == 0 else depth, Token("A", "b", 1, 2)._replace(line=7).line)
