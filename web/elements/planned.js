// A plan with all that is told about it, as in mkdocs_compat/publishing/reports/planned.py.

import { joined } from "./plan-words.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Group} Group
 * @typedef {import("../engine/reasoning/answer.js").Pair} Pair
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/planning/plan.js").Blocked} Blocked
 * @typedef {import("../engine/planning/plan.js").InService} InService
 * @typedef {import("../engine/planning/plan.js").Plan} Plan
 */

/** A plan for one product, or why there is none. */
export class Planned {
  /**
   * @param {Product} product
   * @param {Plan | Blocked} result
   * @param {Readonly<Record<string, boolean>>} answers How the reader answered the product's
   *   questions, by their ids.
   */
  constructor(product, result, answers) {
    this.product = product;
    this.result = result;
    this.answers = answers;
  }

  /**
   * Return the display name of a component.
   * @param {string} component
   */
  name(component) {
    return this.product.components.find(({ id }) => id === component)?.name ?? component;
  }

  /**
   * Return versions of a component with its name, each once.
   * @param {string} component
   * @param {string[]} texts
   */
  versions(component, texts) {
    return `${this.name(component)} ${joined([...new Set(texts)])}`;
  }

  /**
   * Return the versions in service with the names of their components.
   * @param {InService} state
   */
  inService(state) {
    return Object.entries(state)
      .map(([id, texts]) => this.versions(id, texts))
      .join("; ");
  }

  /**
   * Return the required stops that a hop arrives at.
   * @param {number} hop From 0.
   */
  stopsOf(hop) {
    const { result } = this;
    return result.kind === "plan" ? result.stops.filter((each) => each.hop === hop) : [];
  }
}

/**
 * Return the versions that an answer is about.
 * @param {Pair | Group} part
 */
export const membersOf = (part) => ("members" in part ? part.members : [part.a, part.b]);
