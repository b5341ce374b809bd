#!/usr/bin/python3
"""Programs that want more than they may have: how far past its limits does each of them come?

    limits_test.py COROSCOPE [unittest's arguments]
"""

import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import unittest

import greedy
import greedy_asyncio
import laborious
import laborious_texts

COROSCOPE = os.path.abspath(sys.argv.pop(1))
MEMORY = 128 << 20
INSTRUCTIONS = 20_000_000
CUT_OFF = 4
# Frames and freed memory of a sanitized build are no measure.
SANITIZED = b"__asan_init" in pathlib.Path(COROSCOPE).read_bytes()


class Run:
    """One run to its end: status, last line of stderr, seconds of CPU, bytes of resident memory."""

    def __init__(self, text, *limits, seconds=60):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile() as errors:
            path = pathlib.Path(folder) / "program.py"
            path.write_text(text)
            process = subprocess.Popen(
                [COROSCOPE, "run", *limits, str(path)], stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=errors,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)))
            _, status, usage = os.wait4(process.pid, 0)
            self.status = process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            self.errors = errors.read().decode(errors="replace")
        self.seconds = usage.ru_utime + usage.ru_stime
        self.bytes = usage.ru_maxrss * 1024

    def took_too_long(self):
        return self.status in (-signal.SIGXCPU, -signal.SIGKILL)


@unittest.skipIf(SANITIZED, "the memory of a sanitized build is no measure")
class Memory(unittest.TestCase):
    def test_no_program_passes_its_limit_by_more_than_a_tenth(self):
        empty = Run("").bytes
        for name, text in (greedy.PROGRAMS | greedy_asyncio.PROGRAMS).items():
            with self.subTest(name):
                run = Run(text, "--limit-memory", str(MEMORY), "--limit-instructions", "1000000000")
                self.assertFalse(run.took_too_long())
                self.assertEqual(run.status, CUT_OFF, run.errors)
                self.assertIn("of memory", run.errors)
                self.assertLessEqual(run.bytes - empty, MEMORY * 1.1)

    def test_memory_that_has_been_given_back_can_be_had_again_in_other_sizes(self):
        for size in range(1, 30, 4):
            text = (f"for size in range(1, 40, {size}):\n"
                    f"    kept = [(None,) * size for _ in range({MEMORY // 2} // (size * 16 + 80))]\n"
                    "    del kept\n")
            run = Run(text, "--limit-memory", str(MEMORY))
            self.assertEqual(run.status, 0, run.errors)


class Instructions(unittest.TestCase):
    def test_no_program_works_much_longer_than_a_plain_loop_of_as_many_instructions(self):
        limit = ["--limit-instructions", str(INSTRUCTIONS), "--limit-memory", "4000000000"]
        loop = min(Run("while True: pass\n", *limit).seconds for _ in range(3))
        for name, text in (laborious.PROGRAMS | laborious_texts.PROGRAMS).items():
            with self.subTest(name):
                run = Run(text, *limit, seconds=20)
                self.assertFalse(run.took_too_long())
                self.assertEqual(run.status, CUT_OFF, run.errors)
                self.assertIn("instructions", run.errors)
                # Instructions are not all alike, and memory comes at the price of the system.
                self.assertLess(run.seconds, loop * 20 + 0.2)


if __name__ == "__main__":
    unittest.main()
