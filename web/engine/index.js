/** The engine: versions and what can be asked about them, without any page. */

import { getScheme } from "./versions/registry.js";

export { Compatibility } from "./reasoning/compatibility.js";
export { getScheme };

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
