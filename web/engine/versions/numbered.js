/** What all schemes share whose versions begin with numbers and have a total order. */

import { ABOVE, BELOW_PRERELEASES, PRERELEASE, RELEASE, increment, order, readLabels, readNumbers } from "./keys.js";

/** @typedef {import("./scheme.js").Version} Version */
/** @typedef {import("./scheme.js").Scheme} Scheme */
/** @typedef {import("./scheme.js").Level} Level */

/**
 * What makes one scheme different from another.
 * @typedef {object} Grammar
 * @property {string} name
 * @property {(text: string) => Version | null} parse
 * @property {(numbers: string[]) => string} stem  the part of a key that these numbers make
 * @property {number} [fewest]  fewest numbers that `parse` takes
 * @property {string} [mark]  what follows the numbers in the key of a plain release
 * @property {(key: string) => string} [above]  the point above a version
 * @property {(key: string, at: number) => [string, boolean]} [tail]  write what follows the
 *   numbers, and tell whether it is a pre-release
 * @property {(text: string) => string} [tidy]  rewrite what has another form, such as a date
 */

// No version is longer; the same limit as in Python.
const MAX_LENGTH = 100_000;

/** Tell whether a text could be a version at all: ASCII and not too long. @param {string} text */
export const isTakeable = (text) => text.length <= MAX_LENGTH && !/[^\0-\x7f]/.test(text);

/** Trim a text; empty for one that no scheme takes. @param {string} text */
export const trim = (text) => (isTakeable(text) ? text.trim() : "");

/**
 * Split a version as tables have it into its numbers and the rest; null for a wildcard, and
 * with spaces inside.
 * @param {string} text
 */
export function split(text) {
  const found = /^v?([0-9]+(?:\.[0-9]+)*)/i.exec(text);
  const rest = text.slice(found?.[0].length);
  return found && !/^(\.x)+$|\s/i.test(rest) ? { written: found[1], rest } : null;
}

/** Tell whether a suffix has a separator without a letter or digit behind it. @param {string} rest */
export const isWrongSuffix = (rest) => /[^0-9a-z._+-]|[._+-](?![0-9a-z])/i.test(rest);

/**
 * The level of the first place at which two lists differ.
 * @param {string[]} one @param {string[]} other @param {string} missing @returns {Level}
 */
export function levelAt(one, other, missing) {
  for (let place = 0; place < one.length || place < other.length; place++)
    if ((one[place] ?? missing) !== (other[place] ?? missing))
      return /** @type {const} */ (["major", "minor", "patch"])[place] ?? "build";
  return "none";
}

/** @param {Version} a @param {Version} b @returns {Level} */
export function levelBetween(a, b) {
  const level = levelAt(a.numbers, b.numbers, "0");
  if (level !== "none") return level;
  if (a.prerelease.join() !== b.prerelease.join()) return "pre-release";
  return a.build === b.build ? "none" : "build";
}

/** @param {string} key @param {number} at @returns {[string, boolean]} */
function writeTail(key, at) {
  if (key[at] === RELEASE) return ["", false];
  const labels = readLabels(key, at + 1);
  // No scheme has an empty label at a dot.
  return [PRERELEASE + labels.join(labels.includes("") ? "-" : "."), true];
}

/**
 * @param {Grammar} grammar
 * @returns {(full?: number) => Scheme}
 */
export const numbered = ({
  name, parse, stem, fewest = 1, mark = RELEASE, above = (key) => key + ABOVE, tail = writeTail,
  tidy = (text) => text,
}) => (full = 3) => ({
  name,
  full,
  parse: (text) => (text.length > MAX_LENGTH ? null : parse(text)),
  compare: (a, b) => order(a.key, b.key),
  key: (version) => version.key,
  compareCuts: order,
  level: levelBetween,

  extent(text, { exact = false } = {}) {
    text = trim(text);
    const found = split(tidy(text));
    if (!found) return null;
    const count = found.written.split(".").length;
    const version = parse(found.written + ".0".repeat(Math.max(0, fewest - count)) + found.rest);
    if (!version) return null;
    const { key } = version;
    const numbers = version.numbers.slice(0, count);
    const isLine = !found.rest && !exact && count < full;
    const own = stem(numbers);
    return {
      text,
      numbers,
      isLine,
      edge: !exact && key === own + mark ? own + BELOW_PRERELEASES : key,
      start: key,
      end: isLine
        ? stem([...numbers.slice(0, -1), increment(numbers[count - 1])]) + BELOW_PRERELEASES
        : above(key),
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
    return { side: cut.endsWith(ABOVE) ? "above" : "below", text: text + suffix, numbers, isPrerelease };
  },
});
