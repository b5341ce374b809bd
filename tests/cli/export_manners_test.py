#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How `coroscope export` treats files, terminals, Ctrl+C and names from anybody.

    export_manners_test.py COROSCOPE [unittest's arguments]
"""

import csv
import gzip
import io
import json
import os
import pathlib
import pty
import re
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree
import zipfile

COROSCOPE = os.path.abspath(sys.argv.pop(1))
PROGRAM = "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n\nasyncio.run(main())\n"
MANY = """
import asyncio

async def walk():
    for _ in range(2000):
        await asyncio.sleep(0.001)

async def main():
    await asyncio.gather(*(walk() for _ in range(10)))

asyncio.run(main())
"""
NAMES = ["</script><img src=x onerror=alert(1)>", '"; DROP', "'quoted'", "=1+1", "@sum", "\tcell",
         "+1", "-1", "\n=2", "section 1", "\u202eltr", "\x1b[31mred\x07\x00\n", "\U0001f600 emoji",
         "a:b;c#d%%e", "\u05e9\u05dc\u05d5\u05dd", "long " * 2000, "=" * 10_000, "]]>", "${x}`",
         "\ufffe\uffff", "\u2028", "&lt;", "--><!--", "```", "| a |", "__proto__"]
HOSTILE = f"""
# /// coroscope
# title = "</title><script>alert(1)</script>: ``` & <b> \u202edlot \u2028"
# ///
import asyncio

async def main():
    await asyncio.gather(*(asyncio.create_task(asyncio.sleep(1), name=name) for name in {NAMES!a}))

asyncio.run(main())
"""
FORMATS = ("svg", "png", "pdf", "gif", "html", "csv", "tasks.csv", "steps", "json", "json.gz", "mmd",
           "md", "coroscope")


def shown(name):
    """A name as it stands in a table: nothing in it that a terminal would act upon."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", name)


