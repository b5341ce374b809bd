"""Loading a scenario and running it as the main program."""

import os
import sys
import tomllib
import types

CANNOT_RUN_STATUS = 2


def read_header(text):
    """The TOML of the `# /// coroscope` block, or {} where there is none."""
    lines = iter(text.splitlines())
    for line in lines:
        if line.rstrip() == "# /// coroscope":
            break
    body = []
    for line in lines:
        if line.rstrip() == "# ///":
            return tomllib.loads("\n".join(body))
        if not line.startswith("#"):
            break
        body.append(line[2:])
    return {}


def run(path, *, steps=None, root=None, seed=None):
    """Run the file at `path`; its exceptions and exits pass through.

    Meant to be the last thing that an interpreter does: what the program
    left behind dies in the interpreter's own end, as in a plain run.
    """
    from . import clock, loop, ordered, recorder, threads, tracebacks
    import atexit
    import gc
    import random

    with open(path, "rb") as file:
        source = file.read()
    code = _compiled(source, os.path.abspath(path))
    if seed is None:
        seed = read_header(source.decode("utf-8", "replace")).get("seed", 0)

    virtual_clock = clock.Clock()
    listing = recorder.Recorder(steps, virtual_clock)
    clock.install(virtual_clock)
    loop.install(virtual_clock, listing, threads.install(virtual_clock, listing))
    ordered.order_all_tasks(listing.birth)

    folder = os.path.dirname(os.path.abspath(path))
    folders = [folder] + ([os.path.abspath(root)] if root else [])
    tracebacks.install(folders)
    sys.path[:1] = folders
    sys.argv = [path]

    sys.stdout = sys.__stdout__ = recorder.RecordedStdout(
        sys.stdout.detach(), listing)
    atexit.register(listing.finish)
    _keep_output_at_once(listing)

    main = types.ModuleType("__main__")
    main.__file__ = os.path.abspath(path)
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    random.seed(seed)
    gc.collect()
    gc.set_threshold(0)  # when a collection comes is nobody's promise: here at the end alone
    exec(code, main.__dict__)


def _keep_output_at_once(listing):
    """os._exit leaves nothing unsaid, as on a terminal: how much of its output a program loses by it
    otherwise depends on what stdout is."""
    main, leave = os.getpid(), os._exit

    def _exit(status):
        if os.getpid() == main:
            listing.finish()
            sys.stdout.flush()
        leave(status)

    os._exit = _exit


def _compiled(source, name):
    """The code object; where CPython has none, Coroscope's form of saying so."""
    try:
        return compile(source, name, "exec", dont_inherit=True)
    except SyntaxError as error:
        line, column = error.lineno or 1, error.offset or 1
        kind = type(error).__name__
        print(f"{name}:{line}:{column}: error: {kind}: {error.msg}",
              file=sys.stderr)
        print((error.text or "").rstrip("\n"), file=sys.stderr)
        print(" " * (column - 1) + "^", file=sys.stderr)
        sys.exit(CANNOT_RUN_STATUS)
