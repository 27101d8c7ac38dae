// A plan as a checklist in Markdown, for a ticket, as in
// mkdocs_compat/publishing/reports/plan_markdown.py.

import { escaped, target } from "./markdown.js";
import { outline } from "./plan-outline.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Link} Link
 * @typedef {import("./plan-notes.js").Note} Note
 * @typedef {import("./plan-notes.js").Written} Written
 * @typedef {import("./planned.js").Planned} Planned
 */

/**
 * Return a plan as Markdown, without a last line ending.
 * @param {Planned} planned
 * @param {string} [address] Of the page on which it was made.
 */
export function planMarkdown(planned, address) {
  const { title, summary, before, hops, after } = outline(planned);
  const made = address === undefined ? "" : ` ([planned here](${target(address)}))`;
  // Without words between them, two lists would be one.
  const lines = before.length && hops.length ? ["Hops:", ""] : [];
  hops.forEach(({ text, inner }, at) => {
    lines.push(`- [ ] **${at + 1}. ${escaped(text)}**`, ...items(inner, "  "));
  });
  const blocks = [`## ${escaped(title)}`, escaped(summary) + made, list(before), lines.join("\n"), list(after)];
  return blocks.filter(Boolean).join("\n\n");
}

/**
 * Return notes as paragraphs with a list below each.
 * @param {Note[]} notes
 */
const list = (notes) =>
  notes
    .flatMap((note) => [line(note), items(note.inner, "").join("\n")])
    .filter(Boolean)
    .join("\n\n");

/** @param {Note[]} notes @param {string} margin @returns {string[]} */
const items = (notes, margin) =>
  notes.flatMap((note) => [
    `${margin}- ${note.isTodo ? "[ ] " : ""}${line(note)}`,
    ...items(note.inner, `${margin}  `),
  ]);

/** @param {Note} note */
function line(note) {
  const verdict = note.verdict ? `: **${note.verdict}**` : "";
  return `${escaped(placed(note))}${verdict}${note.link ? `: ${linked(note.link)}` : ""}`;
}

/**
 * Return a note's text with where it stands in the sources.
 * @param {Note} note
 */
function placed({ kind, text, place }) {
  if (!place) return text;
  return kind === "no-return" ? `${text} (${written(place)})` : `${written(place)}: ${text}`;
}

/** @param {Written} place */
const written = ({ path, line: number, column }) => (number === null ? path : `${path}:${number}:${column}`);

/**
 * Return a link; an address within the site leads nowhere from a ticket.
 * @param {Link} link
 */
function linked({ text, url }) {
  const isWeb = /^https?:\/\//i.test(url ?? "");
  return url !== null && isWeb ? `[${escaped(text)}](${target(url)})` : escaped(text);
}
