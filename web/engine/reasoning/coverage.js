// Which rows of a table cover a version of one of its columns, without reading every row.

import { complement, intersect } from "../ranges/version-set.js";
import { areAlternatives } from "./alternatives.js";
import { search } from "./search.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../ranges/version-set.js").Order} Order
 * @typedef {import("./payload.js").Row} Row
 * @typedef {{lower: string, upper: string, row: Row}} Span One interval of what a row covers.
 */

export class Coverage {
  /** @type {Order} */
  #order;
  /** Sorted by lower cut. @type {Span[]} */
  #spans;
  /** The highest upper cut up to and including each span. @type {string[]} */
  #reach = [];

  /**
   * @param {Row[]} rows
   * @param {Order} order Of the scheme of the column's component.
   * @param {(row: Row) => Interval[]} covered The versions that a row covers, usually of the subject.
   */
  constructor(rows, order, covered = ({ subject }) => subject.range?.inside ?? []) {
    this.#order = order;
    this.#spans = rows
      .flatMap((row) => covered(row).map(([lower, upper]) => ({ lower, upper, row })))
      .sort((a, b) => order(a.lower, b.lower));
    for (const { upper } of this.#spans) {
      const before = this.#reach[this.#reach.length - 1];
      this.#reach.push(before !== undefined && order(before, upper) > 0 ? before : upper);
    }
  }

  /**
   * Return the rows that cover a version in `[lower, upper)`, in the order of the versions.
   * @param {string} lower
   * @param {string} upper
   * @returns {Row[]}
   */
  overlapping(lower, upper) {
    return this.#reaching(search(this.#spans, (span) => this.#order(span.lower, upper) >= 0), lower);
  }

  /**
   * Return the rows that cover the versions at `position`, in the order of the versions.
   * @param {string} position
   * @returns {Row[]}
   */
  covering(position) {
    const started = search(this.#spans, (span) => this.#order(span.lower, position) > 0);
    return this.#reaching(started, position);
  }

  /**
   * Return the rows that speak about the versions at `position`: those that cover it, less every
   * row that another of them is an exception to.
   * @param {string} position
   * @returns {Row[]}
   */
  speaking(position) {
    const covering = this.covering(position);
    if (covering.length < 2) return covering;
    return covering.filter((row) => !covering.some((other) => this.#isException(other, row)));
  }

  /**
   * Return the rows of the first `count` spans that end above `cut`.
   * @param {number} count
   * @param {string} cut
   */
  #reaching(count, cut) {
    const found = [];
    for (let at = count - 1; at >= 0 && this.#order(this.#reach[at], cut) > 0; at--) {
      if (this.#order(this.#spans[at].upper, cut) > 0) found.push(this.#spans[at].row);
    }
    return [...new Set(found.reverse())];
  }

  /**
   * Tell whether `narrow` lies strictly inside `wide`, and is no alternative to it.
   * @param {Row} narrow
   * @param {Row} wide
   */
  #isException(narrow, wide) {
    const inner = narrow.subject.range?.inside ?? [];
    const outer = wide.subject.range?.inside ?? [];
    const order = this.#order;
    return !intersect(inner, complement(outer), order).length && !areAlternatives(narrow, wide);
  }
}
