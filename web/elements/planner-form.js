// What the planner is told: versions, terms, and answers to questions.

import { spell } from "../engine/planning/permission.js";
import { h } from "./dom.js";
import { PlannerFields } from "./planner-fields.js";
import { PlannerQuestions } from "./planner-questions.js";
import { PlannerTerms } from "./planner-terms.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Problem} Problem
 * @typedef {import("../engine/reasoning/payload.js").Component} Component
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/reasoning/payload.js").Question} Question
 * @typedef {import("../engine/planning/plan.js").Permission} Permission
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

export class PlannerForm {
  #fields;
  #terms;
  #questions;
  #newest = h("button", { class: "compat-button", type: "button" }, "Take the newest");

  /**
   * @param {Product} product
   * @param {Component[]} components Those that are offered.
   * @param {string} id Unique on the page.
   */
  constructor(product, components, id) {
    this.#fields = new PlannerFields(product, components, id);
    this.#terms = new PlannerTerms(product, components);
    this.#questions = new PlannerQuestions(id);
    const clear = h("button", { class: "compat-checker__clear", type: "button" }, "Clear");
    clear.addEventListener("click", () => this.#clear());
    this.#newest.addEventListener("click", () => {
      this.#fields.takeNewest();
      this.#changed();
    });
    this.element = h(
      "form",
      { class: "compat-checker__form", autocomplete: "off" },
      h(
        "fieldset",
        { class: "compat-checker__fieldset" },
        h("legend", { class: "compat-checker__legend" }, "Plan your upgrade"),
        clear,
        this.#fields.element,
        h("div", { class: "compat-planner__terms" }, this.#newest, ...this.#terms.elements),
      ),
      this.#questions.element,
    );
    this.refresh();
  }

  /** @returns {Wish} */
  get wish() {
    const { start, target } = this.#fields;
    return { start, target, answers: this.#questions.answers, ...this.#terms.values };
  }

  set wish(wish) {
    this.#fields.fill(wish.start, wish.target);
    this.#fields.propose();
    this.#terms.values = wish;
    this.#questions.answers = wish.answers;
    this.refresh();
  }

  /** Offer what can be done with what is typed. */
  refresh() {
    this.#newest.hidden = !this.#fields.canTakeNewest;
  }

  /** @param {Question[]} questions Those that matter now. */
  ask(questions) {
    this.#questions.ask(questions);
  }

  /** @param {Problem[]} problems */
  show(problems) {
    this.#fields.show(problems);
  }

  /**
   * Allow what would open a way.
   * @param {Permission} permission
   */
  grant(permission) {
    const { kind, component, now } = permission;
    const spelled = spell(permission);
    const { values } = this.#terms;
    if (kind === "move" && component !== null && now !== null) this.#fields.want(component, now);
    if (kind === "downtime") {
      this.#terms.values = { ...values, noDowntime: values.noDowntime.filter((id) => id !== component) };
    }
    if (spelled !== null) this.#terms.values = { ...values, allow: [...values.allow, spelled] };
    if (kind === "untested" || kind === "unstated") {
      this.#terms.values = { ...values, accept: [...values.accept, kind] };
    }
  }

  #clear() {
    this.#fields.clear();
    this.#terms.values = { objective: "downtime", accept: [], noDowntime: [], allow: [] };
    this.#questions.answers = {};
    this.#changed();
  }

  #changed() {
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
