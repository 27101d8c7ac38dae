// One field of the checker: the versions of one component, typed or chosen, one input for each
// instance that runs side by side.

import { h } from "./dom.js";

/** @typedef {import("../engine/reasoning/payload.js").Component} Component */

// More than anybody runs side by side; keeps a stray paste out of the address.
const LONGEST = 200;
const MOST_INPUTS = 16;

export class VersionField {
  /** @type {HTMLInputElement[]} */
  #inputs = [];
  #list = h("div", { class: "compat-field__inputs" });
  #label;
  #problem;
  #choices;
  #id;
  /** How many inputs were ever made, for ids of their own. */
  #made = 0;

  /**
   * @param {Component} component
   * @param {string} id Unique on the page.
   * @param {() => string[]} suggest Returns the versions to choose from; called once, when needed.
   * @param {object} [more]
   * @param {(Node | string)[]} [more.label] What stands above it, where that is not the name alone.
   * @param {boolean} [more.isSingle] Whether there is only one instance.
   */
  constructor(component, id, suggest, { label = [component.name], isSingle = false } = {}) {
    this.component = component;
    this.#id = id;
    this.#problem = h("p", { class: "compat-field__problem", id: `${id}-problem` });
    this.#choices = h("datalist", { id: `${id}-versions` });
    const fill = () =>
      this.#choices.append(...suggest().map((version) => h("option", { value: version })));
    this.#list.addEventListener("focusin", fill, { once: true });
    this.#label = h("label", { class: "compat-field__label" }, ...label);
    const add = h(
      "button",
      { class: "compat-field__add", type: "button", title: `Add another ${component.name}` },
      h("span", { "aria-hidden": "true" }, "+"),
      h("span", { class: "compat-hidden" }, `Add another ${component.name}`),
    );
    add.addEventListener("click", () => this.#add().focus());
    this.#add();
    this.element = h(
      "div",
      { class: "compat-field" },
      h("div", { class: "compat-field__head" }, this.#label, ...(isSingle ? [] : [add])),
      this.#list,
      h("div", {}, this.#choices, this.#problem),
    );
  }

  /** The input of the first instance. */
  get input() {
    return this.#inputs[0];
  }

  /** The versions typed, one for each instance; a comma divides them as well. */
  get versions() {
    return this.#inputs.flatMap(({ value }) =>
      value.split(",").map((version) => version.trim()).filter(Boolean),
    );
  }

  set versions(versions) {
    const rest = versions.slice(MOST_INPUTS - 1).join(", ");
    const texts = [...versions.slice(0, MOST_INPUTS - 1), ...(rest ? [rest] : [])];
    while (this.#inputs.length > Math.max(texts.length, 1)) this.#remove(this.#inputs.length - 1);
    while (this.#inputs.length < texts.length) this.#add();
    this.#inputs.forEach((input, at) => {
      input.value = texts[at] ?? "";
    });
  }

  /** @param {number} instance Its number among the versions. */
  focus(instance) {
    this.#inputs[Math.min(instance, this.#inputs.length - 1)].focus();
  }

  /**
   * Show what is wrong with the versions typed; nothing when nothing is.
   * @param {{text: string, message: string}[]} problems
   */
  show(problems) {
    const text = problems.map(({ message }) => message).join(" ");
    if (this.#problem.textContent !== text) this.#problem.textContent = text;
    for (const input of this.#inputs) {
      const own = input.value.split(",").map((version) => version.trim());
      const isWrong = problems.some((problem) => own.includes(problem.text.trim()));
      if (isWrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  #add() {
    const input = h("input", {
      class: "compat-field__input",
      id: `${this.#id}-${++this.#made}`,
      type: "text",
      list: this.#choices.id,
      maxlength: LONGEST,
      autocomplete: "off",
      autocapitalize: "none",
      autocorrect: "off",
      spellcheck: "false",
      "aria-describedby": this.#problem.id,
    });
    const remove = h("button", { class: "compat-field__remove", type: "button" });
    remove.append(h("span", { "aria-hidden": "true" }, "×"), h("span", { class: "compat-hidden" }));
    remove.addEventListener("click", () => {
      const at = this.#inputs.indexOf(input);
      this.#remove(at);
      this.focus(Math.max(at - 1, 0));
      this.#list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    this.#inputs.push(input);
    this.#list.append(h("div", { class: "compat-field__instance" }, input, remove));
    this.#name();
    return input;
  }

  /** @param {number} at */
  #remove(at) {
    const [input] = this.#inputs.splice(at, 1);
    input.parentElement?.remove();
    this.#name();
  }

  /** Give every input and its button their names; one alone is named by the label. */
  #name() {
    const isFleet = this.#inputs.length > 1;
    this.#label.htmlFor = this.#inputs[0].id;
    this.#inputs.forEach((input, at) => {
      const name = `${this.component.name}, instance ${at + 1}`;
      if (isFleet) input.setAttribute("aria-label", name);
      else input.removeAttribute("aria-label");
      const remove = /** @type {HTMLButtonElement} */ (input.nextElementSibling);
      remove.hidden = !isFleet;
      remove.title = `Remove ${name}`;
      /** @type {Element} */ (remove.lastElementChild).textContent = remove.title;
    });
  }
}
