/**
 * The scheme `octopus`: the pragmatic form of Semantic Versioning that Octopus Deploy reads.
 * Its rules are described in mkdocs_compat/versions/octopus.py.
 */

import { fitsInt32, fixedStem, isNumber, labelKey, labelsKey, stripZeros, textKey } from "./keys.js";
import { numbered, trim } from "./numbered.js";

const PATTERN =
  /^v?([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(?:\.([0-9]+))?(?:(?:-|[._]?(?=[a-z]))([0-9a-z_-]+(?:\.[0-9a-z_-]+)*))?(?:\+([0-9a-z._-]+))?$/i;
const stem = fixedStem(4);

/** A label as it is compared: a number of 32 bits without its zeros, or text. @param {string} label */
function tidyLabel(label) {
  const number = stripZeros(label);
  return isNumber(label) && fitsInt32(number) ? number : label;
}

export const octopus = numbered({
  name: "octopus",
  stem,
  parse(text) {
    text = trim(text);
    const found = PATTERN.exec(text);
    const numbers = found?.slice(1, 5).filter(Boolean).map(stripZeros);
    if (!found || !numbers?.every(fitsInt32)) return null;
    const prerelease = found[5] ? found[5].toLowerCase().split(/[._-]/).map(tidyLabel) : [];
    const key = stem(numbers) + labelsKey(prerelease, (label) => (fitsInt32(label) ? labelKey : textKey)(label));
    return { text, numbers, prerelease, build: found[6] ?? "", key };
  },
});
