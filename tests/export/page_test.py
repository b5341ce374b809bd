#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page that plays a run, in headless Chromium: by clicks and keys, and its state at every event
against the trace.

    page_test.py COROSCOPE [--keep FOLDER] [unittest's arguments]

The state that is expected comes from `coroscope run --trace` by the rules of engine/trace/event.h,
written down here once more. `--keep` saves screenshots. Exit status 77: no browser, nothing tested.
"""

import base64
import itertools
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree

import webdriver

COROSCOPE = os.path.abspath(sys.argv.pop(1))
SVG = "{http://www.w3.org/2000/svg}"
KEEP = None
if len(sys.argv) > 2 and sys.argv[1] == "--keep":
    KEEP = pathlib.Path(sys.argv[2])
    del sys.argv[1:3]

HOSTILE = r'''
# /// coroscope
# title = "</title><script>document.hacked = 1</script> \"quoted\" & <b>@run</b>"
# ///
"""</script><!-- <script> ]]> -->"""
import asyncio

NAMES = ["</script><img src=x onerror='document.hacked=1'>", '"; document.hacked=1; "', "\u202eltr",
         "\x1b[31mred\x07\x00", "\U0001f600", "\u2028\u2029", "${document.hacked=1}`", "__proto__",
         "constructor", "long" * 2500, "\u05e9\u05dc\u05d5\u05dd", "a\nb", "&amp;&lt;", "@script"]

async def child(name):
    print("</pre></script><script>document.hacked = 1</script>", name)
    await asyncio.sleep(1)

async def main():
    await asyncio.gather(*(asyncio.create_task(child(name), name=name) for name in NAMES))

asyncio.run(main())
'''
BUSY = '''
import asyncio, time

async def worker(queue, lock):
    while True:
        n = await queue.get()
        async with lock:
            await asyncio.sleep(0.01 * n)
        queue.task_done()

async def main():
    queue, lock = asyncio.Queue(3), asyncio.Lock()
    workers = [asyncio.create_task(worker(queue, lock)) for _ in range(4)]
    for n in range(30):
        await queue.put(n % 7)
    await asyncio.to_thread(time.sleep, 0.2)
    await queue.join()
    for task in workers:
        task.cancel()
    time.sleep(0.5)
    await asyncio.gather(*workers, return_exceptions=True)

asyncio.run(main())
'''

PROGRAM = """import asyncio
from tools.delay import nap

async def main():
    await asyncio.gather(nap(1), nap(2))
    print("done")

asyncio.run(main())
"""
HELPER = """import asyncio

async def nap(n):
    print("nap", n)
    await asyncio.sleep(n)
