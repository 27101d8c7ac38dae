/**
 * Sets of versions as intervals between cuts. A set is sorted, none of its intervals is empty and
 * none touches the next, so equal sets are equal data.
 */

import { HIGHEST, LOWEST } from "../versions/keys.js";

/** From the lower cut up to the upper one. @typedef {[lower: string, upper: string]} Interval */
/** Compares two cuts of one scheme. @typedef {(a: string, b: string) => number} Order */

/**
 * Return the union of intervals in any order; an interval that runs backwards is empty.
 * @param {Interval[]} intervals @param {Order} order
 */
export function unionOf(intervals, order) {
  /** @type {Interval[]} */
  const merged = [];
  const sorted = intervals
    .filter(([lower, upper]) => order(lower, upper) < 0)
    .sort(([one], [other]) => order(one, other));
  for (const [lower, upper] of sorted) {
    const last = merged[merged.length - 1];
    if (!last || order(last[1], lower) < 0) merged.push([lower, upper]);
    else if (order(last[1], upper) < 0) last[1] = upper;
  }
  return merged;
}

/** Return the versions that are not in a set. @param {Interval[]} set */
export function complement(set) {
  const cuts = [LOWEST, ...set.flat(), HIGHEST];
  /** @type {Interval[]} */
  const gaps = [];
  for (let at = 0; at < cuts.length; at += 2)
    if (cuts[at] !== cuts[at + 1]) gaps.push([cuts[at], cuts[at + 1]]);
  return gaps;
}

/**
 * Return the versions that are in one set and not in the other.
 * @param {Interval[]} set @param {Interval[]} other @param {Order} order
 */
export const difference = (set, other, order) =>
  complement(unionOf([...complement(set), ...other], order));

/**
 * Return the versions that are in both sets.
 * @param {Interval[]} set @param {Interval[]} other @param {Order} order
 */
export const intersection = (set, other, order) => difference(set, complement(other), order);

/**
 * Tell whether the version that stands at `cut` is in a set.
 * @param {Interval[]} set @param {string} cut @param {Order} order
 */
export const contains = (set, cut, order) =>
  set.some(([lower, upper]) => order(lower, cut) <= 0 && order(cut, upper) < 0);
