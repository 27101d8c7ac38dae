// Versions in question cut into pieces within which no range begins or ends.

import { ABOVE, LOWEST, RELEASE, increment } from "../versions/keys.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../ranges/version-set.js").Order} Order
 * @typedef {import("../ranges/range.js").Range} Range
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 */

/**
 * One instance in question: a release, or all of a line or of a range.
 * @typedef {object} Asked
 * @property {string} component Id.
 * @property {string} text As typed.
 * @property {Interval[]} versions What it names; not empty.
 * @property {Scheme} scheme
 * @property {number} instance Its number within the fleet, from 0.
 */

/**
 * Return the stretch from below the first version to above the last.
 * @param {Asked} asked
 * @returns {Interval}
 */
export const hull = ({ versions }) => [versions[0][0], versions[versions.length - 1][1]];

/**
 * Cut the versions in question into pieces, in order. A line is asked about for its releases, so
 * pieces without one are left out: those between a release and where the next cell begins. A single
 * release is one piece; its cuts are not even looked for, which is most of the work.
 * @param {{versions: Interval[], scheme: Scheme}} asked
 * @param {() => string[]} findCuts
 * @returns {Interval[]}
 */
export function pieces({ versions, scheme }, findCuts) {
  if (versions.length === 1 && isRelease(versions[0])) return versions;
  const order = scheme.compareCuts;
  const cuts = findCuts();
  return versions.flatMap(([start, end]) => {
    const within = cuts.filter((cut) => order(start, cut) < 0 && order(cut, end) < 0);
    const starts = [start, ...sorted(within, order)];
    const ends = [...starts.slice(1), end];
    return starts
      .map((lower, at) => /** @type {Interval} */ ([lower, ends[at]]))
      .filter(([lower, upper], at) => at === 0 || hasRelease(lower, upper, scheme));
  });
}

/**
 * Tell whether versions are a single release, so that nothing can begin or end within them. The mark
 * for a side stands behind what it is about, and before it in schemes that compare pairwise.
 * @param {Interval} versions
 */
export const isRelease = ([low, high]) =>
  high === low + ABOVE || (low[0] === RELEASE && high === ABOVE + low.slice(1));

/**
 * Tell whether a release with no more numbers than a full version lies between two cuts.
 * @param {string} lower
 * @param {string} upper
 * @param {Scheme} scheme
 */
export function hasRelease(lower, upper, scheme) {
  if (lower === LOWEST) return true;
  const { side, text, numbers, isPrerelease } = scheme.landmark(lower);
  if (numbers.length < scheme.full) return true;
  const first = numbers.slice(0, scheme.full);
  const isPassed = (side === "above" && !isPrerelease) || numbers.length > scheme.full;
  if (isPassed) first.push(increment(/** @type {string} */ (first.pop())));
  const release = scheme.extent(releaseText(text, first), { exact: true });
  return !release || scheme.compareCuts(release.start, upper) < 0;
}

/**
 * Write a release with some numbers, in the epoch of a text (Python's versions).
 * @param {string} text
 * @param {readonly string[]} numbers
 */
export const releaseText = (text, numbers) => (/^\d+!/.exec(text)?.[0] ?? "") + numbers.join(".");

/**
 * Return every cut of a range.
 * @param {Range | null} range
 * @returns {string[]}
 */
export function cutsOf(range) {
  return range ? [...range.inside, ...range.edge].flat() : [];
}

/**
 * Return cuts in order, each once.
 * @param {string[]} cuts
 * @param {Order} order
 */
export function sorted(cuts, order) {
  const found = [...new Set(cuts)].sort(order);
  return found.filter((cut, at) => at === 0 || order(found[at - 1], cut) < 0);
}

/**
 * Return how many of some cuts in order lie below a cut.
 * @param {readonly string[]} cuts
 * @param {string} cut
 * @param {Order} order
 */
export function countBelow(cuts, cut, order) {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(cuts[middle], cut) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
