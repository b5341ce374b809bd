// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/** As the application's figures have them (app/timeline/lane_layout.cpp), in pixels. */
const LANE = 52, TICKS = 38, PILL = 10, BAR = LANE * 0.42, MIDDLE = LANE * 0.54;
const NEVER = -1e9;

/** A rectangle with round corners, save at an end that goes on. */
function barPath(x0, x1, y, height, roundLeft, roundRight) {
  const most = Math.min(3, (x1 - x0) / 2), l = roundLeft ? most : 0, r = roundRight ? most : 0;
  return `M${x0 + l},${y}H${x1 - r}q${r},0 ${r},${r}v${height - 2 * r}q0,${r} ${-r},${r}H${x0 + l}` +
    `q${-l},0 ${-l},${-l}v${-(height - 2 * l)}q0,${-l} ${l},${-l}z`;
}

/**
 * One lane, by the rules of the application's figures: which spans are one shape, what words stand
 * above the line, and how far they may reach.
 */
class LanePicture {
  constructor(timeline, lane, top, picture) {
    Object.assign(this, { timeline, lane, top, run: timeline.run, axis: timeline.axis });
    this.left = timeline.headers;
    this.right = timeline.width;
    this.middle = top + MIDDLE;
    this.pad = this.axis === 0 ? PILL / 2 : 0;
    this.hue = `fill hue-${lane.hue}` + (lane.ring ? " ring" : "");
    this.group = svg("g", { "data-lane": lane.number }, picture);
    svg("line", { x1: this.left, x2: this.right, y1: top + LANE - 0.5, y2: top + LANE - 0.5, class: "grid" }, this.group);
    [this.fields, this.lines, this.bars, this.over] = Array.from({ length: 4 }, () => svg("g", {}, this.group));
    this.words = svg("g", { "data-lane": lane.number }, timeline.words);
    this.labels = [];
    // What words above the line, and below it, must not cover.
    this.aboves = [];
    this.belows = [];
    this.endsInBar = false;
    this.lastBelow = NEVER;
  }

  /** Returns where its signs are. */
  draw() {
    this.drawSpans();
    this.drawAbsence();
    this.drawTail();
    this.drawEnd();
    const signs = this.drawTrouble();
    this.drawLabels();
    return signs;
  }

  at(index) { return this.timeline.x(this.lane.at(index, this.axis)); }
  visible(x0, x1) { return x1 >= this.left && x0 <= this.right; }
  cut(x0, x1) { return [Math.max(x0, this.left), Math.min(x1, this.right)]; }
  runs(first, last) {
    if (this.lane.isLoop) return this.run.stepsWithin(this.lane, first, last);
    let runs = 0;
    for (let i = first; i < last; ++i) runs += this.beginsRun(i) ? 1 : 0;
    return runs;
  }
  /** A task's run counts where its step begins, not again after a blocking call in its midst. */
  beginsRun(i) {
    return this.lane.kind(i) === RUNNING && (!this.lane.task || this.run.beginnings.has(this.lane.spans[i][1]));
  }

  rect(parent, className, x0, x1, height) {
    if (!this.visible(x0, x1)) return null;
    [x0, x1] = this.cut(x0, x1);
    return svg("rect", { x: x0, y: this.middle - height / 2, width: Math.max(x1 - x0, 0.5), height, class: className }, parent);
  }
  bar(parent, className, x0, x1, goesOnLeft = false, goesOnRight = false) {
    if (!this.visible(x0, x1)) return;
    const [a, b] = this.cut(x0, x1);
    this.keepClear(x0, x1);
    svg("path", { d: barPath(a, Math.max(b, a + 0.5), this.middle - BAR / 2, BAR, a === x0 && !goesOnLeft,
      b === x1 && !goesOnRight), class: className }, parent);
  }
  /** Words below the line stand beside what was drawn on it. */
  keepClear(x0, x1) {
    [x0, x1] = this.cut(x0, x1);
    this.belows.push([x0 - 2, x1 + 2]);
  }
  addReason(x, most, span) {
    const { lane } = this;
    this.labels.push({ x, most, forms: lane.reasons(span), className: "reason", since: lane.spans[span][1],
      endsInName: lane.endsInName(span), mayGoBelow: true });
  }

