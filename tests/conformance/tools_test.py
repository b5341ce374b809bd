#!/usr/bin/python3
"""The tools themselves: the reference runner, comparison, shrinker, generator."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True

from comparison import difference, outcome, shrink
from generator import generate

HERE = pathlib.Path(__file__).resolve().parent


def run(source, *options):
    """Status, stdout, stderr and listing lines of a program on CPython."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "program.py")
        steps = pathlib.Path(folder, "steps.jsonl")
        program.write_text(source, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(HERE / "reference.py"), str(program),
             "--steps", str(steps), *options],
            capture_output=True, text=True)
        return (done.returncode, done.stdout, done.stderr,
                steps.read_text(encoding="utf-8").splitlines()
                if steps.exists() else [])


class ReferenceRunner(unittest.TestCase):
    def test_listing_is_spelled_as_documented(self):
        status, _, _, lines = run(
            "import asyncio\n"
            "async def main():\n"
            "    print('ä')\n"
            "    await asyncio.sleep(0.1)\n"
            "    raise ValueError\n"
            "try:\n"
            "    asyncio.run(main())\n"
            "except ValueError:\n"
            "    print('end')\n")
        self.assertEqual(status, 0)
        self.assertEqual(lines[:6], [
            '{"event":"create","t":0.0,"task":"Task-1","by":null}',
            '{"event":"step","t":0.0,"task":"Task-1"}',
            '{"event":"stdout","t":0.0,"task":"Task-1","text":"ä\\n"}',
            '{"event":"suspend","t":0.0,"task":"Task-1"}',
            '{"event":"step","t":0.1,"task":"Task-1"}',
            '{"event":"done","t":0.1,"task":"Task-1","outcome":"raised",'
            '"exception":"ValueError"}'])
        self.assertEqual(
            lines[-1], '{"event":"stdout","t":0.1,"task":null,"text":"end\\n"}')

    def test_wake_up_from_a_future_is_a_step(self):
        _, _, _, lines = run(
            "import asyncio\n"
            "async def main():\n"
            "    loop = asyncio.get_running_loop()\n"
            "    f = loop.create_future()\n"
            "    loop.call_later(1, f.set_result, 1)\n"
            "    await f\n"
            "asyncio.run(main())\n")
        steps = [row for row in map(json.loads, lines)
                 if row["event"] == "step" and row["task"] == "Task-1"]
        self.assertEqual([row["t"] for row in steps], [0.0, 1.0])

    def test_bound_cancel_is_not_a_step(self):
        _, _, _, lines = run(
            "import asyncio\n"
            "async def main():\n"
            "    t = asyncio.create_task(asyncio.sleep(5))\n"
            "    asyncio.get_running_loop().call_later(1, t.cancel)\n"
            "    await asyncio.sleep(2)\n"
            "asyncio.run(main())\n")
        events = [json.loads(line) for line in lines]
        self.assertEqual([e["event"] for e in events if e["task"] == "Task-2"],
                         ["create", "step", "suspend", "step", "done"])

    def test_deadlock_is_status_3_and_unwinds_nothing(self):
        status, out, err, _ = run(
            "import asyncio\n"
            "async def main():\n"
            "    try:\n"
            "        await asyncio.get_running_loop().create_future()\n"
            "    finally:\n"
            "        print('unwound')\n"
            "asyncio.run(main())\n")
        self.assertEqual((status, out), (3, ""))
        self.assertIn("deadlock", err)

    def test_syntax_error_is_status_2(self):
        status, _, err, _ = run("x = (1 2)\n")
        self.assertEqual(status, 2)
        self.assertIn("program.py:1:6: error: SyntaxError: invalid syntax.", err)

    def test_traceback_shows_only_the_scenarios_frames(self):
        status, _, err, _ = run(
            "import asyncio\n"
            "async def main():\n"
            "    1 / 0\n"
            "asyncio.run(main())\n")
        self.assertEqual(status, 1)
        self.assertEqual(err.count('  File "'), 2)
        self.assertNotIn("runners.py", err)

    def test_seed_of_option_beats_the_header(self):
        source = ("# /// coroscope\n# seed = 1\n# ///\n"
                  "import random\nprint(random.random())\n")
        self.assertEqual(run(source)[1], "0.13436424411240122\n")
        self.assertEqual(run(source, "--seed", "0")[1],
                         "0.8444218515250481\n")

    def test_all_tasks_are_walked_in_order_of_creation(self):
        _, out, _, _ = run(
            "import asyncio\n"
            "async def main():\n"
            "    for n in range(50):\n"
            "        asyncio.create_task(asyncio.sleep(0), name=str(n))\n"
            "    print([t.get_name() for t in asyncio.all_tasks()])\n"
            "asyncio.run(main())\n")
        self.assertEqual(out, repr(["Task-1", *map(str, range(50))]) + "\n")


