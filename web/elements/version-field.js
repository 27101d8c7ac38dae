// One field of the checker: the versions of one component, typed or chosen.

import { h } from "./dom.js";

/** @typedef {import("../engine/reasoning/payload.js").Component} Component */

// More than anybody runs side by side; keeps a stray paste out of the address.
const LONGEST = 200;

export class VersionField {
  /** @type {HTMLElement} */
  #problem;

  /**
   * @param {Component} component
   * @param {string} id Unique on the page.
   * @param {() => string[]} suggest Returns the versions to choose from; called once, when needed.
   */
  constructor(component, id, suggest) {
    this.component = component;
    const problem = `${id}-problem`;
    const choices = h("datalist", { id: `${id}-versions` });
    this.input = h("input", {
      class: "compat-field__input",
      id,
      type: "text",
      list: choices.id,
      maxlength: LONGEST,
      autocomplete: "off",
      autocapitalize: "none",
      autocorrect: "off",
      spellcheck: "false",
      "aria-describedby": problem,
    });
    this.#problem = h("p", { class: "compat-field__problem", id: problem });
    const fill = () => choices.append(...suggest().map((version) => h("option", { value: version })));
    this.input.addEventListener("focus", fill, { once: true });
    this.element = h(
      "div",
      { class: "compat-field" },
      h("label", { class: "compat-field__label", for: id }, component.name),
      this.input,
      choices,
      this.#problem,
    );
  }

  get text() {
    return this.input.value.trim();
  }

  set text(text) {
    this.input.value = text;
  }

  /** The versions typed; several run side by side. */
  get versions() {
    return this.text.split(",").map((version) => version.trim()).filter(Boolean);
  }

  /**
   * Show what is wrong with the versions typed; nothing when nothing is.
   * @param {string[]} messages
   */
  show(messages) {
    const text = messages.join(" ");
    if (this.#problem.textContent !== text) this.#problem.textContent = text;
    if (text) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }
}
