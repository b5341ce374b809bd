// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/*
 * The row of words above a lane's line, by the rules of app/timeline/top_labels.cpp. A label is
 * { x, most, forms, className, since } and, for a mark's words, { least, left }; a reason may have
 * { endsInName, mayGoBelow }: see TopLabel there. A stripe is [from, to].
 */
const LEAST_STUMP = 60;  // of a name that is cut
const ASIDE = 30;        // how far a mark's word may stand from it
const NEAR = 120;        // of signs whose words may be one
const GAP = 7;           // between neighbours: wider than a space between words

/** For how many entries of a list, in which they come first, `test` holds. */
function partitionPoint(list, test) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(list[middle])) low = middle + 1; else high = middle;
  }
  return low;
}

/** Stretches of a row that are sorted by both of their ends. */
class Stripes {
  constructor(stripes) {
    this.stripes = [];
    for (const stripe of [...stripes].sort(([a, b], [c, d]) => a - c || b - d)) {
      const last = this.stripes[this.stripes.length - 1];
      if (!last || stripe[1] > last[1]) this.stripes.push(stripe);
    }
  }

  isFree(from, to) {
    const next = this.stripes[this.endingAfter(from)];
    return !next || next[0] >= to;
  }
  take([from, to]) {
    this.stripes.splice(partitionPoint(this.stripes, ([a, b]) => a < from || a === from && b < to), 0, [from, to]);
  }
  release([from, to]) {
    const held = this.stripes.findIndex(([a, b]) => a === from && b === to);
    if (held >= 0) this.stripes.splice(held, 1);
  }
  /** The first room from `from` on, up to `most` at the furthest. */
  roomFrom(from, most) {
    let next = this.endingAfter(from);
    for (; next < this.stripes.length && this.stripes[next][0] <= from; ++next) from = this.stripes[next][1];
    return [from, next === this.stripes.length ? most : Math.min(most, this.stripes[next][0])];
  }
  /** The end of the first room before `to`. */
  roomBefore(to) {
    let next = partitionPoint(this.stripes, ([from]) => from < to);
    while (next > 0 && this.stripes[next - 1][1] > to) to = this.stripes[--next][0];
    return to;
  }
  endingAfter(x) { return partitionPoint(this.stripes, ([, to]) => to <= x); }
}

/** What is taken of one row of words: what is drawn, and what is written, each with the clearance that it wants. */
class Taken {
  constructor(drawn) { this.drawn = new Stripes(drawn); this.written = new Stripes([]); }
  isFree(from, to) { return this.drawn.isFree(from, to) && this.written.isFree(from, to); }
  take(word) { this.written.take(word); }
  release(word) { this.written.release(word); }
  roomFrom(from, most) {
    for (;;) {
      const drawn = this.drawn.roomFrom(from, most), written = this.written.roomFrom(drawn[0], most);
      if (written[0] === drawn[0]) return [drawn[0], Math.min(drawn[1], written[1])];
      from = written[0];
    }
  }
  roomBefore(to) {
    for (;;) {
      const end = this.written.roomBefore(this.drawn.roomBefore(to));
      if (end === to) return end;
      to = end;
    }
  }
}

/**
 * Trouble comes first: every mark gets its shortest words, wherever there is room for them, then longer ones as far as
 * they fit; reasons of waits share what is left. What has no room even in its shortest form is not written.
 */
class Placement {
  /** `row`: { left, right, above, below, write }, the stripes of what words must not cover, and who writes them. */
  constructor(row, labels) {
    this.row = row;
    this.labels = labels.filter(label => label.forms.length > 0).sort((a, b) => a.x - b.x);
    this.above = new Taken(row.above);
    this.below = new Taken(row.below);
    this.placed = this.labels.map(() => null);  // or { form, x, width, above }
  }

  place() {
    this.marks();
    this.labels.forEach((label, i) => { if (!this.isMark(i)) this.reason(i); });
    this.placed.forEach((placed, i) => {
      if (placed) this.row.write(this.labels[i], placed, this.labels[i].forms[placed.form]);
    });
  }

  isMark(i) { return this.labels[i].className === "mark-word"; }
  width(label, form) { return wordsWidth(label.forms[form]) + 1; }