class RememberedReference(unittest.TestCase):
    def test_tells_of_a_program_elsewhere_what_it_told_of_its_equal(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            reference = outcome.RememberedReference(folder / "kept")
            seen = []
            for name in ("first.py", "second.py"):
                program = folder / name
                program.write_text("print(__file__)\nnowhere\n", encoding="utf-8")
                seen.append(reference.run(program, str(folder / "run")))
                (folder / "run.out").unlink(missing_ok=True)  # what is kept needs no second run
            reference.close()
        first, second = seen
        self.assertEqual(second.stdout, first.stdout.replace(b"first.py", b"second.py"))
        self.assertIn("second.py", second.stderr)
        self.assertEqual(second.steps[0]["text"], second.stdout.decode())
        self.assertEqual(second.status, 1)

    def test_runs_a_changed_program_anew(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "program.py")
            reference = outcome.RememberedReference(pathlib.Path(folder, "kept"))
            for text in ("one", "two"):
                program.write_text(f"print({text!r})\n", encoding="utf-8")
                seen = reference.run(program, str(pathlib.Path(folder, "run")))
                self.assertEqual(seen.stdout.decode(), text + "\n")
            reference.close()


class Difference(unittest.TestCase):
    def setUp(self):
        step = {"event": "step", "t": 1.0, "task": "Task-1"}
        self.one = outcome.Outcome(0, b"a\nb\n", "x\nlast\n", [step])
        self.other = outcome.Outcome(0, b"a\nb\n", "y\nlast\n", [dict(step)])

    def kinds(self, **options):
        return [kind for kind, _ in
                difference.differences(self.one, self.other, **options)]

    def test_what_ends_with_the_interpreter_may_come_in_another_order_and_state(self):
        first = "task: <Task pending name='Task-1' coro=<f() {} at p.py:3> cb=[g()]>\n"
        second = "task: <Task pending name='Task-2' coro=<f() {} at p.py:3>>\n"
        self.one.stderr = first.format("running") + second.format("running")
        self.other.stderr = second.format("done, defined") + first.format("done, defined")
        self.assertEqual(self.kinds(), [])
        self.other.stderr = second.format("running")
        self.assertEqual(self.kinds(), [])
        self.other.stderr = first.format("running")
        self.assertEqual(self.kinds(), ["stderr"])

    def test_equal_but_for_the_middle_of_stderr(self):
        self.assertEqual(self.kinds(), [])
        self.assertEqual(self.kinds(stderr="full"), ["stderr"])

    def test_each_kind_is_noticed(self):
        self.other.status = 1
        self.other.stdout = b"a\nc\n"
        self.other.steps[0]["t"] = 1.0000000000000002
        self.assertEqual(self.kinds(), ["status", "stdout", "steps"])

    def test_addresses_and_folders_do_not_count(self):
        self.one.stderr = 'File "/a/b/p.py", <C object at 0x7f00>\n'
        self.other.stderr = 'File "p.py", <C object at 0x10>\n'
        self.assertEqual(self.kinds(stderr="full"), [])


class Shrink(unittest.TestCase):
    def test_keeps_only_what_the_difference_needs(self):
        source = ("a = 1\n"
                  "def f():\n"
                  "    b = 2\n"
                  "    try:\n"
                  "        needed()\n"
                  "    finally:\n"
                  "        c = 3\n"
                  "f()\n")
        self.assertEqual(shrink.shrink(source, lambda s: "needed()" in s),
                         "def f():\n    needed()")


class Generator(unittest.TestCase):
    def test_a_seed_gives_one_program(self):
        self.assertEqual(generate.program(5), generate.program(5))
        self.assertNotEqual(generate.program(5), generate.program(6))

    def test_programs_compile(self):
        for seed in range(200):
            compile(generate.program(seed), f"seed {seed}", "exec")


if __name__ == "__main__":
    unittest.main()
