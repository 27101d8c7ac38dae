// <compat-matrix>: marks in a table what a checker on the same page is asked about, and the cell
// that the page's address names.

import { fragment } from "./address.js";
import { CHECKED_EVENT } from "./checker.js";
import { h } from "./dom.js";
import { matchSymbol } from "./match-symbol.js";

/** @typedef {import("./checker.js").Checked} Checked */

const TARGET = "compat-target";
const ROW = "compat-row";

/** @type {{set: "rows" | "listed" | "partly" | "excluded", words: string}[]} */
const MARKS = [
  { set: "rows", words: "your version" },
  { set: "listed", words: "lists your version" },
  { set: "partly", words: "lists a part of your versions" },
  { set: "excluded", words: "does not list your version" },
];

export class CompatMatrix extends HTMLElement {
  /** @type {ResizeObserver | null} */
  #resizes = null;

  connectedCallback() {
    document.addEventListener(CHECKED_EVENT, this);
    window.addEventListener("hashchange", this);
    window.addEventListener("popstate", this);
    this.#resizes = new ResizeObserver(() => this.#letKeyboardScroll());
    this.#resizes.observe(this);
    this.#highlight();
  }

  disconnectedCallback() {
    document.removeEventListener(CHECKED_EVENT, this);
    window.removeEventListener("hashchange", this);
    window.removeEventListener("popstate", this);
    this.#resizes?.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type !== CHECKED_EVENT) this.#highlight();
    else this.#mark(/** @type {CustomEvent<Checked>} */ (event).detail);
  }

  /** The cells by their anchors; a copy of a table names them without taking their ids. */
  #cells() {
    const cells = this.querySelectorAll("td, th");
    return [...cells].map((cell) => {
      const { id, dataset } = /** @type {HTMLElement} */ (cell);
      return { cell, anchor: dataset.compatCell ?? id };
    });
  }

  /** @param {Checked} checked */
  #mark({ product, marks }) {
    if (!product.tables.some(({ id }) => id === this.dataset.compatTable)) return;
    for (const old of this.querySelectorAll(".compat-mark")) old.remove();
    for (const row of this.querySelectorAll(`.${ROW}`)) row.classList.remove(ROW);
    for (const { cell, anchor } of this.#cells()) {
      const mark = MARKS.find(({ set }) => marks[set].has(anchor));
      for (const { set } of MARKS) cell.classList.toggle(`compat-cell--${set}`, set === mark?.set);
      if (!mark) continue;
      if (mark.set === "rows") cell.closest("tr")?.classList.add(ROW);
      cell.append(
        h("span", { class: "compat-mark", role: "img", "aria-label": mark.words }, matchSymbol(mark.set)),
      );
    }
    this.#letKeyboardScroll();
  }

  #highlight() {
    const named = fragment();
    for (const { cell, anchor } of this.#cells()) {
      cell.classList.toggle(TARGET, anchor !== "" && anchor === named);
    }
  }

  /** A table wider than its place must be within reach of the arrow keys, whatever scrolls it. */
  #letKeyboardScroll() {
    /** @type {HTMLElement | null} */
    let box = this.querySelector("table");
    for (; box && this.contains(box); box = box.parentElement) {
      const isScrolled = box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible";
      if (isScrolled) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  }
}
