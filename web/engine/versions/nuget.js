/**
 * The scheme `nuget`: versions as `NuGet.Versioning` reads and orders them.
 * Its rules are described in mkdocs_compat/versions/nuget.py.
 */

import { NEGATIVE, fitsInt32, fixedStem, isNumber, labelsKey, numberKey, stripZeros, textKey } from "./keys.js";
import { numbered, trim } from "./numbered.js";

const PATTERN =
  /^([0-9]+)\s*(?:\.\s*([0-9]+)\s*)?(?:\.\s*([0-9]+)\s*)?(?:\.\s*([0-9]+)\s*)?(?:-([0-9a-z-]+(?:\.[0-9a-z-]+)*))?(?:\+([0-9a-z-]+(?:\.[0-9a-z-]+)*))?$/i;
const stem = fixedStem(4);

/** @param {string} label */
function labelKey(label) {
  const number = /^-?[0-9]+$/.test(label) ? +label : NaN;
  if (number >= 0 && number < 2 ** 31) return numberKey(`${Math.abs(number)}`);
  if (number < 0 && number >= -(2 ** 31)) return NEGATIVE + `${number + 2 ** 31}`.padStart(10, "0");
  return textKey(label);
}

export const nuget = numbered({
  name: "nuget",
  stem,
  parse(text) {
    text = trim(text);
    const found = PATTERN.exec(text);
    const numbers = found?.slice(1, 5).filter(Boolean).map(stripZeros);
    const prerelease = found?.[5] ? found[5].toLowerCase().split(".") : [];
    if (!found || !numbers?.every(fitsInt32) || prerelease.some((label) => /^0[0-9]+$/.test(label))) return null;
    const key = stem(numbers) + labelsKey(prerelease, labelKey);
    return { text, numbers, prerelease, build: found[6] ?? "", key };
  },
});
