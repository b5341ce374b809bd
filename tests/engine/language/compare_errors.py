#!/usr/bin/env python3
"""Compares our syntax errors with those of CPython 3.11.

Usage: /usr/bin/python3 compare_errors.py PARSE_TOOL [--seeds N] [--files FILE...]

Takes real programs (by default the standard library's), breaks each a little
(a token dropped, doubled, swapped, replaced; a line indented otherwise), and
compares type, message, line and columns of the error. Errors that CPython finds
after parsing (symbol table, compiler) are not compared.
"""
import argparse
import ast
import collections
import io
import pathlib
import random
import subprocess
import sys
import sysconfig
import textwrap
import tokenize
import warnings

warnings.simplefilter("ignore")

SPARE = ("( ) [ ] { } , : = == := . ; + - * ** / not in is if else for while def class lambda return yield await "
         "async with as from import try except finally raise pass print x 1 0x 'a' f'{x}' None True * -> @ ! $ "
         "match case _ del global and or \\ ... += 'abc 08 1_ f'{' f'{a b}' ''' b'x' 1.e").split(" ")


def reference(program):
    """kind, message, line, column, end line, end column (0: not in the program's text); or 'ok'."""
    try:
        ast.parse(program)
        return "ok"
    except SyntaxError as error:
        line, column = error.lineno or 0, max(error.offset or 0, 1)
        end = (error.end_lineno or 0, error.end_offset or 0)
        if end <= (line, column):
            end = (line, column)
        # Inside an f-string, columns count in a line that CPython makes up: "(a b)".
        if error.text is not None and error.text.startswith("(") and error.text.rstrip("\n") not in program.split("\n"):
            column, end = 0, (0, 0)
        return f"{type(error).__name__}\t{error.msg}\t{line}\t{column}\t{end[0]}\t{end[1]}"
    except (MemoryError, RecursionError) as error:
        return type(error).__name__
    except ValueError as error:
        return f"ValueError\t{error}"


class Ours:
    def __init__(self, tool):
        self.process = subprocess.Popen([tool, "error"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, program):
        data = program.encode()
        self.process.stdin.write(b"%d\n%s\n" % (len(data), data))
        self.process.stdin.flush()
        return self.process.stdout.readline().decode().rstrip("\n")


def same(ours, theirs):
    if ours == theirs:
        return True
    ours, theirs = ours.split("\t"), theirs.split("\t")
    if theirs[0] in ("MemoryError", "RecursionError"):
        return ours[0] in ("MemoryError", "RecursionError")
    # Of an error over several lines CPython cuts the last column to the first line's length.
    if len(ours) == len(theirs) == 6 and ours[:5] == theirs[:5] and theirs[4] != theirs[2]:
        return True
    return theirs[3:4] == ["0"] and ours[:3] == theirs[:3]


def pieces(text):
    """Statements short enough to be quick, those inside long ones too."""
    lines = text.splitlines(keepends=True)
    waiting = list(ast.parse(text).body)
    while waiting:
        node = waiting.pop()
        piece = "".join(lines[node.lineno - 1:node.end_lineno])
        if len(piece) < 1500:
            yield textwrap.dedent(piece)
        else:
            waiting += getattr(node, "body", [])


def broken(piece, chance):
    tokens = [t for t in tokenize.generate_tokens(io.StringIO(piece).readline) if t.string]
    token = chance.choice(tokens)
    lines = piece.splitlines(keepends=True)
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    begin = offsets[token.start[0] - 1] + token.start[1]
    end = offsets[token.end[0] - 1] + token.end[1]
    kind = chance.randrange(6)
    if kind == 0:
        new = ""
    elif kind == 1:
        new = token.string + " " + token.string
    elif kind == 2:
        new = chance.choice(SPARE)
    elif kind == 3:
        new = token.string + " " + chance.choice(SPARE)
    elif kind == 4:
        other = chance.choice(tokens)
        new = other.string
    else:
        line = chance.randrange(len(lines))
        lines[line] = chance.choice([" ", "\t", "    "]) + lines[line] if chance.random() < 0.6 else lines[line].lstrip()
        return "".join(lines)
    return piece[:begin] + new + piece[end:]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--files", nargs="*")
    parser.add_argument("--seeds", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    files = options.files or sorted(map(str, pathlib.Path(sysconfig.get_path("stdlib")).glob("*.py")))
    stock = [piece for file in files for piece in pieces(pathlib.Path(file).read_text(encoding="utf-8"))]
    ours = Ours(options.tool)
    tally = collections.Counter()
    for seed in range(options.first, options.first + options.seeds):
        chance = random.Random(seed)
        try:
            program = broken(chance.choice(stock), chance)
        except (tokenize.TokenError, IndentationError):
            continue
        expected = reference(program)
        got = ours(program)
        outcome = "valid" if expected == "ok" == got else "same" if same(got, expected) else "different"
        tally[outcome] += 1
        if outcome == "different" and tally["different"] <= options.show:
            print(f"--- seed {seed}\n{program.rstrip()[-600:]}\n  ours: {got}\ntheirs: {expected}")
    print(dict(tally))
    return tally["different"] != 0


if __name__ == "__main__":
    sys.exit(main())
