#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of crowds and PDFs on pages, read by poppler's tools.

    pages_test.py COROSCOPE [unittest's arguments]
"""

import pathlib
import re
import shutil
import unittest
import xml.etree.ElementTree

from readers_test import CROWD, InFolder, bundled, coroscope, output_of


class Crowds(InFolder):
    def test_of_hundreds_have_each_name_in_a_figure(self):
        path = self.at("crowd.py")
        pathlib.Path(path).write_text(CROWD.format(399))
        done = coroscope("export", path, "-o", self.at("c.svg"))
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        words = " ".join(xml.etree.ElementTree.parse(self.at("c.svg")).getroot().itertext())
        for number in range(1, 401):
            self.assertRegex(words, rf"\bTask-{number}\b")


@unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
class Pages(InFolder):
    def pages(self, lanes, *options):
        path = self.at("crowd.py")
        pathlib.Path(path).write_text(CROWD.format(lanes - 1))
        done = coroscope("export", path, "-o", self.at("p.pdf"), *options)
        self.assertEqual(done.returncode, 0, done)
        return output_of("pdftotext", "-layout", self.at("p.pdf"), "-").split("\f")[:-1]

    def test_are_not_left_nearly_empty(self):
        for paper in ("a4", "letter"):
            for lanes in (11, 12, 13):
                self.assertEqual(len(self.pages(lanes, "--page", paper)), 1, (paper, lanes))

    def test_of_many_lanes_name_each(self):
        pages = self.pages(400, "--page", "a4")
        for page in pages:
            self.assertIn("Event loop", page)
        told = set(re.findall(r"Task-\d+", "".join(pages)))
        self.assertEqual(told, {f"Task-{number}" for number in range(1, 401)})

    def test_of_more_lanes_than_a_figure_takes_name_each_too(self):
        told = set(re.findall(r"Task-\d+", "".join(self.pages(1200, "--page", "letter-portrait"))))
        self.assertEqual(told, {f"Task-{number}" for number in range(1, 1201)})

    def words(self):
        """Each word of the PDF, with its box and the size of its page, in points."""
        pages = xml.etree.ElementTree.fromstring(
            output_of("pdftotext", "-bbox", self.at("p.pdf"), "-")).findall(".//{*}page")
        for page in pages:
            size = (float(page.get("width")), float(page.get("height")))
            for word in page.findall("{*}word"):
                box = [float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")]
                yield word.text, box, size

    def test_keep_their_margins(self):
        for paper, width, height in (("a4", 842, 595), ("a4-portrait", 595, 842),
                                     ("letter", 792, 612), ("letter-portrait", 612, 792),
                                     ("16:9", 720, 405)):
            self.pages(30, "--page", paper, "--source")
            for text, (left, top, right, bottom), size in self.words():
                self.assertLess(abs(size[0] - width) + abs(size[1] - height), 2, paper)
                self.assertGreater(min(left, top), 27 - 2, (paper, text))
                self.assertLess(right, size[0] - 27 + 2, (paper, text))
                self.assertLess(bottom, size[1] - 27 + 2, (paper, text))

    def test_have_the_program_by_the_chart_where_it_fits(self):
        for paper in ("a4", "a4-portrait", "letter", "letter-portrait"):
            done = coroscope("export", "three_sleepers", "-o", self.at("p.pdf"), "--page", paper,
                             "--source")
            self.assertEqual(done.returncode, 0, done)
            text = output_of("pdftotext", "-layout", self.at("p.pdf"), "-")
            self.assertEqual(text.count("\f"), 1, paper)
            for word in ("Event loop", "asyncio.run(main())"):
                self.assertIn(word, text)

    def test_of_a_slide_hold_the_program_though_its_lines_are_long(self):
        numbers = ", ".join(f"asyncio.sleep({n})" for n in range(1, 6))
        with open(self.at("long.py"), "w", encoding="utf-8") as file:
            file.write(f"import asyncio\n# {'a comment that does not end ' * 6}\nasync def main():\n"
                       f"    values = {dict.fromkeys(('first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'last'), 1)}\n"
                       f"    await asyncio.gather({numbers})\nasyncio.run(main())\n")
        coroscope("export", self.at("long.py"), "-o", self.at("p.pdf"), "--page", "16:9", "--source")
        text = output_of("pdftotext", "-layout", self.at("p.pdf"), "-")
        self.assertEqual(text.count("\f"), 1)
        self.assertIn("asyncio.run(main())", text)

    def test_of_a_slide_are_filled_and_read_from_afar(self):
        for scenario in bundled():
            coroscope("export", scenario, "-o", self.at("p.pdf"), "--page", "16:9")
            words = list(self.words())
            lowest = max(box[3] for _, box, _ in words)
            self.assertGreater(lowest, 0.6 * 405, scenario)
            loop = next(box for text, box, _ in words if text == "Event")
            self.assertGreater(loop[3] - loop[1], 9, scenario)


if __name__ == "__main__":
    unittest.main()
