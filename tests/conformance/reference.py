#!/usr/bin/python3
"""Runs a scenario on CPython 3.11 under a virtual clock.

    reference.py FILE [--steps OUT.jsonl] [--root DIR] [--seed N]
    reference.py --serve

The first form behaves as `coroscope run` must: same output, same status, same
step listing. The second reads one JSON request a line from standard input and
forks a warm interpreter for each; compare.py uses it. See README.md.
"""

import sys

sys.dont_write_bytecode = True

import argparse

from virtual_cpython import ordered

ordered.install()

import asyncio  # through the finder just installed

from virtual_cpython import scenario, server


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?")
    parser.add_argument("--steps", metavar="OUT.jsonl")
    parser.add_argument("--root", metavar="DIR")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--serve", action="store_true")
    options = parser.parse_args()
    if bool(options.file) == options.serve:
        parser.error("give either a FILE or --serve")
    return options


def main():
    options = arguments()
    if options.serve:
        request = server.serve()  # returns once in each child
        if request is None:
            return
    else:
        request = {"file": options.file, "steps": options.steps,
                   "root": options.root, "seed": options.seed}
    path = request.pop("file")
    scenario.run(path, **request)


if __name__ == "__main__":
    main()
