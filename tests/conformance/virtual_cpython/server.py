"""Runs many scenarios from one warm interpreter, a forked child for each."""

import gc
import json
import os
import signal
import sys

TIME_LIMIT = 20  # real seconds a scenario may take


def serve():
    """Answer requests until standard input ends, then return None.

    A request names `file` and the files `stdout`, `stderr` and `steps` to
    write; the answer is its exit status, negative for a signal. In the forked
    child, which then is to run the scenario and end as an interpreter does,
    this returns the request.
    """
    _warm_up()
    gc.collect()
    gc.freeze()  # the children need not look through what is warm already
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    for line in iter(sys.stdin.readline, ""):
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            answers.close()
            signal.alarm(TIME_LIMIT)
            _redirect(os.devnull, 0, os.O_RDONLY)
            _redirect(request.pop("stdout"), 1)
            _redirect(request.pop("stderr"), 2)
            return request
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), file=answers)
    return None


def _warm_up():
    """Import now what each child would import before its scenario begins."""
    from . import clock, loop, recorder, shared_things, tracebacks  # noqa: F401
    import concurrent.futures.process  # noqa: F401


def _redirect(path, descriptor, flags=os.O_WRONLY | os.O_CREAT | os.O_TRUNC):
    opened = os.open(path, flags, 0o644)
    os.dup2(opened, descriptor)
    os.close(opened)
