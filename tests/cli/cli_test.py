#!/usr/bin/python3
"""The command line from outside: arguments, output, files, exit statuses.

    cli_test.py COROSCOPE [unittest's arguments]
"""

import csv
import gzip
import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import textwrap
import time
import unittest
import xml.etree.ElementTree
import zipfile

COROSCOPE = os.path.abspath(sys.argv.pop(1))

HELLO = """
    import asyncio

    async def main():
        print("hello")
        await asyncio.sleep(1)
        print("world")

    asyncio.run(main())
"""
DEADLOCK = """
    import asyncio

    async def main():
        await asyncio.Future()

    asyncio.run(main())
"""


THREE = """
    import asyncio

    async def main():
        second = asyncio.create_task(asyncio.sleep(1), name="second")
        third = asyncio.create_task(asyncio.sleep(2), name="third")
        await second
        await third

    asyncio.run(main())
"""
LONG = """
    import asyncio

    async def walker(n):
        for _ in range(3):
            await asyncio.sleep(0.1 + n / 7)

    async def main():
        await asyncio.gather(*(asyncio.create_task(walker(n), name=f"walker {n}")
                               for n in range(25)))

    asyncio.run(main())
"""
HOSTILE = """
    # /// coroscope
    # title = "</title><script>alert(1)</script>: \\"quoted\\" & <b>"
    # ///
    import asyncio

    NAMES = ["</script><img src=x onerror=alert(1)>", '"; DROP', "=1+1", "@sum", "section 1",
             "\\u202eltr\\u202c", "\\x1b[31mred\\x07\\n", "\\U0001f600 emoji", "a:b;c#d%%e",
             "\\u05e9\\u05dc\\u05d5\\u05dd", "long" * 2500, "]]>", "${x}`", "__proto__"]

    async def child():
        await asyncio.sleep(1)

    async def main():
        await asyncio.gather(*(asyncio.create_task(child(), name=name) for name in NAMES))

    asyncio.run(main())
"""


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, text, name="scenario.py"):
        path = os.path.join(self.folder, name)
        data = text if isinstance(text, bytes) else textwrap.dedent(text).lstrip("\n").encode()
        with open(path, "wb") as file:
            file.write(data)
        return path

    def run_it(self, *arguments, stdin="", **options):
        return subprocess.run([COROSCOPE, *arguments], input=stdin, text=True,
                              capture_output=True, timeout=120, **options)

    def check(self, done, status, stdout=None, stderr=None):
        self.assertEqual(done.returncode, status, done.stderr)
        if stdout is not None:
            self.assertEqual(done.stdout, stdout)
        if stderr is not None:
            # What a sanitized build says once when worker threads get stacks of their own.
            said = [line for line in done.stderr.splitlines(keepends=True)
                    if "ASan doesn't fully support makecontext" not in line]
            self.assertEqual("".join(said), stderr)


