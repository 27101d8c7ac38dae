// Questions on which a plan depends; they are asked only where the way crosses what they decide.

import { h } from "./dom.js";

/** @typedef {import("../engine/reasoning/payload.js").Question} Question */

/** @type {readonly [answer: boolean | null, words: string][]} */
const CHOICES = [
  [true, "yes"],
  [false, "no"],
  [null, "not sure"],
];

export class PlannerQuestions {
  /** @type {Record<string, boolean>} */
  #answers = {};
  #id;
  /** The ids of those that are shown. */
  #shown = "";

  /** @param {string} id Unique on the page. */
  constructor(id) {
    this.#id = id;
    this.element = h("div", { class: "compat-planner__questions", hidden: true });
    this.element.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#note(target);
    });
  }

  /** By question; those that nobody is sure of are left out. */
  get answers() {
    return { ...this.#answers };
  }

  set answers(answers) {
    if (JSON.stringify(answers) === JSON.stringify(this.#answers)) return;
    this.#answers = { ...answers };
    this.#shown = "";
  }

  /**
   * Ask these questions and no others; answers to others are kept.
   * @param {Question[]} questions
   */
  ask(questions) {
    const shown = JSON.stringify(questions.map(({ id }) => id));
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.hidden = !questions.length;
    if (!questions.length) {
      this.element.replaceChildren();
      return;
    }
    const intro = "Part of the way depends on your answers. “Not sure” counts as “yes”, which is the safe side.";
    this.element.replaceChildren(
      h("p", { class: "compat-planner__intro" }, intro),
      ...questions.map((question, at) => this.#build(question, `${this.#id}-question-${at}`)),
    );
  }

  /** @param {Question} question @param {string} name */
  #build({ id, text }, name) {
    const given = this.#answers[id] ?? null;
    const choices = CHOICES.map(([answer, words]) => {
      const value = answer === null ? "" : String(answer);
      const input = h("input", { type: "radio", name, value, "data-question": id });
      input.checked = given === answer;
      return h("label", { class: "compat-planner__choice" }, input, ` ${words}`);
    });
    return h(
      "fieldset",
      { class: "compat-planner__group" },
      h("legend", { class: "compat-planner__legend" }, text),
      ...choices,
    );
  }

  /** @param {HTMLInputElement} input */
  #note({ value, dataset: { question = "" } }) {
    const { [question]: _, ...others } = this.#answers;
    this.#answers = value ? { ...others, [question]: value === "true" } : others;
  }
}
