#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bundled scenario in every format, read by programs that are not ours.

    readers_test.py COROSCOPE [unittest's arguments]

SVG by an XML parser and rsvg-convert, PDF by poppler's tools, PNG by ImageMagick, CSV by Python's
csv, the Chrome trace by a validator of the published format, gzip by Python's gzip, HTML by Python's
parser. A reader that is not installed is skipped, and named.
"""

import csv
import gzip
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings
import xml.etree.ElementTree
import zipfile

COROSCOPE = os.path.abspath(sys.argv.pop(1))
EXTENSIONS = ("svg", "png", "pdf", "gif", "html", "csv", "tasks.csv", "steps", "json", "json.gz",
              "mmd", "md", "coroscope")
SVG = "{http://www.w3.org/2000/svg}"


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout


def bundled():
    listing = output_of(COROSCOPE, "list")
    return [line.split()[0] for line in listing.splitlines() if line.startswith(" ")]


def nested(spans):
    """Whether the spans [begin, end] of one thread lie in or outside one another."""
    open_ends = []
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        while open_ends and open_ends[-1] <= begin:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            return False
        open_ends.append(end)
    return True


class Exported(unittest.TestCase):
    """All files of all scenarios are made once."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.names = bundled()
        for name in cls.names:
            cls.export(name, cls.folder.name)
            subprocess.run([COROSCOPE, "run", name, "--trace", cls.path(name, "trace")], timeout=120,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @staticmethod
    def export(name, folder):
        outputs = [word for extension in EXTENSIONS
                   for word in ("-o", os.path.join(folder, f"{name}.{extension}"))]
        subprocess.run([COROSCOPE, "export", name, *outputs, "--fps", "2", "--duration", "2"],
                       check=True, timeout=120, stderr=subprocess.DEVNULL)

    @classmethod
    def path(cls, name, extension):
        return os.path.join(cls.folder.name, f"{name}.{extension}")

    def each(self, extension):
        self.assertGreater(len(self.names), 5)
        return [(name, self.path(name, extension)) for name in self.names]

    def trace(self, name):
        with open(self.path(name, "trace"), encoding="utf-8") as file:
            return json.load(file)

    @staticmethod
    def told(trace):
        """Those that asyncio.run makes of its own have no lane, and are in no list either."""
        return [task for task in trace["tasks"]
                if not task["coroutine"].startswith("BaseEventLoop.")]

    def test_of_one_run_made_twice_have_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in self.names:
                self.export(name, folder)
                for extension in EXTENSIONS:
                    again = pathlib.Path(folder, f"{name}.{extension}").read_bytes()
                    self.assertEqual(again, pathlib.Path(self.path(name, extension)).read_bytes(),
                                     (name, extension))

    def test_svg_is_xml_whose_words_are_text(self):
        for name, path in self.each("svg"):
            root = xml.etree.ElementTree.parse(path).getroot()
            self.assertEqual(root.tag, SVG + "svg")
            words = [text.text for text in root.iter(SVG + "text")]
            self.assertIn("Event loop", words)
            self.assertIn(root.find(SVG + "title").text, words)
            self.assertEqual(list(root.iter(SVG + "image")), [])
            groups = {group.get("id"): group.find(SVG + "title").text
                      for group in root.iter(SVG + "g")}
            self.assertEqual(len(groups), len(list(root.iter(SVG + "g"))), "ids are not unique")
            self.assertEqual(groups["loop"], "Event loop")
            self.assertIn(groups["task-0"], words)
            spans = [title for name, title in groups.items() if name.startswith("task-0-span-")]
            self.assertTrue(any("running" in title for title in spans), spans)

    @unittest.skipUnless(shutil.which("rsvg-convert"), "needs librsvg2-bin")
    def test_svg_is_drawn_by_librsvg(self):
        for name, path in self.each("svg"):
            subprocess.run(["rsvg-convert", path, "-o", path + ".png"], check=True, timeout=60)
            self.assertGreater(os.path.getsize(path + ".png"), 5000)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_pdf_has_its_words_and_fonts(self):
        for name, path in self.each("pdf"):
            text = output_of("pdftotext", "-layout", path, "-")
            self.assertIn("Event loop", text)
            fonts = output_of("pdffonts", path).splitlines()[2:]
            self.assertGreater(len(fonts), 0)
            for font in fonts:
                self.assertRegex(font, r"\byes\s+(yes|no)\s+(yes|no)\s+\d", "a font is not embedded")
            self.assertRegex(output_of("pdfinfo", path), r"Pages:\s+1\n")

    @unittest.skipUnless(shutil.which("identify"), "needs imagemagick")
    def test_png_has_two_pixels_for_each_of_the_svg(self):
        for name, path in self.each("png"):
            width, height = map(int, output_of("identify", "-format", "%w %h", path).split())
            box = xml.etree.ElementTree.parse(self.path(name, "svg")).getroot().get("viewBox")
            self.assertEqual([width, height], [2 * int(float(size)) for size in box.split()[2:]])

    def test_csv_has_a_row_for_each_event(self):
        for name, path in self.each("csv"):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, strict=True))
            events = self.trace(name)["events"]
            self.assertEqual([(int(row["event"]), float(row["time"]), row["kind"]) for row in rows],
                             [(event["i"] + 1, event["t"], event["kind"]) for event in events])

    def test_tasks_csv_adds_up(self):
        for name, path in self.each("tasks.csv"):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, strict=True))
            trace = self.trace(name)
            self.assertEqual([row["task"] for row in rows],
                             [task["name"] for task in self.told(trace)])
            for row in rows:
                if row["turnaround"]:
                    self.assertAlmostEqual(
                        float(row["turnaround"]),
                        float(row["running"]) + float(row["ready"]) + float(row["waiting"]))
            told = {task["id"] for task in self.told(trace)}
            steps = sum(event["kind"] == "StepBegan" and event["task"] in told
                        for event in trace["events"])
            self.assertEqual(sum(int(row["steps"]) for row in rows), steps)

    def test_chrome_trace_is_of_the_published_format(self):
        for name, path in self.each("json"):
            with open(path, encoding="utf-8") as file:
                events = json.load(file)["traceEvents"]
            spans, flows, threads = {}, {}, set()
            for event in events:
                self.assertIn(event["ph"], "MXsfiC")
                self.assertGreater(event["tid"], 0)
                self.assertIsInstance(event["pid"], int)
                if event["ph"] == "M":
                    if event["name"] == "thread_name":
                        threads.add(event["tid"])
                    continue
                self.assertIsInstance(event["ts"], (int, float))
                self.assertGreaterEqual(event["ts"], 0)
                if event["ph"] == "X":
                    self.assertGreaterEqual(event["dur"], 0)
                    spans.setdefault(event["tid"], []).append((event["ts"], event["ts"] + event["dur"]))
                elif event["ph"] in "sf":
                    flows.setdefault((event["id"], event["cat"], event["name"]), []).append(event)
                elif event["ph"] == "i":
                    self.assertEqual(event["s"], "t")
                elif event["ph"] == "C":
                    self.assertTrue(all(value >= 0 for value in event["args"].values()))
            self.assertLessEqual(set(spans), threads)
            self.assertEqual(len(threads), 1 + len(self.told(self.trace(name))))
            for thread, found in spans.items():
                self.assertTrue(nested(found), f"spans of thread {thread} overlap")
            for pair in flows.values():
                self.assertEqual([event["ph"] for event in pair], ["s", "f"])

    @unittest.skipUnless(shutil.which("identify"), "needs imagemagick")
    def test_gif_has_the_pictures_of_its_seconds(self):
        for name, path in self.each("gif"):
            delays = output_of("identify", "-format", "%T ", path).split()
            self.assertEqual(delays, ["50"] * 4 + ["150"], name)

    def test_lesson_runs_as_its_program(self):
        for name, path in self.each("coroscope"):
            runs = [subprocess.run([COROSCOPE, "run", which], capture_output=True, timeout=120)
                    for which in (name, path)]
            self.assertEqual(runs[0].returncode, runs[1].returncode, name)
            self.assertEqual(runs[0].stdout, runs[1].stdout, name)

    def test_gzip_holds_the_same(self):
        for name, path in self.each("json.gz"):
            self.assertEqual(gzip.decompress(pathlib.Path(path).read_bytes()),
                             pathlib.Path(self.path(name, "json")).read_bytes())

    def test_a_step_listing_is_that_of_the_run(self):
        for name, path in self.each("steps"):
            subprocess.run([COROSCOPE, "run", name, "--steps", path + ".run"], timeout=120,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            listing = pathlib.Path(path).read_bytes()
            self.assertEqual(listing, pathlib.Path(path + ".run").read_bytes())
            for line in listing.splitlines():
                self.assertIn("event", json.loads(line))

    def test_mermaid_is_a_gantt(self):
        bar = re.compile(r"    [^:;#%]+ :(active|done|milestone|crit, milestone), b\d+, \d+, [\d.e+-]+ms")
        for name, path in self.each("mmd"):
            lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
            self.assertEqual(lines[0], "gantt")
            self.assertTrue(lines[1].startswith("    title "))
            self.assertEqual(lines[2:4], ["    dateFormat x", "    axisFormat %M:%S.%L"])
            for line in lines[4:]:
                self.assertTrue(line.startswith("    section ") or bar.fullmatch(line), line)

    @unittest.skipUnless(shutil.which("cmark-gfm"), "needs cmark-gfm")
    def test_report_is_markdown(self):
        space = "{http://commonmark.org/xml/1.0}"
        for name, path in self.each("md"):
            document = xml.etree.ElementTree.fromstring(
                output_of("cmark-gfm", "-e", "table", "-t", "xml", path).split("\n", 2)[2])
            blocks = {block.get("info"): block.text for block in document.iter(space + "code_block")}
            trace = self.trace(name)
            self.assertIn("import asyncio\n", blocks["python"])
            figure = document.find(f".//{space}image").get("destination")
            self.assertEqual(figure, f"{name}-figure.svg")
            root = xml.etree.ElementTree.parse(os.path.join(self.folder.name, figure)).getroot()
            self.assertIn("Event loop", [text.text for text in root.iter(SVG + "text")])
            printed = "".join(event["output"] for event in trace["events"]
                              if event["kind"] == "Output" and event["stream"] == "stdout")
            self.assertEqual(blocks.get("text", ""), printed)
            rows = list(document.iter(space + "table_row"))
            self.assertEqual(len(rows), len(self.told(trace)))
            self.assertNotIn("BaseEventLoop", pathlib.Path(path).read_text(encoding="utf-8"))
            self.assertEqual(list(document.iter(space + "html_block")), [])
            self.assertEqual(list(document.iter(space + "html_inline")), [])

    def test_html_holds_the_run_and_one_script(self):
        class Scripts(html.parser.HTMLParser):
            def __init__(self):
                super().__init__()
                self.found, self.inside = [], False

            def handle_starttag(self, tag, attributes):
                self.inside = tag == "script"
                if self.inside:
                    self.found.append([dict(attributes), ""])

            def handle_endtag(self, tag):
                self.inside = False

            def handle_data(self, data):
                if self.inside:
                    self.found[-1][1] += data

        for name, path in self.each("html"):
            text = pathlib.Path(path).read_text(encoding="utf-8")
            scripts = Scripts()
            scripts.feed(text)
            (attributes, data), (_, code) = scripts.found
            self.assertEqual(attributes["id"], "run")
            self.assertEqual(len(json.loads(data)["time"]), len(self.trace(name)["events"]))
            self.assertIn("class Player", code)
            self.assertNotRegex(text, r"(src|href)\s*=\s*[\"']?(https?:)?//")



PROGRAM = """import asyncio
from tools.delay import nap

async def main():
    await asyncio.gather(nap(1), nap(2))
    print("done")

asyncio.run(main())
"""
CROWD = """import asyncio

async def main():
    await asyncio.gather(*(asyncio.sleep(1) for _ in range({})))

asyncio.run(main())
"""
HELPER = "import asyncio\n\nasync def nap(n):\n    await asyncio.sleep(n)\n"


def coroscope(*arguments, **options):
    return subprocess.run([COROSCOPE, *arguments], capture_output=True, timeout=120, **options)


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def at(self, name):
        return str(self.folder / name)


class Lessons(InFolder):
    """What Python's zipfile packs is run, and what is packed is read by zipfile and unzip."""

    def pack(self, name="lesson.coroscope", manifest=None, more=(), mode=zipfile.ZIP_DEFLATED):
        manifest = {"format": "coroscope lesson", "version": 1, "main": "main.py", **(manifest or {})}
        with zipfile.ZipFile(self.at(name), "w", mode) as archive:
            archive.writestr("manifest.json", json.dumps(manifest))
            archive.writestr("main.py", PROGRAM)
            archive.writestr("tools/delay.py", HELPER)
            for entry, content in more:
                archive.writestr(entry, content)
        return self.at(name)

    def refused(self, path, words):
        """Every command says what is wrong with a file, and does nothing."""
        for command in (["run", path], ["check", path], ["export", path, "-o", self.at("x.svg")]):
            done = coroscope(*command)
            self.assertEqual(done.returncode, 2, (command, done))
            self.assertEqual(done.stdout, b"")
            self.assertIn(words, done.stderr.decode())
            self.assertLess(len(done.stderr), 1000)
        self.assertFalse(os.path.exists(self.at("x.svg")))

    def test_is_run_and_checked_as_its_program_would_be(self):
        for mode in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
            lesson = self.pack(mode=mode)
            self.assertEqual(coroscope("run", lesson).stdout, b"done\n")
            self.assertEqual(coroscope("check", lesson).returncode, 0)
            with open(lesson, "rb") as file:
                self.assertEqual(coroscope("run", "-", stdin=file).stdout, b"done\n")

    def test_tracebacks_show_the_lesson_as_a_folder(self):
        with zipfile.ZipFile(self.at("l.coroscope"), "w") as archive:
            archive.writestr("manifest.json", json.dumps(
                {"format": "coroscope lesson", "version": 1, "main": "a.py"}))
            archive.writestr("a.py", "import b\nb.fail()\n")
            archive.writestr("b.py", "def fail():\n    raise ValueError(1)\n")
        done = coroscope("run", self.at("l.coroscope"))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.decode(), f"""Traceback (most recent call last):
  File "{self.at('l.coroscope')}/a.py", line 2, in <module>
    b.fail()
  File "{self.at('l.coroscope')}/b.py", line 2, in fail
    raise ValueError(1)
ValueError: 1
""")

    def test_is_packed_with_the_files_that_are_imported(self):
        (self.folder / "tools").mkdir()
        (self.folder / "tools" / "delay.py").write_text(HELPER)
        (self.folder / "other.py").write_text("not imported")
        (self.folder / "main.py").write_text(PROGRAM)
        done = coroscope("export", self.at("main.py"), "-o", self.at("l.coroscope"))
        self.assertEqual(done.returncode, 0, done)
        with zipfile.ZipFile(self.at("l.coroscope")) as archive:
            self.assertIsNone(archive.testzip())
            self.assertEqual(archive.namelist(), ["manifest.json", "main.py", "tools/delay.py"])
            self.assertEqual(archive.read("main.py").decode(), PROGRAM)
            self.assertEqual(json.loads(archive.read("manifest.json"))["version"], 1)
        first = pathlib.Path(self.at("l.coroscope")).read_bytes()
        coroscope("export", self.at("main.py"), "-o", self.at("l.coroscope"))
        self.assertEqual(pathlib.Path(self.at("l.coroscope")).read_bytes(), first)
        self.assertEqual(coroscope("run", self.at("l.coroscope")).stdout, b"done\n")
        if shutil.which("unzip"):
            output_of("unzip", "-t", self.at("l.coroscope"))

    def test_of_a_newer_version_is_refused_politely(self):
        self.refused(self.pack(manifest={"version": 4, "novelty": True}),
                     "was made by a newer Coroscope (lessons of version 4, this one reads up to 3)")

    def test_packed_by_macos_is_read_without_what_that_adds(self):
        more = [("__MACOSX/._main.py", b"\0\5\x16\7"), (".DS_Store", b"\0\0\0\1Bud1")]
        self.assertEqual(coroscope("run", self.pack(more=more)).stdout, b"done\n")

    def test_that_is_hostile_or_damaged_is_refused(self):
        self.refused(self.pack(more=[(".profile", "x")]), "a name that is not allowed")
        self.refused(self.pack(more=[("../../escape.py", "x = 1")]), "a name that is not allowed")
        self.refused(self.pack(more=[("/etc/escape.py", "x = 1")]), "a name that is not allowed")
        self.refused(self.pack(more=[(f"{n}.py", "") for n in range(600)]), "more than 500 files")
        bomb = [(f"{n}.bin", bytes(32 << 20)) for n in range(3)]
        self.refused(self.pack(more=bomb), "more than 64 MiB when unpacked")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.refused(self.pack(more=[("main.py", "twice = 1")]), "holds main.py twice")
        whole = pathlib.Path(self.pack()).read_bytes()
        for name, content in (("cut.coroscope", whole[:-40]), ("empty.coroscope", b""),
                              ("text.coroscope", b"print(1)"),
                              ("list.coroscope", whole.replace(b"PK\1\2", b"PK\1\3", 1))):
            pathlib.Path(self.at(name)).write_bytes(content)
            self.refused(self.at(name), "error: this file is ")
        # A size that is a lie.
        place = whole.index(b"PK\1\2") + 24
        lie = whole[:place] + (1 << 31).to_bytes(4, "little") + whole[place + 4:]
        pathlib.Path(self.at("lie.coroscope")).write_bytes(lie)
        self.refused(self.at("lie.coroscope"), "error: ")


