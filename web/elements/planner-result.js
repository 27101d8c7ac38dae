// A plan as the reader sees it, or why there is none.

import { permission as permissionWords } from "./blocked-words.js";
import { h } from "./dom.js";
import { buildNotes } from "./plan-view.js";
import { verdictSymbol } from "./verdict-symbol.js";

/**
 * @typedef {import("../engine/planning/plan.js").Permission} Permission
 * @typedef {import("./plan-notes.js").Note} Note
 * @typedef {import("./plan-outline.js").Outline} Outline
 * @typedef {import("./planned.js").Planned} Planned
 */

/**
 * Build what stands above the hops.
 * @param {Planned} planned
 * @param {Outline} outline
 * @param {(permission: Permission) => void} grant
 */
export function buildHead(planned, { title, summary, before, after }, grant) {
  const { result } = planned;
  const verdict = result.kind === "blocked" ? "incompatible" : result.outside.length ? "partial" : "compatible";
  const [word, what] = divided(title);
  return [
    h(
      "div",
      { class: "compat-banner", "data-verdict": verdict },
      h(
        "p",
        { class: "compat-verdict" },
        verdictSymbol(verdict),
        h("strong", { class: "compat-verdict__word" }, word),
        " ",
        h("span", { class: "compat-verdict__meaning" }, summary),
      ),
      h("p", { class: "compat-plan__title" }, what),
    ),
    // What can be done about it comes first.
    ...(result.kind === "blocked" && result.permissions.length
      ? after.filter(isOpening).map(({ text }) => section(text, permissions(result.permissions, planned, grant)))
      : []),
    ...before.map(buildSection),
  ];
}

/**
 * Build what stands below the hops: why they lead no farther.
 * @param {Outline} outline
 */
export const buildEnd = ({ after }) => after.filter((note) => !isOpening(note) || !note.inner.length).map(buildSection);

/** @param {Note} note */
const isOpening = ({ kind }) => kind === "permissions";

/**
 * @param {Permission[]} found
 * @param {Planned} planned
 * @param {(permission: Permission) => void} grant
 */
function permissions(found, planned, grant) {
  const items = found.map((permission) => {
    const text = permissionWords(permission, planned);
    const words = text.charAt(0).toUpperCase() + text.slice(1);
    const button = h("button", { class: "compat-button compat-fix", type: "button" }, words);
    button.addEventListener("click", () => grant(permission));
    return h("li", {}, button);
  });
  return [h("ul", {}, ...items)];
}

/** @param {Note} note */
function buildSection({ kind, text, inner }) {
  const built = section(text, inner.length ? [buildNotes(inner)] : []);
  // On a screen the questions stand above, as fields.
  built.classList.toggle("compat-plan__paper", kind === "questions");
  return built;
}

/** @param {string} title @param {HTMLElement[]} content */
const section = (title, content) =>
  h("div", { class: "compat-section compat-plan__section" }, h("p", { class: "compat-section__title" }, title), ...content);

/** @param {string} title */
function divided(title) {
  const at = title.indexOf(": ");
  return [title.slice(0, at), title.slice(at + 2)];
}
