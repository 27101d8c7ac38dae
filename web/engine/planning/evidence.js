// What tables and rules say of a state, with the reasons; every pair is asked about once, as in
// mkdocs_compat/planning/evidence.py.

import { Compatibility } from "../reasoning/compatibility.js";
import { rank } from "../reasoning/verdict.js";
import { goodEnough } from "./request.js";

/**
 * @typedef {import("../reasoning/answer.js").Group} Group
 * @typedef {import("../reasoning/answer.js").Pair} Pair
 * @typedef {import("../reasoning/answer.js").Question} Question
 * @typedef {import("../reasoning/index.js").Index} Index
 * @typedef {import("../reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../reasoning/pieces.js").Asked} Asked
 */

/** The answers of one product. */
export class Evidence {
  /** @type {Compatibility} */
  #compatibility;
  /** @type {Index} */
  #index;
  /** Each table whose rows count as a whole by itself, once it is asked. @type {Map<number, Compatibility>} */
  #tables = new Map();
  /** @type {Map<string, (Pair | Group)[]>} */
  #found = new Map();

  /**
   * @param {Compatibility} compatibility
   * @param {Index} index
   */
  constructor(compatibility, index) {
    this.#compatibility = compatibility;
    this.#index = index;
  }

  /**
   * Return the answers for all pairs and groups of some versions in service.
   * @param {Asked[]} instances
   * @returns {(Pair | Group)[]}
   */
  of(instances) {
    const pairs = instances.flatMap((one, at) => instances.slice(at + 1).flatMap((other) => this.#pair(one, other)));
    const groups = this.#index.combinations.flatMap((combination, number) =>
      combination.groups(instances).flatMap((members) => this.#group(number, members)),
    );
    return [...pairs, ...groups];
  }

  /**
   * Return those that do not allow the versions, the worst first.
   * @param {Asked[]} instances
   * @param {readonly Verdict[]} accepted
   */
  against(instances, accepted) {
    const good = goodEnough(accepted);
    const bad = this.of(instances).filter(({ verdict }) => !good.includes(verdict));
    return bad.sort((one, other) => rank(other.verdict) - rank(one.verdict));
  }

  /** @param {Asked} one @param {Asked} other */
  #pair(one, other) {
    const key = keyOf(null, [one, other]);
    const found = this.#found.get(key) ?? this.#compatibility.ask(questionOf([one, other])).pairs;
    this.#found.set(key, found);
    return found;
  }

  /** @param {number} number @param {Asked[]} members */
  #group(number, members) {
    const key = keyOf(number, members);
    const found = this.#found.get(key) ?? this.#table(number).ask(questionOf(members)).groups;
    this.#found.set(key, found);
    return found;
  }

  /** @param {number} number */
  #table(number) {
    const { product } = this.#compatibility;
    const tables = [this.#index.combinations[number].table];
    const found = this.#tables.get(number) ?? new Compatibility({ ...product, tables, rules: [] });
    this.#tables.set(number, found);
    return found;
  }
}

/** @param {number | null} table @param {Asked[]} members */
const keyOf = (table, members) => JSON.stringify([table, ...members.map(({ component, text }) => [component, text])]);

/** @param {Asked[]} members @returns {Question} */
function questionOf(members) {
  /** @type {Map<string, string[]>} */
  const question = new Map();
  for (const { component, text } of members) question.set(component, [...(question.get(component) ?? []), text]);
  return Object.fromEntries(question);
}
