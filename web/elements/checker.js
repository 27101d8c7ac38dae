// <compat-checker>: which of my versions work together, and where is that written?

import { Compatibility } from "../engine/reasoning/compatibility.js";
import { marks } from "../engine/reasoning/marks.js";
import { versionsMentioned } from "../engine/reasoning/mentioned.js";
import { readAddress, writeAddress } from "./address.js";
import { DATA_EVENT, readProduct } from "./data.js";
import { h } from "./dom.js";
import { hint } from "./hint.js";
import { buildResult } from "./result.js";
import { VersionField } from "./version-field.js";

/** @typedef {import("../engine/reasoning/answer.js").Question} Question */

// A pause in typing after which the answer is given, so that it is not read out letter by letter.
const PAUSE = 250;

/** Fired when a question has been answered; `detail` is a `Checked`. */
export const CHECKED_EVENT = "compat-checked";

/**
 * @typedef {object} Checked
 * @property {import("../engine/reasoning/payload.js").Product} product
 * @property {Question} question
 * @property {import("../engine/reasoning/answer.js").Answer} answer
 * @property {import("../engine/reasoning/answer.js").Marks} marks
 */

let instances = 0;

export class CompatChecker extends HTMLElement {
  /** @type {Compatibility | null} */
  #compatibility = null;
  /** @type {VersionField[]} */
  #fields = [];
  #result = h("div", { class: "compat-result", role: "status", "aria-live": "polite" });
  #pause = 0;
  /** What was last answered; typing the same again must not replace a link that is being clicked. */
  #answered = "";

  connectedCallback() {
    document.addEventListener(DATA_EVENT, this);
    window.addEventListener("popstate", this);
    if (!this.#compatibility) this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener(DATA_EVENT, this);
    window.removeEventListener("popstate", this);
    clearTimeout(this.#pause);
  }

  /** @param {Event} event */
  handleEvent({ type }) {
    if (type === DATA_EVENT && !this.#compatibility) this.#start();
    if (type === "popstate" && this.#compatibility) this.#restore();
  }

  /** Replace the static content with the form, once the data is there and can be used. */
  #start() {
    try {
      const product = readProduct(this);
      if (!product) return;
      this.#compatibility = new Compatibility(product);
    } catch (error) {
      this.#giveUp(error);
      return;
    }
    this.replaceChildren(this.#form(this.#compatibility), this.#result);
    // Later than the other elements of this page, which listen for the answer.
    queueMicrotask(() => this.#restore());
  }

  /** @param {unknown} error */
  #giveUp(error) {
    console.warn("compat-checker:", error);
    if (this.querySelector(".compat-checker__failure")) return;
    const text = "The checker cannot run here, because its data cannot be read.";
    this.append(h("p", { class: "compat-checker__failure" }, text));
  }

  /** @param {Compatibility} compatibility */
  #form(compatibility) {
    const number = ++instances;
    const { product } = compatibility;
    this.#fields = product.components.map(
      (component, at) =>
        new VersionField(component, `compat-checker-${number}-${at}`, () =>
          versionsMentioned(product, component),
        ),
    );
    const clear = h("button", { class: "compat-checker__clear", type: "button" }, "Clear");
    clear.addEventListener("click", () => this.#clear());
    const form = h(
      "form",
      { class: "compat-checker__form", autocomplete: "off" },
      h(
        "fieldset",
        { class: "compat-checker__fieldset" },
        h("legend", { class: "compat-checker__legend" }, "Check your versions"),
        clear,
        h("div", { class: "compat-checker__fields" }, ...this.#fields.map(({ element }) => element)),
      ),
    );
    form.addEventListener("input", () => this.#answerSoon());
    form.addEventListener("change", () => this.#answer());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#answer();
    });
    return form;
  }

  #restore() {
    for (const field of this.#fields) field.text = readAddress(field.component.id);
    this.#answer();
  }

  #clear() {
    for (const field of this.#fields) field.text = "";
    this.#fields[0]?.input.focus();
    this.#answer();
  }

  #answerSoon() {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#answer(), PAUSE);
  }

  #answer() {
    clearTimeout(this.#pause);
    const texts = this.#fields.map(({ component, text }) => [component.id, text]);
    if (!this.#compatibility || this.#answered === JSON.stringify(texts)) return;
    this.#answered = JSON.stringify(texts);
    /** @type {Question} */
    const question = Object.fromEntries(
      this.#fields.map(({ component, versions }) => [component.id, versions]),
    );
    const answer = this.#compatibility.ask(question);
    for (const field of this.#fields) {
      const own = answer.problems.filter(({ component }) => component === field.component.id);
      field.show(own.map(({ message }) => message));
    }
    this.#result.replaceChildren(...this.#content(question, answer));
    writeAddress(texts);
    /** @type {Checked} */
    const detail = {
      product: this.#compatibility.product,
      question,
      answer,
      marks: marks(this.#compatibility, question),
    };
    this.dispatchEvent(new CustomEvent(CHECKED_EVENT, { bubbles: true, detail }));
  }

  /**
   * @param {Question} question
   * @param {import("../engine/reasoning/answer.js").Answer} answer
   */
  #content(question, { verdict, pairs, problems }) {
    if (verdict) return buildResult(verdict, pairs);
    const compatibility = /** @type {Compatibility} */ (this.#compatibility);
    const { components } = compatibility.product;
    const unread = components.filter(({ id }) => problems.some((each) => each.component === id));
    const given = components.filter((each) => question[each.id].length && !unread.includes(each));
    return [h("p", { class: "compat-hint" }, hint(compatibility, given, unread))];
  }
}
