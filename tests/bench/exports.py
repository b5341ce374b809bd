"""Compares what exports take with the least that could be taken.

usage: exports.py --coroscope PATH --one-line-svg PATH [--repeat N]

A bundled scenario as SVG against a Qt program that starts offscreen and writes
one line of text as SVG; a run of a million events as trace JSON, the run
included, against `cat`, which copies the finished file, and how much more
memory that takes than a run of a tenth. All are whole processes that take turns
(A B A B). Where both compute, the quickest run's processor time counts, since
what else the machine does only adds to it; where `cat` only copies, the median
of the time by the wall.

The status is 0 whatever the result: this is a report, not a test.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from ratios import HERE, LIMITS, Skipped, row, run, scenario, warn_of_load

SCENARIOS = HERE.parent.parent / "scenarios"


def taken(repeat, choose, measure, *commands):
    """What `choose` makes of all that `measure` says of each command, in turns."""
    kept = [[] for _ in commands]
    for _ in range(repeat):
        for command, results in zip(commands, kept):
            results.append(measure(run(command)))
    return [choose(results) for results in kept]


def figures(options, folder):
    """Each bundled scenario as SVG; the one that takes longest is what counts."""
    slowest = None
    for path in sorted(SCENARIOS.glob("*/*.py")):
        if path.name.startswith("_"):
            continue
        least, ours = taken(
            max(options.repeat, 9), min, lambda usage: usage.seconds,  # short, and so easily disturbed
            [options.one_line_svg, folder / "least.svg"],
            [options.coroscope, "export", path, "-o", folder / "ours.svg"])
        slowest = max(slowest or (0,), (ours / least, path.stem, least, ours))
    ratio, name, least, ours = slowest
    row(f"SVG, one line | {name}", f"{least * 1e3:.0f} ms", f"{ours * 1e3:.0f} ms",
        f"{ratio:.2f}", "<= 2", "ok" if ratio <= 2 else "short")


def trace(options, folder):
    """A switch is two events: 500,000 of them."""
    finished = folder / "run.json"

    def export(size):
        return [options.coroscope, "export", *LIMITS, scenario(folder, "switch", size),
                "-o", finished]

    small, = taken(1, min, lambda usage: usage.peak_bytes, export(50))
    large, = taken(1, min, lambda usage: usage.peak_bytes, export(500))
    copied, ours = taken(
        options.repeat, statistics.median, lambda usage: usage.elapsed,
        ["sh", "-c", 'cat "$0" > "$1"', finished, folder / "copy.json"], export(500))
    size = finished.stat().st_size / 1e6
    row(f"trace JSON of {size:.0f} MB, cat | export", f"{copied * 1e3:.0f} ms",
        f"{ours * 1e3:.0f} ms", f"{ours / copied:.1f}", "<= 10",
        "ok" if ours <= 10 * copied else "short")
    row("memory of that, a tenth | all of it", f"{small / 1e6:.0f} MB", f"{large / 1e6:.0f} MB",
        "", "", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--coroscope", required=True, metavar="PATH", type=lambda name: Path(name).absolute())
    parser.add_argument("--one-line-svg", required=True, metavar="PATH", type=lambda name: Path(name).absolute())
    parser.add_argument("--repeat", type=int, default=5, metavar="N")
    options = parser.parse_args()
    warn_of_load()
    row("export", "least", "Coroscope", "ratio", "target", "")
    for measure in (figures, trace):
        with tempfile.TemporaryDirectory() as folder:
            try:
                measure(options, Path(folder))
            except (Skipped, OSError) as reason:
                print(f"{measure.__name__}: skipped: {reason}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
