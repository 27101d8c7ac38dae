// What a reader wants of the planner, and how it stands in the page's address, so that a plan can
// be shared. What stands in an address is nobody's promise.

import { readPermissions } from "../engine/planning/permission.js";
import { readAddress } from "./address.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/planning/plan.js").Objective} Objective
 */

/**
 * @typedef {object} Wish
 * @property {Record<string, string[]>} start The versions in service by component id.
 * @property {Record<string, string>} target
 * @property {Record<string, boolean>} answers By question id.
 * @property {Objective} objective
 * @property {Verdict[]} accept Good enough, besides compatible and partial.
 * @property {string[]} noDowntime Ids of components that must go on working.
 * @property {string[]} allow What may go against what is said, as permissions are spelled.
 */

/** What a plan can have least of, the default first. @type {readonly Objective[]} */
export const OBJECTIVES = ["downtime", "hops", "jumps"];

/** Verdicts that a reader may accept. @type {readonly Verdict[]} */
export const ACCEPTABLE = ["untested", "unstated"];

const ANSWERS = new Map([["yes", true], ["no", false]]);

/** The part of the page's address that belongs to one planner. */
export class WishAddress {
  #product;
  #prefix;

  /**
   * @param {Product} product
   * @param {number} number Of the planner on its page, from 0; the first one needs no number.
   */
  constructor(product, number) {
    this.#product = product;
    this.#prefix = number ? `${number + 1}.` : "";
  }

  /**
   * Return what the address says.
   * @returns {Wish}
   */
  read() {
    const { components } = this.#product;
    /** @param {string} name */
    const read = (name) => readAddress(this.#prefix + name);
    const ids = components.map(({ id }) => id);
    const targets = ids.flatMap((id) => read(`to.${id}`).slice(0, 1).map((text) => [id, text]));
    const answers = this.#questions().flatMap((id) => {
      const answer = ANSWERS.get(read(`answer.${id}`)[0]);
      return answer === undefined ? [] : [[id, answer]];
    });
    const [objective] = read("plan.objective");
    const accepted = read("plan.accept");
    const working = read("plan.no-downtime");
    return {
      start: Object.fromEntries(ids.map((id) => [id, read(`from.${id}`)])),
      target: Object.fromEntries(targets),
      answers: Object.fromEntries(answers),
      objective: OBJECTIVES.find((each) => each === objective) ?? OBJECTIVES[0],
      accept: ACCEPTABLE.filter((each) => accepted.includes(each)),
      noDowntime: ids.filter((id) => working.includes(id)),
      allow: [...new Set(read("plan.allow"))].filter((text) => this.#isPermission(text)),
    };
  }

  /**
   * Return a wish as parameters of the address.
   * @param {Wish} wish
   * @returns {[name: string, texts: string[]][]}
   */
  write({ start, target, answers, objective, accept, noDowntime, allow }) {
    const ids = this.#product.components.map(({ id }) => id);
    /** @type {[name: string, texts: string[]][]} */
    const parts = [
      ...ids.map((id) => /** @type {[string, string[]]} */ ([`from.${id}`, start[id] ?? []])),
      ...ids.map((id) => /** @type {[string, string[]]} */ ([`to.${id}`, target[id] ? [target[id]] : []])),
      ...this.#questions().map((id) => /** @type {[string, string[]]} */ ([`answer.${id}`, words(answers[id])])),
      ["plan.objective", objective === OBJECTIVES[0] ? [] : [objective]],
      ["plan.accept", accept],
      ["plan.no-downtime", noDowntime],
      ["plan.allow", allow],
    ];
    return parts.map(([name, texts]) => [this.#prefix + name, texts]);
  }

  /** @param {string} text */
  #isPermission(text) {
    const { components, upgrade } = this.#product;
    return readPermissions(text, upgrade?.stops ?? []).some((each) => components.some(({ id }) => id === each.component));
  }

  #questions() {
    return (this.#product.upgrade?.questions ?? []).map(({ id }) => id);
  }
}

/** @param {boolean | undefined} answer */
const words = (answer) => (answer === undefined ? [] : [answer ? "yes" : "no"]);
