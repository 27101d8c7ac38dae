/**
 * What a cell says of versions: which are in, which are out, and which it does not speak of, as
 * in mkdocs_compat/ranges/range.py. A range is the plain data that stands in `compat.json`.
 */

import { HIGHEST, LOWEST } from "../versions/keys.js";
import { complement as complementOf, contains, difference as without, unionOf as merge } from "./version-set.js";

/** @typedef {import("../versions/scheme.js").Extent} Extent */
/** @typedef {import("./version-set.js").Interval} Interval */
/** @typedef {import("./version-set.js").Order} Order */
/** @typedef {"inside" | "outside" | "pre-release"} Membership */

/**
 * A set of versions with edges, of which nothing is said; none of them is in `inside`.
 * @typedef {{inside: Interval[], edge: Interval[]}} Range
 */

/** The range that every version is in. @type {Range} */
export const ANY = { inside: [[LOWEST, HIGHEST]], edge: [] };

/** @param {Interval[]} intervals @returns {Range} */
const plain = (...intervals) => ({ inside: intervals, edge: [] });

/**
 * `first ➜ last`, both inside; no version is in where it runs backwards.
 * @param {Extent} first @param {{end: string}} last @param {Order} order @returns {Range}
 */
export const between = ({ edge, start }, { end }, order) =>
  order(start, end) < 0 ? { inside: [[start, end]], edge: merge([[edge, start]], order) } : plain();

/** `>= named`. @param {Extent} named @param {Order} order */
export const atLeast = (named, order) => between(named, { end: HIGHEST }, order);

/** `> named`: what lies above all that is named. @param {Extent} named */
export const beyond = ({ end }) => plain([end, HIGHEST]);

/** `<= named`, all that is named inside. @param {Extent} named */
export const atMost = ({ end }) => plain([LOWEST, end]);

/** `< named`; the pre-releases of what is named are out. @param {Extent} named */
export const below = ({ edge }) => plain([LOWEST, edge]);

/**
 * What a range says of the version that stands at `cut`.
 * @param {Range} range @param {string} cut @param {Order} order @returns {Membership}
 */
export function membership({ inside, edge }, cut, order) {
  if (contains(inside, cut, order)) return "inside";
  return contains(edge, cut, order) ? "pre-release" : "outside";
}

/** What any of these ranges holds. @param {Range[]} ranges @param {Order} order @returns {Range} */
export function unionOf(ranges, order) {
  const inside = merge(ranges.flatMap((range) => range.inside), order);
  return { inside, edge: without(merge(ranges.flatMap((range) => range.edge), order), inside, order) };
}

/** What a range excludes; what was unstated stays so. @param {Range} range @param {Order} order */
export const complement = ({ inside, edge }, order) =>
  ({ inside: complementOf(merge([...inside, ...edge], order)), edge });

/**
 * What both ranges hold.
 * @param {Range} range @param {Range} other @param {Order} order
 */
export const intersection = (range, other, order) =>
  complement(unionOf([complement(range, order), complement(other, order)], order), order);
