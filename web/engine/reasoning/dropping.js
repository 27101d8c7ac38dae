// What works with nothing any more once some versions of a component are gone, as in
// mkdocs_compat/reasoning/dropping.py.

import { write } from "../ranges/text.js";
import { complement, has, intersect, unite } from "../ranges/version-set.js";
import { HIGHEST, LOWEST } from "../versions/keys.js";
import { releasesOf } from "./moving.js";
import { allowed } from "./opening.js";
import { sorted } from "./pieces.js";
import { readAsked } from "./question.js";
import { released } from "./released.js";

/**
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./answer.js").Lost} Lost
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./pieces.js").Asked} Asked
 */

/**
 * Return the versions of other components that only work with versions that go. The versions that
 * stay are the component's releases, where it lists them; otherwise the stretches between the cuts
 * that tables and rules make. Versions that are untested do not count as working.
 * @param {Index} index
 * @param {string} component Id.
 * @param {string} text
 * @returns {Lost[] | null} Null where the text names no versions of the component.
 */
export function lostWithout(index, component, text) {
  const known = index.components.get(component);
  const gone = known && readAsked(known.component, known.scheme, text);
  if (!gone || "message" in gone) return null;
  return [...index.components].flatMap(([other, { scheme }]) => {
    if (other === component || !index.link(component, other)) return [];
    const before = working(index, other, piecesOf(index, gone, false));
    const after = working(index, other, piecesOf(index, gone, true));
    const missing = released(intersect(before, complement(after), scheme.compareCuts), scheme);
    return missing.length ? [{ component: other, text: write({ inside: missing, edge: [] }, scheme) }] : [];
  });
}

/**
 * Return the versions of a component that stay, or those that go, piece by piece.
 * @param {Index} index
 * @param {Asked} gone
 * @param {boolean} stays
 * @returns {Asked[]}
 */
function piecesOf(index, gone, stays) {
  const { component, scheme } = gone;
  const order = scheme.compareCuts;
  const known = index.components.get(component);
  let found = known ? releasesOf(known) : [];
  if (!known?.component.releases.length) {
    const cuts = [LOWEST, ...index.boundaries(component), ...gone.versions.flat(), HIGHEST];
    const bounds = sorted(cuts, order);
    found = bounds.slice(1).map((end, at) => ({ text: "", start: bounds[at], end }));
  }
  return found
    .filter(({ start }) => has(gone.versions, start, order) !== stays)
    .map(({ text, start, end }) => ({ ...gone, text, versions: [/** @type {Interval} */ ([start, end])] }));
}

/**
 * @param {Index} index
 * @param {string} other
 * @param {Asked[]} pieces
 */
function working(index, other, pieces) {
  const intervals = pieces.flatMap((piece) => {
    const found = allowed(index, other, [piece]);
    return [...(found?.get("compatible") ?? []), ...(found?.get("partial") ?? [])];
  });
  const order = index.components.get(other)?.scheme.compareCuts;
  return order ? unite(intervals, order) : [];
}
