// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const SVG = "http://www.w3.org/2000/svg";
const LANE = 46, TICKS = 26, PILL = 10, BAR = 20, END_ROOM = 30;
/** No line of the chart has room for more. */
const MOST_LETTERS = 300;

function svg(name, attributes, parent, text) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text !== undefined) element.textContent = text;
  if (parent) parent.append(element);
  return element;
}

const measure = document.createElement("canvas").getContext("2d");
const widths = new Map();
/** The width of a text in the chart's small type. */
function textWidth(text, size = 11.5) {
  const key = size + text;
  if (!widths.has(key)) {
    measure.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    widths.set(key, measure.measureText(text).width);
  }
  return widths.get(key);
}
/** As much of a text as there is room for; nothing where that says nothing. */
function elided(text, room, size) {
  if (text.length <= MOST_LETTERS && textWidth(text, size) <= room) return text;
  const letters = [...text.slice(0, MOST_LETTERS)];
  const cut = length => letters.slice(0, length).join("") + "…";
  let fits = 0, fails = letters.length + 1;
  while (fails - fits > 1) {
    const middle = (fits + fails) >> 1;
    if (textWidth(cut(middle), size) <= room) fits = middle; else fails = middle;
  }
  return fits > 2 ? cut(fits) : "";
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
    const longest = Math.max(...run.lanes.slice(0, 400).map(lane => textWidth(lane.name.slice(0, MOST_LETTERS), 13) + 12 * lane.depth));
    this.left = Math.round(Math.min(longest + 40, width * 0.3));
    this.inset = PILL + 2;
    this.room = width - this.left - 2 * this.inset - END_ROOM;
    this.headers = this.left;
    this.left += this.inset;
    this.width = width;
    this.height = TICKS + LANE * run.lanes.length;
    const picture = svg("svg", { viewBox: `0 0 ${width} ${this.height}`, width: "100%",
      height: this.height, "aria-hidden": "true", focusable: "false" });
    this.patterns(picture);
    const ground = svg("g", {}, picture);
    this.drawTicks(ground);
    this.drawBlocks(ground);
    run.lanes.forEach((lane, row) => this.drawLane(lane, TICKS + row * LANE, picture));
    this.drawArrows(picture);
    const names = svg("g", { class: "names" }, picture);
    svg("rect", { x: 0, y: 0, width: this.headers, height: this.height, class: "ground" }, names);
    run.lanes.forEach((lane, row) => this.drawName(lane, TICKS + row * LANE, names));
    this.hover = svg("line", { class: "hover", y1: TICKS, y2: this.height, x1: -9, x2: -9 }, picture);
    this.head = svg("g", { class: "playhead" }, picture);
    svg("path", { d: "M-6,8h12v6l-6,6l-6,-6z" }, this.head);
    svg("rect", { x: -0.8, y: 12, width: 1.6, height: this.height - 12 }, this.head);
    this.place.replaceChildren(picture);
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
      svg("line", { x1: x, x2: x, y1: TICKS - 4, y2: this.height, class: "grid" }, parent);
      if (label) svg("text", { x: x + shift, y: 15, class: "tick", "text-anchor": shift ? "start" : "middle" }, parent, label);
    };
    if (this.axis === 0) {
      const least = (this.end - this.begin) / this.room * 84;
      const power = 10 ** Math.floor(Math.log10(least));
      const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= least);
      const [first, last] = this.run.extent(0);
      for (let n = Math.ceil(Math.max(first, this.begin) / step); n * step <= Math.min(last, this.end) + step * 1e-9; ++n) {
        grid(n * step, `${Number((n * step).toPrecision(10))} s`, 0);
      }
      return;
    }
    let free = -1e9, before = null;
    this.run.steps.forEach(([began], index) => {
      const time = this.run.time[began];
      if (time === before) return;
      before = time;
      const label = seconds(time), x = this.x(index);
      const fits = x >= free;
      if (fits) free = x + textWidth(label) + 10;
      grid(index, fits ? label : "", 3);
    });
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

  bar(parent, className, x0, x1, middle, height, radius = 3) {
    [x0, x1] = this.cut(x0, x1);
    if (x1 < x0) return null;
    return svg("rect", { x: x0, y: middle - height / 2, width: Math.max(x1 - x0, 0.5), height,
      rx: Math.min(radius, (x1 - x0) / 2), class: className }, parent);
  }

  drawName(lane, top, parent) {
    const middle = top + LANE * 0.54, x = 10 + 12 * Math.min(lane.depth, 6);
    const row = svg("g", { class: "name" + (lane.number === this.selected ? " selected" : ""), "data-lane": lane.number }, parent);
    svg("rect", { x: 0, y: top, width: this.headers, height: LANE - 1, class: "row" }, row);
    if (!lane.isLoop) svg("circle", { cx: x + 4, cy: middle, r: 5, class: this.fill(lane) }, row);
    svg("text", { x: x + 15, y: middle + 4.5, class: lane.isLoop ? "lane loop" : "lane" }, row,
      elided(lane.name, this.headers - x - 20, 13));
    svg("line", { x1: 0, x2: this.headers, y1: top + LANE - 0.5, y2: top + LANE - 0.5, class: "grid" }, row);
  }

  fill(lane) { return `fill hue-${lane.hue}` + (lane.ring ? " ring" : ""); }

  drawLane(lane, top, picture) {
    const group = svg("g", { "data-lane": lane.number }, picture);
    const middle = top + LANE * 0.54;
    svg("line", { x1: this.headers, x2: this.width, y1: top + LANE - 0.5, y2: top + LANE - 0.5, class: "grid" }, group);
    this.drawAbsence(lane, top, group);
    const labels = [];
    const lines = svg("g", {}, group), bars = svg("g", {}, group);
    const least = this.axis === 0 ? PILL + 2 : 3;
    for (let i = 0; i < lane.spans.length;) {
      let x0 = this.x(lane.at(i, this.axis)), x1 = this.x(lane.at(i + 1, this.axis)), next = i + 1;
      if (x1 - x0 >= least) {
        this.drawSpan(lane, i, x0, x1, middle, lines, bars, labels);
      } else {
        // Narrow neighbours are one shape, that says how many runs it holds.
        while (next < lane.spans.length && this.x(lane.at(next + 1, this.axis)) - this.x(lane.at(next, this.axis)) < least) ++next;
        this.drawFolded(lane, i, next, middle, lines, bars);
      }
      i = next;
    }
    this.drawEnd(lane, middle, bars, labels);
    this.drawMarks(lane, middle, bars, labels);
    this.drawLabels(labels, middle, group);
  }

  drawAbsence(lane, top, group) {
    if (lane.isLoop) return;
    const [first] = this.run.extent(this.axis);
    const last = this.axis === 0 ? this.run.end : this.run.steps.length + 0.3;
    const field = (x0, x1) => {
      [x0, x1] = this.cut(x0, x1);
      if (x1 - x0 >= 8) svg("rect", { x: x0, y: top + 5, width: x1 - x0, height: LANE - 10, class: "absent" }, group);
    };
    const end = this.x(last) + this.inset;
    if (lane.spans.length === 0) { field(this.headers, end); return; }
    field(this.x(first) - 5, this.x(lane.at(0, this.axis)) - 9);
    if (lane.end !== "open") field(this.x(lane.until[1 + this.axis]) + 13, end);
  }

  drawSpan(lane, i, x0, x1, middle, lines, bars, labels) {
    if (x1 < this.headers || x0 > this.width) return;
    const kind = lane.kind(i), reason = lane.reason(i);
    if (kind === SUSPENDED) {
      this.bar(lines, `line ${this.fill(lane)}`, x0, x1, middle, 3, 0);
      labels.push({ x: Math.max(x0, this.headers) + 9, most: Math.min(x1 + 5, this.width), text: reason, className: "reason" });
    } else if (kind === READY) {
      this.bar(lines, "ground", x0, x1, middle, BAR * 0.7, 0);
      const shape = this.bar(lines, `ready hue-${lane.hue}`, x0, x1, middle, BAR * 0.7, 0);
      if (shape) shape.setAttribute("fill", `url(#ready-${lane.hue})`);
    } else if (kind === IDLE) {
      const [a, b] = this.cut(x0, x1);
      svg("line", { x1: a, x2: b, y1: middle, y2: middle, class: "idle" }, lines);
    } else if (lane.isLoop && kind === RUNNING && this.axis === 1) {
      this.drawSteps(lane, i, middle, bars);
    } else {
      const trouble = lane.isLoop && kind === BLOCKED;
      this.bar(bars, trouble ? "trouble" : this.fill(lane), x0, x1, middle, BAR);
      const [a, b] = this.cut(x0, x1), text = kind === BLOCKED ? elided(reason, b - a - 10) : "";
      if (text) svg("text", { x: (a + b) / 2, y: middle + 4, "text-anchor": "middle",
        class: trouble ? "on-trouble" : `on-bar hue-${lane.hue}` }, bars, text);
    }
  }

  /** On the axis of steps the loop's lane says who runs. */
  drawSteps(lane, span, middle, bars) {
    const from = lane.spans[span][1], until = span + 1 < lane.spans.length ? lane.spans[span + 1][1] : lane.until[0];
    const steps = this.run.steps;
    for (let k = countUpTo(this.run.stepBegins, from - 1); k < steps.length && steps[k][0] < until; ++k) {
      const owner = this.run.lanes[steps[k][1]];
      const x0 = this.x(k + 0.3), x1 = this.x(Math.min(k + 1, lane.at(span + 1, 1)));
      if (x1 > this.headers && x0 < this.width) this.bar(bars, this.fill(owner), x0, x1, middle, BAR);
    }
  }

  drawFolded(lane, first, last, middle, lines, bars) {
    let runs = 0, run = -1, suspended = false;
    for (let i = first; i < last; ++i) {
      if (lane.kind(i) === RUNNING) { ++runs; if (run < 0) run = i; }
      if (lane.kind(i) === SUSPENDED) suspended = true;
    }
    const pad = this.axis === 0 ? PILL / 2 : 0;
    const x0 = this.x(lane.at(runs === 1 ? run : first, this.axis)), x1 = this.x(lane.at(last, this.axis));
    if (x1 + pad < this.headers || x0 - pad > this.width) return;
    if (runs === 0) {
      if (suspended) this.bar(lines, `line ${this.fill(lane)}`, x0, x1, middle, 3, 0);
      return;
    }
    this.bar(bars, (runs > 1 && x1 - x0 > PILL ? "comb " : "") + this.fill(lane), x0 - pad, x1 + pad, middle, BAR);
    const below = lane.isLoop ? this.stepsWithin(lane, first, last) : runs > 1 ? runs : 0;
    if (below > 1) svg("text", { x: (x0 + x1) / 2, y: middle + BAR / 2 + 9, class: "count", "text-anchor": "middle" }, bars, `×${below}`);
  }

  stepsWithin(lane, first, last) {
    const end = last < lane.spans.length ? lane.spans[last][1] : lane.until[0];
    return countUpTo(this.run.stepBegins, end) - countUpTo(this.run.stepBegins, lane.spans[first][1] - 1);
  }

  drawEnd(lane, middle, bars, labels) {
    if (lane.isLoop || lane.spans.length === 0) return;
    const x = this.x(lane.until[1 + this.axis]) + (this.axis === 0 ? PILL / 2 : 0) + 2;
    if (x < this.headers || x > this.width) return;
    if (lane.end === "open") {
      if (lane.kind(lane.spans.length - 1) === SUSPENDED) {
        const [a, b] = this.cut(x, x + END_ROOM);
        svg("line", { x1: a, x2: b, y1: middle, y2: middle, class: `idle stroke hue-${lane.hue}` }, bars);
      }
      return;
    }
    const trouble = lane.end !== "returned";
    svg("rect", { x, y: middle - BAR / 2 - 1, width: 3, height: BAR + 2, class: trouble ? "trouble" : "cap" }, bars);
    if (trouble) labels.push({ x: x + 6, most: this.width, text: lane.endWord, className: "mark-word" });
  }

  drawMarks(lane, middle, bars, labels) {
    let free = -1e9;
    for (const mark of lane.marks) {
      const x = this.x(mark[1 + this.axis]), y = middle - BAR / 2 - 1;
      if (x < Math.max(free, this.headers) || x > this.width) continue;
      free = x + PILL + 4;
      const shape = mark[3] === "cancel" ? `M${x - 4.5},${y - 9}h9l-4.5,9z`
        : `M${x - 4},${y - 8}l8,8m0,-8l-8,8`;
      svg("path", { d: shape, class: mark[3] === "cancel" ? "trouble" : "cross" }, bars);
      labels.push({ x: x + 8, most: this.width, text: mark[4], className: "mark-word" });
    }
  }

  /** One row of words above the line, each up to the next; words about trouble come first. */
  drawLabels(labels, middle, group) {
    labels.sort((a, b) => a.x - b.x);
    let taken = this.headers;
    labels.forEach((label, index) => {
      const next = labels.slice(index + 1).find(other => label.className === "reason" || other.className !== "reason");
      const x = Math.max(label.x, taken), most = Math.min(label.most, next ? next.x - 12 : this.width);
      // Where room is short, the moment at which a sleep ends, or the place in line, goes first.
      const [short] = label.text.split(/ → | \(/);
      const text = textWidth(label.text.slice(0, MOST_LETTERS)) <= most - x ? label.text : elided(short, most - x);
      if (!text || text !== label.text && text !== short && most - x < 50) return;
      taken = x + textWidth(text) + 6;
      svg("text", { x, y: middle - BAR / 2 - 2, class: label.className }, group, text);
    });
  }

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
      const y0 = TICKS + from * LANE + LANE * 0.54 + direction * 11, y1 = TICKS + to * LANE + LANE * 0.54 - direction * 11;
      const hue = kind === "cancelled" ? "trouble-stroke" : `stroke hue-${run.lanes[from].hue}`;
      const head = kind === "cancelled" ? "trouble" : `fill hue-${run.lanes[from].hue}`;
      svg("line", { x1: x, x2: x, y1: y0, y2: y1 - direction * 6, class: `${hue} ${kind}` }, group);
      svg("circle", { cx: x, cy: y0, r: 2.6, class: head }, group);
      svg("path", { d: `M${x},${y1}l-3.5,${-direction * 7}h7z`, class: head }, group);
    }
  }

  movePlayhead(event) { this.head.setAttribute("transform", `translate(${this.eventX(event)},0)`);
    this.head.classList.toggle("outside", this.eventX(event) < this.headers || this.eventX(event) > this.width); }
}
