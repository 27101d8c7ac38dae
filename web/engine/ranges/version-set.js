/**
 * Sets of versions of one scheme: sorted intervals between cuts, none empty, none touching the
 * next, as in mkdocs_compat/ranges/version_set.py.
 */

import { HIGHEST, LOWEST } from "../versions/keys.js";

/** @typedef {[lower: string, upper: string]} Interval from the lower cut up to the upper one */
/** @typedef {(a: string, b: string) => number} Order of the scheme's cuts */

/**
 * Unite intervals that stand in any order; one that runs backwards is empty.
 * @param {Interval[]} intervals @param {Order} order
 */
export function unite(intervals, order) {
  /** @type {Interval[]} */
  const united = [];
  const sorted = intervals.filter(([a, b]) => order(a, b) < 0).sort(([a], [b]) => order(a, b));
  for (const [lower, upper] of sorted) {
    const last = united[united.length - 1];
    if (!last || order(last[1], lower) < 0) united.push([lower, upper]);
    else if (order(last[1], upper) < 0) last[1] = upper;
  }
  return united;
}

/** Return the versions that are not in a set. @param {Interval[]} set */
export function complement(set) {
  const cuts = [LOWEST, ...set.flat(), HIGHEST];
  return cuts.flatMap((lower, at) =>
    at % 2 || lower === cuts[at + 1] ? [] : [/** @type {Interval} */ ([lower, cuts[at + 1]])]);
}

/**
 * Return the versions that are in both sets.
 * @param {Interval[]} a @param {Interval[]} b @param {Order} order
 */
export const intersect = (a, b, order) => complement(unite([...complement(a), ...complement(b)], order));

/**
 * Tell whether the version that stands at a cut is in a set.
 * @param {Interval[]} set @param {string} cut @param {Order} order
 */
export const has = (set, cut, order) =>
  set.some(([lower, upper]) => order(lower, cut) <= 0 && order(cut, upper) < 0);
