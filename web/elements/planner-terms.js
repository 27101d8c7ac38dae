// The terms of a plan that a reader can choose: what to have least of, what may be accepted, and
// what must go on working.

import { h } from "./dom.js";
import { ACCEPTABLE, OBJECTIVES } from "./planner-wish.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Component} Component
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/planning/plan.js").Objective} Objective
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

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
  /** @type {Map<Verdict, HTMLInputElement>} */
  #accept;
  /** @type {Map<string, HTMLInputElement>} */
  #working;
  #more;

  /** @param {Component[]} components Those that are offered. */
  constructor(components) {
    this.#accept = new Map(ACCEPTABLE.map((verdict) => [verdict, h("input", { type: "checkbox" })]));
    this.#working = new Map(components.map(({ id }) => [id, h("input", { type: "checkbox" })]));
    const accepted = [...this.#accept].map(([verdict, box]) => choice(box, ACCEPT_WORDS[verdict] ?? verdict));
    const working = components.map(({ id, name }) => choice(/** @type {HTMLInputElement} */ (this.#working.get(id)), name));
    this.#more = h(
      "details",
      { class: "compat-rest compat-planner__more" },
      h("summary", {}, "Conditions"),
      group("Also accept", accepted),
      group("Never stop", working),
    );
    this.elements = [
      h("label", { class: "compat-planner__objective" }, "The way with the ", this.#objective),
      this.#more,
    ];
  }

  /** @returns {Pick<Wish, "objective" | "accept" | "noDowntime">} */
  get values() {
    return {
      objective: OBJECTIVES.find((each) => each === this.#objective.value) ?? OBJECTIVES[0],
      accept: chosen(this.#accept),
      noDowntime: chosen(this.#working),
    };
  }

  /** @param {Pick<Wish, "objective" | "accept" | "noDowntime">} values */
  set values({ objective, accept, noDowntime }) {
    this.#objective.value = objective;
    for (const [verdict, box] of this.#accept) box.checked = accept.includes(verdict);
    for (const [id, box] of this.#working) box.checked = noDowntime.includes(id);
    if (accept.length || noDowntime.length) this.#more.open = true;
  }
}

/** @template Key @param {Map<Key, HTMLInputElement>} boxes */
const chosen = (boxes) => [...boxes].filter(([, box]) => box.checked).map(([key]) => key);

/** @param {HTMLInputElement} box @param {string} text */
const choice = (box, text) => h("label", { class: "compat-planner__choice" }, box, ` ${text}`);

/** @param {string} title @param {HTMLElement[]} choices */
const group = (title, choices) =>
  h(
    "fieldset",
    { class: "compat-planner__group" },
    h("legend", { class: "compat-planner__legend" }, title),
    ...choices,
  );
