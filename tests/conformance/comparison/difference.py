"""The first difference between two outcomes, in words."""

import itertools
import json
import re

# What a sanitized build says once when worker threads get stacks of their own.
SANITIZER_REMARK = "WARNING: ASan doesn't fully support makecontext/swapcontext"
CANNOT_RUN, DEADLOCK = 2, 3  # exit statuses with a stderr of their own


def differences(reference, coroscope, stderr="last"):
    """A list of (kind, explanation), empty where the two runs are equal.

    `stderr` says how much of it counts: `none`, `last` non-empty line, `full`.
    """
    found = []
    if reference.status != coroscope.status:
        found.append(("status", _two(_status(reference), _status(coroscope))
                      + _tail("Coroscope's stderr", coroscope.stderr)))
    if reference.stdout != coroscope.stdout:
        found.append(("stdout", _first_line(
            reference.stdout.decode("utf-8", "replace").splitlines(True),
            coroscope.stdout.decode("utf-8", "replace").splitlines(True))))
    if _rows(reference.steps) != _rows(coroscope.steps):
        found.append(("steps", _first_line(
            _rows(reference.steps), _rows(coroscope.steps))))
    if not found and stderr != "none":
        ours = _counted_stderr(reference, stderr)
        theirs = _counted_stderr(coroscope, stderr)
        if ours != theirs and not (
                stderr == "last" and _same_in_another_order(reference, coroscope)):
            found.append(("stderr", _first_line(ours, theirs)))
    return found


def _rows(steps):
    """Listing lines in one spelling; a null or missing exception is one."""
    rows = []
    for step in steps:
        if step.get("exception") is None:
            step = {k: v for k, v in step.items() if k != "exception"}
        rows.append(json.dumps(step, ensure_ascii=False, sort_keys=True))
    return rows


def _counted_stderr(outcome, how):
    lines = [_normal(line) for line in _without_other_frames(outcome.stderr.splitlines())
             if line.strip() and SANITIZER_REMARK not in line]
    if outcome.status == DEADLOCK:
        return []  # Coroscope's own words
    if outcome.status == CANNOT_RUN:
        return [re.sub(r":\d+(: error: .*indent)", r"\1", line)
                for line in lines[:1]]  # CPython marks no column there
    return lines if how == "full" else lines[-1:]


def _same_in_another_order(reference, coroscope):
    """Is each one's last line among the other's?

    What is only found when the interpreter ends (tasks destroyed while
    pending, exceptions never retrieved) is reported in the order of the
    collector's lists, which hangs on when it happened to run before: the same
    program prints it in one order or another. How far a task has come by then
    hangs on it too: whether its coroutine was closed before, or what it awaits.
    """
    ours, theirs = ([_without_state(line) for line in _counted_stderr(each, "full")]
                    for each in (reference, coroscope))
    return bool(ours and theirs) and ours[-1] in theirs and theirs[-1] in ours


def _without_state(line):
    """Of a task only its name."""
    found = TASK.match(line)
    return found[1] if found else line


def _normal(line):
    line = re.sub(r"0x[0-9a-f]+", "0x…", line)
    return re.sub(r"[^\s\"'(]*/(?=[^/\s]+\.py\b)", "", line).rstrip()


TASK = re.compile(r"task: <.*? (name='[^']*')")
FRAME = re.compile(r'\s*File "([^"]*)", line \d+')
# What the interpreter prints by itself still shows asyncio's frames and the runner's.
NOT_THE_SCENARIOS = re.compile(r"/usr/lib/python3|.*/(virtual_cpython/|reference\.py$)")


def _without_other_frames(lines):
    """Leaves out the frames that are not the scenario's, and the title of a traceback that has
    none left."""
    kept, inside = [], False
    for line in lines:
        frame = FRAME.match(line)
        if frame:
            inside = bool(NOT_THE_SCENARIOS.match(frame[1]))
        elif not line.startswith("    "):
            inside = False
        if not inside:
            kept.append(line)
    return [line for line, after in itertools.zip_longest(kept, kept[1:], fillvalue="")
            if not line.startswith("Traceback (most recent") or FRAME.match(after)]


def _first_line(ours, theirs):
    pairs = itertools.zip_longest(ours, theirs, fillvalue="(nothing more)")
    for number, (one, other) in enumerate(pairs, 1):
        if one != other:
            return f"    line {number}\n" + _two(
                *_around_the_difference(_show(one), _show(other)))
    return "    (equal line by line)"


def _show(line):
    return line if line.startswith(("{", "(")) else repr(line)


def _around_the_difference(one, other, before=70, width=170):
    """Both cut to a window, where they are long, that shows the difference."""
    same = sum(1 for _ in itertools.takewhile(
        lambda pair: pair[0] == pair[1], zip(one, other)))
    start = max(0, same - before) if max(len(one), len(other)) > width else 0

    def cut(text):
        return (("…" if start else "") + text[start:start + width]
                + ("…" if len(text) > start + width else ""))
    return cut(one), cut(other)


def _two(one, other):
    return f"      CPython    {one}\n      Coroscope  {other}"


def _status(outcome):
    killed = "  (killed by a signal)" if outcome.status < 0 else ""
    return f"exit status {outcome.status}{killed}"


def _tail(title, text, count=6):
    lines = [line for line in text.splitlines() if line.strip()][-count:]
    return "".join(f"\n      {title}: {line}" for line in lines)
