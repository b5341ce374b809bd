#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole lesson with the real program on a real (virtual) screen.

Starts Xvfb and a window manager, and drives the program with xdotool as a
teacher would: choose a lesson in the gallery, play it, step back, turn a
number, see the timeline change, save, quit, open the file again. What is
checked is what can be seen from outside: the window's title, the pixels, the
file on disk, the exit status.

    lesson.py PROGRAM [--keep FOLDER]     --keep saves the screenshots there

Exit status 77: a tool is missing, nothing was tested.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 720
PATIENCE = 30.0
TOOLS = ("Xvfb", "openbox", "xdotool", "import", "compare")


class Screen:
    """An X server of its own with a window manager."""

    def __init__(self, home):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        self.environment = {
            **os.environ, "DISPLAY": f":{number}", "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
            "XDG_RUNTIME_DIR": str(home), "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        self.manager = subprocess.Popen(["openbox"], env=self.environment,
                                        stderr=subprocess.DEVNULL)

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()

    def do(self, *arguments):
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.strip()

    def shot(self, path):
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)
        return path


def wait_for(what, condition):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.1)
    raise AssertionError(f"waited in vain for {what}")


def difference(one, other):
    """The number of pixels that differ."""
    result = subprocess.run(["compare", "-metric", "AE", "-fuzz", "4%", str(one), str(other),
                             "null:"], text=True, stderr=subprocess.PIPE)
    return int(float(result.stderr.split()[0]))


class Program:
    def __init__(self, screen, command):
        self.screen = screen
        self.process = subprocess.Popen(command, env=screen.environment, stderr=subprocess.DEVNULL)
        self.window = wait_for("the window", lambda: screen.do(
            "search", "--onlyvisible", "--name", "Coroscope").split("\n")[-1])
        screen.do("windowmove", self.window, 0, 0)
        screen.do("windowsize", self.window, WIDTH, HEIGHT)
        screen.do("windowfocus", "--sync", self.window)
        time.sleep(0.5)

    def title(self):
        return self.screen.do("getwindowname", self.window)

    def keys(self, *names):
        for name in names:
            self.screen.do("key", "--clearmodifiers", name)
            time.sleep(0.15)

    def type(self, text):
        # xdotool's newline is no Return key.
        first, *others = text.split("\n")
        self.screen.do("type", "--delay", 30, first)
        for line in others:
            self.keys("Return")
            self.screen.do("type", "--delay", 30, line)
        time.sleep(0.3)

    def wait_title(self, part):
        wait_for(f"{part!r} in the title, which is {self.title()!r}",
                 lambda: part in self.title())

    def quit(self):
        self.keys("ctrl+q")
        return self.process.wait(timeout=PATIENCE)


def lesson(screen, command, folder, shots):
    program = Program(screen, command)
    program.wait_title("three_sleepers.py")

    # From the gallery.
    program.keys("ctrl+g")
    program.type("deadlock")
    gallery = screen.shot(shots / "1-gallery.png")
    program.keys("Return")
    program.wait_title("deadlock.py")
    begin = screen.shot(shots / "2-opened.png")
    assert difference(gallery, begin) > 20_000, "the gallery did not give way to the lesson"

    # Play, and step back.
    program.keys("plus", "plus", "plus", "plus", "plus", "space")
    wait_for("the playhead to move", lambda: difference(
        begin, screen.shot(shots / "3-played.png")) > 2_000)
    program.keys("End")
    end = screen.shot(shots / "4-end.png")
    program.keys("Left")
    assert difference(end, screen.shot(shots / "5-back.png")) > 200, "stepping back shows nothing"

    # Edit a number: a program of one sleep, whose second becomes three.
    program.keys("ctrl+n")
    program.wait_title("untitled.py")
    program.keys("ctrl+1", "ctrl+a")
    program.type("import asyncio\nasyncio.run(asyncio.sleep(1))")
    program.keys("ctrl+2", "End")
    time.sleep(1)
    one = screen.shot(shots / "6-one-second.png")
    program.keys("ctrl+1", "ctrl+End", "Left", "Left", "BackSpace")
    program.type("3")
    program.keys("ctrl+2", "End")
    wait_for("the timeline to follow", lambda: difference(
        one, screen.shot(shots / "7-three-seconds.png")) > 500)

    # Save, quit, open again.
    file = folder / "lesson.py"
    program.keys("ctrl+s")
    wait_for("the dialog", lambda: screen.do("getactivewindow") not in ("", program.window))
    time.sleep(1)
    program.keys("ctrl+a")
    program.type(str(file))
    program.keys("Return")
    wait_for("the file", file.exists)
    text = "import asyncio\nasyncio.run(asyncio.sleep(3))"
    wait_for("its text", lambda: file.read_text().strip() == text)
    program.wait_title("lesson.py")
    assert program.quit() == 0, "quitting failed"

    again = Program(screen, [*command, str(file)])
    again.wait_title("lesson.py")
    screen.shot(shots / "8-again.png")
    assert again.quit() == 0, "quitting failed the second time"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--keep")
    arguments = parser.parse_args()
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print("not tested, for want of", ", ".join(missing))
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shots = pathlib.Path(arguments.keep) if arguments.keep else folder
        shots.mkdir(parents=True, exist_ok=True)
        screen = Screen(folder)
        try:
            lesson(screen, [arguments.program], folder, shots)
        finally:
            screen.close()
    print("the lesson went well")
    return 0


if __name__ == "__main__":
    sys.exit(main())
