#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bundled scenario's Mermaid chart, read by Mermaid's own parser in Chromium. To be run by hand:

    npm pack mermaid && tar xzf mermaid-*.tgz package/dist/mermaid.min.js
    mermaid_check.py COROSCOPE package/dist/mermaid.min.js

It is no part of ./dev test, for which 18 MB of JavaScript would be too much. Every chart must be a
gantt with as many bars as it has lines of them.
"""

import pathlib
import subprocess
import sys
import tempfile

import webdriver

PARSE = """
const [charts, done] = arguments;
mermaid.initialize({startOnLoad: false});
(async () => {
  const read = {};
  for (const [name, text] of Object.entries(charts)) {
    try {
      const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
      read[name] = [diagram.type, diagram.db.getTasks().length];
    } catch (error) {
      read[name] = String(error);
    }
  }
  done(read);
})();
"""

# Names in which something means something to Mermaid.
ODD = """
import asyncio
async def main():
    for name in ("a:b", "c;d", "#e", "<b>x", "%%y", "section z", "done", "comma, x", "end", "click"):
        await asyncio.create_task(asyncio.sleep(1), name=name)
asyncio.run(main())
"""


def chart_of(coroscope, scenario, **options):
    return subprocess.run([coroscope, "export", scenario, "-o", "-", "--format", "mmd"], check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options).stdout


def main():
    coroscope, mermaid = sys.argv[1:]
    listing = subprocess.run([coroscope, "list"], check=True, capture_output=True, text=True).stdout
    names = [line.split()[0] for line in listing.splitlines() if line.startswith(" ")]
    charts = {name: chart_of(coroscope, name) for name in names}
    charts["odd names"] = chart_of(coroscope, "-", input=ODD)
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "page.html")
        page.write_text(f'<!doctype html><script src="{pathlib.Path(mermaid).resolve().as_uri()}"></script>')
        browser = webdriver.Browser(folder + "/profile")
        try:
            browser.open(page.as_uri())
            read = browser.call("POST", "/execute/async", {"script": PARSE, "args": [charts]})
        finally:
            browser.close()
    wrong = {name: read[name] for name, chart in charts.items()
             if read[name] != ["gantt", chart.count(" :")]}
    for name, found in wrong.items():
        print(f"{name}: {found}")
    print(f"{len(charts) - len(wrong)} of {len(charts)} charts are as they should be")
    return 1 if wrong or not charts else 0


if __name__ == "__main__":
    sys.exit(main())
