// All that relates two components, and where what it says can change, as in
// mkdocs_compat/reasoning/link.py.

import { cutsOf } from "./pieces.js";

/**
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("../ranges/version-set.js").Interval} Interval
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./rule-relation.js").RuleRelation} RuleRelation
 * @typedef {import("./statement.js").Relation} Relation
 */

/**
 * A rule and which of two components it binds: the first, or otherwise the second.
 * @typedef {{relation: RuleRelation, bindsA: boolean}} BoundRule
 */

/**
 * All that relates two components.
 * @typedef {object} Link
 * @property {string} a Id of the first.
 * @property {string} b Id of the second; the same in a fleet.
 * @property {Relation[]} tables Either way round.
 * @property {BoundRule[]} rules In a fleet each both ways round.
 */

/**
 * Return a link with the other component as the first.
 * @param {Link} link
 * @returns {Link}
 */
export const turned = ({ a, b, tables, rules }) => ({
  a: b,
  b: a,
  tables,
  rules: rules.map(({ relation, bindsA }) => ({ relation, bindsA: !bindsA })),
});

/**
 * Return what belongs to the component that a rule binds, and what to the other.
 * @template T
 * @param {BoundRule} rule
 * @param {T} a
 * @param {T} b
 * @returns {[T, T]}
 */
export const sides = ({ bindsA }, a, b) => (bindsA ? [a, b] : [b, a]);

/**
 * Return the cuts at which the answer can change along the first component.
 * @param {Link} link
 * @param {Asked} b The instance of the second.
 * @param {Interval} within The stretch of the first's order that is of interest.
 */
export function cutsAlongA(link, b, within) {
  const cuts = link.tables.flatMap((table) =>
    table.subject === link.a
      ? table.coverage.overlapping(...within).flatMap((row) => cutsOf(row.subject.range))
      : b.versions
          .flatMap((interval) => table.coverage.overlapping(...interval))
          .flatMap((row) => cellCuts(row, table.other)),
  );
  return [...cuts, ...ruleCuts(link, b)];
}

/**
 * Return the cuts at which the word of a rule can change along the first component.
 * @param {Link} link
 * @param {Asked} b
 */
export const ruleCuts = ({ rules }, b) =>
  rules.flatMap(({ relation, bindsA }) =>
    b.versions.flatMap((interval) => relation.cuts(interval, bindsA)),
  );

/**
 * Return the cuts of a row's cells for a component.
 * @param {Row} row
 * @param {string} component
 */
export const cellCuts = (row, component) =>
  row.cells.flatMap((cell) => (cell.components.includes(component) ? cutsOf(cell.range) : []));

/**
 * Return the cuts at which the answer can change along the second, the first at a piece.
 * @param {Link} link
 * @param {Interval} piece
 * @param {Interval} within
 */
export function cutsAlongB(link, piece, within) {
  const cuts = link.tables.flatMap((table) =>
    table.subject === link.a
      ? table.coverage.speaking(piece[0]).flatMap((row) => cellCuts(row, table.other))
      : table.coverage.overlapping(...within).flatMap((row) => cutsOf(row.subject.range)),
  );
  return [...cuts, ...link.rules.flatMap(({ relation, bindsA }) => relation.cuts(piece, !bindsA))];
}
