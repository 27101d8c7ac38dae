// Verdicts of versions side by side, looked for once for each pair and each group, as in
// mkdocs_compat/planning/verdicts.py.

import { pairVerdict } from "../reasoning/pairs.js";

/**
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 */

/** The verdicts of one product; plans that follow each other ask for many of them again. */
export class Verdicts {
  /** By the names of versions. @type {Map<string, Map<string, Verdict | null>>} */
  #pairs = new Map();
  /** By the number of the table and the names of versions. @type {Map<string, Verdict>} */
  #groups = new Map();
  /** @type {WeakMap<Asked, string>} */
  #names = new WeakMap();

  /** @param {Index} index */
  constructor(index) {
    this.index = index;
  }

  /**
   * Return the verdict of two versions; null where nothing relates their components.
   * @param {Asked} one
   * @param {Asked} other
   */
  pair(one, other) {
    const name = this.#name(one);
    const own = this.#pairs.get(name) ?? new Map();
    this.#pairs.set(name, own);
    const second = this.#name(other);
    let verdict = own.get(second);
    if (verdict === undefined) own.set(second, (verdict = this.#find(one, other)));
    return verdict;
  }

  /**
   * Return what a table whose rows count as a whole says of versions.
   * @param {number} number Number of the table among those of the index.
   * @param {Asked[]} members One version of each of its components in question.
   */
  group(number, members) {
    const key = JSON.stringify([number, ...members.map((each) => this.#name(each))]);
    const verdict = this.#groups.get(key) ?? this.index.combinations[number].answer(members).verdict;
    this.#groups.set(key, verdict);
    return verdict;
  }

  /** @param {Asked} one @param {Asked} other */
  #find(one, other) {
    const link = this.index.link(one.component, other.component);
    return link && pairVerdict(link, one, other);
  }

  /** @param {Asked} asked */
  #name(asked) {
    const name = this.#names.get(asked) ?? JSON.stringify([asked.component, asked.versions]);
    this.#names.set(asked, name);
    return name;
  }
}