  /** Narrow neighbours are one shape. */
  drawSpans() {
    const { lane } = this, unit = this.timeline.pixelsPerUnit();
    const least = this.axis === 0 ? PILL + 2 : unit < 2 ? 8 : 4;
    const narrow = i => (lane.at(i + 1, this.axis) - lane.at(i, this.axis)) * unit < least;
    for (let i = 0; i < lane.spans.length;) {
      let next = i + 1;
      if (!narrow(i)) { this.drawSpan(i, this.at(i), this.at(next)); i = next; continue; }
      while (next < lane.spans.length && narrow(next)) ++next;
      if (this.visible(this.at(i) - PILL, this.at(next) + PILL)) this.drawFolded(i, next, this.at(i), this.at(next));
      i = next;
    }
  }

  drawSpan(i, x0, x1) {
    const { lane } = this, kind = lane.kind(i), last = i + 1 === lane.spans.length;
    if (kind === RUNNING || kind === BLOCKED) this.endsInBar = last;
    if (!this.visible(x0, x1)) return;
    if (kind === SUSPENDED) this.drawWait(i, x0, x1);
    else if (kind === READY) this.drawReady(x0, x1);
    else if (kind === IDLE) this.drawDots("idle", x0, x1);
    else if (kind === BLOCKED) this.drawBlocked(i, x0, x1);
    else if (lane.isLoop) this.drawBatch(i, i + 1, x0, x1, 0);
    else this.bar(this.bars, this.hue, x0, x1 + (this.goesOn(i + 1) ? 1 : 0), this.goesOn(i), this.goesOn(i + 1));
  }

  drawWait(i, x0, x1) {
    this.rect(this.lines, `line ${this.hue}`, x0, x1, 3);
    const left = Math.max(x0, this.left) + this.pad + 4, right = Math.min(x1 + this.pad, this.right);
    if (right - left >= 20) this.addReason(left, right, i);
  }
  drawReady(x0, x1) {
    x1 = Math.max(x1, x0 + 3);
    this.rect(this.lines, "ground", x0, x1, BAR * 0.72);
    const shape = this.rect(this.lines, `ready hue-${this.lane.hue}`, x0, x1, BAR * 0.72);
    if (!shape) return;
    shape.setAttribute("fill", `url(#ready-${this.lane.hue})`);
    this.keepClear(x0, x1);
  }
  drawDots(className, x0, x1) {
    if (!this.visible(x0, x1)) return;
    const [a, b] = this.cut(x0, x1);
    svg("line", { x1: a, x2: b, y1: this.middle, y2: this.middle, class: className }, this.lines);
  }

  /** The parts of one run, before, during and after a blocking call, are one bar. */
  goesOn(i) {
    const { lane } = this, quiet = kind => kind === SUSPENDED || kind === READY;
    return i > 0 && i < lane.spans.length && !quiet(lane.kind(i - 1)) && !quiet(lane.kind(i)) &&
      (lane.kind(i) === BLOCKED || this.runs(i, i + 1) === 0);
  }
  drawBlocked(i, x0, x1) {
    const { lane } = this, joined = !lane.isLoop && this.axis === 1;
    const end = x1 + (joined && this.goesOn(i + 1) ? 1 : 0);
    this.bar(this.over, lane.isLoop ? "trouble" : this.hue, x0, end, joined && this.goesOn(i), joined && this.goesOn(i + 1));
    this.sayBlocked(i, x0, x1, this.cut(x0, end));
  }
  /** On the bar; where that is too narrow, and the loop is held, beside it. */
  sayBlocked(i, x0, x1, [a, b]) {
    const { lane } = this, forms = lane.reasons(i);
    const shown = forms.find(form => wordsWidth(form, true) <= b - a - 12);
    if (shown !== undefined) {
      svg("text", { x: (a + b) / 2, y: this.middle + 4, "text-anchor": "middle",
        class: lane.isLoop ? "on-trouble" : `on-bar hue-${lane.hue}` }, this.words, shown);
    } else if (lane.isLoop) {
      this.labels.push({ x: Math.max(x1, this.left) + 4, most: this.right, least: this.left,
        left: Math.min(x0, this.right) - 4, forms, className: "mark-word", since: lane.spans[i][1] });
    }
  }
  /**
   * Blocking calls among what is too narrow to be told apart: on the axis of steps the longest is a sliver, but it is
   * what matters.
   */
  drawFoldedBlocks(first, last, x0, x1) {
    if (!this.visible(x0, x1)) return;
    const { lane, run: { blocks }, timeline, axis } = this;
    const from = lane.spans[first][1], until = last < lane.spans.length ? lane.spans[last][1] : lane.until[0];
    const one = partitionPoint(blocks, block => block[4] < from), past = partitionPoint(blocks, block => block[4] < until);
    if (one >= past) return;
    const begin = timeline.x(blocks[one][axis]), end = Math.max(timeline.x(blocks[past - 1][2 + axis]), begin + 3);
    let span = partitionPoint(lane.spanEvents, event => event < blocks[one][4]);
    // A run that begins with the call begins with a batch of no length.
    while (span < lane.spans.length && lane.kind(span) !== BLOCKED) ++span;
    if (!this.visible(begin, end) || span === lane.spans.length) return;
    this.bar(this.over, "trouble", begin, end);
    if (past - one === 1) this.sayBlocked(span, begin, end, this.cut(begin, end));
  }

