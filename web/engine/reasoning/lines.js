// Versions as rules count them: lines of numbers, and the steps between them, as in
// mkdocs_compat/reasoning/lines.py.
//
// A rule compares the leading numbers of two versions: at the level `minor` the first two. What
// shares them is a line. A pre-release counts as the version that it precedes.

import { HIGHEST, LOWEST } from "../versions/keys.js";
import { search } from "./search.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 * @typedef {import("../versions/scheme.js").Landmark} Landmark
 */

/**
 * A whole number of any length; infinity stands for "however many there are".
 * @typedef {bigint | number} Count
 */

/**
 * An epoch (0 outside Python's versions), then numbers.
 * @typedef {Count[]} Line
 */

/**
 * The first and the last line that an interval of versions reaches into.
 * @typedef {{low: Line, high: Line}} Span
 */

/**
 * How the versions of one scheme fall into lines; `interval` is null where no version can be
 * written so.
 * @typedef {{span: (interval: Interval) => Span, interval: (line: Line) => Interval | null}} Numbering
 */

// How many numbers rules look at: major, minor, patch.
const NUMBERS = 3;
/** @type {Line} */
const LOWEST_LINE = Array(NUMBERS + 1).fill(0n);
/** @type {Line} */
const HIGHEST_LINE = Array(NUMBERS + 1).fill(Infinity);

/**
 * Return the order of two lines.
 * @param {Line} a @param {Line} b
 */
export function compareLines(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  if (at === a.length || at === b.length) return a.length - b.length;
  return a[at] < b[at] ? -1 : 1;
}

/** Tell whether a line has a number that stands for "however many". @param {Line} line */
export const isEndless = (line) => line.includes(Infinity);

/**
 * Return the span of lines of `count` numbers.
 * @param {Span} span @param {number} count
 * @returns {Span}
 */
export const spanAt = ({ low, high }, count) => ({
  low: low.slice(0, count + 1),
  high: high.slice(0, count + 1),
});

/** @type {WeakMap<Scheme, Numbering>} */
const numberings = new WeakMap();

// The same few intervals and lines come up again and again; so many are remembered of a scheme.
const REMEMBERED = 4096;

/**
 * Return how the versions of a scheme fall into lines.
 * @param {Scheme} scheme
 * @returns {Numbering}
 */
export function numbering(scheme) {
  let found = numberings.get(scheme);
  if (!found) {
    const { span, interval } = scheme.groups ? namedNumbering(scheme) : plainNumbering(scheme);
    found = { span: remembering(span), interval: remembering(interval) };
    numberings.set(scheme, found);
  }
  return found;
}

/**
 * Return a function that remembers what it has found.
 * @template {readonly unknown[]} K
 * @template V
 * @param {(key: K) => V} find
 * @returns {(key: K) => V}
 */
function remembering(find) {
  /** @typedef {{value?: V, next: Map<unknown, Place>}} Place */
  const first = /** @type {Place} */ ({ next: new Map() });
  let count = 0;
  return (key) => {
    let place = first;
    for (const part of key) {
      let next = place.next.get(part);
      if (!next) place.next.set(part, (next = { next: new Map() }));
      place = next;
    }
    if (place.value === undefined) {
      place.value = find(key);
      if (++count >= REMEMBERED) {
        first.next.clear();
        count = 0;
      }
    }
    return place.value;
  };
}

/**
 * @param {Scheme} scheme
 * @returns {Numbering}
 */
function plainNumbering(scheme) {
  return {
    span([lower, upper]) {
      const low = lower === LOWEST ? LOWEST_LINE : first(scheme.landmark(lower), scheme.full);
      const high = upper === HIGHEST ? HIGHEST_LINE : last(scheme.landmark(upper));
      // An interval of pre-releases alone ends below the release that they count as.
      return { low, high: compareLines(low, high) > 0 ? low : high };
    },
    interval(line) {
      const [epoch, ...numbers] = line;
      if (!numbers.length || isEndless(line)) return null;
      const named = scheme.extent((epoch ? `${epoch}!` : "") + numbers.join("."));
      return named && [named.edge, named.end];
    },
  };
}

/**
 * Names fall into lines by what they begin with, and the list of releases numbers them.
 * @param {Scheme} scheme
 * @returns {Numbering}
 */
function namedNumbering(scheme) {
  const lines = (scheme.groups?.() ?? []).map((group) => [0n, ...group.map(BigInt)]);
  const extents = (scheme.releases ?? []).flatMap((name) => scheme.extent(name, { exact: true }) ?? []);
  const places = [...lines.keys()];
  const firstAt = (/** @type {string} */ cut) => search(extents, ({ start }) => start >= cut);
  return {
    span([lower, upper]) {
      const from = firstAt(lower);
      const to = firstAt(upper) - 1;
      if (from > to) return { low: LOWEST_LINE, high: HIGHEST_LINE };
      return { low: lines[from], high: lines[to] };
    },
    interval(line) {
      const own = places.filter((place) => !compareLines(lines[place].slice(0, line.length), line));
      return own.length ? [extents[own[0]].start, extents[own[own.length - 1]].end] : null;
    },
  };
}