class Storyboards(InFolder):
    @unittest.skipUnless(shutil.which("rsvg-convert"), "needs librsvg2-bin")
    def test_have_a_numbered_file_for_each_moment(self):
        done = coroscope("export", "three_sleepers", "-o", self.at("s.svg"), "--storyboard", "0,0.5,1")
        self.assertEqual(done.returncode, 0, done)
        self.assertEqual(sorted(os.listdir(self.folder)), ["s-001.svg", "s-002.svg", "s-003.svg"])
        pictures = set()
        for number in (1, 2, 3):
            path = self.at(f"s-00{number}.svg")
            words = [text.text for text in xml.etree.ElementTree.parse(path).iter(SVG + "text")]
            self.assertTrue(any(word.startswith(f"{number} of 3 · ") for word in words), words)
            pictures.add(subprocess.run(["rsvg-convert", path], check=True, capture_output=True).stdout)
        self.assertEqual(len(pictures), 3)

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_have_a_page_of_a_pdf_for_each_step(self):
        for paper in ("fit", "a4"):
            done = coroscope("export", "patience", "-o", self.at("s.pdf"), "--storyboard", "steps",
                             "--page", paper)
            self.assertEqual(done.returncode, 0, done)
            pages = output_of("pdftotext", "-layout", self.at("s.pdf"), "-").split("\f")[:-1]
            count = int(re.search(r"1 of (\d+) · ", pages[0])[1])
            self.assertEqual(len(pages), count)
            self.assertIn(f"{count} of {count} · ", pages[-1])

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_have_one_page_for_each_step_of_many_lanes_too(self):
        path = self.at("crowd.py")
        pathlib.Path(path).write_text(CROWD.format(14))
        for paper in ("16:9", "a4"):
            done = coroscope("export", path, "-o", self.at("s.pdf"), "--storyboard", "steps",
                             "--page", paper)
            self.assertEqual(done.returncode, 0, done)
            pages = output_of("pdftotext", "-layout", self.at("s.pdf"), "-").split("\f")[:-1]
            count = int(re.search(r"1 of (\d+) · ", pages[0])[1])
            self.assertEqual(len(pages), count)
            for number, page in enumerate(pages, 1):
                self.assertIn(f"{number} of {count} · ", page)
                for word in ("Event loop", "Task-2", "Task-15", "not alive"):
                    self.assertIn(word, page)

    def test_take_the_bookmarks_of_a_lesson(self):
        coroscope("export", "three_sleepers", "-o", self.at("l.coroscope"))
        with zipfile.ZipFile(self.at("l.coroscope")) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        manifest = json.loads(files["manifest.json"])
        files["manifest.json"] = json.dumps({**manifest, "bookmarks": [2, 5]})
        with zipfile.ZipFile(self.at("b.coroscope"), "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        done = coroscope("export", self.at("b.coroscope"), "-o", self.at("s.png"),
                         "--storyboard", "bookmarks")
        self.assertEqual(done.returncode, 0, done)
        self.assertTrue(os.path.exists(self.at("s-002.png")))
        none = coroscope("export", self.at("l.coroscope"), "-o", self.at("n.png"),
                         "--storyboard", "bookmarks")
        self.assertEqual(none.returncode, 2)
        self.assertIn("there are no bookmarks", none.stderr.decode())