  marks() {
    let before = -1;  // the mark to the left that has a word
    this.labels.forEach((label, i) => {
      if (!this.isMark(i)) return;
      const found = this.placeMark(i) || before >= 0 && (this.makeRoom(before, i) || this.join(before, i));
      if (found && this.placed[i]) before = i;
    });
    this.placed.forEach((placed, i) => { if (placed && this.isMark(i)) this.lengthen(i); });
  }

  /** In the fewest words. */
  placeMark(i) {
    this.placed[i] = this.freePlace(this.labels[i], this.labels[i].forms.length - 1);
    if (this.placed[i]) this.hold(this.placed[i]);
    return this.placed[i] !== null;
  }

  /** Whether there is room for both if the word before goes elsewhere. */
  makeRoom(before, i) {
    const kept = this.placed[before];
    this.letGo(kept);
    if (this.placeMark(i)) {
      if (this.placeMark(before)) return true;
      this.letGo(this.placed[i]);
      this.placed[i] = null;
    }
    this.placed[before] = kept;
    this.hold(kept);
    return false;
  }

  /** What has no room of its own is said beside the sign before: `cancel requested, delivered`. */
  join(before, i) {
    const alone = this.labels[before], kept = this.placed[before], { forms } = this.labels[i];
    if (this.labels[i].x - alone.x > NEAR) return false;
    const more = forms[forms.length - 1];
    const once = alone.forms[alone.forms.length - 1] === more;
    this.labels[before] = { ...alone, forms: once ? [more] : alone.forms.map(form => `${form}, ${more}`) };
    this.letGo(kept);
    if (this.placeMark(before)) return true;
    this.labels[before] = alone;
    this.placed[before] = kept;
    this.hold(kept);
    return false;
  }

  /** The longest form for which there is room now that every mark has a word. */
  lengthen(i) {
    this.letGo(this.placed[i]);
    for (let form = 0; form < this.placed[i].form; ++form) {
      const better = this.freePlace(this.labels[i], form);
      if (better) { this.placed[i] = better; break; }
    }
    this.hold(this.placed[i]);
  }

  freePlace(label, form) {
    const width = this.width(label, form);
    const most = Math.min(label.most, this.row.right), least = Math.max(label.least, this.row.left);
    const right = label.x >= this.row.left && label.x + width <= most;
    const left = label.left <= most && label.left - width >= least;
    if (right && this.above.isFree(label.x, label.x + width)) return { form, x: label.x, width, above: true };
    if (left && this.above.isFree(label.left - width, label.left)) {
      return { form, x: label.left - width, width, above: true };
    }
    // Below the line, beside the run and its ordinal.
    const [x] = this.below.roomFrom(label.x, most);
    if (x - label.x <= ASIDE && x + width <= most && this.below.isFree(x, x + width)) {
      return { form, x, width, above: false };
    }
    const end = this.below.roomBefore(label.left);
    if (label.left - end <= ASIDE && end - width >= least && this.below.isFree(end - width, end)) {
      return { form, x: end - width, width, above: false };
    }
    return null;
  }

  around({ x, width }) { return [x - GAP, x + width + GAP]; }
  hold(placed) { (placed.above ? this.above : this.below).take(this.around(placed)); }
  letGo(placed) { (placed.above ? this.above : this.below).release(this.around(placed)); }

  reason(i) {
    const label = this.labels[i];
    let next = i + 1;
    while (next < this.labels.length && this.isMark(next)) ++next;
    const most = Math.min(label.most, this.row.right, next < this.labels.length ? this.labels[next].x - GAP : Infinity);
    const [x, end] = this.above.roomFrom(label.x, most);
    if (this.fit(i, x, end, true)) return;
    if (label.mayGoBelow) {
      const [left, right] = this.below.roomFrom(label.x, most);
      if (this.fit(i, left, right, false)) return;
    }
    this.cut(label, x, end);
  }

  fit(i, x, end, above) {
    for (let form = 0; form < this.labels[i].forms.length; ++form) {
      const width = this.width(this.labels[i], form);
      if (x + width > end) continue;
      this.placed[i] = { form, x, width, above };
      this.hold(this.placed[i]);
      return true;
    }
    return false;
  }

  cut(label, x, end) {
    if (!label.endsInName || end - x < LEAST_STUMP) return;
    const placed = { form: 0, x, width: end - x, above: true };
    this.hold(placed);
    this.row.write(label, placed, elided(label.forms[label.forms.length - 1], end - x));
  }
}
