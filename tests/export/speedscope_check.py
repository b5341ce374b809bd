#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every bundled scenario's Chrome trace, read by speedscope's own parser in Chromium. To be run by
hand:

    npm pack speedscope && tar xzf speedscope-*.tgz
    speedscope_check.py COROSCOPE package/dist/release

Each thread that has spans must be a profile there.
"""

import base64
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import webdriver

PATIENCE = 20  # seconds


def threads_with_spans(trace):
    return len({event["tid"] for event in trace["traceEvents"] if event["ph"] == "X"})


def profiles(browser, page, folder, name, text):
    """How many profiles speedscope finds; or all that it has to say."""
    data = base64.b64encode(text).decode()
    script = pathlib.Path(folder, "load.js")
    script.write_text(f"speedscope.loadFileFromBase64({json.dumps(name)}, {json.dumps(data)})")
    browser.open("about:blank")
    browser.open(f"{page}#localProfilePath={script}")
    words = ""
    for _ in range(PATIENCE * 10):
        words = browser.run("return document.body.innerText")
        found = re.search(r"\(tid \d+\) \(\d+/(\d+)\)", words)
        if found:
            return int(found[1])
        time.sleep(0.1)
    return words


def main():
    coroscope, release = sys.argv[1:]
    page = pathlib.Path(release, "index.html").resolve().as_uri()
    listing = subprocess.run([coroscope, "list"], check=True, capture_output=True, text=True).stdout
    names = [line.split()[0] for line in listing.splitlines() if line.startswith(" ")]
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        browser = webdriver.Browser(folder + "/profile")
        try:
            for name in names:
                text = subprocess.run([coroscope, "export", name, "-o", "-", "--format", "json"],
                                      check=True, stdout=subprocess.PIPE,
                                      stderr=subprocess.DEVNULL).stdout
                found = profiles(browser, page, folder, name, text)
                if found != threads_with_spans(json.loads(text)):
                    wrong.append(f"{name}: {found}")
        finally:
            browser.close()
    print("\n".join(wrong + [f"{len(names) - len(wrong)} of {len(names)} traces are as they should be"]))
    return 1 if wrong or not names else 0


if __name__ == "__main__":
    sys.exit(main())
