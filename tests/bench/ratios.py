"""Runs each load under CPython 3.11 and under Coroscope and prints the ratios.

usage: ratios.py --coroscope PATH [--python PATH] [--loads a,b] [--repeat N]

Each load is one small scenario of loads/. A run is a whole process; what one
operation costs is the difference between a large and a small SIZE, so that
starting up cancels out. The processor time that the system charged to the
process is what counts, since other work on the machine disturbs it least. The
rivals take turns (A B A B) and the quickest run of each is compared: whatever
disturbs a run makes it longer, never shorter, and where two virtual processors
share a core, a neighbour takes half as long again from the code that keeps the
core busiest. What the medians say stands beside it. CPython runs on a virtual
clock without any tracing, Coroscope with its full trace on. Times say nothing
beyond this one report: the ratios are the point.

The status is 0 whatever the result: this is a report, not a test.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIMITS = ["--limit-instructions", "1000000000000", "--limit-events", "200000000",
          "--limit-memory", "16GB"]


class Skipped(Exception):
    """The load cannot be run; the message says why."""


@dataclass(frozen=True)
class Load:
    """SIZE goes from `small` to `large`; each unit of it is `per` operations."""

    name: str
    what: str
    small: int
    large: int
    per: int
    target: float
    aim: float = 0.0


LOADS = [
    Load("switch", "switch by sleep(0), 1,000 tasks", 20, 320, 1_000, 10, 20),
    Load("timer", "timer, 1,000 tasks", 5, 65, 1_000, 10, 30),
    Load("create_gather", "task created and gathered", 100, 1_100, 100, 8, 15),
    Load("queue_items", "queue item, producer to consumer", 10_000, 310_000, 1, 8),
    Load("lock_turns", "lock taken and released in turn", 500, 5_500, 10, 10, 25),
    Load("fib", "recursive fib(27), a call", 1, 9, 832_039, 1.5, 2.5),
    Load("loops", "nested integer loops, a turn", 1, 33, 250_000, 2, 4),
    Load("methods", "method calls on objects", 1, 201, 20_000, 1.5),
    Load("containers", "dict, list and string work, a row", 10, 260, 1_000, 1),
    Load("strings", "strings built, a line", 10, 260, 1_000, 1),
    Load("sorting", "sorting with a key, an item", 10, 260, 1_000, 1),
    Load("comprehensions", "comprehensions, an item", 50, 850, 1_000, 1),
    Load("generators", "chained generators, a value", 1, 201, 10_000, 1.5),
    Load("exceptions", "exceptions raised and caught", 1, 61, 10_000, 1),
]
# These are compared otherwise: see the functions of their names.
OTHERS = ["memory", "trace", "switch_crowd", "startup"]


@dataclass(frozen=True)
class Usage:
    seconds: float  # of the processor
    peak_bytes: int
    elapsed: float  # seconds by the wall


def run(command):
    """Runs one process to its end."""
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            lines = errors.read().decode(errors="replace").strip().splitlines()
            reasons = [line for line in lines if re.search(r"[Ee]rror|limit|deadlock", line)]
            reason = (reasons or lines or ["no message"])[-1].strip()
            raise Skipped(f"{Path(command[0]).name} ended with {process.returncode}: {reason}")
    return Usage(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, elapsed)


def scenario(folder, name, size):
    """A copy of the load with that SIZE."""
    text = (HERE / "loads" / f"{name}.py").read_text(encoding="utf-8")
    text, found = re.subn(r"^SIZE = [\d_]+", f"SIZE = {size}", text, flags=re.M)
    assert found == 1, name
    path = folder / f"{name}_{size}.py"
    path.write_text(text, encoding="utf-8")
    return path


class Rivals:
    def __init__(self, python, coroscope, folder, repeat):
        self.python = python
        self.coroscope = coroscope
        self.folder = Path(folder)
        self.repeat = repeat

    def on_python(self, path, *flags):
        return run([self.python, HERE / "virtual_cpython.py", path, *flags])

    def on_coroscope(self, path, *flags):
        return run([self.coroscope, "run", *LIMITS, *flags, path])

    def least_per_unit(self, name, small, large, measure, flags=(), rivals=None):
        """What one unit of SIZE takes, under each rival: the least for the large SIZE, without
        the least for the small one."""
        return [per_unit(kept, small, large, min) for kept in
                self.measured(name, small, large, measure, flags, rivals)]

    def measured(self, name, small, large, measure, flags=(), rivals=None):
        """What every run took, under each rival: those of the small SIZE, those of the large."""
        files = [scenario(self.folder, name, size) for size in (small, large)]
        rivals = rivals or [self.on_python, self.on_coroscope]
        results = [([], []) for _ in rivals]
        for _ in range(self.repeat):
            for rival, kept in zip(rivals, results):
                for file, values in zip(files, kept):
                    values.append(measure(rival(file, *flags)))
        return results


def per_unit(kept, small, large, reduce):
    low, high = kept
    return (reduce(high) - reduce(low)) / (large - small)


def seconds(usage):
    return usage.seconds


def peak(usage):
    return usage.peak_bytes


def row(what, first, second, ratio, target, verdict, medians=""):
    print(f"{what:<36}{first:>12}{second:>12}{ratio:>9}{medians:>9}  {target:<18}{verdict}",
          flush=True)


def loop_or_language(rivals, load):
    """CPython's time by Coroscope's."""
    measured = rivals.measured(load.name, load.small, load.large, seconds)
    python, ours = (per_unit(kept, load.small, load.large, min) / load.per * 1e9
                    for kept in measured)
    python_median, our_median = (per_unit(kept, load.small, load.large, statistics.median)
                                 for kept in measured)
    target = f">= {load.target:g}" + (f", aim {load.aim:g}" if load.aim else "")
    if python <= 0 or ours <= 0:
        row(load.what, f"{python:.0f} ns", f"{ours:.0f} ns", "?", target, "too noisy to tell")
        return
    ratio = python / ours
    verdict = "ok" if ratio >= load.target else "short"
    if load.aim and ratio >= load.aim:
        verdict = "ok, aim reached"
    medians = f"{python_median / our_median:.2f}" if our_median > 0 else "?"
    row(load.what, f"{python:.0f} ns", f"{ours:.0f} ns", f"{ratio:.2f}", target, verdict, medians)


def memory(rivals):
    """Bytes a suspended task, by the peak of resident memory."""
    # `--until` stops both while all of the tasks wait.
    python, ours = rivals.least_per_unit("memory", 1_000, 101_000, peak, ("--until", "1"))
    row("memory per suspended task", f"{python:.0f} B", f"{ours:.0f} B", f"{python / ours:.2f}",
        "<= 600 B", "ok" if ours <= 600 else "short")


def trace_size(rivals):
    """Bytes of trace an event, by the peak of resident memory: nothing else grows from switch to
    switch, each of which is two events (a step ends, a step begins)."""
    ours, = rivals.least_per_unit("switch", 20, 4_020, peak, rivals=[rivals.on_coroscope])
    ours /= 2 * 1_000
    row("trace, an event of a switch", "", f"{ours:.1f} B", "", "<= 40 B",
        "ok" if ours <= 40 else "short")


def switch_crowd(rivals):
    """Coroscope against itself: a switch among 100,000 tasks against one among 1,000."""
    few, = rivals.least_per_unit("switch", 20, 1_020, seconds, rivals=[rivals.on_coroscope])
    many, = rivals.least_per_unit("switch_crowd", 1, 11, seconds, rivals=[rivals.on_coroscope])
    few, many = few / 1_000 * 1e9, many / 100_000 * 1e9
    if few <= 0 or many <= 0:
        row("a switch, 1,000 and 100,000 tasks", f"{few:.0f} ns", f"{many:.0f} ns", "?",
            "<= 1.5", "too noisy to tell")
        return
    row("switch, 1,000 | 100,000 (both ours)", f"{few:.0f} ns", f"{many:.0f} ns",
        f"{many / few:.2f}", "<= 1.5", "ok" if many / few <= 1.5 else "short")


def startup(rivals):
    """A three-line scenario against only importing asyncio."""
    path = HERE / "loads" / "startup.py"
    python, ours = [], []
    for _ in range(max(rivals.repeat, 9)):
        python.append(run([rivals.python, "-c", "import asyncio"]).seconds)
        ours.append(run([rivals.coroscope, "run", path]).seconds)
    first, second = min(python), min(ours)
    ratio = first / second if second else float("inf")
    row("start-up against import asyncio", f"{first * 1e3:.1f} ms", f"{second * 1e3:.1f} ms",
        f"{ratio:.2f}", ">= 5", "ok" if ratio >= 5 else "short")


def measure(rivals, name):
    for load in LOADS:
        if load.name == name:
            loop_or_language(rivals, load)
            return
    {"memory": memory, "trace": trace_size, "switch_crowd": switch_crowd,
     "startup": startup}[name](rivals)


def warn_of_load():
    load = os.getloadavg()[0]
    if load > os.cpu_count() * 0.5:
        print(f"warning: the machine is busy (load average {load:.1f} on {os.cpu_count()} "
              f"processors): expect noise\n")


def main():
    known = [load.name for load in LOADS] + OTHERS
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0],
                                     epilog="loads: " + " ".join(known))
    parser.add_argument("--coroscope", required=True, metavar="PATH")
    parser.add_argument("--python", default="/usr/bin/python3", metavar="PATH")
    parser.add_argument("--loads", default=",".join(known), metavar="A,B")
    parser.add_argument("--repeat", type=int, default=5, metavar="N")
    arguments = parser.parse_args()
    names = arguments.loads.split(",")
    for name in names:
        if name not in known:
            parser.error(f"no such load: {name} (there are {' '.join(known)})")

    warn_of_load()
    row("load", "CPython", "Coroscope", "ratio", "target", "", "medians")
    with tempfile.TemporaryDirectory() as folder:
        rivals = Rivals(arguments.python, os.path.abspath(arguments.coroscope), folder,
                        max(arguments.repeat, 1))
        for name in names:
            try:
                measure(rivals, name)
            except (Skipped, OSError) as reason:
                print(f"{name}: skipped: {reason}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
