// Notes within notes, of which all that a plan tells is made; and what allows or forbids, as in
// mkdocs_compat/publishing/reports/plan_notes.py.

import { refusal as refusalWords } from "./blocked-words.js";
import { membersOf } from "./planned.js";

/**
 * @typedef {import("../engine/reasoning/answer.js").Group} Group
 * @typedef {import("../engine/reasoning/answer.js").Pair} Pair
 * @typedef {import("../engine/reasoning/answer.js").Reason} Reason
 * @typedef {import("../engine/reasoning/payload.js").Link} Link
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/planning/plan.js").Obstacle} Obstacle
 * @typedef {import("../engine/planning/plan.js").Refusal} Refusal
 * @typedef {import("./planned.js").Planned} Planned
 */

/** @typedef {{path: string, line: number | null, column: number | null}} Written Where something stands in the sources. */

/**
 * One line of what is told, with what belongs below it.
 * @typedef {object} Note
 * @property {Kind} kind What it is about, for those who show it.
 * @property {string} text What it says, as it is: nothing is escaped.
 * @property {Note[]} inner The notes below it.
 * @property {Verdict} [verdict] The verdict with which it ends.
 * @property {Link} [link] The link with which it ends.
 * @property {boolean} [isTodo] Whether it is something to do, which can be ticked off.
 * @property {Written} [place] Where it stands in the sources.
 * @property {Reason} [reason] The cell or rule of which it tells.
 */

/**
 * @typedef {"hop" | "class" | "risk" | "why" | "beside" | "stop" | "breaking" | "tasks" | "notice" | "more" | "guide"
 *   | "no-return" | "back" | "optional" | "wait" | "check" | "pair" | "reason" | "footnote" | "obstacle" | "refusal"
 *   | "outside" | "nearest" | "questions" | "question" | "wanted" | "obstacles" | "permissions" | "permission" | "unrelated"} Kind
 */

/**
 * @param {Kind} kind
 * @param {string} text
 * @param {Note[]} [inner]
 * @param {Partial<Note>} [more]
 * @returns {Note}
 */
export const note = (kind, text, inner = [], more = {}) => ({ kind, text, inner, ...more });

/** Tells what allows or forbids versions side by side; the words of a rule are told once. */
export class Evidence {
  /** @type {Set<string>} */
  #told = new Set();
  /** @type {Map<string, string>} */
  #rules;

  /** @param {Planned} planned The one plan that it is told of. */
  constructor({ product }) {
    this.#rules = new Map(product.rules.map(({ id, words: said }) => [id, said]));
  }

  /**
   * Tell whether something was not told before; now it is.
   * @param {string} said
   */
  isNew(said) {
    const isNew = !this.#told.has(said);
    this.#told.add(said);
    return isNew;
  }

  /**
   * Tell what tables and rules say of versions side by side.
   * @param {(Pair | Group)[]} found
   */
  parts(found) {
    return found.map((part) => {
      const members = membersOf(part).map(({ name, version }) => `${name} ${version}`);
      const inner = part.reasons.map((reason) => this.#reason(reason));
      return note("pair", members.join(" with "), inner, { verdict: part.verdict });
    });
  }

  /**
   * Tell why a component cannot make a hop.
   * @param {Obstacle} found
   * @param {Planned} planned
   */
  obstacle({ component, was, now, refusals, because }, planned) {
    const inner = [...refusals.map(refusalNote), ...this.parts(because)];
    return note("obstacle", `${planned.versions(component, was)} to ${now}:`, inner);
  }

  /** @param {Reason} reason */
  #reason(reason) {
    let { sentence } = reason;
    const rule = reason.rule === null ? undefined : this.#rules.get(reason.rule);
    if (rule !== undefined && !this.isNew(rule) && sentence.endsWith(rule)) {
      sentence = sentence.slice(0, -rule.length).trimEnd();
    }
    const notes = reason.notes.map((each) => note("footnote", `note: ${each}`));
    return note("reason", sentence, notes, { place: reason, reason });
  }
}

/** @param {Refusal} refusal */
function refusalNote(refusal) {
  return note("refusal", refusalWords(refusal), [], { place: refusal.said ?? undefined });
}
