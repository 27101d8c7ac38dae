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
// In a list of labels: what text begins with, and the end of a text and of the list.
export const TEXT = "_";
export const END = "!";

/** @param {string} a @param {string} b */
export const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** @param {string} digits */
export const stripZeros = (digits) => digits.replace(/^0+(?=.)/, "");

/** @param {string} text */
export const isNumber = (text) => /^[0-9]+$/.test(text);

/** Add one to a number written in digits. @param {string} digits */
export function increment(digits) {
  let last = digits.length;
  while (digits[last - 1] === "9") last--;
  const head = last ? digits.slice(0, last - 1) + (+digits[last - 1] + 1) : "1";
  return head + "0".repeat(digits.length - last);
}

/** @param {string} digits */
export function numberKey(digits) {
  const length = `${digits.length}`;
  return (length[1] ? String.fromCharCode(63 + length.length) : "") + length + digits;
}

/** @param {string} text */
export const textKey = (text) => TEXT + text + END;

/**
 * Read the number at a place of a key; null where none stands.
 * @param {string} key @param {number} at @returns {[string, number] | null}
 */
function readNumber(key, at) {
  const first = key.charCodeAt(at);
  // A capital says how many digits the length has; otherwise it has one.
  const start = first > 64 ? at + first - 62 : at + 1;
  if (!(first > 47 && first < 91)) return null;
  const end = start + +key.slice(first > 64 ? at + 1 : at, start);
  return [key.slice(start, end), end];
}

/** @param {string} key @returns {[string[], number]} the run of numbers, the place after it */
export function readNumbers(key, at = 0) {
  const numbers = [];
  for (let found; (found = readNumber(key, at)); at = found[1]) numbers.push(found[0]);
  return [numbers, at];
}

/**
 * Read a list of labels with its end mark.
 * @param {string} key @param {number} at @returns {[string[], number]}
 */
export function readLabels(key, at) {
  const labels = [];
  for (let label; key[at] !== END; labels.push(label)) {
    const number = readNumber(key, at);
    const stop = number ? number[1] : key.indexOf(END, at) + 1;
    label = number ? number[0] : key.slice(at + 1, stop - 1);
    at = stop;
  }
  return [labels, at + 1];
}
