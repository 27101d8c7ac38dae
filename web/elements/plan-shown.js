// A plan on the page, with what can be done with it.

import { Checklist } from "./checklist.js";
import { printButton, saveButton } from "./plan-files.js";
import { planJson } from "./plan-json.js";
import { planMarkdown } from "./plan-markdown.js";
import { outline } from "./plan-outline.js";
import { Planned } from "./planned.js";
import { buildEnd, buildHead } from "./planner-result.js";
import { Progress } from "./progress.js";
import { Share } from "./share.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/planning/plan.js").Blocked} Blocked
 * @typedef {import("../engine/planning/plan.js").Permission} Permission
 * @typedef {import("../engine/planning/plan.js").Plan} Plan
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

export class PlanShown {
  #product;
  #link;
  #grant;
  #share;
  /** @type {Planned | null} */
  #planned = null;

  /** What is shown. @type {HTMLElement[]} */
  elements = [];

  /**
   * @param {Product} product
   * @param {() => string} link Returns the address of what is shown.
   * @param {(permission: Permission) => void} grant
   */
  constructor(product, link, grant) {
    this.#product = product;
    this.#link = link;
    this.#grant = grant;
    const name = `${product.id.replace(/[^\w.-]+/g, "-")}-upgrade-plan`;
    this.#share = new Share(link, () => this.#markdown(), [
      saveButton("Save Markdown", "text/markdown", () => ({ name: `${name}.md`, text: this.#markdown() })),
      saveButton("Save JSON", "application/json", () => ({ name: `${name}.json`, text: this.#json() })),
      printButton(() => this.#share.element.closest(".compat-planner") ?? document.body),
    ]);
  }

  /**
   * Take another plan.
   * @param {Plan | Blocked} found
   * @param {Wish} wish
   * @returns {string} What to read out.
   */
  show(found, { answers }) {
    const planned = new Planned(this.#product, found, answers);
    const told = outline(planned);
    const checklist = new Checklist(planned, told.hops, new Progress(this.#product.id, nameOf(found)));
    this.#planned = planned;
    this.#share.reset(true);
    this.elements = [
      ...buildHead(planned, told, this.#grant),
      ...(told.hops.length ? [checklist.element] : []),
      ...buildEnd(told),
      this.#share.element,
    ];
    return `${told.title}. ${told.summary}`;
  }

  #markdown() {
    return this.#planned ? `${planMarkdown(this.#planned, this.#link())}\n` : "";
  }

  #json() {
    const [here] = location.href.split(/[?#]/);
    return this.#planned ? `${planJson(this.#planned, (url) => new URL(url, here).href)}\n` : "";
  }
}

/**
 * Name a plan by what is done in it.
 * @param {Plan | Blocked} found
 */
function nameOf({ start, target, hops }) {
  const moves = hops.map((hop) => hop.moves.map(({ component, was, now }) => [component, was, now]));
  return JSON.stringify([start, target, moves]);
}