class Animations(InFolder):
    @unittest.skipUnless(shutil.which("identify"), "needs imagemagick")
    def test_gif_is_read_by_imagemagick(self):
        done = coroscope("export", "three_sleepers", "-o", self.at("a.gif"), "--fps", "5",
                         "--duration", "2", "--width", "640")
        self.assertEqual(done.returncode, 0, done)
        frames = output_of("identify", "-format", "%T %W %[canvas]\n", self.at("a.gif")).split("\n")[:-1]
        self.assertEqual([frame.split()[0] for frame in frames], ["20"] * 10 + ["150"])
        self.assertEqual({frame.split()[1] for frame in frames}, {"640"})
        subprocess.run(["convert", self.at("a.gif"), "-coalesce", self.at("f-%02d.png")], check=True)
        pictures = {output_of("identify", "-format", "%#", self.at(f"f-{n:02}.png")) for n in range(11)}
        self.assertGreater(len(pictures), 9)
        corner = output_of("convert", self.at("f-05.png"), "-format", "%[pixel:p{1,1}]", "info:")
        self.assertEqual(corner, "srgb(255,255,255)")

    def test_svg_plays_in_smil_and_says_what_happens(self):
        done = coroscope("export", "three_sleepers", "-o", self.at("a.svg"), "--animate", "--source",
                         "--duration", "2")
        self.assertEqual(done.returncode, 0, done)
        root = xml.etree.ElementTree.parse(self.at("a.svg")).getroot()
        playback = root.find(f"{SVG}g[@id='playback']")
        self.assertEqual(len(list(playback.iter(SVG + "animateTransform"))), 1)
        for each in playback.iter(SVG + "animate"):
            times = [float(time) for time in each.get("keyTimes").split(";")]
            self.assertEqual(times, sorted(times))
            self.assertEqual(len(times), len(each.get("values").split(";")))
            self.assertEqual(times[0], 0)
            self.assertLessEqual(times[-1], 1)
        self.assertGreater(len(list(playback.iter(SVG + "text"))), 3)

    def test_of_pixels_or_data_there_are_none(self):
        done = coroscope("export", "hello", "-o", self.at("a.png"), "--animate")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(os.listdir(self.folder), [])


