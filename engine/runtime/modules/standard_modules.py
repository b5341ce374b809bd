#!/usr/bin/env python3
"""Writes standard_modules.cpp: what CPython 3.11's own modules hold.

Usage: /usr/bin/python3 -B standard_modules.py > standard_modules.cpp
"""
import importlib
import sys

MODULES = """
__future__ abc argparse array ast asyncio asyncio.base_events asyncio.base_futures asyncio.constants
asyncio.coroutines asyncio.events asyncio.exceptions asyncio.futures asyncio.locks asyncio.log
asyncio.queues asyncio.runners asyncio.streams asyncio.subprocess asyncio.taskgroups asyncio.tasks
asyncio.threads asyncio.timeouts asyncio.transports atexit base64 bisect builtins calendar cmath
codecs collections collections.abc concurrent concurrent.futures contextlib contextvars copy copyreg csv
dataclasses datetime decimal difflib dis enum errno fnmatch fractions functools gc glob graphlib hashlib
heapq hmac html importlib inspect io ipaddress itertools json json.decoder json.encoder keyword
linecache locale logging
logging.handlers math multiprocessing numbers operator os os.path pathlib pickle platform pprint
queue random re reprlib sched secrets select shlex shutil signal socket sqlite3 stat statistics string
struct subprocess sys tempfile textwrap threading time timeit token tokenize traceback tracemalloc
types typing unicodedata unittest urllib uuid warnings weakref zlib zoneinfo
""".split()

WIDTH = 96


def rows():
    for name in sorted(MODULES):
        module = importlib.import_module(name)
        file = getattr(module, "__file__", None) or ""
        names = sorted(each for each in dir(module) if not each.startswith("_") and each.isascii())
        yield name, file if file.endswith(".py") else "", names


def literal(names):
    """The names as string literals of limited width, each ended by a blank."""
    line = ""
    for name in names:
        if len(line) + len(name) + 8 > WIDTH:
            yield line
            line = ""
        line += name + " "
    yield line


print("""// Made by standard_modules.py from CPython 3.11. Do not edit.
#include "engine/runtime/modules/standard_modules.h"

namespace coroscope::runtime {

std::span<const StandardModule> standardModules() {
    // clang-format off
    static constexpr StandardModule kModules[] = {""")
for name, file, names in rows():
    print(f'        {{"{name}", "{file}",')
    lines = list(literal(names))
    for at, line in enumerate(lines):
        print(f'         "{line}"' + ("}," if at + 1 == len(lines) else ""))
print("""    };
    // clang-format on
    return kModules;
}

std::string_view standardLibrary() {
    // clang-format off
    return""")
print("\n".join(f'        "{line}"' for line in literal(sorted(sys.stdlib_module_names))) + ";")
print("""    // clang-format on
}

}  // namespace coroscope::runtime""")
