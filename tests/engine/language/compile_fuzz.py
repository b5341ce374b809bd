#!/usr/bin/env python3
"""Compares errors found after parsing with CPython 3.11's, on programs made at random.

Usage: /usr/bin/python3 compile_fuzz.py COMPILE_TOOL [--seeds N] [--first N]

Small programs of names, scopes, loops, exception handlers and coroutines are
put together without regard to their sense. Type, words and place of the error must be
CPython's, or both must compile them; then our code must be sound (code_verifier.h).
"""
import argparse
import collections
import random
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")

NAMES = ["a", "b", "__c", "x", "__class__", "super"]


class Maker:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.lines = []

    def name(self):
        return self.chance.choice(NAMES)

    def expression(self, depth=2):
        c = self.chance
        kinds = ["{n}", "{n}", "1.5", "'s'", "()"]
        if depth > 0:
            kinds += ["{e} + {e}", "{e} < {e} < {e}", "{e} and {e} or not {e}", "({e} if {e} else {e})",
                      "[{e} for {n} in {e}]", "[{e} for {n} in {e} if {e} for {n} in {e}]",
                      "{{{e}: {e} for {n} in {e}}}", "({e} for {n} in {e})", "({n} := {e})",
                      "(lambda {n}: {e})", "{n}({e}, *{e}, k={e})", "{e}.{n}", "{n}[{e}]",
                      "(yield)", "(yield {e})", "(await {e})", "(yield from {e})",
                      "[{e} async for {n} in {e}]", "f'{{{e}}}'", "[{e}, *{e}]", "{n}[{e}:{e}]",
                      "({e} is not None)", "{e}.{n}({e})", "(-1 * 2)"]
        template = c.choice(kinds)
        result = ""
        i = 0
        while i < len(template):
            if template.startswith("{e}", i):
                result += self.expression(depth - 1)
                i += 3
            elif template.startswith("{n}", i):
                result += self.name()
                i += 3
            elif template.startswith(("{{", "}}"), i):
                result += template[i]
                i += 2
            else:
                result += template[i]
                i += 1
        return result

    def block(self, indent, depth):
        for _ in range(self.chance.randrange(1, 4)):
            self.statement(indent, depth)

    def statement(self, indent, depth):
        c = self.chance
        put = lambda text: self.lines.append(" " * indent + text)
        e, n = self.expression, self.name
        simple = [lambda: put(f"{n()} = {e()}"), lambda: put(e()), lambda: put(f"{n()} += {e()}"),
                  lambda: put(f"return {e()}"), lambda: put("return"), lambda: put("break"),
                  lambda: put("continue"), lambda: put("pass"), lambda: put(f"global {n()}"),
                  lambda: put(f"nonlocal {n()}"), lambda: put(f"del {n()}"),
                  lambda: put(f"{n()}: {e()} = {e()}"), lambda: put(f"import {n()}"),
                  lambda: put(f"{n()}, *{n()} = {e()}"), lambda: put(f"raise {e()}"),
                  lambda: put(f"assert {e()}, {e()}"), lambda: put(f"{n()}: {e()}"),
                  lambda: put(f"{n()}.{n()} = {e()}"), lambda: put(f"from {n()} import {n()} as {n()}")]
        if depth <= 0 or c.random() < 0.5:
            c.choice(simple)()
            return

        def nest(head):
            put(head)
            self.block(indent + 1, depth - 1)

        kind = c.randrange(10)
        if kind == 0:
            nest(f"def {n()}({n()}, b2={e()}):")
        elif kind == 1:
            nest(f"async def {n()}({n()}):")
        elif kind == 2:
            nest(f"class {n()}:")
        elif kind == 3:
            nest(f"for {n()} in {e()}:")
            if c.random() < 0.4:
                nest("else:")
        elif kind == 4:
            nest(f"while {c.choice(['True', e()])}:")
        elif kind == 5:
            nest(f"if {e()}:")
            if c.random() < 0.5:
                nest("else:")
        elif kind == 6:
            nest("try:")
            for _ in range(c.randrange(3)):
                nest(f"except {e()} as {n()}:")
            if c.random() < 0.3:
                nest("except:")
            nest("finally:")
        elif kind == 7:
            nest(f"{c.choice(['', 'async '])}with {e()} as {n()}, {e()}:")
        elif kind == 8:
            nest(f"async for {n()} in {e()}:")
        else:
            put(f"@{e()}")
            nest(f"def {n()}():")

    def program(self):
        self.block(0, 4)
        return "\n".join(self.lines) + "\n"


def reference(program):
    try:
        compile(program, "test.py", "exec", dont_inherit=True)
        return "ok"
    except SyntaxError as error:
        return "\t".join(map(str, (type(error).__name__, error.msg, error.lineno, error.offset,
                                   error.end_lineno, error.end_offset or error.offset)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tool")
    parser.add_argument("--seeds", type=int, default=3000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    programs = [Maker(seed).program() for seed in range(options.first, options.first + options.seeds)]
    data = b"".join(b"%d\n%s\n" % (len(each.encode()), each.encode()) for each in programs)
    answers = subprocess.run([options.tool, "error"], input=data, capture_output=True,
                             check=False).stdout.decode().splitlines()
    tally = collections.Counter()
    for number, program in enumerate(programs):
        answer = answers[number] if number < len(answers) else "no answer"
        expected = reference(program)
        outcome = "valid" if answer == expected == "ok" else "same" if answer == expected else "different"
        tally[outcome] += 1
        if outcome == "different" and tally[outcome] <= options.show:
            print(f"--- seed {options.first + number}\n{program}  CPython: {expected}\n  ours:    {answer}")
    print(dict(tally))
    return tally["different"] != 0


if __name__ == "__main__":
    sys.exit(main())
