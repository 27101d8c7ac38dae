// What ways cost, compared key by key.

/**
 * @typedef {import("./plan.js").Cost} Cost
 * @typedef {import("./plan.js").Objective} Objective
 */

/** @typedef {number[]} Numbers Keys that are numbers: locksteps, then those of the objective. */

/** @typedef {number | readonly Nested[]} Nested Numbers, or lists of such; what another list begins with is less. */

/**
 * Return the order of two lists, item by item.
 * @param {readonly Nested[]} a
 * @param {readonly Nested[]} b
 * @returns {number}
 */
export function compare(a, b) {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [one, other] = [a[at], b[at]];
    if (one === other) continue;
    if (typeof one === "number" || typeof other === "number") return one < other ? -1 : 1;
    const found = compare(one, other);
    if (found) return found;
  }
  return a.length - b.length;
}

/**
 * @param {Numbers} a
 * @param {Numbers} b As many.
 * @returns {Numbers}
 */
export const sum = (a, b) => a.map((number, at) => number + b[at]);

/**
 * Return what one hop or more costs, in the order in which an objective compares it.
 * @param {Objective} objective
 * @param {number} downtime
 * @param {number} hops
 * @param {number} jumps
 * @returns {Numbers}
 */
export function inOrder(objective, downtime, hops, jumps) {
  if (objective === "downtime") return [downtime, hops];
  return objective === "hops" ? [hops, downtime] : [jumps, downtime, hops];
}

/**
 * Return all numbers of a cost in the order in which an objective compares them.
 * @param {Cost} cost
 * @param {Objective} objective
 */
export const costKey = ({ largest, locksteps, downtime, hops, jumps }, objective) => [
  largest,
  locksteps,
  ...inOrder(objective, downtime, hops, jumps),
];
