/**
 * The scheme `named`: release trains and code names, ordered by the component's release list.
 * Its rules are described in mkdocs_compat/versions/named.py.
 */

import { ABOVE, numberKey, order, readNumber } from "./keys.js";
import { levelAt, trim } from "./numbered.js";

/** @param {string} [character] */
const kind = (character = "") => (/[0-9]/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : character);

/** @param {string} name */
const parts = (name) => name.toLowerCase().match(/[0-9]+|[a-z]+/g) ?? [];

/**
 * @param {number} [full] @param {string[]} [releases] from the oldest on
 * @returns {import("./scheme.js").Scheme}
 */
export function named(full = 3, releases = []) {
  const names = releases.map((release) => release.toLowerCase());
  const keyAt = (/** @type {number} */ place) => numberKey(`${place}`);
  const parse = (/** @type {string} */ text) => {
    const place = names.indexOf(trim(text).toLowerCase());
    return trim(text) && place >= 0
      ? { text: releases[place], numbers: [], prerelease: [], build: "", key: keyAt(place) }
      : null;
  };
  const once = releases.filter((_, place) => names.indexOf(names[place]) === place);
  return {
    name: "named",
    full,
    releases: once,
    parse,
    compare: (a, b) => order(a.key, b.key),
    key: (version) => version.key,
    compareCuts: order,
    level: (a, b) => levelAt(parts(a.text), parts(b.text), ""),

    extent(text, { exact = false } = {}) {
      text = trim(text);
      const wanted = text.toLowerCase();
      const places = [...names.keys()].filter((place) => {
        const name = names[place];
        const next = name[wanted.length];
        if (names.indexOf(name) < place) return false;
        if (exact || name === wanted) return name === wanted;
        return name.startsWith(wanted) && kind(next) !== kind(wanted[wanted.length - 1]);
      });
      if (!text || !places.length) return null;
      const start = keyAt(places[0]);
      const last = keyAt(places[places.length - 1]);
      return { text, numbers: [], isLine: start !== last, edge: start, start, end: last + ABOVE };
    },

    groups() {
      /** @type {Map<string, number>} */
      const first = new Map();
      const firstWith = (/** @type {string} */ key, /** @type {number} */ place) =>
        first.get(key) ?? (first.set(key, place), place);
      return once.map((name, place) => {
        const [one = "", two = ""] = parts(name);
        return [firstWith(one, place), firstWith(`${one} ${two}`, place), place];
      });
    },

    landmark(cut) {
      const [place, at] = /** @type {[string, number]} */ (readNumber(cut, 0));
      const side = cut[at] ? "above" : "below";
      return { side, text: releases[+place], numbers: [], isPrerelease: false };
    },
  };
}
