"""Tracebacks that show the scenario's own frames and no others."""

import os
import sys
import traceback
import types
from asyncio import format_helpers


def install(folders):
    """`folders` hold the scenario's code; every other frame is left out."""
    own = tuple(os.path.join(os.path.abspath(f), "") for f in folders)
    library = os.path.join(os.path.dirname(os.path.abspath(__file__)), "")

    def is_own(code):
        return is_own_file(code.co_filename)

    def only_own(walk):
        def walk_own(*args):
            for row in walk(*args):
                if is_own(row[0].f_code):
                    yield row
        return walk_own

    # Debug mode remembers where objects were made, whoever made them (but for the
    # frames of this runner, which would count for its depth); what is printed of
    # that are the scenario's own frames.
    walk_everything = traceback.walk_stack

    def walk_all(frame):
        for row in walk_everything(frame):
            if not row[0].f_code.co_filename.startswith(library):
                yield row

    format_helpers.traceback = types.SimpleNamespace(
        StackSummary=traceback.StackSummary, walk_stack=walk_all)
    format_all = traceback.format_list

    def format_own(entries):
        own_entries = [e for e in entries if is_own_file(
            e.filename if isinstance(e, traceback.FrameSummary) else e[0])]
        return format_all(own_entries)

    def is_own_file(name):
        if name == "<string>":
            return True  # what dataclasses wrote for the scenario
        name = os.path.abspath(name)
        return name.startswith(own) and not name.startswith(library)

    traceback.format_list = format_own

    # What logging and the traceback module print.
    for name in ("walk_tb", "walk_stack", "_walk_tb_with_full_positions"):
        setattr(traceback, name, only_own(getattr(traceback, name)))
    walk_own_stack = traceback.walk_stack

    def walk_stack(frame):  # C tasks call traceback.extract_stack from asyncio's own code
        module = frame.f_globals.get("__name__", "") if frame else ""
        return (walk_all if module.startswith("asyncio.") else walk_own_stack)(frame)

    traceback.walk_stack = walk_stack

    # What the interpreter prints when the program dies.
    def excepthook(kind, error, tb):
        _strip(error, is_own, set())
        sys.__excepthook__(kind, error, error.__traceback__)

    sys.excepthook = excepthook


LEFT_OUT = "_frames_left_out"


def _without_foreign(tb, is_own):
    while tb is not None and not is_own(tb.tb_frame.f_code):
        tb = tb.tb_next
    if tb is not None:
        tb.tb_next = _without_foreign(tb.tb_next, is_own)
    return tb


def _strip(error, is_own, seen):
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    # The frames left out live as long as the error does, as in a plain run.
    vars(error)[LEFT_OUT] = frames = []
    entry = error.__traceback__
    while entry is not None:
        frames.append(entry.tb_frame)
        entry = entry.tb_next
    error.__traceback__ = _without_foreign(error.__traceback__, is_own)
    _strip(error.__cause__, is_own, seen)
    _strip(error.__context__, is_own, seen)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            _strip(part, is_own, seen)
