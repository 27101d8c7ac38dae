// The terms of a plan that a reader can choose: what to have least of, what may be accepted, what
// must go on working, and what may go against what the author says.

import { readPermissions } from "../engine/planning/permission.js";
import { permission as permissionWords } from "./blocked-words.js";
import { h } from "./dom.js";
import { ACCEPTABLE, OBJECTIVES } from "./planner-wish.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Component} Component
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/planning/plan.js").Objective} Objective
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

/** @typedef {Pick<Wish, "objective" | "accept" | "noDowntime" | "allow">} Terms */

/** @type {Record<Objective, string>} */
const OBJECTIVE_WORDS = {
  downtime: "least downtime",
  hops: "fewest hops",
  jumps: "smallest jumps",
};

/** @type {Partial<Record<Verdict, string>>} */
const ACCEPT_WORDS = {
  untested: "what is not tested",
  unstated: "what nothing is said of",
};

export class PlannerTerms {
  #objective = h(
    "select",
    { class: "compat-planner__select" },
    ...OBJECTIVES.map((value) => h("option", { value }, OBJECTIVE_WORDS[value])),
  );
  /** @type {Choices<Verdict>} */
  #accept = new Choices("Also accept");
  /** @type {Choices<string>} */
  #working = new Choices("Never stop");
  /** @type {Choices<string>} */
  #allow = new Choices("Against what is said");
  #more = h("details", { class: "compat-rest compat-planner__more" }, h("summary", {}, "Conditions"));
  #product;

  /**
   * @param {Product} product
   * @param {Component[]} components Those that are offered.
   */
  constructor(product, components) {
    this.#product = product;
    for (const verdict of ACCEPTABLE) this.#accept.offer(verdict, ACCEPT_WORDS[verdict] ?? verdict);
    for (const { id, name } of components) this.#working.offer(id, name);
    this.#more.append(this.#accept.element, this.#working.element, this.#allow.element);
    this.elements = [
      h("label", { class: "compat-planner__objective" }, "The way with the ", this.#objective),
      this.#more,
    ];
  }

  /** @returns {Terms} */
  get values() {
    return {
      objective: OBJECTIVES.find((each) => each === this.#objective.value) ?? OBJECTIVES[0],
      accept: this.#accept.chosen,
      noDowntime: this.#working.chosen,
      allow: this.#allow.chosen,
    };
  }

  set values({ objective, accept, noDowntime, allow }) {
    this.#objective.value = objective;
    // Only what was allowed once is offered: there is no end of what could be.
    for (const spelled of allow) this.#allow.offer(spelled, this.#words(spelled));
    this.#accept.chosen = accept;
    this.#working.chosen = noDowntime;
    this.#allow.chosen = allow;
    if (accept.length || noDowntime.length || allow.length) this.#more.open = true;
  }

  /** @param {string} spelled */
  #words(spelled) {
    const { components, upgrade } = this.#product;
    const [permission] = readPermissions(spelled, upgrade?.stops ?? []);
    if (!permission) return spelled;
    return permissionWords(permission, { name: (id) => components.find((each) => each.id === id)?.name ?? id });
  }
}

/**
 * Boxes to tick under a title; not shown while there are none.
 * @template {string} Key
 */
class Choices {
  /** @type {Map<Key, HTMLInputElement>} */
  #boxes = new Map();

  /** @param {string} title */
  constructor(title) {
    this.element = h(
      "fieldset",
      { class: "compat-planner__group", hidden: true },
      h("legend", { class: "compat-planner__legend" }, title),
    );
  }

  /**
   * @param {Key} key
   * @param {string} text
   */
  offer(key, text) {
    if (this.#boxes.has(key)) return;
    const box = h("input", { type: "checkbox" });
    this.#boxes.set(key, box);
    this.element.append(h("label", { class: "compat-planner__choice" }, box, ` ${text}`));
    this.element.hidden = false;
  }

  get chosen() {
    return [...this.#boxes].filter(([, box]) => box.checked).map(([key]) => key);
  }

  /** @param {Key[]} keys */
  set chosen(keys) {
    for (const [key, box] of this.#boxes) box.checked = keys.includes(key);
  }
}
