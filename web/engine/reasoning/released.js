// Sets of versions as readers ask about them: by their releases, as in
// mkdocs_compat/reasoning/released.py.

import { unite } from "../ranges/version-set.js";
import { HIGHEST, LOWEST } from "../versions/keys.js";
import { hasRelease, releaseText } from "./pieces.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../versions/scheme.js").Scheme} Scheme
 */

/**
 * Return versions as far as their releases tell them apart. Pre-releases that merely lie before the
 * first release of an interval or behind the last are left out, and those that merely lie between
 * two intervals are taken in.
 * @param {Interval[]} intervals
 * @param {Scheme} scheme
 */
export function released(intervals, scheme) {
  /** @type {Interval[]} */
  const found = [];
  for (const [lower, upper] of unite(intervals, scheme.compareCuts)) {
    if (!hasRelease(lower, upper, scheme)) continue;
    const last = found[found.length - 1];
    if (last && !hasRelease(last[1], lower, scheme)) last[1] = upper;
    else found.push([firstRelease(lower, scheme), upper]);
  }
  const ended = found.map(([lower, upper]) => /** @type {Interval} */ ([lower, endOf(lower, upper, scheme)]));
  return unite(ended, scheme.compareCuts);
}

/**
 * Return the cut below a release instead of that below its pre-releases.
 * @param {string} lower
 * @param {Scheme} scheme
 */
function firstRelease(lower, scheme) {
  const mark = lower === LOWEST ? null : scheme.landmark(lower);
  const isBelow = mark?.side === "below-pre-releases";
  const first = mark && isBelow ? scheme.extent(mark.text, { exact: true }) : null;
  return first ? first.start : lower;
}

/**
 * Return the cut below the pre-releases of a release instead of one among or above them.
 * @param {string} lower
 * @param {string} upper
 * @param {Scheme} scheme
 */
function endOf(lower, upper, scheme) {
  if (upper === HIGHEST) return upper;
  const { side, text, numbers, isPrerelease } = scheme.landmark(upper);
  if ((side !== "below" && !isPrerelease) || numbers.length !== scheme.full) return upper;
  const edge = scheme.extent(releaseText(text, numbers))?.edge ?? upper;
  const order = scheme.compareCuts;
  return order(lower, edge) < 0 && order(edge, upper) < 0 ? edge : upper;
}
