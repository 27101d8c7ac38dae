/**
 * The scheme `maven`: the order of Maven 3.9's `ComparableVersion`, pairwise, for it is no total
 * order. Versions become tokens as in mkdocs_compat/versions/maven.py. A cut is the version in
 * lower case behind a mark for the side: `!` below its pre-releases, `.` below it, `+` above it.
 */

import { HIGHEST, LOWEST, increment, numberKey, order, stripZeros } from "./keys.js";
import { isTakeable, isWrongSuffix, levelBetween, split, trim } from "./numbered.js";

/** @typedef {import("./scheme.js").Scheme} Scheme */
/** @typedef {import("./scheme.js").Version} Version */

const LIST = "#";
const QUALIFIERS = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
const NULL_TEXT = "!5";
/** From the lowest to the highest at one version. @type {Record<string, import("./scheme.js").Side>} */
const SIDES = { "!": "below-pre-releases", ".": "below", "+": "above" };
const MARKS = Object.keys(SIDES);

/** Numbers of nothing but zeros are of three kinds. @param {string} token */
const isNull = (token) => token === LIST || token === NULL_TEXT || /^(1|A10|A19)0+$/.test(token);

/** Strip zeros as Maven does, which keeps some of nothing but zeros. @param {string} digits */
const strip = (digits) =>
  /[1-9]/.test(digits) ? stripZeros(digits) : "0".repeat(digits.length < 10 ? 1 : digits.length < 19 ? 10 : 19);

/** @param {string} word @param {boolean} beforeDigit */
function qualifier(word, beforeDigit) {
  const name = /^(ga|final|release)$/.test(word) ? "" : word === "cr" ? "rc" : word;
  const place = beforeDigit && /^[abm]$/.test(word) ? "abm".indexOf(word) : QUALIFIERS.indexOf(name);
  return "!" + (place < 0 ? "7-" + word : place);
}

/** @param {string} text @returns {string[]} */
function tokenize(text) {
  const pieces = text.toLowerCase().match(/[0-9]+|[^0-9.-]+|[.-]/g) ?? [];
  /** @type {string[]} */
  let level = [];
  const levels = [level];
  const open = () => levels.push((level = []));
  pieces.forEach((piece, place) => {
    const after = pieces[place + 1] ?? "";
    if (/[.-]/.test(piece)) {
      if (/^$|[.-]/.test(pieces[place - 1] ?? "")) level.push(numberKey("0"));
      if (piece === "-") open();
    } else if (/[0-9]/.test(piece)) {
      level.push(numberKey(strip(piece)));
      if (/[^.-]/.test(after)) open();
    } else {
      const beforeDigit = /[0-9]/.test(after);
      if (level[0] && !/[.-]/.test(after)) open();
      level.push(qualifier(piece, beforeDigit));
      if (beforeDigit) open();
    }
  });
  const tokens = levels.flatMap((list) => {
    while (list.length && isNull(list[list.length - 1])) list.pop();
    return [...list, LIST];
  });
  while (tokens[tokens.length - 1] === LIST) tokens.pop();
  return tokens;
}

/** Compare the tokens from a place on with nothing. @param {string[]} tokens @param {number} start */
function firstSign(tokens, start) {
  const first = tokens.slice(start).find((token) => !isNull(token));
  return first ? order(first, NULL_TEXT) : 0;
}

/** @param {string[]} a @param {string[]} b */
function compareTokens(a, b) {
  let place = 0;
  while (place < a.length && a[place] === b[place]) place++;
  return place < a.length && place < b.length
    ? order(a[place], b[place])
    : firstSign(a, place) - firstSign(b, place);
}

/** Tell whether a version is the release with something behind it that puts it lower. */
const isPrerelease = (/** @type {string[]} */ tokens, /** @type {string[]} */ release) =>
  release.every((token, place) => token === tokens[place]) && firstSign(tokens, release.length) < 0;

/** @param {string} a @param {string} b */
function compareCuts(a, b) {
  if ([LOWEST, HIGHEST].some((end) => a === end || b === end)) return order(a, b);
  const [one, other] = [tokenize(a.slice(1)), tokenize(b.slice(1))];
  if (a[0] !== b[0]) {
    if (a[0] === "!" && isPrerelease(other, one)) return -1;
    if (b[0] === "!" && isPrerelease(one, other)) return 1;
  }
  return compareTokens(one, other) || Math.sign(MARKS.indexOf(a[0]) - MARKS.indexOf(b[0]));
}

/** @param {string} text @returns {Version | null} */
function parse(text) {
  if (!isTakeable(text)) return null;
  const written = /^([0-9]+(\.[0-9]+)*)?/.exec(text)?.[0] ?? "";
  const numbers = written ? written.split(".").map(strip) : [];
  const rest = text.slice(written.length).replace(/^[.-]+/, "").toLowerCase();
  const isLower = compareTokens(tokenize(text), tokenize(written)) < 0;
  const [prerelease, build] = isLower ? [[rest], ""] : [[], rest];
  return { text, numbers, prerelease, build, key: "." + text.toLowerCase() };
}

/** @param {number} [full] @returns {Scheme} */
export const maven = (full = 3) => ({
  name: "maven",
  full,
  parse,
  compare: (a, b) => compareTokens(tokenize(a.text), tokenize(b.text)),
  key: (version) => version.key,
  compareCuts,
  level: levelBetween,

  extent(text, { exact = false } = {}) {
    // Narrower than `parse`, which would swallow every word of a cell.
    text = trim(text);
    const found = split(text);
    const version = found && !isWrongSuffix(found.rest) && parse(found.written + found.rest);
    if (!version) return null;
    const { numbers, key } = version;
    const isLine = !found.rest && !exact && numbers.length < full;
    const below = "!" + numbers.join(".");
    const next = [...numbers.slice(0, -1), increment(numbers[numbers.length - 1])];
    return {
      text,
      numbers,
      isLine,
      edge: exact || compareTokens(tokenize(key.slice(1)), tokenize(below.slice(1))) ? key : below,
      start: key,
      end: isLine ? "!" + next.join(".") : "+" + key.slice(1),
    };
  },

  landmark(cut) {
    const side = SIDES[cut[0]];
    const { text, numbers, prerelease, build } = /** @type {Version} */ (parse(cut.slice(1)));
    if (build || prerelease[0]) return { side, text, numbers, isPrerelease: !build };
    while (numbers.length < full) numbers.push("0");
    return { side, text: numbers.join("."), numbers, isPrerelease: false };
  },
});