class Arguments(CommandLine):
    def test_version_tells_program_and_number(self):
        done = self.run_it("--version")
        self.check(done, 0, stderr="")
        self.assertRegex(done.stdout, r"^coroscope \d+\.\d+\.\d+\n$")

    def test_every_command_has_help(self):
        for command in ([], ["run"], ["check"], ["list"], ["export"]):
            done = self.run_it(*command, "--help")
            self.check(done, 0, stderr="")
            self.assertIn("Usage", done.stdout)

    def test_the_desktop_program_needs_no_display_to_say_what_it_is(self):
        bare = {key: value for key, value in os.environ.items()
                if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        for arguments, status in ((["--version"], 0), (["--help"], 0), ([], 2)):
            done = subprocess.run([COROSCOPE + "-desktop", *arguments], env=bare, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
            self.assertEqual(done.returncode, status, done.stderr)
            self.assertIn("coroscope", done.stdout if status == 0 else done.stderr)

    def test_wrong_arguments_cannot_be_run(self):
        path = self.file(HELLO)
        for wrong in (["run"], ["run", "--nonsense", path], ["run", path, "--seed", "x"],
                      ["run", path, "--seed", "9" * 20], ["run", path, "--until", "-1"],
                      ["run", path, "--limit-events", "0"], ["run", path, "--limit-events", "1e6"],
                      ["run", path, "--limit-memory", "-5"], ["run", path, "--limit-memory", "9" * 20],
                      ["run", path, "--limit-memory", "1XB"],
                      ["check"], ["export", path]):
            done = self.run_it(*wrong)
            self.assertEqual(done.returncode, 2, wrong)
            self.assertNotEqual(done.stderr, "", wrong)

    def test_list_names_scenarios_that_run(self):
        done = self.run_it("list")
        self.check(done, 0, stderr="")
        names = [line.split()[0] for line in done.stdout.splitlines() if line.startswith("  ")]
        self.assertGreater(len(names), 0)
        self.assertNotEqual(self.run_it("run", names[0]).returncode, 2)


    def test_help_that_cannot_be_written_is_a_failure(self):
        with open("/dev/full", "w") as full:
            self.assertEqual(subprocess.run([COROSCOPE, "--help"], stdout=full).returncode, 1)


class Run(CommandLine):
    def test_prints_what_the_scenario_prints(self):
        self.check(self.run_it("run", self.file(HELLO)), 0, "hello\nworld\n", "")

    def test_a_dash_reads_standard_input(self):
        self.check(self.run_it("run", "-", stdin=textwrap.dedent(HELLO)), 0, "hello\nworld\n", "")

    def test_standard_input_may_be_as_large_a_lesson_as_a_file(self):
        def lesson(size):
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as archive:  # stored, not deflated
                archive.writestr("manifest.json", json.dumps(
                    {"format": "coroscope lesson", "version": 1, "main": "main.py"}))
                archive.writestr("main.py", "print('hello')\n")
                archive.writestr("data.bin", bytes(size))
            return packed.getvalue()

        def run(data):
            return subprocess.run([COROSCOPE, "run", "-"], input=data, capture_output=True,
                                  timeout=120)
        done = run(lesson(17 << 20))
        self.assertEqual((done.returncode, done.stdout), (0, b"hello\n"), done.stderr)
        done = run(lesson(33 << 20))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"is too large: a lesson may have 32 MiB", done.stderr)
        done = run(b"#" * (17 << 20))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"too large for a scenario", done.stderr)

    def test_takes_no_time(self):
        began = time.monotonic()
        self.check(self.run_it("run", self.file("import time\ntime.sleep(1e6)\nprint('done')\n")),
                   0, "done\n")
        self.assertLess(time.monotonic() - began, 60)

    def test_an_uncaught_exception_is_status_1(self):
        done = self.run_it("run", self.file("raise ValueError('no')\n"))
        self.check(done, 1, "")
        self.assertTrue(done.stderr.startswith("Traceback (most recent call last):\n"), done.stderr)
        self.assertTrue(done.stderr.endswith("ValueError: no\n"), done.stderr)

    def test_system_exit_gives_its_code(self):
        self.check(self.run_it("run", self.file("raise SystemExit(7)\n")), 7, "", "")

    def test_a_deadlock_is_status_3_and_names_who_waits(self):
        done = self.run_it("run", self.file(DEADLOCK))
        self.check(done, 3, "")
        self.assertIn("deadlock", done.stderr)
        self.assertIn("Task-1", done.stderr)
        self.assertIn("line 4", done.stderr)

    def test_until_stops_the_clock_and_says_so(self):
        done = self.run_it("run", self.file(HELLO), "--until", "0.5")
        self.check(done, 0, "hello\n")
        self.assertIn("stopped after 0.5 s, as asked", done.stderr)

    def test_until_says_nothing_of_a_run_that_ends_before(self):
        self.check(self.run_it("run", self.file(HELLO), "--until", "1.5"), 0, "hello\nworld\n", "")

    def test_the_seed_can_be_given(self):
        path = self.file("import random\nprint(random.random())\n")
        zero = self.run_it("run", path)
        one = self.run_it("run", path, "--seed", "1")
        self.check(zero, 0, "0.8444218515250481\n")
        self.check(one, 0, "0.13436424411240122\n")


