#!/usr/bin/python3
"""Writes subset_table.md: what of the subset which program shows. See README.md."""

import argparse
import ast
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from subset import constructs, names, uses

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "subset_table.md"
SHOWN_BY = 2  # programs named in a row at most
HEAD = """# What of the subset which program shows

Made by `subset_table.py`; do not edit. Each program named is compared with
CPython 3.11 in every test run and does the same. *Refused* is what Coroscope
does not have: using it ends in an error that names it. Not compared, for a real
network knows no virtual clock: `socket`, `aiohttp`, `httpx`, `requests`,
`aiofiles`, `asyncpg`; asyncio and `multiprocessing` have a table of their own,
[DOCUMENTED.md](DOCUMENTED.md).
"""


def programs():
    for path in sorted(HERE.glob("*/*.py")):
        if path.parent.name not in ("virtual_cpython", "comparison", "generator", "subset", "syntax_errors"):
            yield path


def shown():
    """{(group, name): programs}, the shortest program first."""
    found = {}
    for path in programs():
        try:
            text = path.read_text(encoding="utf-8")
            tree = ast.parse(text)
        except (SyntaxError, UnicodeDecodeError):
            continue  # programs about what cannot be read
        for key in uses.Uses(tree).found:
            found.setdefault(key, []).append((text.count("\n"), f"{path.parent.name}/{path.name}"))
    return {key: [name for _, name in sorted(each)] for key, each in found.items()}


PROBE = """
import builtins, importlib
for module, wanted in {modules!r}.items():
    try:
        found = importlib.import_module(module)
    except ImportError:
        found = None
    for name in wanted:
        if not hasattr(found, name):
            print(module, name)
for kind, wanted in {types!r}.items():
    for name in wanted:
        if not hasattr(getattr(builtins, kind), name):
            print("type " + kind + " " + name)
for name in {builtins!r}:
    if not hasattr(builtins, name):
        print("builtin", name)
"""


def run(coroscope, text):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "probe.py"
        path.write_text(text, encoding="utf-8")
        return subprocess.run([coroscope, "run", str(path)], capture_output=True, text=True, timeout=60)


def missing(coroscope):
    """The (group, name) that Coroscope does not have."""
    modules = {name: names.of_module(name) for name in names.MODULES}
    done = run(coroscope, PROBE.format(modules=modules, types=names.TYPES,
                                       builtins=names.BUILTINS + names.EXCEPTIONS))
    if done.returncode:
        sys.exit(f"the probe failed:\n{done.stderr}")
    return {tuple(line.rsplit(" ", 1)) for line in done.stdout.splitlines()}


def named_before():
    """{(title of a section, row): programs} of the table as it stands: a program that still shows a
    row keeps its place, so that a new one changes nothing."""
    rows, title = {}, ""
    for line in TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else ():
        if line.startswith("## "):
            title = line[3:]
        elif found := re.fullmatch(r"\| (.*?) \| (\[.*) \|", line):
            rows[title, found[1]] = re.findall(r"\]\((.*?)\)", found[2])
    return rows


class Table:
    def __init__(self, found, absent):
        self._found, self._absent, self._before = found, absent, named_before()
        self.lines, self.unshown = [HEAD], []

    def section(self, title, group, wanted, code=True):
        compared, refused = [], []
        for name in wanted:
            if (group, name) in self._absent:
                refused.append(f"`{name}`")
            elif (group, name) in self._found:
                compared.append((name, self._found[group, name]))
            else:
                self.unshown.append(f"{group}: {name}")
                compared.append((name, ["(no program yet)"]))
        self.lines += [f"## {title}", "", "| | compared by |", "| --- | --- |"]
        for name, by in compared:
            row = f"`{name}`" if code else name.replace("|", "\\|")
            kept = [each for each in self._before.get((title, row), ()) if each in by]
            links = ", ".join(f"[{each}]({each})" if "/" in each else each for each in kept or by[:SHOWN_BY])
            self.lines.append(f"| {row} | {links} |")
        if refused:
            self.lines += ["", "Refused: " + ", ".join(refused) + "."]
        self.lines.append("")

    def refusals(self, coroscope):
        self.lines += ["## Refused by name", "", "| | what is said |", "| --- | --- |"]
        for title, (text, words) in constructs.REFUSED.items():
            said = run(coroscope, text + "\n").stderr
            if words not in said:
                sys.exit(f"{title} is not refused as the table says:\n{said}")
            self.lines.append(f"| {title} | {words} |")
        self.lines.append("")


def make(coroscope):
    table = Table(shown(), missing(coroscope))
    table.section("Constructs", "construct", constructs.CONSTRUCTS, code=False)
    table.refusals(coroscope)
    table.section("Special methods", "dunder", names.DUNDERS)
    table.section("Builtins", "builtin", names.BUILTINS)
    table.section("Exceptions", "builtin", names.EXCEPTIONS)
    for kind, methods in names.TYPES.items():
        table.section(f"Methods of {kind}", f"type {kind}", methods)
    for module in sorted(names.MODULES):
        table.section(f"Module {module}", module, names.of_module(module))
    return "\n".join(table.lines), table.unshown


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--coroscope", required=True, metavar="BIN")
    parser.add_argument("--check", action="store_true", help="only say whether the table is up to date")
    options = parser.parse_args()
    text, unshown = make(options.coroscope)
    if not options.check:
        TABLE.write_text(text, encoding="utf-8")
        print(f"{len(unshown)} without a program:", *unshown, sep="\n  ")
        return 0
    if unshown:
        print("no program shows", *unshown, sep="\n  ")
    if TABLE.read_text(encoding="utf-8") != text:
        print("subset_table.md is out of date: run subset_table.py --coroscope BIN")
        return 1
    return 1 if unshown else 0


if __name__ == "__main__":
    sys.exit(main())
