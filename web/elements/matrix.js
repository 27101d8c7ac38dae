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
  #resizes = new ResizeObserver(() => this.#letKeyboardScroll());
  /** Themes wrap tables when the page is ready, and then it is the wrapper that scrolls. */
  #wraps = new MutationObserver(() => this.#measure());
  /** @type {Map<string, Element[]> | null} */
  #places = null;
  /** What takes the present marks away. @type {(() => void)[]} */
  #undo = [];

  connectedCallback() {
    document.addEventListener(CHECKED_EVENT, this);
    window.addEventListener("hashchange", this);
    window.addEventListener("popstate", this);
    this.#wraps.observe(this, { childList: true });
    this.#measure();
    this.#highlight();
  }

  disconnectedCallback() {
    document.removeEventListener(CHECKED_EVENT, this);
    window.removeEventListener("hashchange", this);
    window.removeEventListener("popstate", this);
    this.#resizes.disconnect();
    this.#wraps.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type !== CHECKED_EVENT) this.#highlight();
    else this.#mark(/** @type {CustomEvent<Checked>} */ (event).detail);
  }

  /**
   * The cells by their anchors, or the items of a list; a copy of a table names them without taking
   * their ids.
   */
  #cells() {
    const cells = this.querySelectorAll("td, th, li");
    return [...cells].map((cell) => {
      const { id, dataset } = /** @type {HTMLElement} */ (cell);
      return { cell, anchor: dataset.compatCell ?? id };
    });
  }

  /** @param {Checked} checked */
  #mark({ product, marks }) {
    if (!product.tables.some(({ id }) => id === this.dataset.compatTable)) return;
    for (const undo of this.#undo.splice(0)) undo();
    this.#places ??= this.#byAnchor();
    for (const { set, words } of MARKS) {
      for (const anchor of marks[set]) {
        for (const cell of this.#places.get(anchor) ?? []) this.#markCell(cell, set, words);
      }
    }
  }

  /**
   * @param {Element} cell
   * @param {"rows" | "listed" | "partly" | "excluded"} set
   * @param {string} words
   */
  #markCell(cell, set, words) {
    // The first of the sets that have the cell counts.
    if (cell.querySelector(".compat-mark")) return;
    const mark = h("span", { class: "compat-mark", role: "img", "aria-label": words }, matchSymbol(set));
    const row = set === "rows" ? cell.closest("tr") : null;
    cell.classList.add(`compat-cell--${set}`);
    row?.classList.add(ROW);
    // Beside the versions, in front of the links to their guides.
    cell.insertBefore(mark, cell.querySelector(":scope > .compat-guides"));
    this.#undo.push(() => {
      mark.remove();
      cell.classList.remove(`compat-cell--${set}`);
      row?.classList.remove(ROW);
    });
  }

  /** A table may have thousands of cells, so they are looked up once. */
  #byAnchor() {
    /** @type {Map<string, Element[]>} */
    const places = new Map();
    for (const { cell, anchor } of this.#cells()) {
      if (anchor) places.set(anchor, [...(places.get(anchor) ?? []), cell]);
    }
    return places;
  }

  #highlight() {
    const named = fragment();
    for (const old of this.querySelectorAll(`.${TARGET}`)) old.classList.remove(TARGET);
    if (!named) return;
    const { cell } = this.#cells().find(({ anchor }) => anchor === named) ?? {};
    cell?.classList.add(TARGET);
  }

  /**
   * Measure once it is laid out, and again whenever the table, what is in it, or what is around it
   * changes its size: themes change their fonts and their columns, and marks need room.
   */
  #measure() {
    this.#resizes.disconnect();
    for (const box of this.#boxes()) this.#resizes.observe(box);
    for (const part of this.querySelectorAll("thead, tbody")) this.#resizes.observe(part);
  }

  /** The table and everything between it and this element, which comes last. */
  #boxes() {
    /** @type {HTMLElement[]} */
    const boxes = [];
    /** @type {HTMLElement | null} */
    let box = this.querySelector("table");
    for (; box && this.contains(box); box = box.parentElement) boxes.push(box);
    return boxes;
  }

  /** A table wider than its place must be within reach of the arrow keys, whatever scrolls it. */
  #letKeyboardScroll() {
    for (const box of this.#boxes()) {
      const isScrolled = box.scrollWidth > box.clientWidth && getComputedStyle(box).overflowX !== "visible";
      if (isScrolled) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    }
  }
}