class CannotRun(CommandLine):
    def test_a_syntax_error_shows_place_line_and_caret(self):
        path = self.file("x = 1\ny = = 2\n")
        done = self.run_it("run", path)
        self.check(done, 2, "")
        first, line, caret = done.stderr.splitlines()[:3]
        self.assertEqual(first, f"{path}:2:5: error: SyntaxError: invalid syntax")
        self.assertEqual(line.strip(), "y = = 2")
        self.assertEqual(caret.index("^"), line.index("= 2"))

    def test_bad_files_are_refused_by_name(self):
        missing = os.path.join(self.folder, "missing.py")
        for path in (missing, self.folder, self.file(b"\x00\x01\x02", "binary.py"),
                     self.file(b"print('\xff')\n", "latin.py"),
                     self.file("if 1:\n\tx = 1\n        y = 2\n", "tabs.py"),
                     self.file("import subprocess\n", "import.py"),
                     self.file("# /// coroscope\n# titel = 'x'\n# ///\n", "header.py")):
            for command in ("run", "check"):
                done = self.run_it(command, path)
                self.check(done, 2, "")
                self.assertIn(os.path.basename(path), done.stderr)
                self.assertIn("error: ", done.stderr)

    def test_check_says_that_a_file_is_good(self):
        path = self.file(HELLO)
        self.check(self.run_it("check", path), 0, f"{path}: nothing to object to\n", "")

    def test_check_runs_nothing(self):
        done = self.run_it("check", self.file("print('ran')\n1 / 0\n"))
        self.check(done, 0, stderr="")
        self.assertNotIn("ran", done.stdout.replace("scenario.py", ""))

    def test_check_looks_at_every_file(self):
        bad = [self.file("x =\n", "a.py"), self.file("y =\n", "b.py")]
        good = self.file(HELLO)
        done = self.run_it("check", bad[0], good, bad[1])
        self.check(done, 2, f"{good}: nothing to object to\n")
        self.assertIn("a.py:1", done.stderr)
        self.assertIn("b.py:1", done.stderr)


class LimitsOfARun(CommandLine):
    def expect_limit(self, text, *arguments, word):
        done = self.run_it("run", self.file(text), *arguments)
        self.assertEqual(done.returncode, 4, done.stderr[-500:])
        self.assertIn(word, done.stderr)
        return done

    def test_an_endless_loop_in_the_module_ends(self):
        self.expect_limit("while True: pass\n", "--limit-instructions", "1000000",
                          word="--limit-instructions")

    def test_an_endless_loop_in_a_task_ends(self):
        self.expect_limit("""
            import asyncio
            async def main():
                while True: pass
            asyncio.run(main())
        """, "--limit-instructions", "1000000", word="--limit-instructions")

    def test_a_list_that_grows_without_end_ends(self):
        self.expect_limit("x = []\nwhile True: x.append('y' * 100)\n", "--limit-memory", "16MB",
                          word="--limit-memory")

    def test_one_value_beyond_the_limit_ends(self):
        self.expect_limit("try: x = 'y' * 10**10\nexcept MemoryError: pass\n",
                          word="--limit-memory")

    def test_a_value_beyond_all_machines_is_a_python_error(self):
        done = self.run_it("run", self.file("x = 'y' * 2**60\n"))
        self.check(done, 1, "")
        self.assertTrue(done.stderr.endswith("MemoryError\n"), done.stderr)

    def test_endless_events_end(self):
        self.expect_limit("""
            import asyncio
            async def main():
                while True: await asyncio.sleep(0)
            asyncio.run(main())
        """, "--limit-events", "1000", word="--limit-events")

    def test_endless_output_ends(self):
        done = self.expect_limit("while True: print('x' * 1000)\n", "--limit-output", "100KB",
                                 word="--limit-output")
        self.assertLessEqual(len(done.stdout), 102400)

    def test_recursion_without_end_is_a_python_error(self):
        done = self.run_it("run", self.file("def f(): return f()\nf()\n"))
        self.check(done, 1, "")
        self.assertIn("RecursionError: maximum recursion depth exceeded", done.stderr)

    def test_the_trace_up_to_the_limit_is_kept(self):
        steps = os.path.join(self.folder, "steps.jsonl")
        done = self.run_it("run", self.file("""
            import asyncio
            async def main():
                print("before")
                while True: pass
            asyncio.run(main())
        """), "--limit-instructions", "100000", "--steps", steps)
        self.assertEqual(done.returncode, 4)
        self.assertEqual(done.stdout, "before\n")
        with open(steps) as file:
            self.assertEqual([json.loads(line)["event"] for line in file],
                             ["create", "step", "stdout"])


