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
      sentenceCase(steps(product, fix.moves).join(", and ")),
    );
    button.addEventListener("click", () => apply(fix));
    // That a fix makes all of it work needs no saying.
    return h("li", {}, button, ...(fix.verdict === "compatible" ? [] : [badge(fix.verdict)]));
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
  return [section("compat-standings", "Where each stands", items)];
}

/**
 * Build the list of what goes with the rest.
 * @param {Product} product
 * @param {Open[]} opens
 * @param {Verdict | null} verdict Of what is asked.
 */
export function buildOpens(product, opens, verdict) {
  if (!opens.length) return [];
  const items = opens.map((open) => {
    const name = h("strong", {}, nameOf(product, open.component));
    if (!open.parts.length) return h("li", {}, name, ": no version is known");
    const parts = open.parts.flatMap(({ verdict, text }, at) => [
      at ? "; " : ": ",
      OPEN_WORDS[verdict] ?? "",
      h("span", { class: "compat-open__range" }, text),
    ]);
    return h("li", {}, name, ...parts, ends(open));
  });
  const works = verdict !== "incompatible" && verdict !== "conflicting";
  return [section("compat-open", works ? "What works with these" : "What works with each of these", items)];
}

/** @type {Partial<Record<Verdict, string>>} */
const OPEN_WORDS = {
  partial: "with a limit ",
  untested: "untested ",
};

/** @param {Open} open */
function ends({ parts, oldest, newest }) {
  // A single stretch shows its own ends.
  if (parts.length === 1 && !parts[0].text.includes(",")) return "";
  const told = [oldest && `oldest ${oldest}`, newest && `newest ${newest}`].filter(Boolean);
  return told.length ? ` (${told.join(", ")})` : "";
}

/**
 * Say in words what moves do, instances of one component in one breath: “update SPIRE Agent
 * 0.7.4 → 0.8.0 and 0.7.3 → 0.8.0”.
 * @param {Product} product
 * @param {Move[]} moves
 */
function steps(product, moves) {
  /** @type {{what: string, versions: string[]}[]} */
  const told = [];
  for (const move of moves) {
    const verb = isBack(product, move) ? "downgrade" : "update";
    const what = `${verb} ${nameOf(product, move.component)}`;
    const last = told[told.length - 1];
    if (last?.what === what) last.versions.push(fromTo(move));
    else told.push({ what, versions: [fromTo(move)] });
  }
  return told.map(({ what, versions }) => `${what} ${list(versions)}`);
}

/** @param {Move} move */
const fromTo = ({ was, now }) => `${was}\u00a0→\u00a0${now}`;

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
function standingWords(product, { component, kind, moves }) {
  const [only] = moves;
  switch (kind) {
    case "fine":
      return "fine as it is.";
    case "update":
      if (only.component !== component) return `fine if something else is changed: ${list(steps(product, moves))}.`;
      if (moves.length !== 1) return `fine if changed: ${list(steps(product, moves))}.`;
      return `fine if ${isBack(product, only) ? "downgraded" : "updated"} ${fromTo(only)}.`;
    case "both":
      return `fine once these are changed, in this order: ${steps(product, moves).join(", then ")}.`;
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