  /** The loop's steps of one instant, or of several that lie close together. */
  drawBatch(first, last, x0, x1, around) {
    const runs = this.runs(first, last);
    if (runs === 0 && x1 - x0 < 1) return;
    if (this.axis === 1 && this.timeline.pixelsPerUnit() >= 5) { this.drawSteps(first, last, x0, x1); return; }
    this.bar(this.bars, this.hue, x0 - around, x1 + around);
    if (runs < 2 || !this.visible(x0, x1)) return;
    const [a, b] = this.cut(x0, x1);
    if (b - a > 90) {
      svg("text", { x: (a + b) / 2, y: this.middle + 4, "text-anchor": "middle", class: "on-bar hue-loop" }, this.words, `×${runs} steps`);
    } else {
      const x = Math.max(x1, this.left) + this.pad + 4;  // further off it says nothing
      this.labels.push({ x, most: Math.min(this.right, x + 40), forms: [`×${runs}`], className: "reason",
        since: this.lane.spans[first][1] });
    }
  }
  /** On the axis of steps the loop's lane says who runs. */
  drawSteps(first, last, x0, x1) {
    const { lane, run, timeline } = this;
    const end = last < lane.spans.length ? lane.spans[last][1] : lane.until[0];
    for (let k = countUpTo(run.stepBegins, lane.spans[first][1] - 1); k < run.steps.length && run.steps[k][0] < end; ++k) {
      const owner = run.lanes[run.steps[k][1]];
      const a = Math.max(timeline.x(k + 0.3), x0), b = Math.min(timeline.x(k + 1), x1);
      if (b - a >= 0.5) this.bar(this.bars, `fill hue-${owner.hue}` + (owner.ring ? " ring" : ""), a, b);
    }
  }

  drawFolded(first, last, x0, x1) {
    const { lane, pad } = this;
    if (lane.isLoop) {
      this.drawBatch(first, last, x0, x1, pad);
      this.drawFoldedBlocks(first, last, x0, x1);
      return;
    }
    const runs = this.runs(first, last);
    if (runs > 1) {
      this.bar(this.bars, (x1 - x0 > PILL ? "comb " : "") + this.hue, x0 - pad, x1 + pad);
      this.below((x0 + x1) / 2, `×${runs}`);
    } else if (runs === 1) {
      let run = first;
      while (!this.beginsRun(run)) ++run;
      const from = this.at(run);
      if (from - x0 >= 3) this.drawReady(x0, from);
      // A run that goes on into a blocking call is one bar with it.
      const goesOn = last < lane.spans.length && lane.kind(last) === BLOCKED;
      if (!goesOn) this.bar(this.bars, this.hue, from - pad, Math.max(x1 + pad, from - pad + 2));
      this.ordinal(run, goesOn ? from + pad : (from + x1) / 2);
    } else if (lane.kind(first) === READY) {
      this.drawReady(x0, x1);
    } else if (lane.kind(first) === SUSPENDED) {
      this.rect(this.lines, `line ${this.hue}`, x0, x1, 3);
    } else {
      // The rest of a run after a blocking call: part of that bar, unless it took time.
      this.endsInBar = last === lane.spans.length;
      if (x1 - x0 >= 1) this.bar(this.bars, this.hue, x0, x1);
    }
  }

