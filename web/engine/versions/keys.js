/**
 * Keys: version parts written as text whose plain order is the order of the versions.
 * The format is described in mkdocs_compat/versions/keys.py, which writes the same text.
 */

export const LOWEST = "";
export const HIGHEST = "~";

// After the numbers: below all pre-releases, a pre-release, the release. After a key: above it.
export const BELOW_PRERELEASES = "!";
export const PRERELEASE = "-";
export const RELEASE = ".";
export const ABOVE = "+";
// In a list of labels: what text begins with, the end of a text and of the list, and what a
// negative number begins with.
export const TEXT = "_";
export const END = "!";
export const NEGATIVE = "(";

/** @param {string} a @param {string} b */
export const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {string} digits */
export const stripZeros = (digits) => digits.replace(/^0+(?=.)/, "");

/** @param {string} text */
export const isNumber = (text) => /^[0-9]+$/.test(text);

/** Tell whether a number without leading zeros is at most 2147483647. @param {string} number */
export const fitsInt32 = (number) => number.length < 11 && +number < 2 ** 31;

/** Add one to a number written in digits. @param {string} digits */
export function increment(digits) {
  let last = digits.length;
  while (digits[last - 1] === "9") last--;
  const head = last ? digits.slice(0, last - 1) + (+digits[last - 1] + 1) : "1";
  return head + "0".repeat(digits.length - last);
}

/** @param {string} digits without leading zeros */
export function numberKey(digits) {
  const { length } = digits;
  return (length < 10 ? "" : String.fromCharCode(63 + `${length}`.length)) + length + digits;
}

/** @param {string} text */
export const textKey = (text) => TEXT + text + END;

/** @param {string} label */
export const labelKey = (label) => (isNumber(label) ? numberKey(label) : textKey(label));

/** The keys of labels or numbers one after the other. @param {string[]} parts @param {(part: string) => string} write */
export function joinKeys(parts, write) {
  let key = "";
  for (const part of parts) key += write(part);
  return key;
}

/** The key of numbers where trailing zeros count for nothing. @param {string[]} numbers */
export function releaseStem(numbers) {
  let count = numbers.length;
  while (count > 1 && numbers[count - 1] === "0") count--;
  return joinKeys(numbers.slice(0, count), numberKey);
}

/** The key of numbers that are always so many. @param {number} count */
export const fixedStem = (count) => (/** @type {string[]} */ numbers) =>
  joinKeys(numbers, numberKey) + (numbers.length < count ? "10".repeat(count - numbers.length) : "");

/**
 * What follows the numbers of a release or pre-release.
 * @param {string[]} labels @param {(label: string) => string} write
 */
export const labelsKey = (labels, write) =>
  labels.length ? PRERELEASE + joinKeys(labels, write) + END : RELEASE;

/**
 * Read the number at a place of a key; null where none stands.
 * @param {string} key @param {number} at @returns {[string, number] | null}
 */
export function readNumber(key, at) {
  const found = /^([1-9]|[A-Z])/.exec(key.slice(at, at + 1));
  if (!found) return null;
  // A capital says how many digits the length has; otherwise it has one.
  const digits = Math.max(key.charCodeAt(at) - 63, 0);
  const start = at + 1 + digits;
  const end = start + +key.slice(digits ? at + 1 : at, start);
  return [key.slice(start, end), end];
}

/** @param {string} key @returns {[string[], number]} the run of numbers, the place after it */
export function readNumbers(key) {
  const numbers = [];
  let at = 0;
  for (let found; (found = readNumber(key, at)); at = found[1]) numbers.push(found[0]);
  return [numbers, at];
}

/** Read a list of labels. @param {string} key @param {number} at */
export function readLabels(key, at) {
  const labels = [];
  while (key[at] !== END) {
    const number = readNumber(key, at);
    const isNegative = key[at] === NEGATIVE;
    const stop = number ? number[1] : isNegative ? at + 11 : key.indexOf(END, at) + 1;
    labels.push(
      number ? number[0] : isNegative ? `${+key.slice(at + 1, stop) - 2 ** 31}` : key.slice(at + 1, stop - 1));
    at = stop;
  }
  return labels;
}