class Files(CommandLine):
    def test_steps_are_the_listing_of_the_reference(self):
        steps = os.path.join(self.folder, "steps.jsonl")
        self.check(self.run_it("run", self.file(HELLO), "--steps", steps), 0, "hello\nworld\n")
        with open(steps) as file:
            rows = file.read().splitlines()[:4]
        self.assertEqual(rows, [
            '{"event":"create","t":0.0,"task":"Task-1","by":null}',
            '{"event":"step","t":0.0,"task":"Task-1"}',
            '{"event":"stdout","t":0.0,"task":"Task-1","text":"hello\\n"}',
            '{"event":"suspend","t":0.0,"task":"Task-1"}'])

    def test_the_trace_is_json(self):
        path = os.path.join(self.folder, "trace.json")
        self.check(self.run_it("run", self.file(HELLO), "--trace", path), 0)
        with open(path) as file:
            trace = json.load(file)
        self.assertEqual(trace["format"], "coroscope-trace")
        self.assertEqual(trace["events"][-1]["kind"], "Finished")
        self.assertEqual(trace["events"][-1]["how"], "ok")

    def test_a_dash_writes_to_standard_output(self):
        done = self.run_it("run", self.file("print('x')\n"), "--steps", "-")
        self.check(done, 0, 'x\n{"event":"stdout","t":0.0,"task":null,"text":"x\\n"}\n')

    def test_an_old_file_is_replaced_and_keeps_its_mode(self):
        steps = self.file("old\n", "steps.jsonl")
        os.chmod(steps, 0o640)
        self.check(self.run_it("run", self.file("print('x')\n"), "--steps", steps), 0)
        self.assertEqual(stat.S_IMODE(os.stat(steps).st_mode), 0o640)
        with open(steps) as file:
            self.assertIn("stdout", file.read())
        self.assertEqual(sorted(os.listdir(self.folder)), ["scenario.py", "steps.jsonl"])

    def test_a_file_that_cannot_be_written_is_named(self):
        steps = os.path.join(self.folder, "no", "steps.jsonl")
        done = self.run_it("run", self.file("print('x')\n"), "--steps", steps)
        self.check(done, 1, "x\n")
        self.assertIn(steps, done.stderr)

    def test_a_refused_scenario_leaves_the_old_file_alone(self):
        steps = self.file("old\n", "steps.jsonl")
        self.assertEqual(self.run_it("run", self.file("x =\n"), "--steps", steps).returncode, 2)
        with open(steps) as file:
            self.assertEqual(file.read(), "old\n")


