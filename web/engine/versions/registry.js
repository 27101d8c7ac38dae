/** The schemes by the names that authors write. */

import { calver, dotted } from "./dotted.js";
import { maven } from "./maven.js";
import { named } from "./named.js";
import { nuget } from "./nuget.js";
import { octopus } from "./octopus.js";
import { pep440 } from "./pep440.js";
import { semver } from "./semver.js";

/** @typedef {import("./scheme.js").Scheme} Scheme */

const SCHEMES = new Map(Object.entries({ semver, octopus, maven, pep440, nuget, dotted, calver, named }));
const USUAL = new Map([...SCHEMES].map(([name, make]) => [name, /** @type {Scheme} */ (make())]));

/**
 * Return the scheme of this name; null for an unknown one.
 * @param {string} name
 * @param {{ full?: number, releases?: string[] }} [options] `full`: how many numbers name a
 *   release; `releases`: from the oldest on, the order of `named` versions
 * @returns {Scheme | null}
 */
export const getScheme = (name, options) =>
  (options ? SCHEMES.get(name)?.(options.full, options.releases) : USUAL.get(name)) ?? null;
