#!/usr/bin/python3
"""Compares Coroscope with CPython 3.11, program by program. See README.md."""

import argparse
import concurrent.futures
import pathlib
import queue
import sys
import tempfile

sys.dont_write_bytecode = True

from comparison import difference, outcome, shrink
from comparison.known import KNOWN
from generator import classes, control_flow, cycles, expressions, generate, methods

HERE = pathlib.Path(__file__).resolve().parent
GENERATORS = {"random": generate.program, "random_wide": generate.wide_program,
              "random_full": generate.full_program,
              "expressions": expressions.program, "control_flow": control_flow.program,
              "classes": classes.program, "methods": methods.program, "cycles": cycles.program}
# Random programs leave tasks over, which are reported in no fixed order as the interpreter ends;
# of odd-looking expressions CPython warns.
STDERR = {"random": "last", "random_wide": "last", "random_full": "last", "expressions": "none",
          "control_flow": "none", "classes": "none", "methods": "none", "cycles": "full"}
TOOLS = {"virtual_cpython", "comparison", "generator", "subset"}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--coroscope", required=True, metavar="BIN")
    parser.add_argument("--suite", choices=[
        "scenarios", "programs", *GENERATORS])
    parser.add_argument("--seeds", type=int, default=500,
                        help="how many random programs")
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", metavar="DIR", type=pathlib.Path,
                        help="keep programs, outputs and listings there")
    parser.add_argument("--remember", metavar="DIR", type=pathlib.Path,
                        help="keep what CPython does there, and use what is kept")
    parser.add_argument("--stderr", choices=["none", "last", "full"],
                        help="how much of stderr counts (default: what the suite allows)")
    parser.add_argument("--show", type=int, default=20, metavar="N",
                        help="differences printed in full")
    parser.add_argument("--shrink", action="store_true",
                        help="print a smaller program for each difference")
    options = parser.parse_args()
    if bool(options.files) == bool(options.suite):
        parser.error("give either FILEs or a --suite")
    if options.stderr is None:
        options.stderr = STDERR.get(options.suite, "full")
    return options


def programs(options, folder):
    """(name, path, how to repeat) of each program of the chosen suite."""
    again = f"/usr/bin/python3 {sys.argv[0]} --coroscope {options.coroscope}"
    if options.suite in GENERATORS:
        for seed in range(options.first_seed,
                          options.first_seed + options.seeds):
            path = folder / f"seed_{seed}.py"
            path.write_text(GENERATORS[options.suite](seed), encoding="utf-8")
            yield (f"{options.suite} seed {seed}", path,
                   f"{again} --suite {options.suite} "
                   f"--first-seed {seed} --seeds 1")
        return
    if options.files:
        paths = [pathlib.Path(name).resolve() for name in options.files]
    elif options.suite == "scenarios":
        paths = sorted(HERE.parent.parent.glob("scenarios/*/*.py"))
    else:
        paths = sorted(path for path in HERE.glob("*/*.py")
                       if path.parent.name not in TOOLS
                       and not path.name.startswith("_"))
    for path in paths:
        yield f"{path.parent.name}/{path.name}", path, f"{again} {path}"


class Comparison:
    """Runs one program at a time, on a CPython and a folder of its own."""

    def __init__(self, options, folder, number):
        self._options = options
        self._folder = folder
        self._number = number
        self._reference = (outcome.RememberedReference(options.remember)
                           if options.remember else outcome.Reference())
        self._coroscope = outcome.Coroscope(options.coroscope)

    def close(self):
        self._reference.close()

    def differences(self, path, name=None):
        base = str(self._folder / (name or f"worker{self._number}"))
        return difference.differences(
            self._reference.run(path, base + ".cpython"),
            self._coroscope.run(path, base + ".coroscope"),
            self._options.stderr)

    def smaller(self, path, kind):
        """A smaller source that shows the same kind of difference."""
        attempt = self._folder / f"shrink{self._number}.py"

        def still_differs(source):
            attempt.write_text(source, encoding="utf-8")
            found = self.differences(attempt)
            return bool(found) and found[0][0] == kind

        return shrink.shrink(path.read_text(encoding="utf-8"), still_differs)


def compare_all(options, folder):
    """Prints what differs; the numbers of programs equal and not."""
    free, everyone = queue.SimpleQueue(), []
    for number in range(options.jobs):
        everyone.append(Comparison(options, folder, number))
        free.put(everyone[-1])

    def compare(program):
        name, path, _ = program
        worker = free.get()
        try:
            kept = name.replace("/", ".").replace(" ", "_")
            found = worker.differences(path, options.keep and kept)
            less = (worker.smaller(path, found[0][0])
                    if found and options.shrink else None)
            return program, found, less
        finally:
            free.put(worker)

    passed = failed = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for program, found, less in pool.map(
                compare, programs(options, folder)):
            kind, why = KNOWN.get(program[0], (None, None))
            if found and {each for each, _ in found} == {kind}:
                print(f"KNOWN    {program[0]}  ({kind}): {why}")
                continue
            if not found and kind:
                found = [(kind, f"    equal now: take {program[0]} out of comparison/known.py")]
            if not found:
                passed += 1
                continue
            failed += 1
            report(program, found, less, failed <= options.show)
    for worker in everyone:
        worker.close()
    return passed, failed


def report(program, found, less, in_full):
    name, _, again = program
    print(f"DIFFERS  {name}  ({', '.join(kind for kind, _ in found)})")
    if in_full:
        for kind, words in found:
            print(f"    {kind}:\n{words}")
        print(f"    repeat: {again}")
    if less is not None:
        print("    shrunk:")
        print("".join(f"        {line}\n" for line in less.splitlines()))
    sys.stdout.flush()


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        passed, failed = compare_all(options, folder.resolve())
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
