// Notes of a plan as elements.

import { withinPage } from "./address.js";
import { h } from "./dom.js";
import { badge, buildReason } from "./result.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Link} Link
 * @typedef {import("./plan-notes.js").Note} Note
 */

/**
 * Build a list of notes.
 * @param {Note[]} notes
 */
export const buildNotes = (notes) => h("ul", { class: "compat-notes-of" }, ...notes.flatMap((note) => buildNote(note)));

/**
 * Build a note with what is below it; nothing where there is nothing to see.
 * @param {Note} note
 * @returns {HTMLElement[]}
 */
export function buildNote(note) {
  const { kind, text, inner, reason, verdict, link } = note;
  if (kind === "reason" && reason) {
    return [buildReason({ ...reason, sentence: text })];
  }
  if (kind === "guide") return pageLink(link, text).map((anchor) => h("li", { "data-note": kind }, anchor));
  if (kind === "notice") {
    const links = inner.flatMap((each) => pageLink(each.link, each.text));
    return [h("li", { "data-note": kind }, text, ...links.flatMap((anchor) => [" ", anchor]))];
  }
  if (kind === "why" && inner.length) {
    return [h("li", { "data-note": kind }, foldedNotes(text, inner))];
  }
  const below = inner.length ? [buildNotes(inner)] : [];
  const words = verdict ? [h("span", { class: "compat-note__pair" }, text), " ", badge(verdict)] : [text];
  return [h("li", { "data-note": kind }, ...words, ...below)];
}

/**
 * Build notes that are folded under a sentence.
 * @param {string} summary
 * @param {Note[]} notes
 * @param {string[]} [more] Sentences below them.
 */
export function foldedNotes(summary, notes, more = []) {
  return h(
    "details",
    { class: "compat-rest compat-hop__why" },
    h("summary", {}, summary),
    ...(notes.length ? [buildNotes(notes)] : []),
    ...more.map((text) => h("p", { class: "compat-hop__sentence" }, text)),
  );
}

/**
 * Build a link to a page; none where there is nothing to go to, or only the very page.
 * @param {Link | null | undefined} link
 * @param {string} text
 */
export function pageLink(link, text) {
  if (!link || link.url === null) return [];
  const href = withinPage(link.url);
  const target = new URL(link.url, location.href);
  if (!target.hash && target.pathname === location.pathname && target.origin === location.origin) return [];
  if (!["http:", "https:", "file:"].includes(target.protocol)) return [];
  return [h("a", { class: "compat-reason__link", href }, text)];
}
