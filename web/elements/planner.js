// <compat-upgrade>: how do I get from what I run to what I want? The planner stands above the guide
// that needs no script.

import { addressOf, writeAddress } from "./address.js";
import { DATA_EVENT, readProduct } from "./data.js";
import { h } from "./dom.js";
import { focusAgain, focusedIn } from "./focus.js";
import { LONGEST, PlanMaker } from "./plan-maker.js";
import { PlanShown } from "./plan-shown.js";
import { PlannerForm } from "./planner-form.js";
import { WishAddress } from "./planner-wish.js";
import { Press } from "./press.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/planning/plan.js").Permission} Permission
 * @typedef {import("./plan-work.js").Delivery} Delivery
 * @typedef {import("./planner-wish.js").Wish} Wish
 */

// A pause in typing after which a plan is made.
const PAUSE = 300;
// What takes longer is announced.
const LONG = 400;

const NOTHING = "Say which versions you run and which you want, and every step on the way is listed here.";
const NO_TARGET = "Now say which versions you want. What has none stays as it is.";
const NO_START = "There is no plan while it is not said from which version to start.";
const UNREAD = "There is no plan while a version cannot be read.";

let instances = 0;

export class CompatUpgrade extends HTMLElement {
  /** @type {PlanMaker | null} */
  #maker = null;
  /** @type {PlannerForm | null} */
  #form = null;
  /** @type {WishAddress | null} */
  #address = null;
  /** @type {PlanShown | null} */
  #shown = null;
  #root = h("div", { class: "compat-checker compat-planner" });
  #result = h("div", { class: "compat-result", tabindex: -1 });
  #working = h("p", { class: "compat-hint compat-planner__working", role: "status" });
  #said = h("p", { class: "compat-hidden", role: "status" });
  #press = new Press(this);
  #pause = 0;
  #patience = 0;
  /** What was last planned for. */
  #wanted = "";

  connectedCallback() {
    document.addEventListener(DATA_EVENT, this);
    window.addEventListener("popstate", this);
    if (this.#form) this.#plan();
    else this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener(DATA_EVENT, this);
    window.removeEventListener("popstate", this);
    clearTimeout(this.#pause);
    clearTimeout(this.#patience);
    this.#maker?.stop();
    this.#wanted = "";
  }

  /** @param {Event} event */
  handleEvent({ type }) {
    if (type === DATA_EVENT && !this.#form) this.#start();
    if (type === "popstate" && this.#form) this.#restore();
  }

  /** Put the planner above the guide, once the data is there and can be used. */
  #start() {
    try {
      const product = readProduct(this);
      const offered = product ? this.#offered(product) : [];
      if (!product || !offered.length) return;
      this.#maker = new PlanMaker(product);
      this.#address = new WishAddress(product, this.#number());
      this.#form = new PlannerForm(product, offered, `compat-planner-${++instances}`);
      this.#shown = new PlanShown(product, () => this.#link(), (permission) => this.#grant(permission));
    } catch (error) {
      // The guide is there all the same.
      console.warn("compat-upgrade:", error);
      return;
    }
    this.#listen(this.#form.element);
    this.#root.replaceChildren(this.#form.element, this.#working, this.#said, this.#result);
    this.prepend(this.#root);
    this.#restore();
  }

  /**
   * Return the components that the author offers here: all where none are named.
   * @param {Product} product
   */
  #offered({ components }) {
    const named = (this.getAttribute("component") ?? "").split(/\s+/).filter(Boolean);
    return named.length ? components.filter(({ id }) => named.includes(id)) : components;
  }

  /** Which planner of the page this is, so that several do not mix. */
  #number() {
    return Math.max([...document.querySelectorAll(this.localName)].indexOf(this), 0);
  }

  /** @param {HTMLElement} form */
  #listen(form) {
    form.addEventListener("input", () => this.#planIn(PAUSE));
    form.addEventListener("change", () => this.#planIn(0));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#plan();
    });
  }

  #restore() {
    const { address, form } = this.#parts();
    form.wish = address.read();
    this.#plan();
  }

  /** @param {number} pause In milliseconds. */
  #planIn(pause) {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => this.#press.released(() => this.#plan()), pause);
  }

  #plan() {
    clearTimeout(this.#pause);
    const { maker, form, address } = this.#parts();
    const { wish } = form;
    const wanted = JSON.stringify(wish);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    form.refresh();
    writeAddress(address.write(wish));
    const isRunning = Object.values(wish.start).some((versions) => versions.length);
    if (isRunning && Object.keys(wish.target).length) {
      this.#wait(maker.standstill > LONG);
      maker.make(wish).then((made) => this.#press.released(() => this.#deliver(made, wish, wanted)));
    } else {
      maker.stop();
      this.#hint(isRunning ? NO_TARGET : NOTHING);
    }
  }

  /**
   * Show that something is going on, once it takes long.
   * @param {boolean} isSure Whether it will.
   */
  #wait(isSure) {
    clearTimeout(this.#patience);
    const show = () => {
      this.#working.textContent = "Working…";
      this.#result.setAttribute("aria-busy", "true");
    };
    if (isSure) show();
    else this.#patience = window.setTimeout(show, LONG);
  }

  #waited() {
    clearTimeout(this.#patience);
    this.#working.textContent = "";
    this.#result.removeAttribute("aria-busy");
  }

  /**
   * Show what came of it, unless something else is wanted meanwhile.
   * @param {Delivery | "given up"} made
   * @param {Wish} wish
   * @param {string} wanted
   */
  #deliver(made, wish, wanted) {
    if (wanted !== this.#wanted) return;
    const { form, shown } = this.#parts();
    if (made === "given up") {
      this.#hint(`No plan was found within ${LONGEST / 1000} seconds. Plan for fewer components, or for a nearer version.`);
    } else if ("failed" in made) {
      console.warn("compat-upgrade:", made.failed);
      this.#hint("The planner cannot plan this, because its data cannot be used.");
    } else if (made.found.kind === "unreadable") {
      const { problems } = made.found;
      this.#hint(problems.some(({ text }) => text) ? UNREAD : NO_START);
      form.show(problems);
    } else {
      this.#waited();
      form.show([]);
      form.ask(made.found.questions);
      const focused = focusedIn(this.#result);
      this.#say(shown.show(made.found, wish));
      this.#result.replaceChildren(...shown.elements);
      focusAgain(this.#result, focused);
    }
  }

  /** @param {string} text */
  #hint(text) {
    const { form } = this.#parts();
    this.#waited();
    form.show([]);
    form.ask([]);
    this.#result.replaceChildren(h("p", { class: "compat-hint" }, text));
    this.#say(text);
  }

  /** @param {string} text */
  #say(text) {
    if (this.#said.textContent !== text) this.#said.textContent = text;
  }

  #link() {
    const { form, address } = this.#parts();
    return addressOf(address.write(form.wish)).href;
  }

  /** @param {Permission} permission */
  #grant(permission) {
    const { form } = this.#parts();
    this.#result.focus();
    form.grant(permission);
    this.#plan();
  }

  #parts() {
    const [maker, form, address, shown] = [this.#maker, this.#form, this.#address, this.#shown];
    if (!maker || !form || !address || !shown) throw new Error("The planner has not begun");
    return { maker, form, address, shown };
  }
}
