/** The scheme `semver`: Semantic Versioning 2.0.0, strictly. */

import { fixedStem, labelKey, labelsKey, numberKey } from "./keys.js";
import { numbered } from "./numbered.js";

const PATTERN =
  /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;
const stem = fixedStem(3);

export const semver = numbered({
  name: "semver",
  fewest: 3,
  stem,
  parse(text) {
    const found = PATTERN.exec(text);
    if (!found) return null;
    const prerelease = found[4] ? found[4].split(".") : [];
    if (prerelease.some((label) => !label || (label[0] === "0" && /^0[0-9]+$/.test(label)))) return null;
    const numbers = [found[1], found[2], found[3]];
    const key = numberKey(found[1]) + numberKey(found[2]) + numberKey(found[3]) + labelsKey(prerelease, labelKey);
    return { text, numbers, prerelease, build: found[5] ?? "", key };
  },
});
