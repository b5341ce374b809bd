# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of W3C WebDriver as the tests of the page need, spoken to chromedriver."""

import json
import re
import shutil
import subprocess
import urllib.error
import urllib.request

KEYS = {"Left": "\ue012", "Right": "\ue014", "Home": "\ue011", "End": "\ue010", "PageUp": "\ue00e",
        "PageDown": "\ue00f", "Escape": "\ue00c", "Shift": "\ue008", "Control": "\ue009",
        "Tab": "\ue004", "Space": " "}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


def missing_tools():
    return [tool for tool in ("chromium", "chromedriver") if not shutil.which(tool)]


class Browser:
    """A headless Chromium with one window."""

    def __init__(self, profile):
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        for line in self.driver.stdout:
            found = re.search(r"started successfully on port (\d+)", line)
            if found:
                break
        self.base = f"http://127.0.0.1:{found[1]}"
        try:
            self.base += "/session/" + self.new_session(profile)
        except AssertionError:
            self.end_driver()
            raise

    def new_session(self, profile):
        # By a pipe, since a bare machine may have no name for localhost.
        options = {"args": ["--remote-debugging-pipe", "--headless=new", "--no-sandbox",
                            "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage",
                            "--force-color-profile=srgb", f"--user-data-dir={profile}",
                            "--window-size=1280,860"]}
        answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL"}}}})
        return answer["sessionId"]

    def end_driver(self):
        self.driver.terminate()
        self.driver.wait()
        self.driver.stdout.close()

    def close(self):
        try:
            self.call("DELETE", "")
        finally:
            self.end_driver()

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def open(self, url):
        self.call("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        return self.call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *names):
        """All of them at once: `press("Shift", "Right")`."""
        codes = [KEYS.get(name, name) for name in names]
        actions = [{"type": "keyDown", "value": code} for code in codes]
        actions += [{"type": "keyUp", "value": code} for code in reversed(codes)]
        self.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def point(self, x, y, click=False):
        actions = [{"type": "pointerMove", "x": round(x), "y": round(y), "duration": 0}]
        if click:
            actions += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self.call("POST", "/actions", {"actions": [{"type": "pointer", "id": "mouse",
                                                    "actions": actions}]})

    def find(self, selector):
        return self.call("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        self.call("POST", f"/element/{self.find(selector)}/click", {})

    def label(self, selector):
        """What a screen reader calls it."""
        return self.call("GET", f"/element/{self.find(selector)}/computedlabel")

    def role(self, selector):
        return self.call("GET", f"/element/{self.find(selector)}/computedrole")

    def resize(self, width, height):
        self.call("POST", "/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}})

    def screenshot(self):
        """PNG, in base64."""
        return self.call("GET", "/screenshot")

    def print(self):
        """PDF, in base64."""
        return self.call("POST", "/print", {})

    def complaints(self):
        return self.call("POST", "/se/log", {"type": "browser"})
