#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails on an #include, or a library linked, that a room may not have.

The linker enforces the rooms only where a symbol is used, and the root of the tree is on every
include path; so this reads each file and holds its includes against ROOMS, which says the same as
the README.md of each room. `--self-test` shows that each rule can fail.
"""

import argparse
import pathlib
import re
import sys
import tempfile

# Libraries from outside, known by how their headers are named; the rest are the system's.
LIBRARIES = {
    "qcustomplot": re.compile(r"qcustomplot\.h$"),
    "qscintilla": re.compile(r"Qsci/"),
    "qt": re.compile(r"Q[A-Z]|Qt[A-Z]\w*/|q[a-z]+\.h$"),
    "toml": re.compile(r"toml\+\+/"),
    "fmt": re.compile(r"fmt/"),
    "boost": re.compile(r"boost/"),
    "utf8proc": re.compile(r"utf8proc\.h$"),
    "icu": re.compile(r"unicode/"),
    "nettle": re.compile(r"nettle/"),
    "pcre2": re.compile(r"pcre2\.h$"),
    "rapidjson": re.compile(r"rapidjson/"),
    "zlib": re.compile(r"zlib\.h$"),
    "minizip": re.compile(r"minizip/"),
    "giflib": re.compile(r"gif_lib\.h$"),
    "cli11": re.compile(r"CLI/"),
    "test libraries": re.compile(r"(gtest|gmock|benchmark|QtTest)(/|$)"),
}

# What looks at the world outside the run: the wall clock, the environment, files, processes.
WORLD = re.compile(r"(chrono|ctime|time\.h|filesystem|fstream|unistd\.h|sys/(time|stat|socket)\.h|dlfcn\.h)$")

# Turns moments that it is given into dates; it asks no clock for them.
CALENDAR = ("engine/loop/modules/time_module.cpp", "ctime")
ASKS_CLOCK = re.compile(r"\b(std::time|::time|std::clock|clock_gettime|localtime(_r)?)\s*\(\s*(nullptr|NULL|0)?")

# <cstdlib> and <cstdio> also have what is harmless.
ASKS_SYSTEM = re.compile(r"\b(?:std::)?(getenv|secure_getenv|system|popen|f?reopen|fopen|tmpfile)\s*\(")

DRAWS = {"app/style", "app/session", "app/bundle", "engine/trace", "engine/scenario", "engine"}

# room -> (the rooms it may use besides itself, the libraries, whether it may look at the world)
ROOMS = {
    "engine/scenario": (set(), {"toml", "fmt"}, True),
    "engine/language": ({"engine/scenario"}, {"fmt", "boost", "icu"}, False),
    "engine/freeze": ({"engine/language", "engine/scenario"}, {"fmt"}, True),
    "engine/runtime": ({"engine/language", "engine/scenario"}, {"fmt", "boost", "utf8proc", "icu", "nettle", "pcre2"}, False),
    "engine/trace": ({"engine/scenario"}, {"rapidjson", "fmt"}, False),
    "engine/loop": (
        {"engine/runtime", "engine/trace", "engine/language", "engine/scenario"},
        {"fmt", "boost"},
        False,
    ),
    "engine": (
        {"engine/loop", "engine/runtime", "engine/trace", "engine/language", "engine/scenario"},
        {"fmt", "boost"},
        False,
    ),
    "app/bundle": (set(), set(), False),
    "app/launch": (set(), set(), True),
    "app/output": ({"app/lesson", "engine/trace", "engine/scenario"}, {"fmt", "zlib"}, True),
    "app/lesson": ({"engine/scenario"}, {"fmt", "rapidjson", "minizip"}, False),
    "app/style": (set(), {"qt"}, True),
    "app/session": ({"app/bundle", "app/lesson", "engine", "engine/trace", "engine/scenario"}, {"qt", "fmt"}, True),
    "app/timeline": (DRAWS, {"qt", "qcustomplot", "fmt"}, True),
    "app/editor": (DRAWS, {"qt", "qscintilla", "fmt"}, True),
    "app/player": (DRAWS, {"qt", "fmt"}, True),
    "app/inspector": (DRAWS, {"qt", "fmt"}, True),
    "app/gallery": (DRAWS, {"qt", "fmt"}, True),
    "app/export": (DRAWS | {"app/timeline", "app/output", "app/lesson"}, {"qt", "fmt", "rapidjson", "giflib"}, True),
    "app/window": (
        DRAWS
        | {"app/timeline", "app/editor", "app/player", "app/inspector", "app/gallery", "app/export",
           "app/output"},
        {"qt", "fmt"},
        True,
    ),
    "app/cli": (
        {"app/bundle", "app/launch", "app/lesson", "app/output", "engine", "engine/trace", "engine/language",
         "engine/scenario"},
        {"cli11", "fmt"},
        True,
    ),
}

# How the CMake target of a library is called.
TARGETS = {
    "qcustomplot": re.compile(r"QCustomPlot"),
    "qscintilla": re.compile(r"coroscope_qscintilla$"),
    "qt": re.compile(r"Qt6::"),
    "utf8proc": re.compile(r"coroscope_utf8proc$"),
    "nettle": re.compile(r"coroscope_nettle$"),
    "pcre2": re.compile(r"coroscope_pcre2$"),
    "toml": re.compile(r"coroscope_toml$"),
    "fmt": re.compile(r"fmt::"),
    "boost": re.compile(r"Boost::"),
    "rapidjson": re.compile(r"coroscope_rapidjson$"),
    "zlib": re.compile(r"ZLIB::"),
    "minizip": re.compile(r"coroscope_minizip$"),
    "giflib": re.compile(r"GIF::"),
    "cli11": re.compile(r"CLI11::"),
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    """The room that a path (rooted at the top of the tree) lies in, or None."""
    parts = path.split("/")
    for length in range(len(parts) - 1, 0, -1):
        room = "/".join(parts[:length])
        if room in ROOMS:
            return room
    return None


def complaint(room, quote, target):
    """Why `room` may not include `target`, or None."""
    rooms, libraries, may_see_world = ROOMS[room]
    if quote == '"':
        if "/" not in target:
            return "is not rooted at the top of the tree"
        other = room_of(target)
        if other is None:
            return "lies in no room"
        return None if other == room or other in rooms else f"{room} may not use {other}"
    if target.startswith(("engine/", "app/", "tests/")):
        return "is ours: write it in quotes"
    for name, pattern in LIBRARIES.items():
        if pattern.match(target):
            return None if name in libraries else f"{room} may not use {name}"
    if not may_see_world and WORLD.match(target):
        return f"{room} may not look at the world outside the run"
    return None


def linked(room, text):
    """What is wrong with the targets that a room's CMakeLists.txt names after DEPENDS."""
    rooms, libraries, _ = ROOMS[room]
    for call in re.finditer(r"coroscope_room\(\w+[^)]*?\bDEPENDS\b([^)]*)\)", text):
        for target in call[1].split():
            name = next((name for name, one in TARGETS.items() if one.match(target)), None)
            if name:
                if name not in libraries:
                    yield f"{room} may not link {target}"
            elif target.startswith("coroscope_"):
                name = target.removeprefix("coroscope_")
                others = {one for one in ROOMS if one.split("/")[-1] == name}
                if not others & rooms:
                    yield f"{room} may not link {target}"


