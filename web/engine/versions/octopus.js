/**
 * The scheme `octopus`: the pragmatic form of Semantic Versioning that Octopus Deploy reads.
 * Its rules are described in mkdocs_compat/versions/octopus.py.
 */

import { END, PRERELEASE, RELEASE, isNumber, numberKey, stripZeros, textKey } from "./keys.js";
import { numbered, trim } from "./numbered.js";

const PATTERN =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:\.([0-9]+))?(?:(?:-|[._]?(?=[a-z]))([0-9a-z_-]+(?:\.[0-9a-z_-]+)*))?(?:\+([0-9a-z._-]+))?$/i;

/** Tell whether a number without leading zeros is at most 2147483647. @param {string} number */
export const fitsInt32 = (number) => number.length < 11 && +number < 2 ** 31;

/** @param {string[]} numbers */
const stem = (numbers) => numbers.map(numberKey).join("") + "10".repeat(4 - numbers.length);

export const octopus = numbered({
  name: "octopus",
  stem,
  parse(text) {
    text = trim(text) ?? "";
    const found = PATTERN.exec(text);
    const numbers = found?.slice(1, 5).filter(Boolean).map(stripZeros);
    if (!found || !numbers?.every(fitsInt32)) return null;
    const labels = found[5] ? found[5].toLowerCase().split(/[._-]/) : [];
    const prerelease = labels.map((label) => {
      const number = isNumber(label) && stripZeros(label);
      return number && fitsInt32(number) ? number : label;
    });
    const written = prerelease.map((label) =>
      isNumber(label) && fitsInt32(label) ? numberKey(label) : textKey(label));
    const key = stem(numbers) + (found[5] ? PRERELEASE + written.join("") + END : RELEASE);
    return { text, numbers, prerelease, build: found[6] ?? "", key };
  },
});
