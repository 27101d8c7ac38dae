// <compat-checker>: which of my versions work together, and where is that written?

import { Compatibility } from "../engine/reasoning/compatibility.js";
import { marks } from "../engine/reasoning/marks.js";
import { addressOf, readAddress, writeAddress } from "./address.js";
import { buildFixes, buildOpens, buildStandings } from "./advice.js";
import { DATA_EVENT, readProduct } from "./data.js";
import { h } from "./dom.js";
import { hint } from "./hint.js";
import { focusAgain, focusedIn } from "./focus.js";
import { Later } from "./later.js";
import { limits } from "./limits.js";
import { markdownOf } from "./markdown.js";
import { Press } from "./press.js";
import { buildNewer, buildParts, buildVerdict, meaning } from "./result.js";
import { Share } from "./share.js";
import { suggestions } from "./suggestions.js";
import { VersionField } from "./version-field.js";
import { VERDICT_WORDS } from "./words.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Answer} Answer
 * @typedef {import("../engine/reasoning/answer.js").Fix} Fix
 * @typedef {import("../engine/reasoning/answer.js").Open} Open
 * @typedef {import("../engine/reasoning/answer.js").Question} Question
 */

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
  #result = h("div", { class: "compat-result" });
  /** What is read out of an answer; all of it would be too much. */
  #said = h("p", { class: "compat-hidden", role: "status" });
  #share = new Share(() => this.#link(), () => this.#asMarkdown());
  #pause = 0;
  /** What is being clicked stays where it is until the click has arrived. */
  #press = new Press(this);
  #later = new Later(() => !this.#press.isHeld);
  /** What was last answered; typing the same again must not replace a link that is being clicked. */
  #answered = "";
  /** The answer shown, as Markdown. */
  #markdown = () => "";
  /** @type {(() => void)[]} */
  #steps = [];

  connectedCallback() {
    document.addEventListener(DATA_EVENT, this);
    window.addEventListener("popstate", this);
    if (!this.#compatibility) this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener(DATA_EVENT, this);
    window.removeEventListener("popstate", this);
    clearTimeout(this.#pause);
    this.#later.cancel();
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
    const form = this.#form(this.#compatibility);
    this.replaceChildren(form, this.#said, this.#result, this.#share.element);
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
          suggestions(product, component),
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
    form.addEventListener("input", () => this.#answerIn(PAUSE));
    // Not at once: the field may be left for a button or a link of the old answer.
    form.addEventListener("change", () => this.#answerIn(0));
    // What the key leads to next has to be there.
    form.addEventListener("keydown", ({ key }) => {
      if (key === "Tab") this.#answerNow();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#answer();
    });
    return form;
  }

  #restore() {
    for (const field of this.#fields) {
      const texts = readAddress(field.component.id);
      if (JSON.stringify(texts) !== JSON.stringify(field.versions)) field.versions = texts;
    }
    this.#answer();
  }

  #clear() {
    for (const field of this.#fields) field.versions = [];
    this.#fields[0]?.focus(0);
    this.#answer();
  }

  /** @param {number} pause In milliseconds. */
  #answerIn(pause) {
    clearTimeout(this.#pause);
    this.#later.cancel();
    this.#pause = window.setTimeout(() => this.#press.released(() => this.#answer()), pause);
  }

  #answerNow() {
    this.#answer();
    if (!this.#later.isDone) this.#later.finish();
  }

  #answer() {
    clearTimeout(this.#pause);
    if (!this.#compatibility) return;
    const texts = this.#texts();
    if (this.#answered === JSON.stringify(texts)) {
      // Typing went there and back.
      if (!this.#later.isDone) this.#later.run(this.#steps);
      return;
    }
    this.#answered = JSON.stringify(texts);
    /** @type {Question} */
    const question = Object.fromEntries(texts);
    const answer = this.#compatibility.ask(question);
    for (const field of this.#fields) {
      field.show(answer.problems.filter(({ component }) => component === field.component.id));
    }
    const focused = focusedIn(this.#result);
    this.#show(question, answer);
    // Browsers take their time over it.
    this.#steps.unshift(() => writeAddress(texts));
    this.#steps.push(() => focusAgain(this.#result, focused));
    this.#later.run(this.#steps);
  }

  /**
   * Tell the tables of the page.
   * @param {Question} question
   * @param {Answer} answer
   */
  #tell(question, answer) {
    const compatibility = /** @type {Compatibility} */ (this.#compatibility);
    const { product } = compatibility;
    /** @type {Checked} */
    const detail = { product, question, answer, marks: marks(compatibility, question) };
    this.dispatchEvent(new CustomEvent(CHECKED_EVENT, { bubbles: true, detail }));
  }

  /** @returns {[id: string, texts: string[]][]} */
  #texts() {
    return this.#fields.map(({ component, versions }) => [component.id, versions]);
  }

  /**
   * Show an answer, and prepare the steps that add what can be done about it.
   * @param {Question} question
   * @param {Answer} answer
   */
  #show(question, answer) {
    const { product } = /** @type {Compatibility} */ (this.#compatibility);
    const { verdict } = answer;
    const opens = h("div");
    const fixes = h("div");
    if (verdict) {
      const limited = verdict === "partial" ? limits(product, answer) : [];
      this.#markdown = () => markdownOf(verdict, answer, limited, this.#link());
      this.#result.replaceChildren(
        ...buildVerdict(verdict, answer, limited),
        fixes,
        ...buildParts(verdict, answer),
        opens,
      );
      this.#say([`${VERDICT_WORDS[verdict]}: ${meaning(verdict, answer)}.`, ...limited]);
    } else {
      const text = this.#hint(question, answer);
      const note = h("p", { class: "compat-hint" }, text);
      this.#markdown = () => this.#link();
      this.#result.replaceChildren(note, ...buildNewer(answer.newer), opens);
      this.#say([text]);
    }
    this.#share.reset(verdict !== null);
    this.#steps = [
      () => this.#tell(question, answer),
      ...this.#fixSteps(question, answer, fixes),
      ...this.#openSteps(question, answer, opens),
    ];
  }

  /** @param {string[]} sentences */
  #say(sentences) {
    const text = sentences.join(" ");
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }

  /**
   * @param {Question} question
   * @param {Answer} answer
   * @param {HTMLElement} place
   */
  #fixSteps(question, { verdict }, place) {
    const compatibility = /** @type {Compatibility} */ (this.#compatibility);
    const { product } = compatibility;
    if (!verdict || verdict === "compatible") return [];
    const buttons = h("div");
    const standings = h("div");
    place.replaceChildren(buttons, standings);
    const steps = [
      () => {
        const fixes = compatibility.fixes(question);
        buttons.replaceChildren(...buildFixes(product, fixes, (fix) => this.#apply(fix)));
      },
    ];
    if (verdict === "incompatible" || verdict === "conflicting") {
      steps.push(() => {
        standings.replaceChildren(...buildStandings(product, compatibility.standings(question)));
      });
    }
    return steps;
  }

  /**
   * @param {Question} question
   * @param {Answer} answer
   * @param {HTMLElement} place
   */
  #openSteps(question, { verdict }, place) {
    const compatibility = /** @type {Compatibility} */ (this.#compatibility);
    const { product } = compatibility;
    const given = product.components.filter(({ id }) => question[id].length);
    const related = new Set(given.flatMap(({ id }) => compatibility.related(id)));
    const empty = product.components.filter(({ id }) => !question[id].length && related.has(id));
    /** @type {Map<string, Open>} */
    const opens = new Map();
    return empty.map(({ id }) => () => {
      const open = compatibility.open(question, id);
      if (open) opens.set(id, open);
      place.replaceChildren(...buildOpens(product, [...opens.values()], verdict));
    });
  }

  #link() {
    return addressOf(this.#texts()).href;
  }

  /** What was typed just now counts as well. */
  #asMarkdown() {
    this.#answer();
    return this.#markdown();
  }

  /**
   * Put what a fix changes into the fields; what was typed since it was shown stays.
   * @param {Fix} fix
   */
  #apply({ moves }) {
    for (const field of this.#fields) {
      const versions = field.versions;
      const own = moves.filter(({ component }) => component === field.component.id);
      for (const { instance, was, now } of own) {
        const at = versions[instance] === was ? instance : versions.indexOf(was);
        versions[at < 0 ? Math.min(instance, versions.length) : at] = now;
      }
      if (own.length) field.versions = versions;
    }
    this.#answer();
    const [first] = moves;
    this.#fields.find(({ component }) => component.id === first.component)?.focus(first.instance);
  }

  /**
   * @param {Question} question
   * @param {Answer} answer
   */
  #hint(question, { problems }) {
    const compatibility = /** @type {Compatibility} */ (this.#compatibility);
    const { components } = compatibility.product;
    const unread = components.filter(({ id }) => problems.some((each) => each.component === id));
    const given = components.filter((each) => question[each.id].length && !unread.includes(each));
    return hint(compatibility, given, unread);
  }
}
