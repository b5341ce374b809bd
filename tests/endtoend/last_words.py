#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was typed a moment before the session ends is not lost.

Types into the real program and ends it, before any safety copy is due, by the
signals that a logout sends: it must end by that signal, and leave a copy of
the last word.

    last_words.py PROGRAM

Exit status 77: a tool is missing, nothing was tested.
"""
import json
import pathlib
import shutil
import signal
import sys
import tempfile

from lesson import PATIENCE, TOOLS, Program, Screen


def copies(home):
    return [json.loads(file.read_text())["text"] for file in home.glob("data/**/unsaved/*.json")]


def end_by(number, screen, program, home):
    file = home / f"{number.name}.py"
    file.write_text("x = 1\n")
    running = Program(screen, [program, str(file)])
    running.wait_title(file.name)
    running.keys("ctrl+1", "ctrl+Home")
    screen.do("type", "--delay", 20, f"# {number.name}")
    running.process.send_signal(number)
    status = running.process.wait(timeout=PATIENCE)
    assert status == -number, f"ended by {status}, not by {number.name}"
    assert any(number.name in text for text in copies(home)), f"{number.name}: no copy is left"


def main():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print("not tested, for want of", ", ".join(missing))
        return 77
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        screen = Screen(home)
        try:
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                end_by(number, screen, sys.argv[1], home)
        finally:
            screen.close()
    print("the last words were kept")
    return 0


if __name__ == "__main__":
    sys.exit(main())
