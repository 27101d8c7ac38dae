// A version that a component may have on its way, and where it stands on the order, as in
// mkdocs_compat/planning/node.py.

import { numbering } from "../reasoning/lines.js";
import { releasesOf } from "../reasoning/moving.js";
import { countBelow, hull, isRelease } from "../reasoning/pieces.js";
import { levelAt } from "../versions/numbered.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("../reasoning/lines.js").Line} Line
 * @typedef {import("../reasoning/lines.js").Numbering} Numbering
 * @typedef {import("../reasoning/lines.js").Span} Span
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 * @typedef {import("../reasoning/rule-relation.js").Known} Known
 * @typedef {import("../versions/scheme.js").Level} Level
 */

/**
 * A version that a component may have: a release, or a line of which each will do.
 * @typedef {object} Node
 * @property {Asked} asked The version as it can be asked about.
 * @property {string} low Point below its first release that is known.
 * @property {string} high Point above its last one.
 * @property {Span} span The lines of these two.
 */

/**
 * A release and where it stands.
 * @typedef {{text: string, start: string, end: string, isPrerelease: boolean}} Released
 */

/**
 * What is worked out once for a component: how its versions fall into lines, and its releases.
 * @typedef {{numbered: Numbering, releases: Released[], starts: string[]}} Listed
 */

/**
 * All levels, from coarse to fine.
 * @type {readonly Level[]}
 */
export const LEVELS = ["major", "minor", "patch", "build", "pre-release", "none"];

/** @type {WeakMap<Known, Listed>} */
const remembered = new WeakMap();

/**
 * Return how the versions of a component fall into lines, and its releases from the oldest on.
 * @param {Known} known
 * @returns {Listed}
 */
export function listed(known) {
  let found = remembered.get(known);
  if (!found) {
    const releases = releasesOf(known).map((each) => {
      return { ...each, isPrerelease: Boolean(known.scheme.parse(each.text)?.prerelease.length) };
    });
    const starts = releases.map(({ start }) => start);
    found = { numbered: numbering(known.scheme), releases, starts };
    remembered.set(known, found);
  }
  return found;
}

/**
 * Return where a version stands; of a line, the releases count that are known.
 * @param {Known} known
 * @param {Asked} asked
 * @returns {Node}
 */
export function makeNode(known, asked) {
  let [low, high] = hull(asked);
  const isOne = asked.versions.length === 1 && isRelease(asked.versions[0]);
  const within = isOne ? [] : knownWithin(known, asked);
  if (within.length) {
    const { end } = within[within.length - 1];
    low = within[0].start;
    if (known.scheme.compareCuts(end, high) < 0) high = end;
  }
  return { asked, low, high, span: listed(known).numbered.span([low, high]) };
}

/**
 * Return the releases in the component's list that a version names.
 * @param {Known} known
 * @param {Asked} asked
 */
export function knownWithin(known, asked) {
  const { releases, starts } = listed(known);
  const [first, last] = hull(asked).map((cut) => countBelow(starts, cut, known.scheme.compareCuts));
  return releases.slice(first, last);
}

/**
 * Tell whether a move from one version to another leads up, whichever release it is.
 * @param {Node} node Where to.
 * @param {Node} other Where from.
 */
export function isAbove({ asked: { scheme }, low, high }, other) {
  return scheme.compareCuts(other.low, low) < 0 && scheme.compareCuts(high, other.high) >= 0;
}

/**
 * Tell whether a move from one version to another leads down.
 * @param {Node} node Where to.
 * @param {Node} other Where from.
 */
export function isBelow({ asked: { scheme }, low, high }, other) {
  return scheme.compareCuts(high, other.high) < 0 && scheme.compareCuts(other.low, low) >= 0;
}

/**
 * Return the order of two versions of one component.
 * @param {Node} a
 * @param {Node} b
 */
export function compareNodes({ asked: { scheme }, low, high }, b) {
  return scheme.compareCuts(low, b.low) || scheme.compareCuts(high, b.high);
}

/**
 * Tell whether two versions are the same, however they are written.
 * @param {Node} a
 * @param {Node} b
 */
export const isSameNode = (a, b) => compareNodes(a, b) === 0;

/**
 * Return versions, each once: in the place of the first one, as the last one is written.
 * @param {Node[]} nodes
 */
export function eachOnce(nodes) {
  /** @type {Node[]} */
  const found = [];
  for (const node of nodes) {
    const at = found.findIndex((each) => isSameNode(each, node));
    if (at < 0) found.push(node);
    else found[at] = node;
  }
  return found;
}

/**
 * Return the level of the first number at which two versions differ. Of ranges and of names it is
 * the largest change between any of their versions.
 * @param {Known} known
 * @param {Node} a
 * @param {Node} b
 * @returns {Level}
 */
export function levelBetween({ scheme }, a, b) {
  const one = scheme.groups ? null : scheme.extent(bare(a));
  const other = scheme.groups ? null : scheme.extent(bare(b));
  if (one && other && epochOf(one.text) !== epochOf(other.text)) return "major";
  const level =
    one && other
      ? levelAt(one.numbers, other.numbers, "0")
      : coarsest(levelOf(a.span.low, b.span.high), levelOf(a.span.high, b.span.low));
  return level === "none" && scheme.compareCuts(a.low, b.low) ? "pre-release" : level;
}

/** @param {Level} a @param {Level} b */
const coarsest = (a, b) => (LEVELS.indexOf(a) < LEVELS.indexOf(b) ? a : b);

/** @param {Line} one @param {Line} other @returns {Level} */
function levelOf(one, other) {
  const at = one.findIndex((number, place) => number !== other[place]);
  // The first number is the epoch.
  return at < 0 ? "none" : LEVELS[Math.max(0, at - 1)];
}

/** @param {Node} node */
const bare = ({ asked: { text } }) => text.replace(/^=/, "").trim();

/** @param {string} text */
const epochOf = (text) => /^[^!]*!/.exec(text)?.[0] ?? "";