  /** Who ran first at this instant. */
  ordinal(span, x) {
    if (this.axis !== 0 || !this.lane.task) return;
    const [rank, count] = this.run.rankOf(this.lane.spans[span][1]);
    if (count > 1) this.below(x, String(rank));
  }
  below(x, text) {
    const half = textWidth(text, 10) / 2 + 1;
    if (x - half < Math.max(this.left, this.lastBelow) || x + half > this.right) return;
    this.lastBelow = x + half + 2;
    this.belows.push([x - half - 1, x + half + 1]);
    svg("text", { x, y: this.top + (MIDDLE + BAR / 2 + LANE) / 2 + 3, class: "count", "text-anchor": "middle" }, this.words, text);
  }

  drawAbsence() {
    const { lane } = this;
    if (lane.isLoop) return;
    const field = (x0, x1) => {
      [x0, x1] = this.cut(x0, x1);
      if (x1 - x0 >= 8) svg("rect", { x: x0, y: this.top + 5, width: x1 - x0, height: LANE - 10, class: "absent" }, this.fields);
    };
    if (lane.spans.length === 0) { field(this.left, this.right); return; }
    // Only within the run, though its axis may go on.
    field(this.timeline.x(0) - this.pad, this.at(0) - this.pad - 4);
    if (lane.end !== "open") field(this.capX() + 6, this.timeline.x(this.run.endOn(this.axis)) + this.pad + 5);
  }

  /** Right of the last run: of its pill, or of its bar where it took time. */
  capX() { return this.at(this.lane.spans.length) + (this.endsInBar ? 0 : this.pad) + 2; }

  /** What waits for ever: its line goes on, broken, into the void. */
  drawTail() {
    const { lane } = this, span = lane.spans.length - 1;
    if (lane.isLoop || lane.end !== "open" || span < 0 || lane.kind(span) !== SUSPENDED) return;
    const x = this.at(span + 1), end = Math.min(x + 150, this.right - 4), x0 = this.at(span);
    if (x < this.left || end - x < 8) return;
    this.drawDots(`still stroke hue-${lane.hue}`, x + this.pad, end);
    if (x - x0 >= 60) return;
    const before = this.labels[this.labels.length - 1];
    if (before && before.since === lane.spans[span][1]) this.labels.pop();
    this.addReason(Math.max(x0, this.left) + this.pad + 6, end, span);
  }

  drawEnd() {
    const { lane } = this, trouble = lane.endForms.length > 0;
    if (lane.spans.length === 0 || !trouble && (lane.isLoop || lane.end === "open")) return;
    const x = this.capX(), y = this.middle - BAR / 2 - 1;
    if (x < this.left || x + 3 > this.right) return;
    // A foot at both ends tells an end in trouble from one that went well, whatever the colours.
    const shape = trouble ? `M${x},${y}h7v2.4h-4v${BAR - 2.8}h4v2.4h-7z` : `M${x},${y}h3v${BAR + 2}h-3z`;
    svg("path", { d: shape, class: trouble ? "trouble failed" : "cap" }, this.over);
    this.keepClear(x, x + 3);
  }

  drawTrouble() {
    const { signs, labels } = new TroubleLayout(this).layout(), y = this.middle - BAR / 2 - SIGN - 1;
    for (const { x, shape } of signs) {
      if (shape === "delivered") svg("path", { d: `M${x - 4.5},${y}h9l-4.5,9z`, class: "trouble delivered" }, this.over);
      else if (shape === "requested") svg("path", { d: `M${x - 3.24},${y + 0.9}h6.48l-3.24,6.66z`, class: "asked" }, this.over);
      else if (shape === "exception") svg("path", { d: `M${x - 3.5},${y + 1}l7,7m0,-7l-7,7`, class: "cross" }, this.over);
      else svg("circle", { cx: x, cy: y + 4.5, r: 3.5, class: "trouble warning" }, this.over);
      this.aboves.push([x - SIGN / 2 - 2, x + SIGN / 2 + 2]);
    }
    this.labels.push(...labels);
    return signs.map(({ x }) => x);
  }

  drawLabels() {
    const write = (label, { x, above }, text) => {
      const y = above ? this.middle - BAR / 2 - 2 : this.middle + 15;
      svg("text", { x, y, class: label.className }, this.words, text);
    };
    new Placement({ left: this.left, right: this.right, above: this.aboves, below: this.belows, write }, this.labels).place();
  }
}
