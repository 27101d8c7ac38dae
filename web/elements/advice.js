// What a reader can do about an answer: the nearest fixes, where each component stands, and which
// versions of the components left empty go with the rest.

import { getScheme } from "../engine/versions/registry.js";
import { h } from "./dom.js";
import { badge } from "./result.js";
import { list } from "./words.js";

/**
 * @typedef {import("../engine/reasoning/payload.js").Component} Component
 * @typedef {import("../engine/reasoning/payload.js").Product} Product
 * @typedef {import("../engine/reasoning/payload.js").Verdict} Verdict
 * @typedef {import("../engine/reasoning/answer.js").Fix} Fix
 * @typedef {import("../engine/reasoning/answer.js").Move} Move
 * @typedef {import("../engine/reasoning/answer.js").Open} Open
 * @typedef {import("../engine/reasoning/answer.js").Standing} Standing
 */

/**
 * Build a button for each fix.
 * @param {Product} product
 * @param {Fix[]} fixes
 * @param {(fix: Fix) => void} apply
 */
export function buildFixes(product, fixes, apply) {
  if (!fixes.length) return [];
  const items = fixes.map((fix) => {
    const button = h(
      "button",
      { class: "compat-button compat-fix", type: "button" },
      sentenceCase(list(fix.moves.map((move) => moveWords(product, move)))),
    );
    button.addEventListener("click", () => apply(fix));
    return h("li", {}, button, " ", badge(fix.verdict));
  });
  const title = fixes.length > 1 ? "Nearest fixes" : "Nearest fix";
  return [section("compat-fixes", title, items)];
}

/**
 * Build the list of where each component stands.
 * @param {Product} product
 * @param {Standing[]} standings
 */
export function buildStandings(product, standings) {
  if (!standings.length) return [];
  const items = standings.map((standing) =>
    h(
      "li",
      { "data-standing": standing.kind },
      h("strong", {}, nameOf(product, standing.component)),
      `: ${standingWords(product, standing)}`,
    ),
  );
  return [section("compat-standings", "One by one", items)];
}

/**
 * Build the list of what goes with the rest.
 * @param {Product} product
 * @param {Open[]} opens
 */
export function buildOpens(product, opens) {
  if (!opens.length) return [];
  const items = opens.map((open) => {
    const name = h("strong", {}, nameOf(product, open.component));
    if (!open.parts.length) return h("li", {}, name, ": no version is known to work with these");
    const parts = open.parts.flatMap(({ verdict, text }, at) => [
      at ? "; " : ": ",
      h("span", { class: "compat-open__range" }, text),
      OPEN_WORDS[verdict] ?? "",
    ]);
    return h("li", {}, name, ...parts, ends(open));
  });
  return [section("compat-open", "What else works with these", items)];
}

/** @type {Partial<Record<Verdict, string>>} */
const OPEN_WORDS = {
  compatible: " works with these",
  partial: " works with a limit",
  untested: " is untested with these",
};

/** @param {Open} open */
function ends({ parts, oldest, newest }) {
  // A single stretch shows its own ends.
  if (parts.length === 1 && !parts[0].text.includes(",")) return "";
  const told = [oldest && `oldest ${oldest}`, newest && `newest ${newest}`].filter(Boolean);
  return told.length ? ` (${told.join(", ")})` : "";
}

/**
 * Say in words what a move does: “update SPIRE Agent 0.7.4 → 0.8.0”.
 * @param {Product} product
 * @param {Move} move
 */
export function moveWords(product, move) {
  const verb = isBack(product, move) ? "take back" : "update";
  return `${verb} ${nameOf(product, move.component)} ${move.was}\u00a0→ ${move.now}`;
}

/**
 * @param {Product} product
 * @param {Move} move
 */
function isBack(product, { component: id, was, now }) {
  const component = product.components.find((each) => each.id === id);
  const scheme = component && getScheme(component.scheme, { full: component.full });
  const [before, after] = [was, now].map((text) => scheme?.extent(text.replace(/^\s*=\s*/, "")));
  return !!(scheme && before && after) && scheme.compareCuts(after.start, before.start) < 0;
}

/**
 * @param {Product} product
 * @param {Standing} standing
 */
function standingWords(product, { kind, moves }) {
  const steps = moves.map((move) => moveWords(product, move));
  switch (kind) {
    case "fine":
      return "fine as it is.";
    case "update":
      return steps.length ? `fine if changed: ${list(steps)}.` : "fine if changed.";
    case "both":
      return `fine once both are changed, in this order: ${list(steps, "then")}.`;
    default:
      return "no change of it, or of it and another, makes this work.";
  }
}

/**
 * @param {string} name
 * @param {string} title
 * @param {HTMLElement[]} items
 */
function section(name, title, items) {
  return h(
    "div",
    { class: `compat-section ${name}` },
    h("p", { class: "compat-section__title" }, title),
    h("ul", {}, ...items),
  );
}

/**
 * @param {Product} product
 * @param {string} id
 */
const nameOf = ({ components }, id) => components.find((each) => each.id === id)?.name ?? id;

/** @param {string} text */
const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