class Manners(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.program = self.write("program.py", PROGRAM)

    def at(self, name):
        return str(self.folder / name)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.at(name)

    def names(self):
        return sorted(os.listdir(self.folder))

    def export(self, *arguments, status=0, **options):
        done = subprocess.run([COROSCOPE, "export", *arguments], capture_output=True, timeout=120,
                              **options)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stderr.decode()

    def test_a_figure_counts_the_steps_of_those_who_have_a_lane(self):
        self.export("countdown", "-o", self.at("x.svg"), "-o", self.at("x.tasks.csv"))
        words = "".join(xml.etree.ElementTree.parse(self.at("x.svg")).getroot().itertext())
        with open(self.at("x.tasks.csv"), newline="") as table:
            steps = sum(int(row["steps"]) for row in csv.DictReader(table))
        self.assertIn(f"\u00b7 {steps} steps", words)

    def test_the_program_itself_is_not_overwritten(self):
        for name in ("own.json", "own.svg", "own.coroscope"):
            path = self.write(name, PROGRAM)
            if name.endswith("coroscope"):
                self.export(self.program, "-o", path)
            before = pathlib.Path(path).read_bytes()
            os.symlink(name, self.at("link-" + name))
            for output in (path, self.at("link-" + name), f"{self.folder}/./{name}"):
                self.assertIn("is the program itself", self.export(path, "-o", output, status=2))
            self.assertEqual(pathlib.Path(path).read_bytes(), before)

    def test_no_file_is_named_twice(self):
        before = self.names()
        self.assertIn("named twice", self.export(self.program, "-o", "a.svg", "-o", "./a.svg",
                                                 status=2, cwd=self.folder))
        self.assertIn("standard output is named twice",
                      self.export(self.program, *("-o", "-") * 2, "--format", "csv", status=2))
        self.assertEqual(self.names(), before)

    def test_a_run_that_ends_by_an_exception_is_told_of(self):
        raises = self.write("raises.py", "raise ValueError('no')\n")
        self.assertIn("warning: the program ends by an exception: ValueError: no\n",
                      self.export(raises, "-o", self.at("r.svg")))
        self.assertEqual(self.export(self.program, "-o", self.at("p.svg")), "")

    def test_a_run_that_leaves_with_a_status_is_told_of(self):
        leaves = self.write("leaves.py", "import sys\nsys.exit(7)\n")
        self.assertEqual(self.export(leaves, "-o", self.at("l.svg")),
                         "coroscope: warning: the program ends by SystemExit, with status 7\n")

    def test_a_deadlock_and_a_limit_are_exported_and_told_of(self):
        locked = self.write("locked.py", "import asyncio\nasync def main():\n"
                            "    await asyncio.Event().wait()\nasyncio.run(main())\n")
        self.assertIn("deadlock at 0 s", self.export(locked, "-o", self.at("d.svg")))
        endless = self.write("endless.py", "while True: pass\n")
        self.assertIn("Raise the limit", self.export(endless, "-o", self.at("e.svg"),
                                                     "--limit-instructions", "1000"))
        self.assertIn("d.svg", self.names())
        self.assertIn("e.svg", self.names())

    def test_options_that_change_nothing_are_named(self):
        told = self.export(self.program, "-o", self.at("a.csv"), "--transparent", "--from", "0",
                           "--page", "a4", "--transparent")
        self.assertEqual(told.count("\n"), 2, told)
        for option in ("--transparent", "--page"):
            self.assertIn(f"warning: {option} changes nothing in these files\n", told)
        self.assertEqual(self.export(self.program, "-o", self.at("a.csv"), "-o", self.at("a.png"),
                                     "--transparent", "--theme", "print", "--pixel-ratio", "1"), "")

    def test_options_that_other_formats_alone_know_are_named(self):
        told = self.export(self.program, "-o", self.at("r.md"), "-o", self.at("p.html"), "--source",
                           "--format", "csv")
        for option in ("--source", "--format"):
            self.assertIn(f"warning: {option} changes nothing in these files\n", told)
        self.assertIn("--width changes nothing",
                      self.export(self.program, "-o", self.at("p.html"), "--width", "400"))

    def test_a_width_that_cannot_be_kept_is_told_of(self):
        self.assertIn("pixels wide", self.export(self.program, "-o", self.at("n.svg"), "--width", "200"))

    def test_lanes_that_are_left_out_are_told_of(self):
        crowd = self.write("crowd.py", MANY.replace("2000", "1").replace("10)", "1100)"))
        told = self.export(crowd, "-o", self.at("c.svg"), "-o", self.at("c.pdf"), "--page", "a4")
        self.assertEqual(told, f"coroscope: warning: {self.at('c.svg')}: 101 of 1101 lanes are left "
                               "out: a PDF on pages (A4, Letter, 16:9) holds all of them\n")
        self.assertIn("101 more lanes are not shown", (self.folder / "c.svg").read_text())

    def test_what_is_too_long_for_a_page_names_the_file(self):
        many = self.write("many.py", MANY.replace("2000", "8000"))
        said = self.export(many, "-o", self.at("m.html"), "-o", self.at("m.csv"), status=2)
        self.assertIn(self.at("m.html") + ": the run has ", said)
        self.assertIn("none of the files was written", said)
        self.assertEqual(self.names(), ["many.py", "program.py"])

    def test_the_case_of_an_extension_does_not_matter(self):
        self.export(self.program, "-o", self.at("A.SVG"), "-o", self.at("b.Tasks.CSV"),
                    "-o", self.at("c.JSON.GZ"))
        self.assertTrue((self.folder / "A.SVG").read_bytes().startswith(b"<?xml"))
        self.assertTrue((self.folder / "b.Tasks.CSV").read_bytes().startswith(b"task,coroutine"))
        json.loads(gzip.decompress((self.folder / "c.JSON.GZ").read_bytes()))

    def test_folders_are_refused_and_devices_and_pipes_written_to(self):
        for name in ("folder.svg", "folder.csv"):
            os.mkdir(self.at(name))
            self.assertIn("Is a directory", self.export(self.program, "-o", self.at(name), status=2))
        for extension in ("csv", "svg"):
            os.symlink("/dev/null", self.at("null." + extension))
            os.symlink("/dev/full", self.at("full." + extension))
            self.export(self.program, "-o", self.at("null." + extension))
            self.assertIn("No space left", self.export(self.program, "-o",
                                                       self.at("full." + extension), status=2))
            os.mkfifo(self.at("pipe." + extension))
            with subprocess.Popen(["cat", self.at("pipe." + extension)],
                                  stdout=subprocess.PIPE) as reader:
                self.export(self.program, "-o", self.at("pipe." + extension))
                self.export(self.program, "-o", self.at("file." + extension))
                self.assertEqual(reader.stdout.read(),
                                 (self.folder / f"file.{extension}").read_bytes())
            self.assertTrue(stat.S_ISFIFO(os.stat(self.at("pipe." + extension)).st_mode))

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_that_cannot_be_written_to_is_named(self):
        os.mkdir(self.at("locked"), 0o555)
        self.assertIn("Permission denied",
                      self.export(self.program, "-o", self.at("locked/a.svg"), status=2))

    def test_a_file_that_is_read_only_is_kept(self):
        self.folder.chmod(0o777)
        path = pathlib.Path(self.write("kept.csv", "mine"))
        path.chmod(0o444)
        nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        told = self.export(self.program, "-o", self.at("new.csv"), "-o", str(path), status=2, **nobody)
        self.assertIn("cannot write " + str(path) + ": Permission denied", told)
        self.assertEqual(path.read_text(), "mine")
        self.assertEqual(self.names(), ["kept.csv", "program.py"])

    def test_a_program_that_cannot_run_leaves_no_file(self):
        broken = self.write("broken.py", "import asyncio\nasync def main(:\n")
        told = self.export(broken, "-o", self.at("b.svg"), "-o", self.at("b.csv"), status=2)
        self.assertIn("SyntaxError", told)
        self.assertEqual(self.names(), ["broken.py", "program.py"])

    def test_a_longer_series_from_before_is_told_of(self):
        output = ("-o", self.at("s.svg"), "--storyboard")
        self.assertEqual(self.export(self.program, *output, "0,0,1,1"), "")
        self.assertIn("there are still", self.export(self.program, *output, "0,1"))
        self.assertEqual(len(self.names()), 5)

    def interrupted(self, process):
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)

    def test_ctrl_c_leaves_no_file(self):
        endless = self.write("endless.py", "while True: pass\n")
        before = self.names()
        for name in ("x.csv", "x.svg"):
            process = subprocess.Popen([COROSCOPE, "export", endless, "-o", self.at(name),
                                        "--limit-instructions", str(10**15)], stderr=subprocess.PIPE)
            time.sleep(1)
            self.interrupted(process)
            self.assertEqual(self.names(), before)

    def test_ctrl_c_stops_the_writing_of_a_file(self):
        many = self.write("many.py", MANY)
        before = self.names()
        read, write = os.pipe()
        process = subprocess.Popen([COROSCOPE, "export", many, "-o", self.at("x.csv"), "-o", "-",
                                    "--format", "json"], stdout=write, stderr=subprocess.PIPE)
        os.close(write)
        os.read(read, 1)  # it writes, and waits for more to be read
        process.send_signal(signal.SIGINT)
        with open(read, "rb") as rest:
            text = rest.read()
        process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertLess(len(text), 3_000_000, "all of it was written")
        self.assertEqual(self.names(), before)

    def test_a_terminal_shows_how_far_it_is(self):
        many = self.write("many.py", MANY)
        outputs = [word for name in ("a.json", "b.csv", "c.gif") for word in ("-o", self.at(name))]
        child, terminal = pty.fork()
        if child == 0:
            os.execv(COROSCOPE, [COROSCOPE, "export", many, *outputs, "--duration", "30"])
        shown = b""
        try:
            while piece := os.read(terminal, 4096):
                shown += piece
        except OSError:
            pass  # that is how a terminal ends
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertRegex(shown.decode(), r"\[#+-*\] 3/3 .*c\.gif")
        self.assertTrue(shown.endswith(b"\r\x1b[K"), shown[-80:])

    def test_names_from_anybody_make_valid_files_in_every_format(self):
        hostile = self.write("hostile.py", HOSTILE)
        outputs = [word for name in FORMATS for word in ("-o", self.at("x." + name))]
        self.export(hostile, *outputs, "--fps", "2", "--duration", "1", "--source")
        content = {name: (self.folder / f"x.{name}").read_bytes() for name in FORMATS}
        words = "".join(xml.etree.ElementTree.fromstring(content["svg"]).itertext())
        for name in ("</script>", "'quoted'", "\U0001f600 emoji", "\u05e9\u05dc\u05d5\u05dd", "]]>"):
            self.assertTrue(name in words, name)
        for extension, column in (("csv", "task"), ("tasks.csv", "task")):
            text = content[extension].decode()
            rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
            told = {row[column] for row in rows}
            lost = [name for name in map(shown, NAMES) if name not in told and "'" + name not in told]
            self.assertEqual([name[:50] for name in lost], [])
            for row in rows:
                for cell in row.values():
                    self.assertFalse(cell.startswith(tuple("=+-@\t\r\n")), cell[:50])
        trace = json.loads(content["json"])
        threads = {event["args"]["name"] for event in trace["traceEvents"]
                   if event["name"] == "thread_name"}
        self.assertEqual([name[:50] for name in NAMES if name not in threads], [])
        self.assertEqual(json.loads(gzip.decompress(content["json.gz"])), trace)
        report = content["md"].decode()
        self.assertNotRegex(report.replace("\u202eltr", ""), "[\u202a-\u202e\u2066-\u2069\u2028]")
        for line in report.split("## What happened")[1].splitlines():
            self.assertLess(len(line), 600)
        self.assertRegex(report, r"\n- \*\*0 s\*\* (long )+l?o?n?g?… is created by Task\\-1 main ")
        steps = [json.loads(line) for line in content["steps"].splitlines()]
        self.assertEqual([name[:50] for name in NAMES
                          if name not in {step["task"] for step in steps}], [])
        self.assertTrue(content["png"].endswith(b"IEND\xaeB`\x82"))
        self.assertTrue(content["pdf"].rstrip().endswith(b"%%EOF"))
        self.assertTrue(content["gif"].endswith(b";"))
        for line in content["mmd"].decode().splitlines()[4:]:
            self.assertRegex(line, r"^    (section [^:;#%]+|[^:;#%]+ :\w+, b\d+, \d+, [\d.e+-]+ms)$")
            self.assertLess(len(line), 120)
            self.assertNotRegex(line, "[\u202a-\u202e\u2066-\u2069]")
        # What turns letters around is left out of a figure, which every reader shows alike then.
        self.assertIn("\ufffdltr", words)
        self.assertNotRegex(words, "[\u2028-\u202e\u2066-\u2069]")
        page = content["html"].decode()
        self.assertEqual(page.count("<script"), 2)
        self.assertEqual(page.count("</script"), 2)
        head = page.split("<h1")[1].split("</h1>")[0]
        self.assertIn("\ufffddlot", head)
        self.assertNotRegex(head, "[\u2028-\u202e]")
        with zipfile.ZipFile(io.BytesIO(content["coroscope"])) as archive:
            self.assertIsNone(archive.testzip())


if __name__ == "__main__":
    unittest.main()
