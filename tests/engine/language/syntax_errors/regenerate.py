#!/usr/bin/env python3
"""Writes expected.txt: what CPython 3.11 says to each of programs.txt.

Usage: /usr/bin/python3 regenerate.py

The programs are separated by lines of five dashes. Each line of the answer is
kind, message, line, column, end line, end column, separated by tabs; columns
count characters from 1; an end that CPython does not give is the beginning.
A column 0 means that CPython counts it in a line that is not in the program
(inside an f-string); then only the line is compared.
"""
import pathlib
import sys
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from compare_errors import reference  # noqa: E402

warnings.simplefilter("ignore")
assert sys.version_info[:2] == (3, 11), "needs CPython 3.11"

here = pathlib.Path(__file__).resolve().parent
programs = (here / "programs.txt").read_text(encoding="utf-8").split("-----\n")
(here / "expected.txt").write_text("".join(reference(p) + "\n" for p in programs), encoding="utf-8")
