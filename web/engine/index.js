/** The engine: versions and what can be asked about them, without any page. */

import { read } from "./ranges/notation/read.js";
import { membership } from "./ranges/range.js";
import { getScheme } from "./versions/registry.js";

export { Compatibility } from "./reasoning/compatibility.js";
export { Planner } from "./planning/planner.js";
export { mentions } from "./ranges/notation/tokens.js";
export * from "./ranges/range.js";
export { write } from "./ranges/text.js";
export { getScheme, read as readNotation };

/**
 * Compare two versions strictly by a scheme.
 * @param {string} scheme @param {string} a @param {string} b
 * @returns {-1 | 0 | 1 | null} null when one is no version of the scheme, or there is no such scheme
 */
export function compare(scheme, a, b) {
  const found = getScheme(scheme);
  const one = found?.parse(a);
  const other = found?.parse(b);
  return found && one && other ? /** @type {-1 | 0 | 1} */ (found.compare(one, other)) : null;
}

/**
 * Return the key of a version: text whose plain order is the order of versions.
 * @param {string} scheme @param {string} version
 * @returns {string | null} null when it is no version of the scheme, and under `maven`, which has
 *   no order that keys could stand for
 */
export const key = (scheme, version) => (scheme !== "maven" && getScheme(scheme)?.parse(version)?.key) || null;

/**
 * Return what a range says of a version.
 * @param {string} scheme
 * @param {string} rangeText as authors write it in cells
 * @param {string} version parsed strictly by the scheme: `1.2` is none under `semver`
 * @returns {import("./ranges/range.js").Membership | null} null when the range is blank or not
 *   understood, the version is none of the scheme, or there is no such scheme
 */
export function contains(scheme, rangeText, version) {
  const found = getScheme(scheme);
  const parsed = found?.parse(version);
  const range = found && read(rangeText, found).range;
  return range && parsed ? membership(range, parsed.key, found.compareCuts) : null;
}