def check(root):
    """All that is wrong below `root`, a line each."""
    found = []
    for top in ("engine", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp") or not file.is_file():
                continue
            path = file.relative_to(root).as_posix()
            room = room_of(path)
            if room is None:
                # app/*.cpp are the mains: they put the rooms together, and may know all of them.
                if path.count("/") > 1:
                    found.append(f"{path}:1: lies in no room known to tests/architecture")
                continue
            text = file.read_text(encoding="utf-8")
            for match in INCLUDE.finditer(text):
                why = complaint(room, match[1], match[2])
                if why and (path, match[2]) == CALENDAR and not ASKS_CLOCK.search(text):
                    continue
                if why:
                    line = text.count("\n", 0, match.start(2)) + 1
                    found.append(f"{path}:{line}: #include {match[1]}{match[2]}: {why}")
            if not ROOMS[room][2]:
                for match in ASKS_SYSTEM.finditer(text):
                    line = text.count("\n", 0, match.start()) + 1
                    found.append(f"{path}:{line}: {match[1]}: {room} may not look at the world outside the run")
    for room in ROOMS:
        rules = root / room / "CMakeLists.txt"
        if rules.is_file():
            text = rules.read_text(encoding="utf-8")
            found += [f"{room}/CMakeLists.txt: {why}" for why in linked(room, text)]
        if (root / room).is_dir() and not (root / room / "README.md").is_file():
            found.append(f"{room}: has no README.md")
    return found


def self_test():
    """Builds small trees, each with one fault, and expects it to be found."""
    cases = [
        ("engine/language/lexer.cpp", '#include "engine/runtime/value.h"', "may not use engine/runtime"),
        ("engine/runtime/vm.cpp", 'auto home = std::getenv("HOME");', "may not look at the world"),
        ("engine/runtime/vm.cpp", '#include "engine/loop/task.h"', "may not use engine/loop"),
        ("engine/trace/trace.h", '#include "engine/runtime/value.h"', "may not use engine/runtime"),
        ("engine/loop/task.cpp", '#include "engine/simulation.h"', "may not use engine"),
        ("engine/loop/modules/time.cpp", "#include <QString>", "may not use qt"),
        ("engine/simulation.cpp", '#include "app/session/session.h"', "may not use app/session"),
        ("engine/runtime/vm.cpp", "#  include <chrono>", "outside the run"),
        ("engine/trace/write_json.cpp", "#include <boost/asio.hpp>", "may not use boost"),
        ("app/editor/editor.cpp", '#include "app/timeline/lane_model.h"', "may not use app/timeline"),
        ("app/session/session.h", "#include <qcustomplot.h>", "may not use qcustomplot"),
        ("app/player/player.cpp", '#include "engine/runtime/value.h"', "may not use engine/runtime"),
        ("app/timeline/plot.cpp", '#include "app/window/main_window.h"', "may not use app/window"),
        ("app/cli/run.cpp", "#include <QApplication>", "may not use qt"),
        ("app/cli/run.cpp", '#include "app/export/export.h"', "may not use app/export"),
        ("app/cli/run.cpp", '#include "cli.h"', "not rooted"),
        ("app/unknown/thing.cpp", "#include <vector>", "no room"),
        ("engine/trace/trace.h", "#include <engine/trace/ids.h>", "in quotes"),
        ("engine/trace/CMakeLists.txt", "coroscope_room(trace DEPENDS coroscope_loop)", "may not link"),
        ("engine/loop/CMakeLists.txt", "coroscope_room(loop DEPENDS Qt6::Core)", "may not link Qt6::Core"),
    ]
    allowed = [
        ("engine/runtime/vm.cpp", '#include "engine/language/code_object.h"\n#include <vector>'),
        ("engine/scenario/header.cpp", "#include <toml++/toml.h>\n#include <fstream>"),
        ("app/timeline/plot.cpp", '#include <qcustomplot.h>\n#include "engine/trace/trace.h"'),
        ("app/main.cpp", '#include "app/cli/cli.h"'),
        ("app/editor/CMakeLists.txt", "coroscope_room(editor QT DEPENDS coroscope_session Qt6::Widgets)"),
    ]
    failures = 0
    for path, text, expected in cases + [(path, text, None) for path, text in allowed]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            file = root / path
            file.parent.mkdir(parents=True)
            room = room_of(path)
            if room:
                (root / room / "README.md").write_text("A room.\n", encoding="utf-8")
                if room.startswith("engine/"):
                    (root / "engine" / "README.md").write_text("A room.\n", encoding="utf-8")
            file.write_text("#pragma once\n" + text + "\n", encoding="utf-8")
            found = [one for one in check(root) if not one.endswith("has no README.md")]
        right = not found if expected is None else len(found) == 1 and expected in found[0]
        if not right:
            failures += 1
            print(f"{path} with {text!r}: expected {expected!r}, found {found}")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "engine" / "trace").mkdir(parents=True)
        if "engine/trace: has no README.md" not in check(pathlib.Path(folder)):
            failures += 1
            print("a room without README.md was not found")
    print(f"{len(cases) + len(allowed) + 1} rules tried, {failures} wrong")
    return failures == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path)
    parser.add_argument("--self-test", action="store_true")
    arguments = parser.parse_args()
    if arguments.self_test:
        sys.exit(0 if self_test() else 1)
    root = arguments.root or pathlib.Path(__file__).resolve().parents[2]
    found = check(root)
    print("\n".join(found) if found else "Every room includes only what it may.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
