// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/** What a span of a lane is; the numbers stand in the data. */
const READY = 0, RUNNING = 1, SUSPENDED = 2, IDLE = 3, BLOCKED = 4;
const STATE_NAMES = ["ready", "running", "suspended", "idle", "blocked"];

/** How many entries of a sorted list are at most `value`. */
function countUpTo(sorted, value) {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1; else high = middle;
  }
  return low;
}

function seconds(value) {
  if (value === 0) return "0 s";
  const size = Math.abs(value);
  const [factor, unit] = size >= 0.01 ? [1, "s"] : size >= 1e-3 ? [1e3, "ms"] : [1e6, "µs"];
  return `${Number((value * factor).toPrecision(4))} ${unit}`;
}
/** A place on the axis: three decimals at most, or four digits of less than 1. */
function moment(value) {
  const size = Math.abs(value);
  return `${Number(size === 0 || size >= 1 ? value.toFixed(3) : value.toPrecision(4))} s`;
}

/** A mark of a lane; `forms` say it in as many words as there may be room for, the longest first. */
class Mark {
  constructor([event, time, place, kind, forms, cancelledBy]) {
    Object.assign(this, { event, position: [time, place], kind, forms, cancelledBy });
  }
}

/** A lane as it was exported: its spans abut, `until` is where the last one ends. */
class Lane {
  constructor(data, number) {
    Object.assign(this, data);
    this.number = number;
    this.marks = data.marks.map(mark => new Mark(mark));
    this.spanEvents = this.spans.map(span => span[1]);
    this.isLoop = number === 0;
  }
  kind(span) { return this.spans[span][0]; }
  /** What it is about, in as many words as there may be room for, the longest first. */
  reasons(span) { return this.spans[span][4] || []; }
  reason(span) { return this.reasons(span)[0] || ""; }
  /** Whether the shortest of them is a name, whose first letters tell something. */
  endsInName(span) { return this.spans[span][5] === 1; }
  /** Where span `index` begins (the last one ends at `spans.length`); axis 0 is time, 1 steps. */
  at(index, axis) {
    return index < this.spans.length ? this.spans[index][2 + axis] : this.until[1 + axis];
  }
  /** The span under way once `event` has happened; -1 while the lane is not alive. */
  spanAt(event) {
    if (this.spans.length === 0) return -1;
    const last = this.until[0];
    if (event > last || (event === last && this.end !== "open")) return -1;
    return countUpTo(this.spanEvents, event) - 1;
  }
  /** State and reason once `event` has happened. */
  stateAt(event) {
    const span = this.spanAt(event);
    if (span >= 0) return { span, name: STATE_NAMES[this.kind(span)], reason: this.reason(span) };
    const begun = this.spans.length > 0 && event >= this.spans[0][1];
    return { span: -1, name: begun ? this.end : "not yet created", reason: "" };
  }
}

/** The exported run, and what is true in it at any event. */
class Run {
  constructor(data) {
    Object.assign(this, data);
    this.lanes = data.lanes.map((lane, number) => new Lane(lane, number));
    this.last = this.time.length - 1;
    this.stepBegins = this.steps.map(step => step[0]);
    this.beginnings = new Set(this.stepBegins);
    // Events of one instant follow one another: where each instant begins.
    this.instants = [];
    for (let event = 0; event <= this.last; ++event) {
      if (event === 0 || this.time[event] !== this.time[event - 1]) this.instants.push(event);
    }
    this.instantTimes = this.instants.map(event => this.time[event]);
    // The place of each step among those of its instant: who ran first.
    this.ranks = [];
    this.steps.forEach(([began], step) => {
      const before = this.ranks[step - 1], same = step > 0 && this.time[this.steps[step - 1][0]] === this.time[began];
      const instant = same ? before.instant : { steps: 0 };
      this.ranks.push({ instant, rank: ++instant.steps });
    });
    this.importedEvents = this.imported.map(place => place[0]);
    this.outputEvents = this.output.map(piece => piece[0]);
  }
  /** The file and the line at which an event happened, the innermost of the program's own. */
  placeOf(event) {
    const found = this.imported[countUpTo(this.importedEvents, event) - 1];
    return found && found[0] === event ? [found[1], found[2]] : [0, this.line[event]];
  }
  /** First event of an event's instant, and of the next one. */
  instantOf(event) {
    const index = countUpTo(this.instants, event) - 1;
    return [this.instants[index], index + 1 < this.instants.length ? this.instants[index + 1] : this.last + 1];
  }
  /** Which of the steps of its instant one is that began at `event` or later, from 1; and of how many. */
  rankOf(event) {
    const found = this.ranks[countUpTo(this.stepBegins, event - 1)];
    return found ? [found.rank, found.instant.steps] : [0, 0];
  }
  /** How many steps began within spans [first, last) of a lane. */
  stepsWithin(lane, first, last) {
    const end = last < lane.spans.length ? lane.spans[last][1] : lane.until[0];
    return countUpTo(this.stepBegins, end) - countUpTo(this.stepBegins, lane.spans[first][1] - 1);
  }
  /** Where the run ends on an axis. */
  endOn(axis) { return axis === 0 ? this.end : this.steps.length + 0.3; }
  /** A figure has its width for them: they are spread over it. */
  hasFewSteps() { return this.endOn(1) < 12; }
  /** The whole of an axis. */
  extent(axis) {
    if (axis === 1) return [0, this.hasFewSteps() ? Math.max(this.endOn(1) + 1, 6) : this.endOn(1)];
    return [0, this.end > 0 ? this.end : 1];
  }
  /** The next (+1) or previous (-1) beginning of a step; the end of the run if there is none. */
  stepFrom(event, direction) {
    if (direction > 0) {
      const index = countUpTo(this.stepBegins, event);
      return index < this.steps.length ? this.stepBegins[index] : this.last;
    }
    const index = countUpTo(this.stepBegins, event - 1) - 1;
    return index >= 0 ? this.stepBegins[index] : 0;
  }
  /** How long playing rests after `event`, at speed 1: as in the application. */
  restAfter(event, axis) {
    const gap = axis === 0 ? Math.min(this.time[event + 1] - this.time[event], 2) : 0;
    return Math.max(this.rest[event], gap);
  }
  /** How many pieces of output there are once `event` has happened. */
  outputAt(event) { return countUpTo(this.outputEvents, event); }
}
