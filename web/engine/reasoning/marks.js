// Which rows and cells of the tables a question concerns, for marking them in the page.

import { has } from "../ranges/version-set.js";
import { cutsOf, pieces } from "./pieces.js";

/**
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("./payload.js").Cell} Cell
 * @typedef {import("./pieces.js").Asked} Asked
 * @typedef {import("./statement.js").Relation} Relation
 * @typedef {import("./answer.js").Marks} Marks
 */

/**
 * Return the rows that speak about the subject's versions in question and their cells for the
 * other components; where no subject is in question, every cell that lists the others.
 * @param {import("./compatibility.js").Compatibility} compatibility
 * @param {import("./answer.js").Question} question
 * @returns {Marks}
 */
export function marks(compatibility, question) {
  /** @type {Marks} */
  const found = { rows: new Set(), listed: new Set(), partly: new Set(), excluded: new Set() };
  const asked = compatibility.read(question);
  for (const relation of compatibility.relations()) {
    const subjects = asked.filter(({ component }) => component === relation.subject);
    const others = asked.filter(({ component }) => component === relation.other);
    const rows = subjects.length ? speaking(relation, subjects) : relation.table.rows;
    for (const row of rows) {
      if (subjects.length) found.rows.add(row.subject.anchor);
      for (const cell of others.length ? row.cells : []) {
        const kind = cell.components.includes(relation.other) ? share(cell, others) : null;
        if (kind && (subjects.length || kind !== "excluded")) found[kind].add(cell.anchor);
      }
    }
  }
  return found;
}

/**
 * @param {Relation} relation
 * @param {Asked[]} subjects
 * @returns {Set<Row>}
 */
function speaking({ coverage }, subjects) {
  const positions = subjects.flatMap((asked) => {
    const rows = () => asked.versions.flatMap((interval) => coverage.overlapping(...interval));
    return pieces(asked, () => rows().flatMap((row) => cutsOf(row.subject.range))).map(([lower]) => lower);
  });
  return new Set(positions.flatMap((position) => coverage.speaking(position)));
}

/**
 * Tell how many of the versions in question a cell lists; null when it says nothing.
 * @param {Cell} cell
 * @param {Asked[]} others
 * @returns {"listed" | "partly" | "excluded" | null}
 */
function share({ range, blank, mark }, others) {
  if (!range || blank || mark?.verdict === null) return null;
  const inside = others.flatMap((asked) =>
    pieces(asked, () => cutsOf(range)).map(([lower]) => has(range.inside, lower, asked.scheme.compareCuts)),
  );
  if (!inside.some(Boolean)) return mark ? null : "excluded";
  if (mark?.verdict === "incompatible") return "excluded";
  return inside.every(Boolean) ? "listed" : "partly";
}
