/** The scheme `semver`: Semantic Versioning 2.0.0, strictly. */

import { END, PRERELEASE, RELEASE, isNumber, numberKey, textKey } from "./keys.js";
import { numbered } from "./numbered.js";

const PATTERN =
  /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-([0-9A-Za-z.-]+))?(?:\+([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?$/;

/** @param {string[]} numbers */
const stem = (numbers) => [...numbers, "0", "0"].slice(0, 3).map(numberKey).join("");

export const semver = numbered({
  name: "semver",
  fewest: 3,
  stem,
  parse(text) {
    const found = PATTERN.exec(text);
    if (!found) return null;
    const numbers = found.slice(1, 4);
    const prerelease = found[4] ? found[4].split(".") : [];
    if (prerelease.some((label) => !label || /^0[0-9]+$/.test(label))) return null;
    const labels = prerelease.map((label) => (isNumber(label) ? numberKey : textKey)(label));
    const key = stem(numbers) + (found[4] ? PRERELEASE + labels.join("") + END : RELEASE);
    return { text, numbers, prerelease, build: found[5] ?? "", key };
  },
});
