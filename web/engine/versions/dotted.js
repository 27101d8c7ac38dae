/**
 * The schemes `dotted`, any count of numbers and perhaps a suffix, and `calver`, the same with
 * dates. Their rules are described in mkdocs_compat/versions/dotted.py and calver.py.
 */

import { END, PRERELEASE, RELEASE, labelKey, readLabels, releaseStem, stripZeros } from "./keys.js";
import { isWrongSuffix, numbered, split, trim } from "./numbered.js";

const PRERELEASE_SUFFIX =
  /^(alpha|beta|canary|cr|dev|eap?|milestone|nightly|pre|prerelease|preview|rc|snapshot|[abcm] [0-9].*)( |$)/;

/** @type {Omit<import("./numbered.js").Grammar, "name">} */
const grammar = {
  mark: RELEASE + END,
  stem: releaseStem,
  parse(text) {
    text = trim(text);
    const found = split(text);
    if (!found || isWrongSuffix(found.rest)) return null;
    const numbers = found.written.split(".").map(stripZeros);
    const labels = (found.rest.toLowerCase().match(/[0-9]+|[a-z]+/g) ?? []).map(stripZeros);
    const isPrerelease = PRERELEASE_SUFFIX.test(labels.slice(0, 2).join(" "));
    const mark = isPrerelease ? PRERELEASE : RELEASE;
    const key = releaseStem(numbers) + mark + labels.map(labelKey).join("") + END;
    const [prerelease, build] = isPrerelease ? [labels, ""] : [[], labels.join(".")];
    return { text, numbers, prerelease, build, key };
  },
  tail(key, at) {
    const labels = readLabels(key, at + 1);
    return [labels[0] ? PRERELEASE + labels.join(".") : "", key[at] === PRERELEASE];
  },
};

export const dotted = numbered({ name: "dotted", ...grammar });

/** Write a date with dots. @param {string} text */
const tidy = (text) =>
  text.replace(/^(\s*v?[0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?![0-9a-z])/i, (_, ...numbers) =>
    numbers.slice(0, 3).filter(Boolean).join("."));

export const calver = numbered({
  ...grammar,
  name: "calver",
  tidy,
  parse(text) {
    const version = grammar.parse(tidy(text));
    return version && { ...version, text: trim(text) };
  },
});
