/** The schemes by the names that authors write. */

import { dotted } from "./dotted.js";
import { octopus } from "./octopus.js";
import { semver } from "./semver.js";

/** @typedef {import("./scheme.js").Scheme} Scheme */

/** @type {Map<string, (full?: number, releases?: string[]) => Scheme>} */
const SCHEMES = new Map(Object.entries({ semver, octopus, dotted }));

/**
 * Return the scheme of this name; null for an unknown one.
 * @param {string} name
 * @param {{ full?: number, releases?: string[] }} [options] `full`: how many numbers name a
 *   release; `releases`: from the oldest on, the order of `named` versions
 * @returns {Scheme | null}
 */
export const getScheme = (name, { full, releases } = {}) =>
  SCHEMES.get(name)?.(full, releases) ?? null;
