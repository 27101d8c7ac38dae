// Versions in question cut into pieces within which no range begins or ends.

import { increment } from "../versions/keys.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../ranges/range.js").Range} Range
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 */

/**
 * One version in question: all of a line, or one release.
 * @typedef {object} Asked
 * @property {string} component Id.
 * @property {string} text As typed.
 * @property {Interval} extent
 * @property {Scheme} scheme
 */

/**
 * Cut the versions in question into pieces, in order. A line is asked about for its releases, so
 * pieces without one are left out: those between a release and where the next cell begins.
 * @param {Asked} asked
 * @param {string[]} cuts
 * @returns {Interval[]}
 */
export function pieces({ extent: [start, end], scheme }, cuts) {
  const order = scheme.compareCuts;
  const within = cuts.filter((cut) => order(start, cut) < 0 && order(cut, end) < 0).sort(order);
  const starts = [start, ...within.filter((cut, at) => at === 0 || order(within[at - 1], cut) < 0)];
  const ends = [...starts.slice(1), end];
  return starts
    .map((lower, at) => /** @type {Interval} */ ([lower, ends[at]]))
    .filter(([lower, upper], at) => at === 0 || hasRelease(lower, upper, scheme));
}

/**
 * Tell whether a release with no more numbers than a full version lies between two cuts.
 * @param {string} lower
 * @param {string} upper
 * @param {Scheme} scheme
 */
function hasRelease(lower, upper, scheme) {
  const { side, text, numbers, isPrerelease } = scheme.landmark(lower);
  if (numbers.length < scheme.full) return true;
  const first = numbers.slice(0, scheme.full);
  const isPassed = (side === "above" && !isPrerelease) || numbers.length > scheme.full;
  if (isPassed) first.push(increment(/** @type {string} */ (first.pop())));
  const epoch = /^\d+!/.exec(text)?.[0] ?? "";
  const release = scheme.extent(epoch + first.join("."), { exact: true });
  return !release || scheme.compareCuts(release.start, upper) < 0;
}

/**
 * Return every cut of a range.
 * @param {Range | null} range
 * @returns {string[]}
 */
export function cutsOf(range) {
  return range ? [...range.inside, ...range.edge].flat() : [];
}
