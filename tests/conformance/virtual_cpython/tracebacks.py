"""Tracebacks that show the scenario's own frames and no others."""

import os
import sys
import traceback


def install(folders):
    """`folders` hold the scenario's code; every other frame is left out."""
    own = tuple(os.path.join(os.path.abspath(f), "") for f in folders)
    library = os.path.join(os.path.dirname(os.path.abspath(__file__)), "")

    def is_own(code):
        name = os.path.abspath(code.co_filename)
        return name.startswith(own) and not name.startswith(library)

    def only_own(walk):
        def walk_own(*args):
            for row in walk(*args):
                if is_own(row[0].f_code):
                    yield row
        return walk_own

    # What logging and the traceback module print.
    for name in ("walk_tb", "walk_stack", "_walk_tb_with_full_positions"):
        setattr(traceback, name, only_own(getattr(traceback, name)))

    # What the interpreter prints when the program dies.
    def excepthook(kind, error, tb):
        tb = _without_foreign(tb, is_own)
        _strip(error, is_own, set())
        sys.__excepthook__(kind, error.with_traceback(tb), tb)

    sys.excepthook = excepthook


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
    error.__traceback__ = _without_foreign(error.__traceback__, is_own)
    _strip(error.__cause__, is_own, seen)
    _strip(error.__context__, is_own, seen)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            _strip(part, is_own, seen)
