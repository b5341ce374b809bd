#!/usr/bin/env python3
"""Compares our syntax trees, positions included, with those of CPython 3.11.

Usage: /usr/bin/python3 compare_trees.py PARSE_TOOL [FILE-OR-FOLDER...]
Without files: all of Python's own standard library.
"""
import ast
import pathlib
import subprocess
import sys
import sysconfig
import warnings

warnings.simplefilter("ignore")


def files_in(arguments):
    for argument in arguments or [sysconfig.get_path("stdlib")]:
        path = pathlib.Path(argument)
        yield from sorted(path.rglob("*.py")) if path.is_dir() else [path]


def reference(path):
    try:
        source = path.read_bytes()
        return ast.dump(ast.parse(source), include_attributes=True)
    except (SyntaxError, ValueError) as error:
        return f"error {error}"


def first_difference(ours, theirs):
    at = next((i for i, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    begin = max(0, at - 120)
    return f"   ours: …{ours[begin:at + 120]}\n theirs: …{theirs[begin:at + 120]}"


def main():
    tool, *arguments = sys.argv[1:]
    paths = list(files_in(arguments))
    equal = refused = 0
    for begin in range(0, len(paths), 50):
        group = paths[begin:begin + 50]
        output = subprocess.run([tool, "dump", *map(str, group)], capture_output=True, check=True).stdout
        lines = output.decode("utf-8", "surrogatepass").split("\n")
        for path, ours in zip(group, lines):
            theirs = reference(path)
            if ours == theirs:
                equal += 1
            elif ours.startswith("error ") and theirs.startswith("error "):
                refused += 1
            else:
                print(f"{path}\n{first_difference(ours, theirs)}")
    print(f"{len(paths)} files: {equal} equal, {refused} refused by both, {len(paths) - equal - refused} differ")
    return equal + refused != len(paths)


if __name__ == "__main__":
    sys.exit(main())
