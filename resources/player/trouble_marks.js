// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

/* What went wrong on a lane, by the rules of app/timeline/trouble_marks.cpp: signs, and the words beside them. */
const SIGN = 9, SIGN_GAP = 3, MARK_REACH = PILL + 4;

/** The signs of a lane's marks, as { x, shape }, those too near to one another as one; and their words, as labels. */
class TroubleLayout {
  constructor(picture) {
    this.picture = picture;
    this.lane = picture.lane;
    this.signs = [];
    this.labels = [];
    this.end = null;
    this.joined = false;  // a sign and the end have one word
  }

  layout() {
    if (this.lane.spans.length === 0) return this;
    this.layoutEnd();
    this.eachCluster((marks, x) => this.cluster(marks, x));
    if (this.end) this.labels.push(this.end);
    return this;
  }

  eachCluster(put) {
    const { marks } = this.lane, { left, right, axis, timeline } = this.picture;
    const place = mark => timeline.x(mark.position[axis]);
    let i = marks.findIndex(mark => place(mark) > left - MARK_REACH);
    while (i >= 0 && i < marks.length) {
      const x = place(marks[i]);
      if (x > right) return;
      let next = i + 1;
      while (next < marks.length && place(marks[next]) <= x + MARK_REACH) ++next;
      if (x >= left) put(marks.slice(i, next), x);
      i = next;
    }
  }

  label(x, left, forms, since) {
    // Words never reach back to where the lane was not there yet.
    return { x, left, most: this.picture.right, least: this.picture.at(0), forms, since, className: "mark-word" };
  }

  /** The word at the end of a lane that did not end well. */
  layoutEnd() {
    const x = this.picture.capX(), { left, right, run } = this.picture, { endForms, until, isLoop } = this.lane;
    if (endForms.length === 0 || x < left || x + 3 > right) return;
    this.end = this.label(x + 2 * SIGN_GAP, x - 2 * SIGN_GAP, endForms, isLoop ? run.last : until[0]);
  }

  cluster(marks, x) {
    this.signs.push({ x, shape: this.shapeOf(marks) });
    const right = x + SIGN / 2 + SIGN_GAP, left = x - SIGN / 2 - SIGN_GAP;
    if (Math.abs(this.picture.capX() - x) > 42 || !this.endSays(marks)) {
      this.labels.push(this.label(right, left, this.words(marks), marks[0].event));
      return;
    }
    // The word at the end says it, too: only one of them is wanted.
    if (this.lane.end === "cancelled") this.sayByWhom(marks);
    this.end.x = this.joined ? Math.max(this.end.x, right) : right;
    this.end.left = Math.min(this.end.left, left);
    this.joined = true;
  }

  /** `cancelled by main`, if the request is among these. */
  sayByWhom(marks) {
    const asked = marks.find(mark => mark.cancelledBy);
    if (asked && this.end.forms.length === 1) this.end.forms = [asked.cancelledBy, ...this.end.forms];
  }

  /** Whether the word at the lane's end tells all of these, too. */
  endSays(marks) {
    if (!this.end || this.lane.isLoop || this.holds(marks, "warning")) return false;
    return this.lane.end === "cancelled" ||
      marks.every(mark => mark.kind === "exception" && this.end.forms.includes(mark.forms[0]));
  }

  holds(marks, kind) { return marks.some(mark => mark.kind === kind); }

  /** The gravest of what they stand for. */
  shapeOf(marks) { return ["delivered", "requested", "exception", "warning"].find(kind => this.holds(marks, kind)); }

  /** The words of marks that have one sign: all of them, each shorter, the first one's alone. */
  words(marks) {
    const longest = new Set(), shorter = new Set(), requested = this.holds(marks, "requested");
    const last = forms => forms[forms.length - 1];
    for (const { kind, forms } of marks.slice(0, 4)) {
      longest.add(requested && kind === "delivered" ? last(forms) : forms[0]);
      shorter.add(kind === "exception" ? forms[0] : forms.length > 2 ? forms[1] : last(forms));
    }
    return [...new Set([[...longest].join(", "), [...shorter].join(", "), last(marks[0].forms)])];
  }
}