/**
 * @param {Landmark} mark
 * @param {number} full How many numbers a full version has.
 */
function first(mark, full) {
  if (mark.side !== "above" || mark.isPrerelease) return lineOf(mark, mark.numbers);
  // The first release behind this one.
  const numbers = [...mark.numbers, ...Array(full).fill("0")].slice(0, full);
  numbers.push(`${BigInt(/** @type {string} */ (numbers.pop())) + 1n}`);
  return lineOf(mark, numbers);
}

/** @param {Landmark} mark */
function last(mark) {
  const line = lineOf(mark, mark.numbers);
  return mark.side === "above" || mark.isPrerelease ? line : before(line);
}

/**
 * @param {Landmark} mark
 * @param {string[]} numbers
 * @returns {Line}
 */
function lineOf({ text }, numbers) {
  const epoch = /^([0-9]+)!/.exec(text)?.[1] ?? "0";
  const counted = [...numbers, ...Array(NUMBERS).fill("0")].slice(0, NUMBERS);
  return [epoch, ...counted].map(BigInt);
}

/** Return the last line below the first version of `line`. @param {Line} line @returns {Line} */
function before(line) {
  const filled = line.map((number) => number > 0);
  const at = filled.lastIndexOf(true);
  if (at < 0) return line;
  return line.map((number, place) => (place < at ? number : place > at ? Infinity : minus(number, 1n)));
}

/** The lines that have releases, in order, at one level: neighbours are one step apart. */
export class Train {
  /** @param {Line[]} lines In any order; all have the same length. */
  constructor(lines) {
    const sorted = [...lines].sort(compareLines);
    this.lines = sorted.filter((line, at) => at === 0 || compareLines(sorted[at - 1], line));
  }

  /**
   * Return how many steps `high` lies above `low`, 0 where it does not.
   *
   * On the train each line counts, and so does `high` itself where it is not on the train. Beyond
   * its ends, and without a train, the numbers count where those before the last are the same.
   * @param {Line} low
   * @param {Line} high
   * @returns {Count | null} Null where nothing says how many steps it is.
   */
  steps(low, high) {
    if (compareLines(low, high) >= 0) return 0n;
    const oldest = this.lines[0];
    const newest = this.lines[this.lines.length - 1];
    if (!oldest || compareLines(low, newest) > 0 || compareLines(high, oldest) < 0) {
      return difference(low, high);
    }
    const isBelow = compareLines(low, oldest) < 0;
    const isAbove = compareLines(high, newest) > 0;
    const below = isBelow ? difference(low, oldest) : 0n;
    const beyond = isAbove ? difference(newest, high) : 0n;
    if (below === null || beyond === null) return null;
    const from = isBelow ? oldest : low;
    const to = isAbove ? newest : high;
    const above = (/** @type {Line} */ line) => search(this.lines, (each) => compareLines(each, line) > 0);
    const place = above(to);
    const isListed = compareLines(this.lines[place - 1], to) === 0;
    return plus(plus(below, beyond), BigInt(place - above(from) + (isListed ? 0 : 1)));
  }

  /**
   * Return lines at which the number of steps from `line` passes `count`, either way.
   * @param {Line} line
   * @param {number} count
   * @returns {Line[]}
   */
  around(line, count) {
    const most = BigInt(count);
    const found = [line, moved(line, most), moved(line, -most)];
    if (!this.lines.length) return found;
    const oldest = this.lines[0];
    const newest = this.lines[this.lines.length - 1];
    const place = search(this.lines, (each) => compareLines(each, line) >= 0);
    for (const at of [place - count, place + count]) {
      found.push(...this.lines.slice(Math.max(0, at - 1), Math.max(0, at + 2)));
    }
    const above = this.steps(line, newest);
    const below = this.steps(oldest, line);
    if (above !== null) found.push(newest, moved(newest, minus(most, above)));
    if (below !== null) found.push(oldest, moved(oldest, minus(below, most)));
    return found;
  }
}

/** @param {Line} line @param {Count} steps @returns {Line} */
function moved(line, steps) {
  const number = plus(line[line.length - 1], steps);
  return [...line.slice(0, -1), number < 0 ? 0n : number];
}

/** @param {Line} low @param {Line} high */
function difference(low, high) {
  const at = low.length - 1;
  return compareLines(low.slice(0, at), high.slice(0, at)) ? null : minus(high[at], low[at]);
}

/** @param {Count} a @param {Count} b @returns {Count} */
const plus = (a, b) => (typeof a === "bigint" && typeof b === "bigint" ? a + b : Infinity);

/** Subtract a finite number. @param {Count} a @param {Count} b @returns {Count} */
const minus = (a, b) => (typeof a === "bigint" && typeof b === "bigint" ? a - b : Infinity);
