/**
 * The scheme `dotted`: any count of numbers and perhaps a suffix.
 * Its rules are described in mkdocs_compat/versions/dotted.py.
 */

import { END, PRERELEASE, RELEASE, isNumber, numberKey, readLabels, stripZeros, textKey } from "./keys.js";
import { numbered, trim } from "./numbered.js";

const PRERELEASE_SUFFIX =
  /^(alpha|beta|canary|cr|dev|eap?|milestone|nightly|pre|prerelease|preview|rc|snapshot|[abcm] [0-9].*)( |$)/;

/** @param {string[]} numbers */
function stem(numbers) {
  let count = numbers.length;
  while (count > 1 && numbers[count - 1] === "0") count--;
  return numbers.slice(0, count).map(numberKey).join("");
}

export const dotted = numbered({
  name: "dotted",
  mark: RELEASE + END,
  stem,
  parse(text) {
    text = trim(text) ?? "";
    const found = /^v?([0-9]+(?:\.[0-9]+)*)/i.exec(text);
    const suffix = found ? text.slice(found[0].length).toLowerCase() : "!";
    if (!found || /[^0-9a-z._+-]|[._+-](?![0-9a-z])/.test(suffix)) return null;
    const numbers = found[1].split(".").map(stripZeros);
    const labels = (suffix.match(/[0-9]+|[a-z]+/g) ?? []).map(stripZeros);
    const isPrerelease = PRERELEASE_SUFFIX.test(labels.slice(0, 2).join(" "));
    const written = labels.map((label) => (isNumber(label) ? numberKey : textKey)(label)).join("");
    const key = stem(numbers) + (isPrerelease ? PRERELEASE : RELEASE) + written + END;
    const [prerelease, build] = isPrerelease ? [labels, ""] : [[], labels.join(".")];
    return { text, numbers, prerelease, build, key };
  },
  tail(key, at) {
    const [labels] = readLabels(key, at + 1);
    return [labels[0] ? "-" + labels.join(".") : "", key[at] === PRERELEASE];
  },
});