class SeveralFiles(InFolder):
    """What happens in a file that the scenario imports is told of there."""

    def setUp(self):
        super().setUp()
        (self.folder / "tools").mkdir()
        (self.folder / "tools" / "delay.py").write_text(HELPER)
        (self.folder / "main.py").write_text(PROGRAM)

    def export(self, name, *options):
        done = coroscope("export", self.at("main.py"), "-o", self.at(name), *options)
        self.assertEqual(done.returncode, 0, done)
        return (self.folder / name).read_text(encoding="utf-8")

    def test_a_table_names_the_file_of_each_line(self):
        rows = list(csv.DictReader(self.export("x.csv").splitlines(), strict=True))
        suspended = {row["text"]: (row["file"], int(row["line"])) for row in rows
                     if "is suspended" in row["text"]}
        self.assertEqual(suspended, {
            "Task-1 main is suspended: gather of 2": ("main.py", 5),
            "Task-2 nap is suspended: sleep 1 s": ("tools/delay.py", 4),
            "Task-3 nap is suspended: sleep 2 s": ("tools/delay.py", 4)})
        for row in rows:
            self.assertEqual(bool(row["line"]), bool(row["file"]), row)

    def test_a_chrome_trace_holds_all_files_and_the_places_in_them(self):
        trace = json.loads(self.export("x.json"))
        self.assertEqual({name: text for name, (text, _) in trace["file_info"]["files"].items()},
                         {"main.py": PROGRAM, "tools/delay.py": HELPER})
        places = {event["name"]: event["args"] for event in trace["traceEvents"]
                  if event["ph"] == "X" and "args" in event}
        self.assertEqual(places["sleep 2 s"], {"line": 4, "file": "tools/delay.py"})
        self.assertEqual(places["gather of 2"], {"line": 5, "file": "main.py"})
        self.assertEqual(places["nap (tools/delay.py:4)"], {"line": 4, "file": "tools/delay.py"})
        self.assertEqual(trace["file_info"]["functions"]["nap (tools/delay.py:4)"],
                         ["tools/delay.py", 4])

    @unittest.skipUnless(shutil.which("cmark-gfm"), "needs cmark-gfm")
    def test_a_report_quotes_all_files(self):
        self.export("x.md")
        space = "{http://commonmark.org/xml/1.0}"
        document = xml.etree.ElementTree.fromstring(
            output_of("cmark-gfm", "-t", "xml", self.at("x.md")).split("\n", 2)[2])
        programs = [block.text for block in document.iter(space + "code_block")
                    if block.get("info") == "python"]
        self.assertEqual(programs, [PROGRAM, HELPER])
        titles = ["".join(strong.itertext()).strip() for strong in document.iter(space + "strong")]
        self.assertEqual(titles[:2], ["main.py", "tools/delay.py"])

    def test_a_figure_lists_all_files(self):
        self.export("x.svg", "--source")
        words = [text.text for text in
                 xml.etree.ElementTree.parse(self.at("x.svg")).iter(SVG + "text")]
        for line in ("main.py", "tools/delay.py", "async def main():", "async def nap(n):"):
            self.assertIn(line, [word.strip() for word in words])


class Ranges(InFolder):
    def test_in_which_nothing_happens_are_warned_of(self):
        done = coroscope("export", "hello", "-o", self.at("a.svg"), "--from", "0.3", "--to", "0.4")
        self.assertEqual(done.returncode, 0)
        self.assertIn("warning: nothing happens in this part of the run: there is only waiting",
                      done.stderr.decode())

    def test_that_are_empty_are_refused(self):
        for at in ("0", "0.5", "1"):
            done = coroscope("export", "hello", "-o", self.at("a.svg"), "-o", self.at("a.csv"),
                             "--from", at, "--to", at)
            self.assertEqual(done.returncode, 2)
            self.assertIn(f"from {at} s to {at} s is an empty range of time", done.stderr.decode())
            self.assertEqual(os.listdir(self.folder), [])


if __name__ == "__main__":
    unittest.main()
