#!/usr/bin/env python3
"""Writes cases/*.expected: what CPython 3.11 makes of each expression in cases/*.txt.

Usage: /usr/bin/python3 regenerate.py
"""
import math
import pathlib
import random
import sys
import warnings

assert sys.version_info[:2] == (3, 11), "needs CPython 3.11"
warnings.simplefilter("ignore")
here = pathlib.Path(__file__).resolve().parent / "cases"


def answer(expression):
    try:
        return repr(eval(expression, {"math": math, "random": random}))
    except Exception as error:
        return f"{type(error).__name__}: {error}".replace("\n", "\\n")


for table in sorted(here.glob("*.txt")):
    lines = table.read_text(encoding="utf-8").splitlines()
    table.with_suffix(".expected").write_text("".join(answer(line) + "\n" for line in lines),
                                              encoding="utf-8")
