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
import xml.etree.ElementTree

COROSCOPE = os.path.abspath(sys.argv.pop(1))
EXTENSIONS = ("svg", "png", "pdf", "html", "csv", "tasks.csv", "json", "json.gz", "mmd",
              "md")
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
            outputs = [word for extension in EXTENSIONS
                       for word in ("-o", cls.path(name, extension))]
            subprocess.run([COROSCOPE, "export", name, *outputs], check=True, timeout=120,
                           stderr=subprocess.DEVNULL)
            subprocess.run([COROSCOPE, "run", name, "--trace", cls.path(name, "trace")], timeout=120,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def path(cls, name, extension):
        return os.path.join(cls.folder.name, f"{name}.{extension}")

    def each(self, extension):
        self.assertGreater(len(self.names), 5)
        return [(name, self.path(name, extension)) for name in self.names]

    def trace(self, name):
        with open(self.path(name, "trace"), encoding="utf-8") as file:
            return json.load(file)

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
                             [(event["i"], event["t"], event["kind"]) for event in events])

    def test_tasks_csv_adds_up(self):
        for name, path in self.each("tasks.csv"):
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file, strict=True))
            trace = self.trace(name)
            self.assertEqual([row["task"] for row in rows], [task["name"] for task in trace["tasks"]])
            for row in rows:
                if row["turnaround"]:
                    self.assertAlmostEqual(
                        float(row["turnaround"]),
                        float(row["running"]) + float(row["ready"]) + float(row["waiting"]))
            steps = sum(event["kind"] == "StepBegan" for event in trace["events"])
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
            for thread, found in spans.items():
                self.assertTrue(nested(found), f"spans of thread {thread} overlap")
            for pair in flows.values():
                self.assertEqual([event["ph"] for event in pair], ["s", "f"])

    def test_gzip_holds_the_same(self):
        for name, path in self.each("json.gz"):
            self.assertEqual(gzip.decompress(pathlib.Path(path).read_bytes()),
                             pathlib.Path(self.path(name, "json")).read_bytes())

    def test_mermaid_is_a_gantt(self):
        bar = re.compile(r"    [^:;#%]+ :(active|done|milestone), b\d+, \d+, [\d.e+-]+ms")
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
            self.assertEqual(blocks["mermaid"],
                             pathlib.Path(self.path(name, "mmd")).read_text(encoding="utf-8"))
            printed = "".join(event["output"] for event in trace["events"]
                              if event["kind"] == "Output" and event["stream"] == "stdout")
            self.assertEqual(blocks.get("text", ""), printed)
            rows = list(document.iter(space + "table_row"))
            self.assertEqual(len(rows), len(trace["tasks"]))
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


if __name__ == "__main__":
    unittest.main()
