/**
 * The scheme `pep440`: Python's versions, ordered as by `packaging`.
 * Its key is described in mkdocs_compat/versions/pep440.py.
 */

import { ABOVE, END, TEXT, isNumber, joinKeys, numberKey, readLabels, readNumber, releaseStem, stripZeros } from "./keys.js";
import { isTakeable, numbered, trim } from "./numbered.js";

/** @typedef {import("./scheme.js").Scheme} Scheme */

const PATTERN = new RegExp(
  "^[\\s\\x1c-\\x1f]*(v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)" +
    "(?:[._-]?(alpha|a|beta|b|preview|pre|c|rc)[._-]?([0-9]*))?" +
    "(?:-([0-9]+)|[._-]?(post|rev|r)[._-]?([0-9]*))?" +
    "(?:[._-]?(dev)[._-]?([0-9]*))?" +
    "(?:\\+([0-9a-z]+(?:[._-][0-9a-z]+)*))?)[\\s\\x1c-\\x1f]*$",
  "i",
);

// Marks: development release alone, kinds of pre-release, final; none of a part; a later epoch.
const MARKS = "#$%&.";
const KINDS = ["", "a", "b", "rc", ""];
const NO_POST = "-";
const NO_DEVELOPMENT = TEXT;
const LATER_EPOCH = "a";
const LOCAL = ",";
// Above all local versions of a public one.
const ABOVE_LOCALS = "z";

/** @param {string} epoch */
const epochKey = (epoch) => (epoch === "0" ? "" : LATER_EPOCH + numberKey(epoch));

/** @param {string} label */
const localKey = (label) => (isNumber(label) ? numberKey(label) : "$" + label + END);

const base = numbered({
  name: "pep440",
  mark: MARKS[4] + NO_POST + NO_DEVELOPMENT + END,
  stem: releaseStem,
  parse(text) {
    const found = isTakeable(text) && PATTERN.exec(text);
    if (!found) return null;
    const [, written, epoch = "0", release, kind, pre, implicit, word, after, dev, count, local = ""] = found;
    const numbers = release.split(".").map(stripZeros);
    const number = (/** @type {string} */ digits) => stripZeros(digits || "0");
    const post = implicit || word ? number(implicit || after) : "";
    const development = dev ? number(count) : "";
    const labels = local ? local.toLowerCase().split(/[._-]/).map((label) => isNumber(label) ? stripZeros(label) : label) : [];
    const place = kind ? "ab".indexOf(kind[0].toLowerCase()) + 1 || 3 : development && !post ? 0 : 4;
    const key = epochKey(stripZeros(epoch)) + releaseStem(numbers) + MARKS[place] +
      (kind ? numberKey(number(pre)) : "") +
      (post ? numberKey(post) : NO_POST) +
      (development ? numberKey(development) : NO_DEVELOPMENT) +
      (local && LOCAL + joinKeys(labels, localKey)) + END;
    const prerelease = [...(kind ? [KINDS[place], number(pre)] : []), ...(dev ? ["dev", development] : [])];
    const build = (post && "post" + post) + (local && "+" + labels.join("."));
    return { text: written, numbers, prerelease, build, key };
  },
  // A public version stands for its local versions too.
  above: (key) => (key.includes(LOCAL) ? key : key.slice(0, -1) + ABOVE_LOCALS) + ABOVE,
  tail(key, at) {
    const kind = KINDS[MARKS.indexOf(key[at++])];
    const read = () => {
      const [number, next] = readNumber(key, at) ?? ["", at + 1];
      at = next;
      return number;
    };
    const pre = kind && kind + read();
    const post = read();
    const development = read();
    const local = key[at] === LOCAL ? "+" + readLabels(key, at + 1).join(".") : "";
    const text = pre + (post && ".post" + post) + (development && ".dev" + development) + local;
    return [text, !!(kind || development)];
  },
});

/** @param {number} [full] @returns {Scheme} */
export function pep440(full) {
  const scheme = base(full);
  return {
    ...scheme,
    extent(text, options) {
      const found = /^v?([0-9]+)!(?=[0-9])/i.exec(trim(text));
      if (!found) return scheme.extent(text, options);
      const inner = scheme.extent(trim(text).slice(found[0].length), options);
      const lead = epochKey(stripZeros(found[1]));
      return inner && {
        ...inner,
        text: trim(text),
        edge: lead + inner.edge,
        start: lead + inner.start,
        end: lead + inner.end,
      };
    },
    landmark(cut) {
      if (cut[0] !== LATER_EPOCH) return scheme.landmark(cut);
      const [epoch, at] = /** @type {[string, number]} */ (readNumber(cut, 1));
      const inner = scheme.landmark(cut.slice(at));
      return { ...inner, text: `${epoch}!${inner.text}` };
    },
  };
}