"""

# What the page shows after each event, read from its elements alone.
READ = """
const player = document.player, seen = [];
const wasPrinted = piece => piece.className === 'stdout' || piece.className === 'stderr';
for (let event = 0; event <= player.run.last; ++event) {
    player.moveTo(event);
    seen.push({
        event: Number(document.documentElement.dataset.event),
        clock: document.getElementById('clock').textContent,
        scrub: document.getElementById('scrub').getAttribute('aria-valuetext'),
        line: document.querySelector('#source li.running')?.value ?? 0,
        chips: document.querySelectorAll('.chip').length,
        tasks: [...document.querySelectorAll('#tasks li')]
            .filter((row, index) => player.run.lanes[index + 1].task)
            .map(row => row.querySelector('.state').textContent),
        printed: [...document.querySelectorAll('#console span')].filter(wasPrinted)
            .map(piece => piece.textContent).join(''),
    });
}
return seen;
"""


def states_by_the_trace(trace):
    """After each event: the state of each task by id, what was printed, the line."""
    states, printed, result = {}, "", []
    callback, stepping = False, False
    for event in trace["events"]:
        kind, task = event["kind"], event.get("task")
        # Callbacks of asyncio's own run no line of the program.
        if kind in ("StepBegan", "TimerFired", "ClockJumped", "Finished"):
            callback = False
        elif kind == "CallbackRan":
            callback = event["callback"].split(".")[-1][:1] in ("", "_")
        stepping = kind == "StepBegan" or stepping and kind != "StepEnded"
        inside = callback or kind == "CallbackScheduled" and task is not None and not stepping
        if kind == "TaskCreated":
            states[task] = "ready"
        elif kind == "StepBegan":
            states[task] = "running"
        elif kind == "StepEnded":
            if event["end"] != "suspended":
                states[task] = event["end"]
            else:
                states[task] = "ready" if event["reason"] == "next turn" else "suspended"
        elif kind == "TaskWoken" and states[task] == "suspended":
            states[task] = "ready"
        elif kind in ("BlockingBegan", "BlockingEnded") and task in states:
            states[task] = "blocked" if kind == "BlockingBegan" else "running"
        elif kind == "Output":
            printed += event["output"]
        result.append((dict(states), printed, 0 if inside else event.get("line", 0)))
    return result


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.browser = webdriver.Browser(os.path.join(cls.folder.name, "profile"))

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def scenario(self, text, others={}):
        path = self.path("scenario.py")
        for name, content in others.items():
            os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
            pathlib.Path(self.path(name)).write_text(content, encoding="utf-8")
        pathlib.Path(path).write_text(text.lstrip("\n"), encoding="utf-8")
        return path

    def show(self, scenario, *options, width=1280):
        """Exports, opens the page, and gives what the trace says."""
        page = self.path("run.html")
        subprocess.run([COROSCOPE, "export", scenario, "-o", page, *options], check=True,
                       stderr=subprocess.DEVNULL, timeout=120)
        subprocess.run([COROSCOPE, "run", scenario, "--trace", self.path("trace.json")],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        self.browser.resize(width, 860)
        self.browser.open("file://" + page)
        with open(self.path("trace.json"), encoding="utf-8") as file:
            return json.load(file)

    def at(self):
        return int(self.browser.run("return document.documentElement.dataset.event"))

    def keep(self, name):
        if KEEP:
            KEEP.mkdir(parents=True, exist_ok=True)
            (KEEP / f"{name}.png").write_bytes(base64.b64decode(self.browser.screenshot()))

    def check_states(self, scenario):
        trace = self.show(scenario)
        seen = self.browser.run(READ)
        expected = states_by_the_trace(trace)
        self.assertEqual(len(seen), len(expected))
        # Lanes have the order of the tree, and those that asyncio.run makes have none: tasks are
        # known by their places in the tree.
        ids = self.lane_order(trace)
        for index, (page, (states, printed, line)) in enumerate(zip(seen, expected)):
            where = f"{scenario}, after event {index}: {trace['events'][index]}"
            self.assertEqual(page["event"], index)
            self.assertIn(f"event {index + 1} of {len(expected)}", page["scrub"])
            shown = [state.split(":")[0] for state in page["tasks"]]
            self.assertEqual(shown, [states.get(task, "not yet created") for task in ids], where)
            self.assertEqual(page["printed"].replace("\r", ""), printed.replace("\r", ""), where)
            lines = self.source_lines
            self.assertEqual(page["line"], line if line <= lines else 0, where)

    def lane_order(self, trace):
        tasks = {task["id"]: task for task in trace["tasks"]}
        order = []

        def visit(task):
            order.append(task)
            for other in sorted(tasks):
                if tasks[other].get("creator") == task:
                    visit(other)

        count = self.browser.run("return document.player.run.lanes.filter(lane => lane.task).length")
        for task in sorted(tasks):
            if tasks[task].get("creator") is None:
                visit(task)
        self.source_lines = self.browser.run("return document.player.run.files[0].lines.length")
        order = [task for task in order if not tasks[task]["coroutine"].startswith("BaseEventLoop.")]
        self.assertEqual(len(order), count)
        return order

    def bundled(self):
        listing = subprocess.run([COROSCOPE, "list"], check=True, capture_output=True, text=True)
        names = [line.split()[0] for line in listing.stdout.splitlines() if line.startswith(" ")]
        self.assertGreater(len(names), 5)
        return names

    def test_shows_the_state_at_every_event_of_every_bundled_scenario(self):
        for name in self.bundled():
            with self.subTest(name):
                self.check_states(name)
                self.assertEqual(self.browser.complaints(), [])

    def test_shows_the_state_at_every_event_of_workers_locks_and_queues(self):
        self.check_states(self.scenario(BUSY))
        self.browser.run("document.player.moveTo(200)")
        self.keep("busy")
        self.browser.press("t")
        self.keep("busy-steps")

    def test_is_moved_by_the_keys_of_the_application(self):
        trace = self.show("three_sleepers")
        last = len(trace["events"]) - 1
        begins = [event["i"] for event in trace["events"] if event["kind"] == "StepBegan"]
        self.assertEqual(self.at(), 0)
        for event in (1, 2, 3):
            self.browser.press("Right")
            self.assertEqual(self.at(), event)
        self.browser.press("Left")
        self.assertEqual(self.at(), 2)
        self.browser.press("Home")
        self.assertEqual(self.at(), 0)
        for begin in begins:
            self.browser.press("Shift", "Right")
            self.assertEqual(self.at(), begin)
        self.browser.press("Shift", "Left")
        self.assertEqual(self.at(), begins[-2])
        self.browser.press("m")
        self.browser.press("End")
        self.assertEqual(self.at(), last)
        self.browser.press("Control", "Left")
        self.assertEqual(self.at(), begins[-2])
        self.browser.press("PageUp")
        self.assertEqual(self.at(), begins[-2] - (last + 1) // 10)
        self.browser.press("Control", "Right")
        self.assertEqual(self.at(), begins[-2])
        self.browser.press("Home")
        self.browser.press("PageDown")
        self.assertEqual(self.at(), (last + 1) // 10)

    def test_plays_and_pauses(self):
        self.show("three_sleepers")
        for _ in range(3):
            self.browser.press("+")
        self.browser.press("Space")
        self.assertEqual(self.browser.label("#play"), "Pause")
        end = time.monotonic() + 20
        while self.at() < 5 and time.monotonic() < end:
            time.sleep(0.05)
        self.browser.press("Space")
        self.assertEqual(self.browser.label("#play"), "Play")
        stood = self.at()
        self.assertGreaterEqual(stood, 5)
        time.sleep(0.3)
        self.assertEqual(self.at(), stood)
        self.browser.run("document.player.speed = 100")
        self.browser.click("#play")
        last = self.browser.run("return document.player.run.last")
        while self.at() < last and time.monotonic() < end:
            time.sleep(0.05)
        self.assertEqual(self.at(), last)
        self.assertEqual(self.browser.label("#play"), "Play")

    def test_is_moved_by_clicks(self):
        trace = self.show("three_sleepers")
        self.browser.click("#end")
        self.assertEqual(self.at(), len(trace["events"]) - 1)
        self.browser.click("#start")
        self.browser.click("#forward")
        self.assertEqual(self.at(), 1)
        self.browser.click("#console span:nth-of-type(2)")
        outputs = [event["i"] for event in trace["events"] if event["kind"] == "Output"]
        self.assertEqual(self.at(), outputs[1])
        place = self.browser.run("""const box = document.getElementById('timeline').getBoundingClientRect();
            const x = document.player.timeline.x(3.5);
            return [box.left + x, box.top + 60, document.player.timeline.eventAt(x)]""")
        self.browser.point(place[0], place[1], click=True)
        self.assertEqual(self.at(), place[2])
        self.assertIn(trace["events"][place[2]]["t"], (3.0, 6.0))

    def test_says_what_is_under_the_pointer(self):
        self.show("three_sleepers")
        place = self.browser.run("""const box = document.getElementById('timeline').getBoundingClientRect();
            return [box.left + document.player.timeline.x(0.5), box.top + TICKS + LANE * 1.5]""")
        self.browser.point(*place)
        tip = self.browser.run("return document.getElementById('tip').innerText")
        self.assertIn("main", tip)
        self.assertIn("suspended: sleep 1 s", tip)
        self.assertIn("0 – 1 s", tip)
        self.keep("hover")
        self.browser.press("w")  # what it told of moves away below it
        self.assertTrue(self.browser.run("return document.getElementById('tip').hidden"))
        self.browser.point(*place)
        self.browser.point(5, 5)
        self.assertTrue(self.browser.run("return document.getElementById('tip').hidden"))

    def test_shows_the_files_that_are_imported_and_follows_the_run_into_them(self):
        self.show(self.scenario(PROGRAM, {"tools/delay.py": HELPER}))
        tabs = self.browser.run("""return [...document.querySelectorAll("[role=tab]")]
            .map(tab => tab.textContent)""")
        self.assertEqual(tabs, ["scenario.py", "tools/delay.py"])
        seen = self.browser.run("""const player = document.player, seen = [];
            for (let event = 0; event <= player.run.last; ++event) {
                player.moveTo(event);
                const line = document.querySelector("#source li.running code")?.textContent ?? "";
                const chips = [...document.querySelectorAll(".chip")].map(chip =>
                    [chip.textContent, chip.closest("ol").dataset.name,
                     chip.closest("li").querySelector("code").textContent.trim()]);
                const shown = [...document.querySelectorAll("[role=tab]")]
                    .find(tab => tab.getAttribute("aria-selected") === "true").textContent;
                seen.push([player.run.text[event], line.trim(), shown, chips]);
            }
            return seen""")
        prints = [entry for entry in seen if "prints" in entry[0]]
        self.assertEqual([(line, shown) for _, line, shown, _ in prints],
                         [('print("nap", n)', "tools/delay.py")] * 2 + [('print("done")', "scenario.py")])
        [chips] = [chips for text, _, _, chips in seen if text.endswith("Task-3 nap is suspended: sleep 2 s")]
        self.assertIn(["Task-2 nap", "tools/delay.py", "await asyncio.sleep(n)"], chips)
        self.assertIn(["Task-3 nap", "tools/delay.py", "await asyncio.sleep(n)"], chips)
        self.assertIn("scenario.py", [chip[1] for chip in chips])
        # A tab is reached by Tab, and the others from there by arrows.
        self.browser.run("document.querySelector('[role=tab][tabindex=\"0\"]').focus()")
        shown = "return [...document.querySelectorAll('#source ol')].map(list => list.hidden)"
        self.browser.press("Home")
        self.assertEqual(self.browser.run(shown), [False, True])
        self.browser.press("Right")
        self.assertEqual(self.browser.run(shown), [True, False])
        self.assertEqual(self.browser.run("return document.activeElement.textContent"), "tools/delay.py")
        self.browser.run("document.player.moveTo(0)")
        self.browser.run(f"document.player.moveTo({seen.index(prints[0])})")
        self.keep("files")

    def test_draws_what_the_figure_draws(self):
        # Words that have just room in a figure have it on the page.
        widths = itertools.cycle((1280, 1150, 1400))
        for scenario, axis in itertools.product(self.bundled(), ("time", "steps")):
            width = next(widths)
            with self.subTest(scenario, axis=axis, window=width):
                self.show(scenario, "--axis", axis, width=width)
                page = self.browser.run("""return [...document.querySelectorAll("#timeline g[data-lane]")]
                    .filter(lane => !lane.closest(".names"))
                    .flatMap(lane => [...lane.querySelectorAll("text")].map(text => text.textContent))""")
                figure = self.path("run.svg")
                width = self.browser.run("return document.querySelector('#timeline').clientWidth")
                subprocess.run([COROSCOPE, "export", scenario, "-o", figure, "--caption", "",
                                "--no-legend", "--width", str(width), "--axis", axis], check=True, stderr=subprocess.DEVNULL, timeout=120)
                drawn = [text.text for text in xml.etree.ElementTree.parse(figure).iter(SVG + "text")]
                # Words are one text for each font that they need (→ is in another one).
                letters = lambda words: sorted("".join(words).replace(" ", ""))
                names = self.browser.run("return document.player.run.lanes.map(lane => lane.name)")
                ruler = self.browser.run("""return [...document.querySelectorAll("#timeline .tick")]
                    .map(tick => tick.textContent)""")
                for word in names + ruler:
                    drawn.remove(word)
                self.assertEqual(letters(page), letters(drawn), scenario)

    def test_shades_nothing_beyond_the_end_of_the_run(self):
        self.show(self.scenario("import asyncio\nasync def main(): pass\nasyncio.run(main())\n"))
        for key, name in (("f", "time"), ("t", "steps")):
            self.browser.press(key)
            beyond = self.browser.run("""const { timeline, run } = document.player;
                const end = timeline.x(run.endOn(timeline.axis)) + 11;
                return [...document.querySelectorAll("#timeline .absent")].filter(field =>
                    +field.getAttribute("x") + +field.getAttribute("width") > end).length""")
            self.assertEqual(beyond, 0, name)

    def test_bends_arrows_past_other_lanes_as_the_figure_does(self):
        self.show("three_sleepers")
        self.browser.click("#timeline .name[data-lane='1']")
        shafts = self.browser.run("""return [...document.querySelectorAll("#timeline .arrows .shaft")]
            .map(shaft => shaft.getAttribute("d"))""")
        self.assertTrue(any("C" in shaft for shaft in shafts), shafts)
        self.assertTrue(any("L" in shaft for shaft in shafts), shafts)  # to the next lane
        self.assertTrue(self.browser.run("return document.querySelectorAll('#timeline .arrows .result').length"))

    def test_explains_its_signs(self):
        self.show("patience")
        legend = self.browser.run("return document.querySelector('.legend').innerText")
        for word in ("running", "suspended", "cancel delivered", "exception", "end", "not alive"):
            self.assertIn(word, legend)
        self.assertNotIn("blocked loop", legend)  # there is none
        self.show("blocking_the_loop")
        self.assertIn("blocked loop", self.browser.run("return document.querySelector('.legend').innerText"))
        self.assertGreater(self.browser.run("return document.querySelectorAll('#help .sign').length"), 8)
        self.show("deadlock")
        self.assertIn("still waiting", self.browser.run("return document.querySelector('.legend').innerText"))

    def test_has_the_chips_of_who_waits_in_sight(self):
        self.show("clean_up")
        self.browser.press("End")
        for event in range(0, self.at(), 4):
            self.browser.run(f"document.player.jump({event})")
            beyond = self.browser.run("""const pane = document.getElementById("source").getBoundingClientRect();
                return [...document.querySelectorAll(".chip")].filter(chip =>
                    chip.getBoundingClientRect().right > pane.right + 1).map(chip => chip.textContent)""")
            self.assertEqual(beyond, [], event)

    def test_has_both_axes_and_zoom(self):
        self.show("three_sleepers")
        self.keep("light")
        self.browser.press("t")
        self.assertEqual(self.browser.run("return document.player.timeline.axis"), 1)
        self.assertEqual(self.browser.run(
            "return document.getElementById('axis-steps').getAttribute('aria-pressed')"), "true")
        self.keep("steps")
        self.browser.click("#axis-time")
        whole = self.browser.run("return document.player.timeline.end - document.player.timeline.begin")
        self.browser.press("w")
        part = self.browser.run("return document.player.timeline.end - document.player.timeline.begin")
        self.assertLess(part, whole)
        self.browser.press("f")
        self.assertEqual(whole, self.browser.run(
            "return document.player.timeline.end - document.player.timeline.begin"))

    def test_is_light_or_dark(self):
        self.show("three_sleepers")
        ground = "return getComputedStyle(document.querySelector('main > section')).backgroundColor"
        before = self.browser.run(ground)
        self.browser.click("#theme")
        self.assertNotEqual(self.browser.run(ground), before)
        self.browser.press("End")
        self.keep("dark")
        self.show("three_sleepers", "--theme", "dark")
        self.assertEqual(self.browser.run(ground), "rgb(20, 24, 29)")

    def test_shows_the_part_that_was_asked_for(self):
        self.show("three_sleepers", "--from", "6", "--to", "8", "--task", "sleeper")
        self.assertEqual(self.browser.run("return document.player.run.lanes.map(lane => lane.name)"),
                         ["Event loop", "Task-2 sleeper", "Task-3 sleeper", "Task-4 sleeper"])
        self.assertEqual(self.browser.run(
            "return [document.player.timeline.begin, document.player.timeline.end]"), [6, 8])
        self.keep("part")

    def test_tells_its_keys(self):
        self.show("hello")
        self.browser.press("?")
        self.assertTrue(self.browser.run("return document.getElementById('help').open"))
        self.keep("keys")
        self.browser.press("Escape")
        self.assertFalse(self.browser.run("return document.getElementById('help').open"))

    def test_speaks_to_screen_readers(self):
        self.show("shielded")
        for control in ("start", "back", "play", "forward", "end", "speed", "bookmark", "axis-time",
                        "axis-steps", "theme", "keys", "scrub"):
            self.assertTrue(self.browser.label("#" + control), control)
        self.assertEqual(self.browser.role("#scrub"), "slider")
        self.browser.press("Right")
        self.assertIn("event 2 of", self.browser.run(
            "return document.getElementById('scrub').getAttribute('aria-valuetext')"))
        self.assertEqual(self.browser.run(
            "return document.getElementById('now').getAttribute('aria-live')"), "polite")
        # Every control is reached by Tab, and Space on a button presses it.
        order = []
        for _ in range(16):
            self.browser.press("Tab")
            order.append(self.browser.run("return document.activeElement.id"))
        for control in ("start", "play", "axis-steps", "theme", "scrub", "source", "tasks", "console"):
            self.assertIn(control, order)
        self.browser.run("document.getElementById('end').focus()")
        self.browser.press("Space")
        self.assertEqual(self.at(), self.browser.run("return document.player.run.last"))

    def test_fits_a_phone(self):
        self.show("shielded")
        self.browser.resize(360, 740)
        time.sleep(0.3)
        self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), 360)
        self.assertLessEqual(self.browser.run(
            "return document.querySelector('#timeline svg').getBoundingClientRect().right"), 360)
        self.assertLess(self.browser.run("return document.querySelector('header').offsetHeight"), 200)
        self.keep("phone")

    @unittest.skipUnless(shutil.which("pdftotext"), "needs poppler-utils")
    def test_is_printed_as_a_whole(self):
        self.show("shielded")
        pdf = self.path("page.pdf")
        pathlib.Path(pdf).write_bytes(base64.b64decode(self.browser.print()))
        text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True,
                              text=True).stdout
        for word in ("asyncio.shield", "Event loop", "asyncio.run(main())", "Console"):
            self.assertIn(word, text)
        self.assertNotIn("Light / dark", text)
        if KEEP:
            shutil.copy(pdf, KEEP / "print.pdf")

    def test_lets_no_name_become_code(self):
        self.check_states(self.scenario(HOSTILE))
        self.assertIsNone(self.browser.run("return document.hacked ?? null"))
        self.assertEqual(self.browser.run("return document.images.length"), 0)
        self.assertEqual(self.browser.run("return document.title"),
                         '</title><script>document.hacked = 1</script> "quoted" & <b>@run</b>')
        self.assertEqual(self.browser.run("return document.scripts.length"), 2)
        self.assertEqual(self.browser.complaints(), [])
        self.keep("hostile")
        self.browser.resize(360, 740)
        time.sleep(0.3)
        self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), 360)

    def test_needs_no_network_and_is_small(self):
        self.show("shielded")
        self.assertEqual(self.browser.run("return performance.getEntriesByType('resource').length"), 0)
        data = self.browser.run("return document.getElementById('run').textContent.length")
        self.assertLess(os.path.getsize(self.path("run.html")) - data, 300 * 1024)
        # Not even a script that got in could run: only the one whose hash is told may.
        self.browser.run("""const script = document.createElement('script');
            script.textContent = 'document.hacked = 1'; document.body.append(script)""")
        self.assertIsNone(self.browser.run("return document.hacked ?? null"))
        [complaint] = self.browser.complaints()
        self.assertIn("Content Security Policy", complaint["message"])


if __name__ == "__main__":
    missing = webdriver.missing_tools()
    if missing:
        print("missing:", *missing)
        sys.exit(77)
    unittest.main()
