/**
 * What a cell says of versions: which are in, which are out, and which it does not speak of, as in
 * mkdocs_compat/ranges/range.py. It is exactly what stands in `compat.json`.
 */

import { HIGHEST, LOWEST } from "../versions/keys.js";
import { complement, has, intersect, unite } from "./version-set.js";

/** @typedef {import("./version-set.js").Interval} Interval */
/** @typedef {import("./version-set.js").Order} Order */
/** @typedef {import("../versions/scheme.js").Extent} Extent */
/** @typedef {{ inside: Interval[], edge: Interval[] }} Range `edge`: neither in nor out */
/** @typedef {"inside" | "outside" | "pre-release"} Membership */

/** @type {Range} */
export const ANY = { inside: [[LOWEST, HIGHEST]], edge: [] };

/**
 * What begins at a version and ends below a cut.
 * @param {Extent} first @param {string} end @param {Order} order @returns {Range}
 */
export function from({ edge, start }, end, order) {
  return { inside: unite([[start, end]], order), edge: unite([[edge, start]], order) };
}

/** What lies below a cut. @param {string} cut @returns {Range} */
export const below = (cut) => ({ inside: [[LOWEST, cut]], edge: [] });

/** What lies above a cut. @param {string} cut @returns {Range} */
export const above = (cut) => ({ inside: [[cut, HIGHEST]], edge: [] });

/**
 * What any of these ranges holds.
 * @param {Range[]} ranges @param {Order} order @returns {Range}
 */
export function unionOf(ranges, order) {
  const inside = unite(ranges.flatMap((range) => range.inside), order);
  const edge = unite(ranges.flatMap((range) => range.edge), order);
  return { inside, edge: intersect(edge, complement(inside), order) };
}

/**
 * What both ranges hold.
 * @param {Range} a @param {Range} b @param {Order} order @returns {Range}
 */
export const intersection = (a, b, order) => invert(unionOf([invert(a, order), invert(b, order)], order), order);

/**
 * What a range excludes; what was unstated stays so.
 * @param {Range} range @param {Order} order @returns {Range}
 */
export const invert = ({ inside, edge }, order) => ({ inside: complement(unite([...inside, ...edge], order)), edge });

/**
 * What a range says of the version that stands at a cut.
 * @param {Range} range @param {string} cut @param {Order} order @returns {Membership}
 */
export const membership = ({ inside, edge }, cut, order) =>
  has(inside, cut, order) ? "inside" : has(edge, cut, order) ? "pre-release" : "outside";
