// What one table says about one version of its subject and one version of another component.

import { membership } from "../ranges/range.js";
import { best } from "./verdict.js";

/**
 * @typedef {import("./payload.js").Table} Table
 * @typedef {import("./payload.js").Row} Row
 * @typedef {import("./payload.js").Cell} Cell
 * @typedef {import("./payload.js").Verdict} Verdict
 * @typedef {import("./coverage.js").Coverage} Coverage
 * @typedef {import("../ranges/version-set.js").Order} Order
 */

/**
 * How a table comes to what it says, or why it says nothing:
 * - `listed`: the cell has the version; `excluded`: the cell has others;
 * - `blank`: the cell is blank, which means what the table says it means;
 * - `partly`: the cell, or the table's rows, have some of the versions in question;
 * - `pre-release`: the version is a pre-release at the lower edge of the cell;
 * - `unread`: the cell could not be read; `uncovered`: no row covers the subject's version.
 * @typedef {"listed" | "excluded" | "partly" | "blank" | "pre-release" | "unread" | "uncovered"} Ground
 */

/**
 * @typedef {object} Statement
 * @property {Table} table
 * @property {Row | null} row Null when no row covers the subject's version.
 * @property {Cell | null} cell
 * @property {Ground} ground
 * @property {Verdict | null} verdict Null when the row does not speak.
 */

/**
 * A table as it relates its subject to one other component.
 * @typedef {object} Relation
 * @property {Table} table
 * @property {Coverage} coverage Its rows by the versions of the subject.
 * @property {Coverage} listing Its rows by the versions of the other that their cells list.
 * @property {string} subject Id of the table's subject.
 * @property {string} other Id of the other component.
 * @property {Order} otherOrder
 */

/**
 * What a table says as a whole; `verdict` is null when it is silent.
 * @typedef {object} TableAnswer
 * @property {Verdict | null} verdict
 * @property {boolean} lists Whether the verdict stands in a cell, and not only follows from one.
 * @property {Statement[]} statements Those that decided.
 */

/**
 * @param {Relation} relation
 * @param {string} subjectPosition
 * @param {string} otherPosition
 * @returns {TableAnswer}
 */
export function tableAnswer(relation, subjectPosition, otherPosition) {
  const rows = relation.coverage.speaking(subjectPosition);
  const statements = rows.flatMap((row) => rowStatement(relation, row, otherPosition) ?? []);
  const speaking = statements.filter((statement) => statement.verdict !== null);
  const listing = speaking.filter((statement) => !excludes(statement));
  const excluding = speaking.filter(excludes);
  if (listing.length && excluding.length) {
    return { verdict: "conflicting", lists: true, statements: speaking };
  }
  if (excluding.length) return { verdict: "incompatible", lists: false, statements: excluding };
  if (!listing.length) {
    return { verdict: null, lists: false, statements: orUncovered(relation, rows, statements) };
  }
  const verdict = best(listing.map((statement) => /** @type {Verdict} */ (statement.verdict)));
  return { verdict, lists: true, statements: listing.filter((each) => each.verdict === verdict) };
}

/** @param {Statement} statement */
function excludes({ ground, verdict }) {
  return ground === "excluded" || (ground === "blank" && verdict === "incompatible");
}

/**
 * @param {Relation} relation
 * @param {Row} row
 * @param {string} position
 * @returns {Statement | null}
 */
function rowStatement({ table, other, otherOrder }, row, position) {
  const cell = row.cells.find((each) => each.components.includes(other));
  if (!cell) return null;
  /** @param {Ground} ground @param {Verdict | null} verdict */
  const statement = (ground, verdict) => ({ table, row, cell, ground, verdict });
  if (cell.blank) return statement("blank", table.blank === "unstated" ? null : table.blank);
  if (!cell.range) return statement("unread", null);
  switch (membership(cell.range, position, otherOrder)) {
    case "inside":
      return statement("listed", table.verdict);
    case "pre-release":
      return statement("pre-release", null);
    default:
      // A table of what does not work says nothing about the rest.
      return statement("excluded", table.verdict === "incompatible" ? null : "incompatible");
  }
}

/**
 * @param {Relation} relation
 * @param {Row[]} rows
 * @param {Statement[]} statements
 * @returns {Statement[]}
 */
function orUncovered({ table }, rows, statements) {
  if (rows.length) return statements;
  return [{ table, row: null, cell: null, ground: "uncovered", verdict: null }];
}
