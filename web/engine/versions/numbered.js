/** What all schemes share whose versions begin with numbers and have a total order. */

import { ABOVE, BELOW_PRERELEASES, PRERELEASE, RELEASE, increment, order, readLabels, readNumbers } from "./keys.js";

/** @typedef {import("./scheme.js").Version} Version */
/** @typedef {import("./scheme.js").Scheme} Scheme */
/** @typedef {import("./scheme.js").Extent} Extent */
/** @typedef {import("./scheme.js").Landmark} Landmark */
/** @typedef {import("./scheme.js").Level} Level */

/**
 * What makes one scheme different from another.
 * @typedef {object} Grammar
 * @property {string} name
 * @property {(text: string) => Version | null} parse
 * @property {(numbers: string[]) => string} stem  the part of a key that these numbers make
 * @property {number} [fewest]  fewest numbers that `parse` takes
 * @property {string} [mark]  what follows the numbers in the key of a plain release
 * @property {string} [above]  what is appended to a key for the point above it
 * @property {(key: string, at: number) => [string, boolean]} [tail]  write what follows the
 *   numbers, and tell whether it is a pre-release
 */

// No version is longer; the same limit as in Python.
export const MAX_LENGTH = 1_000_000;

const WRITTEN = /^[vV]?([0-9]+(?:\.[0-9]+)*)(.*)$/s;

/** @param {string} key @param {number} at @returns {[string, boolean]} */
function writeTail(key, at) {
  if (key[at] === RELEASE) return ["", false];
  const [labels] = readLabels(key, at + 1);
  return ["-" + labels.join(labels.includes("") ? "-" : "."), true];
}

/** @param {Version} a @param {Version} b @returns {Level} */
export function levelBetween(a, b) {
  for (let place = 0; place < a.numbers.length || place < b.numbers.length; place++)
    if ((a.numbers[place] ?? "0") !== (b.numbers[place] ?? "0"))
      return /** @type {const} */ (["major", "minor", "patch"])[place] ?? "build";
  if (a.prerelease.join() !== b.prerelease.join()) return "pre-release";
  return a.build === b.build ? "none" : "build";
}

/**
 * @param {Grammar} grammar
 * @returns {(full?: number) => Scheme}
 */
export const numbered = ({ name, parse, stem, fewest = 1, mark = RELEASE, above = ABOVE, tail = writeTail }) =>
  (full = 3) => ({
    name,
    full,
    parse: (text) => (text.length > MAX_LENGTH ? null : parse(text)),
    compare: (a, b) => order(a.key, b.key),
    key: (version) => version.key,
    compareCuts: order,
    level: levelBetween,

    extent(text, { exact = false } = {}) {
      const found = text.length <= MAX_LENGTH && WRITTEN.exec(trim(text) ?? "");
      if (!found) return null;
      const count = found[1].split(".").length;
      const version = parse(found[1] + ".0".repeat(Math.max(0, fewest - count)) + found[2]);
      if (!version) return null;
      const numbers = version.numbers.slice(0, count);
      const { key } = version;
      const below = stem(version.numbers) + BELOW_PRERELEASES;
      const isLine = !found[2] && !exact && count < full;
      const after = [...numbers.slice(0, -1), increment(numbers[count - 1])];
      return {
        text: text.trim(),
        numbers,
        isLine,
        edge: !exact && key === stem(version.numbers) + mark ? below : key,
        start: key,
        end: isLine ? stem(after) + BELOW_PRERELEASES : key + above,
      };
    },

    landmark(cut) {
      const [numbers, at] = readNumbers(cut);
      // As many numbers as a full version has, and more only where they say something.
      while (numbers.length > full && numbers[numbers.length - 1] === "0") numbers.pop();
      while (numbers.length < full) numbers.push("0");
      const text = numbers.join(".");
      if (cut[at] === BELOW_PRERELEASES)
        return { side: "below-pre-releases", text, numbers, isPrerelease: false };
      const [suffix, isPrerelease] = tail(cut, at);
      return { side: cut.endsWith(above) ? "above" : "below", text: text + suffix, numbers, isPrerelease };
    },
  });

/**
 * Trim as the schemes do; null for what is not ASCII, which every scheme refuses.
 * @param {string} text
 */
export const trim = (text) => (/[^\0-\x7f]/.test(text) ? null : text.trim());
