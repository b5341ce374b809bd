#!/usr/bin/python3
"""No scenario opens a file, a socket or a process: proved by strace. See README.md.

    hostile_test.py COROSCOPE [unittest's arguments]
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

COROSCOPE = os.path.abspath(sys.argv.pop(1))
PROGRAMS = pathlib.Path(__file__).resolve().parent / "programs"
HARMLESS = PROGRAMS / "harmless.py"
SKIPPED = 77
CANNOT_RUN = 2

# What strace calls them: whatever takes a file's name, a descriptor of the network, or makes a
# process; and the calls by which signals and changes of rights are sent.
TRACED = "%file,%network,%process,kill,tkill,tgkill,ioctl,ptrace,memfd_create,pipe,pipe2,io_uring_setup," \
         "setuid,setgid,setsid,chroot,mount,unshare,setns,fcntl,flock,truncate,ftruncate,write,writev,pwrite64"
CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
READ_ONLY = re.compile(r"\bO_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\b")
LOOKS = {"openat", "open", "stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2",
         "readlink", "readlinkat"}
DRIFTING = re.compile(r"0x[0-9a-f]+|\b\d+\b")  # addresses, numbers of processes, sizes


class Call:
    def __init__(self, name, rest):
        self.name = name
        self.rest = rest
        paths = re.findall(r'"((?:[^"\\]|\\.)*)"', rest)
        self.path = paths[0] if paths and name in LOOKS else None

    def shape(self):
        """What two runs of one program have in common."""
        return self.name, self.path if self.path is not None else DRIFTING.sub("#", self.rest.split('"')[0])

    def only_looks_into(self, folder):
        return (self.path is not None and not READ_ONLY.search(self.rest)
                and os.path.abspath(self.path).startswith(str(folder)))

    def writes_to_standard_streams(self):
        return self.name in ("write", "writev") and self.rest[:2] in ("1,", "2,")

    def __str__(self):
        return f"{self.name}({self.rest}"


def calls(program, log):
    """The system calls of one run of `program`, and how it ended."""
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "256", "-e", "trace=" + TRACED, "-e", "signal=none", "-o", str(log),
         COROSCOPE, "run", str(program)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
        env={"PATH": "/usr/bin:/bin", "ASAN_OPTIONS": "detect_leaks=0"})
    found = [Call(*match.groups()) for line in log.read_text(errors="replace").splitlines()
             if (match := CALL.match(line))]
    return found, done


class Sandbox(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.log = pathlib.Path(cls.folder.name) / "log"
        found, done = calls(HARMLESS, cls.log)
        cls.harmless = {call.shape() for call in found}
        assert done.returncode == 0 and done.stdout == "harmless\n", done

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def check(self, program):
        # That much is refused before the start is no proof: what is not seen there has to be refused, too.
        found, done = calls(program, self.log)
        self.assertGreaterEqual(done.returncode, 0, "it crashed: " + done.stderr[-500:])
        self.assertNotEqual(done.returncode, CANNOT_RUN, "it never began: " + done.stderr[-500:])
        self.assertNotIn("got out", done.stdout)
        bad = [str(call) for call in found
               if call.shape() not in self.harmless and not call.writes_to_standard_streams()
               and not call.only_looks_into(PROGRAMS)]
        self.assertEqual(bad, [], f"{program.name} made calls that a harmless program does not make")

    def test_the_test_notices_a_call_that_is_made(self):
        """The same trace of CPython running a hostile program is full of such calls."""
        found = [Call(*match.groups()) for match in map(CALL.match, self.of_cpython("opens_files.py")) if match]
        self.assertTrue([call for call in found if call.shape() not in self.harmless
                         and call.path and call.path.startswith("/etc/")])

    def of_cpython(self, name):
        subprocess.run(["strace", "-f", "-qq", "-e", "trace=" + TRACED, "-o", str(self.log), "/usr/bin/python3",
                        str(PROGRAMS / name)], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        return self.log.read_text(errors="replace").splitlines()


def add_tests():
    for program in sorted(PROGRAMS.glob("*.py")):
        if program != HARMLESS:
            setattr(Sandbox, "test_" + program.stem, lambda self, program=program: self.check(program))


def can_trace():
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0


if __name__ == "__main__":
    if not can_trace():
        print("skipped: there is no strace, or it may not trace")
        sys.exit(SKIPPED)
    add_tests()
    unittest.main()
