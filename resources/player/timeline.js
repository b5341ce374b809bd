// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const SVG = "http://www.w3.org/2000/svg";
/** No line of the chart has room for more. */
const MOST_LETTERS = 300;

function svg(name, attributes, parent, text) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text !== undefined) element.textContent = text;
  if (parent) parent.append(element);
  return element;
}

/** Of the small type, as the application has it. */
const SMALL = 12;
const measure = document.createElement("canvas").getContext("2d");
const widths = new Map();
/** What the application's letters are narrower by: it counts each in whole 64ths of a pixel, so that what just fits there fits here. */
function cutOff(letters) {
  return letters.reduce((sum, letter) => sum + measure.measureText(letter).width * 64 % 1 / 64, 0);
}
/** The width of a text in the chart's small type. */
function textWidth(text, size = SMALL, bold = false) {
  const key = `${bold}${size}${text}`;
  if (!widths.has(key)) {
    measure.font = `${bold ? "bold " : ""}${size}px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(key, measure.measureText(text).width - cutOff([...text]));
  }
  return widths.get(key);
}
/** The same of what may be too long for any line. */
function wordsWidth(text, bold = false) { return text.length > MOST_LETTERS ? Infinity : textWidth(text, SMALL, bold); }
/** As much of a text as there is room for; nothing where that says nothing. */
function elided(text, room, size, bold) {
  if (text.length <= MOST_LETTERS && textWidth(text, size, bold) <= room) return text;
  const letters = [...text.slice(0, MOST_LETTERS)];
  const cut = length => letters.slice(0, length).join("") + "…";
  let fits = 0, fails = letters.length + 1;
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (textWidth(cut(middle), size, bold) <= room) fits = middle; else fails = middle;
  }
  return fits > 2 ? cut(fits) : "";
}

/**
 * An arrow's line, which may bend aside by `bulge`, and its head, as paths: open of what is woken, a diamond of a
 * result, else filled.
 */
function arrowShape(x, y0, y1, bulge, kind) {
  const reach = y1 - y0, side = x - bulge, length = Math.hypot(bulge, bulge ? reach / 4 : reach);
  const dx = bulge / length, dy = (bulge ? reach / 4 : reach) / length;  // where it points at its end
  const back = kind === "woke" ? 1 : 7, baseX = x - dx * back, baseY = y1 - dy * back;
  const at = (along, aside) => `${x - dx * along - dy * aside},${y1 - dy * along + dx * aside}`;
  const line = bulge
    ? `M${x},${y0}C${side},${y0 + reach / 4} ${side},${y1 - reach / 4} ${baseX},${baseY}` : `M${x},${y0}L${baseX},${baseY}`;
  if (kind === "woke") return [line, `M${at(7, 3.5)}L${x},${y1}L${at(7, -3.5)}`];
  if (kind === "result") return [line, `M${x},${y1}L${at(4.2, 3.5)}L${at(8.4, 0)}L${at(4.2, -3.5)}z`];
  return [line, `M${x},${y1}L${at(7, 3.5)}L${at(7, -3.5)}z`];
}

const MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
/** The first of 1, 2, 5, 10, 20 … that is at least `value`. */
function roundStep(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map(n => n * power).find(step => step >= value * (1 - 1e-9));
}
/** The first step that is a whole part of an hour or a day, or a round number of days. */
function clockStep(least) {
  const parts = [1, 2, 5, 10, 30, 60, 120, 180, 360, 720].map(n => n * MINUTE);
  return parts.find(step => step >= least * (1 - 1e-9)) || roundStep(Math.max(1, least / DAY)) * DAY;
}
/** `3 d`, `2 d 6 h`, `40 min`; `0 s` at the beginning. */
function clockText(seconds) {
  const words = [];
  for (const [unit, name] of [[DAY, "d"], [HOUR, "h"], [MINUTE, "min"]]) {
    const whole = Math.floor((seconds + 1) / unit);
    if (whole >= 1) words.push(`${whole} ${name}`);
    seconds -= whole * unit;
  }
  return words.join(" ") || "0 s";
}

/** The lanes as one picture. `axis`, `begin` and `end` say what of the run is in view. */
class Timeline {
  constructor(run, place) {
    this.run = run;
    this.place = place;
    this.axis = 0;
    this.selected = -1;
    this.fit();
  }

  fit() { [this.begin, this.end] = this.run.extent(this.axis); }
  zoom(factor, around = (this.begin + this.end) / 2) {
    const [first, last] = this.run.extent(this.axis);
    const size = Math.min(last - first, Math.max((this.end - this.begin) * factor, (last - first) * 1e-7));
    const share = (around - this.begin) / (this.end - this.begin);
    this.show(around - share * size, size);
  }
  pan(share) { this.show(this.begin + share * (this.end - this.begin), this.end - this.begin); }
  show(begin, size) {
    const [first, last] = this.run.extent(this.axis);
    this.begin = Math.max(first, Math.min(begin, last - size));
    this.end = this.begin + size;
  }
  /** Moves by as little as needed for an event to be in view. Returns whether it moved. */
  reveal(event) {
    const value = this.valueOf(event), size = this.end - this.begin;
    if (value >= this.begin && value <= this.end) return false;
    this.show(value < this.begin ? value - size * 0.1 : value - size * 0.9, size);
    return true;
  }

  x(value) { return this.left + (value - this.begin) / (this.end - this.begin) * this.room; }
  valueAt(x) { return this.begin + (x - this.left) / this.room * (this.end - this.begin); }
  pixelsPerUnit() { return this.room / (this.end - this.begin); }
  valueOf(event) { return this.axis === 0 ? this.run.time[event] : this.run.place[event]; }
  /** Where an event stands: on the axis of time, spread over its instant's pill. */
  eventX(event) {
    const x = this.x(this.valueOf(event));
    if (this.axis === 1) return x;
    const [first, next] = this.run.instantOf(event);
    return next - first < 2 ? x : x + ((event - first) / (next - first - 1) - 0.5) * PILL;
  }
  /** The event that a place on the chart means. */
  eventAt(x) {
    const run = this.run, value = this.valueAt(x);
    if (this.axis === 1) {
      const after = countUpTo(run.place, value);
      if (after === 0) return 0;
      if (after > run.last) return run.last;
      return value - run.place[after - 1] <= run.place[after] - value ? after - 1 : after;
    }
    const after = countUpTo(run.instantTimes, value);
    let instant = Math.max(0, after - 1);
    if (after > 0 && after < run.instants.length &&
        run.instantTimes[after] - value < value - run.instantTimes[instant]) instant = after;
    const [first, next] = run.instantOf(run.instants[instant]);
    const share = (x - this.x(run.instantTimes[instant])) / PILL + 0.5;
    return share >= 1 || share < 0 && instant < after ? next - 1
      : Math.max(first, Math.min(next - 1, Math.round(first + share * (next - first - 1))));
  }
  laneAt(y) {
    const row = Math.floor((y - TICKS) / LANE);
    return row >= 0 && row < this.run.lanes.length ? row : -1;
  }
  /** The span of a lane at an x; -1 for none. */
  spanAt(lane, x) {
    const value = this.valueAt(x), axis = this.axis;
    for (let i = 0; i < lane.spans.length; ++i) {
      if (value >= lane.at(i, axis) && value <= lane.at(i + 1, axis) &&
          (lane.at(i + 1, axis) > lane.at(i, axis) || this.axis === 1)) return i;
    }
    return -1;
  }

  draw() {
    const width = Math.max(280, this.place.clientWidth), run = this.run;
    const longest = Math.max(...run.lanes.slice(0, 400).map(lane => textWidth(lane.name.slice(0, MOST_LETTERS), 13) + this.indent(lane)));
    // Room at both ends, so that the first and the last pill are whole, and for words at the end.
    const inset = this.axis === 0 ? 26 : 6;
    this.headers = Math.ceil(Math.min(Math.max(longest + 50, 110), 360, width * 0.3));
    this.left = this.headers + inset;
    this.room = width - this.headers - (this.axis === 1 && run.hasFewSteps() ? 2 : 3) * inset;
    this.width = width;
    this.height = TICKS + LANE * run.lanes.length;
    const picture = svg("svg", { viewBox: `0 0 ${width} ${this.height}`, width: "100%",
      height: this.height, "aria-hidden": "true", focusable: "false" });
    this.patterns(picture);
    const ground = svg("g", {}, picture);
    this.words = svg("g", { class: "words" });
    this.drawTicks(ground);
    this.drawBlocks(ground);
    this.signs = run.lanes.map((lane, row) => new LanePicture(this, lane, TICKS + row * LANE, picture).draw());
    this.drawArrows(picture);
    const names = svg("g", { class: "names" }, picture);
    svg("rect", { x: 0, y: 0, width: this.headers, height: this.height, class: "ground" }, names);
    run.lanes.forEach((lane, row) => this.drawName(lane, TICKS + row * LANE, names));
    this.hover = svg("line", { class: "hover", y1: TICKS, y2: this.height, x1: -9, x2: -9 }, picture);
    this.head = svg("g", { class: "playhead" }, picture);
    svg("path", { d: `M-7,${TICKS - 16}h14v7l-7,7l-7,-7z` }, this.head);
    svg("rect", { x: -0.8, y: TICKS - 9, width: 1.6, height: this.height - TICKS + 9 }, this.head);
    // Over the playhead and the arrows: they stay readable.
    picture.append(this.words);
    this.place.replaceChildren(picture);
    this.explainSigns(picture);
  }

  /** The legend has what occurs; once it has been there it stays, so that it is at rest while one zooms. */
  explainSigns(picture) {
    for (const entry of document.querySelectorAll(".legend [data-sign]")) {
      if (picture.querySelector(`g[data-lane]:not(.name) ${entry.dataset.sign}`)) entry.hidden = false;
    }
  }

  /** Diagonals, one set for each hue: what is ready, and the shade of a blocked loop. */
  patterns(picture) {
    const defs = svg("defs", {}, picture);
    const diagonal = (id, size, className) => {
      const pattern = svg("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" }, defs);
      svg("path", { d: `M-1,${size + 1}L${size + 1},-1M-1,1L1,-1M${size - 1},${size + 1}L${size + 1},${size - 1}`,
        class: className }, pattern);
    };
    diagonal("starved", 11, "starved-hatch");
    for (const hue of new Set(this.run.lanes.map(lane => lane.hue))) diagonal(`ready-${hue}`, 6, `stroke hue-${hue}`);
  }

  drawTicks(parent) {
    const grid = (value, label, shift) => {
      const x = this.x(value);
      if (x < this.headers || x > this.width) return;
      svg("line", { x1: x, x2: x, y1: TICKS - 4, y2: this.height, class: this.axis === 0 ? "grid" : "grid strong" }, parent);
      if (!label) return;
      const room = textWidth(label) / (shift ? 1 : 2) + 2;  // none is cut at the edge
      if (shift && x + room > this.width) return;  // it names what is right of it
      svg("text", { x: Math.min(x + shift, this.width - room), y: 16, class: "tick",
        "text-anchor": shift ? "start" : "middle" }, parent, label);
    };
    if (this.axis === 0) {
      for (const [value, label] of this.timeTicks()) grid(value, label, 0);
      return;
    }
    let free = -1e9, before = null;
    this.run.steps.forEach(([began], index) => {
      const time = this.run.time[began];
      if (time === before) return;
      before = time;
      const label = moment(time), x = this.x(index);
      const fits = x >= free;
      if (fits) free = x + (label.length + 1) * textWidth("0");
      grid(index, fits ? label : "", 3);
    });
  }

  /** Near to each other where there are few, as near as their labels let it. */
  timeTicks() {
    const spacing = textWidth("0000.00 s") + 24, apart = ticks => ticks.length < 2 ? 0 : this.x(ticks[1][0]) - this.x(ticks[0][0]);
    let ticks = this.ticksEvery(spacing);
    for (const share of [0.7, 0.5, 0.35]) {
      if (ticks.length >= 4) break;
      const nearer = this.ticksEvery(spacing * share);
      const widest = Math.max(0, ...nearer.map(([, label]) => textWidth(label)));
      if (apart(nearer) < widest + textWidth("0")) break;
      ticks = nearer;
    }
    return ticks;
  }
  /** As app/timeline/time_axis.cpp has them; none where no clock has been. */
  ticksEvery(spacing) {
    const begin = this.valueAt(this.headers), end = this.valueAt(this.width), last = this.run.end;
    const least = Math.max(spacing / this.pixelsPerUnit(), 1e-9), clock = end >= 2 * HOUR && least > MINUTE / 2;
    const step = clock ? clockStep(least) : roundStep(least), ticks = [];
    for (let n = Math.max(Math.ceil(begin / step - 1e-6), 0); n * step <= Math.min(end + step * 1e-6, last * (1 + 1e-9)); ++n) {
      ticks.push([n * step, clock ? clockText(n * step) : `${Number((n * step).toPrecision(10))} s`]);
    }
    return ticks;
  }

  drawBlocks(parent) {
    for (const block of this.run.blocks) {
      const [x0, x1] = this.cut(this.x(block[this.axis]), this.x(block[2 + this.axis]));
      if (x1 - x0 < 1) continue;
      svg("rect", { x: x0, y: TICKS, width: x1 - x0, height: this.height - TICKS, class: "starved" }, parent);
      svg("rect", { x: x0, y: TICKS, width: x1 - x0, height: this.height - TICKS, fill: "url(#starved)" }, parent);
    }
  }

  cut(x0, x1) { return [Math.max(x0, this.headers), Math.min(x1, this.width)]; }

  /** Deeper for those that others created. */
  indent(lane) { return 14 * Math.min(lane.depth, 6); }
  drawName(lane, top, parent) {
    const middle = top + MIDDLE, x = 12 + this.indent(lane);
    const row = svg("g", { class: "name" + (lane.number === this.selected ? " selected" : ""), "data-lane": lane.number }, parent);
    svg("rect", { x: 0, y: top, width: this.headers, height: LANE - 1, class: "row" }, row);
    if (lane.task) svg("circle", { cx: x + 5, cy: middle, r: 5, class: this.fill(lane) }, row);
    // A worker is no task: a square; a process has a frame around it.
    if (lane.worker === "thread") svg("rect", { x: x + 0.5, y: middle - 4.5, width: 9, height: 9, class: this.fill(lane) }, row);
    if (lane.worker === "process") {
      svg("rect", { x: x + 0.7, y: middle - 4.3, width: 8.6, height: 8.6, class: `frame stroke hue-${lane.hue}` }, row);
      svg("rect", { x: x + 3, y: middle - 2, width: 4, height: 4, class: this.fill(lane) }, row);
    }
    this.linesOfName(lane.name, this.headers - x - 23).forEach((line, index, lines) => {
      svg("text", { x: x + 17, y: middle + 4.5 + (index - (lines.length - 1) / 2) * 16,
        class: lane.isLoop ? "lane loop" : "lane" }, row, line);
    });
    svg("line", { x1: 0, x2: this.headers, y1: top + LANE - 0.5, y2: top + LANE - 0.5, class: "grid" }, row);
  }
  /** Where a task and its coroutine do not fit side by side, the one stands above the other. */
  linesOfName(name, room) {
    const space = name.indexOf(" ");
    if (space < 0 || name.length <= MOST_LETTERS && textWidth(name, 13) <= room) return [elided(name, room, 13)];
    return [name.slice(0, space), name.slice(space + 1)].map(part => elided(part, room, 13));
  }

  fill(lane) { return `fill hue-${lane.hue}` + (lane.ring ? " ring" : ""); }

  /** Who made, woke or cancelled whom: of the chosen lane, or all when they are few. */
  drawArrows(picture) {
    const group = svg("g", { class: "arrows" }, picture), run = this.run;
    const all = this.axis === 1 && run.arrows.length <= 40;
    for (const [event, from, to, kind] of run.arrows) {
      if (!all && from !== this.selected && to !== this.selected) continue;
      if (group.childElementCount > 160) return;
      const x = this.x(this.valueOf(event));
      if (x < this.headers || x > this.width) continue;
      const direction = to > from ? 1 : -1;
      const y0 = TICKS + from * LANE + MIDDLE + direction * 12;
      // From above it ends above the sign that says the same.
      const signed = direction > 0 && this.signs[to].some(sign => Math.abs(sign - x) < SIGN / 2 + 3);
      const y1 = TICKS + to * LANE + MIDDLE - direction * (signed ? BAR / 2 + SIGN + 2 : 12);
      const hue = kind === "cancelled" ? "trouble-stroke" : `stroke hue-${run.lanes[from].hue}`;
      const head = kind === "cancelled" ? "trouble" : `fill hue-${run.lanes[from].hue}`;
      const [line, point] = arrowShape(x, y0, y1, this.bulge(x, Math.abs(y1 - y0)), kind);
      svg("path", { d: line, class: `shaft ${hue} ${kind}` }, group);
      svg("circle", { cx: x, cy: y0, r: 2.8, class: head }, group);
      svg("path", { d: point, class: kind === "woke" ? `open ${hue}` : head }, group);
    }
  }

  /** Past other lanes an arrow bends aside, the more the further it goes; as app/timeline/arrows.cpp has it. */
  bulge(x, height) {
    const passed = height / LANE - 1;
    if (this.axis === 1 || passed <= 0.5) return 0;
    const most = Math.min(60, 12 + 5 * passed), room = (x - this.headers - 2) / 0.75;
    return room >= 8 ? Math.min(most, room) : -most;
  }

  movePlayhead(event) { this.head.setAttribute("transform", `translate(${this.eventX(event)},0)`);
    this.head.classList.toggle("outside", this.eventX(event) < this.headers || this.eventX(event) > this.width); }
}
