// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const SPEEDS = [0.25, 0.5, 1, 2, 5, 10, 25, 100];
const GLYPHS = { running: "▶", suspended: "‖", ready: "△", blocked: "▶", returned: "■", raised: "×", cancelled: "×" };

const find = id => document.getElementById(id);
function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Python, coloured well enough for a listing: strings, comments, numbers, keywords. */
const PYTHON = /("""|''')[\s\S]*?(?:\1|$)|[rbfu]{0,2}("|')(?:\\.|(?!\2).)*\2?|#.*|\b\d[\w.]*|@?\b[A-Za-z_]\w*/gi;
const KEYWORDS = new Set(("and as assert async await break case class continue def del elif else except False finally for " +
  "from global if import in is lambda match None nonlocal not or pass raise return True try while with yield").split(" "));
function wordClass(word) {
  if (word[0] === "#") return "comment";
  if (/["']/.test(word)) return "string";
  if (/^\d/.test(word)) return "number";
  return word[0] === "@" ? "decorator" : KEYWORDS.has(word) ? "keyword" : "";
}
/** The lines of a program, each a list of [class, text]. */
function colouredLines(text) {
  const lines = [[]];
  const put = (className, piece) => piece.split("\n").forEach((part, index) => {
    if (index > 0) lines.push([]);
    if (part) lines[lines.length - 1].push([className, part]);
  });
  let at = 0;
  for (const match of text.matchAll(PYTHON)) {
    put("", text.slice(at, match.index));
    put(wordClass(match[0]), match[0]);
    at = match.index + match[0].length;
  }
  put("", text.slice(at));
  return lines;
}

/** The page: where the playhead is, and all that follows from it. */
class Player {
  constructor(run) {
    this.run = run;
    this.event = 0;
    this.speed = 1;
    this.bookmarks = new Set();
    this.timer = 0;
    this.timeline = new Timeline(run, find("timeline"));
    if (run.axis === 1) { this.timeline.axis = 1; this.timeline.fit(); }
    this.buildSource();
    this.buildTasks();
    this.buildConsole();
    this.connect();
    if (run.view) this.lookAt(...run.view);
    this.setAxis(run.axis, true);
    this.moveTo(run.view ? Math.min(run.last, countUpTo(run.time, run.view[0] - 1e-12)) : 0, true);
  }
  /** What of the run the exporter was asked for. */
  lookAt(from, to) { if (this.timeline.axis === 0 && to > from) this.timeline.show(from, to - from); }

  // What is built once.

  buildSource() {
    this.files = this.run.files.map(({ name, lines }) => {
      const list = make("ol"), items = colouredLines(lines.join("\n")).map((pieces, index) => {
        const line = make("li");
        const code = make("code");
        for (const [className, text] of pieces) code.append(make("span", className, text));
        line.append(code, make("span", "chips"));
        line.value = index + 1;
        return line;
      });
      list.append(...items);
      return { name, list, lines: items };
    });
    find("source").append(...this.files.map(file => file.list));
    this.shownFile = 0;
    if (this.files.length > 1) this.buildTabs();
  }
  /** A tab for each file of the program, as in the application. */
  buildTabs() {
    const bar = find("files");
    this.files.forEach((file, number) => {
      const tab = make("button", "tab", file.name);
      tab.id = `tab-${number}`;
      tab.dir = "auto";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", `file-${number}`);
      tab.addEventListener("click", () => this.showFile(number));
      file.tab = tab;
      file.list.id = `file-${number}`;
      file.list.dataset.name = file.name;
      file.list.setAttribute("role", "tabpanel");
      file.list.setAttribute("aria-labelledby", tab.id);
      // A list's entries need a list around them, which a tab panel is not.
      for (const line of file.lines) line.setAttribute("role", "none");
      bar.append(tab);
    });
    bar.addEventListener("keydown", press => {
      const to = { ArrowRight: this.shownFile + 1, ArrowLeft: this.shownFile - 1, Home: 0, End: this.files.length - 1 }[press.key];
      if (to === undefined || press.ctrlKey || press.shiftKey) return;
      press.preventDefault();
      press.stopPropagation();
      this.showFile((to + this.files.length) % this.files.length);
      this.files[this.shownFile].tab.focus();
    });
    find("source").setAttribute("aria-labelledby", "files");
    find("source-name").hidden = true;
    bar.hidden = false;
    this.showFile(0);
  }
  showFile(number) {
    this.shownFile = number;
    this.files.forEach((file, index) => {
      file.list.hidden = index !== number;
      file.tab.setAttribute("aria-selected", String(index === number));
      file.tab.tabIndex = index === number ? 0 : -1;
    });
  }

  buildTasks() {
    this.rows = this.run.lanes.map(lane => {
      const row = make("li");
      const dot = make("span", `dot hue-${lane.hue}` + (lane.ring ? " ring" : "") + (lane.isLoop ? " loop" : ""));
      const name = make("bdi", "task", lane.name);
      row.append(dot, make("span", "glyph"), name, make("span", "state"));
      row.addEventListener("click", () => this.select(lane.number));
      return row;
    });
    find("tasks").append(...this.rows.slice(1));
  }

  buildConsole() {
    this.pieces = this.run.output.map(([event, stream, lane, text]) => {
      const piece = make("span", stream ? "stderr" : "stdout", text);
      piece.title = `${seconds(this.run.time[event])} · ${this.run.lanes[lane].name}`;
      piece.addEventListener("click", () => this.jump(event));
      return piece;
    });
    find("console").append(...this.pieces);
    if (this.pieces.length === 0) find("console").append(make("span", "later", "Nothing is printed."));
  }

  // Moving.

  moveTo(event, force = false) {
    event = Math.max(0, Math.min(event, this.run.last));
    if (event === this.event && !force) return;
    this.event = event;
    if (this.timeline.reveal(event)) this.redraw(); else this.timeline.movePlayhead(event);
    this.showState();
  }
  /** By somebody's hand: playing ends there. */
  jump(event) { this.pause(); this.moveTo(event); }

  get playing() { return this.timer !== 0; }
  play() {
    if (this.playing) return;
    if (this.event >= this.run.last) this.moveTo(0);
    this.saved = 0;
    this.tickedAt = performance.now();
    this.timer = setInterval(() => this.tick(), 16);
    this.showPlaying();
  }
  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    this.showPlaying();
  }
  tick() {
    const now = performance.now();
    // A page that was out of sight must not leap.
    this.saved += Math.min((now - this.tickedAt) / 1000, 0.1) * this.speed;
    this.tickedAt = now;
    let event = this.event;
    while (event < this.run.last) {
      const rest = this.run.restAfter(event, this.timeline.axis);
      if (rest > this.saved) break;
      this.saved -= rest;
      ++event;
    }
    if (event >= this.run.last) this.pause();
    this.moveTo(event);
  }

  toBookmark(direction) {
    const marks = [...this.bookmarks].sort((a, b) => a - b);
    const target = direction > 0 ? marks.find(mark => mark > this.event) : marks.reverse().find(mark => mark < this.event);
    if (target !== undefined) this.jump(target);
  }
  toggleBookmark() {
    if (!this.bookmarks.delete(this.event)) this.bookmarks.add(this.event);
    this.showBookmarks();
  }
  changeSpeed(by) {
    const index = SPEEDS.indexOf(this.speed) + by;
    this.speed = SPEEDS[Math.max(0, Math.min(index, SPEEDS.length - 1))];
    find("speed").value = String(this.speed);
  }
  setAxis(axis, keepView = false) {
    this.timeline.axis = axis;
    if (!keepView) this.timeline.fit();
    find("axis-time").setAttribute("aria-pressed", String(axis === 0));
    find("axis-steps").setAttribute("aria-pressed", String(axis === 1));
    this.redraw();
  }
  select(lane) {
    this.timeline.selected = this.timeline.selected === lane ? -1 : lane;
    this.redraw();
    this.showState();
  }
  setTheme(dark) { document.documentElement.dataset.theme = dark ? "dark" : "light"; }
  toggleTheme() { this.setTheme(document.documentElement.dataset.theme !== "dark"); }

  // Showing.

  redraw() {
    this.hideHover();  // what it told of is not there any more
    this.timeline.draw();
    this.timeline.movePlayhead(this.event);
    this.showBookmarks();
  }
  showPlaying() {
    const button = find("play");
    button.querySelector("path").setAttribute("d", this.playing ? "M4 3h3v10H4zM9 3h3v10H9z" : "M4 2v12l10-6z");
    button.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    find("now").setAttribute("aria-live", this.playing ? "off" : "polite");
  }
  showBookmarks() {
    document.querySelectorAll(".bookmark").forEach(mark => mark.remove());
    for (const event of this.bookmarks) {
      const x = this.timeline.eventX(event);
      if (x >= this.timeline.headers) svg("path", { d: `M${x - 4},2h8v10l-4,-4l-4,4z`, class: "bookmark" }, this.timeline.place.firstChild);
    }
    find("bookmark").setAttribute("aria-pressed", String(this.bookmarks.has(this.event)));
  }

  showState() {
    const { run, event } = this;
    document.documentElement.dataset.event = event;
    find("clock").textContent = `t = ${seconds(run.time[event])}`;
    find("count").textContent = `event ${event + 1} of ${run.last + 1}`;
    find("now").textContent = run.text[event];
    const scrub = find("scrub");
    scrub.value = event;
    scrub.setAttribute("aria-valuetext", `event ${event + 1} of ${run.last + 1}, ${seconds(run.time[event])}: ${run.text[event]}`);
    this.showTasks();
    this.showSource();
    this.showConsole();
    find("bookmark").setAttribute("aria-pressed", String(this.bookmarks.has(event)));
  }

  showTasks() {
    for (const lane of this.run.lanes.slice(1)) {
      const state = lane.stateAt(this.event), row = this.rows[lane.number];
      const text = state.name + (state.reason ? ": " + state.reason : "");
      row.children[1].textContent = GLYPHS[state.name] || "·";
      if (row.lastChild.textContent !== text) row.lastChild.textContent = text;
      row.className = state.span < 0 ? "gone" : state.name;
      row.classList.toggle("selected", lane.number === this.timeline.selected);
    }
  }

  /** The element of a line; none: there is no such line. */
  lineAt([file, line]) { return this.files[file].lines[line - 1]; }

  /** The running line, and a chip for each suspended task where it waits. */
  showSource() {
    const { run, event } = this;
    for (const line of [this.runningLine, this.callingLine]) {
      if (!line) continue;
      line.classList.remove("running", "calling");
      line.removeAttribute("aria-current");
    }
    for (const line of this.chipped || []) line.lastChild.replaceChildren();
    this.chipped = [];
    for (const lane of run.lanes) {
      const span = lane.isLoop || !lane.task ? -1 : lane.spanAt(event);
      if (span < 0 || lane.kind(span) !== SUSPENDED) continue;
      const line = this.lineAt(run.placeOf(lane.spans[span][1]));
      if (!line || line.lastChild.childElementCount > 6) continue;
      line.lastChild.append(make("bdi", `chip hue-${lane.hue}`, elided(lane.name, 110, 11)));
      this.chipped.push(line);
    }
    const place = run.placeOf(event), before = this.runningLine;
    this.runningLine = this.lineAt(place);
    // Where the scenario's own file stands meanwhile.
    this.callingLine = place[0] > 0 ? this.lineAt([0, run.line[event]]) : undefined;
    if (this.callingLine) this.callingLine.classList.add("calling");
    if (!this.runningLine) return;
    this.runningLine.classList.add("running");
    this.runningLine.setAttribute("aria-current", "step");
    // Who looks into another file goes on doing so until the run gets elsewhere.
    if (this.runningLine !== before && this.files.length > 1) this.showFile(place[0]);
    if (place[0] === this.shownFile) this.keepInView(find("source"), this.runningLine);
  }

  showConsole() {
    const printed = this.run.outputAt(this.event);
    this.pieces.forEach((piece, index) => piece.classList.toggle("later", index >= printed));
    find("console").setAttribute("aria-label", "Console, all that is printed so far: " +
      this.run.output.slice(Math.max(0, printed - 3), printed).map(piece => piece[3]).join(""));
    if (printed > 0) this.keepInView(find("console"), this.pieces[printed - 1]);
  }

  /** Scrolls a pane by as little as needed; never the page. */
  keepInView(pane, element) {
    const outer = pane.getBoundingClientRect(), inner = element.getBoundingClientRect();
    if (inner.top < outer.top) pane.scrollTop -= outer.top - inner.top + 20;
    if (inner.bottom > outer.bottom) pane.scrollTop += inner.bottom - outer.bottom + 20;
  }

  // Hands.

  connect() {
    const on = (id, what) => find(id).addEventListener("click", what);
    on("start", () => this.jump(0));
    on("back", () => this.jump(this.event - 1));
    on("play", () => this.togglePlaying());
    on("forward", () => this.jump(this.event + 1));
    on("end", () => this.jump(this.run.last));
    on("bookmark", () => this.toggleBookmark());
    on("axis-time", () => this.setAxis(0));
    on("axis-steps", () => this.setAxis(1));
    on("theme", () => this.toggleTheme());
    on("keys", () => find("help").showModal());
    on("help-close", () => find("help").close());
    const scrub = find("scrub");
    scrub.max = this.run.last;
    scrub.addEventListener("input", () => this.jump(Number(scrub.value)));
    find("speed").append(...SPEEDS.map(speed => new Option(`${speed}×`, speed, speed === 1, speed === 1)));
    find("speed").addEventListener("change", () => { this.speed = Number(find("speed").value); });
    document.addEventListener("keydown", press => this.onKey(press));
    const dark = matchMedia("(prefers-color-scheme: dark)");
    this.setTheme(this.run.dark || dark.matches);
    dark.addEventListener("change", () => this.setTheme(dark.matches));
    new ResizeObserver(() => this.redraw()).observe(this.timeline.place);
    this.connectTimeline();
  }
  togglePlaying() { if (this.playing) this.pause(); else this.play(); }

  connectTimeline() {
    const { timeline } = this, place = timeline.place;
    const at = pointer => {
      const box = place.getBoundingClientRect();
      return [(pointer.clientX - box.left) * timeline.width / box.width, pointer.clientY - box.top];
    };
    let scrubbing = false;
    place.addEventListener("pointerdown", pointer => {
      const [x, y] = at(pointer);
      if (pointer.button !== 0) return;
      if (x < timeline.headers) { const lane = timeline.laneAt(y); if (lane > 0) this.select(lane); return; }
      scrubbing = true;
      place.setPointerCapture(pointer.pointerId);
      this.jump(timeline.eventAt(x));
    });
    place.addEventListener("pointermove", pointer => {
      const [x, y] = at(pointer);
      if (scrubbing) this.jump(timeline.eventAt(x));
      this.showHover(x, y, pointer);
    });
    for (const name of ["pointerup", "pointercancel"]) place.addEventListener(name, () => { scrubbing = false; });
    place.addEventListener("pointerleave", () => this.hideHover());
    place.addEventListener("wheel", wheel => {
      if (!wheel.ctrlKey && !wheel.shiftKey) return;
      wheel.preventDefault();
      const delta = wheel.deltaY || wheel.deltaX;
      if (wheel.ctrlKey) timeline.zoom(delta > 0 ? 1.25 : 0.8, timeline.valueAt(at(wheel)[0]));
      else timeline.pan(delta > 0 ? 0.1 : -0.1);
      this.redraw();
    }, { passive: false });
  }

  showHover(x, y, pointer) {
    const { timeline, run } = this, number = timeline.laneAt(y), tip = find("tip");
    if (x < timeline.headers || number < 0) { this.hideHover(); return; }
    timeline.hover.setAttribute("x1", x);
    timeline.hover.setAttribute("x2", x);
    const lane = run.lanes[number], span = timeline.spanAt(lane, x);
    const lines = [lane.name.length > MOST_LETTERS ? lane.name.slice(0, MOST_LETTERS) + "…" : lane.name];
    if (span >= 0) {
      const from = lane.at(span, 0), to = lane.at(span + 1, 0), reason = lane.reason(span);
      lines.push(STATE_NAMES[lane.kind(span)] + (reason ? ": " + reason : ""));
      lines.push(from === to ? `at ${from} s` : `${from} – ${to} s, ${seconds(to - from)}`);
    } else {
      lines.push(lane.spans.length && timeline.valueAt(x) > lane.at(0, timeline.axis) ? lane.end : "not yet created");
    }
    tip.replaceChildren(...lines.map((line, index) => make(index ? "div" : "strong", "", line)));
    tip.hidden = false;
    tip.style.left = `${Math.max(4, Math.min(pointer.clientX + 14, innerWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.min(pointer.clientY + 18, innerHeight - tip.offsetHeight - 8)}px`;
  }
  hideHover() {
    find("tip").hidden = true;
    if (!this.timeline.hover) return;
    this.timeline.hover.setAttribute("x1", -9);
    this.timeline.hover.setAttribute("x2", -9);
  }

  onKey(press) {
    if (find("help").open || press.altKey || press.metaKey) return;
    const target = press.target;
    if (target.tagName === "SELECT") return;
    if (press.key === " " && (target.tagName === "BUTTON" || target.tagName === "SUMMARY")) return;
    const name = (press.ctrlKey ? "Ctrl+" : "") +
      (press.shiftKey && press.key.length > 1 ? "Shift+" : "") + (press.key.length === 1 ? press.key.toLowerCase() : press.key);
    const action = this.actions()[name];
    if (!action) return;
    press.preventDefault();
    action();
  }
  /** The application's keys. */
  actions() {
    const { timeline, run } = this, tenth = Math.max(1, Math.floor((run.last + 1) / 10));
    const looking = change => () => { change(); this.redraw(); };
    return {
      " ": () => this.togglePlaying(),
      "ArrowRight": () => this.jump(this.event + 1),
      "ArrowLeft": () => this.jump(this.event - 1),
      "Shift+ArrowRight": () => this.jump(run.stepFrom(this.event, 1)),
      "Shift+ArrowLeft": () => this.jump(run.stepFrom(this.event, -1)),
      "Ctrl+ArrowRight": () => this.toBookmark(1),
      "Ctrl+ArrowLeft": () => this.toBookmark(-1),
      "Home": () => this.jump(0),
      "End": () => this.jump(run.last),
      "PageDown": () => this.jump(this.event + tenth),
      "PageUp": () => this.jump(this.event - tenth),
      "m": () => this.toggleBookmark(),
      "t": () => this.setAxis(1 - timeline.axis),
      "+": () => this.changeSpeed(1),
      "-": () => this.changeSpeed(-1),
      "w": looking(() => timeline.zoom(0.8, timeline.valueOf(this.event))),
      "s": looking(() => timeline.zoom(1.25, timeline.valueOf(this.event))),
      "a": looking(() => timeline.pan(-0.1)),
      "d": looking(() => timeline.pan(0.1)),
      "f": looking(() => timeline.fit()),
      "Escape": () => { if (timeline.selected >= 0) this.select(timeline.selected); },
      "?": () => find("help").showModal(),
    };
  }
}

document.player = new Player(new Run(JSON.parse(find("run").textContent)));
