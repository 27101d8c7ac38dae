// Makes a plan: the work that may take long.

import { Planner } from "../engine/planning/planner.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/planning/plan.js").Blocked} Blocked
 * @typedef {import("../engine/planning/plan.js").Plan} Plan
 * @typedef {import("../engine/planning/plan.js").Unreadable} Unreadable
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

/** @typedef {{product?: Product, wish: Wish}} Order The product comes with the first one. */

/** @typedef {{found: Plan | Blocked | Unreadable} | {failed: string}} Delivery */

/** Plans for one product. */
export class Workshop {
  #product;
  #key = "";
  /** @type {Planner | null} */
  #planner = null;

  /** @param {Product} product */
  constructor(product) {
    this.#product = product;
  }

  /**
   * Return the plan, or why there is none.
   * @param {Wish} wish
   */
  make({ start, target, answers, objective, accept, noDowntime, allow }) {
    const key = JSON.stringify(noDowntime);
    if (!this.#planner || key !== this.#key) this.#planner = new Planner(this.#product, noDowntime);
    this.#key = key;
    const given = Object.entries(start).filter(([, versions]) => versions.length);
    return this.#planner.plan(Object.fromEntries(given), target, { answers, objective, accept, allow });
  }
}

/** Take orders from a page; this is what the script does in a worker. */
export function takeOrders() {
  /** @type {Workshop | null} */
  let workshop = null;
  addEventListener("message", (event) => {
    const { product, wish } = /** @type {Order} */ (event.data);
    if (product) workshop = new Workshop(product);
    /** @type {Delivery} */
    let delivery;
    try {
      delivery = { found: /** @type {Workshop} */ (workshop).make(wish) };
    } catch (error) {
      delivery = { failed: String(error) };
    }
    postMessage(delivery);
  });
}
