// Versions in question cut into pieces within which no range begins or ends.

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../ranges/range.js").Range} Range
 * @typedef {import("../ranges/version-set.js").Order} Order
 */

/**
 * One version in question: all of a line, or one release.
 * @typedef {object} Asked
 * @property {string} component Id.
 * @property {string} text As typed.
 * @property {Interval} extent
 * @property {Order} order
 */

/**
 * Cut the versions in question into pieces, in order.
 * @param {Asked} asked
 * @param {string[]} cuts
 * @returns {Interval[]}
 */
export function pieces({ extent: [start, end], order }, cuts) {
  const within = cuts.filter((cut) => order(start, cut) < 0 && order(cut, end) < 0).sort(order);
  const starts = [start, ...within.filter((cut, at) => at === 0 || order(within[at - 1], cut) < 0)];
  return starts.map((lower, at) => [lower, starts[at + 1] ?? end]);
}

/**
 * Return every cut of a range.
 * @param {Range | null} range
 * @returns {string[]}
 */
export function cutsOf(range) {
  return range ? [...range.inside, ...range.edge].flat() : [];
}