class Pipes(CommandLine):
    def test_a_reader_that_goes_ends_the_run_quietly(self):
        path = self.file("while True: print('x' * 1000)\n")
        process = subprocess.Popen([COROSCOPE, "run", path], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        process.stdout.read(10)
        process.stdout.close()
        self.assertEqual(process.stderr.read(), b"")
        process.stderr.close()
        self.assertEqual(process.wait(60), 141)

    def test_a_full_device_is_said(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([COROSCOPE, "run", self.file("print('x')\n")], stdout=full,
                                  stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn("No space left on device", done.stderr)

    def test_an_interrupt_ends_the_run(self):
        path = self.file("print('begun', flush=True)\nwhile True: pass\n")
        process = subprocess.Popen([COROSCOPE, "run", path, "--limit-instructions",
                                    str(10**15)], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)


class Export(CommandLine):
    BEGINNINGS = {"x.svg": b"<?xml", "x.png": b"\x89PNG", "x.pdf": b"%PDF-",
                  "x.csv": b"event,time", "x.tasks.csv": b"task,coroutine",
                  "x.json": b'{"displayTimeUnit"', "x.mmd": b"gantt", "x.html": b"<!DOCTYPE html>",
                  "x.md": b"# ", "x-figure.svg": b"<?xml", "x.gif": b"GIF89a",
                  "x.steps": b'{"event"'}

    def export(self, *arguments, **options):
        return self.run_it("export", *arguments, **options)

    def outputs(self, *names):
        return [word for name in names for word in ("-o", os.path.join(self.folder, name))]

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def refused(self, *arguments, saying):
        before = sorted(os.listdir(self.folder))
        done = self.export(*arguments)
        self.check(done, 2, "")
        self.assertIn(saying, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertEqual(sorted(os.listdir(self.folder)), before, "something was left behind")

    def test_formats_are_told_by_extension(self):
        path = self.file(HELLO)
        for name in ("x.bmp", "noextension", "x.svg.gz"):
            self.refused(path, *self.outputs("fine.svg", name), saying=name)
            self.refused(path, *self.outputs(name), saying=".svg .png .pdf")

    def test_limits_can_be_set_for_data_and_figures(self):
        path = self.file("while True: print('x')\n")
        for name in ("x.csv", "x.svg"):
            output = os.path.join(self.folder, name)
            done = self.run_it("export", path, "-o", output, "--limit-output", "1000")
            self.check(done, 0, "")
            self.assertIn("more than 1,000 bytes", done.stderr)
            self.assertIn("--limit-output", done.stderr)
            self.assertTrue(os.path.exists(output))

    def test_every_known_format_is_written(self):
        path = self.file(HELLO)
        asked = [name for name in self.BEGINNINGS if name != "x-figure.svg"]  # beside the report
        self.check(self.export(path, *self.outputs(*asked)), 0, "", "")
        for name, beginning in self.BEGINNINGS.items():
            self.assertEqual(self.read(name)[:len(beginning)], beginning)
        self.assertEqual(len(os.listdir(self.folder)), len(self.BEGINNINGS) + 1)

    def test_the_same_run_gives_the_same_bytes(self):
        path = self.file(HELLO)
        names = (*self.BEGINNINGS, "x.json.gz")
        twice = []
        for _ in range(2):
            self.check(self.export(path, *self.outputs(*names)), 0, "", "")
            twice.append({name: self.read(name) for name in names})
            time.sleep(1.1)  # so that a moment of writing would show
        for name in names:
            self.assertEqual(twice[0][name], twice[1][name], name)

    def test_a_scenario_from_standard_input_can_become_any_number_of_files(self):
        done = self.export("-", *self.outputs("x.svg", "x.csv"), stdin=textwrap.dedent(HELLO))
        self.check(done, 0, "", "")

    def test_standard_output_takes_one_format(self):
        path = self.file(HELLO)
        done = self.export(path, "-o", "-", "--format", "mmd")
        self.check(done, 0, stderr="")
        self.assertTrue(done.stdout.startswith("gantt\n"))
        done = self.export(path, "-o", "-", "--format", "svg")
        self.assertTrue(done.stdout.startswith("<?xml"))
        self.refused(path, "-o", "-", saying="--format")

    def test_what_is_packed_is_the_same(self):
        path = self.file(HELLO)
        self.check(self.export(path, *self.outputs("x.json", "x.json.gz")), 0, "", "")
        self.assertEqual(gzip.decompress(self.read("x.json.gz")), self.read("x.json"))

    def test_a_part_of_the_run_can_be_chosen(self):
        path = self.file(THREE)
        self.check(self.export(path, "--from", "0.5", "--to", "1.5", "--task", "second",
                               *self.outputs("x.csv", "x.json", "x.tasks.csv", "x.svg")), 0, "", "")
        rows = list(csv.DictReader(self.read("x.csv").decode().splitlines()))
        self.assertEqual({row["task"] for row in rows}, {"second"})
        self.assertEqual({row["time"] for row in rows}, {"1.0"})
        slices = [event for event in json.loads(self.read("x.json"))["traceEvents"]
                  if event["ph"] == "X" and event["cat"] == "suspended"]
        self.assertEqual([(slice["ts"], slice["dur"]) for slice in slices], [(500000.0, 500000.0)])
        [task] = csv.DictReader(self.read("x.tasks.csv").decode().splitlines())
        self.assertEqual((task["task"], task["waiting"], task["turnaround"]),
                         ("second", "0.5", "1.0"))
        self.assertIn(b">second", self.read("x.svg"))
        self.assertNotIn(b">third", self.read("x.svg"))

    def test_a_chosen_task_brings_its_workers(self):
        path = self.file("""
            import asyncio, time

            async def main():
                await asyncio.gather(asyncio.create_task(asyncio.to_thread(time.sleep, 1), name="one"),
                                     asyncio.create_task(asyncio.sleep(2), name="two"))

            asyncio.run(main())
        """)
        for name, has_worker in (("one", True), ("two", False)):
            self.check(self.export(path, "--task", name, *self.outputs("x.svg")), 0, "", "")
            self.assertEqual(b"Thread 1" in self.read("x.svg"), has_worker)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_a_long_run_takes_many_pages(self):
        path = self.file(LONG)
        self.check(self.export(path, "--page", "a4", "--source", *self.outputs("x.pdf")), 0, "", "")
        pdf = os.path.join(self.folder, "x.pdf")
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                              check=True).stdout
        *charts, program = text.rstrip("\f").split("\f")
        self.assertGreater(len(charts), 3)
        for number, page in enumerate(charts, 1):
            self.assertIn("Event loop", page)
            self.assertIn(f"{number} of {len(charts)}", page)
        self.assertIn("asyncio.run(main())", program)
        for lane in ("walker 0", "walker 24"):
            self.assertGreater(sum(lane + "\n" in page or lane + " " in page for page in charts), 1)
        size = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        self.assertIn("(A4)", size)

    def test_what_is_not_in_the_run_is_refused(self):
        path = self.file(THREE)
        self.refused(path, "--task", "forth", *self.outputs("x.svg"), saying="no task forth")
        self.refused(path, "--task", "forth", *self.outputs("x.csv"), saying="second")
        self.refused(path, "--from", "2", "--to", "1", *self.outputs("x.svg"),
                     saying="nothing lies between 2 s and 1 s")
        self.refused(path, "--from", "3", *self.outputs("x.json"), saying="the run lasts")

    def test_nonsense_is_refused(self):
        path = self.file(HELLO)
        for arguments in (["--from", "nan"], ["--axis", "sideways"], ["--theme", "pink"],
                          ["--width", "10"], ["--width", "1e9"], ["--width", "nan"],
                          ["--font-size", "0"], ["--pixel-ratio", "9"]):
            done = self.export(path, *arguments, *self.outputs("x.svg"))
            self.check(done, 2, "")
            self.assertIn(arguments[0], done.stderr)
            self.assertFalse(os.path.exists(os.path.join(self.folder, "x.svg")))

    def test_bounds_are_shown_as_they_are_written(self):
        done = self.export(self.file(HELLO), "--width", "3", *self.outputs("x.svg"))
        self.assertIn("not in range 200 to 20000\n", done.stderr)

    def test_a_scenario_is_suggested(self):
        for name, said in (("three_sleeper", "did you mean 'three_sleepers'?"), ("", "an empty name")):
            done = self.export(name, *self.outputs("x.svg"))
            self.check(done, 2, "")
            self.assertIn(said, done.stderr)

    def test_all_files_are_written_or_none(self):
        path = self.file(HELLO)
        os.mkdir(os.path.join(self.folder, "folder.svg"))
        for name in ("none/x.csv", "none/x.svg", "folder.svg"):
            self.refused(path, *self.outputs("x.svg", "x.csv", name), saying="cannot write")
        self.refused(path, *self.outputs("x.csv"), "-o", "/dev/full", "--format", "csv",
                     saying="tells no format")
        os.symlink("/dev/full", os.path.join(self.folder, "full.csv"))
        os.symlink("/dev/full", os.path.join(self.folder, "full.svg"))
        self.refused(path, *self.outputs("x.csv", "full.csv"), saying="No space left")
        self.refused(path, *self.outputs("x.csv", "full.svg"), saying="No space left")

    def test_what_cannot_be_run_leaves_no_file(self):
        path = self.file("import asyncio\nawait asyncio\n")
        for name in ("x.csv", "x.svg"):
            self.check(self.export(path, *self.outputs(name)), 2, "")
            self.assertEqual(os.listdir(self.folder), ["scenario.py"])

    def test_a_run_that_went_wrong_is_worth_its_files(self):
        path = self.file(DEADLOCK)
        done = self.export(path, *self.outputs("x.csv", "x.svg"))
        self.check(done, 0, "")
        self.assertIn("deadlock", done.stderr)
        self.assertIn(b"deadlock", self.read("x.svg"))

    def test_names_from_anybody_stay_names(self):
        path = self.file(HOSTILE)
        names = ("x.svg", "x.json", "x.csv", "x.mmd", "x.pdf", "x.md", "x.html")
        self.check(self.export(path, "--axis", "steps", *self.outputs(*names)), 0, "", "")
        words = "".join(xml.etree.ElementTree.fromstring(self.read("x.svg")).itertext())
        self.assertIn("</script>", words)
        json.loads(self.read("x.json"))
        for row in csv.DictReader(self.read("x.csv").decode().splitlines()):
            self.assertNotRegex(row["task"], r"^[=+\-@]")
        report = self.read("x.md").decode()
        chart = self.read("x.mmd").decode()
        self.assertNotRegex(report.replace(textwrap.dedent(HOSTILE).lstrip(), ""), r"<(script|img|b)\b")
        self.assertIn("](x-figure.svg)", report)
        self.assertEqual(self.export(path, "-o", "-", "--format", "md").stdout.count("```mermaid"), 1)
        for line in self.read("x.mmd").decode().splitlines()[4:]:
            self.assertRegex(line, r"^    (section [^:;#%]+|[^:;#%]+ :\w+, b\d+, \d+, [\d.e+-]+ms)$")


if __name__ == "__main__":
    unittest.main()
