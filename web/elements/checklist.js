// The hops of a plan as a checklist: each with what there is to do, and folded, why it is allowed.

import { h } from "./dom.js";
import { buildNote, foldedNotes, pageLink } from "./plan-view.js";
import { MODES, changeClass, hops as counted, route } from "./plan-words.js";

/**
 * @typedef {import("../engine/planning/plan.js").Hop} Hop
 * @typedef {import("./plan-notes.js").Kind} Kind
 * @typedef {import("./plan-notes.js").Note} Note
 * @typedef {import("./planned.js").Planned} Planned
 * @typedef {import("./progress.js").Progress} Progress
 */

// What is known about a hop, in the order in which a page shows it; the rest is folded.
/** @type {readonly Kind[]} */
const TOLD = ["why", "stop", "no-return", "optional", "breaking", "guide", "back"];
/** @type {readonly Kind[]} */
const TO_DO = ["tasks", "wait", "check"];

const NO_BACK = "No way back is stated for any of these hops.";

// How a hop is made explains itself in these modes.
const PLAIN = new Set(["rolling", "in-one-go"]);

export class Checklist {
  #progress;
  #planned;
  #count = h("span", { role: "status" });
  #again = h("button", { class: "compat-button", type: "button" }, "Start again");
  /** @type {Map<string, HTMLInputElement>} */
  #boxes = new Map();
  /** Whether it is told once that no way back is known. */
  #isNoBack;
  #list;

  /**
   * @param {Planned} planned
   * @param {Note[]} notes One for each hop.
   * @param {Progress} progress
   */
  constructor(planned, notes, progress) {
    this.#planned = planned;
    this.#progress = progress;
    const back = notes.flatMap(({ inner }) => inner.filter(({ kind }) => kind === "back" || kind === "no-return"));
    this.#isNoBack = back.length > 0 && back.every(isUnstated);
    this.#list = h(
      "ol",
      { class: "compat-hops" },
      ...notes.map((note, number) => this.#hop(planned.result.hops[number], note, number)),
    );
    this.#again.addEventListener("click", () => this.#startAgain());
    this.element = h(
      "div",
      { class: "compat-checklist" },
      h("div", { class: "compat-checklist__head" }, this.#count, this.#again),
      this.#list,
      ...(this.#isNoBack ? [h("p", { class: "compat-checklist__end" }, NO_BACK)] : []),
    );
    this.element.addEventListener("change", ({ target }) => {
      const [item] = [...this.#boxes].find(([, box]) => box === target) ?? [];
      if (item !== undefined) this.#tick(item);
    });
    this.#show();
  }

  /** @param {string} item */
  #tick(item) {
    this.#progress.set(item, this.#boxes.get(item)?.checked ?? false);
    this.#show();
  }

  #startAgain() {
    this.#progress.clear();
    for (const box of this.#boxes.values()) box.checked = false;
    this.#show();
    this.#boxes.values().next().value?.focus();
  }

  #show() {
    const { hops } = this.#planned.result;
    const done = hops.filter((_, number) => this.#progress.has(String(number + 1))).length;
    const text = `${done} of ${counted(hops.length)} done`;
    if (this.#count.textContent !== text) this.#count.textContent = text;
    this.#again.hidden = this.#progress.isEmpty;
    [...this.#list.children].forEach((item, number) => {
      item.classList.toggle("compat-hop--done", this.#progress.has(String(number + 1)));
    });
  }

  /**
   * Build a box to tick, with what it stands for.
   * @param {string} item
   * @param {(Node | string)[]} content
   */
  #box(item, ...content) {
    const box = h("input", { type: "checkbox", class: "compat-tick__box" });
    box.checked = this.#progress.has(item);
    this.#boxes.set(item, box);
    return h("label", { class: "compat-tick" }, box, h("span", {}, ...content));
  }

  /** @param {Hop} hop @param {Note} note @param {number} number */
  #hop(hop, note, number) {
    const item = String(number + 1);
    const head = this.#box(
      item,
      h("span", { class: "compat-hop__number" }, `${item}. `),
      h("strong", {}, route(hop, this.#planned)),
      ...chips(hop).flatMap((chip) => [" ", chip]),
    );
    /** @param {readonly Kind[]} kinds */
    const some = (kinds) => kinds.flatMap((kind) => note.inner.filter((each) => each.kind === kind));
    const risks = some(["class"]).flatMap(({ inner }) => inner);
    const told = some(TOLD).filter((each) => !this.#isNoBack || !isUnstated(each));
    const isPlain = PLAIN.has(hop.mode);
    return h(
      "li",
      { class: "compat-hop", "data-mode": hop.mode },
      head,
      h(
        "ul",
        { class: "compat-hop__notes" },
        ...[...risks, ...told.filter(({ kind }) => kind !== "why" || !isPlain)].flatMap((each) => buildNote(each)),
        ...some(TO_DO).flatMap((each) => this.#todo(each, item)),
      ),
      ...folded(some(["beside"]), isPlain ? some(["why"]) : []),
    );
  }

  /**
   * @param {Note} note
   * @param {string} hop
   * @returns {HTMLElement[]}
   */
  #todo(note, hop) {
    if (note.kind !== "tasks") return [h("li", {}, this.#box(`${hop}: ${note.text}`, note.text))];
    const items = note.inner.map((task) => {
      const links = task.inner.flatMap(({ link }) => pageLink(link, "More"));
      return h("li", {}, this.#box(`${hop}: ${task.text}`, task.text), ...links.flatMap((link) => [" ", link]));
    });
    return [h("li", {}, note.text, h("ul", { class: "compat-hop__tasks" }, ...items))];
  }
}

/**
 * Say in short how a hop is made.
 * @param {Hop} hop
 */
function chips({ mode, moves, isOptional }) {
  const classes = [...new Set(moves.map(changeClass))];
  return [
    h("span", { class: "compat-chip compat-chip--mode" }, MODES[mode]),
    ...(isOptional ? [h("span", { class: "compat-chip" }, "optional")] : []),
    ...classes.map((text) => h("span", { class: "compat-chip" }, text)),
  ];
}

/** Whether a note says only that no way back is known. @param {Note} note */
const isUnstated = ({ kind, text }) => kind === "back" && /^Way back.*: not stated$/.test(text);

/**
 * Build what a reader may want to know, folded where it is much.
 * @param {Note[]} beside
 * @param {Note[]} why
 */
function folded(beside, why) {
  const sentences = why.map(({ text }) => text);
  const [summary] = beside;
  if (summary) return [foldedNotes(summary.text, summary.inner, sentences)];
  return sentences.map((text) => h("p", { class: "compat-hop__sentence" }, text));
}
