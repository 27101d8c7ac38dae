// Has plans made beside the page, in a worker, so that typing never waits for them. Where a page may
// have none, as when it is opened from the disk, the page itself makes them.

import { Workshop } from "./plan-work.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("./plan-work.js").Delivery} Delivery
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

/** After so many milliseconds a search is given up. */
export const LONGEST = 20_000;

// The script that runs now; a worker runs the same one.
const SCRIPT = typeof document !== "undefined" && document.currentScript instanceof HTMLScriptElement
  ? document.currentScript.src
  : "";

let canWork = SCRIPT !== "" && typeof Worker !== "undefined";

export class PlanMaker {
  #product;
  /** @type {Worker | null} */
  #worker = null;
  #isBusy = false;
  #turn = 0;
  #limit = 0;
  /** In milliseconds. */
  #took = 0;
  /** @type {Workshop | null} */
  #workshop = null;

  /** @param {Product} product */
  constructor(product) {
    this.#product = product;
  }

  /** Whether the page can do nothing else while a plan is made, and for how long the last time. */
  get standstill() {
    return canWork ? 0 : this.#took;
  }

  /**
   * Make a plan; the one that is being made is made no longer.
   * @param {Wish} wish
   * @returns {Promise<Delivery | "given up">} Never done where another plan is wanted meanwhile.
   */
  make(wish) {
    if (this.#isBusy) this.stop();
    const turn = ++this.#turn;
    return new Promise((resolve) => {
      /** @param {Delivery | "given up"} delivery */
      const deliver = (delivery) => {
        if (turn !== this.#turn) return;
        this.#isBusy = false;
        clearTimeout(this.#limit);
        resolve(delivery);
      };
      if (this.#isSent(wish, deliver)) return;
      // Behind a frame, so that the page shows what it is about.
      requestAnimationFrame(() => setTimeout(() => turn === this.#turn && deliver(this.#here(wish))));
    });
  }

  /** Make nothing any longer. */
  stop() {
    this.#turn++;
    this.#isBusy = false;
    clearTimeout(this.#limit);
    this.#worker?.terminate();
    this.#worker = null;
  }

  /**
   * Send an order to a worker; tell whether there is one.
   * @param {Wish} wish
   * @param {(delivery: Delivery | "given up") => void} deliver
   */
  #isSent(wish, deliver) {
    if (!canWork) return false;
    const isNew = !this.#worker;
    try {
      this.#worker ??= new Worker(SCRIPT);
    } catch {
      canWork = false;
      return false;
    }
    const worker = this.#worker;
    worker.onmessage = ({ data }) => deliver(data);
    worker.onerror = (event) => {
      // It could not be loaded: plans that cannot be made are told in messages.
      event.preventDefault();
      canWork = false;
      this.#worker = null;
      deliver(this.#here(wish));
    };
    this.#isBusy = true;
    this.#limit = window.setTimeout(() => {
      deliver("given up");
      this.stop();
    }, LONGEST);
    worker.postMessage(isNew ? { product: this.#product, wish } : { wish });
    return true;
  }

  /** @param {Wish} wish @returns {Delivery} */
  #here(wish) {
    const begun = performance.now();
    this.#workshop ??= new Workshop(this.#product);
    try {
      return { found: this.#workshop.make(wish) };
    } catch (error) {
      return { failed: String(error) };
    } finally {
      this.#took = performance.now() - begun;
    }
  }
}
